"""Who takes part in a mission: its links with their devices, colleagues invited, and whether two people are needed."""

from __future__ import annotations

from datetime import date, datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from verbale.app.clock import now
from verbale.desk.deadlines import end_of_day
from verbale.errors import BadReference, VerbaleError
from verbale.web.mission.clearing import needs_two, set_two_people
from verbale.web.mission.link_pages import default_end, link_row, part_names
from verbale.web.mission.mission_frame import Mission, get_mission, mission_frame
from verbale.web.mission.mission_links import Bound, links_of, make_link, revoke, typed
from verbale.web.mission.mission_rights import DELEGATED, Part, Right
from verbale.web.mission.models import Link


@require_http_methods(["GET", "HEAD", "POST"])
def colleagues(request: HttpRequest, cycle: str) -> HttpResponse:
    """The links of a State in a cycle; its forms invite, revoke an invitation, and ask for a second person."""
    mission = get_mission(request, cycle)
    if request.method != "POST":
        return _page(request, mission)
    act = request.POST.get("act", "")
    try:
        if act == "invite":
            return _page(request, mission, made=_invite(request, mission))
        if act == "revoke":
            _revoke(request, mission)
        elif act == "two-people":
            set_two_people(mission, wanted=bool(request.POST.get("two")), at=now())
            messages.success(request, _("Recorded."))
    except VerbaleError as error:
        return _page(request, mission, error=error)
    return HttpResponseRedirect(reverse("mission-colleagues", args=[cycle]))


def _invite(request: HttpRequest, mission: Mission) -> dict[str, str]:
    mission.need(Right.INVITE)
    part = request.POST.get("part", "")
    if part not in DELEGATED:
        raise BadReference(part, _("is no part that you can give"))
    bound = Bound(mission.cycle, mission.state, typed(request.POST, "holder"), Part(part), _end(request, mission))
    inviter = mission.device.link if mission.device else None
    account = "" if inviter else mission.name
    row, token = make_link(bound, mission.name, now(), inviter, account)
    return {"address": request.build_absolute_uri(reverse("mission-link", args=[token])), "holder": row.holder}


def _end(request: HttpRequest, mission: Mission) -> datetime:
    """The end of the day typed, never after that of the own link."""
    own = mission.device.link.ends_at if mission.device else None
    text = request.POST.get("ends", "").strip()
    if not text:
        return own or default_end(mission.folder, mission.state)
    try:
        end = end_of_day(date.fromisoformat(text), mission.folder.cycle.calendar.zone)
    except (ValueError, OverflowError) as error:
        raise BadReference(text, _("is no day; write 2022-05-31")) from error
    return min(end, own) if own else end


def _revoke(request: HttpRequest, mission: Mission) -> None:
    mission.need(Right.INVITE)
    row = next((one for one in _links(mission) if str(one.pk) == request.POST.get("link", "")), None)
    if row is None or not _is_mine(mission, row):
        raise Http404
    revoke(row, mission.name, now())
    messages.success(request, _("The link of %(holder)s is revoked.") % {"holder": row.holder})


def _links(mission: Mission) -> list[Link]:
    """The links of the State that somebody sees: who speaks for the mission all, others their own."""
    rows = links_of(mission.cycle, mission.state)
    own = mission.device.link.pk if mission.device else None
    return [one for one in rows if mission.may(Right.INVITE) or one.pk == own]


def _is_mine(mission: Mission, link: Link) -> bool:
    """Whether a link was given by whoever asks."""
    if mission.device is not None:
        return link.inviter_id == mission.device.link.pk
    return link.account == mission.name


def _page(
    request: HttpRequest, mission: Mission, made: dict[str, str] | None = None, error: VerbaleError | None = None
) -> HttpResponse:
    moment = now()
    own = mission.device.link if mission.device else None
    end = own.ends_at if own else default_end(mission.folder, mission.state)
    context = {
        **mission_frame(mission, "colleagues"),
        "title": _("Colleagues and devices"),
        "links": [
            {**link_row(one, moment), "mine": _is_mine(mission, one) and one.revoked_at is None}
            for one in _links(mission)
        ],
        "own_link": own.pk if own else 0,
        "own_device": mission.device.pk if mission.device else 0,
        "parts": {part.value: part_names()[part.value] for part in DELEGATED},
        "two_people": needs_two(mission.cycle, mission.state),
        "default_end": end.date().isoformat(),
        "made": made,
        "error": error,
        "typed": request.POST if error else {},
    }
    return render(request, "verbale/mission/colleagues.html", context, status=409 if error else 200)
