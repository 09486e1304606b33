"""Who may do what with which thing: one matrix, whose rows are those of ``data/access.csv``, each with its reason.

A party of a row is a role (``officer``), or a role with ``:own`` or ``:other`` for what is or is not the viewer's own:
a mission's own are the things of its State, anybody's own are the account and the work in that name. Each kind of thing
at each stage has a row for each party; a table with a gap is refused when it is read.

``desk.transitions`` says besides which step of a case is open at which stage, to the same roles.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import TypeAlias

from verbale.desk.commands import Actor, Role
from verbale.errors import LexiconBroken
from verbale.lexicon.tables import FIRST_ROW, TableRow, read_bundled

NOT_FOUND = "There is nothing here that you may look at. If you expect something, sign in, or ask the office."
"""What is said of a thing that is hidden, and of one that does not exist: no one can tell them apart."""


class Act(StrEnum):
    """What somebody does with a thing."""

    SEE = "see"
    """Look at it, find it, be told that it is there."""
    TAKE_AWAY = "take"
    """Carry it out of the page: a download, an export, an answer of the API, a feed, an e-mail."""
    WRITE = "write"
    """Put in new words or a new version; what was there stays."""
    DECIDE = "decide"
    """Take a step of its case."""
    ADMINISTER = "administer"
    """Remove it for good, open or close it, give and take roles."""


class Kind(StrEnum):
    """The kinds of things that are guarded."""

    LETTER = "letter"
    """The bytes as received."""
    READING = "reading"
    """The letter as it was read, with what is proposed and what is in doubt."""
    REPLY = "reply"
    """The words of a State, as confirmed."""
    NOTE = "note"
    TRANSLATION = "translation"
    REPORT = "report"
    """A report, addendum or corrigendum, with its parts and files."""
    REMARK = "remark"
    CYCLE = "cycle"
    """Who was asked, who has answered, what is due."""
    ACCOUNT = "account"
    REGISTER = "register"
    DOCUMENT = "document"
    """A document of the library, with its readings."""
    WORK = "work"
    """Something done in the background."""
    SERVICE = "service"
    """Health, figures and logs of the service."""


DRAFT, RESTRICTED, REDACTED = "draft", "restricted", "redacted"
"""Stages of a letter beside those of its case: not submitted, not to be used, bytes removed."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks: in what capacity, for which State (ISO 3166 alpha-3, or the code of an organisation), by what name.

    Raises ``ValueError`` where a mission speaks for no State, or another speaks for one.
    """

    role: Role
    state: str = ""
    name: str = ""

    def __post_init__(self) -> None:
        if (self.role is Role.MISSION) != bool(self.state):
            raise ValueError(f"a mission speaks for a State, and only a mission does: {self.role}, {self.state!r}")

    @property
    def actor(self) -> Actor:
        """The same person as the one who gives a command."""
        return Actor(self.name, self.role)


READER = Viewer(Role.READER)
"""Anybody who has not signed in."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that is guarded: its kind and stage, the States whose it is, and the account whose it is.

    ``states`` are those whose word or matter it is **for certain**: confirmed authors, the addressee of a note, the
    State of the account that sent it. What was proposed from the text of a letter is no ground to show it to anybody.
    Raises ``ValueError`` for a stage that no thing of this kind has.
    """

    kind: Kind
    stage: str
    states: tuple[str, ...] = ()
    owner: str = ""

    def __post_init__(self) -> None:
        if self.stage not in stages_of(self.kind):
            raise ValueError(f"a {self.kind} is never {self.stage!r}; it is {', '.join(stages_of(self.kind))}")


@dataclass(frozen=True, slots=True)
class Permission:
    """Whether an act is allowed; if not, why, in words for the person.

    ``found`` is ``False`` where the viewer may not even know of the thing: then it is answered as what does not exist.
    """

    allowed: bool
    why: str = ""
    found: bool = True

    def __bool__(self) -> bool:
        return self.allowed


@dataclass(frozen=True, slots=True)
class Rule:
    """What one party may do with one kind of thing at one stage, and the reason."""

    acts: frozenset[Act]
    why: str


Party: TypeAlias = tuple[Role, bool]
"""A role, and whether the thing is the viewer's own."""
Place: TypeAlias = tuple[Kind, str, Role, bool]

PARTIES: tuple[Party, ...] = tuple(
    (role, own) for role in Role for own in (True, False) if not (role is Role.READER and own)
)


