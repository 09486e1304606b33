"""The matrix of who may do what with which thing, walked whole."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desk.every_command import EVERY, REPLY, RESTRICTED, A, B, C

from verbale.desk import casework as w
from verbale.desk import commands as c
from verbale.desk.access import (
    NOT_FOUND,
    PARTIES,
    READER,
    Act,
    Kind,
    Permission,
    Thing,
    Viewer,
    is_own,
    may,
    parse_rules,
    rules,
    stages_of,
)
from verbale.desk.access_stages import letter_of, page_of, reading_of, reply_of, report_of, translation_of
from verbale.desk.cases import CycleCase, CycleStage, Destination, Publication, ReplyCase, ReplyStage
from verbale.desk.commands import Actor, Command, Role
from verbale.desk.transitions import TRANSITIONS
from verbale.errors import LexiconBroken
from verbale.lexicon.tables import TableRow, read_bundled

ROWS = read_bundled("verbale.desk", "access")
PUBLIC = {"published", "recalled", "issued"}
CLOSED_KINDS = {
    Kind.LETTER,
    Kind.READING,
    Kind.REPLY,
    Kind.TRANSLATION,
    Kind.NOTE,
    Kind.REMARK,
    Kind.CYCLE,
    Kind.REPORT,
}
OF_A_STATE = {Kind.LETTER, Kind.READING, Kind.REPLY, Kind.NOTE, Kind.TRANSLATION}
PUBLISHED = replace(REPLY, stage=ReplyStage.PUBLISHED, published=(Publication("A/77/9901", "2022-07-14"),))


def viewer_of(role: Role, own: bool, kind: Kind) -> tuple[Viewer, tuple[str, ...], str]:
    """A viewer, and the States and owner of a thing that is the viewer's own or another's."""
    if role is Role.MISSION:
        if kind in (Kind.ACCOUNT, Kind.WORK):
            return Viewer(role, "CUB", "m"), (), "m" if own else "n"
        return Viewer(role, "CUB", "m"), ("MEX", "CUB") if own else ("MEX",), "n"
    return Viewer(role, "", "" if role is Role.READER else "m"), ("CUB",), "m" if own else "n"


def everything() -> list[tuple[Viewer, Thing]]:
    found = []
    for kind in Kind:
        for stage, (role, own) in itertools.product(stages_of(kind), PARTIES):
            viewer, states, owner = viewer_of(role, own, kind)
            thing = Thing(kind, stage, states, owner)
            assert is_own(viewer, thing) is own
            found.append((viewer, thing))
    return found


def allowed(viewer: Viewer, thing: Thing) -> set[Act]:
    return {act for act in Act if may(viewer, act, thing)}


def test_every_combination_has_a_row_and_its_answer_is_that_of_the_row() -> None:
    wanted = set()
    for row in ROWS:
        for kind, stage, who in itertools.product(row["kind"].split(), row["stages"].split(), row["who"].split()):
            role, _, whose = who.partition(":")
            wanted |= {
                (kind, stage, *party, frozenset(row["acts"].split()))
                for party in PARTIES
                if party[0] == role and whose in ("", "own" if party[1] else "other")
            }
    got = {
        (thing.kind, thing.stage, viewer.role, is_own(viewer, thing), frozenset(allowed(viewer, thing)))
        for viewer, thing in everything()
    }
    assert got == wanted
    assert len(got) == len(rules()) == len(PARTIES) * sum(len(stages_of(kind)) for kind in Kind)


def test_the_table_has_each_stage_that_a_case_can_be_in() -> None:
    held = {stage.value for stage in ReplyStage} - {"expected"}
    for kind in (Kind.LETTER, Kind.READING, Kind.REPLY):
        assert set(stages_of(kind)) == held | {"draft", "restricted", "redacted"}
    assert set(stages_of(Kind.CYCLE)) == {stage.value for stage in CycleStage} - {"planned"}


def test_nothing_of_the_office_reaches_a_reader_before_it_is_published() -> None:
    for viewer, thing in everything():
        if thing.kind in CLOSED_KINDS and thing.stage not in PUBLIC:
            if viewer.role in (Role.READER, Role.ADMINISTRATOR, Role.OPERATOR):
                assert allowed(viewer, thing) == set(), (viewer, thing)
            if viewer.role is Role.MISSION and not is_own(viewer, thing):
                assert allowed(viewer, thing) == set(), (viewer, thing)


def test_what_a_reader_may_everybody_may() -> None:
    for viewer, thing in everything():
        assert allowed(READER, thing) <= allowed(viewer, thing), (viewer, thing)
        assert allowed(READER, thing) <= {Act.SEE, Act.TAKE_AWAY}


def test_one_s_own_is_never_less_open_than_another_s() -> None:
    for viewer, thing in everything():
        if viewer.role is Role.MISSION and thing.kind in OF_A_STATE:
            assert allowed(replace(viewer, state="FRA"), thing) <= allowed(viewer, thing) or not is_own(viewer, thing)


def test_nobody_sees_what_was_redacted() -> None:
    gone = [(viewer, thing) for viewer, thing in everything() if thing.stage == "redacted"]
    assert {thing.kind for _, thing in gone} >= {Kind.LETTER, Kind.READING, Kind.REPLY, Kind.TRANSLATION, Kind.DOCUMENT}
    assert all(allowed(viewer, thing) == set() for viewer, thing in gone)


def test_an_internal_remark_is_for_officers_and_nobody_gives_roles_to_himself() -> None:
    for viewer, thing in everything():
        if thing.kind is Kind.REMARK and viewer.role is not Role.OFFICER:
            assert allowed(viewer, thing) == set()
        if thing.kind is Kind.ACCOUNT and is_own(viewer, thing):
            assert Act.ADMINISTER not in allowed(viewer, thing)


def test_what_is_hidden_is_answered_as_what_is_not_there_and_the_rest_says_for_whom_it_is() -> None:
    for viewer, thing in everything():
        seen = may(viewer, Act.SEE, thing)
        for act in Act:
            said = may(viewer, act, thing)
            if said:
                assert said == Permission(True)
            elif not seen:
                assert said == Permission(False, NOT_FOUND, found=False)
            else:
                assert said.found
                assert " is for " in said.why
    letter = Thing(Kind.LETTER, "published", ("CUB",))
    assert may(READER, Act.DECIDE, letter).why.startswith(
        "To decide about this is for officers and the State whose it is."
    )
    assert may(READER, Act.WRITE, Thing(Kind.REGISTER, "published")).why.startswith(
        "To write in this is for nobody. The"
    )


def test_a_name_gives_a_reader_nothing() -> None:
    mine = Thing(Kind.ACCOUNT, "open", owner="")
    assert not may(READER, Act.SEE, mine).found
    assert not may(Viewer(Role.READER, name="m"), Act.SEE, Thing(Kind.ACCOUNT, "open", owner="m")).found


@pytest.mark.parametrize(("role", "state"), [(Role.MISSION, ""), (Role.OFFICER, "CUB"), (Role.READER, "CUB")])
def test_a_mission_and_nobody_else_speaks_for_a_state(role: Role, state: str) -> None:
    with pytest.raises(ValueError, match="speaks for a State"):
        Viewer(role, state)


def test_a_viewer_acts_in_the_same_capacity() -> None:
    assert Viewer(Role.MISSION, "CUB", "M. Mission").actor == Actor("M. Mission", Role.MISSION)


def test_a_stage_that_no_thing_has_is_refused() -> None:
    with pytest.raises(ValueError, match="a remark is never 'published'; it is internal"):
        Thing(Kind.REMARK, "published")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda rows: rows[:-1], "no row for service running"),
        (lambda rows: (*rows, rows[0]), "a second row for letter draft mission:own"),
        (lambda rows: ({**rows[0], "why": ""}, *rows[1:]), "needs a reason"),
        (lambda rows: ({**rows[0], "acts": "take"}, *rows[1:]), "cannot see"),
        (lambda rows: ({**rows[0], "acts": "fly"}, *rows[1:]), "'fly' is not a valid Act"),
        (lambda rows: ({**rows[0], "who": "mission:mine"}, *rows[1:]), "'mission:mine' is no party"),
        (lambda rows: ({**rows[0], "who": "clerk"}, *rows[1:]), "'clerk' is not a valid Role"),
        (lambda rows: tuple(row for row in rows if row["kind"] != "remark"), "no row for a kind of thing"),
    ],
)
def test_a_table_with_a_gap_is_refused(change: object, said: str) -> None:
    with pytest.raises(LexiconBroken, match=said):
        parse_rules(change(ROWS))  # type: ignore[operator]


# What each step of a case is done with, and how; the officer's steps of a cycle are those of the cycle.
STEPS: dict[type[Command], tuple[Kind, Act]] = {
    c.RedactContents: (Kind.LETTER, Act.ADMINISTER),
    w.AdoptReading: (Kind.READING, Act.DECIDE),
    c.IssueNote: (Kind.NOTE, Act.DECIDE),
    c.SendReminder: (Kind.NOTE, Act.DECIDE),
    c.SetPart: (Kind.REPORT, Act.WRITE),
    c.CompileReport: (Kind.REPORT, Act.DECIDE),
    c.SubmitReport: (Kind.REPORT, Act.DECIDE),
    w.SetPartAside: (Kind.REPORT, Act.WRITE),
    w.ReturnReport: (Kind.REPORT, Act.DECIDE),
    c.IssueReport: (Kind.REPORT, Act.DECIDE),
    c.Receive: (Kind.LETTER, Act.WRITE),
    c.ReceiveVersion: (Kind.LETTER, Act.WRITE),
    c.ReceiveCopy: (Kind.LETTER, Act.WRITE),
    w.Assign: (Kind.TRANSLATION, Act.DECIDE),
    c.SendForTranslation: (Kind.TRANSLATION, Act.DECIDE),
    c.TakeTranslation: (Kind.TRANSLATION, Act.WRITE),
    w.SetTranslationAside: (Kind.TRANSLATION, Act.DECIDE),
    c.AddRemark: (Kind.REMARK, Act.WRITE),
    **dict.fromkeys(
        (
            c.MarkProvisional,
            c.MakeFinal,
            c.Restrict,
            c.RecordObjection,
            c.RecordConsent,
            c.Withdraw,
            c.Recall,
            c.Reinstate,
        ),
        (Kind.REPLY, Act.DECIDE),
    ),
}


def test_the_steps_of_a_case_are_open_to_no_role_that_may_not_touch_the_thing() -> None:
    """The two tables agree: a step's roles are those that the matrix lets do it with such a thing, at some stage."""
    for command, _ in EVERY:
        row = TRANSITIONS[type(command)]
        cycle = any(isinstance(stage, CycleStage) for stage in row.stages)
        kind, act = STEPS.get(type(command), (Kind.CYCLE if cycle else Kind.LETTER, Act.DECIDE))
        may_do = {
            role
            for (each, stage, role, own), rule in rules().items()
            if each is kind and act in rule.acts and stage != "draft"
        }
        assert row.roles <= may_do, type(command)
        if type(command) in STEPS and kind in (Kind.REPLY, Kind.TRANSLATION, Kind.REMARK):
            assert row.roles == may_do or row.roles == {Role.OFFICER}, type(command)


