"""Missions in a browser: a reply in Arabic by the keyboard alone, two people, a letter taken back, a link revoked."""

from __future__ import annotations

import re
from datetime import date, timedelta

from playwright.sync_api import Locator, Page, expect
from tests.browser.conftest import NARROW, WIDE, Reader, Readers, one_database
from tests.browser.served import CYCLE, OFFICERS
from tests.browser.test_every_page import violations, wider_than_window

# What a browser does does not depend on the database; the same acts are tested on both without one.
pytestmark = one_database
LINKS, MISSION = f"/desk/{CYCLE}/links/", f"/mission/cycles/{CYCLE}/"
WORK = 60_000  # milliseconds that work in the background may take
MOST = 120  # presses of a key that a way may take
ARABIC = "تؤيد مصر إنشاء منطقة خالية من الأسلحة النووية في الشرق الأوسط، وتدعو إلى نزع السلاح النووي الشامل."


WORDS = """Finland supports the aim of a world that is free of nuclear weapons, and works for it with others.

The Government holds that each step of disarmament is to be verified, and that States should report on what they do."""


def link_for(officer: Reader, state: str, holder: str, cycle: str = CYCLE) -> str:
    """The place of a link that an officer makes."""
    officer.go(f"/desk/{cycle}/links/")
    page = officer.page
    page.locator("#state").select_option(state)
    page.locator("#holder").fill(holder)
    page.locator("#checked").fill("by the telephone of the published list")
    page.locator("form:has(#holder) button").click()
    return shown_link(officer)


def shown_link(reader: Reader) -> str:
    """The place of the link that a page shows once."""
    address: str = reader.page.locator("#address").input_value()
    assert address.startswith(reader.site.address)
    return address.removeprefix(reader.site.address)


def holder_of(readers: Readers, place: str, **look: object) -> Reader:
    """Somebody who opens a link."""
    reader = readers(**look)
    reader.go(place)
    reader.page.locator("#open").click()
    reader.page.wait_for_url(f"**{MISSION}")
    return reader


