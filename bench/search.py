"""Search over many paragraphs: through the program, beside raw tantivy, SQLite's FTS5 and PostgreSQL, in one run.

python -m bench.search [--paragraphs N] [--without NAME …]
    [--write --date YYYY-MM-DD [--machine TEXT]] [--max NAME=VALUE …]

The resolutions of sessions 76 and 77 in six languages and the two reports are read and multiplied, with other symbols,
years and keys, until there are N paragraphs (a million by default). The sixty judged queries are asked in turns; the
first round warms up and does not count. ``search`` is the whole: a text understood, found, counted by nine facets,
twenty hits with marked spans. Raw tantivy is asked the same query on the same index for the top twenty and their rows,
no more (``same``), and the words alone on an index of its own defaults (``plain``). FTS5 and PostgreSQL (simple, GIN)
are asked the words for twenty rows by rank, Chinese parted into characters for all. ``p50`` and ``p99`` are
milliseconds of ``search``, ``times`` how often p50 is that of ``same``, ``change`` the seconds until another process
finds a change.
Exit 1 when a bar is missed.
"""

from __future__ import annotations

import csv
import gc
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from multiprocessing import Pool
from pathlib import Path

import tantivy
from bench.options import parse_options, parser_of
from bench.pages import Sheet, parse_bounds, say_missed, show, write
from bench.shared import ABSENT, ROOT, SHARED, is_at_hand

from verbale.app.reading import read_source
from verbale.search.index import SearchIndex, open_index
from verbale.search.matching import Matching
from verbale.search.query import understand
from verbale.search.records import IndexedDocument, IndexedUnit, indexed_document
from verbale.search.searching import search

BARS = {"p50": 5.0, "times": 3.0, "p99": 50.0, "change": 1.0}
PEERS = ("plain", "fts5", "postgresql")
_PARAGRAPHS = 1_000_000
_ROUNDS = 5
_AT_HAND = 240_000  # paragraphs of all sources
_PAGE = 20  # hits of a page
_HAN = re.compile("([\u3400-\u9fff])")
_WORD = re.compile(r"\w+")

Asked = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Row:
    """One way to search: its times in seconds, and what the index cost."""

    name: str
    times: Sequence[float]
    seconds: float = 0.0
    megabytes: float = 0.0

    def cells(self) -> tuple[str, ...]:
        """The row of the table, milliseconds to the hundredth."""
        figures = [statistics.median(self.times), percentile(self.times, 0.95), percentile(self.times, 0.99)]
        cost = (f"{cost:,.0f}" if cost else "" for cost in (self.seconds, self.megabytes))
        return (self.name, *(f"{figure * 1000:.2f}" for figure in (*figures, max(self.times))), *cost)


def percentile(times: Sequence[float], share: float) -> float:
    """The time that a share of all does not exceed."""
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


