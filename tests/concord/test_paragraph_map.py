"""Differences of the paragraph map: who lacks, adds, moves, splits or renumbers a paragraph."""

from __future__ import annotations

from tests.concord.made_units import printing, unit, value

from verbale.concord.aligned_row import AlignedRow
from verbale.concord.compared_units import ComparedUnit
from verbale.concord.paragraph_map import Odd, find_in_map, label_form
from verbale.model.concordance import Aspect, DifferenceKind
from verbale.model.language import Language
from verbale.model.node import NodeKind

EN, FR, RU, ES = (Language(name) for name in ("en", "fr", "ru", "es"))
FOUR = (EN, FR, RU, ES)
Told = tuple[DifferenceKind, Aspect, tuple[Language, ...], tuple[str, ...], tuple[str, ...]]


def told(*rows: AlignedRow) -> list[Told]:
    return [(odd.kind, odd.aspect, odd.apart, odd.printed, odd.others) for odd in find_in_map(rows)]


def row(*absent: Language, symbol: str = "A/1", **labels: str) -> AlignedRow:
    """A numbered paragraph of four versions; those named are absent, or have other numbers."""
    found: dict[Language, tuple[ComparedUnit, ...]] = {}
    for one in FOUR:
        label = labels.get(one.value, "1.")
        made = unit(one, [value(Aspect.SYMBOL, symbol)], ref=label.rstrip("."), number=label, text=f"{one} {symbol}")
        found[one] = () if one in absent else (made,)
    return AlignedRow(found)


def test_rows_alike_differ_in_nothing() -> None:
    assert told(row(), row(symbol="A/2")) == []
    assert told() == []


def test_the_few_that_lack_or_have_a_paragraph_stand_apart() -> None:
    paragraph = Aspect.PARAGRAPH
    assert told(row(FR)) == [(DifferenceKind.MISSING, paragraph, (FR,), (), ())]
    assert told(row(EN, FR, RU)) == [(DifferenceKind.ADDED, paragraph, (ES,), (), ())]
    assert told(row(EN, FR)) == [(DifferenceKind.MISSING, paragraph, (), (), ())]


def test_rows_that_are_pooled_are_not_counted() -> None:
    pooled = row(FR)
    pooled.pooled = True
    assert told(pooled) == []


def test_what_one_version_has_elsewhere_is_moved_and_told_once() -> None:
    here, there = row(FR), row(EN, RU, ES)
    (odd,) = find_in_map([here, row(symbol="A/2"), there])
    assert (odd.kind, odd.apart, odd.row is here, odd.where is there) == (DifferenceKind.MOVED, (FR,), True, True)


def test_another_paragraph_elsewhere_is_not_the_one_that_is_missing() -> None:
    here, there = row(FR), row(EN, RU, ES, symbol="A/3")
    kinds = [(odd.kind, odd.apart) for odd in find_in_map([here, there])]
    assert kinds == [(DifferenceKind.MISSING, (FR,)), (DifferenceKind.ADDED, (FR,))]


def values_of(*keys: str) -> AlignedRow:
    return printing(Aspect.SYMBOL, dict.fromkeys((EN, RU, ES), keys) | {FR: ()})


def only_french(*keys: str) -> AlignedRow:
    found = printing(Aspect.SYMBOL, {FR: keys})
    return AlignedRow({one: found.cells.get(one, ()) for one in FOUR})


def test_most_values_must_be_alike_for_a_move() -> None:
    def moved(here: tuple[str, ...], there: tuple[str, ...]) -> bool:
        absent = values_of(*here)
        absent.cells[FR] = ()
        return DifferenceKind.MOVED in [odd.kind for odd in find_in_map([absent, only_french(*there)])]

    assert moved(("A/1", "A/2", "A/3"), ("A/1", "A/2", "A/3"))
    assert moved(("A/1", "A/2", "A/3"), ("A/1", "A/2"))
    assert not moved(("A/1", "A/2", "A/3"), ("A/1",))
    assert not moved((), ())


