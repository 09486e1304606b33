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
from typing import TypeVar

from verbale.lexicon.cited_dates import date_before, pair_chinese_dates, take_dates
from verbale.lexicon.cited_words import Event, find_events, may_name_resolutions
from verbale.lexicon.citing import citation_joints, symbol_words
from verbale.lexicon.document_numbers import DocumentNumber, find_document_numbers
from verbale.lexicon.mentions import OTHER_BODIES, Mention, meaning_of
from verbale.lexicon.organ_sessions import (
    ASSEMBLY,
    COMMISSION_ON_HUMAN_RIGHTS,
    ECONOMIC_COUNCIL,
    ENVIRONMENT_ASSEMBLY,
    HUMAN_RIGHTS_COUNCIL,
    first_year,
    is_of_council_year,
    last_session,
)
from verbale.lexicon.owners import SHORT_NAME, is_before_type, is_joined, is_owner, is_possessed, is_subject, takes
from verbale.lexicon.plain_numbers import find_plain_numbers
from verbale.model.language import Language

_STOP = re.compile(r"[;。；؛.!?](?:(?<=[;。；؛])| (?=[A-ZА-ЯÉÀ][a-zа-яéè]))")
# After a semicolon a list of numbers may go on: "52/214, sect. C; 55/222, sect. III; and 56/64 B".
_GOES_ON = re.compile(r"[^;。；؛]*[;；؛] ?(?:[^\W\d]{1,3} )?")
_FAR = 320  # characters from the word for a resolution, or the number before, to a number of its list
_NEAR = 12  # characters that hold the sign or word right beside a number
# How far behind its name a body's own resolution stands; of the smaller bodies, with the session between the two.
_REACH = 25
_REACH_OF_OTHERS = 60  # characters, as above
# What joins a number to the word for a resolution, or to the number before it.
_BESIDE = re.compile(r"(?: ?(?:No\.|Nos\.|núm\.|n°|№|رقم|第))? ?")
_LISTED = 8  # characters between two numbers of one list
_FEW_WORDS = 40  # characters between two bodies and the word for a resolution that they share
_AFTER_TYPE = 20  # characters from the word for a resolution to its body before the number
# What Chinese has between a body and its number: a date, a title, "adopted", other numbers of the list.
_HAN_TITLE = re.compile(r"关于[^，。；]{0,60}?的|题为“[^”]{0,60}”的?")
_HAN_OWN = re.compile(r"[在于以的其该年月日第号和与及、,，分别通过印发0-9A-Z/() -]{0,80}")
_HAN_GAP = 160  # characters from a body to its number
_ANOTHER_BODY = re.compile(r"/\w+\. ?$")
# A body named in what a resolution is about: 关于设立人权理事会的第60/251号决议.
_HAN_ABOUT = re.compile(r"(?:关于|题为“)[^，。；的]{0,10}\Z")
_HAN_SUBJECT = re.compile(r"关于[^，。；的号]*\Z")
_HAN_SUBJECT_REACH = 40  # characters of a subject

_T = TypeVar("_T", DocumentNumber, Event)


@dataclass(slots=True)
class _Clause:
    """What is known while walking along the numbers of a text."""

    type: Event | None = None
    organ: Event | None = None
    own: str = ""
    subject: str = ""
    near: str = ""
    owners: tuple[str, ...] = ()
    group: list[Mention] = field(default_factory=list)
    owned: list[Mention] = field(default_factory=list)
    last: int = 0

    def close(self) -> None:
        self.type, self.organ, self.own, self.subject, self.near, self.owners = None, None, "", "", "", ()
        self.group, self.owned = [], []


