"""The reminder of a call to one State: the note verbale it recalls, and until when a reply is awaited."""

from __future__ import annotations

from datetime import date

from verbale.compose.topics import report_title
from verbale.compose.tree_builder import TreeBuilder
from verbale.desk.cycle import Cycle
from verbale.lexicon.phrases import get_phrase
from verbale.lexicon.written import write_date, write_state
from verbale.model.document import Document, Facts
from verbale.model.language import Language
from verbale.model.node import NodeKind
from verbale.model.typesetting import typeset


def compose_reminder(cycle: Cycle, state: str, language: Language, deadline: date, dated: date) -> Document:
    """The reminder to ``state`` (alpha-3), dated ``dated``; ``deadline`` is the one in force for that State."""
    leaves = TreeBuilder(language, cycle.programme)
    leaves.masthead(get_phrase("organisation", language))
    leaves.masthead(leaves.say("office"))
    if cycle.reference:
        leaves.masthead(leaves.say("note-reference", reference=cycle.reference))
    leaves.add("doctype", NodeKind.DOCTYPE, leaves.say("heading-note"))
    title = report_title(cycle, cycle.called, language)
    leaves.add("title", NodeKind.TITLE, title)
    text = leaves.say(
        "note-reminder" if cycle.reference else "note-reminder-bare",
        state=write_state(state, language),
        reference=cycle.reference,
        date=write_date(str(cycle.calendar.note), language),
        deadline=write_date(str(deadline), language),
    )
    leaves.add("1", NodeKind.PARAGRAPH, text)
    leaves.add("closing.1", NodeKind.CLOSING, leaves.say("note-place", date=write_date(str(dated), language)))
    setting = typeset(leaves.nodes, f"reminder.{state}.{language}")
    facts = Facts(title=title, date=str(dated))
    return Document(setting.source, "note-verbale", language, facts, setting.nodes, (), setting.coverage)
