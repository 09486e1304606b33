"""Form fields, notes, stamps and lines through words of PDFs: read as what they are, and told."""

from __future__ import annotations

from tests.read.pdf_writer import Page, show, write_pdf

from verbale.model.block import Extraction, Shape
from verbale.model.finding import Severity
from verbale.model.span import Origin
from verbale.read.limits import Limits
from verbale.read.pdf import read_pdf

_TEXT = "/Subtype /Widget /FT /Tx /F 4"


def read(*pages: Page, form: str = "", extra: tuple[bytes, ...] = ()) -> Extraction:
    return read_pdf(write_pdf(list(pages), form=form, extra=extra), "form.pdf", "0" * 64, Limits())


def lines(reading: Extraction) -> list[tuple[str, Origin]]:
    return [(block.span.slice(reading.source.text), block.origin) for block in reading.blocks]


def told(reading: Extraction, rule: str) -> list[str]:
    return [finding.message for finding in reading.findings if finding.rule == rule]


def test_a_field_is_read_where_it_stands() -> None:
    page = Page(
        show(72, 700, "Country:") + show(72, 680, "Views:") + show(72, 600, "End of the form"),
        notes=[
            f"{_TEXT} /T (views) /V (First line\\rSecond line) /Rect [120 640 400 690]",
            f"{_TEXT} /T (country) /V (Ruritania) /Rect [120 698 400 712]",
            f"{_TEXT} /T (empty) /Rect [120 500 400 520]",
        ],
    )
    reading = read(page)
    assert lines(reading) == [
        ("Country:", Origin.TEXT),
        ("Ruritania", Origin.FORM_FIELD),
        ("Views:", Origin.TEXT),
        ("First line", Origin.FORM_FIELD),
        ("Second line", Origin.FORM_FIELD),
        ("End of the form", Origin.TEXT),
    ]
    assert reading.blocks[1].shape is Shape.PARAGRAPH
    assert "“Ruritania”" in told(reading, "read/form-field")[0]


def test_the_value_of_a_field_may_stand_in_its_parent() -> None:
    field = b"<< /FT /Tx /T (state) /V (Ruritania) /Kids [] >>"
    reading = read(
        Page(show(72, 700, "State:"), notes=["/Subtype /Widget /Parent 3 0 R /Rect [120 698 400 712]"]), extra=(field,)
    )
    assert lines(reading)[-1] == ("Ruritania", Origin.FORM_FIELD)


def test_boxes_stand_with_the_words_next_to_them() -> None:
    state = "/Subtype /Widget /FT /Btn /F 4 /AP << /N << /On 3 0 R >> >>"
    page = Page(
        show(90, 700, "Yes, ratified") + show(90, 680, "No") + show(72, 640, "Signed?   Yes        No"),
        notes=[
            f"{state} /T (yes) /V /On /AS /On /Rect [72 698 84 710]",
            f"{state} /T (no) /AS /Off /Rect [72 678 84 690]",
            f"{state} /T (signed) /V /On /AS /On /Rect [133 638 140 648]",
            f"{state} /T (alone) /TU (I agree) /V /On /AS /On /Rect [72 500 84 512]",
        ],
    )
    look = b"<< /Type /XObject /Subtype /Form /BBox [0 0 1 1] /Length 0 >>\nstream\n\nendstream"
    reading = read(page, extra=(look,))
    assert [line for line, _ in lines(reading)][:2] == ["☒ Yes, ratified", "☐ No"]
    assert lines(reading)[2][0].startswith("Signed? Yes ☒")
    assert lines(reading)[3] == ("☒ I agree", Origin.FORM_FIELD)


def test_a_choice_is_read_as_the_list_shows_it() -> None:
    choice = "/Subtype /Widget /FT /Ch /Opt [[(a) (In favour)] [(b) (Against)]] /V (b) /F 4 /Rect [120 698 400 712]"
    reading = read(Page(show(72, 700, "Vote:"), notes=[f"{choice} /T (vote) /Ff 131072"]))
    assert lines(reading)[-1] == ("Against", Origin.FORM_FIELD)


def test_notes_and_stamps_are_read_as_put_on_and_comments_are_told() -> None:
    page = Page(
        show(72, 700, "1. The State agrees."),
        notes=[
            "/Subtype /FreeText /F 4 /Contents (2. This is withdrawn.) /Rect [72 670 300 690]",
            "/Subtype /Stamp /F 4 /Contents (RECEIVED 3 MAY) /Rect [400 720 500 740]",
            "/Subtype /Text /F 4 /Contents (Is this so?) /Rect [300 700 310 710]",
            "/Subtype /FreeText /F 2 /Contents (hidden remark) /Rect [72 600 300 620]",
        ],
    )
    reading = read(page)
    assert lines(reading) == [
        ("RECEIVED 3 MAY", Origin.ANNOTATION),
        ("1. The State agrees.", Origin.TEXT),
        ("2. This is withdrawn.", Origin.ANNOTATION),
    ]
    found = {finding.rule: finding for finding in reading.findings}
    assert found["read/annotation"].severity is Severity.WARNING
    assert "Is this so?" in found["read/comment"].message
    assert "hidden remark" in found["read/hidden-text"].message


def test_a_stamp_of_a_picture_alone_is_told() -> None:
    reading = read(Page(show(72, 700, "Words"), notes=["/Subtype /Stamp /F 4 /Rect [72 600 200 640]"]))
    assert "look at the page" in told(reading, "read/annotation")[0]


def test_words_with_a_line_through_them_are_told() -> None:
    quads = "/QuadPoints [72 710 132 710 72 698 132 698]"
    page = Page(
        show(72, 700, "We agree") + show(150, 700, "and support"),
        notes=[f"/Subtype /StrikeOut /F 4 {quads} /Rect [72 698 132 710]"],
    )
    reading = read(page)
    assert told(reading, "read/struck-text") == ["page 1: Struck words were kept: “We agree”"]


def test_a_form_of_xfa_is_named_with_its_values() -> None:
    packet = (
        b"<xdp:xdp><xfa:datasets><xfa:data><f><State>Ruritania &amp; Co</State></f></xfa:data></xfa:datasets></xdp:xdp>"
    )
    stream = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(packet), packet)
    reading = read(Page(show(72, 700, "Please wait...")), form="/XFA 3 0 R", extra=(stream,))
    message = told(reading, "read/xfa-form")[0]
    assert "placeholder" in message
    assert "State: Ruritania & Co" in message
