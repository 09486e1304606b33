"""An empty place for a desk in each database that there may be, and a cycle in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.servers import Server, get_server

from verbale.store.cycle_store import CycleStore, make_cycle
from verbale.store.database import Database, make_database, open_database, parse_address

Raw = Callable[..., list[tuple[object, ...]]]


@pytest.fixture(scope="session")
def postgresql() -> Server:
    """A server of this process."""
    return get_server()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a new file or of an empty database of the server."""
    if request.param == "sqlite":
        yield str(tmp_path / "desk.sqlite")
        return
    server: Server = request.getfixturevalue("postgresql")
    address = server.make_database()
    yield address
    server.drop_database(address)


@pytest.fixture
def database(place: str) -> Iterator[Database]:
    """A new desk, open."""
    with make_database(parse_address(place)):
        pass
    with open_database(parse_address(place)) as opened:
        yield opened


@pytest.fixture
def store(database: Database) -> CycleStore:
    """A new cycle without entries."""
    return make_cycle(database, "2022")
