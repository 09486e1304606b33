"""What programs that gather citations read on the page of a document: Highwire and Dublin Core terms, schema.org."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from verbale.web.shown_documents import ShownDocument

_PUBLISHER = "United Nations"
# What ends a script or begins a comment in HTML is written so that it does neither.
_HARMLESS = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
_TYPES = {"resolution": "Legislation", "decision": "Legislation", "report": "Report"}


def citation_terms(request: HttpRequest, shown: ShownDocument) -> list[tuple[str, str]]:
    """Names and contents of ``<meta>``; what is not known is left out."""
    row, facts = shown.row, shown.document.facts
    url = request.build_absolute_uri(shown.url())
    day = facts.adopted or facts.date or ""
    terms = [
        ("citation_title", row.title or shown.name),
        ("citation_publication_date", day.replace("-", "/")),
        ("citation_technical_report_number", row.symbol),
        ("citation_technical_report_institution", _PUBLISHER if row.symbol else ""),
        ("citation_language", row.language),
        ("citation_pdf_url", request.build_absolute_uri(shown.url("document-form", form="pdf"))),
        ("citation_fulltext_html_url", url),
        ("DC.title", row.title or shown.name),
        ("DC.identifier", row.symbol or url),
        ("DC.date", day),
        ("DC.language", row.language),
        ("DC.publisher", _PUBLISHER if row.symbol else ""),
        ("DC.type", row.profile),
    ]
    return [(name, content) for name, content in terms if content]


def schema_data(request: HttpRequest, shown: ShownDocument) -> SafeString:
    """The document for schema.org, as JSON that may stand in a ``<script>``."""
    row, facts = shown.row, shown.document.facts
    data: Mapping[str, object] = {
        "@context": "https://schema.org",
        "@type": _TYPES.get(row.profile, "CreativeWork"),
        "name": row.title or shown.name,
        "identifier": row.symbol,
        "url": request.build_absolute_uri(shown.url()),
        "inLanguage": row.language,
        "datePublished": facts.adopted or facts.date,
        "publisher": {"@type": "Organization", "name": _PUBLISHER} if row.symbol else None,
        "version": row.reading,
        "encoding": [
            {"@type": "MediaObject", "encodingFormat": kind, "contentUrl": request.build_absolute_uri(url)}
            for kind, url in (
                ("application/json", shown.url("document-form", form="json")),
                ("application/akn+xml", shown.url("document-form", form="xml")),
            )
        ],
    }
    written = json.dumps({key: value for key, value in data.items() if value}, ensure_ascii=False)
    return mark_safe(written.translate(_HARMLESS))


def alternates(request: HttpRequest, shown: ShownDocument) -> Iterator[tuple[str, str]]:
    """The other languages of a document: code and absolute address."""
    for one in shown.versions:
        if one.current:
            url = reverse("document", args=[one.address, one.language])
            yield one.language, request.build_absolute_uri(url)
