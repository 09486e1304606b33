"""The verbs ``state`` and ``timeline``: tables, JSON and rows, in six languages."""

from __future__ import annotations

import csv
import io
import json

import pytest
from click.testing import CliRunner, Result

from verbale.cli import main
from verbale.lexicon.naming import holding_term
from verbale.model.language import Language


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def run(*arguments: str) -> str:
    """Standard output of a call that must succeed."""
    result = call(*arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_page_on_a_state() -> None:
    told = run("state", "CUB", "--as-of", "2022-12-31")
    assert told.startswith("Cuba  CUB\nas of 2022-12-31\n\nTreaties\n")
    assert "TPNW        party  ratification 2018-01-30" in told
    assert "2010-05-14  reply reproduced in A/65/137, original es, on A/RES/64/55  A/65/137 III.CUB" in told
    assert "in favour · A/RES/76/53 follow-up to the advisory opinion: 143-33-14" in told
    assert "nuclear weapons in existence: more than 23,300" in told
    assert "CTBT ratification, deposited with UNSG  isc-actions" in told


def test_long_lists_are_cut_and_say_so() -> None:
    short, whole = run("state", "CUB"), run("state", "CUB", "--all")
    assert "earlier ones: --all shows them" in short
    assert "earlier ones" not in whole
    assert len(whole.splitlines()) > len(short.splitlines())


def test_as_known_on_a_day() -> None:
    told = run("state", "Japan", "--as-of", "2010-12-31", "--known", "2010-05-01")
    assert "as known on 2010-05-01" in told
    assert "reply reproduced" not in told


def test_nothing_is_held_of_a_state_that_has_done_nothing() -> None:
    told = run("state", "NIU", "--as-of", "1945-10-24")
    assert "nothing is on record" in told
    assert "Treaties" not in told


@pytest.mark.parametrize("language", [language.value for language in Language])
def test_six_languages(language: str) -> None:
    told = run("state", "MEX", "--lang", language)
    words = {"ar": "المكسيك", "en": "Mexico", "es": "México", "fr": "Mexique", "ru": "Мексика", "zh": "墨西哥"}
    assert words[language] in told
    against = {"ar": "معارضة", "en": "in favour", "es": "a favor", "fr": "pour", "ru": "за ·", "zh": "赞成"}
    assert {**against, "ar": "مؤيدة"}[language] in told
    lines = [line for line in told.splitlines() if line.strip()]
    assert all(line.lstrip().startswith(("\u2066", "\u2067")) for line in lines) == (language == "ar")
    assert (holding_term("own_words", Language(language)) in told.replace("\n", "")) == (language != "en")
    assert run("timeline", "--from", "2021-02", "--to", "2021-02", "--lang", language)


def test_a_signatory_is_told_since_when() -> None:
    assert "ROME_STATUTE  signatory  since 2000-12-31" in run("state", "USA", "--as-of", "2001-12-31")


def test_json_and_rows() -> None:
    told = json.loads(run("state", "CUB", "--json"))
    assert told["state"] == "CUB"
    rows = list(csv.DictReader(io.StringIO(run("state", "CUB", "--csv"))))
    assert len(rows) == len(told["lines"])
    assert {"kind", "start", "end", "label", "source", "place", "recorded"} <= set(rows[0])
    assert all(row["source"] for row in rows)
    timeline = json.loads(run("timeline", "--state", "CUB", "--json"))
    assert len(list(csv.DictReader(io.StringIO(run("timeline", "--state", "CUB", "--csv"))))) == len(timeline["lines"])
    assert call("state", "CUB", "--json", "--csv").exit_code == 2
    assert call("timeline", "--json", "--csv").exit_code == 2


def test_a_timeline_in_order() -> None:
    told = run("timeline", "--from", "2021-01", "--to", "2021-02")
    assert told.startswith("What happened, 2021-01-01 to 2021-02-28\n")
    assert "Entry into force · TPNW enters into force" in told
    assert "Treaty actions · Cuba: CTBT ratification" in told
    assert told.index("2021-01-22") < told.index("2021-02-04")
    assert "as known on 2021-01-25" in run("timeline", "--from", "2021-01", "--to", "2021-02", "--known", "2021-01-25")
    assert run("timeline", "--treaty", "TPNW").startswith("What happened, 2017")


def test_nothing_happened() -> None:
    assert "nothing is on record" in run("timeline", "--from", "1900", "--to", "1901")
    assert run("timeline", "--to", "1901", "--treaty", "CTBT").startswith("What happened, … to 1901-12-31")


def test_the_unknown_is_refused_with_the_nearest_names() -> None:
    for arguments in (("state", "Cubba"), ("timeline", "--state", "Cubba")):
        result = call(*arguments)
        assert result.exit_code == 2
        assert "nearest: Cuba (CUB)" in result.stderr
    assert "no treaty" in call("timeline", "--treaty", "Treaty of Oz").stderr
