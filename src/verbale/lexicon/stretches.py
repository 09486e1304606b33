"""Stretches of numbers whose beginning leaves out what its end has: ``between 720 and 811 million``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from verbale.lexicon.citing import citation_joints
from verbale.lexicon.date_words import date_words
from verbale.lexicon.number_grammar import FoundNumber
from verbale.model.language import Language

_LONGEST_JOINT = 12  # characters between two numbers of a stretch, or of the word before them
_GROUP = 1000  # a number below it has no thousands of its own
_FIGURE = re.compile(r"\d{1,3}(?:[.,\u066b]\d{1,2})?(?!\d)")
_DECIMAL = str.maketrans(",\u066b", "..")


def with_shared_power(found: Iterable[FoundNumber], text: str, language: Language) -> list[FoundNumber]:
    """The numbers of a text, the first of a stretch with the power of its last if it is the smaller of the two."""
    numbers = list(found)
    for place, (first, last) in enumerate(pairwise(numbers)):
        if first.form != "figures" or last.form != "mixed" or last.start - first.end > _LONGEST_JOINT:
            continue
        figure = _FIGURE.match(text, last.start)
        if figure is None or first.value is None or last.value is None:
            continue
        end = float(figure.group().translate(_DECIMAL))
        if first.value < end < _GROUP and _is_stretch(text, first, last, language):
            numbers[place] = first._replace(value=round(first.value * (last.value / end)), form="mixed")
    return numbers


def _is_stretch(text: str, first: FoundNumber, last: FoundNumber, language: Language) -> bool:
    joint = text[first.end : last.start].strip()
    if joint in ("-", *citation_joints("to", language)):
        return True
    before = text[max(0, first.start - _LONGEST_JOINT) : first.start].rstrip().lower()
    return joint in citation_joints("and", language) and before.endswith(date_words("between", language))
