"""Bodies, events, documents and routes: by head word, with their owner, in small letters, abbreviated, by address."""

from __future__ import annotations

import re

from . import bodies, roles
from .context import Context, alike, by_token
from .model import Document
from .roles import Span

_ORDINAL_ENDINGS = {
    "st",
    "nd",
    "rd",
    "th",
    "е",
    "я",
    "й",
    "ое",
    "ая",
    "го",
    "м",
    "ci",
    "cı",
    "cu",
    "cü",
    "inci",
    "uncu",
    "üncü",
    "ші",
    "шы",
    "shi",
    "shy",
    "nci",
    "ncu",
    "ncü",
}
_DOMAIN = re.compile(
    r"(?<![\w@./-])[0-9A-Za-zƏəİıŞşÇçÖöÜüĞğ][\w-]*\.(?i:kz|az|com|org|net|ru|tr|uz|kg|am|ge|info|news|tv)(?![\w/@])"
)
_CAMEL = re.compile(
    r"(?<![\w@./-])(?=\w{6})(?!Ma?c[A-Z]|De[A-Z]|Di[A-Z]|L[ae][A-Z])[A-Z][a-z]+(?:[A-Z][a-z]+)+(?![\w@/.-]*/)"
)


def surroundings(ctx: Context, doc: Document, spans: list[Span], capital: list[bool]) -> bodies.Surroundings:
    taken = ctx.taken(doc, spans)
    people = {token for span in spans if span.type == "PERSON" for token in range(span.first, span.last + 1)}
    for first, last, rule in ctx.people.find(doc, taken, capital, set()):
        if rule != "person:surname":  # given names and initials are sure enough to end a body's name
            people.update(range(first, last + 1))
    places = {
        token for span in spans if span.type in ("COUNTRY", "PLACE") for token in range(span.first, span.last + 1)
    }
    return bodies.Surroundings(capital, people, places)


def with_heads(ctx: Context, doc: Document, spans: list[Span], around: bodies.Surroundings) -> list[Span]:
    """Names with a head word, unless the knowledge base covers the words as well or better."""
    owner = by_token(spans)
    # of two head words in one name the last is its kind ("Security Treaty Organisation"), in Russian the first
    sign = 1 if ctx.language == "ru" else -1
    found = sorted(
        bodies.find(doc, doc.hits.get("head", []), around),
        key=lambda item: (item[0] - item[1], item[0], sign * item[2]),
    )
    common = {hit[0]: hit[1] for hit in doc.hits.get("common-body", ()) if hit[1] > hit[0]}
    for first, last, _, type_ in found:
        if common.get(first, -1) >= last:
            continue  # "Министерство иностранных дел": a body every state has, found with its owner later
        rule = f"{type_.lower()}:head"
        inside = {id(owner[token]): owner[token] for token in range(first, last + 1) if token in owner}.values()
        if any(span.first < first or span.last > last or span.first == first and span.last == last for span in inside):
            continue
        same = [span for span in inside if span.type == type_ and span.rule != rule]
        # a known name with its owner before or behind it is still that thing
        rest = [token for token in range(first, last + 1) if doc.tokens.words[token] not in ("s", "of", "the")]
        core = next(
            (
                span
                for span in same
                if (span.last == last or span.first == first)
                and all(span.first <= token <= span.last or _is_state(owner.get(token)) for token in rest)
            ),
            None,
        )
        entity = core.entity if core is not None else ctx.slug(doc, first, last)
        new = Span(first, last, type_, "name", entity, f"{core.rule}+owner" if core is not None else rule)
        for span in list(inside):
            spans.remove(span)
        spans.append(new)
        for token in range(first, last + 1):
            owner[token] = new
    spans.sort(key=lambda span: span.first)
    return _same_body(ctx, doc, spans)


