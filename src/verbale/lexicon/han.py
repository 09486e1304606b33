"""Chinese numerals: with their powers (一百二十三, 十二) or figure by figure, as years are printed (二〇一〇)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from types import MappingProxyType

HAN = re.compile(r"[\u3400-\u9fff]")
"""One Chinese character."""
ONES = "一二三四五六七八九"
FIGURES = f"〇零○{ONES}"
NUMERALS = f"{FIGURES}十"
_VALUES: Mapping[str, int] = MappingProxyType(
    {**dict.fromkeys("〇零○", 0), "两": 2, **{char: value for value, char in enumerate(ONES, 1)}}
)
_POWERS: Mapping[str, int] = MappingProxyType({"十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000})
_MYRIAD = 10_000  # powers from which on a sign multiplies all before it
_BELOW_THOUSAND = re.compile(f"(?:[{ONES}]?百零?)?(?:[{ONES}]?十)?[{FIGURES}]?|[{ONES}][{FIGURES}]{{2,3}}")
_PAIR = re.compile("|".join(map("".join, pairwise(ONES))))
_ROW = re.compile(f"[{FIGURES}]{{3,}}")


def by_figure(text: str) -> int:
    """The value of figures that stand for their places: ``二〇一〇`` is 2010. ``text`` holds nothing else."""
    return int("".join(str(_VALUES[char]) for char in text))


def is_approximate(text: str) -> bool:
    """Whether a numeral names two neighbours at once: 三四 is three or four, 七八百 is seven or eight hundred."""
    return _PAIR.search(text) is not None and _ROW.search(text) is None


def with_powers(text: str, figures: Mapping[str, int] = _VALUES, powers: Mapping[str, int] = _POWERS) -> int:
    """The value of figures and powers: ``一万二千`` is 12,000. ``text`` holds nothing else.

    Of two figures in a row (三四 is three or four) the first counts, the lesser of the two.
    """
    total = part = figure = 0
    follows = False
    for char in text:
        if char in figures:
            figure = figure if follows and figure else figures[char]
            follows = True
            continue
        follows = False
        if powers[char] < _MYRIAD:
            part += (figure or 1) * powers[char]
        else:
            part += figure
            total = total * powers[char] if total and not part else total + (part or 1) * powers[char]
            part = 0
        figure = 0
    return total + part + figure


def find_han(text: str) -> int | None:
    """The value of a whole text that is a numeral below 1,000, or figures in a row, as labels and days are."""
    if not text or not _BELOW_THOUSAND.fullmatch(text):
        return None
    return by_figure(text) if _ROW.fullmatch(text) else with_powers(text)
