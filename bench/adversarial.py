"""How many of sixty hard sentences, ten a language, are found as they were labelled before the program read them.

python -m bench.adversarial [--show]

``bench/labelled/README.md`` says how ``adversarial.csv`` was made and how a row is compared. A sentence counts when all
that is expected is found and nothing that must be absent is. Exit 1 below 95 % of the sentences.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bench.pages import describe_machine
from bench.shared import ROOT

from verbale.app.reading import read_source
from verbale.model.annotation import Annotation

ROWS = ROOT / "bench" / "labelled" / "adversarial.csv"
_LEAST = 0.95

Entry = Mapping[str, Any]


def find_faults(row: Mapping[str, str]) -> Iterator[str]:
    """What one sentence misses, and what is found in it that must not be."""
    document = read_source(row["sentence"].encode("utf-8"), f"{row['id']}.txt")
    text = "\n".join(node.text for node in document.nodes)
    at, starts = 0, {}
    for node in document.nodes:
        starts[node.ref] = at
        at += len(node.text) + 1
    found = [(starts[one.ref] + one.start, starts[one.ref] + one.end, one) for one in document.annotations]
    for entry in json.loads(row["expected"]):
        if not any(_fits(one, entry["value"]) for one in _overlapping(found, entry, text)):
            near = [dict(one.value) for one in _overlapping(found, entry, text)]
            yield f"missing {entry['kind']} {entry['text']!r} {entry['value']}" + (f", found {near}" if near else "")
    for entry in json.loads(row["absent"]):
        for one in _overlapping(found, entry, text):
            if _fits(one, entry.get("value", {})):
                yield f"wrong {entry['kind']} {entry['text']!r} {dict(one.value)}"


def _overlapping(found: Sequence[tuple[int, int, Annotation]], entry: Entry, text: str) -> Iterator[Annotation]:
    start = text.find(entry["text"])
    end = start + len(entry["text"])
    if start >= 0:
        yield from (one for low, high, one in found if low < end and start < high and one.kind.value == entry["kind"])


def _fits(one: Annotation, value: Mapping[str, Any]) -> bool:
    return all(one.value.get(key) == wanted for key, wanted in value.items())


def main() -> None:
    """Read every sentence and count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="say what is missing or wrong")
    options = parser.parse_args()
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    with ROWS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            faults = list(find_faults(row))
            total[row["language"]] += 1
            right[row["language"]] += not faults
            if faults and options.show:
                print(f"{row['id']} {row['kind']}", *faults, sep="\n    ")
    print(describe_machine())
    print(*(f"{language} {right[language]}/{total[language]}" for language in total), sep="  ")
    share = right.total() / total.total()
    print(f"{right.total()} of {total.total()} sentences right ({share:.3f})")
    sys.exit(share < _LEAST)


if __name__ == "__main__":
    main()
