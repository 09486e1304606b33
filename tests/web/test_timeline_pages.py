"""The record of a cycle in the browser: found, taken away with its seals, remarked on, and each act taken back."""

from __future__ import annotations

import json
from html import unescape
from typing import Any

from django.test import Client
from tests.web.desk_cases import CAME, OFFICER, bring, open_cycle_in, signed_in

from verbale.app.confirming import LetterDetails, confirm_reply
from verbale.app.cycles import CycleFolder, change_terms
from verbale.app.letter_marks import mark_letter
from verbale.app.undoing import UNDOABLE, find_undoable
from verbale.desk.cases import CYCLE, ReplyStage
from verbale.desk.deciding import Moment
from verbale.desk.events import EventKind
from verbale.web.desk.acting import this_moment
from verbale.web.desk.event_words import INSTEAD
from verbale.web.desk.open_cycles import open_now
from verbale.web.site import Site


def _number(folder: CycleFolder, kind: EventKind, case: str) -> int:
    """The latest entry of a kind in a case."""
    return max(entry.number for entry in folder.entries if (entry.event.kind, entry.event.case) == (kind, case))


def _undo(officer: Client, cycle: str, number: int) -> str:
    """Look at what it would do to take an act back, and do it; the words of what was shown."""
    place, before = f"/desk/{cycle}/timeline/{number}/undo/", len(open_now(cycle).entries)
    assert "Reason" in officer.get(place).content.decode()
    looked = officer.post(place, {"reason": "a mistake"})
    assert looked.status_code == 200
    assert len(open_now(cycle).entries) == before
    back = f"/desk/{cycle}/timeline/?kind=x"
    answer = officer.post(place, {"reason": "a mistake", "go": "1", "next": back})
    assert answer["Location"] == back
    return unescape(looked.content.decode())


def test_each_act_that_is_in_effect_is_taken_back_beside_it(site: Site) -> None:
    cycle, officer = open_cycle_in(site.desk), signed_in("b.officer")
    first, second, third, fourth = bring(cycle)
    for case in (first, fourth):
        confirm_reply(open_now(cycle), case, LetterDetails(), OFFICER, this_moment())
    for case, mark in ((first, "withdrawn"), (second, "set-aside"), (third, "restricted")):
        mark_letter(open_now(cycle), case, mark, "as they say", OFFICER, this_moment())
    acts = (
        (EventKind.REPLY_WITHDRAWN, first, "recorded that the reply stands again"),
        (EventKind.LETTER_SET_ASIDE, second, "took the letter up again"),
        (EventKind.REPLY_RESTRICTED, third, "lifted the restriction"),
        (EventKind.REPLY_CONFIRMED, fourth, "took the confirmation back"),
    )
    numbers = [_number(open_now(cycle), kind, case) for kind, case, _words in acts]
    page = officer.get(f"/desk/{cycle}/timeline/").content.decode()
    assert [number for number in numbers if f"/timeline/{number}/undo/" not in page] == []
    undone = {number for number in range(1, 200) if f"/timeline/{number}/undo/?" in page}
    assert {number for number in undone if open_now(cycle).entries[number - 1].event.kind in UNDOABLE} == set(numbers)
    for number, (_kind, _case, words) in zip(numbers, acts, strict=True):
        assert words in _undo(officer, cycle, number)
    folder = open_now(cycle)
    assert [folder.get_reply(case).stage for case in (first, second, fourth)] == [
        ReplyStage.CONFIRMED,
        ReplyStage.RECEIVED,
        ReplyStage.RECEIVED,
    ]
    assert folder.get_reply(third).restricted == ""
    # What was taken back can be done again by taking that back; the first reply stands, and so its confirmation too.
    again = ((EventKind.LETTER_TAKEN_UP, second), (EventKind.RESTRICTION_LIFTED, third))
    kinds = (EventKind.REPLY_CONFIRMED, EventKind.REPLY_REINSTATED)
    left = {_number(folder, *one) for one in (*((kind, first) for kind in kinds), *again)}
    assert find_undoable(folder, range(1, len(folder.entries) + 1)) == left
    stands_again = _number(folder, EventKind.REPLY_REINSTATED, first)
    assert "recorded that the reply was withdrawn" in _undo(officer, cycle, stands_again)
    place = f"/desk/{cycle}/timeline/{numbers[0]}/undo/"
    assert officer.post(place, {"reason": "again", "go": "1"}).status_code == 409
    assert officer.post(f"/desk/{cycle}/timeline/{min(left)}/undo/", {"reason": " "}).status_code == 409
    assert officer.get(f"/desk/{cycle}/timeline/99999/undo/").status_code == 404


