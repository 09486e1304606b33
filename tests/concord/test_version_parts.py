"""How one version is cut: what takes part under which name, numbers of their own, and tables."""

from __future__ import annotations

from dataclasses import replace

import pytest

from verbale.app.reading import read_source
from verbale.concord.version_parts import NOTES, VersionPart, parts_of
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.node import Link, Node, NodeKind, NoteMark
from verbale.model.span import Span

EMPTY = read_source(b"words\n", "source.txt", "generic")


def node(ref: str, text: str, kind: NodeKind = NodeKind.PARAGRAPH, *, number: str = "", parent: str = "") -> Node:
    spans = (Span(0, 1),) if number else ()
    return Node(ref, kind, text, (), label=number or None, label_spans=spans, parent=parent)


def document(*nodes: Node, annotations: tuple[Annotation, ...] = ()) -> Document:
    return replace(EMPTY, nodes=nodes, annotations=annotations)


def cut(*nodes: Node, language: Language = Language.EN) -> list[VersionPart]:
    return parts_of(document(*nodes), language)


def names(parts: list[VersionPart]) -> dict[str, list[str]]:
    return {part.name: [unit.node.ref for unit in part.units] for part in parts}


def labels(*texts: str, language: Language = Language.EN) -> list[tuple[str, str]]:
    """The text of each unit with its number, of paragraphs with these texts."""
    nodes = [node(f"P.{place}", text) for place, text in enumerate(texts)]
    return [(unit.node.text, unit.label) for part in cut(*nodes, language=language) for unit in part.units]


def test_each_node_takes_part_under_the_name_of_its_part() -> None:
    parts = cut(
        node("masthead.1", "12 July 2022", NodeKind.MASTHEAD),
        node("title", "Transparency", NodeKind.TITLE),
        node("formula", "The General Assembly,", NodeKind.PREAMBLE),
        node("contents.1", "Contents", NodeKind.FURNITURE),
        node("empty", ""),
        node("III", "Replies", NodeKind.HEADING, number="III."),
        node("III.CUB", "Cuba", NodeKind.REPLY_HEADING),
        node("III.CUB.1", "Cuba replies.", parent="III.CUB"),
        node("III.CUB.end", "Thank you.", NodeKind.CLOSING, parent="III.CUB"),
        node("III.PER", "Peru", NodeKind.REPLY_HEADING),
        node("III.PER.1", "Peru replies.", parent="III.PER"),
        node("IV", "Annex", NodeKind.HEADING, number="IV."),
        node("fn.1", "A note.", NodeKind.FOOTNOTE),
        node("closing", "12 July 2022", NodeKind.CLOSING),
    )
    assert names(parts) == {
        "main": ["title", "III", "IV"],
        "CUB": ["III.CUB", "III.CUB.1", "III.CUB.end"],
        "PER": ["III.PER", "III.PER.1"],
        NOTES: ["fn.1"],
        "foot": ["closing"],
    }


def test_of_the_masthead_only_what_names_a_document_takes_part() -> None:
    nodes = node("masthead.1", "A/77/123", NodeKind.MASTHEAD), node("masthead.2", "Peru", NodeKind.MASTHEAD)
    symbol = {"symbol": "A/77/123"}
    found = (
        Annotation("masthead.1", AnnotationKind.CITATION, 0, 8, "A/77/123", symbol, "r"),
        Annotation("masthead.2", AnnotationKind.STATE, 0, 4, "Peru", {"iso3": "PER"}, "r"),
    )
    assert names(parts_of(document(*nodes, annotations=found), Language.EN)) == {"head": ["masthead.1"]}


@pytest.mark.parametrize("bare", ["3", "3.", "(3)", "– 3"])
def test_a_number_in_a_paragraph_of_its_own_is_that_of_the_next(bare: str) -> None:
    assert labels(bare, "Recalls the matter.", "Decides.") == [("Recalls the matter.", "3"), ("Decides.", "")]