def find_mentions(text: str, language: Language, taken: Sequence[tuple[int, int]] = ()) -> list[Mention]:
    """The numbers of resolutions and decisions in a scanned text, outside of the spans ``taken``, in order."""
    # Chinese marks a number with 第 and 号, whatever word follows.
    named = language is Language.ZH or may_name_resolutions(text, language)
    # Without a word a number counts that has its year in brackets.
    if not named and "(" not in text:
        return []
    shaped = _outside(find_document_numbers(text, language), taken)
    if not named and not any(number.shape == "year" for number in shaped):
        return []
    events = find_events(text, language) if named else []
    plain = _outside(find_plain_numbers(text, events, language), taken)
    numbers = _numbers(text, shaped, plain)
    if not numbers:
        return []
    if language is Language.ZH:
        mentions = _walk_chinese(text, numbers, events)
    else:
        mentions = _walk(text, numbers, events, language)
    bodies = frozenset(event.key for event in events if event.kind == "organ")
    for mention in mentions:
        mention.bodies = bodies
        _look_around(mention)
        mention.symbols, mention.certainty = meaning_of(mention)
    return [mention for mention in mentions if mention.symbols]


def _numbers(text: str, shaped: Sequence[DocumentNumber], plain: Sequence[DocumentNumber]) -> list[DocumentNumber]:
    """All numbers of the text, those of other bodies' series left out."""
    numbers = [one for one in shaped if not _is_of_another_body(text, one.start)]
    if not plain:
        return numbers
    free = _outside(plain, [(one.start, one.end) for one in shaped])
    return sorted([*numbers, *free], key=lambda one: one.start)


def _look_around(mention: Mention) -> None:
    """A number too low for the General Assembly, or of a year before 2006, is of the one such body its text names."""
    number, bodies = mention.number, mention.bodies
    if mention.organ == SHORT_NAME and COMMISSION_ON_HUMAN_RIGHTS in bodies:
        mention.organ = COMMISSION_ON_HUMAN_RIGHTS
    if mention.named and mention.organ != ASSEMBLY:
        return
    low = number.shape == "session" and number.head <= last_session(ENVIRONMENT_ASSEMBLY)
    early = number.shape == "yearly" and number.head < first_year(HUMAN_RIGHTS_COUNCIL) and not mention.organ
    if low and ENVIRONMENT_ASSEMBLY in bodies and HUMAN_RIGHTS_COUNCIL not in bodies:
        mention.organ, mention.named = ENVIRONMENT_ASSEMBLY, False
    elif early and COMMISSION_ON_HUMAN_RIGHTS in bodies and ECONOMIC_COUNCIL not in bodies:
        mention.organ = COMMISSION_ON_HUMAN_RIGHTS


def _is_of_another_body(text: str, start: int) -> bool:
    before = text[max(0, start - _NEAR) : start]
    return "." in before[-2:] and _ANOTHER_BODY.search(before) is not None


def _outside(found: Sequence[_T], taken: Sequence[tuple[int, int]]) -> list[_T]:
    """Those that overlap no span of ``taken``, which is sorted."""
    if not taken or not found or found[-1].end <= taken[0][0] or found[0].start >= taken[-1][1]:
        return list(found)
    free = []
    starts = [start for start, _ in taken]
    for one in found:
        place = bisect_left(starts, one.end) - 1
        if place < 0 or taken[place][1] <= one.start:
            free.append(one)
    return free


def _merged(numbers: Sequence[DocumentNumber], events: Sequence[Event]) -> list[DocumentNumber | Event]:
    free = _outside(events, [(number.start, number.end) for number in numbers])
    both: list[DocumentNumber | Event] = [*numbers, *free]
    return sorted(both, key=lambda one: one.start)


def _walk(text: str, numbers: Sequence[DocumentNumber], events: Sequence[Event], language: Language) -> list[Mention]:
    """Languages in which the word for a resolution stands before its number."""
    found: list[Mention] = []
    shared: list[tuple[Sequence[Mention], tuple[str, ...]]] = []
    clause = _Clause()
    seen = 0
    for one in _merged(numbers, events):
        if _STOP.search(text, seen, one.start) and not _list_goes_on(text, seen, one, clause):
            clause.close()
        seen = one.end
        if isinstance(one, Event):
            _take_word(text, clause, one, language)
        elif clause.type is not None and one.start - max(clause.type.end, clause.last) <= _FAR:
            mention = _mention_of(text, one, clause)
            found.append(mention)
            clause.group.append(mention)
            if len(clause.owners) > 1 and len(clause.group) == 1:
                shared.append((clause.group, clause.owners))
            take_dates(text, clause.group, language)
        elif _is_alone(text, one, language):
            found.append(Mention(one, decision=False))
        if isinstance(one, Event) or clause.group:
            clause.last = max(clause.last, one.end)
    for group, owners in shared:
        _pair_owners(group, owners)
    return found


