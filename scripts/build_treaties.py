"""Makes ``treaty_names.csv``: the names kept in ``words/treaty_names.csv`` with their Russian and Arabic word forms.

Russian: the head noun and the adjectives before it are put into the other cases (Договора, Пелиндабского договора).
Arabic: the article joins with the preposition li- (للمعاهدة), which hides the name from a plain comparison.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from mend_tables import mended, write_table
from russian_cases import decline

WORDS = Path(__file__).parent / "words/treaty_names.csv"
HEADER = ("treaty", "language", "form", "text", "reason", "source")
# The noun that is declined; what stands after it stays as it is.
RUSSIAN_HEADS = re.compile(
    r"(?P<head>(?:[\w-]+ )*?(?:договор|конвенция|протокол|кодекс|статут|статус|организация|комиссия|агентство|"
    r"конференция|меморандум|безопасность))\b(?P<rest>.*)",
    re.IGNORECASE,
)
# Soft endings that the grammar of the names of States does not know.
RUSSIAN_IRREGULAR = {
    "международная безопасность": (
        "международной безопасности",
        "международной безопасности",
        "международную безопасность",
        "международной безопасностью",
        "международной безопасности",
    ),
    "обзорная конференция": (
        "обзорной конференции",
        "обзорной конференции",
        "обзорную конференцию",
        "обзорной конференцией",
        "обзорной конференции",
    ),
}
ARABIC_ARTICLE = "ال"
ARABIC_LI = "لل"
Name = tuple[str, str, str, str, str, str]


def russian_forms(text: str) -> Iterator[str]:
    """The oblique cases of a name whose head noun is known; nothing for the others."""
    found = RUSSIAN_HEADS.fullmatch(text)
    if not found:
        return
    head = found["head"]
    forms: tuple[str, ...] = RUSSIAN_IRREGULAR.get(head.casefold()) or decline(head)
    for form in forms:
        yield (form[0].upper() + form[1:] if head[0].isupper() else form) + found["rest"]


def word_forms(language: str, text: str) -> Iterator[str]:
    if language == "ru":
        yield from russian_forms(text)
    if language == "ar" and text.startswith(ARABIC_ARTICLE):
        yield ARABIC_LI + text.removeprefix(ARABIC_ARTICLE)


def treaty_names() -> str:
    """The whole table as canonical CSV text; a form that is a name of its own is not given twice."""
    with WORDS.open(encoding="utf-8", newline="") as file:
        names: list[Name] = [
            (r["treaty"], r["language"], r["form"], r["text"], r["reason"], r["source"]) for r in csv.DictReader(file)
        ]
    given = {(treaty, language, text) for treaty, language, _, text, _, _ in names}
    made = {
        (treaty, language, inflected_form(form), word, "", "treaty_forms")
        for treaty, language, form, text, _, _ in names
        for word in word_forms(language, text)
        if (treaty, language, word) not in given
    }
    return mended(HEADER, [*names, *made])


def inflected_form(form: str) -> str:
    """What the finder must treat with care keeps its form; the plain names become ``inflected``."""
    return form if form in ("conference", "in_organisation", "in_title", "subject") else "inflected"


if __name__ == "__main__":
    write_table("treaty_names", treaty_names())
