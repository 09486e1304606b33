"""A cycle of a desk with letters, and the people who work on it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib import resources

from django.contrib.auth import get_user_model
from django.test import Client

from verbale.app.cycles import start_in_desk
from verbale.app.notes import issue_note
from verbale.desk.commands import Actor
from verbale.web.desk.letter_intake import read_intake, take_in
from verbale.web.desk.open_cycles import open_now
from verbale.web.making_accounts import add_account
from verbale.web.models import Intake

OPENED = datetime(2022, 1, 20, 14, tzinfo=UTC)
CAME = datetime(2022, 5, 20, 14, tzinfo=UTC)
OFFICER = Actor("A. Officer")
PASSWORD = "a long pass phrase of our own"
_numbers = itertools.count(1)
DEMO = resources.files("verbale.app") / "demo_cycle"
LETTERS = ("costa-rica.es.html", "china.zh.txt", "philippines.en.pdf", "senegal.fr.eml")


def open_cycle_in(desk: str, *, called: bool = True, name: str = "") -> str:
    """A new cycle in a desk, its note verbale sent; its name."""
    name = name or f"cycle-{next(_numbers)}"
    text = (DEMO / "cycle.toml").read_text(encoding="utf-8")
    start_in_desk(desk, name, text, OFFICER, OPENED)
    if called:
        issue_note(open_now(name), (), OFFICER, OPENED, issue=True)
    return name


def bring(cycle: str, letters: Iterable[str] = LETTERS) -> list[str]:
    """Have letters of the demonstration come to a cycle; the cases that they are."""
    return [case for name in letters for case in bring_bytes(cycle, (DEMO / name).read_bytes(), name)]


def bring_bytes(cycle: str, data: bytes, name: str) -> list[str]:
    """Have a letter come to a cycle by hand; the cases that it is."""
    row = take_in(open_now(cycle), data, name, "by hand", OFFICER, CAME)
    read_intake.call(intake=row.pk)
    cases: list[str] = Intake.objects.get(pk=row.pk).cases.split()
    return cases


def signed_in(name: str, role: str = "officer", state: str = "") -> Client:
    """A browser in which somebody is signed in."""
    user = get_user_model().objects.filter(username=name).first()
    if user is None:
        add_account(name, role, state, "", PASSWORD)
        user = get_user_model().objects.get(username=name)
    client = Client()
    client.force_login(user)
    return client
