"""What a number counts: the unit, the comparator, and whether it is no number of things but a label.

Sources: ``units.csv``, ``comparators.csv``, ``label_words.csv``. All texts are as ``printed.scannable`` gives them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from verbale.lexicon.citing import citation_joints
from verbale.lexicon.counting import UnitWord, comparators, unit_words
from verbale.lexicon.number_grammar import FoundNumber
from verbale.lexicon.printed import printed_forms
from verbale.lexicon.scanning import find_words
from verbale.lexicon.tables import read_words
from verbale.model.language import Language

# Who does an act that is counted: 86 States have signed.
_ACTORS = frozenset({"state", "member_state", "party", "member"})
# What pieces may be, when only a counter follows and the noun stands before: 12 000 件 after 核武器.
_THINGS = frozenset(
    {"nuclear_weapon", "warhead", "deployed_warhead", "missile", "bomber", "launcher", "deployed_launcher"}
    | {"submarine", "nuclear_test"}
)
_OCCASIONS = frozenset({"meeting", "session"})
_STANDS_BEFORE = frozenset({"dollar", "euro", "percent"})
_REACH = 80  # characters on either side of a number in which what it counts stands
_BACK = 40  # characters before a number in which its noun stands in Arabic
_HAN_REACH = 14  # characters between a number and its noun in Chinese
# Words between a number and its noun: adjectives, which come first in English and Russian.
_WORDS_BETWEEN: Mapping[Language, int] = {
    Language.AR: 1,
    Language.EN: 3,
    Language.ES: 1,
    Language.FR: 2,
    Language.RU: 3,
}
# Languages in which a verb stands before the number of those who act, and how many words of its object between.
_VERB_FIRST: Mapping[Language, int] = {Language.AR: 4, Language.ES: 3, Language.RU: 2}
_OTHER = re.compile(r"[\d.;:!?()\[\]؛،؟,]")  # what parts a verb from a number that it has nothing to do with
_AND = " و"
_ITEM = re.compile(r"\(?[^\W\d_]{1,4}\)")
# What may stand between a label's word and its number, or before the word.
_OPENINGS = " (\"'«“"
_OPENING = str.maketrans(_OPENINGS, " " * len(_OPENINGS))
_CLAUSE = re.compile(r"[.;:!?()\[\]。；：，、“”]|, |،|؛")
_STATEMENT = re.compile(r"[;!?。；：؛]|\. ")


class Unit(NamedTuple):
    """A unit and where it stands; ``kind`` as in ``units.csv``, or ``sign`` for one before the number."""

    unit: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Units:
    automaton: AhoCorasick
    meaning: tuple[UnitWord, ...]
    before: Mapping[str, Sequence[tuple[str, UnitWord]]]
    """Those that may stand before a number, by their last letter, in the order of the table."""


@cache
def _units(language: Language) -> _Units:
    meaning: dict[str, UnitWord] = {}
    # A noun counts for more than a counter of the same form, an act for more than both.
    for word in sorted(unit_words(language), key=lambda word: ("counter", "noun", "name", "act").index(word.kind)):
        for text in printed_forms(word.text):
            meaning[text] = word
    texts = sorted(meaning)
    before: dict[str, list[tuple[str, UnitWord]]] = {}
    for text, word in meaning.items():
        if word.unit in _STANDS_BEFORE or word.kind == "name":
            before.setdefault(text[-1], []).append((text, word))
    automaton = AhoCorasick(texts, matchkind=MatchKind.LeftmostLongest)
    return _Units(automaton, tuple(meaning[text] for text in texts), before)


def _words_in(text: str, start: int, end: int, language: Language) -> Iterator[Unit]:
    """Unit words that stand whole in a stretch of the text."""
    units = _units(language)
    for index, low, high in find_words(units.automaton, text[start:end]):
        low, high = start + low, start + high
        if language is not Language.ZH:
            if high < len(text) and text[high].isalpha() and text[high - 1].isalpha():
                continue
            if low and text[low - 1].isalpha() and text[low].isalpha() and not _is_article(text, low, language):
                continue
        word = units.meaning[index]
        yield Unit(word.unit, word.kind, low, high)


def _is_article(text: str, start: int, language: Language) -> bool:
    """Whether only the Arabic article, or a letter before it, stands between a noun and the space."""
    if language is not Language.AR:
        return False
    before = text[max(start - 4, 0) : start].rpartition(" ")[2]
    return before in ("ال", "لل", "وال", "بال", "و", "ل", "ب")


def find_unit(text: str, number: FoundNumber, limit: int, language: Language) -> Unit | None:
    """What the number counts. ``limit`` is where the next number begins: no unit is looked for behind it."""
    if number.form == "dual":
        return next(_words_in(text, number.start, number.end, language), None)
    after = _sign_before(text, number, language) or _unit_after(text, number, limit, language)
    if after is not None and after.unit in _ACTORS and after.start >= number.end:
        return _act_before(text, number, after, language) or after
    return after or _noun_before(text, number, language)


def _act_before(text: str, number: FoundNumber, actors: Unit, language: Language) -> Unit | None:
    """The act of those that are counted where its verb stands first: Договор подписали 86 государств, وقعت المعاهدة
    86 دولة. Its object may stand between, a figure or another clause may not."""
    if language not in _VERB_FIRST:
        return None
    found = None
    for word in _words_in(text, max(number.start - _BACK, 0), number.start, language):
        between = text[word.end : number.start]
        if word.kind == "act" and len(between.split()) <= _VERB_FIRST[language] and not _OTHER.search(between):
            found = Unit(word.unit, word.kind, word.start, actors.end)
    return found


def _sign_before(text: str, number: FoundNumber, language: Language) -> Unit | None:
    """A currency's sign, 百分之 or the noun of a name (Group of 77) right before the number."""
    low = max(number.start - 16, 0)
    head = text[low : number.start].rstrip()
    for sign, word in _units(language).before.get(head[-1:], ()):
        if head.endswith(sign) and (word.kind == "name" or not sign[-1].isalpha() or sign.endswith("之")):
            start = low + len(head) - len(sign)
            return Unit(word.unit, word.kind if word.kind == "name" else "sign", start, start + len(sign))
    return None


