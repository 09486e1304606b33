"""The report of a cycle in one language, composed of what the desk holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from verbale.compose.introduction import add_front, add_introduction
from verbale.compose.observations import Interval, SourceLink, draft_observations, find_untied, kept_ties
from verbale.compose.replies import ReplyText, add_replies, in_order
from verbale.compose.tree_builder import TreeBuilder
from verbale.compose.words import say
from verbale.desk.cases import Section
from verbale.desk.cycle import Cycle
from verbale.model.document import Document, Facts, Reply
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind
from verbale.model.typesetting import typeset

_ORGANISATIONS = 4  # the number of the section


@dataclass(frozen=True, slots=True)
class Report:
    """A composed report, and what the sentences drafted from the register rest on.

    ``untied`` are the units of edited observations that say something of their own, by ref.
    """

    document: Document
    ties: tuple[SourceLink, ...]
    untied: tuple[str, ...] = ()


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
    leaves = TreeBuilder(language)
    if Section.FRONT in settled:
        leaves.take(settled[Section.FRONT])
    else:
        add_front(leaves, cycle, submitted)
    if Section.INTRODUCTION in settled:
        leaves.take(settled[Section.INTRODUCTION])
    else:
        add_introduction(leaves, cycle, replies=len(replies))
    interval = interval_of(cycle, submitted)
    edited = settled.get(Section.OBSERVATIONS)
    if edited is None:
        ties = draft_observations(leaves, interval)
    else:
        leaves.take(edited)
        ties = kept_ties(edited, language, draft_observations(TreeBuilder(language), interval))
    leaves.call_notes(settled.get(Section.NOTES, ()))
    policy = cycle.policy_on(cycle.calendar.deadline)
    ordered = in_order(replies, policy.order, language)
    opening = settled.get(Section.REPLIES_OPENING)
    apart = [reply for reply in ordered if reply.is_organisation] if opening is None else []
    known = add_replies(leaves, [reply for reply in ordered if reply not in apart], opening)
    if apart:
        head = TreeBuilder(language)
        head.section(_ORGANISATIONS, say("heading-organisations", language))
        known += add_replies(leaves, apart, head.nodes)
    leaves.take(settled.get(Section.CLOSING, ()))
    return Report(set_report(leaves, cycle, known, submitted, "report"), ties, find_untied(edited or (), ties))


def interval_of(cycle: Cycle, submitted: date) -> Interval:
    """The time that the report of a cycle observes, when it bears that date."""
    since = cycle.calendar.observed_since
    return Interval(str(since) if since else "", str(submitted), cycle.previous_report)


def set_report(leaves: TreeBuilder, cycle: Cycle, known: tuple[Reply, ...], dated: date, name: str) -> Document:
    """The document of what was written, under the symbol and items of the cycle; ``name.LANG`` is its source's name."""
    setting = typeset(leaves.whole(), f"{name}.{leaves.language}")
    items = " ".join([cycle.agenda_item, *(f"({item})" for item in sorted({m.item for m in cycle.mandates} - {""}))])
    titles = [node.text for node in leaves.nodes if node.kind is NodeKind.TITLE]
    facts = Facts(
        symbol=cycle.report,
        title=titles[0] if titles else None,
        date=str(dated),
        session=cycle.session,
        agenda_item=items.strip() or None,
    )
    return Document(setting.source, "report", leaves.language, facts, setting.nodes, known, setting.coverage)
