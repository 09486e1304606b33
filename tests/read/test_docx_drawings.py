"""What is drawn in a DOCX: told where it shows something, for no reader turns it into words."""

from __future__ import annotations

import pytest
from tests.read.packages import build_docx, p, r
from tests.read.test_docx import lines, read, rules

from verbale.app.reading import read_tree
from verbale.model.block import Shape
from verbale.model.node import NodeKind

DRAWN = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="{side}" cy="{side}"/><wp:docPr id="1" name="Picture 1" descr="{said}"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData>'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r>"
)


@pytest.mark.parametrize(
    ("side", "said", "found"),
    [(3_600_000, "Map of the zone", ["read/drawing"]), (3_600_000, "", ["read/drawing"]), (720_000, "Emblem", [])],
)
def test_a_picture_that_shows_something_is_told_and_an_emblem_is_not(side: int, said: str, found: list[str]) -> None:
    reading = read(build_docx(p(r("See the map.") + DRAWN.format(side=side, said=said))))
    assert rules(reading) == found
    assert all((said in finding.message) for finding in reading.findings)


def test_an_embedded_object_is_told() -> None:
    thing = '<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/></w:object></w:r>'
    (finding,) = read(build_docx(p(r("See the table.") + thing))).findings
    assert "an embedded object" in finding.message


def test_a_picture_is_a_figure_behind_the_paragraph_that_holds_it() -> None:
    body = p(r("See the map.") + DRAWN.format(side=3_600_000, said="Map of  the zone")) + p(r("After."))
    blocks = read(build_docx(body)).blocks
    assert [block.shape for block in blocks] == [Shape.PARAGRAPH, Shape.FIGURE, Shape.PARAGRAPH]
    (figure,) = [node for node in read_tree(build_docx(body), "a.docx").nodes if node.kind is NodeKind.FIGURE]
    assert figure.text == "Map of the zone"


def test_an_embedded_object_outweighs_the_small_picture_that_stands_for_it() -> None:
    thing = (
        '<w:r><w:object><v:shape style="width:40pt;height:40pt" alt="Reply"><v:imagedata/></v:shape>'
        '<o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/></w:object></w:r>'
    )
    reading = read(build_docx(p(thing)))
    assert [(block.shape, block.span.slice(reading.source.text)) for block in reading.blocks] == [
        (Shape.FIGURE, "Reply")
    ]
    assert "an embedded object (“Reply”)" in reading.findings[0].message


def test_content_of_another_file_has_its_place() -> None:
    reading = read(build_docx(p(r("Before.")) + '<w:altChunk r:id="rId9"/>' + p(r("After."))))
    assert [block.shape for block in reading.blocks] == [Shape.PARAGRAPH, Shape.FIGURE, Shape.PARAGRAPH]
    assert rules(reading) == ["read/foreign-part"]


WORD_ART = '<w:r><w:pict><v:shape id="{name}"><v:textpath string="{words}"/></v:shape></w:pict></w:r>'


def test_words_set_as_a_drawing_are_text_and_watermarks_are_not() -> None:
    art, mark = WORD_ART.format(name="a", words="Republic of Fiji"), WORD_ART.format(name="a", words="DRAFT")
    named = WORD_ART.format(name="PowerPlusWaterMarkObject1", words="COPY")
    reading = read(build_docx(p(art) + p(r("Words.") + named), header1=p(r("A/77/1") + mark)))
    assert lines(reading) == ["Republic of Fiji", "Words.", "A/77/1"]
    assert [(finding.rule, finding.message[-7:]) for finding in reading.findings] == [
        ("read/watermark", " “COPY”"),
        ("read/watermark", "“DRAFT”"),
    ]


DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
_POINT = '<d:pt modelId="{key}" type="{kind}"><d:t><a:p><a:r><a:t>{words}</a:t></a:r></a:p></d:t></d:pt>'


def test_the_words_of_a_diagram_are_text_in_their_order() -> None:
    points = [("0", "doc", ""), ("2", "node", "Second"), ("1", "node", "First"), ("3", "node", "Below")]
    points += [("9", "parTrans", "no"), ("8", "pres", "no")]
    joints = [("0", "1", 0), ("0", "2", 1), ("1", "3", 0)]
    data = (
        f'<d:dataModel xmlns:d="{DIAGRAM}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><d:ptLst>'
        + "".join(_POINT.format(key=key, kind=kind, words=words) for key, kind, words in points)
        + "</d:ptLst><d:cxnLst>"
        + "".join(f'<d:cxn srcId="{a}" destId="{b}" srcOrd="{at}"/>' for a, b, at in joints)
        + "</d:cxnLst></d:dataModel>"
    )
    drawing = (
        f'<w:r><w:drawing><d:relIds xmlns:d="{DIAGRAM}" r:dm="p0" r:lo="p1"/></w:drawing></w:r>'  # p0: the first part
    )
    reading = read(build_docx(p(r("See:") + drawing), diagramData=data))
    assert lines(reading) == ["See:", "First", "Below", "Second", ""]
    assert reading.blocks[-1].shape is Shape.FIGURE
