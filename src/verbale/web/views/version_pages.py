"""A document in several languages side by side, and its versions in one language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verbale.app.libraries import get_document
from verbale.app.side_by_side import RowDifference, SideRow, get_side_by_side
from verbale.app.version_changes import UnitChange, find_changes
from verbale.model.language import Language
from verbale.model.node import Node
from verbale.store.library_store import LibraryDocument
from verbale.web.current_desk import current_site, desk_database
from verbale.web.shown_documents import ShownDocument, available_languages, missing, of_document, standing_rows
from verbale.web.templatetags.written_words import current_language, direction, language_name

_PAGE = 400  # rows of a page
_SIX = {language.value for language in Language}


@require_safe
def compare(request: HttpRequest, address: str) -> HttpResponse:
    """The languages of a document that are asked for (``?with=en&with=fr``), paragraph by paragraph."""
    standing = [one for one in standing_rows(address) if one.language in _SIX]
    if not standing:
        return missing(request, address)
    wanted = _wanted(request, standing)
    chosen = [one for one in standing if one.language in wanted]
    context: dict[str, Any] = {
        "section": "documents",
        "name": standing[0].symbol or standing[0].title,
        "address": standing[0].address,
        "available": available_languages(standing),
        "offered": [
            {"code": one.language, "name": language_name(one.language), "chosen": one in chosen} for one in standing
        ],
        "lacking": [language_name(code) for code in wanted if code not in {one.language for one in standing}],
        "only": language_name(standing[0].language) if len(standing) == 1 else "",
        "crumbs": _crumbs(standing[0], chosen, _("Languages side by side")),
    }
    if len(chosen) > 1:
        context |= _aligned(chosen)
    return render(request, "verbale/side_by_side.html", context)


def _wanted(request: HttpRequest, standing: Sequence[LibraryDocument]) -> list[str]:
    """The languages asked for; two of them where none is: that of the interface, and another."""
    given = [code for value in request.GET.getlist("with") for code in value.split(",") if code in _SIX]
    if given:
        return list(dict.fromkeys(given))
    held = [one.language for one in standing]
    first = [code for code in (current_language().value, "en", "fr", *held) if code in held]
    return list(dict.fromkeys(first))[:2]


def _aligned(chosen: Sequence[LibraryDocument]) -> dict[str, Any]:
    database = desk_database()
    found = get_side_by_side(database, current_site().folder, chosen)
    nodes = {one.language: {node.ref: node for node in get_document(database, one).nodes} for one in chosen}
    rows = [_row(at, row, chosen, nodes) for at, row in enumerate(found.rows[:_PAGE])]
    return {
        "versions": {
            "caption": _("Languages side by side"),
            "languages": [
                {
                    "code": one.language,
                    "dir": direction(one.language),
                    "name": language_name(one.language),
                    "url": reverse("document", args=[one.address, one.language]),
                }
                for one in chosen
            ],
            "rows": rows,
        },
        "count": found.count,
        "left": max(0, len(found.rows) - _PAGE),
        "elsewhere": [_difference(one, "") for one in found.elsewhere],
        "differences": [
            _difference(one, f"row-{at}") for at, row in enumerate(found.rows[:_PAGE]) for one in row.differences
        ],
        "left_out": found.left_out,
    }


def _row(
    at: int, row: SideRow, chosen: Sequence[LibraryDocument], nodes: Mapping[str, Mapping[str, Node]]
) -> dict[str, Any]:
    return {"id": f"row-{at}", "cells": [_cell(row, one.language, nodes[one.language]) for one in chosen]}


def _cell(row: SideRow, language: str, nodes: Mapping[str, Node]) -> dict[str, Any]:
    units = [nodes[ref] for ref in row.cells.get(language, ()) if ref in nodes]
    marked = [places for one in row.differences for places in [one.marked.get(language)] if places]
    spans: list[dict[str, object]] = []
    for unit in units:
        places = [place for one in marked for place in one.get(unit.ref, ())]
        if spans:
            spans.append({"text": " "})
        spans += _spans(unit.text, places)
    return {
        "lang": language,
        "dir": direction(language),
        "number": units[0].number if units else "",
        "spans": spans,
        "differs": any(not one.apart or language in one.apart for one in row.differences),
    }


def _spans(text: str, places: Iterable[tuple[int, int]]) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    at = 0
    for start, end in sorted(places):
        if start < at:
            continue
        found += [{"text": text[at:start]}, {"text": text[start:end], "marked": True}]
        at = end
    return [*found, {"text": text[at:]}]


def _difference(one: RowDifference, row: str) -> dict[str, Any]:
    return {
        "row": row,
        "message": one.message,
        "apart": [language_name(code) for code in one.apart],
        "printed": one.printed,
        "others": one.others,
    }


@of_document
def versions(request: HttpRequest, shown: ShownDocument) -> HttpResponse:
    """The versions of a document in one language, the newest first, and what each changed in the one before it."""
    rows = shown.of_language()
    database = desk_database()
    listed = []
    for at, row in enumerate(rows):
        before = rows[at - 1] if at else None
        changes = find_changes(get_document(database, before), get_document(database, row)) if before else ()
        address = reverse("document", args=[row.address, row.language])
        listed.append(
            {
                "row": row,
                "url": f"{address}?reading={row.reading}",
                "changes": [_change(one) for one in changes[:_PAGE]],
                "first": before is None,
                "more": max(0, len(changes) - _PAGE),
            }
        )
    context = {
        "section": "documents",
        "shown": shown,
        "listed": listed[::-1],
        "language": shown.row.language,
        "dir": direction(shown.row.language),
        "crumbs": _crumbs(shown.row, [shown.row], _("Versions")),
    }
    return render(request, "verbale/document_versions.html", context)


def _change(one: UnitChange) -> dict[str, Any]:
    return {
        "ref": one.ref,
        "number": one.number,
        "spans": [
            {"text": run.text, "inserted": run.how == "insert", "deleted": run.how == "delete"} for run in one.runs
        ],
    }


def _crumbs(row: LibraryDocument, chosen: Sequence[LibraryDocument], title: str) -> list[dict[str, str]]:
    shown = chosen[0] if chosen else row
    return [
        {"label": _("Documents"), "url": reverse("documents")},
        {"label": row.symbol or row.title, "url": reverse("document", args=[shown.address, shown.language])},
        {"label": title},
    ]
