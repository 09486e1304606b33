"""The officer's page of links: who may speak for whom in a cycle, until when, and which devices opened it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from verbale.app.authors import author_name, get_author
from verbale.app.clock import now
from verbale.app.cycles import CycleFolder
from verbale.app.mission_view import find_asked
from verbale.app.recording import get_deadline
from verbale.desk.access import Act
from verbale.desk.deadlines import end_of_day
from verbale.errors import BadReference, VerbaleError
from verbale.web.desk.cycle_frame import frame_of
from verbale.web.desk.open_cycles import get_opened
from verbale.web.mission.mission_links import Bound, is_valid, links_of, make_link, revoke, typed
from verbale.web.mission.mission_rights import Part
from verbale.web.mission.models import Link
from verbale.web.models import Contact
from verbale.web.templatetags.written_words import current_language
from verbale.web.viewers import viewer_of

_AFTER_DEADLINE = timedelta(days=14)
"""How long a link lasts by default where the deadline is past."""


@require_http_methods(["GET", "HEAD", "POST"])
def links(request: HttpRequest, cycle: str) -> HttpResponse:
    """The links of a cycle; its forms make one, which is shown once, and revoke one."""
    if request.method != "POST":
        return _page(request, get_opened(request, cycle))
    folder = get_opened(request, cycle, Act.DECIDE)
    try:
        if request.POST.get("act") == "revoke":
            return _revoked(request, folder)
        made = _make(request, folder)
    except VerbaleError as error:
        return _page(request, folder, error=error, said=request.POST)
    return _page(request, folder, made=made)


def _make(request: HttpRequest, folder: CycleFolder) -> dict[str, str]:
    form = request.POST
    state = get_author(typed(form, "state"), folder.case.added_authors)
    if state not in find_asked(folder):
        raise BadReference(state, _("is not asked in this cycle; a link is for one of the addressees"))
    checked = typed(form, "checked")
    if not checked:
        raise BadReference("", _("says not how you made sure; use a second channel, and write which"))
    ends = _end_typed(form.get("ends", ""), folder, state)
    bound = Bound(folder.address.name, state, typed(form, "holder"), Part.PRINCIPAL, ends, checked)
    row, token = make_link(bound, viewer_of(request).name, now())
    address = request.build_absolute_uri(reverse("mission-link", args=[token]))
    contact = Contact.objects.filter(code=state).first()
    # The page comes in the language in which the office writes to the addressee; there it can be changed.
    address += f"?ui={contact.language}" if contact else ""
    return {"address": address, "holder": row.holder, "state": author_name(state, current_language())}


def _end_typed(text: str, folder: CycleFolder, state: str) -> datetime:
    """The end of the day typed, in the time zone of the desk; the deadline of the addressee where none was."""
    if not text.strip():
        return default_end(folder, state)
    try:
        day = date.fromisoformat(text.strip())
    except ValueError as error:
        raise BadReference(text, _("is no day; write 2022-05-31")) from error
    try:
        return end_of_day(day, folder.cycle.calendar.zone)
    except OverflowError as error:
        raise BadReference(text, _("is no end of a link; it ends after today and within a year")) from error


def default_end(folder: CycleFolder, state: str) -> datetime:
    """The end of a link where none is named: the deadline, and two weeks from now where that is past or far."""
    end, today = get_deadline(folder, state).end, now()
    return end if today < end <= today + timedelta(days=365) else today + _AFTER_DEADLINE


def _revoked(request: HttpRequest, folder: CycleFolder) -> HttpResponse:
    number = request.POST.get("link", "")
    row = next((one for one in links_of(folder.address.name) if str(one.pk) == number), None)
    if row is None:
        raise Http404
    revoke(row, viewer_of(request).name, now())
    messages.success(request, _("The link of %(holder)s is revoked.") % {"holder": row.holder})
    return HttpResponseRedirect(reverse("desk-links", args=[folder.address.name]))


def _page(
    request: HttpRequest,
    folder: CycleFolder,
    made: dict[str, str] | None = None,
    error: VerbaleError | None = None,
    said: Mapping[str, str] | None = None,
) -> HttpResponse:
    language, added, moment = current_language(), folder.case.added_authors, now()
    rows = links_of(folder.address.name)
    context = {
        **frame_of(folder, "links"),
        "title": _("Links of missions"),
        "links": [link_row(one, moment, author_name(one.state, language, added)) for one in rows],
        "addressees": [{"code": code, "name": author_name(code, language, added)} for code in find_asked(folder)],
        "default_end": default_end(folder, "").date().isoformat(),
        "made": made,
        "error": error,
        "typed": said or {},
    }
    return render(request, "verbale/mission/links.html", context, status=409 if error else 200)


def link_row(link: Link, moment: datetime, whose: str = "") -> dict[str, object]:
    """A link as pages show it, with the devices that opened it."""
    return {
        "link": link,
        "whose": whose,
        "part": part_names()[link.part],
        "valid": is_valid(link, moment),
        "devices": sorted(link.devices.all(), key=lambda one: one.pk),
        "by": link.inviter.holder if link.inviter else link.made_by,
        "status": _status(link, moment),
    }


def _status(link: Link, moment: datetime) -> str:
    if link.revoked_at is not None:
        return _("revoked")
    if link.ends_at <= moment:
        return _("ended")
    return _("valid") if is_valid(link, moment) else _("not valid any more, with the link of whoever invited")


def part_names() -> dict[str, str]:
    """What the parts in a mission are called."""
    return {
        Part.PRINCIPAL.value: _("speaks for the mission"),
        Part.DRAFTER.value: _("writes drafts"),
        Part.CLEARER.value: _("clears drafts"),
    }
