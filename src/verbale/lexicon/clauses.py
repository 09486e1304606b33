"""What a number names: the words for resolution and decision, the body and the date in the clause around it.

``76/53`` is a resolution of the General Assembly, ``46/17`` may be one of the Human Rights Council, ``2021/5`` is of
the Economic and Social Council. The body stands before the number, behind it, or behind the word for a resolution; it
is carried along a list. A printed date that fits only one of the bodies decides.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

from verbale.lexicon.citing import cited_organs, symbol_words
from verbale.lexicon.numbers import Number, find_numbers, from_roman
from verbale.lexicon.scanning import find_words
from verbale.lexicon.tables import read_words
from verbale.model import Language

_STOP = re.compile(r"[;。；؛]|[.!?] (?=[A-ZА-ЯÉÀ][a-zа-яéè])")
# After a semicolon a list of numbers may go on: "52/214, sect. C; 55/222, sect. III; and 56/64 B".
_GOES_ON = re.compile(r"[^;。；؛]*[;；؛] ?(?:[^\W\d]{1,3} )?")
_FAR = 250
_NEAR = 12
# How far behind its name a body's own resolution stands; of the smaller bodies, with the session between the two.
_REACH = 25
_REACH_OF_OTHERS = 60
_ANOTHER_BODY = re.compile(r"/\w+\. ?$")
_ASSEMBLY_BEFORE = 1945
_FIRST_WITH_STROKE = 31
_LAST_SESSION = 99
_COUNCIL_SINCE = 2006
_LAST_COUNCIL = 62
_LAST_SPECIAL = 40
_MOST_OF_COUNCIL = 70
_SLIP = 2
# Special sessions of the General Assembly held since the Human Rights Council has had some of its own.
_SPECIAL_SESSIONS = {29: 2014, 30: 2016, 31: 2020, 32: 2021}
_LAST_ROMAN = 30


@dataclass(slots=True)
class Mention:
    """A number with what its clause says of it. ``symbols`` are the possible ones, the likeliest first.

    ``sure`` tells whether a name or a date in the clause decided. ``word`` is where the word for a resolution stands
    that belongs to this number alone, ``date`` the day (ISO 8601) tied to it.
    """

    number: Number
    decision: bool
    organ: str = ""
    named: bool = False
    distant: str = ""
    date: str | None = None
    date_end: int = 0
    symbols: tuple[str, ...] = ()
    sure: bool = False
    word: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Words:
    automaton: AhoCorasick
    meanings: tuple[tuple[str, str], ...]


@cache
def _words(language: Language) -> _Words:
    meant: dict[str, tuple[str, str]] = {}
    for kind in ("resolution", "decision"):
        for word in symbol_words(kind, language):
            meant[word] = ("type", kind)
            meant[word[:1].upper() + word[1:]] = ("type", kind)
    meant |= {name: ("organ", organ) for name, organ in cited_organs(language).items()}
    texts = sorted(meant)
    return _Words(AhoCorasick(texts, matchkind=MatchKind.LeftmostLongest), tuple(meant[text] for text in texts))


@dataclass(frozen=True, slots=True)
class _Event:
    start: int
    end: int
    kind: str
    key: str


def _events(text: str, language: Language) -> list[_Event]:
    words = _words(language)
    spaced = language not in (Language.ZH, Language.AR)
    found = []
    for index, start, end in find_words(words.automaton, text):
        if spaced and (text[start - 1 : start].isalpha() or text[end : end + 1].isalpha()):
            continue
        found.append(_Event(start, end, *words.meanings[index]))
    return found


_T = TypeVar("_T", Number, _Event)


@dataclass(slots=True)
class _Clause:
    """What is known while walking along the numbers of a text."""

    type: _Event | None = None
    organ: _Event | None = None
    own: str = ""
    group: list[Mention] = field(default_factory=list)
    last: int = 0

    def close(self) -> None:
        self.type, self.organ, self.own, self.group = None, None, "", []


def find_mentions(text: str, language: Language, taken: Sequence[tuple[int, int]] = ()) -> list[Mention]:
    """The numbers of resolutions and decisions in a scanned text, outside of the spans ``taken``, in order."""
    numbers = [
        number
        for number in _outside(find_numbers(text, language), taken)
        if not _ANOTHER_BODY.search(text[max(0, number.start - _NEAR) : number.start])
    ]
    if not numbers:
        return []
    events = _events(text, language)
    if language is Language.ZH:
        mentions = _walk_chinese(text, numbers, events)
    else:
        mentions = _walk(text, numbers, events, language)
    for mention in mentions:
        mention.symbols, mention.sure = _symbols(mention)
    return [mention for mention in mentions if mention.symbols]


def _outside(found: Sequence[_T], taken: Sequence[tuple[int, int]]) -> list[_T]:
    """Those that overlap no span of ``taken``, which is sorted."""
    free = []
    starts = [start for start, _ in taken]
    for one in found:
        place = bisect_left(starts, one.end) - 1
        if place < 0 or taken[place][1] <= one.start:
            free.append(one)
    return free


def _merged(numbers: Sequence[Number], events: Sequence[_Event]) -> list[Number | _Event]:
    free = _outside(events, [(number.start, number.end) for number in numbers])
    both: list[Number | _Event] = [*numbers, *free]
    return sorted(both, key=lambda one: one.start)


def _walk(text: str, numbers: Sequence[Number], events: Sequence[_Event], language: Language) -> list[Mention]:
    """Languages in which the word for a resolution stands before its number."""
    found: list[Mention] = []
    clause = _Clause()
    seen = 0
    for one in _merged(numbers, events):
        if _STOP.search(text, seen, one.start) and not _list_goes_on(text, seen, one, clause):
            clause.close()
        seen = one.end
        if isinstance(one, _Event):
            _take_word(text, clause, one)
        elif clause.type is not None and one.start - max(clause.type.end, clause.last) <= _FAR:
            mention = _mention_of(text, one, clause, language)
            found.append(mention)
            clause.group.append(mention)
        if isinstance(one, _Event) or clause.group:
            clause.last = max(clause.last, one.end)
    return found


def _list_goes_on(text: str, seen: int, one: Number | _Event, clause: _Clause) -> bool:
    return isinstance(one, Number) and bool(clause.group) and bool(_GOES_ON.fullmatch(text, seen, one.start))


def _mention_of(text: str, number: Number, clause: _Clause, language: Language) -> Mention:
    assert clause.type is not None
    mention = Mention(number, clause.type.key == "decision", clause.own, bool(clause.own))
    if not clause.group and number.start - clause.type.end <= 1:
        mention.word = (clause.type.start, clause.type.end)
    if clause.organ is not None:
        mention.distant = clause.organ.key
        reach = _REACH_OF_OTHERS if clause.organ.key == "other" else _REACH
        if not clause.own and clause.type.start - clause.organ.end <= reach:
            mention.organ = clause.organ.key
    mention.date, mention.date_end = _date_after(text, number.end, language)
    if mention.date:
        _share_date(text, clause.group, mention)
    return mention


def _share_date(text: str, group: Sequence[Mention], last: Mention) -> None:
    """``33/12 and 33/13 of 29 September 2016``: one date for both."""
    start = last.number.start
    for mention in reversed(group):
        if mention.date or start - mention.number.end > 6:
            return
        mention.date = last.date
        start = mention.number.start


def _take_word(text: str, clause: _Clause, event: _Event) -> None:
    if event.kind == "type":
        clause.own, clause.group = "", []
        if clause.organ is not None and event.start - clause.organ.end <= 2 and clause.organ.start >= clause.last - 200:
            clause.own = clause.organ.key
        clause.type = event
        return
    if clause.group:
        last = clause.group[-1]
        if event.start - max(last.number.end, last.date_end) <= _NEAR + 8 and not _parted(text, last, event):
            for mention in clause.group:
                if not mention.named:
                    mention.organ, mention.named = event.key, True
            clause.group = []
            clause.organ = event
            return
    elif clause.type is not None and event.start - clause.type.end <= 20:
        clause.own = event.key
    clause.organ = event


def _parted(text: str, last: Mention, event: _Event) -> bool:
    gap = text[max(last.number.end, last.date_end) : event.start]
    return any(sign in gap for sign in ',،:(«“"')


def _walk_chinese(text: str, numbers: Sequence[Number], events: Sequence[_Event]) -> list[Mention]:
    """The word for a resolution stands behind the numbers, the body before them."""
    found: list[Mention] = []
    waiting: list[Mention] = []
    organ: _Event | None = None
    last = 0
    for one in _merged(numbers, events):
        if _STOP.search(text, last, one.start):
            found += [mention for mention in waiting if _has_sign(text, mention.number)]
            waiting, organ = [], None
        if isinstance(one, Number):
            mention = Mention(one, False)
            if organ is not None:
                mention.organ, mention.named, mention.distant = organ.key, True, organ.key
            mention.date = _date_before(text, one.start)
            mention.date_end = one.start if mention.date else 0
            waiting.append(mention)
        elif one.kind == "organ":
            organ = one
        elif waiting:
            for mention in waiting:
                mention.decision = one.key == "decision"
            if one.start - waiting[-1].number.end <= 3:
                waiting[-1].word = (one.start, one.end)
            found += waiting
            waiting = []
        last = one.end
    return found + [mention for mention in waiting if _has_sign(text, mention.number)]


def _has_sign(text: str, number: Number) -> bool:
    """Whether the number stands between 第 and 号."""
    return text[: number.start].rstrip()[-1:] == "第" and text[number.end : number.end + 2].lstrip()[:1] == "号"


@cache
def _after(language: Language) -> re.Pattern[str]:
    rows = [row for row in read_words("months") if row["language"] == language]
    names = sorted({row["text"] for row in rows}, key=lambda name: (-len(name), name))
    month = "|".join(re.escape(name).replace("/", " ?/ ?") for name in names)
    return re.compile(
        rf"(?:\(\)|[ ,،]){{0,3}}(?:[^\W\d]{{1,10}} ){{0,3}}([0-9]{{1,2}})(?:er|º|°)? (?:de )?({month})\.?"
        r"(?: de)? ([12][0-9]{3})"
    )


@cache
def _month_numbers(language: Language) -> dict[str, str]:
    return {row["text"]: row["month"] for row in read_words("months") if row["language"] == language}


def _date_after(text: str, start: int, language: Language) -> tuple[str | None, int]:
    match = _after(language).match(text, start)
    if match is None:
        return None, 0
    month = _month_numbers(language)[re.sub(" ?/ ?", "/", match[2])]
    return f"{match[3]}-{month}-{int(match[1]):02}", match.end()


_DAY_BEFORE = re.compile(r"([12][0-9]{3}) ?年 ?([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?日$")
_UP_TO_NUMBER = re.compile(r" ?(?:[^\d，。；（()\]]{0,8}|(?:关于|题为)[^，。；\d]{0,60})第? ?")


def _date_before(text: str, end: int) -> str | None:
    day = text.rfind("日", max(0, end - 75), end)
    if day < 0 or not _UP_TO_NUMBER.fullmatch(text, day + 1, end):
        return None
    match = _DAY_BEFORE.search(text[max(0, day - 16) : day + 1])
    return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}" if match else None


def _symbols(mention: Mention) -> tuple[tuple[str, ...], bool]:
    number = mention.number
    letters = f"[{number.letters}]" if number.letters else ""
    kind = "DEC" if mention.decision else "RES"
    match number.shape:
        case "year":
            return ((f"S/RES/{number.head}({number.tail})",) if not mention.decision else ()), True
        case "roman" if mention.organ == "other" or not _sat_then(mention):
            return (), False
        case "roman":
            series = "E" if _is_economic(mention) else "A"
            return (f"{series}/{kind}/{number.head}({number.tail}){letters}",), True
        case "emergency":
            return (f"A/{kind}/ES-{number.head}/{number.tail}{letters}",), True
        case "yearly":
            return _yearly(mention, kind, letters)
    return _sessional(mention, kind, letters)


def _sat_then(mention: Mention) -> bool:
    """Whether the General Assembly's session of that number, if it is one, sat in the year of the printed date."""
    session = mention.number.tail
    if mention.date is None or "-" in session or _is_economic(mention):
        return True
    opened = _ASSEMBLY_BEFORE + from_roman(session)
    return opened <= int(mention.date[:4]) <= opened + _SLIP


