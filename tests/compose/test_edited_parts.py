"""Units of a part worded anew: footnotes stay called, and what has no number gets none."""

from __future__ import annotations

import pytest

from verbale.compose.edited_parts import UnitEdit, edit_units, editable_text
from verbale.errors import BadReference
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind, NoteMark
from verbale.model.span import Span

NOTES = {"fn.3": "1", "fn.7": "2"}
NODE = Node("I.1", NodeKind.PARAGRAPH, "A vote was held.", (), notes=(NoteMark(6, Span(0, 1), "fn.3"),))


def test_a_call_is_shown_in_its_place_and_taken_from_it() -> None:
    assert editable_text(NODE, NOTES) == "A vote[^1] was held."
    (edited,) = edit_units([NODE], {"I.1": UnitEdit("A  vote\nwas[^2] held[^1].")}, NOTES, Language.EN)
    assert edited.text == "A vote was held."
    assert [(mark.at, mark.ref) for mark in edited.notes] == [(10, "fn.7"), (15, "fn.3")]
    assert edit_units([NODE], {"I.1": UnitEdit("A vote[^1] was held.")}, NOTES, Language.EN) == (NODE,)
    with pytest.raises(BadReference, match="the footnotes are 1, 2"):
        edit_units([NODE], {"I.1": UnitEdit("A vote[^3].")}, NOTES, Language.EN)


def test_what_has_no_number_is_added_under_a_free_ref() -> None:
    lines = [Node(f"masthead.{number}", NodeKind.MASTHEAD, f"line {number}", ()) for number in (1, 2)]
    edited = edit_units(lines, {"masthead.1": UnitEdit("line 1", ("between", "", "twice"))}, {}, Language.EN)
    assert [node.text for node in edited] == ["line 1", "between", "twice", "line 2"]
    assert len({node.ref for node in edited}) == 4
    assert {node.label for node in edited} == {None}


def test_numbers_that_were_in_no_row_are_left_alone() -> None:
    nodes = [Node(f"I.{number}", NodeKind.PARAGRAPH, "words", (), label=f"{number}.") for number in (1, 3)]
    edited = edit_units(nodes, {"I.1": UnitEdit("")}, {}, Language.EN)
    assert [(node.ref, node.label) for node in edited] == [("I.3", "3.")]
