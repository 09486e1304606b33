"""What is written has the form of the guideline."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from verbale.akn.iri import actor_of, day_of, number_of
from verbale.akn.lint import lint_akn
from verbale.akn.writer import write_akn
from verbale.app.reading import read_source
from verbale.model.document import Document

SAMPLES = Path(__file__).parents[1] / "samples"
NS = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0", "v": "https://verbale.org/ns/akn/1"}


def tree(document: Document) -> etree._Element:
    return etree.fromstring(write_akn(document))


def found(root: etree._Element, path: str) -> list[str]:
    result = root.xpath(path, namespaces=NS)
    assert isinstance(result, list)
    return [str(one) for one in result]


@pytest.fixture(scope="module")
def resolution() -> Document:
    return read_source((SAMPLES / "resolution" / "en.txt").read_bytes(), "en.txt")


@pytest.fixture(scope="module")
def report() -> Document:
    return read_source((SAMPLES / "report" / "fr.txt").read_bytes(), "fr.txt")


def test_a_resolution_is_a_statement_with_its_iris(resolution: Document) -> None:
    root = tree(resolution)
    work = "/akn/un/statement/deliberation/un-ga/2021-12-06/76-901"
    assert found(root, "a:statement/@name") == ["resolution"]
    assert found(root, "a:statement/a:meta//a:FRBRuri/@value") == [work, f"{work}/eng@/", f"{work}/eng@.xml"]
    assert found(root, "a:statement/a:meta//a:FRBRthis/@value") == [
        f"{work}/!main",
        f"{work}/eng@/!main",
        f"{work}/eng@/!main.xml",
    ]
    assert found(root, "a:statement/a:meta//a:FRBRalias/@value") == ["A/RES/76/901"]


def test_identifiers_are_made_of_numbers(resolution: Document) -> None:
    root = tree(resolution)
    assert found(root, "//a:point[a:content/a:p/@v:ref='2.a']/@eId") == ["para_2__list_1__point_a"]
    assert found(root, "//a:point[a:content/a:p/@v:ref='2.b.i']/@eId") == ["para_2__list_1__point_b__list_1__point_i"]
    assert found(root, "//a:paragraph[a:content/a:p/@v:ref='3']/a:num/text()") == ["3."]
    assert found(root, "//a:attachment//a:point[1]/@eId") == ["att_1__sec_annex__para_1__list_1__point_a"]


def test_masthead_preamble_and_footnotes_have_their_elements(resolution: Document) -> None:
    root = tree(resolution)
    assert found(root, "//a:coverPage//a:docDate/@date") == ["2021-12-13"]
    assert found(root, "//a:coverPage//a:session/@value") == ["76"]
    assert found(root, "//a:coverPage//a:docType/@v:ref") == ["doctype"]
    assert found(root, "//a:preamble/a:formula/a:p/@v:ref") == ["formula"]
    assert found(root, "//a:preamble/a:container[2]//a:authorialNote/@marker") == ["1"]
    assert found(root, "//a:conclusions/a:p/@v:kind")[0] == "closing"


def test_what_is_found_stands_inline(resolution: Document) -> None:
    root = tree(resolution)
    assert "https://undocs.org/en/A/RES/76/53" in found(root, "//a:preamble//a:ref/@href")
    assert "2021-12-06" in found(root, "//a:preamble//a:date/@date")
    assert "#treaty_NPT" in found(root, "//a:preamble//a:term/@refersTo")
    assert found(root, "//a:references/a:TLCTerm[@eId='treaty_NPT']/@href") == ["/akn/ontology/term/un/treaty.NPT"]


def test_a_report_with_replies_is_a_collection(report: Document) -> None:
    root = tree(report)
    assert found(root, "a:documentCollection/@name") == ["publicationReport"]
    parts = found(root, "//a:collectionBody//a:documentRef/@href")
    assert parts[0] == "#cmp_main"
    assert [part.removeprefix("#cmp_") for part in parts[1:]] == [reply.state for reply in report.replies]
    assert found(root, "//a:component[@eId='cmp_main']//a:componentRef/@src") == parts[1:]
    assert found(root, "//a:components/a:component/a:doc/@name") == ["progressReport"] + ["officialStatement"] * 5


def test_a_reply_has_its_state_language_and_date(report: Document) -> None:
    root = tree(report)
    for reply in report.replies:
        part = f"//a:component[@eId='cmp_{reply.state}']/a:doc/a:meta"
        assert found(root, f"{part}//a:FRBRWork/a:FRBRauthor/@href") == [f"#state_{reply.state}"]
        assert found(root, f"{part}//a:FRBRWork/a:FRBRdate/@date") == [reply.date]
        assert found(root, f"{part}//a:FRBRlanguage/@language") == ["fra"]
        origin = found(root, f"{part}//a:FRBRtranslation/@fromLanguage")
        assert origin == (
            [] if reply.original_language == "fr" else [{"en": "eng", "es": "spa"}[str(reply.original_language)]]
        )


def test_the_same_document_gives_the_same_bytes(report: Document) -> None:
    assert write_akn(report) == write_akn(replace(report))


def test_an_empty_document_is_valid(resolution: Document) -> None:
    empty = replace(resolution, nodes=(), annotations=(), replies=())
    assert lint_akn(write_akn(empty)) == []


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2021-12-06", "2021-12-06"),
        ("2024-02-29", "2024-02-29"),
        ("2023-02-29", "0001-01-01"),
        ("2021-12", "0001-01-01"),
        ("2021-13-01", "0001-01-01"),
        (None, "0001-01-01"),
    ],
)
def test_only_whole_dates_stand_as_dates(date: str | None, day: str) -> None:
    assert day_of(date) == day


@pytest.mark.parametrize(
    ("symbol", "number"),
    [("A/77/123", "A-77-123"), ("49/75[K]", "49-75_K"), ("2239(XXI)", "2239(XXI)"), ("", "unnumbered")],
)
def test_numbers_in_iris(symbol: str, number: str) -> None:
    assert number_of(symbol) == number


def test_actors_are_told_by_the_symbol() -> None:
    assert actor_of("A/RES/76/53")[0] == "un-ga"
    assert actor_of("S/RES/1887(2009)")[0] == "un-sc"
    assert actor_of("NPT/CONF.2000/28")[0] == "un-npt"
    assert actor_of(None)[0] == "un"


def test_the_example_of_the_profile_is_what_is_written() -> None:
    root = Path(__file__).parents[2]
    source = root / "tests" / "akn" / "example_report.txt"
    written = write_akn(read_source(source.read_bytes(), source.name)).decode("utf-8")
    page = (root / "docs" / "developer" / "akn4un-report.md").read_text(encoding="utf-8")
    assert f"```xml\n{written}```\n" in page, "run scripts/build_akn_example.py"
