"""The pages of a document as they were issued: a picture of each, and where on it the words of a unit stand.

Only of a PDF is a page known. The reader keeps no positions, so that words are found again in the letters of the page;
where they are not found, the page is shown alone.
"""

from __future__ import annotations

import struct
import unicodedata
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from verbale.app.kept_files import keep_file
from verbale.app.libraries import get_original
from verbale.app.working import work_on_bytes
from verbale.errors import BadReference
from verbale.model.document import Document
from verbale.model.node import Node
from verbale.model.source import MediaType
from verbale.store.database import Database
from verbale.store.library_store import LibraryDocument

_FOLDER = "pages"
_SCALE = 2.0  # dots of a picture to a point of the page: 144 dots to an inch
_LARGEST_SIDE = 4_000  # dots of a picture
_KEPT = 64  # pages whose letters a process keeps
_SURE = 6  # letters that a line needs, to be found where nothing before it was
_AHEAD = 400  # letters behind the line before, among which a short line is looked for


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a page, in points from its top left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PageLetters:
    """The letters of a page without spaces and marks, each with its box; ``width`` and ``height`` in points."""

    width: float
    height: float
    pages: int
    letters: str
    boxes: tuple[tuple[float, float, float, float], ...]


def has_pages(document: Document) -> bool:
    """Whether there are pictures of the pages of a document."""
    return document.source.media_type is MediaType.PDF


def get_page_picture(database: Database, folder: Path, row: LibraryDocument, page: int) -> bytes:
    """A page of a PDF, counted from 1, as PNG; kept in ``folder``.

    Raises ``BadReference`` where there is no such page, ``Damaged``, ``TooLarge``, ``StoreBroken``.
    """

    def draw() -> bytes:
        return draw_page(get_original(database, row), row.name, page)

    return keep_file(folder / _FOLDER, f"{row.content}-{page}.png", draw)


def draw_page(data: bytes, name: str, page: int) -> bytes:
    """A page of a PDF as PNG, which is kept nowhere. Raises ``BadReference``, ``Damaged``, ``TooLarge``."""
    drawn: bytes = work_on_bytes(data, name, _draw, page)
    return drawn


def gather_letters(data: bytes, name: str, page: int) -> PageLetters:
    """The letters of a page of a PDF. Raises what ``draw_page`` does."""
    gathered: PageLetters = work_on_bytes(data, name, _gather, page)
    return gathered


def get_page_letters(database: Database, row: LibraryDocument, page: int) -> PageLetters:
    """The letters of a page of a PDF. Raises what ``get_page_picture`` does."""
    return _letters(database, row, page)


@lru_cache(maxsize=_KEPT)
def _letters(database: Database, row: LibraryDocument, page: int) -> PageLetters:
    return gather_letters(get_original(database, row), row.name, page)


def find_boxes(document: Document, node: Node, page: PageLetters) -> tuple[Box, ...]:
    """Where the lines of a unit stand on a page, a box a line; empty where they are not found there."""
    found: list[Box] = []
    at = -1
    lines = [*(span.slice(document.source.text) for span in node.label_spans), *_lines(document, node)]
    for line in lines:
        wanted = bare_letters(line)
        if not wanted:
            continue
        sure = len(wanted) >= _SURE
        place = page.letters.find(wanted, max(at, 0)) if sure or at >= 0 else -1
        if place < 0 and sure:
            place = page.letters.find(wanted)
        if place < 0 or (not sure and place > at + _AHEAD):
            continue
        at = place + len(wanted)
        found.append(_around(page.boxes[place:at]))
    return tuple(found)


def _lines(document: Document, node: Node) -> list[str]:
    """A piece of a unit is a line of the source."""
    return [line for piece in node.pieces for line in piece.span.slice(document.source.text).splitlines()]


def _around(boxes: Sequence[tuple[float, float, float, float]]) -> Box:
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
    return Box(round(left, 1), round(top, 1), round(right - left, 1), round(bottom - top, 1))


def bare_letters(text: str) -> str:
    """Letters and figures of a text in one form, without case, spaces and marks."""
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())


def _draw(data: bytes, name: str, page: int) -> bytes:
    """In the worker: a page as PNG."""
    import pypdfium2  # noqa: PLC0415 (only the worker draws)

    document = pypdfium2.PdfDocument(data)
    sheet = document[_index(document, name, page)]
    scale = min(_SCALE, _LARGEST_SIDE / max(1.0, *sheet.get_size()))
    bitmap = sheet.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
    channels = bitmap.n_channels
    data = bytes(bitmap.buffer)
    rows = (data[at * bitmap.stride : at * bitmap.stride + bitmap.width * channels] for at in range(bitmap.height))
    return png_of(bitmap.width, bitmap.height, channels, rows)


def png_of(width: int, height: int, channels: int, rows: Iterable[bytes]) -> bytes:
    """A picture as PNG (RFC 2083); ``rows`` are lines of pixels in grey (1 channel), RGB (3) or RGBA (4)."""
    colour = {1: 0, 3: 2, 4: 6}[channels]
    head = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows), 6)
    chunks = ((b"IHDR", head), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in chunks)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _index(document: object, name: str, page: int) -> int:
    pages = len(document)  # type: ignore[arg-type]
    if not 1 <= page <= pages:
        raise BadReference(f"{name}, page {page}", f"is not there; it has {pages} pages")
    return page - 1


def _gather(data: bytes, name: str, page: int) -> PageLetters:
    """In the worker: the letters of a page with their boxes."""
    import pypdfium2  # noqa: PLC0415 (only the worker reads)

    document = pypdfium2.PdfDocument(data)
    sheet = document[_index(document, name, page)]
    width, height = sheet.get_size()
    words = sheet.get_textpage()
    letters: list[str] = []
    boxes: list[tuple[float, float, float, float]] = []
    for at in range(words.count_chars()):
        bare = bare_letters(words.get_text_range(at, 1))
        if bare:
            left, low, right, high = words.get_charbox(at)
            letters.append(bare)
            boxes += [(left, height - high, right, height - low)] * len(bare)
    return PageLetters(width, height, len(document), "".join(letters), tuple(boxes))
