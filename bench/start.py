"""How much processor time short calls take beyond the bare interpreter, beside an earlier version in the same run.

python -m bench.start [--beside REVISION] [--rounds N]

The earlier version (``d7ad00e`` by default) is taken out of the repository's own history. Both run on one Python and
the same packages, each call in turn after a warm-up that leaves bytecode. Exit 1 when reading a page takes more than
0.43 of the earlier version's time, or ``--help`` more than 100 ms from its start to its end.
"""

from __future__ import annotations

import argparse
import io
import os
import resource
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.pages import describe_machine
from bench.shared import ROOT

PAGE = ROOT / "tests" / "samples" / "decision" / "en.txt"
CALLS: Mapping[str, tuple[str, ...]] = {
    "--help": ("--help",),
    "read FILE": ("read", str(PAGE)),
    "read FILE --format json": ("read", str(PAGE), "--format", "json"),
    "find FILE": ("find", str(PAGE)),
    "status CTBT": ("status", "CTBT", "--as-of", "2022-06-21"),
}
_LEAST_SHARE = 0.43
_HELP_MS = 100.0
_MAIN = "from verbale.cli import main; main(prog_name='verbale')"


def run(arguments: Sequence[str], source: Path | None) -> tuple[float, float]:
    """Processor and wall seconds of one call of the program in ``source``; of the bare interpreter without one."""
    code = ["-c", _MAIN, *arguments] if source else ["-c", "pass"]
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(
        [sys.executable, *code],
        env={**os.environ, "PYTHONPATH": str(source or "")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return used, time.perf_counter() - began


def unpack(revision: str, into: Path) -> Path:
    """The source of an earlier version, out of the repository. Raises ``CalledProcessError`` where there is none."""
    archive = subprocess.run(["git", "archive", revision, "src"], cwd=ROOT, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(into, filter="data")
    return into / "src"


def main() -> None:
    """Measure each call and print a line for it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--beside", default="d7ad00e", metavar="REVISION")
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    print(describe_machine())
    with tempfile.TemporaryDirectory() as folder:
        sources = (ROOT / "src", unpack(options.beside, Path(folder)))
        shares, help_ms = {}, 0.0
        for name, arguments in CALLS.items():
            used: list[list[float]] = [[], [], []]
            walls = []
            for turn in range(options.rounds + 1):
                times = [run(arguments, source) for source in (*sources, None)]
                if turn:  # the first leaves bytecode
                    for each, (cpu, _) in zip(used, times, strict=True):
                        each.append(cpu)
                    walls.append(times[0][1])
            new, old, bare = (statistics.median(each) for each in used)
            shares[name] = (new - bare) / (old - bare)
            help_ms = help_ms or min(walls) * 1000
            print(f"{name:26} {new - bare:.3f} s, {options.beside} {old - bare:.3f} s: {shares[name]:.2f}")
    print(f"--help from start to end: {help_ms:.0f} ms at best")
    sys.exit(shares["read FILE"] > _LEAST_SHARE or help_ms > _HELP_MS)


if __name__ == "__main__":
    main()
