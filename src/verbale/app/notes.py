"""The note verbale of a cycle in each of its languages, with the paragraphs of the resolutions that are at hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from verbale.app.cycles import CycleFolder
from verbale.app.mandate_reading import words_of_paragraph
from verbale.app.reading import read_incoming
from verbale.app.sources import find_sources
from verbale.compose.note_verbale import compose_note
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE
from verbale.desk.commands import Actor
from verbale.desk.deciding import When
from verbale.errors import Refused
from verbale.model.document import Document
from verbale.model.language import Language


def issue_note(
    folder: CycleFolder, resolutions: Iterable[str], actor: Actor, now: When, *, issue: bool
) -> Mapping[Language, Document]:
    """The note in the languages of the policy; with ``issue`` it is recorded as sent.

    ``resolutions`` are files of resolutions; each gives its asking paragraph to the note in its language. Raises
    ``Refused`` where such a file is of no mandate of the cycle, or lacks the paragraph, and a ``ReadFailed``.
    """
    quoted = _quoted(folder, resolutions)
    calendar = folder.cycle.calendar
    languages = folder.cycle.policy_on(calendar.deadline).languages
    notes = {language: compose_note(folder.cycle, language, quoted[language]) for language in languages}
    if issue:
        folder.give(CYCLE, c.IssueNote(folder.cycle.reference or folder.cycle.name, calendar.note), actor, now)
    return notes


def _quoted(folder: CycleFolder, resolutions: Iterable[str]) -> Mapping[Language, dict[str, str]]:
    quoted: dict[Language, dict[str, str]] = defaultdict(dict)
    asked = {mandate.resolution: mandate.paragraph for mandate in folder.cycle.mandates}
    for incoming in find_sources(resolutions):
        document = read_incoming(incoming, finding=False)
        symbol, language = document.facts.symbol, document.language
        if symbol not in asked or language is None:
            what = symbol or "no resolution"
            raise Refused(folder.cycle.name, "quote", f"{incoming.shown} is {what}, no mandate of this cycle")
        words = words_of_paragraph(document, asked[symbol])
        if not words:
            raise Refused(folder.cycle.name, "quote", f"{incoming.shown} has no paragraph {asked[symbol]}")
        quoted[language][symbol] = words
    return quoted
