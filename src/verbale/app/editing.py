"""A part of the report that an officer has edited: taken in as it stands, with the reason; the ties that hold stay.

It comes as a document, or unit by unit from a form; what is kept and recorded is the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from verbale.app.compiling import compose_cycle
from verbale.app.cycles import CycleFolder
from verbale.app.document_cache import DocumentCache
from verbale.app.reading import read_guarded
from verbale.app.readings import keep_document, make_reading
from verbale.app.unpacking import taken_apart
from verbale.compose.edited_parts import UnitEdit, edit_units, editable_text
from verbale.compose.observations import SourceLink, draft_observations, find_untied, kept_ties
from verbale.compose.report import interval_of
from verbale.compose.tree_builder import TreeBuilder
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE, Held, Section
from verbale.desk.commands import Actor
from verbale.desk.deciding import When, moment_of
from verbale.errors import Refused
from verbale.model.document import Document, Facts
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind
from verbale.model.typesetting import typeset
from verbale.store.cycle_store import Kept


@dataclass(frozen=True, slots=True)
class Edited:
    """What was taken in: the units of the part, and the footnotes that they call.

    Of the observations also: how many of the ``drafted`` sentences still stand (``kept``), the ties of those that were
    ``edited``, and the refs of the units that say something of their own.
    """

    units: int
    notes: int
    drafted: int = 0
    kept: int = 0
    edited: tuple[SourceLink, ...] = ()
    untied: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportPart:
    """A part of the report in one language as it stands now.

    ``held`` is what it was set to, ``None`` where it is composed; ``ties`` are those of its sentences, ``untied`` the
    refs of units that say something of their own, ``notes`` the numbers of the footnotes that can be called, by ref.
    """

    section: Section
    language: Language
    nodes: tuple[Node, ...]
    held: Held | None = None
    ties: tuple[SourceLink, ...] = ()
    untied: tuple[str, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)

    def text_of(self, node: Node) -> str:
        """The words of a unit as they are edited: a call of a footnote stands as ``[^1]``."""
        return editable_text(node, self.notes)


@dataclass(frozen=True, slots=True)
class ReportNow:
    """The report in one language as it would be compiled now: the whole, its parts in their order, and the part of each
    unit by ref; the units of replies are in no part."""

    document: Document
    parts: tuple[ReportPart, ...]
    places: Mapping[str, Section]


def report_now(folder: CycleFolder, language: Language, dated: date, cache: DocumentCache) -> ReportNow:
    """The report in a language, bearing a date, as it stands now."""
    report = compose_cycle(folder, language, dated, cache)
    nodes = {node.ref: node for node in report.document.nodes}
    held = {part: one for (part, code), one in folder.case.parts.items() if code == language.value}
    numbers = _numbers_of_notes(cache.nodes(held[Section.NOTES])) if Section.NOTES in held else {}
    found = []
    for part in Section:
        units: Sequence[Node] = ()
        if part in held:
            units = cache.nodes(held[part])
        elif part is not Section.NOTES:  # without notes that were set, they are those of the replies
            units = [nodes[ref] for ref in report.parts.get(part, ())]
        if not units:
            continue
        is_observed = part is Section.OBSERVATIONS
        ties, untied = (report.ties, report.untied) if is_observed else ((), ())
        found.append(ReportPart(part, language, tuple(units), held.get(part), ties, untied, numbers))
    places = {ref: part for part, refs in report.parts.items() for ref in refs}
    return ReportNow(report.document, tuple(found), places)


def _numbers_of_notes(notes: Sequence[Node]) -> dict[str, str]:
    """The numbers that footnotes have in the report, by ref: those of the order in which they stand."""
    return {note.ref: str(number) for number, note in enumerate(notes, start=1)}


def get_part(
    folder: CycleFolder, place: tuple[Section, Language], dated: date, cache: DocumentCache
) -> ReportPart | None:
    """A part of the report in one language as it stands now; ``None`` where the report has nothing of it."""
    return next((one for one in report_now(folder, place[1], dated, cache).parts if one.section is place[0]), None)


def report_day(folder: CycleFolder, now: When) -> date:
    """The date that the report bears where none is named: that of its last compilation, else that of the calendar."""
    made = folder.case.compilation
    if made is not None and made.dated:
        return date.fromisoformat(made.dated)
    return folder.cycle.calendar.submission or moment_of(now).date()


@dataclass(frozen=True, slots=True)
class PartEdits:
    """What becomes of units of a part, by ref: ``texts`` are their words, empty where a unit is dropped, ``added`` the
    units that come after them. What is not named stays as it is."""

    texts: Mapping[str, str] = field(default_factory=dict)
    added: Mapping[str, Sequence[str]] = field(default_factory=dict)


def take_part(
    folder: CycleFolder,
    place: tuple[Section, Language],
    source: tuple[bytes, str],
    reason: str,
    actor: Actor,
    now: When,
) -> Edited:
    """Set a part of the report in one language from an edited report, or from a document with that part alone.

    ``source`` is its bytes and its name, which are kept. Raises ``Refused`` where the document is in another language
    or has nothing of that part, or a ``ReadFailed``.
    """
    part, language = place
    data, name = source
    document = read_guarded(data, name, finding=False)
    if document.language is not language:
        raise Refused(name, "edit", f"it is in {document.language or 'no official language'}, not in {language}")
    if document.profile == "report":
        refs = dict(taken_apart(document).sections)[part]
    else:
        refs = tuple(node.ref for node in document.nodes if node.kind not in (NodeKind.FURNITURE, NodeKind.FOOTNOTE))
    if not refs:
        raise Refused(name, "edit", f"it has no {part}", "give the whole report as compiled and edited")
    digest, reading = folder.store.digest_of(data), make_reading(data, document, "tree")
    notes = _called(document.nodes, set(refs)) if part is not Section.NOTES else ()
    parts = [(part, refs, reason), *([(Section.NOTES, notes, f"{reason}: its footnotes")] if notes else [])]
    given = [(CYCLE, c.SetPart(one, language.value, digest, units, why, reading.digest)) for one, units, why in parts]
    folder.give_together(given, actor, now, Kept((data,), (reading,)))
    nodes = [node for node in document.nodes if node.ref in set(refs)]
    return _told(folder, place, nodes, len(notes), now)


def edit_part(
    folder: CycleFolder,
    place: tuple[Section, Language],
    edits: PartEdits,
    reason: str,
    actor: Actor,
    now: When,
) -> Edited:
    """Set a part of the report in one language to what it is now with some of its units edited, added or dropped.

    The text that comes of it is kept as the document that the part is set to. Raises ``Refused`` where nothing would
    change or nothing would be left, ``BadReference`` where an edit cannot be.
    """
    section, language = place
    cache = DocumentCache(folder)
    part = get_part(folder, place, report_day(folder, now), cache)
    if part is None:
        raise Refused(section, "edit", f"the report has no {section} in {language}")
    known = {
        node.ref: UnitEdit(edits.texts.get(node.ref, part.text_of(node)), tuple(edits.added.get(node.ref, ())))
        for node in part.nodes
    }
    nodes = edit_units(part.nodes, known, part.notes, language)
    if nodes == part.nodes:
        raise Refused(section, "edit", "nothing of it was changed")
    if not nodes:
        raise Refused(section, "edit", "nothing would be left of it")
    held = folder.case.parts.get((Section.NOTES, language.value))
    notes = cache.nodes(held) if held and section is not Section.NOTES else []
    setting = typeset([*nodes, *notes], f"{section}.{language}")
    document = Document(setting.source, "report", language, Facts(), setting.nodes, (), setting.coverage)
    reading = keep_document(setting.source.sha256, document, "report")
    refs = tuple(node.ref for node in nodes)
    command = c.SetPart(section, language.value, setting.source.sha256, refs, reason, reading.digest)
    kept = Kept((setting.source.text.encode(),), (reading,))
    folder.give_together([(CYCLE, command)], actor, now, kept)
    return _told(folder, place, nodes, 0, now)


def _told(folder: CycleFolder, place: tuple[Section, Language], nodes: Sequence[Node], notes: int, now: When) -> Edited:
    """What was taken in, and which ties of the observations hold."""
    part, language = place
    edited = Edited(len(nodes), notes)
    if part is not Section.OBSERVATIONS:
        return edited
    interval = interval_of(folder.cycle, folder.cycle.calendar.submission or moment_of(now).date())
    drafted = draft_observations(TreeBuilder(language, folder.cycle.programme), interval)
    ties = kept_ties(nodes, language, drafted)
    changed = tuple(tie for tie in ties if tie.edited)
    kept = len(ties) - len(changed)
    return replace(edited, drafted=len(drafted), kept=kept, edited=changed, untied=find_untied(nodes, ties, language))


def _called(nodes: tuple[Node, ...], refs: set[str]) -> tuple[str, ...]:
    """The footnotes that some units call, in the order of the document."""
    called = {mark.ref for node in nodes if node.ref in refs for mark in node.notes}
    return tuple(node.ref for node in nodes if node.kind is NodeKind.FOOTNOTE and node.ref in called)


def find_uneven_parts(folder: CycleFolder, languages: tuple[Language, ...]) -> tuple[str, ...]:
    """Parts that are settled in some of the languages and composed in the others, told in sentences."""
    settled = folder.case.parts
    found = []
    for section in (Section.FRONT, Section.INTRODUCTION, Section.OBSERVATIONS, Section.CLOSING):
        count = Counter((section, language.value) in settled for language in languages)
        if count[True] and count[False]:
            edited = ", ".join(language for language in languages if (section, language.value) in settled)
            found.append(f"{section}: edited in {edited}, and composed in the other languages: they may differ")
    return tuple(found)
