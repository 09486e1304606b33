"""A sample as a WordprocessingML package, written part by part so that its bytes never vary.

French samples number their paragraphs by list definitions, as Word does by itself: no numeral
stands in the text. Other languages type them. Footnotes are real ones in both.
"""

from __future__ import annotations

import io
import re
import zipfile
from xml.sax.saxutils import escape

from sample_source import NOTE, PAGE, Sample, Unit, printed_label

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PARTS = ("styles", "numbering", "footnotes", "header", "footer")
STYLES = {
    "title": "Title",
    "doctype": "Subtitle",
    "heading": "Heading1",
    "reply-heading": "Heading2",
    "subheading": "Heading3",
}
STYLE_NAMES = {
    "Title": "Title",
    "Subtitle": "Subtitle",
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "Heading3": "heading 3",
    "FootnoteText": "footnote text",
    "SingleTxt": "__Single Txt",
}
EPOCH = (1980, 1, 1, 0, 0, 0)
MAIN, ROMAN, BULLET = 1, 2, 3


def docx_bytes(sample: Sample) -> bytes:
    """The package as bytes; the same sample always gives the same."""
    body = Body(sample)
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations([("officeDocument", "word/document.xml")]),
        "word/document.xml": body.document(),
        "word/_rels/document.xml.rels": _relations([(name, f"{name}.xml") for name in PARTS]),
        "word/styles.xml": _styles(),
        "word/numbering.xml": body.lists.xml(),
        "word/footnotes.xml": body.footnotes(),
        "word/header.xml": _part("hdr", body.paragraph(sample.facts["symbol"])),
        "word/footer.xml": _part("ftr", body.paragraph(sample.facts["job"])),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, text.encode("utf-8"))
    return out.getvalue()


