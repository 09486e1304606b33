"""The HTML reader: what a browser prints stands in the text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html
from tests.lengths import examples

from verbale.errors import NotADocument, ReadFailed, TooLarge
from verbale.model.block import Extraction, MarkKind, Shape
from verbale.model.language import Language
from verbale.read.html import read_html
from verbale.read.limits import Limits


def read(page: str | bytes, limits: Limits | None = None) -> Extraction:
    data = page.encode() if isinstance(page, str) else page
    return read_html(data, "sample.html", "0" * 64, limits or Limits())


def lines(reading: Extraction) -> list[str]:
    return [block.span.slice(reading.source.text) for block in reading.blocks]


def marked(reading: Extraction, kind: MarkKind) -> list[tuple[str, str]]:
    text = reading.source.text
    return [(m.span.slice(text), m.target) for block in reading.blocks for m in block.marks if m.kind is kind]


def rules(reading: Extraction) -> list[str]:
    return [finding.rule for finding in reading.findings]


def test_blocks_carry_their_tag_and_space_collapses() -> None:
    reading = read(
        "<html><head><title>t</title><style>p{}</style></head><body><h2>A  <b>title</b></h2>loose\n text"
        "<p> one <i>two</i>\n <br>three<!-- no --> four&nbsp;</p><script>x()</script>"
        "<table><tr><th>head</th><td><p>cell</p></td></tr></table><pre>a\n  b</pre></body></html>"
    )
    assert lines(reading) == ["A title", "loose text", "one two", "three four\u00a0", "head", "cell", "a", "  b"]
    assert [b.style for b in reading.blocks] == ["h2", "body", "p", "p", "th", "p", "pre", "pre"]
    assert reading.blocks[0].level == 1
    assert [b.shape for b in reading.blocks[4:6]] == [Shape.CELL, Shape.CELL]
    assert marked(reading, MarkKind.ITALIC) == [("two", "")]
    assert reading.source.text == "\n".join(lines(reading))


def test_list_markers_are_printed() -> None:
    reading = read(
        "<ol start=3><li>c<li value=7><p>g</p><p>more</p><li>h</ol><ol type=a reversed><li>x<li>y</ol>"
        "<ul><li>dot<ul><li>ring</ul></ul><ol style='list-style-type: upper-roman'><li>r</ol>"
    )
    assert lines(reading) == ["3. c", "7. g", "more", "8. h", "b. x", "a. y", "• dot", "◦ ring", "I. r"]
    assert [text for text, _ in marked(reading, MarkKind.LABEL)][:2] == ["3.", "7."]
    assert [b.level for b in reading.blocks][-3:] == [0, 1, 0]


def test_links_and_notes_are_told_apart() -> None:
    reading = read(
        "<p>Word<sup><a id=r1 href='#fn1'>1</a></sup> and <a href='https://a.example/'>site</a> "
        "m<sup>2</sup> <a href='#fn1'>see the note</a></p>"
        "<ol><li id=fn1>The note <a href='#r1'>↩</a></li></ol>"
        "<p><a name=n2 href='#nowhere'><sup>2</sup></a> after</p>"
    )
    assert marked(reading, MarkKind.NOTE) == [("1", "#fn1")]
    assert [(b.shape, b.note) for b in reading.blocks] == [
        (Shape.PARAGRAPH, ""),
        (Shape.NOTE, "#fn1"),
        (Shape.PARAGRAPH, ""),
    ]
    assert ("site", "https://a.example/") in marked(reading, MarkKind.LINK)


def test_margins_language_and_hidden_elements() -> None:
    reading = read(
        "<html lang='fr-CH'><body><header>top</header><nav>menu</nav><main><header>chapeau</header>"
        "<p lang=ar dir=rtl>نص</p><p lang=de>wort</p><p hidden>veiled</p></main></body></html>"
    )
    assert [b.shape for b in reading.blocks][:3] == [Shape.MARGIN, Shape.MARGIN, Shape.PARAGRAPH]
    assert [b.language for b in reading.blocks][2:] == [Language.FR, Language.AR, None, Language.FR]
    assert lines(reading)[-1] == "veiled"
    assert rules(reading) == ["read/hidden-text"]


@pytest.mark.parametrize(
    ("data", "text", "rule"),
    [
        ("<p>é中</p>".encode("utf-8-sig"), "é中", None),
        (b"\xff\xfe" + "<p>é</p>".encode("utf-16-le"), "é", None),
        ("<meta charset=windows-1251><p>Россия".encode("cp1251"), "Россия", None),
        ("<meta http-equiv=Content-Type content='text/html; charset=gb2312'><p>中文".encode("gb18030"), "中文", None),
        ("<p>é中</p>".encode(), "é中", None),
        (b"<p>caf\xe9 \x93x\x94</p>", "café “x”", "read/encoding"),
        (b"<meta charset=rot13><p>x", "x", "read/encoding"),
        (b"<p>a\0b</p>", "a\ufffdb", "read/bad-character"),
    ],
)
def test_encodings(data: bytes, text: str, rule: str | None) -> None:
    reading = read(data)
    assert reading.source.text == text
    assert rules(reading) == ([rule] if rule else [])


def test_limits_and_empty_pages() -> None:
    with pytest.raises(TooLarge):
        read("<p>x</p>", Limits(bytes=3))
    with pytest.raises(NotADocument):
        read("")


def test_deep_nesting_loses_nothing_or_is_refused() -> None:
    page = "<div>" * 3000 + "core" + "</div>" * 3000 + "<p>tail</p>"
    try:
        reading = read(page)
    except ReadFailed:
        return
    assert lines(reading) == ["core", "tail"]


TAGS = ["p", "div", "b", "i", "sup", "ul", "ol", "li", "table", "tr", "td", "pre", "h1", "a", "blockquote", "br", "nav"]
TEXT = st.text("ab é中ع\n<&", max_size=6)


@settings(max_examples=examples(150))
@given(st.lists(st.tuples(st.sampled_from(TAGS), st.booleans(), TEXT), max_size=25))
def test_all_visible_text_is_kept(pieces: list[tuple[str, bool, str]]) -> None:
    page = "<body>x" + "".join(
        f"<{'/' if closing else ''}{tag}>" + text.replace("&", "&amp;").replace("<", "&lt;")
        for tag, closing, text in pieces
    )
    wanted = re.sub(r"\s+", "", "".join(str(text) for text in lxml_html.document_fromstring(page).itertext()))
    reading = read(page)
    labels = {m.span for block in reading.blocks for m in block.marks if m.kind is MarkKind.LABEL}
    spoken = [c for at, c in enumerate(reading.source.text) if not any(s.start <= at < s.end for s in labels)]
    assert re.sub(r"\s+", "", "".join(spoken)) == wanted


@settings(max_examples=examples(150))
@given(st.binary(max_size=200))
def test_arbitrary_bytes_give_a_reading_or_a_typed_failure(data: bytes) -> None:
    for candidate in (data, b"<p>" + data):
        try:
            reading = read(candidate)
        except ReadFailed:
            continue
        assert "\0" not in reading.source.text
        reading.source.text.encode("utf-8")


def test_what_a_page_sets_beside_its_text_is_no_text() -> None:
    reading = read(
        '<nav><a href="#text">Skip</a></nav><main><h2 id="I">Heading<a class="permalink" href="#I">#</a></h2>'
        '<p id="p">Words<sup><a id="c" href="#n">1</a></sup>, <a href="#I">I</a>, <a href="#x">§</a></p>'
        '<ul role="list"><li id="a">(a) First<a href="#a">¶</a></li></ul><ul><li>Second</li></ul>'
        '<section role="doc-endnotes"><h2>Notes</h2><p id="n">1 A note <a href="#c" role="doc-backlink">↩</a></p>'
        "</section></main>"
    )
    printed = [block.span.slice(reading.source.text) for block in reading.blocks if block.shape is not Shape.MARGIN]
    assert printed[0] == "Heading"
    assert printed[1].endswith("I, §")
    assert printed[2:4] == ["(a) First", "• Second"]
    assert "Notes" not in printed
    assert printed[-1].endswith("A note")
