"""The plain page, the page of source and tree, and plain text."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import html
import re

import lxml.html
import pytest

from verbale.model.document import Document
from verbale.model.node import Link, Node, NodeKind
from verbale.model.span import Piece, Span
from verbale.render.html_view import heading_levels, html_view, indentation
from verbale.render.page_view import page_view
from verbale.render.text_view import text_view


def page_of(text: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(text)


def texts(found: object) -> list[str]:
    assert isinstance(found, list)
    return ["".join(element.itertext()) for element in found]


def test_plain_text_has_one_paragraph_a_block(document: Document) -> None:
    blocks = text_view(document).rstrip("\n").split("\n\n")
    assert len(blocks) == 6
    assert blocks[2] == "1. Calls upon all States to publish their reports at https://un.example/reports;"


def test_the_page_is_escaped_and_in_order(document: Document) -> None:
    page = page_of(html_view(document))
    assert texts(page.xpath("//h1")) == ["Peace & <quiet>"]
    assert "&lt;quiet&gt;" in html_view(document)
    assert page.xpath("//p[@id='1.a.1']/@dir") == ["rtl"]
    assert page.xpath("//p[@id='1.a.1']/@lang") == ["ar"]


def test_footnotes_are_linked_to_their_markers(document: Document) -> None:
    page = page_of(html_view(document))
    assert page.xpath("//p[@id='1']/sup/a/@href") == ["#fn.1"]
    assert texts(page.xpath("//p[@id='1']/sup")) == ["¹"]
    assert page.xpath("//section[@class='notes']/p/@id") == ["fn.1"]


def test_links_stand_over_their_words(document: Document) -> None:
    page = page_of(html_view(document))
    assert texts(page.xpath("//a[@href='https://un.example/reports']")) == ["https://un.example/reports"]


def test_an_address_that_runs_a_script_is_no_link(document: Document) -> None:
    node = Node("1", NodeKind.PARAGRAPH, "press here", (), links=(Link(0, 5, "javascript:alert(1)"),))
    view = html_view(dataclasses.replace(document, nodes=(node,)))
    assert "javascript:" not in view


@pytest.mark.parametrize("view", [html_view, page_view])
def test_markup_in_any_field_stays_text(document: Document, view: object) -> None:
    evil = '"><script>alert(1)</script>\x00\x1b'
    node = Node(evil, NodeKind.PARAGRAPH, evil, (Piece(0, Span(0, 5)),), label='"><')
    source = dataclasses.replace(document.source, name=evil, text=evil)
    facts = dataclasses.replace(document.facts, symbol=evil, title=evil, meeting=evil)
    finding = dataclasses.replace(document.findings[0], message=evil, rule=evil, ref=evil)
    hostile = dataclasses.replace(document, source=source, facts=facts, nodes=(node,), findings=(finding,))
    assert callable(view)
    text = view(hostile)
    assert "<script>alert" not in text
    assert "\x00" not in text


def test_headings_step_down_from_their_parents(document: Document) -> None:
    made = [("title", NodeKind.TITLE, ""), ("I", NodeKind.HEADING, ""), ("I.JPN", NodeKind.REPLY_HEADING, "I")]
    made.append(("I.JPN.§1", NodeKind.SUBHEADING, "I.JPN"))
    nodes = tuple(Node(ref, kind, ref, (), parent=parent) for ref, kind, parent in made)
    levels = heading_levels(dataclasses.replace(document, nodes=nodes))
    assert levels == {"title": 1, "I": 2, "I.JPN": 3, "I.JPN.§1": 4}


def test_items_are_indented_under_paragraphs_and_not_under_headings(document: Document) -> None:
    made = [("I", NodeKind.HEADING, ""), ("I.1", NodeKind.PARAGRAPH, "I"), ("I.1.a", NodeKind.ITEM, "I.1")]
    nodes = tuple(Node(ref, kind, ref, (), parent=parent) for ref, kind, parent in made)
    assert indentation(dataclasses.replace(document, nodes=nodes)) == {"I": 0, "I.1": 0, "I.1.a": 1}


def test_the_page_of_both_holds_every_character_of_the_source(document: Document) -> None:
    page = page_of(page_view(document))
    sheets = page.xpath("//section[@id='source']//div[@class='sheet']")
    assert "".join(texts(sheets)) == document.source.text


def test_both_sides_carry_the_same_numbers(document: Document) -> None:
    page = page_of(page_view(document))
    left = set(page.xpath("//section[@id='source']//*[@data-n]/@data-n"))
    right = set(page.xpath("//section[@id='tree']//*[@data-n]/@data-n"))
    assert left == right == {str(number) for number in range(len(document.nodes))}
    for number in left:
        assert len(page.xpath(f"//*[@id='s{number}']")) == 1
        assert len(page.xpath(f"//*[@id='n{number}']")) == 1


def test_pages_break_where_the_first_unit_of_a_page_stands(document: Document) -> None:
    page = page_of(page_view(document))
    assert texts(page.xpath("//p[@class='page']")) == ["Page 1", "Page 2"]
    assert texts(page.xpath("//div[@class='sheet']"))[1].startswith("91-10001 (E)")


def test_furniture_is_greyed_and_findings_lead_to_their_nodes(document: Document) -> None:
    page = page_of(page_view(document))
    assert texts(page.xpath("//span[@class='run furniture']")) == ["91-10001 (E)"]
    assert page.xpath("//li[contains(@class,'finding')]/a/@href") == ["#n5"]


def test_characters_no_node_accounts_for_are_marked(document: Document) -> None:
    page = page_of(page_view(dataclasses.replace(document, nodes=document.nodes[1:], findings=())))
    assert texts(page.xpath("//mark")) == ["A/RES/91/4\n"]


def test_the_page_loads_nothing_and_runs_only_its_own_script(document: Document) -> None:
    text = page_view(document)
    assert not re.findall(r"<(?:link|img|iframe|script)\b[^>]*(?:src|href)=", text)
    assert "@import" not in text
    assert "url(" not in text
    found = re.search(r"<script>(.*?)</script>", text, re.S)
    assert found is not None
    digest = base64.b64encode(hashlib.sha256(found[1].encode()).digest()).decode()
    rules = html.unescape(str(page_of(text).xpath("//meta[@http-equiv]/@content")[0]))
    assert f"script-src 'sha256-{digest}'" in rules
    assert "default-src 'none'" in rules


@pytest.mark.parametrize("view", [html_view, page_view, text_view])
def test_the_same_document_gives_the_same_page(document: Document, view: object) -> None:
    assert callable(view)
    assert view(document) == view(document)
