"""Accounts: who may sign in, as what, for how long; and that one function says who looks."""

from __future__ import annotations

import json
import re
import time
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.core.management import call_command
from django.http import Http404, HttpRequest
from django.test import Client, RequestFactory

from verbale.desk.access import READER, Act, Kind, Thing, Viewer
from verbale.desk.commands import Role
from verbale.errors import BadReference, Conflict
from verbale.web.account_settings import IDLE_HOURS, SESSION_HOURS, account_values
from verbale.web.failing import AccessRefused
from verbale.web.making_accounts import add_account, close_account, link_for, list_accounts, take_role
from verbale.web.models import Membership
from verbale.web.services import Services, services_of_environment
from verbale.web.site import Site
from verbale.web.viewers import require, viewer_of

PASSWORD = "three plain words 9"
LETTER = Thing(Kind.LETTER, "received", ("CUB",))


@pytest.fixture(autouse=True)
def accounts(site: Site) -> Any:  # noqa: ANN401
    call_command("createcachetable", verbosity=0)
    cache.clear()
    get_user_model().objects.all().delete()
    yield
    get_user_model().objects.all().delete()
    cache.clear()


def sign_in(client: Client, name: str, password: str = PASSWORD) -> int:
    status: int = client.post("/accounts/login/", {"login": name, "password": password}).status_code
    return status


def request_of(client: Client) -> HttpRequest:
    """The request of a page, with the session of the client."""
    return client.get("/").wsgi_request


@pytest.mark.parametrize(
    ("role", "state"),
    [("officer", ""), ("translator", ""), ("mission", "CUB"), ("administrator", ""), ("operator", "")],
)
def test_one_function_says_who_looks(client: Client, role: str, state: str) -> None:
    assert viewer_of(request_of(client)) == READER
    add_account("a.person", role, state, password=PASSWORD)
    assert sign_in(client, "a.person") == 302
    assert viewer_of(request_of(client)) == Viewer(Role(role), state, "a.person")
    client.post("/accounts/logout/")
    assert viewer_of(request_of(client)) == READER


def test_an_account_without_a_role_is_a_reader(client: Client) -> None:
    add_account("a.person", "officer", password=PASSWORD)
    take_role("a.person", "officer")
    assert sign_in(client, "a.person") == 302
    assert viewer_of(request_of(client)) == Viewer(Role.READER, name="a.person")


def test_what_is_hidden_is_not_found_and_what_is_refused_says_for_whom_it_is(client: Client) -> None:
    add_account("m.cuba", "mission", "CUB", password=PASSWORD)
    add_account("m.mexico", "mission", "MEX", password=PASSWORD)
    sign_in(client, "m.cuba")
    require(request_of(client), Act.DECIDE, LETTER)
    with pytest.raises(AccessRefused, match="is for officers"):
        require(request_of(client), Act.ADMINISTER, LETTER)
    sign_in(other := Client(), "m.mexico")
    for nobody in (other, Client()):
        with pytest.raises(Http404):
            require(request_of(nobody), Act.SEE, LETTER)


def test_somebody_with_two_roles_acts_in_one_of_them(client: Client) -> None:
    add_account("a.person", "translator", password=PASSWORD)
    add_account("a.person", "mission", "CUB")
    sign_in(client, "a.person")
    assert viewer_of(request_of(client)).role is Role.TRANSLATOR
    assert b"<select name=" in client.get("/accounts/password/change/").content
    row = Membership.objects.get(role="mission")
    assert client.post("/accounts/capacity/", {"membership": row.pk}).status_code == 302
    assert viewer_of(request_of(client)) == Viewer(Role.MISSION, "CUB", "a.person")
    add_account("b.person", "officer")
    for wrong in (Membership.objects.get(role="officer").pk, "", "x", 10**30):
        assert client.post("/accounts/capacity/", {"membership": wrong}).status_code == 404
    assert viewer_of(request_of(client)).role is Role.MISSION


