"""What the words around a date say of it: since, as of, early, end of, every year, part of a name, no year at all."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from verbale.lexicon.citing import symbol_words
from verbale.lexicon.counting import unit_words
from verbale.lexicon.date_words import date_words
from verbale.lexicon.patterns import alternatives
from verbale.model.language import Language

_WINDOW = 32  # characters before a date that hold its cues
_CUES = 3  # words in a row that are read as such
_BEFORE = (
    "between",
    "since",
    "as_of",
    "early",
    "end",
    "in",
    "decade_before",
    "not_year",
    "named_before",
    "title",
    "term",
)
_AFTER = ("since_after", "early_after", "end_after", "named_after")
# Roles of words that say nothing of a date when another word comes between.
_RIGHT_BEFORE = frozenset({"not_year", "named_before", "title", "term"})
_NAME_WINDOW = 70  # characters that hold the noun of a name, or a list of numbers
_DAY_WINDOW = 120  # characters that hold what is said of a day or a year before it
_NONE: frozenset[str] = frozenset()


def cues_before(text: str, start: int, language: Language) -> frozenset[str]:
    """The roles of the words right before a date: ``since early 2020`` has ``early`` and ``since``."""
    return _cues_at_end(text[max(0, start - _WINDOW) : start], language)


@lru_cache(maxsize=16384)
def _cues_at_end(window: str, language: Language) -> frozenset[str]:
    reverse = window[::-1].lower()
    pattern = _reversed_pattern(language)
    found: set[str] = set()
    place = 0
    for _ in range(_CUES):
        match = pattern.match(reverse, place)
        if match is None:
            break
        roles = _roles(language)[match.group("cue")]
        found.update(role for role in roles if not place or role not in _RIGHT_BEFORE)
        place = match.end()
    return frozenset(found)


@cache
def _roles(language: Language) -> dict[str, tuple[str, ...]]:
    """The roles of each word before a date, the word written backwards; one word may have several."""
    roles: dict[str, list[str]] = {}
    for role in _BEFORE:
        for word in date_words(role, language):
            roles.setdefault(word.lower()[::-1], []).append(role)
    return {word: tuple(its) for word, its in roles.items()}


@cache
def _reversed_pattern(language: Language) -> re.Pattern[str]:
    """The words before a date, backwards, so that one match from the date tells."""
    cues = "|".join(re.escape(word) for word in sorted(_roles(language), key=lambda word: (-len(word), word)))
    articles = "|".join(re.escape(word.lower()[::-1]) for word in date_words("article", language)) or "(?!)"
    if language is Language.ZH:
        return re.compile(rf" ?(?:(?:{articles}) ?)??(?P<cue>{cues})")
    edge = r"(?!\w)" if language is not Language.AR else r"(?=[وفبل]{0,2}(?!\w))"
    return re.compile(rf" ?(?:(?:{articles})\b ?)??(?P<cue>{cues}){edge}[وفبل]{{0,2}}")


def cues_after(text: str, end: int, language: Language) -> frozenset[str]:
    """The roles of the words right after a date: ``年底`` is its end, ``以来`` since, ``初以来`` since its start."""
    pattern = _after_pattern(language)
    found = _NONE
    while pattern is not None and (match := pattern.match(text, end)) is not None:
        found, end = found | _after_roles(language)[match.group(1)], match.end()
    return found


@cache
def _after_roles(language: Language) -> dict[str, frozenset[str]]:
    return {word: frozenset({role}) for role in _AFTER for word in date_words(role, language)}


@cache
def _after_pattern(language: Language) -> re.Pattern[str] | None:
    words = "|".join(re.escape(word) for word in sorted(_after_roles(language), key=lambda word: (-len(word), word)))
    edge = "" if language is Language.ZH else r"(?!\w)"
    return re.compile(f" ?({words}){edge}") if words else None


@cache
def _numbered_pattern(language: Language) -> re.Pattern[str]:
    words = "|".join(map(re.escape, date_words("number", language))) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{words}) ?[0-9]{{1,3}} ?\(\Z", re.IGNORECASE)


def is_of_numbered(text: str, start: int, language: Language) -> bool:
    """Whether a year in parentheses is that of a numbered text: "general comment No. 15 (2002)", not 1325 (2000)."""
    return _numbered_pattern(language).search(text, max(0, start - _WINDOW), start) is not None


@cache
def _yearly_pattern(language: Language) -> re.Pattern[str]:
    words = "|".join(map(re.escape, date_words("yearly_after", language)))
    return re.compile(f"[^.;。；]{{0,60}}?(?:{words})", re.IGNORECASE)


@cache
def _each_year_pattern(language: Language) -> re.Pattern[str]:
    words = "|".join(map(re.escape, date_words("yearly_before", language)))
    return re.compile(rf"(?:{words})[^.;。；0-9]{{0,90}}\Z", re.IGNORECASE)


def is_yearly(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a day without a year is one of every year: "as the International Day for …", "each year on …"."""
    if _yearly_pattern(language).match(text, end) is not None:
        return True
    return _each_year_pattern(language).search(text, max(0, start - _DAY_WINDOW), start) is not None


@cache
def _clause_end(language: Language) -> re.Pattern[str]:
    words = "|".join(map(re.escape, date_words("and", language)))
    if language is Language.ZH:
        return re.compile(f"[;.；。؛]|{words}")
    edge = "" if language is Language.AR else r"(?!\w)"
    return re.compile(rf"[;.；。؛]|(?<!\w)(?:{words}){edge}")


