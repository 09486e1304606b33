"""The form of an act of a cycle: what it would do is shown first, and then it is done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from verbale.app.cycles import CycleFolder
from verbale.app.rehearsing import rehearse
from verbale.desk.access import Act
from verbale.desk.cases import CYCLE
from verbale.desk.commands import Actor
from verbale.desk.deciding import Moment
from verbale.errors import VerbaleError
from verbale.web.desk.act_forms import CycleAct, Said
from verbale.web.desk.acting import perform, this_moment
from verbale.web.desk.cycle_acts import cycle_acts
from verbale.web.desk.cycle_frame import frame_of
from verbale.web.desk.desk_words import act_name, names_of_authors
from verbale.web.desk.open_cycles import get_opened
from verbale.web.viewers import viewer_of

_MOST_EVENTS = 200  # that a preview lists


@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, cycle: str, act: str) -> HttpResponse:
    """The form of an act; sent without ``go`` what it would do, with it the act itself."""
    folder = get_opened(request, cycle, Act.DECIDE)
    wanted = cycle_acts(folder).get(act)
    if wanted is None:
        raise Http404
    if request.method != "POST":
        return _form(request, folder, wanted, request.GET)
    goes = bool(request.POST.get("go")) or not wanted.previewed
    if not goes:
        return _preview(request, folder, wanted)
    error = perform(request, folder, CYCLE, lambda actor, at: wanted.do(folder, _said(request, actor, at)))
    if error is not None:
        return _form(request, folder, wanted, request.POST, error)
    return HttpResponseRedirect(_back(request, folder))


def _said(request: HttpRequest, actor: Actor, at: Moment) -> Said:
    return Said(request.POST.dict(), request.FILES.getlist("texts"), actor, at)


def _back(request: HttpRequest, folder: CycleFolder) -> str:
    """The page that the form came from, where it is one of this site."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    own = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return wanted if own else reverse("desk-cycle", args=[folder.address.name])


def _form(
    request: HttpRequest,
    folder: CycleFolder,
    wanted: CycleAct,
    typed: Mapping[str, Any],
    error: VerbaleError | None = None,
) -> HttpResponse:
    context = {
        **_context(request, folder, wanted),
        "fields": fields_of(folder, wanted, typed),
        "error": error,
    }
    return render(request, "verbale/desk/act.html", context, status=409 if error else 200)


def _context(request: HttpRequest, folder: CycleFolder, wanted: CycleAct) -> dict[str, object]:
    back = _back(request, folder)
    return {
        **frame_of(folder, "", (wanted.name, "")),
        "title": wanted.name,
        "act": wanted,
        "open": wanted.is_open(folder),
        "back": back,
        "has_files": any(one.kind == "files" for one in wanted.fields),
    }


def fields_of(folder: CycleFolder, wanted: CycleAct, typed: Mapping[str, Any]) -> list[dict[str, object]]:
    """The fields of an act with what was typed; a letter is chosen from those of the cycle."""
    fields = []
    for one in wanted.fields:
        choices = dict(one.choices) or (_letters(folder) if one.kind == "case" else {})
        value = typed.get(one.name, "") or one.value
        fields.append({"field": one, "choices": choices, "value": value, "id": f"{wanted.key}-{one.name}"})
    return fields


def _letters(folder: CycleFolder) -> dict[str, str]:
    added = folder.case.added_authors
    return {
        reply.id: f"{names_of_authors(reply.authors or reply.current.authors, added) or '?'}: {reply.current.name}"
        for reply in folder.replies
    }


def _preview(request: HttpRequest, folder: CycleFolder, wanted: CycleAct) -> HttpResponse:
    """What an act would do: its events, tried on a cycle of which nothing is kept."""
    tried, actor = rehearse(folder), viewer_of(request).actor
    try:
        words = wanted.do(tried, _said(request, actor, this_moment()))
    except VerbaleError as error:
        return _form(request, folder, wanted, request.POST, error)
    entries = tried.entries[len(folder.entries) :]
    added = tried.case.added_authors
    letters = {reply.id: reply for reply in tried.replies}
    context = {
        **_context(request, folder, wanted),
        "title": _("What this would do"),
        "words": words,
        "events": [
            {
                "act": act_name(entry.event.kind),
                "letter": names_of_authors(letters[entry.event.case].authors, added)
                if entry.event.case in letters
                else "",
                "reason": entry.event.facts.get("reason", ""),
            }
            for entry in entries[:_MOST_EVENTS]
        ],
        "more": max(0, len(entries) - _MOST_EVENTS),
        "typed": [(name, value) for name, value in request.POST.items() if name not in ("csrfmiddlewaretoken", "go")],
    }
    return render(request, "verbale/desk/act_preview.html", context)
