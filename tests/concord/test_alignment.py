"""Alignment over values, numbers and lengths."""

from __future__ import annotations

from verbale.concord.alignment import AlignmentProfile, align, likeness, profile_of, rarity
from verbale.model.node import NodeKind


def profile(label: str, *keys: str, length: float = 200.0) -> AlignmentProfile:
    named = frozenset(("symbol", key) for key in keys)
    return profile_of(NodeKind.OPERATIVE, label, named, rarity([named]), length)


def test_what_stands_once_tells_more() -> None:
    common, rare = ("symbol", "A"), ("symbol", "B")
    weights = rarity([frozenset({common}), frozenset({common}), frozenset({common, rare})])
    assert weights[rare] > weights[common]


def test_shared_values_make_alike() -> None:
    one, other = profile("1", "A"), profile("1", "B")
    assert likeness(one, one) > 0 > likeness(one, other) - likeness(one, one)


def test_a_gap_stays_where_it_is() -> None:
    left = [profile("1", "A"), profile("2", "B"), profile("3", "C")]
    assert align(left, [left[0], left[2]]) == [((0,), (0,)), ((1,), ()), ((2,), (1,))]


def test_renumbering_after_a_gap_is_not_misalignment() -> None:
    left = [profile("1", "A"), profile("2", "B"), profile("3", "C"), profile("4", "D")]
    right = [profile("1", "A"), profile("2", "C"), profile("3", "D")]
    assert align(left, right) == [((0,), (0,)), ((1,), ()), ((2,), (1,)), ((3,), (2,))]


def test_lengths_tell_where_nothing_else_does() -> None:
    lengths = (300.0, 80.0, 450.0)
    left = [profile("", length=length) for length in lengths]
    right = [profile("", length=length * 1.1) for length in (300.0, 450.0)]
    assert align(left, right) == [((0,), (0,)), ((1,), ()), ((2,), (1,))]


def test_one_unit_may_be_two() -> None:
    whole = profile("1", "A", "B", length=400.0)
    first, second = profile("1", "A", length=210.0), profile("", "B", length=190.0)
    assert align([whole], [first, second]) == [((0,), (0, 1))]
    assert align([first, second], [whole]) == [((0, 1), (0,))]
