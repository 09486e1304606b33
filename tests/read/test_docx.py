"""The DOCX reader: what the page prints stands in the text, and nothing else is lost in silence."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lengths import examples
from tests.read.packages import build_docx, p, pack, part, r, relations

from verbale.errors import Damaged, Encrypted, NotADocument, ReadFailed, TooLarge
from verbale.model.block import Extraction, MarkKind, Shape
from verbale.read.docx import read_docx
from verbale.read.limits import Limits


def read(data: bytes, limits: Limits | None = None) -> Extraction:
    return read_docx(data, "sample.docx", hashlib.sha256(data).hexdigest(), limits or Limits())


def lines(reading: Extraction) -> list[str]:
    return [block.span.slice(reading.source.text) for block in reading.blocks]


def marked(reading: Extraction, kind: MarkKind) -> list[str]:
    return [m.span.slice(reading.source.text) for block in reading.blocks for m in block.marks if m.kind is kind]


def rules(reading: Extraction) -> list[str]:
    return [finding.rule for finding in reading.findings]


def numbered(depth: int = 0, list_id: int = 1) -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'


def level(depth: int, form: str, text: str, extra: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def one_list(*levels: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


def test_text_has_one_block_a_line_and_spans_cover_it() -> None:
    reading = read(
        build_docx(
            p(r("One") + r("<w:tab/>") + r("two"))
            + p("")
            + p(
                "<w:r><w:t>Non</w:t><w:noBreakHyphen/><w:t>use,</w:t><w:br/><w:t>co</w:t>"
                "<w:softHyphen/><w:t>operate</w:t><w:cr/><w:t>now</w:t></w:r>"
            )
        )
    )
    assert lines(reading) == ["One\ttwo", "Non\u2011use, co\u00adoperate now"]
    assert reading.source.text == "\n".join(lines(reading))
    assert {block.shape for block in reading.blocks} == {Shape.PARAGRAPH}


def test_tables_are_read_row_by_row_and_nested() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p(r('deep'))}</w:tc></w:tr></w:tbl>"
    table = (
        f"<w:tbl><w:tr><w:tc>{p(r('a'))}{inner}{p('')}</w:tc><w:tc>{p(r('b'))}</w:tc></w:tr>"
        f"<w:tr><w:tc>{p(r('c'))}</w:tc></w:tr></w:tbl>"
    )
    reading = read(build_docx(table + p(r("after"))))
    assert lines(reading) == ["a", "deep", "b", "c", "after"]
    assert [block.shape for block in reading.blocks] == [Shape.CELL] * 4 + [Shape.PARAGRAPH]


def test_numbers_restart_and_nest() -> None:
    numbering = one_list(
        level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "%1.%2.%3", "<w:isLgl/>")
    )
    body = "".join(p(r("x"), numbered(depth)) for depth in (0, 1, 1, 2, 0, 1))
    reading = read(build_docx(body, numbering=numbering))
    assert lines(reading) == ["1.\tx", "(a)\tx", "(b)\tx", "1.2.1\tx", "2.\tx", "(a)\tx"]
    assert marked(reading, MarkKind.LABEL) == ["1.", "(a)", "(b)", "1.2.1", "2.", "(a)"]
    assert [block.level for block in reading.blocks] == [0, 1, 1, 2, 0, 1]


def test_lists_of_one_definition_count_on_unless_overridden() -> None:
    numbering = one_list(level(0, "decimal", "%1.", '<w:suff w:val="space"/>')) + (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    )
    body = "".join(p(r("x"), numbered(0, list_id)) for list_id in (1, 2, 3, 3)) + p(r("off"), numbered(0, 0))
    assert lines(read(build_docx(body, numbering=numbering))) == ["1. x", "2. x", "7. x", "8. x", "off"]


def test_restart_can_be_turned_off() -> None:
    numbering = one_list(level(0, "upperRoman", "%1."), level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'))
    body = "".join(p(r("x"), numbered(depth)) for depth in (0, 1, 0, 1))
    assert lines(read(build_docx(body, numbering=numbering))) == ["I.\tx", "1.\tx", "II.\tx", "2.\tx"]


def test_numbering_through_a_style_takes_the_level_tied_to_it() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="N1"><w:name w:val="Num One"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="N2"><w:name w:val="Num Two"/><w:basedOn w:val="N1"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = one_list(
        level(0, "decimal", "%1.", '<w:pStyle w:val="N1"/>'), level(1, "lowerLetter", "(%2)", '<w:pStyle w:val="N2"/>')
    )
    body = p(r("x"), '<w:pStyle w:val="N1"/>') + p(r("y"), '<w:pStyle w:val="N2"/>')
    reading = read(build_docx(body, styles=styles, numbering=numbering))
    assert lines(reading) == ["1.\tx", "(a)\ty"]
    assert [block.style for block in reading.blocks] == ["Num One", "Num Two"]


@pytest.mark.parametrize(
    ("form", "start", "printed"),
    [
        ("decimalZero", 3, "03"),
        ("upperLetter", 28, "BB"),
        ("lowerRoman", 14, "xiv"),
        ("arabicAbjad", 3, "ج"),
        ("arabicAlpha", 3, "ت"),
        ("hebrew1", 15, "טו"),
        ("chineseCounting", 11, "十一"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("ideographTraditional", 2, "乙"),
        ("russianLower", 10, "к"),
        ("russianUpper", 1, "А"),
        ("decimalFullWidth", 12, "１２"),
        ("none", 1, ""),
    ],
)
def test_number_formats(form: str, start: int, printed: str) -> None:
    numbering = one_list(level(0, form, "(%1)", '<w:suff w:val="nothing"/>', start))
    assert lines(read(build_docx(p(r("x"), numbered()), numbering=numbering))) == [f"({printed})x"]


def test_symbol_font_bullets_become_round_and_unknown_forms_are_reported() -> None:
    numbering = one_list(level(0, "bullet", "\uf0b7"), level(1, "thaiLetters", "%2"))
    reading = read(build_docx(p(r("x"), numbered()) + p(r("y"), numbered(1)), numbering=numbering))
    assert lines(reading) == ["•\tx", "1\ty"]
    assert rules(reading) == ["read/number-format"]


def test_looks_follow_the_chain_of_styles() -> None:
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
        '<w:pPr><w:jc w:val="center"/><w:ind w:left="1440" w:hanging="720"/><w:outlineLvl w:val="0"/></w:pPr>'
        '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    body = (
        p(r("bold ") + r("plain ", '<w:rStyle w:val="S"/>') + r("off", '<w:b w:val="0"/>'), '<w:pStyle w:val="H"/>')
        + p(r("n") + r("th", '<w:vertAlign w:val="superscript"/>') + r(" it", "<w:i/>") + r("al", "<w:i/>"))
        + p(r("عربي", "<w:rtl/><w:bCs/><w:i/><w:szCs w:val='32'/>"), "<w:bidi/>")
    )
    reading = read(build_docx(body, styles=styles))
    head, plain, arabic = reading.blocks
    assert marked(reading, MarkKind.BOLD) == ["bold ", "عربي"]
    assert marked(reading, MarkKind.ITALIC) == [" ital"]
    assert marked(reading, MarkKind.SUPERSCRIPT) == ["th"]
    assert (head.style, head.centred, head.left, head.level, head.size) == ("heading 1", True, 36.0, 0, 14.0)
    assert (plain.style, plain.left, plain.level, plain.size) == ("Normal", 0.0, None, 10.0)
    assert arabic.size == 16.0


def test_indent_of_right_to_left_text_is_measured_from_its_right_edge() -> None:
    section = '<w:sectPr><w:pgSz w:w="12240"/><w:pgMar w:left="1440" w:right="1440"/></w:sectPr>'
    body = p(r("x"), '<w:bidi/><w:ind w:start="720"/>') + p(r("y"), '<w:ind w:start="720" w:firstLine="360"/>')
    arabic, latin = read(build_docx(body + section)).blocks
    assert (arabic.left, arabic.right) == (0.0, 468.0 - 36.0)
    assert (latin.left, latin.right) == (54.0, 468.0)


def test_links_of_both_kinds_are_resolved() -> None:
    field_link = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://a.example/x" \\l "p2" '
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("field")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = p(
        f'<w:hyperlink r:id="L1">{r("rel")}</w:hyperlink>{r(" ")}'
        f'<w:hyperlink w:anchor="here">{r("anchor")}</w:hyperlink>'
        f'{r(" ")}{field_link}{r(" ")}<w:fldSimple w:instr="PAGE">{r("4")}</w:fldSimple>'
    )
    reading = read(build_docx(body, links={"L1": "https://b.example/"}))
    assert lines(reading) == ["rel anchor field 4"]
    targets = [m.target for m in reading.blocks[0].marks if m.kind is MarkKind.LINK]
    assert targets == ["https://b.example/", "#here", "https://a.example/x#p2"]


def test_a_field_without_end_is_reported_with_its_words() -> None:
    reading = read(build_docx(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("swallowed"))))
    assert rules(reading) == ["read/open-field"]
    assert "swallowed" in reading.findings[0].message


def call(note: int, kind: str = "footnote", custom: str = "") -> str:
    mark = f"<w:t>{custom}</w:t>" if custom else ""
    flag = ' w:customMarkFollows="1"' if custom else ""
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference{flag} w:id="{note}"/>{mark}</w:r>'


def test_notes_print_their_number_in_text_and_body() -> None:
    own = r("<w:footnoteRef/>", '<w:vertAlign w:val="superscript"/>')
    footnotes = (
        '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        f'<w:footnote w:id="5">{p(own + r(" second"))}</w:footnote>'
        f'<w:footnote w:id="9">{p(own + r(" first"))}{p(r("more"))}</w:footnote>'
        f'<w:footnote w:id="7">{p(r("* starred"))}</w:footnote><w:footnote w:id="8">{p(r("lost"))}</w:footnote>'
    )
    endnotes = f'<w:endnote w:id="2">{p(r("<w:endnoteRef/>") + r(" end"))}</w:endnote>'
    body = p(r("A") + call(9) + r(" b") + call(7, custom="*") + r(" c") + call(5) + r(" d") + call(2, "endnote"))
    reading = read(build_docx(body, footnotes=footnotes, endnotes=endnotes))
    assert lines(reading) == ["A1 b* c2 di", "1 first", "more", "* starred", "2 second", "lost", "i end"]
    calls = [(m.span.slice(reading.source.text), m.target) for m in reading.blocks[0].marks if m.kind is MarkKind.NOTE]
    assert calls == [("1", "footnote:9"), ("*", "footnote:7"), ("2", "footnote:5"), ("i", "endnote:2")]
    assert [b.note for b in reading.blocks][1:4] == ["footnote:9", "footnote:9", "footnote:7"]
    assert marked(reading, MarkKind.LABEL) == ["1", "2", "i"]
    assert rules(reading) == ["read/uncalled-note"]


def test_note_numbers_honour_format_and_start() -> None:
    footnotes = f'<w:footnote w:id="1">{p(r("<w:footnoteRef/>") + r(" n"))}</w:footnote>'
    section = '<w:sectPr><w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr></w:sectPr>'
    assert lines(read(build_docx(p(r("x") + call(1)) + section, footnotes=footnotes))) == ["xc", "c n"]


def test_tracked_changes_are_accepted_and_told() -> None:
    gone = '<w:rPr><w:del w:id="1"/></w:rPr>'
    body = p(
        r("Keep ")
        + f"<w:ins>{r('new ')}</w:ins><w:del><w:r><w:delText>old words</w:delText></w:r></w:del>"
        + f"<w:moveFrom>{r('moved')}</w:moveFrom>",
        gone,
    ) + p(r("joined"))
    reading = read(build_docx(body))
    assert lines(reading) == ["Keep new joined"]
    assert marked(reading, MarkKind.INSERTED) == ["new "]
    assert rules(reading) == ["read/tracked-change"]
    assert "“old words”" in reading.findings[0].message
    assert "“moved”" in reading.findings[0].message
    assert "1 insertions" in reading.findings[0].message


def test_comments_and_hidden_text_are_told() -> None:
    comments = f'<w:comment w:id="0">{p(r("check this"))}</w:comment>'
    reading = read(
        build_docx(p(r("a") + r("secret", "<w:vanish/>") + r('<w:commentReference w:id="0"/>')), comments=comments)
    )
    assert lines(reading) == ["asecret"]
    assert sorted(rules(reading)) == ["read/comment", "read/hidden-text"]
    assert "check this" in "".join(finding.message for finding in reading.findings)


def test_wrappers_alternatives_boxes_symbols_and_formulas() -> None:
    box = f"<w:txbxContent>{p(r('boxed'))}</w:txbxContent>"
    alternative = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    body = (
        f"<w:sdt><w:sdtContent>{p(r('in sdt'))}</w:sdtContent></w:sdt>"
        + p(f"<w:smartTag>{r('tag')}</w:smartTag><w:sdt><w:sdtContent>{r(' inline')}</w:sdtContent></w:sdt>")
        + p(r("host") + f"<w:r>{alternative}</w:r>" + r("s"))
        + p(
            '<w:r><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0FC"/>'
            '<w:sym w:font="Odd" w:char="F0FC"/><w:sym w:font="Odd" w:char="D800"/></w:r>'
            "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
        )
    )
    reading = read(build_docx(body))
    assert lines(reading) == ["in sdt", "tag inline", "hosts", "boxed", "α✓\uf0fc\ufffdx=1"]
    assert rules(reading) == ["read/symbol"]


def test_headers_and_footers_stand_once_at_the_end() -> None:
    reading = read(build_docx(p(r("body")), header1=p(r("head")), footer1=p(r("foot")), header2=p(r("even"))))
    assert lines(reading) == ["body", "head", "even", "foot"]
    assert [b.shape for b in reading.blocks] == [Shape.PARAGRAPH] + [Shape.MARGIN] * 3


def test_pages_advance_once_for_each_break() -> None:
    body = (
        p(r("one"))
        + p('<w:r><w:br w:type="page"/></w:r>')
        + p("<w:r><w:lastRenderedPageBreak/><w:t>two</w:t></w:r>")
        + p(r("three"), "<w:pageBreakBefore/>")
        + p(r("four") + "<w:r><w:lastRenderedPageBreak/><w:t>rest</w:t></w:r>", "<w:sectPr/>")
        + p(r("five"))
        + "<w:sectPr/>"
    )
    reading = read(build_docx(body))
    assert [b.page for b in reading.blocks] == [1, 2, 3, 3, 5]
    assert reading.pages == 5
    assert read(build_docx(p(r("x")))).pages is None
    with pytest.raises(TooLarge):
        read(build_docx(body), Limits(pages=4))


def test_strict_namespace_is_read() -> None:
    xml = part("document", f"<w:body>{p(r('strict'))}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert lines(read(pack({"word/document.xml": xml}))) == ["strict"]


def test_bombs_are_refused_while_they_are_inflated() -> None:
    padded = part("document", f"<w:body>{p(r('x'))}{' ' * 20_000_000}</w:body>")
    with pytest.raises(TooLarge, match="times its size"):
        read(pack({"word/document.xml": padded}))
    with pytest.raises(TooLarge, match="more than 100"):
        read(build_docx(p(r("x" * 200))), Limits(expansion=100))
    with pytest.raises(TooLarge):
        read(build_docx(p(r("x"))), Limits(bytes=10))


def test_other_containers_are_named() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    with pytest.raises(Encrypted):
        read(ole + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(NotADocument):
        read(ole)
    with pytest.raises(NotADocument):
        read(b"%PDF-1.4")
    with pytest.raises(NotADocument):
        read(pack({"xl/workbook.xml": "<workbook/>"}))
    whole = build_docx(p(r("x")))
    with pytest.raises(Damaged):
        read(whole[: len(whole) // 2])


@pytest.mark.parametrize(
    "xml",
    [
        "<w:document",
        '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + part("document", "<w:body/>").partition("?>")[2],
        part("document", f"<w:body>{p(r('&undefined;'))}</w:body>"),
        part("document", f"<w:body>{p(r('&#0;'))}</w:body>"),
    ],
)
def test_broken_or_hostile_parts_are_damaged(xml: str) -> None:
    with pytest.raises(Damaged):
        read(pack({"word/document.xml": xml}))


def test_a_part_that_is_named_but_missing_is_damage() -> None:
    files = {
        "word/document.xml": part("document", f"<w:body>{p(r('x'))}</w:body>"),
        "word/_rels/document.xml.rels": relations({"a": ("footnotes", "footnotes.xml")}),
    }
    with pytest.raises(Damaged, match="footnotes"):
        read(pack(files))


@settings(max_examples=examples(120))
@given(st.binary(max_size=300))
def test_arbitrary_bytes_give_a_reading_or_a_typed_failure(data: bytes) -> None:
    for candidate in (data, b"PK\x03\x04" + data):
        with pytest.raises(ReadFailed):
            read(candidate)


@settings(max_examples=examples(200))
@given(st.lists(st.tuples(st.integers(0, 4000), st.integers(1, 255)), min_size=1, max_size=6), st.booleans())
def test_flipped_bits_give_a_reading_or_a_typed_failure(flips: list[tuple[int, int]], inside: bool) -> None:
    footnotes = f'<w:footnote w:id="1">{p(r("<w:footnoteRef/>") + r(" n"))}</w:footnote>'
    numbering = one_list(level(0, "decimal", "%1."))
    data = bytearray(build_docx(p(r("x") + call(1), numbered()), footnotes=footnotes, numbering=numbering))
    if inside:
        xml = bytearray(part("document", f"<w:body>{p(r('x') + call(1), numbered())}</w:body>").encode())
        for at, mask in flips:
            xml[at % len(xml)] ^= mask
        data = bytearray(pack({"word/document.xml": bytes(xml)}))
    else:
        for at, mask in flips:
            data[at % len(data)] ^= mask
    try:
        reading = read(bytes(data))
    except ReadFailed:
        return
    assert "\0" not in reading.source.text
    reading.source.text.encode("utf-8")


def test_same_bytes_give_the_same_reading() -> None:
    data = build_docx(p(r("x")))
    assert read(data) == read(data)
