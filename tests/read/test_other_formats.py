"""OpenDocument, Word of before 2007, RTF and messages of Outlook: words, notes, lists, and where they came from."""

from __future__ import annotations

import pytest
from tests.fuzz.targets import packed, seeds

from verbale.errors import Damaged, Encrypted, ReadFailed
from verbale.model.block import Shape
from verbale.model.source import MediaType
from verbale.read.dispatch import read_bytes
from verbale.read.mail import read_mail
from verbale.read.mail_signs import is_mail
from verbale.read.sniff import get_media_type

_HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>'
)
_TYPE = {"mimetype": b"application/vnd.oasis.opendocument.text"}


def odt(body: str) -> bytes:
    return packed(
        {**_TYPE, "content.xml": f"{_HEAD}{body}</office:text></office:body></office:document-content>".encode()}
    )


def test_opendocument() -> None:
    read = read_bytes(
        odt(
            '<text:h text:outline-level="1">Miſſion</text:h><text:p>One<text:s text:c="2"/>two<text:tab/>'
            "<text:note><text:note-citation>1</text:note-citation>"
            "<text:note-body><text:p>A note.</text:p></text:note-body>"
            '</text:note> <text:a xlink:href="https://undocs.org/A/76/1">A/76/1</text:a>.</text:p>'
            "<text:list><text:list-item><text:p>Item</text:p></text:list-item></text:list>"
            "<table:table><table:table-row><table:table-cell><text:p>Cell</text:p></table:table-cell></table:table-row>"
            "</table:table><office:annotation><text:p>internal</text:p></office:annotation>"
            "<text:tracked-changes><text:deletion><text:p>gone</text:p></text:deletion></text:tracked-changes>"
        ),
        "x.odt",
    )
    assert read.source.media_type is MediaType.ODT
    assert read.source.text.split("\n") == ["Miſſion", "One  two\t1 A/76/1.", "Item", "Cell", "A note."]
    assert [block.shape for block in read.blocks][-2:] == [Shape.CELL, Shape.NOTE]
    assert {finding.rule for finding in read.findings} == {"read/comment", "read/tracked-change"}


def test_opendocument_that_cannot_be_read() -> None:
    with pytest.raises(Damaged, match="without a text"):
        read_bytes(packed({**_TYPE, "content.xml": b"<x/>"}), "x.odt")
    locked = b'<m:manifest xmlns:m="m"><m:encryption-data/></m:manifest>'
    with pytest.raises(Encrypted):
        read_bytes(packed({**_TYPE, "content.xml": b"<x/>", "META-INF/manifest.xml": locked}), "x.odt")


def test_rtf_says_what_made_it_and_words_are_needed() -> None:
    read = read_bytes(b"{\\rtf1\\ansi " + seeds("rtf")[0], "x.doc")
    assert read.source.media_type is MediaType.RTF
    assert "Words" in read.source.text
    (made,) = [finding for finding in read.findings if finding.rule == "read/converted"]
    assert read.source.sha256 in made.message
    assert "firecrawl-anydoc" in made.message
    with pytest.raises(Damaged, match="no words"):
        read_bytes(b"{\\rtf1 }", "x.rtf")


def test_what_old_office_files_are_is_told_by_their_streams() -> None:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert get_media_type(head + "WordDocument".encode("utf-16-le"), "x") is MediaType.DOC
    with pytest.raises(ReadFailed):
        read_bytes(head + "WordDocument".encode("utf-16-le"), "x.doc")
    outlook = head + "__properties_version1.0".encode("utf-16-le")
    assert is_mail(outlook)
    with pytest.raises(Damaged, match="Outlook"):
        read_mail(outlook, "x.msg")
