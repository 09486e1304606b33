"""The report of a cycle in one language, composed of what the desk holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from verbale.compose.introduction import add_front, add_introduction
from verbale.compose.leaves import Leaves
from verbale.compose.observations import Interval, Tie, draft_observations
from verbale.compose.replies import ReplyText, add_replies, in_order
from verbale.desk import Cycle, Section
from verbale.model import Document, Facts, Language, Node, NodeKind, Reply
from verbale.model.typesetting import typeset


@dataclass(frozen=True, slots=True)
class Report:
    """A composed report, and what the sentences drafted from the register rest on."""

    document: Document
    ties: tuple[Tie, ...]


def compose_report(
    cycle: Cycle,
    language: Language,
    replies: Sequence[ReplyText],
    submitted: date,
    parts: Mapping[Section, Sequence[Node]] | None = None,
) -> Report:
    """The whole report as a tree: front, mandates, observations, replies in the order of the policy.

    ``parts`` are those that were settled already in that language, taken as they are, empty ones too; the others are
    composed.
    """
    settled = parts or {}
    leaves = Leaves(language)
    if Section.FRONT in settled:
        leaves.take(settled[Section.FRONT])
    else:
        add_front(leaves, cycle, submitted)
    if Section.INTRODUCTION in settled:
        leaves.take(settled[Section.INTRODUCTION])
    else:
        add_introduction(leaves, cycle, replies=len(replies))
    ties: tuple[Tie, ...] = ()
    if Section.OBSERVATIONS in settled:
        leaves.take(settled[Section.OBSERVATIONS])
    else:
        since = cycle.calendar.observed_since
        interval = Interval(str(since) if since else "", str(submitted), cycle.previous_report)
        ties = draft_observations(leaves, interval)
    leaves.call_notes(settled.get(Section.NOTES, ()))
    policy = cycle.policy_on(cycle.calendar.deadline)
    ordered = in_order(replies, policy.order, language)
    known = add_replies(leaves, ordered, settled.get(Section.REPLIES_OPENING))
    leaves.take(settled.get(Section.CLOSING, ()))
    return Report(_document(leaves, cycle, known, submitted), ties)


def _document(leaves: Leaves, cycle: Cycle, known: tuple[Reply, ...], submitted: date) -> Document:
    setting = typeset(leaves.whole(), f"report.{leaves.language}")
    items = " ".join([cycle.agenda_item, *(f"({item})" for item in sorted({m.item for m in cycle.mandates} - {""}))])
    titles = [node.text for node in leaves.nodes if node.kind is NodeKind.TITLE]
    facts = Facts(
        symbol=cycle.report,
        title=titles[0] if titles else None,
        date=str(submitted),
        session=cycle.session,
        agenda_item=items.strip() or None,
    )
    return Document(setting.source, "report", leaves.language, facts, setting.nodes, known, setting.coverage)
