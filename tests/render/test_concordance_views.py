"""A concordance on a page and in a terminal, from values made by hand."""

from __future__ import annotations

from dataclasses import replace

from verbale.model.concordance import Aspect, Concordance, Difference, DifferenceKind, LanguageVersion, Side
from verbale.model.finding import Severity
from verbale.model.language import Language
from verbale.model.span import Span
from verbale.render.concordance_page import concordance_index, concordance_page
from verbale.render.concordance_table import concordance_table

LONG = "before " * 80 + "5 May 2022" + " after" * 80
DIFFERENCE = Difference(
    DifferenceKind.VALUE,
    Aspect.DATE,
    Severity.ERROR,
    "4",
    (Language.AR,),
    ("2022-05-04",),
    ("2022-05-05",),
    "Arabic prints the date 2022-05-04 where the others print 2022-05-05.",
    (
        Side(Language.AR, "4", "4 -", "في 4 أيار/مايو 2022", (Span(3, 19),)),
        Side(Language.EN, "4", "4.", LONG, (Span(560, 570),)),
        Side(Language.FR, "", "", ""),
    ),
)
CONCORDANCE = Concordance(
    "A/RES/91/4",
    "Peace & <quiet>",
    tuple(
        LanguageVersion(language, f"{language.value}.txt", "0" * 64, 4, 9) for language in (Language.AR, Language.EN)
    ),
    4,
    ((Aspect.DATE, 2),),
    ("Words are not compared.",),
    (DIFFERENCE,),
)


def test_the_page_lights_words_and_sets_arabic_from_right_to_left() -> None:
    page = concordance_page(CONCORDANCE)
    assert "<mark>4 أيار/مايو 2022</mark>" in page
    assert '<p class="text" lang="ar" dir="rtl">' in page
    assert "Peace &amp; &lt;quiet&gt;" in page
    assert "nothing here" in page
    assert "<script" not in page


def test_a_long_text_is_cut_around_what_is_lit() -> None:
    page = concordance_page(CONCORDANCE)
    assert "<mark>5 May 2022</mark>" in page
    assert page.count("before") < 40
    assert " … " in page


def test_the_gravest_come_first() -> None:
    note = replace(DIFFERENCE, severity=Severity.NOTE, place="1")
    page = concordance_page(replace(CONCORDANCE, differences=(note, DIFFERENCE)))
    assert page.index('<article class="error"') < page.index('<article class="note"')


def test_the_index_leads_to_each_document() -> None:
    page = concordance_index([(CONCORDANCE, "one.html")])
    assert '<a href="one.html">A/RES/91/4</a>' in page


def test_the_table_counts_what_it_does_not_list() -> None:
    note = replace(DIFFERENCE, severity=Severity.NOTE)
    both = replace(CONCORDANCE, differences=(note, DIFFERENCE))
    table = concordance_table(both, width=200, notes=False)
    assert table.count("2022-05-04") == 1
    assert "2 differences: 1 error, 1 note" in table
    assert "not compared: Words are not compared." in table


def test_no_difference_is_said_in_words() -> None:
    alike = replace(CONCORDANCE, differences=())
    assert "no differences" in concordance_table(alike)
    assert "No difference was found" in concordance_page(alike)
