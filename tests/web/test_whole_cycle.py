"""A cycle from its mandate to a corrigendum by the forms of the site: the chain is that of the command line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.web.conftest import fill_desk
from tests.web.desk_cases import signed_in
from tests.web.whole_cycle import CORRECTION, LETTERS, MANDATES, TERMS, WAIVED, WAIVER

from verbale.cli import main
from verbale.desk.cases import CycleStage
from verbale.desk.events import Entry, find_breaks
from verbale.web.desk.letter_intake import read_intake
from verbale.web.desk.open_cycles import open_now
from verbale.web.desk.report_pages import compile_in_background
from verbale.web.models import Intake
from verbale.web.site import Site

NAME = "whole-cycle"
# What differs between two chains that say the same: sums of what has a seal or a moment in it.
_SEALED = frozenset({"digest", "trees", "files", "terms", "where"})


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def filled_desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk of these tests alone: what others kept and left there would hold a report back."""
    yield from fill_desk(request, tmp_path_factory)


class Officer:
    """Somebody who uses the forms of a cycle."""

    def __init__(self, client: Client, cycle: str) -> None:
        self.client, self.cycle = client, cycle

    def post(self, place: str, form: dict[str, Any]) -> None:
        """Send a form, which has to be taken."""
        answer = self.client.post(place, form)
        assert answer.status_code == 302, answer.content.decode()[:6000]

    def act(self, key: str, **said: Any) -> None:  # noqa: ANN401 (fields of forms, files among them)
        """Look at what an act would do, and do it."""
        place = f"/desk/{self.cycle}/acts/{key}/"
        version = str(open_now(self.cycle).case.version)
        if "texts" not in said:
            before = len(open_now(self.cycle).entries)
            looked = self.client.post(place, {**said, "seen_version": version})
            assert looked.status_code == 200, looked.content.decode()[:6000]
            assert len(open_now(self.cycle).entries) == before
        self.post(place, {**said, "go": "1", "seen_version": version})


def _start(client: Client) -> str:
    rows = dict(zip(("resolution", "paragraph", "adopted", "topic", "item"), zip(*MANDATES, strict=True), strict=True))
    form = {**TERMS, "name": NAME, "groups": ["member-states"]} | {
        f"mandate_{name}": list(cells) for name, cells in rows.items()
    }
    looked = client.post("/new-cycle/", form)
    assert looked.status_code == 200, looked.content.decode()[:6000]
    assert "Open the cycle" in looked.content.decode()
    answer = client.post("/new-cycle/", {**form, "go": "1"})
    assert answer.status_code == 302, answer.content.decode()[:6000]
    return NAME


def _take_letters_in(officer: Officer) -> list[str]:
    cases: list[str] = []
    for letter in LETTERS:
        upload = SimpleUploadedFile(letter.name, letter.data)
        form = {"letters": [upload], "channel": "by hand", "received": letter.received}
        officer.post(f"/desk/{officer.cycle}/inbox/receive/", form)
        row = Intake.objects.filter(cycle=officer.cycle, name=letter.name).latest("pk")
        read_intake.call(intake=row.pk)
        case = Intake.objects.get(pk=row.pk).cases
        cases.append(case)
        said = dict(letter.said) | ({"version_of": cases[letter.about]} if letter.about >= 0 else {})
        version = open_now(officer.cycle).get_reply(case).version
        officer.post(f"/desk/{officer.cycle}/letters/{case}/confirm/", {**said, "seen_version": str(version)})
    return cases


def _compile(officer: Officer) -> None:
    form = {"languages": ["en"], "forms": ["html"], "submitted": "2022-06-21"}
    officer.post(f"/desk/{officer.cycle}/report/compile/", form)
    after = len(open_now(officer.cycle).entries)
    for _ in range(2):  # an attempt after one that was killed at its end does nothing
        compile_in_background.call(officer.cycle, ["en"], ["html"], "2022-06-21", after, "b.officer")


def _corrected(officer: Officer) -> bytes:
    folder = open_now(officer.cycle)
    number = max(folder.store.all_files())
    page: str = officer.client.get(f"/desk/{officer.cycle}/files/{number}/report.en.html").content.decode()
    assert CORRECTION[0] in page
    return page.replace(*CORRECTION).encode()


