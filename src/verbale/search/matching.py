"""A query understood, as what the index is asked: built of terms and phrases, never of a person's words as a language.

Every part must be found. A word as printed counts more than one that only shares its stem, and that more than a word of
the same subject in another language. What names a State, a treaty, a document or a date is found by what it names, in
all languages, or by its words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby

import tantivy
from tantivy import Occur

from verbale.lexicon.subjects import find_subjects
from verbale.model.language import Language
from verbale.search.index import FACETS, with_whole
from verbale.search.query import Part, PartKind, Query
from verbale.search.records import DOCUMENT, FACT, REPLY
from verbale.search.tokens import WORD, is_han, languages_of, stems_asked, with_particles

_EXACT = 2.0  # times as much a word as printed counts beside its stem
_SUBJECT = 0.2  # what a word of the same subject in another language counts
_ENTITY = 4.0  # what being named counts
_PRINTED = 1.0  # what it counts more to be named in the words of the query
_SPEAKS = 2.0  # what it counts more to be by the State asked for
_IS = 20.0  # what it counts to be the document asked for
_NEXT = 0.5  # of a likelier meaning, what each less likely one counts

_AS_TYPED = 20.0  # what it counts to have words side by side as they were typed: more than to have them often
_NEARLY = 10.0  # what it counts to have them near each other
_WHOLE = 2.0  # what it counts more to be the whole reply of the State asked for, or a document that names it
_READ = 3.0  # what it counts to be in the language of the reader: more than how often a name is printed
_LAST = -1_000.0  # what it counts to be a line of the register, where nobody chose to see them: behind all else
_BETWEEN, _BETWEEN_HAN = 3, 8  # more words, and Chinese characters, that may stand between
_MOST_TERMS = 64  # values of a facet that are looked for one by one
_LONGEST = 12  # words of a query whose nearness is asked for

Filters = Mapping[str, Collection[str]]


class Matching:
    """Builds what the index is asked; ``across`` also asks for the subject of each word in other languages.

    ``reader`` is the language in which answers come first among equals.
    """

    def __init__(self, schema: tantivy.Schema, *, across: bool = False, reader: Language | None = None) -> None:
        self._schema = schema
        self._across = across
        self._reader = reader

    def query(self, query: Query, filters: Filters, *, any_part: bool = False, ranked: bool = True) -> tantivy.Query:
        """All parts of a query within the filters; with ``any_part`` all names, and half of the words.

        ``ranked`` asks also for what only changes the order.
        """
        wanted = [part for part in query.parts if not part.excluded]
        words = [part for part in wanted if any_part and not part.values]
        clauses: list[tuple[Occur, tantivy.Query]] = [
            (Occur.Must, self._part(part, query.language)) for part in wanted if part not in words
        ]
        if words:
            most = [(Occur.Should, self._part(part, query.language)) for part in words]
            clauses.append((Occur.Must, tantivy.Query.boolean_query(most, (len(most) + 1) // 2)))
        clauses += ((Occur.Must, self._filter(name, values)) for name, values in filters.items() if name in FACETS)
        if not clauses:
            clauses.append((Occur.Must, tantivy.Query.all_query()))
        clauses += ((Occur.MustNot, self._part(part, query.language)) for part in query.parts if part.excluded)
        if ranked:
            clauses += ((Occur.Should, near) for near in self._near(query))
            if self._reader and "language" not in filters:
                clauses.append((Occur.Should, self._term("language", self._reader.value, _READ)))
            if "kind" not in filters:
                clauses.append((Occur.Should, self._term("kind", FACT, _LAST)))
        return clauses[0][1] if len(clauses) == 1 else tantivy.Query.boolean_query(clauses)

    def _near(self, query: Query) -> Iterator[tantivy.Query]:
        """What counts more where words of a query that were typed side by side stand so, little words between them.

        First as printed, then their stems, in any one of their languages, with a few more words between.
        """
        for run in _side_by_side(query):
            as_typed = self._placed("words", run)
            yield tantivy.Query.const_score_query(as_typed, _AS_TYPED)
            if is_han(run[0][1]):
                found = [self._placed("words", run, _BETWEEN_HAN)]
            else:
                chains = [set(languages_of(word, query.language)) for _, word in run]
                spoken = sorted(set[Language].intersection(*chains))
                stems = dict.fromkeys(tuple((at, stems_asked(word, each)[0]) for at, word in run) for each in spoken)
                found = [self._placed("stems", its, _BETWEEN) for its in stems]
            if found:
                yield tantivy.Query.const_score_query(self._any(found), _NEARLY)

    def _placed(self, field: str, words: Sequence[tuple[int, str]], slop: int = 0) -> tantivy.Query:
        return tantivy.Query.phrase_query(self._schema, field, [*words], slop=slop)

    def _filter(self, name: str, values: Collection[str]) -> tantivy.Query:
        """Any of some values; a set of terms would be a mark on each of all units, made anew for each question."""
        plain = [value.encode("utf-8", "replace").decode() for value in values]
        if len(plain) > _MOST_TERMS:
            found = tantivy.Query.term_set_query(self._schema, name, plain)
        else:
            found = self._any([tantivy.Query.term_query(self._schema, name, value, "basic") for value in plain])
        return tantivy.Query.const_score_query(found, 0.0)

    def _part(self, part: Part, language: Language | None) -> tantivy.Query:
        match part.kind:
            case PartKind.WORD:
                return self._word(part, language)
            case PartKind.PHRASE:
                return self._any([self._phrase(part.words), *self._of_chinese(part)])
            case PartKind.STATE:
                named = [
                    self._terms("state", part.values, _ENTITY),
                    self._terms("author", part.values, _SPEAKS),
                    self._whole("author", part.values, REPLY),
                    self._whole("state", part.values, DOCUMENT),
                ]
            case PartKind.TREATY:
                named = [self._terms("treaty", part.values, _ENTITY)]
            case PartKind.SYMBOL:
                return self._any(self._symbols(part.values))
            case PartKind.DATE:
                named = [self._terms("dates", part.values, _ENTITY)]
            case PartKind.YEAR:
                named = [self._terms("dates", part.values, _ENTITY), self._terms("year", part.values, 1.0)]
        if part.words:
            named.append(tantivy.Query.const_score_query(self._phrase(part.words), _PRINTED))
        return self._any(named)

    def _whole(self, field: str, values: Sequence[str], kind: str) -> tantivy.Query:
        both = [(Occur.Must, self._terms(field, values, 0.0)), (Occur.Must, self._term("kind", kind, 0.0))]
        return tantivy.Query.const_score_query(tantivy.Query.boolean_query(both), _WHOLE)

    def _symbols(self, symbols: Sequence[str]) -> list[tantivy.Query]:
        found = []
        weight = 1.0
        for symbol in symbols:
            found.append(self._term("symbol", symbol, _IS * weight))
            found.append(self._term("cites", symbol, _ENTITY * weight))
            weight *= _NEXT
        return found

    def _word(self, part: Part, language: Language | None) -> tantivy.Query:
        exact = part.words[0]
        found = [self._term("words", exact, _EXACT)]
        if part.text[:1].isalnum():
            stems = stems_asked(exact, language)
            found += (tantivy.Query.term_query(self._schema, "stems", stem, "freq") for stem in stems)
            if self._across:
                found += self._subjects(part.text, languages_of(exact, language))
        return self._any(found)

    def _of_chinese(self, part: Part) -> list[tantivy.Query]:
        """The subjects of Chinese words that were not set in quotation marks."""
        if self._across and is_han(part.text[0]):
            return self._subjects(part.text, (Language.ZH,))
        return []

    def _subjects(self, word: str, chains: Sequence[Language]) -> list[tantivy.Query]:
        """The subjects of a word in the languages in which it says nothing by itself."""
        known = {each: find_subjects(word, each) for each in chains}
        subjects = frozenset[str]().union(*known.values())
        others = [each for each in Language if not known.get(each)]
        terms = [f"{subject}@{each}" for subject in sorted(subjects) for each in others]
        return [self._terms("subjects", terms, _SUBJECT)] if terms else []

    def _phrase(self, words: Sequence[str]) -> tantivy.Query:
        if len(words) == 1:
            return self._term("words", words[0], _EXACT)
        first, *rest = words
        return self._any(
            [tantivy.Query.phrase_query(self._schema, "words", [each, *rest]) for each in with_particles(first)]
        )

    def _terms(self, field: str, values: Sequence[str], score: float) -> tantivy.Query:
        if len(values) == 1:
            return self._term(field, values[0], score, const=True)
        found = tantivy.Query.term_set_query(self._schema, field, list(values))
        return tantivy.Query.const_score_query(found, score)

    def _term(self, field: str, value: str, weight: float, const: bool | None = None) -> tantivy.Query:
        """A term that counts more or less; what is kept without frequencies counts ``weight`` by itself."""
        counted = field in ("words", "stems")
        option = {"words": "position", "stems": "freq"}.get(field, "basic")
        found = tantivy.Query.term_query(self._schema, field, value, option)
        if counted and not const:
            return tantivy.Query.boost_query(found, weight) if weight != 1.0 else found
        return tantivy.Query.const_score_query(found, weight)

    def _any(self, found: Sequence[tantivy.Query]) -> tantivy.Query:
        return found[0] if len(found) == 1 else tantivy.Query.boolean_query([(Occur.Should, one) for one in found])

    def cites(self, symbol: str) -> tantivy.Query:
        """What cites a document."""
        return self._any([self._term("cites", each, 1.0) for each in with_whole((symbol,))[:1]])

    def author(self, state: str) -> tantivy.Query:
        """What a State says."""
        return self._term("author", state, 1.0)


def _side_by_side(query: Query) -> Iterator[list[tuple[int, str]]]:
    """Words of a query that have only little words between them, each with its place behind the first."""
    starts = [match.start() for match in WORD.finditer(query.text)]
    for plain, parts in groupby(query.parts, _is_plain):
        run = [
            (bisect_right(starts, part.span.start) + at, word) for part in parts for at, word in enumerate(part.words)
        ]
        if plain and 1 < len(run) <= _LONGEST:
            yield [(at - run[0][0], word) for at, word in run]


def _is_plain(part: Part) -> bool:
    """Whether a part is words that are looked for, not set in quotation marks."""
    return part.kind in (PartKind.WORD, PartKind.PHRASE) and part.text[:1].isalnum() and not part.excluded
