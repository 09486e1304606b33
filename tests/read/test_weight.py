"""What looks small and asks for much is refused before a reader spends time or memory on it."""

from __future__ import annotations

import base64
import zlib

import pytest
from bench.hostile import build_pdf
from tests.read.packages import build_docx

from verbale.errors import TooLarge
from verbale.read.dispatch import read_bytes
from verbale.read.limits import Limits
from verbale.read.pdf_filters import find_filters, unpack
from verbale.read.pdf_streams import refuse_heavy_streams

_MANY = b"BT /F1 9 Tf " + b"(a)Tj " * 200_000 + b"ET"


def encode_runs(content: bytes) -> bytes:
    return b"".join(bytes((256 - 99,)) + content[at : at + 1] for at in range(0, len(content), 100)) + b"\x80"


@pytest.mark.parametrize(
    ("names", "packed"),
    [
        ("/FlateDecode", zlib.compress(_MANY)),
        ("[/ASCII85Decode /FlateDecode]", base64.a85encode(zlib.compress(_MANY)) + b"~>"),
        ("[/ASCIIHexDecode/FlateDecode]", zlib.compress(_MANY).hex().encode() + b">"),
        ("[/Fl /Fl]", zlib.compress(zlib.compress(_MANY))),
    ],
)
@pytest.mark.parametrize("told", ["", "/Subtype /Image", "/Length1 5", "/Subtype /Type1C"])
def test_a_page_is_weighed_through_all_filters_and_whatever_it_calls_itself(
    names: str, packed: bytes, told: str
) -> None:
    with pytest.raises(TooLarge, match="pieces of text"):
        refuse_heavy_streams(build_pdf([packed], f"/Filter {names} {told}"), "x.pdf", Limits())


def test_what_is_packed_by_each_filter() -> None:
    assert unpack(encode_runs(b"a" * 300), ["RunLengthDecode"], 1000) == b"a" * 300
    assert unpack(b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", ["LZWDecode"], 1000) == b"-----A---B"
    assert unpack(b"48 65 6c6C 6F>", ["ASCIIHexDecode"], 1000) == b"Hello"
    assert unpack(b"not packed", ["FlateDecode"], 1000) == b""
    assert len(unpack(b"z" * 5000, ["ASCII85Decode"], 1000)) > 1000
    assert find_filters(b"<< /Filter [ /A85 /Fl ] >>") == ["A85", "Fl"]


def pdf_of_forms(forms: list[tuple[bytes, str]], page: bytes = b"/X Do") -> bytes:
    """A page that draws the form X; each form is object 20 and on, with what its resources say."""
    objects = [
        b"1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj",
        b"2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj",
        b"3 0 obj << /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /X 20 0 R >> >> >> endobj",
        b"4 0 obj << /Length %d >> stream\n%s\nendstream endobj" % (len(page), page),
    ]
    for number, (content, resources) in enumerate(forms, 20):
        head = f"{number} 0 obj << /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << {resources} >>"
        objects.append(f"{head} /Length {len(content)} >> stream\n".encode() + content + b"\nendstream endobj")
    return b"%PDF-1.7\n" + b"\n".join(objects) + b"\ntrailer << /Root 1 0 R >>"


def test_forms_count_as_often_as_they_are_drawn() -> None:
    tenfold = b"/X Do " * 10
    bomb = [(tenfold, f"/XObject << /X {at} 0 R >>") for at in range(21, 28)]
    for forms in ([*bomb, (b"(a)Tj", "")], [(b"/X Do /X Do /X Do ", "/XObject << /X 20 0 R >>")]):
        with pytest.raises(TooLarge, match="a page draws"):
            refuse_heavy_streams(pdf_of_forms(forms), "x.pdf", Limits())
    refuse_heavy_streams(pdf_of_forms([(b"BT (letterhead) Tj ET", "")], b"/X Do " * 20), "x.pdf", Limits())


def test_a_page_in_many_streams_is_weighed_as_one() -> None:
    part = b"(a)Tj " * 30_000
    pages = build_pdf([part] * 5).replace(b"/Contents 4 0 R", b"/Contents [4 0 R 6 0 R 8 0 R 10 0 R]", 1)
    with pytest.raises(TooLarge, match="120,000 pieces"):
        refuse_heavy_streams(pages, "x.pdf", Limits())
    refuse_heavy_streams(build_pdf([part] * 5), "x.pdf", Limits())


def test_a_label_is_no_longer_than_word_allows() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="{"%1." * 50_000}"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    item = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>y</w:t></w:r></w:p>'
    data = build_docx(item * 3, numbering=numbering)
    assert max(map(len, read_bytes(data, "x.docx").source.text.splitlines())) < 300


def test_an_element_of_very_many_attributes_is_refused() -> None:
    attributes = " ".join(f"a{at}='1'" for at in range(2_000))
    with pytest.raises(TooLarge, match="attributes"):
        read_bytes(f"<html><p {attributes}>x</p></html>".encode(), "x.html")
    picture = "A" * 50_000
    assert read_bytes(f'<html><p>x<img src="data:{picture}"></p></html>'.encode(), "x.html").source.text == "x"
