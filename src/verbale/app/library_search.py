"""A question to the library: what it was understood as, what answers it, each answer with its place and its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from verbale.app.register_answers import find_line
from verbale.model.contract import Record
from verbale.model.language import Language
from verbale.model.span import Span
from verbale.search.index import SearchIndex
from verbale.search.query import PartKind, understand
from verbale.search.records import FACT
from verbale.search.searching import Hit, Results, Sort, search
from verbale.search.tokens import chain_of, irregular_forms
from verbale.store.database import Database
from verbale.store.library_store import LibraryDocument, find_by_readings

_BEFORE, _LENGTH = 120, 420  # characters of an excerpt before its first mark, and of all of it
_NEAR = 24  # characters within which an excerpt is cut at a space


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. ``filters`` are the values chosen of each facet, ``as_words`` takes no word for a name.

    ``language`` is that of the words, ``None`` where any is meant; ``offset`` and ``limit`` choose the page; without
    ``facets`` none is counted. Among equals those in the language of the ``reader`` come first.
    """

    text: str
    filters: Mapping[str, Sequence[str]]
    language: Language | None = None
    as_words: bool = False
    sort: Sort = Sort.RELEVANCE
    offset: int = 0
    limit: int = 20
    facets: bool = True
    reader: Language | None = None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of a text with the marked spans of it; whether something stands before and behind it."""

    text: str
    spans: tuple[Span, ...]
    before: bool
    behind: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """A hit with the document that it is of, ``None`` for a line of the register, and the words to show."""

    hit: Hit
    document: LibraryDocument | None
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class Answers:
    """A page of answers with all that was found of the question."""

    results: Results
    answers: tuple[Answer, ...]


def prepare_search() -> None:
    """Load the tables by which questions are understood and words are marked, so that a process answers its first
    question as quickly as any other."""
    understand("Cuba 76/53 2022, CUB, 21 June 2022, nuclear weapons")
    irregular_forms()
    for language in Language:
        chain_of(language)[language.value]


def ask_library(database: Database, index: SearchIndex, question: Question) -> Answers:
    """What answers a question. Never raises for what is asked; ``StoreBroken`` where the records cannot be read.

    An answer whose document was taken out of the library at this moment is left out.
    """
    asked = understand(question.text, question.language, named=not question.as_words)
    filters = {name: list(values) for name, values in question.filters.items()}
    page = (question.offset, question.limit)
    results = search(index, asked, filters, *page, question.sort, facets=question.facets, reader=question.reader)
    rows = find_by_readings(database, {hit.key for hit in results.hits if hit.kind != FACT})
    answers = [
        Answer(_with_title(hit), rows.get(hit.key), make_excerpt(hit.text, hit.highlights))
        for hit in results.hits
        if hit.kind == FACT or hit.key in rows
    ]
    return Answers(results, tuple(answers))


def _with_title(hit: Hit) -> Hit:
    """A hit with its title: of a line of the register what it says in a few English words."""
    line = find_line(hit.ref) if hit.kind == FACT else None
    return hit._replace(title=line.label) if line is not None else hit


def make_excerpt(text: str, spans: Sequence[Span], length: int = _LENGTH) -> Excerpt:
    """The part of a text around its first marked span, cut between words."""
    first = spans[0].start if spans else 0
    start = max(0, first - _BEFORE) if len(text) > length else 0
    if start and (space := text.find(" ", start, min(start + _NEAR, first))) >= 0:
        start = space + 1
    end = min(len(text), start + length)
    if end < len(text) and (space := text.rfind(" ", end - _NEAR, end)) > 0:
        end = space
    inside = tuple(Span(one.start - start, one.end - start) for one in spans if one.start >= start and one.end <= end)
    return Excerpt(text[start:end], inside, start > 0, end < len(text))


def answers_record(found: Answers) -> Record:
    """Answers as JSON gives them: the question as understood, the counts of each facet, and each answer."""
    results = found.results
    return {
        "query": results.query.text,
        "understood": [
            {
                "kind": part.kind.value,
                "text": part.text,
                "values": list(part.values),
                "start": part.span.start,
                "end": part.span.end,
                "excluded": part.excluded,
            }
            for part in results.query.parts
        ],
        "total": results.total,
        "relaxed": results.relaxed,
        "facets": {name: {one.value: one.count for one in counts} for name, counts in results.facets.items()},
        "answers": [answer_record(one) for one in found.answers],
    }


def answer_record(one: Answer) -> Record:
    """One answer: its document and place, its whole text, and the spans of it that answer."""
    hit = one.hit
    return {
        "kind": hit.kind,
        "symbol": hit.symbol or None,
        "address": one.document.address if one.document else None,
        "language": hit.language.value if hit.language else None,
        "title": hit.title,
        "date": hit.date or None,
        "session": hit.session or None,
        "ref": hit.ref,
        "state": hit.author or None,
        "text": hit.text,
        "spans": [[span.start, span.end] for span in hit.highlights],
    }


__all__ = [
    "Answer",
    "Answers",
    "Excerpt",
    "PartKind",
    "Question",
    "Sort",
    "answer_record",
    "answers_record",
    "ask_library",
    "make_excerpt",
    "prepare_search",
]
