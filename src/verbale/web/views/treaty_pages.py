"""Treaties: the list, and where each stands on a day."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verbale.app.clock import today
from verbale.app.treaty_status import get_overview
from verbale.web.lists import Column, Table, list_response
from verbale.web.templatetags.written_words import treaty_name


@require_safe
def treaties(request: HttpRequest) -> HttpResponse:
    """Every treaty with its counts on a day."""
    day = request.GET.get("on") or today()
    rows = [
        {
            "id": one.treaty,
            "name": treaty_name(one.treaty),
            "signatures": one.counts.signatures,
            "deposited": one.counts.deposited,
            "in_force_for": one.counts.in_force_for,
        }
        for one in get_overview(day, today())
    ]
    columns = (
        Column("name", _("Treaty"), link=lambda row: reverse("treaty", args=[row["id"]])),
        Column("id", _("Short name")),
        Column("signatures", _("Signatures"), kind="number"),
        Column("deposited", _("Ratifications and accessions"), kind="number"),
        Column("in_force_for", _("In force for"), kind="number"),
    )
    table = Table("treaties", _("Treaties as of a day"), columns, rows)
    return list_response(request, "verbale/list.html", table, {"title": _("Treaties"), "section": "treaties"})


@require_safe
def treaty(request: HttpRequest, treaty_id: str) -> HttpResponse:
    """Where a treaty stands."""
    raise NotImplementedError
