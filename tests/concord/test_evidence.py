"""Evidence of a value in another form: what counts as the same value, and the nearest thing that does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from verbale.concord.compared_units import ComparedUnit, link_key, unit_of
from verbale.concord.printed_numbers import figures_key
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.concordance import Aspect
from verbale.model.language import Language
from verbale.model.node import Link, Node, NodeKind
from verbale.model.span import Span


def unit(language: str, text: str, found: Sequence[Annotation] = (), **more: object) -> ComparedUnit:
    node = replace(Node("1", NodeKind.PARAGRAPH, text, ()), **more)  # type: ignore[arg-type]
    return unit_of(node, Language(language), found)


@pytest.mark.parametrize(
    ("language", "text", "key", "shown"),
    [
        # a decade with and without its century
        ("fr", "les années 90", "1990", True),
        ("fr", "les années 80", "1990", False),
        ("en", "in the 1990s and 1999", "90", True),
        ("fr", "les années 90", "1999", True),
        ("fr", "les années 90", "1995", False),
        ("fr", "les années 90", "2090", False),
        # millions that two numbers share
        ("en", "between 720 and 811 million people", "720000000", True),
        ("en", "between 720 and 811 people", "720000000", False),
        ("en", "811 million people", "720000000", False),
        ("en", "720 million people", "720", True),
        # in groups, in their order or turned round
        ("en", "some 12,345,678 pieces", "12345678", True),
        ("ar", "نحو 678 345 12 قطعة", "12345678", True),
        ("en", "some 123 456 78 pieces", "12345678", False),
        ("en", "112,345,678 pieces", "12345678", False),
        # a year as part of something longer
        ("en", "Law 10/2018", "2018", True),
        ("en", "Law 10/12018", "2018", False),
        # Roman and Arabic
        ("fr", "la décision X/2", "10/2", True),
        ("fr", "la décision X/3", "10/2", False),
        ("fr", "la décision IX/2", "10/2", False),
        ("en", "decision 10/2", "10/2", True),
        ("en", "decision 110/2", "10/2", False),
        ("en", "decision 10/21", "10/2", False),
        # parts either way
        ("ar", "الغاية 4-16", "16.4", True),
        ("ar", "الغاية 4-17", "16.4", False),
        # the afternoon
        ("en", "at 3 p.m.", "15", True),
        ("en", "at 3.30 p.m.", "15.30", True),
        ("en", "at 3 a.m.", "15", False),
        ("en", "at 12 p.m.", "24", False),
        # the dual
        ("ar", "دولتان", "2", True),
        ("ar", "دولة", "2", False),
        ("ar", "دولتان", "3", False),
    ],
)
def test_a_number_in_another_form(language: str, text: str, key: str, shown: bool) -> None:
    assert unit(language, text).shows(Aspect.NUMBER, key) is shown


@pytest.mark.parametrize(
    ("language", "text", "key", "shown"),
    [
        ("en", "6 December 2021", "2021-12-06", True),
        ("en", "the 6th of December in 2021", "2021-12-06", True),
        ("en", "6 November 2021", "2021-12-06", False),
        ("en", "7 December 2021", "2021-12-06", False),
        ("en", "6 December 2020", "2021-12-06", False),
        ("en", "16 December 2021", "2021-12-06", False),
        ("en", "December 2021", "2021-12", True),
        ("en", "December 2020", "2021-12", False),
        ("en", "on 6 December", "--12-06", True),
        ("en", "on 7 December", "--12-06", False),
        ("fr", "le 6 décembre 2021", "2021-12-06", True),
        ("zh", "2021年12月6日", "2021-12-06", True),
        ("zh", "2021年2月6日", "2021-12-06", False),
        ("zh", "2021年12月6日", "2021-02-06", False),
        ("zh", "二〇二一年十二月6日，2021", "2021-02-06", False),
        ("zh", "二〇二一年二月6日，2021", "2021-02-06", True),
    ],
)
def test_a_date_in_another_form(language: str, text: str, key: str, shown: bool) -> None:
    assert unit(language, text).shows(Aspect.DATE, key) is shown


@pytest.mark.parametrize(
    ("text", "key", "shown"),
    [
        ("resolution 75/241", "A/RES/75/241", True),
        ("resolution 75/24", "A/RES/75/241", False),
        ("resolution 175/241", "A/RES/75/241", False),
        ("resolution S-10/2", "A/RES/S-10/2", True),
        ("a / res / 75 / 241", "A/RES/75/241", True),
        ("resolution 49/75 K", "A/RES/49/75[K]", False),
        ("A/RES/49/75 K", "A/RES/49/75[K]", True),
        ("S/RES/1540 (2004)", "S/RES/1540(2004)", True),
        ("document 75/241", "A/CONF/75/241", False),
    ],
)
def test_a_symbol_in_another_form(text: str, key: str, shown: bool) -> None:
    assert unit("en", text).shows(Aspect.SYMBOL, key) is shown


def test_names_have_no_other_form() -> None:
    assert not unit("en", "CUB").shows(Aspect.STATE, "CUB")


def test_a_derived_word_is_evidence_of_years_alone() -> None:
    plan = unit("fr", "le plan décennal")
    assert plan.shows(Aspect.NUMBER, "10", of_years=True)
    assert not plan.shows(Aspect.NUMBER, "10")
    assert not plan.shows(Aspect.NUMBER, "20", of_years=True)


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("23 300", "23300"),
        ("23\u00a0300", "23300"),
        ("23,300", "23300"),
        ("2.5", "2.5"),
        ("2,5", "2.5"),
        ("007", "7"),
        ("0", "0"),
        ("0.50", "0.5"),
        ("10.50", "10.50"),
        ("2021/2022", "2021/22"),
        ("10/2018", "10/2018"),
        ("1 234,5", "1234.5"),
        ("1.000.000", "1000000"),
        ("012.345", "12.345"),
    ],
)
def test_figures_in_one_form(printed: str, key: str) -> None:
    assert figures_key(printed) == key


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("1. Recalls", "1"),
        ("(a) Recalls", "a"),
        ("(iv) Recalls", "iv"),
        ("12) Recalls", "12"),
        ("一、回顾", "1"),
        ("甲、回顾", "a"),
        ("丁、回顾", "d"),
        ("1 - Recalls", "1"),
        ("Recalls 1.", ""),
        ("2021 was a year", ""),
    ],
)
def test_a_number_typed_before_the_text(text: str, label: str) -> None:
    assert unit("zh" if "回" in text else "en", text).label == label


def test_where_a_number_may_be_typed() -> None:
    spans = (Span(0, 2),)
    assert unit("en", "1. Recalls", label="7.", label_spans=spans, ref="II.7~2").label == "7"
    assert unit("en", "1. Recalls", kind=NodeKind.FOOTNOTE).typed is None
    assert unit("en", "Introduction", label="I.", label_spans=spans, ref="I", kind=NodeKind.HEADING).label == ""
    assert unit("en", "Recalls", label="•", label_spans=spans).label == ""
    assert unit_of(Node("1", NodeKind.PARAGRAPH, "1. Recalls", ()), Language.EN, (), typed="9").label == "9"


def test_a_number_typed_is_no_value_of_the_text() -> None:
    assert [value.key for value in unit("en", "14. Recalls 33 States").claims(Aspect.NUMBER)] == ["33"]


@pytest.mark.parametrize(
    ("text", "opens"), [("(a) Recalls", True), ("(un) Recalls", True), ("3 Recalls", True), ("Recalls (a)", False)]
)
def test_whether_it_begins_as_an_item_does(text: str, opens: bool) -> None:
    assert unit("en", text).opens is opens


def annotation(kind: AnnotationKind, value: dict[str, object], rule: str = "") -> Annotation:
    return Annotation("1", kind, 0, 4, "text", value, rule)


def claimed(kind: AnnotationKind, value: dict[str, object], rule: str = "") -> set[tuple[Aspect, str, bool]]:
    made = unit("en", "text", [annotation(kind, value, rule)])
    return {(one.aspect, one.key, one.firm) for one in made.values}


def test_what_a_finder_saw_is_claimed_and_what_it_left_open_is_not() -> None:
    citation, state = AnnotationKind.CITATION, AnnotationKind.STATE
    assert claimed(citation, {"symbol": "A/77/1/Corr.2"}) == {(Aspect.SYMBOL, "A/77/1", True)}
    assert claimed(citation, {"symbol": "A/77/1", "anaphoric": True}) == {(Aspect.SYMBOL, "A/77/1", False)}
    assert claimed(citation, {"candidates": ["A/1", "A/2"]}) == set()
    assert claimed(state, {"iso3": "CUB"}) == {(Aspect.STATE, "CUB", True)}
    assert claimed(state, {"iso3": "CUB"}, "state/adjective") == {(Aspect.STATE, "CUB", False)}
    assert claimed(AnnotationKind.TREATY, {"id": "NPT"}) == {(Aspect.TREATY, "NPT", True)}
    assert claimed(AnnotationKind.REFERENCE, {"ref": "1"}) == set()
    opened = unit("en", "text", [annotation(citation, {"candidates": ["A/1", "A/2"]})])
    assert opened.shows(Aspect.SYMBOL, "A/2")


def test_of_a_date_both_ends_are_claimed_and_a_year_is_a_number() -> None:
    date = AnnotationKind.DATE
    days = {"start": "2021-12-06", "end": "2021-12-07"}
    assert claimed(date, {**days}) == {(Aspect.DATE, day, True) for day in days.values()}
    assert claimed(date, {"start": "2021", "end": ".."}) == {(Aspect.NUMBER, "2021", True)}
    assert claimed(date, {"start": "2021-12-06", "end": None}) == {(Aspect.DATE, "2021-12-06", True)}
    made = unit("en", "6 12", [annotation(date, {"start": "2021-12-06"})])
    assert made.shows(Aspect.NUMBER, "12")


def test_pairs_are_citations_with_their_date_and_things_with_their_number() -> None:
    found = [
        annotation(AnnotationKind.CITATION, {"symbol": "A/1", "date": "2021-12-06"}),
        annotation(AnnotationKind.CITATION, {"symbol": "A/2"}),
        annotation(AnnotationKind.QUANTITY, {"number": 12, "unit": "ton"}),
        annotation(AnnotationKind.QUANTITY, {"number": 12, "unit": None}),
        annotation(AnnotationKind.QUANTITY, {"number": "12", "unit": "ton"}),
    ]
    assert unit("en", "text", found).pairs == {("A/1", "2021-12-06"), ("ton", "12")}


@pytest.mark.parametrize(
    ("target", "key"),
    [
        ("https://undocs.org/en/A/RES/76/53", "A/RES/76/53"),
        ("https://undocs.org/A/RES/76/53?x=1", "A/RES/76/53"),
        ("https://UNDOCS.org/zh/a/res/76/53#2", "A/RES/76/53"),
        ("https://undocs.org/en/S/RES/1540%20(2004)", "S/RES/1540(2004)"),
        ("https://undocs.org/en/A/60/88/CORR.2", ""),
        (" https://www.un.org/disarmament ", "https://www.un.org/disarmament"),
    ],
)
def test_what_a_link_leads_to(target: str, key: str) -> None:
    assert link_key(target) == key
    linked = unit("en", "text", links=(Link(0, 4, target),))
    assert linked.links == ({key} if key else set())
