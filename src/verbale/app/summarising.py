"""A text that exceeds the limit has a summary in the report, and is posted in full on the website."""

from __future__ import annotations

from verbale.app.cycles import CycleFolder
from verbale.app.letter_reading import words_of
from verbale.app.reading import read_guarded
from verbale.app.readings import make_reading
from verbale.desk import commands as c
from verbale.desk.cases import ReplyCase
from verbale.desk.commands import Actor
from verbale.desk.deciding import When
from verbale.desk.intake import propose
from verbale.desk.report_basis import replies_of_report


def take_summary(folder: CycleFolder, case: str, data: bytes, name: str, actor: Actor, now: When) -> int:
    """Take in the summary of a reply, a document in the language of the reply, and tell its words.

    Letterhead, place and date of the document are not reproduced. Raises ``Refused``, or a ``ReadFailed``.
    """
    reply = folder.get_reply(case)
    document = read_guarded(data, name, "reply", finding=False)
    refs = propose(document, folder.cycle).reproduced
    words = words_of(" ".join(node.text for node in document.nodes if node.ref in set(refs)))
    limit = folder.cycle.policy_on(folder.cycle.calendar.deadline).summary_words
    reading = make_reading(data, document, "reply")
    command = c.TakeSummary(reading.content, reply.standing.number, words, limit, refs, reading.digest)
    folder.give(case, command, actor, now, [data], [reading])
    return words


def find_unsummarised(folder: CycleFolder) -> tuple[ReplyCase, ...]:
    """Replies over the limit whose whole text stands in the report, for no summary is held."""
    return tuple(reply for reply in replies_of_report(*folder.basis()) if reply.on_web and not reply.in_summary)
