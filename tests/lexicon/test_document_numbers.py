"""The grammar of one number of a resolution: every shape, and what only looks like one."""

from __future__ import annotations

import pytest

from verbale.lexicon.document_numbers import find_document_numbers, printed_number
from verbale.model.language import Language

AR, EN, RU, ZH = Language.AR, Language.EN, Language.RU, Language.ZH


def found(text: str, language: Language = EN) -> list[tuple[str, int, str, str, str]]:
    """Shape, head, tail, letters, and the words where it stands."""
    numbers = find_document_numbers(text, language)
    return [(one.shape, one.head, one.tail, one.letters, text[one.start : one.end]) for one in numbers]


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        (EN, "resolution 76/53 of", ("session", 76, "53", "", "76/53")),
        (EN, "76 / 53", ("session", 76, "53", "", "76 / 53")),
        (EN, "76/053", ("session", 76, "53", "", "76/053")),
        (EN, "176/53", ("session", 176, "53", "", "176/53")),
        (EN, "49/75 K", ("session", 49, "75", "K", "49/75 K")),
        (EN, "49/75 A to C", ("session", 49, "75", "A-C", "49/75 A to C")),
        (EN, "S-10/2", ("special", 10, "2", "", "S-10/2")),
        (EN, "ES-11/1", ("emergency", 11, "1", "", "ES-11/1")),
        (EN, "1945/5", ("session", 1945, "5", "", "1945/5")),
        (EN, "1946/5", ("yearly", 1946, "5", "", "1946/5")),
        (EN, "2099/1", ("yearly", 2099, "1", "", "2099/1")),
        (EN, "2100/1", ("session", 2100, "1", "", "2100/1")),
        (EN, "1887 (2009)", ("year", 1887, "2009", "", "1887 (2009)")),
        (EN, "1887(2009)", ("year", 1887, "2009", "", "1887(2009)")),
        (EN, "1514 (XV)", ("roman", 1514, "XV", "", "1514 (XV)")),
        (EN, "1514 (S-VI)", ("roman", 1514, "S-VI", "", "1514 (S-VI)")),
        (EN, "1514 (ES-I)", ("roman", 1514, "ES-I", "", "1514 (ES-I)")),
        (EN, "RESOLUTION 62/24", ("session", 62, "24", "", "62/24")),
        (RU, "49/75 К", ("session", 49, "75", "K", "49/75 К")),
        (AR, "49/75 كاف", ("session", 49, "75", "K", "49/75 كاف")),
        (AR, "1514 (د-15)", ("roman", 1514, "XV", "", "1514 (د-15)")),
        (AR, "1514 (دإط-5)", ("roman", 1514, "ES-V", "", "1514 (دإط-5)")),
        (ZH, "第49/75K号", ("session", 49, "75", "K", "49/75K")),
        (ZH, "第一㈠号", ("roman", 1, "I", "", "一㈠")),
    ],
)
def test_every_shape(language: Language, text: str, number: tuple[str, int, str, str, str]) -> None:
    assert found(text, language) == [number]


@pytest.mark.parametrize(
    "text",
    [
        *("1.76/53", "A/76/53", "76/53/2", "76/5312", "RS-10/2", "MEPC 62/24", "a76/53"),
        *("1,887 (2009)", "1887 (1945)", "1887 (2100)", "2008 (15)", "2008 (95)", "2008 (IIX)", "1887 2009"),
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert found(text) == []


def test_a_thousand_is_parted_where_three_figures_follow() -> None:
    assert found("in 2020, 887 (2009)") == [("year", 887, "2009", "", "887 (2009)")]
    assert found("in 2020,1887 (2009)") == [("year", 1887, "2009", "", "1887 (2009)")]


def test_each_part_of_a_list_is_a_number_with_its_own_letter_and_place() -> None:
    assert found("49/75 A and B") == [("session", 49, "75", "A", "49/75 A"), ("session", 49, "75", "B", "B")]
    assert [one[3] for one in found("49/75 A, C and K")] == ["A", "C", "K"]


@pytest.mark.parametrize(
    ("text", "head", "tail"),
    [
        ("235/55", 55, "235"),
        ("55/235", 55, "235"),
        ("235/31", 31, "235"),
        ("235/30", 235, "30"),
        ("100/31", 31, "100"),
        ("99/31", 99, "31"),
        ("235/99", 99, "235"),
        ("235/100", 235, "100"),
    ],
)
def test_in_arabic_a_session_may_stand_behind_its_number(text: str, head: int, tail: str) -> None:
    assert [one[:3] for one in found(text, AR)] == [("session", head, tail)]
    first, second = text.split("/")
    assert [one[:3] for one in found(text, EN)] == [("session", int(first), second)]


@pytest.mark.parametrize(
    ("text", "resolution", "decision"),
    [
        ("76/53", "A/RES/76/53", "A/DEC/76/53"),
        ("49/75 K", "A/RES/49/75[K]", "A/DEC/49/75[K]"),
        ("1887 (2009)", "S/RES/1887(2009)", "S/DEC/1887(2009)"),
        ("2021/5", "E/RES/2021/5", "E/DEC/2021/5"),
        ("S-10/2", "A/RES/S-10/2", "A/DEC/S-10/2"),
        ("ES-11/1", "A/RES/ES-11/1", "A/DEC/ES-11/1"),
    ],
)
def test_the_symbol_that_a_shape_tells(text: str, resolution: str, decision: str) -> None:
    (number,) = find_document_numbers(text, EN)
    assert (printed_number(number), printed_number(number, decision=True)) == (resolution, decision)
