"""Running heads: the symbol at the outer edge of the page, and a title that no cut mutilates."""

from __future__ import annotations

import dataclasses
import io
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree
from tests.render.crowded_pages import LANGUAGES, crowded

from verbale.app.reading import read_tree
from verbale.model.document import Document, Facts
from verbale.model.node import NodeKind
from verbale.render.docx_document import docx_document
from verbale.render.fonts import find_unshown
from verbale.render.pdf_document import pdf_document
from verbale.render.running_head import columns, fitting_title, running_forms

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SAMPLES = Path(__file__).resolve().parent.parent / "samples"
SYMBOL = "A/77/9977"


def titled(title: str, symbol: str | None = SYMBOL) -> Document:
    return dataclasses.replace(crowded("en", rounds=0), facts=Facts(symbol=symbol, title=title))


def shortened(title: str, width: int) -> str:
    return fitting_title(titled(title), lambda text: columns(text) <= width)


@pytest.mark.parametrize(
    ("title", "width", "found"),
    [
        ("Views on printing", 40, "Views on printing"),
        ("Views on the printing of reports in few pages", 40, "Views on the printing of reports…"),
        ("Views on printing; replies of States and others", 24, "Views on printing…"),
        ("Impression des rapports ; réponses des États", 31, "Impression des rapports…"),
        ("Impression des rapports\u00a0; réponses reçues des États", 30, "Impression des rapports…"),
        ("Печать докладов для всех государств; ответы", 22, "Печать докладов…"),
        ("طباعة التقارير الطويلة في صفحات قليلة", 30, "طباعة التقارير الطويلة…"),
        ("关于报告印发工作的意见；各国的答复", 30, "关于报告印发工作的意见…"),
        ("各国就2022年印发报告提出的意见和建议", 20, "各国就2022年印发报…"),
        ("第二次正式会议关于 2022 年报告的意见", 24, "第二次正式会议关于…"),
        ("大会第二次会议审议A/77/9977号文件的情况", 27, "大会第二次会议审议…"),
        ("关于报告印发工作的意见：第77届会议", 29, "关于报告印发工作的意见…"),
        ("关于报告印发工作《长篇报告》的意见", 28, "关于报告印发工作《长篇报…"),
        ("Antidisestablishmentarianism", 20, ""),
        ("Printing of replies", 12, ""),
    ],
)
def test_a_title_is_cut_between_words(title: str, width: int, found: str) -> None:
    assert shortened(title, width) == found


def test_every_form_is_the_opening_of_the_title() -> None:
    for code in LANGUAGES:
        document = crowded(code, rounds=0)
        title = document.facts.title or ""
        forms = running_forms(document)
        assert forms[0].text == forms[0].best == title
        for form in forms[1:]:
            for text in (form.text, form.best):
                assert text.endswith("…")
                assert title.startswith(text[:-1])
            if code != "zh":
                rest = title[len(form.text) - 1 :]
                assert not rest[0].isalnum()
    assert find_unshown("…") == []
    assert len(running_forms(titled("word " * 20_000))) < 100


def test_a_title_that_no_page_prints_is_no_running_head_without_a_symbol() -> None:
    document = titled("Views on printing", symbol=None)
    assert running_forms(document)
    assert running_forms(dataclasses.replace(document, nodes=())) == ()
    assert running_forms(titled("")) == ()


def _edges(content: bytes, words: str) -> list[tuple[float, float] | None]:
    """Where words stand in the head of each page: how far from its left and from its right edge, in points."""
    found: list[tuple[float, float] | None] = []
    for page in pypdfium2.PdfDocument(content):
        width, height = page.get_size()
        text = page.get_textpage()
        match = text.search(words).get_next()
        if match is None:
            found.append(None)
            continue
        boxes = [text.get_charbox(at) for at in range(match[0], match[0] + match[1])]
        assert min(box[1] for box in boxes) > height - 80
        found.append((min(box[0] for box in boxes), width - max(box[2] for box in boxes)))
    return found


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_symbol_of_a_pdf_stands_at_the_outer_edge(code: str) -> None:
    content = pdf_document(crowded(code, rounds=3)).content
    first, *rest = _edges(content, SYMBOL.rsplit("/", 1)[1])
    assert first is None
    assert len(rest) > 3
    for number, edges in enumerate(rest, start=2):
        assert edges is not None
        left, right = edges
        outer, inner = (right, left) if (number % 2 == 1) is (code != "ar") else (left, right)
        assert outer < 110 < 400 < inner


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_symbol_of_a_docx_stands_at_the_outer_edge(code: str) -> None:
    document = crowded(code, rounds=1)
    with zipfile.ZipFile(io.BytesIO(docx_document(document).content)) as package:
        odd, even = (etree.fromstring(package.read(f"word/header{number}.xml")) for number in (2, 3))
    for head, place in ((odd, 1), (even, 0)):
        cells = ["".join(str(part) for part in cell.itertext(W + "t")) for cell in head.iter(W + "tc")]
        # Cells stand in the order of reading, which a table set from the right shows mirrored.
        assert cells[place] == SYMBOL
        assert (document.facts.title or "").startswith(cells[1 - place].removesuffix("…"))
        assert len(cells[1 - place]) > 20
        widths = [int(column.get(W + "w", "0")) for column in head.iter(W + "gridCol")]
        assert sum(widths) == 9638
        assert (head.find(f".//{W}bidiVisual") is not None) is (code == "ar")


def test_a_title_beside_an_endless_symbol_is_left_out() -> None:
    document = dataclasses.replace(crowded("en", rounds=2), facts=Facts(symbol="A/" * 60, title="Views on printing"))
    with zipfile.ZipFile(io.BytesIO(docx_document(document).content)) as package:
        head = etree.fromstring(package.read("word/header2.xml"))
    assert "".join(str(part) for part in head.itertext(W + "t")) == "A/" * 60
    assert all(int(column.get(W + "w", "0")) > 0 for column in head.iter(W + "gridCol"))
    assert "Views on" not in pypdfium2.PdfDocument(pdf_document(document).content)[1].get_textpage().get_text_range()


def _times(title: str, document: Document) -> int:
    """In how many nodes of the text a title begins."""
    return sum(title[:16] in node.text for node in document.nodes if node.kind is not NodeKind.FURNITURE)


@pytest.mark.parametrize("code", ["ar", "en", "zh"])
def test_without_a_symbol_the_title_stands_alone_and_is_no_text(code: str) -> None:
    path = SAMPLES / "resolution" / f"{code}.txt"
    document = read_tree(path.read_bytes(), path.name)
    nodes = tuple(node for node in document.nodes if "A/RES/76/901" not in node.text)
    bare = dataclasses.replace(document, nodes=nodes, facts=dataclasses.replace(document.facts, symbol=None))
    content = pdf_document(bare).content
    assert len(pypdfium2.PdfDocument(content)) == 2
    back = read_tree(content, "again.pdf", document.profile)
    heads = [node.text for node in back.nodes if node.kind is NodeKind.FURNITURE and node.page == 2]
    title = document.facts.title or ""
    assert any(title.startswith(text.removesuffix("…")) and len(text) > 16 for text in heads)
    assert _times(title, back) == _times(title, bare)
    docx = read_tree(docx_document(bare).content, "again.docx", document.profile)
    assert [n.text for n in docx.nodes if n.kind is not NodeKind.FURNITURE] == [
        n.text for n in nodes if n.kind is not NodeKind.FURNITURE
    ]
