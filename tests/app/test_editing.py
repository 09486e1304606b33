"""An officer edits the observations: what still stands keeps its tie, what was changed does not."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.desk.conftest import CYCLE

from verbale.app.compiling import CompileOptions, compile_report
from verbale.app.cycles import CycleFolder
from verbale.app.document_cache import DocumentCache
from verbale.app.editing import (
    Edited,
    PartEdits,
    ReportPart,
    edit_part,
    find_uneven_parts,
    get_part,
    report_now,
    take_part,
)
from verbale.app.undoing import undo_part
from verbale.cli import main
from verbale.desk.cases import Section
from verbale.desk.commands import Actor
from verbale.errors import BadReference, Refused
from verbale.model.language import Language

OFFICER = Actor("A. Officer")
COMPILED = datetime(2022, 6, 21, 14, tzinfo=UTC)
FILE = CYCLE.replace("[calendar]", "[calendar]\nobserved_since = 2021-07-14\nsubmission = 2022-06-21")
EN, FR = Language.EN, Language.FR


@pytest.fixture
def file() -> str:
    return FILE


def report(folder: CycleFolder, into: Path, *languages: Language) -> str:
    order = CompileOptions(languages, ("text",), into, date(2022, 6, 21), force=True)
    compile_report(folder, order, OFFICER, COMPILED)
    return (into / f"report.{languages[0]}.txt").read_text(encoding="utf-8")


def edit(folder: CycleFolder, into: Path, change: Callable[[str], str]) -> Edited:
    before = report(folder, into, EN)
    after = change(before)
    assert after != before
    source = (after.encode(), "report.en.txt")
    return take_part(folder, (Section.OBSERVATIONS, EN), source, "edited", OFFICER, COMPILED)


def ties(into: Path) -> tuple[set[str], list[str]]:
    record = json.loads((into / "ties.en.json").read_bytes())
    return {tie["text"] for tie in record["ties"]}, record["untied"]


def test_a_sentence_that_stands_keeps_its_tie(folder: CycleFolder, tmp_path: Path) -> None:
    said = "Yemen has spoken of joining."
    edited = edit(
        folder,
        tmp_path / "out",
        lambda text: text.replace("The Treaty has been in force since 22 January 2021.", said, 1),
    )
    assert edited.drafted - edited.kept == 1
    again = report(folder, tmp_path / "out", EN)
    assert said in again
    kept, untied = ties(tmp_path / "out")
    counts = "As at 21 June 2022, 86 States had signed the Treaty, 62 had ratified it and 3 had acceded to it."
    assert counts in kept
    assert "The Treaty has been in force since 22 January 2021." not in kept
    assert [ref.rpartition(".")[2] for ref in untied] == ["a"]


def test_a_figure_that_was_changed_keeps_its_tie_and_is_told(folder: CycleFolder, tmp_path: Path) -> None:
    edited = edit(folder, tmp_path / "out", lambda text: text.replace(", 86 States had", ", 87 States had"))
    assert [ref.rpartition(".")[2] for ref in edited.untied] == ["a"]
    report(folder, tmp_path / "out", EN)
    record = json.loads((tmp_path / "out" / "ties.en.json").read_bytes())
    (changed,) = [tie for tie in record["ties"] if tie["edited"]]
    assert ", 86 States had signed" in changed["text"]
    assert ", 87 States had signed" in changed["edited"]
    assert {re.sub(r"\D*(\d+).*", r"\1", value) for value in changed["differs"]} == {"86", "87"}
    assert changed["sources"]


@pytest.mark.parametrize("language", list(Language))
def test_what_was_not_edited_keeps_every_tie(folder: CycleFolder, tmp_path: Path, language: Language) -> None:
    data = report(folder, tmp_path / "out", language).encode()
    source = (data, f"report.{language}.txt")
    taken = take_part(folder, (Section.OBSERVATIONS, language), source, "read through", OFFICER, COMPILED)
    assert taken.drafted == taken.kept > 5
    assert (taken.edited, taken.untied) == ((), ())


def test_a_unit_that_was_dropped_takes_its_ties_along(folder: CycleFolder, tmp_path: Path) -> None:
    def without_last(text: str) -> str:
        head, _, rest = text.partition("(d) Treaty on the Non-Proliferation")
        return head + rest.partition("\n\n")[2]

    edited = edit(folder, tmp_path / "out", without_last)
    assert edited.untied == ()
    assert 0 < edited.kept < edited.drafted
    assert "Non-Proliferation of Nuclear Weapons: as at" not in report(folder, tmp_path / "out", EN)


def test_a_part_that_is_edited_in_one_language_only_is_told(folder: CycleFolder, tmp_path: Path) -> None:
    assert find_uneven_parts(folder, (EN, FR)) == ()
    edit(folder, tmp_path / "out", lambda text: text.replace("The Treaty is not in force.", "It is not in force.", 1))
    assert find_uneven_parts(folder, (EN,)) == ()
    (told,) = find_uneven_parts(folder, (EN, FR))
    assert told.startswith("observations: edited in en")


def test_what_is_no_such_part_is_refused(folder: CycleFolder, tmp_path: Path) -> None:
    source = (report(folder, tmp_path / "out", FR).encode(), "report.fr.txt")
    with pytest.raises(Refused, match="it is in fr, not in en"):
        take_part(folder, (Section.OBSERVATIONS, EN), source, "edited", OFFICER, COMPILED)
    with pytest.raises(Refused, match="a reason is needed"):
        take_part(folder, (Section.OBSERVATIONS, FR), source, " ", OFFICER, COMPILED)


def test_an_officer_edits_at_the_command_line(folder: CycleFolder, tmp_path: Path) -> None:
    text = report(folder, tmp_path / "out", EN).replace("86 States had signed", "87 States had signed")
    (tmp_path / "mine.txt").write_text(text, encoding="utf-8")
    asked = ["edit", str(folder.path), str(tmp_path / "mine.txt"), "--language", "en", "--reason", "a later count"]
    told = CliRunner().invoke(main, [*asked, "--at", "2022-06-22"])
    assert told.exit_code == 0, told.stderr
    assert "drafted sentences are unchanged" in told.stderr
    assert "differs from the register: quantity 186" in told.stderr
    assert "have no source in the register" in told.stderr
    again = ["edit", str(folder.path), "--language", "en", "--reason", "as it was", "--at", "2022-06-23"]
    assert CliRunner().invoke(main, again).exit_code == 2
    told = CliRunner().invoke(main, [*again, "--compose-again"])
    assert (told.exit_code, told.stderr) == (0, "observations in en: composed again\n")


def part_now(folder: CycleFolder, section: Section, language: Language) -> ReportPart:
    found = get_part(folder, (section, language), date(2022, 6, 21), DocumentCache(folder))
    assert found is not None
    return found


def test_the_parts_of_a_report_are_those_that_are_printed(folder: CycleFolder, tmp_path: Path) -> None:
    parts = report_now(folder, EN, date(2022, 6, 21), DocumentCache(folder)).parts
    assert [part.section for part in parts] == [Section.FRONT, Section.INTRODUCTION, Section.OBSERVATIONS]
    assert all(part.held is None for part in parts)
    words = report(folder, tmp_path / "out", EN)
    assert all(node.text in words for part in parts for node in part.nodes)
    assert parts[2].ties


@pytest.mark.parametrize("language", list(Language))
def test_a_part_is_edited_unit_by_unit(folder: CycleFolder, tmp_path: Path, language: Language) -> None:
    place = (Section.OBSERVATIONS, language)
    before = part_now(folder, *place)
    tie = before.ties[-1]
    node = next(node for node in before.nodes if node.ref == tie.ref)
    edit_part(folder, place, PartEdits({node.ref: f"{node.text} 2022."}), "more", OFFICER, COMPILED)
    after = part_now(folder, *place)
    assert after.held is not None
    assert [one.ref for one in after.nodes] == [one.ref for one in before.nodes]
    assert {one.text for one in after.ties if not one.edited} == {one.text for one in before.ties}
    assert f"{node.text} 2022." in report(folder, tmp_path / "out", language)
    assert after.untied == (node.ref,)


@pytest.mark.parametrize("language", list(Language))
def test_units_that_are_added_and_dropped_are_numbered(folder: CycleFolder, language: Language) -> None:
    place = (Section.OBSERVATIONS, language)
    before = part_now(folder, *place)
    items = [node for node in before.nodes if node.parent == "II.5"]
    labels = [node.label for node in items]
    edits = PartEdits({items[0].ref: "", "II": "II"}, {items[1].ref: ("New.",), "II": ("One.",)})
    edit_part(folder, place, edits, "as asked", OFFICER, COMPILED)
    nodes = part_now(folder, *place).nodes
    assert [node.text for node in nodes[:2]] == ["II", "One."]
    assert [node.ref for node in nodes if node.parent == "II"][:2] == ["II.5", "II.6"]
    again = [node for node in nodes if node.parent == "II.6"]
    assert [node.label for node in again] == labels
    assert [node.text for node in again[:2]] == [items[1].text, "New."]
    assert [node.ref for node in again] == [f"II.6.{letter}" for letter in "abcdefghijklmnop"[: len(again)]]


def test_a_part_that_was_set_is_composed_again(folder: CycleFolder) -> None:
    place = (Section.OBSERVATIONS, EN)
    before = part_now(folder, *place)
    edit_part(folder, place, PartEdits({"II": "What was observed"}), "shorter", OFFICER, COMPILED)
    undo_part(folder, place, "as it was", OFFICER, COMPILED)
    assert part_now(folder, *place) == before
    with pytest.raises(Refused, match="nobody has set observations in en"):
        undo_part(folder, place, "as it was", OFFICER, COMPILED)


def test_an_edit_that_cannot_be_is_refused(folder: CycleFolder) -> None:
    place = (Section.OBSERVATIONS, EN)
    entries = len(folder.entries)
    with pytest.raises(Refused, match="nothing of it was changed"):
        edit_part(folder, place, PartEdits(), "none", OFFICER, COMPILED)
    with pytest.raises(BadReference, match="drop that too"):
        edit_part(folder, place, PartEdits({"II.5": " "}), "short", OFFICER, COMPILED)
    with pytest.raises(BadReference, match="calls a footnote that there is not"):
        edit_part(folder, place, PartEdits({"II": "Observations[^9]"}), "noted", OFFICER, COMPILED)
    with pytest.raises(Refused, match="the report has no closing in en"):
        edit_part(folder, (Section.CLOSING, EN), PartEdits(), "none", OFFICER, COMPILED)
    assert len(folder.entries) == entries
