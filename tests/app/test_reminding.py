"""Who has not answered is reminded, with the deadline that holds for it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from verbale.app.confirming import LetterDetails, confirm_reply
from verbale.app.cycles import CycleFolder
from verbale.app.letter_reading import read_letter
from verbale.app.reading import read_source
from verbale.app.receiving import receive_letter
from verbale.app.reminding import choose_states, find_unanswered, send_reminders
from verbale.cli import main
from verbale.compose.reminder import compose_reminder
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE
from verbale.desk.commands import Actor
from verbale.errors import BadReference, Refused
from verbale.find.annotate import find_annotations
from verbale.find.setting import setting_of
from verbale.model.annotation import AnnotationKind
from verbale.model.language import Language

OFFICER = Actor("A. Officer")
NOW = datetime(2022, 4, 15, 14, tzinfo=UTC)
LETTER = (Path(__file__).parent.parent / "samples" / "reply" / "es.txt").read_bytes()


def test_who_has_answered_is_not_reminded(folder: CycleFolder) -> None:
    assert len(find_unanswered(folder)) == 195
    case = receive_letter(folder, read_letter(LETTER, "carta.txt"), OFFICER, NOW).case
    assert "CRI" in find_unanswered(folder)
    confirm_reply(folder, case, LetterDetails(), OFFICER, NOW)
    assert "CRI" not in find_unanswered(folder)
    with pytest.raises(Refused, match="has replied, or was not addressed: CRI"):
        choose_states(folder, ["Costa Rica"])
    with pytest.raises(BadReference):
        choose_states(folder, ["Atlantis"])
    folder.give(case, c.Withdraw("taken back"), OFFICER, NOW)
    assert choose_states(folder, ["哥斯达黎加"]) == ("CRI",)


@pytest.mark.parametrize("language", list(Language))
def test_a_reminder_names_the_state_the_call_and_the_deadline(folder: CycleFolder, language: Language) -> None:
    reminder = compose_reminder(folder.cycle, "MEX", language, date(2022, 6, 15), date(2022, 4, 15))
    found = find_annotations(reminder.nodes, setting_of(reminder))
    in_text = [one for one in found if one.ref in {"1", "2"}]
    days = {str(one.value["start"]) for one in in_text if one.kind is AnnotationKind.DATE}
    assert days >= {"2022-01-28", "2022-06-15"}
    assert "MEX" in {one.value["iso3"] for one in in_text if one.kind is AnnotationKind.STATE}
    assert any("ODA/2022-00991" in node.text for node in reminder.nodes)


def test_reminders_are_written_and_recorded(folder: CycleFolder, tmp_path: Path) -> None:
    folder.give(CYCLE, c.ExtendDeadline(date(2022, 6, 30), "asked for", "MEX"), OFFICER, NOW)
    to = (tmp_path / "out", "docx")
    assert send_reminders(folder, ("CUB", "MEX"), (Language.ES,), to, OFFICER, NOW, issue=True) == 2
    assert folder.case.reminded == ("CUB", "MEX")
    texts = {}
    for state in ("CUB", "MEX"):
        name = f"reminder.{state}.es.docx"
        document = read_source((tmp_path / "out" / name).read_bytes(), name)
        texts[state] = " ".join(node.text for node in document.nodes)
    assert "31 de mayo de 2022" in texts["CUB"]
    assert "30 de junio de 2022" in texts["MEX"]


def test_who_has_not_answered_is_listed(folder: CycleFolder, tmp_path: Path) -> None:
    path = str(folder.path)
    listed = CliRunner().invoke(main, ["remind", path])
    assert len(listed.stdout.split()) == 195
    out = str(tmp_path / "notes")
    written = CliRunner().invoke(main, ["remind", path, "--state", "CUB", "--languages", "en,ar", "--into", out])
    assert (written.exit_code, "written: 2 reminders" in written.stderr) == (0, True), written.stderr
