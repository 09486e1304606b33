"""Treaties: the list, and where each stands on a day, why, and what would follow from further acts."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verbale.app.clock import today
from verbale.app.treaty_acts import can_be_supposed, get_span, get_treaty_id, write_steps
from verbale.app.treaty_status import get_overview
from verbale.model.register_records import status_record
from verbale.render.world_map import map_shapes
from verbale.web.asked_days import asked_day
from verbale.web.lists import arrange, list_response
from verbale.web.templatetags.written_words import current_language, treaty_name, written_date
from verbale.web.treaty_asking import AddedAct, AskedTreaty, ask_treaty, find_added
from verbale.web.treaty_parts import (
    chart_of,
    counts_of,
    disputes_of,
    form_of,
    held_words,
    map_of,
    outcome_of,
    page_of,
    reasons_of,
    reported_of,
    rule_of,
    sentence,
    shapes_version,
    sources_in,
    summary_of,
    supposed_of,
)
from verbale.web.treaty_tables import counted_table, standings_table, treaties_table

_FIRST = "1959-01-01"  # before the first treaty of the register
_SHAPES_LAST = 365 * 24 * 3600  # seconds


@require_safe
def treaties(request: HttpRequest) -> HttpResponse:
    """Every treaty with its counts on a day."""
    asked = asked_day(request, "on", today())
    span = (min(_FIRST, asked.day), max(today(), asked.day))
    context = {"section": "treaties", "asked": asked, **_slider(asked.day, span)}
    table = treaties_table(get_overview(asked.day, today()), asked.day)
    return list_response(request, "verbale/treaties.html", table, context)


@require_safe
def treaty(request: HttpRequest, treaty_id: str) -> HttpResponse:
    """Where a treaty stands on a day; by another of its names it is shown the way."""
    name = get_treaty_id(treaty_id)
    if name != treaty_id:
        return HttpResponseRedirect(_same_query(request, name))
    added = find_added(request, name) if can_be_supposed(name) else None
    asked = ask_treaty(request, name)
    if added and added.supposed:
        return HttpResponseRedirect(page_of(asked, suppose=added.supposed) + "#answer")
    table = counted_table(asked) if asked.count else standings_table(asked)
    if request.GET.get("format") == "json":
        return _record(request, asked, arrange(request, table)["found"])
    return list_response(request, "verbale/treaty.html", table, _context(asked, added))


@require_safe
def shapes(request: HttpRequest, version: str) -> HttpResponse:
    """The shapes of the world map as one file, which maps refer to and a browser keeps."""
    response = HttpResponse(map_shapes(), content_type="image/svg+xml")
    if version == shapes_version():
        response["Cache-Control"] = f"public, max-age={_SHAPES_LAST}, immutable"
    return response


def _same_query(request: HttpRequest, name: str) -> str:
    query = request.GET.urlencode()
    return reverse("treaty", args=[name]) + (f"?{query}" if query else "")


def _slider(day: str, span: tuple[str, str]) -> dict[str, object]:
    first, last = span
    return {
        "day": day,
        "first": first,
        "last": last,
        "first_words": written_date(first),
        "last_words": written_date(last),
    }


def _context(asked: AskedTreaty, added: AddedAct | None) -> dict[str, object]:
    status = asked.status
    span = get_span(asked.treaty, asked.day.day, today(), asked.supposed)
    kept = [("suppose", asked.supposed), ("count", asked.count)]
    context: dict[str, object] = {
        "section": "treaties",
        "crumbs": [
            {"label": _("Treaties"), "url": reverse("treaties")},
            {"label": treaty_name(asked.treaty)},
        ],
        "asked": asked,
        "status": status,
        "sentence": sentence(status),
        "counts": counts_of(asked),
        "reported": reported_of(status),
        "supposed": supposed_of(asked),
        "outcome": outcome_of(asked),
        "without_url": page_of(asked, suppose="", count=asked.count),
        "whole_url": page_of(asked),
        "outstanding_url": page_of(asked, circle="outstanding") + "#list",
        "disputes": disputes_of(asked),
        "slider_kept": [(name, value) for name, value in kept if value],
        **_slider(asked.day.day, span),
    }
    return context | (_counted(asked) if asked.count else _overview(asked, added))


def _counted(asked: AskedTreaty) -> dict[str, object]:
    return {"rule": rule_of(asked)}


def _overview(asked: AskedTreaty, added: AddedAct | None) -> dict[str, object]:
    return {
        "map": map_of(asked),
        "chart": chart_of(asked),
        "summary": summary_of(asked),
        "reasons": reasons_of(asked),
        "held": held_words(asked.status),
        "sources": sources_in(asked.status),
        "form": form_of(asked, added) if can_be_supposed(asked.treaty) else None,
    }


def _record(request: HttpRequest, asked: AskedTreaty, rows: list[dict[str, object]]) -> HttpResponse:
    """The status as ``verbale status --json`` gives it, with what is supposed and the rows of the view."""
    record = {
        "address": request.build_absolute_uri(),
        **status_record(asked.status, write_steps(asked.status.why, current_language())),
        "supposed": [text for _act, text in asked.acts],
        "count": asked.count,
        "total": len(rows),
        "rows": [{name: value for name, value in row.items() if name != "act_url"} for row in rows],
    }
    return JsonResponse(record, json_dumps_params={"ensure_ascii": False})
