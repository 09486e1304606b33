"""One State's acts towards one treaty, folded into what it has signed, when it was bound, and what it gave notice of.

The order in which acts are given does not matter: they are put into the order of their days, and on one day into the
order in which they can follow one another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from verbale.model.act import BINDING, SIGNING, Act, ActKind
from verbale.register.calendar import after

_FAR = "9999-12-31"
_SAME_DAY = {kind: place for place, kind in enumerate(ActKind)}


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice of withdrawal: when it was given, takes effect (``None``: put off without a day), and fell."""

    act: Act
    effect: str | None
    fell: str | None = None


@dataclass(frozen=True, slots=True)
class ConsentPeriod:
    """A time for which a State has consented to be bound; ``end`` is the first day on which it no longer has."""

    act: Act
    end: str | None = None
    ended_by: Act | None = None


@dataclass(frozen=True, slots=True)
class PartyHistory:
    """All that a State did towards a treaty, in order. ``ceased`` is the day from which there is no such State."""

    state: str
    signed: Act | None = None
    consents: tuple[ConsentPeriod, ...] = ()
    notices: tuple[Notice, ...] = ()
    waived: str = ""
    suspended: tuple[tuple[str, str | None], ...] = ()
    ceased: str | None = None

    def consent_on(self, day: str) -> ConsentPeriod | None:
        """The consent that stands on a day, if any."""
        for consent in self.consents:
            if consent.act.date <= day and (consent.end is None or day < consent.end):
                return consent
        return None

    def notice_on(self, day: str) -> Notice | None:
        """The notice that has been given and has neither taken effect nor fallen, if any."""
        for notice in self.notices:
            if notice.act.date <= day and not _past(notice.effect, day) and not _past(notice.fell, day):
                return notice
        return None

    def suspended_on(self, day: str) -> bool:
        """Whether the State has suspended its participation."""
        return any(start <= day and (end is None or day < end) for start, end in self.suspended)


def _past(moment: str | None, day: str) -> bool:
    return moment is not None and moment <= day


def _order(act: Act) -> tuple[object, ...]:
    return act.date, _SAME_DAY[act.kind], act.effective, act.source, act.place, act.depositary, act.note


@dataclass(slots=True)
class _Folding:
    """The state of one fold, filled act by act."""

    period: str
    signed: Act | None = None
    consents: list[ConsentPeriod] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    waived: str = ""
    suspended: list[tuple[str, str | None]] = field(default_factory=list)
    ceased: str | None = None

    def take(self, act: Act) -> None:
        """Add one act; it comes no earlier than those before it."""
        self.settle(act.date)
        kind = act.kind
        if kind in SIGNING:
            self.signed = self.signed or act
        if kind in BINDING:
            self.bind(act)
        elif kind is ActKind.WITHDRAWAL_NOTICE:
            self.notices.append(Notice(act, act.effective or (after(act.date, self.period) if self.period else None)))
        elif kind in (ActKind.WITHDRAWAL_OF_NOTICE, ActKind.PROLONGATION):
            self.change_notice(act)
        elif kind in (ActKind.WITHDRAWAL_OF_RATIFICATION, ActKind.WITHDRAWAL_EFFECTIVE, ActKind.STATE_CEASED):
            self.end(act.date, act)
            if kind is ActKind.STATE_CEASED:
                self.ceased = act.date
        elif kind is ActKind.WAIVER:
            self.waived = self.waived or act.date
        elif kind is ActKind.SUSPENSION:
            self.suspended.append((act.effective or act.date, None))
        elif kind is ActKind.END_OF_SUSPENSION:
            self.suspended = [(start, end or act.date) for start, end in self.suspended]

    def bind(self, act: Act) -> None:
        """A consent begins, unless one stands: of several depositaries the earliest deposit counts."""
        if not self.consents or self.consents[-1].end is not None:
            self.consents.append(ConsentPeriod(act))

    def change_notice(self, act: Act) -> None:
        """The notice that is open is taken back, or takes effect on another day or none yet."""
        if self.notices and self.notices[-1].fell is None and not _past(self.notices[-1].effect, act.date):
            taken_back = act.kind is ActKind.WITHDRAWAL_OF_NOTICE
            change = {"fell": act.date} if taken_back else {"effect": act.effective or None}
            self.notices[-1] = replace(self.notices[-1], **change)

    def settle(self, day: str) -> None:
        """Let the notice that is open take effect, when its day has come."""
        for notice in self.notices:
            if notice.fell is None and notice.effect is not None and notice.effect <= day:
                self.end(notice.effect, notice.act)

    def end(self, day: str, act: Act) -> None:
        if self.consents and self.consents[-1].end is None and self.consents[-1].act.date <= day:
            self.consents[-1] = replace(self.consents[-1], end=day, ended_by=act)


def fold(state: str, acts: Iterable[Act], period: str) -> PartyHistory:
    """What the acts of one State towards one treaty amount to, in whatever order they come.

    ``period`` is the treaty's period of notice (ISO 8601, empty when a withdrawal takes no effect of itself).
    """
    folding = _Folding(period)
    for act in sorted(set(acts), key=_order):
        folding.take(act)
    folding.settle(_FAR)
    return PartyHistory(
        state,
        folding.signed,
        tuple(folding.consents),
        tuple(folding.notices),
        folding.waived,
        tuple(folding.suspended),
        folding.ceased,
    )
