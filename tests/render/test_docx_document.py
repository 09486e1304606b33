"""DOCX: read again it is the tree that was written, and Word's own numbers print the labels."""

from __future__ import annotations

import dataclasses
import io
import zipfile
from pathlib import Path

import pytest
from bench.shared import SHARED, is_at_hand
from hypothesis import given, settings
from lxml import etree
from tests.lengths import examples
from tests.render.made_documents import made_documents

from verbale.app.reading import read_tree
from verbale.lexicon.numbering import format_number
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind, NoteMark
from verbale.model.source import MediaType, Source
from verbale.model.span import Span
from verbale.render.docx_document import docx_document
from verbale.render.docx_lists import ListWriter

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
FILES = sorted([*SAMPLES.glob("*/*.txt"), *SAMPLES.glob("*/*.docx")])
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FEW = settings(max_examples=examples(60))


def told(document: Document) -> list[tuple[object, ...]]:
    """What a reader is told of every node but furniture."""
    return [
        (
            *(node.ref, node.kind.value, node.label, node.text, node.parent, node.language),
            [(mark.at, mark.ref) for mark in node.notes],
            [(link.start, link.end, link.target) for link in node.links],
        )
        for node in document.nodes
        if node.kind is not NodeKind.FURNITURE
    ]


def again(document: Document, *, letterhead: bool = False) -> Document:
    return read_tree(docx_document(document, letterhead=letterhead).content, "again.docx")


def part_of(document: Document, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(docx_document(document).content)) as package:
        return etree.fromstring(package.read(name))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.name}")
@pytest.mark.parametrize("letterhead", [False, True], ids=["plain", "letterhead"])
def test_a_sample_comes_back_whole(path: Path, letterhead: bool) -> None:
    document = read_tree(path.read_bytes(), path.name)
    back = again(document, letterhead=letterhead)
    assert told(back) == told(document)
    assert (back.profile, back.language, back.replies) == (document.profile, document.language, document.replies)
    assert back.coverage.unaccounted == 0


@pytest.mark.shared
@pytest.mark.skipif(not is_at_hand(), reason="../shared is not beside the project")
@pytest.mark.parametrize("language", [language.value for language in Language])
def test_a_published_resolution_comes_back_whole(language: str) -> None:
    for path in sorted((SHARED / "corpus" / "resolutions").glob(f"*/{language}.docx")):
        document = read_tree(path.read_bytes(), path.name)
        assert told(again(document)) == told(document), path


@pytest.mark.shared
@pytest.mark.skipif(not is_at_hand(), reason="../shared is not beside the project")
def test_the_seeds_come_back_whole() -> None:
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        document = read_tree(path.read_bytes(), path.name)
        assert told(again(document)) == told(document), path


@FEW
@given(made_documents())
def test_a_made_document_comes_back_whole(document: Document) -> None:
    back = read_tree(docx_document(document).content, "again.docx", document.profile)
    assert told(back) == told(document)


def test_the_same_tree_gives_the_same_bytes() -> None:
    path = SAMPLES / "report" / "zh.txt"
    first, second = (docx_document(read_tree(path.read_bytes(), path.name)).content for _ in range(2))
    assert first == second


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_every_part_is_well_formed_and_named(path: Path) -> None:
    content = docx_document(read_tree(path.read_bytes(), path.name)).content
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            etree.fromstring(package.read(name))
        types = etree.fromstring(package.read("[Content_Types].xml"))
        named = {part.get("PartName", "")[1:] for part in types if part.get("PartName")}
        assert named <= set(package.namelist())


def test_labels_are_counted_by_the_word_processor() -> None:
    path = SAMPLES / "resolution" / "en.txt"
    body = part_of(read_tree(path.read_bytes(), path.name), "word/document.xml")
    words = "".join(str(text) for text in body.itertext(W + "t"))
    assert "(a)" not in words
    assert len(body.findall(f".//{W}numPr")) > 5


@pytest.mark.parametrize(
    ("labels", "automatic"),
    [
        (["1.", "2.", "3."], 3),
        (["(h)", "(i)", "(j)"], 3),
        (["(i)", "(ii)", "(iii)"], 3),
        (["a)", "b)", "a)"], 3),
        (["(أ)", "(ب)", "(ج)", "(د)", "(هـ)", "(و)"], 5),
        (["一、", "二、", "十一、"], 3),
        (["(一)", "(二)"], 2),
        (["أولا -", "ثانيا -"], 0),
        (["’1‘", "’2‘"], 2),
        (["•", "•", "–"], 3),
        (["5.", "7.", "8."], 3),
        (["*", "(?)", ""], 0),
    ],
)
def test_a_label_is_automatic_where_the_count_gives_it(labels: list[str], automatic: int) -> None:
    numbering = ListWriter()
    found = [numbering.find_list(label, "text-0", 0, hanging=True) for label in labels]
    assert sum(number is not None for number in found) == automatic


