"""Resolutions in parts, words that lead in to the first number, and numbers that run on."""

from __future__ import annotations

from verbale.app.reading import read_tree
from verbale.model.document import PROFILES, Document
from verbale.structure.profiles import GENERIC, KNOWN

FRONT = (
    "<p>A/RES/76/902</p><p>Resolutions adopted by the General Assembly on 6 December 2021</p><h1>76/902. Reports</h1>"
)
CLOSING = "<p>45th plenary meeting<br>6 December 2021</p>"


def read(*paragraphs: str) -> Document:
    page = "".join(text if text.startswith("<") else f"<p>{text}</p>" for text in paragraphs)
    return read_tree(f"<html><body>{FRONT}{page}</body></html>".encode(), "made.html")


def found(document: Document) -> dict[str, str]:
    return {node.ref: node.text for node in document.nodes if node.kind.value != "masthead"}


def test_each_part_has_its_own_preamble_and_numbers() -> None:
    document = read(
        "<h2>A Reports of States</h2>",
        "The General Assembly,",
        "Recalling its resolution 76/53,",
        "1. Takes note of the report;",
        "2. Decides to go on.",
        CLOSING,
        "<h2>B</h2>",
        "<h2>Replies of States</h2>",
        "The General Assembly,",
        "Noting that few States answer,",
        "1. Invites all States:",
        "(a) To answer;",
        CLOSING,
    )
    texts = found(document)
    assert texts["title"].startswith("76/902. Reports")
    assert (texts["A"], texts["B"]) == ("A Reports of States", "B Replies of States")
    assert (texts["A.P.1"], texts["B.P.1"]) == ("Recalling its resolution 76/53,", "Noting that few States answer,")
    assert (texts["A.2"], texts["B.1.a"]) == ("Decides to go on.", "To answer;")
    parents = {node.ref: node.parent for node in document.nodes}
    assert (parents["A.formula"], parents["B.P.1"], parents["B.1"]) == ("A", "B", "B")
    assert document.coverage.unaccounted == 0


def test_a_formula_without_a_letter_before_it_opens_no_part() -> None:
    document = read("The General Assembly,", "Recalling,", "1. Decides;", "The General Assembly,", "2. Decides too.")
    assert {"P.1", "1", "2"} <= set(found(document))


def test_words_that_lead_in_to_the_first_number_are_operative() -> None:
    document = read("The General Assembly,", "Recalling its resolution 76/53,", "Resolves that:", "1. It goes on;")
    kinds = {node.ref: node.kind.value for node in document.nodes}
    assert found(document)["lead"] == "Resolves that:"
    assert (kinds["P.1"], kinds["lead"], kinds["1"]) == ("preamble", "operative", "operative")


def test_an_operative_part_without_numbers_does_not_hang_on_the_preamble() -> None:
    document = read("The General Assembly,", "Recalling its resolution 76/53,", "Decides to go on.")
    assert {node.ref: node.parent for node in document.nodes}["1"] == ""


def test_numbers_run_on_from_section_to_section() -> None:
    document = read(
        "The General Assembly,",
        "<h2>I</h2>",
        "1. Takes note;",
        "2. Takes note too;",
        "<h2>II</h2>",
        "3. Decides.",
    )
    assert found(document)["II.3"] == "Decides."
    assert not [finding for finding in document.findings if finding.rule == "structure/number-skipped"]


def test_the_profiles_that_are_offered_are_those_that_are_known() -> None:
    assert (*(profile.name for profile in KNOWN), GENERIC) == PROFILES
