"""The website under readers: server time of each page, 200 readers at once, the weight of the first page.

python -m bench.web [--desk FOLDER] [--requests N] [--readers N] [--workers N] [--only PAGE …]
    [--write --date YYYY-MM-DD [--machine TEXT]] [--max NAME=VALUE …]

A desk is filled with the two reports and the resolutions of sessions 76 and 77 in six languages, and served by
``verbale serve``; with ``--desk`` it is kept there and not filled twice. One reader then asks each kind of page N
times, each time another of its kind (document, State, treaty, day, question), drawn by a seed, over a connection that
is kept. A time is that of the whole answer, as it comes over loopback; ``first`` is that of the first such page after
the start, which does not count for the others; ``processor`` is the mean time that the processes which answer were
given, whatever else the machine did. Then so many readers ask five pages each from the mix, all at once. ``p95`` is the
highest p95 of all pages in milliseconds, ``errors`` the answers other than 200, ``bytes`` those of the first page
without fonts.
Exit 1 when a bar is missed.
"""

from __future__ import annotations

import http.client
import json
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import quote, urlencode

from bench.options import parse_options, parser_of
from bench.pages import Sheet, parse_bounds, say_missed, show, write
from bench.search import percentile, read_queries
from bench.shared import ABSENT, SHARED, is_at_hand

BARS = {"p95": 50.0, "errors": 0.0, "bytes": 150_000.0}
_SOURCES = ("seeds/A-65-137.zh.txt", "seeds/A-77-123.zh.txt", "corpus/unxml-76", "corpus/unxml-77")
_DESK = "library.sqlite"
_SEED = 20
_REQUESTS, _READERS, _PAGES, _WORKERS = 120, 200, 5, 2
_PATIENCE = 900  # seconds until the index has everything
_TIME = 120  # seconds for one answer


@dataclass(frozen=True, slots=True)
class Timed:
    """A kind of page: seconds of its first answer, of the others and of a processor, and what an answer weighs."""

    name: str
    first: float
    times: Sequence[float]
    kilobytes: float
    work: float = 0.0

    @property
    def p95(self) -> float:
        """Milliseconds that 95 of 100 answers do not exceed."""
        return percentile(self.times, 0.95) * 1000

    def cells(self) -> tuple[str, ...]:
        """The row of the table."""
        times = (statistics.median(self.times), self.p95 / 1000, max(self.times), self.first, self.work)
        figures = (seconds * 1000 for seconds in times)
        return (self.name, *(f"{figure:.1f}" for figure in figures), f"{self.kilobytes:,.0f}")


class Visitor:
    """Asks a server one page after the other over one connection."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_TIME)

    def ask(self, place: str) -> tuple[int, bytes]:
        """The status and the content of a place, as they come (gzip is asked for)."""
        self._connection.request("GET", place, headers={"Accept-Encoding": "gzip", "Accept-Language": "en"})
        answer = self._connection.getresponse()
        return answer.status, answer.read()

    def read(self, place: str) -> bytes:
        """The content of a place as it is. Raises ``AssertionError`` where that is none."""
        self._connection.request("GET", place)
        answer = self._connection.getresponse()
        content = answer.read()
        assert answer.status == 200, f"{answer.status} {place}"
        return content

    def rows(self, place: str) -> list[dict[str, str]]:
        """The rows of a list."""
        found: list[dict[str, str]] = json.loads(self.read(place))["rows"]
        return found

    def close(self) -> None:
        """Hang up."""
        self._connection.close()


def fill(folder: Path) -> Path:
    """The desk in a folder; made and filled where it is not there yet."""
    desk, mark = folder / _DESK, folder / "filled"
    if not mark.exists():
        folder.mkdir(parents=True, exist_ok=True)
        desk.unlink(missing_ok=True)
        _run("desk", "new", str(desk))
        _run("--desk", str(desk), "library", "add", *(str(SHARED / one) for one in _SOURCES))
        mark.touch()
    return desk


def _run(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "verbale", *words], check=True)


@contextmanager
def served(desk: Path, workers: int) -> Iterator[tuple[int, int]]:
    """A server's process and port, once its index has every document; started again then, so that nothing is warm."""
    for warm in (False, True):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = int(free.getsockname()[1])
        command = [sys.executable, "-m", "verbale", "serve", str(desk), "--port", str(port), "--workers", str(workers)]
        server = subprocess.Popen(command)
        try:
            _wait(port, server)
            if warm:
                yield server.pid, port
        finally:
            server.terminate()
            server.wait(_TIME)


