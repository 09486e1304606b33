"""The samples of the project against their gold: no kind, language or format may fall back.

``tests/cases/samples.csv`` holds, for each, the least nodes F1 and replies F1 (1 is all of them).
"""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from bench.scoring import score_nodes, score_replies

from verbale.app.encoding import encode
from verbale.app.reading import read_source

TESTS = Path(__file__).resolve().parent.parent
with (TESTS / "cases" / "samples.csv").open(encoding="utf-8", newline="") as stream:
    ROWS = list(csv.DictReader(stream))


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['kind']}-{row['file']}" for row in ROWS])
def test_a_sample_is_read_as_its_gold_says(row: dict[str, str]) -> None:
    path = TESTS / "samples" / row["kind"] / row["file"]
    gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
    record = json.loads(encode(read_source(path.read_bytes(), path.name)))
    nodes, replies = score_nodes(gold, record), score_replies(gold, record)
    assert record["coverage"]["unaccounted"] == 0
    assert nodes.f1 >= float(row["nodes"]) - 5e-5, nodes.wrong
    assert replies.f1 >= float(row["replies"]) - 5e-5, replies.wrong


def test_every_sample_has_its_bound() -> None:
    files = {(p.parent.name, p.name) for form in ("txt", "docx") for p in (TESTS / "samples").glob(f"*/*.{form}")}
    files = {(kind, name) for kind, name in files if kind != "letters"}  # those have labels and no gold
    assert {(row["kind"], row["file"]) for row in ROWS} == files
