"""``/api/v1``: the records of the command line, a page at a time, described as they are answered."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any
from wsgiref.util import setup_testing_defaults

import pytest
import schemathesis
from django.core.cache import cache
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import positive_data_acceptance
from tests.lengths import examples

from verbale.web.api import api_middleware
from verbale.web.api.keyset import BadCursor, page_of
from verbale.web.api.version_1 import api
from verbale.web.site import Site

_CASES = 250  # of schemathesis; 20 times as many with --soak
ROOT = "/api/v1"


@pytest.fixture(autouse=True)
def no_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is tried in a test of its own."""
    monkeypatch.setattr(api_middleware, "_MOST", 10**9)


def ask(client: Client, place: str, **headers: str) -> Any:  # noqa: ANN401 (JSON)
    answer = client.get(f"{ROOT}{place}", headers=headers)
    assert answer.status_code == 200, answer.content
    return json.loads(answer.content)


def all_of(client: Client, place: str, limit: int) -> list[Any]:
    """All rows of a list, a page at a time."""
    rows: list[Any] = []
    cursor, sign = "", "&" if "?" in place else "?"
    while True:
        page = ask(client, f"{place}{sign}limit={limit}&cursor={cursor}")
        assert len(page["items"]) <= limit
        rows += page["items"]
        if page["next"] is None:
            assert len(rows) == page["total"]
            return rows
        cursor = page["next"]


