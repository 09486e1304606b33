"""What takes room and how it grows; and what may go, which is shown first and is never what a record refers to."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.contrib.sessions.models import Session
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from tests.store.made import LETTER, READING, SHA, opened, received
from tests.web.work_tasks import count

from verbale.app.desk_usage import Usage, measure_desk
from verbale.app.desks import back_up, opened_desk
from verbale.cli import main
from verbale.store.backup_files import open_backup
from verbale.store.contents import held_contents, keep_contents
from verbale.store.cycle_store import Kept, find_cycles, make_cycle
from verbale.web.models import Presence, Work
from verbale.web.site import Site
from verbale.web.site_retention import MADE_AGAIN, Removable, find_removable
from verbale.web.uploads import folder_of_uploads
from verbale.web.work.queue import ask_for

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
OLD, NEW = NOW - timedelta(days=200), NOW - timedelta(minutes=5)


@pytest.fixture
def aged(site: Site) -> Iterator[list[Path]]:
    """One old and one new of each thing that may go; the files among them, the old one first in each pair."""
    for model in (Session, Presence, DBTaskResult):
        model.objects.all().delete()
    for at, key in ((OLD, "old"), (NEW, "new")):
        ends = at if key == "old" else NOW.replace(year=2027)
        Session.objects.create(session_key=key, session_data="-", expire_date=ends)
        Presence.objects.create(cycle="2022", case=key, name="A.", seen_at=at)
        work = ask_for(count, {"where": key, "parts": 1, "pause": 0.0}, "counting")
        DBTaskResult.objects.filter(pk=work).update(status=TaskResultStatus.SUCCESSFUL, finished_at=at)
    failed = ask_for(count, {"where": "failed", "parts": 1, "pause": 0.0}, "counting")
    DBTaskResult.objects.filter(pk=failed).update(status=TaskResultStatus.FAILED, finished_at=OLD)
    files = []
    for folder in (*(site.folder / name for name in MADE_AGAIN), folder_of_uploads(site)):
        folder.mkdir(exist_ok=True)
        for at, name in ((OLD, "old"), (NEW, "new")):
            (folder / name).write_bytes(b"12345")
            os.utime(folder / name, (at.timestamp(), at.timestamp()))
            files.append(folder / name)
    yield files
    for path in files:
        path.unlink(missing_ok=True)
    for model in (Session, Presence, DBTaskResult):
        model.objects.all().delete()


def counts_of(found: tuple[Removable, ...]) -> dict[str, tuple[int, int]]:
    return {one.name: (one.count, one.size) for one in found}


EXPECTED = {
    "sessions": (1, 0),
    "work that was done": (1, 0),
    "who had which letter open": (1, 0),
    "files that are made again": (len(MADE_AGAIN), 5 * len(MADE_AGAIN)),
    "uploads": (1, 5),
}


def test_what_may_go_is_shown_and_stays_until_it_is_said(aged: list[Path], site: Site) -> None:
    assert counts_of(find_removable(NOW)) == EXPECTED
    assert all(path.exists() for path in aged)
    assert counts_of(find_removable(NOW, remove=True)) == EXPECTED
    assert [path.name for path in aged if path.exists()] == ["new"] * (len(aged) // 2)
    assert [one.session_key for one in Session.objects.all()] == ["new"]
    assert [one.case for one in Presence.objects.all()] == ["new"]
    assert DBTaskResult.objects.filter(status=TaskResultStatus.FAILED).count() == 1
    assert DBTaskResult.objects.count() == Work.objects.count() == 2
    assert counts_of(find_removable(NOW)) == dict.fromkeys(EXPECTED, (0, 0))


def test_every_folder_of_files_that_are_made_again_is_known() -> None:
    app = Path(__file__).parent.parent.parent / "src" / "verbale" / "app"
    texts = [path.read_text(encoding="utf-8") for path in app.glob("*.py")]
    users = [text for text in texts if "kept_files import keep_file" in text]
    folders = [name for text in users for name in re.findall(r'^_FOLDER = "(\w+)"$', text, re.M)]
    assert len(folders) == len(users)
    assert set(folders) == set(MADE_AGAIN)


def test_nothing_that_a_record_or_a_person_needs_is_touched(aged: list[Path], site: Site, tmp_path: Path) -> None:
    def kept(name: str) -> dict[str, int]:
        back_up(site.desk, tmp_path / name, NOW)
        with open_backup(tmp_path / name) as backup:
            may_go = ("django_tasks", "web_work")
            return {table: rows for table, rows in backup.manifest.tables.items() if not table.startswith(may_go)}

    before = kept("before.zip")
    assert before["store_content"] > 0
    find_removable(datetime(2126, 1, 1, tzinfo=UTC), remove=True)
    assert kept("after.zip") == before


def lines_of(part: str, found: tuple[Usage, ...]) -> dict[str, tuple[int, int]]:
    return {one.name: (one.count, one.size) for one in found if one.part == part}


def test_each_byte_of_a_content_is_counted_once_by_what_it_is(site: Site) -> None:
    with opened_desk(site.desk) as database:
        # Other tests may have left something on this desk.
        at_first = measure_desk(database, site.desk, site.folder)
        before = lines_of("contents", at_first)
        if "usage" not in find_cycles(database):
            make_cycle(database, "usage").append([opened(), received()], {}, Kept((LETTER,), (READING,)))
        keep_contents(database, [b"not registered yet"])
        found = measure_desk(database, site.desk, site.folder)
        held = len(held_contents(database))
    contents = lines_of("contents", found)
    grown = {
        name: (count - before.get(name, (0, 0))[0], size - before.get(name, (0, 0))[1])
        for name, (count, size) in contents.items()
    }
    assert grown["letter"] == (1, len(LETTER))
    assert grown["kept, and no record speaks of it yet"] == (1, len(b"not registered yet"))
    assert sum(times for times, _ in contents.values()) == held
    assert set(before) <= set(contents)
    month = lines_of("month", at_first).get("2022-05", (0, 0))
    assert lines_of("month", found)["2022-05"] == (month[0] + 1, month[1] + len(LETTER))
    tables = lines_of("tables", found)
    assert tables["store_entry"][0] == lines_of("tables", at_first).get("store_entry", (0, 0))[0] + 2
    assert tables["store_content"][1] > sum(size for _, size in contents.values()) // 2
    assert lines_of("folder", found)["search"][1] > 0
    assert all(one.rule for one in found if one.part != "month")
    assert SHA not in repr(found)


def test_the_verb_shows_it_for_programs(site: Site) -> None:
    done = CliRunner().invoke(main, ["usage", site.desk, "--format", "json"])
    assert done.exit_code == 0, done.output
    assert {"contents", "tables"} <= {one["part"] for one in json.loads(done.stdout)}
    assert "store_content" in CliRunner().invoke(main, ["usage", site.desk]).stdout
