"""Numbers of lines in the margin, and columns on different baselines."""

from __future__ import annotations

from tests.read.pdf_writer import Page, show, write_pdf

from verbale.model.document import Document
from verbale.read.limits import Limits
from verbale.read.pdf import read_pdf
from verbale.structure.build import build_document

_LINES = (
    "1. The Government supports the resolution and recalls",
    "that it was adopted without a vote; it notes that the",
    "year 2022 marked an anniversary of the opinion given.",
    "2. It will continue to do so in the coming session and",
    "invites all States to join the instrument in due course.",
)


def read(content: str) -> Document:
    return build_document(read_pdf(write_pdf([Page(content)]), "page.pdf", "0" * 64, Limits()))


def rules(document: Document) -> list[str]:
    return [finding.rule for finding in document.findings if finding.rule.startswith("read/")]


def numbered(x: float, first: int = 1, step: int = 1, lines: tuple[str, ...] = _LINES) -> str:
    return "".join(
        show(x, 700 - 16 * at, str(first + step * at), size=8) + show(72, 700 - 16 * at, line)
        for at, line in enumerate(lines)
    )


def test_numbers_of_lines_are_left_out_and_told() -> None:
    for content in (numbered(50), numbered(540), numbered(50, 131)):
        document = read(content)
        assert [node.label for node in document.nodes] == ["1.", "2."]
        assert "recalls that it was adopted" in document.nodes[0].text
        assert "that the year 2022 marked" in document.nodes[0].text
        assert rules(document) == ["read/line-numbers"]


def test_rows_of_a_table_and_numbered_paragraphs_keep_their_numbers() -> None:
    rows = ("Argentina 12", "Belgium 15", "Chile 9", "Denmark 31", "Estonia 4")
    assert rules(read(numbered(50, lines=rows))) == []
    paragraphs = tuple(f"The State number {at} supports the resolution." for at in range(5))
    assert rules(read(numbered(50, lines=paragraphs))) == []
    assert rules(read(numbered(50, 3, 7))) == []


def test_columns_are_read_one_after_the_other_whatever_their_baselines() -> None:
    one = ("The States parties recalled", "the commitments made in", "2010 and agreed to hold", "three sessions more.")
    two = (
        "They welcomed the entry",
        "into force of the instrument",
        "and called for its being",
        "universal in the end.",
    )
    content = ""
    for x, top, numbers in ((72, 700, (1, 2)), (320, 696, (3, 4))):
        lines: list[str] = []
        for number in numbers:
            first, *rest = one if number % 2 else two
            lines += [f"{number}. {first}", *rest]
        content += "".join(show(x, top - 13 * at, line) for at, line in enumerate(lines))
    assert [(node.label, node.text) for node in read(content).nodes] == [
        (f"{number}.", " ".join(one if number % 2 else two)) for number in (1, 2, 3, 4)
    ]
