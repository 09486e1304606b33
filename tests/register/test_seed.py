"""Everything the two reports state is in the register, and every place a row points at is there to be read."""

from __future__ import annotations

import re
from functools import cache

import pytest
from bench.shared import SHARED, is_at_hand

from verbale.app import read_source
from verbale.model import Document
from verbale.register.figures import Figure
from verbale.register.holding import held
from verbale.register.holdings import everything
from verbale.register.votes import Reply

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not is_at_hand(), reason="the documents of ../shared are not at hand"),
]
SEEDS = {"A/65/137": "A-65-137.zh.txt", "A/77/123": "A-77-123.zh.txt"}
_SPACE = re.compile(r"\s")


@cache
def read_seed(symbol: str) -> Document:
    path = SHARED / "seeds" / SEEDS[symbol]
    return read_source(path.read_bytes(), path.name)


def places_of(symbol: str) -> set[str]:
    return {
        entry.statement.provenance.place for entry in everything() if entry.statement.provenance.source == symbol
    } | {row.provenance.place for row in held(Figure) if row.provenance.source == symbol}


@pytest.mark.parametrize("symbol", list(SEEDS))
def test_every_place_is_in_the_report(symbol: str) -> None:
    refs = {node.ref for node in read_seed(symbol).nodes}
    assert places_of(symbol) <= refs, places_of(symbol) - refs


@pytest.mark.parametrize("symbol", list(SEEDS))
def test_figures_stand_in_the_paragraph_as_printed(symbol: str) -> None:
    text_of = {node.ref: _SPACE.sub("", node.text) for node in read_seed(symbol).nodes}
    figures = [figure for figure in held(Figure) if figure.provenance.source == symbol and figure.text]
    assert figures
    for figure in figures:
        assert _SPACE.sub("", figure.text) in text_of[figure.provenance.place], figure


@pytest.mark.parametrize("symbol", list(SEEDS))
def test_replies_are_those_of_the_report(symbol: str) -> None:
    read = {(each.state, each.original_language, each.date) for each in read_seed(symbol).replies}
    rows = {(*row.states, row.language, row.valid.start) for row in held(Reply) if row.report == symbol}
    assert {tuple(map(str, each)) for each in rows} == {tuple(map(str, each)) for each in read}
