"""Forms of words that look like faults and are none, or none that is sure."""

from __future__ import annotations

import pytest

from verbale.app import read_source
from verbale.check import Matter, find_in
from verbale.check.example_texts import report_with
from verbale.model import Finding, Severity

TPNW = "the Treaty on the Prohibition of Nuclear Weapons"
CTBT = "the Comprehensive Nuclear-Test-Ban Treaty"


def findings(text: str) -> list[Finding]:
    document = read_source(text.encode(), "en.txt")
    return [one for found in find_in(Matter(document, {})).values() for one in found]


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


@pytest.mark.parametrize("address", ["NPT/CONF.2000/28", "NPT/CONF.2000/28(PARTI)", "NPT/CONF.2000/28(PARTI"])
def test_the_parts_of_a_document_may_have_one_address(address: str) -> None:
    page = (
        '<!doctype html><html lang="en"><body><p>1. See <a href="https://undocs.org/{}">NPT/CONF.2000/28 '
        "(Parts I and II)</a>.</p></body></html>"
    )
    document = read_source(page.format(address).encode(), "en.html")
    found = [one.rule for each in find_in(Matter(document, {})).values() for one in each]
    assert "references/link" not in found
