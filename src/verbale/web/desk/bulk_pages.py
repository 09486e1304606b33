"""One act given for several letters: shown first as what it would do to each, then done to those it can be done to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from verbale.app.confirming import LetterDetails, confirm_reply
from verbale.app.cycles import CycleFolder
from verbale.app.letter_marks import LOOKED_AT, mark_letter
from verbale.app.rehearsing import rehearse
from verbale.desk.access import Act
from verbale.desk.casework import Assign
from verbale.desk.commands import Actor
from verbale.desk.deciding import Moment
from verbale.errors import VerbaleError
from verbale.store.inbox import find_cases
from verbale.web.current_desk import desk_database
from verbale.web.desk.acting import refuse_changed, this_moment
from verbale.web.desk.cycle_frame import frame_of
from verbale.web.desk.desk_words import act_name, names_of_authors
from verbale.web.desk.inbox_pages import query_of
from verbale.web.desk.open_cycles import get_opened
from verbale.web.viewers import viewer_of

_MOST_AT_ONCE = 500  # letters that one act is given for


@dataclass(frozen=True, slots=True)
class BulkAct:
    """An act that is given for several letters: what it is called, and how it is done to one of them."""

    name: str
    do: Callable[[CycleFolder, str, Mapping[str, str], Actor, Moment], object]


def bulk_acts() -> Mapping[str, BulkAct]:
    """What can be done to several letters at a time."""
    return {
        "assign": BulkAct(_("give to"), _assign),
        "confirm": BulkAct(_("confirm what is certain"), _confirm),
        "looked-at": BulkAct(_("say that what is in doubt was looked at"), _look_at),
        "set-aside": BulkAct(_("set aside as no reply"), _set_aside),
    }


def _assign(folder: CycleFolder, case: str, said: Mapping[str, str], actor: Actor, at: Moment) -> None:
    folder.give(case, Assign(said.get("to", ""), said.get("reason", "")), actor, at)


def _confirm(folder: CycleFolder, case: str, said: Mapping[str, str], actor: Actor, at: Moment) -> None:
    confirm_reply(folder, case, LetterDetails(reason=said.get("reason", "")), actor, at)


def _look_at(folder: CycleFolder, case: str, said: Mapping[str, str], actor: Actor, at: Moment) -> None:
    mark_letter(folder, case, LOOKED_AT, said.get("reason", ""), actor, at)


def _set_aside(folder: CycleFolder, case: str, said: Mapping[str, str], actor: Actor, at: Moment) -> None:
    mark_letter(folder, case, "set-aside", said.get("reason", ""), actor, at)


@require_POST
def bulk(request: HttpRequest, cycle: str) -> HttpResponse:
    """Show what an act would do to each of several letters; with ``go`` do it, to those to which it can be done."""
    folder = get_opened(request, cycle, Act.DECIDE)
    back = f"{reverse('desk-inbox', args=[cycle])}?{request.POST.get('query', '')}"
    act = bulk_acts().get(request.POST.get("act", ""))
    cases = _cases(request, folder)
    if act is None or not cases:
        messages.error(request, _("Choose letters, and what is to be done with them."))
        return HttpResponseRedirect(back)
    goes = bool(request.POST.get("go"))
    outcomes = [_outcome(request, folder if goes else rehearse(folder), act, case) for case in cases]
    if goes:
        done = sum(not one["problem"] for one in outcomes)
        words = ngettext("Done for %(count)s letter.", "Done for %(count)s letters.", done)
        messages.success(request, words % {"count": done})
        for one in outcomes:
            if one["problem"]:
                messages.error(request, f"{one['case']}: {one['problem']}")
        return HttpResponseRedirect(back)
    context = {
        **frame_of(folder, "inbox", (_("Inbox"), back)),
        "title": _("What this would do"),
        "act": request.POST["act"],
        "act_name": act.name,
        "outcomes": outcomes,
        "possible": sum(not one["problem"] for one in outcomes),
        "to": request.POST.get("to", ""),
        "reason": request.POST.get("reason", ""),
        "asked": request.POST.get("query", ""),
        "back": back,
    }
    return render(request, "verbale/desk/bulk.html", context)


def _cases(request: HttpRequest, folder: CycleFolder) -> Sequence[str]:
    """The letters that were chosen, or all that the filter finds."""
    if request.POST.get("which") != "all":
        chosen = set(request.POST.getlist("case"))
        return [reply.id for reply in folder.replies if reply.id in chosen][:_MOST_AT_ONCE]
    asked = QueryDict(request.POST.get("query", ""))
    return find_cases(desk_database(), folder.address.name, query_of(asked.dict(), folder))[:_MOST_AT_ONCE]


def _outcome(request: HttpRequest, folder: CycleFolder, act: BulkAct, case: str) -> dict[str, object]:
    """What an act does to one letter: its events, or why it cannot be done."""
    before, reply = len(folder.entries), folder.get_reply(case)
    problem = ""
    try:
        refuse_changed(folder, case, request.POST.get(f"seen-{case}", ""))
        act.do(folder, case, request.POST.dict(), viewer_of(request).actor, this_moment())
    except VerbaleError as error:
        problem = str(error)
    return {
        "case": case,
        "url": reverse("desk-letter", args=[folder.address.name, case]),
        "authors": names_of_authors(reply.authors or reply.current.authors, folder.case.added_authors),
        "name": reply.current.name,
        "version": reply.version,
        "acts": [act_name(entry.event.kind) for entry in folder.entries[before:]],
        "problem": problem,
    }
