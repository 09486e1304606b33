"""What an officer decides about one letter: each form is one act, after which the letter or the next one is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from verbale.app.confirming import ALL, LAST, OTHERS, LetterDetails, confirm_reply
from verbale.app.cycles import CycleFolder
from verbale.app.letter_marks import MARKS, mark_letter
from verbale.app.undoing import undo_confirmation
from verbale.desk.access import Act
from verbale.desk.casework import Assign
from verbale.desk.commands import Actor
from verbale.desk.deciding import Moment
from verbale.errors import BadReference
from verbale.web.desk.acting import perform
from verbale.web.desk.desk_words import kind_names, names_of_authors
from verbale.web.desk.letter_pages import get_reply_or_404, letter_page
from verbale.web.desk.open_cycles import get_opened

_Deed = Callable[[CycleFolder, Actor, Moment], str]


@require_POST
def confirm(request: HttpRequest, cycle: str, case: str) -> HttpResponse:
    """Confirm or correct what a letter is, as the form says it."""
    said = details_of(request.POST)

    def act(folder: CycleFolder, actor: Actor, at: Moment) -> str:
        reply = confirm_reply(folder, case, said, actor, at)
        whose = names_of_authors(reply.authors, folder.case.added_authors)
        return _("%(name)s: %(kind)s, %(whose)s.") % {
            "name": reply.current.name,
            "kind": kind_names()[reply.kind],
            "whose": whose,
        }

    return _do(request, cycle, case, act)


def details_of(form: Mapping[str, str]) -> LetterDetails:
    """What the form says of a letter. Several authors and resolutions stand on lines of their own or between commas."""

    def several(name: str) -> tuple[str, ...]:
        parts = form.get(name, "").replace("\r", "").replace(",", "\n").split("\n")
        return tuple(part.strip() for part in parts if part.strip())

    def one(name: str) -> str:
        return str(form.get(name, "")).strip()

    return LetterDetails(
        authors=several("authors"),
        dated=one("dated"),
        language=one("language"),
        answers=several("answers"),
        reason=one("reason"),
        versions=one("versions") if one("versions") in (ALL, LAST) else "",
        version_of=one("version_of") or "",
        kind=one("kind"),
        group=one("group"),
        members=several("members"),
        seen=one("seen"),
        other_language=one("other_language") if one("other_language") in OTHERS else "",
    )


@require_POST
def mark(request: HttpRequest, cycle: str, case: str) -> HttpResponse:
    """Record what was said of a letter besides its words."""
    chosen, reason = request.POST.get("mark", ""), request.POST.get("reason", "").strip()

    def act(folder: CycleFolder, actor: Actor, at: Moment) -> str:
        if chosen not in MARKS:
            raise BadReference(chosen, _("is nothing that can be said of a letter; choose from the list"))
        mark_letter(folder, case, chosen, reason, actor, at)
        return _("Recorded.")

    return _do(request, cycle, case, act)


@require_POST
def assign(request: HttpRequest, cycle: str, case: str) -> HttpResponse:
    """Give a letter to somebody, or hand it over."""
    to, reason = request.POST.get("to", "").strip(), request.POST.get("reason", "").strip()

    def act(folder: CycleFolder, actor: Actor, at: Moment) -> str:
        folder.give(case, Assign(to, reason), actor, at)
        return _("It is with %(name)s now.") % {"name": to}

    return _do(request, cycle, case, act)


@require_POST
def undo(request: HttpRequest, cycle: str, case: str) -> HttpResponse:
    """Take back what a letter was said to be, with what that did to another."""
    reason = request.POST.get("reason", "").strip()

    def act(folder: CycleFolder, actor: Actor, at: Moment) -> str:
        undo_confirmation(folder, case, reason, actor, at)
        return _("The confirmation was taken back.")

    return _do(request, cycle, case, act)


def _do(request: HttpRequest, cycle: str, case: str, act: _Deed) -> HttpResponse:
    """Do it and show the letter, or the next one where the form asks for that; say why where it cannot be done."""
    folder = get_opened(request, cycle, Act.DECIDE)
    reply = get_reply_or_404(folder, case)
    error = perform(request, folder, reply.id, lambda actor, at: act(folder, actor, at))
    if error is not None:
        return letter_page(request, folder, get_reply_or_404(folder, case), error)
    query = request.POST.get("query", "")
    if request.POST.get("then") == "next":
        return HttpResponseRedirect(f"{reverse('desk-next', args=[cycle])}?{query}&after={case}")
    return HttpResponseRedirect(f"{reverse('desk-letter', args=[cycle, case])}?{query}")
