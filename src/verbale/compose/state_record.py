"""A State's own record for a call: its treaties, what it did since, its votes, its last words; as draft or as pack.

The draft of a reply is for the Government to confirm, change or drop; the pack is what the desk sends with its call.
Each sentence that the register gives has a footnote with its source and a tie to the row it rests on; what is carried
over from an earlier reply is set apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from verbale.compose.introduction import write_letter
from verbale.compose.observations import SourceLink
from verbale.compose.resolutions import number_of, write_by_organ
from verbale.compose.topics import report_title
from verbale.compose.tree_builder import TreeBuilder
from verbale.compose.words import say
from verbale.desk.cycle import Cycle, CycleMandate
from verbale.lexicon.names import find_state
from verbale.lexicon.naming import holding_term, status_term
from verbale.lexicon.numbering import format_number
from verbale.lexicon.written import NameCase, write_date, write_list, write_state, write_treaty
from verbale.model.act import Act, Stance
from verbale.model.document import Document, Facts
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind, NoteMark
from verbale.model.span import Span
from verbale.model.statement import Provenance
from verbale.model.status import PartyLabel
from verbale.model.typesetting import typeset
from verbale.register.acts import acts_by_treaty
from verbale.register.fact_tables import find_source_title
from verbale.register.happenings import find_standings
from verbale.register.votes import roll_calls

_ENDED = frozenset({PartyLabel.WITHDRAWN})
# What parts and ends the pieces of a note, where it is not a comma and a full stop.
_CITED = {Language.AR: ("، ", "."), Language.ZH: ("，", "。")}
_LINE = re.compile(r"line (\d+)")


@dataclass(frozen=True, slots=True)
class EarlierReply:
    """What the State said before: in which report, when (ISO 8601), and its units in the language of that report."""

    report: str
    dated: str
    language: Language
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class StateRecord:
    """A draft or pack as a tree, and what its sentences rest on."""

    document: Document
    ties: tuple[SourceLink, ...]


def compose_reply_draft(
    cycle: Cycle, state: str, language: Language, as_of: str, earlier: Sequence[EarlierReply] = ()
) -> StateRecord:
    """The draft of the reply of ``state`` (alpha-3) to the call of a cycle, as of a day (ISO 8601)."""
    sheet = _opened(cycle, state, language, as_of, "draft-mark")
    dated = write_date(str(cycle.calendar.note), language)
    numbers = [sheet.say("resolution-number", number=number_of(one.resolution)) for one in cycle.called]
    message = "draft-opening" if cycle.reference else "draft-opening-bare"
    answered = write_list(numbers, language)
    values = {"reference": cycle.reference, "date": dated, "resolutions": answered}
    sheet.paragraph(sheet.say(message, count=len(numbers), **values))
    return _recorded(sheet, cycle, state, earlier, "reply-draft")


def compose_pack(
    cycle: Cycle, state: str, language: Language, as_of: str, earlier: Sequence[EarlierReply] = ()
) -> StateRecord:
    """What the desk sends to ``state`` with its call: the record alone, nothing said in the State's name."""
    sheet = _opened(cycle, state, language, as_of, "pack-mark")
    return _recorded(sheet, cycle, state, earlier, "pack")


def _opened(cycle: Cycle, state: str, language: Language, as_of: str, mark: str) -> _DraftBuilder:
    sheet = _DraftBuilder(TreeBuilder(language, cycle.programme), as_of)
    sheet.leaves.masthead(sheet.say(mark))
    sheet.leaves.masthead(write_state(state, language))
    sheet.leaves.add("title", NodeKind.TITLE, report_title(cycle, cycle.called, language))
    return sheet


def _recorded(
    sheet: _DraftBuilder, cycle: Cycle, state: str, earlier: Sequence[EarlierReply], name: str
) -> StateRecord:
    before = sheet.count
    held = _acts_of(state, cycle.programme.record_treaties)
    _add_standings(sheet, state, held)
    _add_since(sheet, held, cycle)
    _add_votes(sheet, state, cycle.mandates)
    for reply in earlier:
        _add_earlier(sheet, reply)
    language = sheet.language
    if sheet.count == before:
        sheet.paragraph(sheet.say("pack-asked", resolutions=write_by_organ(cycle.called, language, cycle.programme)))
        sheet.paragraph(sheet.say("pack-bare", of=write_state(state, language, NameCase.GENITIVE)))
    setting = typeset(sheet.leaves.whole(), f"{name}.{state}.{language}")
    facts = Facts(title=report_title(cycle, cycle.called, language), date=sheet.as_of)
    document = Document(setting.source, "reply", language, facts, setting.nodes, (), setting.coverage)
    return StateRecord(document, tuple(sheet.ties))


@dataclass(frozen=True, slots=True)
class _Item:
    """What an item says, of which treaty (may be empty), and what it rests on."""

    text: str
    treaty: str
    source: Provenance


