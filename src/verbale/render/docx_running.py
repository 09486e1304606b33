"""Running heads and feet of a Word document, with symbol and page number at the outer edge of each page.

A word processor fits no text to its line, so the width of a title is estimated from that of its characters.
"""

from __future__ import annotations

import unicodedata

from verbale.model.document import Document
from verbale.render.docx_markup import TABLE, TABLE_WIDTH, Script
from verbale.render.running_head import columns, fitting_title, is_wide

_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
_RULE = '<w:tcBorders><w:bottom w:val="single" w:sz="4" w:color="auto"/></w:tcBorders>'
_GAP = 240  # twips between symbol and title
# Twips of a character of the style of running lines, 8.5 points at 103 per cent and 0.2 points apart. A Latin one is
# narrower than others, for which fonts differ more.
_WIDE, _CAPITAL, _LATIN, _OTHER, _BLANK = 180, 135, 92, 108, 60
_SYMBOL = 125  # twips of a character of a symbol, in bold capitals and figures


def head(document: Document, script: Script, *, even: bool) -> str:
    """The head of every page but the first: symbol at the outer edge, title at the inner, or the title alone.

    Even pages have their outer edge where lines begin, odd ones where they end. Two cells, so that each line can be
    told from the other.
    """
    symbol = document.facts.symbol or ""
    # A symbol of any length leaves a cell beside it.
    outer_width = min(columns(symbol) * _SYMBOL, TABLE_WIDTH - _GAP) if symbol else TABLE_WIDTH - _GAP
    room = TABLE_WIDTH - outer_width - _GAP if symbol else outer_width
    title = fitting_title(document, lambda text: _width(text) <= room)
    if not symbol and not title:
        return ""
    outer = (symbol, "Running") if symbol else (title, "RunningTitle")
    inner = (title if symbol else "", "RunningTitle")
    widths = outer_width, TABLE_WIDTH - outer_width
    cells = [(*outer, widths[0]), (*inner, widths[1])]
    ordered = cells if even else cells[::-1]
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{_RULE}</w:tcPr>{line(text, script, align, style)}</w:tc>'
        for (text, style, width), align in zip(ordered, ("left", "right"), strict=True)
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for _, _, width in ordered)
    visual = "<w:bidiVisual/>" if script.rtl else ""
    return f"<w:tbl><w:tblPr>{visual}{TABLE}</w:tblPr><w:tblGrid>{grid}</w:tblGrid><w:tr>{written}</w:tr></w:tbl><w:p/>"


def _width(text: str) -> int:
    """How wide a title is set, in twips, on the safe side."""
    return sum(map(_advance, text))


def _advance(sign: str) -> int:
    if is_wide(sign):
        return _WIDE
    kind = unicodedata.category(sign)
    if kind in ("Mn", "Me", "Cf"):
        return 0
    if kind == "Lu":
        return _CAPITAL
    if kind[0] in "ZP" and sign != "…":
        return _BLANK
    return _LATIN if sign < "\u0250" else _OTHER if sign < "\u2000" else _WIDE


def line(text: str, script: Script, align: str = "left", style: str = "Running") -> str:
    """One line of a head; ``align`` is meant for lines that run to the right and turned for others."""
    own = script.of(text)
    if script.rtl and not own.rtl:
        align = "right" if align == "left" else "left"
    bidi = "<w:bidi/>" if own.rtl else ""
    runs = own.runs(text) if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{bidi}<w:jc w:val="{align}"/></w:pPr>{runs}</w:p>'


def foot(script: Script, *, even: bool) -> str:
    """Page and number of pages, as in 3/9, at the outer edge."""
    align = "left" if even is not script.rtl else "right"
    fields = "<w:r><w:t>/</w:t></w:r>".join(
        f"{_FIELD.format('begin')}<w:r><w:instrText> {name} </w:instrText></w:r>{_FIELD.format('separate')}"
        f"<w:r><w:t>1</w:t></w:r>{_FIELD.format('end')}"
        for name in ("PAGE", "NUMPAGES")
    )
    return f'<w:p><w:pPr><w:pStyle w:val="Running"/><w:jc w:val="{align}"/></w:pPr>{fields}</w:p>'
