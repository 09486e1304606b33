"""The PDF reader on small hand-written files, and on real documents where these are at hand."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lengths import examples
from tests.read.pdf_writer import Page, picture, show, write_pdf

from verbale.errors import Damaged, Encrypted, ReadFailed, TooLarge
from verbale.model.block import Extraction, MarkKind, Shape
from verbale.model.source import MediaType
from verbale.read.limits import Limits
from verbale.read.pdf import read_pdf
from verbale.read.pdf_arabic import Glyph
from verbale.read.pdf_order import order_logically

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"
LOREM = "The delegations took note of the report on the stocks"


def read(data: bytes, limits: Limits | None = None) -> Extraction:
    return read_pdf(data, "small.pdf", "0" * 64, limits or Limits())


def lines(reading: Extraction) -> list[str]:
    return [block.span.slice(reading.source.text) for block in reading.blocks]


def marked(reading: Extraction, kind: MarkKind) -> list[str]:
    text = reading.source.text
    return [mark.span.slice(text) for block in reading.blocks for mark in block.marks if mark.kind is kind]


def test_each_printed_line_is_a_block_from_the_top() -> None:
    reading = read(write_pdf([Page(show(72, 600, "second line") + show(72, 700, "first line", size=12))]))
    assert lines(reading) == ["first line", "second line"]
    assert reading.source.text == "first line\nsecond line\n"
    assert reading.source.media_type is MediaType.PDF
    first = reading.blocks[0]
    assert first.shape is Shape.LINE
    assert (first.page, first.left, first.size) == (1, 72, 12)
    assert first.top is not None
    assert first.bottom is not None
    assert first.top < 92 < first.bottom


def test_pages_keep_their_order_and_number() -> None:
    reading = read(write_pdf([Page(show(72, 700, "one")), Page(show(72, 700, "two"))]))
    assert [(block.page, line) for block, line in zip(reading.blocks, lines(reading), strict=True)] == [
        (1, "one"),
        (2, "two"),
    ]
    assert reading.pages == 2


def test_abutting_objects_are_one_word_and_gaps_are_spaces() -> None:
    # "50/" is 12.78 points wide in Times-Roman at size 10.
    content = show(72, 700, "50/") + show(84.8, 700, "70") + show(98, 700, "of 2001")
    assert lines(read(write_pdf([Page(content)]))) == ["50/70 of 2001"]


def test_a_raised_number_stays_in_its_line() -> None:
    content = show(72, 700, "as agreed") + show(111, 704, "3", size=6) + show(117, 700, "in Geneva")
    reading = read(write_pdf([Page(content)]))
    assert lines(reading) == ["as agreed3 in Geneva"]
    assert marked(reading, MarkKind.SUPERSCRIPT) == ["3"]


def test_fonts_give_bold_and_italic() -> None:
    content = show(72, 700, "Recalling", "F3") + show(120, 700, "the") + show(140, 700, "Treaty", "F2")
    reading = read(write_pdf([Page(content)]))
    assert marked(reading, MarkKind.ITALIC) == ["Recalling"]
    assert marked(reading, MarkKind.BOLD) == ["Treaty"]


def test_a_link_covers_exactly_the_words_under_it() -> None:
    # In Times-Roman at size 10 "See document " is 58.0 points wide, and "A/1/2" 20.6.
    page = Page(show(72, 700, "See document A/1/2 again"), [(130, 698, 152, 710, "https://example.org/a")])
    reading = read(write_pdf([page]))
    assert marked(reading, MarkKind.LINK) == ["A/1/2"]
    assert [mark.target for block in reading.blocks for mark in block.marks] == ["https://example.org/a"]


def test_words_far_apart_are_blocks_of_their_own() -> None:
    reading = read(write_pdf([Page(show(72, 700, "United Nations") + show(450, 700, "A/90/1"))]))
    assert lines(reading) == ["United Nations", "A/90/1"]


def test_a_label_stays_with_its_text() -> None:
    assert lines(read(write_pdf([Page(show(72, 700, "12.") + show(125, 700, "The meeting"))]))) == ["12. The meeting"]


def test_columns_of_prose_are_read_one_after_the_other() -> None:
    content = "".join(
        show(60, 700 - 12 * i, f"{LOREM} l{i}") + show(320, 700 - 12 * i, f"{LOREM} r{i}") for i in range(10)
    )
    ends = [line[-2:] for line in lines(read(write_pdf([Page(content)])))]
    assert ends == [f"l{i}" for i in range(10)] + [f"r{i}" for i in range(10)]


def test_centred_lines_have_room_on_both_sides() -> None:
    content = show(261.5, 720, "A heading") + "".join(show(72, 700 - 12 * i, LOREM * 2) for i in range(3))
    reading = read(write_pdf([Page(content)]))
    assert [block.centred for block in reading.blocks] == [True, False, False, False]


def test_text_on_a_turned_page_reads_as_shown() -> None:
    content = "BT /F1 10 Tf 0 1 -1 0 100 72 Tm (upright when shown) Tj ET\n"
    reading = read(write_pdf([Page(content, rotate=90)]))
    assert lines(reading) == ["upright when shown"]
    assert reading.blocks[0].left == pytest.approx(72)
    assert reading.blocks[0].top == pytest.approx(92, abs=1)


def test_an_image_only_page_is_told_and_an_empty_one_is_not() -> None:
    reading = read(write_pdf([Page(""), Page(show(72, 700, "words")), Page(picture(612, 792))]))
    assert [(finding.rule, finding.page) for finding in reading.findings] == [("read/image-only", 3)]
    assert lines(reading) == ["words"]


def test_over_limits_is_refused_before_reading() -> None:
    data = write_pdf([Page(show(72, 700, "x"))] * 3)
    with pytest.raises(TooLarge, match="3 pages"):
        read(data, Limits(pages=2))
    with pytest.raises(TooLarge, match="bytes"):
        read(data, Limits(bytes=100))


def test_a_password_is_asked_for() -> None:
    key = "00" * 32
    encrypt = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >> /ID [<00> <00>]"
    with pytest.raises(Encrypted):
        read(write_pdf([Page(show(72, 700, "x"))], encrypt))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4", b"%PDF-1.7\n%%EOF\n", b"nothing of the kind" * 50])
def test_broken_files_are_damaged(data: bytes) -> None:
    with pytest.raises(Damaged):
        read(data)


@settings(max_examples=examples(25))
@given(cut=st.integers(1, 2_000), flips=st.lists(st.tuples(st.integers(0, 1_999), st.integers(0, 7)), max_size=8))
def test_mangled_bytes_give_a_reading_or_a_typed_error(cut: int, flips: list[tuple[int, int]]) -> None:
    data = bytearray(write_pdf([Page(show(72, 700, LOREM), [(72, 690, 90, 710, "https://example.org")])])[: cut + 100])
    for place, bit in flips:
        data[place % len(data)] ^= 1 << bit
    try:
        reading = read(bytes(data))
    except ReadFailed:
        return
    assert all(line for line in lines(reading))


def real(path: str) -> Extraction:
    file = SHARED / path
    if not file.exists():
        pytest.skip(f"needs ../shared/corpus/{path}")
    return read(file.read_bytes())


@pytest.mark.shared
def test_link_split_symbols_are_whole() -> None:
    text = real("resolutions/A-RES-76-46/en.pdf").source.text
    assert "its resolutions 50/70 P of 12 December\n1995, 51/45 O" in text


@pytest.mark.shared
def test_arabic_lines_are_in_the_order_of_reading() -> None:
    text = unicodedata.normalize("NFC", real("resolutions/A-RES-76-46/ar.pdf").source.text)
    marked_word = unicodedata.normalize("NFC", "مقسَّم")
    for phrase in (
        "A/RES/76/46",
        "75/63",
        "كانون الأول/ديسمبر",
        "البند 100 (ب) من",
        "لعام 1972(1)",
        marked_word,
    ):
        assert phrase in text


@pytest.mark.shared
def test_chinese_gets_no_spaces_at_digits() -> None:
    assert "1994年12月15日第49/75 E号决议" in real("resolutions/A-RES-76-46/zh.pdf").source.text


@pytest.mark.shared
def test_every_real_file_is_read_or_refused_in_form() -> None:
    files = sorted((SHARED / "pdf").glob("*.pdf"))
    if not files:
        pytest.skip("needs ../shared/corpus/pdf")
    for file in files[::6]:
        try:
            reading = read(file.read_bytes())
        except ReadFailed:
            continue
        assert "\n\n" not in reading.source.text
        assert all(reading.source.text[block.span.end] == "\n" for block in reading.blocks)


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        ("\u201c\u0628\u0627\u201d", "\u201c\u0627\u0628\u201d"),
        ("\u201d\u0628\u0627\u201c A", "A \u201c\u0627\u0628\u201d"),
    ],
    ids=["turned round like brackets", "left alone after a Latin word"],
)
def test_quotes_of_a_leftward_line_are_as_printed(printed: str, read_as: str) -> None:
    """``printed`` is the line from the left, as pdfium tells it."""
    letters = [Glyph(sign, None, float(at), at + 1.0, at) for at, sign in enumerate(printed)]
    ordered = order_logically(letters, rightwards=False)
    assert "".join(letter.text for letter in ordered) == read_as
