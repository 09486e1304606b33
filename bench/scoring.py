"""How well a tree agrees with the gold of a sample: every node by its ref, and its words.

Words are compared after NFKC with one kind of dash and quote and without white space or
invisible marks; the printed label may stand in the text or only in ``label``. The enacting formula
is not counted, and of the heading of a reply only its place.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

_DROP = re.compile("[\\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad\ufeff\u0640]+")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_QUOTES = str.maketrans("“”„«»’‘", '"""""\'\'')
_AROUND = re.compile(r"^[().:،؛。,-]+|[().:،؛。,-]+$")
_BULLETS = "-–—•o"
_OUTSIDE = {"furniture", "masthead", "closing"}
_MAY_BE_LEFT_OUT = {"title", "doctype", "summary"}
_FORMULA = "formula"
_ADDRESS = "reply-heading"

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Score:
    """Gold and found nodes, those that agree, and what is wrong with each of the others."""

    gold: int
    found: int
    hit: int
    wrong: tuple[str, ...]

    @property
    def f1(self) -> float:
        """Twice the hits over all nodes on both sides; nothing against nothing is 1."""
        return 2 * self.hit / (self.gold + self.found) if self.gold + self.found else 1.0


def fold(text: str) -> str:
    """A text as it is compared."""
    return _DROP.sub("", unicodedata.normalize("NFKC", text).translate(_DASHES).translate(_QUOTES))


def words_of(text: str, label: str | None) -> str:
    """A folded text without its printed label."""
    folded, key = fold(text), fold(label or "")
    bare = _AROUND.sub("", key)
    for form in (key, f"{key}.", f"({bare})", f"{bare})", f"{bare}."):
        if key and folded.startswith(form):
            return folded[len(form) :].lstrip(".-–)،,")
    return folded.lstrip("-•o") if label and label in _BULLETS else folded


def score_nodes(gold: Record, document: Record) -> Score:
    """The nodes of a read document (``verbale-document/1``) against a sample's gold."""
    want = {row["ref"]: row for row in gold.get("paragraphs") or gold["nodes"]}
    nodes = [n for n in document["nodes"] if n["kind"] not in _OUTSIDE and n["ref"] != _FORMULA]
    got = {node["ref"]: node for node in nodes}
    counted = [node for node in nodes if node["ref"] in want or node["kind"] not in _MAY_BE_LEFT_OUT]
    wrong: list[str] = []
    for ref, row in want.items():
        if ref not in got:
            wrong.append(f"missing {ref}: {row['text'][:60]}")
        elif not _agree(row, got[ref]):
            wrong.append(f"differs {ref}: {row['text'][:60]} | {got[ref]['label']} | {got[ref]['text'][:60]}")
    hit = len(want) - len(wrong)
    wrong += [f"extra {n['ref']} ({n['kind']}): {n['text'][:60]}" for n in counted if n["ref"] not in want]
    return Score(len(want), len(counted), hit, tuple(wrong))


def score_replies(gold: Record, document: Record) -> Score:
    """The replies in order, each by State, original language, date and the resolutions it names."""
    if gold["profile"] == "reply":
        want = [(gold["meta"]["state"], gold["meta"]["date"])]
        got = [(reply["state"], reply["date"]) for reply in document["replies"]]
    else:
        want = [_reply_key(reply) for reply in gold.get("replies", [])]
        got = [_reply_key(reply) for reply in document["replies"]]
    hit = sum(a == b for a, b in zip(want, got, strict=False))
    wrong = [f"reply {a} | {b}" for a, b in zip(want, got, strict=False) if a != b]
    wrong += [f"missing reply {row}" for row in want[len(got) :]] + [f"extra reply {row}" for row in got[len(want) :]]
    return Score(len(want), len(got), hit, tuple(wrong))


def _reply_key(reply: Record) -> tuple[Any, ...]:
    return (reply["state"], reply["original_language"], reply["date"], *reply["addresses"])


def _agree(row: Record, node: Record) -> bool:
    if node["kind"] == _ADDRESS:
        return True
    return words_of(row["text"], row["label"]) == words_of(node["text"], node["label"] or row["label"])
