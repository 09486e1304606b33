"""What the desk sends out, composed as trees in six languages: the note verbale, the report, the draft of a reply.

In come a cycle and what it holds, out come documents like those that are read, with refs and spans. This room does not
know file formats, where facts are kept, or what day it is.
"""

from verbale.compose.note_verbale import compose_note
from verbale.compose.observations import Tie
from verbale.compose.outside_report import Lateness, compose_addendum, compose_web_item
from verbale.compose.reminder import compose_reminder
from verbale.compose.replies import ReplyText, find_order
from verbale.compose.report import Report, compose_report
from verbale.compose.state_record import EarlierReply, StateRecord, compose_pack, compose_reply_draft

__all__ = [
    "EarlierReply",
    "Lateness",
    "ReplyText",
    "Report",
    "StateRecord",
    "Tie",
    "compose_addendum",
    "compose_note",
    "compose_pack",
    "compose_reminder",
    "compose_reply_draft",
    "compose_report",
    "compose_web_item",
    "find_order",
]
