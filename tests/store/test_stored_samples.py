"""What every earlier version stored is read, and has come to what it had come to when it was stored."""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.store.make_samples import account_of, make_samples, plain
from tests.store.raw import disarm, execute

from verbale.app.cycles import CycleAddress, open_cycle
from verbale.app.desks import back_up, export_cycle, import_cycle, list_cycles, make_desk, restore
from verbale.app.readings import SCHEMA, document_of, make_reading
from verbale.app.reconciling import reconcile
from verbale.app.sealing import verify_cycle
from verbale.app.taking_over import take_over
from verbale.desk.cases import CYCLE
from verbale.desk.commands import Actor
from verbale.desk.event_folding import fold_cycle, fold_reply
from verbale.desk.events import EventKind, find_seal
from verbale.errors import Conflict, OutputRefused, StoreBroken
from verbale.model.reconciliation import reconciliation_record
from verbale.store.contents import KeptReading, digest_of
from verbale.store.database import open_database, parse_address
from verbale.store.django_tables import models
from verbale.store.first_form import read_first_form

SAMPLES = Path(__file__).parent / "samples"
FIRST, SECOND = ("first-form", "first-form-addendum"), ("schema-2/cycle", "schema-2/addendum")
OFFICER = Actor("A. Officer")
TAKEN_OVER = datetime(2026, 12, 1, 9, tzinfo=UTC)


def expected(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SAMPLES / name / "expected.json").read_text(encoding="utf-8"))
    return found


def exported(name: str, into: Path) -> Path:
    """The file of an exported sample, unpacked."""
    path = into / f"{Path(name).name}.sqlite"
    path.write_bytes(gzip.decompress((SAMPLES / name / "exported.sqlite.gz").read_bytes()))
    return path


def assert_holds(now: object, then: object, where: str = "") -> None:
    """What was known then is so now; what has come since may be beside it."""
    if isinstance(then, Mapping):
        assert isinstance(now, Mapping), where
        assert set(then) <= set(now), where
        for key, value in then.items():
            assert_holds(now[key], value, f"{where}/{key}")
    elif isinstance(then, list):
        assert isinstance(now, list), where
        assert len(now) == len(then), where
        for number, (one, other) in enumerate(zip(now, then, strict=True)):
            assert_holds(one, other, f"{where}/{number}")
    else:
        assert now == then, where


def of_first_form(name: str) -> dict[str, Any]:
    """What a sample of the first form had come to, by today's names."""
    then = expected(name)
    case = then["cycle"]
    case["terms_digest"] = case.pop("opened")
    made = {"digest": case.pop("compiled"), "languages": case.pop("languages"), "dated": case.pop("report_dated")}
    for one in (case, *then["replies"]):
        one["last"] = {"at": one.pop("last_at")}
    return then | {"cycle": case | {"compilation": made}}


def test_the_samples_have_every_kind_of_event_of_their_schema() -> None:
    kinds = [set().union(*(expected(name)["kinds"] for name in names)) for names in (FIRST, SECOND)]
    later = {"terms-changed", "content-redacted", "reading-adopted", "reply-restricted", "restriction-lifted"}
    later |= {"author-added", "author-stated", "letter-set-aside", "letter-taken-up", "confirmation-undone"}
    later |= {"alarms-looked-at", "gate-waived", "waiver-undone", "case-assigned", "report-returned"}
    later |= {"translation-set-aside", "summary-set-aside"}
    assert kinds[1] - kinds[0] == later
    assert kinds[1] <= {kind.value for kind in EventKind}


@pytest.mark.parametrize("name", FIRST)
def test_the_first_form_is_read_as_it_was_folded(name: str) -> None:
    held = read_first_form(SAMPLES / name / "cycle.sqlite")
    then = of_first_form(name)
    assert held.entries[-1].seal == then["seal"]
    events = [entry.event for entry in held.entries]
    cases = list(dict.fromkeys(event.case for event in events if event.case != CYCLE))
    assert_holds(plain(fold_cycle(event for event in events if event.case == CYCLE)), then["cycle"])
    replies = [fold_reply(case, (event for event in events if event.case == case)) for case in cases]
    assert_holds([plain(reply) for reply in replies if reply.versions], then["replies"])
    for sha256, content in held.contents.items():
        assert digest_of(content) == sha256


