"""States: the list, and what is known of each."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verbale.lexicon.states import states as known_states
from verbale.lexicon.written import sort_states
from verbale.web.lists import Column, Table, list_response
from verbale.web.templatetags.written_words import current_language, state_name


@require_safe
def states(request: HttpRequest) -> HttpResponse:
    """Every State by its name."""
    standing = [code for code, one in known_states().items() if not one.ended]
    rows = [{"iso3": code, "name": state_name(code)} for code in sort_states(standing, current_language())]
    columns = (
        Column("name", _("Name"), link=lambda row: reverse("state", args=[row["iso3"]])),
        Column("iso3", _("Code")),
    )
    table = Table("states", _("States"), columns, rows)
    return list_response(request, "verbale/list.html", table, {"title": _("States"), "section": "states"})


@require_safe
def state(request: HttpRequest, iso3: str) -> HttpResponse:
    """What is known of a State."""
    raise NotImplementedError
