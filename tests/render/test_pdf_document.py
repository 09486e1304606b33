"""PDF: tagged, set in the bundled fonts, and read again the same tree up to line wraps."""

from __future__ import annotations

import ctypes
import dataclasses
import io
from collections import Counter
from importlib import resources
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw
import pytest
from bench.scoring import fold
from bench.shared import SHARED, is_at_hand
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from tests.lengths import examples
from tests.render.made_documents import made_documents

from verbale.app.reading import read_tree
from verbale.model.document import Document
from verbale.model.finding import Severity
from verbale.model.language import Language
from verbale.model.node import Link, Node, NodeKind
from verbale.render.directions import by_direction, isolated, runs_leftward
from verbale.render.fonts import find_unshown, font_folder, shown
from verbale.render.pdf_document import pdf_document

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
FILES = sorted(SAMPLES.glob("*/*.txt"))
FEW = settings(max_examples=examples(12))


def told(document: Document) -> Counter[tuple[str, str, str]]:
    """Ref, kind and words of every node but furniture, compared as the scorers do."""
    return Counter(
        (node.ref, node.kind.value, fold(node.printed))
        for node in document.nodes
        if node.kind is not NodeKind.FURNITURE
    )


def agreement(document: Document, content: bytes) -> float:
    """Nodes F1 of the tree read again."""
    want, found = told(document), told(read_tree(content, "again.pdf", document.profile))
    return 2 * (want & found).total() / (want.total() + found.total())


def read(path: Path) -> Document:
    return read_tree(path.read_bytes(), path.name)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_sample_comes_back_whole(path: Path) -> None:
    document = read(path)
    rendering = pdf_document(document)
    assert rendering.findings == ()
    assert agreement(document, rendering.content) == 1.0


@pytest.mark.shared
@pytest.mark.skipif(not is_at_hand(), reason="../shared is not beside the project")
@pytest.mark.parametrize("language", [language.value for language in Language])
def test_a_published_resolution_comes_back(language: str) -> None:
    document = read(SHARED / "corpus" / "resolutions" / "A-RES-76-53" / f"{language}.docx")
    assert agreement(document, pdf_document(document).content) >= 0.99


@FEW
@given(made_documents())
def test_every_letter_of_a_made_document_is_set(document: Document) -> None:
    back = read_tree(pdf_document(document).content, "again.pdf", document.profile)
    want = Counter(sign for node in document.nodes for sign in fold(node.printed) if sign.isalnum())
    found = Counter(sign for node in back.nodes for sign in fold(node.printed) if sign.isalnum())
    assert not want - found


def test_the_same_tree_gives_the_same_bytes() -> None:
    document = read(SAMPLES / "resolution" / "ar.txt")
    assert pdf_document(document).content == pdf_document(document).content


@pytest.mark.parametrize("language", [language.value for language in Language])
def test_it_is_tagged_and_names_title_and_language(language: str) -> None:
    document = read(SAMPLES / "resolution" / f"{language}.txt")
    content = pdf_document(document).content
    pdf = pypdfium2.PdfDocument(content)
    assert raw.FPDFCatalog_IsTagged(pdf.raw)
    assert pdf.get_metadata_value("Title").startswith("A/RES/76/901 ")
    buffer = ctypes.create_string_buffer(64)
    size = raw.FPDFCatalog_GetLanguage(pdf.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), 64)
    assert buffer.raw[: size - 2].decode("utf-16-le") == language
    assert b"pdfuaid:part" in content
    kinds = set(_kinds(pdf))
    assert {"H1", "P", "L", "Lbl", "LBody", "Note"} <= kinds


def _kinds(pdf: pypdfium2.PdfDocument) -> list[str]:
    """The kinds of all tags, from every page's tree."""
    found: list[str] = []
    for page in pdf:
        tree = raw.FPDF_StructTree_GetForPage(page.raw)
        waiting = [
            raw.FPDF_StructTree_GetChildAtIndex(tree, at) for at in range(raw.FPDF_StructTree_CountChildren(tree))
        ]
        while waiting:
            element = waiting.pop()
            if not element:
                continue
            buffer = ctypes.create_string_buffer(128)
            size = raw.FPDF_StructElement_GetType(element, buffer, 128)
            found.append(buffer.raw[: max(size - 2, 0)].decode("utf-16-le"))
            count = raw.FPDF_StructElement_CountChildren(element)
            waiting += [raw.FPDF_StructElement_GetChildAtIndex(element, at) for at in range(max(count, 0))]
        raw.FPDF_StructTree_Close(tree)
    return found


def test_a_bare_machine_sets_it_all() -> None:
    fonts = {font.name for font in font_folder().iterdir()}
    assert {"NotoSerif-Regular.ttf", "NotoNaskhArabic-Regular.ttf", "NotoSerifCJKsc-Regular.otf", "OFL.txt"} <= fonts
    sizes = sum(font.stat().st_size for font in font_folder().iterdir())
    assert sizes <= 12_000_000


