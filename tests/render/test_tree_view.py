"""The tree in a terminal."""

from __future__ import annotations

import dataclasses

from rich.cells import cell_len

from verbale.model.document import Coverage, Document
from verbale.model.node import Node, NodeKind
from verbale.render.tree_view import tree_view


def lines_of(view: str) -> list[str]:
    return view.splitlines()


def test_nodes_stand_indented_under_their_parents(document: Document) -> None:
    lines = lines_of(tree_view(document))
    assert any(line.startswith("1 ") and "operative" in line for line in lines)
    assert any(line.startswith("│  1.a ") and "item" in line for line in lines)
    assert any(line.startswith("│  │  1.a.1 ") for line in lines)


def test_furniture_shows_only_when_asked_for(document: Document) -> None:
    assert "91-10001" not in tree_view(document)
    assert "91-10001" in tree_view(document, everything=True)


def test_a_finding_stands_under_its_node(document: Document) -> None:
    lines = lines_of(tree_view(document))
    at = next(number for number, line in enumerate(lines) if "1.a.1" in line)
    assert "warning this item is in Arabic structure.odd-language" in lines[at + 1]


def test_a_finding_without_a_node_stands_at_the_top_with_its_page(document: Document) -> None:
    assert lines_of(tree_view(document))[1] == "▲ error page 3: image-only page 3 read.image-only"


def test_text_is_cut_to_the_width_or_shown_whole(document: Document) -> None:
    cut = tree_view(document, width=60)
    assert "…" in cut
    assert "their reports" not in cut
    assert all(cell_len(line) <= 60 for line in lines_of(cut) if "▲" not in line)
    assert "their reports" in " ".join(tree_view(document, width=60, full=True).split())


def test_right_to_left_text_is_isolated_and_stands_at_the_right_edge(document: Document) -> None:
    line = next(line for line in lines_of(tree_view(document, width=100)) if "1.a.1" in line)
    assert line.endswith("\u2067تهيب بجميع الدول أن تنشر تقاريرها\u2069")
    assert cell_len(line) == 100


def test_every_wrapped_line_of_arabic_has_its_own_isolate(document: Document) -> None:
    lines = [line for line in lines_of(tree_view(document, width=50, full=True)) if "\u2067" in line]
    assert len(lines) > 1
    assert all(line.endswith("\u2069") for line in lines)


def test_colour_only_when_asked_for(document: Document) -> None:
    assert "\x1b[" not in tree_view(document)
    assert "\x1b[" in tree_view(document, colour=True)


def test_a_title_is_bold_and_not_dimmed_by_its_ref(document: Document) -> None:
    assert "\x1b[1mPeace & <quiet>" in tree_view(document, colour=True)


def test_the_last_line_is_the_coverage(document: Document) -> None:
    assert lines_of(tree_view(document))[-1] == "150 characters: 139 kept, 11 furniture, 0 unaccounted"


def test_text_cannot_steer_the_terminal(document: Document) -> None:
    nodes = (Node("1", NodeKind.PARAGRAPH, "a\x1b]0;title\x07b\x9b31m", ()),)
    view = tree_view(dataclasses.replace(document, nodes=nodes))
    assert not {"\x1b", "\x07", "\x9b"} & set(view)


def test_brackets_are_text_and_not_markup(document: Document) -> None:
    nodes = (Node("1", NodeKind.PARAGRAPH, "[Original: French] [bold]x[/bold] :smile:", ()),)
    assert "[Original: French] [bold]x[/bold] :smile:" in tree_view(dataclasses.replace(document, nodes=nodes))


def test_an_empty_document_has_a_view(document: Document) -> None:
    empty = dataclasses.replace(document, nodes=(), findings=(), coverage=Coverage(0, 0, 0, 0))
    assert tree_view(empty).endswith("0 characters: 0 kept, 0 furniture, 0 unaccounted\n")
