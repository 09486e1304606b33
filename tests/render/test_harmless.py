"""What people see cannot act: no formula, no sequence that steers a terminal, no odd link, no depth without end."""

from __future__ import annotations

import csv
import io

import pytest

from verbale.app.reading import read_source
from verbale.app.writing import safe_name
from verbale.errors import printable
from verbale.render.branches import branches_of
from verbale.render.csv_table import csv_rows, node_csv
from verbale.render.html_document import html_document


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-2+3", "@SUM(1)", "\t=1", " =1", "\r=1", "＝1+1"])
def test_a_formula_is_text(cell: str) -> None:
    ((written,),) = list(csv.reader(io.StringIO(csv_rows(("a",), [(cell,)]))))[1:]
    assert written == f"'{cell}".replace("\r", "\n")


@pytest.mark.parametrize("cell", ["-5", "+1.5", "-1,000", "words = words", "", 5, None])
def test_words_and_numbers_stay(cell: object) -> None:
    rows = list(csv.reader(io.StringIO(csv_rows(("a", "b"), [(cell, "x")]))))
    assert rows[1][0] == ("" if cell is None else str(cell))


def test_a_formula_in_a_letter_reaches_no_spreadsheet() -> None:
    document = read_source(b'<html><body><p>Cuba</p><p>=HYPERLINK("http://example.org")</p></body></html>', "x.html")
    cells = [cell for row in csv.reader(io.StringIO(node_csv(document))) for cell in row]
    assert not any(cell.startswith("=") for cell in cells)
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)


def test_names_steer_no_terminal_and_turn_nothing_around() -> None:
    name = "a\x1b[31m\u202egpj.\u2066exe\x9b2J"
    assert printable(name) == "a\ufffd[31m\ufffdgpj.\ufffdexe\ufffd2J"
    assert not set(safe_name(f"{name}.docx")) & set("\x1b\u202e\u2066\x9b")


@pytest.mark.parametrize(
    ("target", "kept"),
    [
        *(
            ("https://undocs.org/A/76/1", True),
            ("mailto:desk@example.org", True),
            ("#note", True),
            ("part2.html", True),
        ),
        *(("javascript:alert(1)", False), (" Java\nScript:alert(1)", False), ("data:text/html,x", False)),
        *(("file:///etc/passwd", False), ("ms-word:ofe|u|x", False), ("vbscript:x", False)),
    ],
)
def test_links_lead_to_the_web_or_to_a_mailbox(target: str, kept: bool) -> None:
    document = read_source(f'<html><body><p>See <a href="{target}">this</a>.</p></body></html>'.encode(), "x.html")
    assert [link.target for node in document.nodes for link in node.links] == ([target.strip()] if kept else [])


def test_depth_without_end_is_written_flat() -> None:
    nested = "".join(f"({'abcdefghij'[at % 10]}) To note as follows:\n\n" for at in range(3_000))
    document = read_source(f"Decision\n\n1. Decides:\n\n{nested}".encode(), "x.txt")
    assert len(branches_of(document.nodes)) >= 1
    assert html_document(document).count("To note as follows") >= 3_000
