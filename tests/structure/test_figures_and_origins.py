"""Pictures stand where they stood, and words that were filled in or stamped on say so."""

from __future__ import annotations

import hashlib

from verbale.akn.reader import read_akn
from verbale.akn.writer import write_akn
from verbale.model.block import Block, Extraction, Shape
from verbale.model.contract import document_record
from verbale.model.document import Document
from verbale.model.node import NodeKind
from verbale.model.source import MediaType, Source
from verbale.model.span import Origin, Span
from verbale.structure.build import build_document

PARTS = (
    ("1. Ruritania submits its report.", Shape.PARAGRAPH, Origin.TEXT),
    ("Map of the inspected sites", Shape.FIGURE, Origin.TEXT),
    ("", Shape.FIGURE, Origin.TEXT),
    ("2. The number of inspections is", Shape.LINE, Origin.TEXT),
    ("seventeen", Shape.LINE, Origin.FORM_FIELD),
    ("RECEIVED 3 MAY 2022", Shape.LINE, Origin.ANNOTATION),
)


def read() -> Document:
    text, blocks = "", []
    for words, shape, origin in PARTS:
        blocks.append(Block(Span(len(text), len(text) + len(words)), shape, origin=origin))
        text += f"{words}\n"
    source = Source("letter.pdf", hashlib.sha256(b"").hexdigest(), MediaType.PDF, text)
    return build_document(Extraction(source, tuple(blocks)), "generic")


def test_a_picture_is_a_figure_at_its_place_and_in_no_number() -> None:
    document = read()
    assert [(node.ref, node.kind.value, node.text) for node in document.nodes[:4]] == [
        ("1", "paragraph", "Ruritania submits its report."),
        ("figure.1", "figure", "Map of the inspected sites"),
        ("figure.2", "figure", ""),
        ("2", "paragraph", "The number of inspections is"),
    ]
    assert document.coverage.unaccounted == 0


def test_words_of_another_origin_are_a_unit_of_their_own_and_say_so() -> None:
    document = read()
    assert [(node.text, node.origin) for node in document.nodes[3:]] == [
        ("The number of inspections is", Origin.TEXT),
        ("seventeen", Origin.FORM_FIELD),
        ("RECEIVED 3 MAY 2022", Origin.ANNOTATION),
    ]
    nodes = document_record(document, "test")["nodes"]
    assert isinstance(nodes, list)
    assert [node.get("origin") for node in nodes] == [None, None, None, None, "form-field", "annotation"]


def test_figures_and_origins_go_round_in_akoma_ntoso() -> None:
    document = read()
    again = read_akn(write_akn(document), "letter.xml")
    assert isinstance(again, Document)
    told = [(node.ref, node.kind, node.text, node.origin, node.parent) for node in document.nodes]
    assert [(node.ref, node.kind, node.text, node.origin, node.parent) for node in again.nodes] == told
    assert NodeKind.FIGURE in {node.kind for node in again.nodes}
