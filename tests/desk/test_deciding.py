"""What may be done when, by whom, and what is refused in clear words."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.desk.conftest import CONFIRMED, MISSION, OFFICER, TRANSLATOR, History, at, letter

from verbale.desk import casework as w
from verbale.desk import commands as c
from verbale.desk.cases import CycleCase, CycleStage, Destination, Held, Publication, ReplyStage, Section
from verbale.desk.deciding import decide
from verbale.desk.event_folding import fold_cycle, fold_reply
from verbale.desk.events import Event, EventKind
from verbale.desk.transitions import TRANSITIONS
from verbale.errors import Refused

PLACED = c.Place(Destination.REPORT, 1, False, "in time")
WITHHELD = c.Place(Destination.WITHHELD, 1, False, "x")
LETTER = letter()
VERSION = c.ReceiveVersion("b" * 64, "new.docx", "application/pdf", "2022-05-21T12:00:00+00:00", 410)
COPY = c.ReceiveCopy("a" * 64, "again.docx", "application/pdf", "2022-05-22T12:00:00+00:00", 400)
COMMANDS: list[c.Command] = [
    LETTER, VERSION, COPY, CONFIRMED, PLACED,
    c.Correct("CUB", "2022-05-11", "es", (), reason="the date was misread"),
    c.MarkProvisional("advance copy"), c.MakeFinal("signed original"), c.SendForTranslation(("en", "zh")),
    c.TakeTranslation("en", "c" * 64, 1), c.RecordObjection("by telephone"), c.RecordConsent("in writing"),
    c.Publish("A/77/9901", date(2022, 7, 12)), c.Withdraw("at its request"), c.Recall("at its request"),
    c.Reinstate("at its request"), c.AddRemark("signature missing"),
]  # fmt: skip


def commands() -> set[type[c.Command]]:
    named = (*vars(c).values(), *vars(w).values())
    return {kind for kind in named if isinstance(kind, type) and issubclass(kind, c.Command)} - {
        c.Command,
        c.ReasonedCommand,
    }


def test_every_command_has_its_row_and_every_row_an_event_of_its_own() -> None:
    assert set(TRANSITIONS) == commands()
    events = [row.event for row in TRANSITIONS.values()]
    assert sorted(events) == sorted(EventKind)


def test_a_reply_goes_from_letter_to_print(history: History) -> None:
    assert history.case.stage is ReplyStage.EXPECTED
    assert history.give(LETTER).stage is ReplyStage.RECEIVED
    assert history.give(CONFIRMED).state == "CUB"
    history.give(c.SendForTranslation(("en", "zh")))
    assert history.case.translations["zh"].held is None
    taken = history.give(c.TakeTranslation("zh", "d" * 64, 1, ("III.CUB.1",)), actor=TRANSLATOR)
    assert taken.translations["zh"].held == Held("d" * 64, ("III.CUB.1",))
    assert history.give(PLACED).destination is Destination.REPORT
    case = history.give(c.Publish("A/77/9901", date(2022, 7, 12)))
    assert (case.stage, case.published) == (ReplyStage.PUBLISHED, (Publication("A/77/9901", "2022-07-12"),))
    assert history.give(c.Recall("at its request"), actor=MISSION).stage is ReplyStage.RECALLED
    assert history.give(c.Reinstate("at its request"), actor=MISSION).stage is ReplyStage.PUBLISHED


def test_versions_stay_and_a_new_one_counts_once_it_is_confirmed(history: History) -> None:
    for command in (LETTER, CONFIRMED, PLACED, VERSION):
        history.give(command)
    assert (history.case.stage, history.case.dated) == (ReplyStage.PLACED, "2022-05-10")
    assert [version.number for version in history.case.pending] == [2]
    case = history.give(c.Confirm("CUB", "2022-05-19", "es", ("A/RES/76/53",), version=2))
    assert (case.stage, case.dated, case.standing.number) == (ReplyStage.CONFIRMED, "2022-05-19", 2)
    assert [version.sha256[0] for version in history.case.versions] == ["a", "b"]
    assert history.give(COPY).copies == 1


@pytest.mark.parametrize(
    ("before", "command", "words"),
    [
        ([], CONFIRMED, "the case is expected"),
        ([LETTER], c.Confirm("Cuba", "2022-05-10", "es", ()), "three letters"),
        ([LETTER], c.Confirm("CUB", "10 May", "es", ()), "YYYY-MM-DD"),
        ([LETTER], c.Confirm("CUB", "2022-05-10", "German", ()), "no language; give its code"),
        ([LETTER, CONFIRMED], CONFIRMED, "confirmed already"),
        ([LETTER, CONFIRMED], c.Correct("CUB", "2022-05-10", "es", (), reason=" "), "a reason is needed"),
        ([LETTER], c.ReceiveVersion(LETTER.sha256, "x", "y", "2022-05-20T12:00:00+00:00", 1), "it is a copy"),
        ([LETTER], c.ReceiveCopy("f" * 64, "x", "y", "2022-05-20T12:00:00+00:00", 1), "it is a version"),
        ([LETTER], c.MakeFinal("x"), "not provisional"),
        ([LETTER, CONFIRMED], c.SendForTranslation(()), "no language"),
        ([LETTER, CONFIRMED], c.SendForTranslation(("de",)), "no official language: de"),
        ([LETTER, CONFIRMED], c.SendForTranslation(("es",)), "that language itself"),
        ([LETTER, CONFIRMED], c.TakeTranslation("en", "d", 1), "no translation into en was ordered"),
        ([LETTER, CONFIRMED], c.TakeTranslation("es", "d", 2), "there is no version 2"),
        ([LETTER, CONFIRMED, c.SendForTranslation(("en",))], c.TakeTranslation("en", "d", 2), "version 1 was sent"),
        ([LETTER, CONFIRMED], c.Place(Destination.REPORT, 2, False, "x"), "no version 2"),
        ([LETTER, CONFIRMED, c.RecordObjection("x")], c.Place(Destination.WEB, 1, True, "x"), "objects"),
        ([LETTER, CONFIRMED, PLACED], c.Publish(" ", date(2022, 7, 12)), "say where"),
        (
            [LETTER, CONFIRMED, c.Place(Destination.WITHHELD, 1, False, "x")],
            c.Publish("A", date(2022, 7, 1)),
            "withheld",
        ),
    ],
)
def test_a_refusal_says_why(history: History, before: list[c.Command], command: c.Command, words: str) -> None:
    for step in before:
        history.give(step)
    events = list(history.events)
    with pytest.raises(Refused, match=words):
        history.give(command)
    assert history.events == events


def test_a_clock_that_goes_back_and_one_without_a_zone_are_refused(history: History) -> None:
    history.give(LETTER, now="2022-05-20T12:00:00")
    with pytest.raises(Refused, match="before the last event"):
        history.give(CONFIRMED, now="2022-05-20T11:59:59")
    with pytest.raises(Refused, match="no time zone"):
        decide(history.case, CONFIRMED, OFFICER, datetime(2022, 6, 2, 9))  # noqa: DTZ001


def test_only_an_officer_confirms(history: History) -> None:
    history.give(LETTER, actor=MISSION)
    with pytest.raises(Refused, match="acts as mission, and this is for officer"):
        history.give(CONFIRMED, actor=MISSION)


@given(st.lists(st.sampled_from(COMMANDS), max_size=25))
def test_whatever_is_asked_nothing_received_is_lost(asked: list[c.Command]) -> None:
    history = History()
    taken = []
    for command in asked:
        try:
            history.give(command)
        except Refused:
            continue
        taken.append(command)
    texts = [command.sha256 for command in taken if isinstance(command, c.Receive | c.ReceiveVersion)]
    kept = [version.sha256 for version in history.case.versions]
    assert kept == [sha for command, sha in zip(
        [command for command in taken if isinstance(command, c.Receive)], texts, strict=True
    ) if not isinstance(command, c.ReceiveCopy)]  # fmt: skip
    assert fold_reply("reply-1", history.events) == history.case


class Cycles:
    """A cycle and its events."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.give(c.OpenCycle("2022", "A/77/9901", "e" * 64, "terms"))

    @property
    def case(self) -> CycleCase:
        return fold_cycle(self.events)

    def give(self, command: c.Command, now: str = "2022-06-02T09:00:00") -> CycleCase:
        self.events += decide(self.case, command, OFFICER, at(now))
        return self.case


