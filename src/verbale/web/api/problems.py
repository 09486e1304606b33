"""What an answer says that is none: what is wrong, where, and what to do (RFC 9457, ``application/problem+json``)."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError, ValidationError
from pydantic import Field

from verbale.errors import VerbaleError
from verbale.web.api.keyset import BadCursor
from verbale.web.failing import AccessRefused, status_of

MEDIA_TYPE = "application/problem+json"


class Problem(Schema):
    """What is wrong with a request."""

    title: str = Field(description="what the status means")
    status: int
    detail: str = Field(description="what is wrong here, and what to do, in English")
    instance: str = Field(description="the address that was asked")


ALL = (400, 401, 403, 404, 405, 406, 409, 410, 413, 422, 429, 503)
"""Every status of a problem that the API may answer with."""
_ADVICE: Mapping[int, str] = {
    400: "The request cannot be understood.",
    403: "This is not allowed with this token.",
    404: "There is nothing at this address that you may look at. GET /api/v1/openapi.json lists all that there is.",
    405: "This address takes other methods; the header Allow names them.",
    413: "The body is too large.",
    429: "Too many requests; wait as long as the header Retry-After says.",
    503: "The desk cannot be reached; try again in a minute.",
}


def problem(request: HttpRequest, status: int, detail: str = "") -> HttpResponse:
    """The answer for a status, with what is wrong in words."""
    title = HTTPStatus(status).phrase
    record = {
        "title": title,
        "status": status,
        "detail": detail or _ADVICE.get(status, title),
        "instance": request.get_full_path(),
    }
    return HttpResponse(msgspec.json.encode(record), status=status, content_type=MEDIA_TYPE)


def answer_errors(api: NinjaAPI) -> None:
    """Let an API answer every error that is foreseen with a problem."""

    @api.exception_handler(VerbaleError)
    def of_project(request: HttpRequest, error: VerbaleError) -> HttpResponse:
        return problem(request, status_of(error), str(error))

    @api.exception_handler(BadCursor)
    def of_cursor(request: HttpRequest, error: BadCursor) -> HttpResponse:
        return problem(request, 400, str(error))

    @api.exception_handler(AccessRefused)
    def of_access(request: HttpRequest, error: AccessRefused) -> HttpResponse:
        return problem(request, 403, str(error))

    @api.exception_handler(ValidationError)
    def of_parameters(request: HttpRequest, error: ValidationError) -> HttpResponse:
        return problem(request, 422, "; ".join(_words(one) for one in error.errors))

    @api.exception_handler(HttpError)
    def of_http(request: HttpRequest, error: HttpError) -> HttpResponse:
        return problem(request, error.status_code, str(error))


def _words(error: Mapping[str, Any]) -> str:
    """One parameter that will not do: its place and why."""
    return f"{'.'.join(str(part) for part in error.get('loc', ())) or 'request'}: {error.get('msg', 'is wrong')}"
