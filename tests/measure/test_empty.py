"""No article in, no row out, and the same columns as ever."""

import pytest

from analysis.measure import (
    base,
    claims,
    coding,
    conflicts,
    cooccurrence,
    entities,
    framing,
    near_copies,
    pairing,
    pairs,
    prominence,
    promises,
    relations,
    themes,
    tone,
    vocabulary,
    voices,
)

PLAIN = [
    entities.frequencies,
    entities.by_type,
    entities.by_kind,
    entities.spellings,
    entities.dispersion,
    entities.third_parties,
    prominence.prominence,
    prominence.prominence_summary,
    cooccurrence.cooccurrence,
    voices.heard,
    voices.by_article,
    voices.by_state,
    voices.narrator_share,
    voices.quotation,
    voices.about,
    voices.about_states,
    voices.unheard,
    voices.unheard_by_article,
    voices.rules,
    tone.by_speaker_target,
    tone.negatives,
    themes.uncoded,
    themes.by_speaker,
    themes.overlap,
    framing.by_speaker,
    relations.relation_hits,
    relations.relation_frames,
    relations.relation_words,
    pairs.events_with_several,
    pairing.candidates,
    near_copies.near_copies,
    near_copies.independent,
    claims.claims,
    claims.by_unit,
    claims.by_speaker,
    conflicts.relations,
    conflicts.ledger,
    conflicts.quantities,
    claims.only_once,
    promises.acts,
]
GROUPED = [
    base.sizes,
    base.sentence_groups,
    tone.counts,
    tone.profile,
    themes.prevalence,
    framing.prevalence,
    themes.uncoded,
    relations.relation_words,
]


@pytest.mark.parametrize("measure", PLAIN, ids=lambda m: f"{m.__module__.rpartition('.')[2]}.{m.__name__}")
def test_an_empty_corpus_gives_an_empty_table_with_the_same_columns(measure, seeds, empty):
    some, none = measure(seeds), measure(empty)
    assert not len(none)
    assert list(none.columns) == list(some.columns)
    assert none.dtypes.to_dict() == some.dtypes.to_dict()


@pytest.mark.parametrize("by", base.GROUPINGS)
@pytest.mark.parametrize("measure", GROUPED, ids=lambda m: f"{m.__module__.rpartition('.')[2]}.{m.__name__}")
def test_every_grouping_of_nothing_is_empty(measure, by, seeds, empty):
    assert list(measure(empty, by=by).columns) == list(measure(seeds, by=by).columns)
    assert not len(measure(empty, by=by))


def test_tables_without_rows_of_their_own(empty):
    assert entities.matrix(empty).empty
    assert [len(part) for part in entities.network(empty)] == [0, 0]
    assert base.parties(empty) == ()
    assert (coding.cross(empty)["n"] == 0).all()
    assert not len(coding.pooled_and_mean(empty, "theme"))
    assert not len(vocabulary.words(empty, "en"))


def test_measures_leave_the_tables_as_they_were(seeds):
    before = {name: table.copy(deep=True) for name, table in seeds.items()}
    for measure in PLAIN:
        measure(seeds)
    for name, table in seeds.items():
        assert table.equals(before[name]), name
