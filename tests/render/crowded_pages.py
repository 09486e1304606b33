"""Long documents whose headings fall on every line of a page, and what their printed pages say."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import pypdfium2

from verbale.model.document import Coverage, Document, Facts
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind, NoteMark
from verbale.model.source import MediaType, Source
from verbale.model.span import Span

LANGUAGES = ("en", "ar", "zh")
_CENTIMETRE = 72 / 2.54


@dataclass(frozen=True, slots=True)
class _Words:
    title: str
    section: str
    state: str
    original: str
    day: str
    line: str
    long: str
    note: str


_TEXTS = {
    "en": _Words(
        "Exchange of views on the printing of long reports in few pages, and on the order in which replies stand",
        "Replies received",
        "Cuba",
        "[Original: Spanish]",
        "[9 May 2022]",
        "The text of this line is short.",
        "The Government keeps its reports short, prints them on both sides of the sheet and sends them by post. ",
        "See the annual report on printing.",
    ),
    "ar": _Words(
        "تبادل الآراء بشأن طباعة التقارير الطويلة في صفحات قليلة وبشأن الترتيب الذي ترد به الردود من الحكومات",
        "الردود الواردة",
        "كوبا",
        "[الأصل: بالإسبانية]",
        "[9 أيار/مايو 2022]",
        "هذا السطر قصير.",
        "تحرص الحكومة على أن تكون تقاريرها قصيرة وتطبعها على وجهي الورقة وترسلها بالبريد إلى الأمم المتحدة. ",
        "انظر التقرير السنوي عن الطباعة.",
    ),
    "zh": _Words(
        "关于以较少页数印发长篇报告以及关于各国政府答复排列次序的意见交换：第二次非正式会议的议事情况和2022年工作计划",
        "收到的答复",
        "古巴",
        "[原件：西班牙文]",
        "[2022年5月9日]",
        "这一行很短。",
        "政府力求报告简短，双面印刷，并通过邮政寄送联合国有关部门，供各国代表团在会议之前审阅和讨论。",
        "见关于印刷的年度报告。",
    ),
}
# What stands below a heading.
KINDS = ("long", "lead and list", "list", "one line", "short and long", "section")
NOTES = ("notes",)


def crowded(code: str, kinds: tuple[str, ...] = KINDS, rounds: int = 36) -> Document:
    """A report in which headings with each kind of text below them follow ever more lines of filling."""
    words = _TEXTS[code]
    nodes = [Node("title", NodeKind.TITLE, words.title, ())]
    notes: list[Node] = []
    for place in range(rounds):
        for kind in kinds:
            nodes += [Node(f"p{len(nodes) + i}", NodeKind.PARAGRAPH, words.line, ()) for i in range(place % 9)]
            nodes += _block(words, kind, len(nodes), notes)
    source = Source("crowded.txt", "0" * 64, MediaType.TEXT, "")
    facts = Facts(symbol="A/77/9977", title=words.title)
    return Document(source, "report", Language(code), facts, (*nodes, *notes), (), Coverage(0, 0, 0, 0), ())


def _block(words: _Words, kind: str, at: int, notes: list[Node]) -> Iterator[Node]:
    if kind == "section":
        yield Node(f"s{at}", NodeKind.HEADING, words.section, ())
    heading = " ".join((words.state, words.original, words.day))
    yield Node(f"r{at}", NodeKind.REPLY_HEADING, heading, ())
    long = (words.long * 5).strip()
    if kind in ("lead and list", "one line", "short and long"):
        yield Node(f"q{at}.0", NodeKind.PARAGRAPH, words.line, ())
    if kind in ("lead and list", "list"):
        yield Node(f"q{at}.1", NodeKind.ITEM, words.line, (), label="•", label_spans=(Span(0, 1),))
        yield Node(f"q{at}.2", NodeKind.ITEM, long, (), label="•", label_spans=(Span(0, 1),))
    elif kind == "notes":
        number = str(len(notes) + 1)
        place = len(words.long) // 2
        mark = NoteMark(place, Span(0, 0), f"fn.{number}")
        yield Node(f"q{at}.1", NodeKind.PARAGRAPH, long, (), notes=(mark,))
        notes.append(Node(f"fn.{number}", NodeKind.FOOTNOTE, words.note * 9, (), label=number))
    elif kind != "one line":
        yield Node(f"q{at}.1", NodeKind.PARAGRAPH, long, ())


def _key(text: str) -> str:
    """The letters of a line whatever their order, for Arabic may be read back in another."""
    return "".join(sorted(sign for sign in unicodedata.normalize("NFKC", text) if sign.isalnum()))


@cache
def _heading_keys(code: str) -> frozenset[str]:
    words = _TEXTS[code]
    return frozenset(map(_key, (words.state, words.original, words.day, words.section)))


def is_heading(line: str, code: str) -> bool:
    """Whether a printed line is one of a heading."""
    return _key(line) in _heading_keys(code)


def is_short(line: str, code: str) -> bool:
    """Whether a printed line is the short text that fills the pages."""
    return _key(line) == _key(_TEXTS[code].line)


def lines_of(content: bytes, code: str) -> list[list[str]]:
    """The lines of each page between head and foot, its notes left out."""
    found = []
    for page in pypdfium2.PdfDocument(content):
        width, height = page.get_size()
        area = page.get_textpage().get_text_bounded(0, 2.3 * _CENTIMETRE, width, height - 2.4 * _CENTIMETRE)
        lines = [line.strip() for line in area.splitlines() if line.strip()]
        note = next((at for at, line in enumerate(lines) if _TEXTS[code].note in line), len(lines))
        found.append(lines[:note] if note == len(lines) or not lines[note - 1].isdigit() else lines[: note - 1])
    return found


def lonely_headings(pages: list[list[str]], code: str) -> list[tuple[int, list[str]]]:
    """Pages at whose foot a heading stands with less than two lines of its text, with their last lines.

    One line is enough where it is all the text there is.
    """
    found = []
    for number, (lines, after) in enumerate(pairwise(pages), start=1):
        last = max((at for at, line in enumerate(lines) if is_heading(line, code)), default=-3)
        below = len(lines) - 1 - last
        whole = below == 1 and is_short(lines[-1], code) and bool(after) and is_heading(after[0], code)
        if below < 2 and not whole:
            found.append((number, lines[-4:]))
    return found
