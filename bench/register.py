"""How fast the register answers: one date for all treaties and States, every day since 1945, and from a cold start.

python -m bench.register [--write --date YYYY-MM-DD [--machine TEXT]] [--max NAME=VALUE …]

Times are of the processor, which a busy machine blurs less than the clock; on an idle one they are the same, for one
thread runs and nothing is waited for. ``--max`` takes ``date`` (milliseconds for all treaties and all States as of one
date, warm), ``replay`` (seconds for every day from 1945 to 2026 of every treaty) and ``start`` (milliseconds that
``verbale status`` takes beyond a bare interpreter, from cold). Exit 1 when a bar is missed.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from datetime import date

from bench.options import parse_options, parser_of
from bench.pages import Sheet, parse_bounds, say_missed, show, write
from bench.shared import ROOT

from verbale.register.status_as_of import replay
from verbale.register.treaty_history import TreatyHistory, build_history
from verbale.register.treaty_rules import treaty_rules

BARS = {"date": 20.0, "replay": 5.0, "start": 400.0}
_FIRST, _LAST = "1945-01-01", "2026-12-31"
_DATES = 50
_STARTS = 11
_ASK = "import sys; sys.argv[0] = 'verbale'; from verbale.cli import main; main()"


def measure_dates() -> tuple[float, float, int]:
    """Median and worst milliseconds of one date on which nothing was looked up before, and how many labels that is."""
    chance = random.Random(1)
    first, last = date.fromisoformat(_FIRST).toordinal(), date.fromisoformat(_LAST).toordinal()
    histories: list[TreatyHistory] = [build_history(treaty) for treaty in treaty_rules()]
    times, labels = [], 0
    for ordinal in chance.sample(range(first, last), _DATES):
        day = date.fromordinal(ordinal).isoformat()
        for history in histories:
            history.known.clear()
        started = time.process_time()
        situations = [history.situation(day) for history in histories]
        times.append((time.process_time() - started) * 1000)
        labels = sum(len(situation.standings) for situation in situations)
    times.sort()
    return times[len(times) // 2], times[-1], labels


def measure_replay() -> tuple[float, int]:
    """Seconds for every day of every treaty, with what has to be worked out first, and the number of situations."""
    started, situations = time.process_time(), 0
    for treaty in treaty_rules():
        for _, situation in replay(treaty, _FIRST, _LAST):
            situations += 1
            assert situation.acts_held
    return time.process_time() - started, situations


def measure_start(*command: str) -> float:
    """Median milliseconds that a process of its own keeps a processor busy."""
    times = []
    for _ in range(_STARTS):
        before = os.times()
        subprocess.run([sys.executable, *command], capture_output=True, check=True, cwd=ROOT)
        after = os.times()
        used = after.children_user + after.children_system - before.children_user - before.children_system
        times.append(used * 1000)
    return sorted(times)[_STARTS // 2]


def main() -> int:
    """Measure, show, write where asked; return the exit code."""
    options = parse_options(parser_of(__doc__, "register.md", "max"))
    median, worst, labels = measure_dates()
    seconds, situations = measure_replay()
    bare, asked = measure_start("-c", "pass"), measure_start("-c", _ASK, "status", "CTBT", "--json")
    shown = measure_start("-c", _ASK, "status", "CTBT", "--why", "--lang", "ar")
    rows = (
        ("all treaties and States as of one date, median, ms", f"{median:.1f}", "20"),
        (f"the slowest of {_DATES} dates, ms", f"{worst:.1f}", "20"),
        ("labels on the last of these dates", f"{labels:,}", ""),
        (f"every day of every treaty, {_FIRST[:4]} to {_LAST[:4]}, s", f"{seconds:.2f}", "5"),
        ("situations in it", f"{situations:,}", ""),
        ("a bare interpreter, ms", f"{bare:.0f}", ""),
        ("`verbale status CTBT --json`, ms beyond it", f"{asked - bare:.0f}", "400"),
        ("`verbale status CTBT --why --lang ar`, ms beyond it", f"{shown - bare:.0f}", "400"),
    )
    note = (
        f"Processor time. Starts are the median of {_STARTS}; dates are drawn with a seed, and none was asked before."
    )
    sheets = [Sheet("Speed of the register", ("what", "figure", "bar"), rows, note)]
    show(sheets)
    if options.write:
        print(f"written: {write('register.md', sheets, 'python -m bench.register', options.date, options.machine)}")
    found = {"date": worst, "replay": seconds, "start": max(asked, shown) - bare}
    bars = BARS | parse_bounds(options.max)
    return say_missed(found, bars)


if __name__ == "__main__":
    sys.exit(main())
