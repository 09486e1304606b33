"""Organisations and groups that write to a desk as States do: their codes and names in six languages.

Rows of ``organisations.csv``; the European Union, which is called upon as States are, is a row of ``states.csv``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from verbale.lexicon.folding import fold
from verbale.lexicon.states import organisations as called_upon
from verbale.lexicon.tables import read_words
from verbale.model.language import Language

KINDS = ("observer", "un-system", "regional", "civil-society", "group")
"""What an organisation may be; of a ``group`` of States one State is the voice."""

_SHORT = 5  # letters from which on an abbreviation is known from a word without its capitals
_EDGE = " .,:;،，。()[]\"'"


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation or group: its code, what it is (``KINDS``), and its names by language, the full one first."""

    code: str
    kind: str
    names: Mapping[Language, tuple[str, ...]]

    def name_in(self, language: Language) -> str:
        """The full name in a language; the English one where there is none, else the code."""
        for each in (language, Language.EN, *self.names):
            if self.names.get(each):
                return self.names[each][0]
        return self.code


@cache
def known_organisations() -> Mapping[str, Organisation]:
    """Every organisation of the table by its code."""
    names: dict[str, dict[Language, list[str]]] = {}
    kinds: dict[str, str] = {}
    for row in sorted(read_words("organisations"), key=lambda row: row["form"] != "name"):
        kinds[row["code"]] = row["kind"]
        names.setdefault(row["code"], {}).setdefault(Language(row["language"]), []).append(row["text"])
    return {
        code: Organisation(code, kinds[code], {language: tuple(texts) for language, texts in own.items()})
        for code, own in names.items()
    }


def find_organisation(name: str) -> str | None:
    """The code of the organisation with this code or name, in any of the six languages; ``None`` for no such name."""
    plain = name.strip().upper().replace(" ", "-")
    return plain if plain in known_organisations() else _by_name().get(fold(name.strip(_EDGE)))


def find_named_organisation(text: str) -> str | None:
    """The code of the organisation whose whole name, or abbreviation in capitals, stands in a line; the longest."""
    if not text:
        return None
    folded, best = fold(text), ("", "")
    for name, code in _by_name().items():
        is_short = len(name) < _SHORT and name.isascii()
        if len(name) <= len(best[0]) or (name not in folded and not is_short):
            continue
        found = re.search(rf"(?<!\w){re.escape(name.upper())}(?!\w)", text) if is_short else name in folded
        if found:
            best = (name, code)
    return best[1] or None


@cache
def _by_name() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for one in known_organisations().values():
        for texts in one.names.values():
            for text in texts:
                found.setdefault(fold(text), one.code)
    return found


def is_organisation(code: str) -> bool:
    """Whether a code is that of an organisation, and of no State."""
    return code in called_upon() or code in known_organisations()


def organisation_name(code: str, language: Language) -> str:
    """The name of an organisation by its code; the code itself where none is known."""
    one = known_organisations().get(code)
    return one.name_in(language) if one else code
