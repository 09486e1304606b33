"""Russian numerals from 0 to 199: only the last word of an ordinal is declined."""

from __future__ import annotations

from collections.abc import Iterator

Word = tuple[str, str, str]

SMALL = [
    "ноль",
    "один",
    "два",
    "три",
    "четыре",
    "пять",
    "шесть",
    "семь",
    "восемь",
    "девять",
    "десять",
    "одиннадцать",
    "двенадцать",
    "тринадцать",
    "четырнадцать",
    "пятнадцать",
    "шестнадцать",
    "семнадцать",
    "восемнадцать",
    "девятнадцать",
]
TENS = ["_", "_", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто"]
ORDINAL_STEMS = {
    1: "перв",
    2: "втор",
    3: "трет",
    4: "четверт",
    5: "пят",
    6: "шест",
    7: "седьм",
    8: "восьм",
    9: "девят",
    40: "сороков",
    50: "пятидесят",
    60: "шестидесят",
    70: "семидесят",
    80: "восьмидесят",
    90: "девяност",
    100: "сот",
}
STRESSED = frozenset({2, 6, 7, 8, 40})
FORMS = (
    ("masculine_nominative", "ый", "ий"),
    ("masculine_genitive", "ого", "ьего"),
    ("masculine_dative", "ому", "ьему"),
    ("masculine_instrumental", "ым", "ьим"),
    ("masculine_prepositional", "ом", "ьем"),
    ("feminine_nominative", "ая", "ья"),
    ("feminine_genitive", "ой", "ьей"),
    ("feminine_accusative", "ую", "ью"),
    ("neuter_nominative", "ое", "ье"),
    ("plural_nominative", "ые", "ьи"),
    ("plural_genitive", "ых", "ьих"),
)


def cardinal(value: int) -> str:
    words = ["сто"] if value >= 100 else []
    rest = value % 100
    if rest >= 20:
        words.append(TENS[rest // 10])
        rest %= 10
    if rest or not value:
        words.append(SMALL[rest])
    return " ".join(words)


def last_part(value: int) -> int:
    """The value of the last word: 1 to 19, a ten, or 100."""
    rest = value % 100
    if not rest:
        return 100
    return rest if rest < 20 or not rest % 10 else rest % 10


def ordinal_stem(part: int) -> str:
    return ORDINAL_STEMS.get(part) or cardinal(part).removesuffix("ь")


def ordinals(value: int) -> Iterator[Word]:
    part = last_part(value)
    start = cardinal(value - part) + " " if value > part else ""
    for form, hard, soft in FORMS:
        ending = soft if part == 3 else "ой" if part in STRESSED and hard == "ый" else hard
        yield ("ordinal", form, start + ordinal_stem(part) + ending)


def russian(value: int) -> Iterator[Word]:
    yield ("cardinal", "nominative", cardinal(value))
    if value:
        yield from ordinals(value)
