"""Every address of the site with what it takes, as OpenAPI has it, made from the addresses that Django serves.

``TAKEN`` names for each address of our own the parameters of its query, with values that mean something to it. Those of
allauth are described alike: they take a form and where to go next.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.urls import get_resolver
from tests.web.desk_addresses import DESK_FORMS, DESK_PATHS, DESK_TAKEN

Values = Sequence[str]
DAYS = ("2022-06-21", "2010-05-14", "1899-12-31", "2022-02-30", "9999-12-31", "0000-00-00", "20220621", "21 June 2022")
CODES = ("CUB", "cub", "192", "Cuba", "古巴", "KIR", "SUN", "ATA", "XXX", "VAT")
TREATIES = ("TPNW", "CTBT", "NPT", "tpnw", "NONE")
SYMBOLS = ("A/77/9901", "A/65/9902", "A/RES/77/9901", "A/77/123", "a/res/76/53", "sha256:0123456789ab", "A//77")
LANGUAGES = ("en", "ar", "zh", "fr", "ru", "es", "und", "xx")
READINGS = ("f0e1d2", "0" * 64)
REFS = ("III.CUB.1", "1", "III", "III.CUB.§1", "9999999999")
ASKED = ("Cuba 2010", '"nuclear weapons"', "古巴", "TPNW -Cuba", "А/77/123", "21 June 2022", "* OR (", "\\", "%")
FORMS = ("csv", "json", "atom", "ics", "xml")
DIGITS = ("1", "2", "0", "-1", "99999999999999999999", "١")
KEYS = ("CUB/TPNW/signature", "signature:TPNW:CUB", "0", "f0e1d2")
MOMENTS = ("2022-06-21", "2022-06-21T09:00:00Z", "2022-13-01", "2022")
_LIST: Mapping[str, Values] = {"q": ASKED, "sort": ("name", "-name", "symbol", "-"), "page": DIGITS, "format": FORMS}
_FACETS: Mapping[str, Values] = {
    "kind": ("document", "paragraph", "reply", "fact"),
    "language": LANGUAGES,
    "author": CODES,
    "state": CODES,
    "treaty": TREATIES,
    "year": ("2022", "2010", "-1"),
    "session": ("76", "77", "0"),
    "profile": ("report", "resolution"),
    "mandate": SYMBOLS,
}
TAKEN: Mapping[str, Mapping[str, Values]] = {
    "home": {"ui": LANGUAGES},
    "health": {},
    "readiness": {},
    "licence": {},
    "search": {**_LIST, **_FACETS, "in": LANGUAGES, "words": ("",), "all": tuple(_FACETS)},
    "documents": {**_LIST, "language": LANGUAGES, "session": ("76",), "kind": ("report",)},
    "document": {"reading": READINGS, "format": FORMS, "at": REFS, "facts": ("1",)},
    "document-any": {"at": REFS},
    "document-compare": {"with": (*LANGUAGES, "en,fr,ar", "en,en")},
    "document-form": {"reading": READINGS},
    "document-received": {"reading": READINGS},
    "document-facts": {**_LIST, "reading": READINGS, "kind": ("state",)},
    "document-citations": {**_LIST, "reading": READINGS, "way": ("cited",)},
    "document-versions": {"reading": READINGS},
    "document-source": {"reading": READINGS},
    "document-page": {"reading": READINGS, "at": REFS},
    "document-picture": {"reading": READINGS},
    "states": {**_LIST, "kind": ("member", "observer"), "on": DAYS},
    "state": {
        **_LIST,
        "on": DAYS,
        "then": ("A/65/9902",),
        "now": ("A/77/9901",),
        "part": ("compared", "replies", "acts"),
    },
    "treaties": {**_LIST, "on": DAYS},
    "treaty": {
        **_LIST,
        "on": DAYS,
        "count": ("signatures", "deposited", "in_force_for", "parties"),
        "suppose": ("USA ratification 2027-01-01", "CUB withdrawal 2022-02-30; X"),
        "who": CODES,
        "act": ("ratification", "signature", "x"),
        "day": DAYS,
    },
    "map-shapes": {},
    "mandates": {**_LIST, "asked": ("report",), "addressee": ("secretary_general",), "on": DAYS},
    "mandate": {**_LIST, "part": ("chain", "requests")},
    "calendar": {**_LIST, "on": DAYS, "from": DAYS, "until": DAYS, "kind": ("report",)},
    "changes": {**_LIST, "from": DAYS, "until": DAYS, "treaty": TREATIES, "state": CODES, "part": ("treaties",)},
    "timeline": {**_LIST, "from": DAYS, "until": DAYS, "state": CODES, "treaty": TREATIES, "kind": ("acts",)},
    "register": _LIST,
    "register-table": {**_LIST, "state": CODES, "treaty": TREATIES, "on": DAYS, "year": ("2022", "x"), "of": KEYS},
    "reply-page": {"published": ("1",)},
    "sources": _LIST,
    "source": {**_LIST, "place": ("line 1399", "15.1", "x")},
    "statement": {**_LIST, "on": DAYS},
    "oai": {
        "verb": ("Identify", "ListSets", "ListRecords", "ListIdentifiers", "GetRecord", "ListMetadataFormats"),
        "metadataPrefix": ("oai_dc",),
        "from": MOMENTS,
        "until": MOMENTS,
        "set": ("report",),
        "identifier": ("oai:testserver:A/77/9901:en",),
        "resumptionToken": ("WyIiLCIiLCIiLDFd", "W10", "e30"),
    },
    "sitemap": {},
    "robots": {},
    "report-error": {"page": ("/states/CUB/",)},
    "capacity": {"next": ("/", "//example.org/")},
    "people": {"status": ("open",), "format": ("csv", "json"), "q": ("officer",)},
    "work": {},
    "work-events": {},
    "work-again": {},
    "work-stop": {},
    **DESK_TAKEN,
}
"""The parameters of the query of each address of our own, by its name."""
PATHS: Mapping[str, Values] = {
    "address": SYMBOLS,
    "language": LANGUAGES,
    "form": ("json", "txt", "csv", "xml", "exe"),
    "page": ("1", "0", "99999"),
    "iso3": CODES,
    "treaty_id": TREATIES,
    "key": KEYS,
    "name": ("acts", "roll_calls", "nothing"),
    "version": ("110m", "0"),
    "symbol": SYMBOLS,
    "source_id": ("untc-2015", "isc-actions", "a/b"),
    "work": ("1", "0a1b2c3d-0000-4000-8000-000000000000"),
    **DESK_PATHS,
}
"""Values of what stands in the path of an address."""
FORMS_TAKEN: Mapping[str, Mapping[str, Values]] = {
    "oai": TAKEN["oai"],
    "report-error": {"page": ("/states/CUB/",), "words": ("A date is wrong",), "answer": ("a@example.org", "a@")},
    "capacity": {"capacity": ("reader", "officer:1")},
    "people": {
        "act": ("add", "take", "close", "link", "x"),
        "name": ("somebody", "", "a b"),
        "role": ("officer", "mission", "x"),
        "state": ("", "CUB", "Atlantis"),
        "email": ("", "a@example.org", "a"),
    },
    "work-again": {},
    "work-stop": {},
    **DESK_FORMS,
}
"""The fields of the form that an address of our own takes."""
OTHERS = ("account_", "mfa_", "usersessions_", "socialaccount_", "openid_connect_")
_OTHERS_FORM: Mapping[str, Values] = {
    **dict.fromkeys(("login", "username", "email"), ("a.officer", "a@example.org")),
    **dict.fromkeys(("password", "password1", "password2", "oldpassword"), ("three plain words 9",)),
    "code": ("123456",),
    "credential": ("{}", "null", "[1]"),
    "next": ("/",),
}
_ANYWHERE: Sequence[Values] = (("/",), ("login",), ("x",))
_TOKEN = "a" * 32  # of a form, the same in its cookie
_HEADERS: Mapping[str, Values] = {
    "Accept": ("text/html", "application/json", "*/*;q=x"),
    "Accept-Language": ("ar", "zh-Hans;q=0.5, *", "xx-" + "x" * 60),
    "Accept-Encoding": ("gzip", "br, zstd", "identity;q=0"),
    "If-Modified-Since": ("Tue, 21 Jun 2022 00:00:00 GMT", "yesterday"),
    "If-None-Match": ('"1"', "*", '"'),
    "Range": ("bytes=0-10", "bytes=-", "bytes=99999999999999999999-"),
    "HX-Request": ("true",),
    "X-Forwarded-Host": ("example.org", "a b"),
    "X-Forwarded-For": ("203.0.113.7", "x"),
}
_COOKIES: Mapping[str, Values] = {"ui": ("ar", "zh-hans", "xx"), "sessionid": ("0" * 32,), "messages": ("x",)}


def own_names() -> frozenset[str]:
    """The names of the addresses of our own."""
    return frozenset(name for name in _all_names() if not name.startswith(OTHERS))


def _all_names() -> frozenset[str]:
    return frozenset(name for name in get_resolver().reverse_dict if isinstance(name, str))


def path_of(name: str, value: str = "") -> str:
    """The path of an address of our own with a value in each of its places; with good ones, where none is given."""
    [(path, places)] = get_resolver().reverse_dict.getlist(name)[0][0]
    return "/" + str(path) % {place: value or PATHS[place][0] for place in places}


def descriptions() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The name, the path and the operations of every address."""
    for name in sorted(_all_names()):
        [(path, places)] = get_resolver().reverse_dict.getlist(name)[0][0]
        own = not name.startswith(OTHERS)
        taken = TAKEN.get(name, {"next": ("/",), "process": ("login",)})
        form = FORMS_TAKEN.get(name) if own else _OTHERS_FORM
        parameters = [
            *(_parameter("path", place, PATHS.get(place, ("x",))) for place in places),
            *(_parameter("query", one, values) for one, values in taken.items()),
            *(_parameter("header", one, values) for one, values in _HEADERS.items()),
            *(_parameter("cookie", one, values) for one, values in _COOKIES.items()),
        ]
        operations = {"get": _operation(f"get {name}", parameters)}
        if form is not None:
            token = {**_parameter("cookie", "csrftoken", ()), "required": True, "schema": {"enum": [_TOKEN]}}
            operations["post"] = {**_operation(f"post {name}", [*parameters, token]), "requestBody": _body(form)}
        yield name, "/" + path % {place: f"{{{place}}}" for place in places}, operations


