"""``verbale account``, in a process of its own: one has the settings of one site."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from verbale.app.desks import make_desk

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def desk(tmp_path: Path) -> str:
    place = str(tmp_path / "desk.sqlite")
    make_desk(place)
    return place


def run(desk: str, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "verbale", "--desk", desk, "account", *arguments)
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(command, check=False, capture_output=True, text=True, input=given, env=environment)


def test_an_account_is_made_listed_and_closed(desk: str) -> None:
    made = run(desk, "add", "a.officer", "--role", "officer")
    assert made.stdout.startswith("http://127.0.0.1:8000/accounts/password/reset/key/")
    assert "a.officer is officer" in made.stderr
    typed = run(
        desk, "add", "m.cuba", "--role", "mission", "--state", "cub", "--password", given="a b c d e f g 1\n" * 2
    )
    assert typed.returncode == 0
    assert typed.stdout.strip().startswith("Password:") or not typed.stdout.strip()
    listed = json.loads(run(desk, "list", "--json").stdout)
    assert listed == [
        {"name": "a.officer", "open": True, "roles": ["officer"]},
        {"name": "m.cuba", "open": True, "roles": ["mission CUB"]},
    ]
    assert run(desk, "take", "m.cuba", "--role", "mission", "--state", "CUB").returncode == 0
    assert run(desk, "close", "a.officer").returncode == 0
    assert run(desk, "list", "--csv").stdout == "name,open,roles\na.officer,closed,officer\nm.cuba,open,\n"


def test_what_will_not_do_is_said_and_makes_no_account(desk: str) -> None:
    for arguments, said in (
        (("add", "m", "--role", "mission"), "has a State; give --state CUB"),
        (("add", "m", "--role", "officer", "--state", "CUB"), "has a State"),
        (("link", "nobody"), "has no account here"),
        (("close", "nobody"), "has no account here"),
    ):
        done = run(desk, *arguments)
        assert (done.returncode, said in done.stderr) == (2, True), done.stderr
        assert "Traceback" not in done.stderr
    assert run(desk, "list", "--json").stdout.strip() == "[]"
