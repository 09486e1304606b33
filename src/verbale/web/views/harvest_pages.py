"""The library for other programs: OAI-PMH 2.0 with Dublin Core, the map of the site, what robots may read."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Callable
from datetime import datetime
from xml.etree import ElementTree as ET

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from verbale.lexicon.states import states
from verbale.lexicon.treaties import treaties
from verbale.model.document import PROFILES
from verbale.store.library_store import LibraryDocument, find_document, harvest
from verbale.web.current_desk import desk_database

_OAI = "http://www.openarchives.org/OAI/2.0/"
_OAI_DC = f"{_OAI}oai_dc/"
_DC = "http://purl.org/dc/elements/1.1/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
for _prefix, _name in (("", _OAI), ("oai_dc", _OAI_DC), ("dc", _DC), ("xsi", _XSI)):
    ET.register_namespace(_prefix, _name)
_AT_ONCE = 100  # records of one answer
_MOST_ADDRESSES = 50_000  # of one map of a site, by its protocol
_DAY = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?", re.ASCII)
_ARGUMENTS = {
    "Identify": (set(), set()),
    "ListMetadataFormats": (set(), {"identifier"}),
    "ListSets": (set(), {"resumptionToken"}),
    "GetRecord": ({"identifier", "metadataPrefix"}, set()),
    "ListIdentifiers": ({"metadataPrefix"}, {"from", "until", "set", "resumptionToken"}),
    "ListRecords": ({"metadataPrefix"}, {"from", "until", "set", "resumptionToken"}),
}
"""The arguments that each verb of the protocol needs, and those that it may have."""
# What XML cannot hold, in whatever form.
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _Refused(Exception):
    """An error of the protocol, by its code."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(words)
        self.code = code


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def oai(request: HttpRequest) -> HttpResponse:
    """The answer to a verb of OAI-PMH; the moment of the answer is that of the newest record, not of the clock."""
    given = request.POST if request.method == "POST" else request.GET
    root = ET.Element(f"{{{_OAI}}}OAI-PMH")
    root.set(f"{{{_XSI}}}schemaLocation", f"{_OAI} {_OAI}OAI-PMH.xsd")
    _add(root, "responseDate", _newest())
    asked = _add(root, "request", request.build_absolute_uri(reverse("oai")))
    try:
        verb = _checked(given)
        for name, value in given.items():
            asked.set(_fit(name), _fit(value))
        root.append(_VERBS[verb](request, {name: given[name] for name in given}))
    except _Refused as error:
        _add(root, "error", str(error)).set("code", error.code)
    return _xml(root)


def _checked(given: QueryDict) -> str:
    """The verb of a request whose arguments are as the protocol has them. Raises ``_Refused``."""
    if any(len(values) > 1 for _, values in given.lists()):
        raise _Refused("badArgument", "an argument is given more than once")
    values = dict(given.items())
    verb = values.pop("verb", "")
    if verb not in _ARGUMENTS:
        raise _Refused("badVerb", "no verb of OAI-PMH 2.0")
    needed, allowed = _ARGUMENTS[verb]
    if "resumptionToken" in values and "resumptionToken" in allowed:
        needed, allowed = set(), {"resumptionToken"}
    names = set(values)
    if needed - names or names - needed - allowed:
        raise _Refused("badArgument", f"{verb} takes {', '.join(sorted(needed | allowed)) or 'nothing'}")
    if values.get("metadataPrefix", "oai_dc") != "oai_dc":
        raise _Refused("cannotDisseminateFormat", "records are given as oai_dc")
    return str(verb)


def _identify(request: HttpRequest, given: dict[str, str]) -> ET.Element:
    made = ET.Element(f"{{{_OAI}}}Identify")
    total, first = harvest(desk_database(), "", "", "", 0, 1)
    _add(made, "repositoryName", "Verbale")
    _add(made, "baseURL", request.build_absolute_uri(reverse("oai")))
    _add(made, "protocolVersion", "2.0")
    _add(made, "adminEmail", f"library@{request.get_host().partition(':')[0]}")
    _add(made, "earliestDatestamp", _stamp(first[0].added_at) if total else "1970-01-01T00:00:00Z")
    _add(made, "deletedRecord", "no")
    _add(made, "granularity", "YYYY-MM-DDThh:mm:ssZ")
    return made


