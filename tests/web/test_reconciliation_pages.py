"""What became of all that was received, in the browser: every letter and every unit, and what is taken away."""

from __future__ import annotations

import json
from html import unescape
from typing import Any

import pytest
from django.test import Client
from tests.web.desk_cases import OFFICER, bring, open_cycle_in, signed_in

from verbale.app.confirming import LetterDetails, confirm_reply
from verbale.app.encoding import encode
from verbale.app.letter_marks import mark_letter
from verbale.app.reconciling import reconcile
from verbale.web.desk import reconciliation_pages
from verbale.web.desk.acting import this_moment
from verbale.web.desk.open_cycles import open_now
from verbale.web.desk.reconciliation_pages import reconcile_in_background
from verbale.web.site import Site


def test_every_unit_has_a_fate_and_leads_to_its_place(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    cycle, officer = open_cycle_in(site.desk), signed_in("b.officer")
    first, second = bring(cycle, ["philippines.en.pdf", "china.zh.txt"])
    confirm_reply(open_now(cycle), first, LetterDetails(), OFFICER, this_moment())
    mark_letter(open_now(cycle), second, "withdrawn", "note", OFFICER, this_moment())
    base = f"/desk/{cycle}/reconciliation/"
    page = unescape(officer.get(base).content.decode())
    assert f"{base}units/?case={first}" in page
    found = reconcile(open_now(cycle))
    rows = _rows(officer, f"{base}units/?format=json")
    for one in found.accounts:
        own = [row for row in rows if row["case"] == one.case]
        assert sum(row["characters"] for row in own) == one.characters
        assert {row["fate"] for row in own} == {fate.value for fate, count in one.fates.items()}
    assert list(dict.fromkeys(row["fate"] for row in rows))[:2] == ["waiting", "withdrawn"]
    assert {row["fate"] for row in _rows(officer, f"{base}units/?format=json&fate=waiting")} == {"waiting"}
    shown = unescape(officer.get(f"{base}units/?case={first}").content.decode())
    row = next(row for row in rows if row["case"] == first and row["ref"] and row["page"] == 1)
    assert f"/desk/{cycle}/letters/{first}/?version=1&at={row['ref']}#{row['ref']}" in shown
    assert "Philippines" in shown
    assert officer.get(f"{base}reconciliation.json").content == encode(found)
    assert b"<title>" in officer.get(f"{base}reconciliation.html").content
    assert officer.get(f"{base}reconciliation.xml").status_code == 404
    monkeypatch.setattr(reconciliation_pages, "_AT_ONCE", 0)
    mark_letter(open_now(cycle), second, "reinstated", "a mistake", OFFICER, this_moment())
    assert f"{base}make/" in officer.get(base).content.decode()
    assert officer.post(f"{base}make/").status_code == 302
    reconcile_in_background.call(cycle, len(open_now(cycle).entries))
    assert f"{base}units/?case={second}" in officer.get(base).content.decode()


def _rows(officer: Client, address: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(officer.get(address).content)["rows"]
    return found
