"""Automatic numbers as they are printed: a value and the name of a format in, characters out.

The names are those of ST_NumberFormat in Office Open XML (ISO/IEC 29500-1, 17.18.59); the lists
of HTML use the same functions.
"""

from __future__ import annotations

from collections.abc import Callable

from verbale.lexicon.roman import HIGHEST, to_roman

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ARABIC = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_CHICAGO = "*†‡§"
# A letter series repeats its letter (z, aa, bb); past thirty repeats no printer shows it.
_REPEATS = 30
_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_HEBREW_NUMBERS = (
    *((400, "ת"), (300, "ש"), (200, "ר"), (100, "ק"), (90, "צ"), (80, "פ"), (70, "ע"), (60, "ס"), (50, "נ")),
    *((40, "מ"), (30, "ל"), (20, "כ"), (19, "יט"), (18, "יח"), (17, "יז"), (16, "טז"), (15, "טו"), (10, "י")),
    *((9, "ט"), (8, "ח"), (7, "ז")),
    *((6, "ו"), (5, "ה"), (4, "ד"), (3, "ג"), (2, "ב"), (1, "א")),
)


def format_number(value: int, form: str) -> str:
    """``value`` as the number format ``form`` prints it; a decimal number where the form has no sign for it.

    ``none`` and ``bullet`` print nothing, and neither does zero in a series of letters.
    """
    if form in ("none", "bullet"):
        return ""
    printer = _PRINTERS.get(form)
    printed = printer(value) if printer else None
    return str(value) if printed is None else printed


def is_known_format(form: str) -> bool:
    """Whether ``form`` is printed in its own signs, and not as a decimal number for want of them."""
    return form in _PRINTERS or form in ("none", "bullet", "decimal")


def find_whole(text: str | None) -> int | None:
    """``text`` as a number within ±10 million, a fraction cut off; ``None`` for anything else."""
    if text is None or len(text) > 20:
        return None
    try:
        value = float(text)
    except ValueError:
        return None
    return int(value) if -1e7 <= value <= 1e7 else None


def _series(letters: str) -> Callable[[int], str | None]:
    def printer(value: int) -> str | None:
        if value == 0:
            return ""
        if not 0 < value <= len(letters) * _REPEATS:
            return None
        times, at = divmod(value - 1, len(letters))
        return letters[at] * (times + 1)

    return printer


def _cycle(signs: str) -> Callable[[int], str | None]:
    def printer(value: int) -> str | None:
        return signs[value - 1] if 0 < value <= len(signs) else None

    return printer


def _additive(value: int, table: tuple[tuple[int, str], ...], highest: int) -> str | None:
    if not 0 < value <= highest:
        return None
    out = []
    for worth, sign in table:
        while value >= worth:
            out.append(sign)
            value -= worth
    return "".join(out)


def _roman(value: int) -> str | None:
    return to_roman(value).lower() if 0 < value <= HIGHEST else None


def _hebrew(value: int) -> str | None:
    return _additive(value, _HEBREW_NUMBERS, 999)


def _upper(printer: Callable[[int], str | None]) -> Callable[[int], str | None]:
    def shouted(value: int) -> str | None:
        printed = printer(value)
        return printed.upper() if printed is not None else None

    return shouted


def _chinese(digits: str, units: tuple[str, str, str], bare_ten: bool) -> Callable[[int], str | None]:
    """Numbers from 1 to 9999 by digit and unit, one zero for any gap: 一百零五, 二十."""

    def printer(value: int) -> str | None:
        if not 0 < value <= 9999:
            return None
        out = ""
        for place, sign in enumerate(str(value)[::-1]):
            digit = int(sign)
            if digit:
                out = digits[digit] + (units[place - 1] if place else "") + out
            elif out and out[0] != digits[0]:
                out = digits[0] + out
        return out[1:] if bare_ten and 10 <= value < 20 else out

    return printer


_thousands = _chinese("零" + _DIGITS[1:], ("十", "百", "千"), bare_ten=True)


def _counting(value: int) -> str | None:
    """Units to ninety-nine, digits beyond: 九十九, 一○○ ([MS-DOCX] 2.4)."""
    return _thousands(value) if value < 100 else "".join("○" if s == "0" else _DIGITS[int(s)] for s in str(value))


def _block(first: int, count: int) -> Callable[[int], str | None]:
    return _cycle("".join(chr(first + step) for step in range(count)))


def _shifted(zero: str) -> Callable[[int], str | None]:
    def printer(value: int) -> str | None:
        return "".join(chr(ord(zero) + int(sign)) for sign in str(value)) if value >= 0 else None

    return printer


def _ordinal(value: int) -> str:
    tail = "th" if 10 <= value % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{tail}"


_PRINTERS: dict[str, Callable[[int], str | None]] = {
    "decimalZero": lambda value: f"{value:02d}",
    "decimalFullWidth": _shifted("０"),
    "decimalFullWidth2": _shifted("０"),
    "hindiNumbers": _shifted("٠"),
    "numberInDash": lambda value: f"- {value} -",
    "ordinal": _ordinal,
    "lowerLetter": _series(_LATIN),
    "upperLetter": _series(_LATIN.upper()),
    "lowerRoman": _roman,
    "upperRoman": _upper(_roman),
    "russianLower": _series(_RUSSIAN),
    "russianUpper": _series(_RUSSIAN.upper()),
    "arabicAbjad": _series(_ABJAD),
    "arabicAlpha": _series(_ARABIC),
    "hebrew1": _hebrew,
    "hebrew2": _series(_HEBREW),
    "chicago": _series(_CHICAGO),
    "chineseCounting": _counting,
    "taiwaneseCounting": _counting,
    "japaneseCounting": _thousands,
    "chineseCountingThousand": _thousands,
    "taiwaneseCountingThousand": _thousands,
    "chineseLegalSimplified": _chinese(_LEGAL, ("拾", "佰", "仟"), bare_ten=False),
    "ideographDigital": lambda value: "".join(_DIGITS[int(sign)] for sign in str(value)) if value >= 0 else None,
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "decimalEnclosedCircle": _block(0x2460, 20),
    "decimalEnclosedCircleChinese": _block(0x2460, 20),
    "decimalEnclosedParen": _block(0x2474, 20),
    "decimalEnclosedFullstop": _block(0x2488, 20),
    "ideographEnclosedCircle": _block(0x3280, 10),
}
