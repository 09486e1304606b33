"""A figure of a treaty followed to its acts and to the source of one, on a day that the reader chooses."""

from __future__ import annotations

from playwright.sync_api import expect
from tests.browser.conftest import Reader, Readers, one_database
from tests.browser.pages import DAY
from tests.browser.test_readers import search

pytestmark = one_database
SIGNATURES = "dl a[href*='count=signatures']"
LATER, MORE = "2022-09-22", 91


def choose_day(reader: Reader, day: str) -> None:
    """Have the status of a day shown."""
    reader.page.locator("#on").fill(day)
    reader.page.locator("form.slider button").click()
    reader.page.wait_for_url(f"**on={day}**")


def test_a_reader_follows_86_signatures_to_their_acts_and_one_to_its_source(reader: Reader) -> None:
    search(reader, "TPNW")
    assert reader.follow(".understood a") == "/treaties/TPNW/"
    choose_day(reader, DAY)
    count = reader.page.locator(SIGNATURES)
    expect(count).to_contain_text("86")
    count.click()
    reader.page.wait_for_url("**count=signatures**")
    rows = reader.page.locator("#list tbody tr")
    expect(rows).to_have_count(86)
    days = [one.get_attribute("datetime") or "" for one in rows.locator("time").all()]
    assert max(days) <= DAY
    rows.nth(40).locator("a[href*='/statements/']").click()
    reader.page.wait_for_url("**/statements/**")
    assert "TPNW" in reader.page.locator("h1").inner_text()
    reader.page.locator("main dd a[href*='/register/sources/']").first.click()
    reader.page.wait_for_url("**/register/sources/**")
    assert reader.page.locator("h1").inner_text()


def test_another_day_has_other_figures(reader: Reader) -> None:
    reader.go(f"/treaties/TPNW/?on={DAY}")
    choose_day(reader, LATER)
    expect(reader.page.locator(SIGNATURES)).to_contain_text(str(MORE))


def test_the_slider_moves_the_day_by_the_keyboard(readers: Readers) -> None:
    reader = readers()
    reader.go(f"/treaties/TPNW/?on={DAY}")
    slider = reader.page.get_by_role("slider")
    expect(slider).to_have_attribute("aria-valuetext", DAY)
    slider.focus()
    reader.page.keyboard.press("ArrowRight")
    reader.page.wait_for_url("**on=2022-06-22**")
    expect(reader.page.locator("#on")).to_have_value("2022-06-22")
    expect(slider).to_be_focused()
    expect(reader.page.locator("#answer")).to_contain_text("22 June 2022")


def test_without_javascript_there_is_no_slider(readers: Readers) -> None:
    reader = readers(javascript=False)
    reader.go(f"/treaties/TPNW/?on={DAY}")
    expect(reader.page.locator("input[type=range]")).to_be_hidden()
    expect(reader.page.locator("#on")).to_be_visible()


def test_the_table_says_what_the_map_says(reader: Reader) -> None:
    reader.go(f"/treaties/TPNW/?on={DAY}")
    expect(reader.page.locator("figure svg, .figure svg").first).to_be_visible()
    summary = reader.page.locator(".figure table tbody tr")
    assert summary.count() > 1
    party = summary.nth(0)
    number = int(party.locator("td").inner_text().split()[0])
    party.locator("a").click()
    expect(reader.page.locator("#list tbody tr")).to_have_count(number)
