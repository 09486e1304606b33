"""Treaties: every count leads to its acts, every day is answered, a supposition is told as one."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from typing import Any
from urllib.parse import quote

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from verbale.app.clock import today
from verbale.app.treaty_status import get_overview, get_status
from verbale.errors import BadReference
from verbale.lexicon.naming import status_term
from verbale.model.language import Language

ENTRY = "/treaties/TPNW/?on=2022-06-21"


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def record(client: Client, address: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(client.get(f"{address}&format=json").content)
    return found


def test_the_list_has_every_treaty_with_its_counts(client: Client) -> None:
    rows = {row["treaty"]: row for row in record(client, "/treaties/?on=2022-06-21")["rows"]}
    for status in get_overview("2022-06-21", today()):
        row = rows.pop(status.treaty)
        assert (row["signatures"], row["deposited"]) == (status.counts.signatures, status.counts.deposited)
    assert rows == {}
    assert "?on=2022-06-21&count=signatures#list" in page(client, "/treaties/?on=2022-06-21")


def test_a_reader_follows_86_signatures_to_the_acts(client: Client) -> None:
    link = re.search(r'<a href="([^"]+)">86<', page(client, ENTRY))
    assert link is not None
    shown = page(client, link[1].partition("#")[0])
    rows = re.findall(r'<tr><th scope="row"><a href="(/states/\w+/)">.*?</tr>', shown)
    assert len(rows) == len(set(rows)) == 86
    assert "Every State that signed counts" in shown
    statement = re.search(r'<a href="(/statements/\w+/)"><time datetime="2017-09-20">', shown)
    assert statement is not None
    assert "TPNW signature" in page(client, statement[1])


@pytest.mark.parametrize("count", ["signatures", "ratifications", "accessions", "deposited", "in_force_for"])
def test_csv_and_json_are_exactly_the_view(client: Client, count: str) -> None:
    address = f"{ENTRY}&count={count}"
    found = record(client, address)
    taken = list(csv.DictReader(io.StringIO(client.get(f"{address}&format=csv").content.decode())))
    assert [row["state"] for row in found["rows"]] == [row["state"] for row in taken]
    assert found["total"] == found["counts"][count] == len(taken)
    assert all(row["source"] and row["statement"] for row in taken)


def test_a_filter_keeps_the_day_and_the_supposition(client: Client) -> None:
    shown = page(client, "/treaties/CTBT/?on=2022-06-21&standing=SIGNATORY")
    assert '<input type="hidden" name="on" value="2022-06-21">' in shown
    rows = record(client, "/treaties/CTBT/?on=2022-06-21&circle=outstanding")["rows"]
    assert {row["state"] for row in rows} == set(get_status("CTBT", "2022-06-21", today()).outstanding)


@pytest.mark.parametrize("name", ["ctbt", "Comprehensive Nuclear-Test-Ban Treaty", "全面禁止核试验条约"])
def test_other_names_lead_to_the_address(client: Client, name: str) -> None:
    answer = client.get(f"/treaties/{quote(name)}/", {"on": "2022-06-21"})
    assert (answer.status_code, answer["Location"]) == (302, "/treaties/CTBT/?on=2022-06-21")


def test_what_is_no_treaty_is_not_found_and_the_nearest_are_named(client: Client) -> None:
    answer = client.get("/treaties/CTBTO treaty/")
    assert answer.status_code == 404
    assert "nearest" in answer.content.decode()


def test_a_day_that_does_not_exist_is_told_and_kept(client: Client) -> None:
    shown = page(client, "/treaties/CTBT/?on=2022-02-30")
    assert 'value="2022-02-30"' in shown
    assert 'aria-invalid="true"' in shown
    assert "2022-06-21" in shown
    assert "data-days" not in shown


def test_disputed_acts_are_shown_with_both_readings(client: Client) -> None:
    shown = page(client, "/treaties/NPT/?on=2022-06-21")
    section = shown[shown.index('id="disputed"') :]
    assert "Democratic People" in section
    assert "parties: 191" in section
    assert "parties: 190" in section


def test_entry_into_force_tells_what_is_met_and_what_is_missing(client: Client) -> None:
    shown = page(client, "/treaties/CTBT/?on=2022-06-21")
    assert "36 of 44" in shown
    assert "circle=outstanding#list" in shown


def test_the_map_and_the_chart_have_their_style_and_shapes(client: Client) -> None:
    shown = page(client, ENTRY)
    assert 'class="world-map"' in shown
    assert 'class="act-chart"' in shown
    assert "do not imply official endorsement" in shown
    shapes = re.search(r'<use href="(/map/\w+\.svg)#', shown)
    assert shapes is not None
    answer = client.get(shapes[1])
    assert "immutable" in answer["Cache-Control"]
    assert 'id="FRA"' in answer.content.decode()
    assert "Cache-Control" not in client.get("/map/other.svg").headers
    assert finders.find("verbale/charts.css")


def test_a_supposition_is_marked_and_leads_to_what_would_follow(client: Client) -> None:
    answer = client.get("/treaties/CTBT/", {"who": "USA", "act": "ratification", "day": "1 January 2027"})
    assert answer.status_code == 302
    shown = page(client, answer["Location"].partition("#")[0])
    assert "None of these acts has taken place" in shown
    assert "USA ratifies 2027-01-01" in shown
    plain = get_status("CTBT", "2027-01-01", today()).counts.ratifications
    supposed = record(client, answer["Location"].partition("#")[0])
    assert supposed["counts"]["ratifications"] == (plain or 0) + 1
    assert supposed["supposed"] == ["USA ratifies 2027-01-01"]
    assert "USA" not in supposed["outstanding"]


def test_acts_are_supposed_one_after_the_other(client: Client) -> None:
    before = {"suppose": "USA signs 2027-01-01", "who": "USA", "act": "ratification", "day": "2027-02-01"}
    answer = client.get("/treaties/TPNW/", before)
    assert answer.status_code == 302
    assert "USA+signs+2027-01-01%2C+USA+ratifies+2027-02-01" in answer["Location"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"who": "CUB", "act": "ratification", "day": "2027-13-01"}, "2027-13-01"),
        ({"who": "CUB", "act": "accession", "day": "2027-01-01"}, "has been bound"),
        ({"who": "", "act": "signature", "day": ""}, "no State of the register"),
        ({"who": "CUB", "act": "nothing", "day": "2027-01-01"}, "no kind of act"),
        ({"suppose": "Atlantis ratifies 2027-01-01"}, "no State of the register"),
        ({"suppose": "USA ratifies 9999-12-31"}, "no day"),
        ({"suppose": "x" * 2000}, "more than 900"),
    ],
)
def test_what_cannot_be_supposed_is_told_and_kept(client: Client, query: dict[str, str], words: str) -> None:
    answer = client.get("/treaties/TPNW/", query)
    assert answer.status_code == 200
    shown = html.unescape(answer.content.decode())
    assert words in shown
    assert query.get("day", query.get("suppose", ""))[:100] in shown
    assert "None of these acts has taken place" not in shown


@pytest.mark.parametrize("treaty", [status.treaty for status in get_overview("2022-06-21", today())])
def test_every_treaty_is_answered_on_every_day(client: Client, treaty: str) -> None:
    for day in ("0001-01-01", "1960-01-01", "2022-06-21", "9999-12-31", "tomorrow", "%00"):
        for rest in ("", "&count=signatures", "&standing=x&sort=-x&page=9", "&suppose=FRA+gives+notice+2027-01-01"):
            assert client.get(f"/treaties/{treaty}/?on={day}{rest}").status_code == 200


@pytest.mark.parametrize("language", list(Language))
def test_words_of_the_register_are_in_the_language_of_the_interface(client: Client, language: Language) -> None:
    client.get("/", {"ui": language.value})
    shown = page(client, ENTRY)
    assert status_term("signatures", language) in shown
    assert f'lang="{language}"' in shown


def test_the_terminal_refuses_the_same(client: Client) -> None:
    with pytest.raises(BadReference):
        get_status("TPNW", None, today(), "CUB accedes to 2027-01-01")
