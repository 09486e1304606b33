"""Sponsors as a record prints them: ``Austria, Brazil and Mexico``, ``submitted by the Chair of the Committee``."""

from __future__ import annotations

import re

from verbale.lexicon.names import find_state
from verbale.model.language import Language
from verbale.model.proceedings import Sponsor

_BEHALF = re.compile(r"\s*\(((?:on behalf of|in its capacity as) [^()]+)\)")
_JOINT = re.compile(r"(,\s+and\s+|\s+and\s+|,\s+)")
_HELD = "\ue000"  # stands for words in brackets that were put aside
_LONGEST = 5  # joints inside one name: "Saint Vincent and the Grenadines", "Bolivia, Plurinational State of"


def find_sponsors(text: str) -> tuple[Sponsor, ...]:
    """Who submitted a draft, in the order printed.

    A list is taken apart where it begins with a State; anything else, such as an officer of a committee, stays as
    it is printed, whole. The records are in English whatever the language of the document.
    """
    text = " ".join(text.split()).strip(" ,;.")
    groups = [match[1] for match in _BEHALF.finditer(text)]
    sponsors: list[Sponsor] = []
    for name, state in _parted(_BEHALF.sub(_HELD, text)):
        spoken_for = groups.pop(0) if name.endswith(_HELD) and groups else None
        sponsors.append(Sponsor(name.removesuffix(_HELD), state, spoken_for))
    if not sponsors or sponsors[0].state is None or groups:
        return (Sponsor(text),) if text else ()
    return tuple(sponsors)


def _parted(text: str) -> list[tuple[str, str | None]]:
    """Names with their States: at each place the longest run of words that is the name of one."""
    parts = _JOINT.split(text)
    names: list[tuple[str, str | None]] = []
    at = 0
    while at < len(parts):
        for stop in range(min(at + 2 * _LONGEST + 1, len(parts)), at, -2):
            name = "".join(parts[at:stop]).strip()
            state = find_state(name.removesuffix(_HELD), Language.EN)
            if state is not None or stop == at + 1:
                names.append((name, state))
                at = stop + 1
                break
    return [(name, state) for name, state in names if name]
