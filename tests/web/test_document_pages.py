"""Documents in the browser: their text, what they cite, their languages, their versions, and what can be taken away."""

from __future__ import annotations

import json
from importlib import resources

import pytest
from django.test import Client

PLACE = "/documents/A/77/9901/en/"


def page_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    text: str = answer.content.decode()
    return text


def test_every_unit_has_a_permanent_address(client: Client) -> None:
    page = page_of(client, PLACE)
    assert 'id="III.CUB.2"' in page
    assert f'href="{PLACE}?at=III.CUB.2#III.CUB.2"' in page
    assert "the last State of the region to do so" in page
    assert '<a href="/states/CUB/">Cuba</a>' in page


def test_a_unit_says_how_it_is_cited_and_keeps_its_version(client: Client) -> None:
    page = page_of(client, f"{PLACE}?at=III.CUB.2")
    assert "A/77/9901, reply of Cuba, paragraph 2" in page
    reading = page.partition("?reading=")[2][:64]
    fixed = page_of(client, f"{PLACE}?reading={reading}&at=III.CUB.2")
    assert "the last State of the region to do so" in fixed
    assert client.get(f"{PLACE}?reading={'0' * 64}").status_code == 404


def test_what_was_found_is_marked_on_demand(client: Client) -> None:
    assert "fact citation" not in page_of(client, PLACE)
    page = page_of(client, f"{PLACE}?facts=1")
    assert 'class="fact treaty"' in page
    assert 'href="/treaties/CTBT/?on=2021-02-04"' in page
    assert '<time class="fact date"' in page
    found = json.loads(client.get(f"{PLACE}facts/?format=json").content)
    assert {row["kind"] for row in found["rows"]} >= {"citation", "date", "state", "treaty", "quantity"}


def test_what_is_cited_leads_on(client: Client) -> None:
    page = page_of(client, f"{PLACE}citations/")
    assert "A/RES/76/53" in page
    rows = json.loads(client.get("/documents/A/RES/76/901/en/citations/?format=json").content)["rows"]
    assert {row["way"] for row in rows} == {"cited"}


def test_the_languages_stand_side_by_side(client: Client) -> None:
    page = page_of(client, "/documents/A/77/9901/compare/?with=en&with=ar&with=zh")
    assert '<div lang="ar" dir="rtl">' in page
    assert "Cuba ratified the Treaty" in page
    assert "古巴" in page
    assert client.get("/documents/A/77/9901/compare/?with=xx").status_code == 200
    assert client.get("/documents/A/1/1/compare/").status_code == 404


def test_the_json_is_the_document_as_it_is_read(client: Client) -> None:
    record = json.loads(client.get("/documents/A/77/9901/en.json").content)
    assert record["schema"] == "verbale-document/1"
    assert record == json.loads(client.get(f"{PLACE}?format=json").content)


@pytest.mark.parametrize(
    ("form", "begins"),
    [("docx", b"PK"), ("pdf", b"%PDF"), ("xml", b"<?xml"), ("txt", b""), ("csv", b""), ("html", b"<!")],
)
def test_a_document_is_taken_away_and_never_shown_as_a_page(client: Client, form: str, begins: bytes) -> None:
    answer = client.get(f"/documents/A/77/9901/en.{form}")
    assert answer.content.startswith(begins)
    assert answer["Content-Disposition"].startswith("attachment; filename=")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_what_was_received_is_given_back_byte_by_byte(client: Client) -> None:
    samples = resources.files("verbale.app") / "demo_library"
    assert client.get(f"{PLACE}received/").content == samples.joinpath("report.en.txt").read_bytes()


def test_a_symbol_in_another_form_leads_to_its_document(client: Client) -> None:
    for typed in ("a-res-76-901", "a/res/76/901", "A/RES/76/901"):
        assert client.get(f"/documents/{typed}/")["Location"].startswith("/documents/A/RES/76/901/en/")


def test_what_is_not_there_is_said_with_what_there_is(client: Client) -> None:
    answer = client.get("/documents/A/77/9901/de/")
    assert answer.status_code == 404
    assert "It is available in:" in answer.content.decode()
    answer = client.get("/documents/A/RES/1/1/en/")
    assert answer.status_code == 404
    assert "Look for it on the website of the United Nations" in answer.content.decode()


def test_metadata_is_there_for_those_who_gather_citations(client: Client) -> None:
    page = page_of(client, PLACE)
    assert '<meta name="citation_technical_report_number" content="A/77/9901">' in page
    assert 'hreflang="zh"' in page
    data = page.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert json.loads(data)["identifier"] == "A/77/9901"


def test_a_document_says_in_the_source_what_was_kept(client: Client) -> None:
    assert "and 0 unaccounted for" in page_of(client, f"{PLACE}source/")
    assert "No unit differs" not in page_of(client, f"{PLACE}versions/")
