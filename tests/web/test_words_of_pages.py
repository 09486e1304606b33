"""The words of the interface: every message in every language, and pages that show none in another than theirs."""

from __future__ import annotations

import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.test import Client
from tests.web.desk_cases import bring, open_cycle_in, signed_in

from verbale.web.site import Site

ROOT = Path(__file__).parents[2]
LOCALES = {"ar": "ar", "zh": "zh_Hans", "fr": "fr", "ru": "ru", "es": "es"}
PAGES = (
    "/",
    "/documents/",
    "/states/",
    "/states/CUB/",
    "/treaties/",
    "/mandates/",
    "/calendar/",
    "/changes/",
    "/licence/",
)
LONGEST_NAME = 3  # words from which on a message is no name that a text may have in English


def test_every_message_is_translated() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "build_messages.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr


def english_messages(locale: str) -> list[str]:
    """The messages that a catalogue translates by other words, without placeholders, and of some words."""
    path = ROOT / "src" / "verbale" / "web" / "locale" / locale / "LC_MESSAGES" / "django.po"
    with path.open("rb") as stream:
        catalogue = read_po(stream, locale)
    return [
        message.id
        for message in catalogue
        if isinstance(message.id, str) and len(message.id.split()) >= LONGEST_NAME and "%(" not in message.id
        if message.string != message.id
    ]


def words_of(page: str) -> str:
    """What a page says in its own language: without what is marked as another."""
    text = re.sub(r"<(\w+)[^>]*\blang=\"en\"[^>]*>.*?</\1>", "", page, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", "\n", text))


@pytest.mark.parametrize("language", list(LOCALES))
def test_a_page_says_nothing_in_english_but_what_is_marked(language: str, site: Site) -> None:
    cycle, officer = open_cycle_in(site.desk), signed_in("b.officer")
    case = bring(cycle, ["china.zh.txt"])[0]
    desk = [f"/desk/{cycle}/{place}" for place in ("", "inbox/", "outbox/", "report/", "timeline/", f"letters/{case}/")]
    messages = english_messages(LOCALES[language])
    cookie = {"ui": {"zh": "zh-hans"}.get(language, language)}
    for client, places in ((Client(), PAGES), (officer, desk)):
        client.cookies.load(cookie)
        for place in places:
            said = words_of(client.get(place).content.decode())
            assert [one for one in messages if one in said] == [], place