def _same_body(ctx: Context, doc: Document, spans: list[Span]) -> list[Span]:
    """A shorter form of a body named before is that body: "Diasporla İş üzrə Dövlət Komitəsi" … "Dövlət Komitəsi"."""
    seen: list[tuple[list[str], Span]] = []
    for span in spans:
        if span.type not in ("ORG", "EVENT", "DOCUMENT") or span.kind != "name":
            continue
        words = doc.tokens.words[span.first : span.last + 1]
        if span.rule.endswith(":head"):
            for longer, other in reversed(seen):
                if (
                    other.type == span.type
                    and len(longer) > len(words) > 1
                    and (alike(longer[-len(words) :], words) or alike(longer[: len(words)], words))
                ):
                    span.entity, span.rule = other.entity, f"{span.rule}+short"
                    break
                if other.type == span.type and len(longer) == len(words) and alike(longer, words):
                    span.entity = other.entity
                    break
        seen.append((words, span))
    return spans


def _is_state(span: Span | None) -> bool:
    return span is not None and span.type == "COUNTRY"


def with_owner(ctx: Context, doc: Document, spans: list[Span]) -> list[Span]:
    """A state that says whose body it is belongs to the body's name ("Milli Majlis of Azerbaijan")."""
    out: list[Span] = []
    for number, span in enumerate(spans):
        if (
            span.type == "COUNTRY"
            and span.last + 1 < len(doc.tokens)
            and (number + 1 == len(spans) or spans[number + 1].first > span.last + 1)
            and ctx.wordlists.is_currency(doc.tokens.words[span.last + 1], ctx.language)
        ):
            continue  # "US dollar", "Türk lirası": a currency is no mention
        previous = out[-1] if out else None
        if (
            previous is not None
            and previous.kind == "name"
            and span.kind == "name"
            or (previous is not None and previous.kind == "demonym" and span.type == "ORG")
        ):
            if (
                span.type in ("ORG", "EVENT")
                and previous.type == "COUNTRY"
                and _belongs(ctx, span, previous)
                and _owner_before(ctx, doc, previous, span)
            ):
                out[-1] = Span(
                    previous.first, span.last, span.type, "name", span.entity, f"{span.rule}+owner", span.candidates
                )
                continue
            if (
                span.type == "COUNTRY"
                and previous.type == "ORG"
                and _belongs(ctx, previous, span)
                and _owner_behind(ctx, doc, previous, span)
            ):
                out[-1] = Span(
                    previous.first,
                    span.last,
                    "ORG",
                    "name",
                    previous.entity,
                    f"{previous.rule}+owner",
                    previous.candidates,
                )
                continue
        out.append(span)
    return out


def _belongs(ctx: Context, body: Span, state: Span) -> bool:
    known = ctx.knowledge.entities.get(body.entity)
    return known is None and body.rule.endswith(":head") or known is not None and known.state == state.entity


def _between(ctx: Context, doc: Document, left: Span, right: Span) -> str:
    return doc.folded[doc.tokens.ends[left.last] : doc.tokens.starts[right.first]]


def _owner_before(ctx: Context, doc: Document, state: Span, body: Span) -> bool:
    between = _between(ctx, doc, state, body)
    if ctx.language == "en":
        return between in ("'s ", "' ") or between == " "
    return between == " " and ctx.language != "ru"


def _owner_behind(ctx: Context, doc: Document, body: Span, state: Span) -> bool:
    between = _between(ctx, doc, body, state)
    return between in (" of ", " of the ") if ctx.language == "en" else between == " " and ctx.language == "ru"


def common_bodies(ctx: Context, doc: Document, spans: list[Span]) -> list[Span]:
    """Governments, ministries, embassies, press services written small but named with their state, body or office."""
    for _ in range(2):  # a ministry with its state, then the press service of that ministry
        spans = _common_bodies_once(ctx, doc, spans)
    return _bare_abbreviations(ctx, doc, spans)


