"""The spaCy door to the core: the same mentions, as Doc attributes."""

import pytest
import spacy
from spacy.tokens import Span

from analysis.annotate import components
from analysis.annotate.pipeline import annotate
from analysis.errors import InputError

TEXT = "Azerbaijan and Kazakhstan agreed in Baku. “We are friends,” Ilham Aliyev said. A visitor from Zzyzx left."


@pytest.fixture(scope="module")
def nlp():
    return components.pipeline("en", trained=None)


def test_entities_are_those_of_the_core(nlp):
    doc = nlp(TEXT)
    core = annotate("t", TEXT, language="en").doc
    assert [(ent.start_char, ent.end_char, ent.label_, ent.kb_id_) for ent in doc.ents] == [
        (mention.start, mention.end, mention.type, mention.entity) for mention in core.mentions]
    assert [span._.rule for span in doc.spans["mentions"]] == [mention.rule for mention in core.mentions]


def test_sentences_are_those_of_the_core_with_their_labels(nlp):
    doc = nlp(TEXT)
    assert [sent.text for sent in doc.sents] == [
        "Azerbaijan and Kazakhstan agreed in Baku.", "“We are friends,” Ilham Aliyev said.",
        "A visitor from Zzyzx left."]
    assert doc.spans["sentences"][1]._.speakers == ("ilham-aliyev",) and doc.spans["sentences"][1]._.tone == 1


def test_glued_tokens_keep_exact_offsets_in_the_annotation():
    text = "Dövlət Komitəsindən \"Trend\"ə məlumat verilib. Bakıya gəliblər."
    doc = components.pipeline("az", trained=None)(text)
    exact = [text[mention.start:mention.end] for mention in doc._.annotation.mentions]
    assert "Bakıya" in exact and any(ent.kb_id_ == "baku" for ent in doc.ents)


@pytest.mark.parametrize("language", ["en", "az", "ru", "kk", "tr"])
def test_every_language_has_a_pipeline(language):
    assert [ent.kb_id_ for ent in components.pipeline(language, trained=None)({
        "en": "They met in Baku.", "az": "Onlar Bakıda görüşüblər.", "ru": "Они встретились в Баку.",
        "kk": "Олар Бакуде кездесті.", "tr": "Bakü'de görüştüler."}[language]).ents] == ["baku"]


def test_a_date_on_the_doc_dates_its_roles(nlp):
    for date, holder in (("2018-05-01", "nursultan-nazarbayev"), ("2024-05-01", "kassym-jomart-tokayev")):
        doc = nlp.make_doc("The President of Kazakhstan spoke.")
        doc._.date = date
        assert [ent.kb_id_ for ent in nlp(doc).ents] == [holder]


def test_findings_of_a_trained_pipeline_fill_only_the_gaps(tmp_path):
    """A saved pipeline with an entity recognizer stands for a trained one: what matters is that it ran before."""
    trained = spacy.blank("en")
    ruler = trained.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "GPE", "pattern": "Zzyzx"}, {"label": "ORG", "pattern": "Baku"},
        {"label": "DATE", "pattern": "left"}])
    trained.to_disk(tmp_path / "model")
    doc = components.pipeline("en", trained=str(tmp_path / "model"))(TEXT)
    assert {(ent.text, ent.label_, ent._.rule) for ent in doc.ents if ent.text in ("Zzyzx", "Baku", "left")} == {
        ("Zzyzx", "PLACE", "model"), ("Baku", "PLACE", "alias")}


def test_the_best_installed_pipeline_is_taken(monkeypatch):
    monkeypatch.setattr(components, "is_package", lambda name: name == "en_core_web_sm")
    monkeypatch.setattr(components.spacy, "load", lambda name: spacy.blank("en", meta={"name": name}))
    assert components.pipeline("en").meta["name"] == "en_core_web_sm"


def test_displacy_draws_the_mentions(nlp):
    assert "Baku" in spacy.displacy.render(nlp(TEXT), style="ent", page=False, jupyter=False)


def test_what_cannot_work_says_so():
    with pytest.raises(InputError, match="fr"):
        components.pipeline("fr")
    with pytest.raises(InputError, match="not installed"):
        components.pipeline("en", trained="no_such_pipeline")


def test_an_empty_text_stays_empty(nlp):
    assert len(nlp("")) == 0 and isinstance(nlp("  ").ents, tuple) and Span is not None
