"""Numbers from 1 to 999,999,999 in words, in six languages, in every form that the tables have words for.

Written the other way about from the grammar that reads: the words are asked of ``numerals.csv`` and
``number_words.csv`` by value and form, and put together part by part, so that a form no row has is never spoken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from itertools import product

from verbale.lexicon.tables import read_words
from verbale.model.language import Language

CASES = ("nominative", "genitive", "dative", "instrumental", "prepositional")
POWERS = (1_000_000, 1000)


@cache
def rows(language: Language, table: str, *kinds: str) -> tuple[Mapping[str, str], ...]:
    wanted = (row for row in read_words(table) if row["language"] == language and row["kind"] in kinds)
    return tuple(wanted)


@cache
def words(language: Language, value: int, form: str = "", kind: str = "cardinal") -> tuple[str, ...]:
    """The words for a value, of a form whose name has ``form`` in it."""
    found = rows(language, "numerals", kind)
    return tuple(row["text"] for row in found if int(row["value"]) == value and form in row["form"])


@cache
def powers(language: Language, value: int, *kinds: str) -> tuple[str, ...]:
    found = rows(language, "number_words", *(kinds or ("power", "plural")))
    return tuple(row["text"] for row in found if float(row["value"]) == value)


def joined(*parts: Iterable[str], by: str = " ") -> Iterator[str]:
    yield from (by.join(chosen) for chosen in product(*(tuple(part) for part in parts)))


def english_below(value: int, joint: str) -> Iterator[str]:
    hundreds, rest = divmod(value, 100)
    below = list(english_tens(rest)) if rest else []
    if not hundreds:
        yield from below
        return
    head = f"{words(Language.EN, hundreds)[0]} hundred"
    yield from (f"{head}{joint}{each}" for each in below) if below else (head,)


def english_tens(value: int) -> Iterator[str]:
    tens, ones = divmod(value, 10)
    if value < 20 or not ones:
        yield words(Language.EN, value)[0]
    else:
        yield from joined(words(Language.EN, tens * 10), words(Language.EN, ones), by="-")
        yield from joined(words(Language.EN, tens * 10), words(Language.EN, ones))


def english(value: int) -> Iterator[str]:
    for joint in (" and ", " "):
        yield from grouped(
            value, partial(english_below, joint=joint), {1000: ("thousand",), 1_000_000: ("million",)}, joint
        )
    if value % 100 == 0 and 1000 < value < 2000:
        yield f"{words(Language.EN, value // 100)[0]} hundred"
    if value in (100, 1000, 1_000_000):
        yield "a " + {100: "hundred", 1000: "thousand", 1_000_000: "million"}[value]


def grouped(
    value: int, below: Callable[[int], Iterable[str]], names: Mapping[int, tuple[str, ...]], last: str = " "
) -> Iterator[str]:
    """Groups of three figures with their powers; ``last`` joins what is below a hundred to what stands before."""
    for power in POWERS:
        if value >= power:
            great, rest = divmod(value, power)
            heads = list(joined(below(great), names[power]))
            joint = last if 0 < rest < 100 else " "
            yield from joined(heads, grouped(rest, below, names, last), by=joint) if rest else heads
            return
    yield from below(value)


def french_tens(value: int, feminine: bool) -> Iterator[str]:
    tens = value // 10 * 10
    one = words(Language.FR, 1, "feminine" if feminine else "plain")[0]
    if value == 1:
        yield one
    elif value < 17 or value in (20, 30, 40, 50, 60):
        yield words(Language.FR, value)[0]
    elif value == 80:
        yield from words(Language.FR, 80)
    elif value < 20:
        yield from joined(words(Language.FR, 10), words(Language.FR, value - 10), by="-")
    else:
        base = tens - 10 if tens in (70, 90) else tens
        joints = (" et ", "-et-") if value - base in (1, 11) and base < 80 else ("-", " ")
        first = words(Language.FR, base, "plain")
        for joint in joints:
            yield from joined(first, french_tens(value - base, feminine), by=joint)
        if tens >= 70 and value != tens:
            regional = words(Language.FR, tens, "regional")
            joint = " et " if value % 10 == 1 else "-"
            yield from joined(regional, french_tens(value % 10, feminine), by=joint)


def french_below(value: int, feminine: bool) -> Iterator[str]:
    hundreds, rest = divmod(value, 100)
    below = tuple(french_tens(rest, feminine)) if rest else ()
    if not hundreds:
        yield from below
        return
    heads = ("cent",) if hundreds == 1 else tuple(joined(words(Language.FR, hundreds), ("cent", "cents")))
    yield from joined(heads, below) if below else heads


def french(value: int) -> Iterator[str]:
    names = {1000: ("mille",), 1_000_000: ("million", "millions")}
    for feminine in (False, True):
        for text in grouped(value, partial(french_below, feminine=feminine), names):
            for usual in {text, text.replace("un mille", "mille") if text.startswith("un mille") else text}:
                yield usual
                yield usual.replace(" ", "-").replace("--", "-")


def spanish_below(value: int, gender: str) -> Iterator[str]:
    hundreds, rest = divmod(value, 100)
    below: tuple[str, ...] = ()
    if rest:
        below = words(Language.ES, rest, gender) or words(Language.ES, rest)
    if rest and not below:
        ones = words(Language.ES, rest % 10, gender) or words(Language.ES, rest % 10)
        below = tuple(joined(words(Language.ES, rest // 10 * 10), ones, by=" y "))
    if not hundreds:
        yield from below
        return
    heads = ("ciento" if rest else "cien",) if hundreds == 1 else words(Language.ES, hundreds * 100, gender)
    if not heads:
        heads = words(Language.ES, hundreds * 100)
    yield from joined(heads, below) if rest else heads


def spanish(value: int) -> Iterator[str]:
    names = {1000: ("mil",), 1_000_000: ("millón", "millones")}
    for gender in ("masculine", "feminine", "before_noun"):
        for text in grouped(value, partial(spanish_below, gender=gender), names):
            yield text.removeprefix("uno ") if f"{text} ".startswith("uno mil ") else text
            yield text.translate(str.maketrans("áéíóú", "aeiou"))


@cache
def russian_below(value: int, case: str, gender: str) -> tuple[str, ...]:
    hundreds, rest = value // 100 * 100, value % 100
    parts: list[tuple[str, ...]] = []
    if hundreds:
        parts.append(("сто" if case == "nominative" else "ста",) if hundreds == 100 else of_case(hundreds, case))
    if rest >= 20:
        parts.append(of_case(rest // 10 * 10, case))
        rest %= 10
    if rest:
        parts.append(of_case(rest, case, gender))
    return tuple(joined(*parts))


@cache
def of_case(value: int, case: str, gender: str = "") -> tuple[str, ...]:
    found = rows(Language.RU, "numerals", "cardinal")
    of_value = [row for row in found if int(row["value"]) == value]
    mine = tuple(row["text"] for row in of_value if row["form"] == (f"{gender}_{case}" if gender else case))
    return mine or tuple(row["text"] for row in of_value if row["form"] == case)


def russian(value: int) -> Iterator[str]:
    names = {power: powers(Language.RU, power, "power", "plural") for power in POWERS}
    names = {
        power: tuple(name for name in texts if "." not in name and len(name) > 4) for power, texts in names.items()
    }
    for case, gender in product(CASES, ("", "feminine", "neuter")):
        yield from grouped(value, partial(russian_below, case=case, gender=gender), names)


def arabic_below(value: int) -> Iterator[str]:
    """Below a thousand, in both genders and the cases that differ; the teens are words of their own."""
    hundreds, rest = value // 100 * 100, value % 100
    parts: list[tuple[str, ...]] = []
    if hundreds:
        parts.append(powers(Language.AR, 100) if hundreds == 100 else words(Language.AR, hundreds))
    if 0 < rest < 20 or (rest and not rest % 10):
        parts.append(words(Language.AR, rest))
    elif rest:
        parts += [words(Language.AR, rest % 10), words(Language.AR, rest // 10 * 10)]
    yield from joined(*parts, by=" و")


def arabic(value: int) -> Iterator[str]:
    """Two thousand is a word of its own, three to ten thousand stand in the plural."""
    for power in POWERS:
        great, rest = divmod(value, power)
        if great:
            if great == 1:
                heads: tuple[str, ...] = powers(Language.AR, power, "power")
            elif great == 2:
                heads = powers(Language.AR, 2 * power, "cardinal")
            else:
                heads = tuple(
                    joined(arabic_below(great), powers(Language.AR, power, "power", "plural", "power_or_dual"))
                )
            yield from joined(heads, arabic(rest), by=" و") if rest else heads
            return
    yield from arabic_below(value)


def chinese_below(value: int, two: str) -> str:
    """Below ten thousand; a gap between figures is one zero."""
    text, gap = "", False
    for power, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        figure = value // power % 10
        if figure:
            digit = two if figure == 2 and power > 10 else words(Language.ZH, figure, "plain")[0]
            text += ("零" if gap and text else "") + digit + sign
        gap = not figure
    return text


def chinese(value: int) -> Iterator[str]:
    for two in words(Language.ZH, 2):
        great, rest = divmod(value, 10_000)
        text = chinese_below(great, two) + "万" if great else ""
        text += "零" if text and 0 < rest < 1000 else ""
        text += chinese_below(rest, two) if rest else ""
        yield text
        if text.startswith("一十"):
            yield text[1:]


SPEAKERS: Mapping[Language, Callable[[int], Iterator[str]]] = {
    Language.AR: arabic,
    Language.EN: english,
    Language.ES: spanish,
    Language.FR: french,
    Language.RU: russian,
    Language.ZH: chinese,
}


def spoken(value: int, language: Language) -> list[str]:
    """Every spelling of a number, each once."""
    return list(dict.fromkeys(SPEAKERS[language](value)))
