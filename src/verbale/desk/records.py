"""The JSON of a desk: a cycle with its replies, and what a letter is proposed to be. Keys in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from verbale.desk.answering import Evidence
from verbale.desk.cases import AddedAuthor, CycleCase, ReplyCase
from verbale.desk.cycle import Cycle
from verbale.desk.deadlines import deadline_for
from verbale.desk.doubt import Alarm
from verbale.desk.intake import Proposal
from verbale.desk.next_steps import VERBS, find_awaited, find_next_step
from verbale.model.contract import Record


def cycle_record(
    cycle: Cycle,
    case: CycleCase,
    replies: Iterable[ReplyCase],
    seal: str = "",
    numbers: Mapping[str, int] | None = None,
) -> Record:
    """Where a cycle stands, and every letter in the order received, with its short number."""
    counted = numbers or {}
    deadline = deadline_for(cycle.calendar, "")
    return {
        "report": cycle.report,
        "session": cycle.session,
        "mandates": [{"resolution": one.resolution, "paragraph": one.paragraph} for one in cycle.mandates],
        "stage": case.stage.value,
        "note": {"date": f"{cycle.calendar.note}", "reference": case.note_reference or None},
        "deadline": f"{deadline.day}",
        "zone": f"{cycle.calendar.zone}",
        "extensions": [{"until": f"{one.until}", "state": one.state or None} for one in case.extensions],
        "words": case.words or None,
        "waiver": case.waiver or None,
        "seal": seal or None,
        "issued": [{"symbol": symbol, "date": day} for symbol, day in case.issued],
        "followed": [{"stage": stage.value, "by": by} for stage, by in case.followed],
        "authors": [
            {"code": one.code, "kind": one.kind, "names": dict(one.names)} for one in case.added_authors.values()
        ],
        "replies": [_reply_record(counted.get(reply.id, n), reply) for n, reply in enumerate(replies, start=1)],
    }


def _author_record(author: AddedAuthor) -> Record:
    return {"code": author.code, "kind": author.kind, "names": dict(author.names)}


def _reply_record(number: int, reply: ReplyCase) -> Record:
    latest = reply.current
    pending = bool(reply.pending) and not reply.answering
    return {
        "case": reply.id,
        "number": number,
        "stage": reply.stage.value,
        "kind": reply.kind.value,
        "authors": list(reply.authors or latest.authors),
        "group": reply.group or None,
        "date": reply.dated or None,
        "received": latest.received,
        "language": reply.language or (latest.language if pending else None) or None,
        "awaits": find_awaited(reply),
        "answers": list(reply.addresses),
        "file": latest.name,
        "files": [version.name for version in reply.versions],
        "unread": latest.unread or None,
        "relates_to": (reply.confirmation.relates_to if reply.confirmation else latest.relates_to) or None,
        "alarms": [alarm.reason for version in reply.versions for alarm in reply.open_alarms(version)],
        "unconfirmed": [version.number for version in reply.pending],
        "waivers": [
            {"gate": one.gate.value, "allowed_by": one.allowed_by, "reason": one.reason}
            for one in reply.waivers.values()
        ],
        "assigned": reply.assigned or None,
        "next": VERBS[find_next_step(reply)],
        "destination": reply.destination.value if reply.destination else None,
        "on_web": reply.on_web,
        "reason": reply.reason or None,
    }


def proposal_record(proposal: Proposal) -> Record:
    """The candidates for each question, the likeliest first, each with its evidence, and what a person must look at."""
    return {
        "kinds": _evidence(proposal.kinds),
        "states": _evidence(proposal.states),
        "joint": list(proposal.joint),
        "group": proposal.group or None,
        "dates": _evidence(proposal.dates),
        "undated": proposal.undated,
        "languages": _evidence(proposal.languages),
        "runs": [{"language": one.language, "refs": list(one.refs)} for one in proposal.runs],
        "answers": _evidence(proposal.addresses),
        "parts": [{"answers": list(one.addresses), "refs": list(one.refs)} for one in proposal.parts],
        "alarms": alarms_record(proposal.alarms),
    }


def alarms_record(alarms: Iterable[Alarm]) -> list[Record]:
    """What is in doubt, each with its place and kind."""
    return [{"ref": one.ref, "kind": one.kind.value, "reason": one.reason} for one in alarms]


def _evidence(found: Iterable[Evidence]) -> list[Record]:
    return [{"value": one.value, "sure": one.sure, "reason": one.reason, "refs": list(one.refs)} for one in found]
