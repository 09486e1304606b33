"""What the documentation says of verbs, options and decisions is what there is."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from verbale import __version__
from verbale.app.converting import FORMS
from verbale.check.rules import all_rules
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
    parts = [command, *(command.commands.values() if isinstance(command, click.Group) else ())]
    return {
        name
        for part in parts
        for parameter in part.get_params(click.Context(part))
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


@pytest.mark.parametrize("verb", list(VERBS))
def test_help_speaks_the_language_of_the_field(verb: str) -> None:
    """Words that only this project would use for these things, in help and in the reference."""
    command = get_verb(verb)
    words = command.get_help(click.Context(command, info_name=verb)) + section(verb)
    assert (
        re.findall(r"\b(told|tells|held against|beside each other|takes? in|taken in|lit|went out|the call)\b", words)
        == []
    )


def test_every_output_form_is_documented() -> None:
    assert set(re.findall(r"`--to (\w+)`", section("convert"))) == set(FORMS)


def test_every_rule_is_documented() -> None:
    page = (ROOT / "docs" / "researcher" / "checking.md").read_text(encoding="utf-8")
    # The classes of the concordance have a page of their own.
    rules = {rule.id for rule in all_rules() if not rule.id.startswith("concord/")}
    assert set(re.findall(r"^\| `([a-z]+/[a-z-]+)` \|", page, re.M)) == rules


def test_what_the_page_on_development_names_is_there() -> None:
    page = (ROOT / "docs" / "development.md").read_text(encoding="utf-8")
    quoted = (name for name in re.findall(r"`([\w./-]+)`", page) if "LANG" not in name)
    named = {name for name in quoted if ("/" in name and not name.startswith("..")) or name.endswith((".csv", ".py"))}
    package = ROOT / "src" / "verbale"
    homes = (ROOT, package, package / "lexicon" / "data", package / "register" / "data")
    assert {name for name in named if not any((home / name).exists() for home in homes)} == set()


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


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as they are made where the repository is shown."""
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_links_between_pages_lead_somewhere() -> None:
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target, anchor in re.findall(r"\]\(([^)#:]*)(?:#([^)]*))?\)", page.read_text(encoding="utf-8")):
            linked = page.parent / target if target else page
            assert linked.exists(), f"{page.relative_to(ROOT)} links to {target}"
            assert not anchor or anchor in anchors(linked), f"{page.relative_to(ROOT)} links to {target}#{anchor}"


def test_the_version_is_one() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {__version__}\n" in citation
