"""Printed numbers and bullets at the head of a paragraph, read without deciding what they mean.

``(i)`` is the ninth letter or the first Roman numeral, ``с)`` may be a Cyrillic or a Latin
letter: every reading is returned, and the tree chooses the one that continues its sequence.
Accepted forms, for example: ``12.`` ``12 -`` ``1-`` ``(a)`` ``a)`` ``(أ)`` ``(iv)`` ``(2)`` ``(二)`` ``’2‘`` ``IV.``
``一.`` ``三．`` ``أولا -`` ``A.`` ``•`` ``o`` ``–``. Source: the Editorial Manual of the United Nations
on numbering (arabic, letter, roman; French and Spanish without the opening bracket).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from verbale.lexicon.han import find_han
from verbale.lexicon.roman import from_roman, to_roman


class LabelKind(StrEnum):
    """The series a label belongs to."""

    DECIMAL = "decimal"
    BRACKETED = "bracketed"
    LETTER = "letter"
    ROMAN = "roman"
    BULLET = "bullet"
    SECTION_ROMAN = "section-roman"
    SECTION_LETTER = "section-letter"
    SECTION_HAN = "section-han"
    SECTION_ARABIC = "section-arabic"


SECTIONS = frozenset(
    {LabelKind.SECTION_ROMAN, LabelKind.SECTION_LETTER, LabelKind.SECTION_HAN, LabelKind.SECTION_ARABIC}
)


@dataclass(frozen=True, slots=True)
class Label:
    """One reading of a label: ``printed`` as it stands, ``value`` its place in the series,
    ``end`` where the paragraph's own words begin."""

    kind: LabelKind
    printed: str
    value: int
    end: int

    @property
    def key(self) -> str:
        """The part of a ref: ``5``, ``a``, ``iv``, ``IV``, ``A``."""
        if self.kind is LabelKind.LETTER:
            return letter_key(self.value)
        if self.kind is LabelKind.ROMAN:
            return to_roman(self.value).lower()
        if self.kind is LabelKind.SECTION_LETTER:
            return letter_key(self.value).upper()
        if self.kind in (LabelKind.SECTION_ROMAN, LabelKind.SECTION_HAN, LabelKind.SECTION_ARABIC):
            return to_roman(self.value)
        return str(self.value)


_DIGITS = "0-9\u0660-\u0669\u06f0-\u06f9\uff10-\uff19"
_DECIMAL = re.compile(
    rf"([{_DIGITS}]{{1,3}})(?:\s?[.．、](?![{_DIGITS}])|\s?[-–—](?=[\s\u0600-\u06ff])|\.\s?[-–—])(?:\s+|(?=\D))"
)
# The ending of a Russian ordinal, parted from its figure by the hand that set it: ``43- е заседание``.
_ORDINAL = re.compile(r"\d{1,3}[-–]\s(?:е|я|й|го|му|м|ю|х|ой|ое|ая|ый|ом)\s")
_TURNED = re.compile(rf"[-–—]\s?([{_DIGITS}]{{1,3}})\s+(?=\D)|([{_DIGITS}]{{1,3}})[-–—](?=\s+\D)\s+")
_ITEM = re.compile(
    rf"[(（]?([A-Za-z]{{1,5}}|[а-яё]|[\u0621-\u064a]ـ?|[\ufe80-\ufefc]|[{_DIGITS}]{{1,3}}|[一二三四五六七八九十]{{1,3}})[)）]\s*"
    rf"|[’'‘]([{_DIGITS}]{{1,2}})[‘'’]\s*|([㈠-㈩])\s*"
)
_DOTTED = re.compile(r"([a-z]|[ivx]{2,4})\.\s+(?=[^\W\d_]{2})")
_SECTION_ROMAN = re.compile(r"([IVXLC]{1,7}|[Ⅰ-Ⅻ])(?:\s?[.．。]\s*|\s+[-–—]\s*)(?=\S)|([IVXLC]{1,7})$")
_SECTION_LETTER = re.compile(r"([A-ZА-Я])\s?[.．]\s*(?=\S)")
_SECTION_HAN = re.compile(r"([一二三四五六七八九十百]{1,4})\s*[.．、。，]\s*(?=\S)")
_SECTION_ARABIC = re.compile(r"([\u0621-\u064a]+ا(?:ً)?(?:\s+عشر)?)\s*[-–—:]\s*(?=\S)")
_BULLET = re.compile(r"([•●▪■◦○‣·▫➢–—―−-]|o(?=\s))\s*(?=\S)")

_CIRCLED = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_ABJAD = "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
_HOMOGLYPHS = {"а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x"}
_ROMAN_LIMIT = 39  # XXXIX: higher ones are letters more often than numbers
_LONGEST_DOUBLE = 3  # aa, bbb: letters that go on behind z


def letter_key(value: int) -> str:
    """1 is ``a``, 26 ``z``, 27 ``aa``, 28 ``bb``."""
    turns, place = divmod(value - 1, 26)
    return chr(ord("a") + place) * (turns + 1)


