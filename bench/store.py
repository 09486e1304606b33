"""What keeping costs: compiling many replies, listing many cases, the demo beside an earlier version, loading Django.

python -m bench.store [--beside REVISION] [--part PART …] [--write --date YYYY-MM-DD [--machine TEXT]]
    [--max NAME=VALUE …]

Compiling: cycles of 50, 100 and 193 replies in English and French, as DOCX and text; ``growth`` is the processor time
for one reply among 193 to that among 50. Lists: desks of 1,000 and 10,000 cases, three entries each, in a file and in a
server of PostgreSQL (where it is installed); ``list`` is how often the time of 1,000 that of 10,000 is, ``seconds`` the
processor time of the longest list, ``opening`` that of opening the largest cycle. The demo and the version before
(``736b4c1`` by default) run in turns; ``demo`` is the share of their processor time. PARTs are ``compiling``,
``lists``, ``demo`` and ``loading``. Exit 1 when a bar is missed.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from bench.desk import chosen, passages, receive
from bench.options import parse_options, parser_of
from bench.pages import Sheet, parse_bounds, say_missed, show, write
from bench.shared import ROOT
from bench.start import unpack
from tests.servers import get_server

from verbale.app.compiling import CompileOptions, compile_report
from verbale.app.cycles import CycleAddress, open_cycle, start_cycle, start_in_desk
from verbale.app.desks import list_cases, make_desk
from verbale.app.encoding import encode
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE
from verbale.desk.commands import Actor, Command
from verbale.desk.records import cycle_record
from verbale.lexicon.tables import read_table
from verbale.model.language import Language
from verbale.store.contents import digest_of
from verbale.store.cycle_store import Kept

BARS = {"growth": 1.25, "list": 5.0, "seconds": 1.0, "opening": 2.0, "demo": 1.3}
SIZES, CASES = (50, 100, 193), (1_000, 10_000)
PARTS = ("compiling", "lists", "demo", "loading")
_OFFICER = Actor("bench")
_CALLED = datetime(2022, 1, 28, 14, tzinfo=UTC)
_COMPILED = datetime(2022, 7, 8, 14, tzinfo=UTC)
_TERMS = ROOT / "src" / "verbale" / "app" / "demo_cycle" / "cycle.toml"
_ROUNDS = 5
_AT_ONCE = 200  # cases that are kept in one step
_MAIN = "from verbale.cli import main; main(prog_name='verbale')"

Found = tuple[Sheet, Mapping[str, float]]


def measure_compiling() -> Found:
    """The processor time of a compiled reply in cycles of several sizes."""
    known = passages()
    members = [row["id"] for row in read_table("states") if row["kind"] == "member" and not row["ended"]]
    rows, shares = [], []
    for size in SIZES:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            start_cycle(folder / "cycle", _TERMS.read_text(encoding="utf-8"), _OFFICER, _CALLED)
            with open_cycle(folder / "cycle") as opened:
                opened.give(CYCLE, c.IssueNote("note", date(2022, 1, 28)), _OFFICER, _CALLED)
                began = time.process_time()
                for number, state in enumerate(members[:size]):
                    receive(opened, state, list(Language)[number % 6], chosen(known, number))
                received = time.process_time()
                options = CompileOptions((Language.EN, Language.FR), ("docx", "text"), folder / "out", date(2022, 7, 8))
                compile_report(opened, options, _OFFICER, _COMPILED)
                done = time.process_time()
        shares.append((done - received) / size)
        rows.append((f"{size}", f"{(received - began) / size * 1000:.1f}", f"{shares[-1] * 1000:.2f}"))
    growth = shares[-1] / shares[0]
    note = f"One reply among 193 takes {growth:.2f} of what it takes among 50 (bar {BARS['growth']:g})."
    columns = ("replies", "receiving and confirming one, ms", "compiling one, ms")
    return Sheet("Compiling", columns, tuple(rows), note), {"growth": growth}


@contextmanager
def places() -> Iterator[Mapping[str, str]]:
    """The address of an empty place in each database that is here."""
    with tempfile.TemporaryDirectory() as folder:
        found = {"SQLite": str(Path(folder) / "desk.sqlite")}
        try:
            server = get_server()
        except pytest.skip.Exception as absent:
            print(absent)
            yield found
            return
        found["PostgreSQL"] = server.make_database()
        yield found
        server.drop_database(found["PostgreSQL"])


def fill(address: CycleAddress, cases: int) -> None:
    """Letters that were received, confirmed and placed."""
    came = datetime(2022, 5, 20, 14, tzinfo=UTC)
    with open_cycle(address) as folder:
        folder.give(CYCLE, c.IssueNote("note", date(2022, 1, 28)), _OFFICER, _CALLED)
        for start in range(0, cases, _AT_ONCE):
            given: list[tuple[str, Command]] = []
            for number in range(start, min(start + _AT_ONCE, cases)):
                case, sha256 = f"reply-{number:012}", digest_of(f"{number}".encode())
                name, at = f"note {number}.pdf", came.isoformat()
                received = c.Receive(sha256, name, "application/pdf", at, 400, language="en", reading=sha256)
                refs = tuple(f"{unit}" for unit in range(1, 12))
                confirmed = c.Confirm("CUB", "2022-05-10", "en", ("A/RES/76/53",), False, 1, refs, sha256)
                placed = c.Place("report", 1, False, "in time: before 31 May 2022")
                given += [(case, received), (case, confirmed), (case, placed)]
            moment = came + timedelta(seconds=start)
            folder.give_together(given, _OFFICER, moment, Kept())


def measure_lists() -> Found:
    """Seconds of the lists of desks with few and with many cases."""
    rows: list[tuple[str, ...]] = []
    worst = {"list": 0.0, "seconds": 0.0, "opening": 0.0}
    for cases in CASES:
        with places() as found:
            for name, place in found.items():
                make_desk(place)
                address, _ = start_in_desk(place, "2022", _TERMS.read_text(encoding="utf-8"), _OFFICER, _CALLED)
                fill(address, cases)
                times = [
                    least(lambda place=place: list_cases(place)),  # type: ignore[misc]
                    least(lambda address=address: show_cycle(address)),  # type: ignore[misc]
                    used(lambda place=place: call("desk", "cases", place, "--format", "json")),  # type: ignore[misc]
                    used(
                        lambda place=place: call("--desk", place, "cycle", "2022", "--format", "json")  # type: ignore[misc]
                    ),
                ]
                rows.append((f"{name}, {cases:,} cases", *(f"{seconds:.3f}" for seconds in times)))
                worst["seconds"] = max(worst["seconds"], times[2])
                worst["opening"] = max(worst["opening"], times[3])
    half = len(rows) // 2
    for few, many in zip(rows[:half], rows[half:], strict=True):
        shares = [float(two) / float(one) for one, two in zip(few[1:], many[1:], strict=True)]
        rows.append((f"{few[0].partition(',')[0]}, ratio", *(f"{share:.1f}" for share in shares)))
        # What is asked of the program is its verbs.
        worst["list"] = max(worst["list"], *shares[2:])
    columns = ("desk", "list of cases, s", "cycle opened, s", "verbale desk cases, s", "verbale cycle, s")
    note = "Processor time, the least of five, without that of the server; the last two of whole processes, as JSON."
    note += " A cycle that is opened has every seal checked and every event folded; a list is read from its rows."
    return Sheet("Lists", columns, tuple(rows), note), worst


def show_cycle(address: CycleAddress) -> None:
    """Open a cycle, check its chain, and make the JSON of all its cases."""
    with open_cycle(address) as folder:
        encode(cycle_record(folder.cycle, folder.case, folder.replies, folder.seal))


def least(work: Callable[[], object]) -> float:
    """The processor seconds of the quickest of several rounds in this process."""
    times = []
    for _ in range(_ROUNDS):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)


def used(work: Callable[[], float]) -> float:
    """The processor seconds of the cheapest of several rounds."""
    return min(work() for _ in range(_ROUNDS))


def call(*words: str, source: Path = ROOT / "src") -> float:
    """The processor seconds of one call of the program in ``source``."""
    return _used([sys.executable, "-c", _MAIN, *words], source)


def _used(command: list[str], source: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "PYTHONPATH": str(source)}
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def measure_demo(beside: str) -> Found:
    """The demo in turns with that of an earlier version."""
    with tempfile.TemporaryDirectory() as place:
        earlier = unpack(beside, Path(place))
        times: tuple[list[float], list[float]] = ([], [])
        for turn in range(_ROUNDS):
            for found, source in zip(times, (ROOT / "src", earlier), strict=True):
                into = Path(place) / f"{turn}-{source.parent.name}"
                found.append(call("demo", "--into", str(into), source=source))
    now, then = min(times[0]), min(times[1])
    note = f"{now / then:.2f} of the time of {beside} (bar {BARS['demo']:g})."
    rows = (("this version", f"{now:.2f}"), (beside, f"{then:.2f}"))
    return Sheet("The demo", ("version", "processor seconds"), rows, note), {"demo": now / then}


def measure_loading() -> Found:
    """What loading the store costs a call."""
    loads = {"the bare interpreter": "pass", "the store, with Django": "import verbale.store.cycle_store"}
    loads |= {"the desk, without the store": "import verbale.desk.event_folding, verbale.desk.deciding"}
    rows = []
    for name, code in loads.items():
        times = [_used([sys.executable, "-c", code], ROOT / "src") for _ in range(_ROUNDS)]
        rows.append((name, f"{min(times) * 1000:.0f}"))
    return Sheet("Loading", ("what", "processor ms"), tuple(rows)), {}


def main() -> int:
    """Measure, show, write where asked; return the exit code."""
    parser = parser_of(__doc__, "store.md", "max")
    parser.add_argument("--beside", default="736b4c1", metavar="REVISION")
    parser.add_argument("--part", action="append", choices=PARTS, default=[])
    options = parse_options(parser)
    measures: Mapping[str, Callable[[], Found]] = {
        "compiling": measure_compiling,
        "lists": measure_lists,
        "demo": lambda: measure_demo(options.beside),
        "loading": measure_loading,
    }
    found = [measures[part]() for part in options.part or PARTS]
    sheets = [sheet for sheet, _ in found]
    show(sheets)
    if options.write:
        print(f"written: {write('store.md', sheets, 'python -m bench.store', options.date, options.machine)}")
    figures = {name: value for _, values in found for name, value in values.items()}
    return say_missed(figures, BARS | parse_bounds(options.max))


if __name__ == "__main__":
    sys.exit(main())
