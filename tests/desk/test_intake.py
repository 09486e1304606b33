"""What a letter is proposed to be, with the evidence for it."""

from __future__ import annotations

import pytest

from verbale.app.reading import read_source
from verbale.desk.cycle import Cycle
from verbale.desk.intake import Envelope, Proposal, propose

COMPLIMENTS = (
    "The Permanent Mission of Cambodia to the United Nations presents its compliments to the Office for Disarmament "
    "Affairs and has the honour to answer its note verbale of 28 January 2022."
)


def proposal(text: str, cycle: Cycle, **envelope: str) -> Proposal:
    return propose(read_source(text.encode(), "letter.txt", "reply"), cycle, envelope=Envelope(**envelope))  # type: ignore[arg-type]


def letter(*paragraphs: str, place: str = "New York, 9 May 2022") -> str:
    return "\n\n".join(["Permanent Mission of Cambodia to the United Nations", COMPLIMENTS, *paragraphs, place]) + "\n"


def test_a_letter_says_whose_it_is(cycle: Cycle) -> None:
    found = proposal(letter("1. Pursuant to resolution 76/53, Cambodia has ratified the Treaty."), cycle)
    assert [each.value for each in found.states][:1] == ["KHM"]
    assert [each.value for each in found.dates] == ["2022-05-09"]
    assert [each.value for each in found.languages] == ["en"]
    assert [(each.value, each.reason) for each in found.addresses] == [
        ("A/RES/76/53", "named in the subject, the opening or a heading")
    ]
    assert found.alarms == ()


def test_what_is_reproduced_and_what_frames_it_are_the_whole_letter(cycle: Cycle) -> None:
    document = read_source(letter("1. Resolution 76/53 is supported.").encode(), "letter.txt", "reply")
    found = propose(document, cycle)
    assert sorted((*found.reproduced, *found.framing)) == sorted(node.ref for node in document.nodes)


def test_one_letter_may_answer_two_mandates(cycle: Cycle) -> None:
    found = proposal(
        letter(
            "Resolution 76/53",
            "1. As stated in paragraph 2 below, Cambodia has acted.",
            "Resolution 76/46",
            "2. Cambodia supports nuclear disarmament.",
        ),
        cycle,
    )
    assert [part.addresses for part in found.parts] == [("A/RES/76/53",), ("A/RES/76/46",)]
    assert all(part.refs[0] == "lead.1" for part in found.parts)
    assert [alarm.reason for alarm in found.alarms] == [
        "“paragraph 2 below” points to a part of the letter that is cut off here"
    ]


def test_a_reference_to_what_was_left_out_is_an_alarm(cycle: Cycle) -> None:
    found = proposal(letter("1. As stated in section 1.A above, resolution 76/53 is supported."), cycle)
    assert [alarm.reason for alarm in found.alarms] == ["“section 1.A above” points to nothing in this letter"]


def test_what_the_letter_does_not_say_is_assumed_openly_or_left_open(cycle: Cycle) -> None:
    found = proposal("We support these efforts and have nothing to add to what was said last year.\n", cycle)
    assert found.states == ()
    assert found.dates == ()
    assert [each.reason for each in found.addresses] == ["assumed: asked by the note verbale"]
    assert [alarm.reason for alarm in found.alarms] == [
        "the letter does not name its sender in its letterhead",
        "the letter cites no resolution of this cycle",
    ]


def test_the_envelope_comes_after_the_letter(cycle: Cycle) -> None:
    found = proposal(letter("1. Resolution 76/53 is supported."), cycle, sender="CUB", sent="2022-05-11")
    assert [each.value for each in found.states][:2] == ["KHM", "CUB"]
    assert [each.value for each in found.dates] == ["2022-05-09", "2022-05-11"]


@pytest.mark.parametrize("state", ["CUB", ""])
def test_without_a_letterhead_the_envelope_or_the_text_says_who(cycle: Cycle, state: str) -> None:
    found = proposal("Qatar supports resolution 76/53. Qatar and Cuba have said so before.\n", cycle, sender=state)
    assert [each.value for each in found.states] == (["CUB", "QAT"] if state else ["QAT", "CUB"])
