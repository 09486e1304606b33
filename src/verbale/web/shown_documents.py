"""The document that an address names, opened for a view; where there is none, the page that says what there is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from verbale.app.cited_documents import candidates_of, find_address, official_address
from verbale.app.libraries import get_document
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.store.library_store import LibraryDocument, find_document, find_versions
from verbale.web.current_desk import desk_database
from verbale.web.templatetags.written_words import current_language, direction, language_name

_READING = re.compile("[0-9a-f]{64}")
_LONGEST = 200  # characters of an address


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """A version of a document in one language, and all versions in all languages.

    ``kept`` says that a version was asked for by its checksum, and is shown for ever under this address.
    """

    row: LibraryDocument
    document: Document
    versions: Sequence[LibraryDocument]
    kept: bool

    @property
    def name(self) -> str:
        """What to call it: its symbol, or its title where it has none."""
        return self.row.symbol or self.row.title or self.row.name

    def url(self, view: str = "document", **parts: object) -> str:
        """The address of a page of this version."""
        address = reverse(view, kwargs={"address": self.row.address, "language": self.row.language, **parts})
        return f"{address}?reading={self.row.reading}" if self.kept else address

    def joined(self, view: str = "document", **parts: object) -> str:
        """The same with what joins a parameter to it."""
        url = self.url(view, **parts)
        return f"{url}&" if self.kept else f"{url}?"

    def newest(self) -> LibraryDocument | None:
        """The version that stands in this language; ``None`` where this one does."""
        found = (one for one in self.versions if one.current and one.language == self.row.language)
        return None if self.row.current else next(found, None)

    def of_language(self) -> list[LibraryDocument]:
        """All versions in this language, as they were added."""
        return [one for one in self.versions if one.language == self.row.language]


View = Callable[..., HttpResponseBase]


def of_document(view: View) -> View:
    """A view that is given the document which its address names; where there is none, the answer says so."""

    @require_safe
    @wraps(view)
    def opened(request: HttpRequest, address: str, language: str, **parts: object) -> HttpResponseBase:
        shown = find_shown(address, language, request.GET.get("reading", ""))
        return view(request, shown, **parts) if shown else missing(request, address, language)

    return opened


def find_shown(address: str, language: str, reading: str = "") -> ShownDocument | None:
    """A document of the library by its address; the version of a reading where one is named."""
    database = desk_database()
    if not _is_address(address) or (reading and not _READING.fullmatch(reading)):
        return None
    row = find_document(database, address, language, reading)
    if row is None:
        return None
    return ShownDocument(row, get_document(database, row), find_versions(database, address), bool(reading))


def _is_address(address: str) -> bool:
    return len(address) <= _LONGEST and address.isprintable()


def standing_rows(address: str) -> list[LibraryDocument]:
    """The versions of a document that stand, one for each of its languages."""
    if not _is_address(address):
        return []
    return [one for one in find_versions(desk_database(), address) if one.current]


def missing(request: HttpRequest, address: str, language: str = "") -> HttpResponse:
    """The page of what is not in the library, with what there is instead; another spelling leads on to its document."""
    standing = standing_rows(address)
    meant = "" if standing else find_address(desk_database(), address)
    if meant:
        return led_on(request, meant, language)
    likely = [one for one in candidates_of(address) if one != address]
    symbol = likely[0] if likely else address
    context = {
        "symbol": address[:_LONGEST],
        "wanted": language,
        "wanted_name": language_name(language),
        "available": available_languages(standing),
        "standing": next((one for one in standing if one.language == language), None),
        "official_url": official_address(symbol, _language(language)),
        "section": "documents",
    }
    return render(request, "verbale/document_missing.html", context, status=404)


def led_on(request: HttpRequest, address: str, language: str = "") -> HttpResponse:
    """Go to the page of a document, in the language wished for where there is one."""
    rows = standing_rows(address)
    held = [one.language for one in rows]
    wished = (language, current_language().value, Language.EN.value, *held)
    chosen = next(code for code in wished if code in held)
    left = urlencode([(name, value) for name, values in request.GET.lists() for value in values])
    url = reverse("document", args=[address, chosen])
    return HttpResponseRedirect(f"{url}?{left}" if left else url)


def _language(code: str) -> Language | None:
    return Language(code) if code in set(Language) else None


def available_languages(standing: Sequence[LibraryDocument], current: str = "") -> list[dict[str, object]]:
    """The languages of the United Nations and what else a document is in, for ``parts/available.html``."""
    urls = {one.language: reverse("document", args=[one.address, one.language]) for one in standing}
    codes = [*(language.value for language in Language), *(code for code in urls if code not in set(Language))]
    return [
        {
            "code": code,
            "name": language_name(code),
            "url": urls.get(code, ""),
            "current": code == current,
            "dir": direction(code),
        }
        for code in codes
    ]