def _bare_abbreviations(ctx: Context, doc: Document, spans: list[Span]) -> list[Span]:
    """A ministry without its state ("МИД", "Министерство иностранных дел"): the one the article names, or left open."""
    taken = by_token(spans)
    for first, last, (kind, _) in doc.hits.get("common-body", ()):
        shown = ctx.surface(doc, first, last)
        telling = (
            shown[0].isupper() and kind.startswith("ministry") if last > first else sum(map(str.isupper, shown)) > 1
        )
        if not telling or any(token in taken for token in range(first, last + 1)):
            continue
        named = {span.entity for span in spans if span.type == "ORG" and span.entity.startswith(f"{kind}-of-")}
        spans.append(Span(first, last, "ORG", "name", named.pop() if len(named) == 1 else kind, "body:without-owner"))
    return sorted(spans, key=lambda span: span.first)


def _common_bodies_once(ctx: Context, doc: Document, spans: list[Span]) -> list[Span]:
    hits = [hit for hit in doc.hits.get("common-body", ()) if not roles.inside(hit[0], hit[1], spans)]
    if not hits:
        return spans
    offices = roles.find(doc, doc.hits.get("title", []), spans)
    # "the Prime Minister's press service": an office owns a body like a state does
    owners = [
        Span(office.first, office.last, "ORG", "name", f"{office.roles[0]}-of-{office.owner.entity}", "office")
        for office in offices
        if office.attached is None
    ]
    covered = {token for span in (*spans, *owners) for token in range(span.first, span.last + 1)}
    owners += [
        Span(first, last, "ORG", "name", meant[0], "office")
        for first, last, meant, _ in roles.longest(doc.hits.get("title", []))
        if not covered & set(range(first, last + 1))
    ]
    inside_offices = {
        id(span) for owner in owners for span in spans if owner.first <= span.first and span.last <= owner.last
    }
    outer = sorted([*(span for span in spans if id(span) not in inside_offices), *owners], key=lambda span: span.first)
    for office in roles.find(doc, hits, outer):
        owner = office.owner
        kind = office.roles[0]
        if owner.rule == "office" and kind not in ("press-service", "administration"):
            continue
        entity = ctx.wordlists.common_body_entity(kind, owner.entity, ctx.knowledge) or f"{kind}-of-{owner.entity}"
        spans = [span for span in spans if span.last < office.first or span.first > office.last]
        spans.append(Span(office.first, office.last, "ORG", "name", entity, "body:owner"))
    return sorted(spans, key=lambda span: span.first)


def abbreviated(ctx: Context, doc: Document, spans: list[Span]) -> list[Span]:
    """Abbreviations that the article introduces in brackets, and their later uses."""
    owner = by_token(spans)
    known: dict[str, Span] = {}
    out = list(spans)
    for span in spans:
        if (
            span.type not in ("ORG", "EVENT", "DOCUMENT", "ROUTE")
            or span.kind != "name"
            or span.last + 1 >= len(doc.tokens)
        ):
            continue
        at = span.last + 1
        gap = doc.folded[doc.tokens.ends[span.last] : doc.tokens.starts[at]]
        shown = ctx.surface(doc, at, at)
        if (
            gap.strip() == "("
            and doc.folded[doc.tokens.ends[at] : doc.tokens.ends[at] + 1] in (")", ",")
            and 2 <= len(shown) <= 10
            and sum(letter.isupper() for letter in shown) >= 2
            and at not in owner
        ):
            known[shown] = span
    for span in spans:
        if span.type == "ORG" and span.kind == "name" and span.last - span.first >= 2:
            initials = "".join(doc.text[start] for start in doc.tokens.starts[span.first : span.last + 1])
            capitals = "".join(letter for letter in initials if letter.isupper())
            for shown in {initials.upper(), capitals if len(capitals) > 2 else initials.upper()}:
                known.setdefault(shown, span)  # "Евразийская экономическая комиссия" … "ЕЭК"
    if known:
        for number, (start, end) in enumerate(zip(doc.tokens.starts, doc.tokens.ends, strict=True)):
            span = known.get(doc.text[start:end]) if number not in owner else None
            if span is not None:
                out.append(Span(number, number, span.type, "name", span.entity, "abbreviation:introduced"))
    return sorted(out, key=lambda span: span.first)


