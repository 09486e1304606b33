"""Sign-in by an organisation's OpenID Connect, against a server of it on this machine."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.core.management import call_command
from django.http import HttpRequest
from django.test import Client

from verbale.desk.access import READER, Viewer
from verbale.desk.commands import Role
from verbale.web.account_settings import account_values
from verbale.web.making_accounts import add_account, close_account
from verbale.web.services import OpenId, Services
from verbale.web.settings import _security
from verbale.web.site import Site
from verbale.web.viewers import viewer_of


@dataclass
class Organisation:
    """A server of OpenID Connect that vouches for one person."""

    claims: dict[str, Any] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    address: str = ""


@pytest.fixture
def organisation() -> Iterator[Organisation]:
    known = Organisation()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known.asked.append(self.path)
            names = {"issuer": "", "authorization_endpoint": "/authorize", "token_endpoint": "/token",
                     "userinfo_endpoint": "/userinfo", "jwks_uri": "/keys"}  # fmt: skip
            where = {name: known.address + path for name, path in names.items()}
            self._answer(known.claims if self.path == "/userinfo" else where)

        def do_POST(self) -> None:
            known.asked.append(self.path)
            given = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            assert given["code"] == ["a-code"]
            assert len(given["code_verifier"][0]) >= 43
            claims = {"iss": known.address, "aud": "verbale", "exp": time.time() + 60, **known.claims}
            token = jwt.encode(claims, "a key that is long enough for this", algorithm="HS256")
            self._answer({"access_token": "t", "token_type": "Bearer", "id_token": token})

        def _answer(self, record: dict[str, Any]) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(record).encode())

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    known.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield known
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def accounts(site: Site, organisation: Organisation, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    call_command("createcachetable", verbosity=0)
    cache.clear()
    get_user_model().objects.all().delete()
    services = Services(open_id=OpenId(organisation.address, "The Ministry", "verbale", "s"))
    for name, value in account_values(site, services).items():
        if name.startswith(("SOCIALACCOUNT", "SERVICES")):
            monkeypatch.setattr(settings, name, value)
    yield
    get_user_model().objects.all().delete()


def sign_in(client: Client, organisation: Organisation) -> None:
    assert "The Ministry" in client.get("/accounts/login/").content.decode()
    sent = client.post("/accounts/oidc/organisation/login/")
    assert sent.status_code == 302
    there = urlsplit(sent["Location"])
    assert f"{there.scheme}://{there.netloc}" == organisation.address
    state = parse_qs(there.query)["state"][0]
    client.get("/accounts/oidc/organisation/login/callback/", {"code": "a-code", "state": state})


def request_of(client: Client) -> HttpRequest:
    return client.get("/").wsgi_request


def test_an_address_that_is_vouched_for_has_its_account(client: Client, organisation: Organisation) -> None:
    add_account("a.officer", "officer", email="a@example.org")
    organisation.claims = {"sub": "1", "email": "a@example.org", "email_verified": True}
    for _ in range(2):  # The second time by the connection that the first one made.
        sign_in(client, organisation)
        assert viewer_of(request_of(client)) == Viewer(Role.OFFICER, name="a.officer")
        client.post("/accounts/logout/")
    close_account("a.officer")
    sign_in(client, organisation)
    assert viewer_of(request_of(client)) == READER


@pytest.mark.parametrize(
    "claims",
    [
        {"sub": "2", "email": "a@example.org", "email_verified": False},
        {"sub": "3", "email": "a@example.org"},
        {"sub": "4", "email": "stranger@example.org", "email_verified": True},
        {"sub": "5", "preferred_username": "a.officer"},
    ],
)
def test_nobody_else_comes_in(client: Client, organisation: Organisation, claims: dict[str, Any]) -> None:
    add_account("a.officer", "officer", email="a@example.org")
    organisation.claims = claims
    sign_in(client, organisation)
    assert "/userinfo" in organisation.asked
    assert viewer_of(request_of(client)) == READER
    assert get_user_model().objects.count() == 1


def test_an_answer_that_was_not_asked_for_is_refused(client: Client, organisation: Organisation) -> None:
    organisation.claims = {"sub": "1", "email": "a@example.org", "email_verified": True}
    client.get("/accounts/oidc/organisation/login/callback/", {"code": "a-code", "state": "made-up"})
    assert "/token" not in organisation.asked


def test_the_policy_lets_the_form_go_to_the_organisation_alone(site: Site) -> None:
    policy = _security(site, Services(open_id=OpenId("https://id.example.org/realm", "n", "c", "s")))
    assert policy["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]["form-action"] == ["'self'", "https://id.example.org"]
    assert _security(site, Services())["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]["form-action"] == ["'self'"]