def _unit_after(text: str, number: FoundNumber, limit: int, language: Language) -> Unit | None:
    end = min(limit, number.end + _REACH)
    found: Unit | None = None
    if text[number.end : end].isspace():
        return found
    for word in _words_in(text, number.end, end, language):
        gap = text[found.end if found else number.end : word.start]
        if found is None:
            if not _is_near(gap, language) or (word.kind == "act" and gap.strip()):
                continue
            found = word
        elif not _follows(found, word, gap, language):
            if found.kind != "counter":
                break
        else:
            found = Unit(word.unit, word.kind, found.start, word.end)
    return found


def _is_near(gap: str, language: Language) -> bool:
    """Whether nothing but adjectives stands between a number and a noun."""
    if language is Language.ZH:
        return len(gap) <= _HAN_REACH and not _CLAUSE.search(gap)
    if not gap.strip():
        return True
    return gap[0] in " -" and len(gap.split()) <= _WORDS_BETWEEN[language] and not _CLAUSE.search(gap)


def _follows(found: Unit, word: Unit, gap: str, language: Language) -> bool:
    """Whether a second word tells more of the unit: a counter's noun, an act of States, the head of a compound."""
    if word.kind == "act":
        if language is Language.AR and gap.endswith(_AND):
            return False  # the verb of the next clause
        near = len(gap) <= 3 if language is Language.ZH else len(gap.split()) <= 3
        return found.unit in _ACTORS and near and not _CLAUSE.search(gap)
    if word.kind == "counter":
        return False
    if found.kind == "counter" or (found.unit == "time" and word.unit in _OCCASIONS):
        return _is_near(gap, language)
    return gap == "" if language is Language.ZH else language is Language.EN and gap == " "


def _noun_before(text: str, number: FoundNumber, language: Language) -> Unit | None:
    """In Arabic a noun may stand before its number (الدول الخمس)."""
    if language is not Language.AR or number.form != "words":
        return None
    for word in _words_in(text, max(number.start - _BACK, 0), number.start, language):
        if word.kind == "noun" and text[word.end : number.start] == " ":
            return Unit(word.unit, word.kind, word.start, word.end)
    return None


def find_thing_before(text: str, start: int, language: Language) -> str | None:
    """The weapons that were named last before ``start`` in the same sentence: what a bare counter counts."""
    low = max(start - _REACH, 0)
    found = None
    for word in _words_in(text, low, start, language):
        if word.unit in _THINGS and not _STATEMENT.search(text, word.end, start):
            found = word.unit
    return found


