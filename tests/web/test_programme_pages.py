"""Programmes of the desk: shown with what they make, kept under a name, and used by a cycle that begins with them."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

import pytest
from django.test import Client
from tests.web.desk_cases import signed_in

from verbale.app.cycle_drafting import topics_of
from verbale.app.programmes import texts_of_programme
from verbale.web.desk.open_cycles import open_now
from verbale.web.models import DeskProgramme
from verbale.web.site import Site


@pytest.fixture
def officer(site: Site) -> Iterator[Client]:
    yield signed_in("b.officer")
    DeskProgramme.objects.all().delete()


def post(client: Client, name: str, **form: str) -> tuple[int, str]:
    answer = client.post(f"/programmes/{name}/", form, follow=True)
    return answer.status_code, unescape(answer.content.decode())


def test_a_programme_of_the_package_is_shown_with_what_it_makes(officer: Client) -> None:
    assert "oceans" in officer.get("/programmes/").content.decode()
    words = unescape(officer.get("/programmes/oceans/").content.decode())
    assert "A note verbale by this programme" in words
    assert "words.ar.ftl" in words
    assert officer.get("/programmes/none/").status_code == 404
    assert Client().get("/programmes/").status_code == 404


def test_a_programme_is_changed_kept_and_begins_a_cycle(officer: Client) -> None:
    texts = dict(texts_of_programme("oceans"))
    before = unescape(officer.get("/programmes/oceans/").content.decode())
    line = next(one for one in texts["words.en.ftl"].splitlines() if one.startswith("office"))
    texts["words.en.ftl"] = texts["words.en.ftl"].replace(line, f"{line.partition('=')[0]}= Office for Safe Seas")
    status, words = post(officer, "oceans", keep_as="seas", **texts)
    assert status == 200
    assert "Office for Safe Seas" in words
    assert "Office for Safe Seas" not in before
    assert not DeskProgramme.objects.exists()
    status, words = post(officer, "oceans", keep_as="seas", go="1", **texts)
    assert "The programme is kept; 0 things are missing in it." in words
    page = unescape(officer.get("/new-cycle/?base=programme:seas").content.decode())
    assert 'name="programme" value="seas"' in page
    assert "of this desk" in officer.get("/programmes/").content.decode()


def test_what_breaks_a_rule_is_told_and_what_was_typed_stays(officer: Client) -> None:
    texts = dict(texts_of_programme("oceans")) | {"programme.toml": "sections = 7\n"}
    status, words = post(officer, "oceans", keep_as="seas", go="1", **texts)
    assert status == 409
    assert "sections = 7" in words
    status, words = post(officer, "oceans", keep_as="No Such Name", go="1", **dict(texts_of_programme("oceans")))
    assert status == 409
    assert "is no id of a programme" in words
    assert not DeskProgramme.objects.exists()


def test_a_cycle_keeps_the_programme_that_it_began_with(officer: Client, site: Site) -> None:
    texts = dict(texts_of_programme("oceans"))
    post(officer, "oceans", keep_as="seas", go="1", **texts)
    topic = next(iter(topics_of("oceans")))
    rows = {"mandate_resolution": "A/RES/79/1", "mandate_paragraph": "9", "mandate_adopted": "2024-12-06"}
    rows |= {"mandate_topic": topic, "mandate_item": "a"}
    said = {
        "programme": "seas",
        "name": "of-the-seas",
        "late": "web",
        "session": "80",
        "agenda_item": "75",
        "reference": "x",
    }
    days = {"note": "2026-01-20", "deadline": "2026-05-31", "report": "A/80/70", "previous_report": "A/79/70"}
    answer = officer.post("/new-cycle/", {**said, **days, **rows, "groups": ["member-states"], "go": "1"})
    assert answer.status_code == 302, unescape(answer.content.decode())[:3000]
    DeskProgramme.objects.all().delete()
    assert open_now("of-the-seas").cycle.programme.id == "seas"
