"""Links of missions: a button begins the session, devices are seen, and a link that is no more is of no use."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.desk_cases import open_cycle_in, signed_in
from tests.web.mission_cases import AGENT, day_after, invited, link_made, opened

from verbale.app.clock import now
from verbale.web.making_accounts import take_role
from verbale.web.mission.link_sessions import COOKIE
from verbale.web.mission.mission_links import browser_name, digest_of_token
from verbale.web.mission.models import Device, Link
from verbale.web.models import Contact
from verbale.web.site import Site


@pytest.fixture
def cycle(site: Site) -> str:
    return open_cycle_in(site.desk)


def asked_status(client: Client, cycle: str) -> int:
    return int(client.get(reverse("mission-asked", args=[cycle])).status_code)


def test_looking_at_a_link_opens_nothing_and_its_button_does(cycle: str) -> None:
    address = link_made(cycle)
    client = Client(HTTP_USER_AGENT=AGENT)
    page = client.get(address)
    assert page.status_code == 200
    assert "A. Pérez" in page.content.decode()
    # Neither on paper nor in what is reported.
    assert address.rstrip("/").rpartition("/")[2] not in page.content.decode()
    assert page.headers["Referrer-Policy"] == "strict-origin"
    assert COOKIE not in client.cookies
    assert not Device.objects.filter(link__cycle=cycle).exists()
    assert asked_status(client, cycle) == 404
    answer = client.post(address, follow=True)
    page = answer.content.decode()
    assert "A/RES/76/53" in page
    assert "Cuba" in page
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_of_a_token_only_its_checksum_is_kept(cycle: str) -> None:
    token = link_made(cycle).rstrip("/").rpartition("/")[2]
    assert len(token) >= 43  # 32 bytes
    row = Link.objects.get(cycle=cycle)
    assert row.token == digest_of_token(token)
    assert token not in str(vars(row))


def test_a_link_that_is_revoked_is_so_at_the_next_request(cycle: str) -> None:
    address = link_made(cycle)
    client = opened(address)
    colleague = opened(invited(client, cycle, "drafter", "B. Gómez"))
    assert asked_status(client, cycle) == asked_status(colleague, cycle) == 200
    row = Link.objects.get(cycle=cycle, inviter=None)
    officer = signed_in("a.officer")
    assert officer.post(reverse("desk-links", args=[cycle]), {"act": "revoke", "link": row.pk}).status_code == 302
    # The link itself, its session, and that of the colleague who was invited by it.
    assert asked_status(client, cycle) == asked_status(colleague, cycle) == 404
    assert Client().get(address).status_code == Client().post(address).status_code == 404


def test_a_link_ends(cycle: str) -> None:
    address = link_made(cycle)
    client = opened(address)
    Link.objects.filter(cycle=cycle).update(ends_at=now())
    assert asked_status(client, cycle) == 404
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize("ends", ["2022-05-31", day_after(500), "9999-12-31", "tomorrow"])
def test_no_link_is_endless_or_past(cycle: str, ends: str) -> None:
    form = {"act": "make", "state": "CUB", "holder": "A. Pérez", "checked": "by telephone", "ends": ends}
    answer = signed_in("a.officer").post(reverse("desk-links", args=[cycle]), form)
    assert answer.status_code == 409
    assert not Link.objects.filter(cycle=cycle).exists()


@pytest.mark.parametrize("wrong", [{"state": "PSE"}, {"state": "Atlantis"}, {"holder": " "}, {"checked": ""}])
def test_a_link_is_for_an_addressee_and_somebody_who_was_made_sure_of(cycle: str, wrong: dict[str, str]) -> None:
    form = {"act": "make", "state": "CUB", "holder": "A. Pérez", "checked": "by telephone", **wrong}
    assert signed_in("a.officer").post(reverse("desk-links", args=[cycle]), form).status_code == 409


def test_a_forwarded_link_is_seen_by_the_officer_and_the_mission(cycle: str) -> None:
    address = link_made(cycle)
    client = opened(address)
    opened(address, "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1")
    for page in (
        client.get(reverse("mission-colleagues", args=[cycle])),
        signed_in("a.officer").get(reverse("desk-links", args=[cycle])),
    ):
        assert "Firefox, Windows" in page.content.decode()
        assert "Safari, iPhone" in page.content.decode()
    client.post(address)
    assert Device.objects.filter(link__cycle=cycle).count() == 2  # the same browser is the same device


def test_a_session_ends_with_time_and_by_leaving(cycle: str) -> None:
    client = opened(link_made(cycle))
    Device.objects.filter(link__cycle=cycle).update(last_at=now() - timedelta(hours=3))
    assert asked_status(client, cycle) == 404
    client = opened(link_made(cycle))
    key = client.cookies[COOKIE].value
    assert client.post(reverse("mission-leave")).status_code == 302
    client.cookies[COOKIE] = key
    assert asked_status(client, cycle) == 404


def test_a_link_is_of_no_use_elsewhere(cycle: str, site: Site) -> None:
    other = open_cycle_in(site.desk)
    client = opened(link_made(cycle))
    assert asked_status(client, other) == 404
    for name in ("desk", "desk-cycle", "desk-inbox", "desk-links"):
        args = [] if name == "desk" else [cycle]
        assert client.get(reverse(name, args=args)).status_code in (403, 404)


def test_an_account_of_a_mission_sees_what_its_state_is_asked(cycle: str) -> None:
    client = signed_in("mission.cub", "mission", "CUB")
    assert asked_status(client, cycle) == 200
    assert cycle in client.get(reverse("mission"), follow=True).content.decode()
    for nobody in (Client(), signed_in("a.officer"), signed_in("mission.pse", "mission", "PSE")):
        assert asked_status(nobody, cycle) == 404
    assert Client().get(reverse("mission")).status_code == 200


def test_nothing_is_asked_before_the_note_went_out(site: Site) -> None:
    cycle = open_cycle_in(site.desk, called=False)
    assert asked_status(signed_in("mission.cub", "mission", "CUB"), cycle) == 404


def test_who_invites_gives_no_more_than_the_inviter_has(cycle: str) -> None:
    client = opened(link_made(cycle))
    page = reverse("mission-colleagues", args=[cycle])
    for form in ({"part": "principal"}, {"part": "x"}, {"holder": ""}):
        assert client.post(page, {"act": "invite", "part": "drafter", "holder": "B. Gómez", **form}).status_code == 409
    colleague = opened(invited(client, cycle, "drafter", "B. Gómez"))
    row = Link.objects.get(cycle=cycle, holder="B. Gómez")
    assert row.ends_at <= Link.objects.get(cycle=cycle, inviter=None).ends_at
    assert colleague.post(page, {"act": "invite", "part": "drafter", "holder": "C"}).status_code == 403
    assert colleague.post(page, {"act": "two-people", "two": "1"}).status_code == 403
    assert client.post(page, {"act": "revoke", "link": row.pk}).status_code == 302
    assert asked_status(colleague, cycle) == 404


def test_a_colleague_of_an_account_goes_with_it(cycle: str) -> None:
    account = signed_in("mission.bra", "mission", "BRA")
    colleague = opened(invited(account, cycle, "clearer", "B. Souza"))
    assert asked_status(colleague, cycle) == 200
    account.logout()
    take_role("mission.bra", "mission", "BRA")
    assert asked_status(colleague, cycle) == 404


def test_a_link_comes_in_the_language_of_its_addressee(cycle: str) -> None:
    Contact.objects.create(code="CHL", addresses="mission@example.org", language="es")
    address = link_made(cycle, "CHL", "D. Rojas")
    assert address.endswith("/?ui=es")
    assert Client().get(address, follow=True).headers["Content-Language"] == "es"
    Contact.objects.all().delete()


def test_who_is_signed_in_does_not_act_by_a_link(cycle: str) -> None:
    address = link_made(cycle)
    officer = signed_in("a.officer")
    page = officer.post(address)
    assert page.status_code == 200
    assert "You are signed in as a.officer" in page.content.decode()
    assert not Device.objects.filter(link__cycle=cycle).exists()


def test_a_browser_has_a_coarse_name() -> None:
    chrome = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36"
    assert browser_name(chrome) == "Chrome, Android"
    assert browser_name(f"{chrome} Edg/142") == "Edge, Android"
    assert browser_name("x" * 5000) == "?"
