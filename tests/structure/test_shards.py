"""Arabic lines that a vowel mark broke into rows, made whole."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from verbale.app.reading import read_source
from verbale.read.dispatch import read_bytes
from verbale.structure.clean_text import INVISIBLE_CHARS
from verbale.structure.lines import Line, lines_of
from verbale.structure.paragraphs import paragraphs_of
from verbale.structure.rtl_marks import ends_astray, is_marks_only
from verbale.structure.rtl_repair import rejoin_rows

RTL, POP = "\u202b", "\u202c"
SHARED = Path(__file__).parents[3] / "shared" / "corpus" / "resolutions"
FULL = "تعرب اللجنة عن شكرها للحكومات التي قدمت ما لديها من معلومات في الموعد"
Row = list[tuple[int, str]]


def page(*rows: Row) -> str:
    """Rows of parts, each in its column from the left, between two whole lines of a paragraph."""
    written = []
    for row in ([(16, FULL)], *rows, [(16, FULL)]):
        line, column = "", 0
        for left, text in row:
            line += " " * max(left - column, 1 if column else 0) + RTL + text + POP
            column = max(left, column + 1) + len(text)
        written.append(line)
    return "\n".join(written) + "\n"


def rejoined(text: str) -> tuple[str, list[Line]]:
    reading = read_bytes(text.encode("utf-8"), "page.txt")
    return reading.source.text, rejoin_rows(reading.source.text, lines_of(reading.source.text, reading.blocks))


@pytest.mark.parametrize(
    ("rows", "read"),
    [
        pytest.param(
            [[(70, "وإذ ّ")], [(14, "تسلم بأن هذه البيانات لا تكفي وحدها لبناء الثقة بين جميع الأطراف")]],
            ["وإذ تسلّم بأن هذه البيانات لا تكفي وحدها لبناء الثقة بين جميع الأطراف"],
            id="the rest on the row below",
        ),
        pytest.param(
            [[(14, "خال من الخوف")], [(30, "ٍ"), (34, "وإذ ترغب في أن ترى عالم")]],
            ["وإذ ترغب في أن ترى عالم خالٍ من الخوف"],
            id="the rest on the row above",
        ),
        pytest.param(
            [[(33, "ً")], [(17, "وفقا لما تقرر سابقا"), (38, "تواصل اللجنة عملها هذا العام")]],
            ["تواصل اللجنة عملها هذا العام وفقاً لما تقرر سابقا"],
            id="only the mark on a row of its own",
        ),
        pytest.param(
            [[(88, "ً")], [(20, "تماما كما طلب المؤتمر من الدول الأطراف في دورته السابقة من قبل")]],
            ["تماماً كما طلب المؤتمر من الدول الأطراف في دورته السابقة من قبل"],
            id="a mark on the first word of the line",
        ),
        pytest.param(
            [[(15, "ممكنا وتبدأ"), (70, "برنامج َّ")], [(30, "مقس م إلى مراحل حيثما كان ذلك")]],
            ["برنامج مقسَّم إلى مراحل حيثما كان ذلك ممكنا وتبدأ"],
            id="the rest in a hole",
        ),
        pytest.param(
            [
                [(30, "إرسالهن إلى بلد آخر")],
                [(58, "ّ"), (64, "معاقبتهن أو")],
                [(72, "ّ"), (80, "الدعم وعدم")],
            ],
            ["الدعم وعدم معاقبتهنّ أو إرسالهنّ إلى بلد آخر"],
            id="a staircase",
        ),
        pytest.param(
            [[(20, "مستمرا مع الجميع"), (40, "ً")], [(38, "حوارا"), (48, "تشجع الدول التي تجري")]],
            ["تشجع الدول التي تجري حواراً مستمرا مع الجميع"],
            id="a mark that waits for what stands below",
        ),
        pytest.param(
            [[(60, "تقدم اللجنة تقريرها عم ً")], [(24, "لا بالمادة التي سبق ذكرها")]],
            ["تقدم اللجنة تقريرها عملاً بالمادة التي سبق ذكرها"],
            id="a word cut in two",
        ),
        pytest.param(
            [[(20, "لم ُتعقد الدورة التي ُت ذكر في برنامج ب ّن اء ومنهج قيّ م")]],
            ["لم تُعقد الدورة التي تُذكر في برنامج بنّاء ومنهج قيّم"],
            id="marks before their letters",
        ),
        pytest.param(
            [[(20, "(6)")], [(26, "وإذ تسلم بأن المعاهدة ُوقعت")]],
            ["وإذ تسلم بأن المعاهدة وُقعت (6)"],
            id="a raised number that ends the row below it",
        ),
        pytest.param(
            [[(33, "ً")], [(17, "وفقا لما تقرر سابقا"), (38, "تواصل اللجنة عملها هذا العام")], [(90, "والمقبل؛")]],
            ["تواصل اللجنة عملها هذا العام وفقاً لما تقرر سابقا", "والمقبل؛"],
            id="a last line is no part of the line above it",
        ),
    ],
)
def test_rows_become_the_line_that_was_printed(rows: list[Row], read: list[str]) -> None:
    source, lines = rejoined(page(*rows))
    assert [line.text for line in lines[1:-1]] == read
    kept = Counter("".join(piece.span.slice(source) for line in lines for piece in line.passage.pieces))
    printed = Counter(char for char in source if not char.isspace() and char not in INVISIBLE_CHARS)
    assert {char: count for char, count in kept.items() if not char.isspace()} == dict(printed)


def test_a_broken_first_line_opens_its_paragraph_though_no_empty_row_is_left() -> None:
    rows: list[Row] = [
        [(50, "وإذ ترحب بما أحرز من تقدم،")],
        [(70, "وإذ ّ")],
        [(14, "تسلم بأن هذه البيانات لا تكفي وحدها لبناء الثقة بين جميع الأطراف")],
    ]
    _, lines = rejoined(page(*rows))
    assert [unit.text[:12] for unit in paragraphs_of(lines)] == [FULL[:12], "وإذ تسلّم بأ"]


def test_whole_lines_and_other_scripts_are_left_alone() -> None:
    _, lines = rejoined(page([(40, "سطر سليم لا علامة فيه")]))
    assert all(not line.lifted and line.row == line.until for line in lines)
    reading = read_bytes("Words e\u0301 and \u0301 marks\n".encode(), "page.txt")
    before = lines_of(reading.source.text, reading.blocks)
    assert rejoin_rows(reading.source.text, before) == before


@pytest.mark.parametrize(
    ("text", "marks_only", "astray"),
    [("ً", True, True), ("عم ً", False, True), ("عالمٍ", False, False), ("", False, False), ("َّ ", True, False)],
)
def test_stray_marks_are_recognised(text: str, marks_only: bool, astray: bool) -> None:
    assert (is_marks_only(text), ends_astray(text)) == (marks_only, astray)


@pytest.mark.shared
@pytest.mark.parametrize("name", ["A-RES-76-25", "A-RES-76-177"])
def test_a_resolution_of_record_is_read_whole(name: str) -> None:
    path = SHARED / name / "ar.txt"
    if not path.exists():
        pytest.skip("the documents of ../shared are not at hand")
    document = read_source(path.read_bytes(), path.name)
    assert document.coverage.unaccounted == 0
    assert not any(is_marks_only(node.text) or ends_astray(node.text) for node in document.nodes)
