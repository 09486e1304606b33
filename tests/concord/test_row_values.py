"""Values of one row: who lacks, adds, exchanges or repeats one, and when nobody is said to."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.concord.made_units import printing, unit, value

from verbale.concord.aligned_row import AlignedRow
from verbale.concord.row_values import find_in_values
from verbale.model.concordance import Aspect, DifferenceKind
from verbale.model.language import Language

AR, ZH, EN, FR, RU, ES = (Language(name) for name in ("ar", "zh", "en", "fr", "ru", "es"))
Told = tuple[DifferenceKind, Aspect, tuple[Language, ...], tuple[str, ...], tuple[str, ...]]
DATES = ("2021-12-06", "2020-12-07", "2019-12-12")
FIRST, SECOND, THIRD = DATES


def told(row: AlignedRow) -> list[Told]:
    return [(odd.kind, odd.aspect, odd.apart, odd.printed, odd.others) for odd in find_in_values([row])]


def alike(keys: Sequence[str], **others: Sequence[str]) -> dict[Language, Sequence[str]]:
    """Four versions that print these values, the named ones others."""
    return {one: others.get(one.value, keys) for one in (EN, FR, RU, ES)}


def test_versions_alike_differ_in_nothing() -> None:
    assert told(printing(Aspect.DATE, alike(DATES))) == []


def test_one_version_alone_has_nothing_to_differ_from() -> None:
    row = printing(Aspect.DATE, {EN: DATES})
    row.cells[FR] = ()
    assert told(row) == []


@pytest.mark.parametrize(
    ("its", "kind", "printed", "others"),
    [
        ([FIRST, THIRD], DifferenceKind.VALUE, (THIRD,), (SECOND,)),
        ([FIRST], DifferenceKind.MISSING, (), (SECOND,)),
        ([FIRST, SECOND, THIRD], DifferenceKind.ADDED, (THIRD,), ()),
    ],
)
def test_one_version_stands_apart(
    its: Sequence[str], kind: DifferenceKind, printed: tuple[str, ...], others: tuple[str, ...]
) -> None:
    assert told(printing(Aspect.DATE, alike([FIRST, SECOND], fr=its))) == [(kind, Aspect.DATE, (FR,), printed, others)]


def test_versions_apart_in_the_same_way_are_told_together() -> None:
    row = printing(Aspect.DATE, {**alike([FIRST], fr=[SECOND], ru=[SECOND]), ZH: [FIRST], AR: [FIRST]})
    assert told(row) == [(DifferenceKind.VALUE, Aspect.DATE, (FR, RU), (SECOND,), (FIRST,))]


def test_half_against_half_has_no_majority() -> None:
    row = printing(Aspect.SYMBOL, alike(["A/1"], ru=["A/2"], es=["A/2"]))
    assert told(row) == [(DifferenceKind.VALUE, Aspect.SYMBOL, (), ("A/1",), ("A/2",))]
    row = printing(Aspect.SYMBOL, alike(["A/1"], ru=[], es=[]))
    assert told(row) == [(DifferenceKind.MISSING, Aspect.SYMBOL, (), ("A/1",), ())]


def test_a_number_told_in_words_alone_is_no_addition_but_takes_the_place_of_one_that_lacks() -> None:
    figures = {one: [value(Aspect.NUMBER, "12")] for one in (EN, RU, ES)}
    worded = [value(Aspect.NUMBER, "12"), value(Aspect.NUMBER, "30", 1, worded=True)]
    row = AlignedRow({one: (unit(one, values),) for one, values in {**figures, FR: worded}.items()})
    assert told(row) == []
    row.cells[FR] = (unit(FR, worded[1:]),)
    assert told(row) == [(DifferenceKind.VALUE, Aspect.NUMBER, (FR,), ("30",), ("12",))]


def small(**keys: str) -> AlignedRow:
    """Numbers in words so small that no version claims them."""
    cells = {
        Language(name): (unit(Language(name), [value(Aspect.NUMBER, key, firm=False)]),) for name, key in keys.items()
    }
    return AlignedRow(dict(cells))


def test_a_small_number_in_words_differs_where_all_others_agree() -> None:
    assert told(small(en="7", fr="7", ru="7", es="9")) == [(DifferenceKind.VALUE, Aspect.NUMBER, (ES,), ("9",), ("7",))]
    assert told(small(en="7", fr="7", ru="8", es="9")) == []
    assert told(small(en="7", fr="7", ru="7", es="1")) == []
    assert told(small(en="7", fr="7", ru="7", es="100")) == []
    assert told(small(en="7", es="9")) == []


def test_a_value_repeated_in_the_place_of_another() -> None:
    row = printing(Aspect.DATE, alike([FIRST, SECOND, FIRST, SECOND], fr=[FIRST, SECOND, FIRST, FIRST]))
    assert told(row) == [(DifferenceKind.VALUE, Aspect.DATE, (FR,), (FIRST,), (SECOND,))]


def test_what_is_repeated_is_compared_of_dates_symbols_and_numbers_alone() -> None:
    orders = alike(["CUB", "PER", "CUB", "PER"], fr=["CUB", "PER", "CUB", "CUB"])
    assert told(printing(Aspect.STATE, orders)) == []
    numbers = alike(["10", "20", "10", "20"], fr=["10", "20", "10", "10"])
    assert [one[2:] for one in told(printing(Aspect.NUMBER, numbers))] == [((FR,), ("10",), ("20",))]


def test_two_places_that_differ_are_another_order_and_not_another_value() -> None:
    row = printing(Aspect.DATE, alike([FIRST, SECOND, THIRD], fr=[SECOND, FIRST, THIRD]))
    assert told(row) == [(DifferenceKind.MOVED, Aspect.DATE, (FR,), (SECOND, FIRST), (FIRST, SECOND))]
    row = printing(Aspect.DATE, {EN: [FIRST, SECOND, THIRD], FR: [THIRD, SECOND, FIRST], ES: [FIRST, SECOND, THIRD]})
    assert told(row) == [(DifferenceKind.MOVED, Aspect.DATE, (FR,), (THIRD, FIRST), (FIRST, THIRD))]


def test_an_order_needs_all_others_to_agree() -> None:
    assert told(printing(Aspect.DATE, {EN: [FIRST, SECOND], FR: [SECOND, FIRST]})) == []
    two = alike([FIRST, SECOND, THIRD], fr=[SECOND, FIRST, THIRD], ru=[SECOND, FIRST, THIRD])
    assert told(printing(Aspect.DATE, two)) == []
    three = alike([FIRST, SECOND, THIRD], fr=[SECOND, THIRD, FIRST])
    assert told(printing(Aspect.DATE, three)) == []


@pytest.mark.parametrize(
    ("aspect", "usual", "its"),
    [
        (Aspect.SYMBOL, "A/76/L.1a", "A/76/L.1A"),
        (Aspect.NUMBER, "16.4", "4"),
        (Aspect.NUMBER, "10", "10/2018"),
    ],
)
def test_one_value_in_two_notations_is_no_repetition(aspect: Aspect, usual: str, its: str) -> None:
    orders = alike([usual, its, usual, its], fr=[usual, its, its, its])
    assert told(printing(aspect, orders)) == []


def test_an_hour_of_the_afternoon_and_a_day_in_words_are_notations() -> None:
    usual = [value(Aspect.NUMBER, key, place) for place, key in enumerate(("15", "3", "15", "3"))]
    its = [value(Aspect.NUMBER, key, place) for place, key in enumerate(("15", "3", "3", "3"))]
    cells = {one: (unit(one, usual),) for one in (EN, FR, RU)}
    assert told(AlignedRow({**cells, ES: (unit(ES, its, hours=["15"]),)})) == []
    assert told(AlignedRow({**cells, ES: (unit(ES, its),)})) == [
        (DifferenceKind.VALUE, Aspect.NUMBER, (ES,), ("3",), ("15",))
    ]


def paired(**pairs: dict[str, str]) -> AlignedRow:
    return AlignedRow({Language(name): (unit(Language(name), pairs=its.items()),) for name, its in pairs.items()})


RIGHT = {"A/RES/76/53": FIRST, "A/RES/75/66": SECOND}
CROSSED = {"A/RES/76/53": SECOND, "A/RES/75/66": FIRST}


def test_dates_of_two_resolutions_exchanged() -> None:
    assert told(paired(en=RIGHT, fr=CROSSED, es=RIGHT)) == [
        (
            DifferenceKind.VALUE,
            Aspect.DATE,
            (FR,),
            (f"A/RES/75/66 {FIRST}", f"A/RES/76/53 {SECOND}"),
            (f"A/RES/75/66 {SECOND}", f"A/RES/76/53 {FIRST}"),
        )
    ]


def test_numbers_of_two_things_exchanged() -> None:
    right, crossed = {"state": "12", "ton": "30"}, {"state": "30", "ton": "12"}
    ((kind, aspect, apart, printed, others),) = told(paired(en=right, fr=right, es=crossed))
    assert (kind, aspect, apart) == (DifferenceKind.VALUE, Aspect.NUMBER, (ES,))
    assert (printed, others) == (("state 30", "ton 12"), ("state 12", "ton 30"))


@pytest.mark.parametrize(
    "row",
    [
        paired(en=RIGHT, fr=CROSSED),
        paired(en=RIGHT, fr=CROSSED, es=CROSSED, ru=RIGHT),
        paired(en=RIGHT, fr=CROSSED, es={}),
        paired(en=RIGHT, fr={**RIGHT, "A/RES/75/66": THIRD}, es=RIGHT),
    ],
)
def test_pairs_that_others_do_not_agree_on_are_not_crossed(row: AlignedRow) -> None:
    assert told(row) == []


def test_a_name_with_two_values_is_in_no_pair() -> None:
    row = paired(en=RIGHT, fr=CROSSED, es=RIGHT)
    both = [*CROSSED.items(), ("A/RES/76/53", FIRST)]
    row.cells[FR] = (unit(FR, pairs=both),)
    assert told(row) == []


def noted(**counts: int) -> AlignedRow:
    return AlignedRow(
        {Language(name): (unit(Language(name), notes=range(1, count + 1)),) for name, count in counts.items()}
    )


def test_footnotes_are_counted() -> None:
    note = Aspect.FOOTNOTE
    assert told(noted(en=2, fr=2, es=2)) == []
    assert told(noted(en=2, fr=1, es=2)) == [(DifferenceKind.MISSING, note, (FR,), ("1",), ("2",))]
    assert told(noted(en=2, fr=3, es=2)) == [(DifferenceKind.ADDED, note, (FR,), ("3",), ("2",))]
    assert told(noted(en=2, fr=1)) == [(DifferenceKind.MISSING, note, (), ("1",), ("2",))]
    assert told(noted(en=2, fr=1, es=2, ru=2, zh=3)) == [
        (DifferenceKind.MISSING, note, (FR,), ("1",), ("2",)),
        (DifferenceKind.ADDED, note, (ZH,), ("3",), ("2",)),
    ]
