"""A part of the report that an officer has edited: taken in as it stands, with the reason; the ties that hold stay."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from verbale.app.cycles import CycleFolder
from verbale.app.reading import read_guarded
from verbale.app.readings import make_reading
from verbale.app.unpacking import taken_apart
from verbale.compose.observations import SourceLink, draft_observations, find_untied, kept_ties
from verbale.compose.report import interval_of
from verbale.compose.tree_builder import TreeBuilder
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE, Section
from verbale.desk.commands import Actor
from verbale.desk.deciding import When, moment_of
from verbale.errors import Refused
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind
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
    edited = Edited(len(refs), len(notes))
    if part is not Section.OBSERVATIONS:
        return edited
    interval = interval_of(folder.cycle, folder.cycle.calendar.submission or moment_of(now).date())
    drafted = draft_observations(TreeBuilder(language, folder.cycle.programme), interval)
    nodes = [node for node in document.nodes if node.ref in set(refs)]
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
