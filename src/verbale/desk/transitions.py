"""Which command may be given when, by whom, and on what condition: one row for each, the guard in the row.

No caller can pass a guard by: ``decide`` reads this table and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from verbale.desk import casework as w
from verbale.desk import commands as c
from verbale.desk import guards as g
from verbale.desk.cases import CycleStage, ReplyStage, Stage
from verbale.desk.events import EventKind

Guard = Callable[[Any, Any], str]
"""From a case and a command to the reason why it may not be; an empty text where it may."""

_OFFICER = frozenset({c.Role.OFFICER})
_DESK = frozenset({c.Role.OFFICER, c.Role.TRANSLATOR})
_AUTHORS = frozenset({c.Role.OFFICER, c.Role.MISSION})
"""A State speaks of its own letter; an officer enters what it said otherwise."""
_LIVE = frozenset({ReplyStage.UNREAD, ReplyStage.RECEIVED, ReplyStage.CONFIRMED, ReplyStage.PLACED})
_KNOWN = frozenset({ReplyStage.CONFIRMED, ReplyStage.PLACED})
_HELD = frozenset(ReplyStage) - {ReplyStage.EXPECTED}
_OUT = frozenset({CycleStage.ISSUED, CycleStage.CONSIDERED, CycleStage.NOTED, CycleStage.RENEWED, CycleStage.LAPSED})
_WORKING = frozenset({CycleStage.DRAFTED, CycleStage.CALLED, CycleStage.COMPILED})
_OPENED = frozenset(CycleStage) - {CycleStage.PLANNED}
_OPEN = frozenset({CycleStage.CALLED, CycleStage.COMPILED})


@dataclass(frozen=True, slots=True)
class Transition:
    """A row: the stages a command may be given in, the roles that may give it, its guard, and the event it makes."""

    stages: frozenset[Stage]
    roles: frozenset[c.Role]
    event: EventKind
    guard: Guard = g.none


TRANSITIONS: Mapping[type[c.Command], Transition] = {
    c.OpenCycle: Transition(frozenset({CycleStage.PLANNED}), _OFFICER, EventKind.CYCLE_OPENED),
    c.ChangeTerms: Transition(_OPENED, _OFFICER, EventKind.TERMS_CHANGED, g.other_terms),
    c.RedactContents: Transition(_OPENED, _OFFICER, EventKind.CONTENT_REDACTED, g.redactable),
    w.AdoptReading: Transition(_OPENED | _HELD, _OFFICER, EventKind.READING_ADOPTED, g.reasoned),
    w.AddAuthor: Transition(_OPENED, _OFFICER, EventKind.AUTHOR_ADDED, g.named_author),
    c.IssueNote: Transition(frozenset({CycleStage.DRAFTED}), _OFFICER, EventKind.NOTE_ISSUED),
    c.SendReminder: Transition(_OPEN, _OFFICER, EventKind.REMINDER_SENT, g.somebody),
    c.ExtendDeadline: Transition(_OPEN, _OFFICER, EventKind.DEADLINE_EXTENDED, g.reasoned),
    c.SetPart: Transition(_WORKING, _DESK, EventKind.PART_SET, g.part),
    w.SetPartAside: Transition(_WORKING, _DESK, EventKind.PART_SET_ASIDE, g.was_set),
    c.CompileReport: Transition(_OPEN, _OFFICER, EventKind.REPORT_COMPILED, g.settled),
    c.SubmitReport: Transition(frozenset({CycleStage.COMPILED}), _OFFICER, EventKind.REPORT_SUBMITTED, g.within_limit),
    w.ReturnReport: Transition(frozenset({CycleStage.SUBMITTED}), _OFFICER, EventKind.REPORT_RETURNED, g.reasoned),
    c.IssueReport: Transition(frozenset({CycleStage.SUBMITTED}), _OFFICER, EventKind.REPORT_ISSUED),
    c.IssueAddendum: Transition(_OUT, _OFFICER, EventKind.ADDENDUM_ISSUED, g.addendum),
    c.IssueCorrigendum: Transition(_OUT, _OFFICER, EventKind.CORRIGENDUM_ISSUED, g.corrigendum),
    c.ReissueReport: Transition(_OUT, _OFFICER, EventKind.REPORT_REISSUED, g.reasoned),
    c.RecordConsideration: Transition(frozenset({CycleStage.ISSUED}), _OFFICER, EventKind.REPORT_CONSIDERED),
    c.RecordNote: Transition(frozenset({CycleStage.ISSUED, CycleStage.CONSIDERED}), _OFFICER, EventKind.REPORT_NOTED),
    c.RenewMandate: Transition(
        frozenset({CycleStage.ISSUED, CycleStage.CONSIDERED, CycleStage.NOTED}), _OFFICER, EventKind.MANDATE_RENEWED
    ),
    c.LetMandateLapse: Transition(
        frozenset({CycleStage.ISSUED, CycleStage.CONSIDERED, CycleStage.NOTED}),
        _OFFICER,
        EventKind.MANDATE_LAPSED,
        g.reasoned,
    ),
    c.Receive: Transition(frozenset({ReplyStage.EXPECTED}), _AUTHORS, EventKind.LETTER_RECEIVED),
    c.ReceiveVersion: Transition(_HELD, _AUTHORS, EventKind.VERSION_RECEIVED, g.new_bytes),
    c.ReceiveCopy: Transition(_HELD, _AUTHORS, EventKind.COPY_RECEIVED, g.known_bytes),
    w.SetApart: Transition(_HELD, _OFFICER, EventKind.VERSION_SET_APART, g.latest),
    w.StateAuthor: Transition(frozenset({ReplyStage.UNREAD}), _OFFICER, EventKind.AUTHOR_STATED, g.stated),
    w.SetAside: Transition(
        frozenset({ReplyStage.UNREAD, ReplyStage.RECEIVED}), _OFFICER, EventKind.LETTER_SET_ASIDE, g.reasoned
    ),
    w.TakeUp: Transition(frozenset({ReplyStage.SET_ASIDE}), _OFFICER, EventKind.LETTER_TAKEN_UP, g.taken_up),
    c.Confirm: Transition(_LIVE | {ReplyStage.PUBLISHED}, _OFFICER, EventKind.REPLY_CONFIRMED, g.confirmable),
    c.Correct: Transition(_KNOWN, _OFFICER, EventKind.REPLY_CORRECTED, g.corrected),
    w.UndoConfirmation: Transition(
        _KNOWN | {ReplyStage.SET_ASIDE}, _OFFICER, EventKind.CONFIRMATION_UNDONE, g.was_confirmed
    ),
    w.LookAtAlarms: Transition(_HELD, _OFFICER, EventKind.ALARMS_LOOKED_AT, g.has_alarms),
    w.WaiveGate: Transition(_HELD, _OFFICER, EventKind.GATE_WAIVED, g.waivable),
    w.UndoWaiver: Transition(_HELD, _OFFICER, EventKind.WAIVER_UNDONE, g.was_waived),
    w.Assign: Transition(_HELD, _DESK, EventKind.CASE_ASSIGNED, g.assignable),
    c.MarkProvisional: Transition(_LIVE, _AUTHORS, EventKind.REPLY_MARKED_PROVISIONAL, g.reasoned),
    c.MakeFinal: Transition(_LIVE, _AUTHORS, EventKind.REPLY_MADE_FINAL, g.was_provisional),
    c.Restrict: Transition(_HELD, _AUTHORS, EventKind.REPLY_RESTRICTED, g.reasoned),
    c.LiftRestriction: Transition(_HELD, _OFFICER, EventKind.RESTRICTION_LIFTED, g.was_restricted),
    c.SendForTranslation: Transition(_KNOWN, _OFFICER, EventKind.SENT_FOR_TRANSLATION, g.translatable),
    c.TakeTranslation: Transition(_HELD, _DESK, EventKind.TRANSLATION_TAKEN, g.awaited),
    w.SetTranslationAside: Transition(
        _HELD - {ReplyStage.PUBLISHED}, _DESK, EventKind.TRANSLATION_SET_ASIDE, g.was_translated
    ),
    w.SetSummaryAside: Transition(
        frozenset({ReplyStage.CONFIRMED, ReplyStage.PLACED}), _OFFICER, EventKind.SUMMARY_SET_ASIDE, g.was_summarised
    ),
    c.TakeSummary: Transition(frozenset({ReplyStage.PLACED}), _OFFICER, EventKind.SUMMARY_TAKEN, g.summarises),
    c.RecordObjection: Transition(_HELD, _AUTHORS, EventKind.OBJECTION_RECORDED, g.reasoned),
    c.RecordConsent: Transition(_HELD, _AUTHORS, EventKind.CONSENT_RECORDED, g.reasoned),
    c.Place: Transition(_KNOWN, _OFFICER, EventKind.REPLY_PLACED, g.placeable),
    c.Publish: Transition(
        frozenset({ReplyStage.PLACED, ReplyStage.PUBLISHED}), _OFFICER, EventKind.REPLY_PUBLISHED, g.publishable
    ),
    c.Withdraw: Transition(_LIVE, _AUTHORS, EventKind.REPLY_WITHDRAWN, g.reasoned),
    c.Recall: Transition(frozenset({ReplyStage.PUBLISHED}), _AUTHORS, EventKind.REPLY_RECALLED, g.reasoned),
    c.Reinstate: Transition(
        frozenset({ReplyStage.WITHDRAWN, ReplyStage.RECALLED}), _AUTHORS, EventKind.REPLY_REINSTATED, g.reasoned
    ),
    c.AddRemark: Transition(_HELD, _OFFICER, EventKind.REMARK_ADDED),
}