def _by_browser(client: Client) -> list[Entry]:
    officer = Officer(client, _start(client))
    officer.act("note")
    cases = _take_letters_in(officer)
    gate, allowed_by, reason = WAIVER
    _compile(officer)
    text = _corrected(officer)
    officer.act("waive", case=cases[WAIVED], gate=gate, allowed_by=allowed_by, reason=reason)
    officer.act("submit")
    officer.act("issue", symbol="A/77/123", dated="2022-07-15")
    officer.act("post", dated="2022-07-16")
    upload = SimpleUploadedFile("report.en.html", text)
    officer.act("corrigendum", texts=[upload], reason="a date was missing", dated="2022-08-01")
    answer = client.post(f"/desk/{officer.cycle}/acts/library/", {}, follow=True)
    assert "In the library: 3 documents." in answer.content.decode()
    for place in ("A/77/123", "A/77/123/Corr.1"):
        assert client.get(f"/documents/{place}/en/").status_code == 200
    officer.act("considered", organ="First Committee", dated="2022-10-10")
    return open_now(officer.cycle).entries


def _by_verbs(folder: Path, terms: str) -> list[Entry]:
    from verbale.app.cycles import open_cycle  # noqa: PLC0415 (beside what it is compared with)

    file, cycle = folder / "cycle.toml", folder / "cycle"
    file.write_text(terms, encoding="utf-8")
    by = ("--by", "b.officer")
    _run("start", file, "--into", cycle, *by)
    _run("note", cycle, "--into", folder / "notes", "--issue", *by)
    for letter in LETTERS:
        path = folder / letter.name
        path.write_bytes(letter.data)
        _run(
            "receive", cycle, path, "--received", f"{letter.received}-04:00", "--channel", "by hand", *by, codes=(0, 2)
        )
        with open_cycle(cycle) as opened:
            cases = [reply.id for reply in opened.replies]
        about = ("--version-of", cases[letter.about]) if letter.about >= 0 else ()
        _run("confirm", cycle, cases[-1], *letter.options, *about, *by)
    gate, allowed_by, reason = WAIVER
    out = folder / "out"
    _run("compile", cycle, "--into", out, "--languages", "en", "--formats", "html", "--date", "2022-06-21", *by)
    _run("waive", cycle, cases[WAIVED], gate, "--allowed-by", allowed_by, "--reason", reason, *by)
    _run("record", cycle, "submitted", *by)
    _run("record", cycle, "issued", "--symbol", "A/77/123", "--date", "2022-07-15", *by)
    _run("publish", cycle, "--into", folder / "web", "--date", "2022-07-16", *by)
    report = folder / "report.en.html"
    report.write_text((out / "report.en.html").read_text(encoding="utf-8").replace(*CORRECTION), encoding="utf-8")
    why = ("--reason", "a date was missing", "--date", "2022-08-01")
    _run("record", cycle, "corrected", "--text", report, "--into", folder / "corrigendum", *why, *by)
    _run("record", cycle, "considered", "--organ", "First Committee", "--date", "2022-10-10", *by)
    with open_cycle(cycle) as opened:
        return opened.entries


def _run(*words: str | Path, codes: Iterable[int] = (0,)) -> None:
    result = CliRunner().invoke(main, [str(word) for word in words], env={"DATABASE_URL": ""})
    assert result.exit_code in codes, f"{words}: {result.output}\n{result.exception!r}"


def _plain(entries: Iterable[Entry]) -> list[tuple[str, str, str, dict[str, Any]]]:
    """What entries say, without moments and without the sums of what has a seal in it."""
    return [
        (
            entry.event.case,
            entry.event.kind.value,
            entry.event.actor,
            {name: fact for name, fact in entry.event.facts.items() if name not in _SEALED},
        )
        for entry in entries
    ]


def test_the_chain_of_the_browser_is_that_of_the_command_line(site: Site, tmp_path: Path) -> None:
    entries = _by_browser(signed_in("b.officer"))
    assert find_breaks(entries) == []
    folder = open_now(NAME)
    assert folder.case.stage is CycleStage.CONSIDERED
    assert {reply.stage.value for reply in folder.replies} == {"published", "withdrawn", "set-aside", "unread"}
    assert _plain(entries) == _plain(_by_verbs(tmp_path, folder.case.terms))
