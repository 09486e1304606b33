"""An officer who never opens a terminal takes a cycle from its mandate to a corrigendum, in a browser."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Page, expect
from tests.browser.conftest import Reader, Readers, one_database
from tests.web.whole_cycle import CORRECTION, LETTERS, MANDATES, TERMS, WAIVED, WAIVER

NAME = "in-a-browser"
WORK = 60_000  # milliseconds that work in the background may take


def _begin(officer: Reader) -> None:
    page = officer.page
    officer.go("/desk/")
    page.get_by_role("link", name="Begin a cycle").click()
    page.locator("#base").select_option(f"programme:{TERMS['programme']}")
    page.get_by_role("button", name="Go on").click()
    page.locator("#name").fill(NAME)
    for name, value in TERMS.items():
        if name != "programme":
            page.locator(f"#{name}").fill(value)
    rows = page.locator("tbody tr")
    for at in range(rows.count()):
        cells = MANDATES[at] if at < len(MANDATES) else ("",) * 5
        for name, value in zip(("resolution", "paragraph", "adopted", "topic", "item"), cells, strict=True):
            field = rows.nth(at).locator(f"[name=mandate_{name}]")
            field.select_option(value) if name == "topic" else field.fill(value)
    page.get_by_role("button", name="Show what this would do").click()
    expect(page.get_by_role("heading", name="What this cycle would be")).to_be_visible()
    page.get_by_role("button", name="Open the cycle").click()
    expect(page.get_by_role("status").first).to_contain_text("The cycle is open")


def _act(page: Page, link: str, **said: str) -> None:
    """Choose an act, fill its form in, look at what it would do, and do it."""
    page.locator(".acts").get_by_role("link", name=link, exact=True).click()
    _send(page, **said)


def _send(page: Page, **said: str) -> None:
    for name, value in said.items():
        field = page.locator(f"main [name={name}]")
        if field.evaluate("one => one.tagName") != "SELECT":
            field.fill(value)
    page.get_by_role("button", name="Show what this would do").click()
    page.get_by_role("button", name="Do it").click()
    expect(page.get_by_role("status").first).to_be_visible()


def _take_in(officer: Reader, folder: Path) -> list[str]:
    page, cases = officer.page, list[str]()
    for letter in LETTERS:
        path = folder / letter.name
        path.write_bytes(letter.data)
        officer.go(f"/desk/{NAME}/inbox/")
        if not page.locator("#letters").is_visible():
            page.get_by_text("Take letters in").click()
        page.locator("#letters").set_input_files(path)
        page.locator("#received").fill(letter.received)
        page.get_by_role("button", name="Take in").click()
        link = page.locator(".inbox tbody tr", has_text=letter.name).locator("th a")
        for _ in range(100):
            if link.count():
                break
            page.wait_for_timeout(300)
            page.reload()
        link.click()
        page.wait_for_url(lambda url: "/letters/" in url)
        cases.append(officer.place.split("/letters/")[1].split("/")[0])
        for name, value in letter.said.items():
            field = page.locator(f"form.confirm [name={name}]")
            field.select_option(value) if name == "kind" else field.fill(value)
        if letter.about >= 0:
            page.locator("#version_of").select_option(cases[letter.about])
        page.locator("button[value=stay]").click()
        expect(page.get_by_role("status").first).to_be_visible()
        expect(page.get_by_role("alert")).to_have_count(0)
    return cases


def _compile(officer: Reader) -> None:
    page = officer.page
    officer.go(f"/desk/{NAME}/report/")
    for name, kept in (("languages", "en"), ("forms", "html")):
        for box in page.locator(f"[name={name}]").all():
            box.set_checked(box.get_attribute("value") == kept)
    page.get_by_role("button", name="Compile").click()
    expect(page.locator("[data-status=done]")).to_be_visible(timeout=WORK)
    officer.go(f"/desk/{NAME}/report/")
    expect(page.get_by_role("link", name="report.en.html")).to_be_visible()


def _correct(officer: Reader, folder: Path) -> None:
    page = officer.page
    officer.go(f"/desk/{NAME}/report/")
    with page.expect_download() as waited:
        page.get_by_role("link", name="report.en.html").click()
    text = waited.value.path().read_text(encoding="utf-8")
    assert CORRECTION[0] in text
    path = folder / "report.en.html"
    path.write_text(text.replace(*CORRECTION), encoding="utf-8")
    officer.go(f"/desk/{NAME}/publication/")
    page.get_by_role("link", name="Issue a corrigendum").click()
    page.locator("[name=texts]").set_input_files(path)
    _send(page, reason="a date was missing")
    expect(page.get_by_role("status").first).to_contain_text("A/77/123/Corr.1")


@one_database
def test_a_cycle_from_its_mandate_to_a_corrigendum(officers: Readers, tmp_path: Path) -> None:
    officer = officers()
    page = officer.page
    _begin(officer)
    _act(page, "Record that the note verbale was sent")
    cases = _take_in(officer, tmp_path)
    _compile(officer)
    gate, allowed_by, reason = WAIVER
    page.locator("tr", has_text="Norway").get_by_role("link", name="waive").click()
    _send(page, allowed_by=allowed_by, reason=reason)
    _act(page, "Submit the report")
    officer.go(f"/desk/{NAME}/publication/")
    _act(page, "Record that the report was issued", dated="2022-07-15")
    _act(page, "Publish late replies and full texts on the web", dated="2022-07-16")
    _correct(officer, tmp_path)
    rows = json.loads(page.request.get(f"{officer.site.address}/desk/{NAME}/timeline/?format=json").text())["rows"]
    kinds = [row["kind"] for row in reversed(rows)]
    assert kinds[:2] == ["cycle-opened", "note-issued"]
    for kind, count in (("letter-received", 6), ("reply-withdrawn", 1), ("author-stated", 1), ("gate-waived", 1)):
        assert kinds.count(kind) == count, kind
    assert [kind for kind in kinds if kind.startswith("report-")] == [
        "report-compiled",
        "report-submitted",
        "report-issued",
    ]
    assert kinds[-1] == "corrigendum-issued"
    assert {row["actor"] for row in rows} == {"a.officer"}
    officer.go(f"/desk/{NAME}/reconciliation/")
    expect(page.locator(".status dd").first).to_have_text("0")
    assert len(cases) == len(set(cases)) == len(LETTERS)
    assert cases[WAIVED] in {row["case"] for row in rows if row["kind"] == "gate-waived"}
    assert gate in {row["facts"]["gate"] for row in rows if row["kind"] == "gate-waived"}
