"""Letters of the parts of a resolution behind its number: ``K``, ``M, N and O``, ``A to C``, ``ميم وسين``, ``М и О``.

A word for "and" joins letters, each a part of its own; a dash or a word for "to" makes a range, which is one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from verbale.lexicon.citing import citation_joints, part_letters
from verbale.lexicon.patterns import alternatives
from verbale.model.language import Language

# After Z the parts of a resolution go on with AA, BB.
_LATIN = (*map(chr, range(ord("A"), ord("Z") + 1)), "AA", "BB", "CC", "DD")
# A letter that goes on is none: S-10/2, A/75/901, A.1.
_GOES_ON = r"(?![A-Za-zА-Яа-яء-ي'/]|-[0-9]|\.[A-Za-z0-9])"
_COMMAS = "[,،、]"


class Part(NamedTuple):
    """One letter, or a range of them, as Latin letters: ``K``, ``A-C``; where it stands in the text."""

    start: int
    end: int
    letters: str


@dataclass(frozen=True, slots=True)
class PartGrammar:
    """``several`` is the pattern of a list; the others take it apart."""

    several: str
    item: re.Pattern[str]
    letter: re.Pattern[str]
    latin: dict[str, str]


@cache
def part_grammar(language: Language | None) -> PartGrammar:
    """How parts are printed in a language; without one, as in English."""
    spoken = language or Language.EN
    latin = {letter: letter for letter in _LATIN} | dict(part_letters(spoken))
    letter = f"(?:{alternatives(latin)})"
    to, also = (alternatives(citation_joints(kind, spoken)) for kind in ("to", "and"))
    # The first letter of a range has a dash behind it, which is no sign that it goes on.
    item = rf"{letter}(?: ?(?:-|{to}) ?{letter})?{_GOES_ON}"
    several = rf"{item}(?:(?:{_COMMAS} ?{item})*{_COMMAS}? ?(?:{also}) ?{item})*"
    return PartGrammar(several, re.compile(item), re.compile(letter), latin)


@cache
def parts_pattern(language: Language | None) -> re.Pattern[str]:
    """A list of parts right behind a number, with the space before it."""
    return re.compile(rf" ?(?<![A-Za-z])({part_grammar(language).several})")


def split_parts(text: str, start: int, end: int, language: Language | None) -> list[Part]:
    """The parts in a stretch that ``several`` matched."""
    grammar = part_grammar(language)
    found = []
    for match in grammar.item.finditer(text, start, end):
        letters = [grammar.latin[name] for name in grammar.letter.findall(match.group())]
        found.append(Part(match.start(), match.end(), "-".join(letters)))
    return found
