"""A door offers what it names, and loads it when it is asked for."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import verbale.app
import verbale.render

PACKAGE = Path(verbale.app.__file__).parent.parent
HEAVY = {"lxml", "pypdfium2", "verbale.read", "verbale.structure", "verbale.find"}


@pytest.mark.parametrize("room", [verbale.app, verbale.render], ids=["app", "render"])
def test_what_is_named_for_the_checker_is_what_is_loaded(room: object) -> None:
    name = getattr(room, "__name__", "")
    tree = ast.parse((PACKAGE / name.removeprefix("verbale.") / "__init__.py").read_text(encoding="utf-8"))
    loaded = [node.module for node in tree.body if isinstance(node, ast.ImportFrom)]
    assert loaded == ["typing", "verbale.doors"], "a part is named for the type checker and in the table, not loaded"
    homes = {
        alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(f"{name}.")
        for alias in node.names
    }
    assert sorted(homes) == sorted(getattr(room, "__all__", ()))
    for each, home in homes.items():
        assert getattr(room, each) is getattr(sys.modules[home or ""], each)
    with pytest.raises(AttributeError, match="has no attribute 'attic'"):
        getattr(room, "attic")  # noqa: B009


def test_a_question_to_the_register_loads_no_reader() -> None:
    call = "import sys; sys.argv[0] = 'verbale'; from verbale.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", call, "status", "CTBT", "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines() if "|" in line}
    assert "verbale.register.course" in loaded
    assert not {name for name in loaded if name in HEAVY or name.split(".")[0] in HEAVY}
