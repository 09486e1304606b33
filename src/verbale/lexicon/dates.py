"""The grammar of full dates in the six languages; the names of months are rows of ``months.csv``.

Accepted forms, for example: ``14 June 2010``, ``June 14, 2010``, ``1er décembre 2021``,
``14 de junio de 2010``, ``14 июня 2010 года``, ``«14» июня 2010 г.``, ``14 حزيران/يونيه 2010``, ``2010 年 6 月 14 日``,
``2010-06-14``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from verbale.lexicon.folding import fold_with_offsets
from verbale.lexicon.han import FIGURES, by_figure, find_han
from verbale.lexicon.tables import read_words
from verbale.model.language import Language
from verbale.model.span import Span

_DAY = r"(?P<quoted>\")?(?P<day>\d{1,2})(?(quoted)\")"
_YEAR = r"(?P<year>[12]\d{3})"
_ISO = r"(?P<iso>[12]\d{3}-[01]\d-[0-3]\d)"
_HAN_DATE = (
    r"(?P<hyear>[12]\d{3}|[" + FIGURES + r"]{4}) ?年 ?(?P<hmonth>\d{1,2}|[一二三四五六七八九十]{1,2}) ?月 ?"
    r"(?P<hday>\d{1,2}|[一二三四五六七八九十]{1,3}) ?日"
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A full date: ISO 8601 in ``iso`` and where it stands in the text that was given."""

    iso: str
    span: Span


@cache
def _month_names() -> dict[str, int]:
    """Folded names of months of all languages. Arabic pairs may be set with spaces around the stroke."""
    names: dict[str, int] = {}
    for row in read_words("months"):
        if row["language"] != Language.ZH:
            names[fold_with_offsets(row["text"])[0].rstrip(".")] = int(row["month"])
    return names


@cache
def _pattern() -> re.Pattern[str]:
    """One pattern for the full dates of all six languages, over folded text."""
    names = "|".join(
        re.escape(name).replace("/", " ?/ ?") for name in sorted(_month_names(), key=lambda name: (-len(name), name))
    )
    month = rf"(?P<month>{names})\.?"
    day = rf"(?<!\d){_DAY}(?:er|st|nd|rd|th|\.)? ?(?:d[ií]as |day )?"
    first = rf"{day}(?:de |del? mes de |of )?{month},? ?(?:de |del )?{_YEAR}(?!\d)"
    second = rf"(?P<month2>{names})\.? (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?, ?(?P<year2>[12]\d{{3}})(?!\d)"
    return re.compile(rf"{first}|{second}|{_HAN_DATE}|(?<!\d){_ISO}(?!\d)")


def find_dates(text: str) -> list[FoundDate]:
    """Every full date in ``text``, of whatever language, in order; days that do not exist are left out."""
    folded, offsets = fold_with_offsets(text)
    found = []
    for match in _pattern().finditer(folded):
        iso = _iso(match)
        if iso is not None:
            found.append(FoundDate(iso, Span(offsets[match.start()], offsets[match.end() - 1] + 1)))
    return found


def find_date(text: str) -> str | None:
    """The first full date in ``text`` as ISO 8601, or ``None``."""
    found = find_dates(text)
    return found[0].iso if found else None


def _iso(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    if groups["iso"]:
        year, month, day = (int(part) for part in groups["iso"].split("-"))
    elif groups["hyear"]:
        year = int(groups["hyear"]) if groups["hyear"].isdecimal() else by_figure(groups["hyear"])
        month, day = _number(groups["hmonth"]), _number(groups["hday"])
    else:
        name = re.sub(" ?/ ?", "/", groups["month"] or groups["month2"])
        month = _month_names()[name]
        day, year = int(groups["day"] or groups["day2"]), int(groups["year"] or groups["year2"])
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _number(text: str) -> int:
    """A day or month in figures or in Chinese numerals up to 31."""
    return int(text) if text.isdecimal() else find_han(text) or 0
