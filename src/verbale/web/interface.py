"""The language of the interface, apart from that of the documents, and what every page knows."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.cache import patch_vary_headers

from verbale import __version__
from verbale.model.language import Language
from verbale.web.settings import DJANGO_CODES, LANGUAGE_NAMES

_CHOICE = "ui"
"""The parameter and the cookie that choose the language of the interface."""


class InterfaceLanguageMiddleware:
    """Choose the language of the interface: what ``?ui=`` says, then the cookie, then what the browser asks for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on in a language, or keep a choice and come back to the same page without it in its address."""
        chosen = request.GET.get(_CHOICE, "").partition("-")[0]
        if request.method == "GET" and chosen in set(Language):
            return self._keep(request, DJANGO_CODES[Language(chosen)])
        language = translation.get_language_from_request(request)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self._next(request)
        response.headers.setdefault("Content-Language", language.partition("-")[0])
        patch_vary_headers(response, ("Accept-Language", "Cookie"))
        return response

    @staticmethod
    def _keep(request: HttpRequest, chosen: str) -> HttpResponse:
        left = [(name, value) for name, values in request.GET.lists() if name != _CHOICE for value in values]
        # A path that begins with two slashes would be the name of another server.
        path = "/" + request.path.lstrip("/")
        response = HttpResponseRedirect(f"{path}?{urlencode(left)}" if left else path)
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            chosen,
            max_age=settings.LANGUAGE_COOKIE_AGE,
            samesite=settings.LANGUAGE_COOKIE_SAMESITE,
            secure=settings.SITE.secure,
        )
        return response


def every_page(request: HttpRequest) -> dict[str, object]:
    """What every template knows: the languages of the interface, the version, whether this is a demonstration."""
    query = request.GET.copy()
    query.pop(_CHOICE, None)
    kept = query.urlencode()
    return {
        "interface_language": (translation.get_language() or Language.EN.value).partition("-")[0],
        "interface_direction": "rtl" if translation.get_language_bidi() else "ltr",
        "interface_languages": [
            {"code": language.value, "name": name, "address": f"?{kept}&ui={language}" if kept else f"?ui={language}"}
            for language, name in LANGUAGE_NAMES.items()
        ],
        "program_version": __version__,
        "is_demo": settings.SITE.demo,
        "page_address": request.get_full_path(),
        "printed_address": _printed_address(request),
    }


def _printed_address(request: HttpRequest) -> str:
    """The whole address of a page, for paper; none where it was asked for under a name that is not the site's."""
    try:
        return request.build_absolute_uri()
    except DisallowedHost:
        return ""
