"""What is done from an entry of the timeline: its act is taken back, or a remark is added to its letter."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from verbale.app.cycles import CycleFolder
from verbale.app.letter_marks import mark_letter
from verbale.app.rehearsing import rehearse
from verbale.app.undoing import UNDOABLE, find_undoable, undo_entry
from verbale.desk.access import Act
from verbale.desk.cases import ReplyCase
from verbale.desk.commands import Actor
from verbale.desk.deciding import Moment
from verbale.desk.events import Event
from verbale.errors import VerbaleError
from verbale.web.desk.acting import perform, this_moment
from verbale.web.desk.cycle_frame import frame_of
from verbale.web.desk.event_words import INSTEAD, told_before
from verbale.web.desk.open_cycles import get_opened
from verbale.web.desk.timeline_pages import row_of
from verbale.web.viewers import viewer_of


@require_http_methods(["GET", "HEAD", "POST"])
def undo(request: HttpRequest, cycle: str, number: int) -> HttpResponse:
    """The act of an entry with the reason why it is taken back; what that would do is shown before it is done."""
    folder = get_opened(request, cycle, Act.DECIDE)
    event, reply = _get_entry(folder, number)
    reason = request.POST.get("reason", "").strip()

    def act(actor: Actor, at: Moment) -> str:
        undo_entry(folder, number, reason, actor, at)
        return _("It was taken back.")

    context = {
        "title": _("Take back") if event.kind in UNDOABLE else _("Set right"),
        "open": bool(find_undoable(folder, [number])),
        "version": reply.version if reply else folder.case.version,
        "reason": reason,
        "instead": INSTEAD.get(event.kind, ""),
    }
    if request.method != "POST":
        return _page(request, folder, number, reply, context)
    if not request.POST.get("go"):
        tried = rehearse(folder)
        try:
            undo_entry(tried, number, reason, viewer_of(request).actor, this_moment())
        except VerbaleError as refused:
            return _page(request, folder, number, reply, context, refused)
        return _page(request, folder, number, reply, {**context, **told_before(folder, tried), "tried": True})
    error = perform(request, folder, event.case, act)
    if error is not None:
        return _page(request, folder, number, reply, context, error)
    return HttpResponseRedirect(_back(request, cycle))


@require_http_methods(["GET", "HEAD", "POST"])
def remark(request: HttpRequest, cycle: str, number: int) -> HttpResponse:
    """A remark of the desk on the letter of an entry; it stands in the timeline at the version the letter is at."""
    folder = get_opened(request, cycle, Act.DECIDE)
    event, reply = _get_entry(folder, number)
    if reply is None:
        raise Http404
    words = request.POST.get("reason", "").strip()

    def act(actor: Actor, at: Moment) -> str:
        mark_letter(folder, event.case, "remark", words, actor, at)
        return _("Recorded.")

    context = {"title": _("Remark on a letter"), "is_remark": True, "open": True, "reason": words}
    if request.method != "POST":
        return _page(request, folder, number, reply, context)
    if not words:
        return _page(request, folder, number, reply, {**context, "empty": True})
    error = perform(request, folder, event.case, act)
    if error is not None:
        return _page(request, folder, number, reply, context, error)
    return HttpResponseRedirect(_back(request, cycle))


def _get_entry(folder: CycleFolder, number: int) -> tuple[Event, ReplyCase | None]:
    """An entry, and its letter where it is of one that is held. Raises ``Http404``."""
    if not 1 <= number <= len(folder.entries):
        raise Http404
    event = folder.entries[number - 1].event
    return event, next((reply for reply in folder.replies if reply.id == event.case), None)


def _back(request: HttpRequest, cycle: str) -> str:
    """The page of the timeline that the form came from."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    own = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return wanted if own else reverse("desk-timeline", args=[cycle])


def _page(
    request: HttpRequest,
    folder: CycleFolder,
    number: int,
    reply: ReplyCase | None,
    context: dict[str, object],
    error: VerbaleError | None = None,
) -> HttpResponse:
    cycle = folder.address.name
    page = {
        **frame_of(folder, "timeline", (_("Timeline"), reverse("desk-timeline", args=[cycle]))),
        "one": row_of(folder, number, reply),
        "back": _back(request, cycle),
        "error": error,
        **context,
    }
    return render(request, "verbale/desk/entry.html", page, status=409 if error or context.get("empty") else 200)