def may(viewer: Viewer, act: Act, thing: Thing) -> Permission:
    """Whether a viewer may do this with a thing."""
    rule = rules()[thing.kind, thing.stage, viewer.role, is_own(viewer, thing)]
    if act in rule.acts:
        return Permission(True)
    if Act.SEE not in rule.acts:
        return Permission(False, NOT_FOUND, found=False)
    return Permission(False, f"{_for_whom(act, thing)} {rule.why}")


def is_own(viewer: Viewer, thing: Thing) -> bool:
    """Whether a thing is the viewer's: of the State that the viewer speaks for, or in the viewer's name."""
    if viewer.role is Role.READER:
        return False
    by_state = bool(viewer.state) and viewer.state in thing.states
    return by_state or (bool(viewer.name) and viewer.name == thing.owner)


@cache
def rules() -> Mapping[Place, Rule]:
    """The matrix, by kind, stage, role and whether it is the viewer's own. Raises as ``parse_rules`` does."""
    return parse_rules(read_bundled("verbale.desk", "access"))


@cache
def stages_of(kind: Kind) -> tuple[str, ...]:
    """The stages that a thing of a kind can be in, in the order of the table."""
    return tuple(dict.fromkeys(stage for each, stage, _, _ in rules() if each is kind))


def parse_rules(rows: tuple[TableRow, ...]) -> Mapping[Place, Rule]:
    """The matrix of rows with the columns of ``access.csv``.

    Raises ``LexiconBroken``: a word is unknown, a reason is missing, a combination has two rows or none.
    """
    found: dict[Place, Rule] = {}
    for number, row in enumerate(rows, FIRST_ROW):
        try:
            rule = Rule(frozenset(map(Act, row["acts"].split())), row["why"])
            places = list(_places(row))
        except ValueError as error:
            raise LexiconBroken("access", number, str(error)) from error
        if not rule.why or (rule.acts and Act.SEE not in rule.acts):
            raise LexiconBroken("access", number, "a row needs a reason, and nobody acts on what he cannot see")
        for place in places:
            if place in found:
                raise LexiconBroken("access", number, f"a second row for {_write(place)}")
            found[place] = rule
    seen = {(kind, stage) for kind, stage, _, _ in found}
    gaps = [(kind, stage, *party) for kind, stage in seen for party in PARTIES if (kind, stage, *party) not in found]
    if gaps or {kind for kind, _ in seen} != set(Kind):
        missing = ", ".join(sorted(map(_write, gaps))) or "a kind of thing"
        raise LexiconBroken("access", 0, f"no row for {missing}")
    return MappingProxyType(found)


def _places(row: TableRow) -> Iterator[Place]:
    for kind in row["kind"].split():
        for stage in row["stages"].split():
            for who in row["who"].split():
                name, _, whose = who.partition(":")
                if whose not in ("", "own", "other"):
                    raise ValueError(f"{who!r} is no party")
                for role, own in PARTIES:
                    if role is Role(name) and whose in ("", "own" if own else "other"):
                        yield Kind(kind), stage, role, own


def _write(place: Place) -> str:
    kind, stage, role, own = place
    return f"{kind} {stage} {role}:{'own' if own else 'other'}"


_ROLES: Mapping[Role, str] = {
    Role.READER: "every reader",
    Role.OFFICER: "officers",
    Role.TRANSLATOR: "translators",
    Role.MISSION: "missions",
    Role.ADMINISTRATOR: "administrators",
    Role.OPERATOR: "the operator",
}
_OWN: Mapping[Kind, str] = {Kind.ACCOUNT: "its owner", Kind.WORK: "whoever asked for it"}
_ACTS: Mapping[Act, str] = {
    Act.SEE: "To look at this",
    Act.TAKE_AWAY: "To take this away",
    Act.WRITE: "To write in this",
    Act.DECIDE: "To decide about this",
    Act.ADMINISTER: "To remove this, to open it or to close it",
}


def _for_whom(act: Act, thing: Thing) -> str:
    """Who may do it instead, for somebody who may look at the thing."""
    names: list[str] = []
    for role in Role:
        own, other = (act in _rule(thing, role, whose).acts for whose in (True, False))
        if other:
            names.append(_ROLES[role])
        elif own:
            names.append(_OWN.get(thing.kind, "the State whose it is"))
    *others, last = dict.fromkeys(names or ["nobody"])
    named = f"{', '.join(others)} and {last}" if others else last
    return f"{_ACTS[act]} is for {named}."


def _rule(thing: Thing, role: Role, own: bool) -> Rule:
    return rules()[thing.kind, thing.stage, role, own and role is not Role.READER]
