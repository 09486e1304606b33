"""Who looks: one function from a request to a ``desk.access.Viewer``, and one place where access is asked for.

A view calls ``require(request, act, thing)`` before it shows or does anything with a thing that is guarded. Sessions
end after a time here, and what is shown to somebody who signed in is kept by no cache.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse

from verbale.desk.access import READER, Act, Permission, Thing, Viewer, may
from verbale.desk.commands import Role
from verbale.web.account_settings import IDLE_HOURS, SESSION_HOURS
from verbale.web.failing import AccessRefused
from verbale.web.models import Membership
from verbale.web.services import Services

CHOSEN = "membership"
"""Where a session keeps in which capacity somebody who has several acts."""
_BEGAN, _SEEN = "began", "seen"
_HOUR, _MINUTE = 3600, 60  # seconds
_NOTED_EVERY = 5 * _MINUTE  # seconds between two notes that a session is in use


def viewer_of(request: HttpRequest) -> Viewer:
    """Who makes a request, in the capacity chosen, else in the first that was given; a reader where there is none."""
    known: Viewer | None = getattr(request, "_viewer", None)
    if known is None:
        known = _viewer(request)
        request._viewer = known
    return known


def memberships_of(request: HttpRequest) -> list[Membership]:
    """In what capacities somebody may act, in the order in which they were given.

    Where the site asks for a second factor there is none without one.
    """
    user: Any = request.user
    services: Services = settings.SERVICES
    if not user.is_authenticated or (services.second_factor and not is_mfa_enabled(user)):
        return []
    return list(Membership.objects.filter(user=user).order_by("pk"))


def _viewer(request: HttpRequest) -> Viewer:
    if not hasattr(request, "user") or not request.user.is_authenticated:
        # What ``mission.link_sessions`` says of whoever opened the link of a mission.
        by_link: Viewer | None = getattr(request, "viewer_by_link", None)
        return by_link or READER
    held = memberships_of(request)
    chosen = request.session.get(CHOSEN)
    row = next((one for one in held if one.pk == chosen), held[0] if held else None)
    name = request.user.get_username()
    return Viewer(Role(row.role), row.state, name) if row else Viewer(Role.READER, name=name)


def ask(request: HttpRequest, act: Act, thing: Thing) -> Permission:
    """Whether whoever makes a request may do this with a thing."""
    return may(viewer_of(request), act, thing)


def require(request: HttpRequest, act: Act, thing: Thing) -> None:
    """Go on only where it is allowed.

    Raises ``Http404`` where the thing is hidden, exactly as where there is none, and ``AccessRefused`` with words where
    it may be looked at.
    """
    permission = ask(request, act, thing)
    if not permission.found:
        raise Http404
    if not permission:
        raise AccessRefused(permission.why)


def every_page(request: HttpRequest) -> dict[str, object]:
    """What every template knows of whoever looks."""
    services: Services = settings.SERVICES
    return {
        "viewer": viewer_of(request),
        "by_link": hasattr(request, "viewer_by_link"),
        "memberships": memberships_of(request) if hasattr(request, "user") else [],
        "can_sign_up": services.sign_up,
    }


class ViewerMiddleware:
    """End sessions in time, and keep what was shown to somebody out of every cache."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on, as nobody where the session is over."""
        user: Any = request.user
        signed_in = user.is_authenticated
        if signed_in and _is_over(request, time.time()):
            logout(request)
            signed_in = False
        response = self._next(request)
        if signed_in or request.user.is_authenticated:
            response.headers["Cache-Control"] = "private, no-store"
        return response


def _is_over(request: HttpRequest, now: float) -> bool:
    began, seen = request.session.setdefault(_BEGAN, now), request.session.get(_SEEN, now)
    if now - began > SESSION_HOURS * _HOUR or now - seen > IDLE_HOURS * _HOUR:
        return True
    if _SEEN not in request.session or now - seen > _NOTED_EVERY:
        request.session[_SEEN] = now
    return False
