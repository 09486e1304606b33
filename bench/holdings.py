"""What of the two reports is in the register, and how fast it tells a State and a year.

python -m bench.holdings [--write --date YYYY-MM-DD [--machine TEXT]] [--max NAME=VALUE …]

Everything that ``verbale find`` marks in the two reports is looked for in the rows that point at the same paragraph.
``--max`` takes ``left`` (what is marked and not held), ``ask`` (milliseconds for one State or one year, warm) and
``start`` (milliseconds that ``verbale state`` takes beyond a bare interpreter, from cold). Exit 1 when one is missed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from bench.options import parse_options, parser_of
from bench.pages import Sheet, parse_bounds, say_missed, show, write
from bench.register import measure_start
from bench.shared import ABSENT, ROOT, SHARED, is_at_hand

from verbale.app.reading import read_source
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.statement import Period
from verbale.register.figures_and_limits import Figure
from verbale.register.happenings import tell_period, tell_state
from verbale.register.holding import Holding, held
from verbale.register.holdings import KINDS

BARS = {"left": 0.0, "ask": 50.0, "start": 400.0}
SEEDS = {"A/65/137": "A-65-137.zh.txt", "A/77/123": "A-77-123.zh.txt"}
_ASK = "import sys; sys.argv[0] = 'verbale'; from verbale.cli import main; main()"
_TODAY = "2026-11-25"
_MONTH = len("2010-04")
_TIMES = 7


def is_held(each: Annotation, rows: list[Holding]) -> bool:
    """Whether some row of the paragraph has what is marked."""
    value = each.value
    if each.kind is AnnotationKind.STATE:
        return any(value["iso3"] in row.concerned() for row in rows)
    if each.kind is AnnotationKind.TREATY:
        return any(value["id"] in row.treaties for row in rows)
    if each.kind is AnnotationKind.QUANTITY:
        return any(isinstance(row, Figure) and row.value == value["number"] for row in rows)
    if each.kind is AnnotationKind.DATE:
        return len(str(value["start"])) < _MONTH or str(value["start"]) in repr(rows)
    return str(value["symbol"]) in repr(rows)


def measure_report(symbol: str) -> Iterator[tuple[str, int, int]]:
    """Kind of thing, how many are marked, how many are held; years alone are taken as held."""
    path = SHARED / "seeds" / SEEDS[symbol]
    at: dict[str, list[Holding]] = defaultdict(list)
    for row in (row for kind in KINDS for row in held(kind)):
        if row.provenance.source == symbol:
            at[row.provenance.place].append(row)
    for kind in AnnotationKind:
        if kind is not AnnotationKind.REFERENCE:
            marked = list(read_source(path.read_bytes(), path.name).annotated([kind]))
            yield kind.value, len(marked), sum(is_held(each, at[each.ref]) for each in marked)


def measure_reports() -> tuple[Sheet, int]:
    """All that is marked and held, and how many are left."""
    if not is_at_hand():
        return Sheet("The two reports in the register", ("what", "marked", "held"), ((ABSENT, "", ""),)), 0
    rows, left = [], 0
    for symbol in SEEDS:
        for kind, marked, found in measure_report(symbol):
            rows.append((f"{symbol}: {kind}", str(marked), str(found)))
            left += marked - found
    return Sheet("The two reports in the register", ("what", "marked", "held"), tuple(rows)), left


def best(call: Callable[[], object]) -> float:
    """Milliseconds of the quickest of several calls, the first left out."""
    call()
    times = []
    for _ in range(_TIMES):
        started = time.perf_counter()
        call()
        times.append((time.perf_counter() - started) * 1000)
    return min(times)


def measure_work(*command: str) -> float:
    """Median milliseconds of processor time of a process of its own, which other work on the machine changes little."""
    spent = []
    for _ in range(_TIMES):
        before = os.times()
        subprocess.run([sys.executable, *command], capture_output=True, check=True, cwd=ROOT)
        after = os.times()
        whole = after.children_user + after.children_system - before.children_user - before.children_system
        spent.append(whole * 1000)
    return sorted(spent)[_TIMES // 2]


def main() -> int:
    """Measure, show, write where asked; return the exit code."""
    options = parse_options(parser_of(__doc__, "register-holdings.md", "max"))
    reports, left = measure_reports()
    counts = Counter({kind.table: len(held(kind)) for kind in KINDS})
    tables = Sheet(
        "Rows of each table", ("table", "rows"), tuple((name, f"{count:,}") for name, count in counts.items())
    )
    asked = {
        "all about Cuba, warm, ms": best(lambda: tell_state("CUB", _TODAY)),
        "all that happened in 2010, warm, ms": best(lambda: tell_period(Period("2010", "2010"), _TODAY)),
    }
    bare, started = measure_start("-c", "pass"), measure_start("-c", _ASK, "state", "CUB")
    rows = [(name, f"{value:.1f}", f"{BARS['ask']:g}") for name, value in asked.items()]
    rows += [
        ("a bare interpreter, ms", f"{bare:.0f}", ""),
        ("`verbale state CUB`, ms beyond it", f"{started - bare:.0f}", "400"),
        ("processor time of `verbale state CUB`, ms", f"{measure_work('-c', _ASK, 'state', 'CUB'):.0f}", ""),
    ]
    sheets = [reports, tables, Sheet("Speed", ("what", "figure", "bar"), tuple(rows))]
    show(sheets)
    if options.write:
        page = "register-holdings.md"
        print(f"written: {write(page, sheets, 'python -m bench.holdings', options.date, options.machine)}")
    bars = BARS | parse_bounds(options.max)
    found = {"left": float(left), "ask": max(asked.values()), "start": started - bare}
    return say_missed(found, bars)


if __name__ == "__main__":
    sys.exit(main())
