"""Search in six languages, an interface in another language than the document, lists, and addresses that are wrong."""

from __future__ import annotations

import csv
import io

import pytest
from playwright.sync_api import Download, Locator, expect
from tests.browser.conftest import Reader, Readers, one_database
from tests.browser.test_readers import search

pytestmark = one_database
WORDS = {
    "ar": "نزع السلاح النووي",
    "zh": "核裁军",
    "en": "nuclear disarmament",
    "fr": "désarmement nucléaire",
    "ru": "ядерное разоружение",
    "es": "desarme nuclear",
}
"""What is asked in each language; the samples are in all of them."""


def number(text: str) -> int:
    """The number that a text has."""
    return int("".join(letter for letter in text if letter.isdigit()))


def facet(reader: Reader, name: str, value: str) -> Locator:
    """A value of a facet, on a wide screen beside the answers."""
    return reader.page.locator(f"aside.facet-side a[href*='{name}={value}']").first


@pytest.mark.parametrize("language", list(WORDS))
def test_a_reader_searches_in_a_language_and_narrows_the_answers(reader: Reader, language: str) -> None:
    search(reader, WORDS[language])
    everything = number(reader.page.get_by_role("status").inner_text())
    marked = reader.page.locator(f"li.hit blockquote[lang={language}] mark")
    assert marked.count() > 0
    narrow = facet(reader, "language", language)
    promised = number(narrow.locator(".count").inner_text())
    narrow.click()
    reader.page.wait_for_url(f"**language={language}**")
    assert number(reader.page.get_by_role("status").inner_text()) == promised <= everything
    languages = reader.page.locator("li.hit blockquote")
    assert {one.get_attribute("lang") for one in languages.all()} == {language}


def test_a_list_is_taken_away_as_it_is_shown(reader: Reader) -> None:
    reader.go("/")
    reader.follow("nav.sections a[href='/documents/']")
    reader.page.locator("#list select[name=language]").select_option("fr")
    show(reader, "language=fr")
    reader.page.get_by_role("columnheader", name="Symbol").get_by_role("link").click()
    reader.page.wait_for_url("**sort=symbol**")
    shown = [row.split("\t")[0] for row in reader.page.locator("#list tbody th").all_inner_texts()]
    assert len(shown) > 1
    assert shown == sorted(shown)
    with reader.page.expect_download() as coming:
        reader.page.locator("#list a", has_text="CSV").click()
    taken = rows_of(coming.value)
    assert [row["symbol"] for row in taken] == shown
    assert {row["language"] for row in taken} == {"fr"}


def show(reader: Reader, part: str) -> None:
    """Have what was chosen shown: the button does it, and with JavaScript the choice itself may have."""
    if part not in reader.place:
        reader.page.locator("#list form button").click()
    reader.page.wait_for_url(f"**{part}**")


def rows_of(download: Download) -> list[dict[str, str]]:
    """The rows of a file of comma-separated values."""
    text = download.path().read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_the_interface_turns_to_arabic_and_stays(reader: Reader) -> None:
    reader.go("/states/?q=Cuba")
    expect(reader.page.locator("html")).to_have_attribute("dir", "ltr")
    reader.page.locator("nav.languages a[lang=ar]").click()
    expect(reader.page.locator("html")).to_have_attribute("dir", "rtl")
    assert reader.place == "/states/?q=Cuba"
    reader.go("/documents/")
    expect(reader.page.locator("html")).to_have_attribute("lang", "ar")
    expect(reader.page.locator("tbody bdi[lang=en]").first).to_have_attribute("dir", "ltr")


def test_a_wrong_address_is_answered_with_a_way_on(reader: Reader) -> None:
    reader.refused = {404}
    answer = reader.go("/documents/A/77/nothing/")
    assert answer.status == 404
    expect(reader.page.get_by_role("heading", level=1)).to_have_text("A/77/nothing")
    expect(reader.page.get_by_text("No document of this symbol is in the library")).to_be_visible()
    box = reader.page.get_by_role("searchbox")
    box.fill("Cuba")
    box.press("Enter")
    reader.page.wait_for_url("**/search/**")
    assert reader.page.locator("li.hit").count() > 0


def test_an_error_is_reported_from_the_page_where_it_is(reader: Reader) -> None:
    reader.go("/states/CUB/")
    reader.page.locator("footer a[href*='report-error']").click()
    assert reader.page.locator("[name=page]").input_value() == "/states/CUB/"
    reader.page.locator("[name=words]").fill("The date of the reply is another one.")
    reader.page.locator("main form:has([name=words]) button").click()
    assert reader.page.locator("main [name=words]").count() == 0


def test_every_place_can_be_reached_by_the_keyboard(readers: Readers) -> None:
    """The first stop skips to the content; each stop is seen; going on leads through the page and out of it."""
    reader = readers()
    reader.go("/states/CUB/")
    keys = reader.page.keyboard
    keys.press("Tab")
    focused = reader.page.locator(":focus")
    expect(focused).to_have_attribute("href", "#content")
    expect(focused).to_be_in_viewport()
    keys.press("Enter")
    expect(reader.page.locator("main")).to_be_focused()
    stops = reader.page.locator("main :is(a[href], button, input:not([type=hidden]), select, summary, [tabindex='0'])")
    for _ in range(stops.count() + 40):
        keys.press("Tab")
        stop = reader.page.evaluate(STOP)
        if stop["out"]:
            break
        assert stop["ring"], stop["html"]
        assert not stop["again"], f"a trap: {stop['html']}"
    assert stop["out"], "the end of the page is never reached"
    keys.press("Shift+Tab")
    assert not reader.page.evaluate(STOP)["out"]


STOP = """() => {
    const one = document.activeElement;
    const style = getComputedStyle(one);
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== "none";
    const seen = window.seen ??= new Set();
    const again = seen.has(one);
    seen.add(one);
    return {out: one === document.body, ring, again, html: one.outerHTML.slice(0, 200)};
}"""


def test_a_slash_goes_to_the_search_box(readers: Readers) -> None:
    reader = readers()
    reader.go("/licence/")
    reader.page.keyboard.press("/")
    expect(reader.page.get_by_role("searchbox")).to_be_focused()
