"""Treaties, codes and proposals by their names, and the nouns that point back to one of them.

Sources: ``treaties.csv``, ``treaty_names.csv``, ``treaty_blockers.csv``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from verbale.lexicon.folding import fold
from verbale.lexicon.tables import read_table, read_words
from verbale.model.language import Language

_ARTICLES: Mapping[Language, tuple[str, ...]] = {
    Language.EN: ("the ",),
    Language.FR: ("le ", "la ", "l'"),
    Language.ES: ("el ", "la "),
}
_MARKS = " \t.,:;[]\"'《》〈〉"


class NameForm(StrEnum):
    """How a name may be used by a finder."""

    OFFICIAL = "official"
    SHORT = "short"
    ALIAS = "alias"
    INFLECTED = "inflected"
    ABBREVIATION = "abbreviation"
    """Case must match, and no slash may follow: ``NPT/CONF.2010/50`` is a symbol."""
    LISTED = "listed"
    """Good only in a list after the plural noun: ``the treaties of Tlatelolco, Rarotonga and Bangkok``."""
    SUBJECT = "subject"
    """What a proposal is about; names the instrument only when the noun for it stands near."""
    IN_ORGANISATION = "in_organisation"
    """An organisation whose name holds the treaty's: marked as such, not as the treaty."""
    IN_TITLE = "in_title"
    """Another instrument whose title holds the treaty's name."""
    CONFERENCE = "conference"
    """A conference of the parties; the treaty's name in it counts as a mention."""


@dataclass(frozen=True, slots=True)
class Treaty:
    """One row of ``treaties.csv``. Dates are ISO 8601, empty when there is none; ``noun`` is what it calls itself."""

    id: str
    kind: str
    noun: str
    adopted: str
    opened: str
    in_force: str


@dataclass(frozen=True, slots=True)
class TreatyName:
    """A name as printed, in one language."""

    treaty: str
    form: NameForm
    text: str


@cache
def treaties() -> Mapping[str, Treaty]:
    """All treaties by id."""
    columns = ("id", "kind", "noun", "adopted", "opened", "in_force")
    return MappingProxyType({row["id"]: Treaty(*(row[column] for column in columns)) for row in read_table("treaties")})


@cache
def treaty_names(language: Language) -> tuple[TreatyName, ...]:
    """Every name in one language, the longest first, so that the first that fits is the one that is meant."""
    names = [
        TreatyName(row["treaty"], NameForm(row["form"]), row["text"])
        for row in read_words("treaty_names")
        if row["language"] == language
    ]
    return tuple(sorted(names, key=lambda name: (-len(name.text), name.text)))


@cache
def treaty_blockers(language: Language) -> tuple[str, ...]:
    """Longer names that hold a treaty's name and mean something else."""
    return tuple(row["text"] for row in read_words("treaty_blockers") if row["language"] == language)


@cache
def _by_name() -> Mapping[tuple[Language, str], frozenset[str]]:
    found: dict[tuple[Language, str], set[str]] = defaultdict(set)
    whole = {NameForm.OFFICIAL, NameForm.SHORT, NameForm.ALIAS, NameForm.INFLECTED, NameForm.ABBREVIATION}
    for language in Language:
        for name in treaty_names(language):
            if name.form in whole:
                found[language, fold(name.text)].add(name.treaty)
    return {place: frozenset(ids) for place, ids in found.items()}


def find_treaty(name: str, language: Language | None) -> str | None:
    """The id of the treaty that a whole text names, with or without article and marks; None when it names none."""
    folded = fold(name).strip(_MARKS)
    languages = tuple(Language) if language is None else (language,)
    ids: set[str] = set()
    for each in languages:
        article = next((word for word in _ARTICLES.get(each, ()) if folded.startswith(word)), "")
        for text in {folded, folded.removeprefix(article)}:
            ids |= _by_name().get((each, text), frozenset())
    return next(iter(ids)) if len(ids) == 1 else None
