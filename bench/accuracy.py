"""How well documents are read: against gold, against the published XML, and on files as issued.

python -m bench.accuracy [--write --date YYYY-MM-DD [--machine TEXT]] [--min NAME=VALUE …] [--show N]

The samples of the project are always read; the real documents only where ``../shared`` is
beside the project. Exit 1 when a figure is below its bound, which are the bounds of the project
and those given with ``--min`` (``nodes``, ``replies``, ``operative``, ``preamble``, ``footnotes``,
``symbol``, ``samples``, ``sample-replies``: the least over all languages and formats; ``read`` and
``known``: the share of the PDFs that were read, and that were known by the symbol printed in them).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.corpus import Issued, read_issued
from bench.options import parse_options, parser_of
from bench.pages import Sheet, parse_bounds, show, write
from bench.scoring import score_nodes, score_replies
from bench.shared import ABSENT, ROOT, SHARED, get_scorer, is_at_hand

from verbale.app.encoding import encode
from verbale.app.reading import read_source

BOUNDS = {
    "nodes": 1.0,
    "replies": 1.0,
    "operative": 0.99,
    "preamble": 0.98,
    "footnotes": 0.97,
    "symbol": 1.0,
    "read": 1.0,
}
_ARABIC_TEXT = 0.97
_MEASURES = ("operative", "preamble", "footnotes", "symbol")
_LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
_FORMATS = ("docx", "pdf", "txt")
_ISSUED = 118

Record = dict[str, Any]


@dataclass(slots=True)
class Result:
    """What was measured: tables, and the figures that are compared with bounds."""

    sheets: list[Sheet] = field(default_factory=list)
    figures: dict[str, list[tuple[str, float]]] = field(default_factory=dict)
    unaccounted: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, name: str, where: str, value: float) -> None:
        """One figure of ``name``, with what it was measured on."""
        self.figures.setdefault(name, []).append((where, value))


def read_record(path: Path) -> Record:
    """The JSON record of a file, as ``verbale read --format json`` gives it."""
    record: Record = json.loads(encode(read_source(path.read_bytes(), path.name)))
    return record


def measure_report(result: Result) -> None:
    """A/65/137 in Chinese against its gold."""
    gold = json.loads((SHARED / "gold" / "A-65-137.json").read_text("utf-8"))
    record = read_record(SHARED / "seeds" / "A-65-137.zh.txt")
    scores, lists = get_scorer("score_report").score(gold, record)
    lost = record["coverage"]["unaccounted"]
    result.unaccounted += lost
    result.wrong += [f"A/65/137 {line}" for line in lists["nodes"]]
    rows = []
    for name in ("nodes", "replies"):
        score = scores[name]
        result.add(name, "A/65/137", score["f1"])
        rows.append((name, *(f"{score[part]:.4f}" for part in ("f1", "precision", "recall")), str(score["gold"])))
    columns = ("unit", "F1", "precision", "recall", "in gold")
    result.sheets.append(
        Sheet("A/65/137, Chinese, plain text", columns, tuple(rows), f"Unaccounted characters: {lost}.")
    )


def measure_resolutions(result: Result) -> None:
    """Every resolution in every language and format against the published XML."""
    scorer = get_scorer("score_resolution")
    rows = []
    for language in _LANGUAGES:
        for form in _FORMATS:
            sources = sorted((SHARED / "corpus" / "resolutions").glob(f"*/{language}.{form}"))
            sums: Counter[str] = Counter()
            for path in sources:
                record = read_record(path)
                scores, lines = scorer.score(scorer.gold_of(path.with_suffix(".xml")), record)
                for name in _MEASURES:
                    sums[name] += scores[name] if name == "symbol" else scores[name]["f1"]
                sums["lost"] += record["coverage"]["unaccounted"]
                wrong = [line for line in lines if not line.startswith("citation")]
                result.wrong += [f"{path.parent.name}/{path.name} {line}" for line in wrong]
            means = {name: sums[name] / len(sources) for name in _MEASURES}
            for name in _MEASURES:
                result.add(name, f"{language} {form}", means[name])
            result.unaccounted += sums["lost"]
            cells = (f"{means[name]:.4f}" for name in _MEASURES)
            rows.append((f"{language} {form}", *cells, str(sums["lost"]), str(len(sources))))
    columns = ("language, format", *_MEASURES, "unaccounted", "files")
    result.sheets.append(Sheet("Resolutions against the published XML: mean F1", columns, tuple(rows)))


def measure_issued(result: Result) -> None:
    """Every PDF as issued, and what is known of each."""
    found = [read_issued(path) for path in sorted((SHARED / "corpus" / "pdf").glob("*.pdf"))]
    failures = Counter(one.failure for one in found if one.failure)
    verdicts = Counter(one.verdict for one in found)
    lost = sum(one.unaccounted for one in found)
    result.unaccounted += lost
    result.add("read", f"{len(found)} PDFs", len(found) / _ISSUED)
    printed = [one for one in found if one.printed]
    known = sum(one.verdict.startswith("as ") for one in printed)
    result.add("known", f"{len(printed)} PDFs with a symbol", known / max(1, len(printed)))
    rows = [
        ("files", str(len(found))),
        ("trees", str(len(found) - failures.total())),
        *((f"typed error: {name}", str(count)) for name, count in sorted(failures.items())),
        ("pages", f"{sum(one.pages for one in found):,}"),
        ("nodes", f"{sum(one.nodes for one in found):,}"),
        ("known by the symbol printed in them", f"{known} of {len(printed)}"),
        ("unaccounted characters", str(lost)),
        ("files with image-only pages, all of them told", str(sum(one.image_only > 0 for one in found))),
        ("image-only pages", str(sum(one.image_only for one in found))),
        *((f"symbol {name}", str(count)) for name, count in sorted(verdicts.items())),
        *((f"profile {name}", str(count)) for name, count in sorted(Counter(o.profile for o in found).items()) if name),
    ]
    result.sheets.append(Sheet("PDFs as issued, 1946 to 2025", ("what", "number"), tuple(rows)))
    odd = tuple(_odd_row(one) for one in found if one.verdict != "as named" or one.image_only)
    columns = ("file", "symbol found", "first symbol printed", "how it compares", "image-only pages")
    result.sheets.append(Sheet("Files whose name and symbol part, or with image-only pages", columns, odd))


def _odd_row(one: Issued) -> tuple[str, ...]:
    return (one.name, one.symbol or "-", one.printed or "-", one.verdict, f"{one.image_only}/{one.pages}")


def measure_samples(result: Result) -> None:
    """The samples of the project, all kinds in six languages."""
    rows = []
    for path in sorted((ROOT / "tests" / "samples").glob("*/*.json")):
        gold = json.loads(path.read_text("utf-8"))
        for source in (path.with_suffix(f".{form}") for form in ("txt", "docx")):
            if not source.exists():
                continue
            record = read_record(source)
            nodes, replies = score_nodes(gold, record), score_replies(gold, record)
            where = f"{path.parent.name} {source.name}"
            result.add("samples", where, nodes.f1)
            result.add("sample-replies", where, replies.f1)
            result.unaccounted += record["coverage"]["unaccounted"]
            result.wrong += [f"{where}: {line}" for line in (*nodes.wrong, *replies.wrong)]
            told = record["profile"] if record["profile"] == gold["profile"] else f"{record['profile']} (wrong)"
            rows.append((where, told, f"{nodes.f1:.4f}", f"{nodes.hit}/{nodes.gold}", f"{replies.f1:.4f}"))
    columns = ("sample", "profile told", "nodes F1", "nodes", "replies F1")
    result.sheets.append(Sheet("Samples of the project", columns, tuple(rows)))


def missed(result: Result, bounds: dict[str, float]) -> list[str]:
    """What lies below its bound, one line each."""
    lines = [f"{result.unaccounted} characters unaccounted, the bound is 0"] if result.unaccounted else []
    for name, bound in bounds.items():
        for where, value in result.figures.get(name, []):
            least = min(bound, _ARABIC_TEXT) if where == "ar txt" else bound
            if value + 1e-9 < least:
                lines.append(f"{where}: {name} {value:.4f}, the bound is {least}")
    return lines


def main() -> int:
    """Measure, show, write where asked; return the exit code."""
    parser = parser_of(str(__doc__), "accuracy.md")
    parser.add_argument("--show", type=int, default=0, help="list this many of the differences")
    options = parse_options(parser)
    result = Result()
    measure_samples(result)
    if is_at_hand():
        for measure in (measure_report, measure_resolutions, measure_issued):
            measure(result)
    show(result.sheets)
    print(*result.wrong[: options.show], sep="\n")
    if not is_at_hand():
        print(ABSENT)
    elif options.write:
        print(
            f"written: {write('accuracy.md', result.sheets, 'python -m bench.accuracy', options.date, options.machine)}"
        )
    below = missed(result, BOUNDS | parse_bounds(options.min))
    print(*(f"below: {line}" for line in below), sep="\n")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