def _is_economic(mention: Mention) -> bool:
    session = mention.number.tail
    if mention.named and mention.organ in ("economic_and_social_council", "council"):
        return True
    return "-" not in session and from_roman(session) > _LAST_ROMAN


def _yearly(mention: Mention, kind: str, letters: str) -> tuple[tuple[str, ...], bool]:
    number = mention.number
    # The Human Rights Council numbers by session: a number by year near its name is of another body.
    organ = mention.distant if mention.organ in ("", "human_rights_council") else mention.organ
    if organ in ("other", "environment_assembly"):
        return (), False
    if organ == "commission_on_human_rights" and number.head < _COUNCIL_SINCE:
        return (f"E/CN.4/{kind}/{number.head}/{number.tail}",), True
    return (f"E/{kind}/{number.head}/{number.tail}{letters}",), True


def _sessional(mention: Mention, kind: str, letters: str) -> tuple[tuple[str, ...], bool]:
    number = mention.number
    mark = "S-" if number.shape == "special" else ""
    assembly = f"A/{kind}/{mark}{number.head}/{number.tail}{letters}"
    council = f"A/HRC/{kind}/{mark}{number.head}/{number.tail}"
    if mention.organ == "environment_assembly":
        return (f"UNEP/EA.{number.head}/{'Dec' if mention.decision else 'Res'}.{number.tail}",), True
    if mention.organ in ("other", "commission_on_human_rights"):
        return (), False
    possible = _possible(mention, assembly, council)
    if len(possible) < 2:
        sure = possible == (assembly,) or mention.organ in ("human_rights_council", "council") or bool(mention.date)
        return possible, sure
    if mention.organ in ("human_rights_council", "council"):
        return (council, assembly), mention.named
    if mention.organ == "general_assembly":
        return (assembly, council), mention.named
    return (assembly, council), False


