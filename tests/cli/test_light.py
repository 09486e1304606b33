"""Help and version load no verb and answer at once."""

from __future__ import annotations

import subprocess
import sys

import pytest

from verbale.cli import VERBS

HEAVY = {"lxml", "pypdfium2", "rich", "msgspec", "verbale.app", "verbale.commands", "verbale.render", "verbale.read"}
CALL = "import sys; sys.argv[0] = 'verbale'; from verbale.cli import main; main()"


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_light_calls_import_nothing_heavy(argument: str) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", CALL, argument], capture_output=True, text=True, check=True
    )
    loaded = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines() if "|" in line}
    assert "click" in loaded
    assert not {name for name in loaded if name in HEAVY or name.split(".")[0] in HEAVY}


def test_help_lists_every_verb() -> None:
    done = subprocess.run([sys.executable, "-c", CALL, "--help"], capture_output=True, text=True, check=True)
    for verb in VERBS:
        assert f"\n  {verb} " in done.stdout
