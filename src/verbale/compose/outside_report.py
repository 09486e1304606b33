"""Replies that are not in the report itself: a page of its own in the language received, or an addendum in them all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from verbale.compose.introduction import add_head
from verbale.compose.replies import ReplyText, add_replies, in_order
from verbale.compose.report import set_report
from verbale.compose.sections import number_of_replies
from verbale.compose.tree_builder import TreeBuilder
from verbale.desk.cycle import Cycle
from verbale.lexicon.phrases import get_phrase
from verbale.lexicon.written import write_date
from verbale.model.document import Document, Facts, Reply
from verbale.model.language import Language
from verbale.model.node import NodeKind
from verbale.model.typesetting import typeset


@dataclass(frozen=True, slots=True)
class Lateness:
    """The day on which a reply came, and the one by which it was to come."""

    received: date
    deadline: date


def compose_web_item(cycle: Cycle, reply: ReplyText, late: Lateness | None) -> Document:
    """The page of one reply in the language received: the State, why it is there, and its words whole.

    Without ``late`` the page has the full text of what is summarised in the report of the cycle. Its words of the desk
    stand above the title, apart from those of the State.
    """
    language = Language(reply.original) if reply.original in set(Language) else Language.EN
    leaves = TreeBuilder(language, cycle.programme)
    leaves.masthead(get_phrase("organisation", language))
    leaves.masthead(leaves.say("office"))
    if late is None:
        leaves.masthead(leaves.say("web-full", report=cycle.report))
    else:
        came, due = (write_date(str(day), language) for day in (late.received, late.deadline))
        leaves.masthead(leaves.say("web-late", received=came, deadline=due, report=cycle.report))
    name = reply.name_in(language)
    leaves.add("title", NodeKind.TITLE, name)
    leaves.add("doctype", NodeKind.DOCTYPE, leaves.say("reply-date", date=write_date(reply.dated, language)))
    leaves.take(reply.nodes)
    setting = typeset(leaves.whole(), f"reply.{reply.state}.{language}")
    facts = Facts(title=name, date=reply.dated)
    known = (Reply(reply.state, reply.original, reply.dated, reply.addresses),)
    return Document(setting.source, "reply", language, facts, setting.nodes, known, setting.coverage)


def compose_addendum(
    cycle: Cycle, symbol: str, language: Language, replies: Sequence[ReplyText], dated: date
) -> Document:
    """An addendum to the report in one language, under ``symbol``: masthead and title of the report, and replies."""
    leaves = TreeBuilder(language, cycle.programme)
    own = replace(cycle, report=symbol)
    add_head(leaves, own, dated)
    leaves.add("doctype.2", NodeKind.DOCTYPE, leaves.say("heading-addendum"))
    deadline = write_date(str(cycle.calendar.deadline), language)
    leaves.add("lead", NodeKind.PARAGRAPH, leaves.say("addendum-lead", report=cycle.report, date=deadline))
    opening = TreeBuilder(language, cycle.programme)
    number, heading = number_of_replies(cycle.programme)
    opening.section(number, opening.say(heading))
    policy = cycle.policy_on(cycle.calendar.deadline)
    known = add_replies(leaves, in_order(replies, policy.order, language), opening.nodes)
    return set_report(leaves, own, known, dated, "addendum")
