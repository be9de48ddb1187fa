"""Annotations → numbers: plain functions from the tables of ``analysis.tables`` to tidy tables.

Import the module you need (``from analysis.measure import voices``); this package itself imports nothing.

Conventions of every returned table
-----------------------------------
- ``n`` is what was counted, ``of`` its exact denominator, ``share`` = n / of (NaN where ``of`` is 0: a share of nothing
  is not zero). ``articles``/``of_articles`` and ``events``/``of_events`` say how many articles and events the row rests
  on and how many there are in its group.
- ``group`` is an identifier (article id, entity id, year as text, …), ``label`` what to print for it. ``by`` is one of
  ``base.GROUPINGS``: all, article, event, outlet, outlet_country, language, year, speaker, speaker_state. Articles
  without a date stand under "undated", other gaps under "unknown".
- ``name`` is an entity's English display name; the narrator is called "narrator".
- A sentence spoken by two jointly counts for each of them, so shares over speakers may add up to more than 1.
- Everything is sorted for reading (most frequent first, ties by name); the same input gives the same rows.
- An empty table in gives an empty table with the same columns out.

Index
-----
base        sentence_groups(t, by) → doc_id sentence group label; article_groups(t, by) → doc_id event group label
            sizes(t, by) → group label sentences words articles events
            parties(t) → the two states named in most sentences, as a tuple of entity ids
            codes_in(t, axis) → codes of the codebook on that axis, then others that the tables use
            code_label(code) → what to print for it in a sentence; coded(t, axis) → doc_id sentence code
            names(t), states(t) → by entity; name_of(names, entity); voiced(t) → doc_id sentence speaker
            selected(t, types, kinds) → mentions inside sentences; described(t, entities); share, tidy, check_by

entities    frequencies(t, types=None, kinds=None) → entity name type state n of share names demonyms roles sentences
              of_sentences articles of_articles events of_events          (n: mentions)
            by_group(t, by, types=None, kinds=None, top=None) → entity name type group label n of share (full grid)
            matrix(t, by="article", types=None, top=20, value="n") → entity names × group labels, for heat maps
            by_type(t), by_kind(t) → type|kind n of share entities articles of_articles
            spellings(t) → entity name type language form kind n of share articles   (of: its mentions in the language)
            dispersion(t, types=None, minimum=1, size="sentences") → entity name type n range of_articles dp dp_norm
              juilland_d
            prominence(t) → entity name type doc_id label first in_lead in_title n of share   (n: sentences naming it)
            prominence_summary(t) → entity name type articles of_articles leads titles of_titles first n of share
            cooccurrence(t, unit="sentence", types=None, minimum=1) → a a_name b b_name n n_a n_b of share expected
              jaccard articles of_articles events
            network(t, types=None, minimum=2, top=30) → (nodes: entity name type n degree strength, edges as above)
            third_parties(t, between=None) → entity name type state n of share sentences articles of_articles
prominence  in_titles(t) → {(article, entity): in the title}; the rest is re-exported by entities, as is cooccurrence
spread      dp(counts, of), dp_norm(counts, of), juilland_d(counts, of) of plain lists

voices      heard(t, narrator=False) → speaker name type state n of share quoted quoted_share joint articles
              of_articles events of_events                                (n: sentences attributed)
            by_article(t, narrator=True) → speaker name state doc_id label n of share quoted words of_words words_share
            by_state(t) → state name n of share speakers quoted articles of_articles
            narrator_share(t, by="article") → group label n of share voiced articles events
            quotation(t, by="speaker") → group label n of share articles   (n: quoted sentences, of: attributed ones)
            about(t, speakers=None, types=None) → speaker name entity entity_name entity_type n of share
            about_states(t) → speaker_state state n of share
            unheard(t, types=("PERSON",)) → entity name type state n sentences articles of_articles
            unheard_by_article(t, types=("PERSON",)) → doc_id label entity name n elsewhere
            rules(t) → rule n of share

tone        counts(t, by="all") → group label tone n of share articles of_articles   (three rows a group)
            profile(t, by="all") → group label positive neutral negative of share_positive share_neutral
              share_negative net evaluative positive_of_evaluative articles events      (net = (pos. − neg.) / of)
            by_speaker_target(t, level="state") → speaker speaker_name target target_name positive neutral negative of
              share_positive share_neutral share_negative net evaluative positive_of_evaluative
            negatives(t), of_tone(t, tone) → doc_id label sentence speakers themes text
            pooled_and_mean(t) → tone n of pooled mean lowest highest articles

coding      prevalence(t, axis, by="all", codes=None, unit=None) → axis code code_label group label n of share articles
              of_articles events of_events         (n, of: sentences; zero rows included)
              with a unit also low high units reason
            uncoded(t, axis, by="all") → group label n of share
            cross(t, rows="theme", columns="frame") → row row_label column column_label n of share of_column total
            carriers(t, axis, narrator=True) → code code_label speaker name state n of share rank
            pooled_and_mean(t, axis) → code code_label n of pooled mean lowest highest articles of_articles
            compare(t, axis, a, b) → code code_label n_a of_a share_a n_b of_b share_b difference
            overlap(t, axis) → a a_label b b_label shared codes_a codes_b same_event
            sentences_with(t, axis, code, by="all", group=None) → doc_id label sentence text speakers cue
            cue_words(t, axis) → {(article, sentence, code): words that carried it}
resampled   with_intervals(t, table, axis, by, unit="event", strata=None) → the table with low high units reason
themes      prevalence uncoded by_frame by_speaker pooled_and_mean compare overlap sentences_with: axis filled in
framing     prevalence uncoded by_theme by_speaker pooled_and_mean compare overlap sentences_with: axis filled in

vocabulary  stop_words(language) → frozenset of folded words
            words(t, language, by="all", names=False, stop=True) → group label word form forms n of share articles
              of_articles; inflected forms of one word are counted together and listed in forms
            occurrences(t, language, names=False, stop=True) → doc_id sentence word start end
            distinctive(t, language, by="article", prior="corpus", …) → group label word form n of n_rest of_rest
              log_odds z articles of_articles dp p p_floor assignments prior
            log_odds(inside, outside, prior) → (δ, z) of arrays of counts
relations   relation_frames(t, by="year", frames=RELATION_FRAMES) → as coding.prevalence, plus cues ("friendly 2; …")
            relation_words(t, by="year") → word_group group label n of share articles of_articles forms
            relation_hits(t) → doc_id sentence group start end form; word_groups() → {group: label noun words basis}
            (all re-exported by vocabulary)

evidence    codes(t, axis), tones(t) → doc_id sentence code|tone start end
            grouped(t, rows, by) → the rows with their group; whole_sentences(t, rows) → with start end
            in_sentences(t, rows) → with sentence
            behind(t, found, rows, columns) → row column doc_id sentence start end; turned(evidence), counts(evidence)
            told_apart(labels) → labels no two of which are the same

intervals   clopper_pearson(n, of, level=.95), wilson(n, of, level=.95) → (low, high)
            bootstrap_share(counts, unit, strata=None, …) → Interval(estimate low high n unit method reason)
            bootstrap(units, statistic, …) → Interval; no interval below MINIMUM_UNITS = 20
            smallness(t, unit="article", docs=None) → "Descriptive: n = 5 articles on 4 events."

agreement   krippendorff_alpha(ratings, level="nominal") → Alpha(value level coders units pairable reason)
            ratings(gold, system, variable, code=None) → coder × sentence table for it
            alphas(gold, system) → variable code level alpha low high units articles reason
            scores(gold, system, by=None) → group layer code tp fp fn precision recall f1 gold system
            accuracies(gold, system, by=None) → group what n of share low high
            macro_f1(scores, layer, group="all") → mean over the codes that gold uses
scoring     tally(gold, system), sentence_labels(gold, system), matched(…), entity_names(…), prepared(…), shared(a, b):
              what two records of one article have in common; agreement adds it up
validation  detailed(gold, system, by=None) → group layer code gold found right precision precision_low precision_high
              recall recall_low recall_high f1 lowest highest articles of_articles low high
            intervals_mean(articles) → the sentences that say what those intervals cover
            linking(gold, system, by=None) → group type n of share low high
            type_confusion(gold, system, by=None), tone_confusion(gold, system, by=None) → group gold found n
            confused_mentions(gold, system), confused_tones(gold, system) → doc_id start end gold found
            class_of(mention); type_pairs(one, other) → pairs of mentions, None where one side has nothing
mistakes    differences(gold, system) → doc_id layer severity start end gold program text, the worst first
            worst(table, limit=10) → the first of each layer
baselines   tone_table(gold, system, by=None) → method group right of accuracy low high macro_f1 f1_positive f1_neutral
              f1_negative
            code_table(gold, system, by=None) → axis method group gold found right precision recall f1 macro_f1
            name_table(gold, system, by=None) → method asked group gold found right precision recall f1
            vader(text), textblob(text) → −1, 0 or 1; capitals(text) → (start, end, type) of each run
            toned(gold, judge), guessed(gold), capitalised(gold) → records with a baseline's labels
corrected   code_shares(gold, system, axis, clusters=None, …) → axis code code_label naive gold corrected se low high
              units labelled clusters reason
            corrected_share(machine, human, clusters, probability=1.0, …) → Corrected(naive gold corrected se low …)
            design_adjusted(machine, human, probability) → one value a unit; clustered_error(values, clusters)

pairs       events_with_several(t) → event event_label articles doc_ids languages
            entities(t, a, b) → entity name type n_a n_b where       (where: "a", "b" or "both")
            voices(t, a, b) → speaker name n_a of_a share_a n_b of_b share_b where
            figures(t, a, b) → value unit text_a text_b speaker_a speaker_b sentence_a sentence_b where
            profile(t, axis, a, b) → as coding.compare
            summary(t, a, b) → what n_a n_b both
            chosen(t) → the two articles that the book compares, or None; why_none(t) → why there are none
differences differences(t, a, b) → kind step what, and of both sides sentences text entities figures speakers
              (kind: left out, added, other speaker, other figure, same)
            profile_by_alignment(t, axis, a, b) → part code code_label n_a of_a share_a n_b of_b share_b
            (both re-exported by pairs)
pairing     candidates(t) → a b label_a label_b score days dates people bodies places states events documents routes
              figures themes text reasons same_event: which articles may report one event
namesakes   one_person(t) → {entity: the entity that stands for it}: people outside the knowledge base, across languages
events      groups(t, known=None) → articles sorted into events; with_events(t) → the tables with event, event_label and
              event_basis filled where the catalogue gives none
near_copies near_copies(t) → a b language kind jaccard contained runs_a runs_b runs_shared
            independent(t) → doc_id source independent copies     (copies of one text count once)
alignment   align(t, a, b, kinds=None) → step kind sentences_a sentences_b text_a text_b score crossing entities figures
              dates speakers themes concepts cognates
            left_out(t, a, b) → sentences of b that align with nothing in a: sentence text themes entities new
            (both re-exported by pairs)
alignment_gold  quality(t, file) → article_a article_b label_a label_b evidence gold found right precision recall f1
              passes;  alignment_scores(gold, found) → Scores(gold found right precision recall f1); pairs_of(steps);
              read_gold(file) → (article, article) → {first_pass second_pass settled}

claims      claims(t) → claim doc_id label date language event sentence start end text value unit qualifier what measure
              status status_words period period_words actors speakers names states sentence_text
            by_unit(t), by_speaker(t) → unit|speaker name n of share articles of_articles
            measure_label(measure); actors(text, sentence), parties_of(text) → states
            only_once(t) → claim doc_id label text value unit names missing_in missing_label
claim_status  statuses(t) → [(achieved|expected|conditional|target, words)] of t.figures_quoted
            cues(text, sentence), governing(text, sentence, span) → the words of status, and those that govern a span
conflicts   relations(t) → claim other relation same_event same_voice      (relation: agree, conflict or differ)
            ledger(t) → as claims, with corroborated_by conflicts_with differs_from
            quantities(t) → quantity unit what measure claims articles events values lowest highest agree relation
              texts labels speakers
            compatible(value, qualifier, other, other_qualifier) → bool
periods     periods(text, sentence), nearest(text, found, span) → Period(first last words period named)
            relative(item, date), span_in_years(period)
promises    acts(t) → act doc_id label reported language event sentence start end words type rung plover actors names
              states about about_names date date_basis date_words due due_words sentence_text
            by_rung(t), by_type(t) → rung|type label n of share articles of_articles events
            rungs(), label(code, kind), plover(type, rung)
promises_check  read_acts(file), matched(t, labelled) → doc_id sentence type rung_gold rung_found
            scores(t, labelled) → what n of share low high
reading     texts(t) → {article: Text}, its words and what the cues found; document(…), lexicon(language, script)

findings    Finding(id, sentence, n, chapter, sure); all_findings(t) → list; by_id(t) → dict
            corpus_findings(t) entities_findings(t) voices_findings(t) tone_findings(t) themes_findings(t)
            pair_findings(t) claims_findings(t) agreements_findings(t) → list;
            chosen_pair(t) → (article, article) or None; labels(t, a, b)
briefs      Brief(finding, chapter, number, rest); briefs(t) → list, for the front page
facts       facts(t) → {chapter: {key: str | int}}; corpus_facts(t) entities_facts(t) voices_facts(t) tone_facts(t)
            themes_facts(t) pair_facts(t) claims_facts(t) agreements_facts(t)
finding     the shape of a finding and helpers to word one: most(rows), described(t, note)
wording     count(3, "article") "3 articles"; plural, verb, number, times; listing(["a", "b"]) "a and b"; counted;
            percent(.123) "12%"; day("2020-01"); of(2, 90, "sentence"); quoted; years; capital
"""
