"""No heading, nor a line that belongs to one, stands at the foot of a page without two lines of its text."""

from __future__ import annotations

import dataclasses
import io
import zipfile

import pytest
from lxml import etree
from tests.render.crowded_pages import KINDS, LANGUAGES, NOTES, crowded, is_heading, lines_of, lonely_headings

from verbale.model.document import Document
from verbale.model.node import NodeKind
from verbale.render.assets import asset
from verbale.render.docx_document import docx_document
from verbale.render.keeping import keeping_of, opening_notes, opens_with_items
from verbale.render.pdf_document import pdf_document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("kinds", "rounds"), [(KINDS, 36), (NOTES, 40)], ids=["texts", "notes"])
def test_no_page_of_a_pdf_ends_with_a_heading(code: str, kinds: tuple[str, ...], rounds: int) -> None:
    pages = lines_of(pdf_document(crowded(code, kinds, rounds)).content, code)
    assert lonely_headings(pages, code) == []
    # Headings did come to the foot of a page and were moved to the next.
    assert sum(is_heading(lines[0], code) for lines in pages[1:]) >= 8


def test_room_below_a_heading_moves_no_text() -> None:
    """A note called below a heading asks for room at the foot of the page and for nothing elsewhere."""
    document = crowded("en", NOTES, 2)
    bare = dataclasses.replace(
        document,
        nodes=tuple(
            dataclasses.replace(node, notes=()) for node in document.nodes if node.kind is not NodeKind.FOOTNOTE
        ),
    )
    with_notes = lines_of(pdf_document(document).content, "en")[0]
    without = lines_of(pdf_document(bare).content, "en")[0]
    assert [line for line in with_notes if is_heading(line, "en")] == [
        line for line in without if is_heading(line, "en")
    ]


def _parts(document: Document, *names: str) -> list[etree._Element]:
    with zipfile.ZipFile(io.BytesIO(docx_document(document).content)) as package:
        return [etree.fromstring(package.read(name)) for name in names]


def _kept_styles(styles: etree._Element, what: str) -> set[str]:
    """Ids of the styles that have a property of paragraphs, their own or by the style they are based on."""
    own, based = set(), {}
    for style in styles.iter(W + "style"):
        name = style.get(W + "styleId", "")
        base = style.find(W + "basedOn")
        based[name] = "" if base is None else base.get(W + "val", "")
        if style.find(f"{W}pPr/{W}{what}") is not None:
            own.add(name)
    kept = set()
    for name in based:
        at = name
        while at and at not in own:
            at = based[at]
        kept |= {name} if at else set()
    return kept


@pytest.mark.parametrize("code", LANGUAGES)
def test_headings_of_a_docx_keep_with_their_text(code: str) -> None:
    document = crowded(code, rounds=2)
    body, styles = _parts(document, "word/document.xml", "word/styles.xml")
    keeping = _kept_styles(styles, "keepNext") & _kept_styles(styles, "keepLines")
    seen = []
    for paragraph in body.iter(W + "p"):
        text = "".join(str(part) for part in paragraph.itertext(W + "t"))
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        assert style is not None
        if is_heading(text, code):
            assert style.get(W + "val") in keeping, text
        seen.append(is_heading(text, code))
    assert sum(seen) == 2 * (3 * len(KINDS) + 1)
    assert styles.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr/{W}widowControl") is not None


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_short_text_below_a_heading_keeps_with_the_next(code: str) -> None:
    document = crowded(code, rounds=2)
    (body,) = _parts(document, "word/document.xml")
    paragraphs = list(body.iter(W + "p"))
    texts = ["".join(str(part) for part in one.itertext(W + "t")) for one in paragraphs]
    for at, paragraph in enumerate(paragraphs[1:-1], start=1):
        opens = is_heading(texts[at - 1], code) and not is_heading(texts[at], code)
        wanted = opens and len(texts[at]) < 60 and not is_heading(texts[at + 1], code)
        assert (paragraph.find(f"{W}pPr/{W}keepNext") is not None) is wanted, texts[at]


def test_what_is_kept_below_a_heading() -> None:
    document = crowded("en", ("list", "one line", "long", "notes"), 1)
    nodes = [node for node in document.nodes if node.kind is not NodeKind.FOOTNOTE]
    kept = keeping_of(nodes)
    opened = {ref: [node.kind for node in below] for ref, below in kept.openings.items()}
    refs = [node.ref for node in nodes if node.kind is NodeKind.REPLY_HEADING]
    assert opened == {
        refs[0]: [NodeKind.ITEM, NodeKind.ITEM],
        **{ref: [NodeKind.PARAGRAPH] for ref in refs[1:]},
    }
    assert len(kept.leading) == 1
    assert [opens_with_items(kept.openings[ref]) for ref in refs] == [True, False, False, False]
    assert [opening_notes(kept.openings[ref]) for ref in refs] == [[], [], [], ["fn.1"]]
    assert keeping_of([]).openings == keeping_of(nodes[:1]).openings == {}


def test_a_printed_page_keeps_headings_with_their_text() -> None:
    css = asset("publication.css").split("@media print")[1]
    assert "h1, h2, h3, h4, h5, h6, .doctype { break-after: avoid; break-inside: avoid; }" in css
    assert "p, li { orphans: 2; widows: 2; }" in css
