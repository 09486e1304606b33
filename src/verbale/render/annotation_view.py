"""Annotations as people want to see them: a table in the terminal, rows for a spreadsheet, a page."""

from __future__ import annotations

import io
import json
from collections.abc import Collection, Mapping, Sequence
from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text

from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.document import Document
from verbale.model.node import Node, NodeKind
from verbale.render.annotated_runs import outermost
from verbale.render.csv_table import csv_rows
from verbale.render.html_page import html_page
from verbale.render.inline_html import escaped, labelled, language_attributes
from verbale.render.selection import direction, heading_of, language_code, visible

_STYLES: Mapping[AnnotationKind, str] = {
    AnnotationKind.CITATION: "blue",
    AnnotationKind.DATE: "magenta",
    AnnotationKind.STATE: "green",
    AnnotationKind.TREATY: "yellow",
    AnnotationKind.QUANTITY: "cyan",
    AnnotationKind.REFERENCE: "bright_black",
}
_COLUMNS = ("ref", "kind", "start", "end", "text", "value", "rule")
_MAIN_KEYS = ("symbol", "iso3", "id", "number", "start", "ref")


def annotation_table(
    document: Document, kinds: Collection[AnnotationKind] = (), *, width: int = 100, colour: bool = False
) -> str:
    """A table for the terminal: where, what kind, as printed, and the value with what qualifies it."""
    console = Console(width=width, force_terminal=colour, no_color=not colour, file=io.StringIO(), highlight=False)
    table = Table(box=None, pad_edge=False, header_style="bold" if colour else "")
    for name in ("where", "kind", "as printed", "value"):
        table.add_column(name, overflow="fold", no_wrap=name in ("where", "kind"))
    found = document.annotated(kinds)
    for one in found:
        table.add_row(visible(one.ref), Text(one.kind.value, _STYLES[one.kind]), visible(one.text), value_line(one))
    with console.capture() as capture:
        console.print(Text(heading_of(document), "bold" if colour else ""))
        console.print(table)
        console.print(_counted(found))
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def value_line(annotation: Annotation) -> str:
    """The value in one line: its main part first, then what qualifies it."""
    value = annotation.value
    main = next((value[key] for key in _MAIN_KEYS if value.get(key) is not None), "unresolved")
    if annotation.kind is AnnotationKind.DATE and value.get("end") not in (None, value.get("start")):
        main = f"{value['start']}/{value['end']}"
    rest = [
        key if item is True else f"{key} {_plain(item)}"
        for key, item in value.items()
        if item not in (None, False) and item != main and key not in ("start", "end")
    ]
    return visible(", ".join([str(main), *rest]))


def highlighted_html(annotation: Annotation, content: str) -> str:
    """HTML in a mark that tells what was found there."""
    counted = escaped(f"{annotation.kind.value}: {value_line(annotation)}")
    return f'<mark class="{annotation.kind.value}" title="{counted}">{content}</mark>'


def _plain(item: object) -> str:
    return " ".join(map(str, item)) if isinstance(item, list | tuple) else str(item)


def _counted(found: Sequence[Annotation]) -> str:
    counts = {kind: sum(one.kind is kind for one in found) for kind in AnnotationKind}
    counted = [f"{count} {kind.value}" for kind, count in counts.items() if count]
    return f"{len(found)} found: {', '.join(counted)}" if counted else "nothing found"


def annotation_csv(document: Document, kinds: Collection[AnnotationKind] = ()) -> str:
    """One row an annotation, offsets into the node's text, the value as JSON."""
    found = document.annotated(kinds)
    values = (json.dumps(dict(one.value), ensure_ascii=False) for one in found)
    return csv_rows(
        _COLUMNS,
        (
            (one.ref, one.kind.value, one.start, one.end, one.text, value, one.rule)
            for one, value in zip(found, values, strict=True)
        ),
    )


def annotation_page(document: Document, kinds: Collection[AnnotationKind] = ()) -> str:
    """A page with the document's words highlighted where something was found; each tells its value."""
    by_ref = {ref: list(group) for ref, group in groupby(document.annotated(kinds), key=lambda one: one.ref)}
    shown = [node for node in document.nodes if node.kind is not NodeKind.FURNITURE and node.text]
    paragraphs = "".join(_paragraph(document, node, by_ref.get(node.ref, [])) for node in shown)
    return html_page(
        heading_of(document),
        f"<main>\n{_legend()}{paragraphs}</main>\n",
        *("document.css", "annotations.css"),
        language=language_code(document),
        direction=direction(document),
    )


def _legend() -> str:
    entries = "".join(f'<li><mark class="{kind.value}">{kind.value}</mark></li>' for kind in AnnotationKind)
    return f'<ul class="legend" dir="ltr" lang="en">{entries}</ul>\n'


def _paragraph(document: Document, node: Node, found: list[Annotation]) -> str:
    parts, at = [labelled(node)], 0
    for one in outermost(found):
        parts.append(escaped(node.text[at : one.start]))
        parts.append(highlighted_html(one, escaped(one.text)))
        at = one.end
    parts.append(escaped(node.text[at:]))
    attributes = language_attributes(document, node)
    return f'<p id="{escaped(node.ref)}" class="{node.kind.value}"{attributes}>{"".join(parts)}</p>\n'
