"""What changed between two days: in the treaties, and in the library."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verbale.app.changes_told import (
    ToldChange,
    find_added,
    find_told_changes,
    number_added,
    treaty_ids,
    year_before,
)
from verbale.app.clock import today
from verbale.lexicon.collation import collation_key
from verbale.lexicon.naming import status_term
from verbale.store.library_store import LibraryDocument
from verbale.web.asked_days import AskedDay, asked_day
from verbale.web.current_desk import desk_database
from verbale.web.document_links import document_url, links_to, place_in, source_url
from verbale.web.lists import Choice, Column, Row, Table, address_with, arrange, list_response
from verbale.web.state_tables import written_day
from verbale.web.templatetags.written_words import (
    current_language,
    language_name,
    state_name,
    treaty_name,
    written_date,
)

TREATIES, DOCUMENTS = "treaties", "documents"
_PREVIEW = 50  # rows of a list on this page; the list itself has all
_STATES = frozenset({"suspension"})


@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """What became different from one day to another, in the treaties chosen or in all."""
    first, last, problem = _days(request)
    known = treaty_ids()
    given = [one for one in request.GET.getlist("treaty") if one]
    chosen = tuple(one for one in known if one in given)
    unknown = [one for one in given if one not in known]
    part = request.GET.get("part", TREATIES if request.GET.get("format") else "")
    totals: dict[str, int] = {}
    tables: dict[str, Table] = {}
    if not problem:
        told = find_told_changes(first.day, last.day, chosen)
        added = find_added(desk_database(), first.day, last.day, None if part == DOCUMENTS else _PREVIEW)
        tables = {TREATIES: _changes_table(told), DOCUMENTS: _added_table(added)}
        totals = {TREATIES: len(told), DOCUMENTS: number_added(desk_database(), first.day, last.day)}
    lead = _("From %(first)s to %(last)s") % {"first": written_day(first.day), "last": written_day(last.day)}
    context: dict[str, object] = {"title": _("What changed"), "lead": lead, "section": "treaties"}
    if part in tables:
        return list_response(request, "verbale/list.html", tables[part], context)
    context |= {
        "first": first,
        "last": last,
        "problem": problem,
        "unknown": ", ".join(unknown),
        "treaties": _listed(known, chosen),
        "chosen": len(chosen),
        "tables": [_shown(request, name, table, totals[name]) for name, table in tables.items()],
    }
    wrong = bool(problem or first.problem or last.problem or unknown)
    return render(request, "verbale/changes.html", context, status=400 if wrong else 200)


def _days(request: HttpRequest) -> tuple[AskedDay, AskedDay, str]:
    """The two days, without any the year up to now, and what is wrong with them together."""
    last = asked_day(request, "to", today())
    first = asked_day(request, "from", year_before(last.day))
    if first.problem or last.problem:
        return first, last, " ".join(one for one in (first.problem, last.problem) if one)
    if first.day > last.day:
        return first, last, _("The first day lies after the last. Exchange them, as from 2010-07-01 to 2022-06-21.")
    return first, last, ""


def _listed(known: tuple[str, ...], chosen: tuple[str, ...]) -> list[dict[str, object]]:
    named = [{"id": one, "name": treaty_name(one), "chosen": one in chosen} for one in known]
    return sorted(named, key=lambda one: collation_key(str(one["name"]), current_language()))


def _changes_table(told: tuple[ToldChange, ...]) -> Table:
    links = links_to({name for one in told for name in (one.source, place_in(one.place)[0])})
    rows: list[dict[str, object]] = []
    for one in told:
        change = one.change
        rows.append(
            {
                "treaty": change.treaty,
                "what": change.what,
                "state": change.state,
                "before": change.before,
                "after": change.after,
                "date": change.date,
                "reason": one.reason,
                "reason_date": one.day,
                "whence": ", ".join(part for part in (one.source, one.place) if part),
                "source_url": source_url(links, one.source, one.place) if one.source else "",
                "statement": reverse("statement", args=[one.statement]) if one.statement else "",
            }
        )
    language = current_language()

    def what(row: Row) -> str:
        return state_name(str(row["state"])) if row["state"] else _what(str(row["what"]))

    shown = [row | {"subject": what(row), "from": _value(row, "before"), "to": _value(row, "after")} for row in rows]
    columns = (
        Column("treaty", _("Treaty"), show=treaty_name, link=lambda row: reverse("treaty", args=[row["treaty"]])),
        Column("subject", _("State or figure"), link=_state_url),
        Column("from", _("Before")),
        Column("to", _("After")),
        Column("date", _("Date"), kind="date", show=written_date),
        Column("reason", _("Because of"), show=lambda kind: status_term(kind, language), link=_statement),
        Column("reason_date", _("Date of the act"), kind="date", show=written_date),
        Column("whence", _("Source"), link=lambda row: str(row["source_url"])),
        *(Column(key, key, hidden=True) for key in ("what", "state", "before", "after", "source_url", "statement")),
    )
    return Table(TREATIES, _("Changes in the treaties"), columns, shown, stack=True)


def _what(key: str) -> str:
    return status_term("suspended_by" if key == "suspension" else key, current_language())


def _value(row: Row, side: str) -> str:
    value = str(row[side])
    if row["what"] in _STATES:
        return ", ".join(state_name(code) for code in value.split())
    return status_term(value, current_language()) if value else ""


def _state_url(row: Row) -> str:
    return reverse("state", args=[row["state"]]) if row["state"] else ""


def _statement(row: Row) -> str:
    return str(row["statement"])


def _added_table(found: tuple[LibraryDocument, ...]) -> Table:
    rows: list[Row] = [
        {
            "added": one.added_at[:10],
            "symbol": one.address,
            "title": one.title,
            "language": one.language,
            "date": one.date,
            "url": document_url(one),
        }
        for one in found
    ]
    columns = (
        Column("added", _("Added"), kind="date", show=written_date),
        Column("symbol", _("Document"), link=lambda row: str(row["url"])),
        Column("title", _("Title"), language=lambda row: str(row["language"])),
        Column("language", _("Language"), show=language_name),
        Column("date", _("Date"), kind="date", show=written_date),
        Column("url", _("Address"), hidden=True),
    )
    choices = (Choice("language", _("Language")),)
    return Table(DOCUMENTS, _("Documents added to the library"), columns, rows, choices, stack=True)


def _shown(request: HttpRequest, name: str, table: Table, total: int) -> dict[str, object]:
    whole = total <= _PREVIEW
    shown = arrange(request, replace(table, rows=table.rows[:_PREVIEW], choices=()))
    for column in shown["columns"]:
        column["sort_url"] = ""
    take = {wanted: address_with(request, part=name, format=wanted) for wanted in ("csv", "json")}
    shown |= {"caption_hidden": True, **{f"{key}_url": url if whole else "" for key, url in take.items()}}
    page = address_with(request, part=name)
    return {"id": name, "title": table.caption, "total": total, "table": shown, "whole": whole, "page": page}
