"""The library for other programs: OAI-PMH, the map of the site, and what robots may read."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from django.test import Client

from verbale.web.views import harvest_pages

NS = {"o": "http://www.openarchives.org/OAI/2.0/", "dc": "http://purl.org/dc/elements/1.1/"}


def ask(client: Client, **arguments: str) -> ET.Element:
    return ET.fromstring(client.get("/oai/", arguments).content)


def error_of(root: ET.Element) -> str:
    found = root.find("o:error", NS)
    return "" if found is None else found.get("code", "")


def test_the_library_says_what_it_is(client: Client) -> None:
    root = ask(client, verb="Identify")
    assert root.findtext("o:Identify/o:protocolVersion", namespaces=NS) == "2.0"
    assert root.findtext("o:responseDate", namespaces=NS) == "2026-12-01T09:00:00Z"


def test_all_records_are_harvested_in_pieces(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = ask(client, verb="ListIdentifiers", metadataPrefix="oai_dc")
    monkeypatch.setattr(harvest_pages, "_AT_ONCE", 7)
    found: list[str] = []
    arguments = {"verb": "ListRecords", "metadataPrefix": "oai_dc"}
    while arguments:
        root = ask(client, **arguments)
        found += [one.text or "" for one in root.iterfind(".//o:header/o:identifier", NS)]
        token = root.findtext(".//o:resumptionToken", namespaces=NS)
        arguments = {"verb": "ListRecords", "resumptionToken": token} if token else {}
    assert found == [one.text for one in listed.iterfind(".//o:identifier", NS)]
    record = ask(client, verb="GetRecord", metadataPrefix="oai_dc", identifier=found[0])
    assert record.findtext(".//dc:language", namespaces=NS) == found[0].rpartition(":")[2]


def test_records_are_chosen_by_moment_and_set(client: Client) -> None:
    listed = {"verb": "ListIdentifiers", "metadataPrefix": "oai_dc"}
    assert len(ask(client, **listed, set="decision").findall(".//o:header", NS)) == 6
    assert error_of(ask(client, **listed, **{"from": "2026-12-02"})) == "noRecordsMatch"
    assert error_of(ask(client, **listed, until="2026-11-30")) == "noRecordsMatch"
    assert not error_of(ask(client, **listed, **{"from": "2026-12-01", "until": "2026-12-01"}))


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("", "badVerb"),
        ("verb=Nothing", "badVerb"),
        ("verb=GetRecord", "badArgument"),
        ("verb=Identify&x=1", "badArgument"),
        ("verb=Identify&verb=Identify", "badArgument"),
        ("verb=ListRecords&metadataPrefix=marc", "cannotDisseminateFormat"),
        ("verb=ListRecords&resumptionToken=abc", "badResumptionToken"),
        ("verb=ListRecords&resumptionToken=WzEsMiwzLC0xXQ", "badResumptionToken"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=yesterday", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-13-45", "badArgument"),
        ("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:testserver:A/1/2:en%00", "idDoesNotExist"),
        ("verb=ListSets&resumptionToken=x", "badResumptionToken"),
    ],
)
def test_what_is_wrong_is_said_by_its_code(client: Client, query: str, code: str) -> None:
    assert error_of(ET.fromstring(client.get(f"/oai/?{query}").content)) == code


def test_the_map_of_the_site_leads_to_every_document(client: Client) -> None:
    page = client.get("/sitemap.xml").content.decode()
    assert "http://testserver/documents/A/77/9901/zh/" in page
    assert "http://testserver/states/CUB/" in page
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").content.decode()
