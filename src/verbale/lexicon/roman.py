"""Roman numerals: ``XLIV`` is 44. The one place where they are read and written."""

from __future__ import annotations

_SIGNS = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_VALUES = {sign: value for value, sign in _SIGNS if len(sign) == 1}
HIGHEST = 3999
"""The greatest number that is written in letters alone."""


def from_roman(text: str) -> int:
    """The value of a Roman numeral in capitals as it is properly written; 0 when the text is none."""
    values = [_VALUES.get(sign, 0) for sign in text]
    if not text or not all(values):
        return 0
    total = sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
    return total if 0 < total <= HIGHEST and to_roman(total) == text else 0


def to_roman(value: int) -> str:
    """A whole number from 1 to ``HIGHEST`` in capitals."""
    written = ""
    for size, sign in _SIGNS:
        written += sign * (value // size)
        value %= size
    return written
