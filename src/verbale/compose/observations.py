"""Section II drafted from the register: what the depositaries recorded, each sentence tied to what it rests on.

An item a treaty, then one for each meeting and figure. The officer edits what is drafted; a tie holds as long as its
sentence stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from verbale.compose.introduction import write_letter
from verbale.compose.treaty_sentences import Interval, Sentence, treaty_sentences
from verbale.compose.tree_builder import TreeBuilder
from verbale.compose.words import join_sentences, say
from verbale.find.annotate import find_annotations
from verbale.find.setting import DocumentContext
from verbale.lexicon.naming import treaty_name
from verbale.lexicon.numbering import format_number
from verbale.lexicon.written import write_date, write_days, write_number, write_treaty
from verbale.model.annotation import AnnotationKind
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind
from verbale.model.programme import Programme
from verbale.model.statement import Provenance
from verbale.register.figures_and_limits import Figure
from verbale.register.forums import Meeting
from verbale.register.holding import Comparator, find_current

_SENTENCE_END = re.compile(r"(?<=[.!?\u061f])\s+|(?<=[\u3002\uff01\uff1f])")
_YEAR, _DAY = 4, 10  # characters of a year and of a day in ISO 8601
_AROUND_NAME = " .《》"  # what stands around the name of a treaty before its sentences
_ALIKE = 0.6  # of the letters; a sentence less alike is another one
_COMPARED: Mapping[AnnotationKind, Callable[[Mapping[str, object]], str]] = {
    AnnotationKind.DATE: lambda value: str(value["start"]),
    AnnotationKind.STATE: lambda value: str(value["iso3"]),
    AnnotationKind.QUANTITY: lambda value: f"{value['number']} {value['unit']}",
    AnnotationKind.CITATION: lambda value: str(value["symbol"] or value.get("candidates")),
}


@dataclass(frozen=True, slots=True)
class SourceLink:
    """What a sentence rests on: its words, the unit they stand in, the treaty, and the rows of the register.

    Where an officer edited it, ``edited`` are the words that stand now, and ``differs`` the values (dates, States,
    figures, citations) that only one of the two has.
    """

    ref: str
    text: str
    treaty: str
    as_of: str
    sources: tuple[Provenance, ...]
    edited: str = ""
    differs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ObservedItem:
    """What is observed of one treaty, meeting or figure: its name, and sentences with what each rests on."""

    id: str
    name: str
    sentences: tuple[Sentence, ...]
    is_treaty: bool = False


def find_observed(programme: Programme, period: Interval, language: Language) -> tuple[ObservedItem, ...]:
    """What the register has to say of all that a programme observes, in its order; what it has nothing on is left out.

    Raises ``LexiconBroken`` where a meeting or figure has no words in the programme.
    """
    treaties = (
        ObservedItem(treaty, write_treaty(treaty, language), tuple(treaty_sentences(treaty, period, language)), True)
        for treaty in programme.observed.treaties
    )
    meetings = (_meeting(meeting, period, language, programme) for meeting in programme.observed.meetings)
    figures = (_figure(figure, period, language, programme) for figure in programme.observed.figures)
    return tuple(item for item in (*treaties, *meetings, *figures) if item.sentences)


def draft_observations(
    leaves: TreeBuilder, period: Interval, number: int = 2, heading: str = "heading-observations"
) -> tuple[SourceLink, ...]:
    """Add the section to a report as its ``number``-th, and give the ties of its sentences; nothing where nothing is
    observed."""
    language = leaves.language
    items = find_observed(leaves.programme, period, language)
    if not items:
        return ()
    section = leaves.section(number, leaves.say(heading))
    ties: list[SourceLink] = []
    for lead, of_treaties in (("obs-lead", True), ("obs-lead-events", False)):
        listed = [item for item in items if item.is_treaty is of_treaties]
        if listed:
            paragraph = leaves.paragraph(section, leaves.say(lead, date=write_date(period.as_of, language)))
            ties += _add_items(leaves, paragraph, listed, period.as_of)
    return tuple(ties)


def _add_items(leaves: TreeBuilder, paragraph: str, items: Sequence[ObservedItem], as_of: str) -> list[SourceLink]:
    """Add an item for each of what is observed under a paragraph, and give the ties of their sentences."""
    ties = []
    for place, item in enumerate(items, start=1):
        letter = format_number(place, "lowerLetter")
        ref = f"{paragraph}.{letter}"
        text = join_sentences([sentence for sentence, _ in item.sentences], leaves.language)
        message = "obs-item" if item.is_treaty else "obs-meeting"
        text = leaves.say(message, name=item.name, text=text) if item.name else text
        leaves.add(ref, NodeKind.ITEM, text, label=write_letter(letter, leaves.language), parent=paragraph)
        ties += [SourceLink(ref, sentence, item.id, as_of, sources) for sentence, sources in item.sentences]
    return ties


def kept_ties(nodes: Sequence[Node], language: Language, drafted: Sequence[SourceLink]) -> tuple[SourceLink, ...]:
    """The ties of a section that was edited: those of drafted sentences that stand in it, where they stand now.

    A sentence that several treaties have ("The Treaty is not in force.") is that of the unit that names its treaty.
    One that was edited keeps its tie, with the words and values that are other now.
    """
    kept: list[SourceLink] = []
    for tie in drafted:
        standing = [node for node in nodes if _plain(tie.text) in _plain(node.text)]
        name = _name_of(tie.treaty, language)
        standing.sort(key=lambda node: name not in _plain(node.text))
        kept += [replace(tie, ref=node.ref) for node in standing[:1]]
    stand = {(tie.treaty, tie.text) for tie in kept}
    gone = [tie for tie in drafted if (tie.treaty, tie.text) not in stand]
    return (*kept, *_edited(gone, _new_sentences(nodes, kept), language))


def _new_sentences(nodes: Sequence[Node], kept: Iterable[SourceLink]) -> list[tuple[str, str]]:
    """The sentences of a section that were not drafted, each with the ref of its unit."""
    tied: dict[str, list[str]] = {}
    for tie in kept:
        tied.setdefault(tie.ref, []).append(_plain(tie.text))
    found = []
    for node in nodes:
        rest = _plain(node.text)
        for text in tied.get(node.ref, ()):
            rest = rest.replace(text, "\n", 1)
        found += [(node.ref, part.strip()) for line in rest.split("\n") for part in _SENTENCE_END.split(line)]
    return [(ref, words) for ref, words in found if words]


def _edited(
    gone: Sequence[SourceLink], sentences: Sequence[tuple[str, str]], language: Language
) -> Iterator[SourceLink]:
    """Each drafted sentence that no longer stands with the new one most like it, the likest pairs first."""
    pairs = [
        (-likeness, place, at)
        for place, tie in enumerate(gone)
        for at, (_, words) in enumerate(sentences)
        if (likeness := SequenceMatcher(None, _plain(tie.text), words, autojunk=False).ratio()) >= _ALIKE
    ]
    paired: dict[int, int] = {}
    for _, place, at in sorted(pairs):
        if place not in paired and at not in paired.values():
            paired[place] = at
    for place, at in sorted(paired.items()):
        ref, words = sentences[at]
        differs = tuple(
            sorted(_values(gone[place].text, language, gone[place].as_of) ^ _values(words, language, gone[place].as_of))
        )
        yield replace(gone[place], ref=ref, edited=words, differs=differs)


def _values(text: str, language: Language, as_of: str) -> frozenset[str]:
    """What a sentence says that can be compared; a date without a year is the last before the day of the report."""
    setting = DocumentContext(language, "report", None, None, as_of)
    found = find_annotations([Node("II.1", NodeKind.PARAGRAPH, text, ())], setting)
    return frozenset(f"{one.kind.value} {_COMPARED[one.kind](one.value)}" for one in found if one.kind in _COMPARED)


def find_untied(nodes: Sequence[Node], ties: Iterable[SourceLink], language: Language) -> tuple[str, ...]:
    """The units of an edited section that say something besides its tied sentences, by ref.

    Headings, what leads in items, and the name of a treaty before its sentences say nothing of their own.
    """
    tied: dict[str, list[SourceLink]] = {}
    for tie in ties:
        tied.setdefault(tie.ref, []).append(tie)
    leads = {node.parent for node in nodes} | {node.ref for node in nodes if node.kind is NodeKind.HEADING}
    return tuple(
        node.ref for node in nodes if node.ref not in leads and _own_words(node, tied.get(node.ref, ()), language)
    )


def _own_words(node: Node, ties: Iterable[SourceLink], language: Language) -> bool:
    rest = _plain(node.text)
    for tie in ties:
        rest = rest.replace(_plain(tie.text), "", 1)
    rest = rest.strip()
    if not rest or rest[-1] in ":：":
        return False
    return rest.strip(_AROUND_NAME) not in {_name_of(tie.treaty, language) for tie in ties}


def _name_of(treaty: str, language: Language) -> str:
    return _plain(treaty_name(treaty, language).replace("'", "\u2019"))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _meeting(meeting: str, period: Interval, language: Language, programme: Programme) -> ObservedItem:
    """A meeting that was held in the time observed: its name in the words of the programme, and when it was."""
    name = say(f"meeting-{meeting}", language, programme)
    held_ = next((one for one in find_current(Meeting) if one.id == meeting and one.state == "held"), None)
    start, end = (held_.valid.start or "", held_.valid.end or "") if held_ else ("", "")
    if held_ is None or not end or not period.since[: len(end)] <= end <= period.as_of:
        return ObservedItem(meeting, name, ())
    if len(end) == _YEAR:
        sentence = say("obs-held-year", language, year=end)
    elif len(end) < _DAY:
        sentence = say("obs-held-in", language, month=write_date(end, language))
    elif start == end:
        sentence = say("obs-held", language, date=write_date(end, language))
    else:
        first, last = _between(start, end, language)
        sentence = say("obs-held-between", language, start=first, end=last)
    return ObservedItem(meeting, name, ((sentence, (held_.provenance,)),))


def _figure(measure: str, period: Interval, language: Language, programme: Programme) -> ObservedItem:
    """The newest figure for the whole world of a measure, in a sentence of the programme's words."""
    known = [
        one
        for one in find_current(Figure)
        if one.measure == measure and not one.states and isinstance(one.value, int) and one.valid.end
        if one.comparator is Comparator.EXACTLY and (one.valid.end or "") <= period.as_of
    ]
    if not known:
        return ObservedItem(measure, "", ())
    newest = max(known, key=lambda one: one.valid.end or "")
    number = newest.value if isinstance(newest.value, int) else 0
    values: dict[str, str | int] = {
        "number": write_number(number, language),
        "count": number,
        "date": _written(newest.valid.end or "", language),
    }
    sentence = say(f"figure-{measure}", language, programme, **values)
    return ObservedItem(measure, "", ((sentence, (newest.provenance,)),))


def _between(start: str, end: str, language: Language) -> tuple[str, str]:
    """Two days, months or years between which a meeting was held."""
    if _YEAR in (len(start), len(end)):
        return _written(start, language), _written(end, language)
    return write_days(start, end, language)


def _written(day: str, language: Language) -> str:
    """A day, a month, or a year as it stands."""
    return day if len(day) == _YEAR else write_date(day, language)
