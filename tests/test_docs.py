"""What the documentation says of verbs, options and decisions is what there is."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from verbale import __version__
from verbale.cli import VERBS, main
from verbale.model.document import PROFILES

ROOT = Path(__file__).parent.parent
REFERENCE = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")


def section(verb: str) -> str:
    found = re.search(rf"^## verbale {verb}\n(.*?)(?=^## |\Z)", REFERENCE, re.M | re.S)
    assert found is not None, f"docs/reference/cli.md has no section on {verb}"
    return found[1]


def get_verb(name: str) -> click.Command:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    return command


def options(command: click.Command) -> set[str]:
    return {
        name
        for parameter in command.get_params(click.Context(command))
        if isinstance(parameter, click.Option)
        for name in parameter.opts
    }


def documented(text: str) -> set[str]:
    """The options in the first column of the tables."""
    rows = re.findall(r"^\| (`-[^|]+) \|", text, re.M)
    return {name for row in rows for name in re.findall(r"`(--?[a-z-]+)", row)}


def test_every_verb_has_its_section_and_no_other() -> None:
    assert re.findall(r"^## verbale ([a-z-]+)$", REFERENCE, re.M) == list(VERBS)


@pytest.mark.parametrize("verb", list(VERBS))
def test_options_are_documented_and_exist(verb: str) -> None:
    command = get_verb(verb)
    missing = {name for name in options(command) if name != "-h"} - documented(section(verb))
    assert not missing
    assert documented(section(verb)) - {"-h", "--help"} <= options(command)


@pytest.mark.parametrize("verb", list(VERBS))
def test_the_table_of_verbs_gives_the_verb_s_own_first_line(verb: str) -> None:
    assert (get_verb(verb).help or "").splitlines()[0] == VERBS[verb][1]


def test_forms_and_profiles_are_documented() -> None:
    formats = next(option for option in get_verb("read").params if option.name == "form")
    assert isinstance(formats.type, click.Choice)
    text = section("read")
    assert [*re.findall(r"`--format (\w+)`", text)] == list(formats.type.choices)
    assert all(f"`{profile}`" in text for profile in PROFILES)


def test_the_example_of_the_readme_is_real() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.findall(r"^```console\n\$ \S*verbale (\w+) (\S+)\n(.*?)^```$", text, re.M | re.S)
    assert [verb for verb, _, _ in found] == ["read", "find"]
    for verb, sample, shown in found:
        assert CliRunner().invoke(main, [verb, str(ROOT / sample)]).stdout == shown


def test_every_decision_is_listed_and_whole() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", (folder / "README.md").read_text(encoding="utf-8"))
    assert listed == sorted(path.name for path in folder.glob("[0-9]*.md"))
    for name in listed:
        text = (folder / name).read_text(encoding="utf-8")
        assert all(f"**{part}" in text for part in ("Needed", "Chosen", "Measured", "Look again")), name


def test_links_between_pages_lead_somewhere() -> None:
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.relative_to(ROOT)} links to {target}"


def test_the_version_is_one() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {__version__}\n" in citation
