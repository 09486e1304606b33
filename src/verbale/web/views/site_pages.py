"""The first page, and whether the site is well."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from verbale import __version__
from verbale.app.libraries import Selection
from verbale.store.library_store import LibraryDocument, count_documents, list_documents, rows_of
from verbale.web.current_desk import desk_database
from verbale.web.site_levels import find_readiness
from verbale.web.templatetags.written_words import current_language

_NEWEST = 8  # documents on the first page


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What the library holds, and where to begin."""
    database = desk_database()
    addresses = list_documents(database, Selection(), 0, _NEWEST)
    rows = rows_of(database, addresses)
    context = {
        "documents": count_documents(database, Selection()),
        "newest": [_newest(rows[address]) for address in addresses if address in rows],
    }
    return render(request, "verbale/home.html", context)


def _newest(versions: Sequence[LibraryDocument]) -> dict[str, object]:
    """A document once: in the language of the interface where it is in it, with its other languages."""
    own = current_language()
    shown = next((one for code in (own, "en") for one in versions if one.language == code), versions[0])
    return {"shown": shown, "others": [one for one in versions if one is not shown]}


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Whether the database answers: for whoever watches the site."""
    count_documents(desk_database(), Selection())
    return JsonResponse({"status": "ok", "version": __version__})


@require_safe
def readiness(request: HttpRequest) -> HttpResponse:
    """Whether each part that the site needs is there, by its name alone: for what sends requests to it."""
    parts = find_readiness()
    ready = all(parts.values())
    record = {"status": "ready" if ready else "not ready", "parts": parts}
    answer = JsonResponse(record, status=200 if ready else 503)
    answer["Cache-Control"] = "no-store"
    return answer


@require_safe
def licence(request: HttpRequest) -> HttpResponse:
    """On which terms the data may be used."""
    return render(request, "verbale/licence.html")
