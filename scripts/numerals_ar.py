"""The words of Arabic numbers: both genders, with and without article, in the cases that differ.

Joined by و they make all numbers: ones before tens, all else from the greatest part down.
"""

from __future__ import annotations

from collections.abc import Iterator

Word = tuple[int, str, str, str]

# The feminine form counts masculine nouns and the other way about; here is the word without and with ة.
STEMS = {3: "ثلاث", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثماني", 9: "تسع", 10: "عشر"}
ONES = {
    0: ("صفر",),
    1: ("واحد", "واحدة", "واحدا", "أحد", "إحدى"),
    2: ("اثنان", "اثنين", "اثنتان", "اثنتين", "اثنا", "اثني", "اثنتا", "اثنتي"),
    8: ("ثمان", "ثمانيا"),
}
TENS = {20: "عشر", 30: "ثلاث", 40: "أربع", 50: "خمس", 60: "ست", 70: "سبع", 80: "ثمان", 90: "تسع"}
CASES = (("nominative", "ون"), ("oblique", "ين"))
HUNDREDS = {3: "ثلاث", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثماني", 9: "تسع"}
HUNDRED = ("مائة", "مئة")
TWO_HUNDRED = ("مائتان", "مائتين", "مائتا", "مائتي", "مئتان", "مئتين", "مئتا", "مئتي")
ORDINALS = {2: "ثاني", 3: "ثالث", 4: "رابع", 5: "خامس", 6: "سادس", 7: "سابع", 8: "ثامن", 9: "تاسع", 10: "عاشر"}
FIRST = {"masculine": "أول", "feminine": "أولى"}
COMPOUND_FIRST = {"masculine": "حادي", "feminine": "حادية"}


def ones() -> Iterator[tuple[int, str]]:
    for value, words in ONES.items():
        yield from ((value, word) for word in words)
    for value, stem in STEMS.items():
        yield from ((value, word) for word in (stem, stem + "ة"))
        if value != 8:
            yield (value, stem + "ا")


def teens() -> Iterator[tuple[int, str]]:
    yield from ((11, text) for text in ("أحد عشر", "إحدى عشرة"))
    yield from ((12, f"{first} عشر") for first in ("اثنا", "اثني"))
    yield from ((12, f"{first} عشرة") for first in ("اثنتا", "اثنتي"))
    for value in range(3, 10):
        yield (10 + value, f"{STEMS[value]}ة عشر")
        yield (10 + value, f"{STEMS[value]} عشرة")
    yield (18, "ثمان عشرة")


def hundreds() -> Iterator[tuple[int, str]]:
    yield from ((200, text) for text in TWO_HUNDRED)
    for value, stem in HUNDREDS.items():
        for hundred in HUNDRED:
            yield (100 * value, stem + hundred)
            if value == 8:
                yield (800, "ثمان" + hundred)


def cardinals() -> Iterator[Word]:
    for value, text in (*ones(), *teens(), *hundreds()):
        yield (value, "cardinal", "plain", text)
        if value:
            yield (value, "definite", "plain", "ال" + text)
    for value, stem in TENS.items():
        for case, ending in CASES:
            yield (value, "cardinal", case, stem + ending)
            # Alone it is an ordinal too: the sixtieth session.
            yield (value, "tens", case, f"ال{stem}{ending}")


def ordinals() -> Iterator[Word]:
    for gender, ending in (("masculine", ""), ("feminine", "ة")):
        words = {1: FIRST[gender]} | {value: stem + ending for value, stem in ORDINALS.items()}
        compound = {1: COMPOUND_FIRST[gender]} | {value: words[value] for value in range(2, 10)}
        ten = "عشر" + ending
        for value, text in words.items():
            yield (value, "ordinal", f"{gender}_indefinite", text)
            yield (value, "ordinal", gender, "ال" + text)
        for value, text in compound.items():
            yield (10 + value, "ordinal", f"{gender}_indefinite", f"{text} {ten}")
            yield (10 + value, "ordinal", gender, f"ال{text} {ten}")
        yield (1, "ordinal", f"{gender}_compound_indefinite", compound[1])
        yield (1, "ordinal", f"{gender}_compound", "ال" + compound[1])
    for form, hundred in zip(("plain", "variant"), HUNDRED, strict=True):
        yield (100, "ordinal", form, "ال" + hundred)


def arabic() -> Iterator[Word]:
    yield from cardinals()
    yield from ordinals()
