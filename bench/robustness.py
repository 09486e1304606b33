"""What becomes of bad input: each case in a process of its own, its time and memory measured.

python -m bench.robustness [--only PART-OF-A-NAME] [--light]

Exit 1 when a case takes more than 10 s of processor time or 1 GiB, dies, writes to standard output without a
result, or ends otherwise than it must. What hangs without working is ended after some minutes, which is told as well.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.hostile import CASES, LIGHT, Case
from bench.hostile_packed import PACKED, PACKED_LIGHT
from bench.pages import Sheet, show

SECONDS = 10.0
MEBIBYTES = 1024.0
_PATIENCE = 200.0  # seconds on the clock, on a machine that others use too
_TICK = 0.02
_CALL = "import sys; sys.argv[0] = 'verbale'; from verbale.cli import main; main()"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a process ended: exit code, seconds of processor time, peak MiB, its words, the bytes of its result."""

    code: int
    seconds: float
    mebibytes: float
    words: str
    result: int

    def faults(self, case: Case) -> list[str]:
        """What is wrong with it, one line each; none when all is well."""
        found = []
        if self.seconds > SECONDS:
            found.append(f"took {self.seconds:.1f} s")
        if self.mebibytes > MEBIBYTES:
            found.append(f"took {self.mebibytes:.0f} MiB")
        if self.code not in (0, 2) or "Traceback" in self.words:
            found.append(f"ended with exit code {self.code}: {self.words[-200:]}")
        if (self.code == 0) != (self.result > 0):
            found.append(f"exit code {self.code} with {self.result} bytes of result")
        if case.outcome != "any" and (self.code == 0) != (case.outcome == "tree"):
            found.append(f"exit code {self.code}, expected {case.outcome}")
        if case.words and case.words not in self.words:
            found.append(f"did not say {case.words!r}: {self.words[-200:]}")
        return found


def run_case(case: Case, folder: Path) -> Outcome:
    """Write the case's file and read it on the command line, in a process of its own."""
    path = folder / f"source{case.ending}"
    case.write(path)
    told, result = folder / "told", folder / "result"
    before, started = os.times(), time.perf_counter()
    with told.open("wb") as errors, result.open("wb") as out:
        command = [sys.executable, "-c", _CALL, "read", "--format", "json", str(path)]
        child = subprocess.Popen(command, stdout=out, stderr=errors, stdin=subprocess.DEVNULL)
        peak = _watch(child, started)
    after = os.times()
    seconds = after.children_user + after.children_system - before.children_user - before.children_system
    words = told.read_text(encoding="utf-8", errors="replace")
    outcome = Outcome(child.returncode, seconds, peak, words, result.stat().st_size)
    path.unlink()
    return outcome


def _watch(child: subprocess.Popen[bytes], started: float) -> float:
    """Wait for the child, and end it when it takes far too much; its peak in MiB."""
    peak = 0.0
    while child.poll() is None:
        peak = max(peak, _peak_of(child.pid))
        if time.perf_counter() - started > _PATIENCE or peak > 3 * MEBIBYTES:
            child.kill()
        time.sleep(_TICK)
    return peak


def _peak_of(process: int) -> float:
    """The most memory a running process and its workers had so far, in MiB; 0 where the system does not tell."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
        children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    except OSError:
        return 0.0
    lines = [line.split() for line in status.splitlines() if line.startswith("VmHWM:")]
    return (int(lines[0][1]) / 1024 if lines else 0.0) + sum(_peak_of(int(child)) for child in children)


def main() -> int:
    """Run the cases, show what became of each; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="part of a case's name")
    parser.add_argument("--light", action="store_true", help="leave out the cases that take long")
    options = parser.parse_args()
    rows, broken = [], 0
    for case in (*LIGHT, *PACKED_LIGHT) if options.light else (*CASES, *PACKED):
        if options.only not in case.name:
            continue
        with tempfile.TemporaryDirectory() as folder:
            outcome = run_case(case, Path(folder))
        faults = outcome.faults(case)
        broken += bool(faults)
        said = (
            "; ".join(faults) or outcome.words.splitlines()[0].partition(": ")[2]
            if outcome.words
            else "; ".join(faults)
        )
        rows.append((case.name, f"{outcome.seconds:.1f}", f"{outcome.mebibytes:.0f}", str(outcome.code), said[:110]))
    columns = ("case", "s", "MiB", "exit", "what was said")
    note = f"{len(rows)} cases, {broken} of them broken; bounds {SECONDS:.0f} s and {MEBIBYTES:.0f} MiB."
    show([Sheet("Bad input", columns, tuple(rows), note)])
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
