"""Passages between quotation marks, compared with the texts at hand from which they are taken.

A text is meant when the paragraph with the quotation cites it, or when it has no symbol and no form of a United
Nations document: a treaty or an opinion that was given as a source. What an author marks is no difference: an ellipsis,
and words in square brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verbale.check.claim_context import ClaimContext
from verbale.check.context import CheckContext, Example, Findings, Need, Rule, RuleSet
from verbale.check.passages import Passages, PlacedWord, QuotedFrom, WordChange, words_of
from verbale.model.annotation import AnnotationKind
from verbale.model.document import Document
from verbale.model.finding import Finding, Place, Severity
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind

# Arabic documents also print the two curved marks the other way about.
_MARKS = (("\u201c", "\u201d"), ("\u201d", "\u201c"), ("\u00ab", "\u00bb"), ('"', '"'), ("\u300c", "\u300d"))
_QUOTED = re.compile(
    "|".join(rf"{opens}(?=[^\s,;.\u060c])([^{opens}{closes}]+)(?<=\S){closes}" for opens, closes in _MARKS)
)
_LEFT_OUT = re.compile(r"[\[(]?(?:\u2026+|\.\.\.+)[\])]?")
_PUT_IN = re.compile(r"\[[^\]]*\]")
_PART = re.compile(r"\[[A-Z-]+\]$")
_FEWEST = {Language.ZH: 14}  # characters, where words are not parted
_FEWEST_WORDS = 8  # below that words are a term and no quotation
_MOST_CHANGES = 4  # changes printed in one finding
_NOT_SAID = frozenset({NodeKind.FURNITURE, NodeKind.MASTHEAD})


@dataclass(frozen=True, slots=True)
class _KnownPassage:
    node: Node
    language: Language
    words: Sequence[PlacedWord]
    put_in: frozenset[int]
    """Before which of its words something stands in brackets."""


def find_quotations(context: CheckContext) -> Findings:
    """Every quotation from a text at hand: with the same words, or with others. Never raises."""
    if context.passages is None:
        return {}
    view = ClaimContext(context.document)
    found = [
        _finding(view, passage, taken)
        for passage in _passages(context.document)
        if (taken := _source(view, passage, context.passages)) is not None
    ]
    return {context.document.source.name: found}


def _passages(document: Document) -> Iterator[_KnownPassage]:
    for node in document.nodes:
        language = node.language or document.language
        if language is None or node.kind in _NOT_SAID:
            continue
        for quoted in _QUOTED.finditer(node.text):
            start, end = quoted.span(quoted.lastindex or 0)
            for low, high in _unbroken(node.text, start, end):
                passage = _read(node, language, low, high)
                if len(passage.words) >= _FEWEST.get(language, _FEWEST_WORDS):
                    yield passage


def _unbroken(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a quotation between its ellipses."""
    for gap in _LEFT_OUT.finditer(text, start, end):
        yield start, gap.start()
        start = gap.end()
    yield start, end


def _read(node: Node, language: Language, low: int, high: int) -> _KnownPassage:
    brackets = [one.span() for one in _PUT_IN.finditer(node.text, low, high)]
    words: list[PlacedWord] = []
    put_in = set()
    for one in words_of(node.text[low:high]):
        start, end = one.start + low, one.end + low
        if any(opens <= start < closes for opens, closes in brackets):
            put_in.add(len(words))
        else:
            words.append(PlacedWord(one.text, start, end))
    return _KnownPassage(node, language, words, frozenset(put_in))


def _source(view: ClaimContext, passage: _KnownPassage, passages: Passages) -> QuotedFrom | None:
    cited = {
        _PART.sub("", symbol)
        for one in view.found.get(passage.node.ref, ())
        if one.kind is AnnotationKind.CITATION and isinstance(symbol := one.value["symbol"], str)
    }
    own = view.document

    def is_meant(document: Document) -> bool:
        symbol = document.facts.symbol
        if document.source == own.source or (symbol and symbol == own.facts.symbol):
            return False
        return _PART.sub("", symbol) in cited if symbol else document.profile == "generic"

    return passages.find_taken(passage.words, passage.language, is_meant)


def _finding(view: ClaimContext, passage: _KnownPassage, taken: QuotedFrom) -> Finding:
    name = taken.document.facts.symbol or taken.document.source.name
    changes = [change for change in taken.changes if not _is_marked(passage, change)]
    listed = "; ".join(_in_words(passage, taken, change) for change in changes[:_MOST_CHANGES])
    more = f"; and {len(changes) - _MOST_CHANGES} more" if len(changes) > _MOST_CHANGES else ""
    message = (
        f"Quoted from {name}, {taken.node.ref}, with other words: {listed}{more}."
        if changes
        else f"Quoted from {name}, {taken.node.ref}, word by word."
    )
    return Finding(
        "quotation/differs" if changes else "quotation/exact",
        Severity.WARNING if changes else Severity.NOTE,
        message,
        passage.node.ref,
        passage.words[0].start,
        passage.words[-1].end,
        related=(Place(taken.document.source.name, taken.node.ref, taken.start, taken.end),),
    )


def _is_marked(passage: _KnownPassage, change: WordChange) -> bool:
    """Whether the words that are missing are those for which something was put in brackets."""
    return change.quoted[0] == change.quoted[1] and change.quoted[0] in passage.put_in


def _in_words(passage: _KnownPassage, taken: QuotedFrom, change: WordChange) -> str:
    mine = _slice(passage.node.text, passage.words, change.quoted)
    its = _slice(taken.node.text, taken.words, change.known)
    if not mine:
        return f"“{its}” is left out"
    return f"“{mine}” where the text has “{its}”" if its else f"“{mine}” is added"


def _slice(text: str, words: Sequence[PlacedWord], stretch: tuple[int, int]) -> str:
    first, last = stretch
    return text[words[first].start : words[last - 1].end] if first < last else ""


_RESOLUTION = (
    "United Nations A/RES/76/900\n\nGeneral Assembly\n\nResolution adopted by the General Assembly on 6 December 2021"
    "\n\n76/900. Disarmament\n\nThe General Assembly,\n\n1. Calls upon all States without delay to reply to the call;"
    "\n\n2. Requests all States to tell the Secretary-General what they did in the year before;\n\n3. Thanks them.\n"
)
_QUOTING = "1. In resolution 76/900 the Assembly asked “all States to tell the Secretary-General {}”, and they did.\n"
_RULES = (
    Rule(
        "quotation/differs",
        Severity.WARNING,
        "a passage between quotation marks with other words than the text at hand has",
        Example((_QUOTING.format("what they had done in the year before"),), (_RESOLUTION,)),
        Example((_QUOTING.format("…"),), (_RESOLUTION,)),
    ),
    Rule(
        "quotation/exact",
        Severity.NOTE,
        "a passage between quotation marks with the words of the text at hand",
        Example((_QUOTING.format("what they did in the year before"),), (_RESOLUTION,)),
        Example((_QUOTING.replace("76/900", "76/901").format("what they did in the year before"),), (_RESOLUTION,)),
    ),
)

QUOTATION = RuleSet(frozenset({Need.DOCUMENT}), _RULES, find_quotations)
"""Passages quoted from texts at hand."""
