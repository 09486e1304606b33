"""Two replies of a State side by side: the choice of the documents, and the paragraphs in pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from verbale.app.state_replies import StateReply, ThenAndNow, compare_replies, find_differences
from verbale.errors import BadReference
from verbale.model.comparison import ComparedParagraph, Pairing, ParagraphChange
from verbale.model.span import Span
from verbale.store.database import Database
from verbale.store.library_store import LibraryDocument
from verbale.web.document_links import document_url
from verbale.web.lists import Choice, Column, Table
from verbale.web.templatetags.written_words import current_language, direction


@dataclass(frozen=True, slots=True)
class Asked:
    """What is compared: the documents to choose from, those chosen, and the pairs; ``problem`` says why there is none.

    ``choices`` are addresses of documents with the words that are shown for them, the newest first.
    """

    choices: Sequence[tuple[str, str]]
    then: str = ""
    now: str = ""
    problem: str = ""
    found: ThenAndNow | None = None
    heads: Sequence[dict[str, str]] = ()
    rows: Sequence[dict[str, object]] = field(default_factory=tuple)


def then_and_now(database: Database, replies: Sequence[StateReply], then: str, now: str) -> Asked:
    """Two replies beside each other: those named, else the last two. Never raises for what is asked."""
    choices = [(one.shown.address, _named(one)) for one in replies]
    if len(replies) < 2:
        return Asked(choices)
    now = now or replies[0].shown.address
    then = then or _before(replies, now)
    try:
        found = compare_replies(database, replies, then, now, current_language().value)
    except BadReference:
        words = _("Choose two different documents of this list: one for then and one for now.")
        return Asked(choices, then, now, words)
    if found is None:
        return Asked(choices, then, now, _("The library has no language in which both documents are."))
    names = dict(choices)
    heads = [_head(row, names[row.address]) for row in (found.earlier, found.later)]
    return Asked(choices, found.earlier.address, found.later.address, "", found, heads, list(_rows(found)))


def _before(replies: Sequence[StateReply], now: str) -> str:
    """The last document of an earlier year than one; where there is none, the last other one."""
    year = next((one.year for one in replies if one.shown.address == now), "")
    others = [one for one in replies if one.shown.address != now]
    return next((one for one in others if one.year < year), others[0]).shown.address


def _named(one: StateReply) -> str:
    return " · ".join(part for part in (one.year, one.shown.address) if part)


def _head(row: LibraryDocument, name: str) -> dict[str, str]:
    return {"name": name, "url": document_url(row), "language": row.language, "direction": direction(row.language)}


def _rows(found: ThenAndNow) -> Iterator[dict[str, object]]:
    courses = _courses()
    for number, each in enumerate(found.comparison.pairings, start=1):
        differences = find_differences(each)
        one, other = differences or (_shared(each.earlier), _shared(each.later))
        marked = "" if differences else "marked"
        yield {
            "id": f"pair-{number}",
            "course": courses[each.course],
            "shared": [it.text for it in each.shared if it.kind != "words"],
            "worded": bool(each.earlier and each.later and not differences),
            "cells": [
                _cell(each.earlier, found.earlier, one, marked or "deleted"),
                _cell(each.later, found.later, other, marked or "inserted"),
            ],
        }


def _courses() -> dict[ParagraphChange, str]:
    return {
        ParagraphChange.KEPT: _("in nearly the same words"),
        ParagraphChange.CHANGED: _("on the same topic"),
        ParagraphChange.NEW: _("in the later document only"),
        ParagraphChange.DROPPED: _("in the earlier document only"),
    }


def _shared(paragraph: ComparedParagraph | None) -> Sequence[Span]:
    return paragraph.highlighted if paragraph else ()


def _cell(
    paragraph: ComparedParagraph | None, row: LibraryDocument, spans: Iterable[Span], mark: str
) -> dict[str, object]:
    cell: dict[str, object] = {"language": row.language, "direction": direction(row.language)}
    if paragraph is None:
        return cell
    parts = list(_parts(paragraph.text, spans, mark))
    return cell | {
        "number": bare_number(paragraph.label) or paragraph.ref.rpartition(".")[2],
        "url": document_url(row, paragraph.ref),
        "spans": parts,
    }


def bare_number(printed: str) -> str:
    """The number of a paragraph without the marks that are printed beside it."""
    return printed.strip(" .-–)(（）、．\u200e\u200f")


def _parts(text: str, spans: Iterable[Span], mark: str) -> Iterator[dict[str, object]]:
    at = 0
    for span in spans:
        if span.start > at:
            yield {"text": text[at : span.start]}
        yield {"text": text[span.start : span.end], mark: True}
        at = span.end
    if at < len(text):
        yield {"text": text[at:]}


def compared_table(asked: Asked) -> Table:
    """The pairs as a list, to be taken away; without rows where nothing is compared."""
    pairings: Sequence[Pairing] = asked.found.comparison.pairings if asked.found else ()
    names = {course.value: name for course, name in _courses().items()}
    rows = [
        {
            "course": each.course.value,
            "earlier_ref": each.earlier.ref if each.earlier else "",
            "earlier": each.earlier.text if each.earlier else "",
            "later_ref": each.later.ref if each.later else "",
            "later": each.later.text if each.later else "",
        }
        for each in pairings
    ]
    languages = [asked.found.earlier, asked.found.later] if asked.found else []
    columns = (
        Column("course", _("Paragraph"), show=lambda course: names[course]),
        Column("earlier_ref", _("Place, then")),
        Column("earlier", asked.then or _("Then"), language=lambda row: languages[0].language),
        Column("later_ref", _("Place, now")),
        Column("later", asked.now or _("Now"), language=lambda row: languages[1].language),
    )
    return Table("compared", _("Then and now"), columns, rows, (Choice("course", _("Paragraph"), names),), stack=True)
