"""Who writes to a desk: States, the organisations of the tables, and those that a desk added for its cycle."""

from __future__ import annotations

from collections.abc import Mapping

from verbale.desk.cases import AddedAuthor
from verbale.errors import BadReference
from verbale.lexicon.folding import fold
from verbale.lexicon.names import find_state
from verbale.lexicon.naming import state_name
from verbale.lexicon.organisations import KINDS, find_organisation, is_organisation, known_organisations
from verbale.lexicon.organisations import organisation_name as name_of_known
from verbale.lexicon.states import organisations, states
from verbale.model.language import Language
from verbale.register.asking import get_state

Added = Mapping[str, AddedAuthor]


def get_author(name: str, added: Added | None = None) -> str:
    """Who a person names: a State, an organisation or an author of the desk's own, by its code or any name.

    Raises ``BadReference`` with the nearest names of States when it is none.
    """
    plain = name.strip().upper()
    for code, one in (added or {}).items():
        if plain == code or fold(name.strip()) in map(fold, one.names.values()):
            return code
    if plain in organisations():
        return plain
    found = find_state(name, None)
    if found in organisations():
        return str(found)
    known = find_organisation(name) if found is None and plain not in states() else None
    if known:
        return known
    try:
        return get_state(name)
    except BadReference as error:
        raise BadReference(name, f"{error.reason}; an organisation is added with verbale author") from error


def author_name(code: str, language: Language, added: Added | None = None) -> str:
    """The name of an author in a language; the code itself where none is known."""
    own = (added or {}).get(code)
    if own is not None:
        return own.names.get(language, own.names.get(Language.EN, next(iter(own.names.values()))))
    return name_of_known(code, language) if code in known_organisations() else state_name(code, language)


def is_no_state(code: str, added: Added | None = None) -> bool:
    """Whether an author is an organisation, and no State."""
    return code in (added or {}) or is_organisation(code)


def get_kind(text: str) -> str:
    """What an organisation is that a desk adds. Raises ``BadReference``."""
    if text not in KINDS:
        raise BadReference(text, f"no kind of author; there are {', '.join(KINDS)}")
    return text
