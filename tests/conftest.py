"""Two lengths of the tests: every day, and with ``--soak SECONDS`` long, as ``make soak`` runs them.

Every day a property is tried with few examples, always the same, and tests marked ``soak`` are left out. With the
option properties get many examples, other ones each time, and a test marked ``soak`` goes on for so many seconds. The
seed of what it does stands in its message when it fails.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings
from tests import lengths
from tests.lengths import Rounds

from verbale.web.settings import configure
from verbale.web.site import Site


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--soak SECONDS``."""
    words = "run the tests marked soak for so many seconds each, and properties with many examples"
    parser.addoption("--soak", type=float, default=0.0, metavar="SECONDS", help=words)


def pytest_configure(config: pytest.Config) -> None:
    """Choose the length before any test is loaded."""
    soak = config.getoption("--soak") > 0
    lengths.times = lengths.LONG if soak else 1
    settings.register_profile(
        "of this run",
        derandomize=not soak,
        database=None,
        deadline=None,
        print_blob=soak,
        max_examples=lengths.examples(100),
    )
    settings.load_profile("of this run")


def _set_django_up() -> None:
    """Set Django up once in this process, for the tests of the website and for those that need the store alone.

    Django has one set of settings in a process. The desk that they name is chosen by each test of the website.
    """
    folder = Path(tempfile.mkdtemp(prefix="verbale-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    site = Site(str(folder / "desk.sqlite"), folder, "a secret of tests " * 3, ("testserver",), collected=False)
    (folder / "static").mkdir()
    configure(site)


# Before any test loads the store, which would set Django up for itself alone.
_set_django_up()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is marked ``soak`` where no time is given for it."""
    if config.getoption("--soak"):
        return
    left_out = [item for item in items if item.get_closest_marker("soak")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not item.get_closest_marker("soak")]


@pytest.fixture
def rounds(pytestconfig: pytest.Config) -> Rounds:
    """The seeds of one test marked ``soak``, one after the other until its time is over; one at least."""
    seconds = pytestconfig.getoption("--soak")

    def until_time_is_over() -> Iterator[int]:
        end = time.monotonic() + seconds
        for seed in count():
            yield seed
            if time.monotonic() >= end:
                return

    return until_time_is_over