def is_one_clause(between: str, language: Language) -> bool:
    """Whether nothing ends the clause between a year and a later day, and no "and" begins another member of a list."""
    return _clause_end(language).search(between) is None


@cache
def _not_since(language: Language) -> tuple[str, ...]:
    return date_words("not_since", language)


def is_with(printed: str, language: Language) -> bool:
    """Whether the case of the year says that the word before it is "with" and not "since": ``с 2018 годом``."""
    return printed.endswith(_not_since(language))


@cache
def _noun_pattern(language: Language) -> re.Pattern[str]:
    words = "|".join(map(re.escape, date_words("title", language)))
    if language is Language.ZH:
        return re.compile(rf" ?(?:《|[^的，。；、：()（）“”》 0-9]{{0,16}}?(?:{words}))")
    if language is Language.EN:
        return re.compile(rf" (?:[A-Z][\w-]* (?:(?:of|on|for|the|and) )?){{0,4}}(?:{words})\b")
    return re.compile(rf"(?<!\w)(?:{words})[^.,;:()«»\"]{{0,50}}\Z")


@cache
def _beside_pattern(language: Language) -> re.Pattern[str]:
    words = "|".join(map(re.escape, date_words("title", language)))
    counters = "|".join(re.escape(word.text) for word in unit_words(language) if word.kind == "counter")
    return re.compile(rf"(?!{counters}|[多余亿万千百])[\u4e00-\u9fff]{{0,10}}?(?:{words})(?!员)")


def is_beside_noun(text: str, end: int, language: Language) -> bool:
    """Whether a Chinese noun for a text or meeting follows, with or without a name: 2030议程, 2018太平洋区域讨论会."""
    return _beside_pattern(language).match(text, end) is not None


def is_in_name(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a year is part of a name: 2010 年审议大会, "2010 Review Conference", "Conférence … de 2010"."""
    if language in (Language.ZH, Language.EN):
        return _noun_pattern(language).match(text, end) is not None
    return _noun_pattern(language).search(text, max(0, start - _NAME_WINDOW), start) is not None


# What is measured and paid is never a year; people and States may follow one ("in 2021 States reported").
_MEASURED = frozenset({"dollar", "euro", "percent", "kilogram", "tonne"})
_COUNTED = frozenset({"person", "warhead", "missile", "nuclear_weapon", "submarine"})


@cache
def _units_pattern(language: Language, *, placed: bool) -> re.Pattern[str]:
    wanted = _MEASURED if placed else _MEASURED | _COUNTED
    words = alternatives({word.text for word in unit_words(language) if word.unit in wanted and word.kind == "noun"})
    edge = "(?!\\w)" if language.spaced else ""
    return re.compile(rf"(?:[.,][0-9]+)? ?(?:{words}){edge}", re.IGNORECASE)


def is_counted(text: str, end: int, language: Language, *, placed: bool) -> bool:
    """Whether the figure counts the noun behind it: 2021 dollars. ``placed``: a word such as "in" stands before it."""
    return _units_pattern(language, placed=placed).match(text, end) is not None


@cache
def _fiscal_pattern(language: Language) -> re.Pattern[str]:
    edge = r"(?<!\w)" if language in (Language.EN, Language.FR, Language.ES, Language.RU) else ""
    return re.compile(rf"{edge}(?:{alternatives(date_words('fiscal', language))})", re.IGNORECASE)


def is_fiscal(text: str, start: int, end: int, language: Language) -> bool:
    """Whether the clause tells that 2019/20 is a year, which may be a resolution's number.

    Words of money, terms or seasons in it do; or "for", "in" or "during" before the figures where it names no
    resolution and no day follows. A number in a list behind the word for a resolution is one whatever else is said.
    """
    if is_listed_resolution(text, start, end, language):
        return False
    before = _CLAUSE.split(text[max(0, start - _DAY_WINDOW) : start])[-1]
    behind = _CLAUSE.split(text[end : end + _NAME_WINDOW])[0]
    pattern = _fiscal_pattern(language)
    if pattern.search(before) is not None or pattern.search(behind) is not None:
        return True
    if _DAY_BEHIND.match(behind) or _resolution_pattern(language).search(before):
        return False
    return "term" in cues_before(text, start, language)


@cache
def _resolution_pattern(language: Language) -> re.Pattern[str]:
    words = alternatives(word for kind in ("resolution", "decision") for word in symbol_words(kind, language))
    return re.compile(words, re.IGNORECASE)


_DAY_BEHIND = re.compile(r",? (?:[^\W\d]{1,8} )?[0-9]{1,2}[^\W\d]{0,3} ")
_CLAUSE = re.compile("[;.。；؛](?= |$)|[。；؛]")


@cache
def _listed_pattern(language: Language) -> re.Pattern[str]:
    """The word for a resolution with nothing but numbers between it and a place; in Chinese it stands behind them."""
    words = alternatives(word for kind in ("resolution", "decision") for word in symbol_words(kind, language))
    joints = alternatives(date_words("and", language))
    if language is Language.ZH:
        return re.compile(rf"(?:[\W\d_]|{joints}|第|号)*(?:{words})")
    return re.compile(rf"(?:{words})(?:[\W\d_]|\b(?:{joints}))*\Z", re.IGNORECASE)


def is_listed_resolution(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a number is one of a list that the word for a resolution or decision opens, in Chinese closes."""
    if language is Language.ZH:
        return _listed_pattern(language).match(text, end, end + _NAME_WINDOW) is not None
    return _listed_pattern(language).search(text, max(0, start - _NAME_WINDOW), start) is not None
