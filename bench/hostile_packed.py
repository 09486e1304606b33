"""More bad input, made on the spot: packages, messages and markup that make much of little."""

from __future__ import annotations

import base64
import binascii
import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

from bench.hostile import Case, build_docx, pack, paragraph

_MEGABYTE = 1 << 20
_ODT_HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0">'
)
_MAIL = "From: a@example.org\nMIME-Version: 1.0\n"
_STRUCK = "<w:p>" + "<w:r><w:rPr><w:strike/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r>" * 50_000 + "</w:p>"


def _written(make: Callable[[], bytes | str]) -> Callable[[Path], object]:
    def write(path: Path) -> None:
        made = make()
        path.write_bytes(made if isinstance(made, bytes) else made.encode())

    return write


def _odt(styles: str, body: str) -> bytes:
    content = (
        f"{_ODT_HEAD}<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.text")
        archive.writestr(zipfile.ZipInfo("content.xml"), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _ringed_styles() -> bytes:
    rows = "".join(
        f'<style:style style:name="S{at}" style:parent-style-name="S{(at + 1) % 5_000}"/>' for at in range(5_000)
    )
    return _odt(rows, '<text:p text:style-name="S0">words</text:p>')


def _nested_archives(depth: int) -> str:
    data = b"words"
    for _ in range(depth):
        data = pack({"inner.zip": data})
    return _with_file(data, "outer.zip")


def _with_file(data: bytes, name: str, kind: str = "application/octet-stream") -> str:
    head = f"Content-Type: {kind}; name={name}\nContent-Transfer-Encoding: base64\n\n"
    return _MAIL + head + base64.encodebytes(data).decode()


def _many_in_tnef(count: int) -> str:
    start = struct.pack("<BHHI", 2, 0x9002, 0, 2) + b"\1\0\1\0"
    return _with_file(b"\x78\x9f\x3e\x22\x01\x00" + start * count, "winmail.dat")


def _signed(message: bytes) -> bytes:
    """A message in a signature, whose lengths need no more than four bytes."""

    def item(tag: int, content: bytes) -> bytes:
        return bytes((tag, 0x84)) + len(content).to_bytes(4, "big") + content

    kind = bytes((0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07))
    inside = item(0x30, kind + b"\1" + item(0xA0, item(0x04, message)))
    return item(0x30, kind + b"\2" + item(0xA0, item(0x30, b"\2\1\1" + item(0x31, b"") + inside)))


def _nested_signatures(depth: int) -> str:
    message = b"Content-Type: text/plain\n\nwords\n"
    head = b"Content-Type: application/pkcs7-mime; name=smime.p7m\nContent-Transfer-Encoding: 8bit\n\n"
    for _ in range(depth):
        message = head + _signed(message)
    return _with_file(_signed(message), "smime.p7m", "application/pkcs7-mime")


PACKED = tuple(
    Case(name, _written(make), outcome, words, ending)
    for name, make, outcome, words, ending in (
        ("a DOCX of 50,000 struck words", lambda: build_docx(_STRUCK), "tree", "read/struck-text", ".docx"),
        (
            "a DOCX of 400,000 citations on one line",
            lambda: build_docx(paragraph("A/RES/76/53 " * 400_000)),
            "any",
            "",
            ".docx",
        ),
        ("an OpenDocument of styles in a ring", _ringed_styles, "tree", "", ".odt"),
        (
            "an OpenDocument nested 5,000 deep",
            lambda: _odt("", "<text:section>" * 5_000 + "<text:p>a</text:p>" + "</text:section>" * 5_000),
            "Damaged",
            "well-formed",
            ".odt",
        ),
        (
            "an OpenDocument of 64 MB of blanks",
            lambda: _odt("", "<text:p>a" + " " * (64 * _MEGABYTE) + "</text:p>"),
            "any",
            "",
            ".odt",
        ),
        (
            "a style of a megabyte that almost strikes",
            lambda: f'<html><p style="{"text-decoration:" * 65_536}">a</p></html>',
            "tree",
            "",
            ".html",
        ),
        ("archives 200 deep in one another", lambda: _nested_archives(200), "any", "", ".eml"),
        ("a winmail.dat of 100,000 empty files", lambda: _many_in_tnef(100_000), "any", "", ".eml"),
        ("signatures 100 deep in one another", lambda: _nested_signatures(100), "any", "", ".eml"),
        (
            "100,000 uuencoded files in one message",
            lambda: _MAIL + "\n" + f"begin 644 a\n{binascii.b2a_uu(b'words').decode()}`\nend\n" * 100_000,
            "any",
            "",
            ".eml",
        ),
        (
            "an mbox of 20,000 messages",
            lambda: "From a Mon May  2 09:00:00 2022\nTo: a\n\nx\n\n" * 20_000,
            "any",
            "",
            ".mbox",
        ),
        (
            "quotations 2,000 deep",
            lambda: _MAIL + "\n" + "".join(f"{'> ' * depth}words\n" for depth in range(2_000)),
            "any",
            "",
            ".eml",
        ),
        (
            "Akoma Ntoso of 50,000 deletions",
            lambda: (
                '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="d"><mainBody><p>'
                + "<del>a</del>" * 50_000
                + "</p></mainBody></doc></akomaNtoso>"
            ),
            "any",
            "",
            ".xml",
        ),
    )
)
_SLOW = ("a DOCX of 400,000 citations on one line", "an mbox of 20,000 messages")
PACKED_LIGHT = tuple(case for case in PACKED if case.name not in _SLOW)
"""Cases that take a second at most."""
