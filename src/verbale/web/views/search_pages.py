"""Search: one box over documents, replies, paragraphs and facts."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What answers a question."""
    return render(request, "verbale/search.html", {"section": "search", "query": request.GET.get("q", "")})