def test_a_version_is_open_when_it_was_published_and_no_other() -> None:
    assert (reply_of(PUBLISHED, 1).stage, reply_of(PUBLISHED, 2).stage) == ("published", "received")
    assert (letter_of(PUBLISHED, 1).stage, reading_of(PUBLISHED, 2).stage) == ("published", "received")
    assert reply_of(replace(PUBLISHED, stage=ReplyStage.RECALLED), 1).stage == "recalled"
    assert reply_of(replace(PUBLISHED, published=()), 1).stage == "confirmed"
    with pytest.raises(IndexError, match="reply-1 has no version 0"):
        reply_of(PUBLISHED, 0)


def test_a_letter_is_on_the_web_where_it_was_put_and_the_state_does_not_object() -> None:
    printed = replace(PUBLISHED, on_web=False)
    assert (reply_of(printed, 1).stage, letter_of(printed, 1).stage) == ("published", "confirmed")
    assert letter_of(replace(printed, destination=Destination.WEB), 1).stage == "published"
    assert letter_of(replace(PUBLISHED, objection="at its request"), 1).stage == "confirmed"
    assert page_of(PUBLISHED, "p").stage == "published"
    assert page_of(replace(PUBLISHED, objection="at its request"), "p").stage == "confirmed"
    assert page_of(PUBLISHED, "p", frozenset({"p"})).stage == "redacted"


