"""What two pages show of texts that are compared: languages side by side, and units that differ between versions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from verbale.app.side_by_side import RowDifference, SideBySide, SideRow
from verbale.app.version_changes import UnitChange
from verbale.model.node import Node
from verbale.web.templatetags.written_words import direction, language_name

MOST_ROWS = 400
"""Rows of a page."""


@dataclass(frozen=True, slots=True)
class ComparedLanguage:
    """A language of those that stand side by side: its code, the page of its text, and its units by ref."""

    code: str
    url: str
    nodes: Mapping[str, Node]


def aligned_rows(found: SideBySide, chosen: Sequence[ComparedLanguage]) -> dict[str, Any]:
    """The context of a page with languages side by side, as ``parts/versions.html`` takes it."""
    shown = found.rows[:MOST_ROWS]
    return {
        "versions": {
            "caption": _("Languages side by side"),
            "languages": [
                {"code": one.code, "dir": direction(one.code), "name": language_name(one.code), "url": one.url}
                for one in chosen
            ],
            "rows": [{"id": f"row-{at}", "cells": [_cell(row, one) for one in chosen]} for at, row in enumerate(shown)],
        },
        "count": found.count,
        "left": max(0, len(found.rows) - MOST_ROWS),
        "elsewhere": [_difference(one, "") for one in found.elsewhere],
        "differences": [_difference(one, f"row-{at}") for at, row in enumerate(shown) for one in row.differences],
        "left_out": found.left_out,
    }


def _cell(row: SideRow, language: ComparedLanguage) -> dict[str, Any]:
    units = [language.nodes[ref] for ref in row.cells.get(language.code, ()) if ref in language.nodes]
    marked = [places for one in row.differences for places in [one.marked.get(language.code)] if places]
    spans: list[dict[str, object]] = []
    for unit in units:
        places = [place for one in marked for place in one.get(unit.ref, ())]
        if spans:
            spans.append({"text": " "})
        spans += _spans(unit.text, places)
    return {
        "lang": language.code,
        "dir": direction(language.code),
        "number": units[0].number if units else "",
        "spans": spans,
        "differs": any(not one.apart or language.code in one.apart for one in row.differences),
    }


def _spans(text: str, places: Iterable[tuple[int, int]]) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    at = 0
    for start, end in sorted(places):
        if start < at:
            continue
        found += [{"text": text[at:start]}, {"text": text[start:end], "marked": True}]
        at = end
    return [*found, {"text": text[at:]}]


def _difference(one: RowDifference, row: str) -> dict[str, Any]:
    return {
        "row": row,
        "message": one.message,
        "apart": [language_name(code) for code in one.apart],
        "printed": one.printed,
        "others": one.others,
    }


def change_rows(changes: Sequence[UnitChange]) -> list[dict[str, Any]]:
    """Each unit that was added, removed or changed, with the runs of its words that came and went."""
    return [
        {
            "ref": one.ref,
            "number": one.number,
            "how": one.how,
            "spans": [
                {"text": run.text, "inserted": run.how == "insert", "deleted": run.how == "delete"} for run in one.runs
            ],
        }
        for one in changes
    ]
