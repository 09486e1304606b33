"""A State's paragraphs in two reports: kept, changed, new and dropped, in any order and in six languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale.app.reading import read_source
from verbale.check.edition_comparison import find_comparison
from verbale.check.example_texts import ALL, JPN, REPORT
from verbale.errors import BadReference
from verbale.model.comparison import Comparison, ParagraphChange
from verbale.model.document import Document

SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "report"
_CUB = "Cuba\n\n[Original: Spanish]\n[10 May {}]\n\n{}\n\n"
TREATY = "Cuba ratified the Treaty on the Prohibition of Nuclear Weapons and calls upon all States to do so."
DRIVE = "Military expenditure in the world is a squandering of resources that development would need."
TALKS = "Cuba supports an ad hoc committee of the Conference on Disarmament on nuclear disarmament."
ZONE = "The Caribbean hosts the oldest zone free of nuclear weapons in populated lands, the Treaty of Tlatelolco."


def report(year: int, *paragraphs: str) -> Document:
    numbered = "\n\n".join(f"{number}. {words}" for number, words in enumerate(paragraphs, start=1))
    text = REPORT.format(ALL, JPN + _CUB.format(year, numbered))
    return read_source(text.encode(), f"{year}.txt")


def courses(comparison: Comparison) -> dict[str, ParagraphChange]:
    told = [(one.later or one.earlier, one.course) for one in comparison.pairings]
    return {one.text: course for one, course in told if one is not None}


def test_each_paragraph_has_its_course_whatever_the_order() -> None:
    later = TREATY.replace("ratified", "has ratified in good time").replace("do so", "ratify it")
    found = find_comparison("CUB", report(2010, TREATY, DRIVE, TALKS), report(2022, ZONE, DRIVE, later))
    assert courses(found) == {
        ZONE: ParagraphChange.NEW,
        DRIVE: ParagraphChange.KEPT,
        later: ParagraphChange.CHANGED,
        TALKS: ParagraphChange.DROPPED,
    }


def test_a_pairing_says_what_it_rests_on_and_lights_it() -> None:
    found = find_comparison("CUB", report(2010, TREATY, DRIVE), report(2022, TREATY.replace("calls upon", "urges")))
    (pair,) = [one for one in found.pairings if one.earlier and one.later]
    assert ("treaty", "TPNW") in {(one.kind, one.text) for one in pair.shared}
    assert pair.later is not None
    lit = [span.slice(pair.later.text) for span in pair.later.highlighted]
    assert any("Prohibition" in words for words in lit)


def test_nothing_is_lost() -> None:
    first, second = (TREATY, DRIVE, TALKS), (ZONE, TREATY)
    found = find_comparison("CUB", report(2010, *first), report(2022, *second))
    assert sorted(one.earlier.text for one in found.pairings if one.earlier) == sorted(first)
    assert [one.later.text for one in found.pairings if one.later] == list(second)


def test_a_state_without_a_reply_is_refused_with_those_there_are() -> None:
    with pytest.raises(BadReference, match="JPN, CUB"):
        find_comparison("FRA", report(2010, TREATY), report(2022, TREATY))


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_a_report_beside_itself_is_kept(language: str) -> None:
    document = read_source((SAMPLES / f"{language}.txt").read_bytes(), f"{language}.txt")
    found = find_comparison(document.replies[0].state, document, document)
    assert found.pairings
    assert {one.course for one in found.pairings} == {ParagraphChange.KEPT}
    assert all(one.earlier == one.later for one in found.pairings)


def test_languages_are_paired_by_what_they_name() -> None:
    one, other = (read_source((SAMPLES / name).read_bytes(), name) for name in ("en.txt", "ru.txt"))
    found = find_comparison("CUB", one, other)
    named = [pair for pair in found.pairings if pair.shared]
    assert named
    assert all(shared.kind != "words" for pair in named for shared in pair.shared)
