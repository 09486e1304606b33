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
from typing import NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

from verbale.lexicon.citing import citation_joints, cited_organs, symbol_words
from verbale.lexicon.dates import find_day_at
from verbale.lexicon.document_numbers import DocumentNumber, find_document_numbers
from verbale.lexicon.mentions import Mention, symbols_of
from verbale.lexicon.scanning import find_words
from verbale.model.language import Language

_STOP = re.compile(r"[;。；؛.!?](?:(?<=[;。；؛])| (?=[A-ZА-ЯÉÀ][a-zа-яéè]))")
# After a semicolon a list of numbers may go on: "52/214, sect. C; 55/222, sect. III; and 56/64 B".
_GOES_ON = re.compile(r"[^;。；؛]*[;；؛] ?(?:[^\W\d]{1,3} )?")
_FAR = 320
_NEAR = 12
# How far behind its name a body's own resolution stands; of the smaller bodies, with the session between the two.
_REACH = 25
_REACH_OF_OTHERS = 60
# How far behind its resolutions "adopted by" and the body may stand, with the resolution's subject between the two.
_REACH_OF_ADOPTED = 400
_KINDS = ("resolution", "decision")
_SHORT_NAME = "commission"
_LAST_OF_ENVIRONMENT = 7
_COUNCIL_FOR_COMMISSION = 2006
_ARTICLE = re.compile(r", (?:[^\W\d]{1,3}['\u2019 ])?")
_UP_TO_DATE = re.compile(r"(?:\(\)|[ ,،]){0,3}(?:[^\W\d]{1,10} ){0,3}(?=[«\"]?[0-9])")
_UP_TO_NUMBER = re.compile(r" ?(?:[^\d，。；（()\]]{0,8}|(?:关于|题为)[^，。；\d]{0,60})第? ?")
_BEFORE_NUMBER = 75
_LONGEST_DAY = 12
_FIGURES_OF_YEAR = 4
_ANOTHER_BODY = re.compile(r"/\w+\. ?$")


@dataclass(frozen=True, slots=True)
class _Words:
    automaton: AhoCorasick
    meanings: tuple[tuple[str, str], ...]


@cache
def _words(language: Language) -> _Words:
    meant: dict[str, tuple[str, str]] = {}
    for kind in _KINDS:
        for word in symbol_words(kind, language):
            meant[word] = ("type", kind)
            meant[word[:1].upper() + word[1:]] = ("type", kind)
    meant |= {name: ("organ", organ) for name, organ in cited_organs(language).items()}
    texts = sorted(meant)
    return _Words(AhoCorasick(texts, matchkind=MatchKind.LeftmostLongest), tuple(meant[text] for text in texts))


class _Event(NamedTuple):
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


_T = TypeVar("_T", DocumentNumber, _Event)


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
        for number in _outside(find_document_numbers(text, language), taken)
        if not _is_of_another_body(text, number.start)
    ]
    if not numbers:
        return []
    events = _events(text, language)
    if language is Language.ZH:
        mentions = _walk_chinese(text, numbers, events)
    else:
        mentions = _walk(text, numbers, events, language)
    bodies = {event.key for event in events if event.kind == "organ"}
    for mention in mentions:
        _look_around(mention, bodies)
        mention.symbols, mention.sure = symbols_of(mention)
    return [mention for mention in mentions if mention.symbols]


def _look_around(mention: Mention, bodies: set[str]) -> None:
    """A number too low for the General Assembly, or of a year before 2006, is of the one such body its text names."""
    number = mention.number
    if mention.named and mention.organ != "general_assembly":
        return
    low = number.shape == "session" and number.head <= _LAST_OF_ENVIRONMENT
    early = number.shape == "yearly" and number.head < _COUNCIL_FOR_COMMISSION and not mention.organ
    if low and "environment_assembly" in bodies and "human_rights_council" not in bodies:
        mention.organ = "environment_assembly"
    elif early and "commission_on_human_rights" in bodies and "economic_and_social_council" not in bodies:
        mention.organ = "commission_on_human_rights"


def _is_of_another_body(text: str, start: int) -> bool:
    before = text[max(0, start - _NEAR) : start]
    return "." in before[-2:] and _ANOTHER_BODY.search(before) is not None


def _outside(found: Sequence[_T], taken: Sequence[tuple[int, int]]) -> list[_T]:
    """Those that overlap no span of ``taken``, which is sorted."""
    free = []
    starts = [start for start, _ in taken]
    for one in found:
        place = bisect_left(starts, one.end) - 1
        if place < 0 or taken[place][1] <= one.start:
            free.append(one)
    return free


def _merged(numbers: Sequence[DocumentNumber], events: Sequence[_Event]) -> list[DocumentNumber | _Event]:
    free = _outside(events, [(number.start, number.end) for number in numbers])
    both: list[DocumentNumber | _Event] = [*numbers, *free]
    return sorted(both, key=lambda one: one.start)


def _walk(text: str, numbers: Sequence[DocumentNumber], events: Sequence[_Event], language: Language) -> list[Mention]:
    """Languages in which the word for a resolution stands before its number."""
    found: list[Mention] = []
    clause = _Clause()
    seen = 0
    for one in _merged(numbers, events):
        if _STOP.search(text, seen, one.start) and not _list_goes_on(text, seen, one, clause):
            clause.close()
        seen = one.end
        if isinstance(one, _Event):
            _take_word(text, clause, one, language)
        elif clause.type is not None and one.start - max(clause.type.end, clause.last) <= _FAR:
            mention = _mention_of(text, one, clause, language)
            found.append(mention)
            clause.group.append(mention)
        if isinstance(one, _Event) or clause.group:
            clause.last = max(clause.last, one.end)
    return found


