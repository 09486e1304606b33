"""The library of a desk: documents are added once, versions take each other's place, and what was done stays."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.store.raw import execute

from verbale.app.libraries import (
    Selection,
    add_sources,
    find_listed,
    get_document,
    get_library_row,
    get_original,
    rebuild_library,
    withdraw,
)
from verbale.app.sources import find_sources
from verbale.errors import BadReference, Refused
from verbale.store.contents import find_unspoken
from verbale.store.database import Database
from verbale.store.library_store import all_rows, count_by, count_documents, find_holding, find_versions

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
AT = datetime(2026, 12, 1, 9, tzinfo=UTC)


def add(database: Database, *paths: Path) -> tuple[int, int, int]:
    added = add_sources(database, find_sources(map(str, paths)), "A. Librarian", AT)
    return len(added.documents), added.known, len(added.failed)


def test_documents_are_added_once_and_found_in_every_language(database: Database, tmp_path: Path) -> None:
    texts = [SAMPLES / kind / f"{code}.txt" for kind in ("report", "resolution") for code in ("ar", "en", "zh")]
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and nothing else")
    assert add(database, *texts, broken) == (6, 0, 1)
    assert add(database, *texts) == (0, 6, 0)
    assert count_documents(database, Selection()) == 2
    assert count_by(database, "session", Selection()) == {"76": 1, "77": 1}
    listed = [(one.address, one.language) for one in find_listed(database, Selection())]
    assert listed == [(symbol, code) for symbol in ("A/77/9901", "A/RES/76/901") for code in ("ar", "en", "zh")]
    assert [one.symbol for one in find_listed(database, Selection(language="en", words="reporting by"))][:1] == [
        "A/RES/76/901"
    ]
    row = get_library_row(database, "A/77/9901", "en")
    assert get_original(database, row) == (SAMPLES / "report" / "en.txt").read_bytes()
    document = get_document(database, row)
    assert [reply.state for reply in document.replies] == ["KHM", "CIV", "CUB", "DEU", "IRN"]
    assert document.annotations
    assert find_holding(database, ["A/77/9901", "A/RES/1/1"]) == {"A/77/9901"}
    assert find_unspoken(database) == ()
    with pytest.raises(BadReference, match="is not in the library"):
        get_library_row(database, "A/77/9901", "fr")


def test_a_later_version_stands_until_it_is_withdrawn(database: Database, place: str, tmp_path: Path) -> None:
    first = SAMPLES / "decision" / "en.txt"
    later = tmp_path / "later.txt"
    later.write_bytes(first.read_bytes() + b"\n")
    add(database, first)
    old = next(iter(all_rows(database)))
    add(database, later)
    assert [one.current for one in find_versions(database, old.address)] == [False, True]
    new = get_library_row(database, old.address, "en")
    assert new.name == "later.txt"
    assert get_library_row(database, old.address, "en", old.reading).name == "en.txt"
    withdraw(database, new, "the wrong file", "A. Librarian", AT)
    assert get_library_row(database, old.address, "en").reading == old.reading
    with pytest.raises(Refused, match="is not in the library"):
        withdraw(database, new, "again", "A. Librarian", AT)
    rows = [tuple(row) for row in execute(place, "select act, name, reason from store_libraryentry order by id")]
    assert rows == [("added", "en.txt", ""), ("added", "later.txt", ""), ("withdrawn", "later.txt", "the wrong file")]


def test_the_list_is_made_anew_from_what_was_done(database: Database, place: str) -> None:
    add(database, *(SAMPLES / "report" / f"{code}.txt" for code in ("en", "es")))
    withdraw(database, get_library_row(database, "A/77/9901", "es"), "a trial", "A. Librarian", AT)
    before = list(all_rows(database))
    execute(place, "delete from store_documentrow")
    assert find_listed(database, Selection()) == ()
    assert rebuild_library(database) == 1
    assert list(all_rows(database)) == before
    assert list(find_listed(database, Selection())) == before
