"""A passkey in a real browser: made and signed in with, under the site's content security policy."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from verbale.app.desks import make_desk

ROOT = Path(__file__).parent.parent.parent
CHROMIUM = Path("/usr/bin/chromium")  # where Debian has it
PASSWORD = "three plain words 9"
PATIENCE = 90  # seconds that a busy machine may take
KEYS = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """The address of a site with one account, served as people serve it."""
    if not CHROMIUM.exists():
        words = "Chromium is not installed: make system installs it"
        pytest.fail(words) if os.environ.get("CI") else pytest.skip(words)
    desk = str(tmp_path / "desk.sqlite")
    make_desk(desk)
    program = (sys.executable, "-m", "verbale")
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    add = (*program, "--desk", desk, "account", "add", "a.officer", "--role", "officer", "--password")
    subprocess.run(add, check=True, input=f"{PASSWORD}\n" * 2, text=True, env=environment, capture_output=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen((*program, "serve", desk, "--port", str(port)), env=environment)
    try:
        _wait_for(f"http://127.0.0.1:{port}/healthz")
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        server.wait(PATIENCE)


def _wait_for(address: str) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                assert answer.status == 200
                return
        except OSError:
            assert time.monotonic() < until, "the site does not answer"
            time.sleep(0.2)


def enter_password(page: Page) -> None:
    page.fill("[name=password]", PASSWORD)
    page.locator("main form", has=page.locator("[name=password]")).locator("button").first.click()


def test_a_passkey_is_made_and_signed_in_with(address: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        page = browser.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        keys = page.context.new_cdp_session(page)
        keys.send("WebAuthn.enable")
        keys.send("WebAuthn.addVirtualAuthenticator", {"options": KEYS})
        page.goto(f"{address}/accounts/login/")
        page.fill("[name=login]", "a.officer")
        enter_password(page)
        page.wait_for_url(f"{address}/")
        page.goto(f"{address}/accounts/2fa/webauthn/add/")
        if "reauthenticate" in page.url:
            enter_password(page)
            page.wait_for_url("**/webauthn/add/")
        page.check("[name=passwordless]")
        page.click("#mfa_webauthn_add")
        page.wait_for_url("**/recovery-codes/**")
        page.goto(f"{address}/accounts/logout/")
        page.click("main form button")
        page.wait_for_url(f"{address}/")
        page.goto(f"{address}/accounts/login/")
        page.click("#passkey_login")
        page.wait_for_url(f"{address}/")
        page.goto(f"{address}/accounts/password/change/")
        assert "a.officer" in page.inner_text("main")
        browser.close()
    assert said == []
