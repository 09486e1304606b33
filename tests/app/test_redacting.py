"""Bytes removed on purpose: gone to the last copy, and everything else holds and says so."""

from __future__ import annotations

import base64
import hashlib
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.app.made_letters import (
    CAME,
    COMPILED,
    LATE,
    OUT,
    SCAN,
    compiled,
    letter,
    mail,
    receive,
    take,
    waive_all,
)
from tests.desk.conftest import CYCLE as FILE
from tests.desk.conftest import OFFICER

from verbale.app.confirming import LetterDetails, confirm_reply
from verbale.app.cycles import (
    CycleAddress,
    CycleFolder,
    open_cycle,
    start_in_desk,
)
from verbale.app.desks import export_cycle, import_cycle, make_desk
from verbale.app.publishing import Wanted, post_replies
from verbale.app.reconciling import reconcile
from verbale.app.recording import issue_report, submit_report
from verbale.app.redacting import ContentKind, find_due, held_contents, redact
from verbale.app.rereading import reread
from verbale.app.sealing import verify_cycle
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE
from verbale.errors import ContentRedacted, Refused, StoreBroken


def issued(folder: CycleFolder, into: Path) -> tuple[str, str, str]:
    """A reply in the report that came by mail, a late one on the web, and the case of the first; all is out."""
    carried = mail("<1@example.org>", ("r.txt", letter("Qatar"), "text/plain"), ("scan.png", SCAN, "image/png"))
    case = receive(folder, carried, name="mail.eml")
    confirm_reply(folder, case, LetterDetails(), OFFICER, CAME)
    receive(folder, mail("<2@example.org>", ("r.txt", letter("Qatar"), "text/plain")), name="again.eml")
    late = take(folder, letter("Ghana"), LATE)
    compiled(folder, into)
    waive_all(folder, COMPILED)
    submit_report(folder, "", OFFICER, COMPILED)
    issue_report(folder, "", date(2022, 7, 12), OFFICER, COMPILED)
    post_replies(folder, Wanted(into, date(2022, 7, 20)), OFFICER, OUT)
    return case, late, hashlib.sha256(carried).hexdigest()


def test_redacted_bytes_are_gone_and_all_else_holds_and_says_so(folder: CycleFolder, tmp_path: Path) -> None:
    case, late, carrier = issued(folder, tmp_path / "out")
    before, seal = reconcile(folder), folder.seal
    version = folder.get_reply(case).current
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
        with pytest.raises(StoreBroken, match="no reading"):
            again.store.get_reading(version.reading)
        found = verify_cycle(again, seal)
        assert (found.redacted, found.found) == (2, len(again.entries) - 1)
        after = {one.case: one for one in reconcile(again).accounts}
        assert after[case].reason == "redacted on 2022-07-20 by A. Officer: it names a person (ST/SGB/2007/5)"
        assert after[case].characters == 0
        assert after[case].printed == "A/77/9901"
        assert after[late] == next(one for one in before.accounts if one.case == late)
        assert list(reread(again)) == []


def test_what_was_redacted_comes_back_with_no_copy_and_no_export(folder: CycleFolder, tmp_path: Path) -> None:
    case, _, carrier = issued(folder, tmp_path / "out")
    seal, version = folder.seal, folder.get_reply(case).current
    redact(folder, [carrier, version.sha256], "it names a person", "ST/SGB/2007/5", OFFICER, OUT)
    receive(folder, letter("Qatar"), OUT)
    with pytest.raises(ContentRedacted):
        folder.store.get_content(version.sha256)
    export_cycle(folder, tmp_path / "exported.sqlite")
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