@pytest.mark.parametrize("name", FIRST)
def test_the_first_form_is_taken_over_with_its_terms_and_readings(name: str, place: str, tmp_path: Path) -> None:
    then = of_first_form(name)
    make_desk(place)
    into = CycleAddress(None, place, "taken")
    before = {path: path.read_bytes() for path in (SAMPLES / name).iterdir()}
    copied = take_over(SAMPLES / name, into, OFFICER, TAKEN_OVER)
    assert {path: path.read_bytes() for path in (SAMPLES / name).iterdir()} == before
    with open_cycle(into) as folder:
        assert copied.entries == len(folder.entries)
        number = find_seal(folder.entries, then["seal"])
        assert number > 10
        assert {entry.event.kind.value for entry in folder.entries[number:]} <= {"terms-changed", "reading-adopted"}
        assert folder.case.terms == (SAMPLES / name / "cycle.toml").read_text(encoding="utf-8")
        for reply in folder.replies:
            assert set(reply.words) <= {version.number for version in reply.versions}
            assert all(held.reading for held in reply.words.values())
        assert verify_cycle(folder, then["seal"]).found == number
        now: Any = plain(reconciliation_record(reconcile(folder)))
        for account in (*now["accounts"], *then["reconciliation"]["accounts"]):
            account.pop("reason")
        assert_holds(now["accounts"], then["reconciliation"]["accounts"])
        assert_holds(now["fates"], then["reconciliation"]["fates"])
        assert now["characters"] == then["reconciliation"]["characters"]
    with pytest.raises(Conflict, match="has a cycle 'taken' already"):
        take_over(SAMPLES / name, into, OFFICER, TAKEN_OVER)


def test_the_first_form_in_a_folder_is_opened_once_it_is_taken_over(tmp_path: Path) -> None:
    source = tmp_path / "old"
    shutil.copytree(SAMPLES / "first-form", source)
    with pytest.raises(StoreBroken, match=rf"run verbale import {source} --into NEW"), open_cycle(source):
        pass
    take_over(source, CycleAddress(tmp_path / "new"), OFFICER, TAKEN_OVER)
    assert (tmp_path / "new" / "cycle.toml").read_bytes() == (source / "cycle.toml").read_bytes()
    with open_cycle(tmp_path / "new") as folder:
        assert_holds(
            [plain(reply.state) for reply in folder.replies], [r["state"] for r in expected(FIRST[0])["replies"]]
        )
    with pytest.raises(OutputRefused, match="holds a cycle already"):
        take_over(source, CycleAddress(tmp_path / "new"), OFFICER, TAKEN_OVER)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("update entries set event = replace(event, 'CUB', 'TCD')", "is not what was sealed"),
        ("delete from entries where number = 3", "entries are missing or moved"),
        ("update contents set bytes = x'00'", "is not what was received"),
        ("update entries set event = 'null' where number = 2", "entry 2 cannot be read"),
    ],
)
def test_a_first_form_that_does_not_hold_is_not_taken_over(tmp_path: Path, change: str, words: str) -> None:
    source = tmp_path / "old"
    shutil.copytree(SAMPLES / "first-form", source)
    execute(str(source / "cycle.sqlite"), "drop trigger entries_stay", "drop trigger entries_last", change)
    with pytest.raises(StoreBroken, match=words):
        take_over(source, CycleAddress(tmp_path / "new"), OFFICER, TAKEN_OVER)
    assert not (tmp_path / "new" / "desk.sqlite").exists()
    take_over(SAMPLES / "first-form", CycleAddress(tmp_path / "new"), OFFICER, TAKEN_OVER)


@pytest.mark.parametrize("name", SECOND)
def test_an_exported_cycle_is_read_as_it_was(name: str, place: str, tmp_path: Path) -> None:
    make_desk(place)
    into = CycleAddress(None, place, "")
    copied = import_cycle(exported(name, tmp_path), into)
    then = expected(name)
    with open_cycle(CycleAddress(None, place, "2022")) as folder:
        assert copied.entries == len(folder.entries)
        assert_holds(account_of(folder), then)
        assert verify_cycle(folder, then["seal"]).found == len(folder.entries)
        for number, files in folder.store.all_files().items():
            for sha256 in files.values():
                assert number
                if sha256 not in folder.case.redacted:
                    folder.store.get_content(sha256)
        export_cycle(folder, tmp_path / "again.sqlite")
    import_cycle(tmp_path / "again.sqlite", CycleAddress(tmp_path / "cycle"))
    with open_cycle(tmp_path / "cycle") as again:
        assert_holds(account_of(again), then)


def test_a_reading_is_read_as_it_was() -> None:
    record = (SAMPLES / "schema-2" / "reading.json").read_bytes()
    document = document_of(KeptReading("0" * 64, "0.1.0+older", "letter", record))
    assert json.loads(record)["schema"] == "verbale-reading/1" == SCHEMA
    said = (SAMPLES.parent.parent / "samples" / "reply" / "es.txt").read_bytes()
    assert document.source.sha256 == digest_of(said)
    assert [node.ref for node in document.nodes]
    # Fields that came later have the values that they had then, and what is kept today is read as the same.
    assert document_of(make_reading(said, document, "letter")) == document
    newer = record.replace(b"verbale-reading/1", b"verbale-reading/9")
    with pytest.raises(StoreBroken, match=r"unknown schema verbale-reading/9 \(update this program\)"):
        document_of(KeptReading("0" * 64, "9", "letter", newer))
    with pytest.raises(StoreBroken, match="cannot be read"):
        document_of(KeptReading("0" * 64, "9", "letter", b"[]"))


