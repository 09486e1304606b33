"""Values as a document of the United Nations writes them, in six languages: days, figures, States, treaties, ordinals.

The other way round is reading: what is written here, ``find`` resolves to the same value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from verbale.errors import BadReference, LexiconBroken
from verbale.lexicon.collation import collation_key
from verbale.lexicon.folding import fold
from verbale.lexicon.naming import state_name, treaty_name
from verbale.lexicon.ordinals import ordinal_forms
from verbale.lexicon.tables import read_table, read_words
from verbale.model.language import Language

# The form of a month that stands beside the number of a day, and alone before a year.
_WITH_DAY: Mapping[Language, str] = {
    Language.AR: "pair",
    Language.ZH: "digits",
    Language.EN: "nominative",
    Language.FR: "nominative",
    Language.RU: "genitive",
    Language.ES: "nominative",
}
_ALONE: Mapping[Language, str] = {**_WITH_DAY, Language.RU: "nominative"}
_DAY: Mapping[Language, str] = {
    Language.AR: "{day} {month} {year}",
    Language.ZH: "{year}年{month}{day}日",
    Language.EN: "{day} {month} {year}",
    Language.FR: "{day} {month} {year}",
    Language.RU: "{day} {month} {year} года",
    Language.ES: "{day} de {month} de {year}",
}
_MONTH: Mapping[Language, str] = {
    Language.AR: "{month} {year}",
    Language.ZH: "{year}年{month}",
    Language.EN: "{month} {year}",
    Language.FR: "{month} {year}",
    Language.RU: "{month} {year} года",
    Language.ES: "{month} de {year}",
}
_FULL_DATE = 3
"""How many parts a date to the day has."""
_ELIDED = frozenset("aeiouh")
"""Letters before which a French preposition loses its vowel; no name without an article begins with an h that is
sounded."""
_GROUP, _COMMA = "\u00a0", ","
_NO_COMMA = frozenset({Language.AR, Language.ZH})  # before "and"
_SOUNDS_AS_Y = re.compile(r"(?i)h?[ií](?![aeo])")
"""Words before which Spanish says "e": Italia, historia, and not hielo."""
_LISTED: Mapping[Language, tuple[str, str]] = {
    Language.AR: (" و", " و"),
    Language.ZH: ("、", "和"),
    Language.EN: (", ", " and "),
    Language.FR: (", ", " et "),
    Language.RU: (", ", " и "),
    Language.ES: (", ", " y "),
}


@cache
def _months() -> Mapping[tuple[str, str, str], str]:
    rows = (row for row in reversed(read_words("months")) if row["calendar"] == "gregorian")
    return MappingProxyType({(row["language"], row["month"], row["form"]): row["text"] for row in rows})


def write_date(day: str, language: Language) -> str:
    """A date in ISO 8601, in full or a month (``2021-12``), as it stands in a sentence.

    Arabic gives both names of the month, French writes the first as ``1er``, Russian ends with the word for year.
    Raises ``BadReference`` for anything else.
    """
    year, *rest = day.split("-")
    if len(rest) == 1:
        return _MONTH[language].format(month=_month(rest[0], _ALONE[language], language, day), year=year)
    if len(rest) != 2:
        raise BadReference(day, "a day or a month is written; give 2021-12-06 or 2021-12")
    month = _month(rest[0], _WITH_DAY[language], language, day)
    return _DAY[language].format(day=_day(rest[1], language), month=month, year=year)


def write_days(start: str, end: str, language: Language) -> tuple[str, str]:
    """Two dates between which something lasts, what they share said once: ``from 23 to 24 September 2021``.

    Chinese says it with the first (2021年9月23日至24日), the others with the last. Raises ``BadReference`` as
    ``write_date`` does.
    """
    first, last = write_date(start, language), write_date(end, language)
    parts = (start.split("-"), end.split("-"))
    if any(len(part) != _FULL_DATE for part in parts) or parts[0][0] != parts[1][0]:
        return first, last
    if language is Language.ZH:
        year, month = f"{parts[0][0]}年", last.partition("月")[0] + "月"
        return first, last.removeprefix(month if first.startswith(month) else year)
    pattern = "{day}" if parts[0][1] == parts[1][1] else _DAY[language].partition("{month}")[0] + "{month}"
    month = _month(parts[0][1], _WITH_DAY[language], language, start)
    return pattern.format(day=_day(parts[0][2], language), month=month), last


def _day(number: str, language: Language) -> str:
    day = number.lstrip("0")
    return "1er" if day == "1" and language is Language.FR else day


def _month(number: str, form: str, language: Language, day: str) -> str:
    try:
        return _months()[language, number, form]
    except KeyError:
        raise BadReference(day, f"{number!r} is no month") from None


def write_number(number: int, language: Language) -> str:
    """A figure, its groups of three parted: by a comma in English, by a space that does not break elsewhere.

    Years and numbers of documents are no figures and do not come here.
    """
    return f"{number:,}".replace(",", _COMMA if language is Language.EN else _GROUP)


_FIRST_IN_FIGURES = 10
"""Numbers from here on are in figures (United Nations Editorial Manual, numbers)."""


def write_count(number: int, language: Language) -> str:
    """How many of something masculine (States, as subject): one to nine in words, more in figures.

    Chinese counts in figures (Editorial Manual). Source: ``counted_words.csv``.
    """
    if not 0 < number < _FIRST_IN_FIGURES or language is Language.ZH:
        return write_number(number, language)
    return _counted()[language, number]


@cache
def _counted() -> Mapping[tuple[str, int], str]:
    rows = read_table("counted_words")
    return MappingProxyType({(row["language"], int(row["number"])): row["text"] for row in rows})


def write_list(items: Sequence[str], language: Language) -> str:
    """Things in a row: ``A, B and C``. Arabic joins each by its letter for "and", Spanish the last as it begins."""
    comma, last = _LISTED[language]
    if len(items) < 2:
        return "".join(items)
    if language is Language.ES and _SOUNDS_AS_Y.match(items[-1]):
        last = " e "
    return comma.join(items[:-1]) + last + items[-1]


def write_clauses(clauses: Sequence[str], language: Language) -> str:
    """Clauses in a row that end in a title or a date set off by a comma, so that a comma stands before "and" too."""
    comma, last = _LISTED[language]
    if len(clauses) < 2:
        return "".join(clauses)
    mark = "" if language in _NO_COMMA else ","
    return comma.join(clauses[:-1]) + mark + last + clauses[-1]


def _printed(name: str) -> str:
    """A name with the apostrophe of print."""
    return name.replace("'", "\u2019")


class NameCase(StrEnum):
    """Where the name of a State stands, and so the form it has."""

    LIST = "list"
    """In a list or heading: the official short name, "Iran (Islamic Republic of)"."""
    SENTENCE = "sentence"
    """In running text, with its article: "the Islamic Republic of Iran"."""
    GENITIVE = "genitive"
    """As owner, with the preposition that joins it: "of the Gambia", "du Mexique", "للاتحاد الروسي"."""
    INSTRUMENTAL = "instrumental"
    """As who does something: "by the Gambia", "par le Mexique", "Российской Федерацией"."""


def write_state(state: str, language: Language, case: NameCase = NameCase.LIST) -> str:
    """The name of a State (ISO 3166 alpha-3) in the form that its place needs.

    Russian has forms of its own, Chinese one for all, Arabic joins its preposition to the name. Raises
    ``LexiconBroken`` where no name is known. Source: ``state_cases.csv``, else the short name.
    """
    name = _state_cases().get((state, language, NameCase.LIST)) or state_name(state, language)
    if name == state:
        raise LexiconBroken("state_names", 0, f"no short name of {state} in {language}")
    if case is not NameCase.LIST:
        name = _state_cases().get((state, language, NameCase.SENTENCE), name)
        own = _state_cases().get((state, language, case))
        name = own or _with_preposition(name, language, case)
    return _printed(name)


@cache
def _state_cases() -> Mapping[tuple[str, str, str], str]:
    rows = read_table("state_cases")
    return MappingProxyType({(row["state"], row["language"], row["case"]): row["text"] for row in rows})


_BY: Mapping[Language, str] = {
    Language.EN: "by ",
    Language.FR: "par ",
    Language.ES: "por ",
    Language.AR: "من جانب ",
}


def _with_preposition(name: str, language: Language, case: NameCase) -> str:
    """A name in a sentence, joined by the preposition of its case; Russian and Chinese have none."""
    if case is NameCase.INSTRUMENTAL:
        return _BY.get(language, "") + name
    if case is NameCase.GENITIVE:
        match language:
            case Language.EN:
                return f"of {name}"
            case Language.FR:
                return _french_of(name)
            case Language.ES:
                return f"del {name[3:]}" if name.startswith("el ") else f"de {name}"
            case Language.AR:
                return write_to(name)
    return name


def _french_of(name: str) -> str:
    for article, joined in (("le ", "du "), ("les ", "des ")):
        if name.startswith(article):
            return joined + name.removeprefix(article)
    if name.startswith(("la ", "l'")) or fold(name)[:1] not in _ELIDED:
        return f"de {name}"
    return f"d'{name}"


def write_to(name: str) -> str:
    """An Arabic name behind the preposition that is joined to it; of an article its alef falls."""
    return f"لل{name[2:]}" if name.startswith("ال") else f"ل{name}"


def sort_states(codes: Iterable[str], language: Language) -> list[str]:
    """States by their names, in the alphabetical order of a language."""
    return sorted(codes, key=lambda code: (collation_key(write_state(code, language), language), code))


def find_ordinal_words(number: int, language: Language, form: str) -> str | None:
    """An ordinal in words, 1 to 199, in a form of ``ordinals.ordinal_forms``; of several spellings the first."""
    return ordinal_forms(language).get(form, {}).get(number)


def write_ordinal(number: int, language: Language, form: str = "plain") -> str:
    """An ordinal as ``find_ordinal_words`` gives it. Raises ``LexiconBroken`` where there is none."""
    word = find_ordinal_words(number, language, form)
    if word is None:
        raise LexiconBroken("numerals", 0, f"no ordinal {number} in {language}, form {form}")
    return word


def write_treaty(treaty: str, language: Language) -> str:
    """The title of a treaty by its id, in the nominative. Raises ``LexiconBroken``."""
    name = treaty_name(treaty, language)
    if name == treaty:
        raise LexiconBroken("treaty_names", 0, f"no official name of {treaty} in {language}")
    return _printed(name)
