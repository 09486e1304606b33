"""The record of a cycle in plain words: who did what, when and why; and what can be taken back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verbale.app.cycles import CycleFolder
from verbale.desk.cases import CYCLE
from verbale.desk.event_facts import BELATED
from verbale.desk.events import EventKind, Fact
from verbale.render.csv_table import csv_rows
from verbale.store.chain_pages import ChainQuery, ChainRow, find_chain
from verbale.web.asked_days import asked_day
from verbale.web.current_desk import desk_database
from verbale.web.desk.cycle_frame import frame_of
from verbale.web.desk.desk_words import act_name, names_of_authors
from verbale.web.desk.open_cycles import get_opened
from verbale.web.lists import address_with, page_number, pager

_PAGE = 100  # entries of a page
_ALL = 1_000_000
_SAID = ("reason", "text", "seen", "waiver", "symbol", "organ", "resolution", "where", "to", "allowed_by")
"""The facts of an event that people read; the rest is in CSV and JSON."""
_UNDONE_AT_LETTER = frozenset({EventKind.REPLY_CONFIRMED, EventKind.REPLY_CORRECTED})
"""Acts that are taken back on the page of their letter."""


@require_safe
def timeline(request: HttpRequest, cycle: str) -> HttpResponse:
    """What was done in a cycle, the latest first; ``?format=`` gives exactly what the address asks for."""
    folder = get_opened(request, cycle)
    query, problem = _query(request)
    if request.GET.get("format") in ("csv", "json"):
        return _taken(request, cycle, query)
    page = page_number(request.GET.get("page", ""))
    found = find_chain(desk_database(), cycle, query, (page - 1) * _PAGE, _PAGE)
    letters = {reply.id: reply for reply in folder.replies}
    context = {
        **frame_of(folder, "timeline"),
        "title": _("Timeline"),
        "rows": [_shown(folder, letters, row) for row in found.rows],
        "total": found.total,
        "kinds": [(kind, act_name(EventKind(kind)), count) for kind, count in found.counts["kind"].items()],
        "actors": list(found.counts["actor"].items()),
        "chosen": {name: request.GET.get(name, "") for name in ("kind", "actor", "case", "from", "until")},
        "problem": problem,
        "pager": pager(request, page, max(1, -(-found.total // _PAGE))),
        "csv_url": address_with(request, format="csv", page=None),
        "json_url": address_with(request, format="json", page=None),
        "all_url": request.path,
        "seal": folder.seal,
    }
    return render(request, "verbale/desk/timeline.html", context)


def _query(request: HttpRequest) -> tuple[ChainQuery, str]:
    """What an address asks for, and what of it is no day."""
    values = {name: request.GET[name] for name in ("kind", "actor", "case") if request.GET.get(name)}
    since, until = asked_day(request, "from", ""), asked_day(request, "until", "")
    return ChainQuery(values, since.day, until.day), since.problem or until.problem


def _shown(folder: CycleFolder, letters: Mapping[str, Any], row: ChainRow) -> dict[str, object]:
    event, reply = row.event, letters.get(row.event.case)
    added, base = folder.case.added_authors, folder.address.name
    undo = event.kind in _UNDONE_AT_LETTER and reply is not None and reply.confirmed
    waived = event.kind is EventKind.GATE_WAIVED and reply is not None
    query = urlencode({"case": event.case, "gate": str(event.facts.get("gate", "")), "next": f"/desk/{base}/timeline/"})
    return {
        "number": row.number,
        "at": event.at,
        "by": event.actor,
        "act": act_name(event.kind),
        "said": "; ".join(_said(event.facts)),
        "belated": event.facts.get(BELATED, ""),
        "letter": (names_of_authors(reply.authors or reply.current.authors, added) or reply.current.name)
        if reply
        else "",
        "url": reverse("desk-letter", args=[base, event.case]) if reply and event.case != CYCLE else "",
        "undo_url": f"{reverse('desk-letter', args=[base, event.case])}#undo"
        if undo
        else f"{reverse('desk-act', args=[base, 'unwaive'])}?{query}"
        if waived
        else "",
    }


def _said(facts: Mapping[str, Fact]) -> list[str]:
    return [str(facts[name]) for name in _SAID if facts.get(name)]


def _taken(request: HttpRequest, cycle: str, query: ChainQuery) -> HttpResponse:
    """Exactly what the address asks for, with facts and seals."""
    found = find_chain(desk_database(), cycle, query, 0, _ALL)
    rows = [
        {
            "number": row.number,
            "at": row.event.at,
            "actor": row.event.actor,
            "case": row.event.case,
            "kind": row.event.kind.value,
            "facts": {name: list(fact) if isinstance(fact, tuple) else fact for name, fact in row.event.facts.items()},
            "seal": row.seal,
        }
        for row in found.rows
    ]
    if request.GET["format"] == "json":
        record = {"address": request.build_absolute_uri(), "total": found.total, "rows": rows}
        return JsonResponse(record, json_dumps_params={"ensure_ascii": False})
    heads = ("number", "at", "actor", "case", "kind", "said", "seal")
    lines = (
        [*(row[name] for name in heads[:5]), "; ".join(_said(one.event.facts)), row["seal"]]
        for row, one in zip(rows, found.rows, strict=True)
    )
    response = HttpResponse(csv_rows(heads, lines).encode(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="timeline.csv"'
    return response
