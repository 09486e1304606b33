"""The first page, and whether the site is well."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from verbale import __version__
from verbale.app.libraries import Selection, find_listed
from verbale.store.library_store import count_documents
from verbale.web.current_desk import desk_database

_NEWEST = 8  # documents on the first page


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What the library holds, and where to begin."""
    database = desk_database()
    context = {
        "documents": count_documents(database, Selection()),
        "newest": find_listed(database, Selection(), 0, _NEWEST),
    }
    return render(request, "verbale/home.html", context)


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Whether the database answers: for whoever watches the site."""
    count_documents(desk_database(), Selection())
    return JsonResponse({"status": "ok", "version": __version__})


@require_safe
def licence(request: HttpRequest) -> HttpResponse:
    """On which terms the data may be used."""
    return render(request, "verbale/licence.html")
