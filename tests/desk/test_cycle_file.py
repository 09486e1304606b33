"""``cycle.toml``: read whole, written back, and refused with the place and the reason."""

from __future__ import annotations

from datetime import date

import pytest
from tests.desk.conftest import CYCLE

from verbale.desk.cycle import AddresseeGroup, Cycle
from verbale.desk.cycle_file import cycle_toml, parse_cycle
from verbale.errors import CycleBroken
from verbale.model.language import Language
from verbale.model.policy import LateRule


def test_a_cycle_is_read(cycle: Cycle) -> None:
    assert (cycle.session, cycle.report) == (77, "A/77/9901")
    assert [mandate.resolution for mandate in cycle.called] == ["A/RES/76/53"]
    assert cycle.addressees.groups == (AddresseeGroup.MEMBER_STATES, AddresseeGroup.OBSERVERS)
    assert cycle.calendar.reminders == (date(2022, 4, 15), date(2022, 5, 16))
    assert cycle.policies[1].languages == tuple(Language)
    assert cycle.policies[0].reply_words is None


def test_policies_are_values_with_dates(cycle: Cycle) -> None:
    assert cycle.policy_on(date(2012, 5, 31)).late is LateRule.ADDENDUM
    assert cycle.policy_on(date(2022, 5, 31)).late is LateRule.WEB
    assert cycle.policy_on(date(2000, 1, 1)).late is LateRule.ADDENDUM


def test_what_is_written_is_read_again(cycle: Cycle) -> None:
    assert parse_cycle(cycle_toml(cycle)) == cycle
    extended = CYCLE.replace(
        "[[policy]]",
        "submission = 2022-07-08\nobserved_since = 2021-07-14\n"
        '[[calendar.extensions]]\nuntil = 2022-06-10\nstate = "MEX"\n\n[[policy]]',
        1,
    )
    assert parse_cycle(cycle_toml(parse_cycle(extended))) == parse_cycle(extended)


@pytest.mark.parametrize("day", ["28 January 2022", "28 января 2022 года", "2022年1月28日", "28 janvier 2022"])
def test_a_day_may_be_written_in_words(day: str) -> None:
    assert parse_cycle(CYCLE.replace("note = 2022-01-28", f'note = "{day}"')) == parse_cycle(CYCLE)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("session = 77", 'session = "77"', "session: '77' should be a whole number"),
        ("session = 77", "session = true", "session: True should be a whole number"),
        ("session = 77\n", "", "session: is missing"),
        ('name = "2022"', "name = 2022", "name: 2022 should be a text"),
        ('"A/77/9901"', '"77/9901"', "report: .*not the symbol"),
        ('late = "web"', 'late = "fax"', r"policy\[2\]\.late: 'fax' should be one of addendum, web"),
        ('late = "web"', 'late = "web"\nlate_rule = 1', r"policy\[2\]\.late_rule: is not known here"),
        ("reply_words = 1500", "reply_words = -1", r"reply_words: -1 should be a number of words"),
        ("called = false", 'called = "no"', r"mandates\[2\]\.called: 'no' should be true or false"),
        ("note = 2022-01-28", 'note = "28 January"', r"calendar\.note: '28 January': no day.* 21 June 2022"),
        ("note = 2022-01-28", "note = 28", r"calendar\.note: 28 should be a date"),
        ("deadline = 2022-05-31", "deadline = 2021-05-31", "lies before the note verbale"),
        ("deadline = 2022-05-31", 'deadline = 2022-05-31\nzone = "Mars/Base"', "is no time zone"),
        ("reminders = [2022-05-16, 2022-04-15]", 'reminders = ["May"]', "reminders: 'May': no day"),
        ("reminders = [2022-05-16, 2022-04-15]", "reminders = 3", "reminders: 3 should be a list of dates"),
        ('groups = ["member-states", "observers"]', "groups = []", "name whom the note goes to"),
        ('groups = ["member-states", "observers"]', 'groups = "all"', "should be a list of texts"),
        ('groups = ["member-states", "observers"]', 'groups = []\nalso = ["Cuba"]', "three letters"),
        ('topic = "ND"', 'topic = "ND"\ntitles = 3', r"mandates\[2\]\.titles: should be a table of texts"),
        ('topic = "ND"', 'topic = "ND"\ntitles = {de = "x"}', r"titles: 'de' should be one of"),
        ("[addressees]", "[[addressees]]", "addressees: should be a table"),
        ("[[policy]]", "[[policies]]", r"policy: there should be at least 1|policies"),
        ("[calendar]", "[calendar]\nextensions = 3", "should be a list of tables"),
        ("name =", "name", "line 2"),
    ],
)
def test_a_broken_file_is_told_by_its_place(old: str, new: str, words: str) -> None:
    with pytest.raises(CycleBroken, match=words):
        parse_cycle(CYCLE.replace(old, new))
