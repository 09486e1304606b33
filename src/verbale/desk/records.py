"""The JSON of a desk: a cycle with its replies, and what a letter is proposed to be. Keys in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable

from verbale.desk.answering import Evidence
from verbale.desk.cases import CycleCase, ReplyCase
from verbale.desk.cycle import Cycle
from verbale.desk.deadlines import deadline_for
from verbale.desk.intake import Proposal
from verbale.model.contract import Record


def cycle_record(cycle: Cycle, case: CycleCase, replies: Iterable[ReplyCase], seal: str = "") -> Record:
    """Where a cycle stands, and every reply in the order received, ``number`` counting from 1."""
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
        "replies": [_reply_record(number, reply) for number, reply in enumerate(replies, start=1)],
    }


def _reply_record(number: int, reply: ReplyCase) -> Record:
    return {
        "case": reply.id,
        "number": number,
        "stage": reply.stage.value,
        "authors": [reply.state] if reply.state else [],
        "date": reply.dated or None,
        "received": reply.current.received,
        "language": reply.language or None,
        "awaits": find_awaited(reply),
        "answers": list(reply.addresses),
        "file": reply.current.name,
        "destination": reply.destination.value if reply.destination else None,
        "on_web": reply.on_web,
        "reason": reply.reason or None,
    }


def find_awaited(reply: ReplyCase) -> list[str]:
    """The languages that a reply was sent to be translated into and has not come back in."""
    return [code for code, one in reply.translations.items() if one.held is None]


def proposal_record(proposal: Proposal) -> Record:
    """The candidates for each question, the likeliest first, each with its evidence, and what a person must look at."""
    return {
        "states": _evidence(proposal.states),
        "dates": _evidence(proposal.dates),
        "languages": _evidence(proposal.languages),
        "answers": _evidence(proposal.addresses),
        "parts": [{"answers": list(one.addresses), "refs": list(one.refs)} for one in proposal.parts],
        "alarms": [{"ref": one.ref, "reason": one.reason} for one in proposal.alarms],
    }


def _evidence(found: Iterable[Evidence]) -> list[Record]:
    return [{"value": one.value, "sure": one.sure, "reason": one.reason, "refs": list(one.refs)} for one in found]
