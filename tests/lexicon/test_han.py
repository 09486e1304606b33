"""Chinese numerals: with powers, figure by figure, and what is none."""

from __future__ import annotations

import pytest

from verbale.lexicon.han import by_figure, find_han, with_powers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三", 3),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("三十一", 31),
        ("百零三", 103),
        ("一百二十三", 123),
        ("零", 0),
        ("二三", None),
        ("一四三", 143),
        ("十十", None),
        ("三年", None),
        ("", None),
        ("A", None),
    ],
)
def test_a_whole_numeral_has_a_value(text: str, value: int | None) -> None:
    assert find_han(text) == value


def test_years_are_read_figure_by_figure() -> None:
    assert [by_figure(text) for text in ("二〇一〇", "一九九五", "二○○零")] == [2010, 1995, 2000]


def test_powers_multiply() -> None:
    assert [with_powers(text) for text in ("一万二千", "三亿五千万", "三四")] == [12_000, 350_000_000, 3]
