"""Lists: filtered, sorted, taken away as exactly what is shown."""

from __future__ import annotations

import csv
import io
import json

from django.test import Client, RequestFactory

from verbale.web.lists import Column, Table, list_response


def rows_of(client: Client, address: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(client.get(address).content)["rows"]
    return found


def test_a_list_is_taken_away_as_it_is_shown(client: Client) -> None:
    address = "/documents/?language=en&sort=-symbol"
    page = client.get(address).content.decode()
    rows = rows_of(client, f"{address}&format=json")
    taken = list(csv.DictReader(io.StringIO(client.get(f"{address}&format=csv").content.decode())))
    assert [row["symbol"] for row in rows] == [row["symbol"] for row in taken]
    assert [row["symbol"] for row in rows] == sorted((row["symbol"] for row in rows), reverse=True)
    assert {row["language"] for row in rows} == {"en"}
    assert len(rows) == 4
    assert "?language=en&amp;sort=-symbol&amp;format=csv" in page


def test_a_list_longer_than_a_page_is_taken_away_whole() -> None:
    rows = [{"number": number} for number in range(450)]
    table = Table("numbers", "Numbers", (Column("number", "Number"),), rows)
    taken = json.loads(list_response(RequestFactory().get("/?format=json"), "", table).content)
    assert taken["total"] == len(taken["rows"]) == 450


def test_words_are_found_in_a_list_whatever_their_case_or_accents(client: Client) -> None:
    everything = rows_of(client, "/documents/?format=json")
    assert len(everything) == 24
    assert {row["language"] for row in rows_of(client, "/documents/?format=json&q=DESARME nuclear")} <= {"es"}


def test_a_filter_counts_what_the_others_leave(client: Client) -> None:
    page = client.get("/documents/?session=77").content.decode()
    assert 'value="77" selected' in page
    assert "Arabic" not in page


def test_odd_parameters_do_no_harm(client: Client) -> None:
    for query in ("page=0", "page=-3", "page=x", "page=99999999999", "sort=nothing", "sort=-", "q=%00", "session=x"):
        assert client.get(f"/documents/?{query}").status_code == 200
