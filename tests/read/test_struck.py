"""Words with a line through them: kept, and told, in every format that can say so."""

from __future__ import annotations

import pytest
from tests.fuzz.targets import packed
from tests.read.packages import build_docx, p, r

from verbale.app.reading import read_tree
from verbale.desk.doubt import AlarmKind, find_doubts
from verbale.model.block import Extraction
from verbale.read.dispatch import read_bytes

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_ODT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><office:automatic-styles>'
    '<style:style style:name="T1"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="T2" style:parent-style-name="T1"/>'
    '<style:style style:name="T3" style:parent-style-name="T2">'
    '<style:text-properties style:text-line-through-type="none"/></style:style>'
    '<style:style style:name="R1" style:parent-style-name="R2"/><style:style style:name="R2" '
    'style:parent-style-name="R1"/></office:automatic-styles><office:body><office:text>'
)


def odt(body: str) -> bytes:
    content = f"{_ODT}{body}</office:text></office:body></office:document-content>"
    return packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()})


def told(reading: Extraction) -> list[str]:
    return [finding.message for finding in reading.findings if finding.rule == "read/struck-text"]


STRIKE, TWICE, NONE = "<w:strike/>", "<w:dstrike/>", '<w:strike w:val="0"/>'


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (build_docx(p(r("We will ") + r("not", STRIKE) + r(" sign."))), "x.docx", "“not”"),
        (build_docx(p(r("We will ") + r("not", TWICE) + r(" sign."))), "x.docx", "“not”"),
        (build_docx(p(r("We ") + r("may", STRIKE) + r(" sign ") + r("it.", TWICE))), "x.docx", "“may”, “it.”"),
        (b"<p>We will <s>not</s> sign.</p>", "x.html", "“not”"),
        (b"<p>We will <del>not <b>now</b></del> sign.</p>", "x.html", "“not now”"),
        (b"<p>We will <strike>not</strike> sign.</p>", "x.html", "“not”"),
        (b'<p>We will <span style="color:red;TEXT-DECORATION: line-through red">not</span> sign.', "x.html", "“not”"),
        (odt('<text:p>We will <text:span text:style-name="T1">not</text:span> sign.</text:p>'), "x.odt", "“not”"),
        (odt('<text:p text:style-name="T2">All of it.</text:p>'), "x.odt", "“All of it.”"),
        (odt('<text:p text:style-name="T1">All<text:span text:style-name="T3"> it</text:span></text:p>'), "x", "“All”"),
        (rb"{\rtf1\ansi We will {\strike not} sign.\par}", "x.rtf", "“not”"),
        (rb"{\rtf1\ansi We will {\striked1 not} sign.\par}", "x.rtf", "“not”"),
    ],
)
def test_struck_words_are_kept_and_are_an_alarm(data: bytes, name: str, words: str) -> None:
    reading = read_bytes(data, name)
    assert words.strip("“”").split()[0].rstrip("”,") in reading.source.text
    assert told(reading) == [f"Struck words were kept: {words}"]
    alarms = [alarm for alarm in find_doubts(reading.findings) if "Struck" in alarm.reason]
    assert [alarm.kind for alarm in alarms] == [AlarmKind.WORDS]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (build_docx(p(r("We will sign.", NONE))), "x.docx"),
        (b'<p style="text-decoration: underline">We will <ins>not</ins> sign.</p>', "x.html"),
        (
            odt('<text:p text:style-name="R1">We <text:span text:style-name="T3">will</text:span> sign.</text:p>'),
            "x.odt",
        ),
        (rb"{\rtf1\ansi {\strike  \strike0 We will} sign.\par}", "x.rtf"),
    ],
)
def test_what_is_not_struck_is_no_alarm(data: bytes, name: str) -> None:
    assert not told(read_bytes(data, name))


def test_a_style_strikes_and_a_run_takes_it_back() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Old"><w:name w:val="Old"/><w:rPr><w:strike/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:strike/></w:rPr></w:style>'
    )
    old = '<w:pStyle w:val="Old"/>'
    body = p(r("Gone ") + r("but this", NONE), old) + p(r("cancelled", '<w:rStyle w:val="Gone"/>'), old)
    assert told(read_bytes(build_docx(body, styles=styles), "x.docx")) == ["Struck words were kept: “Gone”"]


def test_deletions_of_akoma_ntoso_are_told_at_once() -> None:
    body = "<p>We will <del>not</del> sign.</p><p>" + "<del>a</del>" * 40 + "</p>"
    page = f'<akomaNtoso xmlns="{AKN}"><doc name="d"><mainBody>{body}</mainBody></doc></akomaNtoso>'
    (message,) = [one.message for one in read_tree(page.encode(), "x.xml").findings if one.rule == "read/struck-text"]
    assert message.startswith("Struck words were kept: “not”, “a”")
    assert message.endswith("and 21 more")