def meetings(ctx: Context, doc: Document, spans: list[Span]) -> list[Span]:
    """A numbered meeting or a summit of a named body: "second meeting of the … Council", "Konseyin 2. Toplantısı"."""
    tokens = doc.tokens
    kinds: dict[int, list[tuple[int, str]]] = {}
    for first, last, kind in doc.hits.get("meeting", ()):
        kinds.setdefault(first, []).append((last, kind))
    starting, ending = {span.first: span for span in spans}, {span.last: span for span in spans}
    for first, readings in sorted(kinds.items()):
        last = max((last for last, kind in readings if kind != "ordinal"), default=None)
        if last is None:
            continue
        named = (last, "named") in readings
        before = _ordinal_before(doc, first, kinds)
        if before is None and not named:
            continue
        left = first if before is None else before
        if ctx.language in ("en", "ru"):
            at = last + 1
            while at < len(tokens) and tokens.words[at] in ("of", "the") and ctx.language == "en":
                at += 1
            body, right = starting.get(at), last
            if body is None and ctx.language == "en" and left > 0:
                body = ending.get(left - 1)
            if body is None or body.type != "ORG" or "\n\n" in doc.text[tokens.starts[left] : tokens.ends[body.last]]:
                continue
            left, right = min(left, body.first), max(right, body.last)
        else:
            body = ending.get(left - 1)
            if body is None or body.type != "ORG":
                continue
            left, right = body.first, last
        event = Span(left, right, "EVENT", "name", ctx.slug(doc, left, right), "event:meeting")
        spans = [span for span in spans if span.last < left or span.first > right] + [event]
        starting, ending = {span.first: span for span in spans}, {span.last: span for span in spans}
    return sorted(spans, key=lambda span: span.first)


def _ordinal_before(doc: Document, first: int, kinds: dict[int, list[tuple[int, str]]]) -> int | None:
    """First token of the number that stands before a meeting's head word: a word, "43rd", "2-е", "2.", "II"."""
    words = doc.tokens.words
    at = first - 1
    if at >= 0 and any(kind == "ordinal" and last == at for last, kind in kinds.get(at, ())):
        return at
    if at >= 1 and words[at - 1][0].isdigit() and words[at] in _ORDINAL_ENDINGS:
        return at - 1
    if at >= 0 and words[at].isdigit() and doc.text[doc.tokens.ends[at]] == "." and doc.language in ("tr", "az"):
        return at
    if at >= 0 and re.fullmatch(r"[IVXLC]+", doc.text[doc.tokens.starts[at] : doc.tokens.ends[at]]):
        return at
    return None


def brands(ctx: Context, doc: Document, spans: list[Span]) -> list[Span]:
    """Outlets named by their address ("Ranking.kz") and trade names in camel case ("TruthSocial")."""
    owner = by_token(spans)
    at = {start: number for number, start in enumerate(doc.tokens.starts)}
    new = []
    for pattern, rule in ((_DOMAIN, "org:address"), (_CAMEL, "org:camel-case")):
        for match in pattern.finditer(doc.text):
            first = at.get(match.start())
            if first is None:
                continue
            last = first
            while last + 1 < len(doc.tokens) and doc.tokens.ends[last] < match.end():
                last += 1
            if not any(token in owner for token in range(first, last + 1)):
                new.append(Span(first, last, "ORG", "name", ctx.slug(doc, first, last), rule))
                owner.update(dict.fromkeys(range(first, last + 1), new[-1]))
    return sorted([*spans, *new], key=lambda span: span.first)
