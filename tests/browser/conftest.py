"""A site on each database that there may be, and readers who come to it in Debian's Chromium."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Response, sync_playwright
from tests.browser.served import OFFICERS, PASSWORD, Served, fill, served
from tests.servers import get_server

CHROMIUM = Path("/usr/bin/chromium")  # where Debian has it
# Without the first it refuses to run as root; without the rest it asks for hosts that a closed network does not have.
OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 40_000  # milliseconds that a busy machine may take
# What a page looks like, and what a script does in it, does not depend on the database.
one_database = pytest.mark.parametrize("site", ["sqlite"], indirect=True)
WIDE, NARROW, HEIGHT = 1280, 390, 900  # CSS pixels of a window, and of that of a telephone


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A site with our samples and, where they are at hand, the two real reports."""
    _check_chromium()
    folder = tmp_path_factory.mktemp("browser")
    server = get_server() if request.param == "postgresql" else None
    desk = server.make_database() if server else str(folder / "desk.sqlite")
    fill(desk, folder)
    with served(desk, folder) as answering:
        yield answering
    if server:
        server.drop_database(desk)


def _check_chromium() -> None:
    if not CHROMIUM.exists():
        words = "Chromium is not installed: make system installs it"
        pytest.fail(words) if os.environ.get("CI") else pytest.skip(words)


# One for each module: as long as Playwright runs, its loop runs in this thread, and Django refuses to work beside one.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser that asks for nothing but the site."""
    _check_chromium()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=list(OPTIONS))
        yield started
        started.close()


@dataclass(slots=True)
class Reader:
    """A page in a window of its own, and whatever went wrong in it.

    A request that fails, an error in the console (a breach of the content security policy is one) and an error of a
    script are faults. ``refused`` are the statuses that the test provokes; a ``deaf`` one notes nothing more.
    """

    page: Page
    site: Served
    faults: list[str] = field(default_factory=list)
    refused: set[int] = field(default_factory=set)
    deaf: bool = False

    def go(self, place: str) -> Response:
        """Go to a place of the site."""
        answer = self.page.goto(self.site.address + place)
        assert answer is not None
        return answer

    @property
    def place(self) -> str:
        """Where the reader is: path, query and fragment."""
        return self.page.url.removeprefix(self.site.address)

    def follow(self, selector: str) -> str:
        """Follow the first link that a selector names; where it led."""
        self.page.locator(selector).first.click()
        self.page.wait_for_load_state()
        return self.place

    def listen(self) -> None:
        """Note what goes wrong from now on."""
        self.page.on("console", lambda message: self._note(f"{message.type}: {message.text}", message.type == "error"))
        self.page.on("pageerror", lambda error: self._note(f"script: {error}", True))
        self.page.on("requestfailed", lambda request: self._note(f"{request.url}: {request.failure}", True))
        self.page.on("response", lambda one: self._note(f"{one.status} {one.url}", one.status >= 400))

    def _note(self, words: str, is_fault: bool) -> None:
        provoked = any(re.search(rf"\b{status}\b", words) for status in self.refused)
        # A page that is left while a request of it goes on gives it up.
        if is_fault and not provoked and not self.deaf and "ERR_ABORTED" not in words:
            self.faults.append(words)


Readers = Callable[..., Reader]


@pytest.fixture
def readers(browser: Browser, site: Served) -> Iterator[Readers]:
    """Bring a reader: with or without JavaScript, in a language of the interface, in light or dark, wide or narrow."""
    come: list[Reader] = []

    def bring(javascript: bool = True, language: str = "en", scheme: str = "light", width: int = WIDE) -> Reader:
        window = browser.new_context(
            java_script_enabled=javascript,
            locale=language,
            color_scheme="dark" if scheme == "dark" else "light",
            viewport={"width": width, "height": HEIGHT},
            reduced_motion="reduce",
        )
        window.set_default_timeout(PATIENCE)
        reader = Reader(window.new_page(), site)
        reader.listen()
        come.append(reader)
        return reader

    yield bring
    for reader in come:
        reader.page.context.close()
    assert [fault for reader in come for fault in reader.faults] == []


@pytest.fixture
def officers(readers: Readers) -> Readers:
    """Bring an officer, who signs in by the page that everybody does."""

    def bring(name: str = OFFICERS[0], **look: Any) -> Reader:  # noqa: ANN401 (as ``readers`` takes it)
        reader = readers(**look)
        reader.go("/accounts/login/")
        reader.page.locator("[name=login]").fill(name)
        reader.page.locator("[name=password]").fill(PASSWORD)
        reader.page.locator("[name=password]").press("Enter")
        reader.page.wait_for_url(lambda url: "/accounts/login" not in url)
        return reader

    return bring


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def reader(request: pytest.FixtureRequest, readers: Readers) -> Reader:
    """A reader with JavaScript, and again one without."""
    return readers(javascript=request.param)