def test_two_versions_move_nothing() -> None:
    here, there = row(FR), row(EN)
    for each in (here, there):
        del each.cells[RU], each.cells[ES]
    assert {odd.kind for odd in find_in_map([here, there])} == {DifferenceKind.MISSING}


def test_an_added_paragraph_is_known_again_by_its_words() -> None:
    first, second = row(), row(EN, RU, ES)
    found = [odd for odd in find_in_map([first, second]) if odd.kind is DifferenceKind.ADDED]
    assert [odd.where is first for odd in found] == [True]
    (other,) = find_in_map([second])
    assert other.where is None


def test_a_paragraph_in_two_pieces() -> None:
    split = row()
    split.cells[FR] *= 2
    assert told(split) == [(DifferenceKind.SPLIT, Aspect.PARAGRAPH, (FR,), ("2",), ("1",))]
    split.cells[RU] *= 2
    assert told(split) == [(DifferenceKind.SPLIT, Aspect.PARAGRAPH, (), ("1",), ("2",))]


def test_numbers_are_compared_where_they_can_be_read() -> None:
    renumbered = DifferenceKind.RENUMBERED, Aspect.LABEL
    assert told(row(fr="2.")) == [(*renumbered, (FR,), ("2",), ("1",))]
    assert told(row(fr="2.", ru="3.")) == [(*renumbered, (), ("1",), ("2", "3"))]
    assert told(row(RU, fr="2.")) == [
        (DifferenceKind.MISSING, Aspect.PARAGRAPH, (RU,), (), ()),
        (*renumbered, (FR,), ("2",), ("1",)),
    ]


def test_a_version_without_a_number_stands_apart_unless_one_is_in_its_text() -> None:
    bare = row()
    bare.cells[FR] = (unit(FR, text="Rappelle"),)
    assert told(bare) == [(DifferenceKind.RENUMBERED, Aspect.LABEL, (FR,), ("",), ("1",))]
    bare.cells[FR] = (unit(FR, text="(un) Rappelle"),)
    assert told(bare) == []


def numbered(language: Language, place: int, form: str) -> ComparedUnit:
    return unit(language, ref=str(place), number=form.format(place), text=f"{place}")


def forms(count: int, odd: int, kind: NodeKind = NodeKind.PARAGRAPH) -> list[Odd]:
    """So many paragraphs numbered ``1.``, so many of them ``1–`` in French."""
    rows = []
    for place in range(1, count + 1):
        its = unit(FR, ref=str(place), number=f"{place}{'–' if place <= odd else '.'}", text=f"{place}", kind=kind)
        rows.append(AlignedRow({EN: (numbered(EN, place, "{}."),), FR: (its,)}))
    return find_in_map(rows)


def test_a_number_in_another_form_than_nearly_all_is_told() -> None:
    (odd,) = forms(10, 1)
    assert (odd.kind, odd.aspect, odd.apart) == (DifferenceKind.NOTATION, Aspect.LABEL, (FR,))
    assert (odd.printed, odd.others) == (("1–",), ("1.",))
    assert forms(10, 2) == []
    assert forms(4, 0) == []
    assert forms(9, 1) == []
    assert forms(10, 1, NodeKind.ITEM) == []


def test_few_numbers_have_no_usual_form() -> None:
    assert len(forms(20, 2)) == 2
    assert forms(4, 1) == []


def test_numbers_typed_into_the_text_are_told_once() -> None:
    rows = []
    for place in (1, 2):
        found = row(fr=f"{place}.", en=f"{place}.", ru=f"{place}.", es=f"{place}.")
        found.cells[FR] = (unit(FR, ref=f"P.{place}", typed=str(place), text=f"{place}. Rappelle"),)
        rows.append(found)
    assert told(*rows) == [(DifferenceKind.NOTATION, Aspect.PARAGRAPH, (FR,), ("1",), ("2",))]


def test_the_form_of_a_label() -> None:
    assert [label_form(numbered(EN, 8, form)) for form in ("{} -", "({})", "c.")] == ["1 -", "(1)", "a."]