class FoundComparator(NamedTuple):
    """The sign of a comparator and where it stands."""

    sign: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Comparators:
    """Texts and signs of comparators, the longest first: those before a number by their last letter, those after.

    ``within`` are those of one character, which in Chinese may stand between a number and its power (20多万).
    """

    before: Mapping[str, Sequence[tuple[str, str]]]
    after: tuple[tuple[str, str], ...]
    after_texts: tuple[str, ...]
    within: tuple[tuple[str, str], ...]


@cache
def _comparators(language: Language) -> _Comparators:
    before: dict[str, list[tuple[str, str]]] = {}
    after: list[tuple[str, str]] = []
    for one in comparators(language):
        for form in sorted(printed_forms(one.text)):
            if one.after:
                after.append((form, one.sign))
            else:
                before.setdefault(form[-1], []).append((form, one.sign))
    within = tuple(one for one in after if len(one[0]) == 1) if language is Language.ZH else ()
    return _Comparators(before, tuple(after), tuple(word for word, _ in after), within)


def find_comparator(text: str, start: int, end: int, unit_end: int, language: Language) -> FoundComparator | None:
    """The comparator right before ``start``, or right after the number's ``end`` or its unit's."""
    known = _comparators(language)
    low = max(start - 24, 0)
    head = text[low:start].rstrip()
    for word, sign in known.before.get(head[-1:], ()):
        if head.endswith(word):
            place = low + len(head) - len(word)
            if language is Language.ZH:
                if not head.endswith(_labels(language).no_comparator):
                    return FoundComparator(sign, place, place + len(word))
            elif not place or not text[place - 1].isalpha():
                return FoundComparator(sign, place, place + len(word))
    for word, sign in known.within:
        if word in text[start:end]:
            return FoundComparator(sign, start, end)
    for place in (end,) if unit_end == end else (end, unit_end):
        tail = text[place : place + 24].lstrip()
        if not tail.startswith(known.after_texts):
            continue
        shift = place + len(text[place : place + 24]) - len(tail)
        for word, sign in known.after:
            if tail.startswith(word) and (language is Language.ZH or not tail[len(word) : len(word) + 1].isalpha()):
                return FoundComparator(sign, shift, shift + len(word))
    return None


@dataclass(frozen=True, slots=True)
class _Labels:
    before: tuple[str, ...]
    after: tuple[str, ...]
    no_comparator: tuple[str, ...]
    endings: frozenset[str]
    beginnings: frozenset[str]
    joints: frozenset[str]


@cache
def _labels(language: Language) -> _Labels:
    found: dict[str, set[str]] = {"before": set(), "after": set(), "no_comparator": set()}
    for row in read_words("label_words"):
        if row["language"] == language:
            space = "" if language is Language.ZH or row["kind"] == "after" else " "
            found[row["kind"]] |= {space + text for text in printed_forms(row["text"])}
    joints = {
        *citation_joints("to", language),
        *citation_joints("and", language),
        *citation_joints("or", language),
        "",
        "-",
    }
    before, after, none = (tuple(sorted(found[kind])) for kind in ("before", "after", "no_comparator"))
    endings, beginnings = frozenset(word[-2:] for word in before), frozenset(word[0] for word in after)
    return _Labels(before, after, none, endings, beginnings, frozenset(joints))


def is_label(text: str, number: FoundNumber, language: Language) -> bool:
    """Whether the number names a part, a page or a goal and counts nothing (``Goal 5``, ``第 3``, ``附件 2``)."""
    labels = _labels(language)
    # Most have letters beside them with which no label begins or ends: that is quick to see.
    behind = text[number.end : number.end + 12].lstrip()
    if behind[:1] in labels.beginnings and behind.startswith(labels.after):
        return True
    head = " " + text[max(number.start - 40, 0) : number.start].rstrip(_OPENINGS)
    ending = head[-2:].translate(_OPENING)
    if ending not in labels.endings and ending[-1:] not in labels.endings:
        return False
    return head.translate(_OPENING).endswith(labels.before)


def goes_on(gap: str, language: Language) -> bool:
    """Whether what stands between two numbers makes them one list: ``paragraphs 3, 5 and 7``."""
    return len(gap) < 16 and _ITEM.sub("", gap).strip(" ,،、") in _labels(language).joints
