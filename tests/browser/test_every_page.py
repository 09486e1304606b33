"""What holds of every page: nothing that axe finds, nothing wider than a telephone, no error, no breach of the policy.

Each page is looked at in one look, and with ``--soak`` in all of them. The fixture of readers fails where the console
has an error or a request fails.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import NARROW, Reader, Readers, one_database
from tests.browser.pages import LOOKS, PAGES, REFUSED, look_of, place_of
from tests.browser.weight import weigh

AXE = (Path(__file__).parents[1] / "web" / "vendor" / "axe.min.js").read_text(encoding="utf-8")
FIND = "axe.run(document, {resultTypes: ['violations']})"
FIRST_PAGE = 150_000  # bytes of it that are no fonts, as they come


def violations(reader: Reader) -> list[str]:
    """What axe finds on a page: each rule with the first of its places."""
    reader.deaf = True  # axe sets styles of its own to measure, which the policy refuses
    page = reader.page
    page.evaluate(AXE)
    found = page.evaluate(FIND)["violations"]
    return [f"{one['id']}: {one['help']}: {[node['html'][:200] for node in one['nodes'][:3]]}" for one in found]


def wider_than_window(page: Page) -> list[str]:
    """What stands out of the window of a page that can be scrolled sideways: the first few elements."""
    found: list[str] = page.evaluate(
        """() => {
            const wide = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= wide) return [];
            const out = [...document.querySelectorAll("body *")].filter((one) => {
                const box = one.getBoundingClientRect();
                return box.width > 0 && (box.right > wide + 1 || box.left < -1);
            });
            return [`${document.documentElement.scrollWidth} > ${wide}`, ...out.slice(0, 5).map((one) =>
                one.outerHTML.slice(0, 160))];
        }"""
    )
    return found


def look(readers: Readers, officers: Readers, name: str, language: str, scheme: str, width: int) -> Reader:
    """A reader at a page, which has come wholly; an officer at a page of the desk."""
    reader = (officers if name.startswith("desk") else readers)(language=language, scheme=scheme, width=width)
    status = REFUSED.get(name, 200)
    reader.refused = {status} - {200}
    answer = reader.go(place_of(reader.site, name))
    assert answer.status == status
    reader.page.wait_for_load_state("networkidle")
    return reader


def check(readers: Readers, officers: Readers, name: str, language: str, scheme: str, width: int) -> None:
    """Nothing is wrong with a page in a look."""
    reader = look(readers, officers, name, language, scheme, width)
    root = reader.page.locator("html")
    assert root.get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    assert root.get_attribute("lang") == language
    assert violations(reader) == [], (name, language, scheme, width)
    assert wider_than_window(reader.page) == [], (name, language, scheme, width)


@one_database
@pytest.mark.parametrize("name", list(PAGES))
def test_nothing_is_wrong_with_a_page(readers: Readers, officers: Readers, name: str) -> None:
    check(readers, officers, name, *look_of(list(PAGES).index(name)))


@pytest.mark.soak
@one_database
@pytest.mark.parametrize("name", list(PAGES))
def test_nothing_is_wrong_with_a_page_in_any_look(readers: Readers, officers: Readers, name: str) -> None:
    for language, scheme, width in LOOKS:
        check(readers, officers, name, language, scheme, width)


@one_database
def test_axe_finds_what_is_wrong(readers: Readers) -> None:
    """The check itself: a picture without words and a field without a name are found, and so is what is too wide."""
    reader = readers(width=NARROW)
    reader.go("/licence/")
    reader.page.evaluate("document.querySelector('main').innerHTML = '<img src=\"data:,\"><input><pre></pre>'")
    reader.page.evaluate("document.querySelector('pre').textContent = 'wide '.repeat(99)")
    reader.page.evaluate("document.querySelector('pre').style.overflow = 'visible'")
    rules = {one.partition(":")[0] for one in violations(reader)}
    assert {"image-alt", "label"} <= rules
    assert wider_than_window(reader.page) != []


@one_database
def test_the_first_page_is_light(readers: Readers) -> None:
    reader = readers()
    weights = weigh(reader.page, reader.site.address)
    assert {"Document", "Stylesheet", "Script", "Font"} <= set(weights)
    assert sum(size for kind, size in weights.items() if kind != "Font") <= FIRST_PAGE
