"""The condition of each step: what is refused with which words, and what is still allowed at the edge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.desk.conftest import at
from tests.desk.every_command import AWAITED, CASE_OF_CYCLE, FIRST, REPLY, SAID, SECOND, SUMMARISED, A, B, C, D, E

from verbale.desk import casework as w
from verbale.desk import commands as c
from verbale.desk.cases import Confirmation, CycleCase, CycleStage, Destination, ReplyCase, ReplyStage
from verbale.desk.deciding import decide
from verbale.desk.letter_kinds import LetterKind
from verbale.errors import Refused

DAY = date(2022, 8, 1)
OUT = replace(CASE_OF_CYCLE, stage=CycleStage.ISSUED, issued=(("A/77/9901", "x"), ("A/77/9901/Add.1", "y")))
CALLED = replace(CASE_OF_CYCLE, stage=CycleStage.CALLED)
COMPILED = replace(CASE_OF_CYCLE, stage=CycleStage.COMPILED)
ASIDE = Confirmation(("CUB",), "2022-05-10", "es", (), kind=LetterKind.WITHDRAWAL)
WITHDRAWAL = replace(REPLY, stage=ReplyStage.SET_ASIDE, versions=(FIRST,), confirmed={1: ASIDE})
IN_GERMAN = replace(REPLY, confirmed={1: replace(SAID, language="de")})
CONFIRM = c.Confirm("CUB", "2022-05-19", "es", (), version=2)
CORRECT = c.Correct("CUB", "2022-05-19", "es", (), version=1, reason="misread")


def reply(**changes: Any) -> ReplyCase:  # noqa: ANN401
    return replace(REPLY, **changes)


def second(**changes: Any) -> ReplyCase:  # noqa: ANN401
    return replace(REPLY, versions=(FIRST, replace(SECOND, **changes)))


Case = CycleCase | ReplyCase
REFUSED: list[tuple[Case, c.Command, str]] = [
    (CASE_OF_CYCLE, c.ChangeTerms("terms", D, "why"), "these terms are in force already"),
    (CASE_OF_CYCLE, c.RedactContents((), "why", "rule 4"), "no content is named"),
    (CASE_OF_CYCLE, c.RedactContents((A, E), "why", "rule 4"), f"removed already: {E[:12]}$"),
    (CASE_OF_CYCLE, c.RedactContents((A,), "why", " "), "name the rule under which it is done"),
    (CASE_OF_CYCLE, w.AddAuthor("g77", "group", ("en The Group",)), "'g77' is no code"),
    (CASE_OF_CYCLE, w.AddAuthor("G", "group", ("en The Group",)), "'G' is no code"),
    (CASE_OF_CYCLE, w.AddAuthor("G" * 21, "group", ("en The Group",)), "is no code"),
    (CASE_OF_CYCLE, w.AddAuthor("G77", "group", ()), "give it at least one name"),
    (CALLED, c.SendReminder(()), "no State is named"),
    (CALLED, c.SetPart("preface", "en", C, (), "why"), "'preface' is no part of a report"),
    (CALLED, c.SetPart("notes", "de", C, (), "why"), "'de' is no official language"),
    (CALLED, w.SetPartAside("front", "en", "why"), "nobody has set front in en"),
    (CALLED, w.SetPartAside("front", "fr", " "), "a reason is needed"),
    (CALLED, c.CompileReport((), E), "no language is named"),
    (CALLED, c.CompileReport(("en",), E, ("reply-1", "reply-9")), "replies are not placed yet: reply-1, reply-9"),
    (COMPILED, c.SubmitReport(8_501, 8_500, " "), "has 8,501 words, the limit is 8,500: shorten it"),
    (OUT, c.IssueAddendum("A/77/9901/Add.2", DAY, ()), "an addendum carries at least one reply"),
    (OUT, c.IssueAddendum("A/77/9901/Corr.1", DAY, ("reply-1",)), r"should be A/77/9901/Add\. and a number"),
    (OUT, c.IssueAddendum("A/77/9901/Add.1", DAY, ("reply-1",)), r"A/77/9901/Add\.1 was issued already"),
    (OUT, c.IssueCorrigendum("A/77/9901/Corr.1", DAY, (), "why"), "name the languages that are corrected"),
    (OUT, c.IssueCorrigendum("A/77/9902/Corr.1", DAY, ("ru",), "why"), r"should be A/77/9901/Corr\. and a number"),
    (REPLY, c.ReceiveVersion(B, "x", "y", "2022-05-22T12:00:00+00:00", 1), "held already: it is a copy"),
    (REPLY, c.ReceiveCopy(E, "x", "y", "2022-05-22T12:00:00+00:00", 1), "new: it is a version"),
    (REPLY, w.SetApart(1, "why"), "it is not the latest version"),
    (REPLY, w.SetApart(3, "why"), "it is not the latest version"),
    (reply(stage=ReplyStage.PUBLISHED, placed_version=2), w.SetApart(2, "why"), "it was published"),
    (reply(stage=ReplyStage.RECALLED, placed_version=2), w.SetApart(2, "why"), "it was published"),
    (reply(stage=ReplyStage.UNREAD), w.StateAuthor((), "why"), "no author is named"),
    (reply(stage=ReplyStage.UNREAD), w.StateAuthor(("CUB", "Mexico"), "why"), "no author is named"),
    (WITHDRAWAL, w.TakeUp("why"), "it was confirmed as withdrawal: undo"),
    (REPLY, replace(CONFIRM, version=1), "confirmed already"),
    (REPLY, replace(CONFIRM, version=0), "confirmed already"),
    (REPLY, replace(CONFIRM, version=3), "there is no version 3"),
    (REPLY, replace(CONFIRM, version=-1), "there is no version -1"),
    (REPLY, replace(CONFIRM, state="Cuba"), "'Cuba' is no code of a State"),
    (REPLY, replace(CONFIRM, state=""), "'nothing' is no code of a State"),
    (REPLY, replace(CONFIRM, authors=("CUB", "Mexico")), "'Mexico' is no code of a State"),
    (REPLY, replace(CONFIRM, kind="essay"), "'essay' is no kind of letter; there are reply, "),
    (REPLY, replace(CONFIRM, kind="signed-copy"), "a signed-copy is one of a reply that is held: name its case"),
    (REPLY, replace(CONFIRM, dated="10 May"), "'10 May' is no date; give YYYY-MM-DD"),
    (REPLY, replace(CONFIRM, dated=""), "'nothing' is no date"),
    (REPLY, replace(CONFIRM, kind="nil", dated=""), "'nothing' is no date"),
    (REPLY, replace(CONFIRM, language="Spanish"), "'Spanish' is no language; give its code"),
    (REPLY, replace(CONFIRM, language=""), "'nothing' is no language"),
    (REPLY, replace(CONFIRM, language="e"), "'e' is no language"),
    (second(unread="it is encrypted"), CONFIRM, r"it cannot be read \(it is encrypted\)"),
    (second(words=0), CONFIRM, "no words could be read in it"),
    (reply(confirmed={}, versions=(FIRST, replace(SECOND, words=0))), replace(CONFIRM, version=0), "no words could"),
    (REPLY, replace(CONFIRM, state="MEX"), "earlier versions are of CUB: say whether all are of MEX"),
    (REPLY, replace(CONFIRM, authors=("MEX", "QAT")), "earlier versions are of CUB: say whether"),
    (REPLY, replace(CORRECT, version=2), "version 2 was not confirmed yet"),
    (REPLY, replace(CORRECT, state="Cuba"), "'Cuba' is no code"),
    (REPLY, w.UndoConfirmation(2, "why"), "version 2 was not confirmed"),
    (REPLY, w.LookAtAlarms(0, "why"), "there is no version 0"),
    (REPLY, w.LookAtAlarms(3, "why"), "there is no version 3"),
    (REPLY, w.LookAtAlarms(2, "why"), "it has no alarms"),
    (REPLY, w.WaiveGate("door", "the Director", "why", 1), "'door' is no gate; there are unread, unconfirmed, "),
    (REPLY, w.WaiveGate("length", " ", "why", 1), "say who allowed it"),
    (REPLY, w.UndoWaiver("length", "why"), "length was not waived"),
    (REPLY, w.Assign(" ", "why"), "name who is to deal with it"),
    (REPLY, w.Assign("C. Officer", "why"), "it is C. Officer's already"),
    (reply(provisional=False), c.MakeFinal("why"), "the reply was not provisional"),
    (REPLY, c.LiftRestriction("why"), "the reply was not restricted"),
    (REPLY, c.SendForTranslation(()), "no language is named"),
    (REPLY, c.SendForTranslation(("fr", "de", "it")), "no official language: de, it"),
    (REPLY, c.SendForTranslation(("fr", "es")), "the reply is in that language itself"),
    (REPLY, c.SendForTranslation(("fr", "en")), "version 1 is translated already: en"),
    (REPLY, c.TakeTranslation("es", E, 3), "there is no version 3"),
    (REPLY, c.TakeTranslation("es", E, 0), "there is no version 0"),
    (REPLY, c.TakeTranslation("fr", E, 1), "no translation into fr was ordered"),
    (REPLY, c.TakeTranslation("zh", E, 2), "made from version 2, and version 1 was sent"),
    (REPLY, c.TakeTranslation("de", E, 1, letter="reply-2"), "'de' is no official language"),
    (REPLY, c.TakeTranslation("fr", E, 2, letter="reply-2"), "no translation into fr was ordered"),
    (REPLY, w.SetTranslationAside("fr", "why"), "no translation into fr is held"),
    (REPLY, w.SetTranslationAside("zh", "why"), "no translation into zh is held"),
    (REPLY, w.SetSummaryAside("why"), "no summary is held"),
    (reply(on_web=False), c.TakeSummary(E, 1, 200, 300), "the whole text stands in the report"),
    (reply(destination=Destination.WEB), c.TakeSummary(E, 1, 200, 300), "the whole text stands in the report"),
    (REPLY, c.TakeSummary(E, 2, 200, 300), "made from version 2, and version 1 counts"),
    (REPLY, c.TakeSummary(E, 1, 301, 300), "the summary has 301 words, the limit is 300"),
    (REPLY, c.Place("report", 0, False, "why"), "there is no version 0"),
    (REPLY, c.Place("report", 3, False, "why"), "there is no version 3"),
    (REPLY, c.Place("report", 2, False, "why"), "version 2 was not confirmed"),
    (reply(restricted="asked"), c.Place("report", 1, False, "why"), "the reply is restricted: asked"),
    (reply(objection="asked"), c.Place("report", 1, True, "why"), "objects to its text being on the web"),
    (reply(objection="asked"), c.Place("web", 1, False, "why"), "objects to its text being on the web"),
    (reply(restricted="asked"), c.Publish("A/77/9901", DAY), "the reply is restricted: asked"),
    (reply(destination=Destination.WITHHELD), c.Publish("A/77/9901", DAY), "the reply is withheld"),
    (reply(destination=Destination.WEB, objection="asked"), c.Publish("x", DAY), "objects to its text being"),
    (REPLY, c.Publish(" ", DAY), "say where: a symbol, or the address"),
]
ALLOWED: list[tuple[Case, c.Command]] = [
    (replace(CASE_OF_CYCLE, terms=""), c.ChangeTerms("terms", D, "only their digest was kept")),
    (CASE_OF_CYCLE, w.AddAuthor("G-" + "7" * 18, "group", ("en The Group",))),
    (CASE_OF_CYCLE, w.AddAuthor("AU", "organisation", ("en The Union",))),
    (COMPILED, c.SubmitReport(8_500, 8_500)),
    (COMPILED, c.SubmitReport(9_000, None)),
    (COMPILED, c.SubmitReport(9_000, 8_500, "of 1 June")),
    (OUT, c.IssueAddendum("A/77/9901/Add.2", DAY, ("reply-1",))),
    (reply(stage=ReplyStage.PUBLISHED), w.SetApart(2, "placed is the first")),
    (reply(placed_version=2), w.SetApart(2, "placed, and not published")),
    (reply(stage=ReplyStage.SET_ASIDE, confirmed={}), w.TakeUp("it is a reply")),
    (reply(stage=ReplyStage.SET_ASIDE), w.TakeUp("it was confirmed as a reply")),
    (REPLY, replace(CONFIRM, state="MEX", whole=True)),
    (REPLY, replace(CONFIRM, authors=("MEX", "CUB"))),
    (REPLY, replace(CONFIRM, language="fil")),
    (REPLY, replace(CONFIRM, kind="withdrawal", relates_to="reply-2", dated="", language="")),
    (REPLY, replace(CONFIRM, kind="more-time", dated="")),
    (second(words=0), replace(CONFIRM, kind="nil")),
    (second(words=0), replace(CONFIRM, kind="signed-copy", relates_to="reply-1")),
    (reply(confirmed={}), replace(CONFIRM, version=0)),
    (reply(confirmed={}), replace(CONFIRM, version=1)),
    (REPLY, replace(CORRECT, version=0)),
    (REPLY, replace(CORRECT, state="MEX")),
    (REPLY, w.LookAtAlarms(1, "seen")),
    (REPLY, c.SendForTranslation(("zh",))),
    (REPLY, c.TakeTranslation("es", E, 2)),
    (REPLY, c.TakeTranslation("fr", E, 1, letter="reply-2")),
    (IN_GERMAN, c.TakeTranslation("fr", E, 1)),
    (replace(IN_GERMAN, translations={"zh": replace(AWAITED, version=2)}), c.TakeTranslation("zh", E, 2)),
    (REPLY, c.TakeSummary(E, 1, 3_000, None)),
    (reply(restricted="asked"), c.Place("withheld", 1, False, "restricted")),
    (reply(objection="asked"), c.Place("report", 1, False, "in time")),
    (reply(objection="asked"), c.Publish("A/77/9901", DAY)),
    (reply(destination=Destination.WEB), c.Publish("https://example.org/1", DAY)),
    (SUMMARISED, c.TakeSummary(E, 1, 300, 300)),
]


def give(case: Case, command: c.Command) -> Mapping[str, object]:
    (event,) = decide(case, command, c.Actor("A. Officer"), at("2022-06-02T09:00:00"))
    return event.facts


@pytest.mark.parametrize(("case", "command", "words"), REFUSED, ids=[words for _, _, words in REFUSED])
def test_a_step_whose_condition_does_not_hold_is_refused_with_the_reason(
    case: Case, command: c.Command, words: str
) -> None:
    with pytest.raises(Refused, match=words):
        give(case, command)


@pytest.mark.parametrize(("case", "command"), ALLOWED)
def test_what_lies_at_the_edge_of_a_condition_is_allowed(case: Case, command: c.Command) -> None:
    assert give(case, command)