def _pair_owners(group: Sequence[Mention], owners: Sequence[str]) -> None:
    """``resolutions 76/53 and 46/17 of the Assembly and the Council``: as many numbers as bodies, each its own."""
    if len(group) == len(owners):
        for mention, organ in zip(group, owners, strict=True):
            mention.organ, mention.named = organ, True


def _is_alone(text: str, number: DocumentNumber, language: Language) -> bool:
    """``in 2637 (2022)``: a number and the year in which the Security Council reached it, no volume of a series."""
    if number.shape != "year" or not is_of_council_year(number.head, int(number.tail)):
        return False
    before = text[max(0, number.start - _NEAR) : number.start].rstrip().lower()
    words = [*symbol_words("volume", language), *symbol_words("number", language)]
    return not before.endswith(tuple(word.lower() for word in words))


def _list_goes_on(text: str, seen: int, one: DocumentNumber | Event, clause: _Clause) -> bool:
    return isinstance(one, DocumentNumber) and bool(clause.group) and bool(_GOES_ON.fullmatch(text, seen, one.start))


def _mention_of(text: str, number: DocumentNumber, clause: _Clause) -> Mention:
    assert clause.type is not None
    mention = Mention(number, clause.type.key == "decision", clause.own, bool(clause.own), subject=clause.subject)
    if not clause.group and number.start - clause.type.end <= 1:
        mention.word = (clause.type.start, clause.type.end)
    if clause.group:
        mention.beside = clause.group[-1].beside and number.start - _end_of(clause.group[-1]) <= _LISTED
    else:
        # Arabic and others may set the body between the word and the number.
        between = clause.organ is not None and clause.organ.start >= clause.type.end
        begins = clause.organ.end if between and clause.organ is not None else clause.type.end
        mention.beside = _BESIDE.fullmatch(text, begins, number.start) is not None
    if clause.organ is not None:
        mention.distant = clause.organ.key
        reach = _REACH_OF_OTHERS if clause.organ.key == "other" else _REACH
        if not clause.own and clause.near:
            mention.organ = clause.near
        elif not clause.own and len(clause.owners) < 2 and clause.type.start - clause.organ.end <= reach:
            mention.organ = clause.organ.key
    return mention


def _end_of(mention: Mention) -> int:
    return max(mention.number.end, mention.date_end)


def _take_word(text: str, clause: _Clause, event: Event, language: Language) -> None:
    if event.kind == "type":
        _take_type(text, clause, event, language)
    elif clause.group and is_owner(text, clause.type, clause.group[-1], event, language):
        for mention in clause.group:
            if not mention.named and takes(mention, event.key, clause.group[-1]):
                mention.organ, mention.named = event.key, True
        clause.owned, clause.group = [*clause.group], []
        clause.organ, clause.owners = event, (event.key,)
    else:
        _take_organ(text, clause, event, language)


def _take_type(text: str, clause: _Clause, event: Event, language: Language) -> None:
    """A word for a resolution: of the body right before it, or of the one that calls it its own."""
    clause.own, clause.subject, clause.near, clause.group, clause.owned = event.organ, "", "", [], []
    clause.type = event
    organ = clause.organ
    if organ is not None and len(clause.owners) > 1 and event.start - organ.end <= _FEW_WORDS:
        # Several bodies share the word: which number is whose is for their order or the numbers to say.
        return
    clause.owners = ()
    if organ is None or clause.own:
        return
    if event.start - organ.end <= 2 and organ.start >= clause.last - 200:
        clause.own = organ.key
    elif is_possessed(text, organ, event, language):
        # With a comma between, "its" may as well be somebody else's.
        clause.near = organ.key if organ.key not in OTHER_BODIES else ""
        if is_subject(text, organ, event, language):
            clause.subject = organ.key