def test_the_table_of_coverage_is_that_of_the_fonts() -> None:
    covered: set[int] = set()
    for path in sorted(font_folder().glob("*.[to]tf")):
        covered |= set(TTFont(io.BytesIO(path.read_bytes())).getBestCmap())
    table = resources.files("verbale.render").joinpath("fonts", "coverage.csv").read_text("ascii").splitlines()[1:]
    rows = [tuple(int(code, 16) for code in row.split(",")) for row in table]
    assert {code for first, last in rows for code in range(first, last + 1)} == covered


def test_what_no_font_shows_is_told_and_not_dropped() -> None:
    document = read(SAMPLES / "decision" / "en.txt")
    first = document.nodes[0]
    odd = dataclasses.replace(first, text="Peace \U0001f54a of \ua015 and \U0001f54a")
    rendering = pdf_document(dataclasses.replace(document, nodes=(odd, *document.nodes[1:])))
    (finding,) = rendering.findings
    assert (finding.rule, finding.severity, finding.ref) == ("render/no-font", Severity.WARNING, first.ref)
    assert "U+1F54A (2 times), U+A015" in finding.message
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(rendering.content))
    assert text.count("\ufffd") == 3


def test_six_languages_need_no_other_font() -> None:
    for path in FILES:
        assert find_unshown(read(path).source.text.replace("\f", "")) == [], path
    assert shown("a\U0001f54ab") == "a\ufffdb"


def test_notes_called_twice_or_nowhere_are_set_once() -> None:
    document = read(SAMPLES / "decision" / "en.txt")
    nodes = [dataclasses.replace(node, notes=()) if node.notes else node for node in document.nodes]
    content = pdf_document(dataclasses.replace(document, nodes=tuple(nodes))).content
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))
    assert text.count("A/76/444, para. 96.") == 1
    called = next(node for node in document.nodes if node.notes)
    twice = dataclasses.replace(
        called, notes=(*called.notes, dataclasses.replace(called.notes[0], at=len(called.text)))
    )
    nodes = [twice if node.ref == called.ref else node for node in document.nodes]
    content = pdf_document(dataclasses.replace(document, nodes=tuple(nodes))).content
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))
    assert text.count("A/76/444, para. 96.") == 1


def test_links_lead_where_they_say() -> None:
    document = read(SAMPLES / "decision" / "en.txt")
    node = document.nodes[-1]
    linked = dataclasses.replace(node, links=(Link(0, 8, "https://undocs.org/A/76/444"),))
    back = read_tree(pdf_document(dataclasses.replace(document, nodes=(*document.nodes[:-1], linked))).content, "x.pdf")
    assert [link.target for one in back.nodes for link in one.links] == ["https://undocs.org/A/76/444"]


def test_markup_of_the_typesetter_is_text() -> None:
    evil = '#panic("x") $a$ *b* _c_ `d` <e> @f \\ // "g" = h'
    document = read(SAMPLES / "decision" / "en.txt")
    node = Node("1", NodeKind.OPERATIVE, evil, (), label='#"]')
    facts = dataclasses.replace(document.facts, symbol=evil, title=evil)
    hostile = dataclasses.replace(document, facts=facts, nodes=(node,))
    text = pypdfium2.PdfDocument(pdf_document(hostile, letterhead=True).content)[0].get_textpage().get_text_range()
    assert evil in " ".join(text.split())


def test_an_empty_document_is_a_page() -> None:
    document = dataclasses.replace(read(SAMPLES / "decision" / "en.txt"), nodes=(), language=None)
    assert len(pypdfium2.PdfDocument(pdf_document(document).content)) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("قرار A/RES/76/53 المؤرخ", ["A/RES/76/53"]),
        ("انظر NPT/CONF.2010/50 (Vol. I)، الجزء", ["NPT/CONF.2010/50 (Vol. I)"]),
        ("توزيع Distr.: General عام", ["Distr.: General"]),
        ("في 6 كانون الأول/ديسمبر 2021", []),
    ],
)
def test_latin_words_in_arabic_are_kept_together(text: str, words: list[str]) -> None:
    assert [part for part, leftward in by_direction(text) if not leftward] == words
    assert "".join(part for part, _ in by_direction(text)) == text
    assert isolated("2000 و 2010") == "2000 و\u00a02010"
    assert isolated(text).count("\u2066") == len(words)
    assert runs_leftward(Language.AR, text)
    assert not runs_leftward(Language.AR, "13 December 2021")


def test_a_latin_ligature_among_arabic_lines_keeps_the_order_of_its_letters() -> None:
    page = "<body><p>تدعم الحكومة نزع السلاح النووي.</p><p>Office, traduction non officielle, affaires, fin.</p></body>"
    document = read_tree(page.encode(), "page.html", "generic")
    back = read_tree(pdf_document(document).content, "again.pdf", "generic")
    assert [node.text for node in back.nodes if "fi" in node.text] == [document.nodes[-1].text]
