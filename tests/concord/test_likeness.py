"""What makes two units alike, one thing at a time, and the words that versions share."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.concord.made_units import unit

from verbale.concord.aligned_row import AlignedRow
from verbale.concord.alignment import AlignmentProfile, Step, align, likeness, merged, profile_of, rarity
from verbale.concord.word_pairs import WordPairs, words_of
from verbale.model.language import Language
from verbale.model.node import NodeKind

EN, FR, ZH = Language.EN, Language.FR, Language.ZH


def profile(
    *keys: str, label: str = "", length: float = 200.0, kind: NodeKind = NodeKind.OPERATIVE
) -> AlignmentProfile:
    named = frozenset(("symbol", key) for key in keys)
    return profile_of(kind, label, named, {}, length)


PLAIN = profile()


def test_a_value_that_stands_more_often_tells_less() -> None:
    once, twice = ("symbol", "A"), ("symbol", "B")
    weights = rarity([frozenset({once, twice}), frozenset({twice})])
    assert weights[once] == 1.0
    assert 0.5 < weights[twice] < 0.7
    made = profile_of(NodeKind.OPERATIVE, "", frozenset({once, twice}), weights, 10.0)
    assert made.total == pytest.approx(sum(weights.values()))
    assert profile("A", "B").total == 2.0


def gain(other: AlignmentProfile, one: AlignmentProfile = PLAIN) -> float:
    """How much more alike than two plain units of one length."""
    return likeness(one, other) - likeness(PLAIN, PLAIN)


def test_shared_values_count_for_and_others_against() -> None:
    one = profile("A")
    assert gain(one, one) == pytest.approx(1.6)
    assert gain(profile("B"), one) == pytest.approx(-1.6)
    assert gain(PLAIN, one) == pytest.approx(-0.8)
    assert gain(profile("A", "B"), one) == pytest.approx(0.8)
    many = profile(*"ABCDEFGH")
    assert gain(many, many) == pytest.approx(4.0)
    assert gain(PLAIN, many) == pytest.approx(-4.0)
    assert likeness(one, profile("A", "B")) == likeness(profile("A", "B"), one)


def test_labels_count_for_against_and_half_in_notes() -> None:
    one, other = profile(label="1"), profile(label="2")
    assert gain(one, one) == pytest.approx(1.5)
    assert gain(other, one) == pytest.approx(-1.2)
    assert gain(PLAIN, one) == gain(one) == pytest.approx(-0.5)
    first, second = (profile("A", label=label, kind=NodeKind.FOOTNOTE) for label in "12")
    assert likeness(first, first) - likeness(first, second) == pytest.approx((1.5 + 1.2) / 2)
    bare = replace(first, weights={}, total=0.0)
    assert likeness(bare, bare) - likeness(bare, replace(bare, label="2")) == pytest.approx(1.5 + 1.2)


def test_kinds_of_one_group_are_alike() -> None:
    heads = NodeKind.TITLE, NodeKind.HEADING, NodeKind.SUBHEADING, NodeKind.REPLY_HEADING, NodeKind.DOCTYPE
    for kind in heads:
        assert gain(profile(kind=kind), profile(kind=NodeKind.HEADING)) == pytest.approx(0.0)
        assert gain(profile(kind=kind)) == pytest.approx(-1.0)
    groups = [profile(kind=kind) for kind in (NodeKind.HEADING, NodeKind.CLOSING, NodeKind.PREAMBLE, NodeKind.FOOTNOTE)]
    assert [gain(one, other) for one in groups for other in groups if one is not other] == pytest.approx([-1.0] * 12)
    assert gain(profile(kind=NodeKind.PARAGRAPH), profile(kind=NodeKind.ITEM)) == pytest.approx(0.0)


def test_verbs_and_company() -> None:
    recalls, notes = (replace(PLAIN, acts=frozenset({act})) for act in ("recalls", "notes"))
    assert gain(recalls, recalls) == pytest.approx(0.4)
    assert gain(notes, recalls) == pytest.approx(-0.8)
    assert gain(replace(PLAIN, acts=frozenset({"recalls", "notes"})), recalls) == pytest.approx(0.4)
    assert gain(PLAIN, recalls) == gain(recalls) == 0.0
    assert gain(replace(PLAIN, company=4), replace(PLAIN, company=2)) == pytest.approx(0.12 * 4)


def test_lengths_count_by_their_ratio_and_of_short_texts_less() -> None:
    def loss(mine: float, its: float) -> float:
        return likeness(profile(length=mine), profile(length=mine)) - likeness(
            profile(length=mine), profile(length=its)
        )

    assert loss(200, 200) == 0.0
    assert 0 < loss(200, 220) < loss(200, 300) < loss(200, 600)
    assert loss(200, 300) == pytest.approx(loss(300, 200))
    assert loss(20, 30) < loss(200, 300) < loss(2000, 3000)
    assert loss(200, 100_000) == pytest.approx(4.5)
    assert loss(0, 10) < 0.2


def test_two_units_as_one() -> None:
    first = replace(profile("A", label="1", length=100), company=3, acts=frozenset({"recalls"}))
    second = replace(profile("B", label="2", length=50), company=2, acts=frozenset({"notes"}))
    both = merged(first, second)
    assert (both.label, both.length, both.total, both.company) == ("1", 150, 2.0, 2)
    assert both.acts == frozenset({"recalls"})
    assert set(both.weights) == {("symbol", "A"), ("symbol", "B")}


def joined(whole: AlignmentProfile, first: AlignmentProfile, second: AlignmentProfile) -> bool:
    steps: list[Step] = align([whole], [first, second])
    turned: list[Step] = align([first, second], [whole])
    is_joined = steps == [((0,), (0, 1))]
    assert (turned == [((0, 1), (0,))]) is is_joined
    return is_joined


def test_what_may_be_two_on_the_other_side() -> None:
    whole, first, second = profile("A", "B", length=400), profile("A", length=200), profile("B", length=200)
    assert joined(whole, first, second)
    assert not joined(whole, first, replace(second, group=3))
    for kind in (NodeKind.HEADING, NodeKind.FOOTNOTE):
        assert not joined(*(replace(one, kind=kind, group=profile(kind=kind).group) for one in (whole, first, second)))
    assert not joined(replace(whole, length=1200), first, second)
    assert not joined(replace(whole, length=100), first, second)
    copy = profile("A", label="1", length=200)
    assert not joined(profile("A", label="1", length=400), copy, copy)


def test_a_bonus_decides_where_nothing_else_does() -> None:
    same = [PLAIN, PLAIN]
    assert align(same, [PLAIN], lambda row, _column: 3.0 if row == 1 else -3.0) == [((0,), ()), ((1,), (0,))]
    assert align(same, [PLAIN], lambda row, _column: 3.0 if row == 0 else -3.0) == [((0,), (0,)), ((1,), ())]
    assert align([PLAIN], same, lambda _row, column: 3.0 if column == 1 else -3.0) == [((), (0,)), ((0,), (1,))]


def test_sides_of_very_different_number_are_aligned_whole() -> None:
    left = [profile(str(place)) for place in range(80)]
    steps = align(left, [left[0], left[-1]])
    assert steps[0] == ((0,), (0,))
    assert steps[-1] == ((79,), (1,))
    assert len(steps) == 80
    assert align([], left[:2]) == [((), (0,)), ((), (1,))]
    assert align(left[:2], []) == [((0,), ()), ((1,), ())]


def test_the_words_of_a_unit() -> None:
    assert words_of(unit(EN, text="Forests of 3 give us water")) == {"forest", "give", "water"}
    assert words_of(unit(ZH, text="森林 为城市")) == {"森林", "为城", "城市"}


WORDS = [("forests", "forêts"), ("schools", "écoles"), ("harbour", "rivage"), ("economy", "affaires")]


def rows(*pairs: tuple[str, str]) -> list[AlignedRow]:
    return [AlignedRow({EN: (unit(EN, text=one),), FR: (unit(FR, text=other),)}) for one, other in pairs]


def test_words_that_stand_together_twice_are_partners() -> None:
    # Words are kept by the identity of their units: these live as long as what was learned of them.
    twice, once = rows(*WORDS, *WORDS), rows(*WORDS)
    forest, school, _, _ = once
    mine, unknown = forest.cells[FR][0], unit(FR, text="inconnu")
    learned = WordPairs(twice, FR)
    assert learned.fit(mine, forest) == pytest.approx(1 / 9)
    assert learned.fit(mine, school) == pytest.approx(-1 / 9)
    assert learned.fit(unknown, forest) == 0.0
    little = WordPairs(once, FR)
    assert little.fit(mine, forest) == little.fit(mine, school) == 0.0


def test_a_word_in_most_rows_has_no_partner() -> None:
    common = rows(*[WORDS[0]] * 5, *WORDS[1:])
    assert WordPairs(common, FR).fit(common[0].cells[FR][0], common[0]) == 0.0
