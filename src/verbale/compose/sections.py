"""Which sections a report has, in what order and under what numbers, and its table of contents.

A section that would be empty has no number and is not printed.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from verbale.compose.tree_builder import TreeBuilder
from verbale.compose.words import say
from verbale.lexicon.han import HAN
from verbale.model.node import Node, NodeKind
from verbale.model.programme import Observed, Programme, ReportSection, SectionCondition, SectionKind

_HAN_TO_A_WORD = 1.7  # Chinese characters that stand for a word of English, in documents of both languages
_HEADINGS = {
    SectionKind.INTRODUCTION: "heading-introduction",
    SectionKind.OBSERVATIONS: "heading-observations",
    SectionKind.REPLIES: "heading-replies",
    SectionKind.ORGANISATIONS: "heading-organisations",
}


@dataclass(frozen=True, slots=True)
class NumberedSection:
    """A section that is printed, with its number in the report."""

    section: ReportSection
    number: int

    @property
    def heading(self) -> str:
        """The message that is its heading."""
        return self.section.heading or _HEADINGS[self.section.kind]


def number_sections(
    programme: Programme,
    filled: Collection[SectionKind],
    met: Collection[SectionCondition],
    settled: Collection[SectionKind] = (),
) -> tuple[NumberedSection, ...]:
    """The sections of a programme's report that are printed, numbered from 1.

    ``filled`` are the kinds that have something to print; a section of text has its paragraphs. ``met`` are the
    conditions that hold. What is ``settled`` is printed in any case, in a place after the introduction where the
    programme has none for it.
    """
    sections = list(programme.sections)
    for kind in sorted({*settled} - {section.kind for section in sections}):
        sections.insert(1, ReportSection(kind, ""))
    printed = [
        section
        for section in sections
        if section.kind in settled
        or (section.when in met and (section.kind is SectionKind.TEXT or section.kind in filled))
    ]
    return tuple(NumberedSection(section, number) for number, section in enumerate(printed, start=1))


def number_of_replies(programme: Programme) -> tuple[int, str]:
    """The number and the heading of the section with the replies in a report that has every section, under which an
    addendum goes on."""
    observed = programme.observed
    filled = {*SectionKind} if observed != Observed() else {*SectionKind} - {SectionKind.OBSERVATIONS}
    met = {*SectionCondition} - {SectionCondition.WITHOUT_REPLIES}
    every = number_sections(programme, filled, met)
    found = next(one for one in every if one.section.kind is SectionKind.REPLIES)
    return found.number, found.heading


def add_text(leaves: TreeBuilder, numbered: NumberedSection) -> None:
    """A section of the programme's own sentences."""
    section = leaves.section(numbered.number, leaves.say(numbered.heading))
    for message in numbered.section.paragraphs:
        leaves.paragraph(section, leaves.say(message))


def add_contents(leaves: TreeBuilder, words: int) -> None:
    """A table of contents before the first section, where the report has more than ``words`` words.

    It names the sections and the authors of the replies. Page numbers depend on the format, and are left to it.
    """
    if sum(_words_in(node.printed) for node in leaves.nodes) <= words:
        return
    first = next((place for place, node in enumerate(leaves.nodes) if node.kind is NodeKind.HEADING), None)
    if first is not None:
        leaves.nodes[first:first] = _contents(leaves, leaves.nodes)


def _words_in(text: str) -> float:
    """The length of a text in words of English, so that all languages of a report have a table of contents or none."""
    return len(HAN.sub(" ", text).split()) + len(HAN.findall(text)) / _HAN_TO_A_WORD


def _contents(leaves: TreeBuilder, nodes: Sequence[Node]) -> list[Node]:
    heading = say("heading-contents", leaves.language)
    contents = [Node("contents", NodeKind.SUBHEADING, heading, ())]
    listed = [node for node in nodes if node.kind in (NodeKind.HEADING, NodeKind.REPLY_HEADING)]
    for number, node in enumerate(listed, start=1):
        text = node.printed if node.kind is NodeKind.HEADING else node.label or node.text
        contents.append(Node(f"contents.{number}", NodeKind.ITEM, text, (), parent="contents"))
    return contents