@pytest.mark.parametrize(
    "place",
    [
        "/documents",
        "/documents?language=fr",
        "/documents/A/77/9901/en/units",
        "/documents/A/77/9901/en/facts?kind=date",
        "/states",
        "/states/Cuba/replies",
        "/treaties?on=2022-06-21",
        "/register",
        "/register/acts?treaty=TPNW",
        "/sources",
        "/mandates?symbol=A/RES/76/53",
    ],
)
def test_a_list_is_whole_however_its_pages_are_cut(client: Client, place: str) -> None:
    rows = all_of(client, place, 500)
    assert rows
    assert all_of(client, place, max(1, len(rows) // 3)) == rows


def test_a_document_is_the_record_of_the_command_line(client: Client) -> None:
    record = ask(client, "/documents/A/77/9901/en")
    assert record["schema"] == "verbale-document/1"
    assert record["symbol"] == "A/77/9901"
    assert ask(client, "/documents/A/77/9901/en/units?limit=500")["items"] == record["nodes"]
    assert ask(client, "/documents/A/77/9901/en/facts?limit=500")["items"] == record["annotations"][:500]


def test_a_treaty_says_why(client: Client) -> None:
    record = ask(client, "/treaties/tpnw?on=2022-06-21&language=fr")
    assert (record["treaty"], record["as_of"], record["counts"]["signatures"]) == ("TPNW", "2022-06-21", 86)
    assert all(step["text"] for step in record["why"])
    assert record["why"][0]["text"].startswith("Ouvert à la signature le 2017-09-20")


def test_each_line_is_found_by_its_key(client: Client) -> None:
    (line, *_rest) = ask(client, "/register/acts?state=CUB&treaty=TPNW")["items"]
    assert ask(client, f"/statements/{line['key']}") == line
    assert ask(client, f"/sources/{line['source']}")["id"] == line["source"]


def test_the_search_answers_in_pages(client: Client) -> None:
    first = ask(client, "/search?q=nuclear&limit=5&facet=language:en")
    assert first["total"] > 5
    second = ask(client, f"/search?q=nuclear&limit=5&facet=language:en&cursor={first['next']}")
    assert not {json.dumps(one) for one in first["answers"]} & {json.dumps(one) for one in second["answers"]}


@pytest.mark.parametrize(
    ("place", "status", "words"),
    [
        ("/nothing", 404, "openapi.json"),
        ("/documents/A/77/1/en", 404, "A/77/1"),
        ("/states/Atlantis/replies", 404, "Atlantis"),
        ("/treaties/TPNW?on=2022-02-30", 404, "2022-02-30"),
        ("/documents?limit=0", 422, "limit"),
        ("/documents?cursor=!!", 400, "begin again"),
        ("/documents?cursor=WzFd", 400, "of another list"),
        ("/search?q=x&cursor=Wy0xXQ", 400, "begin again"),
        ("/statements/none", 404, "no line"),
    ],
)
def test_what_is_wrong_is_said_as_a_problem(client: Client, place: str, status: int, words: str) -> None:
    answer = client.get(f"{ROOT}{place}")
    assert answer["Content-Type"] == "application/problem+json"
    told = json.loads(answer.content)
    assert (answer.status_code, told["status"], told["instance"]) == (status, status, f"{ROOT}{place}")
    assert words in told["detail"]


def test_another_method_is_a_problem_too(client: Client) -> None:
    answer = client.delete(f"{ROOT}/documents")
    assert (answer.status_code, answer["Content-Type"]) == (405, "application/problem+json")
    assert "GET" in answer["Allow"]


def test_what_is_known_is_not_sent_again(client: Client) -> None:
    first = client.get(f"{ROOT}/treaties/TPNW?on=2022-06-21")
    assert first["Access-Control-Allow-Origin"] == "*"
    again = client.get(f"{ROOT}/treaties/TPNW?on=2022-06-21", headers={"If-None-Match": f'"x", W/{first["ETag"]}'})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    other = client.get(f"{ROOT}/treaties/TPNW?on=2022-09-22", headers={"If-None-Match": first["ETag"]})
    assert other.status_code == 200


def test_who_asks_too_often_waits(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api_middleware, "_MOST", 3)
    cache.clear()
    statuses = [client.get(f"{ROOT}/register").status_code for _ in range(5)]
    assert statuses == [200, 200, 200, 429, 429]
    refused = client.get(f"{ROOT}/register")
    assert refused["Retry-After"] == "60"
    assert json.loads(refused.content)["status"] == 429
    assert client.get(f"{ROOT}/register", REMOTE_ADDR="203.0.113.9").status_code == 200
    cache.clear()


@settings(max_examples=examples(60))
@given(
    keys=st.lists(st.tuples(st.text(max_size=4), st.integers(0, 9)), unique=True, max_size=30),
    later=st.lists(st.tuples(st.text(max_size=4), st.integers(0, 9)), unique=True, max_size=10),
    limit=st.integers(1, 7),
)
def test_pages_hold_each_row_once_while_others_are_added(
    keys: list[tuple[str, int]], later: list[tuple[str, int]], limit: int
) -> None:
    """All that was there from the beginning comes once, whatever is added between two pages."""
    seen: list[tuple[str, int]] = []
    rows, cursor, added = list(keys), "", list(later)
    while True:
        page = page_of(rows, lambda row: row, cursor, limit)
        seen += page.rows
        if not page.next:
            break
        cursor = page.next
        if added and (new := added.pop()) not in rows:
            rows.append(new)
    assert len(seen) == len(set(seen))
    assert set(keys) <= set(seen)
    assert seen == sorted(seen)


@given(st.text(max_size=40))
def test_no_cursor_breaks_a_list(text: str) -> None:
    with suppress(BadCursor):
        assert page_of([("a", 1)], lambda row: row, text, 1).total == 1


DESCRIBED = schemathesis.openapi.from_dict(api.get_openapi_schema())
OPERATIONS = {one.ok().label: one.ok() for one in DESCRIBED.get_all_operations() if isinstance(one, Ok)}


def application(environment: dict[str, Any], start: Any) -> Any:  # noqa: ANN401 (as WSGI has it)
    setup_testing_defaults(environment)
    # schemathesis asks for what it does not unpack.
    environment.pop("HTTP_ACCEPT_ENCODING", None)
    return WSGIHandler()(environment | {"HTTP_HOST": "testserver"}, start)


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_every_answer_is_as_it_is_described(name: str, site: Site) -> None:
    """No failure, no status and no content that the description does not have, whatever is asked."""
    operation = OPERATIONS[name]
    most = examples(-(-_CASES // len(OPERATIONS)))
    strategy = st.one_of(*(operation.as_strategy(generation_mode=mode) for mode in GenerationMode))

    @settings(max_examples=most, suppress_health_check=list(HealthCheck), deadline=None)
    @given(case=strategy)
    def ask_it(case: Case[Any]) -> None:
        # A cursor is a text like any other to the description, and yet few texts are one.
        case.call_and_validate(app=application, base_url="http://localhost", excluded_checks=[positive_data_acceptance])

    ask_it()


def test_the_description_is_served_as_3_1(client: Client) -> None:
    described = ask(client, "/openapi.json")
    assert described["openapi"].startswith("3.1")
    assert set(described["paths"]) == {path.partition(" ")[2] for path in OPERATIONS}
    assert all("429" in one["get"]["responses"] for one in described["paths"].values())