def tab_to(page: Page, wanted: Locator) -> None:
    """Go to something by the key that goes from one to the next."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if wanted.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"{wanted} is not reached by the keyboard")


def write(reader: Reader, words: str) -> None:
    """Write a draft, which is shown as it is read."""
    reader.go(f"{MISSION}new/")
    reader.page.locator("#words").fill(words)
    reader.page.locator("form.draft button").click()
    reader.page.wait_for_url("**/drafts/**")


def test_a_mission_replies_in_arabic_by_the_keyboard_alone(officers: Readers, readers: Readers) -> None:
    place = link_for(officers(), "EGY", "Amal Hassan")
    # Without JavaScript, as wide as a telephone.
    mission = readers(javascript=False, language="ar", width=NARROW)
    page = mission.page
    mission.go(place)
    tab_to(page, page.locator("#open"))
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{MISSION}")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.get_by_text("A/RES/76/53").first).to_be_visible()
    tab_to(page, page.locator(f"main a[href='{MISSION}new/']"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/new/")
    tab_to(page, page.locator("#words"))
    page.keyboard.insert_text(ARABIC)
    tab_to(page, page.locator("form.draft button"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/drafts/**")
    text = page.locator(".letter-text")
    expect(text).to_contain_text(ARABIC[:40])
    expect(text).to_have_attribute("lang", "ar")
    expect(text).to_have_attribute("dir", "rtl")
    tab_to(page, page.locator("#submit"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/receipts/**")
    expect(page.get_by_text(re.compile("^[0-9a-f]{64}$"))).to_be_visible()
    assert wider_than_window(page) == []
    officer = officers()
    officer.go(f"/desk/{CYCLE}/inbox/?q=reply.txt")
    expect(officer.page.get_by_text("Egypt").first).to_be_visible()


def test_two_people_of_a_ministry_clear_a_reply(officers: Readers, readers: Readers) -> None:
    principal = holder_of(readers, link_for(officers(), "BRA", "Ana Souza"))
    principal.go(f"{MISSION}colleagues/")
    principal.page.locator("form:has([value=two-people]) button").click()
    expect(principal.page.get_by_text("Two people are needed")).to_be_visible()
    colleagues = []
    for part, name in (("drafter", "Bruno Lima"), ("clearer", "Carla Dias")):
        principal.page.locator("#holder").fill(name)
        principal.page.locator("#part").select_option(part)
        principal.page.locator("form:has(#holder) button").click()
        colleagues.append(holder_of(readers, shown_link(principal)))
    drafter, clearer = colleagues
    write(drafter, "Brazil supports nuclear disarmament.\n\nIt belongs to a zone free of nuclear weapons.")
    draft = drafter.place
    expect(drafter.page.locator("#submit")).to_have_count(0)
    drafter.page.locator("button[value=ask]").click()
    expect(drafter.page.locator("button[value=clear]")).to_have_count(0)
    principal.refused = {409}
    principal.go(draft)
    principal.page.locator("#submit").click()
    expect(principal.page.get_by_role("alert")).to_contain_text("second person")
    clearer.go(draft)
    clearer.page.locator("button[value=clear]").click()
    expect(clearer.page.get_by_text("cleared this very version")).to_be_visible()
    principal.go(draft)
    principal.page.locator("#submit").click()
    principal.page.wait_for_url("**/receipts/**")
    expect(principal.page.get_by_text("Carla Dias")).to_be_visible()


def test_a_reply_is_taken_back(officers: Readers, readers: Readers) -> None:
    mission = holder_of(readers, link_for(officers(), "CHL", "Diego Rojas"))
    write(mission, "Chile supports nuclear disarmament, and says so here by mistake twice.")
    mission.page.locator("#submit").click()
    mission.page.wait_for_url("**/receipts/**")
    mission.follow("dl.proposal a")
    mission.page.locator("#mark").select_option("withdrawn")
    mission.page.locator("#reason").fill("it was sent by mistake")
    mission.page.locator("form:has(#mark) button").click()
    expect(mission.page.locator("main strong").first).to_have_text("withdrawn")
    letter = mission.place.rpartition("/letters/")[2]
    officer = officers()
    officer.go(f"/desk/{CYCLE}/letters/{letter}")
    done = officer.page.locator("section").last
    expect(done).to_contain_text("it was sent by mistake")
    expect(done).to_contain_text("Diego Rojas")


def begin(officer: Reader, name: str) -> None:
    """A cycle as that of 2022, whose deadline is to come, with its note verbale sent."""
    page, today = officer.page, date.today()  # noqa: DTZ011 (days from now, whatever the zone)
    officer.go(f"/new-cycle/?base=cycle:{CYCLE}")
    days = {"note": -30, "deadline": 60, "submission": 80, "observed_since": -300}
    said = {key: (today + timedelta(days=count)).isoformat() for key, count in days.items()}
    said |= {"name": name, "report": "A/79/9901"}
    for key, value in said.items():
        page.locator(f"#{key}").fill(value)
    page.get_by_role("button", name="Show what this would do").click()
    page.get_by_role("button", name="Open the cycle").click()
    expect(page.get_by_role("status").first).to_contain_text("The cycle is open")
    act(officer, f"/desk/{name}/acts/note/")


def act(officer: Reader, place: str, **said: str) -> None:
    """Do an act of a cycle, after looking at what it would do."""
    page = officer.page
    officer.go(place)
    for key, value in said.items():
        page.locator(f"main [name={key}]").fill(value)
    page.get_by_role("button", name="Show what this would do").click()
    assert page.get_by_role("alert").all_inner_texts() == []
    page.get_by_role("button", name="Do it").click()
    expect(page.get_by_role("status").first).to_be_visible()


def issue(officer: Reader, name: str) -> None:
    """Take a cycle from its letters to its report."""
    page = officer.page
    officer.go(f"/desk/{name}/report/")
    for kind, kept in (("languages", "en"), ("forms", "html")):
        for box in page.locator(f"[name={kind}]").all():
            box.set_checked(box.get_attribute("value") == kept)
    page.get_by_role("button", name="Compile").click()
    expect(page.locator("[data-status=done]")).to_be_visible(timeout=WORK)
    act(officer, f"/desk/{name}/acts/submit/")
    act(officer, f"/desk/{name}/acts/issue/", dated=date.today().isoformat())  # noqa: DTZ011 (as above)


def test_a_published_reply_is_recalled(officers: Readers, readers: Readers) -> None:
    officer, name = officers(), "recalled"
    begin(officer, name)
    place = link_for(officer, "FIN", "Eeva Laine", name)
    mission = readers()
    mission.go(place)
    mission.page.locator("#open").click()
    mission.page.wait_for_url(f"**/mission/cycles/{name}/")
    mission.go(f"/mission/cycles/{name}/new/")
    mission.page.locator("#words").fill(WORDS)
    mission.page.locator("form.draft button").click()
    mission.page.locator("#submit").click()
    mission.page.wait_for_url("**/receipts/**")
    mission.follow("dl.proposal a")
    letter = mission.place
    officer.go(f"/desk/{name}/letters/{letter.rpartition('/letters/')[2]}")
    officer.page.locator("#seen").fill("nothing")
    officer.page.locator("button[value=stay]").click()
    expect(officer.page.get_by_text(f"Confirmed by {OFFICERS[0]}")).to_be_visible()
    issue(officer, name)
    mission.go(letter)
    mission.page.locator("#mark").select_option("recalled")
    mission.page.locator("#reason").fill("the Government has another view now")
    mission.page.locator("form:has(#mark) button").click()
    expect(mission.page.locator("main strong").first).to_have_text("recalled")
    officer.go(f"/desk/{name}/letters/{letter.rpartition('/letters/')[2]}")
    expect(officer.page.locator("section").last).to_contain_text("the Government has another view now")


def test_a_link_is_revoked_while_it_is_open(officers: Readers, readers: Readers) -> None:
    officer = officers()
    place = link_for(officer, "PER", "Elena Quispe")
    mission = holder_of(readers, place)
    other = holder_of(readers, place)  # it was passed on
    mission.go(f"{MISSION}colleagues/")
    expect(mission.page.locator("tbody li")).to_have_count(2)
    officer.go(LINKS)
    row = officer.page.locator("tbody tr", has_text="Elena Quispe")
    expect(row.locator("li")).to_have_count(2)
    row.locator("button").click()
    expect(officer.page.get_by_role("status").first).to_contain_text("Elena Quispe")
    for reader in (mission, other):
        reader.refused = {404}
        assert reader.go(MISSION).status == 404
        assert reader.go(place).status == 404


def test_nothing_is_wrong_with_the_pages_of_a_mission(officers: Readers, readers: Readers) -> None:
    place = link_for(officers(), "MEX", "Flor Núñez")
    for language, width in (("ar", NARROW), ("en", WIDE)):
        mission = readers(language=language, width=width)
        mission.go(place)
        places = [place]
        mission.page.locator("#open").click()
        mission.page.wait_for_url(f"**{MISSION}")
        mission.go(f"{MISSION}new/")
        mission.page.locator("form:has([value=record]) button").click()
        mission.page.wait_for_url("**/drafts/**")
        places += [mission.place.partition("#")[0]]
        write(mission, f"Mexico supports nuclear disarmament ({language}).")
        places += [mission.place.partition("#")[0]]
        mission.page.locator("button[value=ask]").click()
        write(mission, f"Mexico was always for disarmament ({language}).")
        mission.page.locator("#submit").click()
        mission.page.wait_for_url("**/receipts/**")
        places += [mission.place]
        mission.follow("dl.proposal a")
        places += [mission.place, MISSION, f"{MISSION}new/", f"{MISSION}letters/", f"{MISSION}colleagues/"]
        for one in places:
            mission.go(one)
            mission.page.wait_for_load_state("networkidle")
            assert violations(mission) == [], (language, width, one)
            assert wider_than_window(mission.page) == [], (language, width, one)
            mission.deaf = False
