"""Looks through the chain of styles: document defaults, paragraph style, character style, direct formatting.

A switch such as bold that is set in both a paragraph style and a character style cancels out
(ISO/IEC 29500-1, 17.7.3); direct formatting is final. Text from right to left has its own bold,
italic and size. Lengths come in twips (1/20 point) and half-points, and leave in points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from lxml import etree

from verbale.read.docx_package import VAL, W, int_of, is_on
from verbale.read.draft import BOLD, HIDDEN, ITALIC, STRUCK, SUPERSCRIPT
from verbale.read.symbol_fonts import find_symbol_font


class RunLook(NamedTuple):
    """Settings of a run; ``None`` is not set here. Sizes in half-points, ``symbols`` is the number of a symbol font."""

    bold: bool | None = None
    italic: bool | None = None
    bold_complex: bool | None = None
    italic_complex: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None
    struck_twice: bool | None = None
    rtl: bool | None = None
    complex: bool | None = None
    raised: bool | None = None
    size: int | None = None
    size_complex: int | None = None
    symbols: int | None = None


class ParagraphLook(NamedTuple):
    """Settings of a paragraph; ``None`` is not set here. Indents in twips, ``first`` against ``start``."""

    align: str | None = None
    start: int | None = None
    end: int | None = None
    first: int | None = None
    outline: int | None = None
    rtl: bool | None = None
    breaks: bool | None = None
    num_id: str | None = None
    depth: int | None = None


class Style(NamedTuple):
    """A style with all that it inherits. ``lineage`` holds its id and those of its forebears."""

    name: str
    paragraph: ParagraphLook
    run: RunLook
    lineage: tuple[str, ...]


Look = tuple[int, float | None]
"""Flags (see ``draft``) and size in points of a run; the number of a symbol font stands above the flags."""


class Ground(NamedTuple):
    """What the runs of a paragraph stand on: its style.

    ``plain`` is the look of a run that sets nothing, ``looks`` are those met so far, by all that a ``w:rPr`` sets;
    styles whose own runs look alike share them.
    """

    style_id: str
    style: Style
    plain: Look
    looks: dict[tuple[str | None, ...], Look]


_Values = tuple[bool | int | str | None, ...]
PLAIN_RUN = RunLook()
PLAIN_PARAGRAPH = ParagraphLook()
_NO_STYLE = Style("", PLAIN_PARAGRAPH, PLAIN_RUN, ())
_RUN_FIELDS = {field: index for index, field in enumerate(RunLook._fields)}
_RUN_SWITCHES = {
    W + tag: _RUN_FIELDS[field]
    for tag, field in {
        "b": "bold",
        "i": "italic",
        "bCs": "bold_complex",
        "iCs": "italic_complex",
        "vanish": "hidden",
        "strike": "struck",
        "dstrike": "struck_twice",
        "rtl": "rtl",
        "cs": "complex",
    }.items()
}
_RUN_SIZES = {W + "sz": _RUN_FIELDS["size"], W + "szCs": _RUN_FIELDS["size_complex"]}
_RUN_STYLE, _FONTS = W + "rStyle", W + "rFonts"
_ASCII, _HIGH_ANSI, _THEME = W + "ascii", W + "hAnsi", W + "asciiTheme"
_RUN_TAGS = {*_RUN_SWITCHES, *_RUN_SIZES, _FONTS, W + "vertAlign"}
SYMBOLS_AT = 8  # bits of the flags of a run before the number of its symbol font
_ALWAYS = ((HIDDEN, _RUN_FIELDS["hidden"]), (STRUCK, _RUN_FIELDS["struck"]))
_TOGGLES = ((BOLD, _RUN_FIELDS["bold"]), (ITALIC, _RUN_FIELDS["italic"]), *_ALWAYS)
_COMPLEX_TOGGLES = ((BOLD, _RUN_FIELDS["bold_complex"]), (ITALIC, _RUN_FIELDS["italic_complex"]), *_ALWAYS)
_BASED_ON, _NAME, _PPR, _RPR, _TYPE = W + "basedOn", W + "name", W + "pPr", W + "rPr", W + "type"
_MAX_CHAIN = 50  # styles based on one another: more is a ring


def get_run_look(properties: etree._Element | None) -> RunLook:
    """What one ``w:rPr`` sets."""
    return get_styled_run(properties)[1] if properties is not None else PLAIN_RUN


def get_styled_run(properties: etree._Element) -> tuple[str, RunLook]:
    """The character style that a ``w:rPr`` names, and what it sets besides."""
    style = ""
    values: list[bool | int | str | None] | None = None
    for child in properties:
        tag = child.tag
        if tag == _RUN_STYLE:
            style = child.get(VAL, "")
            continue
        if tag not in _RUN_TAGS:
            continue
        if values is None:
            values = [None] * len(_RUN_FIELDS)
        if tag in _RUN_SWITCHES:
            values[_RUN_SWITCHES[tag]] = is_on(child)
        elif tag in _RUN_SIZES:
            values[_RUN_SIZES[tag]] = int_of(child)
        elif tag == _FONTS:
            values[_RUN_FIELDS["symbols"]] = _symbols_of(child)
        else:
            values[_RUN_FIELDS["raised"]] = child.get(VAL) == "superscript"
    return style, PLAIN_RUN if values is None else RunLook._make(values)


def _symbols_of(fonts: etree._Element) -> int | None:
    """The symbol font in which plain letters are printed, 0 for another one; ``None`` where this does not say."""
    if fonts.get(_THEME) is not None:
        return 0
    name = _font_of(fonts)
    return find_symbol_font(name) if name is not None else None


def _font_of(fonts: etree._Element) -> str | None:
    return fonts.get(_ASCII) or fonts.get(_HIGH_ANSI)


def get_paragraph_look(properties: Iterable[etree._Element] | None) -> ParagraphLook:
    """What one ``w:pPr`` sets; its children will do."""
    values: list[bool | int | str | None] | None = None
    for child in properties if properties is not None else ():
        reader = _PARAGRAPH_READERS.get(child.tag)
        if reader is None:
            continue
        if values is None:
            values = [None] * len(ParagraphLook._fields)
        field, read = reader
        found = read(child)
        values[field : field + len(found)] = found
    return PLAIN_PARAGRAPH if values is None else ParagraphLook._make(values)


def _read_indent(child: etree._Element) -> _Values:
    start = int_of(child, W + "start")
    end = int_of(child, W + "end")
    hanging = int_of(child, W + "hanging")
    return (
        int_of(child, W + "left") if start is None else start,
        int_of(child, W + "right") if end is None else end,
        int_of(child, W + "firstLine") if hanging is None else -hanging,
    )


def _read_numbering(child: etree._Element) -> _Values:
    number = child.find(W + "numId")
    return (number.get(VAL) if number is not None else None, int_of(child.find(W + "ilvl")))


# The first field of ParagraphLook that a setting fills, and the reader of that one and those after it.
_PARAGRAPH_READERS: dict[str, tuple[int, Callable[[etree._Element], _Values]]] = {
    W + tag: (ParagraphLook._fields.index(field), read)
    for tag, field, read in (
        ("jc", "align", lambda child: (child.get(VAL),)),
        ("ind", "start", _read_indent),
        ("numPr", "num_id", _read_numbering),
        ("outlineLvl", "outline", lambda child: (int_of(child),)),
        ("bidi", "rtl", lambda child: (is_on(child),)),
        ("pageBreakBefore", "breaks", lambda child: (is_on(child),)),
    )
}


def laid_over(base: RunLook, over: RunLook) -> RunLook:
    """``over`` where it is set, else ``base``."""
    if over is PLAIN_RUN:
        return base
    return RunLook._make([b if o is None else o for b, o in zip(base, over, strict=True)])


def paragraph_laid_over(base: ParagraphLook, over: ParagraphLook) -> ParagraphLook:
    """``over`` where it is set, else ``base``."""
    if over is PLAIN_PARAGRAPH or over == PLAIN_PARAGRAPH:
        return base
    return ParagraphLook._make([b if o is None else o for b, o in zip(base, over, strict=True)])


class Styles:
    """The style table of one document; every lookup is worked out once."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._cache: dict[str, Style] = {}
        self._looks: dict[RunLook, dict[tuple[str | None, ...], Look]] = {}
        self._default = ""
        self._grounds: dict[str | None, Ground] = {}
        self._defaults = Style("", PLAIN_PARAGRAPH, PLAIN_RUN, ())
        if root is None:
            return
        for element in root.iterchildren(W + "style"):
            style_id = element.get(W + "styleId", "")
            self._elements.setdefault(style_id, element)
            if element.get(W + "type") == "paragraph" and element.get(W + "default") in ("1", "true", "on"):
                self._default = self._default or style_id
        run = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        paragraph = root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
        self._defaults = Style("", get_paragraph_look(paragraph), get_run_look(run), ())

    def ground(self, style_id: str | None) -> Ground:
        """The style of a paragraph: the default one where it names none that exists."""
        known = self._grounds.get(style_id)
        if known is None:
            key = (style_id if style_id in self._elements else self._default) or ""
            style = self._resolve(key, 0)
            looks = self._looks.get(style.run)
            if looks is None:
                looks = self._looks[style.run] = {(): self.look(style.run, "", PLAIN_RUN)}
            known = self._grounds[style_id] = Ground(key, style, looks[()], looks)
        return known

    def _resolve(self, style_id: str, depth: int) -> Style:
        known = self._cache.get(style_id)
        if known is not None:
            return known
        element = self._elements.get(style_id)
        if element is None or depth > _MAX_CHAIN:
            return self._defaults
        name, based = style_id, None
        paragraph, run = PLAIN_PARAGRAPH, PLAIN_RUN
        for child in element:
            tag = child.tag
            if tag == _NAME:
                name = child.get(VAL, style_id)
            elif tag == _BASED_ON:
                based = child.get(VAL, "")
            elif tag == _PPR:
                paragraph = get_paragraph_look(child)
            elif tag == _RPR:
                run = get_styled_run(child)[1]
        if based is not None:
            base = self._resolve(based, depth + 1)
        else:
            base = _NO_STYLE if element.get(_TYPE) == "character" else self._defaults
        style = Style(
            name,
            paragraph_laid_over(base.paragraph, paragraph),
            laid_over(base.run, run),
            (style_id, *base.lineage),
        )
        self._cache[style_id] = style
        return style

    def numbering_of(self, style_id: str) -> str | None:
        """The numbering instance that a numbering style stands for."""
        return self._resolve(style_id, 0).paragraph.num_id

    def look_of(self, ground: Ground, properties: etree._Element) -> Look:
        """``look`` of a run by its ``w:rPr``; all that counts in it stands in the values of its children."""
        key: tuple[str | None, ...]
        if len(properties) == 1:
            child = properties[0]
            key = child.tag, child.get(VAL) or _font_of(child)
        else:
            key = tuple([part for child in properties for part in (child.tag, child.get(VAL) or _font_of(child))])
        known = ground.looks.get(key)
        if known is None:
            known = ground.looks[key] = self.look(ground.style.run, *get_styled_run(properties))
        return known

    def look(self, base: RunLook, character: str, direct: RunLook) -> Look:
        """The look of a run of that character style in a paragraph whose style sets ``base``."""
        styled = PLAIN_RUN
        if character in self._elements and self._elements[character].get(_TYPE) == "character":
            styled = self._resolve(character, 0).run
        full = laid_over(laid_over(base, styled), direct)
        is_complex = bool(full.rtl or full.complex)
        flags = 0
        for flag, field in _COMPLEX_TOGGLES if is_complex else _TOGGLES:
            own = direct[field]
            if bool(base[field]) != bool(styled[field]) if own is None else own:
                flags |= flag
        if full.raised:
            flags |= SUPERSCRIPT
        if full.struck_twice:  # two lines cancel with nothing
            flags |= STRUCK
        flags |= (full.symbols or 0) << SYMBOLS_AT
        size = full.size_complex if is_complex and full.size_complex is not None else full.size
        return flags, size / 2 if size is not None else None