def _formats(request: HttpRequest, given: dict[str, str]) -> ET.Element:
    if "identifier" in given:
        _row_of(request, given["identifier"])
    made = ET.Element(f"{{{_OAI}}}ListMetadataFormats")
    one = _add(made, "metadataFormat", "")
    _add(one, "metadataPrefix", "oai_dc")
    _add(one, "schema", f"{_OAI}oai_dc.xsd")
    _add(one, "metadataNamespace", _OAI_DC)
    return made


def _sets(request: HttpRequest, given: dict[str, str]) -> ET.Element:
    if "resumptionToken" in given:
        raise _Refused("badResumptionToken", "the sets are given in one answer")
    made = ET.Element(f"{{{_OAI}}}ListSets")
    for profile in PROFILES:
        one = _add(made, "set", "")
        _add(one, "setSpec", profile)
        _add(one, "setName", profile.replace("-", " "))
    return made


def _get_record(request: HttpRequest, given: dict[str, str]) -> ET.Element:
    made = ET.Element(f"{{{_OAI}}}GetRecord")
    made.append(_record(request, _row_of(request, given["identifier"])))
    return made


def _list_records(request: HttpRequest, given: dict[str, str]) -> ET.Element:
    return _listed(request, given, "ListRecords", _record)


def _list_identifiers(request: HttpRequest, given: dict[str, str]) -> ET.Element:
    return _listed(request, given, "ListIdentifiers", _header)


_Make = Callable[[HttpRequest, LibraryDocument], ET.Element]


def _listed(request: HttpRequest, given: dict[str, str], verb: str, make: _Make) -> ET.Element:
    since, until, profile, offset = _span(given)
    total, rows = harvest(desk_database(), since, until, profile, offset, _AT_ONCE)
    if not rows:
        raise _Refused("noRecordsMatch", "no document of the library is within these bounds")
    made = ET.Element(f"{{{_OAI}}}{verb}")
    made.extend(make(request, row) for row in rows)
    after = offset + len(rows)
    if offset or after < total:
        token = _token(since, until, profile, after) if after < total else ""
        left = _add(made, "resumptionToken", token)
        left.set("completeListSize", str(total))
        left.set("cursor", str(offset))
    return made


def _span(given: dict[str, str]) -> tuple[str, str, str, int]:
    """From when, until when, of which set and after how many. Raises ``_Refused``."""
    if "resumptionToken" in given:
        return _untoken(given["resumptionToken"])
    bounds = [given.get("from", ""), given.get("until", "")]
    for bound in bounds:
        if bound and not _is_moment(bound):
            raise _Refused("badArgument", f"no date: {bound}; give 2026-12-01 or 2026-12-01T09:00:00Z")
    since, until = bounds
    if since and until and (len(since) != len(until) or since > until):
        raise _Refused("badArgument", "from and until are of one precision, from not after until")
    profile = given.get("set", "")
    if profile and profile not in PROFILES:
        raise _Refused("noRecordsMatch", "there is no such set")
    end = f"{until}T23:59:59Z" if until and "T" not in until else until
    return since.replace("Z", "+00:00"), end.replace("Z", "+00:00"), profile, 0


def _is_moment(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return bool(_DAY.fullmatch(text))


def _token(*parts: str | int) -> str:
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


def _untoken(token: str) -> tuple[str, str, str, int]:
    try:
        since, until, profile, offset = json.loads(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)))
        bounds = (str(since), str(until), str(profile))
        if not isinstance(offset, int) or not 0 <= offset < _MOST_ADDRESSES * _AT_ONCE or "\x00" in "".join(bounds):
            raise ValueError
    except (ValueError, TypeError, binascii.Error):
        raise _Refused("badResumptionToken", "this token was not given out here; begin again") from None
    return (*bounds, offset)


