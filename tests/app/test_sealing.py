"""Seals that are kept elsewhere, and the folder of a cycle."""

from __future__ import annotations

import dataclasses
import json
import stat
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from tests.app.made_letters import (
    CAME,
    OUT,
    letter,
    take,
)
from tests.desk.conftest import CYCLE as FILE
from tests.desk.conftest import OFFICER
from tests.store.raw import disarm, execute

from verbale.app.cycles import (
    CycleFolder,
    open_cycle,
    start_cycle,
)
from verbale.app.desks import export_cycle
from verbale.app.sealing import verify_cycle, write_seal
from verbale.desk.events import seal_events
from verbale.errors import BadReference, StoreBroken
from verbale.store.cycle_store import entry_row


def pem(key: Ed25519PrivateKey) -> tuple[bytes, bytes]:
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return private, key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def test_a_seal_is_signed_and_checked_with_the_key_of_the_office(folder: CycleFolder) -> None:
    (private, public), (_, other) = pem(Ed25519PrivateKey.generate()), pem(Ed25519PrivateKey.generate())
    plain, signed = write_seal(folder, OUT).decode(), write_seal(folder, OUT, private).decode()
    assert json.loads(plain)["seal"] == folder.seal
    take(folder, letter("Cuba"))
    assert (verify_cycle(folder, plain).found, verify_cycle(folder, plain).signed) == (2, None)
    assert verify_cycle(folder, signed, public).signed is True
    assert verify_cycle(folder, signed, other).signed is False
    assert verify_cycle(folder, plain, public).signed is False
    record = json.loads(signed)
    for change in ({"number": 3}, {"cycle": "2024"}, {"at": "2030-01-01T00:00:00+00:00"}):
        assert verify_cycle(folder, json.dumps(record | change), public).signed is False
    assert verify_cycle(folder, folder.entries[0].seal[:12]).found == 1
    assert verify_cycle(folder, "0" * 64).found == 0
    for wrong in ("abc", "{", "[]", "{}", "z" * 64):
        with pytest.raises(BadReference):
            verify_cycle(folder, wrong, public)
    rsa = generate_private_key(65537, 2048).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    for key in (b"no key", rsa, public):
        with pytest.raises(BadReference, match="key"):
            write_seal(folder, OUT, key)
    for key in (b"no key", private):
        with pytest.raises(BadReference, match="key"):
            verify_cycle(folder, signed, key)


def test_a_file_that_lacks_what_is_signed_is_no_seal(folder: CycleFolder) -> None:
    private, public = pem(Ed25519PrivateKey.generate())
    record = json.loads(write_seal(folder, OUT, private))
    for name in ("schema", "cycle", "number", "at"):
        lacking = {key: value for key, value in record.items() if key != name}
        with pytest.raises(BadReference):
            verify_cycle(folder, json.dumps(lacking), public)
    for signature in ("", "!", 7):
        assert verify_cycle(folder, json.dumps(record | {"signature": signature}), public).signed is False


def test_a_chain_cut_rolled_back_or_sealed_anew_does_not_have_the_seal_of_the_office(folder: CycleFolder) -> None:
    take(folder, letter("Cuba"))
    seal = write_seal(folder, OUT).decode()
    place = str(folder.store.database.path)
    last, before = folder.entries[-1], folder.entries[-2]
    disarm(place)
    execute(place, f"delete from store_entry where number = {last.number}")
    with pytest.raises(StoreBroken, match="the end of the chain was cut off"), open_cycle(folder.address):
        pass
    execute(place, f"update store_cycle set number = {before.number}, seal = '{before.seal}'")
    with open_cycle(folder.address) as rolled_back:
        assert verify_cycle(rolled_back, seal).found == 0
    events = [dataclasses.replace(entry.event, actor="A. Stranger") for entry in folder.entries]
    execute(place, "delete from store_entry")
    forged = seal_events(events, None, {})
    for row in (entry_row(folder.store.key, entry) for entry in forged):
        row.save(using=folder.store.database.alias)
    execute(place, f"update store_cycle set number = {last.number}, seal = '{forged[-1].seal}'")
    with open_cycle(folder.address) as anew:
        assert len(anew.entries) == len(folder.entries)
        assert verify_cycle(anew, seal).found == 0


def test_a_content_changed_behind_the_desk_is_found_by_verify(folder: CycleFolder) -> None:
    take(folder, letter("Cuba"))
    place = str(folder.store.database.path)
    execute(place, "create table kept as select * from store_content")
    for change in ("data = x'00'", "data = null"):
        execute(place, f"update store_content set {change}")
        with pytest.raises(StoreBroken, match=r"is not what was kept|is gone without an event"):
            verify_cycle(folder)
    execute(place, "delete from store_content", "insert into store_content select * from kept")
    verify_cycle(folder)
    execute(place, "update store_reading set record = x'00'")
    with pytest.raises(StoreBroken, match="cannot be read"):
        verify_cycle(folder)


def test_the_folder_of_a_cycle_is_private(tmp_path: Path) -> None:
    start_cycle(tmp_path / "cycle", FILE, OFFICER, CAME)
    assert stat.S_IMODE((tmp_path / "cycle").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "cycle" / "desk.sqlite").stat().st_mode) == 0o600
    with open_cycle(tmp_path / "cycle") as folder:
        export_cycle(folder, tmp_path / "exported.sqlite")
    assert stat.S_IMODE((tmp_path / "exported.sqlite").stat().st_mode) == 0o600
