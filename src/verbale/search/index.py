"""The index in its folder: opened or made, written by one process at a time, read by many.

A commit is whole or not there, whenever a process dies. Another process sees it with its next search, for each looks at
the time of the file that names the segments.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TypeVar, cast

import msgspec
import tantivy

from verbale.errors import Conflict, StoreBroken
from verbale.lexicon.subjects import find_subjects
from verbale.lexicon.tables import read_table
from verbale.model.language import Language
from verbale.search.records import IndexedDocument, IndexedUnit
from verbale.search.tokens import WORD, chain_of

VERSION = 3
"""Of the fields and of how words are made plain. An index of another version, or of other tables, is dropped."""

_ABOUT = "verbale-search.json"
_SEGMENTS = "meta.json"
_HEAP = 64_000_000  # bytes that a writer fills before it writes a segment
_WAITED = 10.0  # seconds that a writer waits for another to end
_PAUSE = 0.05  # seconds between two tries
_KEY_MONTH, _KEY_YEAR = 7, 4  # characters of a date in ISO 8601 up to its month and its year
_ADVICE = "drop the index and make it anew"
_ALL = 10_000_000  # keys that are listed at most

FACETS = ("state", "author", "session", "kind", "language", "mandate", "treaty", "year", "profile")
"""By what results are counted and filtered: the States named, the State that speaks, and so on."""

COUNTED = "facet"
"""The field of all values of all facets, ``state=CUB``: one column is counted many times as quickly as nine."""


_T = TypeVar("_T")


class Condition(StrEnum):
    """In what condition an index was found. But for ``FOUND`` it is empty and waits for its documents."""

    FOUND = "found"
    MADE = "made"
    OTHER_VERSION = "other-version"
    DAMAGED = "damaged"


class StoredUnit(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """What a hit needs of a unit, as it stands in the index."""

    key: str
    symbol: str
    language: str
    title: str
    date: str
    session: str
    profile: str
    ref: str
    kind: str
    label: str
    text: str
    spoken: str
    author: str


_encode = msgspec.msgpack.Encoder().encode


def make_schema() -> tantivy.Schema:
    """The fields: words by place, stems without, entities and facets as they are, and what a hit shows."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("words", tokenizer_name="whitespace", index_option="position")
    builder.add_text_field("stems", tokenizer_name="whitespace", index_option="position")
    builder.add_text_field("subjects", tokenizer_name="whitespace", index_option="basic")
    for name in ("key", "symbol", "cites", "dates"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in FACETS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_text_field(COUNTED, tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_unsigned_field("day", indexed=True, fast=True)
    builder.add_bytes_field("stored", stored=True)
    return builder.build()


class Writing:
    """What may be done to an index while it is open for writing."""

    def __init__(self, writer: tantivy.IndexWriter) -> None:
        self._writer = writer

    def add(self, document: IndexedDocument) -> None:
        """Put a document in, in place of one of the same key."""
        self.remove(document.key)
        for unit in document.units:
            self._writer.add_document(_row(document, unit))

    def remove(self, key: str) -> None:
        """Take a document out; nothing happens where there is none."""
        self._writer.delete_documents_by_term("key", _clean(key))


class SearchIndex:
    """An open index. Several threads may search it; ``condition`` says how it was found."""

    def __init__(self, folder: Path, opened: tantivy.Index, condition: Condition) -> None:
        self.folder = folder
        self.condition = condition
        self.schema = opened.schema
        self._opened = opened
        self._segments = str(folder / _SEGMENTS)
        self._lock = threading.Lock()
        self._seen: tuple[int, int, int] | None = None
        self._kept: dict[str, tuple[object, object]] = {}
        self.refresh()

    def searcher(self) -> tantivy.Searcher:
        """A view of the last commit of whatever process; it stays as it is while the index goes on."""
        return self.view()[0]

    def view(self) -> tuple[tantivy.Searcher, object]:
        """A view of the last commit, and what tells it from others: the same, or one that is older."""
        self.refresh()
        state = self._seen
        return self._opened.searcher(), state

    def refresh(self) -> None:
        """Look at the last commit of whatever process; each search does so itself."""
        try:
            state = os.stat(self._segments)  # noqa: PTH116 (each search asks, and a path takes several times as long)
        except FileNotFoundError:
            return  # another process drops the index at this moment: what is open stays readable
        seen = (state.st_mtime_ns, state.st_ino, state.st_size)
        if seen != self._seen:
            with self._lock:
                if seen != self._seen:
                    self._opened.reload()
                    self._seen = seen

    def remember(self, name: str, state: object, make: Callable[[], _T]) -> _T:
        """What was made for this state of the index, or is made now; forgotten when the index changes."""
        kept = self._kept.get(name)
        if kept is None or kept[0] != state:
            kept = self._kept[name] = (state, make())
        return cast("_T", kept[1])

    @contextmanager
    def writing(self, wait: float = _WAITED) -> Iterator[Writing]:
        """Write to the index; what was done is seen by all at the end at once, or after an error not at all.

        Raises ``Conflict`` when another process still writes after ``wait`` seconds.
        """
        writer = self._writer(wait)
        try:
            yield Writing(writer)
        except BaseException:
            writer.rollback()
            raise
        else:
            writer.commit()
            self.refresh()
        finally:
            writer.wait_merging_threads()

    def _writer(self, wait: float) -> tantivy.IndexWriter:
        until = time.monotonic() + wait
        while True:
            try:
                return self._opened.writer(_HEAP, 1)
            except ValueError as failure:
                if "lock" not in str(failure).lower():
                    raise StoreBroken(str(self.folder), str(failure), _ADVICE) from failure
                if time.monotonic() >= until:
                    raise Conflict(
                        str(self.folder), "another process writes to this index", "try again when it has ended"
                    ) from failure
                time.sleep(_PAUSE)

    def count(self) -> int:
        """How many units the index holds."""
        return self.searcher().num_docs

    def keys(self) -> frozenset[str]:
        """The keys of all documents of the index."""
        everything = tantivy.Query.all_query()
        found = self.searcher().terms_with_prefix("key", "", filter_query=everything, limit=_ALL)
        return frozenset(key for key, count in found if count)


@contextmanager
def as_broken(folder: Path) -> Iterator[None]:
    """What tantivy cannot read is a ``StoreBroken``: it says so, or panics, which is no ``Exception``."""
    try:
        yield
    except (OSError, ValueError) as failure:
        raise StoreBroken(str(folder), str(failure), _ADVICE) from failure
    except BaseException as failure:
        if type(failure).__name__ != "PanicException":
            raise
        raise StoreBroken(str(folder), str(failure), _ADVICE) from None


def open_index(folder: Path) -> SearchIndex:
    """The index in a folder, made where there is none.

    An index of another version, or one that cannot be read, is dropped and a new one made: ``condition`` says so.
    """
    condition = Condition.FOUND if folder.exists() else Condition.MADE
    if condition is Condition.FOUND:
        opened, condition = _try_open(folder)
        if opened is not None:
            return opened
        _drop(folder)
    _make(folder)
    found, _ = _try_open(folder)
    if found is None:
        raise StoreBroken(str(folder), "the index could not be made", "see whether the disk is full or read-only")
    found.condition = condition
    return found


def _try_open(folder: Path) -> tuple[SearchIndex | None, Condition]:
    """The index of a folder as far as it is one of this version and whole."""
    try:
        with as_broken(folder):
            about = json.loads((folder / _ABOUT).read_text(encoding="utf-8"))
            if about != _about():
                return None, Condition.OTHER_VERSION
            opened = tantivy.Index.open(str(folder))
            opened.config_reader("manual")
            whitespace = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
            opened.register_tokenizer("whitespace", whitespace)
            index = SearchIndex(folder, opened, Condition.FOUND)
            _look_through(index)
    except StoreBroken:
        return None, Condition.DAMAGED
    return index, Condition.FOUND


@cache
def _about() -> dict[str, object]:
    """What an index was made with: the version of its form, and the tables by which words are made plain."""
    tables = [read_table(name) for name in ("word_forms", "subject_words")]
    return {"version": VERSION, "words": hashlib.sha256(json.dumps(tables).encode()).hexdigest()}


def _look_through(index: SearchIndex) -> None:
    """Touch each kind of file of each segment; raises ``ValueError`` where one is missing or cut short."""
    searcher = index.searcher()
    everything = tantivy.Query.all_query()
    searcher.aggregate(everything, {COUNTED: {"terms": {"field": COUNTED, "size": 1}}})
    found = searcher.search(everything, 1, order_by_field="day")
    for _, address in found.hits:
        searcher.doc(address)
    searcher.search(tantivy.Query.term_query(index.schema, "words", "a"), 1)


def _drop(folder: Path) -> None:
    """Take a folder away at once, so that no half of it is ever seen."""
    aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        folder.replace(aside / folder.name)
    except FileNotFoundError:
        pass  # another process was quicker
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _make(folder: Path) -> None:
    """Put an empty index where there is none: whole, for it is made beside and moved."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        new = aside / folder.name
        new.mkdir()
        tantivy.Index(make_schema(), str(new))
        (new / _ABOUT).write_text(json.dumps(_about()), encoding="utf-8")
        if not folder.exists() or not any(folder.iterdir()):
            os.replace(new, folder)  # noqa: PTH105 (an empty folder of this name is replaced too)
    except OSError:
        if not folder.exists():
            raise  # else another process was quicker
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _clean(text: str) -> str:
    """The text without what has no UTF-8."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def _row(document: IndexedDocument, unit: IndexedUnit) -> tantivy.Document:
    """The row of a unit: its words, what it names, and what a hit shows of it."""
    text = _clean(unit.text)
    spoken = unit.language or document.language
    row = tantivy.Document()
    words, stems, subjects = _split(text, spoken)
    row.add_text("words", words)
    row.add_text("stems", stems)
    row.add_text("subjects", subjects)
    states = dict.fromkeys((*unit.states, unit.author))
    values = {
        "key": (document.key,),
        "symbol": with_whole((document.symbol,)) if unit.kind == "document" else (),
        "cites": with_whole(unit.symbols),
        "dates": _dates(unit.dates),
        "state": states,
        "author": (unit.author,),
        "session": (document.session,),
        "kind": (unit.kind,),
        "language": (document.language or "",),
        "mandate": dict.fromkeys(unit.mandates),
        "treaty": dict.fromkeys(unit.treaties),
        "year": (str(document.year or ""),),
        "profile": (document.profile,),
    }
    for name, its in values.items():
        for value in its:
            if value:
                row.add_text(name, _clean(value))
                if name in FACETS:
                    row.add_text(COUNTED, f"{name}={_clean(value)}")
    row.add_unsigned("day", _day(document.date or str(document.year or "")))
    row.add_bytes("stored", _encode(_stored(document, unit, text, spoken)))
    return row


def _stored(document: IndexedDocument, unit: IndexedUnit, text: str, spoken: Language | None) -> StoredUnit:
    return StoredUnit(
        key=_clean(document.key),
        symbol=_clean(document.symbol),
        language=document.language or "",
        title=_clean(document.title),
        date=document.date,
        session=_clean(document.session),
        profile=document.profile,
        ref=_clean(unit.ref),
        kind=unit.kind,
        label=_clean(unit.label),
        text=text,
        spoken=spoken or "",
        author=_clean(unit.author),
    )


def _split(text: str, language: Language | None) -> tuple[str, str, str]:
    """The words, stems and subjects of a text, each parted by spaces."""
    spoken = language or Language.EN
    words: list[str] = []
    stems: list[str] = []
    subjects: set[str] = set()
    chain = chain_of(spoken)
    for word in WORD.findall(text):
        exact, its, speaks_of = chain[word]
        if exact:
            words.append(exact)
            stems += its
            subjects.update(speaks_of)
    if language is Language.ZH:
        subjects |= find_subjects(text, language)
    return " ".join(words), " ".join(stems), " ".join(sorted(f"{subject}@{spoken}" for subject in subjects))


def with_whole(symbols: tuple[str, ...]) -> tuple[str, ...]:
    """Symbols, and for one with the letter of a part also the whole: ``A/RES/49/75[K]`` and ``A/RES/49/75``."""
    return tuple(dict.fromkeys(each for symbol in symbols for each in (symbol, symbol.partition("[")[0])))


def _dates(dates: tuple[str, ...]) -> tuple[str, ...]:
    """Days with their month and year, so that each is found by what it lies in."""
    ends = (None, _KEY_MONTH, _KEY_YEAR)
    return tuple(dict.fromkeys(date[:end] for date in dates for end in ends))


def _day(date: str) -> int:
    """A date as a number to sort by; the first of its month or year where it is not known to the day, else 0."""
    figures = date.replace("-", "")
    return int(f"{figures:0<8}") if figures.isascii() and figures.isdecimal() and len(figures) <= len("20220621") else 0
