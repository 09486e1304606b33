"""Akoma Ntoso as others publish it, laid out as a page: one line for each block, with what the markup says of it.

Every block of text becomes a line, numbers stand before their words, footnotes follow at the end with their markers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from verbale.akn.namespaces import LANGUAGES, XML, local
from verbale.akn.parse import children
from verbale.model.block import Block, Extraction, Mark, MarkKind, Shape
from verbale.model.finding import Finding, Severity
from verbale.model.language import Language
from verbale.model.source import MediaType, Source
from verbale.model.span import Span

_HEADINGS = {"heading": "h1", "subheading": "h2"}
_LINES = frozenset(
    ("p", "block", "listIntroduction", "listWrapUp", "longTitle", "tocItem", "docketNumber", "crossHeading", *_HEADINGS)
)
_QUOTED_TEXT = frozenset(("quotedStructure", "quotedText", "embeddedStructure", "embeddedText"))
_WRAP_UPS = frozenset(("wrapUp", "listWrapUp"))
_NOTES = frozenset(("authorialNote", "note"))
_BREAKS = frozenset(("eol", "br"))
_CELLS = frozenset(("td", "th", "caption"))
_SPACE = re.compile(r"[ \t\n\r]+")
_BAD = re.compile("[\0\ud800-\udfff]")
_LOOKS = {"b": MarkKind.BOLD, "i": MarkKind.ITALIC, "sup": MarkKind.SUPERSCRIPT, "ins": MarkKind.INSERTED}
_CLASSES = {"bold": MarkKind.BOLD, "italic": MarkKind.ITALIC}
_TOLD, _QUOTED = 20, 400  # deletions in a message, characters of one
_OPENING = frozenset("“‘«„‹「『\"'(")
_HOLE = re.compile(r"[(（]\s*[)）]")
_CLOSING_BRACKET = re.compile("[)）]")
_CODES = {language.value: language for language in Language}
_LINKED = frozenset(("a", "ref", "mref", "rref"))


@dataclass(frozen=True, slots=True)
class _Look:
    """What holds for the characters at one point inside a line."""

    kinds: frozenset[MarkKind] = frozenset()
    link: str = ""


@dataclass(slots=True)
class _LineBuilder:
    """A line under construction."""

    shape: Shape
    style: str
    level: int | None
    language: Language | None
    note: str
    runs: list[tuple[str, _Look, str]] = field(default_factory=list)

    def say(self, text: str, look: _Look, note: str = "") -> None:
        """Add characters; white space of the file is one space."""
        text = _SPACE.sub(" ", text)
        if text[:1] == " " and (not self.runs or self.runs[-1][0][-1:] == " "):
            text = text[1:]
        if text:
            self.runs.append((text, look, note))

    def fill_hole(self, marker: str) -> None:
        """Set a footnote's number between the brackets from which the publisher took it: ``() See`` is ``(1) See``."""
        for i, (text, look, note) in enumerate(self.runs):
            if (place := _CLOSING_BRACKET.search(text)) is not None:
                self.runs[i] = (text[: place.start()] + marker + text[place.start() :], look, note)
                return


def lay_out(root: etree._Element, name: str, sha256: str) -> Extraction:
    """The page of a whole file. Nothing is refused: what is no known element is a block like any other."""
    page = _PageBuilder()
    for document in children(root):
        page.walk(document)
    page.finish_notes()
    text, bad = _BAD.subn("\ufffd", "\n".join(page.texts))
    findings = page.findings
    if bad:
        message = f"{bad} characters that no text may hold were replaced"
        findings.append(Finding("read/bad-character", Severity.WARNING, message))
    struck = [" ".join("".join(map(str, each.itertext())).split()) for each in root.iter("{*}del")]
    if told := [f"“{words[:_QUOTED]}”" for words in struck if words]:
        more = f" and {len(told) - _TOLD} more" if len(told) > _TOLD else ""
        message = f"Struck words were kept: {', '.join(told[:_TOLD])}{more}"
        findings.append(Finding("read/struck-text", Severity.WARNING, message))
    source = Source(name=name, sha256=sha256, media_type=MediaType.AKN, text=text)
    return Extraction(source=source, blocks=tuple(page.blocks), findings=tuple(findings))


