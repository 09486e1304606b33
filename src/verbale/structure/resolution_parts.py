"""Resolutions in parts: several texts under one number, each with a letter, a title and an opening formula of its own.

The General Assembly adopts them together (``76/84 A-B``); each has its own preamble, numbers and closing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from verbale.lexicon.cues import is_cue
from verbale.lexicon.dates import find_days
from verbale.structure.front import is_formula
from verbale.structure.paragraphs import Unit
from verbale.structure.walker import could_head

_LETTER = re.compile(r"([A-Z])(?=\s|$)")
_LONGEST_HEAD = 3  # paragraphs of letter and title


@dataclass(frozen=True, slots=True)
class ResolutionPart:
    """One part: its letter, where its letter and title begin, and where its formula stands."""

    letter: str
    head: int
    formula: int


def opens_text(unit: Unit) -> bool:
    """Whether a paragraph is the opening formula, by its words or because its format says so."""
    return is_formula(unit.text) or unit.first.block.style == "formula"


def find_parts(units: list[Unit]) -> list[ResolutionPart]:
    """The parts in order; none where there is one text, or where some formula has no letter before it."""
    formulas = [i for i, unit in enumerate(units) if opens_text(unit)]
    if len(formulas) < 2:
        return []
    parts = [part for formula in formulas if (part := _part(units, formula)) is not None]
    letters = [part.letter for part in parts]
    in_order = letters == [chr(ord("A") + place) for place in range(len(formulas))]
    return parts if in_order else []


def _part(units: list[Unit], formula: int) -> ResolutionPart | None:
    """The part that a formula opens: the nearest letter before it, with nothing but its title between."""
    for i in range(formula - 1, max(formula - 1 - _LONGEST_HEAD, -1), -1):
        text = units[i].text
        if match := _LETTER.match(text):
            return ResolutionPart(match[1], i, formula)
        if not could_head(units[i]) or is_cue(text, "plenary") or find_days(text):
            return None
    return None