def test_a_number_goes_with_words_that_have_none_and_no_further() -> None:
    assert labels("3.", "4.", "Recalls.") == [("3.", ""), ("Recalls.", "4")]
    assert labels("Recalls.", "3.") == [("Recalls.", ""), ("3.", "")]
    assert labels("3 States and more", "Recalls.") == [("3 States and more", ""), ("Recalls.", "")]
    own = [node("P.1", "3."), node("4", "Recalls.", number="4.")]
    assert [(unit.node.text, unit.label) for part in cut(*own) for unit in part.units] == [
        ("3.", ""),
        ("Recalls.", "4"),
    ]


def test_numbers_without_latin_form_are_taken_and_not_told() -> None:
    assert labels("三、", "回顾该事项。", language=Language.ZH) == [("回顾该事项。", "")]
    assert labels("أولا", "يشير إلى المسألة.", language=Language.AR) == [("يشير إلى المسألة.", "")]
    assert labels("أولا", "Recalls.", language=Language.EN) == [("أولا", ""), ("Recalls.", "")]


def cells(count: int, long: int = 0, length: int = 10, parent: str = "") -> list[Node]:
    texts = ["x" * 200] * long + ["x" * length] * (count - long)
    return [node(f"t.{place}", text, parent=parent) for place, text in enumerate(texts)]


def sizes(nodes: list[Node], language: Language = Language.EN) -> list[int]:
    """How many cells each unit has; 0 for a plain one."""
    return [len(unit.cells) for part in cut(*nodes, language=language) for unit in part.units]


def test_many_short_pieces_of_one_parent_are_a_table() -> None:
    assert sizes(cells(6)) == [6]
    assert sizes(cells(5)) == [0] * 5
    assert sizes([*cells(6, parent="a"), *cells(6, parent="b")]) == [6, 6]
    assert sizes([*cells(3, parent="a"), *cells(3, parent="b")]) == [0] * 6


def test_most_cells_must_be_short() -> None:
    assert sizes(cells(10, long=4)) == [10]
    assert sizes(cells(10, long=5)) == [0] * 10
    assert sizes(cells(6, length=60)) == [6]
    assert sizes(cells(6, length=61)) == [0] * 6
    assert sizes(cells(6, length=24), Language.ZH) == [6]
    assert sizes(cells(6, length=25), Language.ZH) == [0] * 6


def test_a_number_before_a_table_stays_a_unit() -> None:
    nodes = [node("P.1", "3.", NodeKind.HEADING), *cells(6)]
    assert sizes(nodes) == [0, 6]


def test_cells_of_a_table_keep_their_places() -> None:
    texts = ["Cuba", "12", "Peru", "30", "Total", "42"]
    nodes = [node(f"t.{place}", text) for place, text in enumerate(texts)]
    nodes[2] = replace(nodes[2], links=(Link(0, 4, "https://a.org/1"),), notes=(NoteMark(4, Span(0, 1), "fn.1"),))
    state = Annotation("t.2", AnnotationKind.STATE, 0, 4, "Peru", {"iso3": "PER"}, "r")
    ((part),) = parts_of(document(*nodes, annotations=(state,)), Language.EN)
    (unit,) = part.units
    assert unit.node.text == "\n".join(texts)
    assert [(start, one.ref) for start, one in unit.cells] == [
        (0, "t.0"),
        (5, "t.1"),
        (8, "t.2"),
        (13, "t.3"),
        (16, "t.4"),
        (22, "t.5"),
    ]
    (place,) = [(one.start, one.end) for one in unit.values if one.key == "PER"]
    assert unit.text[slice(*place)] == "Peru"
    assert [unit.text[link.start : link.end] for link in unit.node.links] == ["Peru"]
    assert [mark.ref for mark in unit.node.notes] == ["fn.1"]
    assert ("PER", "30") in unit.pairs
