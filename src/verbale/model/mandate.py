"""What a body asks for in a resolution, and what becomes of it from session to session."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from verbale.model.contract import Record
from verbale.model.language import Language
from verbale.model.statement import Provenance


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


class Asked(StrEnum):
    """What a request asks for, in the words of ``verbale mandates --asks``."""

    REPORT = "report"
    VIEWS = "views"
    MEETING = "meeting"
    STUDY = "study"
    AGENDA_ITEM = "agenda-item"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Due:
    """When something is due: sessions of the General Assembly by number, and how often.

    ``rhythm`` is ``annual``, ``biennial``, ``triennial``, ``quarterly``, ``next-session`` or empty.
    """

    sessions: tuple[int, ...] = ()
    rhythm: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """One thing that a body asks of one addressee in one paragraph of a resolution.

    ``provision`` is the ref of the paragraph or item, ``start`` and ``end`` are offsets of the clause in its text.
    ``verb`` is a name (``requests``, ``invites``), ``addressee`` a name of ``request_addressees.csv`` or ``other``,
    and ``addressed`` who it is as printed. ``symbol`` is that of the resolution, empty where it has none.
    """

    symbol: str
    provision: str
    actor: str
    verb: str
    addressee: str
    addressed: str
    asked: Asked
    due: Due
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ListedRequest:
    """A request with what is known around it: where it was read, and for a recurring mandate what followed.

    ``provenance`` is the document it was read from and the place, or the register's source. ``languages`` are those in
    which the register's reading found the same; empty where one document was read. ``topic`` with its ``title``,
    ``report``, ``vote`` and ``noted`` are empty where they are not known. ``text`` is the clause as printed, empty in
    the register.
    """

    symbol: str
    provision: str
    verb: str
    addressee: str
    asked: Asked
    due: Due
    provenance: Provenance
    text: str = ""
    languages: tuple[Language, ...] = ()
    topic: str = ""
    title: str = ""
    report: str = ""
    vote: str = ""
    noted: str = ""


def request_record(request: ListedRequest) -> Record:
    """One request as a plain record."""
    return {
        "symbol": request.symbol or None,
        "provision": request.provision or None,
        "verb": request.verb or None,
        "addressee": request.addressee,
        "asked": request.asked.value,
        "due": list(request.due.sessions),
        "rhythm": request.due.rhythm or None,
        "topic": request.topic or None,
        "title": request.title or None,
        "vote": request.vote or None,
        "report": request.report or None,
        "noted": request.noted or None,
        "languages": [language.value for language in request.languages],
        "source": {
            "id": request.provenance.source,
            "place": request.provenance.place,
            "rule": request.provenance.rule or None,
        },
        "text": request.text or None,
    }
