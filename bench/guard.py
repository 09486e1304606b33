"""What it costs to read in a worker: a file more, and a folder, beside reading in the same process.

python -m bench.guard [--files N] [--rounds N]

The files are the samples in the repository, again and again. Times are of all processes, start and end of the worker
included. Exit 1 when a file costs more than 5 ms more, or the folder takes more than 1.1 times as long.
"""

from __future__ import annotations

import argparse
import itertools
import os
import sys
import time

from bench.pages import describe_machine
from bench.shared import ROOT

from verbale.app.reading import read_guarded, read_source
from verbale.errors import ReadFailed
from verbale.guard.calls import end_workers, use_fork

MORE_MS = 5.0
SHARE = 1.1
_ENDINGS = frozenset({".txt", ".html", ".docx", ".pdf", ".eml"})


def find_samples(count: int) -> list[tuple[bytes, str]]:
    """So many files, those of the samples that can be read, in turn."""
    found = []
    for path in sorted((ROOT / "tests" / "samples").rglob("*")):
        if path.suffix in _ENDINGS:
            try:
                read_source(path.read_bytes(), path.name)
            except ReadFailed:
                continue
            found.append((path.read_bytes(), path.name))
    return list(itertools.islice(itertools.cycle(found), count))


def main() -> int:
    """Read all in turn both ways, and print what the worker costs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print(describe_machine())
    use_fork()
    files = find_samples(options.files)
    alone = guarded = 0.0
    for _ in range(options.rounds):
        began = time.process_time()
        for data, name in files:
            read_source(data, name)
        alone += time.process_time() - began
        began = time.process_time() + sum(os.times()[2:4])
        for data, name in files:
            read_guarded(data, name)
        end_workers()
        guarded += time.process_time() + sum(os.times()[2:4]) - began
    more, share = 1000 * (guarded - alone) / len(files) / options.rounds, guarded / alone
    print(f"{len(files)} files: {more:.2f} ms of processor time more a file, the folder {share:.3f} times as long")
    return int(more > MORE_MS or share > SHARE)


if __name__ == "__main__":
    sys.exit(main())
