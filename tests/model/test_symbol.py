"""Symbols: parsed, written, compared, linked."""

from __future__ import annotations

import pytest

from verbale.errors import BadReference
from verbale.model.language import Language
from verbale.model.symbol import Symbol

NOTATION = [
    "A/RES/76/53",
    "A/RES/49/75[K]",
    "A/RES/S-10/2",
    "A/RES/2239(XXI)",
    "S/RES/1887(2009)",
    "A/DEC/76/518",
    "A/CONF.236/2021/DEC.3",
    "CD/1864",
    "EU:CFSP/2019/615",
    "A/HRC/RES/46/17",
    "E/RES/2021/5",
    "A/RES/217(III)[A]",
    "A/RES/75/254[A-C]",
    "A/RES/1874(S-IV)",
    "NPT/CONF.2000/28(PartsIandII)",
    "A/77/123/Add.1/Corr.2",
]


@pytest.mark.parametrize("text", NOTATION)
def test_the_notation_parses_and_comes_back(text: str) -> None:
    assert str(Symbol.parse(text)) == text
    assert Symbol.parse(text) == Symbol.parse(text)
    assert len({Symbol.parse(text), Symbol.parse(text)}) == 1


def test_spaces_and_letters_are_put_right() -> None:
    assert str(Symbol.parse("S/RES/1887 (2009)")) == "S/RES/1887(2009)"
    assert str(Symbol.parse("A/RES/49/75 K")) == "A/RES/49/75[K]"


@pytest.mark.parametrize("text", ["", "64/55", "A/", "and/or", "A/RES", "第64/55号决议", "1/2", "A//1", "A/1 or 2"])
def test_what_is_no_symbol(text: str) -> None:
    with pytest.raises(BadReference):
        Symbol.parse(text)


def test_symbols_sort_by_their_numbers() -> None:
    texts = ["A/76/53", "A/RES/9/1", "A/9/53", "A/RES/76/53", "A/RES/76/5", "S/RES/1(1946)"]
    ordered = [str(symbol) for symbol in sorted(map(Symbol.parse, texts))]
    assert ordered == ["A/9/53", "A/76/53", "A/RES/9/1", "A/RES/76/5", "A/RES/76/53", "S/RES/1(1946)"]


@pytest.mark.parametrize(
    ("text", "language", "link"),
    [
        ("A/RES/76/53", Language.ZH, "https://undocs.org/ch/A/RES/76/53"),
        ("A/RES/76/53", Language.AR, "https://undocs.org/ar/A/RES/76/53"),
        ("A/RES/49/75[K]", Language.EN, "https://undocs.org/en/A/RES/49/75K"),
        ("A/RES/217(III)[A]", Language.FR, "https://undocs.org/fr/A/RES/217(III)"),
        ("EU:CFSP/2019/615", Language.EN, None),
    ],
)
def test_links(text: str, language: Language, link: str | None) -> None:
    assert Symbol.parse(text).link(language) == link


def test_parts_of_a_symbol() -> None:
    assert Symbol.parse("A/RES/75/254[A-C]").letters == "A-C"
    assert Symbol.parse("A/77/123").letters is None
    assert Symbol.parse("EU:CFSP/2019/615").organ == "EU"
