"""The verbs ``status`` and ``diff``: one answer as a table, as JSON and as rows, in six languages."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from click.testing import CliRunner, Result

from verbale.cli import main
from verbale.model.language import Language

KEYS = [
    "treaty",
    "as_of",
    "in_force",
    "in_force_since",
    "in_force_until",
    "suspended_by",
    "counts",
    "outstanding",
    "disputed",
    "disputed_counts",
    "acts_held",
    "why",
]


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def run(*arguments: str) -> str:
    """Standard output of a call that must succeed."""
    result = call(*arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_json_is_as_laid_down() -> None:
    told = json.loads(run("status", "TPNW", "--as-of", "2022-06-21", "--json"))
    assert list(told) == KEYS
    assert told["counts"] == {
        "signatures": 86,
        "ratifications": 62,
        "accessions": 3,
        "deposited": 65,
        "in_force_for": 60,
    }
    assert (told["treaty"], told["as_of"], told["in_force"], told["in_force_since"]) == (
        "TPNW",
        "2022-06-21",
        True,
        "2021-01-22",
    )
    assert told["acts_held"] == "all"
    assert all(list(step) == ["step", "text", "values", "source", "place", "note"] for step in told["why"])


def test_what_is_not_counted_is_null() -> None:
    told = json.loads(run("status", "HCOC", "--json"))
    assert set(told["counts"].values()) == {None}
    assert told["acts_held"] == "none"
    assert "not_counted" in {step["step"] for step in told["why"]}


@pytest.mark.parametrize("language", [language.value for language in Language])
@pytest.mark.parametrize("treaty", ["CTBT", "NEW_START", "ROME_STATUTE", "HCOC", "FMCT", "TLATELOLCO", "MONGOLIA_NWFS"])
def test_every_step_has_words_in_every_language(language: str, treaty: str) -> None:
    for day in ("1960-01-01", "1990-01-01", "2020-12-01", "2026-11-25", "2030-01-01"):
        told = json.loads(run("status", treaty, "--as-of", day, "--json", "--lang", language))
        for step in told["why"]:
            assert step["text"] != step["step"], step
            assert "{" not in step["text"]


def test_rows_hold_every_state() -> None:
    rows = list(csv.DictReader(io.StringIO(run("status", "NPT", "--as-of", "2026-11-25", "--csv", "--lang", "fr"))))
    assert len(rows) == 197
    korea = next(row for row in rows if row["state"] == "PRK")
    assert (korea["label"], korea["name"], korea["consent"], korea["by"]) == (
        "DISPUTED",
        "République populaire démocratique de Corée",
        "accession",
        "1985-12-12",
    )


def test_the_table_names_who_is_missing() -> None:
    told = run("status", "CTBT", "--as-of", "2010-06-30")
    assert told.startswith("Comprehensive Nuclear-Test-Ban Treaty  CTBT\nas of 2010-06-30 · not in force\n")
    assert "ratifications outstanding  9: China, Democratic People's Republic of Korea, Egypt, India, Indonesia" in told
    assert re.search(
        r"^has ratified or acceded; treaty not in force for +153\nit \(contracting State\)\n", told, re.MULTILINE
    )
    assert "why" not in told.splitlines()
    assert "Zambia" in run("status", "CTBT", "--as-of", "2010-06-30", "--states")


def test_the_reasons_are_numbered() -> None:
    lines = run("status", "TPNW", "--as-of", "2020-10-24", "--why").splitlines()
    assert "not yet in force; enters into force on 2021-01-22" in lines[1]
    assert "3.   The last condition was met on 2020-10-24 by: Honduras.  A/CONF.229/2017/8, 15.1" in lines
    assert "4.   Entry into force 90 days later: 2021-01-22.  A/CONF.229/2017/8, 15.1" in lines
    assert any(
        line.startswith("A/CONF.229/2017/8  Treaty on the Prohibition of Nuclear Weapons, text.") for line in lines
    )


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("NEW_START", "--as-of", "2026-02-06"), "no longer in force; last day 2026-02-04"),
        (("NEW_START", "--as-of", "2023-06-01"), "in force since 2011-02-05, until 2026-02-04"),
        (("NPT", "--as-of", "2010-01-01"), "Democratic People's Republic of Korea (190 with, 189 without)"),
        (("HCOC",), "subscribing States  145  2024-03-11, hcoc-eu"),
        (("new", "start", "--as-of", "21 June 2022"), "as of 2022-06-21"),
    ],
)
def test_headlines(arguments: tuple[str, ...], expected: str) -> None:
    assert expected in run("status", *arguments)


def test_arabic_stands_at_the_right_and_every_line_is_closed() -> None:
    lines = run("status", "CTBT", "--as-of", "2022-06-21", "--lang", "ar", "--why").splitlines()
    assert lines[0].endswith("\u2067معاهدة الحظر الشامل للتجارب النووية  CTBT\u2069")
    assert all(line.count("\u2067") + line.count("\u2066") == line.count("\u2069") for line in lines)
    assert "\u20662022-06-21\u2069" in lines[1]
    assert not re.search("(?<!\u2066)[0-9]{4}-[0-9]{2}", "".join(lines))


def test_chinese_lines_are_filled() -> None:
    lines = run("status", "CTBT", "--as-of", "2022-06-21", "--lang", "zh").splitlines()
    assert next(line for line in lines if line.startswith("尚待批准")).startswith("尚待批准        8: 中国、以色列、")


def test_what_would_follow() -> None:
    told = json.loads(run("status", "CTBT", "--what-if", "USA ratifies 2127-01-01, CHN ratifies 2127-03-01", "--json"))
    assert (told["as_of"], told["in_force_since"], len(told["outstanding"])) == ("2127-03-01", None, 7)
    shown = run("status", "CTBT", "--what-if", "USA ratifies 2127-01-01")
    assert "Supposed: United States of America, ratification, 2127-01-01." in shown


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("status", "CTTB"), "verbale: 'CTTB': no treaty of the register; nearest: CTBT"),
        (("status", "CTBT", "--as-of", "2022-02-30"), "verbale: '2022-02-30': no day"),
        (("status", "CTBT", "--what-if", "USAA ratifies 2027-01-01"), "'USAA': no State of the register; nearest: USA"),
        (("status", "CTBT", "--json", "--csv"), "give one of them"),
        (("diff", "--from", "2024-01-01", "--to", "2022-01-01"), "lies before 2024-01-01"),
        (("diff", "NTP", "--from", "2024-01-01"), "nearest: "),
    ],
)
def test_what_is_wrong_is_one_clear_line(arguments: tuple[str, ...], words: str) -> None:
    result = call(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert words in result.stderr


def test_every_treaty_in_a_line() -> None:
    told = run("status", "--as-of", "2023-06-01")
    assert told.startswith("as of 2023-06-01\n")
    line = "NEW_START      in force since 2011-02-05, until 2026-02-04 · instruments deposited 2"
    assert line in told
    assert "\nFMCT           a proposal\n" in told
    assert [each["treaty"] for each in json.loads(run("status", "--as-of", "2023-06-01", "--json"))][:2] == [
        "ANTARCTIC",
        "BANGKOK",
    ]
    rows = list(csv.DictReader(io.StringIO(run("status", "--as-of", "2023-06-01", "--csv"))))
    assert {row["treaty"] for row in rows} >= {"CTBT", "NPT"}
    assert "name it" in call("status", "--why").stderr


def test_changes_between_two_reports() -> None:
    days = ("--from", "2022-06-21", "--to", "2024-01-01")
    told = run("diff", "CTBT", "NEW_START", *days)
    assert told.startswith("changes from 2022-06-21 to 2024-01-01\n")
    assert "ratifications outstanding  8 → 9\n" in told
    before = "Russian Federation has ratified or acceded; treaty not in force for it (contracting State)"
    assert f"{before} → signatory 2023-11-03" in " ".join(told.split())
    assert "suspended by  – → Russian Federation\n" in told
    record = json.loads(run("diff", "CTBT", *days, "--json"))
    assert (record["from"], record["to"]) == ("2022-06-21", "2024-01-01")
    assert record["changes"][0] == {
        "treaty": "CTBT",
        "what": "signatures",
        "state": None,
        "before": "186",
        "after": "187",
        "date": None,
    }
    rows = list(csv.DictReader(io.StringIO(run("diff", "CTBT", *days, "--csv", "--lang", "es"))))
    assert rows[-1]["name"] == "Federación de Rusia"


def test_no_change_is_said() -> None:
    assert "nothing changed" in run("diff", "--from", "2024-01-01", "--to", "2024-01-01")
    assert "\u2067انتهت\u2069" not in run("diff", "NEW_START", "--from", "2025-01-01", "--lang", "ar")
