"""Officers at their inbox: by the keyboard alone, and two of them on the same letter and on different ones."""

from __future__ import annotations

import re

from playwright.sync_api import expect
from tests.browser.conftest import Readers, one_database
from tests.browser.served import CYCLE, OFFICERS

# What two browsers do does not depend on the database; that nothing is lost is tested on both without one.
pytestmark = one_database
INBOX = f"/desk/{CYCLE}/inbox/"
MOST = 80  # presses of a key that a way may take


def test_an_officer_goes_through_the_inbox_by_the_keyboard_alone(officers: Readers) -> None:
    officer = officers()
    page = officer.page
    officer.go(INBOX)
    first = page.locator(".inbox tbody th a").first
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if first.evaluate("one => one === document.activeElement"):
            break
    page.keyboard.press("ArrowDown")
    second = page.locator(".inbox tbody th a").nth(1)
    expect(second).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/letters/reply-"))
    confirm = page.locator("button[name=then][value=next]")
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if confirm.evaluate("one => one === document.activeElement"):
            break
    else:
        raise AssertionError("the button that confirms is not reached")
    before = page.url
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != before)
    expect(page.get_by_role("status").first).to_be_visible()


def test_two_officers_on_one_letter_learn_of_each_other_and_lose_nothing(officers: Readers) -> None:
    first, second = officers(OFFICERS[0]), officers(OFFICERS[1])
    second.refused = {409}
    first.go(f"{INBOX}?q=China")
    first.page.locator(".inbox tbody th a").click()
    first.page.wait_for_url(re.compile(r"/letters/"))
    letter = first.place
    second.go(letter)
    expect(second.page.get_by_text("This letter is also open by:")).to_be_visible()
    first.page.locator("#kind").select_option("reply")
    first.page.locator("button[value=stay]").click()
    expect(first.page.get_by_text("China.").first).to_be_visible()
    second.page.locator("#seen").fill("typed by the second")
    second.page.locator("button[value=stay]").click()
    expect(second.page.get_by_role("alert")).to_contain_text(f"reply-confirmed by {OFFICERS[0]}")
    expect(second.page.locator("#seen")).to_have_value("typed by the second")
    # The same person decides again, having seen what was done: a correction, with its reason.
    second.go(letter)
    second.page.locator("#reason").fill("looked at again")
    second.page.locator("button[value=stay]").click()
    done = second.page.locator("section").last
    expect(done).to_contain_text(f"{OFFICERS[1]}")
    expect(done).to_contain_text(f"{OFFICERS[0]}")


def test_two_officers_on_different_letters_do_not_hinder_each_other(officers: Readers) -> None:
    first, second = officers(OFFICERS[0]), officers(OFFICERS[1])
    for officer, state in ((first, "Morocco"), (second, "Costa Rica")):
        officer.go(f"{INBOX}?q={state}")
        officer.page.locator(".inbox tbody th a").click()
        officer.page.wait_for_url(re.compile(r"/letters/"))
    for officer in (first, second):
        officer.page.locator("button[value=stay]").click()
    for officer, name in ((first, OFFICERS[0]), (second, OFFICERS[1])):
        expect(officer.page.get_by_text(f"Confirmed by {name}")).to_be_visible()
