"""The cycles of the desk, and one of them at a glance: who has answered, what waits for a decision, what is due."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verbale.app.addressee_standings import AddresseeStanding, Standing, count_standings, find_standings, is_note_out
from verbale.app.authors import author_name, is_no_state
from verbale.app.clock import today
from verbale.app.cycles import CycleFolder
from verbale.app.gates import find_open_matters
from verbale.app.recording import get_deadline, get_limit
from verbale.desk.access import Act, Kind, Thing
from verbale.desk.cases import CycleStage
from verbale.desk.next_steps import DECISIONS
from verbale.render.chart_marks import ChartClass
from verbale.render.world_map import mapped_states, world_map
from verbale.store.case_rows import CycleSummary, summarise_cycles
from verbale.store.inbox import count_steps
from verbale.web.current_desk import desk_database
from verbale.web.desk.cycle_frame import frame_of, steps_of
from verbale.web.desk.desk_words import gate_names, stage_names, standing_names, step_names
from verbale.web.desk.open_cycles import get_opened
from verbale.web.lists import Choice, Column, Row, Table, arrange, list_response
from verbale.web.templatetags.written_words import current_language, written_date
from verbale.web.treaty_parts import shapes_url
from verbale.web.viewers import require

_ON_MAP: Mapping[Standing, Standing] = {Standing.OUT: Standing.IN_REPORT, Standing.IN_TRANSLATION: Standing.REPLIED}
"""A map tells six classes apart: what came out is with what will, what is translated with what was confirmed."""


@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """Every cycle of the desk with its stage and its letters."""
    require(request, Act.SEE, Thing(Kind.CYCLE, CycleStage.DRAFTED))
    cycles = summarise_cycles(desk_database())
    context = {"section": "desk", "crumbs": [{"label": _("Desk")}], "title": _("Cycles of this desk")}
    return list_response(request, "verbale/desk/cycles.html", _cycles_table(cycles), context)


def _cycles_table(cycles: Sequence[CycleSummary]) -> Table:
    rows = [
        {
            "name": one.name,
            "stage": one.stage,
            "letters": sum(one.replies.values()),
            "undecided": sum(one.replies.get(stage, 0) for stage in ("received", "unread")),
        }
        for one in cycles
    ]
    columns = (
        Column("name", _("Cycle"), link=lambda row: reverse("desk-cycle", args=[row["name"]])),
        Column("stage", _("Stage"), show=lambda stage: stage_names().get(stage, stage)),
        Column("letters", _("Letters"), "number"),
        Column("undecided", _("To be confirmed"), "number", link=_undecided_url),
    )
    return Table("cycles", _("Cycles"), columns, rows, (Choice("stage", _("Stage"), stage_names()),))


def _undecided_url(row: Row) -> str:
    return f"{reverse('desk-inbox', args=[row['name']])}?step=confirm" if row["undecided"] else ""


@require_safe
def cycle(request: HttpRequest, cycle: str) -> HttpResponse:
    """One cycle at a glance; ``?format=`` gives the table of addressees."""
    folder = get_opened(request, cycle)
    found = find_standings(folder)
    table = addressees_table(folder, found)
    if request.GET.get("format") in ("csv", "json"):
        return list_response(request, "", table)
    counts = count_standings(found)
    context = {
        **frame_of(folder, "overview"),
        "title": f"{folder.cycle.report or cycle}",
        "steps": steps_of(folder),
        "addressed": sum(counts.values()),
        "standings": _standings(folder, counts),
        "decisions": _decisions(folder),
        "matters": _matters(folder),
        "days": _days(folder),
        "length": {"words": folder.case.words, "limit": get_limit(folder)},
        "map": _map(folder, found) if is_note_out(folder) else "",
        "table": arrange(request, table),
    }
    return render(request, "verbale/desk/cycle.html", context)


def _standings(folder: CycleFolder, counts: Mapping[Standing, int]) -> list[dict[str, object]]:
    base, names = reverse("desk-cycle", args=[folder.address.name]), standing_names()
    return [
        {"name": names[one], "count": counts[one], "url": f"{base}?{urlencode({'standing': one.value})}#list"}
        for one in Standing
    ]


def _decisions(folder: CycleFolder) -> list[dict[str, object]]:
    """How many letters wait for each decision."""
    counts, names = count_steps(desk_database(), folder.address.name), step_names()
    base = reverse("desk-inbox", args=[folder.address.name])
    return [
        {"name": names[step], "count": counts[step], "url": f"{base}?{urlencode({'step': step.value})}"}
        for step in DECISIONS
        if counts.get(step)
    ]


def _matters(folder: CycleFolder) -> list[dict[str, object]]:
    """What keeps the report from being submitted, each gate with how much is open and how much was waived."""
    languages = folder.cycle.policy_on(folder.cycle.calendar.deadline).languages
    matters, names = find_open_matters(folder, languages), gate_names()
    return [
        {
            "name": names[gate],
            "open": sum(one.gate == gate and one.waiver is None for one in matters),
            "waived": sum(one.gate == gate and one.waiver is not None for one in matters),
        }
        for gate in dict.fromkeys(one.gate for one in matters)
    ]


def _days(folder: CycleFolder) -> list[dict[str, object]]:
    """What is due when, and how many days are left until then (below 0: ago)."""
    calendar, deadline = folder.cycle.calendar, get_deadline(folder, "")
    due = [(_("note verbale"), calendar.note), *((_("reminder"), day) for day in calendar.reminders)]
    due.append((_("deadline for replies"), calendar.deadline))
    if deadline.day != calendar.deadline:
        due.append((_("extended deadline"), deadline.day))
    if calendar.submission:
        due.append((_("submission of the report"), calendar.submission))
    now = date.fromisoformat(today())
    return [{"name": name, "day": day.isoformat(), "left": (day - now).days} for name, day in due]


def _map(folder: CycleFolder, found: Sequence[AddresseeStanding]) -> str:
    """Where the States stand on the map of the world; those that were not addressed have no class."""
    states = {one.code: _ON_MAP.get(one.standing, one.standing) for one in found if one.was_addressed}
    shown, names = mapped_states(), standing_names()
    statuses = {code: standing.value for code, standing in states.items() if code in shown}
    legend = [ChartClass(one.value, names[one]) for one in Standing if one.value in set(statuses.values())]
    base = reverse("desk-cycle", args=[folder.address.name])
    return world_map(
        statuses,
        legend,
        current_language(),
        title=_("Where the addressees stand"),
        href=lambda code: f"{base}?q={code}#list",
        shapes=shapes_url(),
    )


def addressees_table(folder: CycleFolder, found: Sequence[AddresseeStanding]) -> Table:
    """Every addressee with its standing, its deadline and its letters."""
    language, added, base = current_language(), folder.case.added_authors, folder.address.name
    rows = [
        {
            "code": one.code,
            "name": author_name(one.code, language, added),
            "standing": one.standing.value,
            "received": one.received[:10],
            "late": _("yes") if one.late else "",
            "deadline": one.deadline.isoformat(),
            "extended": _("yes") if one.extended else "",
            "letters": len(one.cases),
            "cases": list(one.cases),
            "addressed": "" if one.was_addressed else _("not addressed"),
            "kind": _("organisation") if is_no_state(one.code, added) else _("State"),
        }
        for one in found
    ]
    columns = (
        Column("name", _("Addressee"), link=lambda row: _letters_url(base, row)),
        Column("code", _("Code")),
        Column("standing", _("Standing"), show=lambda key: standing_names().get(key, key), rank=_rank),
        Column("received", _("First letter"), "date", show=written_date),
        Column("late", _("Late")),
        Column("deadline", _("Deadline"), "date", show=written_date),
        Column("extended", _("Extended")),
        Column("letters", _("Letters"), "number"),
        Column("addressed", _("Remark")),
        Column("kind", _("Kind"), hidden=True),
        Column("cases", _("Cases"), hidden=True),
    )
    choices = (Choice("standing", _("Standing"), standing_names()), Choice("late", _("Late")))
    return Table(f"{base}-addressees", _("Addressees"), columns, rows, choices, "name", stack=True)


def _rank(row: Row) -> tuple[bool, object]:
    return (False, [one.value for one in Standing].index(row["standing"]))


def _letters_url(cycle: str, row: Row) -> str:
    """The only letter of an addressee, or those that it has; nothing where there is none."""
    cases = row["cases"]
    if len(cases) == 1:
        return reverse("desk-letter", args=[cycle, cases[0]])
    return f"{reverse('desk-inbox', args=[cycle])}?q={row['code']}" if cases else ""
