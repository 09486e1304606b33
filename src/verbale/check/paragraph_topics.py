"""What a paragraph is about: the treaties, States, documents, dates and counted things it names, and its words.

Words are stems in languages that part them and pairs of characters in Chinese. Each feature weighs by how rare it is
among all paragraphs of both documents, and what a finder resolved weighs more than a word.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from verbale.lexicon.folding import fold_with_offsets
from verbale.lexicon.tables import read_words
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.language import Language
from verbale.model.node import Node
from verbale.model.span import Span

_WORD = re.compile(r"[^\W\d_]{3,}")
_HAN_RUN = re.compile(r"[\u4e00-\u9fff]+")
_GRAM = 2  # characters of a piece of Chinese text, which has no spaces: two make most words
_STEM = 6  # letters that a word and its inflected forms have in common
_WORDS = "words"
# How much each kind of feature tells of a topic, beside its rarity.
_POWER: Mapping[str, float] = {"citation": 3.0, "treaty": 2.5, "state": 1.5, "date": 1.5, "quantity": 1.5, _WORDS: 1.0}
_VALUES: Mapping[AnnotationKind, str] = {
    AnnotationKind.CITATION: "symbol",
    AnnotationKind.TREATY: "id",
    AnnotationKind.STATE: "iso3",
    AnnotationKind.DATE: "start",
    AnnotationKind.QUANTITY: "unit",
}

Feature = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Topic:
    """A paragraph with its features and where each of them stands."""

    node: Node
    language: Language
    places: Mapping[Feature, tuple[Span, ...]]


def topic_of(node: Node, language: Language, found: Iterable[Annotation], speaker: str) -> Topic:
    """The features of one paragraph; the State that speaks is none of them."""
    places: dict[Feature, list[Span]] = {}
    for one in found:
        value = one.value.get(_VALUES.get(one.kind, ""))
        if value and value != speaker:
            places.setdefault((one.kind.value, str(value)), []).append(Span(one.start, one.end))
    for word, span in _words(node.text, language):
        places.setdefault((_WORDS, word), []).append(span)
    return Topic(node, language, {feature: tuple(spans) for feature, spans in places.items()})


def _words(text: str, language: Language) -> Iterable[tuple[str, Span]]:
    if language is Language.ZH:
        for run in _HAN_RUN.finditer(text):
            for at in range(run.start(), run.end() - _GRAM + 1):
                yield text[at : at + _GRAM], Span(at, at + _GRAM)
        return
    folded, offsets = fold_with_offsets(text)
    for match in _WORD.finditer(folded):
        if match.group() not in _function_words(language):
            start, end = offsets[match.start()], offsets[match.end() - 1] + 1
            yield f"{language.value}:{match.group()[:_STEM]}", Span(start, end)


@cache
def _function_words(language: Language) -> frozenset[str]:
    return frozenset(row["text"] for row in read_words("function_words") if row["language"] == language)


def weights_of(topics: Sequence[Topic]) -> Mapping[Feature, float]:
    """What each feature weighs: its power times how rare it is."""
    counts = Counter(feature for topic in topics for feature in topic.places)
    return {
        feature: _POWER[feature[0]] * math.log((1 + len(topics)) / (0.5 + count)) for feature, count in counts.items()
    }


def likeness(one: Topic, other: Topic, weights: Mapping[Feature, float]) -> float:
    """What two topics share, by weight, as a part of what they hold; between 0 and 1.

    Words tell only between paragraphs of one language.
    """
    shared = one.places.keys() & other.places.keys()
    both = sum(weights[feature] for feature in shared)
    size = math.sqrt(_size(one, other.language, weights) * _size(other, one.language, weights))
    return both / size if size else 0.0


def _size(topic: Topic, against: Language, weights: Mapping[Feature, float]) -> float:
    same_language = topic.language is against
    return sum(weights[feature] for feature in topic.places if same_language or feature[0] != _WORDS)


def shared_features(one: Topic, other: Topic, weights: Mapping[Feature, float]) -> list[tuple[Feature, float]]:
    """What two topics share, the weightiest first."""
    shared = [(feature, weights[feature]) for feature in one.places.keys() & other.places.keys()]
    return sorted(shared, key=lambda each: (-each[1], each[0]))
