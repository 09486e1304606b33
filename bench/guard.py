"""What it costs to read in a worker: a file more, and a folder, beside reading in the same process.

python -m bench.guard [--files N] [--rounds N]

The files are the samples in the repository, again and again. Each folder is read twice: for its documents, as the
library does, and for its results in JSON, as the command line does, where the worker makes the results. Times are of
all processes, start and end of the worker included. Exit 1 when a file costs more than 5 ms more, or a folder takes
more than 1.1 times as long.
"""

from __future__ import annotations

import argparse
import itertools
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from bench.pages import describe_machine
from bench.shared import ROOT

from verbale.app.reading import read_guarded, read_source
from verbale.app.sources import Incoming, find_sources, get_bytes
from verbale.app.working import work_on
from verbale.commands.read import Options, read_result
from verbale.errors import ReadFailed
from verbale.guard.calls import end_workers, use_fork

MORE_MS = 5.0
SHARE = 1.1
T = TypeVar("T")
_JSON = Options("json", full=False, everything=False, colour=False, width=80)
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
    with tempfile.TemporaryDirectory() as folder:
        for number, (data, name) in enumerate(files):
            Path(folder, f"{number:06}-{name}").write_bytes(data)
        sources = find_sources([folder])
        broken = [
            _told(
                "documents", files, options.rounds, lambda file: read_source(*file), lambda file: read_guarded(*file)
            ),
            _told("results", sources, options.rounds, _result, lambda one: work_on(one, read_result, None, _JSON)),
        ]
    return int(any(broken))


def _result(incoming: Incoming) -> object:
    return read_result(get_bytes(incoming), incoming.name, None, _JSON)


def _told(
    what: str, files: Sequence[T], rounds: int, alone: Callable[[T], object], guarded: Callable[[T], object]
) -> bool:
    """Read all in turn both ways and print what the worker costs; whether that is too much."""
    alone(files[0])  # what is loaded once is no cost of a file
    spent = {alone: 0.0, guarded: 0.0}
    for _ in range(rounds):
        for read in (alone, guarded):
            began = time.process_time() + sum(os.times()[2:4])
            for file in files:
                read(file)
            end_workers()
            spent[read] += time.process_time() + sum(os.times()[2:4]) - began
    more, share = 1000 * (spent[guarded] - spent[alone]) / len(files) / rounds, spent[guarded] / spent[alone]
    each = 1000 * spent[alone] / len(files) / rounds
    print(
        f"{len(files)} files of {each:.1f} ms to their {what}: {more:.2f} ms of processor time more a file, "
        f"the folder {share:.3f} times as long"
    )
    return more > MORE_MS or share > SHARE


if __name__ == "__main__":
    sys.exit(main())
