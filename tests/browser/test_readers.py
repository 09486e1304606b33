"""What readers come for, from the first page on, by search and links alone; with JavaScript and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Reader
from tests.browser.served import EARLIER, LATER, SEEDS

COMPARED = "#compared table.versions"
real_reports = pytest.mark.skipif(not all(path.exists() for path in SEEDS), reason="../shared is not at hand")


def search(reader: Reader, words: str) -> None:
    """Ask the search box of the first page."""
    reader.go("/")
    box = reader.page.get_by_role("search").first
    box.get_by_role("searchbox").fill(words)
    box.get_by_role("button").click()
    reader.page.wait_for_url("**/search/**")


def compare(reader: Reader, then: str, now: str) -> None:
    """Find Cuba from the first page and have two of its replies beside each other."""
    search(reader, "Cuba")
    assert reader.follow(".understood a") == "/states/CUB/"
    for name, value in (("then", then), ("now", now)):
        choice = reader.page.locator(f"#compared select[name={name}]")
        choice.select_option(label=next(one for one in choice.locator("option").all_inner_texts() if value in one))
    reader.page.locator("#compared form button").click()
    reader.page.wait_for_url("**then=**")


def test_a_reader_finds_what_cuba_said_in_2010_beside_2022(reader: Reader) -> None:
    compare(reader, EARLIER, LATER)
    heads = reader.page.locator(f"{COMPARED} thead th").all_inner_texts()
    assert EARLIER in heads[0]
    assert LATER in heads[1]
    changed = reader.page.locator(COMPARED).get_by_text("after the Court spoke")
    assert changed.count() == 2
    expect(reader.page.locator(f"{COMPARED} del", has_text="14")).to_have_count(1)
    expect(reader.page.locator(f"{COMPARED} ins", has_text="25")).to_have_count(1)


@pytest.mark.shared
@real_reports
def test_a_reader_finds_the_two_real_replies_of_cuba(reader: Reader) -> None:
    compare(reader, "A/65/137", "A/77/123")
    heads = reader.page.locator(f"{COMPARED} thead th").all_inner_texts()
    assert "A/65/137" in heads[0]
    assert "A/77/123" in heads[1]
    both = reader.page.locator(f"{COMPARED} tr:has(td:first-child a.num):has(td:last-child a.num)")
    assert both.count() > 5
