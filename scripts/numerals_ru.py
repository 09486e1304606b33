"""The words of Russian numbers: cardinals in six cases, ordinals in all their forms."""

from __future__ import annotations

from collections.abc import Iterator

Word = tuple[int, str, str, str]

NOMINATIVE = "nominative"
CASES = ("genitive", "dative", "instrumental", "prepositional")
# nominative, accusative where it differs, genitive, dative, instrumental, prepositional
DECLINED = {
    1: "один одного одному одним одном",
    3: "три трех трем тремя трех",
    4: "четыре четырех четырем четырьмя четырех",
    40: "сорок сорока сорока сорока сорока",
    90: "девяносто девяноста девяноста девяноста девяноста",
    200: "двести двухсот двумстам двумястами двухстах",
    300: "триста трехсот тремстам тремястами трехстах",
    400: "четыреста четырехсот четыремстам четырьмястами четырехстах",
}
ONE = {
    "feminine": "одна одной одной одной одной",
    "neuter": "одно одного одному одним одном",
    "plural": "одни одних одним одними одних",
}
SOFT = {
    5: "пять", 6: "шесть", 7: "семь", 9: "девять", 10: "десять", 11: "одиннадцать", 12: "двенадцать",
    13: "тринадцать", 14: "четырнадцать", 15: "пятнадцать", 16: "шестнадцать", 17: "семнадцать", 18: "восемнадцать",
    19: "девятнадцать", 20: "двадцать", 30: "тридцать",
}  # fmt: skip
# Both parts are declined.
DOUBLE = {5: "пять", 6: "шесть", 7: "семь", 8: "восемь", 9: "девять"}
ORDINAL_STEMS = {
    1: "перв", 2: "втор", 3: "трет", 4: "четверт", 5: "пят", 6: "шест", 7: "седьм", 8: "восьм", 9: "девят",
    40: "сороков", 50: "пятидесят", 60: "шестидесят", 70: "семидесят", 80: "восьмидесят", 90: "девяност", 100: "сот",
    200: "двухсот", 300: "трехсот", 400: "четырехсот", 500: "пятисот", 600: "шестисот", 700: "семисот",
    800: "восьмисот", 900: "девятисот", 1000: "тысячн", 1_000_000: "миллионн",
}  # fmt: skip
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
    ("plural_instrumental", "ыми", "ьими"),
)


def declined(value: int, forms: str, gender: str = "") -> Iterator[Word]:
    for case, text in zip((NOMINATIVE, *CASES), forms.split(" "), strict=True):
        yield (value, "cardinal", f"{gender}_{case}" if gender else case, text)


def soft(word: str) -> str:
    """The five forms of a word in -ь."""
    stem = word.removesuffix("ь")
    return f"{word} {stem}и {stem}и {word}ю {stem}и"


def double(value: int) -> Iterator[Word]:
    """Tens and hundreds of five to nine: пятьдесят, пятидесяти, пятьюдесятью; пятьсот, пятисот, пятьюстами."""
    word = DOUBLE[value]
    for first, second in ((word, f"{word}ю"), ("восемь", "восьмью")) if value == 8 else ((word, f"{word}ю"),):
        oblique = "восьми" if value == 8 else f"{word.removesuffix('ь')}и"
        if value < 9:
            yield from declined(
                10 * value, f"{first}десят {oblique}десяти {oblique}десяти {second}десятью {oblique}десяти"
            )
        yield from declined(100 * value, f"{first}сот {oblique}сот {oblique}стам {second}стами {oblique}стах")


def cardinals() -> Iterator[Word]:
    yield from ((0, "cardinal", NOMINATIVE, text) for text in ("ноль", "нуль"))
    yield from ((0, "cardinal", "genitive", text) for text in ("ноля", "нуля"))
    for gender, forms in ONE.items():
        yield from declined(1, forms, gender)
    yield (1, "cardinal", "feminine_accusative", "одну")
    yield from declined(2, "два двух двум двумя двух")
    yield (2, "cardinal", "feminine_nominative", "две")
    for value, forms in DECLINED.items():
        yield from declined(value, forms)
    for value, word in SOFT.items():
        yield from declined(value, soft(word))
    for instrumental in ("восемью", "восьмью"):
        yield from declined(8, f"восемь восьми восьми {instrumental} восьми")
    for value in DOUBLE:
        yield from double(value)


def ordinal_stem(value: int) -> str:
    return ORDINAL_STEMS.get(value) or SOFT[value].removesuffix("ь")


def russian() -> Iterator[Word]:
    yield from cardinals()
    for value in sorted({*ORDINAL_STEMS, *SOFT}):
        for form, hard, mild in FORMS:
            ending = mild if value == 3 else "ой" if value in STRESSED and hard == "ый" else hard
            yield (value, "ordinal", form, ordinal_stem(value) + ending)
