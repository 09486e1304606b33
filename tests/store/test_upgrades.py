"""A desk of every earlier form brought up to date with each seal as it was, and back again, or refused with words."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.store.made import LETTER, READING, SHA, opened, received, remark
from tests.store.raw import execute

from verbale.app.cycles import CycleAddress, open_cycle
from verbale.app.desks import back_up, list_cases, list_cycles, upgrade_desk
from verbale.app.sealing import verify_cycle
from verbale.errors import BadReference, Refused, StoreBroken
from verbale.store.cycle_store import CycleStore, Kept, get_cycle_store
from verbale.store.database import Database, known_forms, open_database, parse_address
from verbale.store.django_tables import models

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
SAMPLES = Path(__file__).parent / "samples" / "schema-2"


@pytest.fixture
def desk(store: CycleStore, place: str) -> str:
    """A desk with a letter, its reading and a remark, and nothing that its first form has no place for."""
    store.append([opened(), received(), remark()], {}, Kept((LETTER,), (READING,), {"report.en.txt": SHA}))
    return place


def seals_of(place: str) -> list[str]:
    with open_database(parse_address(place), older=True) as database:
        return [entry.seal for entry in get_cycle_store(database).entries()]


def facts_of(place: str, folder: Path) -> dict[str, bytes]:
    """Every table and content of a desk, as a backup has them."""
    import zipfile  # noqa: PLC0415 (only here)

    file = folder / f"facts-{len(list(folder.iterdir()))}.zip"
    back_up(place, file, NOW)
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.startswith(("backup", "manifest"))}


@pytest.mark.parametrize("form", known_forms()[:-1])
def test_every_earlier_form_goes_forward_with_each_seal(desk: str, tmp_path: Path, form: str) -> None:
    seals, cases, facts = seals_of(desk), list_cases(desk), facts_of(desk, tmp_path)
    back = upgrade_desk(desk, form)
    assert back == tuple(reversed(known_forms()[known_forms().index(form) + 1 :]))
    assert seals_of(desk) == seals
    with pytest.raises(StoreBroken, match="verbale upgrade"):
        list_cycles(desk)
    assert upgrade_desk(desk) == tuple(reversed(back))
    assert seals_of(desk) == seals
    assert list_cases(desk) == cases
    after = facts_of(desk, tmp_path)
    assert {name for name in facts if facts[name] != after[name]} <= {"tables/store_caserow.jsonl"}
    assert upgrade_desk(desk) == ()


@pytest.mark.parametrize("name", ["cycle", "addendum"])
def test_a_desk_that_an_earlier_version_wrote_is_upgraded_in_its_place(tmp_path: Path, name: str) -> None:
    file = tmp_path / "desk.sqlite"
    file.write_bytes(gzip.decompress((SAMPLES / name / "exported.sqlite.gz").read_bytes()))
    seals = seals_of(str(file))
    assert upgrade_desk(str(file))[-1] == known_forms()[-1]
    assert seals_of(str(file)) == seals
    with open_cycle(CycleAddress(None, str(file), list_cycles(str(file))[0].name)) as folder:
        assert verify_cycle(folder).entries == len(seals)


def test_one_version_back_and_on_again_while_the_older_one_works(desk: str) -> None:
    seals = seals_of(desk)
    assert upgrade_desk(desk, "previous") == (known_forms()[-1],)
    with open_database(parse_address(desk), older=True) as older:
        # What an older version writes is a chain and its contents; its lists it makes itself.
        assert models.Entry.objects.using(older.alias).count() == len(seals)
    assert upgrade_desk(desk) == (known_forms()[-1],)
    assert seals_of(desk) == seals


def test_going_back_is_refused_before_anything_is_changed_where_something_would_be_lost(
    desk: str, database: Database, tmp_path: Path
) -> None:
    rows = models.LibraryEntry.objects.using(database.alias)
    rows.create(act="added", content=SHA, reading=READING.digest, name="a.pdf", at="2026", actor="A.")
    before = facts_of(desk, tmp_path)
    with pytest.raises(Refused, match=r"no place for 1 rows of store_libraryentry \(back it up, and let it go"):
        upgrade_desk(desk, "0002")
    assert facts_of(desk, tmp_path) == before
    assert list_cycles(desk)
    assert upgrade_desk(desk, "0003") == ("0004_inbox",)
    assert upgrade_desk(desk, "0002", forgetting=True) == ("0003_library",)
    upgrade_desk(desk)
    assert rows.count() == 0
    assert len(seals_of(desk)) == 3


def test_the_form_of_a_backup_is_gone_back_to(desk: str, tmp_path: Path) -> None:
    upgrade_desk(desk, "0002")
    back_up(desk, tmp_path / "before.zip", NOW)
    upgrade_desk(desk)
    assert upgrade_desk(desk, str(tmp_path / "before.zip")) == ("0004_inbox", "0003_library")


def test_a_form_that_is_none_is_named_with_those_that_are(desk: str) -> None:
    for word in ("0777", "store.", "web.0001", "nothing.zip"):
        with pytest.raises(BadReference, match="no form of a desk's tables"):
            upgrade_desk(desk, f"{word}x")
    assert list_cycles(desk)


def test_a_step_that_cannot_be_taken_back_is_named(desk: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib import import_module  # noqa: PLC0415 (the name of a step begins with a figure)

    step = import_module(f"verbale.store.migrations.{known_forms()[-1]}").Migration
    monkeypatch.setattr(step.operations[0], "reversible", False)
    with pytest.raises(Refused, match="cannot be taken back"):
        upgrade_desk(desk, "previous")
    assert execute(desk, "select count(*) from store_entry") == [(3,)]