def _row_of(request: HttpRequest, identifier: str) -> LibraryDocument:
    """The document of an identifier, ``oai:host:symbol:language``. Raises ``_Refused``."""
    prefix = _identifier(request, "", "").removesuffix(":")
    address, _, language = identifier.removeprefix(prefix).rpartition(":")
    known = identifier.startswith(prefix) and "\x00" not in identifier
    row = find_document(desk_database(), address, language) if known else None
    if row is None:
        raise _Refused("idDoesNotExist", "no document of the library has this identifier")
    return row


def _identifier(request: HttpRequest, address: str, language: str) -> str:
    return f"oai:{request.get_host().partition(':')[0]}:{address}:{language}"


def _header(request: HttpRequest, row: LibraryDocument) -> ET.Element:
    made = ET.Element(f"{{{_OAI}}}header")
    _add(made, "identifier", _identifier(request, row.address, row.language))
    _add(made, "datestamp", _stamp(row.added_at))
    _add(made, "setSpec", row.profile)
    return made


def _record(request: HttpRequest, row: LibraryDocument) -> ET.Element:
    made = ET.Element(f"{{{_OAI}}}record")
    made.append(_header(request, row))
    core = ET.SubElement(_add(made, "metadata", ""), f"{{{_OAI_DC}}}dc")
    core.set(f"{{{_XSI}}}schemaLocation", f"{_OAI_DC} {_OAI}oai_dc.xsd")
    address = request.build_absolute_uri(reverse("document", args=[row.address, row.language]))
    for name, value in (
        ("title", row.title),
        ("identifier", row.symbol),
        ("identifier", address),
        ("date", row.date),
        ("language", row.language),
        ("type", row.profile),
        ("publisher", "United Nations" if row.symbol else ""),
    ):
        if value:
            ET.SubElement(core, f"{{{_DC}}}{name}").text = _fit(value)
    return made


_VERBS: dict[str, Callable[[HttpRequest, dict[str, str]], ET.Element]] = {
    "Identify": _identify,
    "ListMetadataFormats": _formats,
    "ListSets": _sets,
    "GetRecord": _get_record,
    "ListRecords": _list_records,
    "ListIdentifiers": _list_identifiers,
}


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """The addresses of the site: its sections, each document in each language, each State and treaty."""
    root = ET.Element("urlset", xmlns=_SITEMAP)
    places = [reverse(name) for name in ("home", "documents", "states", "treaties", "mandates", "calendar", "licence")]
    places += [reverse("state", args=[code]) for code, one in states().items() if not one.ended]
    places += [reverse("treaty", args=[name]) for name in treaties()]
    entries = [(place, "") for place in places]
    _total, rows = harvest(desk_database(), "", "", "", 0, _MOST_ADDRESSES - len(entries))
    entries += [(reverse("document", args=[row.address, row.language]), row.added_at) for row in rows]
    for place, changed in entries:
        one = ET.SubElement(root, "url")
        ET.SubElement(one, "loc").text = request.build_absolute_uri(place)
        if changed:
            ET.SubElement(one, "lastmod").text = _stamp(changed)
    return _xml(root)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What robots may read: documents and records, not every view of a list or a search."""
    kept_out = ("/search/", "/accounts/", "/work/", "/report-error/", f"/*?*{urlencode({'format': ''})}", "/*?*sort=")
    lines = ["User-agent: *", *(f"Disallow: {place}" for place in kept_out)]
    lines.append(f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def _newest() -> str:
    total, _rows = harvest(desk_database(), "", "", "", 0, 1)
    _, last = harvest(desk_database(), "", "", "", max(total - 1, 0), 1)
    return _stamp(last[0].added_at) if last else "1970-01-01T00:00:00Z"


def _stamp(moment: str) -> str:
    return moment.replace("+00:00", "Z")


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    made = ET.SubElement(parent, f"{{{_OAI}}}{name}")
    made.text = _fit(text) or None
    return made


def _fit(text: str) -> str:
    return _UNFIT.sub("\ufffd", text)


def _xml(root: ET.Element) -> HttpResponse:
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return HttpResponse(content, content_type="application/xml; charset=utf-8")
