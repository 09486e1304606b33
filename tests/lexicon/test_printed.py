"""Texts made plain for scanning: alone and together alike, with the way back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.lexicon.printed import printed_stretch, scannable, scannable_together

_CHARACTERS = st.one_of(
    st.characters(),
    st.sampled_from("\u2019\u00a0\u00ad\u0640\u064b\u06f5\uff08ё\u2013\x1e\n a中\u0301\u0308\u0654\ufb01\ufef5\u2044"),
)
# What the six languages print, marks and what is not seen among it.
_PRINTED = st.sampled_from(
    "aeiounyçéèêëàâîïôûùüñáíóúÀÉÑçИйёЁЙقأإآؤئةدّ\u064b\u0651\u0640\u00ad\u200f1/’–中 ệå\u0301\u0323"
)


@given(st.lists(st.text(_CHARACTERS), max_size=6))
def test_texts_together_are_as_each_alone(texts: list[str]) -> None:
    plain, places = scannable_together(texts)
    assert [(text, places.get(at)) for at, text in enumerate(plain)] == [scannable(text) for text in texts]


@given(st.text(_CHARACTERS))
def test_every_plain_character_knows_where_it_stood(text: str) -> None:
    plain, places = scannable(text)
    stretches = [printed_stretch(places, place, place + 1) for place in range(len(plain))]
    assert sorted(stretches) == stretches
    for character, (start, end) in zip(plain, stretches, strict=True):
        assert character in scannable(text[start:end])[0]
    assert scannable(plain)[0] == plain


@given(st.text(_PRINTED))
def test_composed_and_decomposed_text_is_scanned_alike(text: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    plain, places = scannable(composed)
    other, its = scannable(decomposed)
    assert other == plain
    for place in range(len(plain)):
        one = composed[slice(*printed_stretch(places, place, place + 1))]
        two = decomposed[slice(*printed_stretch(its, place, place + 1))]
        assert unicodedata.normalize("NFC", two) == one


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("l\u2019Assembl\u00e9e\u00a0no\u202f5", "l'Assembl\u00e9e no 5"),
        ("A\uff0fRES\uff0f76\uff0f53\uff08\uff12\uff09", "A/RES/76/53(2)"),
        ("\u0661\u0669\u0669\u0665", "1995"),
        ("\u062b\u0644\u0627\u062b\u0629\u064b", "\u062b\u0644\u0627\u062b\u0629"),
        ("приём\u00adка", "приемка"),
        ("A\u2044RES\u221576\uff0f53", "A/RES/76/53"),
        ("Me\u0301xico, аи\u0306", "México, ай"),
        ("\u0627\u0654ي\u0627\u0631", "أيار"),
        ("\ufb01n, \ufefb", "fin, لا"),
        ("T\u00dcRK\u0130YE", "TÜRKIYE"),
        ("第 5 段，同上；", "第 5 段，同上；"),
    ],
)
def test_what_is_printed_in_several_ways_is_one(printed: str, plain: str) -> None:
    assert scannable(printed)[0] == plain
