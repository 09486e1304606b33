"""The kinds of document, declared: what gives each away, and which tree it grows.

A profile is recognised by cues: words of ``cues.csv`` found in the first paragraphs, each
with a weight. The profile with the heaviest cues wins; none at all is ``generic``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from verbale.lexicon.cues import find_cue, find_cues
from verbale.model.document import PROFILES
from verbale.structure.front import is_formula
from verbale.structure.headers import find_header
from verbale.structure.paragraphs import Unit

_OPENING = 24  # paragraphs that tell what kind of document it is
_LONG = 160  # characters: in a longer paragraph only few words tell
_IN_TEXT = frozenset({"compliments", "decision_adopted"})


@dataclass(frozen=True, slots=True)
class DocumentProfile:
    """A kind of document: its name in the contract, its cues as (heading key, weight), its symbols."""

    name: str
    cues: tuple[tuple[str, int], ...]
    symbols: re.Pattern[str]


_NO_SYMBOL = re.compile(r"(?!)")

KNOWN = (
    DocumentProfile(
        "resolution",
        (("resolution_adopted", 4), ("opening_formula", 4), ("draft_resolution", 1), ("on_report", 1)),
        re.compile(r"\w+(?:/[\w.]+)*/RES/.+"),
    ),
    DocumentProfile(
        "decision",
        (("decision_adopted", 4), ("decision", 1), ("on_report", 1)),
        re.compile(r"\w+(?:/[\w.]+)*/DEC[/.].+"),
    ),
    DocumentProfile(
        "report",
        (
            ("report_of_secretary_general", 3),
            ("replies_section", 3),
            ("reply_heading", 4),
            ("summary", 1),
            ("introduction", 2),
        ),
        _NO_SYMBOL,
    ),
    DocumentProfile("reply", (("mission_compliments", 9), ("reply_title", 4), ("permanent_mission", 2)), _NO_SYMBOL),
    DocumentProfile("note-verbale", (("compliments", 5), ("note_verbale", 2)), _NO_SYMBOL),
)
GENERIC = PROFILES[-1]


def recognise(units: list[Unit], symbol: str | None) -> str:
    """The name of the profile that the document's own words and symbol speak for."""
    keys = _keys(units)
    best, weight = GENERIC, 2
    for profile in KNOWN:
        weighs = sum(value for key, value in profile.cues if key in keys)
        weighs += 3 if symbol and profile.symbols.fullmatch(symbol) else 0
        if weighs > weight:
            best, weight = profile.name, weighs
    return best


def _keys(units: list[Unit]) -> set[str]:
    """The cues that stand in the opening paragraphs, and reply headers wherever they stand."""
    keys: set[str] = set()
    for unit in units[:_OPENING]:
        cues = find_cues(unit.text[:_LONG])
        keys |= cues if len(unit.text) < _LONG else cues & _IN_TEXT
        if "compliments" in cues and "permanent_mission" in cues and not _from_secretariat(unit.text):
            keys.add("mission_compliments")
        if is_formula(unit.text):
            keys.add("opening_formula")
    if any(find_header(unit.text) for unit in units if len(unit.text) < _LONG):
        keys.add("reply_heading")
    return keys


def _from_secretariat(text: str) -> bool:
    """Whether the sender who presents compliments is the Secretariat: it is named before the missions are."""
    secretariat, mission = find_cue(text, "secretariat"), find_cue(text, "permanent_mission")
    return secretariat is not None and (mission is None or secretariat < mission)
