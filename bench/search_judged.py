"""Queries in six languages, judged: how much of what is found answers, and how much of what answers is found.

python -m bench.search_judged [--misses] [--write --date YYYY-MM-DD [--machine TEXT]] [--min NAME=VALUE …]

Sixty queries, and twenty-four more of several words (``search_queries_2.csv``, whose figures end in ``-2``), each table
written before any of it was asked, each query with what a paragraph that answers must say (``answer``, a pattern
over its text); every paragraph of the two reports and of sessions 76 and 77 in the language of the query is judged by
it. A query is asked with its language as the filter and paragraphs as the kind, as a reader would. ``precision`` is the
share of all that is found, ``first`` that of the first ten, ``ranked`` that of the first as many as there are answers:
1 where all answers come before all else; ``recall`` is the share of all answers. Each is the mean over the queries of a
language. ``--misses`` prints examples of what was wrongly found and what was not found. Exit 1 when a bar
is missed.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from statistics import mean

from bench.options import parse_options, parser_of
from bench.pages import Sheet, parse_bounds, show, write
from bench.search import index_all, read_queries, read_sources
from bench.shared import ABSENT, is_at_hand

from verbale.model.language import Language
from verbale.search.index import SearchIndex
from verbale.search.query import understand
from verbale.search.records import PARAGRAPH, IndexedDocument
from verbale.search.searching import search

TABLES = {
    "search_queries.csv": ("Precision and recall", ""),
    "search_queries_2.csv": ("Twenty-four queries of several words", "-2"),
}
FIGURES = ("precision", "first", "ranked", "recall")
_ALL = 1_000_000_000  # paragraphs: every source once
_PAGE, _FIRST = 1_000, 10  # hits taken at once, and hits that a reader sees first
_EXAMPLES = 4
Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """A query with the places found, in order, and those that answer."""

    query: Mapping[str, str]
    found: Sequence[Place]
    answers: frozenset[Place]

    @property
    def precision(self) -> float:
        """The share of what is found; 1 where nothing is found and nothing answers."""
        return self._share(self.found)

    @property
    def first(self) -> float:
        """The share of the first ten."""
        return self._share(self.found[:_FIRST])

    @property
    def ranked(self) -> float:
        """The share of the first as many as there are answers."""
        return self._share(self.found[: len(self.answers)])

    def _share(self, found: Sequence[Place]) -> float:
        return len(self.answers.intersection(found)) / len(found) if found else float(not self.answers)

    @property
    def recall(self) -> float:
        """The share of the answers; 1 where there are none."""
        return len(self.answers.intersection(self.found)) / len(self.answers) if self.answers else 1.0


def judge(query: Mapping[str, str], index: SearchIndex, texts: Mapping[Language, Mapping[Place, str]]) -> Judged:
    """Ask a query and judge every paragraph of its language."""
    language = Language(query["language"])
    pattern = re.compile(query["answer"], re.IGNORECASE | re.DOTALL)
    answers = frozenset(place for place, text in texts[language].items() if pattern.search(text))
    return Judged(query, [*_found(query["query"], language, index)], answers)


def _found(text: str, language: Language, index: SearchIndex) -> Iterator[Place]:
    filters = {"language": [language.value], "kind": [PARAGRAPH]}
    asked = understand(text)
    at, total = 0, 1
    while at < total:
        results = search(index, asked, filters, at, _PAGE)
        total = results.total
        yield from ((hit.key, hit.ref) for hit in results.hits)
        at += _PAGE


def read_texts(documents: Sequence[IndexedDocument]) -> Mapping[Language, Mapping[Place, str]]:
    """The paragraphs of each language by document and ref, each behind the State that says it: ``CUB: …``."""
    texts: dict[Language, dict[Place, str]] = {language: {} for language in Language}
    for document in documents:
        for unit in document.units:
            if unit.kind == PARAGRAPH and document.language is not None:
                said = f"{unit.author}: {unit.text}" if unit.author else unit.text
                texts[document.language][document.key, unit.ref] = said
    return texts


def tell(judged: Judged, texts: Mapping[Place, str]) -> None:
    """Print the figures of a query with examples of its faults."""
    query = judged.query
    figures = f"precision {judged.precision:.2f}, first {judged.first:.2f}, recall {judged.recall:.2f}"
    print(f"\n{query['id']}: {query['query']}: {figures}; {len(judged.found)} found, {len(judged.answers)} answer")
    wrong = [place for place in judged.found if place not in judged.answers]
    missed = sorted(judged.answers.difference(judged.found))
    for sign, places in (("+", wrong), ("-", missed)):
        for place in places[:_EXAMPLES]:
            print(f"  {sign} {place[0]} {place[1]}: {texts.get(place, '')[:300]}")


def figures_of(judged: Sequence[Judged]) -> dict[str, float]:
    """The figures of each language and of all, ``recall-fr``, ``recall-all``."""
    return {
        f"{name}-{language or 'all'}": mean(
            getattr(one, name) for one in judged if language in (None, one.query["language"])
        )
        for language in (*Language, None)
        for name in FIGURES
    }


def sheet_of(title: str, judged: Sequence[Judged]) -> Sheet:
    """The table of the figures of each language."""
    figures = figures_of(judged)
    rows = []
    for language in (*Language, None):
        each = language or "all"
        its = [one for one in judged if language in (None, one.query["language"])]
        shown = [f"{figures[f'{name}-{each}']:.3f}" for name in FIGURES]
        rows.append((each, str(len(its)), *shown, f"{sum(len(one.answers) for one in its):,}"))
    return Sheet(title, ("language", "queries", "precision", "first ten", "ranked", "recall", "answers"), tuple(rows))


def main() -> int:
    """Judge, show, write where asked; return the exit code."""
    parser = parser_of(__doc__, "search.md")
    parser.add_argument("--misses", action="store_true")
    options = parse_options(parser)
    if not is_at_hand():
        print(ABSENT)
        return 0
    documents = read_sources(_ALL)
    texts = read_texts(documents)
    with tempfile.TemporaryDirectory() as place:
        index, _ = index_all(Path(place) / "index", iter(documents))
        judged = {name: [judge(query, index, texts) for query in read_queries(name)] for name in TABLES}
    if options.misses:
        for one in chain(*judged.values()):
            tell(one, texts[Language(one.query["language"])])
    figures: dict[str, float] = {}
    sheets: list[Sheet] = []
    for name, (title, ending) in TABLES.items():
        sheets.append(sheet_of(title, judged[name]))
        figures |= {f"{key}{ending}": figure for key, figure in figures_of(judged[name]).items()}
    show(sheets)
    if options.write:
        print(write("search.md", sheets, "python -m bench.search_judged", options.date, options.machine, "queries"))
    missed = {name: bar for name, bar in parse_bounds(options.min).items() if figures[name] < bar}
    print(*(f"missed: {name}: {figures[name]:.3f}, the bar is {bar:g}" for name, bar in missed.items()), sep="\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