class Lists:
    """Numbering definitions: three abstract lists, and a restarted instance wherever numbers begin anew."""

    _FORMS = (
        (MAIN, (("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "%3)"))),
        (ROMAN, (("upperRoman", "%1."),)),
        (BULLET, (("bullet", "•"), ("bullet", "o"))),
    )

    def __init__(self) -> None:
        self.instances = [(1, MAIN), (2, ROMAN), (3, BULLET)]

    def restart(self, abstract: int) -> int:
        """A new instance of ``abstract`` that starts at 1."""
        number = len(self.instances) + 1
        self.instances.append((number, abstract))
        return number

    def xml(self) -> str:
        out = []
        for number, levels in self._FORMS:
            rows = "".join(
                f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
                f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
                for level, (form, text) in enumerate(levels)
            )
            out.append(
                f'<w:abstractNum w:abstractNumId="{number}">'
                f'<w:multiLevelType w:val="multilevel"/>{rows}</w:abstractNum>'
            )
        for number, abstract in self.instances:
            start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' if number > 3 else ""
            out.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{start}</w:num>')
        return _part("numbering", "".join(out))


class Body:
    """Turns units into paragraphs, keeping track of lists and page breaks."""

    def __init__(self, sample: Sample) -> None:
        self.sample = sample
        self.right_to_left = sample.language == "ar"
        self.automatic = sample.language == "fr"
        self.lists = Lists()
        self.numbers = {MAIN: MAIN, ROMAN: ROMAN}
        self.break_before = False
        self.items = {unit.ref for unit in sample.units if unit.kind == "item"}

    def document(self) -> str:
        rows = "".join(self.unit(unit) for unit in self.sample.units)
        bidi = "<w:bidi/>" if self.right_to_left else ""
        section = (
            f'<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" '
            f'r:id="rId5"/><w:pgSz w:w="12240" w:h="15840"/>{bidi}</w:sectPr>'
        )
        return _part("document", f"<w:body>{rows}{section}</w:body>")

    def unit(self, unit: Unit) -> str:
        if unit.kind == "page":
            self.break_before = True
            return ""
        if unit.kind == "footnote":
            return ""
        if unit.kind == "masthead":
            return self.masthead(unit.text)
        if unit.kind == "reply-heading":
            self.numbers = {MAIN: self.lists.restart(MAIN), ROMAN: self.lists.restart(ROMAN)}
        label = "" if self.automatic else printed_label(unit, self.sample.language)
        style = STYLES.get(unit.kind, "SingleTxt")
        out = []
        for part in (part.strip() for part in unit.text.split("¶")):
            end = unit.kind == "closing" or part.startswith("[")
            out.append(self.paragraph(part, style, label=label, listed=self.listed(unit), end=end))
            label, style = "", "SingleTxt"
        return "".join(out)

    def listed(self, unit: Unit) -> tuple[int, int] | None:
        """List instance and level of a unit that numbers itself."""
        if not self.automatic or not unit.label:
            return None
        nested = unit.kind == "item" and unit.ref.rpartition(".")[0] in self.items
        if unit.label in ("•", "o"):
            return BULLET, int(nested)
        if unit.kind in ("heading", "subheading"):
            return self.numbers[ROMAN], 0
        return self.numbers[MAIN], 0 if unit.kind != "item" else 1 + nested

    def masthead(self, text: str) -> str:
        left, bar, right = (part.strip() for part in text.partition("||"))
        if not bar:
            return self.paragraph(left, "SingleTxt")
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="4680" w:type="dxa"/></w:tcPr>{self.paragraph(cell, "SingleTxt")}</w:tc>'
            for cell in (left, right)
        )
        bidi = "<w:bidiVisual/>" if self.right_to_left else ""
        grid = "<w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
        return f"<w:tbl><w:tblPr>{bidi}</w:tblPr>{grid}<w:tr>{cells}</w:tr></w:tbl>"

    def paragraph(
        self,
        text: str,
        style: str = "SingleTxt",
        *,
        label: str = "",
        listed: tuple[int, int] | None = None,
        end: bool = False,
    ) -> str:
        """One ``w:p``; properties stand in the order that the schema lays down."""
        properties = [f'<w:pStyle w:val="{style}"/>']
        if self.break_before:
            properties.append("<w:pageBreakBefore/>")
            self.break_before = False
        if listed:
            properties.append(f'<w:numPr><w:ilvl w:val="{listed[1]}"/><w:numId w:val="{listed[0]}"/></w:numPr>')
        if self.right_to_left:
            properties.append("<w:bidi/>")
        if end:
            properties.append('<w:jc w:val="end"/>')
        opening = self.run(label) + "<w:r><w:tab/></w:r>" if label else ""
        return f"<w:p><w:pPr>{''.join(properties)}</w:pPr>{opening}{self.runs(text)}</w:p>"

    def runs(self, text: str) -> str:
        out = []
        for piece in re.split(r"(\[\^\d+\]|\{page\})", text):
            note = NOTE.fullmatch(piece)
            if note:
                out.append(
                    f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                    f'<w:footnoteReference w:id="{note[1]}"/></w:r>'
                )
            elif piece == PAGE:
                out.append("<w:r><w:lastRenderedPageBreak/></w:r>")
            elif piece:
                out.append(self.run(piece))
        return "".join(out)

    def run(self, text: str) -> str:
        properties = "<w:rPr><w:rtl/></w:rPr>" if self.right_to_left and re.search(r"[\u0600-\u06ff]", text) else ""
        return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'

    def footnotes(self) -> str:
        rows = [
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
            for kind, number, mark in (
                ("separator", -1, "separator"),
                ("continuationSeparator", 0, "continuationSeparator"),
            )
        ]
        for number, note in self.sample.notes.items():
            bidi = "<w:bidi/>" if self.right_to_left else ""
            rows.append(
                f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/>{bidi}</w:pPr>'
                f"<w:r><w:footnoteRef/></w:r><w:r><w:tab/></w:r>{self.run(note.text)}</w:p></w:footnote>"
            )
        return _part("footnotes", "".join(rows))


def _part(root: str, inner: str) -> str:
    return f'{HEAD}<w:{root} xmlns:w="{W}" xmlns:r="{R}">{inner}</w:{root}>'


def _styles() -> str:
    rows = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in STYLE_NAMES.items()
    )
    return _part("styles", rows)


def _relations(rows: list[tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(rows, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def _content_types() -> str:
    rows = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{OFFICE}.{name}+xml"/>' for name in PARTS)
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{OFFICE}.document.main+xml"/>{rows}</Types>'
    )
