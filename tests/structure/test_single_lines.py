"""Short paragraphs of a line each stay apart; lines that were wrapped are joined."""

from __future__ import annotations

import pytest
from tests.read.pdf_writer import Page, show, write_pdf

from verbale.read.dispatch import read_bytes
from verbale.structure.build import build_document

_SHORT = ("Permanent Mission of the State to the United Nations", "3 July 2026", "It has lights.", "It asks for ships.")


def texts(data: bytes, name: str) -> list[str]:
    return [node.text for node in build_document(read_bytes(data, name)).nodes]


def test_short_paragraphs_parted_by_empty_rows_stay_apart() -> None:
    assert texts("\n\n".join(_SHORT).encode(), "short.txt") == list(_SHORT)


def test_short_paragraphs_of_a_page_stay_apart() -> None:
    lines = (*_SHORT[1:], "The State mapped its bed of the sea, and the work took it three years.")
    content = "".join(show(57, 700 - 14 * at, line, size=12) for at, line in enumerate(lines))
    assert texts(write_pdf([Page(content)]), "short.pdf") == list(lines)


@pytest.mark.parametrize(
    "text",
    [
        "The State has lights on its shore that it\n\ntends all the year, and it asks for ships.",
        "The State has lights on the shore that faces the\nNorth Sea, which it tends all the year.\nIt asks for ships.",
        "The report of the State was made on 21\nJune 2026 for all.\nIt was noted.",
    ],
)
def test_wrapped_lines_are_joined(text: str) -> None:
    lines = [line for line in text.splitlines() if line]
    assert texts(text.encode(), "wrapped.txt")[0].startswith(" ".join(lines[:2]))
