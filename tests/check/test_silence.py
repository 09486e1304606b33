"""Forms of words that look like faults and are none, or none that is sure."""

from __future__ import annotations

import pytest

from verbale.app.reading import read_source
from verbale.check.context import CheckContext
from verbale.check.example_texts import report_with
from verbale.check.rules import find_in
from verbale.model.finding import Finding, Severity

TPNW = "the Treaty on the Prohibition of Nuclear Weapons"
CTBT = "the Comprehensive Nuclear-Test-Ban Treaty"


def findings(text: str) -> list[Finding]:
    document = read_source(text.encode(), "en.txt")
    return [one for found in find_in(CheckContext(document, {})).values() for one in found]


def test_ratifications_and_accessions_told_in_one_number() -> None:
    (one,) = findings(f"1. As at 10 December 2021, 57 States had ratified or acceded to {TPNW}.\n")
    assert (one.rule, one.severity) == ("claims/confirmed", Severity.NOTE)
    assert "57" in one.message
    (one,) = findings(f"1. As at 10 December 2021, 57 States had ratified {TPNW}.\n")
    assert (one.rule, one.severity) == ("claims/contradicted", Severity.ERROR)


def test_states_whose_ratification_is_asked_are_not_counted_as_bound() -> None:
    text = (
        "1. Los 44 cuya ratificación es necesaria para el Tratado de Prohibición Completa de los Ensayos Nucleares.\n"
    )
    assert not [one for one in findings(text) if one.rule.startswith("claims")]


def test_a_day_in_the_future_that_ends_a_duration_dates_no_count() -> None:
    text = (
        "Nations Unies A/RES/76/900\n\nAssemblée générale\n\nDistr. générale\n13 décembre 2021\n\nRésolution adoptée "
        "par l’Assemblée générale le 6 décembre 2021\n\n76/900. Désarmement\n\nL’Assemblée générale,\n\n"
        "1. Salue la prorogation du Traité pour cinq ans, jusqu’au 4 février 2026, et encourage ces deux États.\n"
    )
    assert not [one for one in findings(text) if one.rule == "consistency/as-of"]


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        (report_with("met (see section V above)"), Severity.ERROR),
        ("The Treaty is described in section V above.\n\nStates met in 2022.\n", Severity.NOTE),
        ("1. States met.\n\n2. The list is given in annex II to the present report.\n", Severity.NOTE),
    ],
)
def test_what_may_stand_elsewhere_is_no_error(text: str, severity: Severity) -> None:
    (one,) = [one for one in findings(text) if one.rule == "references/dangling"]
    assert one.severity is severity


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("As at 21 June 2022, two more States ratified", "claims/unchecked"),
        ("As at 21 June 2022, 50 African States ratified", "claims/unchecked"),
        ("As at 21 June 2022, 50 States ratified in 2021", "claims/unchecked"),
        ("As at 21 June 2022, 50 States ratified", "claims/contradicted"),
        ("As at 21 June 2022, 70 States ratified", "claims/contradicted"),
    ],
)
def test_a_number_of_some_states_contradicts_no_count_of_all(words: str, rule: str) -> None:
    assert [one.rule for one in findings(f"1. {words} {TPNW}.\n")] == [rule]


def test_the_day_of_a_count_may_stand_behind_it() -> None:
    (one,) = findings(f"1. The Assembly welcomes that 86 States signed {TPNW} as at 21 June 2022.\n")
    assert (one.rule, "2022-06-21" in one.message) == ("claims/confirmed", True)
    text = "1. ترحب بأن 86 دولة قد وقّعت معاهدة حظر الأسلحة النووية لغاية 21 حزيران/يونيه 2022؛\n"
    (one,) = findings(text)
    assert (one.rule, "2022-06-21" in one.message) == ("claims/confirmed", True)


@pytest.mark.parametrize(
    ("printed", "address", "faults"),
    [
        ("NPT/CONF.2000/28 (Parts I and II)", "NPT/CONF.2000/28", 0),
        ("NPT/CONF.2000/28 (Parts I and II)", "NPT/CONF.2000/28(PARTI)", 0),
        ("NPT/CONF.2000/28 (Parts I and II)", "NPT/CONF.2000/28(PARTSIANDII)", 0),
        ("NPT/CONF.2000/28 (Parts I and II)", "NPT/CONF.2000/28(PARTI", 0),
        ("NPT/CONF.2000/28 (Parts I and II)", "NPT/CONF.2000/29", 1),
        ("resolution 260 A (III)", "A/RES/260A(III)", 0),
        ("resolution 260 A (III)", "A/RES/260B(III)", 1),
        ("A/76/49", "A/76/49(VOL.I)", 0),
        ("A/76/49 (Vol. II)", "A/76/49(VOL.I)", 1),
        ("resolution 76/53", "/ru/A/RES/76/53", 0),
        ("resolution 76/53", "/ru/A/RES/76/54", 1),
    ],
)
def test_one_document_may_have_several_addresses(printed: str, address: str, faults: int) -> None:
    page = (
        '<!doctype html><html lang="en"><body><p>1. The Assembly recalled what is said of the Conference in '
        f'<a href="https://undocs.org/{address}">{printed}</a>, and of what it did.</p></body></html>'
    )
    document = read_source(page.encode(), "en.html")
    found = [one.rule for each in find_in(CheckContext(document, {})).values() for one in each]
    assert found.count("references/link") == faults


def test_a_chapter_headed_by_its_word_and_number_is_there() -> None:
    chapters = "\n\n".join(
        f"Chapter {number}\n\nSHIPPING\n\n{at}. States met." for at, number in enumerate(("I", "II"), 1)
    )
    text = f"I. Introduction\n\nA. Scope\n\n{chapters} See also chapter {{}}.\n"
    assert not [one for one in findings(text.format("II")) if one.rule == "references/dangling"]
    assert [one.severity for one in findings(text.format("IX")) if one.rule == "references/dangling"] == [
        Severity.ERROR
    ]
