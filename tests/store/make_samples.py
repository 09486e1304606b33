"""Write a stored sample of today's schema: an exported cycle with every kind of event, and what it has come to.

python -m tests.store.make_samples FOLDER

It is run once for each schema, with the last program that writes it; what it wrote is read by the tests for ever.
"""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from pathlib import Path

from tests.app.made_letters import mail
from tests.desk.conftest import CYCLE as TERMS

from verbale.app.compiling import CompileOptions, compile_report, place_replies
from verbale.app.confirming import LetterDetails, confirm_reply
from verbale.app.correcting import Issuing, issue_corrigendum
from verbale.app.cycles import CycleFolder, change_terms, open_cycle, start_cycle
from verbale.app.desks import export_cycle
from verbale.app.document_cache import DocumentCache
from verbale.app.editing import take_part
from verbale.app.gates import find_open_matters, undo_waiver, waive_gate
from verbale.app.letter_reading import read_letter
from verbale.app.publishing import Wanted, post_replies, publish_addendum
from verbale.app.readings import make_reading
from verbale.app.receiving import Unread, receive_letter, receive_source
from verbale.app.reconciling import reconcile
from verbale.app.recording import (
    issue_report,
    note_report,
    renew_mandate,
    return_report,
    submit_report,
)
from verbale.app.redacting import redact
from verbale.app.summarising import take_summary
from verbale.app.translating import prepare_jobs, send_jobs, take_job
from verbale.app.undoing import undo_confirmation, undo_part
from verbale.desk import casework
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE, ReplyCase, Section
from verbale.desk.commands import Actor, Role
from verbale.desk.events import EventKind
from verbale.model.language import Language
from verbale.model.reconciliation import reconciliation_record
from verbale.store.cycle_store import Kept
from verbale.translation.job import SegmentState
from verbale.translation.memory import TranslationMemory
from verbale.translation.xliff import write_xliff

OFFICER, TRANSLATOR = Actor("А. Офицер"), Actor("T. Translator", Role.TRANSLATOR)
MISSION = Actor("M. Mission", Role.MISSION)
SAMPLES = Path(__file__).parent.parent / "samples"
IN_THE_WEB = TERMS.replace("[calendar]", "[calendar]\nobserved_since = 2021-07-14\nsubmission = 2022-07-08")
IN_AN_ADDENDUM = TERMS.replace('late = "web"', 'late = "addendum"')


@dataclass(slots=True)
class Clock:
    """A moment that is an hour later each time it is asked."""

    moment: datetime = field(default=datetime(2022, 1, 20, 14, tzinfo=UTC))

    def tick(self, day: str = "") -> datetime:
        """The next moment, or the one that is named."""
        self.moment = datetime.fromisoformat(day).replace(tzinfo=UTC) if day else self.moment + timedelta(hours=1)
        return self.moment


def letter(state: str, more: str = "") -> bytes:
    """A letter of a State in plain text."""
    return (
        f"Permanent Mission of {state}\n\nWith reference to resolution 76/53, {state} states the following.\n\n"
        f"{state} supports the Treaty in all its parts.{more}\n\nNew York, 10 May 2022\n"
    ).encode()


@dataclass(slots=True)
class Desk:
    """A cycle that is being worked on."""

    folder: CycleFolder
    clock: Clock

    def take(self, data: bytes, name: str, said: LetterDetails | None = None) -> str:
        """A letter received, and confirmed where something is said of it."""
        case = receive_letter(self.folder, read_letter(data, name), OFFICER, self.clock.tick()).case
        if said is not None:
            confirm_reply(self.folder, case, said, OFFICER, self.clock.tick())
        return case

    def give(self, case: str, command: c.Command, actor: Actor = OFFICER, day: str = "") -> None:
        """A step."""
        self.folder.give(case, command, actor, self.clock.tick(day))