class _PageBuilder:
    """The walk over the elements; a line is put down when the block that holds it ends."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.blocks: list[Block] = []
        self.findings: list[Finding] = []
        self._end = -1
        self._numbers: list[str] = []
        self._notes: list[tuple[str, etree._Element]] = []
        self._shape = Shape.PARAGRAPH
        self._note = ""
        self._style = ""
        self._hole = ""
        self._quoting = False
        self._language: Language | None = None

    def walk(self, element: etree._Element) -> None:
        """Lay out one element and all below it."""
        kind = local(element)
        if kind == "meta":
            for part in element.iter("{*}presentation"):
                self._within(part, Shape.MARGIN)
            return
        if kind == "num":
            self._numbers.append(" ".join("".join(_texts(element)).split()))
        elif kind in _NOTES:
            self._notes.append((element.get("marker", ""), element))
        elif kind in _LINES or kind in _QUOTED_TEXT or _has_words(element):
            self._lay_line(element, kind)
        else:
            style, self._style = self._style, kind if kind == "formula" or kind in _WRAP_UPS else self._style
            self._within(element, Shape.CELL if kind in _CELLS else self._shape)
            self._style = style
            self._flush_numbers()

    def finish_notes(self) -> None:
        """The footnotes, each with its marker before its first words; a note may call another."""
        at = 0
        while at < len(self._notes):
            marker, element = self._notes[at]
            at += 1
            self._note = str(at)
            words = "".join(_texts(element)).lstrip()
            if _HOLE.match(words):
                self._hole = marker
            elif marker and not re.match(rf"[(（]?{re.escape(marker)}(?!\d)", words):
                self._numbers = [marker]
            self._within(element, Shape.NOTE)
            self._flush_numbers()
        self._note = ""

    def _within(self, element: etree._Element, shape: Shape) -> None:
        outer, self._shape = self._shape, shape
        language, self._language = self._language, _language_of(element, self._language)
        for child in children(element):
            self.walk(child)
        self._shape, self._language = outer, language

    def _flush_numbers(self) -> None:
        """A number that no words followed is a line of its own."""
        if self._numbers:
            self._put(self._open(""))

    def _open(self, style: str, language: Language | None = None) -> _LineBuilder:
        line = _LineBuilder(self._shape, style, None, language or self._language, self._note)
        for number in self._numbers:
            line.say(f"{number} ", _Look())
        self._numbers = []
        return line

    def _lay_line(self, element: etree._Element, kind: str) -> None:
        line = self._open(_HEADINGS.get(kind) or self._style or kind, _language_of(element, None))
        self._put(self._quote(element, line, _Look()) if kind in _QUOTED_TEXT else self._fill(element, line, _Look()))

    def _quote(self, element: etree._Element, line: _LineBuilder, look: _Look) -> _LineBuilder:
        """What is quoted stands inside the line that quotes it, between its quotation marks, in one piece."""
        words = "".join(_texts(element)).strip()
        start, end = element.get("startQuote", ""), element.get("endQuote", "")
        line.say(start if not words.startswith(start or " ") else "", look)
        outer, self._quoting = self._quoting, True
        line = self._fill(element, line, look)
        self._quoting = outer
        while line.runs and end and not line.runs[-1][0].strip(" "):
            line.runs.pop()
        if line.runs and end:
            text, last, note = line.runs[-1]
            line.runs[-1] = (text.rstrip(" "), last, note)
        line.say(end if not words.endswith(end or " ") else "", look)
        return line

    def _fill(self, element: etree._Element, line: _LineBuilder, look: _Look) -> _LineBuilder:
        """The words of an element and what is inside it; returns the line that is open at its end."""
        look = _look_of(element, look)
        line.say(element.text or "", look)
        for child in element:
            kind = local(child)
            if kind in _NOTES:
                self._call(child, line, look)
            elif kind in _BREAKS:
                line.say(" ", look)
            elif kind in _QUOTED_TEXT:
                line = self._quote(child, line, look)
            elif self._quoting and kind == "num":
                line = self._fill(child, line, look)
                line.say(" ", look)
            elif self._quoting and kind in _LINES:
                line.say(" " if line.runs and line.runs[-1][0].strip() not in _OPENING else "", look)
                line = self._fill(child, line, look)
                line.say(" ", look)
            elif kind in _LINES:
                self._put(line)
                self._put(self._fill(child, replace(line, runs=[]), look))
                line = replace(line, runs=[])
            elif kind:
                line = self._fill(child, line, look)
            line.say(child.tail or "", look)
        return line

    def _call(self, note: etree._Element, line: _LineBuilder, look: _Look) -> None:
        self._notes.append((note.get("marker", ""), note))
        place = str(len(self._notes))
        line.say(note.get("marker") or place, replace(look, kinds=look.kinds | {MarkKind.SUPERSCRIPT}), place)

    def _put(self, line: _LineBuilder) -> None:
        if self._hole:
            line.fill_hole(self._hole)
            self._hole = ""
        while line.runs and not line.runs[-1][0].strip(" "):
            line.runs.pop()
        text = "".join(run for run, _, _ in line.runs).rstrip(" ")
        if not text:
            return
        start = self._end + 1
        self._end = start + len(text)
        self.texts.append(text)
        self.blocks.append(
            Block(
                Span(start, self._end),
                line.shape,
                style=line.style,
                level=line.level,
                language=line.language,
                note=line.note,
                marks=tuple(_marks(line, start, self._end)),
            )
        )


def _texts(element: etree._Element) -> list[str]:
    return [str(text) for text in element.itertext()]


def _has_words(element: etree._Element) -> bool:
    return bool((element.text or "").strip()) or any((child.tail or "").strip() for child in element)


def _language_of(element: etree._Element, outer: Language | None) -> Language | None:
    code = element.get(f"{{{XML}}}lang", "").lower().partition("-")[0]
    return LANGUAGES.get(code) or _CODES.get(code) or outer


def _look_of(element: etree._Element, outer: _Look) -> _Look:
    kind = local(element)
    kinds = {_CLASSES[word] for word in element.get("class", "").split() if word in _CLASSES}
    if kind in _LOOKS:
        kinds.add(_LOOKS[kind])
    link = element.get("href", "") if kind in _LINKED else ""
    if not kinds and not link:
        return outer
    return _Look(outer.kinds | kinds, link or outer.link)


def _marks(line: _LineBuilder, start: int, end: int) -> list[Mark]:
    marks = []
    at = start
    for text, look, note in line.runs:
        span = Span(at, min(at + len(text), end))
        at += len(text)
        marks += [Mark(kind, span) for kind in MarkKind if kind in look.kinds]
        if look.link:
            marks.append(Mark(MarkKind.LINK, span, look.link))
        if note:
            marks.append(Mark(MarkKind.NOTE, span, note))
    return marks
