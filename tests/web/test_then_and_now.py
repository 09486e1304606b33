"""What a State says in two documents of the library, paragraph beside paragraph."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from tests.web.conftest import AT, showing

from verbale.app.desks import make_desk, opened_desk
from verbale.app.libraries import add_sources
from verbale.app.library_index import follow_library
from verbale.app.sources import find_sources
from verbale.search.index import open_index
from verbale.web.current_desk import INDEX

EARLIER, LATER = "A/65/9902", "A/77/9901"
CHANGES = (
    (LATER, EARLIER),
    ("15 June 2022", "15 June 2010"),
    ("[10 May 2022]", "[10 May 2010]"),
    ("Seventy-seventh session", "Sixty-fifth session"),
    ("More than 25 years after", "More than 14 years after"),
)


@pytest.fixture(scope="module")
def two_years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with our report in English and French, and one of 2010 in English in which Cuba says almost the same."""
    folder = tmp_path_factory.mktemp("years")
    samples = resources.files("verbale.app") / "demo_library"
    text = (samples / "report.en.txt").read_text(encoding="utf-8")
    (folder / "later.en.txt").write_text(text, encoding="utf-8")
    (folder / "later.fr.txt").write_text((samples / "report.fr.txt").read_text(encoding="utf-8"), encoding="utf-8")
    for old, new in CHANGES:
        assert old in text
        text = text.replace(old, new)
    (folder / "earlier.en.txt").write_text(text, encoding="utf-8")
    place = str(folder / "desk.sqlite")
    make_desk(place)
    with opened_desk(place) as database:
        added = add_sources(database, find_sources([str(path) for path in sorted(folder.glob("*.txt"))]), "L.", AT)
        assert len(added.documents) == 3
        follow_library(database, open_index(folder / INDEX))
    with showing(place, folder):
        call_command("migrate", verbosity=0, interactive=False)
    return folder


@pytest.fixture
def years(two_years: Path) -> Iterator[Client]:
    """A browser at that desk."""
    with showing(str(two_years / "desk.sqlite"), two_years):
        assert settings.SITE.folder == two_years
        yield Client()


def test_replies_of_two_years_stand_in_one_table(years: Client) -> None:
    rows = json.loads(years.get("/states/CUB/?part=replies&format=json").content)["rows"]
    assert [(row["year"], row["symbol"]) for row in rows] == [("2022", LATER), ("2010", EARLIER)]
    assert [row["languages"] for row in rows] == [["en", "fr"], ["en"]]
    assert {row["original_language"] for row in rows} == {"es"}
    listed = json.loads(years.get("/states/?format=json&q=CUB").content)["rows"]
    assert [row["replies"] for row in listed if row["iso3"] == "CUB"] == [2]


def test_then_stands_beside_now_with_what_differs_marked(years: Client) -> None:
    page = years.get("/states/CUB/").content.decode()
    rows = re.findall(r'<tr id="pair-\d+">.*?</tr>\s*<tr>(.*?)</tr>', page, re.S)
    opened = next(row for row in rows if "after the Court spoke" in row)
    assert "<del>14</del>" in opened
    assert "<ins>25</ins>" in opened
    assert f"/documents/{EARLIER}/en/#" in opened
    assert f"/documents/{LATER}/en/#" in opened
    assert page.index("2010 · A/65/9902</bdi></a></th>") < page.index("2022 · A/77/9901</bdi></a></th>")


def test_documents_are_compared_in_a_language_that_both_are_in(years: Client) -> None:
    years.get("/", {"ui": "fr"})
    page = years.get("/states/CUB/").content.decode()
    assert '<html lang="fr"' in page
    assert "after the Court spoke" in page
    assert f"/documents/{LATER}/fr/#" in page


def test_the_earlier_stands_first_however_they_are_chosen(years: Client) -> None:
    one = years.get("/states/CUB/", {"then": EARLIER, "now": LATER}).content
    other = years.get("/states/CUB/", {"then": LATER, "now": EARLIER}).content
    assert re.findall(rb"pair-\d+", one) == re.findall(rb"pair-\d+", other)
    assert re.findall(rb"<del>.*?</del>", one) == re.findall(rb"<del>.*?</del>", other)


def test_a_document_is_not_compared_with_itself(years: Client) -> None:
    answer = years.get("/states/CUB/", {"then": LATER, "now": LATER})
    assert answer.status_code == 400
    assert "Choose two different documents" in answer.content.decode()


def test_the_pairs_are_taken_away_as_they_are_shown(years: Client) -> None:
    address = f"/states/CUB/?part=compared&then={EARLIER}&now={LATER}"
    rows = json.loads(years.get(f"{address}&format=json").content)["rows"]
    assert {row["course"] for row in rows} <= {"kept", "changed", "new", "dropped"}
    kept = next(row for row in rows if "after the Court spoke" in row["later"])
    assert kept["course"] == "kept"
    assert kept["earlier"].replace("14", "25") == kept["later"]
    page = years.get(f"{address}&course=kept").content.decode()
    assert f'name="then" value="{EARLIER}"' in page
