"""What a person names, resolved to ids of the register; what cannot be resolved is answered with the nearest names."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping

from verbale.errors import BadReference
from verbale.lexicon.dates import parse_day
from verbale.lexicon.folding import fold
from verbale.lexicon.names import find_state
from verbale.lexicon.states import all_state_names, organisations, states
from verbale.lexicon.tables import read_words
from verbale.lexicon.treaties import find_treaty
from verbale.model.state import StateNameForm
from verbale.register.calendar import last_day
from verbale.register.treaty_rules import treaty_rules

_REDUCED = re.compile(r"[0-9]{4}(?:-[0-9]{2})?")
_NEAREST = 3  # names offered for one that is not known
_LIKENESS = 0.5  # by the ratio of difflib, from 0 to 1: below it a name is no help
_WHOLE = frozenset({"official", "short", "abbreviation"})
_WHOLE_NAMES = (StateNameForm.SHORT, StateNameForm.ABBREVIATION)


def get_treaty(name: str) -> str:
    """The id of a treaty by its id or any of its names in the six languages.

    Raises ``BadReference`` with the nearest names when there is none.
    """
    plain = re.sub(r"[\s-]+", "_", name.strip()).upper()
    found = plain if plain in treaty_rules() else find_treaty(name, None)
    if found is None or found not in treaty_rules():
        names = {each: each for each in treaty_rules()}
        names |= {row["text"]: row["treaty"] for row in read_words("treaty_names") if row["form"] in _WHOLE}
        raise BadReference(name, f"no treaty of the register; nearest: {_nearest(name, names)}")
    return found


def get_state(name: str) -> str:
    """The id of a State by its id or any of its names in the six languages.

    Raises ``BadReference`` with the nearest names when there is none.
    """
    known = states().keys() - organisations()
    plain = name.strip().upper()
    found = plain if plain in known else find_state(name, None)
    if found is None or found not in known:
        names = {each: each for each in known}
        names |= all_state_names(_WHOLE_NAMES)
        raise BadReference(name, f"no State of the register; nearest: {_nearest(name, names)}")
    return found


def parse_as_of(text: str) -> str:
    """A day in full as ISO 8601, in figures or written out in one of the six languages.

    Raises ``BadReference`` when it is no day or does not exist; of a month or a year it names the last day.
    """
    plain = text.strip()
    if (_REDUCED.fullmatch(plain) and "01" <= plain[5:] <= "12") or re.fullmatch("[0-9]{4}", plain):
        raise BadReference(text, f"no day; a status is as of one day, as {last_day(plain)}")
    return parse_day(plain)


def _nearest(name: str, names: Mapping[str, str]) -> str:
    """The nearest names with their ids, the likeliest first."""
    folded: dict[str, str] = {}
    for text in names:
        folded.setdefault(fold(text), text)
    near = difflib.get_close_matches(fold(name.replace("_", " ")), folded, n=_NEAREST, cutoff=_LIKENESS)
    return _listed((folded[each] for each in near), names) or _listed(sorted(set(names.values()))[:_NEAREST], names)


def _listed(texts: Iterable[str], names: Mapping[str, str]) -> str:
    return ", ".join(text if names[text] == text else f"{text} ({names[text]})" for text in texts)
