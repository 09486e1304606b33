"""Letters and messages of missions, made for a test, and a report compiled of them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from email.message import EmailMessage
from pathlib import Path

from tests.desk.conftest import CYCLE as FILE
from tests.desk.conftest import OFFICER

from verbale.app.compiling import CompileOptions, compile_report
from verbale.app.confirming import LetterDetails, confirm_reply
from verbale.app.cycles import (
    CycleFolder,
)
from verbale.app.gates import find_open_matters, waive_gate
from verbale.app.letter_reading import read_letter
from verbale.app.receiving import receive_letter
from verbale.desk.deciding import Moment
from verbale.model.language import Language

CAME, LATE = datetime(2022, 5, 20, 14, tzinfo=UTC), datetime(2022, 6, 3, 14, tzinfo=UTC)
COMPILED, OUT = datetime(2022, 7, 8, 9, tzinfo=UTC), datetime(2022, 7, 20, 9, tzinfo=UTC)
SCAN = b"\x89PNG\r\n\x1a\n names a person"
LATER_DEADLINE = FILE.replace("deadline = 2022-05-31", "deadline = 2022-06-10")


def letter(state: str, more: str = "") -> bytes:
    return (
        f"Permanent Mission of {state}\n\nWith reference to resolution 76/53, {state} states the following.\n\n"
        f"{state} supports the Treaty.{more}\n\nNew York, 10 May 2022\n"
    ).encode()


def mail(message_id: str, *enclosures: tuple[str, bytes, str], body: str = "Please find the reply enclosed.") -> bytes:
    message = EmailMessage()
    message["From"], message["Message-ID"] = "Permanent Mission of Qatar <qatar@example.org>", message_id
    message["Date"] = "Wed, 11 May 2022 10:00:00 +0300"
    message.set_content(body)
    for name, data, kind in enclosures:
        main, sub = kind.split("/")
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return message.as_bytes()


def receive(folder: CycleFolder, data: bytes, now: datetime | Moment = CAME, name: str = "letter.txt") -> str:
    return receive_letter(folder, read_letter(data, name), OFFICER, now).case


def take(folder: CycleFolder, data: bytes, now: datetime = CAME) -> str:
    case = receive(folder, data, now)
    confirm_reply(folder, case, LetterDetails(), OFFICER, now)
    return case


def waive_all(folder: CycleFolder, now: datetime) -> None:
    for matter in find_open_matters(folder):
        waive_gate(folder, matter.case, matter.gate, "the Director", "to follow", OFFICER, now)


def compiled(folder: CycleFolder, into: Path) -> None:
    order = CompileOptions((Language.EN,), ("text",), into, date(2022, 7, 8), force=True)
    compile_report(folder, order, OFFICER, COMPILED)


# --- terms