def _list_goes_on(text: str, seen: int, one: DocumentNumber | _Event, clause: _Clause) -> bool:
    return isinstance(one, DocumentNumber) and bool(clause.group) and bool(_GOES_ON.fullmatch(text, seen, one.start))


def _mention_of(text: str, number: DocumentNumber, clause: _Clause, language: Language) -> Mention:
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


def _take_word(text: str, clause: _Clause, event: _Event, language: Language) -> None:
    if event.kind == "type":
        clause.own, clause.group = "", []
        if clause.organ is not None and event.start - clause.organ.end <= 2 and clause.organ.start >= clause.last - 200:
            clause.own = clause.organ.key
        clause.type = event
        return
    if clause.group:
        if _belongs(text, clause, event, language):
            for mention in clause.group:
                if not mention.named:
                    mention.organ, mention.named = event.key, True
            clause.group = []
            clause.organ = event
            return
    elif clause.type is not None and event.start - clause.type.end <= 20:
        clause.own = event.key
    if event.key != _SHORT_NAME or _is_before_type(text, event, language):
        clause.organ = event


def _belongs(text: str, clause: _Clause, event: _Event, language: Language) -> bool:
    """Whether a body behind a group of numbers is theirs: close to the last, their subject, or what adopted them."""
    last = clause.group[-1]
    reached = max(last.number.end, last.date_end)
    if event.key == _SHORT_NAME:
        return _pattern("of", language).fullmatch(text, reached, event.start) is not None
    if event.start - reached <= _NEAR + 8:
        return not _parted(text, last, event) or _is_subject(text, clause, event, language)
    if last.date or event.start - reached > _REACH_OF_ADOPTED:
        return False
    return bool(_pattern("adopted_by", language).search(text, reached, event.start))


def _is_subject(text: str, clause: _Clause, event: _Event, language: Language) -> bool:
    """``dans sa résolution 48/11, le Conseil des droits de l'homme a décidé``."""
    assert clause.type is not None
    if _is_before_type(text, event, language):
        return False
    last = clause.group[-1]
    gap = text[max(last.number.end, last.date_end) : event.start]
    own = _pattern("own", language).search(text, max(0, clause.type.start - _NEAR), clause.type.start)
    return own is not None and _ARTICLE.fullmatch(gap) is not None


def _is_before_type(text: str, event: _Event, language: Language) -> bool:
    """Whether the word for a resolution follows a name at once: "Commission resolution 49/7"."""
    if language is Language.AR:
        return False
    return any(text.startswith(word, event.end + 1) for kind in _KINDS for word in symbol_words(kind, language))


@cache
def _pattern(kind: str, language: Language) -> re.Pattern[str]:
    """Small words of citations right before a place, an article after them."""
    words = "|".join(map(re.escape, citation_joints(kind, language))) or "(?!)"
    return re.compile(rf" ?(?:{words}) ?(?:[^\W\d]{{1,3}}['\u2019 ])?\Z", re.IGNORECASE)


def _parted(text: str, last: Mention, event: _Event) -> bool:
    gap = text[max(last.number.end, last.date_end) : event.start]
    return any(sign in gap for sign in ',،:(«“"')


def _walk_chinese(text: str, numbers: Sequence[DocumentNumber], events: Sequence[_Event]) -> list[Mention]:
    """The word for a resolution stands behind the numbers, the body before them."""
    found: list[Mention] = []
    waiting: list[Mention] = []
    organ: _Event | None = None
    last = 0
    for one in _merged(numbers, events):
        if _STOP.search(text, last, one.start):
            found += [mention for mention in waiting if _has_sign(text, mention.number)]
            waiting, organ = [], None
        if isinstance(one, DocumentNumber):
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


def _has_sign(text: str, number: DocumentNumber) -> bool:
    """Whether the number stands between 第 and 号, and is not of a text of another kind: 第38(2020)号一般性建议."""
    before = text[max(0, number.start - _NEAR) : number.start].rstrip()
    if not before.endswith("第") or text[number.end : number.end + 2].lstrip()[:1] != "号":
        return False
    behind = text[number.end : number.end + _NEAR].lstrip()[1:].lstrip()
    return not behind.startswith(citation_joints("other_text", Language.ZH))


def _date_after(text: str, start: int, language: Language) -> tuple[str | None, int]:
    gap = _UP_TO_DATE.match(text, start)
    return (find_day_at(text, gap.end(), language) if gap else None) or (None, 0)


def _date_before(text: str, end: int) -> str | None:
    day = text.rfind("日", max(0, end - _BEFORE_NUMBER), end)
    if day < 0 or not _UP_TO_NUMBER.fullmatch(text, day + 1, end):
        return None
    # The year is the last one before the day.
    year = text.rfind("年", max(0, day - _LONGEST_DAY), day)
    start = year - _FIGURES_OF_YEAR - (text[year - 1 : year] == " ")
    found = find_day_at(text, start, Language.ZH) if start >= 0 else None
    return found[0] if found and found[1] == day + 1 else None