def read_queries(name: str = "search_queries.csv") -> list[dict[str, str]]:
    """The judged queries of a table: ``id``, ``language``, ``query``, ``need``, ``answer``."""
    with (ROOT / "bench" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_sources(paragraphs: int) -> list[IndexedDocument]:
    """The two reports and the resolutions of both sessions, read and annotated, in two processes.

    Where few paragraphs are wanted, every so many of them.
    """
    paths = [*sorted((SHARED / "seeds").glob("*.txt")), *sorted((SHARED / "corpus").glob("unxml-7[67]/*/*.xml"))]
    with Pool(2) as pool:
        return pool.map(_read_source, paths[:: max(1, _AT_HAND // paragraphs)], chunksize=40)


def _read_source(path: Path) -> IndexedDocument:
    return indexed_document(read_source(path.read_bytes(), path.name), path.name)


def multiplied(documents: Sequence[IndexedDocument], paragraphs: int) -> Iterator[IndexedDocument]:
    """The documents again and again, with keys, symbols, years and sessions of their own, until so many paragraphs."""
    units = turn = 0
    while units < paragraphs:
        for one in documents:
            year = (one.year or 2020) - 3 * turn
            yield replace(
                one,
                key=f"{one.key}-{turn}",
                symbol=f"{one.symbol}/Add.{turn}" if turn else one.symbol,
                year=year,
                date=f"{year:04}{one.date[4:]}" if one.date else "",
                session=str(int(one.session or 76) - 3 * turn),
            )
            units += len(one.units)
            if units >= paragraphs:
                return
        turn += 1


def time_each(queries: Sequence[str], ask: Asked) -> list[float]:
    """The seconds of each query in each round but the first."""
    times: list[float] = []
    for turn in range(_ROUNDS + 1):
        for query in queries:
            before = time.perf_counter()
            ask(query)
            if turn:
                times.append(time.perf_counter() - before)
    return times


def megabytes(folder: Path) -> float:
    """The size of the files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1_000_000


def index_all(folder: Path, documents: Iterator[IndexedDocument]) -> tuple[SearchIndex, float]:
    """The index of the program, and the seconds it took."""
    index = open_index(folder)
    before = time.perf_counter()
    with index.writing() as writing:
        for one in documents:
            writing.add(one)
    return index, time.perf_counter() - before


def ask_same(index: SearchIndex) -> Asked:
    """The query of the program on its own index, put to tantivy alone: the top and their rows."""
    asked: dict[str, tantivy.Query] = {}

    def ask(query: str) -> object:
        searcher = index.searcher()
        return [searcher.doc(address) for _, address in searcher.search(asked[query], _PAGE).hits]

    matching = Matching(index.schema)
    for each in read_queries():
        asked[each["query"]] = matching.query(understand(each["query"]), {})
    return ask


def units_of(documents: Iterator[IndexedDocument]) -> Iterator[IndexedUnit]:
    """The units of all documents."""
    for one in documents:
        yield from one.units


def parted(text: str) -> str:
    """A text with a space around each Chinese character."""
    return _HAN.sub(r" \1 ", text)


def plain_tantivy(folder: Path, units: Iterator[IndexedUnit]) -> tuple[Asked, float]:
    """An index with tantivy's defaults, asked the words of a query, all of them."""
    schema = tantivy.SchemaBuilder().add_text_field("text", stored=True).build()
    folder.mkdir()
    index = tantivy.Index(schema, str(folder))
    before = time.perf_counter()
    writer = index.writer(128_000_000, 1)
    for unit in units:
        writer.add_document(tantivy.Document(text=[parted(unit.text)]))
    writer.commit()
    writer.wait_merging_threads()
    seconds = time.perf_counter() - before
    index.reload()

    def ask(query: str) -> object:
        words = " ".join(_WORD.findall(parted(query)))
        searcher = index.searcher()
        asked = index.parse_query(words, ["text"], conjunction_by_default=True)
        return [searcher.doc(address) for _, address in searcher.search(asked, _PAGE).hits]

    return ask, seconds


def fts5(folder: Path, units: Iterator[IndexedUnit]) -> tuple[Asked, float]:
    """A table of SQLite's full text search."""
    folder.mkdir()
    connection = sqlite3.connect(folder / "fts5.db")
    connection.execute("create virtual table units using fts5(text, tokenize='unicode61')")
    before = time.perf_counter()
    with connection:
        connection.executemany("insert into units values (?)", ((parted(unit.text),) for unit in units))
    seconds = time.perf_counter() - before
    statement = f"select text from units where units match ? order by rank limit {_PAGE}"

    def ask(query: str) -> object:
        words = " ".join(f'"{word}"' for word in _WORD.findall(parted(query)))
        return connection.execute(statement, (words,)).fetchall()

    return ask, seconds


def postgresql(_folder: Path, units: Iterator[IndexedUnit]) -> tuple[Asked, float]:
    """A table of a server of PostgreSQL that ends with this process."""
    import psycopg  # noqa: PLC0415 (it is not there where this peer is left out)
    from tests.servers import get_server  # noqa: PLC0415 (so is the server)

    connection = psycopg.connect(get_server().make_database(), autocommit=True)
    connection.execute("create table units (text text, words tsvector)")
    before = time.perf_counter()
    with connection.cursor() as cursor, cursor.copy("copy units (text) from stdin") as copy:
        for unit in units:
            copy.write_row((parted(unit.text).replace("\0", ""),))
    connection.execute("update units set words = to_tsvector('simple', left(text, 200000))")
    connection.execute("create index on units using gin (words)")
    connection.execute("vacuum analyze units")
    seconds = time.perf_counter() - before
    statement = (
        "select text from units, plainto_tsquery('simple', %s) asked where words @@ asked "
        f"order by ts_rank(words, asked) desc limit {_PAGE}"
    )
    return lambda query: connection.execute(statement, (parted(query),)).fetchall(), seconds


def seconds_to_change(index: SearchIndex) -> float:
    """From the start of writing a document to the moment that another process, which has the index open, finds it."""
    code = (
        "import sys, time; from pathlib import Path; from verbale.search.index import open_index\n"
        "from verbale.search.query import understand; from verbale.search.searching import search\n"
        "index = open_index(Path(sys.argv[1])); search(index, understand('zyzzyva')); print('open', flush=True)\n"
        "while not search(index, understand('zyzzyva')).total: time.sleep(0.001)\n"
        "print('found', flush=True)\n"
    )
    command = [sys.executable, "-c", code, str(index.folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        other.stdout.readline()
        unit = IndexedUnit("1", "paragraph", "zyzzyva")
        before = time.perf_counter()
        with index.writing() as writing:
            writing.add(IndexedDocument("change", "", None, "", "", "", None, "generic", (unit,)))
            writing_ends = time.perf_counter()
        other.stdout.readline()
        found = time.perf_counter() - before
    print(f"added after {writing_ends - before:.3f} s, found by another process after {found:.3f} s")
    return found


def measure(paragraphs: int, without: Sequence[str]) -> tuple[Sheet, dict[str, float]]:
    """Build, ask, compare."""
    documents = read_sources(paragraphs)
    queries = [each["query"] for each in read_queries()]
    makers = {"plain": plain_tantivy, "fts5": fts5, "postgresql": postgresql}
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        index, seconds = index_all(folder / "own", multiplied(documents, paragraphs))
        count = index.count()
        gc.freeze()  # the program does not hold all documents while it searches
        own = Row(
            "search",
            time_each(queries, lambda query: search(index, understand(query))),
            seconds,
            megabytes(index.folder),
        )
        same = Row("tantivy, same", time_each(queries, ask_same(index)))
        change = seconds_to_change(index)
        rows = [own, same]
        for name in PEERS:
            if name not in without:
                ask, seconds = makers[name](folder / name, units_of(multiplied(documents, paragraphs)))
                size = megabytes(folder / name) if (folder / name).exists() else 0.0
                rows.append(Row(name, time_each(queries, ask), seconds, size))
    p50 = statistics.median(own.times)
    figures = {
        "p50": p50 * 1000,
        "p99": percentile(own.times, 0.99) * 1000,
        "times": p50 / statistics.median(same.times),
        "change": change,
    }
    columns = ("way", "p50 ms", "p95 ms", "p99 ms", "longest ms", "seconds to index", "MB")
    note = (
        f"{count:,} units, {len(queries)} queries in {_ROUNDS} rounds. The median of `search` is "
        f"{figures['times']:.1f} times that of the same query put to tantivy alone (bar {BARS['times']:g}). "
        f"Another process found a change after {change:.2f} s."
    )
    return Sheet("Searching", columns, tuple(row.cells() for row in rows), note), figures


def main() -> int:
    """Measure, show, write where asked; return the exit code."""
    parser = parser_of(__doc__, "search.md", "max")
    parser.add_argument("--paragraphs", type=int, default=_PARAGRAPHS, metavar="N")
    parser.add_argument("--without", action="append", choices=PEERS, default=[])
    options = parse_options(parser)
    if not is_at_hand():
        print(ABSENT)
        return 0
    sheet, figures = measure(options.paragraphs, options.without)
    show([sheet])
    if options.write:
        print(
            f"written: {write('search.md', [sheet], 'python -m bench.search', options.date, options.machine, 'speed')}"
        )
    return say_missed(figures, BARS | parse_bounds(options.max))


if __name__ == "__main__":
    sys.exit(main())
