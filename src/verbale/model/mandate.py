"""What a body asks for in a resolution, and what becomes of it from session to session."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.model.statement import Provenance

TOPICS = {
    "ICJ": "Follow-up to the advisory opinion of the International Court of Justice",
    "ND": "Nuclear disarmament",
    "RND": "Reducing nuclear danger",
}
"""The three recurring mandates of the General Assembly that one report answers, by their short names."""


@dataclass(frozen=True, slots=True)
class MandateLink:
    """One link of a chain, with who says so.

    ``link`` is ``resolution``, ``vote``, ``item``, ``meeting``, ``paragraph``, ``due``, ``call``, ``report`` or
    ``noted``. ``value`` is a symbol, a ref, a session or the figures of a vote (``143-33-14``: in favour, against,
    abstaining); empty where it is not carried, and ``reason`` then says why. ``date`` is ISO 8601, or empty.
    """

    topic: str
    session: int
    link: str
    value: str
    date: str
    provenance: Provenance
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Mandate:
    """What one resolution of a recurring mandate asks, and what followed, in the order in which it came about.

    ``links`` hold what is known; a step that is missing there is not known, and never guessed. ``following`` is the
    symbol of the next resolution of the chain.
    """

    topic: str
    session: int
    links: tuple[MandateLink, ...]
    following: str | None = None

    def get(self, link: str) -> MandateLink | None:
        """The link of that name, when it is known."""
        return next((each for each in self.links if each.link == link), None)

    def value(self, link: str) -> str | None:
        """The value of a link, ``None`` where it is not known or not carried."""
        found = self.get(link)
        return found.value or None if found else None
