"""What was found in a document as a list, and what it cites and what cites it as another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from verbale.app.cited_documents import cited_symbol, find_cited, find_citing_documents
from verbale.store.library_store import find_holding
from verbale.web.current_desk import desk_database, search_index
from verbale.web.fact_links import KIND_NAMES, link_of
from verbale.web.lists import Choice, Column, Row, Table, list_response
from verbale.web.shown_documents import ShownDocument, of_document
from verbale.web.templatetags.written_words import language_name, written_date


@of_document
def facts(request: HttpRequest, shown: ShownDocument) -> HttpResponse:
    """Everything that was found in a document: its words, its value, its paragraph, the rule that found it."""
    place = shown.joined()
    columns = (
        Column("text", _("Words"), language=lambda row: shown.row.language),
        Column("kind", _("Kind"), show=lambda kind: names[kind]),
        Column("value", _("Value"), link=lambda row: str(row["leads_to"])),
        Column("ref", _("Paragraph"), link=lambda row: f"{place}facts=1&at={row['ref']}#{row['ref']}"),
        Column("doubt", _("Doubt")),
        Column("rule", _("Rule")),
        Column("leads_to", _("Leads to"), hidden=True),
        Column("start", "start", hidden=True),
        Column("end", "end", hidden=True),
    )
    names = {kind.value: str(name) for kind, name in KIND_NAMES.items()}
    choices = (Choice("kind", _("Kind"), names), Choice("doubt", _("Doubt")))
    title = _("Found in %(document)s") % {"document": shown.name}
    table = Table("facts", title, columns, list(_found(shown)), choices, stack=True)
    return list_response(request, "verbale/list.html", table, _context(shown, title))


def _found(shown: ShownDocument) -> Iterator[Row]:
    document = shown.document
    held = find_holding(desk_database(), {cited_symbol(one) for one in document.annotations})
    beside: dict[str, list[Any]] = {}
    for one in document.annotations:
        beside.setdefault(one.ref, []).append(one)
    for one in document.annotations:
        link = link_of(one, beside[one.ref], held, document.language)
        url = shown.url() + link.url if link.url.startswith("#") else link.url
        yield {
            "text": one.text,
            "kind": one.kind.value,
            "value": link.value,
            "ref": one.ref,
            "doubt": link.doubt,
            "rule": one.rule,
            "leads_to": url,
            "start": one.start,
            "end": one.end,
        }


@of_document
def citations(request: HttpRequest, shown: ShownDocument) -> HttpResponse:
    """What a document cites, and what of the library cites it."""
    columns = (
        Column("symbol", _("Symbol"), link=lambda row: str(row["leads_to"])),
        Column("way", _("Direction"), show=lambda way: ways[way]),
        Column("title", _("Title"), language=lambda row: str(row["language"])),
        Column("date", _("Date"), kind="date", show=written_date),
        Column("count", _("Mentions"), kind="number"),
        Column("refs", _("Paragraphs")),
        Column("language", _("Language"), show=language_name),
        Column("in_library", _("In the library"), show=lambda held: _("yes") if held == "yes" else _("no")),
        Column("leads_to", _("Leads to"), hidden=True),
    )
    ways = {"cited": _("cited here"), "citing": _("cites this document")}
    choices = (Choice("way", _("Direction"), ways), Choice("in_library", _("In the library")))
    title = _("Citations of %(document)s") % {"document": shown.name}
    rows = [*_cited(shown), *_citing(shown)]
    table = Table("citations", title, columns, rows, choices, stack=True)
    return list_response(request, "verbale/list.html", table, _context(shown, title))


def _cited(shown: ShownDocument) -> Iterator[Row]:
    for one in find_cited(desk_database(), shown.document):
        held = bool(one.address)
        yield {
            "symbol": one.symbol,
            "way": "cited",
            "title": "",
            "date": "",
            "count": one.count,
            "refs": one.refs,
            "language": "",
            "in_library": "yes" if held else "no",
            "leads_to": reverse("document-any", args=[one.address]) if held else one.official,
        }


def _citing(shown: ShownDocument) -> Iterator[Row]:
    for one in find_citing_documents(desk_database(), search_index(), shown.row.symbol)[1]:
        url = reverse("document", args=[one.address, one.language])
        yield {
            "symbol": one.address,
            "way": "citing",
            "title": one.title,
            "date": one.date,
            "count": len(one.refs),
            "refs": one.refs,
            "language": one.language,
            "in_library": "yes",
            "leads_to": f"{url}?at={one.refs[0]}#{one.refs[0]}" if one.refs else url,
        }


def _context(shown: ShownDocument, title: str) -> dict[str, object]:
    crumbs = [
        {"label": _("Documents"), "url": reverse("documents")},
        {"label": shown.name, "url": shown.url()},
        {"label": title},
    ]
    return {"title": title, "section": "documents", "crumbs": crumbs}
