"""What a mission may do with its letters later: after publication, of several authors, and when bytes were removed."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.desk_cases import OFFICER, bring_bytes, open_cycle_in, signed_in
from tests.web.mission_cases import done, drafted

from verbale.app.clock import now
from verbale.app.confirming import LetterDetails, confirm_reply
from verbale.app.redacting import redact
from verbale.desk import commands as c
from verbale.desk.cases import Destination, ReplyStage
from verbale.web.desk.open_cycles import open_now
from verbale.web.mission.models import Submission
from verbale.web.site import Site

JOINT = (
    "Permanent Missions of Cuba and Mexico to the United Nations\n\nReply to resolution 76/53\n\nCuba and Mexico agree."
)


@pytest.fixture
def cycle(site: Site) -> str:
    return open_cycle_in(site.desk)


@pytest.fixture
def cuba(cycle: str) -> Client:
    return signed_in("mission.cub", "mission", "CUB")


def sent_case(client: Client, cycle: str) -> str:
    assert done(client, drafted(client, cycle), "submit") == 302
    return str(Submission.objects.get(cycle=cycle).case)


def said(client: Client, cycle: str, case: str, mark: str) -> int:
    form = {"mark": mark, "reason": "it is so"}
    return int(client.post(reverse("mission-letter", args=[cycle, case]), form).status_code)


def test_a_published_reply_is_recalled(cycle: str, cuba: Client) -> None:
    case = sent_case(cuba, cycle)
    folder = open_now(cycle)
    confirm_reply(folder, case, LetterDetails(), OFFICER, now())
    folder.give(case, c.Place(Destination.REPORT.value, 1, True, "in time"), OFFICER, now())
    folder.give(case, c.Publish("A/77/9901", date(2022, 7, 1)), OFFICER, now())
    assert said(cuba, cycle, case, "withdrawn") == 409
    assert said(cuba, cycle, case, "recalled") == 302
    reply = open_now(cycle).get_reply(case)
    assert (reply.stage, reply.last.by) == (ReplyStage.RECALLED, "mission.cub")
    assert "recalled" in cuba.get(reverse("mission-letters", args=[cycle])).content.decode()


def test_one_author_of_several_takes_nothing_back(cycle: str, cuba: Client) -> None:
    [case] = bring_bytes(cycle, JOINT.encode(), "joint.txt")
    page = reverse("mission-letter", args=[cycle, case])
    assert cuba.get(page).status_code == 404  # what was read in its text gives nobody a right
    confirm_reply(open_now(cycle), case, LetterDetails(authors=("Cuba", "Mexico"), dated="2022-05-20"), OFFICER, now())
    assert cuba.get(page).status_code == 200
    assert said(cuba, cycle, case, "withdrawn") == 409
    assert open_now(cycle).get_reply(case).stands


def test_a_letter_found_to_be_of_another_is_not_taken_back(cycle: str, cuba: Client) -> None:
    case = sent_case(cuba, cycle)
    details = LetterDetails(authors=("Mexico",), dated="2022-05-20", language="en", answers=("A/RES/76/53",))
    confirm_reply(open_now(cycle), case, details, OFFICER, now())
    assert cuba.get(reverse("mission-letter", args=[cycle, case])).status_code == 200
    assert said(cuba, cycle, case, "withdrawn") == 409


def test_removed_bytes_are_shown_to_nobody(cycle: str, cuba: Client) -> None:
    case = sent_case(cuba, cycle)
    sha256 = Submission.objects.get(cycle=cycle).sha256
    assert said(cuba, cycle, case, "withdrawn") == 302
    redact(open_now(cycle), [sha256], "a name", "rule 4", OFFICER, now())
    assert cuba.get(reverse("mission-letter", args=[cycle, case])).status_code == 404
    assert cuba.get(reverse("mission-received", args=[cycle, case, 1])).status_code == 404
    assert "its bytes were removed" in cuba.get(reverse("mission-letters", args=[cycle])).content.decode()
