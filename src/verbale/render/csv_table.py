"""Rows for a spreadsheet, and the nodes of a document as such."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence

from verbale.model.document import Document
from verbale.render.selection import depths, language_code

# A spreadsheet takes what begins so for a formula, and runs it. A number is none.
_FORMULA = re.compile(r"[\s\x00]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
_NUMBER = re.compile(r"[+-]?\d[\d.,]*%?")
_NODE_COLUMNS = ("ref", "kind", "label", "parent", "depth", "page", "language", "text", "notes", "links")


def csv_rows(columns: Sequence[str], rows: Iterable[Sequence[object]], *, line_end: str = "\n") -> str:
    """A header and rows as CSV, lines ending in LF where no other end is named.

    A cell that a spreadsheet would run as a formula begins with an apostrophe.
    """
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator=line_end)
    writer.writerow(columns)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return lines.getvalue()


def _harmless(cell: object) -> object:
    if isinstance(cell, str):
        cell = cell.replace("\r\n", "\n").replace("\r", "\n")  # the writer quotes no bare carriage return
    if isinstance(cell, str) and _FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def node_csv(document: Document) -> str:
    """One row a node, furniture too, in reading order.

    ``notes`` are the footnotes called, ``links`` the addresses, both as JSON with their offsets into the text.
    """
    return csv_rows(_NODE_COLUMNS, _node_rows(document))


def _node_rows(document: Document) -> Iterator[tuple[object, ...]]:
    depth_of = depths(document)
    for node in document.nodes:
        notes = [{"at": mark.at, "ref": mark.ref} for mark in node.notes]
        links = [{"start": link.start, "end": link.end, "href": link.target} for link in node.links]
        yield (
            *(node.ref, node.kind.value, node.label or "", node.parent, depth_of[node.ref], node.page or ""),
            *(language_code(document, node), node.text),
            *(json.dumps(found, ensure_ascii=False) if found else "" for found in (notes, links)),
        )
