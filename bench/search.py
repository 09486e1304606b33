"""Search over many paragraphs: through the program, beside raw tantivy, SQLite's FTS5 and PostgreSQL, in one run.

python -m bench.search [--paragraphs N] [--without NAME …]
    [--write --date YYYY-MM-DD [--machine TEXT]] [--max NAME=VALUE …]

The resolutions of sessions 76 and 77 in six languages and the two reports are read and multiplied, with other symbols,
years and keys, until there are N paragraphs (a million by default). The sixty judged queries are asked in turns; the
first round warms up and does not count, and what was remembered of the words of questions is forgotten before each.
``search`` is the whole: a text understood, found, counted by nine facets, twenty hits with marked spans; ``hits alone``
is without facets. Raw tantivy is asked the same query on the same index for the top twenty and their rows, no more
(``top 20``), and for the same answer as ``search`` but for the marks: that with the count and one aggregation
(``same answer``); and the words alone on an index of its own defaults (``plain``), also with its own snippets. FTS5 and
PostgreSQL (simple, GIN) are asked the words for twenty rows by rank, Chinese parted into characters for all.

``p50`` and ``p99`` are milliseconds of ``search``, ``change`` the seconds until another process finds a change. Over a
million paragraphs or more, ``times`` is how often the median of ``hits alone`` is that of ``top 20``, and
``times-facets`` that of ``search`` that of ``same answer``; the table has ``search`` beside ``top 20`` first.
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
from verbale.lexicon.folding import fold
from verbale.search.index import COUNTED, SearchIndex, open_index
from verbale.search.matching import Matching
from verbale.search.query import understand
from verbale.search.records import IndexedDocument, IndexedUnit, indexed_document
from verbale.search.searching import search
from verbale.search.tokens import stems_asked

BARS = {"p50": 5.0, "times": 3.0, "times-facets": 3.0, "p99": 50.0, "change": 1.0}
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

    @property
    def median(self) -> float:
        """The median in seconds."""
        return statistics.median(self.times)

    def cells(self, raw: float) -> tuple[str, ...]:
        """The row of the table: milliseconds to the hundredth, the median as often as it is a raw one in seconds."""
        figures = [self.median, percentile(self.times, 0.95), percentile(self.times, 0.99), max(self.times)]
        cost = (f"{cost:,.0f}" if cost else "" for cost in (self.seconds, self.megabytes))
        return (self.name, *(f"{figure * 1000:.2f}" for figure in figures), f"{self.median / raw:.1f}", *cost)


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
            fold.cache_clear()
            stems_asked.cache_clear()
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


def ask_raw(index: SearchIndex, *, whole: bool) -> Asked:
    """The query of the program on its own index, put to tantivy alone: the top and their rows.

    The ``whole`` answer has the count and one aggregation as well.
    """
    matching = Matching(index.schema)
    texts = [each["query"] for each in read_queries()]
    asked = {text: matching.query(understand(text), {}) for text in texts}
    counted = {text: matching.query(understand(text), {}, ranked=False) for text in texts}
    facets = {COUNTED: {"terms": {"field": COUNTED, "size": 65_000}}}

    def ask(query: str) -> object:
        searcher = index.searcher()
        rows = [searcher.doc(address) for _, address in searcher.search(asked[query], _PAGE, count=whole).hits]
        return rows, searcher.aggregate(counted[query], facets) if whole else None

    return ask


def units_of(documents: Iterator[IndexedDocument]) -> Iterator[IndexedUnit]:
    """The units of all documents."""
    for one in documents:
        yield from one.units


def parted(text: str) -> str:
    """A text with a space around each Chinese character."""
    return _HAN.sub(r" \1 ", text)


def plain_tantivy(folder: Path, units: Iterator[IndexedUnit]) -> tuple[tantivy.Index, float]:
    """An index with tantivy's defaults, and the seconds it took."""
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
    return index, seconds


def ask_plain(index: tantivy.Index, *, snippets: bool) -> Asked:
    """The words of a query, all of them: the top and their rows, or their snippets as tantivy makes them."""

    def ask(query: str) -> object:
        words = " ".join(_WORD.findall(parted(query)))
        searcher = index.searcher()
        asked = index.parse_query(words, ["text"], conjunction_by_default=True)
        rows = [searcher.doc(address) for _, address in searcher.search(asked, _PAGE, count=snippets).hits]
        if not snippets:
            return rows
        generator = tantivy.SnippetGenerator.create(searcher, asked, index.schema, "text")
        return [generator.snippet_from_doc(row).highlighted() for row in rows]

    return ask


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


def rows_of_peers(
    folder: Path, units: Callable[[], Iterator[IndexedUnit]], queries: Sequence[str], without: Sequence[str]
) -> Iterator[Row]:
    """The other ways to search, each with an index of its own."""
    if "plain" not in without:
        plain, seconds = plain_tantivy(folder / "plain", units())
        yield Row("plain", time_each(queries, ask_plain(plain, snippets=False)), seconds, megabytes(folder / "plain"))
        yield Row("plain, snippets", time_each(queries, ask_plain(plain, snippets=True)))
    for name, maker in {"fts5": fts5, "postgresql": postgresql}.items():
        if name not in without:
            ask, seconds = maker(folder / name, units())
            size = megabytes(folder / name) if (folder / name).exists() else 0.0
            yield Row(name, time_each(queries, ask), seconds, size)


def measure(paragraphs: int, without: Sequence[str]) -> tuple[Sheet, dict[str, float]]:
    """Build, ask, compare."""
    documents = read_sources(paragraphs)
    queries = [each["query"] for each in read_queries()]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        index, seconds = index_all(folder / "own", multiplied(documents, paragraphs))
        count = index.count()
        gc.freeze()  # the program does not hold all documents while it searches
        ways: dict[str, Asked] = {
            "search": lambda query: search(index, understand(query)),
            "hits alone": lambda query: search(index, understand(query), facets=False),
            "tantivy, top 20": ask_raw(index, whole=False),
            "tantivy, same answer": ask_raw(index, whole=True),
        }
        own, hits, top, same = (Row(name, time_each(queries, ask)) for name, ask in ways.items())
        own = replace(own, seconds=seconds, megabytes=megabytes(index.folder))
        change = seconds_to_change(index)
        peers = rows_of_peers(folder, lambda: units_of(multiplied(documents, paragraphs)), queries, without)
        rows = [own, hits, top, same, *peers]
    figures = {"p50": own.median * 1000, "p99": percentile(own.times, 0.99) * 1000, "change": change}
    if paragraphs >= _PARAGRAPHS:
        figures |= {"times": hits.median / top.median, "times-facets": own.median / same.median}
    columns = ("way", "p50 ms", "p95 ms", "p99 ms", "longest ms", "times top 20", "seconds to index", "MB")
    note = (
        f"{count:,} units, {len(queries)} queries in {_ROUNDS} rounds. The median of `search` is "
        f"{own.median / top.median:.1f} times that of the top twenty alone, that of `hits alone` "
        f"{hits.median / top.median:.1f} times, and that of `search` {own.median / same.median:.1f} times that of "
        f"tantivy asked for the same answer (bar {BARS['times']:g}). Another process found a change after "
        f"{change:.2f} s."
    )
    return Sheet("Searching", columns, tuple(row.cells(top.median) for row in rows), note), figures


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
