"""The verb ``convert``: a document tree to a file that people or programs read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from verbale.akn.writer import write_akn
from verbale.model.document import Document
from verbale.render.annotation_view import annotation_csv
from verbale.render.csv_table import node_csv
from verbale.render.docx_document import docx_document
from verbale.render.html_document import html_document
from verbale.render.markdown import markdown_document
from verbale.render.pdf_document import pdf_document
from verbale.render.rendering import Rendering
from verbale.render.text_view import text_view

__all__ = ["FORMS", "ConvertOptions", "convert_document"]


@dataclass(frozen=True, slots=True)
class ConvertOptions:
    """How a result is to be.

    ``annotations`` lights in a page what was found, and makes a table one of annotations and not of nodes.
    ``letterhead`` completes the masthead by what is known of the document.
    """

    annotations: bool = False
    letterhead: bool = False


@dataclass(frozen=True, slots=True)
class OutputFormat:
    """A format: the ending of its files, whether it is no text, which options it takes, and its writer.

    ``found`` is whether what was found in a document is a part of the format, wished for or not.
    """

    ending: str
    binary: bool
    options: frozenset[str]
    write: Callable[[Document, ConvertOptions], Rendering]
    found: bool = False


def _page(document: Document, options: ConvertOptions) -> Rendering:
    found = document.annotations if options.annotations else ()
    return _text(html_document(document, annotations=found, letterhead=options.letterhead))


def _table(document: Document, options: ConvertOptions) -> Rendering:
    return _text(annotation_csv(document) if options.annotations else node_csv(document))


def _text(text: str) -> Rendering:
    return Rendering(text.encode("utf-8"))


FORMS: Mapping[str, OutputFormat] = {
    "html": OutputFormat(".html", False, frozenset({"annotations", "letterhead"}), _page),
    "docx": OutputFormat(
        ".docx",
        True,
        frozenset({"letterhead"}),
        lambda document, options: docx_document(document, letterhead=options.letterhead),
    ),
    "pdf": OutputFormat(
        ".pdf",
        True,
        frozenset({"letterhead"}),
        lambda document, options: pdf_document(document, letterhead=options.letterhead),
    ),
    "text": OutputFormat(".txt", False, frozenset(), lambda document, options: _text(text_view(document))),
    "md": OutputFormat(".md", False, frozenset(), lambda document, options: _text(markdown_document(document))),
    "akn": OutputFormat(
        ".xml", False, frozenset(), lambda document, options: Rendering(write_akn(document)), found=True
    ),
    "csv": OutputFormat(".csv", False, frozenset({"annotations"}), _table),
}
"""Every format that a document is converted to."""


def convert_document(document: Document, form: str, options: ConvertOptions | None = None) -> Rendering:
    """One document in one of ``FORMS``; a finding tells of everything the format could not show."""
    return FORMS[form].write(document, options or ConvertOptions())
