"""What the register holds of sessions, joined with the chains."""

from __future__ import annotations

from itertools import pairwise

from verbale.lexicon.requesting import addressee_names
from verbale.model.mandate import Asked
from verbale.model.symbol import Symbol
from verbale.register.mandates.held_requests import find_listed, held_sessions


def test_a_session_read_whole_knows_its_recurring_mandates() -> None:
    listed = [each for each in find_listed(76) if each.topic]
    assert {(each.symbol, each.provision, each.report, each.vote) for each in listed} == {
        ("A/RES/76/27", "5", "A/77/123", "125-50-14"),
        ("A/RES/76/46", "22", "A/77/123", "124-41-22"),
        ("A/RES/76/53", "3", "A/77/123", "143-33-14"),
    }
    assert {each.asked for each in listed} == {Asked.REPORT}
    assert {each.due.sessions for each in listed} == {(77,)}


def test_another_session_gives_its_recurring_mandates_alone() -> None:
    listed = find_listed(64)
    assert [(each.topic, each.provision, each.report) for each in listed] == [
        ("RND", "5", "A/65/137"),
        ("ND", "22", "A/65/137"),
        ("ICJ", "3", "A/65/137"),
    ]


def test_a_report_without_a_known_paragraph_is_listed_with_none() -> None:
    (found,) = (each for each in find_listed(59) if each.topic == "ICJ")
    assert (found.provision, found.report, found.due.sessions, found.verb) == ("", "A/60/122", (), "")


def test_no_request_stands_twice_and_resolutions_go_by_number() -> None:
    listed = find_listed()
    assert len({(e.symbol, e.provision, e.verb, e.addressee, e.asked, e.due) for e in listed}) == len(listed)
    symbols = [Symbol(each.symbol) for each in listed]
    assert all(first <= second for first, second in pairwise(symbols))


def test_every_row_names_a_known_addressee_and_a_language() -> None:
    assert held_sessions() == (76,)
    names = {*addressee_names(), "other"}
    for each in find_listed(76):
        assert each.addressee in names
        assert each.languages or each.topic
        assert not each.text
