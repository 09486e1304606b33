"""Work of the desk that is killed in the middle, and that eight do at once, on each database.

What was written is recorded, or neither is; nothing is lost and nothing doubled.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

import pytest
from tests.desk.conftest import CYCLE as FILE
from tests.desk.conftest import OFFICER
from tests.processes import KILLED, at_once, die_at, in_process, needs_fork

from verbale.app.compiling import CompileOptions, compile_report, write_kept
from verbale.app.confirming import LetterDetails, confirm_reply
from verbale.app.cycles import CycleAddress, CycleFolder, open_cycle, start_cycle, start_in_desk
from verbale.app.desks import back_up, export_cycle, list_cycles, make_desk, restore
from verbale.app.letter_reading import read_letter
from verbale.app.publishing import Wanted, post_replies
from verbale.app.receiving import receive_letter
from verbale.app.sealing import verify_cycle
from verbale.app.taking_over import take_over
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE, ReplyStage
from verbale.desk.commands import Actor
from verbale.desk.deciding import Moment
from verbale.errors import Conflict, Refused
from verbale.model.language import Language

pytestmark = needs_fork
SAMPLES = Path(__file__).parent.parent / "store" / "samples"
OPENED, CALLED = datetime(2022, 1, 20, tzinfo=UTC), datetime(2022, 1, 28, tzinfo=UTC)
CAME, LATE = datetime(2022, 5, 20, 14, tzinfo=UTC), datetime(2022, 6, 3, 14, tzinfo=UTC)
COMPILED, OUT = datetime(2022, 7, 8, 9, tzinfo=UTC), datetime(2022, 7, 20, 9, tzinfo=UTC)
NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
ORDER = ("report.en.docx", "report.en.txt", "ties.en.json")


def letter(state: str) -> bytes:
    return (
        f"Permanent Mission of {state}\n\nWith reference to resolution 76/53, {state} states the following.\n\n"
        f"{state} supports the Treaty.\n\nNew York, 10 May 2022\n"
    ).encode()


@pytest.fixture
def address(place: str) -> CycleAddress:
    """A cycle of a shared desk, with two letters that are confirmed and one that is late."""
    make_desk(place)
    made, _ = start_in_desk(place, "2022", FILE, OFFICER, OPENED)
    with open_cycle(made) as folder:
        folder.give(CYCLE, c.IssueNote("ODA/1", date(2022, 1, 28)), OFFICER, CALLED)
        for state, now in (("Cuba", CAME), ("Qatar", CAME), ("Ghana", LATE)):
            case = receive_letter(folder, read_letter(letter(state), "letter.txt"), OFFICER, now).case
            confirm_reply(folder, case, LetterDetails(), OFFICER, now)
    return made


def compile_into(folder: CycleFolder, into: Path) -> None:
    order = CompileOptions((Language.EN,), ("docx", "text"), into, date(2022, 7, 8), force=True)
    compile_report(folder, order, OFFICER, COMPILED)


def post_into(folder: CycleFolder, into: Path) -> None:
    post_replies(folder, Wanted(into, date(2022, 7, 20), force=True), OFFICER, OUT)


def killed(address: CycleAddress, moment: int, work: Callable[[CycleFolder], None]) -> bool:
    """Open the cycle, work and end at a write; whether it came so far."""

    def open_and_work() -> None:
        with open_cycle(address) as folder:
            die_at(moment)
            work(folder)

    code, told = in_process(open_and_work)
    assert code in (0, KILLED), told
    return code == KILLED


def is_compile_killed(address: CycleAddress, into: Path, moment: int) -> bool:
    shutil.rmtree(into, ignore_errors=True)
    before = compilations(address)
    was_killed = killed(address, moment, lambda folder: compile_into(folder, into))
    written = sorted(path.name for path in into.iterdir()) if into.exists() else []
    recorded = compilations(address) > before
    assert written in ([], [*ORDER]), f"moment {moment}"
    assert recorded or not written, f"moment {moment}"
    with open_cycle(address) as folder:
        verify_cycle(folder)
        if recorded:
            # What was recorded and not written is written from what was kept.
            write_kept(folder, into, force=True)
            assert sorted(path.name for path in into.iterdir()) == [*ORDER]
    return was_killed


def compilations(address: CycleAddress) -> int:
    with open_cycle(address) as folder:
        return sum(entry.event.kind.value == "report-compiled" for entry in folder.entries)


@pytest.mark.parametrize("part", range(3))
def test_a_compile_killed_at_a_write_is_recorded_whole_or_not_at_all(
    address: CycleAddress, tmp_path: Path, part: int
) -> None:
    for moment in range(part * 7, 126, 21):
        is_compile_killed(address, tmp_path / "out", moment)


@pytest.mark.soak
def test_a_compile_killed_at_every_write_is_recorded_whole_or_not_at_all(address: CycleAddress, tmp_path: Path) -> None:
    # Not two runs in a row are alike: the first places the replies.
    moments = next(moment for moment in count() if not is_compile_killed(address, tmp_path / "out", moment))
    assert moments > 20


def is_post_killed(address: CycleAddress, into: Path, moment: int) -> bool:
    was_killed = killed(address, moment, lambda folder: post_into(folder, into))
    pages = sorted(path.name for path in (into / "web").iterdir()) if (into / "web").exists() else []
    with open_cycle(address) as folder:
        verify_cycle(folder)
        out = [reply for reply in folder.replies if reply.stage is ReplyStage.PUBLISHED]
        recorded = [one.where.rpartition("/")[2] for reply in out for one in reply.published]
    # A page that stands there is recorded; one that is recorded and does not stand there is written the next time.
    assert set(pages) <= set(recorded), f"moment {moment}"
    with open_cycle(address) as folder:
        post_into(folder, into)
        (reply,) = (reply for reply in folder.replies if reply.state == "GHA")
        (page,) = (into / "web").iterdir()
        assert [one.where for one in reply.published] == [f"web/{page.name}"]
        assert page.read_bytes() == folder.store.get_content(reply.published[0].digest)
    assert [path.name for path in into.iterdir()] == ["web"]
    return was_killed


@pytest.mark.parametrize("moment", [0, 9, 21, 33, 40, 44, 47, 50])
def test_a_post_killed_at_a_write_is_done_once(address: CycleAddress, tmp_path: Path, moment: int) -> None:
    is_post_killed(address, tmp_path / "out", moment)


@pytest.mark.soak
def test_a_post_killed_at_every_write_is_done_once(place: str, tmp_path: Path) -> None:
    make_desk(place)

    def fresh(moment: int) -> CycleAddress:
        made, _ = start_in_desk(place, f"cycle {moment}", FILE, OFFICER, OPENED)
        with open_cycle(made) as folder:
            folder.give(CYCLE, c.IssueNote("ODA/1", date(2022, 1, 28)), OFFICER, CALLED)
            case = receive_letter(folder, read_letter(letter("Ghana"), "letter.txt"), OFFICER, LATE).case
            confirm_reply(folder, case, LetterDetails(), OFFICER, LATE)
        return made

    moments = next(one for one in count() if not is_post_killed(fresh(one), tmp_path / str(one), one))
    assert moments > 20


@pytest.mark.soak
def test_two_hundred_kills_anywhere_in_the_work_of_a_desk(place: str, tmp_path: Path) -> None:
    make_desk(place)
    chance = random.Random(15)
    kills = 0
    for number in count():
        address, _ = start_in_desk(place, f"cycle {number}", FILE, OFFICER, OPENED)
        with open_cycle(address) as folder:
            folder.give(CYCLE, c.IssueNote("ODA/1", date(2022, 1, 28)), OFFICER, CALLED)
        steps = (
            lambda folder: take(folder, "Cuba", CAME),
            lambda folder: take(folder, "Ghana", LATE),
            lambda folder, to=tmp_path / f"{number}r": compile_into(folder, to),
            lambda folder, to=tmp_path / f"{number}p": post_into(folder, to),
        )
        for step in steps:
            while killed(address, chance.randrange(120), step):
                kills += 1
                with open_cycle(address) as folder:
                    verify_cycle(folder)
        with open_cycle(address) as folder:
            assert sorted(reply.state for reply in folder.replies) == ["CUB", "GHA"]
            assert sum(len(reply.versions) for reply in folder.replies) == 2
            assert len([one for reply in folder.replies for one in reply.published]) == 1
        if kills >= 200:
            return


def take(folder: CycleFolder, state: str, now: datetime) -> None:
    case = receive_letter(folder, read_letter(letter(state), "letter.txt"), OFFICER, now).case
    if folder.get_reply(case).stage is ReplyStage.RECEIVED:
        confirm_reply(folder, case, LetterDetails(), OFFICER, now)


def test_eight_officers_receive_at_once_their_own_letters_and_one_that_all_have(
    address: CycleAddress, tmp_path: Path
) -> None:
    states = ("Peru", "Chile", "Kenya", "Norway", "Mexico", "Ireland", "Jamaica", "Mongolia")

    def receive(state: str) -> None:
        with open_cycle(address) as folder:
            for text in (letter(state), letter("Japan"), letter(state).replace(b"supports", b"signed")):
                now = Moment(LATE, by_clock=True)
                receive_letter(folder, read_letter(text, f"{state}.txt"), Actor(state), now)

    done = at_once([lambda state=state: receive(state) for state in states])  # type: ignore[misc]
    assert done == [(0, "")] * 8
    with open_cycle(address) as folder:
        received = folder.replies[3:]
        assert len(received) == 1 + 2 * len(states)
        (common,) = (reply for reply in received if reply.copies)
        assert (len(common.versions), common.copies) == (1, len(states) - 1)
        verify_cycle(folder)


def test_of_eight_officers_on_one_letter_one_confirms_and_the_others_learn_who(address: CycleAddress) -> None:
    with open_cycle(address) as folder:
        case = receive_letter(folder, read_letter(letter("Peru"), "p.txt"), OFFICER, LATE).case

    def confirm(officer: int) -> None:
        with open_cycle(address) as folder:
            if folder.get_reply(case).stage is not ReplyStage.RECEIVED:
                return
            try:
                confirm_reply(folder, case, LetterDetails(), Actor(f"officer {officer}"), Moment(LATE, by_clock=True))
            except Conflict as conflict:
                assert len(conflict.since) == 1  # noqa: PT017
                assert conflict.since[0].startswith("reply-confirmed by officer ")  # noqa: PT017
            except Refused as refusal:
                assert "reply-confirmed by officer " in str(refusal)  # noqa: PT017

    assert at_once([lambda number=number: confirm(number) for number in range(8)]) == [(0, "")] * 8  # type: ignore[misc]
    with open_cycle(address) as folder:
        happened = [entry.event.kind.value for entry in folder.entries if entry.event.case == case]
        assert happened == ["letter-received", "reply-confirmed"]


WORKS: dict[str, Callable[[CycleAddress, Path], object]] = {
    "start": lambda _, to: start_cycle(to / "cycle", FILE, OFFICER, OPENED),
    "export": lambda address, to: _export(address, to / "cycle" / "desk.sqlite"),
    "restore": lambda address, to: _restore(address, to),
    "import": lambda _, to: take_over(SAMPLES / "first-form-addendum", CycleAddress(to / "cycle"), OFFICER, NOW),
}


def _export(address: CycleAddress, into: Path) -> None:
    with open_cycle(address) as folder:
        export_cycle(folder, into)


def _restore(address: CycleAddress, to: Path) -> None:
    if not (to / "backup.zip").exists():
        back_up(address.desk, to / "backup.zip", NOW)
    restore(to / "backup.zip", str(to / "cycle" / "desk.sqlite"), NOW)


@pytest.mark.parametrize("work", list(WORKS))
def test_a_new_desk_that_is_killed_is_there_whole_or_not_at_all(
    address: CycleAddress, tmp_path: Path, work: str
) -> None:
    for moment in (*range(0, 60, 12), 90, 140, 200, 300):
        to = tmp_path / str(moment)
        (to / "cycle").mkdir(parents=True)
        if work in ("start", "import"):
            (to / "cycle").rmdir()

        def make(moment: int = moment, to: Path = to) -> None:
            die_at(moment)
            WORKS[work](address, to)

        code, told = in_process(make)
        assert code in (0, KILLED), told
        if (to / "cycle" / "desk.sqlite").exists():
            with open_cycle(to / "cycle") as folder:
                assert len(folder.entries) >= 1
                verify_cycle(folder)
        else:
            assert code == KILLED
            WORKS[work](address, to)
            with open_cycle(to / "cycle") as folder:
                verify_cycle(folder)


def test_a_backup_that_is_killed_is_there_whole_or_not_at_all(address: CycleAddress, tmp_path: Path) -> None:
    for moment in (*range(0, 30, 3), 60, 120):
        file = tmp_path / f"{moment}.zip"

        def make(moment: int = moment, file: Path = file) -> None:
            die_at(moment)
            back_up(address.desk, file, NOW)

        code, told = in_process(make)
        assert code in (0, KILLED), told
        if not file.exists():
            assert code == KILLED
            back_up(address.desk, file, NOW)
        restore(file, str(tmp_path / f"{moment}.sqlite"), NOW)
    assert len({file.read_bytes() for file in tmp_path.glob("*.zip")}) == 1


@pytest.mark.parametrize("work", ["start", "import"])
def test_a_new_cycle_of_a_desk_that_is_killed_is_there_whole_or_not_at_all(place: str, work: str) -> None:
    make_desk(place)

    def make(name: str) -> None:
        if work == "start":
            start_in_desk(place, name, FILE, OFFICER, OPENED)
        else:
            take_over(SAMPLES / "first-form-addendum", CycleAddress(None, place, name), OFFICER, NOW)

    lengths = set()
    for moment in (*range(0, 40, 5), 60, 80, 100, 400):
        name = f"cycle {moment}"

        def die_making(moment: int = moment, name: str = name) -> None:
            die_at(moment)
            make(name)

        code, told = in_process(die_making)
        assert code in (0, KILLED), told
        if name not in [one.name for one in list_cycles(place)]:
            assert code == KILLED
            make(name)
        with open_cycle(CycleAddress(None, place, name)) as folder:
            assert folder.cycle.name == "2022"
            lengths.add(len(folder.entries))
            verify_cycle(folder)
    assert len(lengths) == 1
