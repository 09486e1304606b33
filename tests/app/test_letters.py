"""Letters of every shape that a mission sends, in six languages: what each is taken for, and that nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest
from bench.letters import ASKED, BOUND, CYCLE, LETTERS, Read, read_all, read_labelled

from verbale.app.letter_reading import propose_letter, read_letter, read_letters
from verbale.desk.certainty import find_date, is_certain
from verbale.desk.cycle_file import parse_cycle
from verbale.desk.intake import Proposal
from verbale.desk.letter_kinds import LetterKind
from verbale.model.node import NodeKind

BUILD = Path(__file__).resolve().parents[2] / "scripts" / "build_letters.py"


@pytest.fixture(scope="module")
def letters() -> list[Read]:
    return read_all()


def proposed(name: str) -> Proposal:
    return propose_letter(read_letter((LETTERS / name).read_bytes(), name), parse_cycle(CYCLE))


def test_built_letters_are_current() -> None:
    done = subprocess.run([sys.executable, str(BUILD), "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("asked", ASKED)
def test_what_a_letter_is_stands_first(letters: list[Read], asked: str) -> None:
    wrong = [(letter.label["file"], letter.said[asked]) for letter in letters if not letter.is_right(asked)]
    assert len(wrong) <= (1 - BOUND) * len(letters), wrong


def test_nothing_of_a_letter_is_left_out(letters: list[Read]) -> None:
    assert {letter.label["file"]: letter.lost for letter in letters if letter.lost} == {}


def test_nothing_that_frames_a_letter_is_reproduced(letters: list[Read]) -> None:
    assert {letter.label["file"]: letter.printed for letter in letters if letter.printed} == {}


def test_no_letter_is_accepted_that_is_not_what_it_is_taken_for(letters: list[Read]) -> None:
    assert [letter.label["file"] for letter in letters if letter.is_wrongly_accepted] == []
    clean = [letter for letter in letters if letter.label["file"][0] < "6"]
    assert sum(bool(letter.accepted) for letter in clean) >= 0.9 * len(clean)


def test_there_are_letters_enough(letters: list[Read]) -> None:
    assert len(letters) >= 60


def test_letters_in_every_language_and_format(letters: list[Read]) -> None:
    files = {(letter.label["language"], letter.label["file"].rpartition(".")[2]) for letter in letters}
    assert {language for language, _ in files} == {"en", "fr", "es", "ru", "zh", "ar"}
    assert {form for _, form in files} == {"txt", "html", "docx", "pdf", "eml"}


def test_a_reading_that_is_wrong_is_seen() -> None:
    label = {"file": "101-bol.docx", "state": "PER", "date": "", "language": "es", "resolutions": "", "parts": "2"}
    label["kind"] = "nil"
    read = read_labelled(label, parse_cycle(CYCLE))
    assert not any(read.is_right(asked) for asked in ASKED)


def test_what_a_person_has_to_look_at_is_an_alarm() -> None:
    assert any("1.A" in alarm.reason for alarm in proposed("132-tha.txt").alarms)
    assert any("provisional" in alarm.reason for alarm in proposed("125-nor.docx").alarms)
    assert any("does not name its sender" in alarm.reason for alarm in proposed("222-brn.txt").alarms)


BARE = """Permanent Mission of Norway to the United Nations

{day}

The Permanent Mission of Norway to the United Nations presents its compliments and {words}

Norway has trained forty inspectors since 2020 and will train ten more in the coming year.

