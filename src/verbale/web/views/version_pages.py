"""A document in several languages side by side, and its versions in one language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verbale.app.libraries import get_document
from verbale.app.side_by_side import get_side_by_side
from verbale.app.version_changes import find_changes
from verbale.model.language import Language
from verbale.store.library_store import LibraryDocument
from verbale.web.compared_rows import MOST_ROWS, ComparedLanguage, aligned_rows, change_rows
from verbale.web.current_desk import current_site, desk_database
from verbale.web.shown_documents import ShownDocument, available_languages, missing, of_document, standing_rows
from verbale.web.templatetags.written_words import current_language, direction, language_name

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
    languages = [
        ComparedLanguage(
            one.language,
            reverse("document", args=[one.address, one.language]),
            {node.ref: node for node in get_document(database, one).nodes},
        )
        for one in chosen
    ]
    return aligned_rows(found, languages)


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
                "changes": change_rows(changes[:MOST_ROWS]),
                "first": before is None,
                "more": max(0, len(changes) - MOST_ROWS),
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


def _crumbs(row: LibraryDocument, chosen: Sequence[LibraryDocument], title: str) -> list[dict[str, str]]:
    shown = chosen[0] if chosen else row
    return [
        {"label": _("Documents"), "url": reverse("documents")},
        {"label": row.symbol or row.title, "url": reverse("document", args=[shown.address, shown.language])},
        {"label": title},
    ]
