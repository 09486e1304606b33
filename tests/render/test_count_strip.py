"""Strips of counts: parts as wide as their share, told by words too."""

from __future__ import annotations

import re

import pytest
from tests.render.made_pictures import SVG, parsed

from verbale.model.language import Language
from verbale.render.chart_marks import MOST_CLASSES, ChartClass, pattern_sheet
from verbale.render.count_strip import count_strip

LEGEND = (ChartClass("ratified", "ratified"), ChartClass("signed", "signed <only>"), ChartClass("neither", "neither"))
WIDTH = 240


def parts(text: str) -> list[tuple[str, float, float]]:
    """The class, the place and the width of each part."""
    root = parsed(text.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))
    found = [each for each in root.iter(f"{SVG}path") if "chart-part" in each.get("class", "")]
    matched = [(each.get("class", ""), re.match(r"M([\d.]+) 0h([\d.]+)", each.get("d", ""))) for each in found]
    return [(kind.split()[-1], float(match[1]), float(match[2])) for kind, match in matched if match]


def test_parts_are_as_wide_as_their_share() -> None:
    found = parts(count_strip({"ratified": 36, "signed": 5, "neither": 3}, LEGEND, Language.EN, sheet="sheet"))
    assert [kind for kind, _, _ in found] == ["chart-1", "chart-2", "chart-3"]
    assert [width for _, _, width in found] == pytest.approx([WIDTH * n / 44 for n in (36, 5, 3)], abs=0.1)
    assert found[1][1] == pytest.approx(found[0][2], abs=0.1)


def test_one_among_hundreds_is_seen_and_nothing_runs_over() -> None:
    found = parts(count_strip({"ratified": 500, "neither": 1}, LEGEND, Language.EN, sheet="sheet"))
    assert found[-1][2] >= 2.9
    assert sum(width for _, _, width in found) == pytest.approx(WIDTH, abs=0.2)


def test_in_arabic_the_first_class_stands_on_the_right() -> None:
    found = parts(count_strip({"ratified": 3, "signed": 1}, LEGEND, Language.AR, sheet="sheet"))
    assert [x for _, x, _ in found] == [60.0, 0.0]


def test_words_say_the_same() -> None:
    text = count_strip({"ratified": 36, "signed": 5, "neither": 0}, LEGEND, Language.EN, sheet="sheet")
    assert 'aria-label="ratified 36, signed &lt;only&gt; 5; 41 in all"' in text
    assert parts(count_strip({}, LEGEND, Language.EN, sheet="sheet")) == []


@pytest.mark.parametrize("counts", [{"other": 1}, {"signed": -1}])
def test_what_is_no_count_of_the_legend_is_refused(counts: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="no count of a class"):
        count_strip(counts, LEGEND, Language.EN, sheet="sheet")


def test_the_sheet_has_the_patterns_that_strips_refer_to() -> None:
    sheet = pattern_sheet("sheet")
    strip = count_strip({"ratified": 1, "signed": 1, "neither": 1}, LEGEND, Language.EN, sheet="sheet")
    assert set(re.findall(r"url\(#([\w-]+)\)", strip)) <= set(re.findall(r'id="([\w-]+)"', sheet))
    marks = re.findall(r'class="chart-mark" d="([^"]*)"', sheet)
    assert len(set(marks)) == MOST_CLASSES, "no two classes have the same pattern"
