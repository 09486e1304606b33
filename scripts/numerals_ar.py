"""Arabic numerals from 0 to 199: ordinals in both genders, with and without article, in two cases where they differ."""

from __future__ import annotations

from collections.abc import Iterator

Word = tuple[str, str, str]

CARDINALS = ["صفر", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"]
UNITS = ["_", "أول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"]
TENS_NOMINATIVE = ["_", "_", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
TENS_OBLIQUE = ["_", "_", "عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين"]
COMPOUND_FIRST = {"masculine": "حادي", "feminine": "حادية"}
HUNDRED = ("المائة", "المئة")


def unit(value: int, gender: str) -> str:
    if value == 1:
        return "أولى" if gender == "feminine" else "أول"
    return UNITS[value] + ("ة" if gender == "feminine" else "")


def compound_unit(value: int, gender: str) -> str:
    return COMPOUND_FIRST[gender] if value == 1 else unit(value, gender)


def definite(value: int, gender: str) -> Iterator[tuple[str, str]]:
    """(case, text) with the article, for 1 to 99."""
    tens, units = divmod(value, 10)
    if value <= 10:
        yield ("any", "ال" + unit(value, gender))
    elif tens == 1:
        ten = "عشرة" if gender == "feminine" else "عشر"
        yield ("any", f"ال{compound_unit(units, gender)} {ten}")
    else:
        start = f"ال{compound_unit(units, gender)} و" if units else ""
        yield ("nominative", f"{start}ال{TENS_NOMINATIVE[tens]}")
        yield ("oblique", f"{start}ال{TENS_OBLIQUE[tens]}")


def indefinite(value: int, gender: str) -> Iterator[tuple[str, str]]:
    """(case, text) without the article: the article falls off every part."""
    for case, text in definite(value, gender):
        yield (case, " ".join(part.removeprefix("ال").replace("وال", "و", 1) for part in text.split(" ")))


def ordinals(value: int) -> Iterator[Word]:
    rest = value % 100
    for gender in ("masculine", "feminine"):
        for case, text in definite(rest, gender) if rest else ():
            yield from with_hundred(value, f"{gender}_{case}", text)
        for case, text in indefinite(rest, gender) if rest and value < 100 else ():
            yield ("ordinal", f"{gender}_{case}_indefinite", text)
    if value == 100:
        yield from (("ordinal", "plain", hundred) for hundred in HUNDRED)


def with_hundred(value: int, form: str, text: str) -> Iterator[Word]:
    if value < 100:
        yield ("ordinal", form, text)
        return
    for hundred in HUNDRED:
        yield ("ordinal", form, f"{text} بعد {hundred}")
        yield ("ordinal", form, f"{hundred} و{text}")


def cardinal(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    words = ["مائة"] if hundreds else []
    if rest or not hundreds:
        words.append(small_cardinal(rest))
    return " و".join(words)


def small_cardinal(value: int) -> str:
    tens, units = divmod(value, 10)
    if value <= 10:
        return CARDINALS[value]
    if tens == 1:
        first = {1: "أحد", 2: "اثنا"}.get(units, CARDINALS[units])
        return f"{first} عشر"
    return f"{CARDINALS[units]} و{TENS_NOMINATIVE[tens]}" if units else TENS_NOMINATIVE[tens]


def arabic(value: int) -> Iterator[Word]:
    yield ("cardinal", "masculine_nominative", cardinal(value))
    if value:
        yield from ordinals(value)