def test_every_act_is_taken_back_or_it_is_said_what_to_do_instead(site: Site) -> None:
    assert UNDOABLE | INSTEAD.keys() == set(EventKind)
    assert UNDOABLE.isdisjoint(INSTEAD)
    cycle, officer = open_cycle_in(site.desk), signed_in("b.officer")
    (case,) = bring(cycle, ["china.zh.txt"])
    received = _number(open_now(cycle), EventKind.LETTER_RECEIVED, case)
    page = unescape(officer.get(f"/desk/{cycle}/timeline/{received}/undo/").content.decode())
    assert "What was received stays received." in page
    assert "<textarea" not in page
    assert officer.post(f"/desk/{cycle}/timeline/{received}/undo/", {"reason": "x", "go": "1"}).status_code == 409


def test_terms_that_were_changed_are_put_in_force_again(site: Site) -> None:
    cycle, officer = open_cycle_in(site.desk), signed_in("b.officer")
    before = open_now(cycle).case
    change_terms(open_now(cycle), f"{before.terms}\n# A line more.\n", "a slip", OFFICER, this_moment())
    changed = _number(open_now(cycle), EventKind.TERMS_CHANGED, CYCLE)
    assert "changed the terms" in _undo(officer, cycle, changed)
    assert (open_now(cycle).case.terms, open_now(cycle).case.terms_digest) == (before.terms, before.terms_digest)
    assert find_undoable(open_now(cycle), range(1, 99)) >= {_number(open_now(cycle), EventKind.TERMS_CHANGED, CYCLE)}


def test_the_record_is_found_remarked_on_and_taken_away(site: Site) -> None:
    cycle, officer = open_cycle_in(site.desk), signed_in("b.officer")
    first, second = bring(cycle, ["china.zh.txt", "philippines.en.pdf"])
    belated = Moment(CAME, belated="it lay in a tray")
    mark_letter(open_now(cycle), first, "objects", "note of 4 May", OFFICER, belated)
    place = f"/desk/{cycle}/timeline/"
    received = _number(open_now(cycle), EventKind.LETTER_RECEIVED, first)
    assert officer.post(f"{place}{received}/remark/", {"reason": " "}).status_code == 409
    assert officer.post(f"{place}{received}/remark/", {"reason": "They rang."}).status_code == 302
    assert officer.post(f"{place}1/remark/", {"reason": "Of no letter."}).status_code == 404
    own = unescape(officer.get(f"{place}?case={first}").content.decode())
    assert "They rang." in own
    assert "it lay in a tray" in own
    version = own[own.index("Version 1") :]
    assert version.index("added a remark") < version.index("received the letter")
    assert f"/desk/{cycle}/letters/{first}/" in own
    rows = _rows(officer, f"{place}?letter=china&format=json")
    assert {row["case"] for row in rows} == {first}
    entries = {entry.number: entry for entry in open_now(cycle).entries}
    assert [(row["seal"], row["previous"]) for row in rows] == [
        (entries[row["number"]].seal, entries[row["number"]].previous) for row in rows
    ]
    assert _rows(officer, f"{place}?letter=atlantis&format=json") == []
    assert {row["case"] for row in _rows(officer, f"{place}?letter={second}&format=json")} == {second}
    assert len(_rows(officer, f"{place}?format=json")) == len(entries)
    assert b"They rang." in officer.get(f"{place}?kind=remark-added&format=csv").content
    shown = unescape(officer.get(f"{place}?check=1").content.decode())
    assert f"each of {len(entries)} entries is sealed with the one before it" in shown


def _rows(officer: Client, address: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(officer.get(address).content)["rows"]
    return found
