"""Days in figures alone: ``2022-05-09``, ``9.5.2022``, ``15/3/2024``, ``2022/5/9``.

With the year first the month follows. With the year last a full stop says that the day is first; a slash or a hyphen
leaves open which figure is the month, unless only one order gives a day.
"""

from __future__ import annotations

import re
from datetime import date

YEAR = r"(?:1[6-9]|2[01])[0-9]{2}(?![0-9])"
_ONE = r"[0-9]{1,2}"
_LAST = r"(?![0-9A-Za-z]|[./-][0-9])"
FIGURES = (
    rf"(?=[0-9]{{1,4}}[/.-][0-9])(?:(?:1[6-9]|2[01])[0-9]{{2}}(?:-{_ONE}-{_ONE}|/{_ONE}/{_ONE}|\.{_ONE}\.{_ONE}){_LAST}"
    rf"|{_ONE}(?:/{_ONE}/|-{_ONE}-|\.{_ONE}\.)(?:1[6-9]|2[01])[0-9]{{2}}{_LAST})"
)
"""A day in figures, as part of a pattern."""
BEGINS_WITH_DAY = rf"(?=[/.-]{_ONE}[/.-][12][0-9]{{3}}(?![0-9]))"
"""What follows the first figure of one that begins with the day or the month."""
_PARTS = re.compile(r"([0-9]+)([/.-])([0-9]+)[/.-]([0-9]+)")


def read_figures(text: str) -> tuple[date, ...]:
    """The days that a text which ``FIGURES`` matched may stand for, in order: none, one, or two where it is unclear."""
    match = _PARTS.match(text)
    assert match is not None
    one, mark, two, three = int(match[1]), match[2], int(match[3]), int(match[4])
    if len(match[1]) > 2:
        return _days((one, two, three))
    if mark == ".":
        return _days((three, two, one))
    return _days((three, two, one), (three, one, two))


def _days(*orders: tuple[int, int, int]) -> tuple[date, ...]:
    """The days that exist, of years, months and days."""
    found = set()
    for year, month, day in orders:
        try:
            found.add(date(year, month, day))
        except ValueError:
            continue
    return tuple(sorted(found))
