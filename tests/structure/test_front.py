"""What stands before the text of a report: its summary, and a table of contents that is in no sentence."""

from __future__ import annotations

from verbale.app.reading import read_source
from verbale.model.document import Document
from verbale.model.node import NodeKind

HEAD = ["Transparency in armaments", "Report of the Secretary-General"]
SUMMARY = [
    "Summary",
    "The present report is submitted pursuant to resolution 76/53.",
    "It contains the views of two States.",
]
CONTENTS = [
    "Contents",
    "I. Introduction ........................................ 2",
    "II. Observations ....................................... 3",
    "III. Replies received from Governments ................. 4",
]
TEXT = ["I. Introduction", "1. The General Assembly adopted its resolution 76/53."]


def read(*paragraphs: str) -> Document:
    page = "".join(f"<p>{one}</p>" for one in paragraphs)
    return read_source(f"<html><body>{page}</body></html>".encode(), "report.html", "report")


REPORT = (*HEAD, *SUMMARY, *CONTENTS, *TEXT)


def test_lines_of_the_contents_are_numbered_from_one_in_their_order() -> None:
    nodes = [node for node in read(*REPORT).nodes if node.ref.startswith("contents.")]
    assert [node.ref for node in nodes] == ["contents.1", "contents.2", "contents.3", "contents.4"]
    assert {node.kind for node in nodes} == {NodeKind.FURNITURE}
    assert nodes[0].text == "Contents"
    assert [node.text.split()[0] for node in nodes[1:]] == ["I.", "II.", "III."]


def test_the_text_begins_after_the_contents() -> None:
    nodes = read(*REPORT).nodes
    place = [node.ref for node in nodes].index("contents.4")
    assert [(node.ref, node.text) for node in nodes[place + 1 :]] == [
        ("I", "Introduction"),
        ("I.1", "The General Assembly adopted its resolution 76/53."),
    ]


def test_the_summary_is_one_piece_and_ends_where_the_contents_begin() -> None:
    summary = next(node for node in read(*REPORT).nodes if node.kind is NodeKind.SUMMARY)
    assert summary.ref == "summary"
    assert " ".join(summary.text.split()) == (
        "Summary The present report is submitted pursuant to resolution 76/53. It contains the views of two States."
    )


def test_without_contents_the_summary_goes_on_to_the_text() -> None:
    refs = [node.ref for node in read(*HEAD, *SUMMARY, *TEXT).nodes]
    assert refs[refs.index("summary") + 1 :] == ["I", "I.1"]
