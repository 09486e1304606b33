"""What holds of every answer of the API: who looks, limits, checksums, other sites that may read it, and problems."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

from verbale.desk.access import READER
from verbale.web.api.problems import MEDIA_TYPE, problem

PLACE = "/api/"
_WINDOW, _MOST = 60, 120  # seconds, and requests of one address in them
_METHODS = "GET, HEAD, OPTIONS"
_READ_BY_ALL = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, RateLimit, Retry-After",
}


class ApiMiddleware:
    """Answer requests of programs; those of browsers go on as they are."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Count the request, answer it as a reader is answered, and say of errors what they are."""
        if not request.path.startswith(PLACE):
            return self._next(request)
        asking: Any = request
        # A cookie that a browser sends along counts nothing.
        asking._viewer = READER
        left, wait = _take(request)
        if request.method == "OPTIONS":
            response = HttpResponse(status=204, headers={"Access-Control-Allow-Methods": _METHODS, "Allow": _METHODS})
            response["Access-Control-Allow-Headers"] = "Authorization, If-None-Match"
        elif left < 0:
            response = problem(request, 429)
            response["Retry-After"] = str(wait)
        else:
            response = _with_checksum(request, _as_problem(request, self._next(request)))
        for name, value in _READ_BY_ALL.items():
            response[name] = value
        response["RateLimit"] = f'"requests";r={max(left, 0)};t={wait}'
        response["RateLimit-Policy"] = f'"requests";q={_MOST};w={_WINDOW}'
        return response


def _take(request: HttpRequest) -> tuple[int, int]:
    """How many requests are left to whoever asks, below 0 where there is none, and for how many seconds that holds."""
    who = hashlib.sha256(str(request.META.get("REMOTE_ADDR", "")).encode()).hexdigest()[:16]
    key = f"api:{who}"
    cache.add(key, 0, _WINDOW)
    try:
        count = cache.incr(key)
    except ValueError:  # the window ended in between
        cache.set(key, 1, _WINDOW)
        count = 1
    return _MOST - count, _WINDOW


def _as_problem(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """An error that Django answers with a page, as a problem; its headers stay."""
    if response.status_code < 400 or response.get("Content-Type", "").startswith(MEDIA_TYPE):
        return response
    told = problem(request, response.status_code)
    if "Allow" in response:
        told["Allow"] = response["Allow"]
    return told


def _with_checksum(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The answer with the checksum of its body; nothing but that where whoever asks has it already."""
    if response.status_code != 200 or response.streaming:
        return response
    mark = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    known = {one.strip().removeprefix("W/") for one in request.headers.get("If-None-Match", "").split(",")}
    if known & {mark, "*"}:
        response = HttpResponse(status=304)
    response["ETag"] = mark
    response["Cache-Control"] = "public, no-cache"
    response["Vary"] = "Accept-Encoding, Authorization"
    return response
