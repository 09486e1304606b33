"""A document as a tree, and what is known of it as a whole."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.finding import Finding
from verbale.model.language import Language
from verbale.model.node import Node
from verbale.model.proceedings import Proceedings
from verbale.model.source import Source

PROFILES = ("resolution", "decision", "report", "reply", "note-verbale", "generic")
"""The kinds of document that are told apart, the last for any other."""


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer of a State as a report carries it.

    ``state`` is ISO 3166 alpha-3, ``date`` ISO 8601, ``addresses`` the symbols of the
    resolutions that the reply names in its heading.
    """

    state: str
    original_language: str | None
    date: str | None
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """What became of every character of the source that is not white space.

    ``unaccounted`` is a bug whenever it is not 0.
    """

    characters: int
    kept: int
    furniture: int
    unaccounted: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What the document says of itself; ``None`` where it does not. Dates are ISO 8601.

    ``seal`` is that of the record which a composed report rests on; it is written into the properties of its files.
    """

    symbol: str | None = None
    title: str | None = None
    date: str | None = None
    session: int | None = None
    agenda_item: str | None = None
    adopted: str | None = None
    meeting: str | None = None
    seal: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """The tree of one source, flat and in reading order, with all that was found on the way.

    ``proceedings`` are there where the source itself tells of them, as Akoma Ntoso does.
    """

    source: Source
    profile: str
    language: Language | None
    facts: Facts
    nodes: tuple[Node, ...]
    replies: tuple[Reply, ...]
    coverage: Coverage
    findings: tuple[Finding, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    proceedings: Proceedings | None = None

    def annotated(self, kinds: Collection[AnnotationKind]) -> list[Annotation]:
        """The annotations of the kinds asked for; all of them when none is named."""
        return [one for one in self.annotations if not kinds or one.kind in kinds]
