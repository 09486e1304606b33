"""The record of a cycle in plain words: who did what, when and why; what is in effect and can be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verbale.app.cycles import CycleFolder
from verbale.app.undoing import UNDOABLE, find_undoable
from verbale.desk.access import Act, Kind, Thing
from verbale.desk.cases import ReplyCase
from verbale.desk.event_facts import BELATED, ENTERED
from verbale.desk.events import EventKind, Fact, find_breaks
from verbale.errors import StoreBroken
from verbale.lexicon.folding import fold
from verbale.render.csv_table import csv_rows
from verbale.store.chain_pages import ChainQuery, ChainRow, find_chain
from verbale.web.asked_days import asked_day
from verbale.web.current_desk import desk_database
from verbale.web.desk.cycle_frame import frame_of
from verbale.web.desk.desk_words import act_name, names_of_authors
from verbale.web.desk.event_words import INSTEAD, name_of_letter, told_of
from verbale.web.desk.open_cycles import get_opened
from verbale.web.lists import address_with, page_number, pager
from verbale.web.viewers import ask

_PAGE = 100  # entries of a page
_ALL = 1_000_000
_SAID = ("reason", "text", "seen", "waiver", "symbol", "organ", "resolution", "where", "to", "allowed_by", BELATED)
"""The facts of an event that stand in CSV; all of them are in JSON."""
_COLUMNS = ("number", "at", "actor", "case", "case_version", "kind", "said", "previous", "seal")
_CHOSEN = ("kind", "actor", "case", "letter", "from", "until")


@require_safe
def timeline(request: HttpRequest, cycle: str) -> HttpResponse:
    """What was done in a cycle, the latest first; ``?format=`` gives exactly what the address asks for."""
    folder = get_opened(request, cycle)
    query, problem = _query(request, folder)
    if request.GET.get("format") in ("csv", "json"):
        return _taken(request, cycle, query)
    page = page_number(request.GET.get("page", ""))
    found = find_chain(desk_database(), cycle, query, (page - 1) * _PAGE, _PAGE)
    context = {
        **frame_of(folder, "timeline"),
        "title": _("Timeline"),
        "rows": _shown(request, folder, found.rows),
        "total": found.total,
        "kinds": [(kind, act_name(EventKind(kind)), count) for kind, count in found.counts["kind"].items()],
        "actors": list(found.counts["actor"].items()),
        "chosen": {name: request.GET.get(name, "") for name in _CHOSEN},
        "problem": problem,
        "pager": pager(request, page, max(1, -(-found.total // _PAGE))),
        "csv_url": address_with(request, format="csv", page=None),
        "json_url": address_with(request, format="json", page=None),
        "check_url": address_with(request, check="1", page=None),
        "all_url": request.path,
        "seal": folder.seal,
        "breaks": _breaks(folder, found.rows),
        "checked": _check(folder) if request.GET.get("check") else None,
    }
    return render(request, "verbale/desk/timeline.html", context)


def _query(request: HttpRequest, folder: CycleFolder) -> tuple[ChainQuery, str]:
    """What an address asks for, and what of it is no day."""
    values = {name: request.GET[name] for name in ("kind", "actor", "case") if request.GET.get(name)}
    since, until = asked_day(request, "from", ""), asked_day(request, "until", "")
    words = request.GET.get("letter", "").strip()
    cases = _cases(folder, words) if words else None
    return ChainQuery(values, since.day, until.day, cases), since.problem or until.problem


def _cases(folder: CycleFolder, words: str) -> list[str]:
    """The letters whose author, file or case is named so."""
    added, wanted = folder.case.added_authors, fold(words).split()
    found = []
    for reply in folder.replies:
        codes = reply.authors or reply.current.authors
        known = fold(" ".join((names_of_authors(codes, added), *codes, reply.current.name, reply.id)))
        if all(word in known for word in wanted):
            found.append(reply.id)
    return found


def _breaks(folder: CycleFolder, rows: Iterable[ChainRow]) -> list[int]:
    """The entries whose seal is another than when the record was verified."""
    sealed = {entry.number: entry.seal for entry in folder.entries}
    return [row.number for row in rows if sealed.get(row.number, row.seal) != row.seal]


def _check(folder: CycleFolder) -> Mapping[str, object]:
    """Whether the whole chain holds as it is kept now, each entry sealed with the one before it."""
    try:
        entries = folder.store.entries()
    except StoreBroken as error:
        return {"holds": False, "count": 0, "reason": error.reason}
    breaks = find_breaks(entries)
    reason = f"entry {breaks[0].number} {breaks[0].reason}" if breaks else ""
    return {"holds": not breaks, "count": len(entries), "reason": reason}


def _shown(request: HttpRequest, folder: CycleFolder, rows: Iterable[ChainRow]) -> list[dict[str, object]]:
    rows = list(rows)
    undoable: frozenset[int] | None = find_undoable(folder, [row.number for row in rows])
    if not ask(request, Act.DECIDE, Thing(Kind.CYCLE, folder.case.stage)):
        undoable = None
    revisions = _revisions(folder, {row.event.case for row in rows})
    letters = {reply.id: reply for reply in folder.replies}
    return [
        row_of(
            folder,
            row.number,
            letters.get(row.event.case),
            revisions.get(row.number, 0),
            undo=undoable is not None and (row.number in undoable or row.event.kind in INSTEAD),
        )
        for row in rows
    ]


def _revisions(folder: CycleFolder, cases: set[str]) -> Mapping[int, int]:
    """The version of its letter at which each entry of some cases was made, by the number of the entry."""
    counts: dict[str, int] = {}
    found = {}
    for entry in folder.entries:
        case, kind = entry.event.case, entry.event.kind
        if case in cases:
            came = kind in (EventKind.LETTER_RECEIVED, EventKind.VERSION_RECEIVED)
            counts[case] = counts.get(case, 0) + came - (kind is EventKind.VERSION_SET_APART)
            found[entry.number] = counts[case]
    return found


def row_of(
    folder: CycleFolder, number: int, reply: ReplyCase | None, revision: int = 0, *, undo: bool = False
) -> dict[str, object]:
    """An entry in words. ``revision`` is the version of its letter, ``undo`` whether it can be set right."""
    event, added, cycle = folder.entries[number - 1].event, folder.case.added_authors, folder.address.name
    return {
        "number": number,
        "at": event.at,
        "by": event.actor,
        "act": act_name(event.kind),
        "told": told_of(event, added),
        "belated": event.facts.get(BELATED, ""),
        "entered": event.facts.get(ENTERED, ""),
        "is_remark": event.kind is EventKind.REMARK_ADDED,
        "case": event.case,
        "letter": name_of_letter(reply, added),
        "revision": revision if reply else 0,
        "url": reverse("desk-letter", args=[cycle, event.case]) if reply else "",
        "remark_url": reverse("desk-timeline-remark", args=[cycle, number]) if reply else "",
        "is_undoable": event.kind in UNDOABLE,
        "undo_url": reverse("desk-timeline-undo", args=[cycle, number]) if undo else "",
    }


def _said(facts: Mapping[str, Fact]) -> str:
    return "; ".join(str(facts[name]) for name in _SAID if facts.get(name))


def _taken(request: HttpRequest, cycle: str, query: ChainQuery) -> HttpResponse:
    """Exactly what the address asks for, with facts and seals."""
    found = find_chain(desk_database(), cycle, query, 0, _ALL)
    if request.GET["format"] == "json":
        rows = [{**_plain(row), "schema": row.event.schema, "facts": _facts(row)} for row in found.rows]
        record = {"address": request.build_absolute_uri(), "total": found.total, "rows": rows}
        return JsonResponse(record, json_dumps_params={"ensure_ascii": False})
    lines = ({**_plain(row), "said": _said(row.event.facts)} for row in found.rows)
    text = csv_rows(_COLUMNS, ([line[name] for name in _COLUMNS] for line in lines))
    response = HttpResponse(text.encode(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="timeline.csv"'
    return response


def _plain(row: ChainRow) -> dict[str, object]:
    return {
        "number": row.number,
        "at": row.event.at,
        "actor": row.event.actor,
        "case": row.event.case,
        "case_version": row.case_version,
        "kind": row.event.kind.value,
        "previous": row.previous,
        "seal": row.seal,
    }


def _facts(row: ChainRow) -> Mapping[str, object]:
    return {name: list(fact) if isinstance(fact, tuple) else fact for name, fact in row.event.facts.items()}
