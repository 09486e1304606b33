"""Documents to send out: the page, Markdown, tables, and the lines a masthead lacks."""

from __future__ import annotations

import csv
import dataclasses
import io
import re
from itertools import pairwise
from pathlib import Path

import lxml.html
import pytest

from verbale.app.reading import read_source
from verbale.lexicon.phrases import find_session_line, get_phrase
from verbale.model.document import Document, Facts
from verbale.model.language import Language
from verbale.model.node import Link, Node, NodeKind, NoteMark
from verbale.model.span import Span
from verbale.render.annotated_runs import annotated_runs
from verbale.render.annotation_view import annotation_csv
from verbale.render.csv_table import node_csv
from verbale.render.html_document import html_document
from verbale.render.markdown import markdown_document
from verbale.render.masthead import lacking_lines, masthead_rows
from verbale.render.node_lines import parts_of

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
SAMPLE_FILES = sorted(SAMPLES.glob("*/*.txt"))
IDS = [f"{path.parent.name}-{path.stem}" for path in SAMPLE_FILES]


def read(path: Path) -> Document:
    return read_source(path.read_bytes(), path.name)


def page_of(text: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(text)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("path", SAMPLE_FILES, ids=IDS)
def test_every_word_stands_on_the_page_under_its_ref(path: Path) -> None:
    document = read(path)
    page = page_of(html_document(document))
    for extra in page.xpath("//a[@class='permalink' or @class='back'] | //sup"):
        extra.drop_tree()
    # From the end, for what lies in an item is taken off it.
    for node in reversed(document.nodes):
        if node.kind is not NodeKind.FURNITURE:
            (element,) = page.xpath("//*[@id=$ref]", ref=node.ref)
            for nested in element.xpath("./ul"):
                nested.drop_tree()
            assert squeezed("".join(element.itertext())) == squeezed(node.printed), node.ref


@pytest.mark.parametrize("path", SAMPLE_FILES, ids=IDS)
def test_headings_leave_no_level_out_and_ids_are_unique(path: Path) -> None:
    page = page_of(html_document(read(path)))
    levels = [int(element.tag[1]) for element in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {str(href)[1:] for href in page.xpath("//a[starts-with(@href, '#')]/@href")} <= set(ids)
    assert len(page.xpath("//main")) == 1


def test_arabic_runs_to_the_left_and_says_what_it_is() -> None:
    page = page_of(html_document(read(SAMPLES / "report" / "ar.txt")))
    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")
    assert "".join(page.xpath("//a[@class='skip']")[0].itertext()) == "انتقل إلى النص"
    (date,) = [element for element in page.iter("p") if (element.text or "") == "15 June 2022"]
    assert date.get("dir") == "ltr"


def test_footnotes_lead_there_and_back() -> None:
    page = page_of(html_document(read(SAMPLES / "resolution" / "en.txt")))
    calls = page.xpath("//a[@role='doc-noteref']")
    assert calls
    for call in calls:
        (note,) = page.xpath("//*[@id=$ref]", ref=call.get("href")[1:])
        assert call.get("id") in [back.get("href")[1:] for back in note.xpath(".//a[@role='doc-backlink']")]


def test_what_was_found_is_lit_on_the_page() -> None:
    document = read(SAMPLES / "decision" / "en.txt")
    page = page_of(html_document(document, annotations=document.annotations))
    assert "".join(page.xpath("//mark[@class='date']")[0].itertext()) == "6 December 2021"
    assert not page_of(html_document(document)).xpath("//mark")


@pytest.mark.parametrize("write", [html_document, markdown_document])
def test_markup_in_any_field_stays_text(document: Document, write: object) -> None:
    evil = '"><script>alert(1)</script>\x00'
    node = Node(evil, NodeKind.PARAGRAPH, evil, (), label='"><', links=(Link(0, 5, "javascript:alert(1)"),))
    facts = dataclasses.replace(document.facts, symbol=evil, title=evil)
    hostile = dataclasses.replace(document, facts=facts, nodes=(node,))
    assert callable(write)
    text = write(hostile)
    assert "<script>" not in text
    assert "javascript:" not in text
    assert "\x00" not in text


@pytest.mark.parametrize("path", SAMPLE_FILES, ids=IDS)
def test_markdown_holds_every_word(path: Path) -> None:
    document = read(path)
    text = squeezed(re.sub(r"\[\^\w+\]:?", "", markdown_document(document)).replace("\\", ""))
    for node in document.nodes:
        if node.kind is not NodeKind.FURNITURE:
            assert squeezed(node.text) in text, node.ref


def test_markdown_leaves_no_number_to_other_software() -> None:
    text = markdown_document(read(SAMPLES / "report" / "en.txt"))
    assert "\n1\\. The present report" in text
    assert "\n- (a) The tenth Review Conference" in text
    assert "\n  - (i) Eight of the 44 States" in text
    assert re.search(r"^## I\. Introduction$", text, re.M)


def test_one_row_a_node() -> None:
    document = read(SAMPLES / "resolution" / "zh.txt")
    rows = list(csv.DictReader(io.StringIO(node_csv(document))))
    assert [(row["ref"], row["text"]) for row in rows] == [(node.ref, node.text) for node in document.nodes]
    assert len(list(csv.DictReader(io.StringIO(annotation_csv(document))))) == len(document.annotations)


def test_stretches_hold_the_text_and_its_markers(document: Document) -> None:
    node = document.nodes[2]
    cut = annotated_runs(node)
    assert "".join(stretch.text for stretch in cut) == node.text
    assert [stretch.mark.ref for stretch in cut if stretch.mark] == ["fn.1"]
    assert [stretch.text for stretch in cut if stretch.link] == ["https://un.example/reports"]


def test_a_marker_at_a_seam_is_printed_once(document: Document) -> None:
    node = Node("A", NodeKind.REPLY_HEADING, "Japan [Original: English]", (), notes=(NoteMark(5, Span(0, 0), "fn.1"),))
    parts = parts_of(document, node)
    assert [node.text[part.start : part.end] for part in parts] == ["Japan", "[Original: English]"]
    assert sum(bool(s.mark) for part in parts for s in annotated_runs(node, part.start, part.end)) == 1


@pytest.mark.parametrize(
    ("language", "text", "first"),
    [("en", "Summary The report", "Summary"), ("zh", "摘要本报告", "摘要"), ("fr", "Résumé Le rapport", "Résumé")],
)
def test_a_summary_stands_under_its_word(document: Document, language: str, text: str, first: str) -> None:
    told = dataclasses.replace(document, language=Language(language))
    parts = parts_of(told, Node("summary", NodeKind.SUMMARY, text, ()))
    assert text[parts[0].start : parts[0].end] == first
    assert len(parts) == 2


def test_organ_and_symbol_stand_side_by_side() -> None:
    lines = ["United Nations", "A/76/9", "General Assembly", "Distr.: General", "6 May 2021", "Seventy-sixth session"]
    nodes = tuple(Node(f"masthead.{i}", NodeKind.MASTHEAD, line, ()) for i, line in enumerate(lines, 1))
    document = dataclasses.replace(read(SAMPLES / "decision" / "en.txt"), nodes=nodes, facts=Facts(symbol="A/76/9"))
    rows = [([n.text for n in row.near], [n.text for n in row.far]) for row in masthead_rows(document)]
    assert rows == [(lines[:1], lines[1:2]), (lines[2:3], lines[3:5])]


def test_a_letterhead_adds_only_what_is_lacking() -> None:
    document = read(SAMPLES / "decision" / "fr.txt")
    added = [node.text for node in lacking_lines(document)]
    assert added == ["Nations Unies", "A/DEC/76/990", "Distr. générale"]
    assert lacking_lines(dataclasses.replace(document, language=None)) == ()


@pytest.mark.parametrize(
    ("symbol", "line"),
    [("A/C.1/76/L.5", "Distr.: Limited"), ("A/AC.1/R.3", "Distr.: Restricted"), ("A/76/1", "Distr.: General")],
)
def test_distribution_follows_from_the_symbol(symbol: str, line: str) -> None:
    document = dataclasses.replace(read(SAMPLES / "reply" / "en.txt"), facts=Facts(symbol=symbol))
    assert line in [node.text for node in lacking_lines(document)]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ar", "الدورة السادسة والسبعون"),
        ("en", "Seventy-sixth session"),
        ("es", "Septuagésimo sexto período de sesiones"),
        ("fr", "Soixante-seizième session"),
        ("ru", "Семьдесят шестая сессия"),
        ("zh", "第七十六届会议"),
    ],
)
def test_a_session_is_named_as_mastheads_do(language: str, line: str) -> None:
    assert find_session_line(76, Language(language)) == line
    assert find_session_line(900, Language(language)) is None


def test_a_phrase_has_its_values() -> None:
    assert get_phrase("agenda_item", Language.FR, item="99 k)") == "Point 99 k) de l’ordre du jour"
    assert get_phrase("footnotes", None) == "Footnotes"
