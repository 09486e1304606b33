"""The report of a cycle in one language, composed of what the desk holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from verbale.compose.introduction import add_front, add_introduction
from verbale.compose.leaves import Leaves
from verbale.compose.replies import ReplyText, add_replies, in_order
from verbale.compose.topics import report_title
from verbale.compose.words import say
from verbale.desk import Cycle
from verbale.model import Document, Facts, Language
from verbale.model.typesetting import typeset


def compose_report(
    cycle: Cycle, language: Language, replies: Sequence[ReplyText], observations: Sequence[str], submitted: date
) -> Document:
    """The whole report as a tree: front, mandates, observations, replies in the order of the policy.

    ``observations`` are the paragraphs of section II as they were settled, in that language.
    """
    leaves = Leaves(language)
    add_front(leaves, cycle, submitted)
    add_introduction(leaves, cycle, replies=len(replies))
    section = leaves.section(2, say("heading-observations", language))
    for text in observations:
        leaves.paragraph(section, text)
    policy = cycle.policy_on(cycle.calendar.deadline)
    known = add_replies(leaves, in_order(replies, policy.order, language))
    setting = typeset(leaves.nodes, f"report.{language}")
    items = " ".join([cycle.agenda_item, *(f"({item})" for item in sorted({m.item for m in cycle.mandates} - {""}))])
    facts = Facts(
        symbol=cycle.report,
        title=report_title(cycle.mandates, language),
        date=str(submitted),
        session=cycle.session,
        agenda_item=items.strip() or None,
    )
    return Document(setting.source, "report", language, facts, setting.nodes, known, setting.coverage)
