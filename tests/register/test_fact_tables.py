"""The register's tables: every row has a source, and every table is in its canonical form."""

from __future__ import annotations

import csv
import io
import unicodedata
from importlib import resources

import pytest

from verbale.errors import BadReference
from verbale.model.language import Language
from verbale.model.statement import parse_day
from verbale.register.acts import acts_by_treaty
from verbale.register.fact_tables import fact_sources, find_source_title, get_fact_source, read_facts
from verbale.register.votes import roll_calls

DATA = resources.files("verbale.register") / "data"
TABLES = sorted(entry.name.removesuffix(".csv") for entry in DATA.iterdir() if entry.name.endswith(".csv"))


@pytest.mark.parametrize("name", [name for name in TABLES if name != "sources"])
def test_every_row_names_its_source(name: str) -> None:
    for row in read_facts(name):
        assert row["source"] in fact_sources(), row


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


def test_sources_are_whole_and_named_once() -> None:
    rows = read_facts("sources")
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert all(row[column] for column in ("id", "title", "publisher", "address", "licence")), row
        assert not row["date"] or parse_day(row["date"])


def test_a_source_is_had_by_its_id() -> None:
    assert get_fact_source("A/77/123").publisher == "United Nations"
    with pytest.raises(BadReference, match="no source of the register"):
        get_fact_source("hearsay")


def test_sources_of_acts_and_votes_are_titled_in_six_languages() -> None:
    acts = {act.source for held in acts_by_treaty().values() for act in held}
    used = acts | {call.provenance.source for call in roll_calls().values()}
    for source in used:
        for language in Language:
            titled = find_source_title(source, language)
            assert titled is not None, source
            assert titled.language is language, source


def test_a_title_that_is_not_known_is_in_english() -> None:
    for row in read_facts("source_titles"):
        assert row["source"] in fact_sources()
        assert row["language"] in {language.value for language in Language}
        assert row["language"] != Language.EN, "English titles are those of sources.csv"
        assert row["title"]
        assert row["publisher"]
    titled = find_source_title("A/RES/77/94", Language.FR)
    assert titled is not None
    assert titled.language is Language.EN
    assert find_source_title("hearsay", Language.FR) is None
