"""Forms, notes and looks of pages that office programs export."""

from __future__ import annotations

import pytest
from tests.read.test_html import lines, marked, read, rules

from verbale.app.reading import read_tree
from verbale.model.block import MarkKind, Shape
from verbale.model.node import NodeKind
from verbale.model.span import Origin


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("<input value=' Samoa '>", "Samoa"),
        ("<input type=Date value=2022-05-04>", "2022-05-04"),
        ("<input type=checkbox checked>Yes <input type=radio> No", "☒ Yes ☐ No"),
        ("<select><option>Fiji<option selected>Samoa</select>", "Samoa"),
        ("<select><option>Fiji<option>Samoa</select>", "Fiji"),
        ("<select multiple><option selected>Fiji<option>Samoa<option selected label=Tonga></select>", "Fiji; Tonga"),
    ],
)
def test_fields_are_read_as_they_are_filled_in(markup: str, said: str) -> None:
    reading = read(f"<p>State: {markup} here.</p><p>After.</p>")
    assert lines(reading) == [f"State: {said} here.", "After."]
    assert [block.origin for block in reading.blocks] == [Origin.FORM_FIELD, Origin.TEXT]
    assert rules(reading) == []


def test_lines_of_a_text_area_are_lines() -> None:
    reading = read("<form><textarea placeholder=Remarks>\nOne.\n\nTwo.</textarea></form>")
    assert lines(reading) == ["One.", "Two."]
    assert {block.origin for block in reading.blocks} == {Origin.FORM_FIELD}


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        ("<input placeholder='Your name'>", ["read/placeholder"]),
        ("<textarea></textarea>", ["read/placeholder"]),
        ("<select><option value=''>Choose one<option>Fiji</select>", ["read/placeholder"]),
        ("<input type=hidden value=secret><input type=submit value=Send>", []),
    ],
)
def test_what_nobody_filled_in_is_no_text(markup: str, told: list[str]) -> None:
    reading = read(f"<p>Name: {markup}</p>")
    assert lines(reading) == ["Name:"]
    assert rules(reading) == told


_PAGES = {
    "a word processor": (
        "<p>The Treaty<a href='#_ftn1' name='_ftnref1'><span class=MsoFootnoteReference>[1]</span></a> is old.</p>"
        "<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1>"
        "<p><a href='#_ftnref1' name='_ftn1'>[1]</a> Treaty Series.</p><p>Second paragraph.</p></div></div>"
    ),
    "a shared editor": (
        "<style>.c1{vertical-align:super}</style><p>The Treaty<sup><a href='#ftnt1' id='ftnt_ref1'>[1]</a></sup>"
        " is old.</p><div><p><a href='#ftnt_ref1' id='ftnt1'>[1]</a><span> Treaty Series.</span></p></div>"
    ),
    "an open office": (
        "<p>The Treaty<a class='sdfootnoteanc' name='sdfootnote1anc' href='#sdfootnote1sym'>1</a> is old.</p>"
        "<div id='sdfootnote1'><p><a class='sdfootnotesym' name='sdfootnote1sym' href='#sdfootnote1anc'>1</a>"
        " Treaty Series.</p></div>"
    ),
    "links that lead to each other": (
        "<p>The Treaty<a href='#n1' id='r1'>(1)</a> is old.</p><hr><p id='n1'><a href='#r1'>(1)</a> Treaty Series.</p>"
    ),
}


@pytest.mark.parametrize("page", _PAGES.values(), ids=_PAGES)
def test_notes_of_pages_that_other_programs_write(page: str) -> None:
    document = read_tree(f"<html><body>{page}</body></html>".encode(), "a.html")
    (note,) = [node for node in document.nodes if node.kind is NodeKind.FOOTNOTE]
    assert note.ref == "fn.1"
    assert note.label == "1"
    assert note.text.startswith("Treaty Series.")
    (first,) = [node for node in document.nodes if "is old" in node.text]
    assert first.text == "The Treaty is old."
    assert [mark.ref for mark in first.notes] == ["fn.1"]


def test_all_paragraphs_of_a_note_belong_to_it() -> None:
    assert [b.shape for b in read(_PAGES["a word processor"]).blocks] == [Shape.PARAGRAPH, Shape.NOTE, Shape.NOTE]


def test_classes_of_the_style_sheet_give_looks() -> None:
    sheet = "<style>/* a */ .c5, p.c6{text-decoration:line-through} .c7{font-weight:700} .c8{display:none}</style>"
    reading = read(f"{sheet}<p><span class=c5>gone</span> <span class='x c7'>bold</span> <i class=c8>kept</i></p>")
    assert marked(reading, MarkKind.BOLD) == [("bold", "")]
    assert rules(reading) == ["read/struck-text"]
    assert "“gone”" in reading.findings[0].message


def test_letters_in_a_symbol_font_are_signs() -> None:
    reading = read(
        "<p>5 <span style='font-family:Symbol'>m<b>m</b></span>g <font face=Wingdings>\u00fc</font>"
        "<font face=Webdings>!</font> m</p>"
    )
    assert lines(reading) == ["5 μμg ✓! m"]
    assert rules(reading) == ["read/symbol"]
