"""Bad input, made on the spot: what no document should be and what a mailbox brings all the same.

Each case writes one file and says what must come of it: ``tree`` with words that must stand in
its findings, or the class of the error with words of its message.
"""

from __future__ import annotations

import base64
import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_MEGABYTE = 1 << 20
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}" Target="word/document.xml"/></Relationships>'
)
_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY l0 "lol">'
    + "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    + "]>"
)
_SENTENCE = "The General Assembly, recalling its resolution 76/53, decides to remain seized of the matter."


@dataclass(frozen=True, slots=True)
class Case:
    """A bad file: how it is written, and what must come of it. ``heavy`` ones are for the bench alone."""

    name: str
    write: Callable[[Path], object]
    outcome: str
    words: str = ""
    ending: str = ".bin"
    heavy: bool = False


def build_docx(inner: str, head: str = "") -> bytes:
    """The least DOCX there is, with ``inner`` as its body and ``head`` before its root."""
    return pack({"_rels/.rels": _RELATIONS, "word/document.xml": wrap(inner, head)})


def wrap(inner: str, head: str = "") -> str:
    """A main part."""
    return f'{head}<w:document xmlns:w="{_W}"><w:body>{inner}</w:body></w:document>'


def paragraph(text: str) -> str:
    """A paragraph of the main part."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def pack(files: dict[str, str | bytes]) -> bytes:
    """A package of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def pack_zeros(size: int) -> bytes:
    """A DOCX whose main part is ``size`` zeros: one deflated megabyte, set down again and again."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    block = packer.compress(bytes(_MEGABYTE)) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = block * (size // _MEGABYTE) + packer.flush()
    name = b"word/document.xml"
    crc, told = 0, min(size, 0xFFFFFFFF)
    local = struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 33, crc, len(packed), told, len(name), 0) + name
    entry = struct.pack(
        "<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 8, 0, 33, crc, len(packed), told, len(name), 0, 0, 0, 0, 0, 0
    )
    rest = local + packed
    directory = entry + name
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1, 1, len(directory), len(rest), 0)
    return rest + directory + end


def build_pdf(streams: list[bytes], entries: str = "", trailer: str = "", kids: str = "") -> bytes:
    """A PDF with one page for each content stream; ``entries`` go into every stream's dictionary."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", font]
    pages = []
    for stream in streams:
        objects.append(f"<< /Length {len(stream)} {entries} >>\nstream\n".encode() + stream + b"\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        pages.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{kids or ' '.join(pages)}] /Count {len(streams)} >>".encode()
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def _sparse(path: Path) -> None:
    with path.open("wb") as stream:
        stream.write(b"%PDF-1.4\n")
        stream.truncate(2 << 30)


def _put(build: Callable[[], bytes]) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(build())


def _just(data: bytes | str) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))


def _nested_zip() -> bytes:
    inner = pack({"zeros": bytes(_MEGABYTE)})
    for _ in range(6):
        inner = pack({f"{at}.zip": inner for at in range(8)})
    return inner


def _deflated(content: bytes, times: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(content) for _ in range(times)) + packer.flush()


def _heavy_pdf(content: bytes, times: int) -> bytes:
    """One page whose content unpacks to ``content``, over and over."""
    return build_pdf([_deflated(content, times)], "/Filter /FlateDecode")


def _long_docx(paragraphs: int) -> bytes:
    """Paragraphs that differ enough to stay below any honest ratio of packing."""
    body = "".join(
        paragraph(f"{at * 7919 % 99991:x}{at * 104729 % 999983:x} {_SENTENCE[: at % 90]}") for at in range(paragraphs)
    )
    return build_docx(body)


def _form_pdf(form: bytes) -> bytes:
    page = (
        b"%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj 2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> "
    )
    page += b"endobj 3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject "
    page += b"<< /X 5 0 R >> >> >> endobj 4 0 obj << /Length 5 >> stream\n/X Do\nendstream "
    page += b"endobj 5 0 obj << /Subtype /Form "
    page += b"/BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> /Length %d >> stream\n%s\n" % (len(form), form)
    return page + b"endstream endobj trailer << /Root 1 0 R >>\n%%EOF"


