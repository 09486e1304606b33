"""What happens where a request cannot be answered: a page that says what happened, and a record without its words."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from verbale.errors import (
    BadReference,
    Conflict,
    ContentRedacted,
    Refused,
    StoreBroken,
    TooLarge,
    VerbaleError,
)
from verbale.web.request_records import route_of

_LOG = logging.getLogger("verbale.web")
_STATUSES: tuple[tuple[type[VerbaleError], int], ...] = (
    (ContentRedacted, 410),
    (BadReference, 404),
    (Refused, 409),
    (Conflict, 409),
    (TooLarge, 413),
    (StoreBroken, 503),
    (VerbaleError, 422),
)
"""Which answer an error of this project is, the first that fits."""


def status_of(error: VerbaleError) -> int:
    """The status of the answer that an error of this project is."""
    return next(status for kind, status in _STATUSES if isinstance(error, kind))


class AccessRefused(PermissionDenied):
    """Somebody may look at a thing and not do this with it; its text says for whom it is."""


class FailureMiddleware:
    """Answer an error of this project with a page that says what happened and what to do."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on."""
        return self._next(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page of an error of this project; others are left to Django."""
        if isinstance(error, AccessRefused):
            return failure(request, 403, str(error))
        if isinstance(error, VerbaleError):
            status = status_of(error)
            _LOG.warning("%s %s: %s", status, route_of(request), type(error).__name__)
            return failure(request, status, str(error))
        return None


def failure(request: HttpRequest, status: int, reason: str = "") -> HttpResponse:
    """The page of a failure."""
    return render(request, "verbale/failure.html", {"status": status, "reason": reason}, status=status)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Nothing is at this address."""
    return failure(request, 404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The request cannot be understood."""
    return failure(request, 400, str(exception) if isinstance(exception, SuspiciousOperation) else "")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The request is refused."""
    return failure(request, 403)


def forbidden_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without its token."""
    _LOG.warning("403 %s: a form without its token", route_of(request))
    words = _("This form is of another session, or the browser sent no cookie. Load its page anew, and send it again.")
    return failure(request, 403, words)


def server_error(request: HttpRequest) -> HttpResponse:
    """Something went wrong that is not foreseen; Django has logged it."""
    return failure(request, 500)
