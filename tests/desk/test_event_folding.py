"""What each event makes of a case: the fields that it changes, and none besides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from tests.desk.every_command import (
    AWAITED,
    CASE_OF_CYCLE,
    DUBIOUS,
    EVERY,
    FIRST,
    OF_REPLY,
    REPLY,
    RESTRICTED,
    SAID,
    SECOND,
    SUMMARISED,
    TRANSLATED,
    WAIVED,
    A,
    B,
    C,
    D,
    E,
)

from verbale.desk import casework as w
from verbale.desk import commands as c
from verbale.desk.cases import (
    AddedAuthor,
    Compilation,
    Confirmation,
    CycleCase,
    CycleStage,
    Destination,
    Gate,
    Held,
    LastEvent,
    Publication,
    ReplyCase,
    ReplyStage,
    ReplyVersion,
    Section,
    Translation,
    Waiver,
)
from verbale.desk.cycle import Extension
from verbale.desk.event_facts import facts_of
from verbale.desk.event_folding import apply_to_cycle, apply_to_reply, fold_cycle, fold_reply
from verbale.desk.events import Event
from verbale.desk.letter_kinds import LetterKind
from verbale.desk.transitions import TRANSITIONS

WHEN = "2022-06-02T09:00:00+00:00"
SAID_SECOND = Confirmation(
    ("CUB", "MEX"), "2022-05-19", "es", ("A/RES/76/46",), LetterKind.SUPPLEMENT, "G77", ("QAT",), "reply-2", "A. B."
)
CAME = ReplyVersion(
    1, E, "e.pdf", "x/z", "2022-05-22T12:00:00+00:00", 420, "by hand", "es", D, "mission@example.org",
    "<1@example.org>", "r-e", "", LetterKind.CORRECTED, ("CUB",), "reply-2", (DUBIOUS,),
)  # fmt: skip
S = ReplyStage
CHANGES: Mapping[type[c.Command], Mapping[str, object]] = {
    c.OpenCycle: {"terms": "new terms", "terms_digest": E, "programme": ("q.toml",)},
    c.ChangeTerms: {"terms": "new terms", "terms_digest": E, "programme": ("q.toml",)},
    c.RedactContents: {"redacted": {A, B, E}},
    w.AddAuthor: {
        "added_authors": {"G77": AddedAuthor("G77", "group", {"en": "The Group of 77", "fr": "Le Groupe des 77"})}
    },
    c.IssueNote: {"stage": CycleStage.CALLED, "note_reference": "ODA/2022-00991", "note_dated": "2022-01-28"},
    c.SendReminder: {"reminded": ("CUB", "MEX", "QAT")},
    c.ExtendDeadline: {"extensions": (Extension(date(2022, 6, 10), "MEX"),)},
    c.SetPart: {
        "parts": {
            (Section.FRONT, "fr"): Held(D, ("1",), "r-d"),
            (Section.OBSERVATIONS, "en"): Held(C, ("II.5",), "r-c"),
        }
    },
    w.SetPartAside: {"parts": {}},
    c.CompileReport: {
        "stage": CycleStage.COMPILED,
        "compilation": Compilation(E, ("en",), "2022-06-21", 12, {"en": A}, {"report.en.txt": B}),
    },
    c.SubmitReport: {"stage": CycleStage.SUBMITTED, "words": 8_500, "waiver": "of 2 June"},
    w.ReturnReport: {"stage": CycleStage.COMPILED, "words": 0, "waiver": ""},
    c.IssueReport: {
        "stage": CycleStage.ISSUED,
        "issued": (("A/77/9901", "2022-07-12"), ("A/77/9901", "2022-07-12")),
    },
    c.IssueAddendum: {
        "stage": CycleStage.ISSUED,
        "issued": (("A/77/9901", "2022-07-12"), ("A/77/9901/Add.1", "2022-08-01")),
    },
    c.IssueCorrigendum: {
        "stage": CycleStage.ISSUED,
        "issued": (("A/77/9901", "2022-07-12"), ("A/77/9901/Corr.1", "2022-08-02")),
    },
    c.ReissueReport: {"issued": (("A/77/9901", "2022-07-12"), ("A/77/9901*", "2022-08-03"))},
    c.RecordConsideration: {
        "stage": CycleStage.CONSIDERED,
        "followed": ((CycleStage.CONSIDERED, "First Committee, 2022-10-10"),),
    },
    c.RecordNote: {"stage": CycleStage.NOTED, "followed": ((CycleStage.NOTED, "A/RES/77/74, 4"),)},
    c.RenewMandate: {"stage": CycleStage.RENEWED, "followed": ((CycleStage.RENEWED, "A/RES/77/57, 3"),)},
    c.LetMandateLapse: {"stage": CycleStage.LAPSED, "followed": ((CycleStage.LAPSED, "nobody asked again"),)},
    c.Receive: {"stage": S.RECEIVED, "versions": (CAME,)},
    c.ReceiveVersion: {"versions": (FIRST, SECOND, replace(CAME, number=3))},
    c.ReceiveCopy: {"copies": 1},
    w.SetApart: {"versions": (FIRST,), "looked_at": set()},
    w.StateAuthor: {"stated": ("CUB", "G77")},
    w.SetAside: {"stage": S.SET_ASIDE, "reason": "an invitation"},
    w.TakeUp: {"stage": S.CONFIRMED, "reason": ""},
    c.Confirm: {
        "stage": S.CONFIRMED,
        "confirmed": {1: replace(SAID, authors=("CUB", "MEX")), 2: SAID_SECOND},
        "words": {1: Held(A, ("2", "3"), "r-a"), 2: Held(B, ("5",), "r-b")},
    },
    c.Correct: {
        "stage": S.CONFIRMED,
        "confirmed": {1: Confirmation(("CUB",), "2022-05-11", "fr", (), by="A. B.")},
    },
    w.UndoConfirmation: {
        "stage": S.RECEIVED,
        "confirmed": {},
        "words": {},
        "destination": None,
        "placed_version": 0,
        "on_web": False,
        "reason": "",
    },
    w.LookAtAlarms: {"looked_at": {1, 2}},
    w.WaiveGate: {
        "waivers": {
            Gate.ALARMS: WAIVED,
            Gate.TRANSLATION: Waiver(Gate.TRANSLATION, "the Director", "time", 1, ("ru",)),
        }
    },
    w.UndoWaiver: {"waivers": {}},
    w.Assign: {"assigned": "B. Officer"},
    c.MarkProvisional: {},
    c.MakeFinal: {"provisional": False},
    c.Restrict: {"stage": S.CONFIRMED, "restricted": "at its request"},
    c.LiftRestriction: {"stage": S.CONFIRMED, "restricted": ""},
    c.SendForTranslation: {
        "translations": {
            "en": TRANSLATED, "zh": AWAITED, "fr": Translation("fr", 1), "ru": Translation("ru", 1),
        }
    },
    c.TakeTranslation: {
        "translations": {"en": TRANSLATED, "zh": Translation("zh", 1, Held(E, ("7",), "r-e"), "reply-3")}
    },
    w.SetTranslationAside: {"translations": {"en": Translation("en", 1), "zh": AWAITED}},
    w.SetSummaryAside: {"summary": None, "summarised": 0},
    c.TakeSummary: {"summary": Held(E, ("1",), "r-e"), "summarised": 1, "translations": {}},
    c.RecordObjection: {"stage": S.CONFIRMED, "objection": "by telephone"},
    c.RecordConsent: {"stage": S.CONFIRMED, "consent": "in writing"},
    c.Place: {"destination": Destination.ADDENDUM, "reason": "late"},
    c.Publish: {"stage": S.PUBLISHED, "published": (Publication("A/77/9901", "2022-07-12", E),)},
    c.Withdraw: {"stage": S.WITHDRAWN, "reason": "at its request"},
    c.Recall: {"stage": S.RECALLED, "reason": "at its request"},
    c.Reinstate: {"stage": S.CONFIRMED, "reason": "at its request"},
    c.AddRemark: {"remarks": ("the seal is missing", "the signature is missing")},
}  # fmt: skip
"""The fields that differ afterwards, of a case as ``every_command`` has it."""


def event_of(command: c.Command, case: str = "reply-1", schema: int = 2) -> Event:
    kind = TRANSITIONS[type(command)].event
    return Event(case, kind, WHEN, "A. B.", facts_of(kind, command), schema)


def after(case: Any, *commands: c.Command) -> Any:  # noqa: ANN401
    for command in commands:
        apply: Any = apply_to_cycle if isinstance(case, CycleCase) else apply_to_reply
        case = apply(case, event_of(command, case.id))
    return case


def changed(before: object, now: object) -> dict[str, object]:
    names = [each.name for each in fields(before) if each.name not in ("last", "version")]  # type: ignore[arg-type]
    return {name: getattr(now, name) for name in names if getattr(now, name) != getattr(before, name)}


EACH = [(command, case) for command, case in EVERY if not isinstance(command, w.AdoptReading)]


@pytest.mark.parametrize(("command", "case"), EACH, ids=[type(command).__name__ for command, _ in EACH])
def test_an_event_changes_what_it_says_and_nothing_else(command: c.Command, case: CycleCase | ReplyCase) -> None:
    now = after(case, command)
    assert changed(case, now) == CHANGES[type(command)]
    assert now.last == LastEvent(WHEN, "A. B.", TRANSITIONS[type(command)].event)
    assert now.version == case.version + 1


def reply(**changes: Any) -> ReplyCase:  # noqa: ANN401
    return replace(REPLY, **changes)


UNREADABLE = replace(FIRST, unread="it is encrypted")
NEW = OF_REPLY[1][0]
PUBLISHED = (Publication("A/77/9901", "2022-07-12"),)
IN_ADDENDUM = c.Confirm("CUB", "2022-05-19", "es", (), version=2)
MORE: list[tuple[ReplyCase, c.Command, Mapping[str, object]]] = [
    # A readable form moves a letter that was unread, and nothing else.
    (
        ReplyCase("reply-1", S.UNREAD, versions=(UNREADABLE,)),
        NEW,
        {"stage": S.RECEIVED, "versions": (UNREADABLE, replace(CAME, number=2))},
    ),
    (
        ReplyCase("reply-1"),
        replace(OF_REPLY[0][0], unread="it is encrypted"),  # type: ignore[call-arg]
        {"stage": S.UNREAD, "versions": (replace(CAME, unread="it is encrypted"),)},
    ),
    # What is no answer is set aside; a signed copy changes nothing but what it was confirmed to be.
    (
        reply(stage=S.RECEIVED, confirmed={}, words={}, versions=(FIRST,)),
        c.Confirm("CUB", "", "", (), version=1, kind="more-time"),
        {
            "stage": S.SET_ASIDE,
            "confirmed": {1: Confirmation(("CUB",), "", "", (), LetterKind.MORE_TIME, by="A. B.")},
        },
    ),
    (
        REPLY,
        c.Confirm("CUB", "", "", (), version=2, kind="signed-copy", relates_to="reply-1"),
        {
            "confirmed": {
                1: SAID,
                2: Confirmation(("CUB",), "", "", (), LetterKind.SIGNED_COPY, relates_to="reply-1", by="A. B."),
            }
        },
    ),
    # Without a number all versions are confirmed.
    (
        reply(confirmed={}, looked_at=frozenset(), stage=S.RECEIVED, words={}),
        c.Confirm("CUB", "2022-05-10", "es", ("A/RES/76/53",), seen="whole"),
        {
            "stage": S.CONFIRMED,
            "confirmed": {1: replace(SAID, by="A. B."), 2: replace(SAID, by="A. B.")},
            "looked_at": {1, 2},
        },
    ),
    # A new version of what was published has to be placed; what was placed and published stays so.
    (
        reply(stage=S.PUBLISHED, published=PUBLISHED),
        IN_ADDENDUM,
        {"stage": S.CONFIRMED, "confirmed": {1: SAID, 2: Confirmation(("CUB",), "2022-05-19", "es", (), by="A. B.")}},
    ),
    (
        reply(stage=S.PUBLISHED, published=PUBLISHED),
        c.Confirm("CUB", "2022-05-11", "es", (), version=1),
        {"confirmed": {1: Confirmation(("CUB",), "2022-05-11", "es", (), by="A. B.")}},
    ),
    # Setting the latest version apart: the reply is as it was before it came.
    (
        reply(versions=(FIRST,), words={}),
        w.SetApart(1, "of another State"),
        {
            "stage": S.EXPECTED, "versions": (), "confirmed": {}, "looked_at": set(), "waivers": {}, "assigned": "",
            "provisional": False, "translations": {}, "destination": None, "placed_version": 0, "on_web": False,
            "reason": "", "remarks": (),
        },
    ),
    (
        reply(
            placed_version=2, confirmed={1: SAID, 2: SAID_SECOND}, words={2: Held(B)}, summary=Held(D), summarised=2,
            translations={"en": TRANSLATED, "zh": Translation("zh", 2)},
            waivers={Gate.ALARMS: WAIVED, Gate.LENGTH: Waiver(Gate.LENGTH, "x", "y", 2)}, looked_at=frozenset({1, 2}),
        ),
        w.SetApart(2, "of another State"),
        {
            "stage": S.CONFIRMED, "versions": (FIRST,), "confirmed": {1: SAID}, "words": {},
            "translations": {"en": TRANSLATED}, "waivers": {Gate.ALARMS: WAIVED}, "looked_at": {1}, "summary": None,
            "summarised": 0, "destination": None, "placed_version": 0, "on_web": False, "reason": "",
        },
    ),
    (
        reply(stage=S.CONFIRMED, published=PUBLISHED, summary=Held(D), summarised=1, looked_at=frozenset()),
        w.SetApart(2, "of another State"),
        {"stage": S.PUBLISHED, "versions": (FIRST,)},
    ),
    (
        reply(
            stage=S.RECEIVED, destination=None, confirmed={}, placed_version=0, reason="",
            versions=(UNREADABLE, SECOND),
        ),
        w.SetApart(2, "of another State"),
        {"stage": S.UNREAD, "versions": (UNREADABLE,), "looked_at": set(), "on_web": False},
    ),
    # What was confirmed is undone: the stage is what is left.
    (
        reply(stage=S.CONFIRMED, confirmed={1: SAID, 2: SAID_SECOND}, looked_at=frozenset({1, 2})),
        w.UndoConfirmation(2, "misread"),
        {"confirmed": {1: SAID}, "looked_at": {1}, "reason": ""},
    ),
    (
        reply(stage=S.SET_ASIDE, versions=(UNREADABLE,), placed_version=0),
        w.UndoConfirmation(1, "misread"),
        {"stage": S.UNREAD, "confirmed": {}, "words": {}, "reason": ""},
    ),
    (
        reply(confirmed={1: SAID, 2: SAID_SECOND}, looked_at=frozenset()),
        w.UndoConfirmation(2, "misread"),
        {"confirmed": {1: SAID}},
    ),
    (
        reply(stage=S.SET_ASIDE, confirmed={}),
        w.TakeUp("it is a reply"),
        {"stage": S.RECEIVED, "reason": ""},
    ),
    (reply(stage=S.RECALLED, published=PUBLISHED), c.Reinstate("so"), {"stage": S.PUBLISHED, "reason": "so"}),
    (reply(stage=S.WITHDRAWN, confirmed={}), c.Reinstate("so"), {"stage": S.RECEIVED, "reason": "so"}),
    (reply(provisional=False), c.MarkProvisional("advance copy"), {"provisional": True}),
    # What a State says of the web replaces what it said before, and leaves what is out where it is.
    (
        reply(stage=S.PUBLISHED, consent="in writing"),
        c.RecordObjection("by telephone"),
        {"consent": "", "objection": "by telephone"},
    ),
    (
        reply(stage=S.RECEIVED, objection="by telephone"),
        c.RecordConsent("in writing"),
        {"consent": "in writing", "objection": ""},
    ),
    (
        SUMMARISED,
        c.TakeSummary(E, 2, 300, None),
        {"summary": Held(E), "summarised": 2},
    ),
    (REPLY, c.Place("web", 2, False, "late"), {
        "destination": Destination.WEB, "placed_version": 2, "on_web": False, "reason": "late",
    }),
]  # fmt: skip


@pytest.mark.parametrize(("case", "command", "changes"), MORE)
def test_what_an_event_changes_depends_on_what_came_before(
    case: ReplyCase, command: c.Command, changes: Mapping[str, object]
) -> None:
    assert changed(case, after(case, command)) == changes


def test_another_reading_is_one_of_all_that_is_held_of_its_content() -> None:
    held = Held(A, ("2", "3"), "r-a")
    adopt, same_units = w.AdoptReading(A, "r-2", "mended", ("2", "4")), w.AdoptReading(A, "r-2", "mended")
    case = reply(
        words={1: held, 2: Held(B, ("1",), "r-b")},
        translations={"en": Translation("en", 1, held), "zh": AWAITED, "fr": TRANSLATED},
        summary=held,
    )
    new = Held(A, ("2", "4"), "r-2")
    assert changed(case, after(case, adopt)) == {
        "words": {1: new, 2: Held(B, ("1",), "r-b")},
        "translations": {"en": Translation("en", 1, new), "zh": AWAITED, "fr": TRANSLATED},
        "summary": new,
    }
    assert after(case, same_units).words[1] == Held(A, ("2", "3"), "r-2")
    bare = reply(words={})
    assert after(bare, adopt).words == {1: new}
    assert after(bare, same_units).words == {}
    cycle = replace(CASE_OF_CYCLE, parts={(Section.NOTES, "en"): held, (Section.FRONT, "en"): Held(B)})
    assert changed(cycle, after(cycle, adopt)) == {
        "parts": {(Section.NOTES, "en"): new, (Section.FRONT, "en"): Held(B)}
    }


def test_what_comes_out_late_does_not_set_a_cycle_back() -> None:
    case = replace(CASE_OF_CYCLE, stage=CycleStage.NOTED)
    addendum = c.IssueAddendum("A/77/9901/Add.1", date(2022, 12, 1), ("reply-1",))
    assert after(case, addendum).stage is CycleStage.NOTED
    followed = after(case, c.RenewMandate("A/RES/77/57", "")).followed
    assert followed == ((CycleStage.RENEWED, "A/RES/77/57"),)


def test_an_event_of_a_cycle_is_none_of_a_reply() -> None:
    opened, remark = event_of(c.OpenCycle("2022", "A/77/9901", E, "terms")), event_of(c.AddRemark("x"))
    assert fold_cycle([opened]).stage is CycleStage.DRAFTED
    with pytest.raises(ValueError, match="remark-added is no event of a cycle"):
        fold_cycle([remark])
    with pytest.raises(ValueError, match="cycle-opened is no event of a reply"):
        fold_reply("reply-1", [opened])


def test_the_restriction_of_a_published_reply_leaves_it_where_it_is() -> None:
    case = replace(RESTRICTED, stage=S.PUBLISHED)
    assert changed(case, after(case, c.LiftRestriction("so"))) == {"restricted": ""}
