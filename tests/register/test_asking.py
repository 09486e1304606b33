"""What a person names is found, or answered with the nearest names; what is supposed must be possible."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lengths import examples

from verbale.errors import BadReference
from verbale.model.act import ActKind
from verbale.register.asking import get_state, get_treaty, parse_as_of
from verbale.register.calendar import after, day_before, last_day, next_month
from verbale.register.change import find_changes
from verbale.register.status_as_of import status
from verbale.register.suppose import parse_supposition
from verbale.register.treaty_rules import treaty_rules


@pytest.mark.parametrize(
    "name",
    [
        "CTBT",
        "ctbt",
        "the Comprehensive Nuclear-Test-Ban Treaty",
        "全面禁止核试验条约",
        "Traité d’interdiction complète des essais nucléaires",
        "Договор о всеобъемлющем запрещении ядерных испытаний",
        "Tratado de Prohibición Completa de los Ensayos Nucleares",
        "معاهدة الحظر الشامل للتجارب النووية",
    ],
)
def test_a_treaty_by_any_of_its_names(name: str) -> None:
    assert get_treaty(name) == "CTBT"


def test_an_id_in_two_words() -> None:
    assert get_treaty("new start") == get_treaty("New-START") == "NEW_START"


@pytest.mark.parametrize("name", ["CUB", "cub", "Cuba", "the Republic of Cuba", "古巴", "Куба", "كوبا"])
def test_a_state_by_any_of_its_names(name: str) -> None:
    assert get_state(name) == "CUB"


@pytest.mark.parametrize(
    ("name", "nearest"), [("CTTB", "CTBT"), ("Tlatelolko", "Tlatelolco"), ("", "ANTARCTIC"), ("%%%%%%", "ANTARCTIC")]
)
def test_an_unknown_treaty_is_answered_with_the_nearest(name: str, nearest: str) -> None:
    with pytest.raises(BadReference, match=f"nearest: .*{nearest}"):
        get_treaty(name)


@pytest.mark.parametrize(("name", "nearest"), [("CUBB", "CUB"), ("Indonesai", "Indonesia"), ("EUE", "nearest")])
def test_an_unknown_state_is_answered_with_the_nearest(name: str, nearest: str) -> None:
    with pytest.raises(BadReference, match=nearest):
        get_state(name)


@pytest.mark.parametrize(
    "text",
    [
        "2022-06-21",
        " 2022-06-21 ",
        "21 June 2022",
        "June 21, 2022",
        "2022年6月21日",
        "二〇二二年六月二十一日",
        "21 июня 2022",
        "«21» июня 2022 года",
        "21 de junio del año 2022",
        "21 juin 2022",
        "vingt et un juin deux mille vingt-deux",
        "٢١ حزيران/يونيه ٢٠٢٢",
        "٢٠٢٢-٠٦-٢١",
        "21/6/2022",
        "21.6.2022",
    ],
)
def test_a_day_in_figures_or_words(text: str) -> None:
    assert parse_as_of(text) == "2022-06-21"


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("2022-02-30", "none that exists; give it as 2022-06-21 or 21 June 2022"),
        ("2022-13", "give it as"),
        ("2022", "2022-12-31"),
        ("2024-02", "2024-02-29"),
        ("yesterday", "give it as 2022-06-21 or 21 June 2022"),
        ("before 21 June 2022", "give it as"),
        ("0000-01-01", "give it as"),
        ("June 2022", "give it as"),
        ("04/05/2022", "either 2022-04-05 or 2022-05-04"),
        ("15 Ramadan 1442 AH", "another calendar, 2021-04-27 or a day beside it"),
    ],
)
def test_what_is_no_day_is_answered_with_advice(text: str, advice: str) -> None:
    with pytest.raises(BadReference, match=advice):
        parse_as_of(text)


@pytest.mark.parametrize(
    ("day", "period", "expected"),
    [
        ("2020-10-24", "P90D", "2021-01-22"),
        ("2020-01-31", "P1M", "2020-02-29"),
        ("2020-02-29", "P1Y", "2021-02-28"),
        ("2022-11-30", "P3M", "2023-02-28"),
        ("2022-12-31", "P12M", "2023-12-31"),
    ],
)
def test_periods(day: str, period: str, expected: str) -> None:
    assert after(day, period) == expected


def test_days_at_the_edge() -> None:
    assert day_before("2024-03-01") == "2024-02-29"
    assert next_month("2002-12-10") == "2003-01-01"
    assert [last_day(text) for text in ("2024", "2024-02", "2024-02-03")] == ["2024-12-31", "2024-02-29", "2024-02-03"]
    with pytest.raises(BadReference, match="no period"):
        after("2020-01-01", "90 days")
    for period in ("P1D", "P1M", "P9Y"):
        with pytest.raises(BadReference, match="no day"):
            after("9999-12-31", period)


VERBS = ("signs", "ratifies", "accedes", "succeeds", "subscribes", "withdraws", "withdraws its ratification")
DAYS = st.dates().map(lambda day: day.isoformat())
NINE = (
    "USA ratifies 2027-01-01, CHN ratifies 2027-03-01; EGY ratifies 1 March 2027, IRN ratifies 2027-03-02,"
    "以色列 批准 2027-03-03、IND signs 2027-03-04, India ratifies 2027-03-04, PAK signs 2027-05-05,"
    "PAK ratifies 2027-05-05, PRK signs 2027-06-01، PRK ratifies 2027-06-01, Россия ратифицирует 2027-06-15"
)


def test_what_would_bring_the_ctbt_into_force() -> None:
    acts = parse_supposition("CTBT", NINE)
    assert len(acts) == 12
    answer = status("CTBT", "2027-06-15", acts)
    assert (answer.in_force, answer.in_force_since, answer.outstanding) == (False, "2027-12-12", ())
    assert status("CTBT", "2027-12-12", acts).in_force
    assert status("CTBT", "2027-12-12", acts).counts.in_force_for == 188
    assert {"supposed", "ahead", "met"} <= {step.key for step in answer.why}


def test_two_of_nine_are_not_enough() -> None:
    acts = parse_supposition("CTBT", "USA ratifies 2027-01-01, CHN ratifies 2027-03-01")
    answer = status("CTBT", "2027-03-01", acts)
    assert answer.in_force_since is None
    assert answer.outstanding == ("EGY", "IND", "IRN", "ISR", "PAK", "PRK", "RUS")


@pytest.mark.parametrize(
    ("treaty", "text", "reason"),
    [
        ("CTBT", "USA dances 2027-01-01", "no act that can be supposed"),
        ("CTBT", "USA ratifies", "no act that can be supposed"),
        ("CTBT", "USA ratifies soon", "no day"),
        ("CTBT", "Utopia ratifies 2027-01-01", "no State"),
        ("CTBT", "IND accedes 2027-01-01", "only once it is in force"),
        ("CTBT", "IND ratifies 2027-01-01", "has not signed"),
        ("CTBT", "CUB ratifies 2027-01-01", "has been bound since its act of 2021-02-04"),
        ("CTBT", "CUB ratifies 1990-01-01", "was opened for signature on 1996-09-24"),
        ("CTBT", "USA withdraws 2027-01-01", "is not bound"),
        ("NPT", "SSD withdraws its ratification 2027-01-01", "is not bound"),
        ("NPT", "CUB withdraws its ratification 2027-01-01", "is in force"),
        ("NEW_START", "CHN accedes 2025-01-01", "is between RUS and USA"),
        ("NEW_START", "RUS withdraws 2027-01-01", "expired"),
        ("FMCT", "USA ratifies 2027-01-01", "is not open to acts"),
        ("MONGOLIA_NWFS", "MNG ratifies 2027-01-01", "is not open to acts"),
    ],
)
def test_what_cannot_be_supposed(treaty: str, text: str, reason: str) -> None:
    with pytest.raises(BadReference, match=reason):
        parse_supposition(treaty, text)


def test_a_withdrawal_is_supposed() -> None:
    acts = parse_supposition("TPNW", "MEX withdraws 2027-01-01")
    assert [act.kind for act in acts] == [ActKind.WITHDRAWAL_NOTICE]
    assert status("TPNW", "2027-12-31", acts).counts.in_force_for == 75
    assert status("TPNW", "2028-01-01", acts).counts.in_force_for == 74


def test_a_later_withdrawal_of_a_ratification_undoes_nothing_that_is_in_force() -> None:
    acts = parse_supposition("CTBT", "CUB withdraws ratification 2027-01-01")
    assert status("CTBT", "2027-01-01", acts).counts.deposited == 178


@given(st.text(max_size=40))
def test_any_text_is_answered_or_refused(text: str) -> None:
    for ask in (get_treaty, get_state, parse_as_of, partial(parse_supposition, "CTBT")):
        with suppress(BadReference):
            assert ask(text)


@settings(max_examples=examples(30))
@given(st.sampled_from(sorted(treaty_rules())), st.sampled_from(["USA", "PRK", "CUB"]), st.sampled_from(VERBS), DAYS)
def test_whatever_is_supposed_is_answered_or_refused(treaty: str, state: str, verb: str, day: str) -> None:
    with suppress(BadReference):
        answer = status(treaty, day, parse_supposition(treaty, f"{state} {verb} {day}"))
        assert "supposed" in {step.key for step in answer.why}


def test_changes_between_two_reports() -> None:
    changes = find_changes("2022-06-21", "2024-01-01", ["CTBT"])
    assert [(each.what, each.before, each.after) for each in changes[:4]] == [
        ("signatures", "186", "187"),
        ("ratifications", "172", "177"),
        ("deposited", "172", "177"),
        ("outstanding", "8", "9"),
    ]
    last = changes[-1]
    assert (last.state, last.before, last.after, last.date) == ("RUS", "CONTRACTING", "SIGNATORY", "2023-11-03")


def test_changes_of_every_treaty() -> None:
    assert {each.what for each in find_changes("2022-06-21", "2026-11-25")} >= {"expired", "label"}
    assert {each.what for each in find_changes("2020-12-31", "2021-12-31")} >= {"entered", "in_force_for"}
    suspended = [each for each in find_changes("2022-06-21", "2024-01-01", ["NEW_START"]) if each.what == "suspension"]
    assert [(each.before, each.after) for each in suspended] == [("", "RUS")]
    assert find_changes("2024-01-01", "2024-01-01") == ()
    new = [each for each in find_changes("2010-01-01", "2012-01-01", ["NPT"]) if each.state == "SSD"]
    assert new == []
    gone = [each for each in find_changes("1990-01-01", "1991-01-01", ["NPT"]) if each.state == "DDR"]
    assert [(each.before, each.after) for each in gone] == [("PARTY", "")]
