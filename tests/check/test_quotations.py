"""Passages between quotation marks, compared with the text they are taken from, in every language and wording."""

from __future__ import annotations

import pytest

from verbale.app.reading import read_source
from verbale.check.context import CheckContext
from verbale.check.passages import Passages
from verbale.check.rules import find_in
from verbale.model.document import Document
from verbale.model.finding import Finding, Severity

# Of this project's own writing: an article as a treaty might have it.
ARTICLE = {
    "ar": "تتعهد كل دولة طرف بأن تقدم في كل سنة تقريرا كاملا عن خطواتها إلى الأمانة",
    "en": "Each Party shall send every year a full report on the steps that it took to the secretariat of the Treaty",
    "es": "Cada Parte enviará todos los años un informe completo de las medidas que tomó a la secretaría del Tratado",
    "fr": "Chaque Partie envoie tous les ans un rapport complet des mesures qu’elle a prises au secrétariat du Traité",
    "ru": "Каждый Участник ежегодно направляет полный доклад о мерах которые он принял в секретариат Договора",
    "zh": "每个缔约国每年应向条约秘书处提交关于其所采取步骤的完整报告",
}
ONE_WORD = {
    "ar": ("كاملا", "موجزا"),
    "en": ("full", "short"),
    "es": ("completo", "breve"),
    "fr": ("complet", "sommaire"),
    "ru": ("полный", "краткий"),
    "zh": ("完整", "简短"),
}


def read(text: str, name: str) -> Document:
    return read_source(text.encode(), name)


def quoting(passage: str, article: str) -> list[Finding]:
    document, treaty = read(f"1. “{passage}”.\n\n2. Said.\n", "letter.txt"), read(f"{article}.\n", "treaty.txt")
    matter = CheckContext(document, {}, {}, Passages([document, treaty]))
    return [one for found in find_in(matter).values() for one in found if one.rule.startswith("quotation")]


@pytest.mark.parametrize("language", sorted(ARTICLE))
def test_the_same_words_are_told_as_such(language: str) -> None:
    (one,) = quoting(ARTICLE[language], ARTICLE[language])
    assert (one.rule, one.severity) == ("quotation/exact", Severity.NOTE)
    assert [place.source for place in one.related] == ["treaty.txt"]


@pytest.mark.parametrize("language", sorted(ARTICLE))
def test_another_word_is_shown_with_that_of_the_text(language: str) -> None:
    old, new = ONE_WORD[language]
    (one,) = quoting(ARTICLE[language].replace(old, new), ARTICLE[language])
    assert one.rule == "quotation/differs"
    assert f"“{new}” where the text has “{old}”" in one.message


def test_what_is_left_out_or_put_in_without_a_mark_is_told() -> None:
    (one,) = quoting(ARTICLE["en"].replace("every year ", ""), ARTICLE["en"])
    assert "“every year” is left out" in one.message
    (one,) = quoting(ARTICLE["en"].replace("full", "full and true"), ARTICLE["en"])
    assert "“and true” is added" in one.message


def test_what_the_author_marks_is_no_difference() -> None:
    (one,) = quoting(ARTICLE["en"].replace("Each Party", "[Japan]").replace("it", "[it]"), ARTICLE["en"])
    assert one.rule == "quotation/exact"
    (one,) = quoting("shall send every year a full report on … the Treaty", ARTICLE["en"])
    assert one.rule == "quotation/exact"


def test_a_term_is_no_quotation() -> None:
    assert quoting("the secretariat of the Treaty", ARTICLE["en"]) == []


def test_another_passage_is_not_taken_for_it() -> None:
    assert (
        quoting("No State may ever leave the conference before the work of its first part is done", ARTICLE["en"]) == []
    )


def test_words_between_two_quotations_are_none() -> None:
    assert quoting(f'Here”. "Yes" {ARTICLE["en"]} "Yes" “', ARTICLE["en"]) == []


def test_marks_that_stand_the_other_way_about() -> None:
    (one,) = quoting(f"Said”. ”{ARTICLE['ar']}“، و ”نعم", ARTICLE["ar"])
    assert one.rule == "quotation/exact"