def test_samples_of_today_have_every_kind_of_event(tmp_path: Path) -> None:
    assert set(make_samples(tmp_path / "made")) == {kind.value for kind in EventKind}


def test_an_export_that_was_changed_is_not_imported(tmp_path: Path) -> None:
    file = exported("schema-2/cycle", tmp_path)
    disarm(str(file))
    changes = (
        ("update store_entry set actor = 'A. Stranger' where number = 5", "entry 5 is not what was sealed"),
        ("delete from store_entry where number > 9", "the end of the chain was cut off"),
        ("update store_content set data = x'00' where size > 100", "did not arrive as it was"),
        ("update store_reading set record = x'00'", "cannot be read"),
        ("update store_content set data = null", "was removed while it was copied"),
    )
    for number, (change, words) in enumerate(changes):
        changed = tmp_path / f"changed{number}.sqlite"
        shutil.copy(file, changed)
        execute(str(changed), change)
        into = tmp_path / f"new{number}"
        with pytest.raises(StoreBroken, match=words):
            import_cycle(changed, CycleAddress(into))
        assert not (into / "desk.sqlite").exists()


def test_a_desk_is_backed_up_and_restored_from_any_database_to_any(place: str, tmp_path: Path) -> None:
    make_desk(place)
    for name, cycle in (("schema-2/cycle", "2022"), ("schema-2/addendum", "2024")):
        import_cycle(exported(name, tmp_path), CycleAddress(None, place, cycle))
    take_over(SAMPLES / "first-form", CycleAddress(None, place, "old"), OFFICER, TAKEN_OVER)
    with open_database(parse_address(place)) as database:
        models.Judgement.objects.using(database.alias).create(
            content="0" * 64, key="date 3", verdict="rejected", value="", reason="a typo", at="2022", actor="A."
        )
    saved = back_up(place, tmp_path / "backup.zip", TAKEN_OVER)
    assert saved.cycles == 3
    with pytest.raises(OutputRefused, match="is there already"):
        back_up(place, tmp_path / "backup.zip", TAKEN_OVER)
    restored = str(tmp_path / "restored.sqlite")
    done = restore(tmp_path / "backup.zip", restored, TAKEN_OVER)
    assert (done.copied, done.held, done.former) == (saved, 0, None)
    assert list_cycles(restored) == list_cycles(place)
    for name in ("2022", "2024", "old"):
        with open_cycle(CycleAddress(None, place, name)) as one, open_cycle(CycleAddress(None, restored, name)) as two:
            assert one.entries == two.entries
            assert account_of(one) == account_of(two)
            assert verify_cycle(two).entries == len(one.entries)
    with pytest.raises(StoreBroken, match=r"is there already|has tables already"):
        restore(tmp_path / "backup.zip", place, TAKEN_OVER)


def test_a_backup_comes_into_a_server_and_back_into_a_file(place: str, tmp_path: Path) -> None:
    import_cycle(exported("schema-2/cycle", tmp_path), CycleAddress(tmp_path / "cycle"))
    saved = back_up(str(tmp_path / "cycle"), tmp_path / "backup.zip", TAKEN_OVER)
    assert restore(tmp_path / "backup.zip", place, TAKEN_OVER).copied == saved
    assert back_up(place, tmp_path / "again.zip", TAKEN_OVER) == saved
    assert (tmp_path / "again.zip").read_bytes() == (tmp_path / "backup.zip").read_bytes()
    (tmp_path / "cycle" / "desk.sqlite").unlink()
    with pytest.raises(StoreBroken, match=r"restore it with verbale restore"), open_cycle(tmp_path / "cycle"):
        pass
    assert restore(tmp_path / "again.zip", str(tmp_path / "cycle"), TAKEN_OVER).copied == saved
    with open_cycle(tmp_path / "cycle") as folder:
        assert_holds(account_of(folder), expected("schema-2/cycle"))


def test_a_backup_that_is_an_sqlite_desk_of_an_older_form_is_restored(place: str, tmp_path: Path) -> None:
    done = restore(exported("schema-2/cycle", tmp_path), place, TAKEN_OVER)
    with open_cycle(CycleAddress(None, place, list_cycles(place)[0].name)) as folder:
        assert verify_cycle(folder).entries == done.copied.entries
        assert_holds(account_of(folder), expected("schema-2/cycle"))
