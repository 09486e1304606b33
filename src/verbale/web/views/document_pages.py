"""A document of the library in one language: its text, what it cites, what cites it, its versions, its downloads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from verbale.app.cited_documents import (
    CitedDocument,
    CitingDocument,
    cited_symbol,
    find_cited,
    find_citing_documents,
)
from verbale.app.encoding import encode
from verbale.app.page_images import has_pages
from verbale.store.library_store import find_holding
from verbale.web.citation_metadata import alternates, citation_terms, schema_data
from verbale.web.current_desk import desk_database, search_index
from verbale.web.fact_links import KIND_NAMES
from verbale.web.shown_documents import (
    ShownDocument,
    available_languages,
    led_on,
    missing,
    of_document,
    standing_rows,
)
from verbale.web.templatetags.written_words import direction, language_name, profile_name
from verbale.web.unit_names import names_of
from verbale.web.written_units import UnitWriter

_SHOWN = 8  # documents that are named at the side; all are on a page of their own


@require_safe
def any_language(request: HttpRequest, address: str) -> HttpResponse:
    """Lead on to a document in the language of the interface, else in English, else in what there is."""
    return led_on(request, address) if standing_rows(address) else missing(request, address)


@of_document
def document(request: HttpRequest, shown: ShownDocument) -> HttpResponse:
    """The page of a document; ``?format=json`` gives what was read (schema ``verbale-document/1``)."""
    if request.GET.get("format") == "json":
        return HttpResponse(encode(shown.document), content_type="application/json")
    at, facts = request.GET.get("at", ""), bool(request.GET.get("facts"))
    nodes = {node.ref: node for node in shown.document.nodes}
    writer = UnitWriter(
        shown.document,
        place=shown.joined() + ("facts=1&" if facts else ""),
        at=at,
        cited=_citation(request, shown, at) if at in nodes else SafeString(""),
        facts=facts,
        held=find_holding(desk_database(), {cited_symbol(one) for one in shown.document.annotations}) if facts else (),
    )
    refs = set(nodes)
    context = {
        "shown": shown,
        "document": shown.document,
        "written": writer.write(),
        "at_missing": at if at and at not in nodes else "",
        "facts": facts,
        "legend": _legend(shown) if facts else (),
        "doubts": [one for one in shown.document.findings if one.ref not in refs],
        **_place(shown),
        **_relations(shown),
        "terms": citation_terms(request, shown),
        "schema": schema_data(request, shown),
        "alternates": list(alternates(request, shown)),
        "canonical": request.build_absolute_uri(shown.url()),
    }
    return render(request, "verbale/document.html", context)


def _place(shown: ShownDocument) -> dict[str, Any]:
    """Where the page stands, and the pages beside it."""
    row, newest = shown.row, shown.newest()
    standing = [one for one in shown.versions if one.current]
    return {
        "section": "documents",
        "language": row.language,
        "dir": direction(row.language),
        "available": available_languages(standing, row.language),
        "kind": profile_name(row.profile),
        "newest": newest,
        "version_count": len(shown.of_language()),
        "compare_with": [one.language for one in standing] if len(standing) > 1 else [],
        "downloads": downloads(shown),
        "pages_url": shown.url("document-page", page=1) if has_pages(shown.document) else "",
        "source_url": shown.url("document-source"),
        "facts_url": shown.url("document-facts"),
        "citations_url": shown.url("document-citations"),
        "versions_url": shown.url("document-versions"),
    }


def _relations(shown: ShownDocument) -> Mapping[str, Any]:
    """What the document cites most, and what cites it."""
    database = desk_database()
    cited: Sequence[CitedDocument] = find_cited(database, shown.document)
    total, citing = find_citing_documents(database, search_index(), shown.row.symbol)
    ranked = sorted(cited, key=lambda one: -one.count)
    found: Sequence[CitingDocument] = citing
    return {
        "cited": ranked[:_SHOWN],
        "cited_count": len(cited),
        "citing": found[:_SHOWN],
        "citing_count": len(found),
        "citing_units": total,
    }


def _legend(shown: ShownDocument) -> list[dict[str, object]]:
    counts = Counter(one.kind for one in shown.document.annotations)
    return [
        {"fact": kind.value, "sign": "", "label": name, "count": counts[kind]}
        for kind, name in KIND_NAMES.items()
        if counts[kind]
    ]


def _citation(request: HttpRequest, shown: ShownDocument, at: str) -> SafeString:
    """How a unit is cited, as it stands below it."""
    node = next(one for one in shown.document.nodes if one.ref == at)
    fixed = ShownDocument(shown.row, shown.document, shown.versions, kept=True)
    names = names_of(shown.document)
    page = node.page if node.page and has_pages(shown.document) else None
    context = {
        "name": names.of(node),
        "citation": names.citation(node, request.build_absolute_uri(f"{shown.joined()}at={at}#{at}")),
        "language_name": language_name(shown.row.language),
        "fixed_url": f"{fixed.joined()}at={at}#{at}",
        "page": page,
        "page_url": f"{shown.joined('document-page', page=page)}at={at}" if page else "",
        "source_url": "" if page else f"{shown.joined('document-source')}at={at}#{at}",
    }
    return render_to_string("verbale/parts/citation.html", context)


def downloads(shown: ShownDocument) -> list[dict[str, str]]:
    """What can be taken away: the name of each form and its address."""
    forms = (
        ("HTML", "html"),
        ("DOCX", "docx"),
        ("PDF", "pdf"),
        ("Akoma Ntoso", "xml"),
        ("TXT", "txt"),
        ("CSV", "csv"),
        ("JSON", "json"),
    )
    return [{"name": name, "url": shown.url("document-form", form=form)} for name, form in forms]
