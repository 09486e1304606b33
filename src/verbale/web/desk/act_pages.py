"""The form of an act of a cycle: what it would do is shown first, and then it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from verbale.app.cycles import CycleFolder
from verbale.app.recording import find_own_letters
from verbale.app.rehearsing import rehearse
from verbale.desk.access import Act
from verbale.desk.cases import CYCLE
from verbale.desk.commands import Actor, IssueReport
from verbale.desk.deciding import Moment
from verbale.errors import VerbaleError
from verbale.web.desk.act_forms import CycleAct, Said
from verbale.web.desk.acting import perform, this_moment
from verbale.web.desk.cycle_acts import cycle_acts
from verbale.web.desk.cycle_frame import frame_of
from verbale.web.desk.desk_words import names_of_authors
from verbale.web.desk.event_words import told_before
from verbale.web.desk.open_cycles import get_opened
from verbale.web.desk.open_gates import gates_of
from verbale.web.uploads import HeldFile, get_held_file, hold_file, let_go
from verbale.web.viewers import viewer_of

_OWN = frozenset({"csrfmiddlewaretoken", "go", "held"})  # fields that are not handed on as they came


@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, cycle: str, act: str) -> HttpResponse:
    """The form of an act; sent without ``go`` what it would do, with it the act itself."""
    folder = get_opened(request, cycle, Act.DECIDE)
    wanted = cycle_acts(folder).get(act)
    if wanted is None:
        raise Http404
    if request.method != "POST":
        return _form(request, folder, wanted, request.GET)
    try:
        files = _files(request)
    except VerbaleError as error:
        return _form(request, folder, wanted, request.POST, error)
    if wanted.previewed and not request.POST.get("go"):
        return _preview(request, folder, wanted, files)
    return _do(request, folder, wanted, files)


def _do(request: HttpRequest, folder: CycleFolder, wanted: CycleAct, files: Sequence[HeldFile]) -> HttpResponse:
    error = perform(request, folder, CYCLE, lambda actor, at: wanted.do(folder, _said(request, files, actor, at)))
    if error is not None:
        return _form(request, folder, wanted, request.POST, error, files)
    if wanted.then is not None:
        wanted.then(folder, _said(request, files, viewer_of(request).actor, this_moment()))
    let_go(files)
    return HttpResponseRedirect(_back(request, folder))


def _files(request: HttpRequest) -> list[HeldFile]:
    """The files that came with the form, and those that came with it before it was sent again."""
    new = [hold_file(upload) for upload in request.FILES.getlist("texts")]
    return new or [get_held_file(key) for key in request.POST.getlist("held")]


def _said(request: HttpRequest, files: Sequence[HeldFile], actor: Actor, at: Moment) -> Said:
    return Said(request.POST.dict(), files, actor, at, dict(request.POST.lists()))


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
    files: Sequence[HeldFile] = (),
) -> HttpResponse:
    own = find_own_letters(folder, viewer_of(request).name) if wanted.gated else ()
    context = {
        **_context(request, folder, wanted),
        "fields": fields_of(folder, wanted, typed),
        "error": error,
        "held": files,
        "here": request.get_full_path(),
        "matters": gates_of(folder) if wanted.gated else [],
        "second_person": wanted.command is IssueReport and folder.cycle.approval.second_person,
        "own_letters": len(own) if wanted.command is IssueReport else 0,
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
        if one.kind == "case" and not one.needed:
            choices = {"": "–", **choices}
        value = typed.get(one.name, "") or one.value
        chosen = typed.getlist(one.name) if isinstance(typed, QueryDict) else []
        fields.append(
            {"field": one, "choices": choices, "value": value, "chosen": chosen, "id": f"{wanted.key}-{one.name}"}
        )
    return fields


def _letters(folder: CycleFolder) -> dict[str, str]:
    added = folder.case.added_authors
    return {
        reply.id: f"{names_of_authors(reply.authors or reply.current.authors, added) or '?'}: {reply.current.name}"
        for reply in folder.replies
    }


def _preview(request: HttpRequest, folder: CycleFolder, wanted: CycleAct, files: Sequence[HeldFile]) -> HttpResponse:
    """What an act would do: its events, tried on a cycle of which nothing is kept."""
    tried, actor = rehearse(folder), viewer_of(request).actor
    try:
        words = wanted.do(tried, _said(request, files, actor, this_moment()))
    except VerbaleError as error:
        return _form(request, folder, wanted, request.POST, error, files)
    typed = [(name, value) for name, values in request.POST.lists() for value in values if name not in _OWN]
    context = {
        **_context(request, folder, wanted),
        **told_before(folder, tried),
        "title": _("What this would do"),
        "words": words,
        "typed": [*typed, *(("held", one.key) for one in files)],
    }
    return render(request, "verbale/desk/act_preview.html", context)
