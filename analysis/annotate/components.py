"""The annotators as a spaCy pipeline, for those who work with ``Doc`` objects.

The component ``caspian`` wraps the same core as the command line: it sets sentence starts, ``Doc.ents`` (label = type
of the codebook, ``kb_id_`` = entity), ``Doc.spans["mentions"]`` (all mentions, states inside titles too) and
``Doc.spans["quotes"]``. Exact offsets, which a token can cut, stand in ``Doc._.annotation``. Findings of a trained
pipeline that ran before are kept where neither the knowledge base nor a rule has anything to say.

>>> nlp = pipeline("en")
>>> [(ent.text, ent.kb_id_) for ent in nlp("President Ilham Aliyev arrived in Astana.").ents]
[('Ilham Aliyev', 'ilham-aliyev'), ('Astana', 'astana')]
"""

from __future__ import annotations

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans, is_package

from ..errors import InputError
from ..knowledge import LANGUAGES
from . import pipeline as core
from .model import Document, Mention
from .romanize import slug

#: Trained pipelines by language, best first; used when one is installed.
TRAINED = {
    "en": ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm"),
    "ru": ("ru_core_news_lg", "ru_core_news_md", "ru_core_news_sm"),
    "tr": ("tr_core_news_trf", "tr_core_news_lg", "tr_core_news_md"),
    "az": ("xx_ent_wiki_sm",),
    "kk": ("xx_ent_wiki_sm",),
}
#: Labels of trained pipelines in the codebook's types; labels not listed are no mentions of the codebook.
_LABELS = {
    "PERSON": "PERSON",
    "PER": "PERSON",
    "ORG": "ORG",
    "ORGANIZATION": "ORG",
    "GPE": "PLACE",
    "LOC": "PLACE",
    "LOCATION": "PLACE",
    "FAC": "PLACE",
    "EVENT": "EVENT",
    "LAW": "DOCUMENT",
}


def _register_extensions() -> None:
    if not Doc.has_extension("annotation"):
        Doc.set_extension("annotation", default=None)
        Doc.set_extension("date", default=None)
    if not Span.has_extension("kind"):
        for name in ("kind", "rule", "speakers", "themes", "frames", "tone"):
            Span.set_extension(name, default=None)


_register_extensions()


@Language.factory("caspian", assigns=["doc.ents", "doc.spans", "token.is_sent_start"])
def make_component(nlp: Language, name: str) -> CaspianComponent:
    """The component for the pipeline's language ("xx" pipelines detect it per document)."""
    return CaspianComponent(None if nlp.lang not in LANGUAGES else nlp.lang)


class CaspianComponent:
    """Runs the core over ``Doc.text`` (``Doc._.date`` dates the roles, if it is set) and writes spaCy's attributes."""

    def __init__(self, language: str | None) -> None:
        self.language = language

    def __call__(self, doc: Doc) -> Doc:
        if not doc.text.strip():
            return doc
        annotated = core.annotate("doc", doc.text, language=self.language, date=doc._.date).doc
        model_ents = list(doc.ents)
        doc._.annotation = annotated
        _sentences(doc, annotated)
        spans = [span for mention in annotated.mentions if (span := _span(doc, mention)) is not None]
        doc.spans["mentions"] = spans
        doc.spans["quotes"] = [
            span
            for start, end in annotated.quotes
            if (span := doc.char_span(start, end, label="QUOTE", alignment_mode="expand")) is not None
        ]
        ours = filter_spans(spans)
        taken = {token.i for span in ours for token in span}
        doc.set_ents(
            ours + [kept for span in model_ents if (kept := _from_model(doc, span, taken, annotated)) is not None]
        )
        return doc


def _sentences(doc: Doc, annotated: Document) -> None:
    starts = {}
    sentence_spans = []
    for sentence in annotated.sentences:
        span = doc.char_span(sentence.start, sentence.end, label="SENTENCE", alignment_mode="expand")
        if span is not None:
            starts[span.start] = True
            span._.speakers, span._.tone = sentence.speakers, sentence.tone
            index = annotated.sentences.index(sentence)
            for axis, attribute in (("theme", "themes"), ("frame", "frames")):
                setattr(
                    span._,
                    attribute,
                    sorted({code.code for code in annotated.codes if code.sentence == index and code.axis == axis}),
                )
            sentence_spans.append(span)
    if not doc.has_annotation("DEP"):  # a parser's own boundaries cannot be changed
        for token in doc:
            token.is_sent_start = token.i == 0 or starts.get(token.i, False)
    doc.spans["sentences"] = sentence_spans


def _span(doc: Doc, mention: Mention) -> Span | None:
    span = doc.char_span(mention.start, mention.end, label=mention.type, kb_id=mention.entity, alignment_mode="expand")
    if span is not None:
        span._.kind, span._.rule = mention.kind, mention.rule
    return span


def _from_model(doc: Doc, span: Span, taken: set[int], annotated: Document) -> Span | None:
    label = _LABELS.get(span.label_)
    if label is None or any(token.i in taken for token in span):
        return None
    kept = Span(doc, span.start, span.end, label=label, kb_id=slug(span.text, annotated.language, annotated.script))
    kept._.kind, kept._.rule = "name", "model"
    return kept


def pipeline(language: str, trained: str | None = "auto") -> Language:
    """A spaCy pipeline that annotates a language (en az ru kk tr).

    Parameters
    ----------
    trained: ``"auto"`` takes the best trained pipeline that is installed and a blank one if none is; a name takes
        that one; ``None`` never takes one.

    Raises
    ------
    InputError: the language is none of the five, or the named pipeline is not installed.
    """
    if language not in LANGUAGES:
        raise InputError(f"no annotators for the language “{language}”", remedy=f"Use one of {', '.join(LANGUAGES)}")
    name = next((name for name in TRAINED[language] if is_package(name)), None) if trained == "auto" else trained
    if name is not None:
        try:
            nlp = spacy.load(name)
        except OSError:
            raise InputError(
                f"the spaCy pipeline “{name}” is not installed",
                remedy=f"Install it (python -m spacy download {name}) or leave it out",
            ) from None
    else:
        nlp = spacy.blank("xx" if language == "kk" else language)  # spaCy has no Kazakh
    nlp.add_pipe("caspian")
    if nlp.lang != language:
        component = nlp.get_pipe("caspian")
        component.language = language
    return nlp
