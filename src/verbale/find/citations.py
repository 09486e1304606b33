"""Citations of documents: symbols printed in full, and numbers of resolutions and decisions in their clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from verbale.find.passage import Passage
from verbale.lexicon.cited_words import number_seeds
from verbale.lexicon.clauses import find_mentions
from verbale.lexicon.document_numbers import bracketed_seeds
from verbale.lexicon.mentions import Certainty, Mention
from verbale.lexicon.organ_sessions import HUMAN_RIGHTS_COUNCIL
from verbale.lexicon.pinpoints import pinpoint_after, pinpoint_before
from verbale.lexicon.repeating import Repeat, begins_with_repeat, find_repeats, ibid_words
from verbale.lexicon.symbols import Printed, printed_symbols, reporting_organ
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind

_NEAR = 12  # characters before a number in which 第 stands
_START = attrgetter("start")
_CORRIGENDUM = re.compile(r"/Corr\.[0-9]+$")


@dataclass(slots=True)
class _Scanned:
    """A passage and what was found in it."""

    passage: Passage
    symbols: Sequence[Printed]
    mentions: Sequence[Mention]
    repeats: Sequence[Repeat]


def find_citations(passages: Sequence[Passage]) -> list[Annotation]:
    """One citation for each document named, in reading order; of a list each member with its own span.

    Values are ``{"symbol": "A/RES/76/53"}`` with ``pinpoint`` and ``date`` where they are printed, and
    ``{"symbol": None, "candidates": [...]}`` for a number that goes with neither the body named nor the date, or is
    another body's.
    """
    scanned = [
        found
        for passage in passages
        if passage.node.kind is not NodeKind.MASTHEAD and (found := _scan(passage)) is not None
    ]
    known = _known(scanned)
    return list(_with_repeats(scanned, [_annotations(one, known) for one in scanned]))


def seeds(language: Language) -> frozenset[str]:
    """What every text with a citation has one of: a slash, a bracket before a year or session, "resolution 1"."""
    return frozenset({"/", "㈠", *bracketed_seeds(language), *number_seeds(language), *ibid_words(language)})


def _scan(passage: Passage) -> _Scanned | None:
    text, language = passage.text, passage.language
    symbols = printed_symbols(text, language)
    mentions = find_mentions(text, language, [one[:2] for one in symbols])
    repeats = find_repeats(text, language)
    if not (symbols or mentions or repeats):
        return None
    # A document has many of these, most with one kind alone: no list is kept that is empty.
    return _Scanned(passage, symbols or (), mentions or (), repeats or ())


def _known(scanned: Iterable[_Scanned]) -> dict[tuple[str, ...], str]:
    """Numbers that fit several bodies, with the one that the document itself names beside them somewhere."""
    known: dict[tuple[str, ...], str] = {}
    for one in scanned:
        for mention in one.mentions:
            if mention.sure:
                known.setdefault(_key(mention), mention.symbols[0])
                if mention.number.shape in ("year", "plain"):
                    known.setdefault(("plain", str(mention.number.head), ""), mention.symbols[0])
    return known


def _key(mention: Mention) -> tuple[str, ...]:
    return (mention.number.shape, str(mention.number.head), mention.number.tail)


def _annotations(one: _Scanned, known: dict[tuple[str, ...], str]) -> list[Annotation]:
    found = [_of_symbol(one.passage, printed) for printed in one.symbols]
    if not one.mentions:
        return sorted(found, key=_START) if len(found) > 1 else found
    # Numbers cited from the report of a body are the body's own.
    reports = [(organ, printed.end) for printed in one.symbols if (organ := reporting_organ(printed.symbol))]
    report = other = None
    for organ, end in reversed(reports):
        if organ == HUMAN_RIGHTS_COUNCIL:
            report = end
        else:
            other = end
    # After "Ibid." a number is of whatever body the note before cites.
    text, language = one.passage.text, one.passage.language
    for mention in one.mentions:
        if _is_bare(mention) and (
            (other is not None and other < mention.number.start) or begins_with_repeat(text, language)
        ):
            found.append(_of_mention(one.passage, mention, None, "number-open"))
            continue
        from_report = report is not None and report < mention.number.start
        resolved = (_of_council(mention) if from_report else None) or _resolved(mention, known)
        if resolved is not None:
            found.append(_of_mention(one.passage, mention, *resolved))
    return sorted(found, key=_START)


def _is_bare(mention: Mention) -> bool:
    return mention.number.shape in ("session", "special") and not mention.organ and mention.date is None


def _of_council(mention: Mention) -> tuple[str, str] | None:
    symbol = next((symbol for symbol in mention.symbols if symbol.startswith("A/HRC/")), None)
    return (symbol, "number-in-report") if symbol is not None else None


def _resolved(mention: Mention, known: dict[tuple[str, ...], str]) -> tuple[str | None, str] | None:
    """The symbol and how it was decided; no symbol for a number that stays open, nothing for one that is none."""
    if mention.sure:
        return mention.symbols[0], "number"
    remembered = known.get(_key(mention))
    if mention.certainty is not Certainty.OPEN and remembered in mention.symbols:
        return remembered, "number-named-elsewhere"
    if mention.certainty is Certainty.LIKELY:
        return mention.symbols[0], "number-unnamed"
    # What merely stands somewhere behind the word for a resolution may be a fraction or a page.
    return (None, "number-open") if mention.beside and mention.number.shape != "plain" else None


def _of_symbol(passage: Passage, printed: Printed) -> Annotation:
    value: dict[str, object] = {"symbol": printed.symbol}
    text, language, resolution = passage.text, passage.language, "/RES/" in printed.symbol
    start, end = printed.start, printed.end
    behind = pinpoint_after(text, end, language, resolution)
    before = None if behind else pinpoint_before(text, start, language, resolution)
    if behind is not None:
        value["pinpoint"], end = behind.text, behind.end
    elif before is not None:
        value["pinpoint"], start = before.text, before.start
    return passage.annotation(AnnotationKind.CITATION, start, end, value, "citation/symbol")


def _of_mention(passage: Passage, mention: Mention, symbol: str | None, rule: str) -> Annotation:
    text, language = passage.text, passage.language
    start, end = mention.number.start, mention.number.end
    if language is Language.ZH:
        start, end = _with_signs(text, start, end)
    if mention.word is not None:
        start, end = min(start, mention.word[0]), max(end, mention.word[1])
    value: dict[str, object] = {"symbol": symbol}
    if symbol is None:
        value["candidates"] = list(mention.symbols)
    behind = pinpoint_after(text, end, language, not mention.decision)
    before = None if behind else pinpoint_before(text, start, language, not mention.decision)
    if behind is not None:
        value["pinpoint"], end = behind.text, behind.end
    elif before is not None:
        value["pinpoint"], start = before.text, before.start
    if mention.date and len(mention.date) == len("2004-04-28"):
        value["date"] = mention.date
    return passage.annotation(AnnotationKind.CITATION, start, end, value, f"citation/{rule}")


def _with_repeats(scanned: Sequence[_Scanned], found: Sequence[list[Annotation]]) -> Iterator[Annotation]:
    """All citations in order, with one for each ``Ibid.``: the document cited right before, at a place of its own.

    A note repeats the last citation of its own or of the note before it, running text the last one above.
    """
    last: dict[bool, tuple[Node, Sequence[Annotation]]] = {}
    for one, cited in zip(scanned, found, strict=True):
        node = one.passage.node
        noted = node.kind is NodeKind.FOOTNOTE
        if not one.repeats:
            if cited:
                last[noted] = (node, cited)
                yield from cited
            continue
        above = _main_above(last.get(noted), node, noted=noted)
        named: dict[object, Annotation] = {}
        repeated: list[Annotation] = []
        reached = 0
        for repeat in one.repeats:
            start, _ = one.passage.original(repeat.start, repeat.end)
            while reached < len(cited) and cited[reached].start < start:
                named[cited[reached].value["symbol"]] = cited[reached]
                reached += 1
            here = [*repeated[-1:], *cited[max(reached - 1, 0) : reached]]
            before = _main_of(max(here, key=_START), named, repeated[-1:]) if here else None
            if (before := before or above) is not None:
                repeated.append(_of_repeat(one.passage, repeat, before))
        everything = sorted([*cited, *repeated], key=_START) if repeated else cited
        if everything:
            last[noted] = (node, everything)
        yield from everything


def _main_above(above: tuple[Node, Sequence[Annotation]] | None, node: Node, *, noted: bool) -> Annotation | None:
    """What the last node with citations cites last, where a node may repeat it."""
    if above is None or (noted and not _is_next(above[0], node)):
        return None
    cited = above[1]
    return _main_of(cited[-1], {each.value["symbol"]: each for each in cited})


def _main_of(last: Annotation, named: Mapping[object, Annotation], repeated: Sequence[Annotation] = ()) -> Annotation:
    """What is cited last; of a document and its corrigenda the document, where it was named or repeated before."""
    symbol = str(last.value["symbol"])
    corrected = _CORRIGENDUM.sub("", symbol)
    if corrected == symbol:
        return last
    return next((one for one in repeated if one.value["symbol"] == corrected), named.get(corrected, last))


def _is_next(before: Node, node: Node) -> bool:
    """Whether no note stands between two; where their marks are no numbers that is taken for granted."""
    one, other = ((each.label or "").strip("()[]. ") for each in (before, node))
    return not (one.isdecimal() and other.isdecimal()) or int(other) - int(one) in (0, 1)


def _of_repeat(passage: Passage, repeat: Repeat, before: Annotation) -> Annotation:
    value = {key: each for key, each in before.value.items() if key in ("symbol", "candidates")}
    pinpoint = pinpoint_after(passage.text, repeat.end, passage.language, "/RES/" in str(value["symbol"]))
    if pinpoint is not None:
        value["pinpoint"] = pinpoint.text
    end = pinpoint.end if pinpoint is not None else repeat.end
    return passage.annotation(AnnotationKind.CITATION, repeat.start, end, value, "citation/repeated")


def _with_signs(text: str, start: int, end: int) -> tuple[int, int]:
    """The number with 第 before and 号 behind it, where they stand."""
    before = text[max(0, start - _NEAR) : start].rstrip()
    behind = text[end : end + 2]
    if before.endswith("第"):
        start -= min(start, _NEAR) - len(before) + 1
    if behind.lstrip().startswith("号"):
        end += len(behind) - len(behind.lstrip()) + 1
    return start, end
