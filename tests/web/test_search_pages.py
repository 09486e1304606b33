"""Search in the browser: one box, every answer with its place, and the same view as JSON, CSV and a feed."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from verbale.app.library_search import make_excerpt
from verbale.model.span import Span

ATOM = "{http://www.w3.org/2005/Atom}"


def ask(client: Client, **parameters: object) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(client.get("/search/", {**parameters, "format": "json"}).content)
    return found


def test_the_box_alone_says_what_can_be_asked(client: Client) -> None:
    page = client.get("/search/").content.decode()
    assert "Ask for a document, a State, a treaty, a day, or words" in page


@pytest.mark.parametrize(
    ("words", "kind", "value"),
    [
        ("Cuba", "state", "CUB"),
        ("Куба", "state", "CUB"),
        ("古巴", "state", "CUB"),
        ("resolution 76/901", "symbol", "A/RES/76/901"),
        ("CTBT", "treaty", "CTBT"),
        ("22 January 2021", "date", "2021-01-22"),
    ],
)
def test_the_box_understands_what_is_named(client: Client, words: str, kind: str, value: str) -> None:
    found = ask(client, q=words)
    assert [(part["kind"], part["values"][0]) for part in found["understood"]] == [(kind, value)]
    assert found["total"] > 0


def test_a_state_is_found_in_every_language(client: Client) -> None:
    found = ask(client, q="Cuba", kind="paragraph")
    assert {one["language"] for one in found["answers"]} == {"ar", "zh", "en", "fr", "ru", "es"}
    assert {one["kind"] for one in found["answers"]} == {"paragraph"}


def test_among_equals_the_language_of_the_reader_comes_first(client: Client) -> None:
    for language in ("fr", "ar", "en"):
        client.get("/", {"ui": language})
        first = ask(client, q="Cuba", kind="paragraph")["answers"][:2]
        assert {one["language"] for one in first} == {language}


def test_an_answer_leads_to_its_paragraph(client: Client) -> None:
    page = client.get("/search/", {"q": "Cuba Tlatelolco", "language": "en"}).content.decode()
    assert 'href="/documents/A/77/9901/en/#III.CUB.2"' in page
    assert "<mark>Tlatelolco</mark>" in page or "Tlatelolco)</mark>" in page


def test_facets_narrow_and_are_counted_without_themselves(client: Client) -> None:
    found = ask(client, q="Cuba", language="fr")
    assert found["facets"]["language"]["en"] > 0
    assert {one["language"] for one in found["answers"]} == {"fr"}
    page = client.get("/search/", {"q": "Cuba", "language": "fr"}).content.decode()
    assert "q=Cuba&amp;language=en&amp;language=fr" in page


def test_the_same_view_is_taken_as_csv_and_json(client: Client) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/search/?q=Cuba&kind=paragraph&format=csv").content.decode())))
    found = ask(client, q="Cuba", kind="paragraph")
    assert [(row["symbol"], row["ref"], row["text"]) for row in rows] == [
        (one["symbol"] or "", one["ref"], one["text"]) for one in found["answers"]
    ]


def test_a_search_has_a_feed_without_a_clock(client: Client) -> None:
    answer = client.get("/search/?q=Cuba&format=atom")
    feed = ET.fromstring(answer.content)
    entries = feed.findall(f"{ATOM}entry")
    assert entries
    assert (feed.findtext(f"{ATOM}updated") or "").startswith("2026-12-01T09:00")
    assert answer.content == client.get("/search/?q=Cuba&format=atom").content
    assert ET.fromstring(client.get("/search/?q=nowherefound&format=atom").content).findall(f"{ATOM}entry") == []


def test_words_may_be_asked_for_as_words(client: Client) -> None:
    assert [part["kind"] for part in ask(client, q="Cuba", words="")["understood"]] == ["word"]


def test_a_line_of_the_register_is_found_and_shown(client: Client) -> None:
    found = ask(client, q="Cuba TPNW ratification", kind="fact")
    assert found["total"]
    page = client.get(f"/statements/{found['answers'][0]['ref']}/")
    assert page.status_code == 200
    assert client.get("/statements/0123/").status_code == 404


def test_a_line_of_the_register_is_called_what_it_says(client: Client) -> None:
    first = ask(client, q="Cuba TPNW ratification", kind="fact")["answers"][0]
    assert first["title"] == "TPNW ratification, deposited with UNSG"
    page = client.get("/search/", {"q": "Cuba TPNW ratification", "kind": "fact"}).content.decode()
    assert f'<bdi lang="en">{first["title"]}</bdi>' in page


@pytest.mark.parametrize("words", ["Cuba", "CTBT", "nuclear"])
def test_lines_of_the_register_come_behind_documents(client: Client, words: str) -> None:
    """Short lines with the very words would else fill the first pages; who asks for them sees them."""
    kinds = [answer["kind"] for answer in ask(client, q=words)["answers"]]
    others = [kind for kind in kinds if kind != "fact"]
    assert others
    assert kinds[: len(others)] == others
    assert {answer["kind"] for answer in ask(client, q=words, kind="fact")["answers"]} == {"fact"}


def test_whole_replies_of_a_state_come_first(client: Client) -> None:
    assert ask(client, q="Cuba")["answers"][0]["kind"] in ("reply", "document")


@pytest.mark.parametrize(
    "query",
    [
        *("q=%00", "q=%22", "q=C-1:2", "q=x+AND", "q=a&page=99999999", "q=a&page=-1", "q=a&sort=x", "q=a&in=xx"),
        *("q=a&state=nothing", "state=CUB", "q=" + "a" * 5000, "q=a&format=xml", "q=%F0%9F%98%80", "q=a&language=%00"),
        "q=Cuba&kind=&kind=paragraph",
    ],
)
def test_odd_questions_are_answered(client: Client, query: str) -> None:
    for form in ("", "json", "csv", "atom"):
        assert client.get(f"/search/?{query}&format={form}").status_code == 200


@given(
    st.text(max_size=900),
    st.lists(st.tuples(st.integers(0, 900), st.integers(1, 30)), max_size=5),
    st.integers(20, 500),
)
def test_an_excerpt_is_a_part_of_the_text_with_its_marks(text: str, marks: list[tuple[int, int]], length: int) -> None:
    spans: list[Span] = []
    for start, size in sorted(marks):
        if start + size <= len(text) and (not spans or start >= spans[-1].end):
            spans.append(Span(start, start + size))
    excerpt = make_excerpt(text, spans, length)
    assert excerpt.text in text
    marked = [excerpt.text[one.start : one.end] for one in excerpt.spans]
    assert set(marked) <= {text[one.start : one.end] for one in spans}
    assert excerpt.before is not text.startswith(excerpt.text) or not excerpt.before
