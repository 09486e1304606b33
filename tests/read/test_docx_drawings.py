"""What is drawn in a DOCX: told where it shows something, for no reader turns it into words."""

from __future__ import annotations

import pytest
from tests.read.packages import build_docx, p, r
from tests.read.test_docx import read, rules

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
