"""Texts at hand, word by word, so that a passage quoted from one of them is found again whatever its wording.

A word is one Chinese character or one word of another script, folded. A quoted passage is looked for by its runs of
three words; of the paragraphs that share most of them the one that covers most of the passage is taken.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from verbale.lexicon.folding import fold_with_offsets
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind

_WORD = re.compile(r"[\u4e00-\u9fff]|[^\W_\u4e00-\u9fff]+(?:['-][^\W_\u4e00-\u9fff]+)*")
_RUN = 3  # words in a row that two texts must share to be looked at closer
_TRIED = 8  # paragraphs that are compared word by word
_LEAST_COVERED = 0.7  # of a passage, that it counts as taken from a text
_NOT_QUOTED = frozenset({NodeKind.FURNITURE, NodeKind.MASTHEAD})


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A folded word with its place in the text that it was read from."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class WordChange:
    """Words of a passage (from, to) and those that stand for them in the text; either may be none."""

    quoted: tuple[int, int]
    known: tuple[int, int]


@dataclass(frozen=True, slots=True)
class QuotedFrom:
    """The paragraph from which a passage was taken, the stretch of it, and what was changed on the way.

    ``changes`` are places in the words of the passage and of the paragraph.
    """

    document: Document
    node: Node
    words: Sequence[PlacedWord]
    start: int
    end: int
    covered: float
    changes: tuple[WordChange, ...]


def words_of(text: str) -> list[PlacedWord]:
    """The words of a text, folded, with their places."""
    folded, offsets = fold_with_offsets(text)
    return [PlacedWord(one[0], offsets[one.start()], offsets[one.end() - 1] + 1) for one in _WORD.finditer(folded)]


class Passages:
    """The paragraphs of documents, found by the words that they hold."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._paragraphs: list[tuple[Document, Node, list[PlacedWord]]] = []
        runs: dict[tuple[Language, tuple[str, ...]], set[int]] = defaultdict(set)
        for document in documents:
            for node in document.nodes:
                language = node.language or document.language
                if language is None or node.kind in _NOT_QUOTED or not node.text:
                    continue
                words = words_of(node.text)
                for run in _runs(words):
                    runs[language, run].add(len(self._paragraphs))
                self._paragraphs.append((document, node, words))
        self._runs: Mapping[tuple[Language, tuple[str, ...]], set[int]] = dict(runs)

    def find_taken(
        self, passage: Sequence[PlacedWord], language: Language, is_meant: Callable[[Document], bool]
    ) -> QuotedFrom | None:
        """The paragraph that covers most of a passage, of the documents that may be meant; never raises."""
        shared: Counter[int] = Counter()
        for run in _runs(passage):
            shared.update(self._runs.get((language, run), ()))
        likely = [place for place, _ in shared.most_common() if is_meant(self._paragraphs[place][0])][:_TRIED]
        found = [_taken(passage, *self._paragraphs[place]) for place in likely]
        best = max(found, key=lambda one: one.covered, default=None)
        return best if best is not None and best.covered >= _LEAST_COVERED else None


def _runs(words: Sequence[PlacedWord]) -> Iterator[tuple[str, ...]]:
    for at in range(len(words) - _RUN + 1):
        yield tuple(word.text for word in words[at : at + _RUN])


def _taken(passage: Sequence[PlacedWord], document: Document, node: Node, words: Sequence[PlacedWord]) -> QuotedFrom:
    matcher = SequenceMatcher(None, [one.text for one in passage], [one.text for one in words], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    first, last = blocks[0], blocks[-1]
    low, high = first.b, last.b + last.size
    changes = [WordChange((one[1], one[2]), (one[3], one[4])) for one in matcher.get_opcodes() if one[0] != "equal"]
    # What stands in the paragraph before and behind the passage was left out, not changed.
    kept = (
        WordChange(each.quoted, (max(low, each.known[0]), min(high, each.known[1])))
        if each.quoted[0] not in (0, len(passage)) and each.quoted[1] != len(passage)
        else WordChange(each.quoted, (low, low))
        for each in changes
    )
    return QuotedFrom(
        document,
        node,
        words,
        words[low].start,
        words[high - 1].end,
        sum(block.size for block in blocks) / len(passage),
        tuple(each for each in kept if each.quoted[0] < each.quoted[1] or each.known[0] < each.known[1]),
    )
