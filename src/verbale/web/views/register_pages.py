"""What the register holds: each statement with its source."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from verbale.app.register_answers import find_line


@require_safe
def statement(request: HttpRequest, key: str) -> HttpResponse:
    """One line of the register: what it says, who says so and where, since when, and when it was learned."""
    line = find_line(key)
    if line is None:
        raise Http404
    return render(request, "verbale/statement.html", {"line": line})
