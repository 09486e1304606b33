"""One way to ask: about a State, within a period, as of a day, as known on a day."""

from __future__ import annotations

from verbale.model import Period
from verbale.register.holdings import everything, find_about_state, find_within, in_order


def test_what_is_held_about_a_state_ends_with_the_day_asked_for() -> None:
    old, new = find_about_state("CUB", "2010-12-31"), find_about_state("CUB")
    assert set(old) < set(new)
    assert all(entry.starts <= "2010-12-31" for entry in old)
    assert {"replies", "roll_calls", "figures"} <= {entry.kind for entry in old}
    assert all("CUB" in entry.states for entry in new)


def test_what_was_known_on_a_day() -> None:
    known = find_about_state("CUB", known="2010-05-14")
    assert any(entry.kind == "replies" for entry in known), "learned on its own day"
    assert not any(entry.statement.provenance.source == "A/77/123" for entry in known)
    assert find_about_state("CUB", known="1990-01-01") == ()


def test_of_a_series_the_last_year_is_given() -> None:
    years = [entry for entry in find_about_state("FRA", "2000-12-31") if entry.kind == "yearly_figures"]
    assert {entry.statement.valid.start for entry in years if entry.statement.property == "stockpile"} == {"2000"}


def test_a_period_holds_what_began_in_it() -> None:
    found = find_within(Period("2021-09", "2021-09-24"))
    assert [entry.starts for entry in found] == sorted(entry.starts for entry in found)
    assert {entry.kind for entry in found} >= {"meetings", "figures", "offices"}
    assert all(entry.starts.startswith("2021-09") or entry.starts == "2021" for entry in found)
    assert find_within(Period(None, "1900")) == ()
    assert len(find_within(Period(None, None))) < len(everything())


def test_what_has_no_beginning_comes_last() -> None:
    starts = [bool(entry.starts) for entry in in_order(everything())]
    assert starts == sorted(starts, reverse=True)
