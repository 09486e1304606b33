"""A document made by hand, so that views are tested without readers."""

from __future__ import annotations

import pytest

from verbale.model.document import Coverage, Document, Facts
from verbale.model.finding import Finding, Severity
from verbale.model.language import Language
from verbale.model.node import Link, Node, NodeKind, NoteMark
from verbale.model.source import MediaType, Source
from verbale.model.span import Piece, Span

TEXT = (
    "A/RES/91/4\n"
    "Peace & <quiet>\n"
    "1. Calls upon all States¹ to publish\n"
    "91-10001 (E)\n"
    "their reports at https://un.example/reports;\n"
    "(a) In Arabic:\n"
    "تهيب بجميع الدول أن تنشر تقاريرها\n"
    "1 See A/91/7."
)


def piece(words: str, at: int = 0) -> Piece:
    """The run of the text that reads ``words``, standing at ``at`` of its node."""
    start = TEXT.index(words)
    return Piece(at, Span(start, start + len(words)))


def nodes() -> tuple[Node, ...]:
    """Every kind of thing a view must show: a note, a link, a split paragraph, furniture, Arabic."""
    call, rest = "1. Calls upon all States", " to publish"
    link = "https://un.example/reports"
    end = f"their reports at {link};"
    whole = f"{call}{rest} {end}"
    mark = TEXT.index("¹")
    return (
        Node("masthead", NodeKind.MASTHEAD, "A/RES/91/4", (piece("A/RES/91/4"),), page=1),
        Node("title", NodeKind.TITLE, "Peace & <quiet>", (piece("Peace & <quiet>"),), page=1),
        Node(
            "1",
            NodeKind.OPERATIVE,
            whole,
            (piece(call), piece(rest, len(call)), piece(end, len(call) + len(rest) + 1)),
            label="1.",
            page=1,
            notes=(NoteMark(len(call), Span(mark, mark + 1), "fn.1"),),
            links=(Link(whole.index(link), whole.index(link) + len(link), link),),
        ),
        Node("page.2", NodeKind.FURNITURE, "91-10001 (E)", (piece("91-10001 (E)"),), page=2),
        Node("1.a", NodeKind.ITEM, "(a) In Arabic:", (piece("(a) In Arabic:"),), label="(a)", parent="1", page=2),
        Node(
            "1.a.1",
            NodeKind.PARAGRAPH,
            "تهيب بجميع الدول أن تنشر تقاريرها",
            (piece("تهيب بجميع الدول أن تنشر تقاريرها"),),
            parent="1.a",
            page=2,
            language=Language.AR,
        ),
        Node("fn.1", NodeKind.FOOTNOTE, "1 See A/91/7.", (piece("1 See A/91/7."),), label="1", page=2),
    )


@pytest.fixture
def document() -> Document:
    """A short resolution with two findings, one at a node and one at a page."""
    return Document(
        Source("A-RES-91-4.txt", "0f" * 32, MediaType.TEXT, TEXT),
        "resolution",
        Language.EN,
        Facts(symbol="A/RES/91/4", title="Peace & <quiet>", session=91),
        nodes(),
        (),
        Coverage(150, 139, 11, 0),
        (
            Finding("structure.odd-language", Severity.WARNING, "this item is in Arabic", ref="1.a.1"),
            Finding("read.image-only", Severity.ERROR, "image-only page 3", page=3),
        ),
    )
