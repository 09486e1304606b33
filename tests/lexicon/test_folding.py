"""Folding, and the way back from a folded text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.lexicon.folding import fold, fold_with_offsets

LETTERS = (
    "aZéÉñç .,-–—'’‘´`\"«»“”\u00a0\u2009\u3000\n\t\u200b\u200f\u00ad\u0640\u064b\u0651"
    "Яяёйمرحبا\ufefb一二（），：０１ﬁª²İß\u0301"
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Côte d’Ivoire", "côte d'ivoire"),
        ("Co\u0302te", "côte"),
        ("Guinea–Bissau", "guinea-bissau"),
        ("伊朗（伊斯兰共和国）", "伊朗(伊斯兰共和国)"),
        ("45\u00a0\u2009e", "45 e"),
        ("قـــرار", "قرار"),
        ("بناءً", "بناء"),
        ("\ufefb", "لا"),
        ("\u200fA/65/137\u200e", "a/65/137"),
        ("Ещё", "еще"),
        ("й", "й"),
        ("и\u0306", "й"),
        ("«Да»", '"да"'),
        ("\u0301Z\u0640\u0301", "\u0301\u017a"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(alphabet=LETTERS))
def test_offsets_lead_back(text: str) -> None:
    folded, offsets = fold_with_offsets(text)
    assert len(folded) == len(offsets)
    assert offsets == sorted(offsets)
    assert all(0 <= offset < len(text) for offset in offsets)
    assert "  " not in folded


@given(st.text(alphabet=LETTERS))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_any_text_folds(text: str) -> None:
    folded, offsets = fold_with_offsets(text)
    assert len(folded) == len(offsets)
