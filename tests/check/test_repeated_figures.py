"""Parts and totals, the summary and the body."""

from __future__ import annotations

import pytest

from verbale.app.reading import read_source
from verbale.check.context import CheckContext
from verbale.check.example_texts import ALL, CUB, JPN, REPORT
from verbale.check.rules import find_in
from verbale.model.finding import Finding, Severity

SUMS = {
    "ar": "1 - عقد المجلس 9 اجتماعات ({} في جنيف و 3 في فيينا).\n",
    "en": "1. The Board held 9 meetings ({} in Geneva and 3 in Vienna).\n",
    "es": "1. La Junta celebró 9 sesiones ({} en Ginebra y 3 en Viena).\n",
    "fr": "1. Le Conseil a tenu 9 séances ({} à Genève et 3 à Vienne).\n",
    "ru": "1. Совет провел 9 заседаний ({} в Женеве и 3 в Вене).\n",
    "zh": "1. 理事会举行了9次会议（{}次在日内瓦和3次在维也纳）。\n",
}


def findings(text: str, rule: str) -> list[Finding]:
    document = read_source(text.encode(), "text.txt")
    return [one for found in find_in(CheckContext(document, {})).values() for one in found if one.rule == rule]


@pytest.mark.parametrize("language", sorted(SUMS))
def test_parts_are_added_up(language: str) -> None:
    (one,) = findings(SUMS[language].format(7), "consistency/sum")
    assert one.severity is Severity.WARNING
    assert "7 + 3 = 10" in one.message
    assert findings(SUMS[language].format(6), "consistency/sum") == []


def test_parts_that_make_less_may_not_be_all() -> None:
    (one,) = findings(SUMS["en"].format(4), "consistency/sum")
    assert one.severity is Severity.NOTE


@pytest.mark.parametrize("inside", ["see paras. 3 and 4", "3 May and 4 June 2022", "5, 6 and 7", "A/77/5 and A/77/6"])
def test_other_numbers_in_brackets_are_no_parts(inside: str) -> None:
    assert findings(f"1. The Board held 9 meetings ({inside}).\n", "consistency/sum") == []


def test_a_number_in_brackets_is_a_part_and_no_total() -> None:
    text = "1. The Board built 3 places (2 main (2 large buildings and 1 small building) and others.\n"
    assert findings(text, "consistency/sum") == []


def test_ratifications_of_the_summary_are_held_against_the_body() -> None:
    counted = "States had ratified the Treaty on the Prohibition of Nuclear Weapons."
    text = REPORT.replace("I. Intro", f"Summary\n\nAs at 21 June 2022, 61 {counted}\n\nI. Intro").format(ALL, CUB + JPN)
    (one,) = findings(text.replace("States met.", f"As at 21 June 2022, 62 {counted}"), "consistency/summary")
    assert "TPNW" in one.message
    assert [place.ref for place in one.related] == ["II.2"]
    assert findings(text.replace("States met.", f"As at 1 May 2021, 60 {counted}"), "consistency/summary") == []
