"""One command of each kind, and cases in which its condition holds, whatever their stage."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from verbale.desk import casework as w
from verbale.desk import commands as c
from verbale.desk.cases import (
    Confirmation,
    CycleCase,
    CycleStage,
    Destination,
    Gate,
    Held,
    ReplyCase,
    ReplyStage,
    ReplyVersion,
    Section,
    Translation,
    Waiver,
)
from verbale.desk.doubt import Alarm, AlarmKind
from verbale.desk.letter_kinds import LetterKind

A, B, C, D, E = (letter * 64 for letter in "abcde")
DUBIOUS = Alarm("1", "page 2: a line is struck out", AlarmKind.WORDS)
FIRST = ReplyVersion(1, A, "note.docx", "x/y", "2022-05-20T12:00:00+00:00", 400, "e-mail", "es", alarms=(DUBIOUS,))
SECOND = ReplyVersion(2, B, "new.docx", "x/y", "2022-05-21T12:00:00+00:00", 410, "e-mail", "es")
SAID = Confirmation(("CUB",), "2022-05-10", "es", ("A/RES/76/53",), by="A. Officer")
TRANSLATED = Translation("en", 1, Held(C, ("4",), "r-c"))
AWAITED = Translation("zh", 1)
WAIVED = Waiver(Gate.ALARMS, "the Director", "seen by him", 1)
REPLY = ReplyCase(
    "reply-1",
    ReplyStage.PLACED,
    versions=(FIRST, SECOND),
    words={1: Held(A, ("2", "3"), "r-a")},
    confirmed={1: SAID},
    looked_at=frozenset({2}),
    waivers={Gate.ALARMS: WAIVED},
    assigned="C. Officer",
    provisional=True,
    translations={"en": TRANSLATED, "zh": AWAITED},
    destination=Destination.REPORT,
    placed_version=1,
    on_web=True,
    reason="in time",
    remarks=("the seal is missing",),
)
"""Its first version was confirmed, placed and translated into English; its second one came afterwards."""
RESTRICTED = replace(REPLY, restricted="at its request")
SUMMARISED = replace(REPLY, summary=Held(D, ("9",), "r-d"), summarised=1)
CASE_OF_CYCLE = CycleCase(
    stage=CycleStage.DRAFTED,
    terms="terms",
    terms_digest=D,
    programme=("p.toml",),
    reminded=("MEX",),
    parts={(Section.FRONT, "fr"): Held(D, ("1",), "r-d")},
    words=8_000,
    waiver="of 1 June",
    issued=(("A/77/9901", "2022-07-12"),),
    redacted=frozenset({E}),
)

OF_CYCLE: list[c.Command] = [
    c.OpenCycle("2022", "A/77/9901", E, "new terms", ("q.toml",)),
    c.ChangeTerms("new terms", E, "as agreed", ("q.toml",)),
    c.RedactContents((A, B), "it names a person", "rule 4"),
    w.AdoptReading(A, "r-2", "the reader was mended", ("2", "4")),
    w.AddAuthor("G77", "group", ("en The Group of 77", "fr Le Groupe des 77")),
    c.IssueNote("ODA/2022-00991", date(2022, 1, 28)),
    c.SendReminder(("QAT", "CUB")),
    c.ExtendDeadline(date(2022, 6, 10), "asked for", "MEX"),
    c.SetPart("observations", "en", C, ("II.5",), "as agreed", "r-c"),
    w.SetPartAside("front", "fr", "as it was before"),
    c.CompileReport(("en",), E, (), "2022-06-21", 12, "4", "7", (f"en {A}",), (f"report.en.txt {B}",)),
    c.SubmitReport(8_500, 8_500, "of 2 June"),
    w.ReturnReport("the editors asked"),
    c.IssueReport("A/77/9901", date(2022, 7, 12)),
    c.IssueAddendum("A/77/9901/Add.1", date(2022, 8, 1), ("reply-1",)),
    c.IssueCorrigendum("A/77/9901/Corr.1", date(2022, 8, 2), ("ru",), "a number"),
    c.ReissueReport(date(2022, 8, 3), "technical reasons"),
    c.RecordConsideration("First Committee", date(2022, 10, 10)),
    c.RecordNote("A/RES/77/74", "4"),
    c.RenewMandate("A/RES/77/57", "3"),
    c.LetMandateLapse("nobody asked again"),
]
_LETTER = {
    "channel": "by hand",
    "language": "es",
    "carrier": D,
    "sender": "mission@example.org",
    "message_id": "<1@example.org>",
    "reading": "r-e",
    "kind": LetterKind.CORRECTED,
    "authors": ("CUB",),
    "relates_to": "reply-2",
    "alarms": ("words\t1\tpage 2: a line is struck out",),
}
OF_REPLY: list[tuple[c.Command, ReplyCase]] = [
    (c.Receive(E, "e.pdf", "x/z", "2022-05-22T12:00:00+00:00", 420, **_LETTER), ReplyCase("reply-1")),  # type: ignore[arg-type]
    (c.ReceiveVersion(E, "e.pdf", "x/z", "2022-05-22T12:00:00+00:00", 420, **_LETTER), REPLY),  # type: ignore[arg-type]
    (c.ReceiveCopy(A, "e.pdf", "x/z", "2022-05-22T12:00:00+00:00", 420), REPLY),
    (w.SetApart(2, "of another State"), REPLY),
    (w.StateAuthor(("CUB", "G77"), "by its stamp"), REPLY),
    (w.SetAside("an invitation"), REPLY),
    (w.TakeUp("it is a reply"), REPLY),
    (
        c.Confirm(
            "CUB", "2022-05-19", "es", ("A/RES/76/46",), False, 2, ("5",), "r-b", LetterKind.SUPPLEMENT,
            ("CUB", "MEX"), "G77", ("QAT",), "reply-2", "by telephone",
        ),
        REPLY,
    ),
    (c.Correct("CUB", "2022-05-11", "fr", (), version=1, reason="misread"), REPLY),
    (w.UndoConfirmation(1, "of another State"), REPLY),
    (w.LookAtAlarms(1, "the line is whole"), REPLY),
    (w.WaiveGate("translation", "the Director", "time", 1, ("ru",)), REPLY),
    (w.UndoWaiver("alarms", "not needed"), REPLY),
    (w.Assign("B. Officer", "away"), REPLY),
    (c.MarkProvisional("advance copy"), REPLY),
    (c.MakeFinal("signed original"), REPLY),
    (c.Restrict("at its request"), REPLY),
    (c.LiftRestriction("at its request"), RESTRICTED),
    (w.AdoptReading(A, "r-2", "the reader was mended", ("2", "4")), REPLY),
    (c.SendForTranslation(("fr", "ru")), REPLY),
    (c.TakeTranslation("zh", E, 1, ("7",), "r-e", "reply-3"), REPLY),
    (w.SetTranslationAside("en", "of another letter"), REPLY),
    (w.SetSummaryAside("of another letter"), SUMMARISED),
    (c.TakeSummary(E, 1, 300, 300, ("1",), "r-e"), REPLY),
    (c.RecordObjection("by telephone"), REPLY),
    (c.RecordConsent("in writing"), REPLY),
    (c.Place("addendum", 1, True, "late"), REPLY),
    (c.Publish("A/77/9901", date(2022, 7, 12), E), REPLY),
    (c.Withdraw("at its request"), REPLY),
    (c.Recall("at its request"), REPLY),
    (c.Reinstate("at its request"), REPLY),
    (c.AddRemark("the signature is missing"), REPLY),
]  # fmt: skip
EVERY: list[tuple[c.Command, CycleCase | ReplyCase]] = [*((each, CASE_OF_CYCLE) for each in OF_CYCLE), *OF_REPLY]