{last}
"""


@pytest.mark.parametrize(
    ("words", "last", "reason"),
    [
        ("replies to the note verbale of 28 January 2022 as follows.", "", ""),
        ("replies to note verbale ODA/2022-00991 as follows.", "", ""),
        ("replies to the note verbale of 14 March 2022 as follows.", "", "cites no resolution"),
        ("replies as follows.", "", "cites no resolution"),
        ("replies to the note verbale of 28 January 2022 on resolution 75/30 as follows.", "", "cites no resolution"),
        ("replies on resolution 76/27.", "Norway voted for resolution 76/53.", ""),
        (
            "replies on resolution 76/27.",
            "Norway voted for resolution 76/53. It has closed a plant.",
            "cited too",
        ),
        ("replies on resolution 76/27.", "Norway has read resolution 76/53 with interest.", "cited too"),
        ("replies on resolution 76/27.", "Norway voted for resolution 76/53.\n\nIt has closed a plant.", "cited too"),
    ],
)
def test_what_a_letter_answers_is_plain_or_asked(words: str, last: str, reason: str) -> None:
    text = BARE.format(day="16 May 2022", words=words, last=last)
    found = propose_letter(read_letter(text.encode(), "letter.txt"), parse_cycle(CYCLE))
    assert is_certain(found) is (not reason)
    assert any(reason in alarm.reason for alarm in found.alarms) is bool(reason)


@pytest.mark.parametrize(
    ("words", "last", "reason"),
    [
        ("refers to its paper of 9 May 2022 on resolution 76/27.", "It has closed a plant.", "speaks of 2022-05-09"),
        ("will speak on resolution 76/27 when it can, by 20 June 2022.", "", "speaks of 2022-06-20"),
        ("has read resolution 76/27.", "", "hardly more than its opening"),
        ("joined the Treaty on 9 May 2019 and replies on resolution 76/27.", "It has closed a plant.", ""),
    ],
)
def test_what_may_be_another_letter_is_taken_for_no_reply(words: str, last: str, reason: str) -> None:
    text = BARE.format(day="16 May 2022", words=words, last=last)
    text = text if last else text.replace("Norway has trained forty inspectors since 2020 and will train ten more", "")
    text = text if last else text.replace(" in the coming year.", "")
    found = propose_letter(read_letter(text.encode(), "letter.txt"), parse_cycle(CYCLE))
    assert any(reason in alarm.reason for alarm in found.alarms) is bool(reason)
    assert is_certain(found) is (not reason)


@pytest.mark.parametrize(
    ("said", "sure"),
    [
        ("has nothing to report on resolution 76/53.", True),
        ("has nothing to report beyond what it said last year on resolution 76/53.", False),
    ],
)
def test_who_has_nothing_to_say_beyond_something_has_said_it(said: str, sure: bool) -> None:
    text = f"Permanent Mission of Norway to the United Nations\n\n16 May 2022\n\nNorway {said}\n"
    found = propose_letter(read_letter(text.encode(), "letter.txt"), parse_cycle(CYCLE))
    assert (found.kinds[0].value, found.kinds[0].sure) == (LetterKind.NIL, sure)


FORWARDED = b"""From: Registry <registry@un.example.org>
Date: Mon, 16 May 2022 09:12:00 -0400
Subject: FW: note
Message-ID: <1@example.org>
Content-Type: text/plain; charset="utf-8"

For the report, please.

-----Original Message-----
From: Desk Two <two@un.example.org>
Sent: Friday, 13 May 2022 18:01
To: registry@un.example.org
Subject: FW: a reply of one small State to the note verbale, resolution 76/46

From: Permanent Mission of Palau to the United Nations <palau@example.org>
Sent: Thursday, 12 May 2022 16:40
To: two@un.example.org
Subject: a reply of one small State to the note verbale, resolution 76/46

Palau has no armed forces, and its Constitution of 1981 kept nuclear weapons
out before any treaty of the region did so.

It thanks Japan and Australia for the patrol boats that watch its waters.
"""


def test_of_a_message_that_was_sent_on_the_first_letter_counts() -> None:
    proposal = propose_letter(read_letter(FORWARDED, "note.eml"), parse_cycle(CYCLE))
    assert (proposal.states[0].value, proposal.states[0].sure) == ("PLW", True)
    assert proposal.dates[0].value == "2022-05-12"
    assert [found.value for found in proposal.addresses] == ["A/RES/76/46"]
    assert len(proposal.reproduced) == 2


JOINT = """Permanent Missions of {frame} to the United Nations

New York, 16 May 2022

The Permanent Missions of {opening} to the United Nations present their compliments to the Office for Disarmament
Affairs and have the honour to transmit their joint reply on resolution 76/53.

