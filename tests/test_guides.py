"""Every command that the documentation shows is there, and those of the guides run in the order shown."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from verbale.cli import VERBS, main

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
GUIDES = [page for page in PAGES if any(kind == "sh" for kind, _ in FENCE.findall(page.read_text(encoding="utf-8")))]
FORM = re.compile(r"\[|…|<|\.\.\.")  # a line with one of these shows the form of a command, not a command


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


def commands_in(block: str) -> list[str]:
    """The lines of a block that call ``verbale``, a comment and a prompt before it left out."""
    found = []
    for line in block.replace("\\\n", " ").splitlines():
        called = re.match(r"(?:\$ )?(?:\S*/)?verbale (.*)", line)
        if called:
            found.append(called[1])
    return found


def shown_in(page: Path) -> list[str]:
    """Every command that a page shows, in blocks and within sentences."""
    text = page.read_text(encoding="utf-8")
    inline = re.findall(r"`verbale ([^`]+)`", FENCE.sub("", text))
    return [line for _, block in FENCE.findall(text) for line in commands_in(block)] + inline


def get_verb(name: str) -> click.Command:
    verb = main.get_command(click.Context(main), name)
    assert verb is not None, f"there is no verb {name}"
    return verb


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_command_shown_has_its_verb_and_options(page: Path) -> None:
    for line in shown_in(page):
        name, *words = shlex.split(line.replace("…", " … "), comments=True)
        if name in {"VERB", "--version", "--help", "[--version]"}:
            continue
        assert name in VERBS, f"verbale {line}"
        verb = get_verb(name)
        parts = [verb, *(verb.commands.values() if isinstance(verb, click.Group) else ())]
        known = {option for part in parts for each in part.get_params(click.Context(main)) for option in each.opts}
        given = {word.strip("[]") for word in words if re.match(r"\[?--?[a-z]", word)}
        assert given <= known | {"--help", "-h"}, f"verbale {line}"


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_command_of_a_block_parses(page: Path) -> None:
    blocks = [block for _, block in FENCE.findall(page.read_text(encoding="utf-8"))]
    for line in (line for block in blocks for line in commands_in(block) if not FORM.search(line)):
        name, *words = shlex.split(line, comments=True)
        if name in VERBS:
            get_verb(name).make_context(name, words)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("guide") / "demo"
    result = CliRunner().invoke(main, ["demo", "--into", str(folder)])
    assert result.exit_code == 0, result.stderr
    return folder


@pytest.mark.parametrize("page", GUIDES, ids=name_of)
def test_a_guide_runs_as_it_is_written(page: Path, demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Line by line, in one folder, after ``verbale demo``; each ends with 0."""
    blocks = [block for kind, block in FENCE.findall(page.read_text(encoding="utf-8")) if kind == "sh"]
    lines = [line for block in blocks for line in block.replace("\\\n", " ").splitlines()]
    assert shlex.split(lines[0], comments=True) == ["verbale", "demo"]
    shutil.copytree(demo, tmp_path / "demo")
    monkeypatch.chdir(tmp_path)
    for line in lines[1:]:
        program, *words = shlex.split(line, comments=True)
        assert program == "verbale", line
        result = CliRunner().invoke(main, words)
        assert result.exit_code == 0, f"{line}\n{result.output}"
