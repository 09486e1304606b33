"""A corrigendum is composed of the report as it should read, compared place by place with the report as issued."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.app.made_letters import waive_all
from tests.desk.conftest import CYCLE

from verbale.app.compiling import CompileOptions, compile_report, compiled_documents
from verbale.app.confirming import LetterDetails, confirm_reply
from verbale.app.converting import FORMS, convert_document
from verbale.app.correcting import CorrectedText, Issuing, issue_corrigendum
from verbale.app.cycles import CycleFolder
from verbale.app.document_cache import DocumentCache
from verbale.app.letter_reading import read_letter
from verbale.app.reading import read_tree
from verbale.app.receiving import receive_letter
from verbale.app.recording import issue_report, submit_report
from verbale.cli import main
from verbale.compose.corrigendum import find_corrections
from verbale.desk.commands import Actor
from verbale.errors import Refused
from verbale.model.language import Language
from verbale.model.node import NodeKind

OFFICER = Actor("A. Officer")
CAME = datetime(2022, 5, 20, 15, tzinfo=UTC)
COMPILED = datetime(2022, 6, 21, 14, tzinfo=UTC)
OUT = datetime(2022, 7, 12, 14, tzinfo=UTC)
FILE = CYCLE.replace("[calendar]", "[calendar]\nobserved_since = 2021-07-14\nsubmission = 2022-06-21")
LETTER = """PERMANENT MISSION OF CUBA TO THE UNITED NATIONS

Reply of Cuba to General Assembly resolution 76/53

New York, 20 May 2022

1. Cuba has destroyed all stocks of the substance.