def _take_organ(text: str, clause: _Clause, event: Event, language: Language) -> None:
    """A body that is not that of the numbers before it."""
    joined = clause.organ is not None and is_joined(text, clause.organ, event, language)
    if clause.owned and is_before_type(text, event, language):
        joined = False
    if not clause.group:
        if clause.organ is not None and joined and clause.own == clause.organ.key:
            clause.own = ""
        elif clause.type is not None and event.start - clause.type.end <= _AFTER_TYPE:
            clause.own = event.key
    if event.key != SHORT_NAME or is_before_type(text, event, language):
        before = clause.owners or ((clause.organ.key,) if clause.organ is not None else ())
        clause.owners = (*before, event.key) if joined else ()
        if clause.owned:
            _pair_owners(clause.owned, clause.owners)
        clause.organ = event


def _walk_chinese(text: str, numbers: Sequence[DocumentNumber], events: Sequence[Event]) -> list[Mention]:
    """The word for a resolution stands behind the numbers, the body before them."""
    found: list[Mention] = []
    waiting: list[Mention] = []
    organ: Event | None = None
    last = 0
    own = about = False
    for one in _merged(numbers, events):
        if _STOP.search(text, last, one.start):
            found += [mention for mention in waiting if _has_sign(text, mention.number)]
            waiting, organ = [], None
        if isinstance(one, DocumentNumber):
            own = organ is not None and (own or not waiting) and not about and _is_own(text[last : one.start])
            waiting.append(_chinese_mention(text, one, organ, waiting, own=own))
        elif one.kind == "organ":
            if organ is None or not _is_subject_matter(text, one):
                joined = organ is not None and is_joined(text, organ, one, Language.ZH)
                organ, own = (one if not joined else None), False
                about = _HAN_ABOUT.search(text, max(0, one.start - _NEAR), one.start) is not None
        elif waiting:
            for mention in waiting:
                mention.decision = one.key == "decision"
            if one.start - waiting[-1].number.end <= 3:
                waiting[-1].word = (one.start, one.end)
            pair_chinese_dates(text, waiting, one.end)
            found += waiting
            waiting = []
        last = one.end
    return found + [mention for mention in waiting if _has_sign(text, mention.number)]


def _is_subject_matter(text: str, body: Event) -> bool:
    """Whether a body ends what another body's resolution is about: 大会关于设立人权理事会的第60/251号决议."""
    behind = text.startswith("的", body.end)
    return behind and _HAN_SUBJECT.search(text, max(0, body.start - _HAN_SUBJECT_REACH), body.start) is not None


def _is_own(gap: str) -> bool:
    """Whether nothing stands between a body and a number that parts them."""
    return len(gap) <= _HAN_GAP and _HAN_OWN.fullmatch(_HAN_TITLE.sub("", gap)) is not None


def _chinese_mention(
    text: str, number: DocumentNumber, organ: Event | None, waiting: Sequence[Mention], *, own: bool
) -> Mention:
    mention = Mention(number, decision=False)
    if organ is not None:
        mention.organ, mention.named, mention.distant = organ.key, own, organ.key
    mention.beside = text[max(0, number.start - 2) : number.start].rstrip().endswith("第") or bool(
        waiting and waiting[-1].beside and number.start - waiting[-1].number.end <= _LISTED
    )
    mention.date = date_before(text, number.start)
    mention.date_end = number.start if mention.date else 0
    return mention


def _has_sign(text: str, number: DocumentNumber) -> bool:
    """Whether a number without the word for a resolution is one: 第76/53号, and not 第38(2020)号一般性建议."""
    if _is_alone(text, number, Language.ZH):
        return True
    before = text[max(0, number.start - _NEAR) : number.start].rstrip()
    if number.shape == "plain" or not before.endswith("第") or text[number.end : number.end + 2].lstrip()[:1] != "号":
        return False
    behind = text[number.end : number.end + _NEAR].lstrip()[1:].lstrip()
    return not behind.startswith(citation_joints("other_text", Language.ZH))
