"""A letter that is written in two languages: told apart, asked about, and printed in the one that a person chose."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.desk.conftest import OFFICER

from verbale.app.compiling import CompileOptions, compile_report
from verbale.app.confirming import NONE, TEXT, TRANSLATION, LetterDetails, confirm_reply
from verbale.app.cycles import CycleFolder
from verbale.app.receiving import Received, Unread, receive_source, settled_confirmation
from verbale.app.reconciling import reconcile
from verbale.app.rereading import adopt_reading
from verbale.errors import Refused
from verbale.model.language import Language
from verbale.model.reconciliation import Fate

CAME, LATER = datetime(2022, 5, 20, 14, tzinfo=UTC), datetime(2022, 6, 21, 14, tzinfo=UTC)

FRENCH = (
    "La Mission permanente du Bénin auprès de l’Organisation des Nations Unies a l’honneur de répondre à la résolution "
    "76/53 de l’Assemblée générale.\n\n"
    "Le Bénin a fermé deux dépôts de sources scellées en 2021 et il a formé neuf inspecteurs pour ses ports.\n\n"
)
ENGLISH = (
    "The Permanent Mission of Benin to the United Nations has the honour to reply to resolution 76/53 of the General "
    "Assembly.\n\n"
    "Benin closed two stores of sealed sources in 2021, and it has trained nine inspectors for its ports.\n"
)
HEAD = "Mission permanente du Bénin auprès des Nations Unies\n\nNew York, le 9 mai 2022\n\n"
MARKED, PLAIN = f"{HEAD}{FRENCH}Unofficial translation\n\n{ENGLISH}", f"{HEAD}{FRENCH}{ENGLISH}"
CHINESE = (
    "纳米比亚常驻联合国代表团\n\n2022年5月9日\n\n纳米比亚常驻联合国代表团谨就大会第76/53号决议答复如下。\n\n"
    "纳米比亚于2021年关闭了两个密封源仓库，并为各港口培训了九名视察员。\n\n"
    "The Permanent Mission of Namibia has the honour to reply to resolution 76/53 of the General Assembly.\n\n"
    "Namibia closed two stores of sealed sources in 2021, and it has trained nine inspectors for its ports.\n"
)


def receive(folder: CycleFolder, text: str) -> Received:
    taken = receive_source(folder, text.encode(), "letter.txt", OFFICER, CAME)
    assert not isinstance(taken, Unread)
    return taken[0]


def printed(folder: CycleFolder, into: Path, language: str) -> str:
    order = CompileOptions((Language(language),), ("text",), into, date(2022, 6, 21), force=True)
    nodes = compile_report(folder, order, OFFICER, LATER)[Language(language)].nodes
    return " ".join(node.text for node in nodes)


def test_the_versions_are_told_apart_with_an_alarm_that_names_their_languages(folder: CycleFolder) -> None:
    taken = receive(folder, PLAIN)
    assert [run.language for run in taken.proposal.runs] == ["fr", "en"]
    assert "written in 2 languages, fr and en" in " ".join(alarm.reason for alarm in taken.alarms)
    assert settled_confirmation(folder, taken) is None


def test_a_few_chinese_signs_say_as_much_as_many_letters(folder: CycleFolder) -> None:
    assert [run.language for run in receive(folder, CHINESE).proposal.runs] == ["zh", "en"]


def test_nobody_guesses_which_is_the_original_nor_what_the_other_is(folder: CycleFolder) -> None:
    case = receive(folder, PLAIN).case
    with pytest.raises(Refused, match="give --language"):
        confirm_reply(folder, case, LetterDetails(), OFFICER, LATER)
    with pytest.raises(Refused, match="--other-language"):
        confirm_reply(folder, case, LetterDetails(language="fr"), OFFICER, LATER)
    with pytest.raises(Refused, match="no version in the language"):
        confirm_reply(folder, case, LetterDetails(language="es", other_language=TEXT), OFFICER, LATER)


@pytest.mark.parametrize("other", [TRANSLATION, NONE, TEXT])
def test_the_words_in_the_other_language_are_what_a_person_says(
    folder: CycleFolder, tmp_path: Path, other: str
) -> None:
    case = receive(folder, PLAIN).case
    reply = confirm_reply(folder, case, LetterDetails(language="fr", other_language=other), OFFICER, LATER)
    assert bool(reply.translation_into("en")) is (other == TRANSLATION)
    assert ("nine inspectors" in printed(folder, tmp_path / "en", "en")) is (other == TRANSLATION)
    text = printed(folder, tmp_path / "fr", "fr")
    assert "neuf inspecteurs" in text
    assert ("nine inspectors" in text) is (other == TEXT)
    account = reconcile(folder)
    assert account.total(Fate.OMITTED) == 0
    assert (account.total(Fate.OTHER_VERSION) > 0) is (other != TEXT)


def test_what_says_that_it_is_a_translation_is_none_of_the_words_printed(folder: CycleFolder, tmp_path: Path) -> None:
    taken = receive(folder, MARKED)
    confirmation = settled_confirmation(folder, taken)
    assert confirmation is not None, taken.alarms
    assert confirmation.language == "fr"
    folder.give(taken.case, confirmation, OFFICER, LATER)
    text = printed(folder, tmp_path / "fr", "fr")
    assert "neuf inspecteurs" in text
    assert "nine inspectors" not in text
    assert "Unofficial translation" not in text
    assert reconcile(folder).total(Fate.OMITTED) == 0


def test_a_correction_and_another_reading_keep_the_version_that_was_chosen(
    folder: CycleFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = receive(folder, PLAIN).case
    confirm_reply(folder, case, LetterDetails(language="fr", other_language=NONE), OFFICER, LATER)
    confirm_reply(folder, case, LetterDetails(dated="2022-05-10", reason="a slip"), OFFICER, LATER)
    for module in ("verbale.app.readings", "verbale.app.rereading"):
        monkeypatch.setattr(f"{module}.pipeline_version", lambda: "0.9.0+later")
    adopt_reading(folder, case, "the reader is better now", OFFICER, LATER)
    text = printed(folder, tmp_path / "fr", "fr")
    assert "neuf inspecteurs" in text
    assert "nine inspectors" not in text