def find_roman(text: str) -> int | None:
    """The value of a Roman numeral up to 39 in either case, as sections and items go, or ``None``."""
    value = from_roman(unicodedata.normalize("NFKC", text).upper())
    return value if 0 < value <= _ROMAN_LIMIT else None


def find_labels(text: str) -> tuple[Label, ...]:
    """Every reading of what stands at the head of ``text``; empty when it opens with plain words."""
    if not text:
        return ()
    if _ORDINAL.match(text):
        return ()
    if (match := _DECIMAL.match(text)) or (match := _TURNED.match(text)):
        digits = match[1] or match[2]
        return (Label(LabelKind.DECIMAL, match.group().strip(), int(digits), match.end()),)
    if match := _ITEM.match(text):
        return _item_readings(match)
    if match := _DOTTED.match(text):
        return _dotted_readings(match)
    if match := _BULLET.match(text):
        return (Label(LabelKind.BULLET, match[1], 1, match.end()),)
    return _section_readings(text)


def _item_readings(match: re.Match[str]) -> tuple[Label, ...]:
    printed, inner, end = match.group().strip(), match[1] or match[2] or match[3], match.end()
    bracketed = printed[0] in "(（"
    if match[2] is not None:
        return (Label(LabelKind.ROMAN, printed, int(inner), end),)
    if inner.isdecimal():
        return (Label(LabelKind.BRACKETED, printed, int(inner), end),) if bracketed or len(inner) < 3 else ()
    if (han := _CIRCLED.find(inner) + 1 or find_han(inner)) is not None:
        return (Label(LabelKind.ROMAN, printed, han, end),)
    readings = []
    lowered = inner.lower()
    if (roman := find_roman(lowered)) is not None:
        readings.append(Label(LabelKind.ROMAN, printed, roman, end))
    readings += [Label(LabelKind.LETTER, printed, value, end) for value in _letter_values(lowered)]
    return tuple(readings)


def _dotted_readings(match: re.Match[str]) -> tuple[Label, ...]:
    """A small letter or Roman number before a full stop: ``a. The treaty``; a letter may also be a Roman number."""
    printed, inner, end = match.group().strip(), match[1], match.end()
    readings = []
    if (roman := find_roman(inner)) is not None:
        readings.append(Label(LabelKind.ROMAN, printed, roman, end))
    if len(inner) == 1:
        readings.append(Label(LabelKind.LETTER, printed, ord(inner) - ord("a") + 1, end))
    return tuple(readings)


def _letter_values(inner: str) -> list[int]:
    """The places a letter may hold in its alphabet, the likeliest first."""
    if len(set(inner)) == 1 and "a" <= inner[0] <= "z" and len(inner) <= _LONGEST_DOUBLE:
        return [ord(inner[0]) - ord("a") + 1 + 26 * (len(inner) - 1)]
    letter = unicodedata.normalize("NFKC", inner[0]).replace("أ", "ا").replace("إ", "ا").replace("ى", "ي")
    if letter in _ABJAD and len(inner.rstrip("ـ")) == 1:
        return [_ABJAD.index(letter) + 1]
    values = []
    if len(inner) == 1 and letter in _CYRILLIC:
        values.append(_CYRILLIC.index(letter) + 1)
    if len(inner) == 1 and letter in _HOMOGLYPHS:
        values.append(ord(_HOMOGLYPHS[letter]) - ord("a") + 1)
    return values


def _section_readings(text: str) -> tuple[Label, ...]:
    readings = []
    if (match := _SECTION_HAN.match(text)) and (value := find_han(match[1])):
        readings.append(Label(LabelKind.SECTION_HAN, match.group().strip(), value, match.end()))
    if (match := _SECTION_ROMAN.match(text)) and (value := find_roman(match[1] or match[2])):
        readings.append(Label(LabelKind.SECTION_ROMAN, match.group().strip(), value, match.end()))
    if match := _SECTION_LETTER.match(text):
        value = ord(match[1]) - ord("A") + 1 if match[1] <= "Z" else _CYRILLIC.find(match[1].lower()) + 1
        readings.append(Label(LabelKind.SECTION_LETTER, match.group().strip(), max(value, 1), match.end()))
    if (match := _SECTION_ARABIC.match(text)) and (value := find_arabic_ordinal(match[1])):
        readings.append(Label(LabelKind.SECTION_ARABIC, match.group().strip(), value, match.end()))
    return tuple(readings)


_ARABIC_ADVERBS = ["اولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا"]


def find_arabic_ordinal(text: str) -> int | None:
    """The value of an Arabic adverbial ordinal (``أولا``, ``ثانياً``) that numbers a section, or ``None``."""
    bare = text.replace("أ", "ا").replace("ً", "").strip()
    return _ARABIC_ADVERBS.index(bare) + 1 if bare in _ARABIC_ADVERBS else None