def work_through(path: Path) -> None:
    """A cycle from its opening to its renewal."""
    clock = Clock()
    start_cycle(path / "cycle", IN_THE_WEB, OFFICER, clock.moment)
    with open_cycle(path / "cycle") as folder:
        desk = Desk(folder, clock)
        desk.give(CYCLE, c.IssueNote("ODA/2022-00991", date(2022, 1, 28)), day="2022-01-28T14:00")
        change_terms(folder, IN_THE_WEB.replace("2022-05-31", "2022-06-01"), "the note says so", OFFICER, clock.tick())
        desk.give(CYCLE, c.SendReminder(("FRA", "CUB")), day="2022-05-16T09:00")
        desk.give(CYCLE, c.ExtendDeadline(date(2022, 6, 15), "asked by note", "PER"))
        spanish, cuba = _replies(desk)
        clock.tick("2022-06-20T09:00")
        late = [desk.take(letter(state), f"{state}.txt", LetterDetails()) for state in ("Ghana", "Kenya")]
        place_replies(folder, OFFICER, clock.tick())
        take_summary(folder, cuba, b"Cuba supports the Treaty.\n", "summary.txt", OFFICER, clock.tick())
        desk.give(cuba, casework.SetSummaryAside("it was of another reply"))
        take_summary(folder, cuba, b"Cuba supports the Treaty.\n", "summary.txt", OFFICER, clock.tick())
        _translate(desk, spanish, path)
        _read_otherwise(desk, spanish)
        _issue(desk, path)
        post_replies(folder, Wanted(path / "out", date(2022, 7, 20)), OFFICER, clock.tick("2022-07-20T09:00"))
        desk.give(late[0], c.Recall("note of 1 August"), MISSION)
        desk.give(late[1], c.Recall("note of 1 August"), MISSION)
        desk.give(late[1], c.Reinstate("note of 2 August"), MISSION)
        _follow(desk)
        carrier = next(version.carrier for reply in folder.replies for version in reply.versions if version.carrier)
        redact(folder, [carrier], "it names a person", "ST/SGB/2007/5", OFFICER, clock.tick())


def _replies(desk: Desk) -> tuple[str, str]:
    spanish = desk.take((SAMPLES / "reply" / "es.txt").read_bytes(), "carta.txt", LetterDetails())
    said = LetterDetails(dated="2022-05-19", reason="the date under the letter")
    confirm_reply(desk.folder, spanish, said, OFFICER, desk.clock.tick())
    cuba = desk.take(letter("Cuba", " It supports its entry into force." * 300), "cuba.txt", LetterDetails())
    enclosed, logo = ("r.txt", letter("Qatar"), "text/plain"), ("logo.png", b"\x89PNG", "image/png")
    qatar = desk.take(mail("<1@example.org>", enclosed, logo), "mail.eml")
    confirm_reply(desk.folder, qatar, LetterDetails(), OFFICER, desk.clock.tick())
    desk.take(mail("<2@example.org>", enclosed, body="Once more."), "again.eml")
    desk.give(qatar, c.MarkProvisional("its note says so"), MISSION)
    desk.take(letter("Qatar", " It said so before."), "qatar-2.txt", LetterDetails(kind="corrected"))
    desk.give(qatar, c.MakeFinal("by telephone"))
    desk.give(qatar, c.RecordConsent("note of 20 May"), MISSION)
    desk.give(qatar, c.AddRemark('see also 2021\n"fine" \\ Ж'))
    desk.take(letter("Cuba", " A second one."), "second.txt")
    desk.give(cuba, casework.SetApart(2, "it is a draft"))
    peru = desk.take(letter("Peru"), "peru.txt", LetterDetails())
    desk.give(peru, c.Withdraw("note of 1 June"), MISSION)
    norway = desk.take(letter("Norway"), "norway.txt", LetterDetails())
    desk.give(norway, c.RecordObjection("by note"), MISSION)
    for state in ("Ireland", "Mexico"):
        case = desk.take(letter(state), f"{state}.txt", LetterDetails())
        desk.give(case, c.Restrict("it names a person"))
    desk.give(case, c.LiftRestriction("it does not"))
    _deal_with_letters(desk, case)
    return spanish, cuba


