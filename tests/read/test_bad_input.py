"""Bad input on the command line: a tree or a typed error, in bounds of time and memory.

The cases are those of ``bench/hostile.py`` and ``hostile_packed.py``; the ones that take seconds are run by
``python -m bench.robustness`` and not here.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from bench.hostile import LIGHT, Case, build_docx, build_pdf, paragraph
from bench.hostile_packed import PACKED_LIGHT
from bench.robustness import run_case

from verbale import errors
from verbale.app.reading import read_source
from verbale.errors import NotADocument, ReadFailed, TooLarge
from verbale.read.limits import Limits

QUICK = (*LIGHT, *PACKED_LIGHT)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="peak memory is told by Linux alone")
@pytest.mark.parametrize("case", QUICK, ids=lambda case: case.name)
def test_a_bad_file_gives_a_tree_or_a_typed_error_in_bounds(case: Case, tmp_path: Path) -> None:
    assert run_case(case, tmp_path).faults(case) == []
    assert {path.name for path in tmp_path.iterdir()} == {"told", "result"}


@pytest.mark.parametrize(
    "case", [case for case in QUICK if case.outcome not in ("tree", "any")], ids=lambda case: case.name
)
def test_the_error_is_of_the_class_that_tells_what_to_do(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "source"
    case.write(path)
    with pytest.raises(getattr(errors, case.outcome)) as caught:
        read_source(path.read_bytes(), "source")
    assert isinstance(caught.value, ReadFailed)
    assert caught.value.reason


def test_lone_surrogates_are_told_with_their_place() -> None:
    document = read_source(b"words \xed\xa0\x80 and more\n", "source")
    assert document.source.text == "words \ufffd and more\n"
    assert [finding.message for finding in document.findings if finding.rule == "read/encoding"] == [
        "1 lone surrogates replaced by U+FFFD, the first at byte 6"
    ]


def test_half_a_pair_in_utf_16_is_told() -> None:
    document = read_source("words".encode("utf-16") + b"\x00\xd8" + " more".encode("utf-16-le"), "source")
    assert "read/encoding" in [finding.rule for finding in document.findings]
    assert document.source.text.startswith("words\ufffd")


@pytest.mark.parametrize(
    ("data", "limits", "words"),
    [
        (b"a" * 100, Limits(bytes=99), "100 bytes, the limit is 99"),
        (b"a" * 100, Limits(written=99), "bytes of text/plain"),
        (b"<html><p>a" * 50, Limits(elements=20), "HTML tags"),
        (b"\n" * 100, Limits(lines=20), "line breaks"),
        (b"a\n" * 30, Limits(lines=20), "30 lines"),
        (build_docx(paragraph("a") * 30), Limits(lines=20), "30 lines"),
        (build_pdf([b"BT (a) Tj ET " * 500]), Limits(drawn=1_000), "unpacks to more than 1,000 bytes"),
        (
            build_pdf([b"BT (a) Tj ET " * 500]),
            Limits(shown=100),
            "500 pieces of text, the limits are 16,777,216 and 100",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_limit_is_held_and_named(data: bytes, limits: Limits, words: str) -> None:
    with pytest.raises(TooLarge, match=words):
        read_source(data, "source", limits=limits)


def test_a_picture_in_a_pdf_may_be_large() -> None:
    page = b"BT /F1 10 Tf 72 700 Td (words) Tj ET"
    picture = b"9 0 obj << /Subtype /Image /Length 2000 >> stream\n" + b" " * 2_000 + b"\nendstream endobj\nxref\n"
    data = build_pdf([page]).replace(b"xref\n", picture, 1)
    assert read_source(data, "source", limits=Limits(drawn=1_000)).source.text == "words\n"


def test_no_file_of_the_machine_is_reached_by_an_entity(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("a secret", encoding="utf-8")
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><body><p>words &x;</p></body></html>'
    assert "secret" not in read_source(page.encode(), "source").source.text
    with pytest.raises(NotADocument):
        read_source(
            f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><a>&x;</a>'.encode(), "source"
        )
