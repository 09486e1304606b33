"""How far what is found in one sentence agrees across six languages, in sentences that are sometimes cut or mistyped.

python -m bench.unpc [--kind KIND]… [--show N] [--from N] [--class CLASS] [--write --date YYYY-MM-DD]

The 2,876 sentences of the development set of the United Nations Parallel Corpus, each in six languages, of all kinds of
documents. Every disagreement has a class: ``printed`` by the evidence of ``bench.measures``, or what a reader found, in
``bench/labelled/unpc_classes.csv``; the rest is ``finder``. Exit 1 when the finders cause a difference of symbols,
dates, States or treaties in more than 1 % of the sentences.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from bench.agreement import FAULT, Agreement, Unit, compare, parser_of, read_labels, sheet_of, show_units
from bench.aligned import LANGUAGES
from bench.measures import MEASURES
from bench.pages import Sheet, describe_machine, show, write
from bench.shared import ABSENT, ROOT, SHARED, is_at_hand

_MOST = 0.01
_LABELLED = ROOT / "bench" / "labelled" / "unpc_classes.csv"
_COMPARED = ("symbol", "date", "state", "treaty")


def sentences(folder: Path) -> Iterator[Unit]:
    """The document's symbol as in the corpus, the number of the line, and the sentence by language."""
    names = [line.split(" ")[0] for line in (folder / "devset.ids").read_text("utf-8").splitlines()]
    texts = {language: (folder / f"devset.{language}").read_text("utf-8").split("\n") for language in LANGUAGES}
    for place, name in enumerate(names):
        yield name, str(place + 1), {language: lines[place] for language, lines in texts.items()}


def faulty(results: dict[str, Agreement]) -> set[str]:
    """The places of the sentences in which a finder causes a difference, of whatever kind."""
    return {one.unit[1] for result in results.values() for one in result.of_class(FAULT)}


def main() -> int:
    """Measure and show; the exit code says whether the bound is met."""
    options = parser_of(str(__doc__)).parse_args()
    if not is_at_hand():
        print(ABSENT)
        return 0
    units = list(sentences(SHARED / "corpus" / "parallel" / "unpc"))
    labels = read_labels(_LABELLED)
    results: dict[str, Agreement] = {}
    for name in options.kind or _COMPARED:
        results[name] = compare(MEASURES[name], units, labels, None)
        show_units(name, results[name], options)
    wrong = faulty(results)
    note = f"Of {len(units):,} sentences {len(wrong)} ({len(wrong) / len(units):.2%}) differ by a finder's fault."
    drawn = sheet_of(results)
    sheets = [Sheet("Sentences of the parallel corpus", drawn.columns, drawn.rows, note)]
    show(sheets)
    if options.write:
        write("finding.md", sheets, "python -m bench.unpc", options.date, describe_machine(), "sentences")
    return 1 if len(wrong) > _MOST * len(units) else 0


if __name__ == "__main__":
    sys.exit(main())