def _possible(mention: Mention, assembly: str, council: str) -> tuple[str, ...]:
    number = mention.number
    year = int(mention.date[:4]) if mention.date else None
    if number.shape == "special":
        of_assembly = number.head <= _LAST_SPECIAL and (
            year is None or year < _COUNCIL_SINCE or abs(_SPECIAL_SESSIONS.get(number.head, 0) - year) <= 1
        )
        of_council = number.head <= _LAST_COUNCIL and (year is None or year >= _COUNCIL_SINCE)
    else:
        of_assembly = _FIRST_WITH_STROKE <= number.head <= _LAST_SESSION
        named = mention.named and mention.organ in ("human_rights_council", "council")
        of_council = number.head <= (_LAST_SESSION if named else _LAST_COUNCIL) and not number.letters
        of_council = of_council and (mention.decision or int(number.tail) <= _MOST_OF_COUNCIL)
        if year is not None:
            opened = _ASSEMBLY_BEFORE + number.head
            by_year = of_assembly and opened <= year <= opened + 1
            in_council = of_council and abs(_COUNCIL_SINCE + number.head / 3 - year) <= 1
            if by_year or in_council:
                of_assembly, of_council = by_year, in_council
            elif mention.date_end and (not named or abs(_COUNCIL_SINCE + number.head / 3 - year) > _SLIP):
                # Its own date fits neither: not of the Council, whose sessions are not mistaken for others.
                of_council = False
    return tuple(symbol for symbol, fits in ((assembly, of_assembly), (council, of_council)) if fits)
