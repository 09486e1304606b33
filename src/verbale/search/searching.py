"""Searches: hits in their order, how many there are, and by what they can be narrowed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import msgspec
import tantivy

from verbale.model.language import Language
from verbale.model.span import Span
from verbale.search.highlighting import Highlighter
from verbale.search.index import COUNTED, FACETS, SearchIndex, StoredUnit, as_broken
from verbale.search.matching import Filters, Matching
from verbale.search.query import Query, understand

_MOST_HITS = 1_000  # hits of one page
_FURTHEST = 100_000  # how far a page may lie from the first
_VALUES = 65_000  # values of a facet that are counted: all there are
_FEW = 10  # results below which words are looked for in other languages too
_LANGUAGES: Mapping[str, Language] = {language.value: language for language in Language}
_COUNT = {COUNTED: {"terms": {"field": COUNTED, "size": _VALUES}}}
_DECODE = msgspec.msgpack.Decoder(StoredUnit)


class Sort(StrEnum):
    """The order of hits: the best first, or by the date of the document."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


class Hit(NamedTuple):
    """One unit that was found. ``key`` is that of its document, ``ref`` its place there, ``highlights`` spans of
    ``text``; dates are ISO 8601, ``author`` is the State that speaks (ISO 3166 alpha-3) or empty."""

    key: str
    symbol: str
    language: Language | None
    title: str
    date: str
    session: str
    profile: str
    ref: str
    kind: str
    label: str
    text: str
    author: str
    score: float
    highlights: tuple[Span, ...] = ()


class FacetCount(NamedTuple):
    """How many results have a value of a facet."""

    value: str
    count: int  # type: ignore[assignment]


_Facets = Mapping[str, tuple[FacetCount, ...]]
_NOTHING: _Facets = dict.fromkeys(FACETS, ())


_Places = Sequence[tuple[float, tantivy.DocAddress]]


class _Found(NamedTuple):
    total: int
    places: _Places
    across: bool
    relaxed: bool


@dataclass(frozen=True, slots=True)
class Results:
    """A page of hits, how many there are in all, and the counts of each facet, the greatest first.

    A facet is counted as if nothing were chosen in it. ``across`` says that words of the same subject in other
    languages were looked for too, ``relaxed`` that nothing has all parts of the query, and these hits have its names
    and half of its words.
    """

    query: Query
    total: int
    hits: tuple[Hit, ...]
    facets: _Facets
    across: bool = False
    relaxed: bool = False


def search(
    index: SearchIndex,
    query: Query,
    filters: Filters | None = None,
    offset: int = 0,
    limit: int = 20,
    sort: Sort = Sort.RELEVANCE,
    *,
    across: bool = False,
    facets: bool = True,
    reader: Language | None = None,
) -> Results:
    """What is found for a query within the values chosen of facets (any of a facet, all facets together).

    Words are found in their own language and names in all; ``across`` finds words in all too, by the subjects of the
    lexicon, and so does a query that finds few. Filters of unknown name are left out. Without ``facets`` none is
    counted, which spares the query its second turn. Among equals those in the language of the ``reader`` come first.
    Raises ``StoreBroken`` where the index cannot be read.
    """
    chosen = {name: values for name, values in (filters or {}).items() if name in FACETS and values}
    with as_broken(index.folder):
        asking = _Asking(index, query, chosen, reader)
        found = asking.find((offset, limit), sort, across)
        counted = asking.count(found) if facets else _NOTHING
        return Results(query, found.total, asking.hits(found), counted, found.across, found.relaxed)


