"""False alarms of the concordance on sentences that are aligned in six languages.

python -m bench.concord_unpc [--show N] [--from N] [--kind KIND] [--csv FILE]

Every sentence of the development set of the United Nations Parallel Corpus is one row. A difference of values is a
false alarm when the printed words do not have it; what was read and judged stands in
``bench/labelled/concord_unpc.csv``, and a difference that nobody judged counts as one. Exit 1 when more than 1 % of
the sentences have a false alarm of the class "value differs".
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.shared import ABSENT, ROOT, SHARED, is_at_hand

from verbale.concord.aligned_row import AlignedRow
from verbale.concord.compared_units import unit_of
from verbale.concord.difference_words import difference_of
from verbale.concord.row_values import find_in_values
from verbale.find.annotate import find_annotations
from verbale.find.setting import DocumentContext
from verbale.model.concordance import Difference, DifferenceKind
from verbale.model.finding import Severity
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind

_MOST = 0.01
_FOLDER = SHARED / "corpus" / "parallel" / "unpc"
_LABELLED = ROOT / "bench" / "labelled" / "concord_unpc.csv"
_REAL = "printed"
Key = tuple[str, str, str, str, str, str]


def sentences() -> list[dict[Language, str]]:
    """Every sentence in six languages."""
    texts = {one: (_FOLDER / f"devset.{one.value}").read_text(encoding="utf-8").splitlines() for one in Language}
    return [dict(zip(texts, line, strict=True)) for line in zip(*texts.values(), strict=True)]


def differences(number: int, texts: Mapping[Language, str]) -> Iterator[Difference]:
    """The differences of one sentence."""
    row = AlignedRow()
    for language, text in texts.items():
        node = Node(str(number), NodeKind.PARAGRAPH, text, (), language=language)
        setting = DocumentContext(language, "generic", None, None, None)
        row.cells[language] = (unit_of(node, language, find_annotations([node], setting)),)
    yield from map(difference_of, find_in_values([row]))


def key_of(one: Difference) -> Key:
    """What a difference is known by in the file of those that were judged."""
    apart = " ".join(language.value for language in one.apart)
    return one.place, one.kind.value, one.aspect.value, apart, " ".join(one.printed), " ".join(one.others)


def judged() -> Mapping[Key, str]:
    """Each judged difference with its class: ``printed`` when the words have it."""
    with _LABELLED.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {
            (row["line"], row["kind"], row["aspect"], row["apart"], row["printed"], row["others"]): row["class"]
            for row in rows
        }


def show(found: list[tuple[Difference, str]], options: argparse.Namespace) -> None:
    """Differences with the words of every language."""
    chosen = [one for one, _ in found if one.severity is not Severity.NOTE]
    chosen = [one for one in chosen if options.kind in (None, one.kind.value)]
    for one in chosen[options.first : options.first + options.show]:
        print(f"{one.place} {one.kind.value} {one.aspect.value}: {one.message}")
        for side in one.sides:
            lit = [span.slice(side.text) for span in side.highlighted]
            print(f"    {side.language.value}{'*' if side.language in one.apart else ' '} {lit} {side.text[:400]}")


def main() -> int:
    """Measure and show; the exit code says whether the bound is met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", type=int, default=0, help="print this many differences with their words")
    parser.add_argument("--from", dest="first", type=int, default=0, help="the first of those printed")
    parser.add_argument("--kind", help="only this class")
    parser.add_argument("--csv", help="write all differences that nobody judged to this file")
    options = parser.parse_args()
    if not is_at_hand():
        print(ABSENT)
        return 0
    labels = judged()
    lines = sentences()
    found = [(one, labels.get(key_of(one), "")) for n, texts in enumerate(lines, 1) for one in differences(n, texts)]
    counts = Counter((one.kind.value, one.severity.value, label or "not judged") for one, label in found)
    for (kind, severity, label), count in sorted(counts.items()):
        print(f"  {count:4} {kind}, {severity}: {label}")
    alarms = {one.place for one, label in found if one.kind is DifferenceKind.VALUE and label != _REAL}
    share = len(alarms) / len(lines)
    print(f"sentences {len(lines)}, with a false alarm of class value differs {len(alarms)} ({share:.4f})")
    if options.csv:
        with Path(options.csv).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([*key_of(one), one.message] for one, label in found if not label)
    show(found, options)
    return 0 if share <= _MOST else 1


if __name__ == "__main__":
    sys.exit(main())
