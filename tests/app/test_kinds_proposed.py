"""What kind a letter is taken for: from a line above its text, from the mail that brings it, from what it names."""

from __future__ import annotations

import pytest
from bench.letters import CYCLE

from verbale.app.letter_reading import propose_letter, read_letter
from verbale.desk.cycle_file import parse_cycle

KIND_LETTER = """{above}Permanent Mission of Uruguay to the United Nations

16 May 2022

{text}
"""
SUPPLEMENTED = """From: Permanent Mission of Uruguay <uruguay@example.org>
Date: Mon, 16 May 2022 09:12:00 -0400
Subject: {subject}
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="cut"

--cut
Content-Type: text/plain

Please find enclosed a letter.
--cut
Content-Type: text/plain; name="letter.txt"
Content-Disposition: attachment; filename="letter.txt"

Permanent Mission of Uruguay to the United Nations

16 May 2022

The Permanent Mission of Uruguay to the United Nations presents its compliments and replies on resolution 76/46.

Uruguay is part of a zone without nuclear weapons, the first that people live in in great numbers.
--cut--
"""
MATTER = (
    "The Permanent Mission of Uruguay presents its compliments and replies on resolution 76/46.\n\n"
    "Uruguay is part of a zone without nuclear weapons, the first that people live in in great numbers."
)
NO_MANDATE = "The Permanent Mission of Uruguay presents its compliments and asks for a list of the hotels nearby. " * 5


@pytest.mark.parametrize(
    ("above", "text", "kind"),
    [
        ("", MATTER, "reply"),
        ("Translation from Spanish\n\n", MATTER, "translation"),
        ("", f"{MATTER} The words come from a translation.", "reply"),
        ("", NO_MANDATE, "none"),
    ],
)
def test_a_kind_is_told_from_a_line_above_the_text_and_from_what_it_does_not_name(
    above: str, text: str, kind: str
) -> None:
    letter = KIND_LETTER.format(above=above, text=text)
    proposal = propose_letter(read_letter(letter.encode(), "letter.txt"), parse_cycle(CYCLE))
    assert proposal.kinds[0].value == kind


@pytest.mark.parametrize(("subject", "kind"), [("Reply", "reply"), ("In addition to our note of 3 May", "supplement")])
def test_the_mail_says_that_what_it_brings_is_a_supplement(subject: str, kind: str) -> None:
    letter = read_letter(SUPPLEMENTED.format(subject=subject).encode(), "letter.eml")
    assert propose_letter(letter, parse_cycle(CYCLE)).kinds[0].value == kind
