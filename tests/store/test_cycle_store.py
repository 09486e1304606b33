"""What is kept comes back, together or not at all, in each database; what was changed behind the store is found."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.store.made import LETTER, READING, SHA, opened, received, redacted, remark
from tests.store.raw import connected, disarm, execute

from verbale.desk.events import FIRST_SEAL, Entry, find_breaks, find_seal, seal_events
from verbale.errors import Conflict, ContentRedacted, StoreBroken
from verbale.store.contents import KeptReading, digest_of, find_other_holders
from verbale.store.cycle_store import CycleStore, Kept, entry_row, find_cycles, get_cycle_store, make_cycle
from verbale.store.database import Database, open_database, parse_address

FIRST = 'number, "case", '
COLUMNS = FIRST + "case_version, kind, schema, at, actor, facts, previous, seal, cycle_id"


def test_what_is_kept_comes_back(store: CycleStore, place: str) -> None:
    kept = Kept((LETTER, b""), (READING,), {"web/a.html": SHA})
    first = store.append([opened(), received()], {}, kept)
    later = store.append([remark(), received("reply-2", 3)], {"reply-1": 1}, Kept((LETTER,)))
    assert [(entry.number, entry.case_version) for entry in (*first, *later)] == [(1, 1), (2, 1), (3, 2), (4, 1)]
    with open_database(parse_address(place)) as again:
        held = get_cycle_store(again)
        assert held.entries() == (*first, *later)
        assert held.entries(2) == later
        assert find_breaks(held.entries()) == []
        assert held.contents() == tuple(sorted((SHA, digest_of(b""))))
        assert (held.get_content(SHA), held.get_content(digest_of(b""))) == (LETTER, b"")
        assert held.get_reading(READING.digest) == READING
        assert held.all_files() == {2: {"web/a.html": SHA}}


def test_nothing_is_kept_of_what_fails_half_way(store: CycleStore) -> None:
    store.append([opened(), received()], {}, Kept())
    letter = b"another letter"
    with pytest.raises(ValueError, match="no event of a reply"):
        store.append([remark(), replace(redacted(SHA), case="reply-1")], {"reply-1": 1}, Kept((letter,)))
    assert len(store.entries()) == 2
    assert digest_of(letter) not in store.contents()


def test_two_on_two_cases_do_not_conflict_and_two_on_one_do(store: CycleStore, place: str) -> None:
    store.append([opened(), received(), received("reply-2")], {}, Kept())
    with open_database(parse_address(place)) as again:
        get_cycle_store(again).append([remark("reply-2")], {"reply-2": 1}, Kept())
    store.append([remark(text="mine")], {"reply-1": 1}, Kept())
    with pytest.raises(Conflict, match=r"reply-2 has changed meanwhile: remark-added by А\. Б\. at 2022") as failure:
        store.append([remark("reply-2", text="late")], {"reply-2": 1}, Kept((b"late",)))
    assert len(failure.value.since) == 1
    with pytest.raises(Conflict, match=r"the cycle has changed meanwhile: .*\(reply-1\)"):
        store.append([remark("reply-2")], {"reply-2": 2}, Kept(), whole=4)
    assert len(store.entries()) == 5
    assert digest_of(b"late") not in store.contents()


def test_a_number_is_taken_once_by_the_database_itself(store: CycleStore, place: str) -> None:
    entries = store.append([opened(), received()], {}, Kept())
    same_number = entry_row(store.key, replace(entries[1], event=received("reply-9")))
    same_version = entry_row(store.key, replace(entries[1], number=7))
    for row in (same_number, same_version):
        fields = [field for field in row._meta.concrete_fields if field.attname != "id"]
        names = ", ".join(f'"{field.attname}"' for field in fields)
        words = ", ".join("'" + str(getattr(row, field.attname)).replace("'", "''") + "'" for field in fields)
        with pytest.raises(Exception, match=r"entry_number|entry_of_case|entries stay"), connected(place) as raw:
            raw.execute(f"insert into store_entry ({names}) values ({words})")


_ANYWHERE = (
    "update store_entry set actor = 'A. Stranger' where number = 1",
    "delete from store_entry where number = 2",
    "delete from store_entry",
)
_ON_A_SERVER = ("truncate store_entry cascade",)
_IN_A_FILE = (
    f"insert or replace into store_entry (id, {COLUMNS}) select id, {COLUMNS} from store_entry where number = 1",
    f"insert or replace into store_entry ({COLUMNS}) select {COLUMNS} from store_entry where number = 1",
)


def test_entries_cannot_be_changed_or_taken_out(store: CycleStore, place: str) -> None:
    store.append([opened(), received()], {}, Kept())
    for statement in (*_ANYWHERE, *(_ON_A_SERVER if "://" in place else _IN_A_FILE)):
        with pytest.raises(Exception, match="entries stay"), connected(place) as raw:
            raw.execute(statement)
    assert len(store.entries()) == 2


@pytest.mark.parametrize(
    "change",
    [
        "actor = 'A. Stranger'",
        "at = '2022-05-21T00:00:00+00:00'",
        "facts = replace(facts, '400', '4')",
        "kind = 'copy-received'",
        "schema = 1",
        "\"case\" = 'reply-7'",
        "case_version = 3",
        "number = 7",
        f"previous = '{FIRST_SEAL}'",
        f"seal = '{FIRST_SEAL}'",
    ],
)
def test_a_changed_entry_is_found_at_its_place(store: CycleStore, place: str, change: str) -> None:
    store.append([opened(), received(), received("reply-2"), remark()], {}, Kept())
    disarm(place)
    execute(place, f"update store_entry set {change} where number = 3")
    breaks = find_breaks(store.entries())
    assert breaks
    assert breaks[0].number in (3, 4, 7)


def test_an_entry_taken_out_or_put_in_is_found(store: CycleStore, place: str) -> None:
    store.append([opened(), received(), received("reply-2"), remark()], {}, Kept())
    disarm(place)
    execute(place, "delete from store_entry where number = 2")
    assert find_breaks(store.entries())[0].number == 3
    execute(
        place,
        f"insert into store_entry ({COLUMNS}) select 2, 'reply-5', {COLUMNS.removeprefix(FIRST)}"
        " from store_entry where number = 3",
    )
    assert find_breaks(store.entries())


@pytest.mark.parametrize("where", ["number = 4", "number > 1", "number > 0"])
def test_a_chain_cut_at_its_end_is_found(store: CycleStore, place: str, where: str) -> None:
    store.append([opened(), received(), received("reply-2"), remark()], {}, Kept())
    disarm(place)
    execute(place, f"delete from store_entry where {where}")
    with pytest.raises(StoreBroken, match="entry 4 is gone: the end of the chain was cut off"):
        store.entries()


def test_a_chain_rolled_back_or_sealed_anew_does_not_have_the_seal_that_was_kept_elsewhere(
    store: CycleStore, place: str
) -> None:
    entries = store.append([opened(), received(), received("reply-2"), remark()], {}, Kept())
    kept_elsewhere = entries[-1].seal
    disarm(place)
    # Who can write the file can set the cycle back as a whole, and no part of it shows that.
    execute(
        place,
        "delete from store_entry where number > 2",
        f"update store_cycle set number = 2, seal = '{entries[1].seal}'",
    )
    assert find_breaks(store.entries()) == []
    assert find_seal(store.entries(), kept_elsewhere) == 0
    forged = seal_events([opened(), received(), received("reply-2"), remark(text="other")], None, {})
    execute(place, "delete from store_entry")
    _insert(place, store, forged)
    assert find_breaks(store.entries()) == []
    assert find_seal(store.entries(), kept_elsewhere) == 0
    assert find_seal(store.entries(), forged[2].seal) == 3


def _insert(place: str, store: CycleStore, entries: tuple[Entry, ...]) -> None:
    for row in (entry_row(store.key, entry) for entry in entries):
        row.save(using=store.database.alias)
    execute(place, f"update store_cycle set number = {entries[-1].number}, seal = '{entries[-1].seal}'")


def test_a_changed_or_lost_content_or_reading_is_found(store: CycleStore, place: str) -> None:
    store.append([opened(), received()], {}, Kept((LETTER,), (READING,)))
    execute(place, "update store_content set data = 'other words'", "update store_reading set pipeline = '9'")
    with pytest.raises(StoreBroken, match="is not what was kept"):
        store.get_content(SHA)
    with pytest.raises(StoreBroken, match="is not what was kept"):
        store.get_reading(READING.digest)
    execute(place, "update store_reading set record = 'x'")
    with pytest.raises(StoreBroken, match="cannot be read"):
        store.get_reading(READING.digest)
    execute(place, "delete from store_content", "delete from store_reading")
    with pytest.raises(StoreBroken, match="no content"):
        store.get_content(SHA)
    with pytest.raises(StoreBroken, match="no reading"):
        store.get_reading(READING.digest)


def test_what_is_no_event_is_told_with_its_number(store: CycleStore, place: str) -> None:
    store.append([opened(), received()], {}, Kept())
    disarm(place)
    for facts in ("[]", "null", "{", "1"):
        execute(place, f"update store_entry set facts = '{facts}' where number = 2")
        with pytest.raises(StoreBroken, match="entry 2 cannot be read"):
            store.entries()
    execute(place, "update store_entry set kind = 'dreamt' where number = 2")
    with pytest.raises(StoreBroken, match="entry 2 cannot be read"):
        store.entries()


def test_removed_bytes_are_gone_with_their_readings_and_the_seals_hold(store: CycleStore) -> None:
    other = KeptReading(digest_of(b"other"), "0.1.0+abc", "letter", b"{}")
    store.append([opened(), received()], {}, Kept((LETTER, b"other"), (READING, other)))
    store.append([redacted(SHA)], {"cycle": 1}, Kept(removed=(SHA,)))
    with pytest.raises(ContentRedacted, match="was redacted"):
        store.get_content(SHA)
    with pytest.raises(StoreBroken, match="no reading"):
        store.get_reading(READING.digest)
    assert store.get_reading(other.digest) == other
    assert find_breaks(store.entries()) == []
    assert store.contents() == (digest_of(b"other"),)


def test_what_another_cycle_of_the_desk_holds_stays_for_it(store: CycleStore, database: Database) -> None:
    other = make_cycle(database, "2024")
    for each in (store, other):
        each.append([opened(), received()], {}, Kept((LETTER,), (READING,)))
    assert find_other_holders(database, store.key, SHA) == ("2024",)
    store.append([redacted(SHA)], {"cycle": 1}, Kept(removed=(SHA,)))
    assert other.get_content(SHA) == LETTER
    assert other.get_reading(READING.digest) == READING
    assert find_other_holders(database, other.key, SHA) == ()
    other.append([redacted(SHA)], {"cycle": 1}, Kept(removed=(SHA,)))
    with pytest.raises(ContentRedacted):
        other.get_content(SHA)
    third = make_cycle(database, "2026")
    third.append([opened(), received()], {}, Kept((LETTER,)))
    assert third.get_content(SHA) == LETTER


def test_words_of_any_length_and_alphabet_are_kept(store: CycleStore) -> None:
    event = replace(received(name="附件" * 200 + "\x00\x1f'\"\\.pdf"), actor="Ж" * 300)
    (entry,) = store.append([event], {}, Kept())
    assert store.entries() == (entry,)
    assert find_breaks(store.entries()) == []


def test_a_cycle_is_found_by_its_name(store: CycleStore, database: Database) -> None:
    assert get_cycle_store(database).name == "2022"
    make_cycle(database, "2024")
    assert find_cycles(database) == ("2022", "2024")
    assert get_cycle_store(database, "2024").name == "2024"
    with pytest.raises(Conflict, match="has a cycle '2024' already"):
        make_cycle(database, "2024")
    with pytest.raises(StoreBroken, match="has not one cycle \\(it has 2022, 2024\\)"):
        get_cycle_store(database)
    with pytest.raises(StoreBroken, match="has no cycle '1999'"):
        get_cycle_store(database, "1999")