def _wait(port: int, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _PATIENCE
    while True:
        assert server.poll() is None, "the server ended"
        assert time.monotonic() < until, "the index does not follow the library"
        visitor = Visitor(port)
        try:
            listed = len(visitor.rows("/documents/?format=json"))
            if json.loads(visitor.read("/search/?kind=document&format=json"))["total"] >= listed:
                return
        except OSError:
            pass
        finally:
            visitor.close()
        time.sleep(0.5)


ALIKE = {
    "first page": "/",
    "mandates": "/mandates/",
    "calendar": "/calendar/",
    "register": "/register/",
    "timeline": "/timeline/",
}
"""Pages that have one address."""


def draw_places(visitor: Visitor, count: int) -> dict[str, list[str]]:
    """So many addresses of each kind of page, and one more for the first."""
    chance = random.Random(_SEED)
    documents = visitor.rows("/documents/?format=json")
    states = [row["iso3"] for row in visitor.rows("/states/?format=json")]
    treaties = [row["treaty"] for row in visitor.rows("/treaties/?format=json")]
    symbols = sorted({row["symbol"] for row in documents})
    asking = sorted({row["symbol"] for row in visitor.rows("/mandates/?format=json")})
    queries = [each["query"] for each in read_queries()]
    statements = [row["statement"] for code in ("CUB", "NZL", "KIR") for row in _acts(visitor, code)]

    def day() -> str:
        return f"{chance.randint(1996, 2026)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"

    def document() -> str:
        row = chance.choice(documents)
        return f"/documents/{quote(row['symbol'])}/{row['language']}/"

    makers: dict[str, Callable[[], str]] = {
        "search": lambda: f"/search/?{urlencode({'q': chance.choice(queries)})}",
        "search, narrowed": lambda: f"/search/?{urlencode({'q': chance.choice(queries), 'language': 'en'})}",
        "documents": lambda: f"/documents/?{urlencode({'session': chance.choice(('76', '77'))})}",
        "documents, words": lambda: f"/documents/?{urlencode({'q': chance.choice(symbols)[:8]})}",
        "document": document,
        "document, marked": lambda: f"{document()}?facts=1",
        "facts of a document": lambda: f"{document()}facts/",
        "citations of a document": lambda: f"{document()}citations/",
        "the two reports": lambda: chance.choice(("/documents/A/65/137/zh/", "/documents/A/77/123/zh/")),
        "states": lambda: f"/states/?on={day()}",
        "state": lambda: f"/states/{chance.choice(states)}/?on={day()}",
        "then and now": lambda: f"/states/{chance.choice(('CUB', 'MEX', 'SLV', 'PRT'))}/",
        "treaties": lambda: f"/treaties/?on={day()}",
        "treaty": lambda: f"/treaties/{chance.choice(treaties)}/?on={day()}",
        "mandate": lambda: f"/mandates/{quote(chance.choice(asking))}/",
        "changes": lambda: f"/changes/?from=2021-06-21&until={day()}",
        "statement": lambda: chance.choice(statements),
        **{name: partial(str, place) for name, place in ALIKE.items()},
    }
    return {name: [make() for _ in range(count + 1)] for name, make in makers.items()}


def _acts(visitor: Visitor, code: str) -> list[dict[str, str]]:
    return [row for row in visitor.rows(f"/states/{code}/?part=acts&format=json") if row["statement"]]


def processor_seconds(server: int) -> float:
    """The time that processors gave to the processes of a server that answer, so far."""
    total = 0.0
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            behind = path.read_text().rpartition(")")[2].split()
            words = path.with_name("cmdline").read_bytes()
        except OSError:
            continue  # it ended meanwhile
        if int(behind[1]) == server and b"worker\0" not in words:
            total += (int(behind[11]) + int(behind[12])) / os.sysconf("SC_CLK_TCK")
    return total


def time_page(server: int, visitor: Visitor, name: str, places: Sequence[str]) -> Timed:
    """Ask every place once, the first of them apart. Raises ``AssertionError`` where one is not there."""
    times: list[float] = []
    weight, worked = 0, processor_seconds(server)
    for place in places:
        before = time.perf_counter()
        status, content = visitor.ask(place)
        times.append(time.perf_counter() - before)
        assert status == 200, f"{status} {place}"
        weight += len(content)
    worked = processor_seconds(server) - worked
    return Timed(name, times[0], times[1:], weight / len(places) / 1000, worked / len(places))


def all_at_once(port: int, places: Sequence[str], readers: int) -> tuple[Timed, list[str]]:
    """So many readers, each with a few pages of the mix, who begin together; and every answer that is no page."""
    start = threading.Barrier(readers)
    times: list[float] = []
    wrong: list[str] = []

    def read(number: int) -> None:
        own = random.Random(number).choices(places, k=_PAGES)
        visitor = Visitor(port)
        start.wait()
        for place in own:
            before = time.perf_counter()
            try:
                status, _ = visitor.ask(place)
                if status != 200:
                    wrong.append(f"{status} {place}")
            except (OSError, http.client.HTTPException) as error:
                wrong.append(f"{type(error).__name__} {place}")
                visitor = Visitor(port)
            times.append(time.perf_counter() - before)
        visitor.close()

    threads = [threading.Thread(target=read, args=(number,)) for number in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Timed(f"{readers} readers at once", times[0], times, 0), wrong


def weigh_first_page(port: int) -> Mapping[str, int]:
    """The bytes of the first page by kind, in Chromium."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (its loop ends before anything else begins)
    from tests.browser.conftest import CHROMIUM, OPTIONS  # noqa: PLC0415
    from tests.browser.weight import weigh  # noqa: PLC0415

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(OPTIONS))
        weights = weigh(browser.new_page(), f"http://127.0.0.1:{port}/")
        browser.close()
    return weights


def measure(
    desk: Path, requests: int, readers: int, workers: int, only: Sequence[str]
) -> tuple[list[Sheet], dict[str, float]]:
    """Serve and ask."""
    with served(desk, workers) as (server, port):
        visitor = Visitor(port)
        places = draw_places(visitor, requests)
        wanted = {name: own for name, own in places.items() if not only or name in only}
        pages = [time_page(server, visitor, name, own) for name, own in wanted.items()]
        count = len(visitor.rows("/documents/?format=json"))
        visitor.close()
        crowd, wrong = all_at_once(port, [one for own in wanted.values() for one in own], readers)
        weights = weigh_first_page(port)
    for one in wrong[:20]:
        print("wrong:", one)
    bare = sum(size for kind, size in weights.items() if kind != "Font")
    figures = {"p95": max(page.p95 for page in pages), "errors": float(len(wrong)), "bytes": float(bare)}
    columns = ("page", "p50 ms", "p95 ms", "longest ms", "first ms", "processor ms", "kB")
    note = (
        f"{count:,} documents in the library, {requests} requests of each kind, {workers} processes that answer. "
        f"{readers} readers at once asked {readers * _PAGES:,} pages, of which {len(wrong)} were not answered: "
        f"p50 {statistics.median(crowd.times) * 1000:,.0f} ms, p95 {crowd.p95:,.0f} ms. "
        f"The first page is {bare / 1000:.0f} kB without fonts, {weights.get('Font', 0) / 1000:.0f} kB of fonts."
    )
    return [Sheet("Pages", columns, tuple(page.cells() for page in pages), note)], figures


def main() -> int:
    """Measure, show, write where asked; return the exit code."""
    parser = parser_of(__doc__, "web.md", "max")
    parser.add_argument("--desk", type=Path, metavar="FOLDER", help="keep the filled desk there")
    parser.add_argument("--requests", type=int, default=_REQUESTS, metavar="N")
    parser.add_argument("--readers", type=int, default=_READERS, metavar="N")
    parser.add_argument("--workers", type=int, default=_WORKERS, metavar="N", help="processes that answer")
    parser.add_argument("--only", nargs="+", default=[], metavar="PAGE", help="measure these kinds of page alone")
    options = parse_options(parser)
    if not is_at_hand():
        print(ABSENT)
        return 0
    with ExitStack() as stack:
        folder = options.desk or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        sheets, figures = measure(fill(folder), options.requests, options.readers, options.workers, options.only)
    show(sheets)
    if options.write:
        write("web.md", sheets, "python -m bench.web", options.date, options.machine)
    return say_missed(figures, BARS | parse_bounds(options.max))


if __name__ == "__main__":
    sys.exit(main())
