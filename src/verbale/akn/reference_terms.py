"""What a document speaks of: each State, treaty and unit once, for the block of references."""

from __future__ import annotations

import re

from verbale.akn.escape import attribute
from verbale.lexicon.naming import state_name, treaty_name
from verbale.model.language import Language

_SAFE = re.compile(r"[A-Za-z0-9._-]+")
_UNFIT = re.compile(r"[^A-Za-z0-9._-]+")


class Terms:
    """References in the order of their identifiers; each method gives the identifier to refer to."""

    def __init__(self) -> None:
        self._entries: dict[str, tuple[str, str, str]] = {}

    def state(self, iso3: str) -> str:
        """A State by ISO 3166 alpha-3."""
        return self.add("TLCOrganization", "organization/un", "state", iso3, state_name(iso3, Language.EN))

    def treaty(self, key: str) -> str:
        """A treaty by its identifier, as ``NPT``."""
        return self.add("TLCTerm", "term/un", "treaty", key, treaty_name(key, Language.EN))

    def unit(self, name: str) -> str:
        """What a quantity counts or measures."""
        return self.add("TLCConcept", "concept/un", "unit", name, name)

    def role(self, name: str) -> str:
        """The part that someone or something plays."""
        return self.add("TLCRole", "role/un", "role", name, name)

    def add(self, element: str, branch: str, kind: str, key: str, shown: str) -> str:
        """Any reference: ``kind`` and ``key`` make its identifier, ``branch`` is its place in the ontology."""
        name = _UNFIT.sub("-", key).strip("-.") or "unnamed"
        identifier = f"{kind}_{name}" if kind else name
        address = f"/akn/ontology/{branch}/{f'{kind}.{name}' if kind else name}"
        self._entries.setdefault(identifier, (element, address, shown))
        return identifier

    @staticmethod
    def plain(name: str, key: str) -> dict[str, object] | None:
        """The value that a reference alone tells; ``None`` where the identifier had to be made fit."""
        return {name: key} if _SAFE.fullmatch(key) and not key.startswith(("-", ".")) and key[-1] not in "-." else None

    def written(self) -> list[str]:
        """The elements of the block, sorted."""
        return [
            f'<{element} eId="{identifier}" href="{address}" showAs="{attribute(shown)}"/>'
            for identifier, (element, address, shown) in sorted(self._entries.items())
        ]
