"""The dates of cited resolutions: behind the number, in Chinese before it; of a list each number's own.

``75/63 and 76/53 of 7 December 2020 and 6 December 2021, respectively`` pairs as many dates as there are numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from verbale.lexicon.citing import citation_joints
from verbale.lexicon.date_words import month_numbers, month_pattern
from verbale.lexicon.dates import find_day_at
from verbale.lexicon.mentions import Mention
from verbale.lexicon.patterns import alternatives
from verbale.model.language import Language

_GAP = r"(?:\(\)|[ ,،]){0,3}(?:[^\W\d]{1,10} ){0,3}"
_UP_TO_DATE = re.compile(rf"{_GAP}(?=[«\"]?[0-9])")
_UP_TO_NEXT = re.compile(r"[ ,،]{0,2}(?:[^\W\d]{1,10} ?){0,2}(?=[0-9])")
_UP_TO_NUMBER = re.compile(r" ?(?:[^\d，。；（()\]是]{0,8}|(?:关于|题为)[^，。；\d]{0,60})第? ?")
_BEFORE_NUMBER = 75  # characters before a number in which Chinese prints its date
_LONGEST_DAY = 12  # characters of a day from its year on
_FIGURES_OF_YEAR = 4  # as Chinese prints every year
_SHARED = 6  # characters between two numbers of a list with one date
_HAN_DAY = r"[12][0-9]{3} ?年 ?[0-9]{1,2} ?月 ?[0-9]{1,2} ?日"
_HAN_DAYS = re.compile(rf"{_HAN_DAY}(?: ?[、和及与以]{{1,2}} ?{_HAN_DAY})+")
_HAN_UP_TO_NUMBER = re.compile(r"(?:通过|印发|发布)?的?[^\d，。；、]{0,8}第? ?")
_HAN_MONTH = re.compile(r"([12][0-9]{3}) ?年(?: ?([0-9]{1,2}) ?月)?(?:通过|印发)?的?第? ?\Z")
_HAN_BEFORE = 200  # characters before a list of numbers in which their days stand


@cache
def _month(language: Language) -> re.Pattern[str]:
    """A month or, behind "of", a year, where no day is printed; English may set the day behind the month."""
    of = alternatives(word for word in citation_joints("of", language) if word)
    month = rf"(?P<month>{month_pattern(language)})(?: (?P<day>[0-9]{{1,2}}),)?"
    return re.compile(rf"(?:{_GAP}?{month}(?: [^\W\d]{{1,3}})?|,? (?:{of})) (?P<year>[12][0-9]{{3}})(?![0-9/])")


def date_after(text: str, start: int, language: Language) -> tuple[str | None, int]:
    """The day, month or year (ISO 8601) printed right behind a number, and where it ends."""
    gap = _UP_TO_DATE.match(text, start)
    day = find_day_at(text, gap.end(), language) if gap else None
    if day is not None:
        return day
    match = _month(language).match(text, start) if text.startswith((" ", ",", "،"), start) else None
    if match is None:
        return None, 0
    date = match["year"]
    if match["month"]:
        month = month_numbers(language).get(match["month"])
        date += f"-{month:02}" if month else ""
        date += f"-{int(match['day']):02}" if month and match["day"] else ""
    return date, match.end()


def take_dates(text: str, group: Sequence[Mention], language: Language) -> None:
    """Give the last of a group of numbers the date behind it, and those before it what is theirs."""
    last = group[-1]
    date, end = date_after(text, last.number.end, language)
    if date is None and (behind := _behind_respectively(text, last.number.end, language)):
        date, end = date_after(text, behind, language)
    if date is None:
        return
    days, reached = [date], end
    while len(days) < len(group) and (gap := _UP_TO_NEXT.match(text, reached)) and gap.end() > reached:
        following = find_day_at(text, gap.end(), language)
        if following is None:
            break
        days.append(following[0])
        reached = following[1]
    listed = _listed(group)
    if len(days) == 1:
        last.date, last.date_end = date, end
        for mention in listed[:-1]:
            mention.date, mention.shared = date, True
    else:
        last.date_end = reached
        if len(days) == len(listed):
            for mention, day in zip(listed, days, strict=True):
                mention.date = day


def _behind_respectively(text: str, end: int, language: Language) -> int:
    """Where a word for "respectively" right behind a number ends; 0 without one."""
    words = citation_joints("respectively", language)
    return next((end + 1 + len(word) for word in words if text.startswith(word, end + 1)), 0)


def _listed(group: Sequence[Mention]) -> list[Mention]:
    """The last numbers of a group that stand in one list without a date between them."""
    found = [group[-1]]
    for place in range(len(group) - 2, -1, -1):
        mention = group[place]
        if mention.date or found[-1].number.start - mention.number.end > _SHARED:
            break
        found.append(mention)
    return found[::-1]


def date_before(text: str, end: int) -> str | None:
    """The date that Chinese prints before a number: a day, or else a month or a year."""
    day = text.rfind("日", max(0, end - _BEFORE_NUMBER), end)
    if day < 0 or not _UP_TO_NUMBER.fullmatch(text, day + 1, end):
        match = _HAN_MONTH.search(text, max(0, end - _BEFORE_NUMBER // 2), end)
        return (match[1] + (f"-{int(match[2]):02}" if match[2] else "")) if match else None
    # The year is the last one before the day.
    year = text.rfind("年", max(0, day - _LONGEST_DAY), day)
    start = year - _FIGURES_OF_YEAR - (text[year - 1 : year] == " ")
    found = find_day_at(text, start, Language.ZH) if start >= 0 else None
    return found[0] if found and found[1] == day + 1 else None


def pair_chinese_dates(text: str, waiting: Sequence[Mention], end: int) -> None:
    """As many days in a row as numbers, before the first number or behind the word for a resolution at ``end``."""
    if len(waiting) < 2:
        return
    start = waiting[0].number.start
    low = max(0, start - _HAN_BEFORE)
    for match in _HAN_DAYS.finditer(text, low, start):
        if _HAN_UP_TO_NUMBER.fullmatch(text, match.end(), start):
            _pair(match.group(), waiting)
            return
    word = next((word for word in citation_joints("respectively", Language.ZH) if text.startswith(word, end)), None)
    behind = _HAN_DAYS.match(text, end + len(word) + text.startswith(("于", "在"), end + len(word))) if word else None
    if behind is not None:
        _pair(behind.group(), waiting)


def _pair(printed: str, waiting: Sequence[Mention]) -> None:
    days = [find_day_at(match.group(), 0, Language.ZH) for match in re.finditer(_HAN_DAY, printed)]
    for mention, day in zip(waiting, days, strict=False):
        if len(days) == len(waiting):
            mention.date, mention.date_end = (day[0], mention.number.start) if day else (None, 0)
        else:
            mention.date, mention.date_end = None, 0
