"""Furniture, headers of replies, and what kind of document the words speak for."""

from __future__ import annotations

import pytest

from verbale.app.reading import read_source
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.node import NodeKind
from verbale.structure.headers import Header, find_answered, find_header, find_reply_state

REPORT = """Report of the Secretary-General

Summary

I. Introduction

1. Submitted.

II. Replies

Cuba

[Original: Spanish]

Words.
"""


def read(text: str) -> Document:
    return read_source(text.encode("utf-8"), "source.txt")


def furniture(document: Document) -> list[str]:
    return [node.text for node in document.nodes if node.kind is NodeKind.FURNITURE]


@pytest.mark.parametrize(
    "foot",
    [
        "10-45350 (C)",
        "10-45350 (C)8",
        "22-10299",
        "5/9 22-10299",
        "22-10299 5/9",
        "22-10299 (C) 210622 220622",
        "*2210299*",
        "GE.10-12345 (E)",
        "https://undocs.org/A/RES/76/53",
    ],
)
def test_what_stands_at_the_foot_is_no_part_of_the_sentence(foot: str) -> None:
    text = f"1. The report was submitted on 21\n\n{foot}\n\f\nJune 2022 to the Assembly.\n\n2. It was noted.\n"
    document = read(text)
    assert foot in furniture(document)
    assert "The report was submitted on 21 June 2022 to the Assembly." in [node.text for node in document.nodes]
    assert document.coverage.unaccounted == 0


def test_a_running_head_with_the_symbol_is_furniture() -> None:
    sentences = ["The report was sent out.", "Two replies came.", "None was late.", "All of them were read."]
    pages = [f"A/77/9901\n\n\n{at}. {text}\n\n{at}0. And more.\n" for at, text in enumerate(sentences, 1)]
    document = read("\f".join(pages))
    assert {*sentences} <= {node.text for node in document.nodes if node.kind is not NodeKind.FURNITURE}
    assert furniture(document).count("A/77/9901") >= 3


def test_a_text_of_nothing_but_furniture_is_a_tree() -> None:
    document = read("A/77/9901\n\f" * 5)
    assert {node.text for node in document.nodes} == {"A/77/9901"}
    assert document.coverage.unaccounted == 0


@pytest.mark.parametrize(
    ("text", "language", "date"),
    [
        ("[Original: French]", "fr", None),
        ("[Original: French] [14 June 2010]", "fr", "2010-06-14"),
        ("[9 May 2022]", None, "2022-05-09"),
        ("[Original : français]", "fr", None),
        ("[Original : anglais] [9 mai 2022]", "en", "2022-05-09"),
        ("[Original: francés]", "fr", None),
        ("[Original: español] [10 de mayo de 2022]", "es", "2022-05-10"),
        ("[Подлинный текст на французском языке]", "fr", None),
        ("[Подлинный текст на английском языке] [9 мая 2022 года]", "en", "2022-05-09"),
        ("[الأصل: بالفرنسية]", "fr", None),
        ("[الأصل: بالإنكليزية] [9 أيار/مايو 2022]", "en", "2022-05-09"),
        ("[原件：法文]", "fr", None),
        ("[原件：英文] [2022 年 5 月 9 日]", "en", "2022-05-09"),
    ],
)
def test_headers_of_replies_in_six_languages(text: str, language: str | None, date: str | None) -> None:
    assert find_header(text) == Header(language, date)


@pytest.mark.parametrize("text", ["Original: French", "[see annex]", "[the Original text]" + " a" * 90, ""])
def test_other_lines_are_no_headers(text: str) -> None:
    assert find_header(text) is None


@pytest.mark.parametrize(
    ("text", "language", "state"),
    [
        ("Cambodia", Language.EN, "KHM"),
        ("Côte d’Ivoire", Language.FR, "CIV"),
        ("柬埔寨", Language.ZH, "KHM"),
        ("Куба", Language.RU, "CUB"),
        ("كوبا", Language.AR, "CUB"),
        ("México", Language.ES, "MEX"),
        ("Cuba has ratified the Treaty.", Language.EN, None),
        ("", Language.EN, None),
    ],
)
def test_a_line_that_is_nothing_but_a_state(text: str, language: Language, state: str | None) -> None:
    assert find_reply_state(text, language) == state


def test_a_line_that_names_the_resolution_answered() -> None:
    assert find_answered("Resolution 76/53") == ["A/RES/76/53"]
    assert find_answered("It recalls resolution 76/53 and much besides, in a sentence that goes on and on.") == []


@pytest.mark.parametrize(
    ("text", "profile"),
    [
        (
            "Resolution adopted by the General Assembly on 6 December 2021\n\n76/53. Title\n\nThe General Assembly,\n",
            "resolution",
        ),
        (REPORT, "report"),
        ("A few words about nothing in particular.\n", "generic"),
    ],
)
def test_the_profile_that_the_words_speak_for(text: str, profile: str) -> None:
    assert read(text).profile == profile


def test_a_profile_can_be_forced_and_must_exist() -> None:
    assert read_source(b"words", "source", "reply").profile == "reply"
    with pytest.raises(ValueError, match="no profile"):
        read_source(b"words", "source", "letter")


def test_a_clause_set_in_a_little_less_than_the_one_before_is_one_of_its_own() -> None:
    text = (
        "                  ссылаясь на свою резолюцию 77/92 от 7 декабря 2022 года,\n"
        "                с удовлетворением напоминая о введении в действие новых маяков\n"
        "           на северном побережье и о расходах на их содержание всеми странами,\n"
        "                  1.    призывает все государства содержать маяки в полном порядке;\n"
    )
    document = read_source(text.encode(), "clauses.txt")
    assert [node.text.split()[0] for node in document.nodes] == ["ссылаясь", "с", "призывает"]
