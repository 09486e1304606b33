"""Terms in force, acts entered late, restrictions, redaction and retention, messages and their letters, seals."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
import stat
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from tests.desk.conftest import CYCLE as FILE
from tests.desk.conftest import OFFICER
from tests.store.raw import disarm, execute
from verbale.app.letter_reading import read_letter

from verbale.app.compiling import CompileOptions, compile_report, place_replies
from verbale.app.cycles import (
    CycleAddress,
    CycleFolder,
    change_terms,
    find_unadopted_terms,
    open_cycle,
    start_cycle,
    start_in_desk,
)
from verbale.app.desks import export_cycle, import_cycle, make_desk
from verbale.app.publishing import Wanted, post_replies
from verbale.app.receiving import LetterDetails, confirm_reply, receive_letter
from verbale.app.reconciling import reconcile
from verbale.app.recording import get_deadline, issue_report, submit_report
from verbale.app.redacting import ContentKind, find_due, held_contents, redact
from verbale.app.rereading import reread
from verbale.app.sealing import verify_cycle, write_seal
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE, Destination, ReplyStage
from verbale.desk.deciding import Moment
from verbale.desk.events import EventKind, seal_events
from verbale.errors import BadReference, ContentRedacted, CycleBroken, Refused, StoreBroken
from verbale.model.language import Language
from verbale.model.reconciliation import Fate
from verbale.store.cycle_store import entry_row

CAME, LATE = datetime(2022, 5, 20, 14, tzinfo=UTC), datetime(2022, 6, 3, 14, tzinfo=UTC)
COMPILED, OUT = datetime(2022, 7, 8, 9, tzinfo=UTC), datetime(2022, 7, 20, 9, tzinfo=UTC)
SCAN = b"\x89PNG\r\n\x1a\n names a person"
LATER_DEADLINE = FILE.replace("deadline = 2022-05-31", "deadline = 2022-06-10")


def letter(state: str, more: str = "") -> bytes:
    return (
        f"Permanent Mission of {state}\n\nWith reference to resolution 76/53, {state} states the following.\n\n"
        f"{state} supports the Treaty.{more}\n\nNew York, 10 May 2022\n"
    ).encode()


def mail(message_id: str, *enclosures: tuple[str, bytes, str], body: str = "Please find the reply enclosed.") -> bytes:
    message = EmailMessage()
    message["From"], message["Message-ID"] = "Permanent Mission of Qatar <qatar@example.org>", message_id
    message["Date"] = "Wed, 11 May 2022 10:00:00 +0300"
    message.set_content(body)
    for name, data, kind in enclosures:
        main, sub = kind.split("/")
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return message.as_bytes()


def receive(folder: CycleFolder, data: bytes, now: datetime | Moment = CAME, name: str = "letter.txt") -> str:
    return receive_letter(folder, read_letter(data, name), OFFICER, now).case


def take(folder: CycleFolder, data: bytes, now: datetime = CAME) -> str:
    case = receive(folder, data, now)
    confirm_reply(folder, case, LetterDetails(), OFFICER, now)
    return case


def compiled(folder: CycleFolder, into: Path) -> None:
    order = CompileOptions((Language.EN,), ("text",), into, date(2022, 7, 8), force=True)
    compile_report(folder, order, OFFICER, COMPILED)


# --- terms


def test_changed_terms_are_shown_and_not_in_force_until_they_are_taken(folder: CycleFolder) -> None:
    assert folder.path
    assert find_unadopted_terms(folder) == ()
    (folder.path / "cycle.toml").write_text(LATER_DEADLINE, encoding="utf-8")
    with open_cycle(folder.path) as again:
        assert find_unadopted_terms(again) == ("-deadline = 2022-05-31", "+deadline = 2022-06-10")
        assert again.cycle.calendar.deadline == date(2022, 5, 31)
        case = take(again, letter("Cuba"), LATE)
        place_replies(again, OFFICER, LATE)
        assert again.get_reply(case).destination is Destination.WEB
        with pytest.raises(Refused, match="a reason is needed"):
            change_terms(again, LATER_DEADLINE, " ", OFFICER, LATE)
        lines, cycle = change_terms(again, LATER_DEADLINE, "note of 3 June", OFFICER, LATE)
        assert (len(lines), cycle.calendar.deadline) == (2, date(2022, 6, 10))
        place_replies(again, OFFICER, LATE)
        assert again.get_reply(case).destination is Destination.REPORT
        assert find_unadopted_terms(again) == ()
    with open_cycle(folder.path) as once_more:
        assert get_deadline(once_more, "").day == date(2022, 6, 10)
        changed = next(entry for entry in once_more.entries if entry.event.kind is EventKind.TERMS_CHANGED)
        assert (changed.event.actor, changed.event.facts["reason"]) == ("A. Officer", "note of 3 June")
        assert changed.event.facts["terms"] == LATER_DEADLINE
        with pytest.raises(Refused, match="these terms are in force already"):
            change_terms(once_more, LATER_DEADLINE, "again", OFFICER, LATE)


def test_terms_that_break_a_rule_are_not_taken_and_a_lost_file_is_no_loss(folder: CycleFolder) -> None:
    assert folder.path
    with pytest.raises(CycleBroken, match="deadline"):
        change_terms(folder, FILE.replace("deadline", "dedline"), "a typo", OFFICER, LATE)
    (folder.path / "cycle.toml").unlink()
    with open_cycle(folder.path) as again:
        assert again.cycle.calendar.deadline == date(2022, 5, 31)
        assert find_unadopted_terms(again) == ()


def test_terms_changed_after_a_report_was_compiled_are_told_before_it_is_submitted(
    folder: CycleFolder, tmp_path: Path
) -> None:
    compiled(folder, tmp_path / "out")
    change_terms(folder, LATER_DEADLINE, "note of 3 June", OFFICER, COMPILED)
    with pytest.raises(Refused, match="has changed since it was compiled: the terms of the cycle"):
        submit_report(folder, "", OFFICER, COMPILED)


# --- moments


def test_an_act_before_the_last_event_is_refused_unless_it_is_entered_as_belated(folder: CycleFolder) -> None:
    first = take(folder, letter("Cuba"))
    early = CAME - timedelta(days=3)
    for moment in (early, Moment(early), Moment(early, " "), datetime(2021, 1, 1, tzinfo=UTC)):
        with pytest.raises(
            Refused, match=r"before the last event of 2022-05-20.* \(set the clock right, or enter it as"
        ):
            receive(folder, letter("Qatar"), moment)
    assert len(folder.replies) == 1
    belated = Moment(early, "it lay in another office", entered=LATE)
    case = receive(folder, letter("Qatar"), belated)
    event = folder.entries[-1].event
    assert (event.at, event.facts["belated"]) == ("2022-05-17T14:00:00+00:00", "it lay in another office")
    assert event.facts["entered"] == "2022-06-03T14:00:00+00:00"
    with pytest.raises(Refused, match="before the last event of 2022-05-20"):
        folder.give(case, c.AddRemark("seen"), OFFICER, Moment(CAME - timedelta(hours=1)))
    with open_cycle(folder.address) as again:
        assert [reply.id for reply in again.replies] == [first, case]
        for number in range(60):
            again.give(case, c.AddRemark(f"remark {number}"), OFFICER, belated)
        with pytest.raises(Refused, match="before the last event of 2022-05-20"):
            again.give(case, c.AddRemark("seen"), OFFICER, Moment(early + timedelta(hours=1)))


def test_a_clock_that_is_a_little_behind_does_not_stop_a_person(folder: CycleFolder) -> None:
    case = take(folder, letter("Cuba"))
    for moment in (CAME - timedelta(seconds=90), Moment(CAME - timedelta(seconds=90), by_clock=True)):
        folder.give(case, c.AddRemark("seen"), OFFICER, moment)
        assert folder.entries[-1].event.at == "2022-05-20T14:00:00+00:00"
    for moment in (Moment(CAME - timedelta(seconds=90)), Moment(CAME - timedelta(minutes=5), by_clock=True)):
        with pytest.raises(Refused, match="before the last event"):
            folder.give(case, c.AddRemark("seen"), OFFICER, moment)


# --- restricted


def test_a_restricted_reply_goes_nowhere_until_the_restriction_is_lifted(folder: CycleFolder, tmp_path: Path) -> None:
    kept, open_one = take(folder, letter("Cuba")), take(folder, letter("Qatar"))
    place_replies(folder, OFFICER, LATE)
    folder.give(kept, c.Restrict("it names a person"), OFFICER, LATE)
    assert folder.get_reply(kept).stage is ReplyStage.CONFIRMED
    compiled(folder, tmp_path / "out")
    text = (tmp_path / "out" / "report.en.txt").read_text(encoding="utf-8")
    assert "Qatar supports the Treaty." in text
    assert "Cuba supports" not in text
    assert folder.get_reply(kept).destination is Destination.WITHHELD
    with pytest.raises(Refused, match="the reply is restricted: it names a person"):
        folder.give(kept, c.Place("report", 1, False, "asked for"), OFFICER, COMPILED)
    accounts = {one.case: one for one in reconcile(folder).accounts}
    assert accounts[kept].fates.get(Fate.WITHHELD)
    assert accounts[open_one].fates.get(Fate.REPORT)
    folder.give(kept, c.LiftRestriction("the person agrees"), OFFICER, COMPILED)
    compiled(folder, tmp_path / "out")
    assert "Cuba supports the Treaty." in (tmp_path / "out" / "report.en.txt").read_text(encoding="utf-8")


# --- redaction and retention


def issued(folder: CycleFolder, into: Path) -> tuple[str, str, str]:
    """A reply in the report that came by mail, a late one on the web, and the case of the first; all is out."""
    carried = mail("<1@example.org>", ("r.txt", letter("Qatar"), "text/plain"), ("scan.png", SCAN, "image/png"))
    case = receive(folder, carried, name="mail.eml")
    confirm_reply(folder, case, LetterDetails(), OFFICER, CAME)
    receive(folder, mail("<2@example.org>", ("r.txt", letter("Qatar"), "text/plain")), name="again.eml")
    late = take(folder, letter("Ghana"), LATE)
    compiled(folder, into)
    submit_report(folder, "", OFFICER, COMPILED)
    issue_report(folder, "", date(2022, 7, 12), OFFICER, COMPILED)
    post_replies(folder, Wanted(into, date(2022, 7, 20)), OFFICER, OUT)
    return case, late, hashlib.sha256(carried).hexdigest()


def test_redacted_bytes_are_gone_and_all_else_holds_and_says_so(folder: CycleFolder, tmp_path: Path) -> None:
    case, late, carrier = issued(folder, tmp_path / "out")
    before, seal = reconcile(folder), folder.seal
    version = folder.get_reply(case).current
    readings = [version.reading]
    files = list((tmp_path / "cycle").iterdir())
    assert any(base64.b64encode(SCAN) in path.read_bytes() for path in files)
    for wrong in ("0000", ""):
        with pytest.raises(Refused, match="has a checksum that begins so"):
            redact(folder, [wrong], "a name", "ST/SGB/2007/5", OFFICER, OUT)
    with pytest.raises(Refused, match="name the rule"):
        redact(folder, [carrier], "a name", "", OFFICER, OUT)
    with pytest.raises(Refused, match="a reason is needed"):
        redact(folder, [carrier], "", "ST/SGB/2007/5", OFFICER, OUT)
    removed, others = redact(folder, [carrier[:12], version.sha256], "it names a person", "ST/SGB/2007/5", OFFICER, OUT)
    assert ({one.sha256 for one in removed}, others) == ({carrier, version.sha256}, {})
    with pytest.raises(Refused, match="no content of this cycle"):
        redact(folder, [carrier], "again", "ST/SGB/2007/5", OFFICER, OUT)
    # Nothing of it is left in the pages of the file, nor in the log beside it.
    for path in (tmp_path / "cycle").iterdir():
        assert base64.b64encode(SCAN) not in path.read_bytes()
    with open_cycle(folder.address) as again:
        for sha256 in (carrier, version.sha256):
            with pytest.raises(ContentRedacted, match="verbale reconcile tells why"):
                again.store.get_content(sha256)
        for reading in readings:
            with pytest.raises(StoreBroken, match="no reading"):
                again.store.get_reading(reading)
        found = verify_cycle(again, seal)
        assert (found.redacted, found.found) == (2, len(again.entries) - 1)
        after = {one.case: one for one in reconcile(again).accounts}
        assert after[case].reason == "redacted on 2022-07-20 by A. Officer: it names a person (ST/SGB/2007/5)"
        assert after[case].characters == 0
        assert after[case].printed == "A/77/9901"
        assert after[late] == next(one for one in before.accounts if one.case == late)
        assert list(reread(again)) == []
        # What was redacted does not come back with a copy of it.
        receive(again, letter("Qatar"), OUT)
        with pytest.raises(ContentRedacted):
            again.store.get_content(version.sha256)
        export_cycle(again, tmp_path / "exported.sqlite")
    assert base64.b64encode(SCAN) not in (tmp_path / "exported.sqlite").read_bytes()
    import_cycle(tmp_path / "exported.sqlite", CycleAddress(tmp_path / "there"))
    with open_cycle(tmp_path / "there") as there:
        assert verify_cycle(there, seal).redacted == 2


def test_what_is_still_to_be_published_is_not_redacted(folder: CycleFolder) -> None:
    case = take(folder, letter("Cuba"))
    sha256 = folder.get_reply(case).current.sha256
    with pytest.raises(Refused, match=r"the reply is confirmed and its words would be lost"):
        redact(folder, [sha256], "a name", "ST/SGB/2007/5", OFFICER, OUT)
    folder.give(case, c.Withdraw("note of 1 June"), OFFICER, LATE)
    redact(folder, [sha256], "a name", "ST/SGB/2007/5", OFFICER, OUT)
    assert verify_cycle(folder).redacted == 1


def test_every_content_is_listed_with_its_kind_and_its_age(folder: CycleFolder, tmp_path: Path) -> None:
    case, late, carrier = issued(folder, tmp_path / "out")
    held = held_contents(folder)
    assert {one.sha256 for one in held} <= set(folder.store.contents())
    kinds = [one.kind for one in held]
    # Both messages are listed, also that of the copy, and what was printed and posted.
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        ContentKind.LETTER: 2,
        ContentKind.MESSAGE: 2,
        ContentKind.COMPILED: len(kinds) - 4,
    }
    assert [one.case for one in held if one.sha256 == carrier] == [case]
    due = find_due(folder, ContentKind.LETTER, date(2022, 5, 21))
    assert [one.case for one in due] == [case]
    assert {one.case for one in find_due(folder, ContentKind.LETTER, date(2022, 6, 4))} == {case, late}
    assert find_due(folder, ContentKind.COMPILED, date(2022, 7, 8)) == ()


def test_what_another_cycle_of_a_desk_holds_is_told(tmp_path: Path) -> None:
    desk = str(tmp_path / "desk.sqlite")
    make_desk(desk)
    sums = []
    for name in ("2022", "2024"):
        address, _ = start_in_desk(desk, name, FILE, OFFICER, datetime(2022, 1, 20, tzinfo=UTC))
        with open_cycle(address) as opened:
            opened.give(CYCLE, c.IssueNote("1", date(2022, 1, 28)), OFFICER, datetime(2022, 1, 28, tzinfo=UTC))
            case = take(opened, letter("Cuba"))
            opened.give(case, c.Withdraw("note"), OFFICER, LATE)
            sums.append(opened.get_reply(case).current.sha256)
    with open_cycle(CycleAddress(None, desk, "2022")) as first, open_cycle(CycleAddress(None, desk, "2024")) as second:
        _, others = redact(first, sums[:1], "a name", "ST/SGB/2007/5", OFFICER, OUT)
        assert others == {sums[0]: ("2024",)}
        assert verify_cycle(first).redacted == 1
        assert verify_cycle(second).redacted == 0
        export_cycle(first, tmp_path / "first.sqlite")
        assert b"Cuba supports the Treaty" not in (tmp_path / "first.sqlite").read_bytes()
        _, others = redact(second, sums[:1], "a name", "ST/SGB/2007/5", OFFICER, OUT)
        assert others == {}
        with pytest.raises(ContentRedacted):
            second.store.get_content(sums[0])


# --- messages


def test_two_messages_with_the_same_words_and_other_enclosures_are_two_cases(folder: CycleFolder) -> None:
    scans = [("scan.png", SCAN + bytes([number]), "image/png") for number in (1, 2)]
    messages = [mail(f"<{number}@example.org>", scan) for number, scan in enumerate(scans)]
    same_id = [mail("<9@example.org>", scan) for scan in scans]
    cases = [receive(folder, data, name="mail.eml") for data in (*messages, *same_id)]
    assert len(set(cases)) == 4
    assert [receive(folder, data, name="mail.eml") for data in messages] == cases[:2]
    for reply, data, message_id in zip(folder.replies, messages, ("<0@example.org>", "<1@example.org>"), strict=False):
        version = reply.current
        assert version.carrier == hashlib.sha256(data).hexdigest()
        assert (version.sender, version.message_id) == ("qatar@example.org", message_id)
        assert folder.store.get_content(version.carrier) == data
        event = next(entry.event for entry in folder.entries if entry.event.case == reply.id)
        assert [event.facts[name] for name in ("carrier", "sender", "message_id")] == [
            version.carrier,
            version.sender,
            version.message_id,
        ]


def test_a_letter_is_kept_with_the_message_that_brought_it(folder: CycleFolder) -> None:
    data = mail("<1@example.org>", ("r.txt", letter("Qatar"), "text/plain"))
    case = receive(folder, data, name="mail.eml")
    version = folder.get_reply(case).current
    assert version.sha256 == hashlib.sha256(letter("Qatar")).hexdigest() != version.carrier
    assert {version.sha256, version.carrier} <= set(folder.store.contents())
    other = mail("<2@example.org>", ("r.txt", letter("Qatar"), "text/plain"))
    assert receive(folder, other, name="mail.eml") == case
    copied = folder.entries[-1].event
    assert (copied.kind, copied.facts["message_id"]) == (EventKind.COPY_RECEIVED, "<2@example.org>")
    assert copied.facts["carrier"] == hashlib.sha256(other).hexdigest()
    assert folder.store.get_content(str(copied.facts["carrier"])) == other


# --- seals


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


# --- files


def test_the_folder_of_a_cycle_is_private(tmp_path: Path) -> None:
    start_cycle(tmp_path / "cycle", FILE, OFFICER, CAME)
    assert stat.S_IMODE((tmp_path / "cycle").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "cycle" / "desk.sqlite").stat().st_mode) == 0o600
    with open_cycle(tmp_path / "cycle") as folder:
        export_cycle(folder, tmp_path / "exported.sqlite")
    assert stat.S_IMODE((tmp_path / "exported.sqlite").stat().st_mode) == 0o600