class _Asking:
    """One query put to one state of the index."""

    def __init__(self, index: SearchIndex, query: Query, chosen: Filters, reader: Language | None) -> None:
        self._index = index
        self._searcher, self._state = index.view()
        self._query = query
        self._chosen = chosen
        self._reader = reader

    def _within(self, chosen: Filters, across: bool, relaxed: bool, *, ranked: bool = False) -> tantivy.Query:
        matching = Matching(self._index.schema, across=across, reader=self._reader)
        return matching.query(self._query, chosen, any_part=relaxed, ranked=ranked)

    def find(self, page: tuple[int, int], sort: Sort, across: bool) -> _Found:
        """A page of results, found in other languages too where they are few, and by half of the words where none."""
        found = self._find(page, sort, across, relaxed=False)
        if found.total < _FEW and not across and self._query.has_words:
            found = self._find(page, sort, across=True, relaxed=False)
        if not found.total and len(self._query.parts) > 1:
            relaxed = self._find(page, sort, found.across, relaxed=True)
            return relaxed if relaxed.total else found
        return found

    def _find(self, page: tuple[int, int], sort: Sort, across: bool, relaxed: bool) -> _Found:
        asked = self._within(self._chosen, across, relaxed, ranked=sort is Sort.RELEVANCE)
        total, places = _find(self._searcher, asked, page, sort)
        return _Found(total, places, across, relaxed)

    def count(self, found: _Found) -> _Facets:
        """All facets of what was found in one request, but each with a choice in one of its own, without that.

        What everything counts to is kept until the index changes.
        """
        if not self._query.parts and not self._chosen:
            return self._of_everything()
        asked = self._within(self._chosen, found.across, found.relaxed)
        counted = dict(_aggregate(self._searcher, asked) if found.total else _NOTHING)
        for name in self._chosen:
            others = {each: values for each, values in self._chosen.items() if each != name}
            counted[name] = self._without_choice(others, found)[name]
        return counted

    def _without_choice(self, others: Filters, found: _Found) -> _Facets:
        if not self._query.parts and not others:
            return self._of_everything()
        return _aggregate(self._searcher, self._within(others, found.across, found.relaxed))

    def _of_everything(self) -> _Facets:
        """The facets of the whole index; an index that has no change since has them at hand."""
        everything = tantivy.Query.all_query()
        return self._index.remember("facets", self._state, lambda: _aggregate(self._searcher, everything))

    def hits(self, found: _Found) -> tuple[Hit, ...]:
        """The hits at the places found."""
        highlighter = Highlighter(self._query)
        return tuple([_hit(self._searcher, highlighter, *place) for place in found.places])


def _find(searcher: tantivy.Searcher, asked: tantivy.Query, page: tuple[int, int], sort: Sort) -> tuple[int, _Places]:
    """How many results, and the places of a page of them."""
    offset, limit = min(max(page[0], 0), _FURTHEST), min(max(page[1], 1), _MOST_HITS)
    if sort is Sort.RELEVANCE:
        found = searcher.search(asked, limit, offset=offset)
    else:
        order = tantivy.Order.Desc if sort is Sort.NEWEST else tantivy.Order.Asc
        found = searcher.search(asked, limit, offset=offset, order_by_field="day", order=order)
    return found.count, found.hits  # type: ignore[attr-defined]  # the stubs leave the count out


def _hit(searcher: tantivy.Searcher, highlighter: Highlighter, score: float, address: tantivy.DocAddress) -> Hit:
    unit = _DECODE.decode(searcher.doc(address).get_first("stored") or b"")
    language = _LANGUAGES.get(unit.spoken)
    return Hit(
        unit.key,
        unit.symbol,
        language,
        unit.title,
        unit.date,
        unit.session,
        unit.profile,
        unit.ref,
        unit.kind,
        unit.label,
        unit.text,
        unit.author,
        float(score or 0),
        highlighter.spans(unit.text, language),
    )


def _aggregate(searcher: tantivy.Searcher, asked: tantivy.Query) -> _Facets:
    """The counts of all facets, the greatest first, equal ones by their values."""
    found = searcher.aggregate(asked, _COUNT)
    counted: dict[str, list[FacetCount]] = {name: [] for name in FACETS}
    for each in found[COUNTED]["buckets"]:
        name, _, value = each["key"].partition("=")
        counted[name].append(FacetCount(value, each["doc_count"]))
    for counts in counted.values():
        counts.sort(key=_by_count)
    return {name: tuple(counts) for name, counts in counted.items()}


def _by_count(counted: FacetCount) -> tuple[int, str]:
    return -counted.count, counted.value


def find_citing(index: SearchIndex, symbol: str, offset: int = 0, limit: int = 20) -> tuple[int, tuple[Hit, ...]]:
    """How many units cite a document, and a page of them, the newest first."""
    return _all_of(index, Matching(index.schema).cites(symbol), understand(symbol), offset, limit)


def find_by_author(index: SearchIndex, state: str, offset: int = 0, limit: int = 20) -> tuple[int, tuple[Hit, ...]]:
    """How many units a State says (ISO 3166 alpha-3), and a page of them, the newest first."""
    return _all_of(index, Matching(index.schema).author(state), understand(""), offset, limit)


def _all_of(
    index: SearchIndex, asked: tantivy.Query, query: Query, offset: int, limit: int
) -> tuple[int, tuple[Hit, ...]]:
    highlighter = Highlighter(query)
    with as_broken(index.folder):
        searcher = index.searcher()
        total, places = _find(searcher, asked, (offset, limit), Sort.NEWEST)
        return total, tuple([_hit(searcher, highlighter, *place) for place in places])
