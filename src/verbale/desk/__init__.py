"""The reporting cycle: a case, a command, who gives it and when become events, or a clear refusal.

In come values: a cycle read from its file, cases folded from their events, commands. Out come events, and the place of
each reply with its reason. This room does not know files, layout, SQL, HTTP, today's date or who is logged in.
"""

from verbale.desk.cases import (
    CYCLE,
    Case,
    CycleCase,
    CycleStage,
    Destination,
    Held,
    Publication,
    ReplyCase,
    ReplyStage,
    Section,
)
from verbale.desk.commands import Actor, Command, Role
from verbale.desk.cycle import Cycle, CycleMandate, Policy
from verbale.desk.cycle_file import cycle_toml, parse_cycle
from verbale.desk.deadlines import Deadline, deadline_for
from verbale.desk.deciding import decide
from verbale.desk.events import Break, Entry, Event, EventKind, event_record, find_breaks, parse_event, seal_events
from verbale.desk.folding import fold_cycle, fold_reply
from verbale.desk.placing import Placement, place_reply

__all__ = [
    "CYCLE",
    "Actor",
    "Break",
    "Case",
    "Command",
    "Cycle",
    "CycleCase",
    "CycleMandate",
    "CycleStage",
    "Deadline",
    "Destination",
    "Entry",
    "Event",
    "EventKind",
    "Held",
    "Placement",
    "Policy",
    "Publication",
    "ReplyCase",
    "ReplyStage",
    "Role",
    "Section",
    "cycle_toml",
    "deadline_for",
    "decide",
    "event_record",
    "find_breaks",
    "fold_cycle",
    "fold_reply",
    "parse_cycle",
    "parse_event",
    "place_reply",
    "seal_events",
]