def test_what_was_restricted_or_redacted_is_so_whatever_its_stage() -> None:
    for case in (RESTRICTED, replace(PUBLISHED, restricted="at its request")):
        assert {letter_of(case, 1).stage, reply_of(case, 1).stage, translation_of(case, "en").stage} == {"restricted"}
    gone = frozenset({A})
    assert (letter_of(PUBLISHED, 1, gone).stage, letter_of(PUBLISHED, 2, gone).stage) == ("redacted", "received")
    assert translation_of(PUBLISHED, "en", gone).stage == "redacted"
    assert translation_of(PUBLISHED, "en", frozenset({C})).stage == "redacted"


def test_a_proposal_makes_nobody_an_author() -> None:
    """Version 2 was proposed as anything: until it is confirmed it is of nobody but who is known to have sent it."""
    second = replace(REPLY.versions[1], authors=("MEX",))
    case = replace(REPLY, versions=(REPLY.versions[0], second))
    assert letter_of(case, 1).states == ("CUB",)
    assert letter_of(case, 2).states == ()
    assert letter_of(case, 2, sent_for="CUB").states == ("CUB",)
    assert letter_of(replace(case, confirmed={}, stated=("FRA",)), 2, sent_for="CUB").states == ("FRA", "CUB")
    assert second.sha256 == B


