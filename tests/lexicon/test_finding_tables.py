"""The tables for finding: treaties, units, citation words. One text means one thing, or the row says what it needs."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import pytest

from verbale.lexicon.citing import part_letters, session_marks, symbol_words
from verbale.lexicon.counting import comparators, unit_words
from verbale.lexicon.folding import fold
from verbale.lexicon.printed import scannable
from verbale.lexicon.tables import TableRow, read_table, read_words
from verbale.lexicon.treaties import (
    NameForm,
    find_treaty,
    treaties,
    treaty_names,
)
from verbale.model.language import Language

LANGUAGES = tuple(Language)


def meanings(table: str, *columns: str, leave: str = "") -> dict[tuple[str, str], set[tuple[str, ...]]]:
    """What each folded text of a table stands for, by language; rows of the kind ``leave`` are left out."""
    meant = defaultdict(set)
    for row in read_words(table):
        if row.get("kind") != leave or not leave:
            meant[row["language"], fold(row["text"])].add(tuple(row[column] for column in columns))
    return meant


@pytest.mark.parametrize(
    ("table", "columns", "leave"),
    [
        ("derived_numbers", ("kind", "value", "unit"), ""),
        ("number_words", ("kind", "value"), ""),
        ("part_letters", ("letter",), ""),
        ("references", ("kind",), ""),
        ("session_marks", ("mark",), ""),
        ("symbol_words", ("kind",), ""),
        ("treaty_anaphora", ("noun",), ""),
        ("treaty_names", ("treaty",), ""),
        ("units", ("unit",), "counter"),
    ],
)
def test_no_text_has_two_meanings(table: str, columns: tuple[str, ...], leave: str) -> None:
    assert {text: values for text, values in meanings(table, *columns, leave=leave).items() if len(values) > 1} == {}


def test_a_comparator_has_one_sign_where_it_stands() -> None:
    signs = defaultdict(set)
    for row in read_words("comparators"):
        assert row["comparator"] in {">", ">=", "<", "<=", "~"}
        assert row["position"] in {"before", "after"}
        signs[row["language"], row["position"], fold(row["text"])].add(row["comparator"])
    assert {place: found for place, found in signs.items() if len(found) > 1} == {}


def test_dates_of_treaties_are_ordered() -> None:
    for treaty in treaties().values():
        days = [date.fromisoformat(day) for day in (treaty.adopted, treaty.opened, treaty.in_force) if day]
        assert days == sorted(days), treaty
        assert treaty.kind in {"treaty", "code", "status", "proposal"}
        assert bool(treaty.adopted) == (treaty.kind != "proposal"), treaty


def test_a_treaty_without_date_says_why() -> None:
    assert [row for row in read_table("treaties") if not row["in_force"] and not row["reason"]] == []


def test_names_are_of_known_treaties_and_nouns() -> None:
    assert {row["treaty"] for row in read_table("treaty_names")} == set(treaties())
    nouns = {row["noun"] for row in read_table("treaty_anaphora")}
    assert nouns - {"protocol"} == {treaty.noun for treaty in treaties().values() if treaty.kind != "status"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_treaty_has_an_official_name_in_every_language(language: Language) -> None:
    official = {name.treaty for name in treaty_names(language) if name.form is NameForm.OFFICIAL}
    assert official == set(treaties())


@pytest.mark.parametrize("row", read_words("treaty_blockers"), ids=lambda row: row["text"])
def test_a_treaty_blocker_holds_a_name(row: TableRow) -> None:
    names = [
        fold(name.text) for name in treaty_names(Language(row["language"])) if name.form is not NameForm.ABBREVIATION
    ]
    assert any(name in fold(row["text"]) for name in names)


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        (Language.AR, ("معاهدة الحظر الشامل للتجارب النووية",)),
        (Language.EN, ("the Comprehensive Nuclear-Test-Ban Treaty", "CTBT", "Comprehensive Test Ban Treaty")),
        (Language.ES, ("el Tratado de Prohibición Completa de los Ensayos Nucleares", "TPCE")),
        (Language.FR, ("Traité d’interdiction complète des essais nucléaires", "TICE")),
        (Language.RU, ("Договору о всеобъемлющем запрещении ядерных испытаний", "ДВЗЯИ")),
        (Language.ZH, ("《全面核禁试条约》", "全面禁止核试验条约", "《全面禁试条约》")),
    ],
)
def test_the_many_names_of_one_treaty(language: Language, texts: tuple[str, ...]) -> None:
    assert {find_treaty(text, language) for text in texts} == {"CTBT"}


@pytest.mark.parametrize("text", ["全面禁止核试验行动", "全面禁止核试验条约组织", "禁止使用核武器公约", "条约", ""])
def test_what_is_no_treaty(text: str) -> None:
    assert find_treaty(text, None) is None


def test_the_longest_name_comes_first() -> None:
    texts = [name.text for name in treaty_names(Language.RU)]
    whole = "Договор о запрещении ядерного оружия в Латинской Америке и Карибском бассейне"
    assert texts.index(whole) < texts.index("Договор о запрещении ядерного оружия")


@pytest.mark.parametrize("language", LANGUAGES)
def test_counting_words(language: Language) -> None:
    units = {word.unit for word in unit_words(language)}
    assert {"signature", "ratification", "accession", "warhead", "vote_for", "dollar", "submarine"} <= units
    assert {word.sign for word in comparators(language)} == {">", ">=", "<", "<=", "~"}
    rows = [
        row for row in read_words("number_words") if row["language"] == language and row["kind"] in ("power", "plural")
    ]
    assert {"100", "1000", "1000000", "1000000000"} <= {row["value"] for row in rows}


def test_a_comparator_may_follow_its_number() -> None:
    assert ("多", ">", True) in {(word.text, word.sign, word.after) for word in comparators(Language.ZH)}


def test_arabic_letters_are_a_whole_alphabet() -> None:
    letters = [row["letter"] for row in read_words("part_letters") if row["language"] == "ar"]
    assert sorted(letters) == sorted([*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "AA"])


def test_part_letters() -> None:
    assert {"كاف": "K", "ألف ألف": "AA"}.items() <= part_letters(Language.AR).items()
    assert part_letters(Language.RU)["О"] == "O"


def test_arabic_marks_of_sessions() -> None:
    assert {"د": "", "دإ": "S-", "دإط": "ES-"}.items() <= session_marks(Language.AR).items()


@pytest.mark.parametrize("language", LANGUAGES)
def test_citation_words(language: Language) -> None:
    for kind in ("resolution", "decision", "paragraph", "annex", "section", "article"):
        assert symbol_words(kind, language)
    assert {"ibid", "above", "below", "previous_paragraph"} <= {
        row["kind"] for row in read_words("references") if row["language"] == language
    }


@pytest.mark.parametrize(
    "table",
    ["symbol_words", "cited_organs", "citation_joints", "state_context", "treaty_context", "date_words", "months"],
)
def test_words_looked_for_as_they_stand_are_in_the_form_of_a_scannable_text(table: str) -> None:
    assert [row["text"] for row in read_words(table) if scannable(row["text"])[0] != row["text"]] == []
