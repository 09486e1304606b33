"""Clean text remembers where it stood."""

from __future__ import annotations

import pytest

from verbale.model.span import Span
from verbale.structure.clean_text import CleanText, clean, glue_between, join_lines, unspaced, without
from verbale.structure.visual import clean_line


def whole(source: str) -> CleanText:
    return clean(source, Span(0, len(source)))


def assert_pieces(passage: CleanText, source: str) -> None:
    for piece in passage.pieces:
        assert passage.text[piece.at : piece.at + len(piece.span)] == piece.span.slice(source)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("plain words", "plain words"),
        ("  two   spaces\tand a tab ", "two spaces and a tab"),
        ("a\u00a0b\u3000c", "a b c"),
        ("soft\u00adhyphen and \u200fmark\u200e", "softhyphen and mark"),
        ("a \u200f b", "a b"),
        ("\ufeffwords", "words"),
        (" \u200f ", ""),
        ("", ""),
    ],
)
def test_white_space_is_folded_and_invisible_marks_are_out(source: str, text: str) -> None:
    passage = whole(source)
    assert passage.text == text
    assert_pieces(passage, source)


def test_a_cut_keeps_its_place() -> None:
    source = "(a)   The   text"
    cut = whole(source).cut(3)
    assert cut.text == "The text"
    assert_pieces(cut, source)
    assert (cut.pieces[0].at, cut.pieces[0].span.start) == (0, source.index("The"))


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("the General", "Assembly", "the General Assembly"),
        ("2022 年 6", "月 21 日", "2022 年 6 月 21 日"),
        ("大会回", "顾其决议", "大会回顾其决议"),
        ("大会，", "回顾", "大会，回顾"),
        ("nuclear-", "weapon-free", "nuclear-weapon-free"),
        ("the years –", "since 1996", "the years – since 1996"),
        ("A/RES/", "76/53", "A/RES/76/53"),
        ("نزع", "السلاح", "نزع السلاح"),
    ],
)
def test_lines_are_joined_as_their_script_has_it(left: str, right: str, joined: str) -> None:
    source = left + "\n" + right
    passage = join_lines(clean(source, Span(0, len(left))), clean(source, Span(len(left) + 1, len(source))))
    assert passage.text == joined
    assert_pieces(passage, source)


def test_nothing_is_glued_to_nothing() -> None:
    assert glue_between("", "words") == glue_between("words", "") == ""


@pytest.mark.parametrize(
    ("source", "text"), [("大 会", "大会"), ("大会 76/53 号", "大会 76/53 号"), ("大 会 回 顾", "大会回顾")]
)
def test_no_space_stands_between_two_chinese_characters(source: str, text: str) -> None:
    passage = unspaced(whole(source))
    assert passage.text == text
    assert_pieces(passage, source)


def test_a_marker_leaves_the_text_and_keeps_its_place() -> None:
    source = "as agreed1 in Geneva"
    passage = without(whole(source), 9, 10, "fn.1")
    assert passage.text == "as agreed in Geneva"
    assert [(mark.at, mark.span, mark.ref) for mark in passage.notes] == [(9, Span(9, 10), "fn.1")]
    assert_pieces(passage, source)


RTL, LTR, POP = "\u202b", "\u202a", "\u202c"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (f"{RTL}القرار {LTR}53/76{POP}{POP}", "القرار 53/76"),
        (f"{RTL}{LTR}2021 6{POP} في {POP}", "6 2021 في"),
        (f"{RTL}{LTR}A/RES/76/53{POP}{POP}", "A/RES/76/53"),
        ("القرار 76/53", "القرار 76/53"),
    ],
)
def test_right_to_left_lines_are_in_the_order_of_reading(source: str, text: str) -> None:
    passage = clean_line(source, Span(0, len(source)))
    assert passage.text == text
    assert_pieces(passage, source)
