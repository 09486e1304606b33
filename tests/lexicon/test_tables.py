"""The bundled tables: how they are read, and the rules every row keeps."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections import defaultdict
from datetime import date
from importlib import resources

import pytest

from verbale.errors import LexiconBroken
from verbale.lexicon.folding import fold
from verbale.lexicon.tables import parse_table, read_table, read_words
from verbale.model.language import Language

DATA = resources.files("verbale.lexicon") / "data"
TABLES = sorted(entry.name.removesuffix(".csv") for entry in DATA.iterdir() if entry.name.endswith(".csv"))
LANGUAGES = {str(language) for language in Language}
# The column that must have a word, or a gap with its reason, in each of the six languages.
SIX_LANGUAGES = {
    "comparators": "comparator",
    "chart_words": "key",
    "headings": "key",
    "language_names": "names",
    "original_languages": "code",
    "map_area_names": "area",
    "months": "month",
    "opener_meanings": "meaning",
    "organs": "organ",
    "phrases": "key",
    "references": "kind",
    "reply_headers": "key",
    "session_marks": "session",
    "state_names": "state",
    "subject_words": "subject",
    "symbol_words": "kind",
    "treaty_anaphora": "noun",
    "treaty_names": "treaty",
    "units": "unit",
}
STATES = {row["id"] for row in read_table("states")}


def test_cells_are_read_by_column() -> None:
    assert parse_table("sample", "id,text\na,\n") == ({"id": "a", "text": ""},)


@pytest.mark.parametrize(
    ("content", "number"),
    [
        ("", 1),
        ("id,id\n", 1),
        ("id,\n", 1),
        ("id,text\na,b\na\n", 3),
        ('id,text\na,"b\n', 2),
    ],
)
def test_broken_table_names_its_row(content: str, number: int) -> None:
    with pytest.raises(LexiconBroken) as failure:
        parse_table("sample", content)
    assert failure.value.table == "sample"
    assert failure.value.row == number


def test_missing_table_is_broken() -> None:
    with pytest.raises(LexiconBroken):
        read_table("no_such_table")


def test_rows_without_a_word_are_no_words() -> None:
    assert any(row["text"] == "" for row in read_table("units"))
    assert all(row["text"] for row in read_words("units"))


@pytest.mark.parametrize("name", TABLES)
def test_table_is_canonical(name: str) -> None:
    """UTF-8, normal form C, LF, sorted, no row twice, no space at an edge: ``scripts/mend_tables.py`` repairs it."""
    content = (DATA / f"{name}.csv").read_bytes().decode("utf-8")
    assert unicodedata.is_normalized("NFC", content)
    header, *rows = csv.reader(io.StringIO(content))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(sorted({tuple(cell.strip() for cell in row) for row in rows}))
    assert content == out.getvalue()


@pytest.mark.parametrize("name", TABLES)
def test_rows_have_known_source_and_language(name: str) -> None:
    sources = {row["source"] for row in read_table("SOURCES")}
    allowed = LANGUAGES | ({"other"} if name == "function_words" else set())
    for row in read_table(name):
        assert row["source"] in sources, row
        assert "language" not in row or row["language"] in allowed, row


@pytest.mark.parametrize("name", TABLES)
def test_gap_says_why(name: str) -> None:
    assert [row for row in read_table(name) if row.get("text") == "" and not row["reason"]] == []


@pytest.mark.parametrize(("name", "column"), sorted(SIX_LANGUAGES.items()))
def test_six_languages_or_a_gap(name: str, column: str) -> None:
    found = defaultdict(set)
    for row in read_table(name):
        found[row[column]].add(row["language"])
    assert {key: LANGUAGES - languages for key, languages in found.items() if languages != LANGUAGES} == {}


def test_every_state_is_named_or_a_gap() -> None:
    assert {row["state"] for row in read_table("state_names")} == STATES


def test_states_point_to_states() -> None:
    for row in read_table("states"):
        successors = filter(None, row["successor"].split(";"))
        assert set(successors) <= STATES, row
    for table in ("ambiguous", "organisation_names"):
        for row in read_words(table):
            assert set(row["states"].split(";")) <= STATES, row


def test_there_are_193_members_with_a_date() -> None:
    members = [row for row in read_table("states") if row["kind"] == "member"]
    assert len(members) == 193
    assert all(date.fromisoformat(row["admitted"]).year >= 1945 and not row["ended"] for row in members)
    assert sum(row["admitted"].startswith("1945") for row in members) == 49, "51 founders less two former States"


@pytest.mark.parametrize(("table", "start", "end"), [("states", "admitted", "ended"), ("state_names", "from", "to")])
def test_intervals_are_ordered(table: str, start: str, end: str) -> None:
    for row in read_table(table):
        for day in filter(None, (row[start], row[end])):
            date.fromisoformat(day)
        assert not (row[start] and row[end]) or row[start] <= row[end], row


def test_former_names_have_an_end() -> None:
    assert [row for row in read_words("state_names") if row["form"] == "former" and not row["to"]] == []


def test_no_name_means_two_states() -> None:
    """Rule 7 of the lexicon: a name of two States is listed in ``ambiguous.csv`` or stays out."""
    listed = {(row["language"], fold(row["text"])) for row in read_words("ambiguous")}
    meant = defaultdict(set)
    for row in read_words("state_names"):
        meant[row["language"], fold(row["text"])].add(row["state"])
    assert {name: states for name, states in meant.items() if len(states) > 1 and name not in listed} == {}


def test_every_blocker_has_something_to_block() -> None:
    names: defaultdict[str, set[str]] = defaultdict(set)
    for row in read_words("state_names"):
        names[row["language"]].add(fold(row["text"]))
    idle = [
        (row["language"], row["text"])
        for row in read_words("blockers")
        if not any(name in fold(row["text"]) for name in names[row["language"]])
    ]
    assert idle == []


def test_openers_are_many() -> None:
    counts: defaultdict[tuple[str, str], int] = defaultdict(int)
    for row in read_words("headings"):
        counts[row["language"], row["role"]] += 1
    assert all(counts[language, role] >= 60 for language in LANGUAGES for role in ("preamble", "operative"))
