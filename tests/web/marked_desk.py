"""A desk in which whatever is not for everybody has a mark: letters at each stage, remarks, parts of reports.

A mark is a word that stands nowhere else, so that an answer which holds it tells of the thing that it marks.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from tests.web.desk_cases import OFFICER, open_cycle_in

from verbale.app.compiling import CompileOptions, compile_report
from verbale.app.confirming import LetterDetails, confirm_reply
from verbale.app.document_cache import DocumentCache
from verbale.app.editing import take_part
from verbale.app.letter_marks import mark_letter
from verbale.app.publishing import Wanted, post_replies
from verbale.app.recording import issue_report, submit_report
from verbale.app.translating import prepare_jobs, record_sent
from verbale.desk.access import DRAFT, Kind, Thing
from verbale.desk.access_stages import letter_of, page_of, reading_of, reply_of, report_of, translation_of
from verbale.desk.cases import ReplyCase, Section
from verbale.desk.casework import Assign
from verbale.lexicon.written import write_state
from verbale.model.language import Language
from verbale.translation.memory import TranslationMemory
from verbale.web.desk.acting import this_moment
from verbale.web.desk.letter_intake import read_intake, take_in
from verbale.web.desk.open_cycles import open_now
from verbale.web.mission.models import Draft, Link, Submission
from verbale.web.models import Intake

WORD = "pelagoon"
"""A word that every letter has, to search by."""
RECEIPT = "0123456789abcdef0123"
OPEN, OUT = "marked-open", "marked-out"
_IN_TIME, _LATE = datetime(2022, 5, 20, 14, tzinfo=UTC), datetime(2022, 6, 10, 14, tzinfo=UTC)
_SUBMITTED, _ISSUED = date(2022, 6, 21), date(2022, 7, 15)


@dataclass(frozen=True, slots=True)
class Mark:
    """A word, and the things of which one has to be open to whoever is answered with it."""

    word: str
    things: tuple[Thing, ...]


def mark_of(state: str) -> str:
    """The word that marks the letter of a State, and the name of its file."""
    return f"zq{state.lower()}"


def fill_marked(desk: str, into: Path) -> None:
    """Two cycles: one in which letters come in, and one whose report is issued."""
    _fill_open(open_cycle_in(desk, name=OPEN))
    _fill_out(open_cycle_in(desk, name=OUT), into)


def _letter(state: str) -> bytes:
    name = write_state(state, Language.EN)
    return (
        f"Permanent Mission of {name} to the United Nations\n\n"
        f"With reference to resolution 76/53, the Government of {name} submits the following.\n\n"
        f"1. The {WORD} of {name} is called {mark_of(state)} and stands here for a policy.\n\nNew York, 10 May 2022\n"
    ).encode()


def _bring(cycle: str, state: str, came: datetime, data: bytes = b"") -> str:
    name = f"{mark_of(state)}.{'pdf' if data else 'txt'}"
    row = take_in(open_now(cycle), data or _letter(state), name, "by hand", OFFICER, came)
    read_intake.call(intake=row.pk)
    case: str = Intake.objects.get(pk=row.pk).cases
    return case


def _confirm(cycle: str, case: str) -> None:
    confirm_reply(open_now(cycle), case, LetterDetails(), OFFICER, this_moment())


def _mark(cycle: str, case: str, mark: str) -> None:
    mark_letter(open_now(cycle), case, mark, f"zqreason of {mark}", OFFICER, this_moment())


_OPEN_LETTERS = ("CUB", "MEX", "CHL", "PER", "ECU")


def _fill_open(cycle: str) -> None:
    cases = {state: _bring(cycle, state, _IN_TIME) for state in _OPEN_LETTERS}
    cases["BOL"] = _bring(cycle, "BOL", _IN_TIME, b"%PDF-1.4 broken")
    for state in ("CUB", "CHL", "PER"):
        _confirm(cycle, cases[state])
    for state, mark in (("CHL", "withdrawn"), ("PER", "restricted"), ("ECU", "set-aside"), ("CUB", "remark")):
        _mark(cycle, cases[state], mark)
    open_now(cycle).give(cases["CUB"], Assign("b.officer", "zqassigned"), OFFICER, this_moment())
    folder = open_now(cycle)
    jobs = prepare_jobs(DocumentCache(folder), (), (Language.FR,), TranslationMemory(), OFFICER, this_moment()).jobs
    record_sent(folder, jobs, OFFICER, this_moment())
    part = b"Observations\n\n1. The zqpart of the report is being written in this very paragraph.\n"
    place = (Section.OBSERVATIONS, Language.EN)
    take_part(open_now(cycle), place, (part, "part.txt"), "zqpart", OFFICER, this_moment())
    _fill_mission(cycle)


def _fill_mission(cycle: str) -> None:
    """A draft of Cuba, a link of its mission, and a receipt."""
    data = f"Cuba\n\nA/RES/76/53\n\nThe {WORD} is still called zqdraft here.\n".encode()
    at, digest = this_moment().at, hashlib.sha256(data).hexdigest()
    whose = {"cycle": cycle, "state": "CUB"}
    Draft.objects.create(
        **whose,
        kind="reply",
        name="zqdraft.txt",
        content=data,
        sha256=digest,
        written_by="zqwriter",
        written_at=at,
    )
    Link.objects.create(
        **whose, token=digest, holder="zqholder", part="principal", made_by="a.officer", made_at=at, ends_at=at
    )
    reply = next(one for one in open_now(cycle).replies if _state_of(one) == "CUB")
    Submission.objects.create(
        **whose,
        receipt=RECEIPT,
        case=reply.id,
        sha256=reply.current.sha256,
        name="zqreceipt.txt",
        kind="reply",
        submitted_by="zqwriter",
        submitted_at=at,
        entry=1,
        seal=digest,
    )


def _fill_out(cycle: str, into: Path) -> None:
    printed = {state: _bring(cycle, state, _IN_TIME) for state in ("JPN", "NOR")}
    posted = {state: _bring(cycle, state, _LATE) for state in ("FIN", "KAZ", "SWE")}
    for case in (*printed.values(), *posted.values()):
        _confirm(cycle, case)
    _mark(cycle, posted["SWE"], "restricted")
    order = CompileOptions((Language.EN,), ("html", "docx"), into / "out", _SUBMITTED)
    compile_report(open_now(cycle), order, OFFICER, this_moment())
    submit_report(open_now(cycle), "", OFFICER, this_moment())
    issue_report(open_now(cycle), "A/77/7701", _ISSUED, OFFICER, this_moment())
    post_replies(open_now(cycle), Wanted(into / "web", _ISSUED), OFFICER, this_moment())
    _mark(cycle, posted["FIN"], "recalled")


def find_marks() -> Iterator[Mark]:
    """Every mark with what it marks, as the desk is now."""
    for cycle in (OPEN, OUT):
        folder = open_now(cycle)
        redacted = frozenset(folder.case.redacted)
        for case in folder.replies:
            state = _state_of(case)
            things = [one(case, 1, redacted) for one in (letter_of, reading_of, reply_of)]
            things += [translation_of(case, language, redacted) for language in case.translations]
            things += [page_of(case, one.digest, redacted) for one in case.published if one.digest]
            yield Mark(mark_of(state), tuple(things))
    opened = open_now(OPEN).case
    cycle_itself = Thing(Kind.CYCLE, opened.stage)
    yield Mark("zqreason", (Thing(Kind.REMARK, "internal"), cycle_itself))
    yield Mark("zqassigned", (cycle_itself,))
    yield Mark("zqpart", (report_of(opened),))
    draft = Thing(Kind.LETTER, DRAFT, ("CUB",))
    yield Mark("zqdraft", (draft,))
    yield Mark("zqwriter", (draft,))
    yield Mark("zqreceipt", (draft,))
    yield Mark("zqholder", (draft, cycle_itself))


SOME = frozenset({"CUB", "MEX", "FIN", "KAZ"})
"""States whose letters are one at each stage that matters most."""


def pairs_of_cases(states: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    """Cycles with their cases, of all States or of some."""
    return [
        (cycle, reply.id)
        for cycle in (OPEN, OUT)
        for reply in open_now(cycle).replies
        if not states or _state_of(reply) in states
    ]


def _state_of(reply: ReplyCase) -> str:
    return reply.versions[0].name[2:5].upper()


def values_of_places(states: frozenset[str] = frozenset()) -> dict[str, list[str]]:
    """What stands in the paths of addresses of this desk but cases: cycles, files, contents."""
    folders = [open_now(cycle) for cycle in (OPEN, OUT)]
    contents = [
        reply.versions[0].sha256
        for folder in folders
        for reply in folder.replies
        if not states or _state_of(reply) in states - {"FIN", "KAZ"}
    ]
    drafts = [str(row.pk) for row in Draft.objects.filter(cycle=OPEN)]
    return {
        "cycle": [OPEN, OUT],
        "token": ["x"],
        "receipt": [RECEIPT],
        "number": [
            "1",
            str(max((number for folder in folders for number in folder.store.all_files()), default=1)),
            *drafts,
        ],
        "page": ["1"],
        "language": ["en", "fr"],
        "part": ["observations"],
        "act": ["note", "waive", "redact", "post"],
        "to": ["note", "CUB"],
        "address": ["A/77/7701", *(f"sha256:{digest}" for digest in contents), *contents],
        "form": ["json", "html", "docx"],
        "iso3": ["CUB"],
        "name": ["report.en.html", "report.en.docx", "acts"],
        "symbol": ["A/RES/76/53"],
        "work": ["1"],
        "key": ["x"],
        "treaty_id": ["NPT"],
        "version": ["110m"],
        "source_id": ["untc-2015"],
    }
