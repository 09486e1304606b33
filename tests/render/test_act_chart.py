"""The chart of acts: steps that are the values, words in the language, time in the direction of writing."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from tests.render.made_pictures import SVG, links, parsed, texts

from verbale.lexicon.naming import chart_words
from verbale.model.language import Language
from verbale.register.treaty_history import history_of
from verbale.render.act_chart import ActChart, ActYear, act_chart, act_rows
from verbale.render.chart_axes import ChartPlane, highest_mark, year_of

YEARS = (ActYear(2017, 56, 3), ActYear(2018, 69, 19), ActYear(2019, 80, 34), ActYear(2020, 86, 33, withdrawals=2))
CHART = ActChart('Of <arms> & "more"', YEARS, as_of="2019-07-02", threshold=50, entry="2020-06-01")


def drawn(chart: ActChart = CHART, language: Language = Language.EN, *, linked: bool = True) -> ElementTree.Element:
    return parsed(act_chart(chart, language, href=(lambda year: f"?on={year}&x") if linked else None))


def steps(root: ElementTree.Element, series: str) -> list[tuple[float, float]]:
    """Where the steps of a line end: to the side and down."""
    (line, *_) = (each for each in root.iter(f"{SVG}path") if each.get("class") == f"chart-line chart-{series}")
    return [(float(x), float(y)) for y, x in re.findall(r"V([\d.]+)H([\d.]+)", line.get("d", ""))]


@pytest.mark.parametrize("series", ["signatures", "deposited"])
def test_steps_are_the_values(series: str) -> None:
    plane = ChartPlane(Language.EN, 2017, 2020, highest_mark(86))
    assert plane.highest == 100
    floor, top = plane.down(0), plane.down(100)
    heights = [(floor - y) / (floor - top) * 100 for _, y in steps(drawn(), series)]
    assert heights == pytest.approx([getattr(year, series) for year in YEARS], abs=0.1)


def test_steps_go_down_where_states_withdrew() -> None:
    root = drawn()
    (_, before), (_, after) = steps(root, "deposited")[-2:]
    assert after > before, "down on the screen"
    marks = [each for each in root.iter() if each.get("class") == "chart-withdrawal"]
    assert len(marks) == 2, "one in the chart, one in the key"
    calm = replace(CHART, years=YEARS[:3])
    assert not [each for each in drawn(calm).iter() if each.get("class") == "chart-withdrawal"]


@pytest.mark.parametrize("language", list(Language))
def test_time_runs_as_the_language_is_written(language: Language) -> None:
    root = drawn(language=language)
    xs = [x for x, _ in steps(root, "signatures")]
    assert xs == sorted(xs, reverse=language is Language.AR)
    assert root.get("dir") == ("rtl" if language is Language.AR else "ltr")
    turned = {each.get("direction") for each in root.iter(f"{SVG}text")}
    assert turned == {"rtl" if language is Language.AR else None}


@pytest.mark.parametrize("language", list(Language))
def test_words_are_of_the_language(language: Language) -> None:
    root = drawn(language=language)
    words = [text.replace("\u2066", "").replace("\u2069", "") for text in texts(root)]
    assert chart_words("chart_as_of", language).format(date="2019-07-02") in words
    assert chart_words("chart_entry", language).format(date="2020-06-01") in words
    assert chart_words("chart_threshold", language).format(number=50) in words
    assert {"0", "20", "100", "2018", "86", "33"} <= set(words)
    description = root.findtext(f".//{SVG}desc", "")
    assert "{" not in description
    assert "2017" in description
    assert "33" in description


def test_each_year_leads_somewhere_and_tells_its_values() -> None:
    root = drawn()
    found = links(root)
    assert list(found) == [f"?on={year}&x" for year in range(2017, 2021)]
    assert found["?on=2020&x"] == "2020: signatures 86, deposited instruments 33, withdrawals 2"
    assert next(root.iter(f"{SVG}svg")).get("role") == "group"
    still = drawn(linked=False)
    assert links(still) == {}
    assert next(still.iter(f"{SVG}svg")).get("role") == "img", "an image when nothing in it can be chosen"


def test_what_does_not_apply_is_left_out() -> None:
    bare = ActChart("", YEARS, as_of="2031-01-01", entry="1999-01-01")
    kinds = {each.get("class") for each in drawn(bare).iter()}
    assert not kinds & {"chart-threshold", "chart-veil", "chart-day chart-day-as_of", "chart-day chart-day-entry"}


@pytest.mark.parametrize("years", [(), (YEARS[0], YEARS[2]), (YEARS[1], YEARS[0])])
def test_years_that_are_not_in_order_are_refused(years: tuple[ActYear, ...]) -> None:
    with pytest.raises(ValueError, match="years in order"):
        act_chart(ActChart("", years), Language.EN)


def test_one_year_without_acts_can_be_drawn() -> None:
    root = drawn(ActChart("", (ActYear(2026, 0, 0),)))
    assert texts(root).count("0") == 3, "of the axis and of both lines"


def test_the_same_values_as_a_table() -> None:
    heads, rows = act_rows(YEARS, Language.FR)
    assert heads == ("année", "signatures", "instruments déposés", "retraits")
    assert rows[-1] == (2020, 86, 33, 2)


def test_half_a_century_of_the_register_stays_small() -> None:
    history = history_of("NPT")
    counts = [(year, history.situation(f"{year}-12-31").counts) for year in range(1968, 2026)]
    years = [ActYear(year, each.signatures or 0, each.deposited or 0) for year, each in counts]
    text = act_chart(
        ActChart("NPT", years, as_of="2022-06-21", threshold=43, entry="1970-03-05"), Language.EN, href=str
    )
    assert len(text.encode()) < 15_000
    assert max(y for x, y in steps(parsed(text), "deposited")) <= 380


@pytest.mark.parametrize(
    ("number", "mark"), [(0, 1), (1, 1), (7, 8), (44, 50), (86, 100), (187, 200), (193, 200), (900, 1000)]
)
def test_axes_end_at_round_numbers(number: int, mark: int) -> None:
    assert highest_mark(number) == mark


@pytest.mark.parametrize(("first", "last"), [(1968, 2026), (1925, 2026), (2017, 2020), (2026, 2026)])
def test_a_few_years_are_marked(first: int, last: int) -> None:
    marks = list(ChartPlane(Language.EN, first, last, 10).year_marks())
    assert 1 <= len(marks) <= 6
    assert all(first <= year <= last for year in marks)


def test_days_lie_within_their_year() -> None:
    assert year_of("2024-01-01") == 2024
    assert 2024.99 < year_of("2024-12-31") < 2025
