"""Where a treaty and each State stand on one day. Nothing of this is stored: it is derived from acts and rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from verbale.model.act import Act, ActKind


class PartyLabel(StrEnum):
    """Where a State stands towards a treaty."""

    PARTY = "PARTY"
    CONTRACTING = "CONTRACTING"
    """It has consented to be bound, and the treaty is not yet in force for it."""
    SIGNATORY = "SIGNATORY"
    WITHDRAWING = "WITHDRAWING"
    """It has given notice, which has not taken effect: it is still a party."""
    WITHDRAWN = "WITHDRAWN"
    NON_PARTY = "NON_PARTY"
    DISPUTED = "DISPUTED"
    """It is a party or not according to who counts."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one State stands from ``since`` on. ``signed`` and ``consent`` are what it has in its favour that day.

    ``consent`` is the kind of act by which it is bound or will be; ``by`` is the day of that act. ``readings`` are two
    labels where an act is disputed: that of those who give it no effect, then that of those who do; else none.
    """

    state: str
    label: PartyLabel
    since: str
    signed: bool = False
    consent: ActKind | None = None
    by: str = ""
    in_force: str = ""
    """The day on which the treaty enters or entered into force for the State; empty when that is not determined."""
    ends: str = ""
    """The day on which a notice of withdrawal takes or took effect; empty when there is none."""
    readings: tuple[PartyLabel, ...] = ()


@dataclass(frozen=True, slots=True)
class CountedAct:
    """Where a State stands on a day, and the act that this rests on; none for a State that has done nothing."""

    standing: Standing
    act: Act | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many States; ``None`` where the list of acts is not whole. The counting rule is a step of ``Status.why``.

    ``ratifications`` are all instruments but accessions; ``deposited`` are both together, those withdrawn left out.
    """

    signatures: int | None = None
    ratifications: int | None = None
    accessions: int | None = None
    deposited: int | None = None
    in_force_for: int | None = None


@dataclass(frozen=True, slots=True)
class ExplanationStep:
    """One step of an explanation: the key of a sentence, what fills it, and the source it rests on.

    Values are ids, days and numbers; a tuple is a list of ids of States. ``note`` is free text of the source's row.
    """

    key: str
    values: Mapping[str, str | int | tuple[str, ...]] = field(default_factory=dict)
    source: str = ""
    place: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What holds of a treaty from one change to the next.

    ``in_force_since`` is set as soon as the acts determine the day, even when it lies ahead. ``in_force_until`` is the
    last day, where there is one. ``outstanding`` are the States of the treaty's own circle (a list that entry into
    force waits for, a zone, the two parties) that are not bound. ``acts_held`` is ``all``, ``until DATE`` or ``none``.
    """

    in_force: bool
    in_force_since: str | None
    in_force_until: str | None
    suspended_by: tuple[str, ...]
    counts: Counts
    outstanding: tuple[str, ...]
    disputed: tuple[str, ...]
    disputed_counts: Mapping[str, int]
    acts_held: str
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Status(Situation):
    """A treaty as of the end of one day at the depositary, with the steps that led to the answer."""

    treaty: str
    as_of: str
    why: tuple[ExplanationStep, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What became different between two days: ``what`` is the key of a sentence, ``before`` and ``after`` its values.

    ``state`` is empty for a change of the treaty as a whole.
    """

    treaty: str
    what: str
    state: str
    before: str
    after: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """What became different from one day (ISO 8601) to a later one, treaty by treaty."""

    first: str
    last: str
    changes: tuple[Change, ...]