def _nested_mail(depth: int) -> str:
    heads = (f"Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n" for at in range(depth))
    return "".join(heads) + "\nwords\n"


def _packed_mail(data: bytes) -> bytes:
    head = b"Content-Type: application/zip\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment\n\n"
    return head + base64.b64encode(data)


_MAIL = "From: A <a@example.org>\nMIME-Version: 1.0\n"
_FLATE, _IMAGE = "/Filter /FlateDecode", "/Subtype /Image"
_TEXT_PAGE = b"BT /F1 10 Tf 72 700 Td (A paragraph.) Tj ET"
_PICTURE = b"q 600 0 0 780 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"
_LOCK = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >> /ID [<00> <00>]"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)

LIGHT = (
    Case("empty file", _just(b""), "NotADocument", "empty"),
    Case("zeros", _just(bytes(4096)), "NotADocument", "not text"),
    Case("a picture", _just(b"\x89PNG\r\n\x1a\n" + bytes(64)), "NotADocument", "PNG picture", ".pdf"),
    Case("a program", _just(b"\x7fELF" + bytes(range(256)) * 8), "NotADocument", "program", ".docx"),
    Case("noise", _just(bytes((at * 7919 + at // 251) % 256 for at in range(9999))), "NotADocument", "not text"),
    Case("RTF", _just(b"{\\rtf1 words}"), "tree", "", ".doc"),
    Case("RTF without words", _just(b"{\\rtf1 }"), "Damaged", "no words", ".doc"),
    Case("Office of before 2007", _just(_OLE), "NotADocument", "before 2007", ".doc"),
    Case("a ZIP that is no DOCX", _put(lambda: pack({"a.txt": "words"})), "NotADocument", "", ".docx"),
    Case("a PDF named as DOCX", _put(lambda: build_pdf([_TEXT_PAGE])), "tree", "", ".docx"),
    Case("HTML named as PDF", _just("<html><body><p>Words</p></body></html>"), "tree", "", ".pdf"),
    Case("an encrypted PDF", _put(lambda: build_pdf([_TEXT_PAGE], trailer=_LOCK)), "Encrypted", "password", ".pdf"),
    Case("an encrypted DOCX", _just(_OLE + "EncryptedPackage".encode("utf-16-le")), "Encrypted", "password", ".docx"),
    Case("a PDF cut short", _put(lambda: build_pdf([_TEXT_PAGE])[:120]), "Damaged", "broken or cut short", ".pdf"),
    Case("a DOCX cut short", _put(lambda: build_docx(paragraph("a"))[:300]), "Damaged", "", ".docx"),
    Case("a PDF without pages", _put(lambda: build_pdf([])), "Damaged", "", ".pdf"),
    Case("a PDF whose pages are a ring", _put(lambda: build_pdf([_TEXT_PAGE], kids="2 0 R")), "any", "", ".pdf"),
    Case("an image-only scan", _put(lambda: build_pdf([_TEXT_PAGE, _PICTURE])), "tree", "image-only page 2", ".pdf"),
    Case("a ZIP bomb, nested", _put(lambda: pack({"bomb.zip": _nested_zip()})), "NotADocument", "", ".docx"),
    Case("a DOCX of 64 MB of zeros", _put(lambda: pack_zeros(64 * _MEGABYTE)), "TooLarge", "times its size", ".docx"),
    Case("billion laughs, DOCX", _put(lambda: build_docx(paragraph("&l9;"), _LAUGHS)), "Damaged", "", ".docx"),
    Case("billion laughs, XML", _just(f"{_LAUGHS}<lolz>&l9;</lolz>"), "NotADocument", "XML", ".xml"),
    Case("billion laughs, HTML", _just(f"{_LAUGHS}<html><body><p>&l9;</p></body></html>"), "any", "", ".html"),
    Case(
        "an external entity, DOCX",
        _put(
            lambda: build_docx(
                paragraph("&x;"), '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
            )
        ),
        "Damaged",
        "document type",
        ".docx",
    ),
    Case(
        "an external entity, XML",
        _just('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'),
        "NotADocument",
        "XML",
        ".xml",
    ),
    Case("lone surrogates in UTF-8", _just(b"words \xed\xa0\x80 and \xed\xbf\xbf words\n"), "tree", "read/encoding"),
    Case("lone surrogates in UTF-16", _just(b"\xff\xfew\x00o\x00\x00\xd8r\x00d\x00"), "tree", "read/"),
    Case(
        "lone surrogates in HTML",
        _just("<html><p>a &#xD800; b &#55357; c</p></html>"),
        "tree",
        "read/bad-character",
        ".html",
    ),
    Case("lone surrogates in DOCX", _put(lambda: build_docx(paragraph("&#xD800;"))), "Damaged", "well-formed", ".docx"),
    Case(
        "HTML nested 50,000 deep", _just("<html>" + "<div>" * 50_000 + "words" + "</div>" * 50_000), "any", "", ".html"
    ),
    Case(
        "DOCX nested 5,000 deep",
        _put(lambda: build_docx("<w:tbl><w:tr><w:tc>" * 5_000 + paragraph("a") + "</w:tc></w:tr></w:tbl>" * 5_000)),
        "Damaged",
        "well-formed",
        ".docx",
    ),
    Case(
        "a form that draws itself",
        _just(_form_pdf(b"/X Do /X Do /X Do")),
        "TooLarge",
        "a page draws",
        ".pdf",
    ),
    Case(
        "a page called a picture",
        _put(lambda: build_pdf([_deflated(_TEXT_PAGE + b" ", 400_000)], f"{_FLATE} {_IMAGE}")),
        "TooLarge",
        "",
        ".pdf",
    ),
    Case(
        "a page under two filters",
        _put(lambda: build_pdf([_deflated(b"(a)Tj ", 200_000).hex().encode()], "/Filter [/AHx /Fl]")),
        "TooLarge",
        "",
        ".pdf",
    ),
    Case(
        "a million saved states", _put(lambda: build_pdf([_deflated(b"q ", 1_000_000)], _FLATE)), "TooLarge", "", ".pdf"
    ),
    Case(
        "an element of 50,000 attributes",
        _just("<html><p " + " ".join(f"a{at}=1" for at in range(50_000)) + ">a</p></html>"),
        "TooLarge",
        "attributes",
        ".html",
    ),
    Case("a message nested 200 deep", _just(_MAIL + _nested_mail(200)), "TooLarge", "nested", ".eml"),
    Case(
        "a message of 5,000 parts",
        _just(_MAIL + "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n" * 5_000),
        "TooLarge",
        "parts",
        ".eml",
    ),
    Case(
        "a message of the year 9999",
        _just(_MAIL + "Date: Fri, 31 Dec 9999 23:59:59 -1200\n\nwords\n"),
        "tree",
        "",
        ".eml",
    ),
    Case(
        "a message in no encoding there is",
        _just(_MAIL + "Content-Type: text/plain; charset=klingon\n\nwords\n"),
        "tree",
        "klingon",
        ".eml",
    ),
    Case(
        "an archive bomb in a message",
        _put(lambda: _MAIL.encode() + _packed_mail(pack({"a": bytes(60 * _MEGABYTE)}))),
        "any",
        "",
        ".eml",
    ),
    Case(
        "a sender of 20,000 words",
        _just("From: " + "Permanent Mission " * 10_000 + "<a@b>\nMIME-Version: 1.0\n\nwords\n"),
        "any",
        "",
        ".eml",
    ),
    Case("RTF nested 20,000 deep", _just("{\\rtf1 " + "{" * 20_000 + "a" + "}" * 20_001), "any", "", ".rtf"),
    Case("200,000 characters on one line", _just("a" * 200_000), "tree"),
    Case("100,000 opening brackets", _just("(" * 100_000), "tree"),
    Case("100,000 digits", _just("1" * 100_000), "tree"),
    Case("20,000 labels on one line", _just("(a) " * 20_000), "tree"),
    Case("20,000 form feeds", _just("a\f" * 20_000), "tree"),
    Case("3,000 bidirectional marks on one line", _just("\u202b\u202aabc\u202c" * 1_000), "tree"),
)

_LEAD = "The General Assembly recalls the resolutions and documents named below, which were adopted without a vote.\n\n"
_SHAPES = (
    "7 ",
    "76/53 ",
    "A/RES/",
    "A/76/1, ",
    "resolution 76/53, ",
    "resolutions 51/45 M, N and O, ",
    "resolution 1540, ",
    "A/76/1, para. 3; ibid., para. 4; ",
    "Human Rights Council resolution 46/17 of 23 March 2021 and ",
)

HEAVY = tuple(
    Case(name, write, outcome, words, ending, heavy=True)
    for name, write, outcome, words, ending in (
        ("a DOCX of 4 GB of zeros", _put(lambda: pack_zeros(4095 * _MEGABYTE)), "TooLarge", "unpacks to", ".docx"),
        ("a 2-GB sparse file", _sparse, "TooLarge", "the limit is", ".pdf"),
        ("a PDF of 10,000 pages", _put(lambda: build_pdf([_TEXT_PAGE] * 10_000)), "TooLarge", "10000 pages", ".pdf"),
        (
            "a PDF stream of 1 GB of blanks",
            _put(lambda: _heavy_pdf(b" " * _MEGABYTE, 1024)),
            "TooLarge",
            "unpacks",
            ".pdf",
        ),
        (
            "a PDF stream of 200 MB of words",
            _put(lambda: _heavy_pdf(_TEXT_PAGE * 23_000, 200)),
            "TooLarge",
            "unpacks",
            ".pdf",
        ),
        ("a PDF stream of 15 MB of words", _put(lambda: _heavy_pdf(_TEXT_PAGE * 23_000, 14)), "any", "", ".pdf"),
        ("50 MB of text without a line break", _just("word " * (10 * _MEGABYTE)), "TooLarge", "limit", ".txt"),
        ("8 MB of text without a line break", _just("word " * (8 * _MEGABYTE // 5)), "any", "", ".txt"),
        ("8 MB of Arabic without a line break", _just("كلمة " * (8 * _MEGABYTE // 9)), "any", "", ".txt"),
        ("8 MB of Chinese without a line break", _just("大会" * (8 * _MEGABYTE // 6)), "any", "", ".txt"),
        ("5 MB of one character", _just("a" * (5 * _MEGABYTE)), "tree", "", ".txt"),
        ("5 MB of spaces and dots", _just(" ." * (5 * _MEGABYTE // 2)), "any", "", ".txt"),
        *(
            (f"1 MB of {shape} again and again", _just(_LEAD + shape * (_MEGABYTE // len(shape))), "tree", "", ".txt")
            for shape in _SHAPES
        ),
        ("60,000 bidirectional marks on one line", _just("\u202b\u202aabc\u202c" * 20_000), "tree", "", ".txt"),
        ("5 MB of bullets on one line", _just("• " * (5 * _MEGABYTE // 4)), "any", "", ".txt"),
        ("20 MB of short lines", _just("a\n" * (10 * _MEGABYTE)), "TooLarge", "limit", ".txt"),
        ("80,000 short lines", _just("a\n" * 80_000), "tree", "", ".txt"),
        ("75,000 sentences", _just((_SENTENCE + "\n") * 75_000), "tree", "", ".txt"),
        ("75,000 numbered items", _just("\n".join(f"({at}) {_SENTENCE}" for at in range(75_000))), "tree", "", ".txt"),
        ("75,000 HTML paragraphs", _just("<html>" + f"<p>{_SENTENCE}</p>" * 75_000), "tree", "", ".html"),
        ("8 MB of HTML in one paragraph", _just("<html><p>" + _SENTENCE * 90_000), "any", "", ".html"),
        ("200,000 empty HTML elements", _just("<html>" + "<b></b>" * 199_000), "any", "", ".html"),
        ("5 million empty HTML elements", _just("<html>" + "<b></b>" * 5_000_000), "TooLarge", "limit", ".html"),
        ("a DOCX of 300,000 paragraphs", _put(lambda: _long_docx(300_000)), "TooLarge", "limit", ".docx"),
        ("a DOCX of 75,000 paragraphs", _put(lambda: _long_docx(75_000)), "tree", "", ".docx"),
        ("a DOCX of a million empty paragraphs", _put(lambda: build_docx("<w:p/>" * 1_390_000)), "any", "", ".docx"),
    )
)
CASES = LIGHT + HEAVY
