"""Composed nodes are tied to the text they are set in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from verbale.model.node import Link, Node, NodeKind, NoteMark
from verbale.model.span import Span
from verbale.model.typesetting import typeset

UNSET = (Span(0, 0),)
WORDS = st.text(alphabet=st.characters(codec="utf-8"), max_size=30)


def node(ref: str, text: str, *, label: str | None = None, notes: tuple[NoteMark, ...] = ()) -> Node:
    return Node(ref, NodeKind.PARAGRAPH, text, (), label=label, label_spans=UNSET if label else (), notes=notes)


def test_labels_texts_and_marks_stand_in_the_source() -> None:
    called = NoteMark(5, Span(0, 0), "fn.1")
    note = Node("fn.1", NodeKind.FOOTNOTE, "A/76/117.", (), label="1", label_spans=UNSET)
    set_ = typeset([node("I.1", "Words and more", label="1.", notes=(called,)), note], "composed")
    assert set_.source.text == "1. Words1 and more\n\n1 A/76/117.\n\n"
    first = set_.nodes[0]
    assert first.label_spans[0].slice(set_.source.text) == "1."
    assert first.notes[0].span.slice(set_.source.text) == "1"
    assert (set_.coverage.kept, set_.coverage.unaccounted) == (len(set_.source.text), 0)


def test_a_name_that_is_in_the_text_is_not_set_twice() -> None:
    heading = Node("III.CUB", NodeKind.REPLY_HEADING, "Cuba [Original: Spanish]", (), label="Cuba")
    assert typeset([heading], "composed").source.text == "Cuba [Original: Spanish]\n\n"


@given(st.lists(st.tuples(WORDS, st.none() | WORDS, st.integers(0, 30)), max_size=6))
def test_every_piece_is_letter_for_letter(parts: list[tuple[str, str | None, int]]) -> None:
    nodes = [
        node(str(i), text, label=label, notes=(NoteMark(min(at, len(text)), Span(0, 0), ""),))
        for i, (text, label, at) in enumerate(parts)
    ]
    set_ = typeset(nodes, "composed")
    for given_, placed in zip(nodes, set_.nodes, strict=True):
        assert (placed.text, placed.label, placed.ref) == (given_.text, given_.label, given_.ref)
        assert "".join(piece.span.slice(set_.source.text) for piece in placed.pieces) == placed.text
        for piece in placed.pieces:
            assert placed.text[piece.at : piece.at + len(piece.span)] == piece.span.slice(set_.source.text)
    coverage = set_.coverage
    assert coverage.characters == coverage.kept + coverage.furniture + coverage.unaccounted


def test_links_stay_where_they_are() -> None:
    linked = Node("1", NodeKind.PARAGRAPH, "See A/76/117.", (), links=(Link(4, 12, "https://undocs.org/A/76/117"),))
    assert typeset([linked], "composed").nodes[0].links == linked.links
