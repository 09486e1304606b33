"""A document as it was issued: the picture of a page with the words of a unit marked, or the text of the source."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from verbale.app.page_images import Box, PageLetters, find_boxes, get_page_letters, get_page_picture, has_pages
from verbale.errors import BadReference
from verbale.model.node import Node, NodeKind
from verbale.render.page_view import source_html, tree_html
from verbale.web.current_desk import current_site, desk_database
from verbale.web.shown_documents import ShownDocument, of_document
from verbale.web.templatetags.written_words import direction
from verbale.web.unit_names import names_of

_LONGEST_CACHE = 365 * 24 * 3600  # seconds: the page of a content never changes


@of_document
def page(request: HttpRequest, shown: ShownDocument, page: str) -> HttpResponse:
    """A page as it was issued, with the units that begin on it."""
    _require_pages(shown)
    return _page(request, shown, int(page))


def _page(request: HttpRequest, shown: ShownDocument, page: int) -> HttpResponse:
    letters = get_page_letters(desk_database(), shown.row, page)
    at = request.GET.get("at", "")
    units = [node for node in shown.document.nodes if node.page == page and node.kind is not NodeKind.FURNITURE]
    chosen = next((node for node in shown.document.nodes if node.ref == at), None)
    names = names_of(shown.document)
    context = {
        **_context(shown, _("Page %(page)s as issued") % {"page": page}),
        "page": page,
        "pages": letters.pages,
        "letters": letters,
        "picture_url": shown.url("document-picture", page=page),
        "boxes": find_boxes(shown.document, chosen, letters) if chosen else (),
        "chosen": chosen,
        "chosen_name": names.of(chosen) if chosen else "",
        "chosen_url": f"{shown.joined()}at={at}#{at}" if chosen else "",
        "units": [_unit(shown, node, names.of(node), page) for node in units],
        "pager": _pager(shown, page, letters, at),
    }
    return render(request, "verbale/page_as_issued.html", context)


def _unit(shown: ShownDocument, node: Node, name: str, page: int) -> dict[str, object]:
    return {
        "name": name,
        "begins": node.text[:80],
        "url": f"{shown.joined('document-page', page=page)}at={node.ref}",
        "language": (node.language or shown.row.language),
        "ref": node.ref,
    }


def _pager(shown: ShownDocument, page: int, letters: PageLetters, at: str) -> dict[str, object]:
    return {
        "number": page,
        "count": letters.pages,
        "previous_url": f"{shown.joined('document-page', page=page - 1)}at={at}" if page > 1 else "",
        "next_url": f"{shown.joined('document-page', page=page + 1)}at={at}" if page < letters.pages else "",
    }


@of_document
def picture(request: HttpRequest, shown: ShownDocument, page: str) -> HttpResponse:
    """The picture of a page."""
    _require_pages(shown)
    content = get_page_picture(desk_database(), current_site().folder, shown.row, int(page))
    response = HttpResponse(content, content_type="image/png")
    response["Cache-Control"] = f"max-age={_LONGEST_CACHE}" if shown.kept else "max-age=3600"
    return response


def _require_pages(shown: ShownDocument) -> None:
    if not has_pages(shown.document):
        raise BadReference(shown.name, _("has no pages that can be shown; it was received as text"))


@of_document
def source(request: HttpRequest, shown: ShownDocument) -> HttpResponse:
    """The text of the source beside what was read in it."""
    context = {
        **_context(shown, _("Source and text")),
        "source": mark_safe(source_html(shown.document)),
        "tree": mark_safe(tree_html(shown.document)),
        "coverage": shown.document.coverage,
    }
    return render(request, "verbale/document_source.html", context)


def _context(shown: ShownDocument, title: str) -> dict[str, object]:
    crumbs = [
        {"label": _("Documents"), "url": reverse("documents")},
        {"label": shown.name, "url": shown.url()},
        {"label": title},
    ]
    return {
        "title": f"{shown.name} – {title}",
        "heading": title,
        "shown": shown,
        "section": "documents",
        "crumbs": crumbs,
        "language": shown.row.language,
        "dir": direction(shown.row.language),
    }


__all__ = ["Box", "page", "picture", "source"]
