"""Letters as missions send them: what each kind does to a cycle, and that nothing is printed that nobody confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.desk.conftest import CYCLE as TERMS

from verbale.app.compiling import CompileOptions, compile_report
from verbale.app.confirming import LetterDetails, confirm_reply
from verbale.app.cycles import CycleFolder, open_cycle, start_cycle
from verbale.app.finding_cases import get_case
from verbale.app.gates import find_open_matters, undo_waiver, waive_gate
from verbale.app.receiving import Received, Unread, receive_source, settled_confirmation
from verbale.app.reconciling import reconcile
from verbale.app.recording import issue_report, submit_report
from verbale.app.reminding import find_unanswered
from verbale.app.undoing import undo_confirmation
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE, Gate, ReplyStage
from verbale.desk.casework import AddAuthor, Assign
from verbale.desk.commands import Actor
from verbale.desk.letter_kinds import LetterKind
from verbale.errors import BadReference, Refused
from verbale.model.language import Language
from verbale.model.reconciliation import Fate

OFFICER, SECOND = Actor("A. Officer"), Actor("B. Officer")
CAME = datetime(2022, 5, 20, 14, tzinfo=UTC)
LATER = datetime(2022, 6, 21, 14, tzinfo=UTC)
HEAD = "Permanent Mission of {state} to the United Nations\n\nNew York, {day} May 2022\n\n"
REPLY = HEAD + (
    "The Permanent Mission of {state} has the honour to reply to resolution 76/53 of the General Assembly.\n\n"
    "{state} closed two stores of sealed sources in 2021 and trained nine inspectors.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[CycleFolder]:
    start_cycle(tmp_path / "cycle", TERMS, OFFICER, datetime(2022, 1, 20, tzinfo=UTC))
    with open_cycle(tmp_path / "cycle") as opened:
        opened.give(CYCLE, c.IssueNote("ODA/2022-00991", date(2022, 1, 28)), OFFICER, datetime(2022, 1, 28, tzinfo=UTC))
        yield opened


def receive(folder: CycleFolder, text: str, name: str = "letter.txt") -> Received:
    taken = receive_source(folder, text.encode(), name, OFFICER, CAME)
    assert not isinstance(taken, Unread)
    return taken[0]


def accept(folder: CycleFolder, text: str) -> str:
    taken = receive(folder, text)
    confirmation = settled_confirmation(folder, taken)
    assert confirmation is not None, taken.alarms
    folder.give(taken.case, confirmation, OFFICER, CAME)
    return taken.case


def printed(folder: CycleFolder, into: Path) -> str:
    order = CompileOptions((Language.EN,), ("text",), into, date(2022, 6, 21), force=True)
    documents = compile_report(folder, order, OFFICER, LATER)
    return " ".join(f"{node.label or ''} {node.text}" for node in documents[Language.EN].nodes)


def body(state: str, day: int, words: str) -> str:
    return HEAD.format(state=state, day=day) + words + "\n"


def test_a_correction_that_names_its_letter_takes_its_place_with_its_own_date(
    folder: CycleFolder, tmp_path: Path
) -> None:
    first = accept(folder, REPLY.format(state="Ghana", day=9))
    words = (
        "This letter replaces our letter of 9 May 2022 on resolution 76/53, which had an error in a figure.\n\n"
        "Ghana closed two stores of sealed sources in 2021 and trained 19 inspectors with the help of its neighbours."
    )
    assert accept(folder, body("Ghana", 12, words)) == first
    reply = folder.get_reply(first)
    assert (reply.kind, reply.dated, reply.standing.number) == (LetterKind.CORRECTED, "2022-05-12", 2)
    assert reply.confirmed[1].dated == "2022-05-09"
    text = printed(folder, tmp_path / "out")
    assert "19 inspectors" in text
    assert "[12 May 2022]" in text
    assert "nine inspectors" not in text


def test_a_second_letter_that_does_not_say_what_it_is_changes_nothing_by_itself(
    folder: CycleFolder, tmp_path: Path
) -> None:
    case = accept(folder, REPLY.format(state="Ghana", day=9))
    taken = receive(folder, body("Ghana", 13, "On resolution 76/53 Ghana has the honour to say that it has no stores."))
    assert (taken.kind, settled_confirmation(folder, taken)) == ("version", None)
    assert folder.get_reply(case).dated == "2022-05-09"
    with pytest.raises(Refused, match="give --kind"):
        confirm_reply(folder, case, LetterDetails(), OFFICER, LATER)
    with pytest.raises(Refused, match=f"not placed yet: {case}"):
        printed(folder, tmp_path / "out")
    waive_gate(folder, case, Gate.UNCONFIRMED, "the Director", "the mission was asked", OFFICER, LATER)
    assert "nine inspectors" in printed(folder, tmp_path / "out")


def test_a_withdrawal_is_never_printed_and_takes_back_the_reply_that_it_names(
    folder: CycleFolder, tmp_path: Path
) -> None:
    case = accept(folder, REPLY.format(state="Ghana", day=9))
    words = "The Permanent Mission of Ghana wishes to withdraw its reply of 9 May 2022 on resolution 76/53."
    taken = receive(folder, body("Ghana", 16, words))
    assert (taken.kind, taken.relation.kind, taken.relation.about) == ("new", LetterKind.WITHDRAWAL, case)
    assert settled_confirmation(folder, taken) is None
    with pytest.raises(Refused, match="--kind withdrawal"):
        confirm_reply(folder, taken.case, LetterDetails(), OFFICER, LATER)
    letter = confirm_reply(folder, taken.case, LetterDetails(kind="withdrawal"), OFFICER, LATER)
    assert (letter.stage, folder.get_reply(case).stage) == (ReplyStage.SET_ASIDE, ReplyStage.WITHDRAWN)
    assert "GHA" in find_unanswered(folder)
    text = printed(folder, tmp_path / "out")
    assert "withdraw" not in text
    assert "inspectors" not in text
    undo_confirmation(folder, taken.case, "it was of another State", OFFICER, LATER)
    assert folder.get_reply(case).stage is ReplyStage.CONFIRMED
    assert folder.get_reply(taken.case).stage is ReplyStage.RECEIVED


def test_a_signed_copy_is_joined_and_compared_word_for_word(folder: CycleFolder) -> None:
    text = REPLY.format(state="Ghana", day=9)
    case = accept(folder, text)
    copy = receive(folder, text.replace("New York, 9", "New York,\n9"))
    assert (copy.kind, copy.relation.kind, copy.relation.sure) == ("version", LetterKind.SIGNED_COPY, True)
    confirmation = settled_confirmation(folder, copy)
    assert confirmation is not None
    folder.give(case, confirmation, OFFICER, CAME)
    reply = folder.get_reply(case)
    assert (reply.standing.number, reply.pending, reply.kind) == (1, (), LetterKind.REPLY)
    other = receive(folder, text.replace("nine inspectors", "ten inspectors").replace("9 May", "10 May"))
    assert other.relation.kind is LetterKind.SIGNED_COPY
    assert not other.relation.sure
    assert any("it may be the signed copy" in alarm.reason for alarm in other.alarms)


def test_both_stand_where_a_letter_supplements_another(folder: CycleFolder, tmp_path: Path) -> None:
    first = accept(folder, REPLY.format(state="Ghana", day=9))
    words = (
        "Ghana wishes to supplement its reply of 9 May 2022 on resolution 76/53.\n\nA law was adopted on 4 May 2022."
    )
    second = accept(folder, body("Ghana", 17, words))
    assert second != first
    assert folder.get_reply(second).confirmation.relates_to == first  # type: ignore[union-attr]
    text = printed(folder, tmp_path / "out")
    assert "nine inspectors" in text
    assert "A law was adopted" in text


def test_a_nil_reply_is_counted_and_listed_without_text(folder: CycleFolder, tmp_path: Path) -> None:
    words = (
        "The Permanent Mission of Malta has the honour to state, on resolution 76/53, that it has nothing to report."
    )
    case = accept(folder, body("Malta", 18, words))
    assert folder.get_reply(case).kind is LetterKind.NIL
    assert "MLT" not in find_unanswered(folder)
    text = printed(folder, tmp_path / "out")
    assert "it had no information to provide: Malta." in text
    assert "nothing to report" not in text
    found = reconcile(folder)
    assert (found.total(Fate.OMITTED), found.total(Fate.LISTED) > 50) == (0, True)


def test_a_translation_of_the_mission_s_own_stands_for_the_reply(folder: CycleFolder, tmp_path: Path) -> None:
    spanish = (
        "Misión Permanente de Costa Rica ante las Naciones Unidas\n\nNueva York, 9 de mayo de 2022\n\n"
        "La Misión Permanente de Costa Rica tiene el honor de responder a lo solicitado en la resolución 76/53.\n\n"
        "Costa Rica cerró dos depósitos de fuentes selladas en 2021 y capacitó a nueve inspectores.\n"
    )
    case = accept(folder, spanish)
    english = "Unofficial translation\n\n" + REPLY.format(state="Costa Rica", day=9)
    taken = receive(folder, english)
    assert (taken.relation.kind, taken.relation.about) == (LetterKind.TRANSLATION, case)
    confirm_reply(folder, taken.case, LetterDetails(kind="translation"), OFFICER, LATER)
    held = folder.get_reply(case).translations["en"]
    assert (held.letter, held.version) == (taken.case, 1)
    text = printed(folder, tmp_path / "out")
    assert "[Original: Spanish]" in text
    assert "trained nine inspectors" in text
    assert "Unofficial translation" not in text
    undo_confirmation(folder, taken.case, "it translates another letter", OFFICER, LATER)
    assert folder.get_reply(case).translation_into("en") is None


def test_more_time_and_an_acknowledgement_are_no_replies(folder: CycleFolder) -> None:
    for kind, words in (
        ("more-time", "The Permanent Mission of Malta requests an extension of the deadline under resolution 76/53."),
        ("acknowledgement", "The Permanent Mission of Malta acknowledges receipt of the note on resolution 76/53."),
    ):
        taken = receive(folder, body("Malta", 18, words))
        assert taken.relation.kind.value == kind
        assert settled_confirmation(folder, taken) is None
        assert confirm_reply(folder, taken.case, LetterDetails(kind=kind), OFFICER, CAME).stage is ReplyStage.SET_ASIDE
    assert "MLT" in find_unanswered(folder)


def test_states_that_sign_together_have_all_replied_and_are_printed_once(folder: CycleFolder, tmp_path: Path) -> None:
    words = (
        "The Permanent Missions of Kenya and Ghana to the United Nations present their compliments to the Office for "
        "Disarmament Affairs and submit a joint reply on resolution 76/53.\n\nBoth States trained inspectors.\n"
    )
    taken = receive(folder, f"Permanent Missions of Kenya and Ghana to the United Nations\n\n9 May 2022\n\n{words}")
    assert settled_confirmation(folder, taken) is None
    reply = confirm_reply(folder, taken.case, LetterDetails(), OFFICER, LATER)
    assert reply.authors == ("KEN", "GHA")
    assert not {"KEN", "GHA"} & set(find_unanswered(folder))
    assert "Kenya and Ghana [Original: English]" in printed(folder, tmp_path / "out")
    assert reconcile(folder).total(Fate.OMITTED) == 0


def test_an_author_that_the_desk_adds_has_a_section_and_is_taken_by_any_name(
    folder: CycleFolder, tmp_path: Path
) -> None:
    text = (
        "Blue Keel Alliance\n\n9 May 2022\n\nThe Alliance submits the following on resolution 76/53.\n\nPorts matter.\n"
    )
    taken = receive(folder, text)
    with pytest.raises(Refused, match="give --state"):
        confirm_reply(folder, taken.case, LetterDetails(), OFFICER, LATER)
    with pytest.raises(BadReference, match="verbale author"):
        confirm_reply(folder, taken.case, LetterDetails(("Blue Keel Alliance",)), OFFICER, LATER)
    names = ("en Blue Keel Alliance", "fr Alliance de la quille bleue")
    folder.give(CYCLE, AddAuthor("BLUE-KEEL", "civil-society", names), OFFICER, LATER)
    said = LetterDetails(("alliance de la quille bleue",))
    assert confirm_reply(folder, taken.case, said, OFFICER, LATER).authors == ("BLUE-KEEL",)
    assert get_case(folder, "BLUE-KEEL") == taken.case
    text = printed(folder, tmp_path / "out")
    assert "Information received from international organizations" in text
    assert "Blue Keel Alliance [Original: English]" in text


def test_a_state_speaks_for_a_group_that_is_named(folder: CycleFolder, tmp_path: Path) -> None:
    words = (
        "The Permanent Mission of Indonesia, on behalf of the Movement of Non-Aligned Countries, replies to resolution "
        "76/53."
    )
    taken = receive(folder, body("Indonesia", 9, words))
    assert taken.proposal.group == "NAM"
    assert settled_confirmation(folder, taken) is None
    reply = confirm_reply(folder, taken.case, LetterDetails(), OFFICER, LATER)
    assert (reply.authors, reply.group) == (("IDN",), "NAM")
    assert "Indonesia (on behalf of Movement of Non-Aligned Countries)" in printed(folder, tmp_path / "out")


def test_words_in_a_seventh_language_are_printed_in_translation_alone(folder: CycleFolder, tmp_path: Path) -> None:
    text = (
        "Missão Permanente de Portugal junto das Nações Unidas\n\n9 May 2022\n\n"
        "A Missão Permanente de Portugal tem a honra de responder à nota verbal relativa à resolução 76/53.\n\n"
        "Portugal não possui armas nucleares e apoia também a formação de inspetores em todos os países da região.\n"
    )
    taken = receive(folder, text)
    assert [found.value for found in taken.proposal.languages] == ["pt"]
    assert settled_confirmation(folder, taken) is None
    said = LetterDetails(("PRT",), "2022-05-09", "pt", ("76/53",))
    confirm_reply(folder, taken.case, said, OFFICER, LATER)
    shown = printed(folder, tmp_path / "out")
    assert "[Original: Portuguese]" in shown
    assert "não possui" not in shown


def test_what_cannot_be_read_is_received_and_nobody_is_credited_or_lost(folder: CycleFolder) -> None:
    unread = receive_source(folder, b"\x00\x01\x02" * 50, "letter.bin", OFFICER, CAME)
    assert isinstance(unread, Unread)
    reply = folder.get_reply(unread.case)
    assert (reply.stage, reply.current.name, reply.current.received[:10]) == (
        ReplyStage.UNREAD,
        "letter.bin",
        "2022-05-20",
    )
    assert folder.store.get_content(reply.current.sha256) == b"\x00\x01\x02" * 50
    with pytest.raises(Refused, match="say whose it is with --state"):
        confirm_reply(folder, unread.case, LetterDetails(), OFFICER, LATER)
    assert "GHA" in find_unanswered(folder)
    confirm_reply(folder, unread.case, LetterDetails(("Ghana",)), OFFICER, CAME)
    assert "GHA" not in find_unanswered(folder)
    assert reconcile(folder).unsettled == 1
    again = receive_source(folder, b"\x00\x01\x02" * 50, "again.bin", OFFICER, CAME)
    assert isinstance(again, Unread)
    assert (again.kind, folder.get_reply(unread.case).copies) == ("copy", 1)


def test_a_report_is_handed_in_only_past_its_gates(folder: CycleFolder, tmp_path: Path) -> None:
    accept(folder, REPLY.format(state="Ghana", day=9))
    unread = receive_source(folder, b"\x00\x01\x02" * 50, "letter.bin", OFFICER, CAME)
    order = CompileOptions((Language.EN, Language.FR), ("text",), tmp_path / "out", date(2022, 6, 21))
    compile_report(folder, order, OFFICER, LATER)
    assert {matter.gate for matter in find_open_matters(folder)} == {Gate.UNREAD, Gate.TRANSLATION}
    with pytest.raises(Refused, match=r"unread: letter\.bin"):
        submit_report(folder, "", OFFICER, LATER)
    waive_gate(folder, unread.case, Gate.UNREAD, "the Director", "a paper copy is asked for", OFFICER, LATER)  # type: ignore[union-attr]
    waive_gate(folder, get_case(folder, "GHA"), Gate.TRANSLATION, "the Director", "to follow", OFFICER, LATER)
    found = reconcile(folder)
    assert found.unsettled == 0
    assert any("waived by the Director: to follow" in one.waivers[0] for one in found.accounts if one.waivers)
    undo_waiver(folder, get_case(folder, "GHA"), Gate.TRANSLATION, "too soon", OFFICER, LATER)
    with pytest.raises(Refused, match="no translation into fr"):
        submit_report(folder, "", OFFICER, LATER)
    waive_gate(folder, get_case(folder, "GHA"), Gate.TRANSLATION, "the Director", "to follow", OFFICER, LATER)
    submit_report(folder, "", OFFICER, LATER)
    assert issue_report(folder, "", date(2022, 7, 1), OFFICER, LATER)[1] == 1


def test_who_confirms_does_not_issue_where_a_second_person_is_asked_for(tmp_path: Path) -> None:
    start_cycle(
        tmp_path / "two", f"{TERMS}\n[approval]\nsecond_person = true\n", OFFICER, datetime(2022, 1, 20, tzinfo=UTC)
    )
    with open_cycle(tmp_path / "two") as folder:
        folder.give(CYCLE, c.IssueNote("ODA/1", date(2022, 1, 28)), OFFICER, datetime(2022, 1, 28, tzinfo=UTC))
        accept(folder, REPLY.format(state="Ghana", day=9))
        printed(folder, tmp_path / "out")
        submit_report(folder, "", OFFICER, LATER)
        with pytest.raises(Refused, match="the terms ask for a second person"):
            issue_report(folder, "", date(2022, 7, 1), OFFICER, LATER)
        assert issue_report(folder, "", date(2022, 7, 1), SECOND, LATER)[1] == 1


def test_a_case_is_named_by_number_beginning_or_state_and_given_to_somebody(folder: CycleFolder) -> None:
    ghana = accept(folder, REPLY.format(state="Ghana", day=9))
    malta = accept(folder, REPLY.format(state="Malta", day=9))
    named = ("1", "2", "加纳", "MLT", ghana[:12], malta.removeprefix("reply-")[:6])
    assert [get_case(folder, each) for each in named] == [
        ghana, malta, ghana, malta, ghana, malta,
    ]  # fmt: skip
    with pytest.raises(Refused, match="no letter of FRA is held"):
        get_case(folder, "France")
    with pytest.raises(Refused, match="several letters are called so"):
        get_case(folder, "reply-")
    folder.give(ghana, Assign("C. Officer", "the law is to be checked"), OFFICER, LATER)
    with pytest.raises(Refused, match="already"):
        folder.give(ghana, Assign("C. Officer", ""), OFFICER, LATER)
    folder.give(ghana, Assign("B. Officer", "on leave"), OFFICER, LATER)
    assert folder.get_reply(ghana).assigned == "B. Officer"