Both countries keep to the treaties that they have ratified.
"""


@pytest.mark.parametrize(
    ("frame", "opening"),
    [
        ("Kenya and Uganda", "Kenya and Uganda"),
        ("Kenya", "Kenya and Uganda"),
        ("Kenya", "Kenya and Zanzibar"),
    ],
)
def test_a_letter_of_several_is_asked_about_however_many_are_found(frame: str, opening: str) -> None:
    text = JOINT.format(frame=frame, opening=opening)
    joint = propose_letter(read_letter(text.encode(), "letter.txt"), parse_cycle(CYCLE))
    assert any("joint" in alarm.reason or "together" in alarm.reason for alarm in joint.alarms)
    assert not is_certain(joint)


@pytest.mark.parametrize(
    ("line", "certain"),
    [
        ("", True),
        ("Ref. DIS/12", True),
        ("Montevideo, May", False),
        ("Montevideo, __ 2022", False),
        ("16/5/22", False),
        ("Our note 114/2022", False),
    ],
)
def test_a_letter_without_any_date_has_the_day_of_its_receipt(line: str, certain: bool) -> None:
    text = f"""Permanent Mission of Uruguay to the United Nations

{line}

The Permanent Mission of Uruguay to the United Nations presents its compliments and replies on resolution 76/46.

Uruguay is part of a zone without nuclear weapons, the first that people live in in great numbers.
"""
    found = propose_letter(read_letter(text.encode(), "letter.txt"), parse_cycle(CYCLE))
    assert is_certain(found) is certain
    late = "2022-05-21T02:30:00+00:00"
    assert find_date(found, late, "America/New_York") == ("2022-05-20" if certain else "")


WITH_ENCLOSURES = """From: Permanent Mission of Uruguay <uruguay@example.org>
Date: Mon, 16 May 2022 09:12:00 -0400
Subject: Replies
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="cut"

--cut
Content-Type: text/plain

Please find enclosed our {said}.
{enclosures}
--cut--
"""
ENCLOSED = """--cut
Content-Type: text/plain; name="letter{number}.txt"
Content-Disposition: attachment; filename="letter{number}.txt"

Permanent Mission of Uruguay to the United Nations

16 May 2022

The Permanent Mission of Uruguay to the United Nations presents its compliments and answers the note verbale.

Uruguay is part of a zone without nuclear weapons, the first that people live in in great numbers, number {number}.
"""


@pytest.mark.parametrize(
    ("said", "count", "answered"),
    [
        ("reply on resolution 76/46", 1, ["A/RES/76/46"]),
        ("reply on resolutions 76/46 and 76/53", 1, ["A/RES/76/53", "A/RES/76/46"]),
        ("replies on resolutions 76/46 and 76/53", 2, []),
        ("reply", 1, []),
    ],
)
def test_what_a_message_says_of_resolutions_it_says_of_the_one_letter_in_it(
    said: str, count: int, answered: list[str]
) -> None:
    enclosures = "".join(ENCLOSED.format(number=number) for number in range(count))
    mail = WITH_ENCLOSURES.format(said=said, enclosures=enclosures)
    for letter in read_letters(mail.encode(), "mail.eml"):
        found = propose_letter(letter, parse_cycle(CYCLE))
        assert [one.value for one in found.addresses if one.sure] == answered
        assert is_certain(found) is bool(answered)


def test_the_and_before_a_further_author_is_no_part_of_its_name() -> None:
    assert proposed("403-jor.docx").joint == ("JOR", "KWT")


def test_a_letter_that_names_its_own_translation_leaves_no_doubt_which_the_original_is() -> None:
    both = proposed("309-cmr.docx")
    assert [(found.value, found.sure) for found in both.languages] == [("fr", True), ("en", False)]
    assert [run.language for run in both.runs] == ["fr", "en"]
    assert is_certain(both)


def test_no_state_is_proposed_for_an_organisation() -> None:
    proposal = proposed("306-iaea.txt")
    assert [(found.value, found.sure) for found in proposal.states] == [("IAEA", True)]
    assert not any(found.value in ("PRK", "IRN") for found in proposal.states)


def test_a_sentence_that_would_not_be_reproduced_is_an_alarm() -> None:
    letter = read_letter((LETTERS / "406-chn.eml").read_bytes(), "406-chn.eml")
    nodes = tuple(
        replace(node, kind=NodeKind.MASTHEAD) if "76/27" in node.text else node for node in letter.document.nodes
    )
    proposal = propose_letter(replace(letter, document=replace(letter.document, nodes=nodes)), parse_cycle(CYCLE))
    assert any("would not be reproduced" in alarm.reason for alarm in proposal.alarms)
    assert not any("would not be reproduced" in alarm.reason for alarm in proposed("406-chn.eml").alarms)


ANSWERED = b"""From: Misi\xc3\xb3n Permanente de Honduras <honduras@example.org>
Date: Mon, 16 May 2022 09:12:00 -0400
Subject: RE: note verbale
Message-ID: <2@example.org>
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: 8bit

