"""Makes ``numerals.csv``: cardinals and ordinals in six languages, from their parts.

The parts are the vocabulary, the functions the grammar. Values are 0 to 199 (ordinals 1 to 199).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mend_tables import mended, write_table
from numerals_ar import arabic
from numerals_latin import english, french, spanish
from numerals_ru import russian

HEADER = ("language", "value", "kind", "form", "text", "reason", "source")
HAN = "零一二三四五六七八九"
# value -> (kind, form, text)
Speaker = Callable[[int], Iterator[tuple[str, str, str]]]


def chinese_cardinal(value: int) -> str:
    if value < 10:
        return HAN[value]
    hundreds, rest = divmod(value, 100)
    tens, units = divmod(rest, 10)
    text = "一百" * hundreds
    if hundreds and not rest:
        return text
    if tens:
        text += ("" if tens == 1 and not hundreds else HAN[tens]) + "十"
    elif hundreds:
        text += "零"
    return text + (HAN[units] if units else "")


def chinese(value: int) -> Iterator[tuple[str, str, str]]:
    text = chinese_cardinal(value)
    yield ("cardinal", "plain", text)
    if value == 2:
        yield ("cardinal", "counting", "两")
    if value:
        yield ("ordinal", "plain", f"第{text}")


SPEAKERS: dict[str, Speaker] = {
    "ar": arabic,
    "en": english,
    "es": spanish,
    "fr": french,
    "ru": russian,
    "zh": chinese,
}


def numerals() -> str:
    """The whole table as canonical CSV text."""
    rows = [
        (language, f"{value:03d}", kind, form, text, "", "grammar")
        for language, speak in SPEAKERS.items()
        for value in range(200)
        for kind, form, text in speak(value)
    ]
    return mended(HEADER, rows)


if __name__ == "__main__":
    write_table("numerals", numerals())
