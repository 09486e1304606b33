"""Requests of resolutions: the list, one resolution, and the chain it stands in."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from verbale.lexicon.requesting import addressee_names as known_addressees
from verbale.model.language import Language
from verbale.model.mandate import Due
from verbale.web.request_words import addressee_names, asked_names, due_words, rhythm_names, verb_names


def rows_of(client: Client, address: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(client.get(address).content)["rows"]
    return rows


def test_every_request_has_words_for_what_is_asked_and_of_whom(client: Client) -> None:
    rows = rows_of(client, "/mandates/?format=json")
    assert len(rows) > 1000
    assert {row["asked"] for row in rows} <= asked_names().keys()
    assert {row["addressee"] for row in rows} | set(known_addressees()) <= addressee_names().keys()
    assert {row["verb"] for row in rows} - {""} <= verb_names().keys()


def test_requests_are_filtered_by_what_is_asked_of_whom_and_session(client: Client) -> None:
    rows = rows_of(client, "/mandates/?asked=views&addressee=all_states&session=76&format=json")
    assert rows
    assert {(row["asked"], row["addressee"], row["session"]) for row in rows} == {("views", "all_states", 76)}
    page = client.get("/mandates/?asked=views&addressee=all_states&session=76").content.decode()
    assert f"{len(rows)} row" in page
    assert "all States" in page


def test_resolutions_are_sorted_as_their_numbers_count(client: Client) -> None:
    symbols = [row["symbol"] for row in rows_of(client, "/mandates/?session=76&sort=symbol&format=json")]
    assert symbols.index("A/RES/76/10") < symbols.index("A/RES/76/100")
    assert symbols.index("A/RES/76/53") < symbols.index("A/RES/76/100")


def test_a_request_leads_to_the_document_or_to_the_united_nations(client: Client) -> None:
    client.get("/", {"ui": "ru"})
    rows = rows_of(client, "/mandates/?session=76&format=json")
    assert {row["document"].partition(row["symbol"])[0] for row in rows} == {"https://undocs.org/ru/"}


def test_a_resolution_shows_its_chain_and_what_answered_it(client: Client) -> None:
    page = client.get("/mandates/A/RES/76/53/").content.decode()
    assert "A/77/123" in page
    assert "143-33-14" in page
    assert "28 January 2022" in page
    chain = rows_of(client, "/mandates/A/RES/76/53/?part=chain&format=json")
    sessions = [row["session"] for row in chain]
    assert sessions == sorted(sessions, reverse=True)
    assert len(sessions) > 10
    before = next(row["resolution"] for row in chain if row["session"] == 75)
    assert f'href="/mandates/{before}/"' in page
    assert client.get(f"/mandates/{before}/").status_code == 200


def test_the_chain_is_drawn_and_leads_where_the_table_does(client: Client) -> None:
    page = client.get("/mandates/A/RES/76/53/").content.decode()
    picture = page[page.index('<figure class="mandate-chain"') : page.index("</figure>")]
    resolutions = {row["resolution"] for row in rows_of(client, "/mandates/A/RES/76/53/?part=chain&format=json")}
    assert picture.count("<circle") == len(resolutions)
    assert all(f'href="{reverse("mandate", args=[symbol])}"' in picture for symbol in resolutions)
    assert '<figure class="mandate-chain"' not in client.get("/mandates/A/RES/76/100/").content.decode()


def test_each_step_names_its_source(client: Client) -> None:
    steps = rows_of(client, "/mandates/A/RES/76/53/?part=steps&format=json")
    assert {"resolution", "vote", "report", "noted", "call"} <= {row["step"] for row in steps}
    assert all(row["source"] and row["place"] for row in steps)


def test_a_resolution_outside_of_chains_has_its_requests(client: Client) -> None:
    page = client.get("/mandates/A/RES/76/100/").content.decode()
    assert 'id="requests"' in page
    assert 'id="chain"' not in page


@pytest.mark.parametrize("symbol", ["a/res/76/53", "A/RES/76/53 "])
def test_a_symbol_in_another_form_leads_to_its_address(client: Client, symbol: str) -> None:
    answer = client.get(f"/mandates/{symbol}/")
    assert (answer.status_code, answer["Location"]) == (302, "/mandates/A/RES/76/53/")


def test_a_part_of_a_resolution_has_its_own_address(client: Client) -> None:
    assert client.get("/mandates/A/RES/49/75%5BK%5D/").status_code == 200


@pytest.mark.parametrize("language", list(Language))
def test_the_page_is_there_in_each_language(client: Client, language: Language) -> None:
    client.get("/", {"ui": language.value})
    assert client.get("/mandates/").status_code == 200
    assert client.get("/mandates/A/RES/76/53/").status_code == 200


@pytest.mark.parametrize("path", ["x/", "A/RES/999/999/", "%00/", "A/RES/76/53/?part=nothing", "../../etc/"])
def test_what_is_no_resolution_is_not_found(client: Client, path: str) -> None:
    assert client.get(f"/mandates/{path}").status_code == 404


def test_odd_parameters_do_no_harm(client: Client) -> None:
    for query in ("session=x", "asked=%00", "sort=symbol", "sort=-due", "page=99", "q=(", "topic=ND&sort=topic"):
        assert client.get(f"/mandates/?{query}").status_code == 200


def test_due_is_told_in_words() -> None:
    assert due_words(Due((77, 78), "annual"), rhythm_names()) == "session 77, 78; every year"
    assert due_words(Due(), rhythm_names()) == ""
