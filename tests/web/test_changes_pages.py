"""What changed between two days, each change with its reason, and what came into the library."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client


def rows_of(client: Client, address: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(client.get(address).content)["rows"]
    return rows


def test_a_change_has_the_act_that_brought_it_about(client: Client) -> None:
    rows = rows_of(client, "/changes/?from=2018-01-29&to=2018-01-30&treaty=TPNW&format=json")
    (cuba,) = [row for row in rows if row["state"] == "CUB"]
    assert (cuba["before"], cuba["after"], cuba["reason"]) == ("SIGNATORY", "CONTRACTING", "ratification")
    assert client.get(cuba["statement"]).status_code == 200
    assert {row["treaty"] for row in rows} == {"TPNW"}


def test_an_act_counts_from_the_day_it_takes_effect(client: Client) -> None:
    rows = rows_of(client, "/changes/?from=2021-01-21&to=2021-01-22&treaty=TPNW&format=json")
    (treaty,) = [row for row in rows if row["what"] == "entered"]
    assert treaty["date"] == "2021-01-22"
    assert client.get(treaty["statement"]).status_code == 200
    (cuba,) = [row for row in rows if row["state"] == "CUB"]
    assert (cuba["after"], cuba["reason"]) == ("PARTY", "ratification")


def test_the_reason_is_the_act_by_which_a_state_is_bound(client: Client) -> None:
    rows = rows_of(client, "/changes/?from=2021-01-01&to=2021-01-22&treaty=TPNW&format=json")
    (guyana,) = [row for row in rows if row["state"] == "GUY"]  # it signed on the day on which it ratified
    assert (guyana["reason"], guyana["reason_date"], guyana["date"]) == ("ratification", "2017-09-20", "2021-01-22")


def test_several_treaties_may_be_chosen(client: Client) -> None:
    address = "/changes/?from=2010-07-01&to=2022-06-21&treaty=TPNW&treaty=NPT"
    rows = rows_of(client, f"{address}&format=json")
    assert {row["treaty"] for row in rows} == {"TPNW", "NPT"}
    page = client.get(address).content.decode()
    assert 'value="NPT" checked' in page
    assert f'<small class="quiet">{len(rows)}</small>' in page
    assert "part=treaties" in page


def test_documents_added_between_the_days_are_listed(client: Client) -> None:
    inside = rows_of(client, "/changes/?from=2026-12-01&to=2026-12-01&part=documents&format=json")
    assert len(inside) == 24
    assert {row["added"] for row in inside} == {"2026-12-01"}
    assert rows_of(client, "/changes/?from=2026-11-01&to=2026-11-30&part=documents&format=json") == []


def test_nothing_is_said_where_nothing_changed(client: Client) -> None:
    assert "Nothing changed" in client.get("/changes/?from=2022-01-01&to=2022-01-01&treaty=CWC").content.decode()


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("from=yesterday", "“yesterday” is no day that exists"),
        ("to=2022-02-30", "“2022-02-30” is no day that exists"),
        ("from=2022-06-21&to=2010-07-01", "Exchange them"),
        ("treaty=MOON", "No treaty of the register: MOON"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(client: Client, query: str, words: str) -> None:
    answer = client.get(f"/changes/?{query}")
    page = answer.content.decode()
    assert answer.status_code == 400
    assert words in page
    for part in query.split("&"):
        name, value = part.split("=")
        assert name == "treaty" or f'name="{name}" value="{value}"' in page


@pytest.mark.parametrize(
    "query",
    [
        "from=0001-01-01",
        "to=0001-01-01",
        "to=9999-12-31",
        "part=x",
        "part=x&format=csv",
        "treaty=&treaty=%00",
        "sort=-",
    ],
)
def test_odd_parameters_do_no_harm(client: Client, query: str) -> None:
    assert client.get(f"/changes/?{query}").status_code in (200, 400)
