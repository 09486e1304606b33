"""The symbol or number that a document bears itself: on a line of its own, or before its title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from verbale.lexicon.document_numbers import find_document_numbers, printed_number
from verbale.lexicon.printed import scannable
from verbale.lexicon.symbols import printed_symbols
from verbale.model.language import Language

_EDGE = "* "
# A mark of reissue may stand behind a symbol: A/77/123*.
_BETWEEN_JOINED = "-"
_UNKNOWN_SERIES = re.compile(r"[A-Z]{2,8}/[A-Z]{1,5}\.\d+(?:/[A-Z0-9][\w.()-]*)+")
_BEHIND_NUMBER = re.compile(r" ?\.? +")
_LONGEST_NUMBER = 24  # characters at the beginning of a title
_SHAPES = frozenset({"session", "special", "emergency", "yearly", "year"})


class LineSymbol(NamedTuple):
    """A symbol on a line: ``rest`` is what else stands there, ``last`` whether the line ends with the symbol."""

    symbol: str
    rest: str
    last: bool


def symbols_of_line(text: str) -> Iterator[LineSymbol]:
    """The symbol that a line opens with and the one it ends with; of two joined by a dash the first."""
    scanned = scannable(text)[0].strip(_EDGE)
    found = printed_symbols(scanned)
    if not found:
        return
    for at in dict.fromkeys((0, len(found) - 1)):
        first = last = at
        while first and scanned[found[first - 1].end : found[first].start] == _BETWEEN_JOINED:
            first -= 1
        while last + 1 < len(found) and scanned[found[last].end : found[last + 1].start] == _BETWEEN_JOINED:
            last += 1
        start, end = found[first].start, found[last].end
        yield LineSymbol(found[first].symbol, (scanned[:start] + scanned[end:]).strip(_EDGE), end == len(scanned))


def is_of_unknown_series(text: str) -> bool:
    """Whether a text is a symbol by its shape, of a series that the table does not have: ``ABC/WG.1/2``."""
    return _UNKNOWN_SERIES.fullmatch(text) is not None


def number_of_title(title: str, language: Language | None, *, decision: bool) -> tuple[str, int] | None:
    """The symbol of a resolution or decision whose title opens with its number, and where the words of it begin."""
    scanned, places = scannable(title)
    lead = len(scanned) - len(scanned.lstrip())
    numbers = find_document_numbers(scanned[: lead + _LONGEST_NUMBER], language or Language.EN)
    if not numbers or numbers[0].start != lead or numbers[0].shape not in _SHAPES:
        return None
    number = numbers[0]
    behind = _BEHIND_NUMBER.match(scanned, number.end)
    if behind is None or behind.end() == len(scanned):
        return None
    return printed_number(number, decision=decision), places.starts[behind.end()] if places else behind.end()
