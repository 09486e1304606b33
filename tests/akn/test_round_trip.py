"""A tree written as Akoma Ntoso is valid, passes the lint, and comes back as it was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from tests.akn.documents import documents
from tests.lengths import examples

from verbale.akn.lint import lint_akn
from verbale.akn.reader import Published, read_akn
from verbale.akn.writer import write_akn
from verbale.app.reading import read_source, read_tree
from verbale.errors import Damaged
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.document import Document
from verbale.model.node import NodeKind, NoteMark
from verbale.model.span import Span

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*/*.txt"))
PUBLISHED = Path(__file__).parents[1] / "samples" / "akn" / "published.xml"
SHARED = Path(__file__).parents[3] / "shared" / "corpus"


def essence(document: Document) -> dict[str, object]:
    """All that must come back: everything but pages, places in the source, and what was noted in reading it."""
    source = document.source.text
    return {
        "profile": document.profile,
        "language": document.language,
        "facts": document.facts,
        "replies": document.replies,
        "proceedings": document.proceedings,
        "annotations": [replace(one, value=dict(one.value)) for one in document.annotations],
        "nodes": [
            (node.ref, node.kind, node.label, node.number, node.text, node.parent, node.language, node.links)
            for node in document.nodes
        ],
        "notes": [[(mark.at, mark.ref, mark.span.slice(source)) for mark in node.notes] for node in document.nodes],
    }


def written_and_read(document: Document) -> tuple[bytes, Document]:
    data = write_akn(document)
    again = read_akn(data, "again.xml")
    assert isinstance(again, Document)
    return data, again


def assert_round(document: Document) -> None:
    data, again = written_and_read(document)
    assert essence(again) == essence(document)
    assert lint_akn(data) == []
    assert write_akn(again) == data
    assert again.coverage.unaccounted == 0
    text = again.source.text
    for node in again.nodes:
        assert all(piece.span.slice(text) == node.text[piece.at : piece.at + len(piece.span)] for piece in node.pieces)


@settings(max_examples=examples(150), suppress_health_check=list(HealthCheck))
@given(documents())
def test_any_document_comes_back_as_it_was(document: Document) -> None:
    assert_round(document)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_sample_comes_back_as_it_was(path: Path) -> None:
    assert_round(read_source(path.read_bytes(), path.name))


def test_a_published_file_comes_back_with_its_proceedings() -> None:
    document = read_source(PUBLISHED.read_bytes(), PUBLISHED.name)
    assert document.proceedings is not None
    assert_round(document)


@pytest.mark.shared
@pytest.mark.parametrize("name", ["ar/A_RES_76_10-2117757A.xml", "zh/A_RES_76_186-2119241C.xml"])
def test_published_resolutions_come_back(name: str) -> None:
    path = SHARED / "unxml-76" / name
    if not path.is_file():
        pytest.skip("the documents of ../shared are not at hand")
    assert_round(read_source(path.read_bytes(), path.name))


def test_what_was_found_is_kept_when_our_own_file_is_read() -> None:
    document = read_source(SAMPLES[0].read_bytes(), "x")
    mine = replace(document.annotations[0], rule="person/confirmed")
    marked = replace(document, annotations=(mine, *document.annotations[1:]))
    assert read_source(write_akn(marked), "x").annotations == marked.annotations


def test_a_profile_that_is_wished_for_reads_our_own_file_as_any_other() -> None:
    data = write_akn(read_tree(SAMPLES[0].read_bytes(), "x"))
    assert read_tree(data, "x", profile="generic").profile == "generic"
    assert isinstance(read_akn(data, "x", anew=True), Published)


def without_our_marks(data: bytes) -> bytes:
    """The file as it would be had another written it in the form of the guideline."""
    root = etree.fromstring(data)
    mine = "{https://verbale.org/ns/akn/1}"
    for element in list(root.iter(etree.Element)):
        for name in [name for name in element.attrib if str(name).startswith(mine)]:
            del element.attrib[name]
        above = element.getparent()
        if above is not None and str(element.tag).startswith(mine):
            above.remove(element)
    return etree.tostring(root, encoding="utf-8")


@pytest.mark.parametrize("kind", ["resolution", "decision", "note-verbale", "reply"])
@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_without_our_marks_refs_and_texts_are_the_same(kind: str, language: str) -> None:
    path = SAMPLES[0].parents[1] / kind / f"{language}.txt"
    document = read_source(path.read_bytes(), path.name)
    data = without_our_marks(write_akn(document))
    assert isinstance(read_akn(data, "x"), Published)
    again = read_tree(data, "x")
    trees = [
        [(node.ref, node.kind, node.text) for node in tree.nodes if node.kind is not NodeKind.FURNITURE]
        for tree in (document, again)
    ]
    assert trees[1] == trees[0]
    assert again.facts.symbol == document.facts.symbol


def sample() -> Document:
    return read_source((SAMPLES[0].parents[1] / "resolution" / "en.txt").read_bytes(), "en.txt")


def test_findings_that_cross_are_parted_and_joined() -> None:
    document = sample()
    node = next(node for node in document.nodes if node.ref == "1")
    crossing = tuple(
        Annotation("1", kind, start, end, node.text[start:end], {"n": start}, "made")
        for kind, start, end in [
            (AnnotationKind.REFERENCE, 0, 10),
            (AnnotationKind.QUANTITY, 4, 14),
            (AnnotationKind.CITATION, 8, 20),
            (AnnotationKind.DATE, 12, 12),
        ]
    )
    data, again = written_and_read(replace(document, annotations=crossing))
    assert again.annotations == crossing
    assert b"v:continues" in data
    assert lint_akn(data) == []


@pytest.mark.parametrize(
    "wrong",
    [
        Annotation("1", AnnotationKind.DATE, 0, 4, "not there", {}, ""),
        Annotation("99", AnnotationKind.DATE, 0, 0, "", {}, ""),
        Annotation("1", AnnotationKind.DATE, -1, 0, "", {}, ""),
    ],
)
def test_a_finding_that_stands_nowhere_is_refused(wrong: Annotation) -> None:
    with pytest.raises(ValueError, match="does not stand"):
        write_akn(replace(sample(), annotations=(wrong,)))


def test_a_note_outside_its_text_is_refused() -> None:
    document = sample()
    astray = replace(document.nodes[0], notes=(NoteMark(999, Span(0, 1), "fn.1"),))
    with pytest.raises(ValueError, match="outside its text"):
        write_akn(replace(document, nodes=(astray, *document.nodes[1:])))


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        (b'v:kind="title"', b'v:kind="no such kind"'),
        (b'v:n="3"', b'v:n="three"'),
        (b'v:language="en"', b'v:language="tlh"'),
        (b'v:n="5"', b'v:m="5"'),
    ],
)
def test_broken_marks_of_our_own_are_told(good: bytes, bad: bytes) -> None:
    data = write_akn(sample())
    assert good in data
    with pytest.raises(Damaged, match="own marks"):
        read_akn(data.replace(good, bad), "x")
