"""A list on a page: filtered, sorted, a page at a time. Its address says all of it; CSV and JSON give exactly it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.text import slugify

from verbale.lexicon.folding import fold
from verbale.render.csv_table import csv_rows
from verbale.web.templatetags.written_words import direction

_PAGE = 200  # rows of a page: a list of all States fits on one
_FORMATS = ("csv", "json")

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key in rows and in CSV and JSON, its heading, and how its cells are shown.

    ``kind`` is ``text``, ``number`` or ``date`` (ISO 8601). ``link`` gives the address that a cell leads to, ``show``
    its words where they are others than its value, ``language`` that of its words where it is not the interface's.
    ``write`` gives the words of a cell from its row, for the rows of a page alone: what is long to find is found there.
    ``hidden`` columns are in CSV and JSON alone. ``rank`` gives what rows are sorted by where that is not the value.
    """

    key: str
    heading: str
    kind: str = "text"
    link: Callable[[Row], str] | None = None
    show: Callable[[Any], object] | None = None
    language: Callable[[Row], str] | None = None
    hidden: bool = False
    rank: Callable[[Row], Any] | None = None
    write: Callable[[Row], object] | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter by the value of a column: its values with their names and counts."""

    key: str
    heading: str
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """A list: its name for files, its caption, its columns and rows, and the columns that it can be filtered by.

    ``order`` is the column that it is sorted by at first (``-key`` falling); as the rows come where it is empty.
    ``stack`` sets the cells of a row one under the other on a narrow screen.
    """

    name: str
    caption: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    choices: Sequence[Choice] = ()
    order: str = ""
    stack: bool = False


def list_response(
    request: HttpRequest, template: str, table: Table, context: Mapping[str, object] | None = None
) -> HttpResponse:
    """The page of a list, or its CSV or JSON where ``?format=`` asks for one. ``template`` is given ``table``."""
    shown = arrange(request, table)
    wanted = request.GET.get("format", "")
    if wanted == "csv":
        return _csv(table, shown["found"])
    if wanted == "json":
        return JsonResponse(
            {
                "address": request.build_absolute_uri(),
                "total": shown["total"],
                "rows": _plain(table, shown["found"]),
            },
            json_dumps_params={"ensure_ascii": False},
        )
    return render(request, template, {**(context or {}), "table": shown})


def arrange(request: HttpRequest, table: Table) -> dict[str, Any]:
    """A list as the address of the page asks for it: ``q``, a value for each choice, ``sort``, ``page``."""
    words = request.GET.get("q", "").strip()[:_PAGE]
    chosen = {choice.key: request.GET.get(choice.key, "") for choice in table.choices}
    rows = [row for row in table.rows if _has_words(row, table, words)]
    choices = [_choice(choice, rows, chosen) for choice in table.choices]
    rows = [row for row in rows if all(not value or str(row[key]) == value for key, value in chosen.items())]
    sort = request.GET.get("sort", "") or table.order
    rows = _sorted(rows, table, sort)
    pages = max(1, -(-len(rows) // _PAGE))
    page = min(page_number(request.GET.get("page", "")), pages)
    shown = [column for column in table.columns if not column.hidden]
    return {
        "name": table.name,
        "caption": table.caption,
        "stack": table.stack,
        "columns": [_heading(column, sort, request) for column in shown],
        "found": rows,
        "rows": [_cells(row, shown) for row in rows[(page - 1) * _PAGE : page * _PAGE]],
        "total": len(rows),
        "of": len(table.rows),
        "words": words,
        "sort": request.GET.get("sort", ""),
        "choices": choices,
        "is_filtered": bool(words or any(chosen.values())),
        "kept": _kept(request, {"q", "sort", "page", "format", *chosen}),
        "all_url": address_with(request, **dict.fromkeys(("q", "page", *chosen))),
        "csv_url": address_with(request, page=None, format="csv"),
        "json_url": address_with(request, page=None, format="json"),
        "pager": pager(request, page, pages),
    }


def pager(request: HttpRequest, page: int, pages: int) -> dict[str, object]:
    """The pages of a list, for its template."""
    return {
        "number": page,
        "count": pages,
        "previous_url": address_with(request, page=page - 1) if page > 1 else "",
        "next_url": address_with(request, page=page + 1) if page < pages else "",
    }


def address_with(request: HttpRequest, **changes: object) -> str:
    """The address of this page with some parameters set, or taken out where they are ``None``."""
    left = [(name, value) for name, values in request.GET.lists() if name not in changes for value in values]
    left += [(name, str(value)) for name, value in changes.items() if value is not None]
    return f"?{urlencode(left)}" if left else request.path


def _kept(request: HttpRequest, own: Collection[str]) -> list[tuple[str, str]]:
    """The parameters of the page that are not the list's own, which its form hands on."""
    return [(name, value) for name, values in request.GET.lists() if name not in own for value in values]