Honduras has ratified the Treaty on the Prohibition of Nuclear Weapons and keeps no nuclear material.

It has nothing else to report under resolution 76/53.

-----Original Message-----
From: Office for Disarmament Affairs <oda@un.example.org>
Sent: Monday, 2 May 2022 18:01
To: honduras@example.org
Subject: note verbale

The Office for Disarmament Affairs presents its compliments to the Permanent Missions and asks for their views.
"""


def test_the_message_that_is_answered_is_no_part_of_the_reply() -> None:
    letter = read_letter(ANSWERED, "note.eml")
    proposal = propose_letter(letter, parse_cycle(CYCLE))
    kept = [node.text for node in letter.document.nodes if node.ref in proposal.reproduced]
    assert [text.split()[0] for text in kept] == ["Honduras", "It"]
    assert (proposal.states[0].value, proposal.dates[0].value) == ("HND", "2022-05-16")
    assert any("would not be reproduced" in alarm.reason for alarm in proposal.alarms)


def test_a_message_of_the_secretariat_alone_is_read_whole() -> None:
    head, _, tail = ANSWERED.partition(b"Honduras has")
    alone = head + b"FYI\n\n" + tail[tail.index(b"-----Original") :]
    letter = read_letter(alone, "note.eml")
    proposal = propose_letter(letter, parse_cycle(CYCLE))
    assert sorted((*proposal.reproduced, *proposal.framing)) == sorted(node.ref for node in letter.document.nodes)
    assert letter.document.coverage.unaccounted == 0
    assert len({node.text for node in letter.document.nodes}) == len(letter.document.nodes)


def _message(*enclosures: tuple[str, bytes]) -> bytes:
    message = EmailMessage()
    message["From"], message["Date"] = "desk@un.example.org", "Mon, 30 May 2022 10:00:00 -0400"
    message["Message-ID"] = "<3@example.org>"
    message.set_content("Please find attached.")
    for name, data in enclosures:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def test_of_several_enclosures_the_letter_is_read_and_the_others_are_named() -> None:
    annex = ("annex.txt", b"1. The first table of the annex.\n\n2. The second table of the annex.\n")
    note = ("301-lka.pdf", (LETTERS / "301-lka.pdf").read_bytes())
    letter = read_letter(_message(annex, note), "mail.eml")
    assert (letter.name, letter.besides) == ("301-lka.pdf", ("annex.txt",))
    proposal = propose_letter(letter, parse_cycle(CYCLE))
    assert any(alarm.reason.startswith("annex.txt came with the letter") for alarm in proposal.alarms)


def test_a_message_that_is_enclosed_is_read_as_a_message() -> None:
    inner = (LETTERS / "210-deu.eml").read_bytes()
    letter = read_letter(_message(("forwarded.eml", inner)), "mail.eml")
    alone = read_letter(inner, "210-deu.eml")
    assert (letter.name, letter.sha256) == (alone.name, alone.sha256)
    assert letter.mail is not None
    assert letter.mail.person == "Germany, Permanent Mission"
    assert propose_letter(letter, parse_cycle(CYCLE)) == propose_letter(alone, parse_cycle(CYCLE))
