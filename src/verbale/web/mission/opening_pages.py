"""A link is opened: its page shows a button, as programs that scan mail follow links; the button begins the session."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from verbale.app.authors import author_name
from verbale.app.clock import now
from verbale.web.mission.link_sessions import COOKIE, device_of, set_device
from verbale.web.mission.mission_links import end_session, find_link, open_device
from verbale.web.mission.models import Link
from verbale.web.templatetags.written_words import current_language
from verbale.web.viewers import viewer_of


@require_http_methods(["GET", "HEAD", "POST"])
def opening(request: HttpRequest, token: str) -> HttpResponse:
    """The page of a link; its form begins the session of this device."""
    link = find_link(token, now())
    if link is None:
        return _shown(request, None, 404)
    if request.method != "POST" or request.user.is_authenticated:
        return _shown(request, link)
    key = request.COOKIES.get(COOKIE, "")
    device, key = open_device(link, key, request.headers.get("User-Agent", ""), now())
    response = HttpResponseRedirect(reverse("mission-asked", args=[link.cycle]))
    set_device(response, device, key)
    return response


def _shown(request: HttpRequest, link: Link | None, status: int = 200) -> HttpResponse:
    """The page, which tells its own address to nobody: whoever has that may act."""
    context = {
        "title": _("A link for a mission") if link else _("This link is not valid"),
        "link": link,
        "state_name": author_name(link.state, current_language()) if link else "",
        "signed_in": viewer_of(request).name if request.user.is_authenticated else "",
        "devices": link.devices.count() if link else 0,
        "page_address": reverse("mission"),
        "printed_address": "",
    }
    response = render(request, "verbale/mission/opening.html", context, status=status)
    # The path is told to nobody. The origin is, or browsers would send the form as of no origin, which is refused.
    response.headers["Referrer-Policy"] = "strict-origin"
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """End the session of this device; the link can be opened again as long as it is valid."""
    device = device_of(request)
    if device is not None:
        end_session(device, now())
    response = HttpResponseRedirect(reverse("mission"))
    response.delete_cookie(COOKIE)
    return response