2. The centre was opened in Havana in 2019 and has trained 40 experts.
"""
LANGUAGES = (Language.EN, Language.FR, Language.AR)


@pytest.fixture
def file() -> str:
    return FILE


@pytest.fixture
def issued(folder: CycleFolder, tmp_path: Path) -> CycleFolder:
    """A cycle whose report, with one reply, is out in three languages."""
    case = receive_letter(folder, read_letter(LETTER.encode(), "cuba.txt"), OFFICER, CAME).case
    details = LetterDetails(authors=("CUB",), answers=("76/53",), dated="2022-05-20", language="en")
    confirm_reply(folder, case, details, OFFICER, CAME)
    order = CompileOptions(LANGUAGES, ("text",), tmp_path / "out", date(2022, 6, 21), True)
    compile_report(folder, order, OFFICER, COMPILED)
    waive_all(folder, COMPILED)
    submit_report(folder, "", OFFICER, COMPILED)
    issue_report(folder, "", date(2022, 7, 12), OFFICER, OUT)
    return folder


def text_of(tmp_path: Path, language: Language) -> str:
    return (tmp_path / "out" / f"report.{language}.txt").read_text(encoding="utf-8")


def correct(folder: CycleFolder, into: Path, **texts: str) -> str:
    given = [CorrectedText(text.encode(), f"report.{language}.txt") for language, text in texts.items()]
    issuing = Issuing("two slips", date(2022, 8, 1), into, ("text",), force=True)
    return issue_corrigendum(folder, (), given, issuing, OFFICER, OUT).symbol


def test_places_are_named_and_words_exchanged(issued: CycleFolder, tmp_path: Path) -> None:
    text = text_of(tmp_path, Language.EN).replace("trained 40 experts", "trained 400 experts")
    text = text.replace("86 States had signed", "85 States had signed")
    assert correct(issued, tmp_path / "corr", en=text) == "A/77/9901/Corr.1"
    said = (tmp_path / "corr" / "corrigendum-1.en.txt").read_text(encoding="utf-8")
    assert "A/77/9901/Corr.1" in said
    assert "Corrigendum" in said
    assert "Cuba, paragraph 2\n" in said
    assert "For “40” read “400”." in said
    assert "For “86” read “85”." in said
    assert "destroyed all stocks" not in said
    assert (tmp_path / "corr" / "corrigendum-1.en.text.txt").read_bytes() == text.encode()


def test_the_next_corrigendum_goes_on_from_the_last(issued: CycleFolder, tmp_path: Path) -> None:
    first = text_of(tmp_path, Language.EN).replace("trained 40 experts", "trained 400 experts")
    correct(issued, tmp_path / "corr", en=first)
    assert correct(issued, tmp_path / "corr", en=first.replace("in 2019", "in 2018")) == "A/77/9901/Corr.2"
    said = (tmp_path / "corr" / "corrigendum-2.en.txt").read_text(encoding="utf-8")
    assert "For “2019” read “2018”." in said
    assert "400" not in said


def test_what_is_new_and_what_goes_is_said(issued: CycleFolder, tmp_path: Path) -> None:
    text = text_of(tmp_path, Language.EN)
    gone = text.replace("1. Cuba has destroyed all stocks of the substance.\n", "")
    assert gone != text
    correct(issued, tmp_path / "corr", en=gone)
    assert "Delete the text." in (tmp_path / "corr" / "corrigendum-1.en.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["text", "docx", "html", "pdf"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_that_was_not_changed_has_no_corrections(issued: CycleFolder, language: Language, form: str) -> None:
    document = compiled_documents(issued, DocumentCache(issued))[language]
    rendered = convert_document(document, form).content
    assert find_corrections(document, read_tree(rendered, f"report{FORMS[form].ending}")) == ()


def test_a_text_that_says_the_same_or_is_of_another_language_is_refused(issued: CycleFolder, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="says what is issued already"):
        correct(issued, tmp_path / "corr", en=text_of(tmp_path, Language.EN))
    with pytest.raises(Refused, match="the report in"):
        correct(
            issued, tmp_path / "corr", es="La Asamblea General pidió al Secretario General que presentara un informe."
        )
    assert not (tmp_path / "corr").exists()


@pytest.mark.parametrize(("language", "sign"), [(Language.FR, "Rectificatif"), (Language.AR, "تصويب")])
def test_it_is_composed_in_the_language_of_the_text(
    issued: CycleFolder, tmp_path: Path, language: Language, sign: str
) -> None:
    text = text_of(tmp_path, language)
    correct(issued, tmp_path / "corr", **{language.value: text.replace("86 ", "87 ", 1)})
    said = (tmp_path / "corr" / f"corrigendum-1.{language}.txt").read_text(encoding="utf-8")
    assert sign in said
    assert "87" in said


def test_the_command_says_how_many_places(issued: CycleFolder, tmp_path: Path) -> None:
    path = tmp_path / "new.txt"
    path.write_text(text_of(tmp_path, Language.EN).replace("40 experts", "41 experts"), encoding="utf-8")
    line = ["record", str(issued.path), "corrected", "--reason", "a slip", "--text", str(path), "--at", "2022-08-01"]
    refused = CliRunner().invoke(main, line)
    assert "--into" in refused.output
    done = CliRunner().invoke(main, [*line, "--into", str(tmp_path / "corr")])
    assert done.exit_code == 0, done.output
    assert "for en (1 place)" in done.output
    assert (tmp_path / "corr" / "corrigendum-1.en.docx").exists()


def test_corrections_are_found_unit_by_unit() -> None:
    old = read_tree(b"1. One thing.\n\n2. Two things.\n\n3. Three things.\n", "a.txt")
    new = read_tree(b"1. One thing.\n\n2. Two other things.\n\n3. Three things.\n\n4. Four things.\n", "b.txt")
    changed, added = find_corrections(old, new)
    assert changed.issued is not None
    assert changed.corrected is not None
    assert (changed.issued.text, changed.corrected.text) == ("Two things.", "Two other things.")
    assert added.issued is None
    assert added.after is not None
    assert added.after.kind is not NodeKind.MASTHEAD
