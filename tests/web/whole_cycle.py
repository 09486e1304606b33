"""A cycle from its mandate to a corrigendum, as a list of what an officer does: by the browser and by the command line.

The letters are a joint one, one that answers two resolutions, one that is taken back, one that cannot be read, and a
late one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

TERMS: Mapping[str, str] = {
    "programme": "nuclear-disarmament",
    "session": "77",
    "report": "A/77/123",
    "previous_report": "A/76/117",
    "agenda_item": "99",
    "reference": "ODA/2022-00991",
    "note": "2022-01-28",
    "deadline": "2022-05-31",
    "submission": "2022-06-21",
    "observed_since": "2021-07-14",
}
MANDATES = (
    ("A/RES/76/53", "3", "2021-12-06", "ICJ", "k"),
    ("A/RES/76/46", "22", "2021-12-06", "ND", "b"),
)


def _reply(state: str, resolutions: str, words: str, day: str) -> bytes:
    return (
        f"Permanent Mission of {state} to the United Nations\n\n"
        f"With reference to {resolutions}, the Government of {state} submits the following.\n\n"
        f"1. {words}\n\nNew York, {day}\n"
    ).encode()


@dataclass(frozen=True, slots=True)
class Brought:
    """A letter that comes in: its file, its bytes, when (as a form has it), and how it is confirmed.

    ``said`` are the fields of the form by name, ``options`` the same for the command line. ``about`` is the place of
    the letter that it is about.
    """

    name: str
    data: bytes
    received: str
    said: Mapping[str, str]
    options: tuple[str, ...]
    about: int = -1


LETTERS = (
    Brought(
        "joint.txt",
        b"Joint reply of Austria and Mexico\n\nWith reference to resolution 76/53, Austria and Mexico state this.\n\n"
        b"1. Both support the entry into force of the Treaty.\n\nNew York, 10 May 2022\n",
        "2022-05-11T10:00",
        {"kind": "reply", "authors": "Austria\nMexico", "dated": "2022-05-10", "language": "en", "answers": "76/53"},
        (
            *("--kind", "reply", "--state", "AUT", "--state", "MEX", "--date", "2022-05-10"),
            *("--language", "en", "--answers", "76/53"),
        ),
    ),
    Brought(
        "qatar.txt",
        _reply("Qatar", "resolutions 76/53 and 76/46", "Qatar is a party to the Treaty.", "12 May 2022"),
        "2022-05-12T10:00",
        {"answers": "76/53\n76/46"},
        ("--answers", "76/53", "--answers", "76/46"),
    ),
    Brought(
        "ghana.txt",
        _reply("Ghana", "resolution 76/53", "Ghana signed the Treaty in 1996.", "13 May 2022"),
        "2022-05-13T10:00",
        {"kind": "reply"},
        ("--kind", "reply"),
    ),
    Brought(
        "ghana-withdrawal.txt",
        b"Permanent Mission of Ghana to the United Nations\n\nThe Permanent Mission withdraws the reply of 13 May 2022 "
        b"to resolution 76/53.\n\nNew York, 20 May 2022\n",
        "2022-05-20T10:00",
        {"kind": "withdrawal", "authors": "Ghana", "dated": "2022-05-20", "seen": "withdrawal as it says"},
        ("--kind", "withdrawal", "--state", "GHA", "--date", "2022-05-20", "--seen", "withdrawal as it says"),
        about=2,
    ),
    Brought(
        "scan.bin",
        b"\x00\x01\x02\x03 not a letter" * 20,
        "2022-05-21T10:00",
        {"authors": "Norway", "reason": "read by eye"},
        ("--state", "NOR", "--reason", "read by eye"),
    ),
    Brought(
        "fiji.txt",
        _reply("Fiji", "resolution 76/53", "Fiji ratified the Treaty in 1996.", "2 June 2022"),
        "2022-06-03T10:00",
        {"kind": "reply"},
        ("--kind", "reply"),
    ),
)
"""In the order in which they come. What the engine has read in them is left to it; what it doubts is said."""
WAIVED = 4
"""The place of the letter that cannot be read, which is waived."""
WAIVER = ("unread", "the Director", "a readable copy is asked for")
CORRECTION = ("Qatar is a party to the Treaty.", "Qatar has been a party to the Treaty since 1997.")