def test_a_cycle_goes_from_call_to_renewal() -> None:
    cycles = Cycles()
    cycles.give(c.IssueNote("ODA/2022-00991", date(2022, 1, 28)))
    assert cycles.give(c.SendReminder(("CUB", "MEX"))).reminded == ("CUB", "MEX")
    assert cycles.give(c.ExtendDeadline(date(2022, 6, 10), "asked for", "MEX")).extensions[0].state == "MEX"
    with pytest.raises(Refused, match="not placed yet: reply-9"):
        cycles.give(c.CompileReport(("en",), "d" * 64, ("reply-9",)))
    with pytest.raises(Refused, match="no language"):
        cycles.give(c.CompileReport((), "d" * 64))
    cycles.give(c.CompileReport(("en", "zh"), "d" * 64))
    with pytest.raises(Refused, match="9,000 words, the limit is 8,500"):
        cycles.give(c.SubmitReport(9_000, 8_500))
    cycles.give(c.SubmitReport(9_000, 8_500, "waiver of 1 June 2022"))
    cycles.give(c.IssueReport("A/77/9901", date(2022, 7, 12)))
    with pytest.raises(Refused, match=r"A/77/9901/Add\. and a number"):
        cycles.give(c.IssueAddendum("A/77/9902", date(2022, 8, 1), ("reply-1",)))
    with pytest.raises(Refused, match="at least one reply"):
        cycles.give(c.IssueAddendum("A/77/9901/Add.1", date(2022, 8, 1), ()))
    cycles.give(c.IssueAddendum("A/77/9901/Add.1", date(2022, 8, 1), ("reply-1",)))
    with pytest.raises(Refused, match="issued already"):
        cycles.give(c.IssueAddendum("A/77/9901/Add.1", date(2022, 8, 1), ("reply-1",)))
    with pytest.raises(Refused, match="name the languages"):
        cycles.give(c.IssueCorrigendum("A/77/9901/Corr.1", date(2022, 8, 2), (), "a number"))
    cycles.give(c.IssueCorrigendum("A/77/9901/Corr.1", date(2022, 8, 2), ("ru",), "a number"))
    cycles.give(c.ReissueReport(date(2022, 8, 3), "technical reasons"))
    cycles.give(c.RecordConsideration("First Committee", date(2022, 10, 10)))
    cycles.give(c.RecordNote("A/RES/77/74", "4"))
    case = cycles.give(c.RenewMandate("A/RES/77/57", "3"))
    assert case.stage is CycleStage.RENEWED
    assert [symbol for symbol, _ in case.issued] == [
        "A/77/9901", "A/77/9901/Add.1", "A/77/9901/Corr.1", "A/77/9901*",
    ]  # fmt: skip


