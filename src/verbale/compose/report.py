"""The report of a cycle in one language, composed of what the desk holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from verbale.compose.introduction import ReplyPlaces, add_front, add_introduction
from verbale.compose.observations import (
    SourceLink,
    draft_observations,
    find_observed,
    find_untied,
    kept_ties,
)
from verbale.compose.replies import ReplyText, add_replies, in_order
from verbale.compose.sections import NumberedSection, add_contents, add_text, number_sections
from verbale.compose.treaty_sentences import Interval
from verbale.compose.tree_builder import TreeBuilder
from verbale.desk.cases import Section
from verbale.desk.cycle import Cycle
from verbale.lexicon.organisations import is_organisation
from verbale.model.document import Document, Facts, Reply
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind
from verbale.model.programme import SectionCondition, SectionKind
from verbale.model.typesetting import typeset

_SETTLED: Mapping[Section, SectionKind] = {
    Section.INTRODUCTION: SectionKind.INTRODUCTION,
    Section.OBSERVATIONS: SectionKind.OBSERVATIONS,
    Section.REPLIES_OPENING: SectionKind.REPLIES,
}

_WITH = {True: SectionCondition.WITH_REPLIES, False: SectionCondition.WITHOUT_REPLIES}


@dataclass(frozen=True, slots=True)
class Report:
    """A composed report, and what the sentences drafted from the register rest on.

    ``untied`` are the units of edited observations that say something of their own, by ref; ``parts`` the refs of the
    units of each part, those without any left out.
    """

    document: Document
    ties: tuple[SourceLink, ...]
    untied: tuple[str, ...] = ()
    parts: Mapping[Section, tuple[str, ...]] = field(default_factory=dict)


def compose_report(
    cycle: Cycle,
    language: Language,
    replies: Sequence[ReplyText],
    submitted: date,
    parts: Mapping[Section, Sequence[Node]] | None = None,
) -> Report:
    """The whole report as a tree: front, and the sections of the programme that have something to print.

    ``parts`` are those that were settled already in that language, taken as they are, empty ones too; the others are
    composed. Replies stand in the order of the policy.
    """
    writer = _ReportWriter(cycle, language, submitted, parts or {}, _by_kind(cycle, replies, parts or {}, language))
    return writer.write()


def _by_kind(
    cycle: Cycle, replies: Sequence[ReplyText], parts: Mapping[Section, Sequence[Node]], language: Language
) -> Mapping[SectionKind, Sequence[ReplyText]]:
    """The replies by the section they stand in; in one that was settled before, they all stand together."""
    policy = cycle.policy_on(cycle.calendar.deadline)
    ordered = in_order(replies, policy.order, language)
    apart = any(section.kind is SectionKind.ORGANISATIONS for section in cycle.programme.sections)
    if not apart or Section.REPLIES_OPENING in parts:
        return {SectionKind.REPLIES: ordered, SectionKind.ORGANISATIONS: ()}
    organisations = [reply for reply in ordered if reply.is_organisation or is_organisation(reply.state)]
    own = [reply for reply in ordered if reply not in organisations]
    return {SectionKind.REPLIES: own, SectionKind.ORGANISATIONS: organisations}


@dataclass(slots=True)
class _ReportWriter:
    """A report while it is written: what is known of it, and the tree so far."""

    cycle: Cycle
    language: Language
    submitted: date
    settled: Mapping[Section, Sequence[Node]]
    replies: Mapping[SectionKind, Sequence[ReplyText]]
    ties: tuple[SourceLink, ...] = ()
    known: tuple[Reply, ...] = ()
    parts: dict[Section, tuple[str, ...]] = field(default_factory=dict)
    leaves: TreeBuilder = field(init=False)

    def __post_init__(self) -> None:
        self.leaves = TreeBuilder(self.language, self.cycle.programme)

    @property
    def count(self) -> int:
        """How many replies there are."""
        return sum(map(len, self.replies.values()))

    def write(self) -> Report:
        """The report, section by section."""
        leaves, programme = self.leaves, self.cycle.programme
        if Section.FRONT in self.settled:
            leaves.take(self.settled[Section.FRONT])
        else:
            add_front(leaves, self.cycle, self.submitted, self.count)
        self._note(Section.FRONT, leaves.nodes)
        leaves.call_notes(self.settled.get(Section.NOTES, ()))
        self._note(Section.NOTES, leaves.notes)
        filled, settled = self._filled(), {kind for part, kind in _SETTLED.items() if self.settled.get(part)}
        met = {SectionCondition.ALWAYS, _WITH[self.count > 0]}
        met |= {SectionCondition.WITH_PREVIOUS} if self.cycle.previous_report else set()
        sections = number_sections(programme, filled, met, settled)
        holding = tuple(one.number for one in sections if self.replies.get(one.section.kind))
        for one in sections:
            self._add(one, ReplyPlaces(self.count, holding))
        self._note(Section.CLOSING, self.settled.get(Section.CLOSING, ()))
        leaves.take(self.settled.get(Section.CLOSING, ()))
        printed_before = {Section.FRONT, Section.REPLIES_OPENING} <= set(self.settled)
        if programme.contents_over is not None and not printed_before:
            add_contents(leaves, programme.contents_over)
        document = set_report(leaves, self.cycle, self.known, self.submitted, "report")
        edited = self.settled.get(Section.OBSERVATIONS) or ()
        return Report(document, self.ties, find_untied(edited, self.ties, self.language), self.parts)

    def _note(self, part: Section, nodes: Sequence[Node]) -> None:
        """Note which units a part has."""
        if nodes:
            self.parts[part] = tuple(node.ref for node in nodes)

    def _filled(self) -> set[SectionKind]:
        """The kinds of section that have something to print: what is settled, and what can be composed."""
        filled = {kind for part, kind in _SETTLED.items() if self.settled.get(part)}
        filled |= {kind for kind, held in self.replies.items() if held}
        if Section.INTRODUCTION not in self.settled:
            filled.add(SectionKind.INTRODUCTION)
        if Section.OBSERVATIONS not in self.settled and find_observed(
            self.cycle.programme, interval_of(self.cycle, self.submitted), self.language
        ):
            filled.add(SectionKind.OBSERVATIONS)
        return filled

    def _add(self, numbered: NumberedSection, replies: ReplyPlaces) -> None:
        before = len(self.leaves.nodes)
        self._write(numbered, replies)
        part = next((part for part, kind in _SETTLED.items() if kind is numbered.section.kind), None)
        if part is not None and part is not Section.REPLIES_OPENING:
            self._note(part, self.leaves.nodes[before:])

    def _write(self, numbered: NumberedSection, replies: ReplyPlaces) -> None:
        match numbered.section.kind:
            case SectionKind.INTRODUCTION if Section.INTRODUCTION in self.settled:
                self.leaves.take(self.settled[Section.INTRODUCTION])
            case SectionKind.INTRODUCTION:
                add_introduction(self.leaves, self.cycle, (numbered.number, numbered.heading), replies)
            case SectionKind.OBSERVATIONS:
                self._observe(numbered)
            case SectionKind.TEXT:
                add_text(self.leaves, numbered)
            case kind:
                self._reply(numbered, self.replies[kind])

    def _observe(self, numbered: NumberedSection) -> None:
        interval = interval_of(self.cycle, self.submitted)
        edited = self.settled.get(Section.OBSERVATIONS)
        if edited is None:
            self.ties = draft_observations(self.leaves, interval, numbered.number, numbered.heading)
        else:
            self.leaves.take(edited)
            drafted = draft_observations(TreeBuilder(self.language, self.cycle.programme), interval)
            self.ties = kept_ties(edited, self.language, drafted)

    def _reply(self, numbered: NumberedSection, replies: Sequence[ReplyText]) -> None:
        opening = self.settled.get(Section.REPLIES_OPENING)
        if opening is None or numbered.section.kind is SectionKind.ORGANISATIONS:
            head = TreeBuilder(self.language, self.cycle.programme)
            head.section(numbered.number, head.say(numbered.heading))
            opening = head.nodes
        if numbered.section.kind is SectionKind.REPLIES:
            self._note(Section.REPLIES_OPENING, opening)
        self.known += add_replies(self.leaves, replies, opening)


def interval_of(cycle: Cycle, submitted: date) -> Interval:
    """The time that the report of a cycle observes, when it bears that date."""
    since = cycle.calendar.observed_since
    return Interval(str(since) if since else "", str(submitted))


def set_report(leaves: TreeBuilder, cycle: Cycle, known: tuple[Reply, ...], dated: date, name: str) -> Document:
    """The document of what was written, under the symbol and items of the cycle; ``name.LANG`` is its source's name."""
    setting = typeset(leaves.whole(), f"{name}.{leaves.language}")
    items = " ".join([cycle.item_number, *(f"({item})" for item in cycle.sub_items)])
    titles = [node.text for node in leaves.nodes if node.kind is NodeKind.TITLE]
    facts = Facts(
        symbol=cycle.report or None,
        title=titles[0] if titles else None,
        date=str(dated),
        session=cycle.session,
        agenda_item=items.strip() or None,
    )
    return Document(setting.source, "report", leaves.language, facts, setting.nodes, known, setting.coverage)