def test_a_translation_is_a_job_until_its_reply_is_out() -> None:
    assert (translation_of(REPLY, "en").stage, translation_of(REPLY, "zh").stage) == ("taken", "ordered")
    assert (translation_of(PUBLISHED, "en").stage, translation_of(PUBLISHED, "zh").stage) == ("published", "ordered")
    assert translation_of(replace(REPLY, stage=ReplyStage.WITHDRAWN), "en").stage == "withdrawn"
    with pytest.raises(KeyError):
        translation_of(REPLY, "ru")


def test_a_report_is_open_when_it_is_issued() -> None:
    stages = {stage: report_of(CycleCase(stage=stage)).stage for stage in CycleStage}
    assert {stage for stage, one in stages.items() if one == "issued"} == set(list(CycleStage)[5:])
    assert stages[CycleStage.COMPILED] == "compiled"
    assert stages[CycleStage.SUBMITTED] == "submitted"
    assert {stages[stage] for stage in list(CycleStage)[:3]} == {"drafted"}


def test_each_stage_of_a_reply_makes_a_thing() -> None:
    for stage in ReplyStage:
        case: ReplyCase = replace(REPLY, stage=stage)
        if stage is not ReplyStage.EXPECTED:
            assert {thing(case, 2).kind for thing in (letter_of, reading_of, reply_of)} <= set(Kind)


def matrix_table(rows: tuple[TableRow, ...]) -> str:
    """The matrix as the page on security shows it."""
    lines = ["| what | stage | who | may | why |", "|---|---|---|---|---|"]
    for row in rows:
        cells = [row[column].replace(" ", ", ") or "nothing" for column in ("kind", "stages", "who", "acts")]
        lines.append(
            f"| {' | '.join(cells)} | {row['why']} |".replace(":own", " (own)").replace(":other", " (another's)")
        )
    return "\n".join(lines)


def test_the_table_in_the_documentation_is_made_from_the_rows() -> None:
    page = (Path(__file__).parent.parent.parent / "docs" / "security.md").read_text(encoding="utf-8")
    assert matrix_table(ROWS) in page