def test_a_series_goes_on_in_its_own_list_and_another_begins_anew() -> None:
    numbering = ListWriter()
    first, second, anew = (numbering.find_list(label, "text-1", 1, hanging=True) for label in ("(a)", "(b)", "(a)"))
    assert first == second != anew
    assert format_number(2, "lowerLetter") == "b"


def test_arabic_runs_are_told_apart_from_latin_ones() -> None:
    path = SAMPLES / "report" / "ar.txt"
    body = part_of(read_tree(path.read_bytes(), path.name), "word/document.xml")
    for run in body.iter(W + "r"):
        text = "".join(str(part) for part in run.itertext(W + "t"))
        if any("\u0600" <= sign <= "\u06ff" and sign.isalpha() for sign in text):
            assert run.find(f"{W}rPr/{W}rtl") is not None, text
        if text.isascii() and any(sign.isalpha() for sign in text):
            assert run.find(f"{W}rPr/{W}rtl") is None, text
    assert body.find(f".//{W}sectPr/{W}bidi") is not None


def with_notes(marks: list[tuple[int, str]], labels: list[str]) -> Document:
    """A document of one paragraph that calls notes; ``labels`` are those of its footnotes."""
    text = "The Committee met in New York and adopted its report without a vote."
    source = Source("x", "0" * 64, MediaType.TEXT, text + "".join(labels))
    made = read_tree((text + "\n").encode(), "x.txt", "generic")
    node = dataclasses.replace(made.nodes[0], notes=tuple(NoteMark(at, Span(0, 0), f"fn.{name}") for at, name in marks))
    notes = [
        Node(f"fn.{name}", NodeKind.FOOTNOTE, f"See A/76/{place}.", (), label=name) for place, name in enumerate(labels)
    ]
    return dataclasses.replace(made, source=source, nodes=(node, *notes))


@pytest.mark.parametrize(
    ("marks", "labels"),
    [
        ([(13, "1"), (29, "2")], ["1", "2"]),
        ([(13, "*"), (29, "1")], ["*", "1"]),
        ([(13, "3"), (29, "4")], ["3", "4"]),
        ([(13, "1"), (29, "1")], ["1"]),
        ([(29, "2")], ["1", "2"]),
        ([(13, "1")], ["1", "2"]),
    ],
    ids=["counted", "starred", "later", "called twice", "first called nowhere", "last called nowhere"],
)
def test_notes_keep_their_numbers_and_places(marks: list[tuple[int, str]], labels: list[str]) -> None:
    document = with_notes(marks, labels)
    back = read_tree(docx_document(document).content, "again.docx", "generic")
    assert told(back) == told(document)


def test_what_no_xml_may_hold_is_shown_and_not_dropped() -> None:
    document = with_notes([], [])
    node = dataclasses.replace(document.nodes[0], text="a\x00b\x1fc\uffffd & <e>")
    back = read_tree(docx_document(dataclasses.replace(document, nodes=(node,))).content, "x.docx", "generic")
    assert back.nodes[0].text == "a\ufffdb\ufffdc\ufffdd & <e>"


def test_a_letterhead_stands_in_the_first_head() -> None:
    path = SAMPLES / "decision" / "es.txt"
    document = read_tree(path.read_bytes(), path.name)
    back = again(document, letterhead=True)
    margins = [node.text for node in back.nodes if node.kind is NodeKind.FURNITURE]
    assert margins[:3] == ["Naciones Unidas", "A/DEC/76/990", "Distr. general"]


def test_an_arabic_marker_stands_in_brackets_that_go_with_it() -> None:
    path = SAMPLES / "decision" / "ar.txt"
    document = read_tree(path.read_bytes(), path.name)
    body = part_of(document, "word/document.xml")
    (first, *_) = body.iter(W + "footnoteReference")
    run = first.getparent()
    assert run is not None
    around = [run.getprevious(), run.getnext()]
    assert ["".join(str(text) for text in one.itertext(W + "t")) for one in around if one is not None] == ["(", ")"]
    assert told(again(document)) == told(document)
