"""Web pages: the text as a browser lays it out, one block for each line box that the markup parts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from lxml import etree

from verbale.errors import Damaged, NotADocument, TooLarge
from verbale.model.block import Extraction, Shape
from verbale.model.finding import Severity
from verbale.model.language import Language
from verbale.model.source import MediaType
from verbale.model.span import Origin
from verbale.read.draft import BOLD, HIDDEN, ITALIC, LABEL, STRUCK, SUPERSCRIPT, BlockBuilder, TextRun, Traits, quote
from verbale.read.html_encoding import read_characters
from verbale.read.html_forms import field_words
from verbale.read.html_lists import ListState, next_marker, open_list
from verbale.read.html_notes import NoteLinks, find_note_links
from verbale.read.html_styles import class_styles
from verbale.read.limits import Limits
from verbale.read.symbol_fonts import find_symbol_font, in_symbols

_HEADINGS = {f"h{level}": level - 1 for level in range(1, 7)}
_CELLS = {"td", "th", "caption"}
_LISTS = {"ol", "ul", "menu", "dir"}
_BLOCKS = {
    *_HEADINGS,
    *_CELLS,
    *_LISTS,
    *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt"),
    *("fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "html", "legend", "li", "main"),
    *("nav", "option", "optgroup", "p", "pre", "search", "section", "summary", "table", "tbody", "tfoot", "thead"),
    *("tr", "listing", "plaintext", "xmp"),
}
_FIELDS = {"input", "select", "textarea"}
_UNPRINTED = {"script", "style", "template", "head", "title", "meta", "link", "base", "noframes", "datalist"}
_LOOKS = {
    **dict.fromkeys(("b", "strong", "th", *_HEADINGS), BOLD),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var", "address"), ITALIC),
    **dict.fromkeys(("s", "strike", "del"), STRUCK),
    "sup": SUPERSCRIPT,
}
_CODES = {language.value for language in Language}
_SPACE = re.compile(r"[ \t\n\r\f]+")
_BAD = re.compile("[\0\ud800-\udfff]")
_LINE_END = re.compile(r"\r\n|\r|\n")
_ENDNOTES = "doc-endnotes"
_MARGIN_ROLES = {"navigation", "banner", "contentinfo"}
_SECTIONING = {"article", "main", "section", "aside", "blockquote", "td", "figure", "dialog"}
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_ITALIC_STYLE = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.I)
_FAMILY_STYLE = re.compile(r"font-family\s*:\s*[\"']?([^\"';,]{1,40})", re.I)
_RAISED_STYLE = re.compile(r"vertical-align\s*:\s*super", re.I)
_CENTRED_STYLE = re.compile(r"text-align\s*:\s*(\w+)", re.I)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_STRUCK_STYLE = re.compile(r"text-decoration(?:-line)?\s{0,9}:[^;]{0,80}line-through", re.I)


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What holds for the text at one point of the tree."""

    flags: int = 0
    link: str = ""
    called: str = ""
    note: str = ""
    shape: Shape = Shape.PARAGRAPH
    style: str = ""
    level: int | None = None
    language: Language | None = None
    centred: bool = False
    kept_space: bool = False
    sectioned: bool = False
    symbols: int = 0


def read_html(data: bytes, name: str, sha256: str, limits: Limits) -> Extraction:
    """Read a web page. ``name`` and ``sha256`` go into the result as they are.

    Script, style and head are left out; hidden elements are kept and reported.
    Raises ``NotADocument``, ``Damaged`` or ``TooLarge``.
    """
    if len(data) > limits.bytes:
        raise TooLarge(name, f"{len(data):,} bytes, the limit is {limits.bytes:,}", "split the document")
    sheet = BlockBuilder()
    text, bad = _BAD.subn("\ufffd", read_characters(data, sheet))
    if bad:
        sheet.report("read/bad-character", f"{bad} characters that no text may hold were replaced", Severity.WARNING)
    root = _parse(text, name)
    _HtmlWalk(sheet, find_note_links(root, _BLOCKS), class_styles(root)).read(root)
    return sheet.finish(name, sha256, MediaType.HTML)


