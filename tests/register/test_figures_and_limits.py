"""Figures stand side by side with their passports; limits leave headroom or do not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from verbale.errors import BadReference
from verbale.model.statement import Period, Provenance
from verbale.register.figures_and_limits import Figure, Limit, get_measure, headroom
from verbale.register.holding import Comparator, held


def figures_of(measure: str) -> list[Figure]:
    return [figure for figure in held(Figure) if figure.measure == measure]


def figure_at(measure: str, state: str, day: str) -> Figure:
    return next(each for each in figures_of(measure) if each.states == (state,) and each.valid.start == day)


def limit_on(measure: str) -> Limit:
    return next(each for each in held(Limit) if each.measure == measure)


def test_what_cuba_and_the_secretary_general_say_stands_side_by_side() -> None:
    said = {(each.by, each.comparator, each.value, each.provenance) for each in figures_of("nuclear_weapons")}
    assert ("CUB", Comparator.MORE, 23300, Provenance("A/65/137", "III.CUB.3")) in said
    assert ("SG", Comparator.MORE, 10000, Provenance("A/77/123", "II.8.b")) in said
    assert ("SG", Comparator.ABOUT, None, Provenance("A/65/137", "II.7")) in said, "an order of magnitude, no number"
    warheads = figure_at("deployed_warheads", "RUS", "2021-09-01")
    assert (warheads.value, warheads.provenance.place, warheads.text) == (1458, "II.6.e", "1 458 枚")
    assert "one warhead" in warheads.counting()


def test_a_figure_tells_its_passport() -> None:
    cuba = next(each for each in figures_of("nuclear_weapons") if each.by == "CUB")
    line = cuba.line()
    assert line.states == ("CUB",), "who says so is concerned"
    assert line.label.startswith("nuclear weapons in existence: more than 23,300 (nuclear weapon; ")
    assert line.label.endswith("; says CUB)")
    assert (line.statement.subject, line.statement.value, line.statement.text) == ("world", 23300, "超过 23 300 件")
    order = next(each for each in figures_of("nuclear_weapons") if each.value is None).line()
    assert order.statement.value == "thousands upon thousands"
    assert "thousands upon thousands" in order.label


def test_the_counting_rule_is_the_figures_own_or_that_of_its_measure() -> None:
    estimate = next(each for each in figures_of("nuclear_weapons") if each.value == 10000)
    assert estimate.counting() == "deployed and non-deployed, an estimate"
    assert get_measure("deployed_warheads").counting in figure_at("deployed_warheads", "USA", "2021-09-01").in_words()


@pytest.mark.parametrize(
    ("measure", "state", "left"),
    [
        ("deployed_vehicles", "RUS", 173),
        ("deployed_warheads", "RUS", 92),
        ("deployed_vehicles", "USA", 35),
        ("deployed_warheads", "USA", 161),
    ],
)
def test_headroom_of_september_2021(measure: str, state: str, left: int) -> None:
    found = headroom(limit_on(measure), figure_at(measure, state, "2021-09-01"))
    assert (found.left, found.within, found.binding) == (left, True, True)


def test_limits_of_new_start() -> None:
    assert {each.measure: each.value for each in held(Limit)} == {
        "deployed_vehicles": 700,
        "deployed_warheads": 1550,
        "launchers": 800,
    }
    assert "1,550" in limit_on("deployed_warheads").line().label


def test_over_a_limit_that_does_not_bind_yet() -> None:
    found = headroom(limit_on("deployed_warheads"), figure_at("deployed_warheads", "USA", "2011-02-05"))
    assert (found.left, found.within, found.binding) == (-250, False, False)


def test_what_does_not_compare_is_refused() -> None:
    limit, figure = limit_on("deployed_warheads"), figure_at("deployed_warheads", "RUS", "2021-09-01")
    for other, told in [
        (replace(figure, measure="stockpile"), "not what the limit is on"),
        (replace(figure, states=("FRA",)), "binds RUS USA alone"),
        (replace(figure, states=()), "binds RUS USA alone"),
        (replace(figure, value=None), "no exact number"),
        (replace(figure, comparator=Comparator.MORE), "no exact number"),
    ]:
        with pytest.raises(BadReference, match=told):
            headroom(limit, other)
    with pytest.raises(BadReference, match="no measure"):
        get_measure("megatons")


def test_a_limit_binds_to_its_last_day() -> None:
    figure = figure_at("deployed_warheads", "USA", "2021-09-01")
    for day, binding in [("2026-02-04", True), ("2026-02-05", False)]:
        late = replace(figure, valid=Period(day, day))
        assert headroom(limit_on("deployed_warheads"), late).binding is binding


def test_a_figure_tells_what_is_left_below_a_limit() -> None:
    assert "; 92 below the limit of 1,550)" in figure_at("deployed_warheads", "RUS", "2021-09-01").in_words()
    early = figure_at("deployed_warheads", "USA", "2011-02-05").in_words()
    assert "; 250 over the limit of 1,550, which did not bind then)" in early
    assert "limit" not in next(each for each in figures_of("nuclear_weapons") if each.by == "CUB").in_words()
