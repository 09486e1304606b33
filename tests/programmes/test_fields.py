"""A cycle of each programme, from its note to what is issued, says nothing of another field in any language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.programmes.fields import FIELDS, MANDATES, cycle_file, foreign_words

from verbale.cli import main
from verbale.lexicon.phrases import find_organ_name
from verbale.model.language import Language

LETTER = (
    "Permanent Mission of {state} to the United Nations\n\nNew York, {day}\n\n"
    "With reference to the note verbale of the Secretariat, {state} states the following.\n\n"
    "{state} repaired nine wells and thanks those who helped.{more}\n"
)
LONG = " It went from village to village and asked each what it needed most." * 6
_MASTHEAD = 200  # characters, in which the organ is named before session and item
PROGRAMMES = pytest.mark.parametrize("programme", list(MANDATES))


def verbale(*arguments: str, code: int = 0) -> str:
    done = CliRunner().invoke(main, list(arguments))
    assert done.exit_code == code, done.stderr
    return done.stdout + done.stderr


def receive(state: str, day: str, at: str, more: str = "") -> str:
    Path("letter.txt").write_text(LETTER.format(state=state, day=day, more=more), encoding="utf-8")
    shown = verbale("receive", "c", "letter.txt", "--at", at)
    case = str(re.findall(r"reply-[0-9a-f]+", shown)[0])
    verbale("confirm", "c", case, "--state", state, "--at", at)
    return case


def run_cycle(programme: str, late: str) -> str:
    """All that comes out of a cycle, from the note to the addendum or the pages, as text."""
    Path("cycle.toml").write_text(cycle_file(programme, late), encoding="utf-8")
    verbale("start", "cycle.toml", "--into", "c", "--at", "2026-01-20")
    verbale("note", "c", "--into", "out/notes", "--format", "text", "--issue", "--at", "2026-02-02")
    short = receive("Ghana", "21 April 2026", "2026-04-22T12:00")
    long = receive("Bhutan", "22 April 2026", "2026-04-23T12:00", LONG)
    receive("Samoa", "4 June 2026", "2026-06-05T12:00")
    verbale("compile", "c", "--formats", "text", "--into", "out/draft", "--at", "2026-07-01")
    Path("summary.txt").write_text("Bhutan opened two springs.\n", encoding="utf-8")
    verbale("summary", "c", long, "summary.txt", "--at", "2026-07-02")
    told = ("--languages", ",".join(Language), "--format", "text")
    verbale("remind", "c", "--state", "Fiji", *told, "--into", "out/remind", "--at", "2026-07-03")
    verbale("pack", "c", "Fiji", *told, "--into", "out/pack", "--as-of", "2026-07-03")
    for language in Language:
        draft = ("reply-draft", "Fiji", "--cycle", "c", "--language", language.value, "--as-of", "2026-05-02")
        verbale(*draft, "--format", "text", "-o", f"out/draft.{language}.txt")
    verbale("compile", "c", "--formats", "text,html", "--into", "out/report", "--at", "2026-07-15")
    for case in (short, long):
        waived = ("--allowed-by", "the Committee", "--reason", "no time", "--at", "2026-07-16")
        verbale("waive", "c", case, "translation", *waived)
    verbale("record", "c", "submitted", "--waiver", "the Committee", "--at", "2026-07-16")
    verbale("record", "c", "issued", "--at", "2026-07-20")
    verbale("publish", "c", "--formats", "text", "--into", "out/late", "--at", "2026-07-25")
    verbale("record", "c", "corrected", "--languages", "fr", "--reason", "a date", "--at", "2026-07-26")
    written = [path for path in sorted(Path("out").rglob("*")) if path.suffix in (".txt", ".html")]
    assert len([path for path in written if path.parent.name == "notes"]) == len(Language)
    assert list(Path("out/late").rglob("addendum*" if late == "addendum" else "web/*"))
    return "\n".join(path.read_text(encoding="utf-8") for path in written)


@PROGRAMMES
@pytest.mark.parametrize("late", ["addendum", "web"])
def test_nothing_of_another_field_is_said(
    programme: str, late: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = run_cycle(programme, late)
    assert foreign_words(text, programme) == []
    own = [word for word in FIELDS.get(programme, ()) if word in text.casefold()]
    assert len(own) >= len(Language) or programme == "general"


def test_the_words_of_a_field_are_found_where_they_stand() -> None:
    assert foreign_words("The Office for Disarmament Affairs", "oceans") == ["disarmament"]
    assert foreign_words("人权理事会", "general") == ["人权"]
    assert foreign_words("Мировой океан", "oceans") == []


@PROGRAMMES
def test_masthead_and_citations_are_those_of_the_organ(
    programme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("cycle.toml").write_text(cycle_file(programme, "web"), encoding="utf-8")
    verbale("start", "cycle.toml", "--into", "c", "--at", "2026-01-20")
    verbale("note", "c", "--into", "notes", "--format", "text", "--issue", "--at", "2026-02-02")
    verbale("compile", "c", "--formats", "text", "--into", "out", "--at", "2026-07-15")
    organ = {"human-rights": "human_rights_council", "ecosoc": "economic_and_social_council"}.get(
        programme, "general_assembly"
    )
    for language in Language:
        report = Path(f"out/report.{language}.txt").read_text(encoding="utf-8")
        name = find_organ_name(organ, language) or ""
        assert name in report[:_MASTHEAD]
    english = " ".join(Path("out/report.en.txt").read_text(encoding="utf-8").split())
    named = find_organ_name(organ, Language.EN)
    assert f"pursuant to {named} resolution" in english
    assert "No reply had been received" in english
    assert "Information received from Governments" not in english
    assert "Agenda item 18 (a)" in english or "Agenda item 3 (a)" in english
    if programme == "ecosoc":
        assert "2026 session" in english
        assert "at its 2026 session" in english
    note = " ".join(Path("notes/note-verbale.en.txt").read_text(encoding="utf-8").split())
    assert "Replies should be sent to:" in note
    assert f"{named} resolution" in note