def test_sessions_end(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    add_account("a.person", "officer", password=PASSWORD)
    began = time.time()
    for hours, idle in ((SESSION_HOURS, False), (IDLE_HOURS, True)):
        sign_in(client, "a.person")
        now = began
        while now < began + hours * 3600:
            monkeypatch.setattr(time, "time", lambda now=now: now)
            assert viewer_of(request_of(client)).role is Role.OFFICER, now - began
            now += hours * 3600 if idle else 3600
        monkeypatch.setattr(time, "time", lambda over=began + hours * 3600 + 60: over)
        assert viewer_of(request_of(client)) == READER
        monkeypatch.undo()
    assert settings.SESSION_COOKIE_HTTPONLY


def test_what_is_shown_to_somebody_is_kept_by_no_cache(client: Client) -> None:
    add_account("a.person", "officer", password=PASSWORD)
    assert "no-store" not in client.get("/").get("Cache-Control", "")
    sign_in(client, "a.person")
    assert client.get("/")["Cache-Control"] == "private, no-store"


def test_failed_sign_ins_are_limited_over_all_processes(client: Client) -> None:
    add_account("a.person", "officer", password=PASSWORD)
    for _ in range(5):
        sign_in(client, "a.person", "wrong")
    assert sign_in(Client(), "a.person") == 200  # The right password too: it is refused for a while.
    assert viewer_of(request_of(client)) == READER
    assert settings.CACHES["default"]["BACKEND"].endswith("DatabaseCache")
    cache.clear()
    assert sign_in(client, "a.person") == 302


def test_nobody_makes_an_account_unless_the_operator_says_so(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    form = {"username": "b.person", "email": "b@example.org", "password1": PASSWORD, "password2": PASSWORD}
    assert b"accounts/signup" not in client.get("/accounts/login/").content
    client.post("/accounts/signup/", form)
    assert not get_user_model().objects.filter(username="b.person").exists()
    monkeypatch.setattr(settings, "SERVICES", Services(sign_up=True))
    assert b"accounts/signup" in client.get("/accounts/login/").content
    client.post("/accounts/signup/", form)
    assert get_user_model().objects.filter(username="b.person").exists()
    assert viewer_of(request_of(client)).role is Role.READER


def test_a_link_sets_a_password_once(client: Client) -> None:
    add_account("a.person", "officer")
    assert sign_in(client, "a.person", "") == 200
    link = link_for("a.person", "https://example.org")
    assert link.startswith("https://example.org/accounts/password/reset/key/")
    place = client.get(urlsplit(link).path)["Location"]
    assert client.post(place, {"password1": "short", "password2": "short"}).status_code == 200
    assert client.post(place, {"password1": PASSWORD, "password2": PASSWORD}).status_code == 302
    assert sign_in(client, "a.person") == 302
    again = Client().get(urlsplit(link).path)
    assert again.status_code == 200
    assert b"password1" not in again.content


def test_a_closed_account_is_out_at_once(client: Client) -> None:
    add_account("a.person", "officer", password=PASSWORD)
    sign_in(client, "a.person")
    close_account("a.person")
    assert viewer_of(request_of(client)) == READER
    assert sign_in(Client(), "a.person") == 200
    assert list_accounts() == [("a.person", False, ("officer",))]


def test_roles_are_given_and_taken() -> None:
    add_account("a.person", "officer", password=PASSWORD)
    add_account("a.person", "mission", "CUB")
    assert list_accounts() == [("a.person", True, ("officer", "mission CUB"))]
    with pytest.raises(Conflict, match="is officer already"):
        add_account("a.person", "officer")
    take_role("a.person", "mission", "CUB")
    with pytest.raises(BadReference, match="is not mission for CUB"):
        take_role("a.person", "mission", "CUB")
    for role, state in (("mission", ""), ("officer", "CUB")):
        with pytest.raises(BadReference, match="has a State"):
            add_account("a.person", role, state)
    for role in ("reader", "clerk"):
        with pytest.raises(BadReference, match="is no role"):
            add_account("a.person", role)
    for wrong in ({"password": "short"}, {"email": "no address"}, {"password": "123456789012345"}):
        with pytest.raises(BadReference):
            add_account("b.person", "officer", **wrong)
    with pytest.raises(BadReference):
        add_account("no name!", "officer")
    with pytest.raises(BadReference, match="has no account here"):
        link_for("b.person", "")


def test_a_role_may_need_a_second_factor(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    add_account("a.person", "officer", password=PASSWORD)
    sign_in(client, "a.person")
    monkeypatch.setattr(settings, "SERVICES", Services(second_factor=True))
    assert viewer_of(request_of(client)).role is Role.READER
    from allauth.mfa.totp.internal import auth  # noqa: PLC0415 (only here)

    auth.TOTP.activate(get_user_model().objects.get(username="a.person"), "JBSWY3DPEHPK3PXP")
    assert viewer_of(request_of(client)).role is Role.OFFICER
    assert sign_in(other := Client(), "a.person") == 302
    assert viewer_of(request_of(other)) == READER  # The second factor is asked for first.


PAGES = (
    *("login/", "logout/", "password/reset/", "password/change/", "email/", "2fa/", "2fa/totp/activate/"),
    *("2fa/webauthn/", "2fa/webauthn/add/", "2fa/recovery-codes/", "sessions/", "signup/", "3rdparty/"),
    "reauthenticate/",
)


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_the_pages_of_accounts_are_pages_of_the_site(client: Client, language: str) -> None:
    """Each in our frame, in its direction, without inline script or style, signed in or not."""
    add_account("a.person", "officer", password=PASSWORD)
    signed_in = Client()
    sign_in(signed_in, "a.person")
    shown = 0
    for one in (client, signed_in):
        one.cookies["ui"] = "zh-hans" if language == "zh" else language
        for name in PAGES:
            answer = one.get(f"/accounts/{name}")
            assert answer.status_code in (200, 302, 404), name
            if answer.status_code == 200:
                shown += 1
                page = answer.content.decode()
                assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in page, name
                assert len(re.findall("<main ", page)) == 1
                assert not re.search(r"<script(?![^>]*(src=|type=\"application/json\"))", page), name
                assert not re.search(r"<[^>]*\s(style|on\w+)=", page), name
    assert shown >= 10


def test_who_looks_is_asked_for_once_in_a_request() -> None:
    request = RequestFactory().get("/")
    assert viewer_of(request) is viewer_of(request) is READER


def test_services_are_named_in_the_environment() -> None:
    assert services_of_environment({}) == Services()
    given = {
        "VERBALE_OIDC_ISSUER": "https://id.example.org", "VERBALE_OIDC_CLIENT": "verbale", "VERBALE_OIDC_SECRET": "s",
        "VERBALE_MAIL": "smtp://desk%40example.org:p%3A@mail.example.org", "VERBALE_MAIL_FROM": "desk@example.org",
        "VERBALE_SCANNER": "clamdscan --no-summary", "VERBALE_SIGN_UP": "yes", "VERBALE_SECOND_FACTOR": "1",
    }  # fmt: skip
    services = services_of_environment(given)
    assert services.open_id is not None
    assert services.open_id.name == "id.example.org"
    assert services.mail is not None
    assert (services.mail.user, services.mail.password, services.mail.port) == ("desk@example.org", "p:", 587)
    assert (services.scanner, services.sign_up, services.second_factor) == (("clamdscan", "--no-summary"), True, True)
    values = account_values(settings.SITE, services)
    (application,) = values["SOCIALACCOUNT_PROVIDERS"]["openid_connect"]["APPS"]
    assert application["settings"] == {"server_url": "https://id.example.org"}
    assert (values["EMAIL_USE_TLS"], values["ACCOUNT_EMAIL_VERIFICATION"]) == (True, "mandatory")
    for lacking in ("VERBALE_OIDC_SECRET", "VERBALE_OIDC_CLIENT", "VERBALE_MAIL_FROM"):
        with pytest.raises(BadReference, match=f"{lacking}.*is not set"):
            services_of_environment({name: value for name, value in given.items() if name != lacking})
    for name, wrong in (("VERBALE_MAIL", "http://mail"), ("VERBALE_OIDC_ISSUER", "http://id.example.org")):
        with pytest.raises(BadReference, match=name):
            services_of_environment({**given, name: wrong})


def test_addresses_behind_a_proxy_are_trusted_only_when_told(site: Site) -> None:
    assert account_values(site, Services())["ALLAUTH_TRUSTED_PROXY_COUNT"] == 0
    assert account_values(replace(site, proxied=True), Services())["ALLAUTH_TRUSTED_PROXY_COUNT"] == 1
    assert json.dumps(account_values(site, Services()), default=str).count("webauthn")
