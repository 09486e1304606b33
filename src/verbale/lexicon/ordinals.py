"""Ordinals by themselves: a whole text that is one (``45th``, ``Soixante-dix-septième``), and ordinals as written.

The words are rows of ``numerals.csv``; ``written.write_ordinal`` is for those who write a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from verbale.lexicon.folding import fold
from verbale.lexicon.names import bare_name
from verbale.lexicon.number_words import beside_words
from verbale.lexicon.numerals import find_ordinals
from verbale.lexicon.tables import read_words
from verbale.model.language import Language

LAST_WRITTEN = 199
"""The greatest ordinal that is written in words."""
_HUNDRED = 100  # ordinals are made of hundreds and what is below
_EDGE = " \t*.,:;[]"
_HAN_TAIL = re.compile(r"[届次号章节]$")
_HAN_FIGURES = re.compile(r"第? ?(\d+) ?[届次号]?")
_ARABIC_FIGURES = re.compile(r"(?:ال)?(\d+)")
_AND = {Language.EN: " and ", Language.ES: " y "}
_ARTICLE = "ال"
_GENDERS, _CASES = ("masculine", "feminine"), ("nominative", "oblique")


@cache
def figure_endings(language: Language) -> str:
    """The endings that make an ordinal of figures (58th, 58º, 58-й) as a pattern."""
    return "|".join(map(re.escape, beside_words("ending", language))) or "(?!)"


def find_ordinal(text: str, language: Language) -> int | None:
    """The number that a whole text names as an ordinal, in words or as digits with their ending."""
    name = bare_name(text, language)
    found = find_ordinals(name, language)
    if not found and language is Language.ZH:
        found = find_ordinals(name if name.startswith("第") else f"第{name}", language)
        name = name if name.startswith("第") else f"第{name}"
    tail = _HAN_TAIL.sub("", name) if language is Language.ZH else name
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(tail)) and found[0].value is not None:
        return int(found[0].value)
    digits = _figures(language).fullmatch(fold(text).strip(_EDGE))
    return int(digits[1]) if digits else None


@cache
def _figures(language: Language) -> re.Pattern[str]:
    if language is Language.ZH:
        return _HAN_FIGURES
    if language is Language.AR:
        return _ARABIC_FIGURES
    return re.compile(rf"(\d+)[. -]?(?:{figure_endings(language)})")


@cache
def _forms(kind: str, language: Language) -> Mapping[tuple[int, str], str]:
    """The words of a kind by value and form; of several spellings the first."""
    rows = (row for row in reversed(read_words("numerals")) if (row["kind"], row["language"]) == (kind, language))
    return {(int(row["value"]), row["form"]): row["text"] for row in rows}


@cache
def ordinal_forms(language: Language) -> Mapping[str, Mapping[int, str]]:
    """The ordinals from 1 to ``LAST_WRITTEN`` as they are written, by form (gender, case) and value."""
    forms: dict[str, dict[int, str]] = {}
    for value in range(1, LAST_WRITTEN + 1):
        for form, text in _WRITERS[language](value):
            forms.setdefault(form, {}).setdefault(value, text)
    return forms


def _english(value: int) -> Iterator[tuple[str, str]]:
    yield ("plain", _with_cardinal(value, _forms("ordinal", Language.EN), Language.EN, "-"))


def _with_cardinal(value: int, ordinals: Mapping[tuple[int, str], str], language: Language, joint: str) -> str:
    """An ordinal of which only the last word is one: one hundred and twenty-first."""
    hundred, rest = divmod(value, _HUNDRED)
    start = "one hundred" if hundred else ""
    cardinals = _forms("cardinal", language)
    if not rest:
        return f"one {ordinals[_HUNDRED, 'plain']}"
    tens = rest // 10 * 10
    last = ordinals.get((rest, "plain")) or f"{cardinals[tens, 'plain']}{joint}{ordinals[rest - tens, 'plain']}"
    return f"{start}{_AND[language]}{last}" if start else last


def _french(value: int) -> Iterator[tuple[str, str]]:
    ordinals, alone = _forms("ordinal", Language.FR), _forms("alone", Language.FR)
    if value == 1:
        yield from (("masculine", alone[1, "masculine"]), ("feminine", alone[1, "feminine"]))
        return
    hundred, rest = divmod(value, _HUNDRED)
    start = "cent " if hundred else ""
    yield ("plain", start + _french_below(rest, ordinals) if rest else ordinals[_HUNDRED, "plain"])
    if value == 2:
        yield from (("masculine", alone[2, "masculine"]), ("feminine", alone[2, "feminine"]))


def _french_below(value: int, ordinals: Mapping[tuple[int, str], str]) -> str:
    """An ordinal below a hundred: sixty and eighty go on to nineteen."""
    if (value, "plain") in ordinals:
        return ordinals[value, "plain"]
    cardinals = _forms("cardinal", Language.FR)
    tens = value // 10 * 10
    if tens in (70, 90):
        tens -= 10
    if tens == 10:
        return f"{cardinals[10, 'plain']}-{ordinals[value - 10, 'plain']}"
    joint = " et " if value - tens in (1, 11) and tens < 80 else "-"
    return cardinals[tens, "plain"] + joint + _french_below(value - tens, ordinals)


def _spanish(value: int) -> Iterator[tuple[str, str]]:
    """In compounds every word is an ordinal; that of the noun's own gender comes last. Before a masculine noun the
    first and the third are shortened (trigésimo primer período)."""
    ordinals = _forms("ordinal", Language.ES)
    hundred, rest = divmod(value, _HUNDRED)
    for form in ("masculine", "feminine", "before_noun"):
        first = "masculine" if form == "before_noun" else form
        parts = [rest] if (rest, first) in ordinals else [rest // 10 * 10, rest % 10]
        *start, last = [part for part in (hundred * _HUNDRED, *parts) if part]
        if word := ordinals.get((last, form)) or ordinals.get((last, first)):
            yield (form, " ".join([*(ordinals[part, first] for part in start), word]))


def _russian(value: int) -> Iterator[tuple[str, str]]:
    ordinals, cardinals = _forms("ordinal", Language.RU), _forms("cardinal", Language.RU)
    hundred, rest = divmod(value, _HUNDRED)
    words = ["сто"] if hundred and rest else []
    last = rest or _HUNDRED
    if last > 20 and last % 10 and last != _HUNDRED:
        words.append(cardinals[last // 10 * 10, "nominative"])
        last %= 10
    for at, form in ordinals:
        if at == last:
            yield (form, " ".join([*words, ordinals[at, form]]))


def _arabic(value: int) -> Iterator[tuple[str, str]]:
    hundred, rest = divmod(value, _HUNDRED)
    hundreds = _forms("ordinal", Language.AR)[_HUNDRED, "plain"]
    if not rest:
        yield from ((f"{gender}_{case}", hundreds) for gender in _GENDERS for case in _CASES)
        return
    for gender in _GENDERS:
        for case in _CASES:
            for definite in (True, False) if not hundred else (True,):
                text = _arabic_below(rest, gender, case, definite=definite)
                if text:
                    form = f"{gender}_{case}" + ("" if definite else "_indefinite")
                    yield (form, f"{text} بعد {hundreds}" if hundred else text)


def _arabic_below(value: int, gender: str, case: str, *, definite: bool) -> str:
    ordinals = _forms("ordinal", Language.AR)
    form = gender if definite else f"{gender}_indefinite"
    if value < 20:
        return ordinals[value, form]
    tens = _forms("tens" if definite else "cardinal", Language.AR)[value // 10 * 10, case]
    ones = value % 10
    compound = form.replace(gender, f"{gender}_compound") if ones == 1 else form
    return f"{ordinals[ones, compound]} و{tens}" if ones else tens


def _chinese(value: int) -> Iterator[tuple[str, str]]:
    signs = {at: text for (at, form), text in _forms("cardinal", Language.ZH).items() if form == "plain"}
    hundred, rest = divmod(value, _HUNDRED)
    tens, ones = divmod(rest, 10)
    text = f"{signs[1]}百" if hundred else ""
    if tens:
        text += ("" if tens == 1 and not hundred else signs[tens]) + signs[10]
    elif hundred and ones:
        text += signs[0]
    yield ("plain", f"第{text}{signs[ones] if ones else ''}")


_WRITERS = {
    Language.AR: _arabic,
    Language.EN: _english,
    Language.ES: _spanish,
    Language.FR: _french,
    Language.RU: _russian,
    Language.ZH: _chinese,
}
