"""The register: every line leads to its statement and its source, and figures stand beside each other."""

from __future__ import annotations

import html
import json
import re
from typing import Any

import pytest
from django.test import Client

from verbale.app.clock import today
from verbale.app.register_answers import get_all_lines, get_timeline
from verbale.app.register_tables import (
    FIGURES,
    find_beside,
    find_differing,
    find_statement,
    get_sources,
    get_table,
    get_tables,
)


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def record(client: Client, address: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(client.get(address).content)
    return found


def test_every_table_is_listed_with_what_it_holds(client: Client) -> None:
    rows = record(client, "/register/?format=json")["rows"]
    assert sum(row["lines"] for row in rows) == len(get_all_lines())
    shown = page(client, "/register/")
    assert all(f'href="/register/{row["table"]}/"' in shown for row in rows)


@pytest.mark.parametrize("name", [one.name for one in get_tables()])
def test_every_line_of_a_table_has_a_statement_and_a_source(client: Client, name: str) -> None:
    found = record(client, f"/register/{name}/?format=json")
    assert found["total"] == len(get_table(name))
    for row in found["rows"]:
        assert find_statement(row["statement"].split("/")[2]) is not None
        assert row["source"]
        assert row["recorded"]
    first = found["rows"][0]
    assert first["statement"] in page(client, f"/register/{name}/")
    assert page(client, first["statement"])


def test_a_table_is_narrowed_by_state_treaty_and_days(client: Client) -> None:
    rows = record(client, "/register/acts/?state=كوبا&treaty=npt&from=2000&to=2010&format=json")["rows"]
    assert [(row["state"], row["act"], row["from"]) for row in rows] == [("CUB", "accession", "2002-11-04")]


@pytest.mark.parametrize("query", ["state=Atlantis", "treaty=XYZZY", "from=2022-02-30", "from=2022&to=2021", "to=%00"])
def test_what_cannot_be_read_is_told_and_kept(client: Client, query: str) -> None:
    for address in ("/register/acts/", "/timeline/"):
        shown = page(client, f"{address}?{query}")
        assert 'aria-invalid="true"' in shown
        assert query.rpartition("=")[2].replace("%00", "\0") in shown


def test_figures_of_one_measure_stand_beside_each_other(client: Client) -> None:
    lines = [line for name in FIGURES for line in get_table(name)]
    differing = next(line for line in lines if find_differing(line))
    beside = find_beside(differing)
    assert differing in beside
    assert len({(line.statement.subject, line.statement.property) for line in beside}) == 1
    shown = page(client, f"/statements/{differing.key}/")
    assert 'id="beside"' in shown
    assert len(record(client, f"/statements/{differing.key}/?format=json")["rows"]) == len(beside)


def test_a_corrected_statement_leads_to_the_one_that_corrects_it(client: Client) -> None:
    later = next(line for line in get_all_lines() if line.statement.supersedes)
    found = find_statement(later.key)
    assert found is not None
    assert found.corrects is not None
    old = page(client, f"/statements/{found.corrects.key}/")
    assert f'href="/statements/{later.key}/"' in old
    assert f'href="/statements/{found.corrects.key}/"' in page(client, f"/statements/{later.key}/")


def test_every_source_has_a_page(client: Client) -> None:
    for source in get_sources():
        shown = page(client, f"/register/sources/{source.id}/")
        assert source.publisher in shown


def test_a_source_of_the_library_leads_to_the_paragraph(client: Client) -> None:
    shown = page(client, "/register/sources/A/77/123/?place=II.7.b")
    assert re.search(r"<dt>Place in the source</dt><dd><bdi>II\.7\.b</bdi>", shown)


def test_the_timeline_is_that_of_the_terminal(client: Client) -> None:
    found = record(client, "/timeline/?treaty=CTBT&to=2022-06-21&format=json")
    told = get_timeline(None, "2022-06-21", today(), treaty="CTBT").lines
    assert [row["label"] for row in found["rows"]] == [line.label for line in told]
    acts = record(client, "/timeline/?treaty=CTBT&to=2022-06-21&kind=acts&format=json")["rows"]
    assert len(acts) == sum(line.kind == "acts" for line in told)


def test_the_timeline_is_turned_page_by_page(client: Client) -> None:
    shown = page(client, "/timeline/?from=1960&page=2")
    assert 'rel="prev"' in shown
    assert 'rel="next"' in shown


def test_what_is_not_held_is_not_found(client: Client) -> None:
    for address in ("/register/nothing/", "/register/sources/nothing/", "/statements/0000/"):
        assert client.get(address).status_code == 404
