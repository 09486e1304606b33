"""Forms in a DOCX: what was filled in is text, what was left unfilled is told."""

from __future__ import annotations

import pytest
from tests.read.packages import build_docx, p, r
from tests.read.test_docx import lines, read, rules

from verbale.model.finding import Severity
from verbale.model.span import Origin
from verbale.read.docx_fields import find_field_link

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


def field(code: str, result: str | None = None, data: str = "") -> str:
    data = f"<w:ffData>{data}</w:ffData>" if data else ""
    shown = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}' if result is not None else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
        f"<w:r><w:instrText> {code} </w:instrText></w:r>{shown}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def control(properties: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


_CHOICES = '<w:listEntry w:val="Fiji"/><w:listEntry w:val="Samoa"/>'


@pytest.mark.parametrize(
    ("code", "result", "data", "said"),
    [
        ("FORMCHECKBOX", None, '<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>', "☒"),
        ("FORMCHECKBOX", None, '<w:checkBox><w:default w:val="1"/></w:checkBox>', "☒"),
        ("FORMCHECKBOX", "", '<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', "☐"),
        ("FORMDROPDOWN", None, f'<w:ddList><w:result w:val="1"/>{_CHOICES}</w:ddList>', "Samoa"),
        ("FORMDROPDOWN", None, f'<w:ddList><w:default w:val="1"/>{_CHOICES}</w:ddList>', "Samoa"),
        ("FORMDROPDOWN", "Samoa", f'<w:ddList><w:result w:val="1"/>{_CHOICES}</w:ddList>', "Samoa"),
        ("FORMDROPDOWN", None, f"<w:ddList>{_CHOICES}</w:ddList>", "Fiji"),
        ("FORMTEXT", "Apia", '<w:textInput><w:default w:val="Place"/></w:textInput>', "Apia"),
    ],
)
def test_old_form_fields_say_what_was_filled_in(code: str, result: str | None, data: str, said: str) -> None:
    reading = read(build_docx(p(r("Answer: ") + field(code, result, data) + r(" so."))))
    assert lines(reading) == [f"Answer: {said} so."]
    assert rules(reading) == []
    assert reading.blocks[0].origin is Origin.FORM_FIELD


def test_a_choice_beyond_the_list_says_nothing_and_breaks_nothing() -> None:
    data = f'<w:ddList><w:result w:val="7"/>{_CHOICES}</w:ddList>'
    assert lines(read(build_docx(p(r("a") + field("FORMDROPDOWN", None, data))))) == ["a"]


@pytest.mark.parametrize(
    ("code", "result", "data", "kept", "told"),
    [
        ("FORMTEXT", "\u2002\u2002\u2002", "<w:textInput/>", ["Name: \u2002\u2002\u2002"], "left unfilled"),
        ("FORMTEXT", "Place", '<w:textInput><w:default w:val="Place"/></w:textInput>', ["Name: Place"], "“Place”"),
        ("MACROBUTTON NoMacro [Type here]", None, "", ["Name: "], "“[Type here]”"),
        ("MERGEFIELD Country", "«Country»", "", ["Name: «Country»"], "“«Country»”"),
    ],
)
def test_unfilled_fields_are_told(code: str, result: str | None, data: str, kept: list[str], told: str) -> None:
    reading = read(build_docx(p(r("Name: ") + field(code, result, data))))
    assert lines(reading) == kept
    (finding,) = reading.findings
    assert (finding.rule, finding.severity) == ("read/placeholder", Severity.WARNING)
    assert told in finding.message


def test_prompts_of_controls_are_no_text_among_words_and_between_paragraphs() -> None:
    prompt = "<w:showingPlcHdr/>"
    reading = read(
        build_docx(
            p(r("Date: ") + control(f"<w:date/>{prompt}", r("Pick a day.")) + r("."))
            + control(prompt, p(r("Click")) + p(r("here")))
            + control('<w:showingPlcHdr w:val="0"/>', p(r("Filled in.")))
        )
    )
    assert lines(reading) == ["Date: .", "Filled in."]
    assert rules(reading) == ["read/placeholder", "read/placeholder"]
    assert "“Pick a day.”" in reading.findings[0].message
    assert "“Click here”" in reading.findings[1].message


@pytest.mark.parametrize(
    ("state", "shown", "said"),
    [
        ('<w14:checked w14:val="1"/>', r("\u2612"), "☒"),
        ('<w14:checked w14:val="0"/>', r("\u2610"), "☐"),
        ('<w14:checked w14:val="1"/>', '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "☒"),
        ("", r("\u2610"), "☐"),
    ],
)
def test_check_boxes_of_controls(state: str, shown: str, said: str) -> None:
    box = control(f"<w14:checkbox {W14}>{state}</w14:checkbox>", shown)
    reading = read(build_docx(p(box + r(" Yes"))))
    assert lines(reading) == [f"{said} Yes"]
    assert reading.blocks[0].origin is Origin.FORM_FIELD


def test_a_control_round_a_choice_is_a_form_field_and_a_plain_one_is_not() -> None:
    body = control("<w:dropDownList/>", p(r("Samoa"))) + control("<w:text/>", p(r("words"))) + p(r("more"))
    origins = [block.origin for block in read(build_docx(body)).blocks]
    assert origins == [Origin.FORM_FIELD, Origin.TEXT, Origin.TEXT]


def test_fields_without_a_result_are_told_unless_they_print_nothing() -> None:
    body = p(r("See ") + field("REF _Ref1") + field("XE entry") + r(" and ") + field("SYMBOL 252 \\f Wingdings"))
    reading = read(build_docx(body + p('<w:fldSimple w:instr="DOCPROPERTY Symbol"/>'), header1=p(field("PAGE"))))
    assert lines(reading) == ["See  and ✓"]
    assert [finding.message for finding in reading.findings] == [
        "A field has no result to read: “REF _Ref1”",
        "A field has no result to read: “DOCPROPERTY Symbol”",
    ]


def test_a_field_over_several_paragraphs_has_a_result() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    body = p(begin + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("I. One"))
    reading = read(build_docx(body + p('<w:r><w:fldChar w:fldCharType="end"/></w:r>')))
    assert rules(reading) == []


def test_links_of_fields() -> None:
    assert find_field_link('HYPERLINK "https://example.org/a" \\l "b"') == "https://example.org/a#b"
    assert find_field_link("REF a") == ""
