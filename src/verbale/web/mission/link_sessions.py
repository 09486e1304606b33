"""Whoever opened a link acts for its State: by a cookie of the device, looked at again at every request."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from verbale.app.clock import now
from verbale.web.mission.mission_links import find_device, viewer_by
from verbale.web.mission.models import Device

COOKIE = "mission"


class LinkMiddleware:
    """Let the holder of a link be known by the cookie of the device, where nobody is signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on, as the holder where the link is valid; what is shown then is kept by no cache."""
        key = request.COOKIES.get(COOKIE, "")
        device = find_device(key, now()) if key and not request.user.is_authenticated else None
        if device is None:
            return self._next(request)
        request.device_of_link = device
        request.viewer_by_link = viewer_by(device.link)
        response = self._next(request)
        response.headers["Cache-Control"] = "private, no-store"
        return response


def device_of(request: HttpRequest) -> Device | None:
    """The device by which a request comes through a link; none where somebody is signed in."""
    device: Device | None = getattr(request, "device_of_link", None)
    return device


def set_device(response: HttpResponse, device: Device, key: str) -> None:
    """Give a browser the key of its device, for as long as the link is valid."""
    response.set_cookie(
        COOKIE, key, expires=device.link.ends_at, httponly=True, samesite="Lax", secure=settings.SITE.secure
    )