def open_api() -> dict[str, Any]:
    """The whole as one description."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Verbale", "version": "1"},
        "paths": {path: operations for _name, path, operations in descriptions()},
    }


def _operation(name: str, parameters: list[dict[str, Any]]) -> dict[str, Any]:
    return {"operationId": name, "parameters": parameters, "responses": {"default": {"description": "any"}}}


def _parameter(place: str, name: str, values: Values) -> dict[str, Any]:
    return {"in": place, "name": name, "required": place == "path", "schema": _text(values)}


def _text(values: Values) -> dict[str, Any]:
    return {"type": "string", "format": format_of(values)} if values else {"type": "string"}


def format_of(values: Values) -> str:
    """The name under which texts are drawn that are among values or anything else, each as often as the other."""
    return f"among-{zlib.crc32(repr(tuple(values)).encode()):08x}"


def all_values() -> Iterator[Values]:
    """Every set of values that a description names by ``format_of``."""
    for taken in (*TAKEN.values(), *FORMS_TAKEN.values(), _OTHERS_FORM, _HEADERS, _COOKIES):
        yield from taken.values()
    yield from (*PATHS.values(), *_ANYWHERE)


def _body(form: Mapping[str, Values]) -> dict[str, Any]:
    fields = {"csrfmiddlewaretoken": {"enum": [_TOKEN]}, **{name: _text(values) for name, values in form.items()}}
    schema = {"type": "object", "properties": fields, "required": ["csrfmiddlewaretoken"]}
    return {"required": True, "content": {"application/x-www-form-urlencoded": {"schema": schema}}}
