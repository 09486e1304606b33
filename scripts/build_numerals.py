"""Makes ``numerals.csv``: the single words of which numbers are made, in six languages, in all their forms.

Here are the stems and how they are declined; ``verbale.lexicon.numerals`` puts words together to numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mend_tables import mended, write_table
from numerals_ar import arabic
from numerals_latin import english, french, spanish
from numerals_ru import russian

HEADER = ("language", "value", "kind", "form", "text", "reason", "source")
HAN = "零一二三四五六七八九十"
# value, kind, form, text
Word = tuple[int, str, str, str]


def chinese() -> Iterator[Word]:
    for value, text in enumerate(HAN):
        yield (value, "cardinal", "plain", text)
    yield (0, "cardinal", "round", "〇")
    yield (0, "cardinal", "round", "○")
    yield (2, "cardinal", "counting", "两")


SPEAKERS: dict[str, Callable[[], Iterator[Word]]] = {
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
        for value, kind, form, text in speak()
    ]
    return mended(HEADER, rows)


if __name__ == "__main__":
    write_table("numerals", numerals())
