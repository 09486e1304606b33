"""Each request by its number, the name of its route and its status: in the log, and in the figures.

The address of a request is in neither. It may hold a key that sets a password, a link of a mission, or the words that
somebody searched for.
"""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable
from contextvars import ContextVar

from django.http import HttpRequest, HttpResponse

from verbale.web import metrics

_LOG = logging.getLogger("verbale.requests")
_NUMBER_BYTES = 8
HEADER = "X-Request-ID"
"""The header of an answer with the number of its request, which whoever reports a failure can name."""
NO_ROUTE = "none"
"""The name of the route of an address that nothing is at."""
number_of_request: ContextVar[str] = ContextVar("number_of_request", default="")
"""The number of the request that this thread answers; empty where it answers none."""


def route_of(request: HttpRequest) -> str:
    """The name of the route of a request, as ``document``; never its address."""
    match = request.resolver_match
    return (match.view_name or "unnamed") if match else NO_ROUTE


class RequestRecordMiddleware:
    """Give each request a number of ours, whatever a browser sends as one, and record how it was answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer it."""
        number = secrets.token_hex(_NUMBER_BYTES)
        mark = number_of_request.set(number)
        begun = time.perf_counter()
        try:
            response = self._next(request)
            seconds = time.perf_counter() - begun
            route = route_of(request)
            said = {"route": route, "status": response.status_code, "milliseconds": round(seconds * 1000)}
            method = request.method if request.method in metrics.METHODS else "other"
            _LOG.info("%s %s %d", method, route, response.status_code, extra={"fields": said | {"method": method}})
            metrics.record_request(route, method or "other", response.status_code, seconds)
            response[HEADER] = number
            return response
        finally:
            number_of_request.reset(mark)
