"""The PDFs as issued: each a tree or a typed error, and each known by what is printed in it.

The symbol that a tree gives is compared with two witnesses: the file's name, which may lie, and
the first document symbol in the plain text of the first pages, taken by PDFium alone. A document
of two series carries both symbols, joined by a hyphen, and is named by one of them.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from verbale.app.reading import read_source
from verbale.errors import ReadFailed

_PRINTED = re.compile(
    r"(?<![\w/.])(?=[^\s\d]*\d)[A-Z]{1,6}(?:/[A-Z0-9][\w.()–-]*)+(?:/[\w.–-]+(?:\([\w ]+\))?)*(?:\s?\([^)\n]{4,12}\))?"
)
_JOINT = re.compile(r"[-–](?=[A-Z]+/)")
_LOOKED_AT = 3  # pages


@dataclass(frozen=True, slots=True)
class Issued:
    """How one file fared. ``failure`` is the error's class, empty where there is a tree."""

    name: str
    failure: str
    profile: str = ""
    symbol: str = ""
    named: str = ""
    printed: str = ""
    nodes: int = 0
    unaccounted: int = 0
    image_only: int = 0
    pages: int = 0
    seconds: float = 0.0

    @property
    def verdict(self) -> str:
        """How the symbol found compares with what is printed and with the name."""
        if self.failure:
            return "no tree"
        if not self.symbol:
            return "none found" if self.printed else "none printed"
        if key(self.named) in map(key, (self.symbol, *_JOINT.split(self.symbol))):
            return "as named"
        return "as printed, not as named" if key(self.symbol) == key(self.printed) else "differs"


def key(symbol: str) -> str:
    """A symbol as it is compared: letters and figures only."""
    return re.sub(r"[^A-Z0-9]", "", symbol.upper())


def read_issued(path: Path) -> Issued:
    """Read one file; any error but a ``ReadFailed`` is a bug and is not caught."""
    data = path.read_bytes()
    started = time.process_time()
    try:
        document = read_source(data, path.name)
    except ReadFailed as error:
        return Issued(path.name, type(error).__name__, named=path.name.split(".en.")[0])
    seconds = time.process_time() - started
    pages, printed = _look(data)
    return Issued(
        path.name,
        "",
        document.profile,
        document.facts.symbol or "",
        path.name.split(".en.")[0],
        printed,
        len(document.nodes),
        document.coverage.unaccounted,
        sum(finding.rule == "read/image-only" for finding in document.findings),
        pages,
        seconds,
    )


def _look(data: bytes) -> tuple[int, str]:
    """The number of pages, and the first symbol in the plain text of the first ones."""
    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(min(_LOOKED_AT, len(document))):
            text = document[number].get_textpage().get_text_bounded()
            if match := _PRINTED.search(text):
                return len(document), match.group()
        return len(document), ""
    finally:
        document.close()
