"""Automatic numbers as Word and a browser print them."""

from __future__ import annotations

import pytest

from verbale.lexicon.numbering import find_whole, format_number, is_known_format

PRINTED = {
    "decimal": {0: "0", 7: "7", -3: "-3", 12: "12"},
    "decimalZero": {7: "07", 12: "12"},
    "none": {7: ""},
    "bullet": {7: ""},
    "decimalFullWidth": {105: "１０５", 0: "０", -1: "-1"},
    "decimalFullWidth2": {9: "９"},
    "hindiNumbers": {105: "١٠٥"},
    "numberInDash": {7: "- 7 -"},
    "ordinal": {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 10: "10th", 11: "11th", 12: "12th", 20: "20th", 21: "21st"}
    | {111: "111th", 113: "113th", 122: "122nd"},
    "lowerLetter": {0: "", 1: "a", 26: "z", 27: "aa", 53: "aaa", 780: "z" * 30, 781: "781", -1: "-1"},
    "upperLetter": {28: "BB"},
    "lowerRoman": {0: "0", 1: "i", 44: "xliv", 3999: "mmmcmxcix", 4000: "4000"},
    "upperRoman": {9: "IX", 4000: "4000"},
    "russianLower": {1: "а", 29: "я", 30: "аа"},
    "russianUpper": {2: "Б"},
    "arabicAbjad": {1: "أ", 2: "ب", 3: "ج", 28: "غ"},
    "arabicAlpha": {3: "ت", 28: "ي"},
    "hebrew1": {
        1: "א",
        15: "טו",
        16: "טז",
        17: "יז",
        18: "יח",
        19: "יט",
        115: "קטו",
        999: "תתקצט",
        1000: "1000",
        0: "0",
    },
    "hebrew2": {1: "א", 22: "ת", 23: "אא"},
    "chicago": {1: "*", 4: "§", 5: "**"},
    "chineseCounting": {1: "一", 10: "十", 12: "十二", 20: "二十", 99: "九十九", 100: "一○○", 105: "一○五"},
    "japaneseCounting": {105: "一百零五", 110: "一百一十"},
    "chineseCountingThousand": {
        1: "一",
        10: "十",
        19: "十九",
        20: "二十",
        100: "一百",
        1005: "一千零五",
        1050: "一千零五十",
    }
    | {9999: "九千九百九十九", 10_000: "10000", 0: "0"},
    "chineseLegalSimplified": {10: "壹拾", 19: "壹拾玖", 205: "贰佰零伍"},
    "ideographDigital": {105: "一〇五", 0: "〇", -1: "-1"},
    "ideographTraditional": {1: "甲", 10: "癸", 11: "11", 0: "0"},
    "ideographZodiac": {12: "亥", 13: "13"},
    "decimalEnclosedCircle": {1: "①", 20: "⑳", 21: "21"},
    "decimalEnclosedParen": {1: "⑴", 20: "⒇"},
    "decimalEnclosedFullstop": {1: "⒈", 20: "⒛", 21: "21"},
    "ideographEnclosedCircle": {1: "㊀", 10: "㊉", 11: "11"},
    "unheardOf": {7: "7"},
}


@pytest.mark.parametrize("form", sorted(PRINTED))
def test_each_format_prints_its_signs(form: str) -> None:
    assert {value: format_number(value, form) for value in PRINTED[form]} == PRINTED[form]


def test_what_is_printed_in_its_own_signs_is_known() -> None:
    assert {form for form in PRINTED if not is_known_format(form)} == {"unheardOf"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("-7", -7),
        ("7.9", 7),
        (" 7 ", 7),
        ("1e7", 10_000_000),
        ("10000001", None),
        ("-10000001", None),
        ("-10000000", -10_000_000),
        ("0" * 19 + "7", 7),
        ("0" * 20 + "7", None),
        ("nan", None),
        ("inf", None),
        ("seven", None),
        ("", None),
        (None, None),
    ],
)
def test_a_whole_number_within_bounds(text: str | None, value: int | None) -> None:
    assert find_whole(text) == value
