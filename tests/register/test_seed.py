"""Everything the two reports state is in the register, and every place a row points at is there to be read."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

import pytest
from bench.shared import SHARED, is_at_hand

from verbale.app.reading import read_source
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.document import Document
from verbale.model.node import NodeKind
from verbale.register.figures_and_limits import Figure
from verbale.register.holding import Holding, held
from verbale.register.holdings import KINDS
from verbale.register.votes import RecordedReply

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not is_at_hand(), reason="the documents of ../shared are not at hand"),
]
SEEDS = {"A/65/137": "A-65-137.zh.txt", "A/77/123": "A-77-123.zh.txt"}


@cache
def read_seed(symbol: str) -> Document:
    path = SHARED / "seeds" / SEEDS[symbol]
    return read_source(path.read_bytes(), path.name)


@cache
def rows_at(symbol: str) -> Mapping[str, list[Holding]]:
    """The rows that point at each paragraph of a report."""
    found: dict[str, list[Holding]] = defaultdict(list)
    for row in (row for kind in KINDS for row in held(kind)):
        if row.provenance.source == symbol:
            found[row.provenance.place].append(row)
    return found


def annotated(symbol: str, kind: AnnotationKind) -> list[Annotation]:
    found = list(read_seed(symbol).annotated([kind]))
    assert found
    return found


@pytest.mark.parametrize("symbol", list(SEEDS))
def test_every_place_is_in_the_report(symbol: str) -> None:
    refs = {node.ref for node in read_seed(symbol).nodes}
    assert set(rows_at(symbol)) <= refs, set(rows_at(symbol)) - refs


@pytest.mark.parametrize("symbol", list(SEEDS))
def test_no_paragraph_is_passed_over(symbol: str) -> None:
    stated = {NodeKind.PARAGRAPH, NodeKind.ITEM, NodeKind.SUMMARY, NodeKind.SUBHEADING, NodeKind.REPLY_HEADING}
    refs = {node.ref for node in read_seed(symbol).nodes if node.kind in stated}
    assert refs <= set(rows_at(symbol)), refs - set(rows_at(symbol))


@pytest.mark.parametrize("symbol", list(SEEDS))
def test_no_state_treaty_or_document_is_passed_over(symbol: str) -> None:
    rows = rows_at(symbol)
    for each in annotated(symbol, AnnotationKind.STATE):
        assert each.value["iso3"] in {state for row in rows[each.ref] for state in row.concerned()}, each
    for each in annotated(symbol, AnnotationKind.TREATY):
        assert each.value["id"] in {treaty for row in rows[each.ref] for treaty in row.treaties}, each
    for each in annotated(symbol, AnnotationKind.CITATION):
        assert str(each.value["symbol"]) in repr(rows[each.ref]), each


@pytest.mark.parametrize("symbol", list(SEEDS))
def test_no_month_or_day_is_passed_over(symbol: str) -> None:
    for each in annotated(symbol, AnnotationKind.DATE):
        if len(start := str(each.value["start"])) >= len("2010-04"):
            assert start in repr(rows_at(symbol)[each.ref]), each


@pytest.mark.parametrize("symbol", list(SEEDS))
def test_no_quantity_is_passed_over(symbol: str) -> None:
    for each in annotated(symbol, AnnotationKind.QUANTITY):
        figures = [row for row in rows_at(symbol)[each.ref] if isinstance(row, Figure)]
        assert each.value["number"] in {figure.value for figure in figures}, each


def test_the_quantities_of_the_gold_are_figures() -> None:
    gold = json.loads((SHARED / "gold" / "A-65-137.json").read_text(encoding="utf-8"))["quantities"]
    for each in gold:
        figures = [row for row in rows_at("A/65/137")[each["ref"]] if isinstance(row, Figure)]
        assert each["value"] in {figure.value for figure in figures}, each


@pytest.mark.parametrize("symbol", list(SEEDS))
def test_figures_stand_in_the_paragraph_as_printed(symbol: str) -> None:
    text_of = {node.ref: node.text for node in read_seed(symbol).nodes}
    figures = [figure for figure in held(Figure) if figure.provenance.source == symbol and figure.text]
    assert figures
    for figure in figures:
        paragraph = text_of[figure.provenance.place]
        assert "".join(figure.text.split()) in "".join(paragraph.split()), figure


@pytest.mark.parametrize("symbol", list(SEEDS))
def test_replies_are_those_of_the_report(symbol: str) -> None:
    read = {(each.state, each.original_language, each.date) for each in read_seed(symbol).replies}
    rows = {(*row.states, row.language, row.valid.start) for row in held(RecordedReply) if row.report == symbol}
    assert {tuple(map(str, each)) for each in rows} == {tuple(map(str, each)) for each in read}
