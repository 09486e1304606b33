"""The characters of one story of a DOCX: runs, fields, links, notes, tracked changes.

Tracked changes are taken as accepted. What the page does not print (deleted words, comments,
field codes) stays out of the text, and every loss of words is reported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from lxml import etree

from verbale.model.block import Shape
from verbale.model.finding import Severity
from verbale.read.docx_drawings import ALTERNATE, chosen_branch, diagram_words, find_drawn, outer_boxes
from verbale.read.docx_fields import BOXES, Field, control_of, end_field, find_field_link, prompt_of, unfilled
from verbale.read.docx_notes import NotePart
from verbale.read.docx_numbering import ListCounters
from verbale.read.docx_package import R_ID, Package, Relation, W
from verbale.read.docx_pages import Pages
from verbale.read.docx_styles import SYMBOLS_AT, Look, Styles
from verbale.read.draft import INSERTED, LABEL, BlockBuilder, TextRun, quote
from verbale.read.symbol_fonts import find_symbol, in_symbols

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_PPR, _R, _RPR, _T, _TAB = W + "pPr", W + "r", W + "rPr", W + "t", W + "tab"
_SYMBOLIC = 1 << SYMBOLS_AT


@dataclass(slots=True)
class DocxContext:
    """What the stories of one document have in common."""

    package: Package
    styles: Styles
    numbering: ListCounters
    sheet: BlockBuilder
    pages: Pages
    notes: dict[str, NotePart]
    comments: dict[str, str]
    odd_symbols: set[str] = field(default_factory=set)


class Characters:
    """The runs of the paragraph at hand. ``page`` is fixed for notes and margins, 0 for the body."""

    def __init__(
        self, shared: DocxContext, part: str, shape: Shape, note: str = "", marker: str = "", page: int = 0
    ) -> None:
        self.shared = shared
        self._pages = shared.pages
        self._styles = shared.styles
        self._sheet = shared.sheet
        self._part = part
        self._shape = shape
        self._note = note
        self._marker = marker
        self._fixed = page
        self._relations: dict[str, Relation] | None = None
        self._runs: list[TextRun] = []
        self._boxes: list[etree._Element] = []
        self._fields: list[Field] = []
        self._figures: list[str] = []
        self._drawn: list[str] = []
        self._filled = False
        self._deletions: list[str] = []
        self._insertions = 0
        self._deleting = False
        self._in_code = False
        self._page = 0
        self._inserted = 0
        self._look: Look = 0, None
        self._link = ""
        self._called = ""
        self._ground = shared.styles.ground(None)

    def _report(self, rule: str, message: str, severity: Severity = Severity.NOTE) -> None:
        self.shared.sheet.report(rule, message, severity, self._fixed or self.shared.pages.page)

    def inline(self, parent: Iterable[etree._Element]) -> None:
        """Read what stands in a paragraph or run; wrappers that are not known are looked into."""
        for child in parent:
            tag = child.tag
            if tag == _R:
                self._run(child)
                continue
            reader = _INLINE.get(tag, Characters.inline)
            if reader is not None:
                reader(self, child)

    def _emit(self, text: str, look: Look | None = None) -> None:
        """Add characters to the paragraph, in the present look where none is given."""
        if self._in_code:
            self._fields[-1].unprinted.append(text)
        elif self._deleting:
            self._deletions[-1] += text
        else:
            if not self._page:
                self._page = self._fixed or self._pages.page
            self._pages.fresh = False
            flags, size = look or self._look
            if flags >= _SYMBOLIC:
                text, odd = in_symbols(text, flags >> SYMBOLS_AT)
                self.shared.odd_symbols |= odd
                flags &= _SYMBOLIC - 1
            # A named tuple's own constructor takes twice as long, and this line runs for every run.
            values = (text, flags | self._inserted, size, self._link, self._called)
            self._runs.append(tuple.__new__(TextRun, values))

    def _run(self, run: etree._Element) -> None:
        called = self._called
        look = self._ground.plain
        text = ""
        for child in run:
            tag = child.tag
            if tag == _T:
                text += child.text or ""
            elif tag == _RPR:
                if text:
                    self._unusual(child, text, look)
                    text = ""
                if len(child):
                    look = self._styles.look_of(self._ground, child)
            elif tag == _TAB:
                text += "\t"
            else:
                self._unusual(child, text, look)
                text = ""
        if text:
            if "\n" in text or "\r" in text:
                text = _on_one_line(text)
            self._emit(text, look)
        self._called = called

    def _unusual(self, child: etree._Element, text: str, look: Look) -> None:
        """Read what seldom stands in a run, after the ``text`` that stands before it there."""
        outer, self._look = self._look, look
        if text:
            self._emit(_on_one_line(text))
        reader = _INLINE.get(child.tag, Characters.inline)
        if reader is not None:
            reader(self, child)
        self._look = outer

    def _text(self, element: etree._Element) -> None:
        if element.text:
            self._emit(_on_one_line(element.text))

    def _deleted_text(self, element: etree._Element) -> None:
        if self._deleting and element.text:
            self._emit(" ".join(element.text.split("\n")))

    def _break(self, element: etree._Element) -> None:
        kind = element.get(W + "type", "textWrapping")
        if kind != "page":
            self._emit(" ")
        elif not self._deleting and not self._fixed:
            if has_words(self._runs):
                self._emit(" ")
            self.shared.pages.turn()

    def _recorded_break(self, element: etree._Element) -> None:
        if not self._deleting and not self._fixed:
            self.shared.pages.turn_recorded()

    def _foreign(self, element: etree._Element) -> None:
        self._report("read/foreign-part", "Content kept in another file is not read", Severity.WARNING)
        self._figures.append("")

    def _symbol(self, element: etree._Element) -> None:
        try:
            code = int(element.get(W + "char", ""), 16)
        except ValueError:
            return
        font = element.get(W + "font", "")
        sign = find_symbol(code, font)
        if sign is None:
            self.shared.odd_symbols.add(f"{font} {code:04X}")
            sign = chr(code)
        flags, size = self._look
        self._emit(sign, (flags & _SYMBOLIC - 1, size))

    def _math(self, element: etree._Element) -> None:
        self._emit(" ".join("".join(str(words) for words in element.itertext(MATH + "t")).split("\n")))

    def _ruby(self, element: etree._Element) -> None:
        base, gloss = element.find(W + "rubyBase"), element.find(W + "rt")
        if base is not None:
            self.inline(base)
        if gloss is not None and (words := words_of(gloss)):
            self._report("read/ruby", f"A reading printed above the line was left out: {quote(words)}")

    # Wrappers

    def _linked(self, element: etree._Element, target: str) -> None:
        outer, self._link = self._link, target or self._link
        self.inline(element)
        self._link = outer

    def _hyperlink(self, element: etree._Element) -> None:
        anchor = element.get(W + "anchor", "")
        target = "#" + anchor if anchor else ""
        relation = self._relation(element.get(R_ID))
        self._linked(element, relation.target + target if relation is not None else target)

    def _relation(self, key: str | None) -> Relation | None:
        if key is None:
            return None
        if self._relations is None:
            self._relations = self.shared.package.relations(self._part)
        return self._relations.get(key)

    def _simple_field(self, element: etree._Element) -> None:
        code = element.get(W + "instr", "")
        runs, at = self._runs, len(self._runs)
        self._linked(element, find_field_link(code))
        self._close_field(Field("", None, False, [code], runs=runs, at=at))

    def _field_mark(self, element: etree._Element) -> None:
        kind, ended = element.get(W + "fldCharType"), None
        if kind == "begin":
            self._fields.append(Field(self._link, element.find(W + "ffData")))
        elif kind == "separate" and self._fields:
            opened = self._fields[-1]
            opened.in_code, opened.runs, opened.at = False, self._runs, len(self._runs)
            self._link = find_field_link("".join(opened.code)) or self._link
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            self._link = ended.outer_link
        self._in_code = any(open_field.in_code for open_field in self._fields)
        if ended is not None:
            self._close_field(ended)

    def _close_field(self, ended: Field) -> None:
        """Say what the result of a field lacks: a box that is checked, a choice, a sign."""
        if self._deleting or self._in_code:
            return
        result: str | None = ""
        if ended.runs is self._runs:
            result = "".join([run[0] for run in self._runs[ended.at :]])
        elif ended.runs is not None:
            result = None
        found = end_field("".join(ended.code), ended.form, result)
        if found.said:
            self._emit(found.said)
        self._filled = self._filled or found.filled
        if found.rule and self._shape is not Shape.MARGIN:
            self._report(found.rule, found.message, found.severity)

    def _control(self, element: etree._Element) -> None:
        """A content control among words: a check box, a choice, or what was never filled in."""
        control = control_of(element)
        if control.prompts and not self._deleting:
            self._report(*unfilled(prompt_of(control.content)))
        elif control.content is not None:
            self._filled = self._filled or control.filled or control.checked is not None
            if control.checked is not None and not self._deleting and len(words_of(control.content).strip()) < 2:
                self._emit(BOXES[control.checked])
            else:
                self.inline(control.content)

    def _field_code(self, element: etree._Element) -> None:
        if self._fields:
            self._fields[-1].code.append(element.text or "")

    def _insertion(self, element: etree._Element) -> None:
        outer, self._inserted = self._inserted, INSERTED
        self._insertions += 1
        self.inline(element)
        self._inserted = outer

    def _deletion(self, element: etree._Element) -> None:
        outer, self._deleting = self._deleting, True
        if not outer:
            self._deletions.append("")
        self.inline(element)
        self._deleting = outer

    def _alternate(self, element: etree._Element) -> None:
        chosen = chosen_branch(element)
        if chosen is not None:
            self.inline(chosen)

    def _picture(self, element: etree._Element) -> None:
        boxes = list(outer_boxes(element))
        if self._deleting:
            self._emit(" ".join(words_of(box) for box in boxes))
            return
        shown, in_margin = find_drawn(element), self._fixed and not self._note
        if shown.watermark or (in_margin and shown.words):
            words = " ".join((*shown.words, *map(words_of, boxes)))
            told = quote(words) if words.strip() else shown.named if shown.kind else "a drawing"
            self._report("read/watermark", f"A watermark across the page is left out: {told}")
            return
        self._boxes += boxes
        self._drawn += shown.words
        if shown.kind and not in_margin:
            self._report("read/drawing", f"What is drawn here is not read: {shown.named}", Severity.WARNING)
            self._figures.append(shown.said)
            relation = self._relation(shown.diagram or None)
            root = self.shared.package.tree(relation.target) if relation is not None else None
            self._drawn += diagram_words(root) if root is not None else ()

    # Notes and comments

    def _note_call(self, element: etree._Element) -> None:
        if self._deleting or self._in_code:
            return
        kind = "footnote" if element.tag == W + "footnoteReference" else "endnote"
        key = element.get(W + "id", "")
        notes, pages = self.shared.notes[kind], self.shared.pages
        spelled = element.get(W + "customMarkFollows", "0") not in ("0", "false", "off")
        page = self._fixed or pages.page
        marker = notes.marker_of(key, pages.section, (page, pages.at), spelled)
        if key not in notes.elements:
            self._report("read/missing-note", f"The text calls a {kind} that is not there: {marker}", Severity.WARNING)
        outer, self._called = self._called, f"{kind}:{key}"
        if not spelled:
            self._emit(marker)
            self._called = outer

    def _note_number(self, element: etree._Element) -> None:
        if self._marker:
            flags, size = self._look
            self._emit(self._marker, (flags | LABEL, size))

    def _comment(self, element: etree._Element) -> None:
        words = self.shared.comments.pop(element.get(W + "id", ""), "")
        if words:
            self._report("read/comment", f"A comment is not part of the text: {quote(words)}")


def _on_one_line(text: str) -> str:
    return text.replace("\r", " ").replace("\n", " ")


def has_words(runs: list[TextRun]) -> bool:
    """Whether any of ``runs`` holds more than white space."""
    return any(run[0] and not run[0].isspace() for run in runs)


def words_of(element: etree._Element) -> str:
    return "".join(str(words) for words in element.itertext(W + "t", W + "delText"))


def _says(text: str) -> Callable[[Characters, etree._Element], None]:
    def reader(story: Characters, element: etree._Element) -> None:
        story._emit(text)

    return reader


_INLINE: dict[str, Callable[[Characters, etree._Element], None] | None] = {
    **dict.fromkeys((_PPR, _RPR, W + "sdtPr", W + "sdtEndPr", W + "fldData", W + "delInstrText")),
    W + "r": Characters._run,
    W + "t": Characters._text,
    W + "delText": Characters._deleted_text,
    W + "tab": _says("\t"),
    W + "ptab": _says("\t"),
    W + "br": Characters._break,
    W + "cr": _says(" "),
    W + "noBreakHyphen": _says("\u2011"),
    W + "softHyphen": _says("\u00ad"),
    W + "sym": Characters._symbol,
    W + "ruby": Characters._ruby,
    W + "lastRenderedPageBreak": Characters._recorded_break,
    W + "sdt": Characters._control,
    W + "hyperlink": Characters._hyperlink,
    W + "fldSimple": Characters._simple_field,
    W + "fldChar": Characters._field_mark,
    W + "instrText": Characters._field_code,
    W + "ins": Characters._insertion,
    W + "moveTo": Characters._insertion,
    W + "del": Characters._deletion,
    W + "moveFrom": Characters._deletion,
    W + "drawing": Characters._picture,
    W + "pict": Characters._picture,
    W + "object": Characters._picture,
    W + "footnoteReference": Characters._note_call,
    W + "endnoteReference": Characters._note_call,
    W + "footnoteRef": Characters._note_number,
    W + "endnoteRef": Characters._note_number,
    W + "commentReference": Characters._comment,
    W + "altChunk": Characters._foreign,
    W + "subDoc": Characters._foreign,
    ALTERNATE: Characters._alternate,
    MATH + "oMath": Characters._math,
    MATH + "oMathPara": Characters._math,
}
