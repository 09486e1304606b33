"""Differences as findings: each points into its own version, and at the others beside it."""

from __future__ import annotations

from verbale.concord.version_comparison import findings_of
from verbale.model.concordance import (
    Aspect,
    Concordance,
    Difference,
    DifferenceKind,
    LanguageVersion,
    Side,
)
from verbale.model.finding import Finding, Place, Severity
from verbale.model.language import Language
from verbale.model.span import Span

EN, FR, ES = Language.EN, Language.FR, Language.ES
SIDES = (
    Side(EN, "1", "1.", "Recalls the day of 6 December 2021", (Span(19, 34),)),
    Side(FR, "2", "2.", "Rappelle le jour du 9 décembre 2021", (Span(20, 35),)),
    Side(ES, "3", "3.", "Recuerda el día"),
)


def concordance(*differences: Difference) -> Concordance:
    versions = tuple(LanguageVersion(one, f"{one.value}.txt", "", 3, 3) for one in (EN, FR, ES))
    return Concordance("A/RES/77/1", "", versions, 3, (), (), differences)


def difference(*apart: Language, sides: tuple[Side, ...] = SIDES) -> Difference:
    dates = ("2021-12-09",), ("2021-12-06",)
    return Difference(DifferenceKind.VALUE, Aspect.DATE, Severity.ERROR, "1", apart, *dates, "Dates differ.", sides)


def test_the_version_that_stands_apart_is_pointed_at_in_its_own_text() -> None:
    found = findings_of(concordance(difference(FR)))
    others = (Place("en.txt", "1", 19, 34), Place("es.txt", "3", 0, len(SIDES[2].text)))
    finding = Finding("concord/value", Severity.ERROR, "Dates differ.", "2", 20, 35, related=others)
    assert found == {"en.txt": (), "fr.txt": (finding,), "es.txt": ()}


def test_without_a_majority_each_version_is_pointed_at_in_its_own_text() -> None:
    found = findings_of(concordance(difference()))
    places = {source: [(one.ref, one.start, one.end) for one in findings] for source, findings in found.items()}
    assert places == {"en.txt": [("1", 19, 34)], "fr.txt": [("2", 20, 35)], "es.txt": [("3", 0, len(SIDES[2].text))]}
    beside = {source: [place.source for one in findings for place in one.related] for source, findings in found.items()}
    assert beside == {
        "en.txt": ["fr.txt", "es.txt"],
        "fr.txt": ["en.txt", "es.txt"],
        "es.txt": ["en.txt", "fr.txt"],
    }


def test_where_nothing_answers_the_whole_version_is_meant_and_no_place_beside() -> None:
    missing = (SIDES[0], SIDES[1], Side(ES, "", "", ""))
    found = findings_of(concordance(difference(ES, sides=missing), difference(FR, sides=missing)))
    assert [(one.ref, one.start, one.end) for one in found["es.txt"]] == [("", 0, 0)]
    assert [place.source for one in found["es.txt"] for place in one.related] == ["en.txt", "fr.txt"]
    assert [place.source for one in found["fr.txt"] for place in one.related] == ["en.txt"]


def test_a_version_that_has_no_side_is_meant_as_a_whole() -> None:
    found = findings_of(concordance(difference(ES, sides=SIDES[:2])))
    assert [(one.ref, one.start, one.end) for one in found["es.txt"]] == [("", 0, 0)]
    assert [place.source for one in found["es.txt"] for place in one.related] == ["en.txt", "fr.txt"]
