"""Words of a PDF that nobody sees are not read, and are told; words recognised in a scan are read, and told."""

from __future__ import annotations

import pytest
from tests.read.pdf_writer import Page, picture, show, write_pdf

from verbale.model.block import Extraction
from verbale.model.span import Origin
from verbale.read.limits import Limits
from verbale.read.pdf import read_pdf

_SEEN = show(72, 700, "The State agrees.")
_OFF = "/OCProperties << /OCGs [3 0 R 4 0 R] /D << /OFF [3 0 R] /Order [3 0 R 4 0 R] >> >>"
_LAYERS = (b"<< /Type /OCG /Name (off) >>", b"<< /Type /OCG /Name (on) >>")


def read(page: Page, catalog: str = "", extra: tuple[bytes, ...] = ()) -> Extraction:
    return read_pdf(write_pdf([page], catalog=catalog, extra=extra), "seen.pdf", "0" * 64, Limits())


def lines(reading: Extraction) -> list[str]:
    return [block.span.slice(reading.source.text) for block in reading.blocks]


def told(reading: Extraction, rule: str = "read/hidden-text") -> list[str]:
    return [finding.message for finding in reading.findings if finding.rule == rule]


def box(x: int, y: int, wide: int, high: int, grey: float) -> str:
    return f"q {grey} g {x} {y} {wide} {high} re f Q\n"


@pytest.mark.parametrize(
    "content",
    [
        "1 g " + show(72, 650, "Unseen words") + "0 g ",
        "0.99 g " + show(72, 650, "Unseen words") + "0 g ",
        "3 Tr " + show(72, 650, "Unseen words") + "0 Tr ",
        show(72, 650, "Unseen words") + box(60, 640, 200, 30, 0),
        show(72, 650, "Unseen words") + box(60, 640, 200, 30, 1),
        show(72, 900, "Unseen words"),
        show(-400, 650, "Unseen words"),
        show(72, 650, "Unseen words", size=0.5),
        box(60, 640, 200, 30, 0.4) + "0.4 g " + show(72, 650, "Unseen words") + "0 g ",
    ],
)
def test_what_nobody_sees_is_told_and_not_read(content: str) -> None:
    reading = read(Page(_SEEN + content))
    assert lines(reading) == ["The State agrees."]
    assert [message.rpartition(": ")[2] for message in told(reading)] == ["“Unseen words”"]


@pytest.mark.parametrize(
    "content",
    [
        box(60, 640, 200, 30, 0) + "1 g " + show(72, 650, "Seen words") + "0 g ",
        "0.5 g " + show(72, 650, "Seen words") + "0 g ",
        box(60, 640, 200, 30, 0.9) + show(72, 650, "Seen words"),
        show(72, 650, "Seen words") + "q 0 G 60 640 200 30 re S Q ",
        show(72, 650, "Seen words") + "q 0 g 60 649 200 0.5 re f Q ",
        "2 Tr 1 g 0 G " + show(72, 650, "Seen words") + "0 Tr 0 g ",
    ],
)
def test_what_anybody_sees_is_read(content: str) -> None:
    reading = read(Page(_SEEN + content))
    assert lines(reading) == ["The State agrees.", "Seen words"]
    assert told(reading) == []


def test_words_outside_the_crop_box_are_outside_the_page() -> None:
    reading = read(Page(_SEEN + show(72, 760, "Cut off"), boxes="/CropBox [0 0 612 740]"))
    assert lines(reading) == ["The State agrees."]
    assert "outside the page" in told(reading)[0]


def test_a_layer_that_is_off_is_not_read_although_one_that_is_on_lies_over_it() -> None:
    layers = "/OC /Off BDC " + show(72, 700, "Le texte cache") + "EMC /OC /On BDC " + _SEEN + "EMC "
    page = Page(layers, resources="/Properties << /Off 3 0 R /On 4 0 R >>")
    reading = read(page, _OFF, _LAYERS)
    assert lines(reading) == ["The State agrees."]
    assert "“Le texte cache”" in told(reading)[0]


def test_a_drawing_on_a_layer_that_is_off_is_not_read() -> None:
    words = show(72, 650, "Unseen words").encode()
    drawing = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 612 792] /OC 3 0 R /Length %d "
        b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> >> >> >>\n"
        b"stream\n%s\nendstream" % (len(words), words)
    )
    reading = read(Page(_SEEN + "/Fm Do ", resources="/XObject << /Fm 5 0 R >>"), _OFF, (*_LAYERS, drawing))
    assert lines(reading) == ["The State agrees."]
    assert "“Unseen words”" in told(reading)[0]


def test_words_recognised_in_a_scan_are_read_as_such() -> None:
    reading = read(Page(picture(612, 792) + "3 Tr " + show(72, 700, "Thc Statc agrces.")))
    assert [(line, block.origin) for line, block in zip(lines(reading), reading.blocks, strict=True)] == [
        ("Thc Statc agrces.", Origin.RECOGNISED)
    ]
    assert told(reading) == []
    assert len(told(reading, "read/recognised-layer")) == 1


def test_words_under_a_scan_are_recognised_ones_and_under_a_stamp_are_covered() -> None:
    under = read(Page(show(72, 700, "Words under a scan") + picture(612, 792)))
    assert [block.origin for block in under.blocks] == [Origin.RECOGNISED]
    covered = read(Page(_SEEN + show(10, 20, "Cut") + picture(80, 40)))
    assert lines(covered) == ["The State agrees."]


def test_a_watermark_is_no_line_of_the_text() -> None:
    page = Page(_SEEN + "BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (DRAFT) Tj ET ")
    reading = read(page)
    assert lines(reading) == ["The State agrees."]
    assert "“DRAFT”" in told(reading, "read/watermark")[0]
