"""The calendar: what meets when and what is due, on a page and as a file for programs that keep calendars."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from verbale.app.calendar_items import CalendarItem, ItemKind, cycle_items, find_known_cycles, register_items
from verbale.app.clock import today
from verbale.render.calendar_file import CalendarEntry, calendar_file
from verbale.web.current_desk import desk_database
from verbale.web.document_links import links_to, source_url, symbol_url
from verbale.web.lists import Choice, Column, Row, Table, address_with, arrange, list_response
from verbale.web.state_tables import written_day
from verbale.web.templatetags.written_words import current_language
from verbale.web.viewers import viewer_of

_LOG = logging.getLogger("verbale.web")
_DAY = len("2022-06-21")
_STATUSES = {"held": "CONFIRMED", "decided": "CONFIRMED", "proposed": "TENTATIVE", "planned": "TENTATIVE"}
_NOT_HELD = "not held"


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """What is due and what meets when: past and coming, by kind and year; ``?format=ics`` gives it to a calendar."""
    table = _table(request)
    if request.GET.get("format") == "ics":
        return _ics(request, arrange(request, table)["found"])
    context = {
        "title": _("Calendar"),
        "section": "calendar",
        "ics_url": address_with(request, page=None, format="ics"),
        "today": today(),
    }
    return list_response(request, "verbale/calendar.html", table, context)


def _table(request: HttpRequest) -> Table:
    known = find_known_cycles(desk_database())
    for name, error in known.failed:
        _LOG.warning("the cycle %s is not in the calendar: %s", name, type(error).__name__)
    items = (*cycle_items(viewer_of(request), known.cycles), *register_items())
    links = links_to({name for item in items for name in (item.source, item.symbol)})
    day, kinds, sessions = today(), _kinds(), _sessions()
    rows: list[Row] = []
    for item in sorted(items, key=lambda one: (one.start, one.id), reverse=True):
        rows.append(
            {
                "start": item.start,
                "end": item.end,
                "kind": item.kind.value,
                "title": _title(item, kinds, sessions),
                "title_language": "en" if item.label and not item.cycle else "",
                "when": _when(item, day),
                "year": item.start[:4],
                "place": item.city,
                "state": item.state,
                "symbol": item.symbol,
                "symbol_url": symbol_url(links, item.symbol),
                "source": _source(item),
                "source_url": source_url(links, item.source, item.place) if item.source else "",
                "statement": reverse("statement", args=[item.statement]) if item.statement else "",
                "id": item.id,
                "recorded": item.recorded,
            }
        )
    return Table("calendar", _("Meetings, sessions and deadlines"), _columns(kinds), rows, _choices(kinds), stack=True)


def _columns(kinds: Mapping[str, str]) -> tuple[Column, ...]:
    states, language = _states(), current_language().value
    return (
        Column("start", _("From"), show=written_day),
        Column("end", _("To"), show=written_day),
        Column("kind", _("Kind"), show=kinds.__getitem__),
        Column(
            "title",
            _("What"),
            link=lambda row: str(row["statement"]),
            language=lambda row: str(row["title_language"]) or language,
        ),
        Column("place", _("Place")),
        Column("state", _("State of plans"), show=lambda state: states.get(state, state)),
        Column("symbol", _("Document"), link=lambda row: str(row["symbol_url"])),
        Column("source", _("Source"), link=lambda row: str(row["source_url"])),
        *(Column(key, key, hidden=True) for key in ("when", "year", "source_url", "statement", "id", "recorded")),
    )


def _choices(kinds: Mapping[str, str]) -> tuple[Choice, ...]:
    return (
        Choice("when", _("When"), {"past": _("past"), "now": _("now"), "coming": _("coming")}),
        Choice("kind", _("Kind"), kinds),
        Choice("year", _("Year")),
    )


def _kinds() -> dict[str, str]:
    return {
        ItemKind.MEETING.value: pgettext("of an organ", "meeting"),
        ItemKind.SESSION.value: pgettext("of an organ", "session"),
        ItemKind.PLAN.value: _("sessions planned"),
        ItemKind.NOTE.value: _("note verbale"),
        ItemKind.DEADLINE.value: _("deadline for replies"),
        ItemKind.EXTENSION.value: _("extended deadline"),
        ItemKind.SUBMISSION.value: _("submission of the report"),
        ItemKind.REPORT.value: _("report issued"),
    }


def _states() -> dict[str, str]:
    return {
        "held": _("held"),
        "decided": _("decided"),
        "proposed": _("proposed"),
        "planned": _("planned, by rule or decision"),
        _NOT_HELD: _("not held"),
    }


def _source(item: CalendarItem) -> str:
    if item.kind is ItemKind.SESSION:
        return _("table of sessions of this program")
    if item.cycle:
        return _("record of this desk")
    return ", ".join(part for part in (item.source, item.place) if part)


def _title(item: CalendarItem, kinds: Mapping[str, str], sessions: Mapping[tuple[str, str], str]) -> str:
    """What it is: in the language of the interface where that is known, else the label of the register."""
    if item.kind is ItemKind.SESSION:
        return sessions[item.organ, item.form] % {"number": item.number}
    if item.cycle:
        return f"{kinds[item.kind.value]}: {item.cycle}"
    return item.label


def _sessions() -> dict[tuple[str, str], str]:
    return {
        ("general_assembly", "regular"): _("General Assembly, session %(number)s"),
        ("general_assembly", "special"): _("General Assembly, special session %(number)s"),
        ("general_assembly", "emergency"): _("General Assembly, emergency special session %(number)s"),
        ("human_rights_council", "regular"): _("Human Rights Council, session %(number)s"),
        ("human_rights_council", "special"): _("Human Rights Council, special session %(number)s"),
    }


def _when(item: CalendarItem, day: str) -> str:
    """Whether it is over, under way or still to come on a day, as far as its dates tell."""
    if item.start > day[: len(item.start)]:
        return "coming"
    return "now" if not item.end or item.end >= day[: len(item.end)] else "past"


def _ics(request: HttpRequest, rows: Iterable[Row]) -> HttpResponse:
    """The rows whose days are known in full; what has only a year is no entry of a calendar."""
    text = calendar_file(_("Verbale: meetings, sessions and deadlines"), _entries(request, rows))
    response = HttpResponse(text.encode("utf-8", "replace"), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="calendar.ics"'
    return response


def _entries(request: HttpRequest, rows: Iterable[Row]) -> Iterator[CalendarEntry]:
    host = request.get_host().partition(":")[0]
    kinds = _kinds()
    for row in rows:
        start, end = str(row["start"]), str(row["end"] or row["start"])
        if len(start) != _DAY or len(end) != _DAY:
            continue
        path = str(row["statement"] or row["symbol_url"] or reverse("calendar"))
        state = str(row["state"])
        yield CalendarEntry(
            uid=f"{row['id']}@{host}",
            start=start,
            end=end,
            stamp=_whole_day(str(row["recorded"]), start),
            summary=str(row["title"]),
            language=str(row["title_language"]) or current_language().value,
            description=_description(row),
            location=str(row["place"]),
            category=kinds[str(row["kind"])],
            url=request.build_absolute_uri(path),
            status="CANCELLED" if state == _NOT_HELD else _STATUSES.get(state, ""),
        )


def _description(row: Row) -> str:
    named = [str(row["symbol"])] if row["symbol"] else []
    return "\n".join([*named, *([_("Source: %(source)s") % {"source": row["source"]}] if row["source"] else [])])


def _whole_day(day: str, otherwise: str) -> str:
    """A day on which something was recorded, in full: the first of a month or year; else ``otherwise``."""
    whole = f"{day}-01-01"[:_DAY] if len(day) == len("2022") else f"{day}-01"[:_DAY]
    try:
        return date.fromisoformat(whole).isoformat()
    except ValueError:
        return otherwise
