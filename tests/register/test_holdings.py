"""One way to ask: about a State, within a period, as of a day, as known on a day."""

from __future__ import annotations

from verbale.model.statement import Period
from verbale.register.holdings import everything, find_about_state, find_within, in_order


def test_what_is_held_about_a_state_ends_with_the_day_asked_for() -> None:
    old, new = find_about_state("CUB", "2010-12-31"), find_about_state("CUB")
    assert set(old) < set(new)
    assert all(line.starts <= "2010-12-31" for line in old)
    assert {"replies", "roll_calls", "figures"} <= {line.kind for line in old}
    assert all("CUB" in line.states for line in new)


def test_what_was_known_on_a_day() -> None:
    known = find_about_state("CUB", known="2010-05-14")
    assert any(line.kind == "replies" for line in known), "learned on its own day"
    assert not any(line.statement.provenance.source == "A/77/123" for line in known)
    assert find_about_state("CUB", known="1990-01-01") == ()


def test_of_a_series_the_last_year_is_given() -> None:
    years = [line for line in find_about_state("FRA", "2000-12-31") if line.kind == "yearly_figures"]
    assert {line.statement.valid.start for line in years if line.statement.property == "stockpile"} == {"2000"}


def test_a_period_holds_what_began_in_it() -> None:
    found = find_within(Period("2021-09", "2021-09-24"))
    assert [line.starts for line in found] == sorted(line.starts for line in found)
    assert {line.kind for line in found} >= {"meetings", "figures", "offices"}
    assert all(line.starts.startswith("2021-09") or line.starts == "2021" for line in found)
    assert find_within(Period(None, "1900")) == ()
    assert len(find_within(Period(None, None))) < len(everything())


def test_what_has_no_beginning_stands_where_it_was_learned() -> None:
    days = [line.told_on for line in in_order(everything())]
    assert days == sorted(days)
    claim = next(line for line in find_about_state("QAT") if line.kind == "claims")
    assert (claim.starts, claim.told_on) == ("", "2010-04-07")
    assert not any(line.kind == "claims" for line in find_about_state("QAT", "2010-04-06"))


def test_paragraphs_come_in_their_own_order() -> None:
    places = [
        line.statement.provenance.place
        for line in find_about_state("CUB")
        if line.kind == "positions" and line.starts == "2022-05-10"
    ]
    assert places == [f"III.CUB.{number}" for number in range(1, 17)]
