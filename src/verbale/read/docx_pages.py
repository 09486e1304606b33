"""Where the pages of a DOCX begin, as far as the file says so.

Breaks set by hand and breaks recorded at the last layout often tell of one and the same page:
a recorded one right after another break, with no text between, is not counted again.
"""

from __future__ import annotations

from lxml import etree

from verbale.errors import TooLarge
from verbale.read.docx_package import VAL, W, int_of


class Pages:
    """The page and section in which the reading stands. ``told`` says whether any break was met."""

    def __init__(self, root: etree._Element, name: str, limit: int) -> None:
        self.page = 1
        self.fresh = True
        self.declared = False
        self.at = 0
        self._name = name
        self._limit = limit
        self._sections = [e for e in root.iter(W + "sectPr") if _is_current(e)]
        self._widths = [_text_width(section) for section in self._sections]

    @property
    def section(self) -> etree._Element | None:
        """The properties of the present section."""
        return self._sections[self.at] if self.at < len(self._sections) else None

    @property
    def width(self) -> int | None:
        """The width of the text area in twips, ``None`` where the section does not give it."""
        return self._widths[self.at] if self.at < len(self._widths) else None

    def turn(self) -> None:
        """A page break that the author set."""
        self.page += 1
        self.fresh = True
        self.declared = True
        if self.page > self._limit:
            raise TooLarge(self._name, f"more than {self._limit:,} pages", "split the document")

    def turn_recorded(self) -> None:
        """A page break that was recorded at the last layout."""
        if not self.fresh:
            self.turn()
        self.fresh = False
        self.declared = True

    def end_section(self) -> None:
        """The present section ends here; the next one says whether it begins on a new page."""
        self.at += 1
        section = self.section
        kind = section.find(W + "type") if section is not None else None
        if section is not None and (kind is None or kind.get(VAL) not in ("continuous", "nextColumn")):
            self.turn()


def _is_current(section: etree._Element) -> bool:
    parent = section.getparent()
    return parent is not None and parent.tag != W + "sectPrChange"


def _text_width(section: etree._Element) -> int | None:
    size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
    parts = (
        int_of(size, W + "w"),
        int_of(margins, W + "left"),
        int_of(margins, W + "right"),
    )
    if parts[0] is None or parts[1] is None or parts[2] is None:
        return None
    return parts[0] - parts[1] - parts[2]