@dataclass(slots=True)
class _DraftBuilder:
    """The draft while it is written: numbered paragraphs, their items, a footnote for each source."""

    leaves: TreeBuilder
    as_of: str
    ties: list[SourceLink] = field(default_factory=list)
    count: int = 0
    items: int = 0

    @property
    def language(self) -> Language:
        return self.leaves.language

    def say(self, message: str, **values: str | int) -> str:
        return self.leaves.say(message, **values)

    def paragraph(self, text: str) -> None:
        self.count, self.items = self.count + 1, 0
        self.leaves.add(str(self.count), NodeKind.PARAGRAPH, text)

    def list_items(self, items: Sequence[_Item]) -> None:
        """The items of the paragraph, the last closed by a full stop."""
        for item in items:
            message = "draft-last" if item is items[-1] else "draft-next"
            self._add_item(self.say(message, text=item.text), item.treaty, item.source)

    def _add_item(self, text: str, treaty: str, source: Provenance) -> None:
        """An item with a footnote that says where it stands written."""
        self.items += 1
        letter = format_number(self.items, "lowerLetter")
        ref = f"{self.count}.{letter}"
        label = write_letter(letter, self.language)
        self.leaves.add(ref, NodeKind.ITEM, text, label=label, parent=str(self.count))
        note = f"fn.{len(self.leaves.notes) + 1}"
        cited, tongue = _cited(source, self.language)
        self.leaves.call_notes([Node(note, NodeKind.FOOTNOTE, cited, (), language=tongue)])
        marked = NoteMark(len(text), Span(0, 0), note)
        self.leaves.nodes[-1] = replace(self.leaves.nodes[-1], notes=(marked,))
        self.ties.append(SourceLink(ref, text, treaty, self.as_of, (source,)))


def _cited(source: Provenance, language: Language) -> tuple[str, Language | None]:
    """Where a fact stands written, as a footnote has it; and the language of the note where it is another one."""
    known = find_source_title(source.source, language)
    tongue = known.language if known else language
    comma, stop = _CITED.get(tongue, (", ", "."))
    named = [known.title, known.publisher] if known else [source.source]
    place = [_place_in(source.place, tongue)] if source.place else []
    return comma.join([*named, *place]) + stop, tongue if tongue is not language else None


def _place_in(place: str, language: Language) -> str:
    """A place in a source: an entry of a State by its name in the language, a line of a table in its words."""
    if state := find_state(place, Language.EN):
        return write_state(state, language)
    line = _LINE.fullmatch(place)
    return holding_term("line", language).format(number=line[1]) if line else place


def _acts_of(state: str, treaties: tuple[str, ...] | None) -> dict[str, list[Act]]:
    """The acts of a State by treaty, of the treaties that the programme is about; of all where it names none."""
    return {
        treaty: [act for act in held if act.state == state]
        for treaty, held in acts_by_treaty().items()
        if treaties is None or treaty in treaties
    }


def _add_standings(sheet: _DraftBuilder, state: str, held: Mapping[str, Sequence[Act]]) -> None:
    """Where the State stands, treaty by treaty, with the act by which it does."""
    standings = [
        (treaty, one)
        for treaty, one in find_standings(state, sheet.as_of)
        if one.label not in _ENDED and treaty in held
    ]
    if not standings:
        return
    sheet.paragraph(sheet.say("draft-standing", date=write_date(sheet.as_of, sheet.language)))
    items = []
    for treaty, standing in standings:
        acts = [act for act in held[treaty] if _in_effect(act, sheet.as_of)]
        by = [act for act in acts if act.kind is standing.consent or not standing.consent]
        if by:
            act = next((one for one in by if one.date == standing.by), by[-1])
            items.append(_item_of(act, sheet.language))
    sheet.list_items(items)


def _add_since(sheet: _DraftBuilder, held: Mapping[str, Sequence[Act]], cycle: Cycle) -> None:
    """The acts since the previous report; that there are none is said too, for the Government to correct."""
    since, language = str(cycle.calendar.observed_since or ""), sheet.language
    if not since or not held:
        return
    done = [act for acts in held.values() for act in acts if _in_effect(act, sheet.as_of) and act.date > since]
    date = write_date(since, language)
    sheet.paragraph(sheet.say("draft-since" if done else "draft-since-none", date=date))
    sheet.list_items([_item_of(act, language) for act in sorted(done, key=lambda one: (one.date, one.treaty))])


def _in_effect(act: Act, as_of: str) -> bool:
    return act.stance is Stance.HELD and act.date <= as_of


def _item_of(act: Act, language: Language) -> _Item:
    kind, date = status_term(act.kind, language), write_date(act.date, language)
    text = say("draft-act", language, treaty=write_treaty(act.treaty, language), kind=kind, date=date)
    return _Item(text, act.treaty, Provenance(act.source, act.place))


def _add_votes(sheet: _DraftBuilder, state: str, mandates: Iterable[CycleMandate]) -> None:
    """How the State voted on the resolutions that ask for the report."""
    language, cast = sheet.language, []
    for mandate in mandates:
        vote = roll_calls().get(mandate.resolution)
        choice = vote.choice(state) if vote else None
        if vote and choice:
            cast.append((mandate, vote.provenance, choice))
    if cast:
        sheet.paragraph(say("draft-votes", language))
    items = []
    for mandate, provenance, choice in cast:
        date = write_date(str(mandate.adopted), language)
        voted = say(f"vote-{choice.value.replace('_', '-')}", language)
        number = number_of(mandate.resolution)
        text = say("draft-vote", language, number=number, date=date, vote=voted)
        items.append(_Item(text, "", provenance))
    sheet.list_items(items)


def _add_earlier(sheet: _DraftBuilder, reply: EarlierReply) -> None:
    """The words of an earlier reply as they stand, under a line that says where."""
    language = sheet.language
    date = write_date(reply.dated, language) if reply.dated else ""
    sheet.paragraph(say("draft-earlier", language, report=reply.report, date=date))
    head = str(sheet.count)
    said = [node for node in reply.nodes if node.kind is not NodeKind.FOOTNOTE]
    other = reply.language if reply.language is not language else None
    for node in said:
        ref = f"{head}.{node.ref}"
        parent = f"{head}.{node.parent}" if node.parent else head
        carried = replace(node, ref=ref, parent=parent, notes=(), links=(), page=None, language=node.language or other)
        sheet.leaves.nodes.append(carried)
        sheet.ties.append(SourceLink(ref, node.text, "", sheet.as_of, (Provenance(reply.report, node.ref),)))
