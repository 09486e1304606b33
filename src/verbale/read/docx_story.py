"""One story of a DOCX (body, note, running head) becomes blocks."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from verbale.model.block import Shape
from verbale.model.finding import Severity
from verbale.model.span import Origin
from verbale.read.docx_drawings import ALTERNATE, chosen_branch
from verbale.read.docx_fields import control_of, prompt_of, unfilled
from verbale.read.docx_numbering import PrintedNumber
from verbale.read.docx_package import VAL, W
from verbale.read.docx_runs import MATH, Characters, words_of
from verbale.read.docx_styles import (
    PLAIN_PARAGRAPH,
    Ground,
    ParagraphLook,
    Style,
    get_paragraph_look,
    get_run_look,
    laid_over,
    paragraph_laid_over,
)
from verbale.read.draft import LABEL, TextRun, Traits, quote

_TWIPS = 20  # to a point
_BODY_LEVEL = 9  # the outline level of Word that is no heading
_P, _PPR, _RPR = W + "p", W + "pPr", W + "rPr"
_PSTYLE, _SECTION = W + "pStyle", W + "sectPr"


class DocxWalk(Characters):
    """A walk through one part of a document, paragraph by paragraph."""

    _last: tuple[etree._Element | None, Ground, ParagraphLook] | None = None
    _in_control = False
    _known: dict[tuple[str, ParagraphLook, int, int, Shape, bool], Traits]

    def read(self, root: etree._Element) -> None:
        """Put all paragraphs under ``root`` on the sheet."""
        self._known = {}
        self.blocks(root)
        self._flush()
        for open_field in self._fields:
            lost = "".join(open_field.unprinted)
            if lost.strip():
                self._report("read/open-field", f"A field never ends; left out: {quote(lost)}", Severity.WARNING)

    def blocks(self, parent: etree._Element) -> None:
        """Read what stands in a body, cell, note or text box."""
        for child in parent:
            reader = _BLOCKS.get(child.tag)
            if reader is not None:
                reader(self, child)
            elif len(child) and next(child.iter(_P), None) is not None:
                self.blocks(child)

    def _table(self, table: etree._Element) -> None:
        self._flush()
        outer = self._shape
        self._shape = Shape.CELL if outer is Shape.PARAGRAPH else outer
        self.blocks(table)
        self._flush()
        self._shape = outer

    def _row(self, row: etree._Element) -> None:
        deleted = row.find(f"{W}trPr/{W}del") is not None
        if not deleted:
            self.blocks(row)
            return
        words = " ".join(filter(None, (words_of(p) for p in row.iter(_P))))
        self._report("read/tracked-change", f"A deleted table row was left out: {quote(words)}")

    def _control_blocks(self, element: etree._Element) -> None:
        """A content control round paragraphs, rows or cells."""
        control = control_of(element)
        if control.prompts:
            self._report(*unfilled(prompt_of(control.content)))
        elif control.content is not None:
            outer, self._in_control = self._in_control, self._in_control or control.filled
            self.blocks(control.content)
            self._in_control = outer

    def _foreign_blocks(self, element: etree._Element) -> None:
        self._flush()
        self._foreign(element)
        self._put_drawn(self._fixed or self.shared.pages.page)

    def _alternate_blocks(self, element: etree._Element) -> None:
        chosen = chosen_branch(element)
        if chosen is not None:
            self.blocks(chosen)

    def _formula_block(self, element: etree._Element) -> None:
        self._math(element)
        self._place(None, self._styles.ground(None), PLAIN_PARAGRAPH)

    def _paragraph(self, paragraph: etree._Element) -> None:
        style_id, direct, mark, ends_section = _settings_of(paragraph)
        ground = self._ground = self._styles.ground(style_id)
        breaks = ground.style.paragraph.breaks if direct.breaks is None else direct.breaks
        if breaks and not self._fixed:
            self.shared.pages.turn()
        self._filled = self._in_control
        self.inline(paragraph)
        boxes, self._boxes = self._boxes, []
        if mark is not None and _is_deleted(mark):
            self._deletions.append("¶")
            self._last = (mark, ground, direct)
        else:
            self._place(mark, ground, direct)
        for box in boxes:
            self.blocks(box)
        if ends_section and not self._fixed:
            self.shared.pages.end_section()

    def _flush(self) -> None:
        """Place a paragraph that has lost its mark and found no other to join."""
        if self._last is not None:
            self._place(*self._last)

    def _place(self, mark: etree._Element | None, ground: Ground, direct: ParagraphLook) -> None:
        self._last = None
        style = ground.style
        look = paragraph_laid_over(style.paragraph, direct)
        label = self.shared.numbering.next_label(look, style) if look.num_id else None
        page = self._page or self._fixed or self.shared.pages.page
        runs, self._runs, self._page = self._runs, [], 0
        if label is not None:
            over = label.paragraph
            indents = paragraph_laid_over(style.paragraph, over)
            if direct.num_id is None:
                indents = paragraph_laid_over(over, style.paragraph)
            look = paragraph_laid_over(indents, direct)
            runs[:0] = self._label_runs(label, mark, style)
        text = "".join([run[0] for run in runs])
        if label is not None:
            self._sheet.put(runs, self._traits(look, style, label, page), text)
        elif text and not text.isspace():
            self._sheet.put(runs, self._usual_traits(look, ground, page), text)
        self._filled = False
        if self._figures or self._drawn:
            self._put_drawn(page)
        if self._deletions or self._insertions:
            self._report_changes(page)

    def _put_drawn(self, page: int) -> None:
        """Words that are set as a drawing are paragraphs; a picture is known by its alternative text."""
        for line in self._drawn:
            self._sheet.put([TextRun(" ".join(line.split()))], Traits(self._shape, page, note=self._note))
        for said in self._figures:
            self._sheet.put([TextRun(said)], Traits(Shape.FIGURE, page))
        self._figures, self._drawn = [], []

    def _label_runs(self, label: PrintedNumber, mark: etree._Element | None, style: Style) -> list[TextRun]:
        if not label.text:
            return []
        flags, size = self._styles.look(style.run, "", laid_over(get_run_look(mark), label.run))
        return [TextRun(label.text, flags | LABEL, size), TextRun(label.suffix, 0, size)]

    def _traits(self, look: ParagraphLook, style: Style, label: PrintedNumber | None, page: int) -> Traits:
        near = ((look.start or 0) + (look.first or 0)) / _TWIPS
        far = (look.end or 0) / _TWIPS
        width = self.shared.pages.width if self._shape is not Shape.CELL else None
        # The start of a line lies at the right where the paragraph runs from right to left.
        left, indent = (far, near) if look.rtl else (near, far)
        level = look.outline if look.outline is not None and 0 <= look.outline < _BODY_LEVEL else None
        return Traits(
            shape=self._shape,
            page=page,
            left=left,
            right=width / _TWIPS - indent if width is not None else None,
            centred=look.align == "center",
            style=style.name,
            level=label.depth if level is None and label is not None else level,
            note=self._note,
            origin=Origin.FORM_FIELD if self._filled else Origin.TEXT,
        )

    def _usual_traits(self, look: ParagraphLook, ground: Ground, page: int) -> Traits:
        """The traits of a paragraph without a number, shared with those that look alike."""
        key = (ground.style_id, look, page, self._pages.at, self._shape, self._filled)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._traits(look, ground.style, None, page)
        return known

    def _report_changes(self, page: int) -> None:
        parts = [f"{self._insertions} insertions kept"] if self._insertions else []
        if self._deletions:
            words = ", ".join(quote(words) for words in self._deletions)
            parts.append(f"{len(self._deletions)} deletions left out: {words}")
        self.shared.sheet.report("read/tracked-change", "Tracked changes accepted: " + "; ".join(parts), page=page)
        self._deletions, self._insertions = [], 0


def _settings_of(paragraph: etree._Element) -> tuple[str | None, ParagraphLook, etree._Element | None, bool]:
    """The style a paragraph names, what it sets besides, its mark's ``w:rPr``, and whether its section ends."""
    style_id, direct, mark, ends_section = None, PLAIN_PARAGRAPH, None, False
    first = paragraph[0] if len(paragraph) else None
    if first is None or first.tag != _PPR:
        return style_id, direct, mark, ends_section
    others = []
    for child in first:
        tag = child.tag
        if tag == _PSTYLE:
            style_id = child.get(VAL)
        elif tag == _RPR:
            mark = child if len(child) else None
        elif tag == _SECTION:
            ends_section = True
        else:
            others.append(child)
    return style_id, get_paragraph_look(others) if others else direct, mark, ends_section


def _is_deleted(mark: etree._Element) -> bool:
    return any(child.tag in (W + "del", W + "moveFrom") for child in mark)


_BLOCKS: dict[str, Callable[[DocxWalk, etree._Element], None]] = {
    _P: DocxWalk._paragraph,
    W + "tbl": DocxWalk._table,
    W + "tr": DocxWalk._row,
    W + "sdt": DocxWalk._control_blocks,
    W + "altChunk": DocxWalk._foreign_blocks,
    W + "subDoc": DocxWalk._foreign_blocks,
    ALTERNATE: DocxWalk._alternate_blocks,
    MATH + "oMathPara": DocxWalk._formula_block,
    MATH + "oMath": DocxWalk._formula_block,
}
