"""How words and figures make one number: ``two hundred`` ``and`` ``five`` ``thousand``, ``soixante`` ``dix-septième``.

A number is a row of parts. A word adds a part where its value fits into the round part before it (five into twenty,
seventy into a hundred); a power multiplies the lesser parts before it. Where a word does neither, the next number
begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from verbale.lexicon.number_words import ORDINALS, POWERS, READ_OVER, NumberWords, Token, beside_words, number_words
from verbale.model.language import Language

_GREAT = 1000  # powers from which on half of one may follow
_HUNDRED = 100  # the least power
_NOUN_REACH = 24  # characters that hold the noun before a number in Arabic
_ROUND_ORDINALS = (100, 1000, 1_000_000)  # ordinals of powers
_SCORES = (60, 80)  # soixante-dix, quatre-vingt-onze
_PLAIN = frozenset({"figures", "cardinal", "definite", "ordinal"})
_ALONE = frozenset({"dual", "fuzzy", "blocker", "name", "alone", "vague"})
_ADDED = frozenset({"cardinal", "definite", "ordinal", "tens"})
_NOUN_BEHIND = re.compile(" (?!و)[^\\W\\d_]")
_WHOLE = 15  # figures that a binary fraction keeps


class FoundNumber(NamedTuple):
    """A number and where it stands; a tuple, since a text has many.

    ``value`` is ``None`` for a fuzzy word (``thousands``), and ``order`` then says where it begins. ``form`` is
    ``figures``, ``words``, ``mixed``, ``fuzzy``, ``places`` for Chinese figures in a row (一四三), or ``dual`` for an
    Arabic noun that says two by its ending. ``ordinal`` tells 77th from 77.
    """

    start: int
    end: int
    value: int | float | None
    form: str
    order: int | None = None
    ordinal: bool = False


class _Part(NamedTuple):
    """One addend. ``fits`` is the least number that no longer fits into it; ``first`` the place of its first token."""

    value: int | float
    fits: int | float
    first: int


@dataclass(slots=True)
class _NumberRead:
    """A number as far as it is read; the tokens from ``first`` to ``last`` belong to it."""

    first: int
    last: int
    parts: list[_Part] = field(default_factory=list)
    ordinal: bool = False
    figures: bool = False
    complete: bool = True


def read_numbers(tokens: Sequence[Token], text: str, language: Language) -> Iterator[FoundNumber]:
    """Every number that the tokens of a text make, in order, ordinals too."""
    words = number_words(language)
    gaps = words.plain | words.joined
    place, last = 0, len(tokens) - 1
    while place <= last:
        token = tokens[place]
        kind = token.kind
        # Most numbers are one word or one row of figures; these are read at once.
        parted = (
            place == last
            or tokens[place + 1].kind == "figures"
            or text[token.end : tokens[place + 1].start] not in gaps
        )
        if parted and kind in _PLAIN:
            form = "figures" if kind == "figures" else "words"
            yield FoundNumber(token.start, token.end, whole(token.value), form, None, kind == "ordinal")
            place += 1
            continue
        if kind in _ALONE:
            number, place = _single(tokens, place, text, words)
            if number is not None:
                yield number
        else:
            reading = _read(tokens, place, text, words, language)
            if (number := _number(reading, tokens, text)) is not None:
                yield number
            place = reading.last + 1


def _goes_on(tokens: Sequence[Token], place: int, text: str, words: NumberWords) -> bool:
    """Whether a power stands right behind a token."""
    if place + 1 == len(tokens) or tokens[place + 1].kind not in POWERS:
        return False
    return text[tokens[place].end : tokens[place + 1].start] in words.plain


def _single(tokens: Sequence[Token], place: int, text: str, words: NumberWords) -> tuple[FoundNumber | None, int]:
    """A word that makes a number by itself or none at all, or ``several`` with the power behind it."""
    token = tokens[place]
    if token.kind == "fuzzy":
        return FoundNumber(token.start, token.end, None, "fuzzy", int(token.value)), place + 1
    if token.kind == "dual":
        return FoundNumber(token.start, token.end, token.value, "dual"), place + 1
    if token.kind == "alone":
        return FoundNumber(token.start, token.end, token.value, "words", ordinal=True), place + 1
    order, last = 1, place
    if token.kind == "vague":
        while _goes_on(tokens, last, text, words):
            last += 1
            order *= int(tokens[last].value)
    if last == place:
        return None, place + 1
    return FoundNumber(token.start, tokens[last].end, None, "fuzzy", order), last + 1


def _read(tokens: Sequence[Token], first: int, text: str, words: NumberWords, language: Language) -> _NumberRead:
    reading = _NumberRead(first, first)
    for place in range(first, len(tokens)):
        token = tokens[place]
        gap = text[tokens[place - 1].end : token.start] if place > first else ""
        if reading.parts and reading.ordinal and token.kind not in ORDINALS | _ADDED | {"beyond"}:
            break
        if token.kind in POWERS or _is_round_ordinal(token, language):
            taken = _multiply(reading, token, place, gap, words, language)
        elif token.kind == "half":
            taken = _halve(reading, tokens, place, text, words)
        elif token.kind == "beyond":
            taken = reading.ordinal and gap == " "
            reading.parts += [_Part(token.value, 1, place)] if taken else []
        else:
            taken = _add(reading, token, place, gap, words, language)
        if not taken:
            break
        reading.last = place
        if token.kind == "ordinal" and language not in (Language.AR, Language.ES):
            break
    return reading


def _is_round_ordinal(token: Token, language: Language) -> bool:
    """Whether an ordinal multiplies what stands before it: two hundredth, cent millième."""
    if language in (Language.AR, Language.ES):
        return False
    return token.kind == "ordinal" and token.value in _ROUND_ORDINALS


def _multiply(reading: _NumberRead, token: Token, place: int, gap: str, words: NumberWords, language: Language) -> bool:
    """A power multiplies the lesser parts before it, or is a part by itself; ``False``: it begins another number."""
    power, parts = token.value, reading.parts
    if parts and gap not in words.plain and not (gap in words.joined and language is Language.AR):
        return False
    cut = len(parts)
    while cut and gap in words.plain and (parts[cut - 1].value < power or not parts[cut - 1].fits):
        cut -= 1
    factor = sum(part.value for part in parts[cut:])
    if cut and parts[cut - 1].fits <= power:
        if cut == len(parts):
            return False
        # The lesser parts belong to this power and not to the number before: one hundred and | five hundred.
        reading.last = parts[cut].first - 1
        del parts[cut:]
        return False
    first = parts[cut].first if cut < len(parts) else place
    parts[cut:] = [_Part((factor or 1) * power, power if power >= _HUNDRED else 1, first)]
    reading.ordinal = token.kind == "ordinal"
    reading.complete = True
    return True


def _halve(reading: _NumberRead, tokens: Sequence[Token], place: int, text: str, words: NumberWords) -> bool:
    """Half of the power before, or of one before the power behind: a million and a half, two and a half million."""
    if not reading.parts or text[tokens[place - 1].end : tokens[place].start] not in words.plain:
        return False
    last = reading.parts[-1]
    if last.fits >= _GREAT:
        reading.parts.append(_Part(last.fits // 2, 1, place))
    elif last.fits <= 1 and last.value < _HUNDRED and _goes_on(tokens, place, text, words):
        reading.parts[-1] = last._replace(value=last.value + 0.5)
    else:
        return False
    return True


def _add(reading: _NumberRead, token: Token, place: int, gap: str, words: NumberWords, language: Language) -> bool:
    """Another part where its value fits into the part before it."""
    if not reading.parts:
        if token.kind in READ_OVER - {"part"} or token.kind in _ALONE:
            return False
        reading.complete = token.kind != "part"
        reading.ordinal = token.kind in ("ordinal", "tens")
        reading.figures = token.kind == "figures"
        reading.parts.append(_Part(token.value, _room(token, language), place))
        return True
    if reading.figures or token.kind not in _ADDED or not _fits(reading, token, gap, words, language):
        return False
    reading.ordinal = token.kind == "ordinal" or (reading.ordinal and token.kind != "definite")
    reading.parts.append(_Part(token.value, _room(token, language), place))
    return True


def _room(token: Token, language: Language) -> int:
    """The least number that does not fit into a part: 10 for twenty, 100 for two hundred; none fits into figures."""
    value = token.value
    if token.kind == "figures":
        return 0
    if language is Language.FR and value in _SCORES:
        return 20
    if value != int(value) or not value or (language is Language.AR and value < _HUNDRED):
        return 1
    room = 1
    while value % (10 * room) == 0:
        room *= 10
    if room == 10 and value == 10:
        return 10 if language is Language.FR or (language is Language.ES and token.kind == "ordinal") else 1
    return room


def _fits(reading: _NumberRead, token: Token, gap: str, words: NumberWords, language: Language) -> bool:
    last, value = reading.parts[-1], token.value
    if language is Language.AR:
        if gap not in words.joined:
            return False
        # Ones come before their tens, and take the kind of number with them.
        if last.value < 10 and last.fits <= 1:
            return value in range(20, 100, 10) and token.kind != "ordinal"
        of_kind = reading.ordinal == (token.kind in ("ordinal", "tens"))
        return 0 < value < last.fits and (of_kind or token.kind == "definite")
    if not 0 < value < last.fits or (reading.ordinal and token.kind != "ordinal"):
        return False
    if language is Language.ES and token.kind == "ordinal" and not reading.ordinal:
        return False
    if language is Language.FR and last.value == 10:
        return value in (7, 8, 9) and gap in words.plain
    if gap in words.plain:
        return language is not Language.ES or last.fits >= _HUNDRED or token.kind == "ordinal"
    if gap not in words.joined:
        return False
    if language is Language.EN:
        return _HUNDRED <= last.fits <= _GREAT
    return last.fits in (10, 20) and (value in (1, 11) or language is not Language.FR)


def _number(reading: _NumberRead, tokens: Sequence[Token], text: str) -> FoundNumber | None:
    """What was read as a number; ``None`` for parts that make none."""
    first, last = tokens[reading.first], tokens[reading.last]
    if not reading.parts or not reading.complete:
        return None
    if first is last and first.kind == "plural":
        return FoundNumber(first.start, first.end, None, "fuzzy", int(first.value))
    total = whole(sum(part.value for part in reading.parts))
    if last.kind == "power_or_dual" and reading.parts[-1].first == reading.last and _NOUN_BEHIND.match(text, last.end):
        total += whole(last.value)
    figures = first.kind == "figures"
    form = "figures" if figures and first is last else "mixed" if figures else "words"
    if first is last and first.kind == "tens" and _is_counted(text, first.start):
        return FoundNumber(first.start, last.end, total, form)
    return FoundNumber(first.start, last.end, total, form, ordinal=reading.ordinal)


def _is_counted(text: str, start: int) -> bool:
    """Whether Arabic tens with the article stand behind a noun in the plural: the fifty years, no fiftieth."""
    word = text[max(0, start - _NOUN_REACH) : start].rstrip().rpartition(" ")[2]
    return word.endswith(beside_words("counted", Language.AR))


def whole(value: int | float) -> int | float:
    """2.5 million is a whole number; rounding takes the trace of the binary fraction away."""
    if isinstance(value, int):
        return value
    rounded = float(f"{value:.{_WHOLE}g}")
    return int(rounded) if rounded == int(rounded) else rounded
