"""The weight of a PDF's streams, told before PDFium unpacks them into memory for good.

PDFium inflates a page's content to the end, builds an object for every operator in it, and draws a form anew each time
it is named, so that a file of 1 kB can ask for gigabytes. Pictures are left alone: they are never painted. A picture or
a font is told by its dictionary, but not where a page names the stream as its content.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from verbale.errors import TooLarge
from verbale.read.limits import Limits
from verbale.read.pdf_filters import find_filters, unpack

_STREAM = re.compile(rb"(?<!end)stream\r?\n?")
_END = b"endstream"
_DICTIONARY = 4000  # bytes before a stream in which its dictionary is looked for
_OBJECT = re.compile(rb"(\d{1,10})\s+\d{1,5}\s+obj\b")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_FORM = re.compile(rb"/Subtype\s*/Form\b|/PatternType\b")
_FONT = re.compile(rb"/Length1\b|/FontFile|/Type1C\b|/CIDFontType0C\b|/OpenType\b")
_PACKED_OBJECTS = re.compile(rb"/ObjStm\b")
_CONTENTS = re.compile(rb"/Contents\s*(?:\[([^\]]{0,100000})\]|(\d{1,10})\s+\d{1,5}\s+R)")
_ARRAY = re.compile(rb"(\d{1,10})\s+\d{1,5}\s+obj\s*\[([\d\sR]{0,100000})\]")
_REFERENCE = re.compile(rb"(\d{1,10})\s+\d{1,5}\s+R")
_SHOWS = re.compile(rb"[\])>\s](?:T[jJ]\b|['\"]\s)")
_NAMED = re.compile(rb"/([^\s/<>\[\](){}%]{1,127})\s+(\d{1,10})\s+\d{1,5}\s+R")
_DRAWS = re.compile(rb"/([^\s/<>\[\](){}%]{1,127})\s+Do\b")
_SHORTEST = 6  # bytes of an operator that shows a letter
_DEEPEST = 40  # forms in forms that PDFium follows
_PAGES = 50  # a document may ask for this many times what a page may


@dataclass(frozen=True, slots=True)
class _Stream:
    """A stream unpacked, and how often it draws a form of which name."""

    content: bytes
    draws: Mapping[bytes, int]

    @property
    def shown(self) -> int:
        """Operators that show text, draw a form, or (four for one) save a state."""
        saved = self.content.count(b"q ") + self.content.count(b"q\n")
        return len(_SHOWS.findall(self.content)) + sum(self.draws.values()) + saved // 4


def refuse_heavy_streams(data: bytes, name: str, limits: Limits) -> None:
    """Raise ``TooLarge`` when what the pages show asks for too much.

    Bounds are ``limits.drawn`` bytes once unpacked and ``limits.shown`` operators that show text, for a page with all
    that it draws, and fifty times as much for the document.
    """
    found = [(*_described(data, match.start()), match.end()) for match in _STREAM.finditer(data)]
    tables = [data]
    for _, dictionary, start in found:
        if _PACKED_OBJECTS.search(dictionary):
            tables.append(_unpacked(data, start, dictionary, name, limits))
    pages = [page for table in tables for page in _contents(table)]
    contents = {number for page in pages for number in page}
    streams: dict[int, _Stream] = {}
    forms, total = set(), 0
    for number, dictionary, start in found:
        is_form = _FORM.search(dictionary) is not None
        if _PACKED_OBJECTS.search(dictionary) or (
            not is_form and number not in contents and (_PICTURE.search(dictionary) or _FONT.search(dictionary))
        ):
            continue
        content = _unpacked(data, start, dictionary, name, limits)
        streams[number] = _Stream(content, _drawn_forms(content))
        forms |= {number} if is_form else set()
        if (total := total + len(content)) > _PAGES * limits.drawn:
            raise _too_heavy(name, f"the pages unpack to more than {_PAGES * limits.drawn:,} bytes")
    _refuse_heavy_pages(streams, pages, _forms_by_name(tables, forms), name, limits)


def _unpacked(data: bytes, start: int, dictionary: bytes, name: str, limits: Limits) -> bytes:
    end = data.find(_END, start)
    packed = data[start : end if end >= 0 else len(data)]
    filters = find_filters(dictionary)
    content = unpack(packed, filters, limits.drawn) if filters else packed
    if len(content) > limits.drawn:
        raise _too_heavy(name, f"a stream at byte {start:,} unpacks to more than {limits.drawn:,} bytes")
    return content


def _described(data: bytes, at: int) -> tuple[int, bytes]:
    """The number of the object that a stream at ``at`` belongs to, and its dictionary."""
    before = data[max(0, at - _DICTIONARY) : at]
    start = before.rfind(b" obj")
    head = _OBJECT.search(before, max(0, start - 20)) if start >= 0 else None
    return (int(head[1]), before[head.end() :]) if head else (-at, before)


def _contents(data: bytes) -> Iterable[list[int]]:
    """The objects that each page names as its content, also through an array that stands apart."""
    arrays: dict[int, list[int]] | None = None
    for match in _CONTENTS.finditer(data):
        if match[2] is None:
            yield [int(number) for number in _REFERENCE.findall(match[1])]
            continue
        if arrays is None:
            arrays = {
                int(found[1]): [int(number) for number in _REFERENCE.findall(found[2])]
                for found in _ARRAY.finditer(data)
            }
        yield arrays.get(int(match[2]), [int(match[2])])


def _drawn_forms(content: bytes) -> Mapping[bytes, int]:
    draws: dict[bytes, int] = {}
    for named in _DRAWS.findall(content) if b"Do" in content else ():
        draws[named] = draws.get(named, 0) + 1
    return draws


def _forms_by_name(tables: list[bytes], forms: set[int]) -> Mapping[bytes, set[int]]:
    """The forms that a name stands for in any list of resources: a page may mean the heaviest of them."""
    found: dict[bytes, set[int]] = {}
    for table in tables if forms else ():
        for named, number in _NAMED.findall(table):
            if int(number) in forms:
                found.setdefault(named, set()).add(int(number))
    return found


def _refuse_heavy_pages(
    streams: Mapping[int, _Stream],
    pages: list[list[int]],
    forms: Mapping[bytes, set[int]],
    name: str,
    limits: Limits,
) -> None:
    """Weigh each page by its bytes, and count the operators of those whose bytes could be too many."""
    weight = _Scale(streams, forms)
    known = {number for page in pages for number in page}
    alone = [[number] for number in streams if number not in known]
    heavy = limits.shown * _SHORTEST
    for page in (*pages, *alone):
        size = sum(weight.of(number, counted=False) for number in page)
        if size <= heavy:
            continue
        shown = sum(weight.of(number, counted=True) for number in page)
        if size > limits.drawn or shown > limits.shown:
            told = f"a page draws {_told(size)} bytes with {_told(shown)} pieces of text"
            raise _too_heavy(name, f"{told}, the limits are {limits.drawn:,} and {limits.shown:,}")


class _Scale:
    """What a stream asks for with all that it draws, in bytes or in operators; each is weighed once at each depth."""

    def __init__(self, streams: Mapping[int, _Stream], forms: Mapping[bytes, set[int]]) -> None:
        self._streams = streams
        self._forms = forms
        self._known: dict[tuple[int, bool, int], int] = {}

    def of(self, number: int, *, counted: bool, depth: int = 0) -> int:
        """The weight of one stream; a form that draws itself is followed as far as PDFium would."""
        stream = self._streams.get(number)
        if stream is None or depth > _DEEPEST:
            return 0
        key = (number, counted, depth)
        if key not in self._known:
            own = stream.shown if counted else len(stream.content)
            self._known[key] = own + sum(
                times * max((self.of(form, counted=counted, depth=depth + 1) for form in self._forms[named]), default=0)
                for named, times in stream.draws.items()
                if named in self._forms
            )
        return self._known[key]


def _told(number: int) -> str:
    return f"{number:,}" if number < 10**12 else "over a billion"


def _too_heavy(name: str, what: str) -> TooLarge:
    return TooLarge(name, what, "print the document to a new PDF")
