"""Where a reply goes, by the deadline and the policy in force, with the reason in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from verbale.desk.cases import CycleCase, Destination, ReplyCase, ReplyVersion
from verbale.desk.cycle import Cycle
from verbale.desk.deadlines import Deadline, deadline_for
from verbale.model.policy import Consent, LateRule, Policy


@dataclass(frozen=True, slots=True)
class Placement:
    """A destination for one version. ``on_web``: the full text goes on the web besides. ``reason`` is for people."""

    destination: Destination
    version: int
    on_web: bool
    reason: str


def place_reply(case: ReplyCase, cycle: Cycle, state_of_cycle: CycleCase) -> Placement:
    """The place of a confirmed reply.

    The version that counts is the last confirmed one that came in time; without one, the last of them, which is late. A
    deadline is that of the State, with the extensions granted since the cycle was drawn up; of several that sign
    together, that of the one which has most time.
    """
    if case.restricted:
        return Placement(Destination.WITHHELD, case.answering[-1].number, False, f"restricted: {case.restricted}")
    deadlines = [deadline_for(cycle.calendar, author, state_of_cycle.extensions) for author in case.authors]
    deadline = max(deadlines, key=lambda one: one.day)
    policy = cycle.policy_on(deadline.day)
    in_time = [version for version in case.answering if not deadline.is_late(datetime.fromisoformat(version.received))]
    if in_time:
        return _in_report(case, in_time[-1], policy, deadline, settled=state_of_cycle.is_settled)
    return _late(case, case.answering[-1], policy, deadline)


def _in_report(
    case: ReplyCase, version: ReplyVersion, policy: Policy, deadline: Deadline, *, settled: bool
) -> Placement:
    """What came in time is in the report; where that is out of hand already and does not have it, in an addendum."""
    reason = f"received {_moment(version)}, by the deadline of {deadline.day} ({deadline.reason})"
    if version.number < case.answering[-1].number:
        reason += f"; version {case.answering[-1].number} came after it"
    if settled and (case.destination is not Destination.REPORT or case.placed_version != version.number):
        reason += "; the report had been submitted: printed as an addendum"
        return Placement(Destination.ADDENDUM, version.number, False, reason)
    if policy.reply_words is None or version.words <= policy.reply_words:
        return Placement(Destination.REPORT, version.number, False, reason)
    length = f"; {version.words:,} words, over the limit of {policy.reply_words:,}"
    if _may_be_on_web(case, policy):
        return Placement(Destination.REPORT, version.number, True, f"{reason}{length}: the full text is on the web")
    return Placement(
        Destination.REPORT, version.number, False, f"{reason}{length}; the full text may not go on the web"
    )


def _late(case: ReplyCase, version: ReplyVersion, policy: Policy, deadline: Deadline) -> Placement:
    reason = f"received {_moment(version)}, after the deadline of {deadline.day} ({deadline.reason})"
    if policy.late is LateRule.ADDENDUM:
        return Placement(Destination.ADDENDUM, version.number, False, f"{reason}: printed as an addendum")
    if _may_be_on_web(case, policy):
        return Placement(Destination.WEB, version.number, True, f"{reason}: on the web in the language received")
    why = f"the State objects: {case.objection}" if case.objection else "the State has not agreed"
    return Placement(Destination.WITHHELD, version.number, False, f"{reason}; not on the web, for {why}")


def _moment(version: ReplyVersion) -> str:
    return f"{version.received[:16].replace('T', ' ')} UTC"


def _may_be_on_web(case: ReplyCase, policy: Policy) -> bool:
    return bool(case.consent) if policy.consent is Consent.WITH_CONSENT else not case.objection
