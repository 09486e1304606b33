"""How a text came about: who proposed it, where it was discussed, how it was voted on, what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Choice(StrEnum):
    """How a State voted, in the words of a roll call."""

    IN_FAVOUR = "in_favour"
    AGAINST = "against"
    ABSTAINING = "abstaining"


@dataclass(frozen=True, slots=True)
class Ballot:
    """One State's vote: ``name`` as the record prints it, ``state`` ISO 3166 alpha-3 where the name is known."""

    name: str
    state: str | None
    choice: Choice


@dataclass(frozen=True, slots=True)
class Vote:
    """The outcome of a vote. ``outcome`` is the record's own word (``adoptedWithoutVote``, ``adoptedRecordedVote``).

    The counts are those that the record states, ``None`` where it states none; the ballots are those it names,
    and the two are kept apart because a record may contradict itself.
    """

    outcome: str
    in_favour: int | None = None
    against: int | None = None
    abstaining: int | None = None
    ballots: tuple[Ballot, ...] = ()


@dataclass(frozen=True, slots=True)
class Sponsor:
    """Who submitted a draft: ``name`` as printed, ``state`` ISO 3166 alpha-3 where it is a State that is known.

    ``on_behalf_of`` is what the record says about a group the sponsor spoke for.
    """

    name: str
    state: str | None = None
    on_behalf_of: str | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """A term of a vocabulary. ``scheme`` is its name (``UNBIS``, ``SDGO``, ``EuroVoc``).

    ``address`` is the term's own IRI, ``code`` its short form where that differs from the term, ``source`` who or what
    classified, ``role`` what the term stands for (``agenda``: the heading in the agenda).
    """

    term: str
    scheme: str
    code: str | None = None
    address: str | None = None
    source: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class WorkflowStep:
    """A step on the way of a text. ``outcome`` is the record's own word, ``date`` ISO 8601 or ``None`` where unknown.

    ``document`` is the symbol or the words in its place, ``by`` who acted as printed, ``paragraph`` the paragraph
    of the document that is meant.
    """

    outcome: str
    date: str | None = None
    document: str | None = None
    by: str | None = None
    paragraph: str | None = None


@dataclass(frozen=True, slots=True)
class Proceedings:
    """All that a published record tells of a text beside the text. ``None`` and empty are what it does not tell.

    ``committee`` is printed in the language of the document and ``committee_id`` is the record's own name for it
    (``thirdCommittee``). ``report`` is the document on which the text was adopted, ``draft`` the draft's symbol.
    """

    committee: str | None = None
    committee_id: str | None = None
    agenda_item: str | None = None
    agenda_title: str | None = None
    draft: str | None = None
    report: str | None = None
    sponsors: tuple[Sponsor, ...] = ()
    additional_sponsors: tuple[Sponsor, ...] = ()
    vote: Vote | None = None
    subjects: tuple[Subject, ...] = ()
    steps: tuple[WorkflowStep, ...] = ()
