"""Numbers of resolutions that stand alone behind the word for one: ``resolution 1540``, ``第1540号决议``.

They have neither a slash nor a year in brackets: what they name is for their body or their date to say.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest

from verbale.lexicon.cited_dates import date_after
from verbale.lexicon.cited_words import Event
from verbale.lexicon.citing import citation_joints, symbol_words
from verbale.lexicon.document_numbers import DocumentNumber
from verbale.lexicon.patterns import alternatives
from verbale.model.language import Language

# No year, session, part of a longer mark or decimal follows.
_FIGURES = r"(?P<number>[1-9][0-9]{0,3})(?![0-9/]"
_NUMBER = rf"{_FIGURES}| ?\( ?[0-9IVXLSEد]| [A-Z] ?\(|[.,:-][0-9])(?![^\W\d_])"
_ENDS = re.compile(r" ?(?:[,.;:)،؛]|\Z)")
_HAN = re.compile(rf"第 ?{_FIGURES}) ?号")
_UP_TO_BODY = 12  # characters from a number to the body behind it
_BETWEEN = 8  # characters between the word for a resolution and its body


@cache
def _first(language: Language) -> re.Pattern[str]:
    number = alternatives(symbol_words("number", language))
    return re.compile(rf" (?:(?:{number}) ?)?{_NUMBER}")


@cache
def _next(language: Language) -> re.Pattern[str]:
    also = alternatives([*citation_joints("and", language), *citation_joints("or", language)])
    number = alternatives(symbol_words("number", language))
    return re.compile(
        rf"(?:[,،] ?(?:(?:{also}) ?)?| (?:{also}) ?)(?:[^\W\d]{{1,3}} ){{0,2}}(?:(?:{number}) ?)?{_NUMBER}"
    )


def find_plain_numbers(text: str, events: Sequence[Event], language: Language) -> list[DocumentNumber]:
    """All such numbers, those of a list each, in order."""
    if language is Language.ZH:
        return [_number(match) for match in _HAN.finditer(text)]
    found: list[DocumentNumber] = []
    bodies = [event.start for event in events if event.kind == "organ"]
    for event, following in zip_longest(events, events[1:]):
        if event.kind == "type" and event.key == "resolution":
            found += _list(text, event.end, bodies, language)
            # Arabic has the body between the two: قرار مجلس الأمن 1540.
            if following is not None and following.kind == "organ" and following.start - event.end <= _BETWEEN:
                found += _list(text, following.end, bodies, language)
    return found


def _list(text: str, start: int, bodies: Sequence[int], language: Language) -> Iterator[DocumentNumber]:
    match = _first(language).match(text, start)
    while match is not None:
        yield _number(match)
        _, dated = date_after(text, match.end(), language)
        match = _next(language).match(text, dated or match.end())
        if match is None or _ENDS.match(text, match.end()) or date_after(text, match.end(), language)[1]:
            continue
        # What counts something stands before its noun, the number of a resolution before its body at most.
        body = bisect_left(bodies, match.end())
        if body == len(bodies) or bodies[body] - match.end() > _UP_TO_BODY:
            return


def _number(match: re.Match[str]) -> DocumentNumber:
    return DocumentNumber(match.start("number"), match.end("number"), "plain", int(match["number"]), "")
