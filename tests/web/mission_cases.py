"""Missions at a cycle of a desk: by an account, and by a link that an officer made."""

from __future__ import annotations

import re
from datetime import timedelta

from django.test import Client
from django.urls import reverse
from tests.web.desk_cases import signed_in

from verbale.app.clock import now
from verbale.web.mission.models import Draft

AGENT = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
WORDS = "Cuba attaches great importance to disarmament.\n\nIt hosts no nuclear weapons and never has.\n"


def address_in(page: str) -> str:
    """The address of a link that a page shows once."""
    found = re.search(r'id="address" value="http://[^/]+([^"]+)"', page)
    assert found, page
    return found[1]


def link_made(cycle: str, state: str = "CUB", holder: str = "A. Pérez", ends: str = "") -> str:
    """The address of a link that an officer made for an addressee."""
    form = {"act": "make", "state": state, "holder": holder, "checked": "by telephone", "ends": ends}
    answer = signed_in("a.officer").post(reverse("desk-links", args=[cycle]), form)
    assert answer.status_code == 200
    return address_in(answer.content.decode())


def opened(address: str, agent: str = AGENT) -> Client:
    """A browser in which a link was opened."""
    client = Client(HTTP_USER_AGENT=agent)
    assert client.post(address).status_code == 302
    return client


def invited(client: Client, cycle: str, part: str, holder: str) -> str:
    """The address of a link for a colleague whom a mission invites."""
    form = {"act": "invite", "part": part, "holder": holder}
    answer = client.post(reverse("mission-colleagues", args=[cycle]), form)
    assert answer.status_code == 200, answer.content.decode()
    return address_in(answer.content.decode())


def drafted(client: Client, cycle: str, words: str = WORDS, **more: str) -> Draft:
    """A draft that a mission wrote."""
    form = {"way": "words", "words": words, "resolution": ["A/RES/76/53"], **more}
    answer = client.post(reverse("mission-new", args=[cycle]), form)
    assert answer.status_code == 302, answer.content.decode()
    made: Draft = Draft.objects.get(pk=int(answer.url.rstrip("/").rpartition("/")[2]))
    return made


def done(client: Client, draft: Draft, act: str, **more: str) -> int:
    """The status of an act on a draft."""
    form = {"act": act, "seen": draft.sha256, **more}
    return int(client.post(reverse("mission-draft", args=[draft.cycle, draft.pk]), form).status_code)


def day_after(days: int) -> str:
    """A day some days from now, as a form has it."""
    return (now() + timedelta(days=days)).date().isoformat()
