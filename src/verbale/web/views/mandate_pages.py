"""Mandates: what resolutions ask, of whom, and by which session."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verbale.app.mandating import requests_of_register
from verbale.web.lists import Choice, Column, Table, list_response


@require_safe
def mandates(request: HttpRequest) -> HttpResponse:
    """Every request of a resolution that the register holds."""
    rows = [
        {"symbol": one.symbol, "asked": one.asked.value, "addressee": one.addressee}
        for one in requests_of_register(None)
    ]
    columns = (
        Column("symbol", _("Resolution")),
        Column("asked", _("What is asked")),
        Column("addressee", _("Of whom")),
    )
    choices = (Choice("asked", _("What is asked")), Choice("addressee", _("Of whom")))
    table = Table("mandates", _("Requests made in resolutions"), columns, rows, choices)
    return list_response(request, "verbale/list.html", table, {"title": _("Mandates"), "section": "mandates"})


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """What is due and what meets when."""
    raise NotImplementedError
