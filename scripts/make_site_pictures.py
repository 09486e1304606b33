"""Makes the pictures of docs/developer/web-design.md: pages of a library of our samples as a reader sees them.

    python -m scripts.make_site_pictures [NAME …]

Each is ``docs/pictures/web-NAME-LANGUAGE-WIDTH.png``. Needs Chromium (``make system`` installs it).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, StorageState, sync_playwright
from tests.browser.conftest import CHROMIUM, OPTIONS
from tests.browser.pages import PAGES
from tests.browser.served import CYCLE, OFFICERS, PASSWORD, fill, served

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "docs" / "pictures"
WIDE, LOW, TALL, NARROW = (
    (1280, 800),
    (1280, 560),
    (1280, 840),
    (390, 844),
)  # CSS pixels of windows, and of that of a telephone
LARGEST = 150_000  # bytes of a picture


@dataclass(frozen=True, slots=True)
class Shot:
    """A page, the language of its interface, its window, light or dark, and what is scrolled to the top of it."""

    name: str
    place: str
    language: str
    size: tuple[int, int] = WIDE
    dark: bool = False
    at: str = ""

    @property
    def of_desk(self) -> bool:
        """Whether an officer alone sees it."""
        return self.name.startswith("desk")

    @property
    def path(self) -> Path:
        """Where the picture is kept."""
        return OUT / f"web-{self.name}-{self.language}-{self.size[0]}.png"


SHOTS = (
    Shot("first", "/", "en"),
    Shot("first", "/", "ar", NARROW),
    Shot("search", "/search/?q=Cuba+nuclear+weapons", "en", LOW),
    Shot("search", "/search/?q=核裁军", "zh", NARROW),
    Shot("search", "/search/?q=نزع+السلاح+النووي", "ar"),
    Shot("state", "/states/CUB/?on=2022-06-21", "en", NARROW),
    Shot("state", "/states/CUB/?on=2022-06-21", "zh"),
    Shot("compared", "/states/CUB/", "en", at="#compared"),
    Shot("compared", "/states/CUB/", "ar", NARROW, at="#compared"),
    Shot("treaty", "/treaties/TPNW/?on=2022-06-21", "en"),
    Shot("treaty", "/treaties/TPNW/?on=2022-06-21", "ar", NARROW),
    Shot("map", "/treaties/CTBT/?on=2022-06-21", "zh", LOW, at="section:has(.world-map)"),
    Shot("mandate", "/mandates/A/RES/76/53/", "en", dark=True),
    Shot("calendar", "/calendar/?when=coming", "en", NARROW),
    Shot("desk-cycle", f"/desk/{CYCLE}/", "en"),
    Shot("desk-inbox", f"/desk/{CYCLE}/inbox/", "en"),
    Shot("desk-inbox", f"/desk/{CYCLE}/inbox/", "ar", NARROW),
    Shot("desk-letter", PAGES["desk, a letter of pages"], "en", TALL),
    Shot("desk-letter", PAGES["desk, a letter"], "ar", TALL),
    Shot("desk-start", "/new-cycle/?base=programme:nuclear-disarmament", "zh"),
    Shot("desk-timeline", f"/desk/{CYCLE}/timeline/", "ar"),
)


def sign_in(browser: Browser, address: str) -> StorageState:
    """What a browser keeps of an officer who signed in."""
    window = browser.new_context()
    page = window.new_page()
    page.goto(f"{address}/accounts/login/")
    page.locator("[name=login]").fill(OFFICERS[0])
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=password]").press("Enter")
    page.wait_for_url(lambda url: "/accounts/login" not in url)
    state = window.storage_state()
    window.close()
    return state


def take(browser: Browser, address: str, shot: Shot, officer: StorageState) -> bytes:
    """The picture of a page."""
    width, height = shot.size
    window = browser.new_context(
        storage_state=officer if shot.of_desk else None,
        locale=shot.language,
        viewport={"width": width, "height": height},
        color_scheme="dark" if shot.dark else "light",
        reduced_motion="reduce",
    )
    page = window.new_page()
    page.goto(address + shot.place)
    page.wait_for_load_state("networkidle")
    if shot.at:
        page.locator(shot.at).evaluate("element => element.scrollIntoView()")
    picture = page.screenshot()
    window.close()
    return picture


def main(names: Sequence[str]) -> None:
    """Take the pictures, or those of the names given."""
    if not CHROMIUM.exists():
        sys.exit("Chromium is not here: make system installs it")
    OUT.mkdir(exist_ok=True)
    with TemporaryDirectory() as place, sync_playwright() as playwright:
        folder = Path(place)
        fill(str(folder / "desk.sqlite"), folder, ())
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(OPTIONS))
        with served(str(folder / "desk.sqlite"), folder) as site:
            officer = sign_in(browser, site.address)
            for shot in SHOTS:
                if not names or shot.name in names:
                    picture = take(browser, site.address, shot, officer)
                    shot.path.write_bytes(picture)
                    print(shot.path.name, len(picture), "" if len(picture) <= LARGEST else "is too large")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
