"""Administrators keep the accounts of a site in the browser; nobody else does, and nobody their own."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from tests.web.desk_cases import PASSWORD, open_cycle_in, signed_in

from verbale.web.desk.open_cycles import open_now
from verbale.web.models import Membership
from verbale.web.site import Site


@pytest.fixture
def administrator(site: Site) -> Client:
    get_user_model().objects.filter(username="new.officer").delete()
    return signed_in("an.administrator", "administrator")


def post(client: Client, **form: str) -> str:
    answer = client.post("/people/", form, follow=True)
    assert answer.status_code == 200, answer.content.decode()[:2000]
    return unescape(answer.content.decode())


def test_an_account_is_made_and_its_person_sets_a_password(administrator: Client) -> None:
    words = post(administrator, act="add", name="new.officer", role="officer")
    link = re.search(r"http://testserver(/accounts/password/reset/key/\S+?/)", words)
    assert link is not None
    person = Client()
    form = person.get(link[1], follow=True)
    person.post(form.redirect_chain[-1][0], {"password1": PASSWORD, "password2": PASSWORD})
    person.post("/accounts/login/", {"login": "new.officer", "password": PASSWORD})
    assert person.get("/desk/").status_code == 200
    post(administrator, act="take", name="new.officer", role="officer")
    assert person.get("/desk/").status_code == 404
    post(administrator, act="add", name="new.officer", role="mission", state="Cuba")
    assert Membership.objects.get(user__username="new.officer").state == "CUB"
    assert "is closed" in post(administrator, act="close", name="new.officer")
    assert not get_user_model().objects.get(username="new.officer").is_active


def test_what_will_not_do_is_told(administrator: Client) -> None:
    assert "is no role" in post(administrator, act="add", name="new.officer", role="king")
    assert "has no account here" in post(administrator, act="close", name="nobody.here")
    assert "a mission, and nobody else, has a State" in post(
        administrator, act="add", name="new.officer", role="mission"
    )


def test_nobody_else_keeps_accounts_and_nobody_the_own(administrator: Client, site: Site) -> None:
    officer = signed_in("b.officer")
    assert officer.get("/people/").status_code == 200
    assert officer.post("/people/", {"act": "close", "name": "an.administrator"}).status_code == 403
    assert (
        administrator.post("/people/", {"act": "add", "name": "an.administrator", "role": "officer"}).status_code == 403
    )
    for client in (Client(), signed_in("t.translator", "translator"), signed_in("c.mission", "mission", "CUB")):
        assert client.get("/people/").status_code == 404


def test_an_organisation_is_added_to_a_cycle_by_an_officer(site: Site) -> None:
    cycle, officer = open_cycle_in(site.desk), signed_in("b.officer")
    version = str(open_now(cycle).case.version)
    form = {"code": "ngo-x", "kind": "civil-society", "name_en": "The Alliance", "name_fr": "L’Alliance"}
    answer = officer.post(f"/desk/{cycle}/acts/author/", {**form, "go": "1", "seen_version": version})
    assert answer.status_code == 302, answer.content.decode()[:3000]
    assert open_now(cycle).case.added_authors["NGO-X"].names["en"] == "The Alliance"
    assert "L’Alliance" in officer.get(f"/desk/{cycle}/terms/").content.decode()
