"""The calendar: what is in it for whom, and the file of it."""

from __future__ import annotations

import dataclasses
import json
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from tests.desk.conftest import CYCLE
from tests.web.conftest import showing

from verbale.app.calendar_items import ItemKind, KnownCycle, cycle_items, find_known_cycles, register_items
from verbale.app.cycles import open_cycle, start_in_desk
from verbale.app.desks import make_desk, opened_desk
from verbale.app.notes import issue_note
from verbale.desk.access import READER, Viewer
from verbale.desk.cases import CycleStage
from verbale.desk.commands import Actor, Role
from verbale.desk.cycle import Extension

OFFICER = Actor("A. Officer")
OPENED = datetime(2022, 1, 20, 14, tzinfo=UTC)
ISSUED = datetime(2022, 1, 28, 14, tzinfo=UTC)
OFFICE = Viewer(Role.OFFICER, name="A. Officer")


def rows_of(client: Client, address: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(client.get(address).content)["rows"]
    return rows


@pytest.fixture
def asked(tmp_path: Path) -> str:
    """A desk with a cycle whose note verbale went out."""
    place = str(tmp_path / "desk.sqlite")
    make_desk(place)
    address, _ = start_in_desk(place, "", CYCLE, OFFICER, OPENED)
    with open_cycle(address) as folder:
        issue_note(folder, (), OFFICER, ISSUED, issue=True)
    return place


def known_cycle(place: str) -> KnownCycle:
    with opened_desk(place) as database:
        (one,) = find_known_cycles(database).cycles
    return one


def kinds(viewer: Viewer, one: KnownCycle) -> list[tuple[str, str]]:
    return [(item.kind.value, item.start) for item in cycle_items(viewer, [one])]


def test_days_of_a_cycle_are_for_its_officers_and_for_those_who_were_asked(asked: str) -> None:
    one = known_cycle(asked)
    days = [("note", "2022-01-28"), ("deadline", "2022-05-31")]
    assert kinds(OFFICE, one) == days
    assert kinds(Viewer(Role.MISSION, "CUB", "C."), one) == days
    assert kinds(Viewer(Role.MISSION, "COK", "K."), one) == []  # not among the addressees
    assert kinds(READER, one) == []


def test_days_of_an_issued_report_are_for_everybody(asked: str) -> None:
    one = known_cycle(asked)
    case = dataclasses.replace(one.case, stage=CycleStage.ISSUED, issued=(("A/77/9901", "2022-07-08"),))
    issued = dataclasses.replace(one, case=case)
    assert kinds(READER, issued)[-1] == ("report", "2022-07-08")
    assert kinds(READER, issued)[0] == ("note", "2022-01-28")


def test_more_time_for_all_is_told_and_more_time_for_one_is_not(asked: str) -> None:
    one = known_cycle(asked)
    more = (Extension(date(2022, 6, 15)), Extension(date(2022, 6, 30), "CUB"))
    calendar = dataclasses.replace(one.cycle.calendar, extensions=more)
    longer = dataclasses.replace(one, cycle=dataclasses.replace(one.cycle, calendar=calendar))
    assert kinds(OFFICE, longer)[-1] == ("extension", "2022-06-15")
    assert "2022-06-30" not in str(kinds(OFFICE, longer))


def test_what_happens_in_a_cycle_is_seen_at_once(asked: str) -> None:
    with opened_desk(asked) as database:
        before = find_known_cycles(database)
        address, _ = start_in_desk(asked, "other", CYCLE, OFFICER, OPENED)
        after = find_known_cycles(database)
        assert [one.name for one in after.cycles] == [one.name for one in before.cycles] + ["other"]
        assert after.cycles[-1].case.note_dated == ""
        with open_cycle(address) as folder:
            issue_note(folder, (), OFFICER, ISSUED, issue=True)
        assert find_known_cycles(database).cycles[-1].case.note_dated == "2022-01-28"


def test_a_reader_is_shown_no_day_that_is_for_the_office(asked: str, tmp_path: Path) -> None:
    with showing(asked, tmp_path / "site"):
        call_command("migrate", verbosity=0, interactive=False)
        client = Client()
        rows = rows_of(client, "/calendar/?format=json")
        assert {row["kind"] for row in rows} <= {"meeting", "session", "plan"}
        assert "UID:cycle-" not in client.get("/calendar/?format=ics").content.decode()
        assert "This desk asked" not in client.get("/mandates/A/RES/76/53/").content.decode()


def test_meetings_and_sessions_have_their_days_and_sources(client: Client) -> None:
    rows = {row["id"]: row for row in rows_of(client, "/calendar/?format=json")}
    meeting = rows["meeting-TPNW_MSP_2"]
    assert (meeting["start"], meeting["end"], meeting["place"]) == ("2023-11-27", "2023-12-01", "New York")
    assert client.get(meeting["statement"]).status_code == 200
    assembly = rows["session-general_assembly-regular-77"]
    assert assembly["title"] == "General Assembly, session 77"
    assert assembly["start"] == "2022-09-13"
    assert len(rows) == len(register_items())


def test_what_is_coming_can_be_asked_for(client: Client) -> None:
    rows = rows_of(client, "/calendar/?when=coming&sort=start&format=json")
    starts = [row["start"] for row in rows]
    assert starts == sorted(starts)
    assert {row["state"] for row in rows if row["kind"] == ItemKind.SESSION} == {"planned"}
    assert {row["year"] for row in rows_of(client, "/calendar/?year=2022&kind=meeting&format=json")} == {"2022"}


def test_the_file_has_what_is_shown_and_has_days(client: Client) -> None:
    query = "kind=meeting&year=2022"
    rows = [row for row in rows_of(client, f"/calendar/?{query}&format=json") if len(row["start"]) == 10]
    answer = client.get(f"/calendar/?{query}&format=ics")
    text = answer.content.decode()
    assert answer["Content-Type"].startswith("text/calendar")
    assert re.findall(r"^UID:(.+?)@testserver\r$", text, re.M) == [row["id"] for row in rows]
    assert text == client.get(f"/calendar/?{query}&format=ics").content.decode()
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert text.count("DTSTAMP:") == len(rows)
    page = client.get(f"/calendar/?{query}").content.decode()
    assert f"?{query.replace('&', '&amp;')}&amp;format=ics" in page


def test_every_item_has_an_id_of_its_own() -> None:
    ids = [item.id for item in register_items()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    "query", ["when=x", "year=%00", "kind=deadline", "format=ics&year=1", "page=-1", "sort=-title"]
)
def test_odd_parameters_do_no_harm(client: Client, query: str) -> None:
    assert client.get(f"/calendar/?{query}").status_code == 200
