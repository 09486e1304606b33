"""A cycle that is open for letters: its file is the desk's own sample, its note verbale went out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.desk.conftest import CYCLE as FILE
from tests.desk.conftest import OFFICER
from tests.store.conftest import place, postgresql  # noqa: F401  Fixtures.

from verbale.app.cycles import CycleFolder, open_cycle, start_cycle
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE

OPENED, ISSUED = datetime(2022, 1, 20, tzinfo=UTC), datetime(2022, 1, 28, tzinfo=UTC)


@pytest.fixture
def file() -> str:
    """The words of ``cycle.toml``; a module may have its own."""
    return FILE


@pytest.fixture
def folder(tmp_path: Path, file: str) -> Iterator[CycleFolder]:
    start_cycle(tmp_path / "cycle", file, OFFICER, OPENED)
    with open_cycle(tmp_path / "cycle") as opened:
        opened.give(CYCLE, c.IssueNote("ODA/2022-00991", date(2022, 1, 28)), OFFICER, ISSUED)
        yield opened
