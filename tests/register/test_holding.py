"""The one loader: cells become values, a wrong cell is named by table and row, corrections are followed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

import pytest

from verbale.errors import LexiconBroken
from verbale.lexicon.tables import TableRow, read_table
from verbale.lexicon.treaties import treaties
from verbale.model.statement import Period, Provenance
from verbale.register import holding
from verbale.register.fact_tables import fact_sources
from verbale.register.holding import Comparator, Holding, find_current, held, parse_number
from verbale.register.holdings import KINDS, everything

WHOLE = {"label": "a thing", "value": "3", "source": "A/77/123", "place": "II.6", "period": "2022"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing(Holding):
    """A kind made for these tests."""

    table: ClassVar[str] = "things"

    value: int | None


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[Mapping[str, str]]]:
    """Rows that stand in for a table, by its name."""
    tables: dict[str, list[Mapping[str, str]]] = {}

    def read(name: str) -> tuple[TableRow, ...]:
        return tuple(tables[name])

    monkeypatch.setattr(holding, "read_facts", read)
    holding._rows.cache_clear()
    return tables


def test_a_row_becomes_a_value(made: dict[str, list[Mapping[str, str]]]) -> None:
    made["things"] = [{**WHOLE, "states": "CUB JPN", "recorded": "2022-05-10"}, {**WHOLE, "value": ""}]
    first, second = held(Thing)
    assert first.states == ("CUB", "JPN")
    assert (first.value, second.value) == (3, None)
    assert first.valid == Period("2022", "2022")
    assert first.provenance == Provenance("A/77/123", "II.6")
    assert (first.recorded, second.recorded) == ("2022-05-10", "2022-07"), "else the day of the source"
    assert first.line().statement.subject == "CUB JPN"
    assert second.line().statement.subject == "A/77/123"


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ({"value": "three"}, "invalid literal"),
        ({"period": "2022-13"}, "no date"),
        ({"source": "hearsay"}, "no source"),
        ({"recorded": "yesterday"}, "no date"),
    ],
)
def test_a_wrong_cell_is_named(made: dict[str, list[Mapping[str, str]]], broken: Mapping[str, str], told: str) -> None:
    made["things"] = [WHOLE, {**WHOLE, **broken}]
    with pytest.raises(LexiconBroken, match=f"things, row 3: .*{told}"):
        held(Thing)


def test_a_missing_column_is_named(made: dict[str, list[Mapping[str, str]]]) -> None:
    made["things"] = [{key: cell for key, cell in WHOLE.items() if key != "value"}]
    with pytest.raises(LexiconBroken, match="no column value"):
        held(Thing)


def test_a_correction_takes_the_place_of_what_it_names(made: dict[str, list[Mapping[str, str]]]) -> None:
    made["things"] = [{**WHOLE, "recorded": "2022-07-01"}]
    wrong = held(Thing)[0]
    holding._rows.cache_clear()
    later = {**WHOLE, "value": "4", "place": "Corr.1", "recorded": "2022-09-01"}
    made["things"].append({**later, "supersedes": wrong.line().statement.key()})
    assert [thing.value for thing in find_current(Thing)] == [4]
    assert [thing.value for thing in find_current(Thing, known="2022-08-31")] == [3]
    assert [thing.value for thing in find_current(Thing, known="2022-06-30")] == []


@pytest.mark.parametrize(("text", "number"), [("", None), ("1458", 1458), ("0.5", 0.5)])
def test_numbers(text: str, number: float | None) -> None:
    assert parse_number(text) == number


def test_comparators_in_words() -> None:
    assert {each.value: each.words for each in Comparator} == {
        "=": "",
        ">": "more than ",
        "<": "fewer than ",
        ">=": "at least ",
        "<=": "at most ",
        "~": "about ",
    }


def test_every_row_of_every_kind_is_a_line_with_source_and_words() -> None:
    lines = everything()
    assert {line.kind for line in lines} == {kind.table for kind in KINDS}
    for line in lines:
        said = line.statement
        assert line.label, said
        assert said.provenance.source in fact_sources()
        assert said.subject, line
        assert said.property, line


_LONGEST = 30  # words of a label


def test_labels_are_the_registers_own_few_words() -> None:
    """Facts are carried over, sentences are not: labels are short, in Latin letters, and never whole sentences."""
    for row in (row for kind in KINDS for row in held(kind)):
        assert len(row.label.split()) <= _LONGEST, row
        assert not row.label.endswith((".", "。", "；")), row
        assert all(ord(char) < 0x0400 or char in "–’§" for char in row.label), row


def test_a_correction_names_what_is_there() -> None:
    keys = {row.line().statement.key() for kind in KINDS for row in held(kind)}
    named = {row.supersedes for kind in KINDS for row in held(kind) if row.supersedes}
    assert named, "the moved Review Conference is one"
    assert named <= keys


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.table)
def test_ids_of_states_and_treaties_are_those_of_the_lexicon(kind: type[Holding]) -> None:
    known = {row["id"] for row in read_table("states")}
    for row in held(kind):
        assert set(row.states) <= known, row
        assert set(row.treaties) <= set(treaties()), row
