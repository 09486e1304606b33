"""Reports and resolutions as issued, read from beside the project: what must come out of them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from bench.shared import SHARED, get_scorer, is_at_hand

from verbale.app.encoding import encode
from verbale.app.reading import read_source

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not is_at_hand(), reason="the documents of ../shared are not at hand"),
]
_RESOLUTIONS = ("A-RES-76-53", "A-RES-76-46", "A-RES-76-109")
_BOUNDS = {"operative": 0.99, "preamble": 0.98, "footnotes": 0.97}

Record = dict[str, Any]


@cache
def record_of(path: Path) -> Record:
    record: Record = json.loads(encode(read_source(path.read_bytes(), path.name)))
    return record


def nodes_of(path: Path) -> dict[str, Record]:
    return {node["ref"]: node for node in record_of(path)["nodes"]}


OLD, NEW = SHARED / "seeds" / "A-65-137.zh.txt", SHARED / "seeds" / "A-77-123.zh.txt"


def test_the_report_of_2010_is_read_as_its_gold_says() -> None:
    gold = json.loads((SHARED / "gold" / "A-65-137.json").read_text("utf-8"))
    scores, lists = get_scorer("score_report").score(gold, record_of(OLD))
    assert scores["nodes"]["f1"] == 1.0, lists["nodes"]
    assert scores["replies"]["f1"] == 1.0
    assert scores["unaccounted"] == 0


def test_a_date_cut_by_a_page_comes_out_whole() -> None:
    assert "2022 年 6 月 21 日" in nodes_of(NEW)["II.7.b"]["text"]


def test_the_replies_of_2022() -> None:
    replies = record_of(NEW)["replies"]
    assert [reply["state"] for reply in replies] == ["KHM", "CUB", "MEX"]
    assert all(reply["date"] and reply["date"].startswith("2022-") for reply in replies)
    assert replies[0]["addresses"] == ["A/RES/76/53"]
    assert record_of(NEW)["symbol"] == "A/77/123"


@pytest.mark.parametrize("ref", ["III.KHM.1.3.2", "III.MEX.9.e"])
def test_units_deep_in_the_replies(ref: str) -> None:
    assert nodes_of(NEW)[ref]["text"]


def test_links_are_attached_to_words_and_nothing_is_lost() -> None:
    links = [(node["text"], link) for node in record_of(NEW)["nodes"] for link in node.get("links", [])]
    assert len(links) >= 10
    assert all(0 <= link["start"] < link["end"] <= len(text) and link["href"] for text, link in links)
    assert record_of(NEW)["coverage"]["unaccounted"] == 0
    assert not any("undocs.org" in node["text"] for node in record_of(NEW)["nodes"] if node["kind"] != "furniture")


@pytest.mark.parametrize("name", _RESOLUTIONS)
@pytest.mark.parametrize("form", ["docx", "pdf", "txt"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_resolution_agrees_with_the_published_xml(name: str, form: str, language: str) -> None:
    scorer = get_scorer("score_resolution")
    path = SHARED / "corpus" / "resolutions" / name / f"{language}.{form}"
    scores, lines = scorer.score(scorer.gold_of(path.with_suffix(".xml")), record_of(path))
    assert scores["symbol"] == 1.0
    for measure, bound in _BOUNDS.items():
        assert scores[measure]["f1"] >= bound, lines
    assert record_of(path)["coverage"]["unaccounted"] == 0


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("A_78_354.en.pdf", "S/2023/664"),
        ("A_78_668.en.pdf", "E/C.16/2024/4"),
        ("A_79_992.en.pdf", "S/2025/503"),
        ("A_80_61.en.pdf", "E/2025/48"),
        ("A_78_1.en.pdf", None),
    ],
)
def test_a_file_whose_name_lies_is_known_by_what_is_printed(name: str, symbol: str | None) -> None:
    record = record_of(SHARED / "corpus" / "pdf" / name)
    assert record["symbol"] == symbol
    assert record["coverage"]["unaccounted"] == 0
