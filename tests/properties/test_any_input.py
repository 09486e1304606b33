"""What holds of every input: bytes give a tree or a typed error, and a tree loses nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lengths import examples
from tests.read.packages import build_docx, p, r
from tests.read.pdf_writer import Page, show, write_pdf

from verbale.app.encoding import encode
from verbale.app.reading import read_source
from verbale.errors import ReadFailed
from verbale.model.document import PROFILES, Document
from verbale.model.node import Node

_UNSEEN = re.compile("[\\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\x1c-\x1f]+")
_FEW = settings(max_examples=examples(60))
_FEWER = settings(_FEW, max_examples=examples(25))

_LETTERS = st.characters(exclude_categories=("Cs", "Cc"))
_SIX = st.sampled_from(
    "اأبجةي٣٫《核武器》，。0123456789абвгхсéñABCIVXiv()[]’‘“”.-–—•o:;/* \t\n\n\f\u200f\u202b\u202c\u202a\u00ad"
)
_TEXT = st.text(st.one_of(_LETTERS, _SIX, _SIX), max_size=300)

_PRINTED = "1.|12.|1-|1 -|- 1|(a)|a)|(b)|(i)|i)|(ii)|(c)|(أ)|(ب)|’1‘|㈠|(一)|一.|二、|I.|II.|IV.|A.|أولا -|а)|б)"
_LABELS = st.sampled_from([*_PRINTED.split("|"), *"•o–—-", ""])
_PHRASES = st.sampled_from(
    [
        "A/77/123",
        "A/RES/76/53",
        "22-10299 (C)",
        "5/9 22-10299",
        "[Original: French]",
        "[14 June 2010]",
        "[Подлинный текст на французском языке]",
        "[原件：英文]",
        "[2022 年 5 月 9 日]",
        "[الأصل: بالإنكليزية]",
        "Japan",
        "日本",
        "Куба",
        "كوبا",
        "Camboya",
        "The General Assembly,",
        "大会，",
        "Recalling its resolution 76/53 of 6 December 2021,",
        "Annex",
        "附件",
        "Summary",
        "Report of the Secretary-General",
        "presents its compliments to",
        "decides to remain seized of the matter;",
        "__________________",
        "1 See A/76/444.",
        "https://undocs.org/A/RES/76/53",
        "resolution 76/53",
        "",
    ]
)
_GAPS = st.sampled_from(["\n", "\n\n", "\n\n\n", "\f", " ", "      ", "\n        "])
_LINES = st.lists(st.tuples(_LABELS, _PHRASES, _GAPS), max_size=40)


def read(data: bytes, profile: str | None = None) -> Document | None:
    try:
        return read_source(data, "source", profile)
    except ReadFailed:
        return None


def folded(text: str) -> str:
    return _UNSEEN.sub("", text)


def assert_pieces_are_the_source(node: Node, source: str) -> None:
    at = 0
    for piece in node.pieces:
        assert 0 <= piece.span.start < piece.span.end <= len(source)
        assert not node.text[at : piece.at].strip()
        at = piece.at + len(piece.span)
        assert node.text[piece.at : at] == piece.span.slice(source)
    assert not node.text[at:].strip()
    assert folded(node.text) == folded("".join(piece.span.slice(source) for piece in node.pieces))


def assert_sound(document: Document) -> None:
    source, coverage = document.source.text, document.coverage
    assert coverage.unaccounted == 0
    assert coverage.kept + coverage.furniture + coverage.unaccounted == coverage.characters == len(source)
    refs = [node.ref for node in document.nodes]
    assert len(refs) == len(set(refs))
    assert {node.parent for node in document.nodes} <= {*refs, ""}
    assert {finding.ref for finding in document.findings} <= {*refs, ""}
    for node in document.nodes:
        assert_pieces_are_the_source(node, source)
        assert all(0 <= mark.at <= len(node.text) for mark in node.notes)
        assert all(0 <= link.start < link.end <= len(node.text) for link in node.links)
    assert document.profile in PROFILES


def assert_sound_or_refused(data: bytes) -> None:
    document = read(data)
    if document is not None:
        assert_sound(document)


@_FEW
@given(st.binary(max_size=400))
def test_any_bytes_give_a_sound_tree_or_a_typed_error(data: bytes) -> None:
    assert_sound_or_refused(data)


@_FEW
@given(st.sampled_from([b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"<?xml ?>", b"\xff\xfe"]), st.binary(max_size=200))
def test_any_bytes_after_a_known_beginning(head: bytes, data: bytes) -> None:
    assert_sound_or_refused(head + data)


@_FEW
@given(_TEXT)
def test_any_text_gives_a_sound_tree(text: str) -> None:
    assert_sound_or_refused(text.encode("utf-8"))


@_FEW
@given(_LINES)
def test_lines_like_those_of_the_united_nations_give_a_sound_tree(lines: list[tuple[str, str, str]]) -> None:
    text = "words\n" + "".join(f"{label} {phrase}{gap}" for label, phrase, gap in lines)
    document = read(text.encode("utf-8"))
    assert document is not None
    assert_sound(document)


def test_a_marker_right_after_a_label_is_kept() -> None:
    assert_sound_or_refused(b"words\n1. 1 See A/76/444.\n\n1 See A/76/444.\n")


@pytest.mark.parametrize("profile", PROFILES)
@settings(_FEWER)
@given(lines=_LINES)
def test_a_forced_profile_loses_nothing_either(profile: str, lines: list[tuple[str, str, str]]) -> None:
    text = "words\n" + "".join(f"{label} {phrase}{gap}" for label, phrase, gap in lines)
    document = read(text.encode("utf-8"), profile)
    assert document is not None
    assert_sound(document)
    assert document.profile == profile


@_FEWER
@given(_LINES)
def test_reading_twice_gives_the_same_bytes(lines: list[tuple[str, str, str]]) -> None:
    data = ("words\n" + "".join(f"{label} {phrase}{gap}" for label, phrase, gap in lines)).encode("utf-8")
    assert encode(read_source(data, "source")) == encode(read_source(data, "source"))


@_FEWER
@given(st.lists(st.tuples(_LABELS, _PHRASES), min_size=1, max_size=12))
def test_paragraphs_of_a_docx_and_of_a_page_give_sound_trees(rows: list[tuple[str, str]]) -> None:
    assert_sound_or_refused(build_docx("".join(p(r(f"{label} {phrase}")) for label, phrase in rows)))
    page = "".join(f"<p>{label} {phrase}</p>" for label, phrase in rows)
    assert_sound_or_refused(f"<html><body>{page}</body></html>".encode())


_SMALL = {
    "docx": build_docx(p(r("1. The Assembly recalls")) + p(r("(a) A first item;")), footnotes=""),
    "pdf": write_pdf([Page(show(72, 700, "1. The Assembly recalls") + show(72, 680, "(a) A first item;"))]),
    "html": b"<html><body><p>1. The Assembly recalls</p><ol><li>A first item</li></ol></body></html>",
}


@pytest.mark.parametrize("form", list(_SMALL))
@settings(_FEWER)
@given(place=st.floats(0, 1, exclude_max=True))
def test_a_document_cut_short_anywhere(form: str, place: float) -> None:
    data = _SMALL[form]
    assert_sound_or_refused(data[: int(place * len(data))])


@pytest.mark.parametrize("form", list(_SMALL))
@settings(_FEWER)
@given(flips=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 7)), min_size=1, max_size=6))
def test_a_document_with_bits_turned_over(form: str, flips: list[tuple[float, int]]) -> None:
    data = bytearray(_SMALL[form])
    for place, bit in flips:
        data[int(place * len(data))] ^= 1 << bit
    assert_sound_or_refused(bytes(data))