def _deal_with_letters(desk: Desk, case: str) -> None:
    """Letters of other kinds, an author that the desk adds, gates that are waived, acts that are undone."""
    folder, clock = desk.folder, desk.clock
    desk.give(CYCLE, casework.AddAuthor("BLUE-KEEL", "civil-society", ("en Blue Keel Alliance",)))
    unread = receive_source(folder, b"\x00\x01" * 40, "letter.bin", OFFICER, clock.tick())
    assert isinstance(unread, Unread)
    confirm_reply(folder, unread.case, LetterDetails(("Ghana",)), OFFICER, clock.tick())
    waive_gate(folder, unread.case, "unread", "the Director", "a paper copy is asked for", OFFICER, clock.tick())
    undo_waiver(folder, unread.case, "unread", "it came", OFFICER, clock.tick())
    desk.give(unread.case, casework.LookAtAlarms(1, "its envelope is kept"))
    desk.give(unread.case, casework.SetAside("it is an invitation"))
    desk.give(unread.case, casework.TakeUp("it is not"))
    desk.give(unread.case, casework.Assign("B. Officer", "knows the file"))
    desk.give(unread.case, casework.SetAside("its text came by mail"))
    undo_confirmation(folder, case, "it was read in haste", OFFICER, clock.tick())
    confirm_reply(folder, case, LetterDetails(kind="reply"), OFFICER, clock.tick())


def _translate(desk: Desk, case: str, path: Path) -> None:
    cache = DocumentCache(desk.folder)
    languages = (Language.EN, Language.FR)
    jobs = prepare_jobs(cache, (case,), languages, TranslationMemory(), OFFICER, desk.clock.tick()).jobs
    send_jobs(desk.folder, jobs, path / "jobs", OFFICER, desk.clock.tick())
    job = next(job for job in jobs if job.target is Language.EN)
    words = (
        replace(one, target=f"Words {number} in English.", state=SegmentState.FINAL)
        for number, one in enumerate(job.segments)
    )
    data = write_xliff(replace(job, segments=tuple(words)))
    take_job(data, "back.xlf", cache, TRANSLATOR, desk.clock.tick())
    desk.give(case, casework.SetTranslationAside("en", "it was of another reply"))
    take_job(data, "back.xlf", cache, TRANSLATOR, desk.clock.tick())


def _read_otherwise(desk: Desk, case: str) -> None:
    """A reading of another version of the program adopted: the same units, but the last."""
    reply = desk.folder.get_reply(case)
    version, words = reply.current, reply.words[reply.current.number]
    document = DocumentCache(desk.folder).letter(version)
    other = replace(
        make_reading(desk.folder.store.get_content(version.sha256), document, "letter"), pipeline="0.0.9+older"
    )
    command = casework.AdoptReading(version.sha256, other.digest, "it reads better", (words.refs or ())[:-1])
    given = [(case, command)]
    desk.folder.give_together(given, OFFICER, desk.clock.tick(), Kept(readings=(other,)))


def _issue(desk: Desk, path: Path) -> None:
    order = CompileOptions((Language.EN, Language.ES), ("text",), path / "out", date(2022, 7, 8), True)
    compile_report(desk.folder, order, OFFICER, desk.clock.tick("2022-07-08T09:00"))
    printed = (path / "out" / "report.en.txt").read_text(encoding="utf-8")
    edited = printed.replace("In force since 22 January 2021.", "Yemen has spoken of joining.", 1).encode()
    place = (Section.OBSERVATIONS, Language.EN)
    source = (edited, "report.en.txt")
    take_part(desk.folder, place, source, "edited", OFFICER, desk.clock.tick())
    undo_part(desk.folder, place, "not so", OFFICER, desk.clock.tick())
    take_part(desk.folder, place, source, "edited after all", OFFICER, desk.clock.tick())
    compile_report(desk.folder, order, OFFICER, desk.clock.tick())
    _waive_all(desk)
    submit_report(desk.folder, "waiver of 9 July", OFFICER, desk.clock.tick())
    return_report(desk.folder, "a page was missing", OFFICER, desk.clock.tick())
    submit_report(desk.folder, "waiver of 9 July", OFFICER, desk.clock.tick())
    issue_report(desk.folder, "", date(2022, 7, 12), OFFICER, desk.clock.tick())


def _waive_all(desk: Desk) -> None:
    for matter in find_open_matters(desk.folder):
        if matter.waiver is None:
            gate = matter.gate
            waive_gate(desk.folder, matter.case, gate, "the Director", "to follow", OFFICER, desk.clock.tick())


