"""The body of a table as HTML in one go: a template for each cell would take longer than all else on a page."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

register = template.Library()


@register.simple_tag
def table_rows(rows: Iterable[Iterable[Mapping[str, Any]]]) -> SafeString:
    """The rows of ``parts/table.html``; the first cell of each is its head."""
    words = _safe(gettext("source"))
    # Every value is escaped where it is put in, by _safe.
    return mark_safe("\n".join(f"<tr>{''.join(_row(row, words))}</tr>" for row in rows))


def _row(row: Iterable[Mapping[str, Any]], words: str) -> Iterator[str]:
    for place, cell in enumerate(row):
        if place:
            number = ' class="number"' if cell.get("number") else ""
            label = f' data-label="{_safe(cell["label"])}"' if cell.get("label") else ""
            yield f"<td{number}{label}>{_cell(cell, words)}</td>"
        else:
            yield f'<th scope="row">{_cell(cell, words)}</th>'


def _cell(cell: Mapping[str, Any], words: str) -> str:
    text = _safe(cell["text"])
    if not text:
        shown = ""
    elif cell.get("time"):
        shown = f'<time datetime="{_safe(cell["time"])}">{text}</time>'
    else:
        place = "".join(f' {name}="{_safe(cell[name])}"' for name in ("lang", "dir") if cell.get(name))
        shown = f"<bdi{place}>{text}</bdi>"
    if cell.get("url"):
        shown = f'<a href="{_safe(cell["url"])}">{shown}</a>'
    if cell.get("doubt"):
        shown += " " + render_to_string("verbale/parts/uncertain.html", {"why": cell["doubt"]})
    if cell.get("source_url"):
        link = f'<a class="small" href="{_safe(cell["source_url"])}">{words}'
        shown += f' {link}<span class="sr"> – {text}</span></a>'
    return shown


def _safe(value: object) -> str:
    """A value as HTML: escaped, unless it is HTML already."""
    made = getattr(value, "__html__", None)
    return str(made()) if made else html.escape(str(value))
