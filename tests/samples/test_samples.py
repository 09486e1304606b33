"""The built samples agree with their sources, and their gold with their text."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
BUILD = HERE.parent.parent / "scripts" / "build_samples.py"
GOLD = sorted(HERE.glob("*/*.json"))


def letters(text: str) -> str:
    """Letters only: no spaces, digits, marks or punctuation."""
    return "".join(c for c in unicodedata.normalize("NFC", text) if c.isalpha())


def is_printed(word: str, printed: str) -> bool:
    """Whole, or in two where a page cuts a Chinese sentence."""
    return any(word[:cut] in printed and word[cut:] in printed for cut in range(len(word)))


def rows(path: Path) -> list[dict[str, str]]:
    record = json.loads(path.read_text("utf-8"))
    found: list[dict[str, str]] = record.get("paragraphs") or record["nodes"]
    return found


def test_built_files_are_current() -> None:
    done = subprocess.run([sys.executable, str(BUILD), "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_six_documents_in_six_languages() -> None:
    assert len(GOLD) == 36


@pytest.mark.parametrize("path", GOLD, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_gold_words_stand_in_the_text(path: Path) -> None:
    printed = letters(path.with_suffix(".txt").read_text("utf-8"))
    for row in rows(path):
        words = re.findall(r"[^\W\d_]{3,}", row["text"])
        missing = [word for word in words if not is_printed(word, printed)]
        assert not missing, f"{row['ref']}: {missing}"


@pytest.mark.parametrize("kind", sorted({path.parent.name for path in GOLD}))
def test_refs_are_unique_and_the_same_in_every_language(kind: str) -> None:
    seen = {path.stem: [row["ref"] for row in rows(path)] for path in GOLD if path.parent.name == kind}
    assert all(len(refs) == len(set(refs)) for refs in seen.values())
    assert len({frozenset(refs) for refs in seen.values()}) == 1


def test_replies_are_in_the_order_of_their_headings() -> None:
    for path in GOLD:
        if path.parent.name.startswith("report"):
            heads = [row["ref"].removeprefix("III.") for row in rows(path) if row["kind"] == "reply_heading"]
            assert heads == [reply["state"] for reply in json.loads(path.read_text("utf-8"))["replies"]]
