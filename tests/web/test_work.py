"""Work in the background survives a kill, on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.servers import get_server

ROOT = Path(__file__).parent.parent.parent
SCENARIOS = Path(__file__).with_name("work_scenarios.py").read_text(encoding="utf-8")
STORIES = re.search(r"^STORIES = \((.*?)^\)", SCENARIOS, re.M | re.S)


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/desk.sqlite"
        return
    made = get_server().make_database()
    yield made
    get_server().drop_database(made)


@pytest.mark.parametrize("story", re.findall(r"\w+", STORIES[1] if STORIES else ""))
def test_work_survives(story: str, address: str) -> None:
    places = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
    settings = {"DJANGO_SETTINGS_MODULE": "tests.web.work_settings", "TEST_DESK": address, "PYTHONPATH": places}
    command = (sys.executable, "-m", "tests.web.work_scenarios", story)
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, env=os.environ | settings, cwd=ROOT, timeout=300
    )
    assert done.returncode == 0, done.stderr


def test_every_story_is_told() -> None:
    assert STORIES is not None
    assert len(re.findall(r"\w+", STORIES[1])) == 9
