"""Versions joined into rows: gaps, copies, notes in another order, long stretches, and what is compared of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.concord.made_units import unit, value

from verbale.app.reading import read_source
from verbale.concord import merging
from verbale.concord.aligned_row import AlignedRow
from verbale.concord.merging import rows_of
from verbale.concord.version_comparison import find_concordance
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.concordance import Aspect
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind

AR, EN, FR, ES = (Language(name) for name in ("ar", "en", "fr", "es"))
EMPTY = read_source(b"words\n", "source.txt", "generic")
Cells = list[tuple[tuple[str, ...], ...]]


def document(
    keys: Sequence[str], kind: NodeKind = NodeKind.PARAGRAPH, name: str = "one", *, prefix: str = ""
) -> Document:
    """A paragraph for each symbol; its words tell nothing, its ref is its place."""
    nodes, found = [], []
    for place, key in enumerate(keys, start=1):
        ref = f"{prefix}{place}"
        text = f"{key} {'x' * 50}" if key else "x" * 60
        nodes.append(Node(ref, kind, text, ()))
        if key:
            found.append(Annotation(ref, AnnotationKind.CITATION, 0, len(key), key, {"symbol": key}))
    source = replace(EMPTY.source, name=f"{name}.txt")
    return replace(EMPTY, nodes=tuple(nodes), annotations=tuple(found), findings=(), source=source)


def symbols(row: AlignedRow, languages: Sequence[Language]) -> tuple[str, ...]:
    return tuple(" ".join(unit.node.text.split(" ")[0] for unit in row.cells[one]) for one in languages)


def table(**versions: Sequence[str]) -> list[tuple[str, ...]]:
    """The rows, with what each version has in them."""
    documents = {Language(name): document(keys, name=name) for name, keys in versions.items()}
    return [symbols(row, list(documents)) for row in rows_of(documents)]


A, B, C, D = "A/RES/70/1", "A/RES/70/2", "A/RES/70/3", "A/RES/70/4"


def test_a_gap_stays_where_it_is_whichever_version_has_it() -> None:
    assert table(en=[A, B, C], fr=[A, C], es=[A, B, C]) == [(A, A, A), (B, "", B), (C, C, C)]
    assert table(en=[A, C], fr=[A, B, C], es=[A, B, C]) == [(A, A, A), ("", B, B), (C, C, C)]


def test_a_paragraph_of_one_version_alone_is_a_row_of_its_own() -> None:
    assert table(en=[A, B], fr=[A, B, C], es=[A, B]) == [(A, A, A), (B, B, B), ("", C, "")]


def test_copies_follow_what_they_repeat_as_rows_of_their_own() -> None:
    assert table(en=[A, B], fr=[A, A, A, B], es=[A, A, B]) == [(A, A, A), ("", A, A), ("", A, ""), (B, B, B)]


def test_a_stretch_too_wide_for_one_table_is_cut_and_aligned_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = [f"A/RES/60/{place}" for place in range(1, 25)]
    short = [key for place, key in enumerate(keys) if place not in (3, 17)]
    whole = table(en=keys, fr=short)
    assert [row for row in whole if not row[1]] == [(keys[3], ""), (keys[17], "")]
    monkeypatch.setattr(merging, "_anchors", lambda _left, _right: [])
    assert table(en=keys, fr=short) == whole
    monkeypatch.setattr(merging, "_WIDEST", 200)
    cut = table(en=keys, fr=short)
    assert [row[0] for row in cut if row[0]] == keys
    assert [row[1] for row in cut if row[1]] == short
    assert sum(row[0] == row[1] for row in cut) >= len(short) - 2


def test_notes_that_a_version_exchanges_are_set_beside_their_like() -> None:
    orders = {EN: [A, B, C], FR: [B, A, C], ES: [A, B, C]}
    documents = {one: document(keys, NodeKind.FOOTNOTE, one.value, prefix="fn.") for one, keys in orders.items()}
    assert [symbols(row, list(orders)) for row in rows_of(documents)] == [(A, A, A), (B, B, B), (C, C, C)]
    text = {one: document(keys, name=one.value) for one, keys in orders.items()}
    assert (A, A, A) not in [symbols(row, list(orders)) for row in rows_of(text)][1:]


def test_a_version_without_a_part_has_empty_cells_in_its_rows() -> None:
    notes = document([A], NodeKind.FOOTNOTE, prefix="fn.")
    body = document([B])
    both = replace(body, nodes=(*body.nodes, *notes.nodes), annotations=(*body.annotations, *notes.annotations))
    rows = rows_of({EN: both, FR: body})
    assert [symbols(row, [EN, FR]) for row in rows] == [(B, B), (A, "")]


def test_the_masthead_is_pooled() -> None:
    head = {one: document([A, *more], NodeKind.MASTHEAD) for one, more in ((EN, [B]), (FR, []))}
    (row,) = rows_of(head)
    assert row.pooled
    assert [len(row.cells[one]) for one in (EN, FR)] == [2, 1]


def test_the_place_of_a_row_is_the_ref_that_most_versions_give() -> None:
    def of(*refs: str) -> str:
        return AlignedRow({one: (unit(one, ref=ref),) for one, ref in zip((EN, FR, ES), refs, strict=False)}).place

    assert of("1", "2", "2") == "2"
    assert of("2", "1") == "1"
    assert AlignedRow({EN: ()}).place == ""


def test_what_was_compared_is_counted() -> None:
    versions = {EN: [A, B, C], FR: [A, B, C]}
    documents = {one: document(keys, name=one.value) for one, keys in versions.items()}
    found = find_concordance(documents)
    counted = dict(found.compared)
    assert found.rows == 3
    assert (counted[Aspect.PARAGRAPH], counted[Aspect.SYMBOL], counted[Aspect.LABEL]) == (6, 6, 0)
    assert list(counted) == list(Aspect)
    assert [(one.language, one.source, one.paragraphs, one.values) for one in found.versions] == [
        (EN, "en.txt", 3, 3),
        (FR, "fr.txt", 3, 3),
    ]
    assert found.differences == ()


def test_the_symbol_is_that_of_most_versions_and_the_title_the_english_one() -> None:
    def named(symbol: str, title: str) -> Document:
        one = document([A])
        return replace(one, facts=replace(one.facts, symbol=symbol, title=title))

    found = find_concordance(
        {FR: named("A/77/1", "Titre"), EN: named("A/77/2", "Title"), ES: named("A/77/1", "Título")}
    )
    assert (found.symbol, found.title) == ("A/77/1", "Title")
    other = find_concordance({FR: named("A/77/1", "Titre"), ES: named("A/77/1", "Título")})
    assert other.title == "Titre"
    assert find_concordance({EN: document([A]), FR: document([A])}).symbol == ""


def test_what_was_left_out_is_said() -> None:
    left = find_concordance({EN: document([A]), FR: document([A])}).left_out
    assert left[0] == "No version in Arabic, Chinese, Russian and Spanish was given."
    assert "No links were compared in English and French: the source has none." in left
    unread = document([A])
    unread = replace(unread, coverage=replace(unread.coverage, unaccounted=7))
    left = find_concordance({EN: unread, FR: document([A])}).left_out
    assert "7 characters of English were not read into paragraphs." in left


def test_a_value_that_is_not_firm_is_not_counted() -> None:
    assert unit(EN, [value(Aspect.NUMBER, "7", firm=False)]).claims(Aspect.NUMBER) == []
