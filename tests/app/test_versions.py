"""Whose letter it is, and of which reply it is a version: said by the letter, or by a person, and never guessed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from verbale.app.confirming import LetterDetails, confirm_reply
from verbale.app.cycles import CycleFolder
from verbale.app.letter_reading import read_letter
from verbale.app.receiving import Received, receive_letter
from verbale.desk import commands as c
from verbale.desk.cases import ReplyStage
from verbale.desk.casework import SetApart
from verbale.desk.commands import Actor
from verbale.errors import Refused

OFFICER = Actor("A. Officer")
NOW = datetime(2022, 5, 20, 14, tzinfo=UTC)
LETTER = """Permanent Mission of {state} to the United Nations

The Permanent Mission of {state} to the United Nations presents its compliments to the Office for Disarmament Affairs
and, with reference to resolution 76/53, has the honour to state the following.

{state} supports the entry into force of the Treaty.

New York, 10 May 2022
"""


def receive(folder: CycleFolder, text: str) -> Received:
    return receive_letter(folder, read_letter(text.encode(), "letter.txt"), OFFICER, NOW)


def confirm(folder: CycleFolder, case: str, state: str = "", **said: str) -> str:
    details = LetterDetails((state,) if state else (), **said)  # type: ignore[arg-type]
    return confirm_reply(folder, case, details, OFFICER, NOW).id


def states(folder: CycleFolder) -> list[tuple[str, int]]:
    return sorted((reply.state, len(reply.versions)) for reply in folder.replies)


def test_a_sender_in_doubt_makes_no_version(folder: CycleFolder) -> None:
    confirm(folder, receive(folder, LETTER.format(state="Cuba")).case)
    doubtful = receive(
        folder, "Views on resolution 76/53\n\nCuba and its neighbours support the Treaty.\n\n10 May 2022\n"
    )
    assert doubtful.kind == "new"
    with pytest.raises(Refused, match="CUB has a reply to the same"):
        confirm(folder, doubtful.case, state="CUB", dated="2022-05-10")
    assert confirm(folder, doubtful.case, state="MEX", dated="2022-05-10") == doubtful.case
    assert states(folder) == [("CUB", 1), ("MEX", 1)]


def test_a_letter_is_joined_to_the_reply_it_is_a_version_of(folder: CycleFolder) -> None:
    first = confirm(folder, receive(folder, LETTER.format(state="Cuba")).case)
    later = receive(folder, "On resolution 76/53\n\nWe also support the zone.\n\n12 May 2022\n").case
    assert confirm(folder, later, version_of=first, dated="2022-05-12") == first
    assert states(folder) == [("CUB", 2)]
    with pytest.raises(Refused, match="no such reply"):
        folder.get_reply(later)
    with pytest.raises(Refused, match="a reason is needed"):
        confirm(folder, first, version_of=first)


def test_two_replies_of_one_state_are_two_when_a_person_says_so(folder: CycleFolder) -> None:
    confirm(folder, receive(folder, LETTER.format(state="Cuba")).case)
    other = receive(folder, "On resolution 76/53\n\nWe also support the zone.\n\n12 May 2022\n").case
    assert confirm(folder, other, state="CUB", dated="2022-05-12", version_of="none") == other
    assert states(folder) == [("CUB", 1), ("CUB", 1)]


def test_a_version_of_another_state_s_is_set_apart(folder: CycleFolder) -> None:
    first = confirm(folder, receive(folder, LETTER.format(state="Cuba")).case)
    wrong = receive(folder, LETTER.format(state="Cuba").replace("supports", "warmly supports"))
    assert (wrong.kind, wrong.case) == ("version", first)
    with pytest.raises(Refused, match="earlier versions are of CUB: say whether"):
        confirm(folder, first, state="MEX", kind="reply", reason="forwarded letter")
    own = confirm(folder, first, state="MEX", kind="reply", versions="last", reason="forwarded letter")
    assert own != first
    assert states(folder) == [("CUB", 1), ("MEX", 1)]
    assert folder.get_reply(first).stage is ReplyStage.CONFIRMED
    assert (folder.get_reply(first).dated, folder.get_reply(first).current.number) == ("2022-05-10", 1)


def test_all_versions_are_of_another_state_when_a_person_says_so(folder: CycleFolder) -> None:
    first = confirm(folder, receive(folder, LETTER.format(state="Cuba")).case)
    receive(folder, LETTER.format(state="Cuba").replace("supports", "warmly supports"))
    confirm(folder, first, state="MEX", kind="reply", versions="all", reason="misread")
    assert states(folder) == [("MEX", 2)]


def test_a_reply_is_as_it_was_before_a_version_that_is_set_apart(folder: CycleFolder) -> None:
    first = confirm(folder, receive(folder, LETTER.format(state="Cuba")).case)
    folder.give(first, c.Place("report", 1, False, "in time"), OFFICER, NOW)
    receive(folder, LETTER.format(state="Cuba").replace("supports", "warmly supports"))
    assert folder.get_reply(first).stage is ReplyStage.PLACED
    confirm(folder, first, kind="corrected")
    assert folder.get_reply(first).stage is ReplyStage.CONFIRMED
    folder.give(first, c.SendForTranslation(("fr",)), OFFICER, NOW)
    with pytest.raises(Refused, match="not the latest version"):
        folder.give(first, SetApart(1, "no"), OFFICER, NOW)
    folder.give(first, SetApart(2, "of another State"), OFFICER, NOW)
    reply = folder.get_reply(first)
    assert (reply.stage, reply.placed_version, reply.translations) == (ReplyStage.PLACED, 1, {})
    receive(folder, LETTER.format(state="Cuba").replace("supports", "firmly supports"))
    confirm(folder, first, kind="corrected")
    folder.give(first, c.Place("report", 2, False, "in time"), OFFICER, NOW)
    folder.give(first, SetApart(2, "of another State"), OFFICER, NOW)
    reply = folder.get_reply(first)
    assert (reply.stage, reply.placed_version, reply.destination) == (ReplyStage.CONFIRMED, 0, None)
