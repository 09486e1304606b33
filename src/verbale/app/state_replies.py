"""What a State has said in the documents of a library: its replies over the years, and two of them side by side.

Which documents have a reply is asked of the search index alone; of those the days and languages are read once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import accumulate

from verbale.app.libraries import get_document
from verbale.check.edition_comparison import find_comparison
from verbale.errors import BadReference
from verbale.model.comparison import Comparison, Pairing
from verbale.model.document import Reply
from verbale.model.node import NodeKind
from verbale.model.span import Span
from verbale.search.index import SearchIndex
from verbale.search.query import understand
from verbale.search.records import PARAGRAPH, REPLY
from verbale.search.searching import Hit, Sort, search
from verbale.store.database import Database
from verbale.store.library_store import LibraryDocument, find_by_readings

_PAGE, _FURTHEST = 1_000, 100_000  # units that are asked for at once, and in all
_KEPT = 4_096  # documents whose replies a process keeps ready
_PAIRS = 256  # comparisons that it keeps
_YEAR = 4  # characters of a year
_REPLY_PROFILE = "reply"
_TOLD = frozenset({NodeKind.PARAGRAPH, NodeKind.ITEM})
_WORD = re.compile(r"[\u3400-\u9fff]|\w+|\s+|.", re.DOTALL)
_ALIKE = 0.5  # of the words: below it two paragraphs say the same thing in other words, and each word would be marked


@dataclass(frozen=True, slots=True)
class ReplyParagraph:
    """A paragraph of a reply: its place in the document, and its number as printed."""

    ref: str
    number: str


@dataclass(frozen=True, slots=True)
class StateReply:
    """A reply of a State in a document of the library.

    ``versions`` are the document in each language that the library has, by code; ``shown`` is the one whose places are
    given. ``ref`` is where the reply begins there. ``date`` is ISO 8601 and ``original_language`` a code; both are
    empty where the document does not say.
    """

    state: str
    shown: LibraryDocument
    versions: Mapping[str, LibraryDocument]
    ref: str
    date: str
    original_language: str
    paragraphs: tuple[ReplyParagraph, ...]

    @property
    def year(self) -> str:
        """The year of the reply, else of its document; empty where neither is dated."""
        return (self.date or self.shown.date)[:_YEAR]


def find_replies(database: Database, index: SearchIndex, state: str, language: str) -> tuple[StateReply, ...]:
    """The replies of a State, the newest first; places are of the version in ``language`` where there is one.

    Empty where the index knows of none. Raises ``StoreBroken`` where index or records cannot be read.
    """
    heads = {hit.key: hit.ref for hit in _units(index, {"author": [state], "kind": [REPLY]})}
    alone = {"author": [state], "kind": [PARAGRAPH], "profile": [_REPLY_PROFILE]}
    for hit in _units(index, alone):
        heads.setdefault(hit.key, "")
    versions: dict[str, dict[str, LibraryDocument]] = defaultdict(dict)
    for row in find_by_readings(database, heads).values():
        versions[row.address][row.language] = row
    shown = [its.get(language) or its.get("en") or its[min(its)] for its in versions.values()]
    paragraphs = _paragraphs(index, state, {row.reading: row.language for row in shown})
    found = [_reply(database, state, row, versions[row.address], heads, paragraphs) for row in shown]
    return tuple(sorted(found, key=lambda one: (one.date or one.shown.date, one.shown.address), reverse=True))


def _units(index: SearchIndex, filters: Mapping[str, Sequence[str]]) -> Iterator[Hit]:
    everything = understand("")
    for offset in range(0, _FURTHEST, _PAGE):
        found = search(index, everything, filters, offset, _PAGE, Sort.OLDEST, facets=False)
        yield from found.hits
        if offset + _PAGE >= found.total:
            return


def _paragraphs(index: SearchIndex, state: str, readings: Mapping[str, str]) -> Mapping[str, list[ReplyParagraph]]:
    """The paragraphs of a State in documents (by reading, with their language), in the order of the documents."""
    found: dict[str, list[ReplyParagraph]] = defaultdict(list)
    if readings:
        filters = {"author": [state], "kind": [PARAGRAPH], "language": sorted(set(readings.values()))}
        for hit in _units(index, filters):
            if hit.key in readings:
                found[hit.key].append(ReplyParagraph(hit.ref, hit.label))
    return found


def _reply(
    database: Database,
    state: str,
    row: LibraryDocument,
    versions: Mapping[str, LibraryDocument],
    heads: Mapping[str, str],
    paragraphs: Mapping[str, list[ReplyParagraph]],
) -> StateReply:
    replies, places = _told(database, row)
    said = next((one for one in replies if one.state == state), None)
    its = sorted((one for one in paragraphs.get(row.reading, ()) if one.ref in places), key=lambda one: places[one.ref])
    return StateReply(
        state,
        row,
        dict(sorted(versions.items())),
        heads[row.reading],
        (said.date if said else "") or "",
        (said.original_language if said else "") or "",
        tuple(its),
    )


@lru_cache(maxsize=_KEPT)
def _told(database: Database, row: LibraryDocument) -> tuple[tuple[Reply, ...], Mapping[str, int]]:
    """The replies of a document, and the order of its paragraphs and items by their places."""
    document = get_document(database, row)
    told = (node.ref for node in document.nodes if node.kind in _TOLD)
    return document.replies, {ref: place for place, ref in enumerate(told)}


def count_replies(database: Database, index: SearchIndex) -> Mapping[str, int]:
    """In how many documents of the library each State replies, whatever the number of their languages.

    Counted anew when the index has changed. Raises ``StoreBroken``.
    """
    return index.remember("documents by author", index.view()[1], lambda: _count(database, index))


def _count(database: Database, index: SearchIndex) -> Mapping[str, int]:
    keys: dict[str, set[str]] = defaultdict(set)
    for filters in ({"kind": [REPLY]}, {"kind": [PARAGRAPH], "profile": [_REPLY_PROFILE]}):
        for hit in _units(index, filters):
            if hit.author:
                keys[hit.key].add(hit.author)
    addresses: dict[str, set[str]] = defaultdict(set)
    for reading, row in find_by_readings(database, keys).items():
        for author in keys[reading]:
            addresses[author].add(row.address)
    return {author: len(its) for author, its in addresses.items()}


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """Two replies of a State in one language, paragraph beside paragraph."""

    earlier: LibraryDocument
    later: LibraryDocument
    comparison: Comparison


def compare_replies(
    database: Database, replies: Sequence[StateReply], then: str, now: str, language: str
) -> ThenAndNow | None:
    """What a State says in two documents (by address), in ``language`` where both are in it, else in one they share.

    ``None`` where no language has both. The earlier one stands first, however they are named. Raises ``BadReference``
    where the State has no reply in one of them.
    """
    known = {one.shown.address: one for one in reversed(replies)}
    for address in (then, now):
        if address not in known:
            raise BadReference(address, f"has no reply of this State; replies are in {', '.join(known) or 'none'}")
    earlier, later = (one for address, one in known.items() if address in (then, now)) if then != now else (None, None)
    if earlier is None or later is None:
        raise BadReference(now, "is compared with itself; choose two documents")
    both = earlier.versions.keys() & later.versions.keys()
    if not both:
        return None
    common = language if language in both else "en" if "en" in both else min(both)
    one, other = earlier.versions[common], later.versions[common]
    return ThenAndNow(one, other, _compared(database, earlier.state, one, other))


@lru_cache(maxsize=_PAIRS)
def _compared(database: Database, state: str, one: LibraryDocument, other: LibraryDocument) -> Comparison:
    return find_comparison(state, get_document(database, one), get_document(database, other))


def find_differences(pairing: Pairing) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    """What only the earlier of two paragraphs has and what only the later has, by words.

    ``None`` where one of them is not there, and where too little of the wording is the same for differences to help.
    """
    if pairing.earlier is None or pairing.later is None:
        return None
    one, other = (_WORD.findall(side.text) for side in (pairing.earlier, pairing.later))
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return None
    changes = [change for change in matcher.get_opcodes() if change[0] != "equal"]
    return (
        _spans(one, [(start, end) for _, start, end, _, _ in changes]),
        _spans(other, [(start, end) for _, _, _, start, end in changes]),
    )


def _spans(words: Sequence[str], runs: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """Runs of words as spans of their text."""
    places = [0, *accumulate(map(len, words))]
    return tuple(Span(places[start], places[end]) for start, end in runs if end > start)
