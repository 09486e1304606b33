"""What the desk sends out, composed as trees in six languages: the note verbale, the report, the draft of a reply.

In come a cycle and what it holds, out come documents like those that are read, with refs and spans. This room does not
know file formats, where facts are kept, or what day it is.
"""

from verbale.compose.note_verbale import compose_note
from verbale.compose.observations import Tie
from verbale.compose.reminder import compose_reminder
from verbale.compose.replies import ReplyText, find_order
from verbale.compose.reply_draft import EarlierReply, ReplyDraft, compose_reply_draft
from verbale.compose.report import Report, compose_report

__all__ = [
    "EarlierReply",
    "ReplyDraft",
    "ReplyText",
    "Report",
    "Tie",
    "compose_note",
    "compose_reminder",
    "compose_reply_draft",
    "compose_report",
    "find_order",
]