def _parse(text: str, name: str) -> etree._Element:
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotADocument(name, f"no markup can be made out: {error}", "send it as PDF, DOCX, HTML or text") from error
    if root is None:
        raise NotADocument(name, "the page is empty", "send it as PDF, DOCX, HTML or text")
    for entry in parser.error_log:
        if entry.level_name == "FATAL" and "depth" in entry.message.lower():
            raise Damaged(name, "the elements are nested too deeply", "save the page again")
    return root


class _HtmlWalk:
    """A walk over the tree; text gathers in runs until an element of block level parts it."""

    def __init__(self, sheet: BlockBuilder, notes: NoteLinks, styles: Mapping[str, str]) -> None:
        self._sheet = sheet
        self._notes = notes
        self._styles = styles
        self._filled = False
        self._odd: set[str] = set()
        self._runs: list[TextRun] = []
        self._markers: list[str] = []
        self._lists: list[ListState] = []
        self._places = [_Surroundings()]

    def read(self, root: etree._Element) -> None:
        """Put all that the page prints on the sheet."""
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                if element.tag not in _FIELDS and not _is_unprinted(element):
                    self._leave(element)
            elif element.tag in _FIELDS:
                self._read_field(element)
                walk.skip_subtree()
            elif _is_unprinted(element):
                walk.skip_subtree()
            else:
                self._enter(element)
            if event == "end" and element.tail and element is not root:
                self._say(element.tail)
        self._flush()
        for symbol in sorted(self._odd):
            self._sheet.report("read/symbol", f"A sign of a symbol font is not known: {symbol}", Severity.WARNING)

    def _read_field(self, element: etree._Element) -> None:
        """A field of a form is read as it was filled in; what nobody filled in is told."""
        words, prompt = field_words(element)
        if words:
            self._filled = True
            place = self._placed(element, str(element.tag), self._places[-1])
            for at, line in enumerate(words):
                if at:
                    self._flush()
                    self._filled = True
                self._add(_SPACE.sub(" ", line), place)
        elif prompt is not None:
            told = f"; its prompt is not text: {quote(prompt)}" if prompt else ""
            self._sheet.report("read/placeholder", f"A field of a form was left unfilled{told}", Severity.WARNING)

    def _enter(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if tag in _BLOCKS or tag == "br":
            self._flush()
        self._places.append(self._placed(element, tag, self._places[-1]))
        if tag in _LISTS:
            self._lists.append(open_list(element, self._lists))
        elif tag == "li":
            state = self._lists[-1] if self._lists else open_list(element, [])
            self._markers.append(next_marker(state, element))
        if element.text:
            self._say(element.text)

    def _leave(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._flush()
        self._places.pop()
        if tag in _LISTS and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._markers = []

    def _placed(self, element: etree._Element, tag: str, outer: _Surroundings) -> _Surroundings:
        attributes = element.attrib
        if not attributes and tag not in _BLOCKS and tag not in _LOOKS:
            return outer
        style = attributes.get("style", "")
        flags = outer.flags | _LOOKS.get(tag, 0) | _styled(style)
        for name in attributes.get("class", "").split() if self._styles else ():
            # A page hides for its own ends: what a class of it hides is printed or not by what the page does then.
            flags |= _styled(self._styles.get(name, "")) & ~HIDDEN
        if attributes.get("hidden") is not None:
            flags |= HIDDEN
        place = replace(
            outer, flags=flags, language=_language(element, outer.language), symbols=_symbols(element, outer)
        )
        if tag == "a" and "href" in attributes:
            place = replace(place, link=element.get("href", "").strip(), called=self._notes.calls.get(element, ""))
        if tag in _BLOCKS:
            place = self._placed_block(element, tag, place)
        note = self._notes.bodies.get(element)
        if note is not None:
            place = replace(place, note=note, shape=Shape.NOTE)
        return place

    def _placed_block(self, element: etree._Element, tag: str, place: _Surroundings) -> _Surroundings:
        shape, level = place.shape, place.level
        if tag in _CELLS and shape is Shape.PARAGRAPH:
            shape = Shape.CELL
        in_margin = tag == "nav" or (tag in ("header", "footer") and not place.sectioned)
        if in_margin or element.get("role") in _MARGIN_ROLES:
            shape = Shape.MARGIN
        if tag in _HEADINGS:
            level = _HEADINGS[tag]
            parent = element.getparent()
            if parent is not None and parent.get("role") == _ENDNOTES:
                shape = Shape.MARGIN
        elif tag == "li":
            level = max(len(self._lists) - 1, 0)
        align = _CENTRED_STYLE.search(element.get("style", ""))
        stated = align[1] if align else element.get("align", "center" if tag == "center" else "")
        return replace(
            place,
            shape=shape,
            level=level,
            style=tag,
            centred=stated.lower() == "center" if stated else place.centred,
            kept_space=place.kept_space or tag in ("pre", "listing", "xmp", "plaintext"),
            sectioned=place.sectioned or tag in _SECTIONING,
        )

    def _say(self, text: str) -> None:
        place = self._places[-1]
        if place.kept_space:
            lines = _LINE_END.split(text)
            for line in lines[:-1]:
                self._add(line, place)
                self._flush()
            self._add(lines[-1], place)
            return
        text = _SPACE.sub(" ", text)
        if text[0] == " " and (not self._runs or self._runs[-1].text.endswith(" ")):
            text = text[1:]
        self._add(text, place)

    def _add(self, text: str, place: _Surroundings) -> None:
        if not text:
            return
        if place.symbols:
            text, odd = in_symbols(text, place.symbols)
            self._odd |= odd
        if self._markers and text.strip():
            marked = [marker for marker in self._markers if marker]
            self._markers = []
            for marker in marked:
                self._runs += [TextRun(marker, LABEL | (place.flags & HIDDEN)), TextRun(" ")]
        self._runs.append(TextRun(text, place.flags, None, place.link, place.called))

    def _flush(self) -> None:
        """End the present line; white space at its edges is not printed."""
        runs, self._runs = self._runs, []
        filled, self._filled = self._filled, False
        place = self._places[-1]
        if not place.kept_space:
            while runs and not runs[-1].text.strip(" "):
                runs.pop()
            if runs:
                runs[-1] = runs[-1]._replace(text=runs[-1].text.rstrip(" "))
        if not any(run.text.strip() for run in runs):
            return
        self._sheet.put(
            runs,
            Traits(
                shape=place.shape,
                centred=place.centred,
                style=place.style,
                level=place.level,
                language=place.language,
                note=place.note,
                origin=Origin.FORM_FIELD if filled else Origin.TEXT,
            ),
        )


def _is_unprinted(element: etree._Element) -> bool:
    """What is no text of the page: scripts and the like, the sign that leads back from a note, and the sign behind a
    unit that links to that unit itself."""
    if element.tag != "a":
        return element.tag in _UNPRINTED
    if element.get("role") == "doc-backlink":
        return True
    sign, href = (element.text or "").strip(), element.get("href", "")
    if len(sign) != 1 or sign.isalnum() or len(element) or not href.startswith("#"):
        return False
    return any(outer.get("id") == href[1:] for outer in element.iterancestors())


def _styled(style: str) -> int:
    if not style:
        return 0
    return (
        (BOLD if _BOLD_STYLE.search(style) else 0)
        | (ITALIC if _ITALIC_STYLE.search(style) else 0)
        | (SUPERSCRIPT if _RAISED_STYLE.search(style) else 0)
        | (HIDDEN if _HIDDEN_STYLE.search(style) else 0)
        | (STRUCK if _STRUCK_STYLE.search(style) else 0)
    )


def _symbols(element: etree._Element, outer: _Surroundings) -> int:
    """The symbol font that holds here: programs of offices write it, and print letters by it."""
    stated = _FAMILY_STYLE.search(element.get("style", ""))
    name = stated[1] if stated else element.get("face") if element.tag == "font" else None
    return outer.symbols if name is None else find_symbol_font(name)


def _language(element: etree._Element, outer: Language | None) -> Language | None:
    declared = element.get("lang") or element.get("xml:lang")
    if declared is None:
        return outer
    code = declared.strip().lower().partition("-")[0]
    return Language(code) if code in _CODES else None
