"""A programme made from resolutions in six languages reaches a note and a report without a change of code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.programmes.fields import foreign_words

from verbale.app.reading import read_tree
from verbale.cli import main
from verbale.model.language import Language
from verbale.model.node import NodeKind

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "unxml-77"
SAMPLE = Path(__file__).parent.parent / "samples" / "resolution"
_ASKED = (
    'resolution = "A/RES/70/1", paragraph = "84", adopted = 2015-09-25, topic = "VNR", '
    'titles = { en = "Voluntary national reviews" }'
)
FILLED = {
    'name = ""': 'name = "2023"',
    'report = ""': 'report = "A/78/901"',
    'agenda_item = ""': 'agenda_item = "18"',
    'reference = ""': 'reference = "UN/2023/1"',
    'note = ""': "note = 2023-02-01",
    'deadline = ""': "deadline = 2023-05-31",
    '# submission = ""': "submission = 2023-07-14",
}


def verbale(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def template(programme: str) -> str:
    text = verbale("start", "--template", programme).stdout
    for empty, filled in FILLED.items():
        assert empty in text
        text = text.replace(empty, filled)
    return text


@pytest.mark.shared
@pytest.mark.parametrize(
    ("resolution", "paragraph", "words"),
    [
        ("37", "3", "information and communications technologies"),  # First Committee
        ("171", "23", "Combating sand and dust storms"),  # Second Committee
        ("222", "11", "Moratorium on the use of the death penalty"),  # Third Committee
        ("98", "31", "Criminal accountability"),  # Sixth Committee
    ],
)
def test_a_resolution_in_six_languages_gives_a_programme(resolution: str, paragraph: str, words: str) -> None:
    files = [str(next((CORPUS / one).glob(f"A_RES_77_{resolution}-*"))) for one in Language]
    made = verbale("programme", "new", "made", *(part for file in files for part in ("--from", file)))
    assert made.exit_code == 0, made.stderr
    checked = verbale("programme", "check", "made")
    # One of the files has no name of its agenda item.
    told = [line for line in checked.stderr.splitlines() if "agenda" not in line and "are missing" not in line]
    assert told in ([], ["made: nothing is missing"])
    text = template("made")
    assert f'paragraph = "{paragraph}"' in text
    toml = Path("programmes/made/programme.toml")
    if checked.exit_code:
        whole = re.sub(r"\[\[agenda\]\]\n\n\[agenda\.titles\]\n(?:\w\w = .*\n)+", "", toml.read_text(encoding="utf-8"))
        toml.write_text(whole, encoding="utf-8")
    Path("cycle.toml").write_text(text, encoding="utf-8")
    started = verbale("start", "cycle.toml", "--into", "c", "--at", "2023-01-20")
    assert started.exit_code == 0, started.stderr
    noted = verbale("note", "c", "--into", "notes", "--format", "text", "--issue", "--at", "2023-02-01")
    assert noted.exit_code == 0, noted.stderr
    compiled = verbale("compile", "c", "--formats", "text", "--into", "out", "--at", "2023-07-14")
    assert compiled.exit_code == 0, compiled.stderr
    english = " ".join(Path("out/report.en.txt").read_text(encoding="utf-8").split())
    assert words in english
    assert f"Paragraph {paragraph} of resolution 77/{resolution} reads as follows: “" in english
    for language in Language:
        report = Path(f"out/report.{language}.txt").read_text(encoding="utf-8")
        note = Path(f"notes/note-verbale.{language}.txt").read_text(encoding="utf-8")
        assert f"77/{resolution}" in report
        assert f"77/{resolution}" in note
        assert resolution == "222" or foreign_words(report + note, "none") == []


def test_a_programme_that_is_not_of_the_package_is_kept_with_its_cycle() -> None:
    made = verbale("programme", "new", "own", "--from", str(SAMPLE / "en.txt"))
    assert made.exit_code == 0, made.stderr
    assert "no version in ar, zh, fr, ru, es was given" in made.stderr
    missing = verbale("programme", "check", "own")
    assert (missing.exit_code, "topics OWN: the title in fr is missing" in missing.stderr) == (1, True)
    Path("cycle.toml").write_text(template("own"), encoding="utf-8")
    refused = verbale("start", "cycle.toml", "--into", "c", "--at", "2023-01-20")
    assert (refused.exit_code, "mandates[1].titles: no title" in refused.stderr) == (2, True)
    toml = Path("programmes/own/programme.toml")
    titles = "".join(f'{one} = "Title {one}"\n' for one in Language if one is not Language.EN)
    whole = toml.read_text(encoding="utf-8").replace("[topics.titles]\n", f"[topics.titles]\n{titles}")
    toml.write_text(whole, encoding="utf-8")
    words = Path("programmes/own/words.en.ftl")
    words.write_text(words.read_text(encoding="utf-8").replace("Secretariat", "Water Office"), encoding="utf-8")
    assert "nothing is missing" in verbale("programme", "check", "programmes/own").stderr
    started = verbale("start", "cycle.toml", "--into", "c", "--at", "2023-01-20")
    assert started.exit_code == 0, started.stderr
    words.unlink()
    toml.unlink()
    verbale("note", "c", "--into", "notes", "--format", "text", "--at", "2023-02-01")
    assert "The Water Office of the United Nations" in Path("notes/note-verbale.en.txt").read_text(encoding="utf-8")


def test_what_is_no_resolution_or_no_id_is_refused() -> None:
    letter = str(SAMPLE.parent / "reply" / "fr.txt")
    refused = verbale("programme", "new", "own", "--from", letter)
    assert (refused.exit_code, "it was read as reply, not as a resolution" in refused.stderr) == (2, True)
    assert not Path("programmes").exists()
    assert "no id of a programme" in verbale("programme", "new", "Own Thing").stderr
    assert "no such programme; the nearest is oceans" in verbale("programme", "check", "ocean").stderr


def test_a_template_says_what_is_to_be_filled_in() -> None:
    for programme in ("general", "oceans", "nuclear-disarmament"):
        Path("cycle.toml").write_text(verbale("start", "--template", programme).stdout, encoding="utf-8")
        refused = verbale("start", "cycle.toml", "--into", "c", "--at", "2023-01-20")
        assert refused.exit_code == 2
        assert re.search(r"resolution: is empty|session: 0 should be", refused.stderr)
    assert verbale("start", "--template").stdout == verbale("start", "--template", "general").stdout


def test_the_officer_is_told_which_programme_a_file_gets() -> None:
    text = (
        template("oceans")
        .replace('programme = "oceans"\n', "")
        .replace('resolution = ""', 'resolution = "A/RES/77/248"')
    )
    text = text.replace('adopted = ""', "adopted = 2022-12-30").replace("session = 0", "session = 78")
    Path("cycle.toml").write_text(text, encoding="utf-8")
    told = verbale("start", "cycle.toml", "--into", "c", "--at", "2023-01-20").stderr
    assert "programme: oceans, whose topics it uses; the file names none" in told
    other = text.replace('topic = "LOS"', 'topic = "X"\ntitles = { en = "x" }').replace('topic = "FISH"', 'topic = "X"')
    Path("cycle.toml").write_text(other + '[[policy]]\nsince = 2020-01-01\nlate = "web"\nlanguages = ["en"]\n', "utf-8")
    assert "mandates[2].titles: no title" in verbale("start", "cycle.toml", "--into", "d", "--at", "2023-01-20").stderr


@pytest.mark.shared
def test_a_report_in_another_field_goes_round_once_its_blanks_are_filled_in() -> None:
    report = str(CORPUS.parent / "letters" / "E_HLPF_2025_5.en.pdf")
    refused = verbale("unpack", report, "--into", "c", "--at", "2025-06-01")
    assert (refused.exit_code, "does not tell mandates, calendar.note, calendar.deadline" in refused.stderr) == (
        2,
        True,
    )
    draft = Path("c.cycle.toml").read_text(encoding="utf-8")
    assert "0001" not in draft
    Path("blank.toml").write_text(draft, encoding="utf-8")
    assert "mandates[1].resolution: is empty" in verbale("start", "blank.toml", "--into", "b").stderr
    filled = re.sub(r"languages = \[[^\]]*\]", 'languages = ["en"]', draft)
    filled = filled.replace('resolution = "", paragraph = "", adopted = "", topic = ""', _ASKED)
    filled = filled.replace('note = ""', "note = 2025-01-20").replace('deadline = ""', "deadline = 2025-05-02")
    Path("c.cycle.toml").write_text(filled, encoding="utf-8")
    taken = verbale("unpack", report, "--cycle", "c.cycle.toml", "--into", "c", "--at", "2025-06-01")
    assert taken.exit_code == 0, taken.stderr
    compiled = verbale("compile", "c", "--formats", "docx", "--into", "out", "--at", "2025-06-02")
    assert compiled.exit_code == 0, compiled.stderr
    first, again = (read_tree(Path(one).read_bytes(), Path(one).name) for one in (report, "out/report.en.docx"))
    assert len(first.replies) == len(again.replies) == 37
    said = [node.text for node in first.nodes if node.kind is not NodeKind.FURNITURE]
    assert [node.text for node in again.nodes if node.kind is not NodeKind.FURNITURE] == said