def test_a_reminder_goes_to_somebody_and_a_lapse_has_a_reason() -> None:
    cycles = Cycles()
    cycles.give(c.IssueNote("ODA/2022-00991", date(2022, 1, 28)))
    with pytest.raises(Refused, match="no State"):
        cycles.give(c.SendReminder(()))
    cycles.give(c.CompileReport(("en",), "d" * 64))
    cycles.give(c.SubmitReport(100, 8_500))
    cycles.give(c.IssueReport("A/77/9901", date(2022, 7, 12)))
    with pytest.raises(Refused, match="a reason is needed"):
        cycles.give(c.LetMandateLapse(""))
    assert cycles.give(c.LetMandateLapse("no resolution was tabled")).stage is CycleStage.LAPSED


def test_a_part_is_one_that_a_report_has() -> None:
    cycles = Cycles()
    for command, words in (
        (c.SetPart("preface", "en", "d", (), "x"), "no part of a report"),
        (c.SetPart("observations", "de", "d", (), "x"), "no official language"),
        (c.SetPart("observations", "en", "d", (), ""), "a reason is needed"),
    ):
        with pytest.raises(Refused, match=words):
            cycles.give(command)
    parts = cycles.give(c.SetPart("observations", "en", "d" * 64, ("II.5",), "as agreed")).parts
    assert parts == {(Section.OBSERVATIONS, "en"): Held("d" * 64, ("II.5",))}