def _follow(desk: Desk) -> None:
    folder, clock = desk.folder, desk.clock
    issuing = Issuing("a word", date(2022, 8, 5), Path(folder.path or "."))
    issue_corrigendum(folder, (Language.ES,), (), issuing, OFFICER, clock.tick())
    desk.give(CYCLE, c.ReissueReport(date(2022, 8, 9), "technical reasons"))
    desk.give(CYCLE, c.RecordConsideration("First Committee", date(2022, 10, 12)), day="2022-10-12T20:00")
    note_report(folder, "A/RES/77/73", "1", OFFICER, clock.tick("2022-12-07T20:00"))
    renew_mandate(folder, "A/RES/77/73", "3", OFFICER, clock.tick())


def work_to_an_addendum(path: Path) -> None:
    """A cycle whose late reply is printed after the report, and whose mandate lapses."""
    clock = Clock()
    start_cycle(path / "cycle", IN_AN_ADDENDUM, OFFICER, clock.moment)
    with open_cycle(path / "cycle") as folder:
        desk = Desk(folder, clock)
        desk.give(CYCLE, c.IssueNote("ODA/1", date(2022, 1, 28)), day="2022-01-28T14:00")
        desk.take(letter("Cuba"), "cuba.txt", LetterDetails())
        clock.tick("2022-06-20T09:00")
        desk.take(letter("Qatar"), "qatar.txt", LetterDetails())
        order = CompileOptions((Language.EN,), ("text",), path / "out", date(2022, 7, 8))
        compile_report(folder, order, OFFICER, clock.tick("2022-07-08T09:00"))
        _waive_all(desk)
        submit_report(folder, "", OFFICER, clock.tick())
        issue_report(folder, "", date(2022, 7, 12), OFFICER, clock.tick())
        wanted = Wanted(path / "add", date(2022, 8, 1), languages=(Language.EN,), forms=("text",))
        publish_addendum(folder, wanted, OFFICER, clock.tick())
        desk.give(CYCLE, c.LetMandateLapse("nobody asked again"), day="2022-12-20T09:00")


def plain(value: object) -> object:
    """A value as JSON has it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, ReplyCase):
        # What was a fact of the case is one of the version that counts.
        said = {name: plain(getattr(value, name)) for name in ("state", "dated", "language", "addresses")}
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)} | said
    if is_dataclass(value):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        keys = {"/".join(map(str, key)) if isinstance(key, tuple) else str(key): each for key, each in value.items()}
        return {key: plain(each) for key, each in keys.items()}
    if isinstance(value, frozenset):
        return sorted(map(str, value))
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def account_of(folder: CycleFolder) -> dict[str, object]:
    """What a cycle has come to."""
    return {
        "cycle": plain(folder.case),
        "replies": [plain(reply) for reply in folder.replies],
        "reconciliation": plain(reconciliation_record(reconcile(folder))),
        "seal": folder.seal,
        "kinds": sorted({entry.event.kind.value for entry in folder.entries}),
        "files": plain(folder.store.all_files()),
    }


def make_samples(into: Path) -> Iterator[str]:
    """Write the samples; the kinds of events that they have."""
    for name, work in (("cycle", work_through), ("addendum", work_to_an_addendum)):
        (into / name).mkdir(parents=True)
        with tempfile.TemporaryDirectory() as place:
            work(Path(place))
            with open_cycle(Path(place) / "cycle") as folder:
                account = account_of(folder)
                export_cycle(folder, Path(place) / "exported.sqlite")
                packed = gzip.compress((Path(place) / "exported.sqlite").read_bytes(), mtime=0)
                (into / name / "exported.sqlite.gz").write_bytes(packed)
                if name == "cycle":
                    reading = folder.store.get_reading(folder.replies[0].current.reading)
                    (into / "reading.json").write_bytes(reading.record)
        text = json.dumps(account, ensure_ascii=False, indent=1, sort_keys=True)
        (into / name / "expected.json").write_text(text + "\n", encoding="utf-8")
        yield from map(str, account["kinds"])  # type: ignore[call-overload]


if __name__ == "__main__":
    missing = set(EventKind) - {EventKind(kind) for kind in make_samples(Path(sys.argv[1]))}
    print("every kind of event" if not missing else f"without {', '.join(sorted(missing))}")
