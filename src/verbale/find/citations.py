"""Citations of documents: symbols printed in full, and numbers of resolutions and decisions in their clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from verbale.find.passage import Passage
from verbale.lexicon.clauses import find_mentions
from verbale.lexicon.document_numbers import bracketed_seeds
from verbale.lexicon.mentions import Mention
from verbale.lexicon.pinpoints import pinpoint_after, pinpoint_before
from verbale.lexicon.symbols import Printed, printed_symbols
from verbale.lexicon.tables import read_words
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.language import Language
from verbale.model.node import NodeKind

# Supplement No. 53 of each session is the report of the Human Rights Council: numbers cited from it are the Council's.
_COUNCIL_REPORT = re.compile(r"A/[0-9]+/53(?:/Add\.1)?")

# Reports of commissions to the Economic and Social Council, and those of Habitat, of the Trade and Development Board
# and of the Governing Council of UNEP to the General Assembly: numbers cited from them are the body's own.
_OTHER_REPORT = re.compile(r"E/[0-9]{4}/[0-9]+|A/[0-9]+/(?:8|15|25)")

_NEAR = 12


@dataclass(frozen=True, slots=True)
class _Scanned:
    """A passage and what was found in it."""

    passage: Passage
    symbols: Sequence[Printed]
    mentions: Sequence[Mention]


def find_citations(passages: Sequence[Passage]) -> list[Annotation]:
    """One citation for each document named, in reading order; of a list each member with its own span."""
    scanned = [
        found
        for passage in passages
        if passage.node.kind is not NodeKind.MASTHEAD and (found := _scan(passage)) is not None
    ]
    known = _known(scanned)
    return [annotation for one in scanned for annotation in _annotations(one, known)]


def seeds(language: Language) -> frozenset[str]:
    """Signs of which one stands in every text with a citation: a stroke, a bracket before a year or session, 第一㈠."""
    return frozenset({"/", "㈠", *bracketed_seeds(language)})


def _scan(passage: Passage) -> _Scanned | None:
    symbols = printed_symbols(passage.text, passage.language)
    mentions = find_mentions(passage.text, passage.language, [(one.start, one.end) for one in symbols])
    return _Scanned(passage, symbols, mentions) if symbols or mentions else None


def _known(scanned: Iterable[_Scanned]) -> dict[tuple[str, ...], str]:
    """Numbers that fit several bodies, with the one that the document itself names beside them somewhere."""
    known: dict[tuple[str, ...], str] = {}
    for one in scanned:
        for mention in one.mentions:
            if mention.sure:
                known.setdefault(_key(mention), mention.symbols[0])
    return known


def _key(mention: Mention) -> tuple[str, ...]:
    return (mention.number.shape, str(mention.number.head), mention.number.tail)


def _annotations(one: _Scanned, known: dict[tuple[str, ...], str]) -> list[Annotation]:
    found = [_of_symbol(one.passage, printed) for printed in one.symbols]
    other = next((printed.end for printed in one.symbols if _OTHER_REPORT.fullmatch(printed.symbol)), None)
    report = next((printed.end for printed in one.symbols if _COUNCIL_REPORT.fullmatch(printed.symbol)), None)
    # After "Ibid." a number is of whatever body the note before cites.
    ibid = one.passage.text.lower().startswith(_ibid(one.passage.language))
    for mention in one.mentions:
        if (ibid or (other is not None and other < mention.number.start)) and _is_bare(mention):
            continue
        from_report = report is not None and report < mention.number.start
        resolved = _of_council(mention) if from_report else None
        resolved = resolved or _resolved(mention, known)
        if resolved is not None:
            found.append(_of_mention(one.passage, mention, *resolved))
    return sorted(found, key=lambda annotation: annotation.start)


@cache
def _ibid(language: Language) -> tuple[str, ...]:
    rows = read_words("references")
    return tuple(row["text"].lower() for row in rows if row["kind"] == "ibid" and row["language"] == language)


def _is_bare(mention: Mention) -> bool:
    return mention.number.shape in ("session", "special") and not mention.organ and mention.date is None


def _of_council(mention: Mention) -> tuple[str, str] | None:
    symbol = next((symbol for symbol in mention.symbols if symbol.startswith("A/HRC/")), None)
    return (symbol, "number-in-report") if symbol is not None else None


def _resolved(mention: Mention, known: dict[tuple[str, ...], str]) -> tuple[str, str] | None:
    """The symbol and how it was decided."""
    if mention.sure:
        return mention.symbols[0], "number"
    remembered = known.get(_key(mention))
    if remembered is not None and remembered in mention.symbols:
        return remembered, "number-named-elsewhere"
    if len(mention.symbols) == 1 and mention.symbols[0].startswith("A/HRC/"):
        return (mention.symbols[0], "number") if mention.distant in ("human_rights_council", "council") else None
    return mention.symbols[0], "number-unnamed"


def _of_symbol(passage: Passage, printed: Printed) -> Annotation:
    value: dict[str, object] = {"symbol": printed.symbol}
    pinpoint = pinpoint_after(passage.text, printed.end, passage.language, "/RES/" in printed.symbol)
    end = printed.end
    if pinpoint is not None:
        value["pinpoint"] = pinpoint.text
        end = pinpoint.end
    return passage.annotation(AnnotationKind.CITATION, printed.start, end, value, "citation/symbol")


def _of_mention(passage: Passage, mention: Mention, symbol: str, rule: str) -> Annotation:
    text, language = passage.text, passage.language
    start, end = mention.number.start, mention.number.end
    if language is Language.ZH:
        start, end = _with_signs(text, start, end)
    if mention.word is not None:
        start, end = min(start, mention.word[0]), max(end, mention.word[1])
    value: dict[str, object] = {"symbol": symbol}
    behind = pinpoint_after(text, end, language, not mention.decision)
    before = None if behind else pinpoint_before(text, start, language, not mention.decision)
    if behind is not None:
        value["pinpoint"], end = behind.text, behind.end
    elif before is not None:
        value["pinpoint"], start = before.text, before.start
    if mention.date:
        value["date"] = mention.date
    return passage.annotation(AnnotationKind.CITATION, start, end, value, f"citation/{rule}")


def _with_signs(text: str, start: int, end: int) -> tuple[int, int]:
    """The number with 第 before and 号 behind it, where they stand."""
    before = text[max(0, start - _NEAR) : start].rstrip()
    behind = text[end : end + 2]
    if before.endswith("第"):
        start -= min(start, _NEAR) - len(before) + 1
    if behind.lstrip().startswith("号"):
        end += len(behind) - len(behind.lstrip()) + 1
    return start, end
