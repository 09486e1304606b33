"""How fast documents are read and words are found, as ratios measured in one run on one core.

python -m bench.speed [--only reading|finding] [--write --date YYYY-MM-DD [--machine TEXT]] [--min NAME=VALUE …]
                      [--rounds N] [--megabytes N]

Reading (``bench.reading``) is written into docs/measurements/speed.md, finding
(``bench.finding``) into docs/measurements/finding.md. ``--min`` takes ``pdf``, ``docx`` and ``finding`` (as factors to
hold), ``memory`` (MiB), ``start`` (milliseconds) and ``heavy`` (seconds). Exit 1 when a bar is missed.
"""

from __future__ import annotations

import os
import sys

from bench.finding import measure_finding, measure_growth, measure_heavy
from bench.options import parse_options, parser_of
from bench.pages import parse_bounds, show, write
from bench.race import Result
from bench.reading import measure_memory, measure_ratios, measure_start
from bench.shared import ABSENT, is_at_hand

BARS = {"pdf": 3.0, "docx": 3.0, "memory": 300.0, "start": 100.0, "finding": 2.0, "heavy": 1.0}
_AT_LEAST = frozenset({"docx", "finding"})


def missed(worst: dict[str, float], bars: dict[str, float]) -> list[str]:
    """The bars that were not held: some figures must reach their factor, the others must stay under theirs."""
    lines = []
    for name, value in worst.items():
        held = value >= bars[name] if name in _AT_LEAST else value <= bars[name]
        if not held:
            lines.append(f"{name}: {value:.2f}, the bar is {bars[name]:g}")
    return lines


def main() -> int:
    """Measure, show, write where asked; return the exit code."""
    parser = parser_of(str(__doc__), "speed.md and finding.md")
    parser.add_argument("--only", choices=("reading", "finding"), help="leave out the other")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--megabytes", type=float, default=3.0, help="of text to find words in")
    options = parse_options(parser)
    reading, finding = Result(), Result()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    if options.only != "finding":
        measure_start(reading)
        if is_at_hand():
            measure_ratios(reading, options.rounds)
            measure_memory(reading)
    if options.only != "reading" and is_at_hand():
        measure_finding(finding, options.megabytes, options.rounds)
        measure_growth(finding, 1)
        measure_heavy(finding)
    show([*reading.sheets, *finding.sheets])
    if not is_at_hand():
        print(ABSENT)
    elif options.write:
        for page, result, part in (("speed.md", reading, ""), ("finding.md", finding, "speed")):
            if result.sheets:
                path = write(page, result.sheets, "python -m bench.speed", options.date, options.machine, part)
                print(f"written: {path}")
    below = missed(reading.worst | finding.worst, BARS | parse_bounds(options.min))
    print(*(f"missed: {line}" for line in below), sep="\n")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
