"""A text that is over the limit has a summary in the report, and is whole on the web."""

from __future__ import annotations

from datetime import datetime

from verbale.app.compiling import replies_of_report
from verbale.app.cycles import CycleFolder
from verbale.app.reading import read_guarded
from verbale.app.receiving import words_of
from verbale.desk import commands as c
from verbale.desk.cases import ReplyCase
from verbale.desk.commands import Actor
from verbale.desk.intake import propose


def take_summary(folder: CycleFolder, case: str, data: bytes, name: str, actor: Actor, now: datetime) -> int:
    """Take in the summary of a reply, a document in the language of the reply, and tell its words.

    Letterhead, place and date of the document are not reproduced. Raises ``Refused``, or a ``ReadFailed``.
    """
    reply = folder.get_reply(case)
    document = read_guarded(data, name, "reply", finding=False)
    refs = propose(document, folder.cycle).reproduced
    words = words_of(" ".join(node.text for node in document.nodes if node.ref in set(refs)))
    limit = folder.cycle.policy_on(folder.cycle.calendar.deadline).summary_words
    digest = folder.store.digest_of(data)
    folder.give(case, c.TakeSummary(digest, reply.standing.number, words, limit, refs), actor, now, [data])
    return words


def find_unsummarised(folder: CycleFolder) -> tuple[ReplyCase, ...]:
    """Replies over the limit whose whole text stands in the report, for no summary is held."""
    return tuple(reply for reply in replies_of_report(folder) if reply.on_web and not reply.in_summary)
