"""The States: the list, what is known of each, then and now, and each list taken away as it is shown."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from django.test import Client

from verbale.app.changes_told import treaty_ids
from verbale.app.clock import today
from verbale.app.treaty_status import get_overview
from verbale.lexicon.written import sort_states
from verbale.model.language import Language


def json_of(client: Client, address: str) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads(client.get(address).content)["rows"]
    return rows


def text_of(client: Client, address: str) -> str:
    text: str = client.get(address).content.decode()
    return text


def test_every_member_observer_and_other_is_listed(client: Client) -> None:
    rows = json_of(client, "/states/?format=json")
    kinds = [row["kind"] for row in rows]
    assert kinds.count("member") == 193
    assert {"observer", "other", "organisation"} < set(kinds)
    assert "former" not in kinds
    cuba = next(row for row in rows if row["iso3"] == "CUB")
    assert cuba["parties"] == 5
    assert cuba["m49"] == "192"


def test_only_treaties_are_counted_whose_acts_are_all_held(client: Client) -> None:
    page = text_of(client, "/states/")
    told = re.search(r"Party to, of (\d+) treaties", page)
    whole = [one for one in get_overview(None, today()) if one.counts.deposited is not None]
    assert told
    assert int(told[1]) == len(whole) < len(treaty_ids())


def test_states_stand_in_the_order_of_the_language(client: Client) -> None:
    client.get("/", {"ui": "zh"})
    codes = [str(row["iso3"]) for row in json_of(client, "/states/?kind=member&sort=-name&format=json")]
    assert codes == sort_states(codes, Language.ZH)[::-1]


def test_replies_are_counted_once_for_all_languages(client: Client) -> None:
    counts = {row["iso3"]: row["replies"] for row in json_of(client, "/states/?format=json")}
    for code in ("CUB", "NZL", "JPN"):
        assert counts[code] == len(json_of(client, f"/states/{code}/?part=replies&format=json"))
    assert set(counts.values()) == {0, 1, 2}


@pytest.mark.parametrize("name", ["cub", "Cub", "192", "Cuba", "كوبا", "古巴"])
def test_other_names_of_a_state_lead_to_its_address(client: Client, name: str) -> None:
    answer = client.get(f"/states/{name}/", {"on": "2022-06-21"})
    assert (answer.status_code, answer["Location"]) == (302, "/states/CUB/?on=2022-06-21")


def test_what_is_no_state_is_not_found(client: Client) -> None:
    assert client.get("/states/Atlantis/").status_code == 404
    assert client.get("/states/%00/").status_code == 404


def test_a_reply_leads_to_its_paragraphs_in_the_language_of_the_interface(client: Client) -> None:
    code = next(str(row["iso3"]) for row in json_of(client, "/states/?format=json&sort=-replies"))
    client.get("/", {"ui": "fr"})
    rows = json_of(client, f"/states/{code}/?part=replies&format=json")
    page = text_of(client, f"/states/{code}/")
    assert [row["year"] for row in rows] == ["2022", "2010"]
    for row in rows:
        assert str(row["url"]).split("#")[0].endswith("/fr/")
        assert row["languages"] == ["ar", "en", "es", "fr", "ru", "zh"]
        assert row["paragraphs"]
        for ref in row["paragraphs"]:  # type: ignore[attr-defined]
            assert f'/documents/{row["symbol"]}/fr/#{ref}"' in page


def test_every_line_leads_to_its_statement(client: Client) -> None:
    for part in ("acts", "roll_calls", "claims", "positions", "figures"):
        rows = json_of(client, f"/states/CUB/?part={part}&format=json")
        assert rows
        for row in rows:
            assert client.get(str(row["statement"])).status_code == 200


def test_acts_are_those_of_the_day_with_their_standing(client: Client) -> None:
    before = json_of(client, "/states/CUB/?part=acts&on=2018-01-29&format=json")
    after = json_of(client, "/states/CUB/?part=acts&on=2018-01-30&format=json")
    assert [row["act"] for row in before if row["treaty"] == "TPNW"] == ["signature"]
    assert [row["act"] for row in after if row["treaty"] == "TPNW"] == ["signature", "ratification"]
    page = text_of(client, "/states/CUB/?on=2018-01-29")
    assert "As of 29 January 2018" in page
    assert "signatory" in page


def test_votes_can_be_filtered_and_taken_away_as_they_are_shown(client: Client) -> None:
    address = "/states/USA/?part=roll_calls&vote=against&on=2015-01-01"
    rows = json_of(client, f"{address}&format=json")
    taken = list(csv.DictReader(io.StringIO(text_of(client, f"{address}&format=csv"))))
    assert {row["vote"] for row in rows} == {"against"}
    assert [row["resolution"] for row in rows] == [row["resolution"] for row in taken]
    page = text_of(client, address)
    assert 'name="part" value="roll_calls"' in page
    assert 'name="on" value="2015-01-01"' in page
    assert f"{len(rows)} rows of" in page


def test_a_place_in_a_collection_leads_to_the_document_it_names(client: Client) -> None:
    rows = json_of(client, "/states/CUB/?part=roll_calls&format=json")
    places = {str(row["place"]): row["source_url"] for row in rows}
    assert places["A/76/PV.45"] == "https://undocs.org/en/A/76/PV.45"


def test_contents_lead_to_sections_that_are_there(client: Client) -> None:
    page = text_of(client, "/states/CUB/")
    anchors = re.findall(r'<li><a href="#([\w-]+)"', page)
    assert {"replies", "compared", "acts", "roll_calls", "positions"} <= set(anchors)
    for anchor in anchors:
        assert page.count(f'id="{anchor}"') == 1


def test_a_day_that_is_none_is_said_and_kept(client: Client) -> None:
    answer = client.get("/states/CUB/", {"on": '31 "February"'})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "2022-06-21" in page
    assert 'value="31 &quot;February&quot;"' in page
    assert "As of" in page


def test_a_day_may_be_written_in_words(client: Client) -> None:
    assert "As of 21 June 2022" in text_of(client, "/states/CUB/?on=21 juin 2022")


def test_a_former_state_and_an_organisation_have_a_page(client: Client) -> None:
    assert "former State" in text_of(client, "/states/SUN/")
    assert "organisation" in text_of(client, "/states/EUE/")


@pytest.mark.parametrize(
    "query",
    [
        "part=nothing", "part=acts&sort=-", "part=compared&then=x&now=y", "then=x", "now=%00", "on=0000-00-00",
        "on=9999-12-31", "on=1800-01-01", "on=" + "9" * 500, "part=compared&format=csv", "format=csv",
        "page=0&part=acts", "part=roll_calls&vote=%00",
    ],
)  # fmt: skip
def test_odd_parameters_do_no_harm(client: Client, query: str) -> None:
    for code in ("CUB", "SUN", "EUE"):
        assert client.get(f"/states/{code}/?{query}").status_code in (200, 400, 404)