def page_number(text: str) -> int:
    """The number of a page as an address has it, from 1; the first where it is none."""
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 9 else 1


def _has_words(row: Row, table: Table, words: str) -> bool:
    if not words:
        return True
    text = fold(" ".join(str(row.get(column.key, "")) for column in table.columns))
    return all(word in text for word in fold(words).split())


def _choice(choice: Choice, rows: Sequence[Row], chosen: Mapping[str, str]) -> dict[str, Any]:
    """A filter with the counts of its values among what the other filters leave."""
    counts: dict[str, int] = {}
    for row in rows:
        if all(not value or key == choice.key or str(row[key]) == value for key, value in chosen.items()):
            counts[str(row[choice.key])] = counts.get(str(row[choice.key]), 0) + 1
    counts.setdefault(chosen[choice.key], 0)
    values = [
        {"value": value, "name": choice.names.get(value, value), "count": count, "chosen": value == chosen[choice.key]}
        for value, count in counts.items()
        if value
    ]
    values.sort(key=lambda one: str(one["name"]))
    return {"key": choice.key, "heading": choice.heading, "values": values, "value": chosen[choice.key]}


def _sorted(rows: list[Row], table: Table, sort: str) -> list[Row]:
    key, falling = sort.removeprefix("-"), sort.startswith("-")
    column = next((column for column in table.columns if column.key == key), None)
    if column is None:
        return rows
    filled = [row for row in rows if row[key] not in (None, "")]
    empty = [row for row in rows if row[key] in (None, "")]

    def rank(row: Row) -> tuple[bool, Any]:
        value = row[key]
        return (False, value) if isinstance(value, (int, float)) else (True, fold(str(value)))

    return [*sorted(filled, key=column.rank or rank, reverse=falling), *empty]


def _heading(column: Column, sort: str, request: HttpRequest) -> dict[str, object]:
    rising, falling = sort == column.key, sort == f"-{column.key}"
    return {
        "key": column.key,
        "label": column.heading,
        "number": column.kind == "number",
        "sorted": "ascending" if rising else "descending" if falling else "",
        "sort_url": address_with(request, sort=f"-{column.key}" if rising else column.key, page=None),
    }


def _cells(row: Row, columns: Sequence[Column]) -> list[dict[str, object]]:
    return [_cell_shown(row, column) for column in columns]


def _cell_shown(row: Row, column: Column) -> dict[str, object]:
    value = row[column.key]
    text = "" if value is None else column.show(value) if column.show and value != "" else value
    if column.write:
        text = column.write(row)
    return {
        "text": ", ".join(map(str, text)) if isinstance(text, (list, tuple)) else text,
        "label": column.heading,
        "number": column.kind == "number",
        "time": value if column.kind == "date" else "",
        "url": column.link(row) if column.link else "",
        "lang": column.language(row) if column.language else "",
        "dir": direction(column.language(row)) if column.language else "",
    }


def _csv(table: Table, rows: Sequence[Row]) -> HttpResponse:
    keys = [column.key for column in table.columns]
    text = csv_rows(keys, ([_cell(row[key]) for key in keys] for row in rows))
    response = HttpResponse(text.encode(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{slugify(table.name) or "list"}.csv"'
    return response


def _cell(value: object) -> object:
    if isinstance(value, (list, tuple)):
        return " ".join(map(str, value))
    return "" if value is None else value


def _plain(table: Table, rows: Sequence[Row]) -> list[dict[str, object]]:
    return [{column.key: row[column.key] for column in table.columns} for row in rows]
