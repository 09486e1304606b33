"""Texts made plain for scanning: alone and together alike, with the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.lexicon.printed import scannable, scannable_together

_CHARACTERS = st.one_of(st.characters(), st.sampled_from("\u2019\u00a0\u00ad\u0640\u064b\u06f5\uff08ё\u2013\x1e\n a中"))


@given(st.lists(st.text(_CHARACTERS), max_size=6))
def test_texts_together_are_as_each_alone(texts: list[str]) -> None:
    assert scannable_together(texts) == [scannable(text) for text in texts]


@given(st.text(_CHARACTERS))
def test_every_plain_character_knows_where_it_stood(text: str) -> None:
    plain, offsets = scannable(text)
    places = range(len(text)) if offsets is None else offsets
    assert [scannable(text[place])[0] for place in places] == list(plain)
    assert scannable(plain) == (plain, None)


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("l\u2019Assembl\u00e9e\u00a0no\u202f5", "l'Assembl\u00e9e no 5"),
        ("A\uff0fRES\uff0f76\uff0f53\uff08\uff12\uff09", "A/RES/76/53(2)"),
        ("\u0661\u0669\u0669\u0665", "1995"),
        ("\u062b\u0644\u0627\u062b\u0629\u064b", "\u062b\u0644\u0627\u062b\u0629"),
        ("приём\u00adка", "приемка"),
        ("第 5 段，同上；", "第 5 段，同上；"),
    ],
)
def test_what_is_printed_in_several_ways_is_one(printed: str, plain: str) -> None:
    assert scannable(printed)[0] == plain
