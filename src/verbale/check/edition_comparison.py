"""A State's paragraphs in an earlier and a later report, paired by topic: kept, changed, new, dropped.

Pairs are made from the likest down, whatever their order, since a State takes its topics up as it likes. A pairing
shows what it rests on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from verbale.check.claim_context import ClaimContext
from verbale.check.paragraph_topics import Feature, Topic, likeness, shared_features, topic_of, weights_of
from verbale.errors import BadReference
from verbale.lexicon.folding import fold
from verbale.model.comparison import ComparedParagraph, Comparison, Half, Pairing, ParagraphChange, SharedFeature
from verbale.model.document import Document
from verbale.model.node import NodeKind
from verbale.model.span import Span

_LEAST = 0.1  # below this two paragraphs have no topic in common
_ENTITY_LEAST = 0.08  # where they name the same treaty or document
_KEPT = 0.9  # of the characters in common, for a paragraph to be kept
_MOST_SHARED = 8  # things named as the reason of a pairing, the weightiest first
_SHORTEST = 3  # characters of words that are shown
_WORDS = "words"
_TOLD = frozenset({NodeKind.PARAGRAPH, NodeKind.ITEM})


def find_comparison(state: str, earlier: Document, later: Document) -> Comparison:
    """What became of each paragraph of a State.

    Raises ``BadReference`` where a document has no reply of the State.
    """
    views = (ClaimContext(earlier), ClaimContext(later))
    then, now = (_topics(view, state) for view in views)
    for view, topics in zip(views, (then, now), strict=True):
        if not topics:
            known = ", ".join(reply.state for reply in view.document.replies) or "none"
            raise BadReference(state, f"has no reply in {view.document.source.name}; replies there: {known}")
    background = [topic for view in views for topic in _topics(view, "")]
    weights = weights_of(background)
    pairings = _in_order(then, now, _pairs(then, now, weights), weights)
    return Comparison(state, _half(earlier, state), _half(later, state), tuple(pairings))


def _topics(view: ClaimContext, state: str) -> list[Topic]:
    """The paragraphs of one State, or of all speakers where none is named."""
    topics = []
    for node in view.document.nodes:
        language = node.language or view.document.language
        speaker = view.speaker(node.ref)
        if node.kind in _TOLD and node.text and language and (speaker == state if state else True):
            topics.append(topic_of(node, language, view.found.get(node.ref, ()), speaker))
    return topics


def _half(document: Document, state: str) -> Half:
    reply = next(reply for reply in document.replies if reply.state == state)
    return Half(
        document.source.name,
        document.facts.symbol or "",
        reply.date or document.facts.date or "",
        document.language,
        reply.original_language or "",
    )


def _pairs(
    earlier: Sequence[Topic], later: Sequence[Topic], weights: Mapping[Feature, float]
) -> dict[int, tuple[int, float]]:
    """The later paragraph's place to that of the earlier one and their likeness, the likest pairs first."""
    scored = [
        (likeness(one, other, weights), there, here)
        for there, one in enumerate(earlier)
        for here, other in enumerate(later)
    ]
    pairs: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for score, there, here in sorted(scored, key=lambda each: (-each[0], each[1], each[2])):
        if here not in pairs and there not in taken and _have_one_topic(earlier[there], later[here], score):
            pairs[here] = (there, score)
            taken.add(there)
    return pairs


def _have_one_topic(one: Topic, other: Topic, score: float) -> bool:
    named = any(feature[0] in ("treaty", "citation") for feature in one.places.keys() & other.places.keys())
    return score >= (_ENTITY_LEAST if named else _LEAST)


def _in_order(
    earlier: Sequence[Topic],
    later: Sequence[Topic],
    pairs: Mapping[int, tuple[int, float]],
    weights: Mapping[Feature, float],
) -> list[Pairing]:
    """In the order of the later report; what was dropped stands behind the paragraph it followed."""
    behind: dict[int, list[Pairing]] = {}
    place_of = {there: here for here, (there, _) in pairs.items()}
    last = -1
    for there, topic in enumerate(earlier):
        if there in place_of:
            last = place_of[there]
        else:
            behind.setdefault(last, []).append(Pairing(ParagraphChange.DROPPED, _compared(topic), None, 0.0))
    found = list(behind.get(-1, []))
    for here, topic in enumerate(later):
        if here in pairs:
            there, score = pairs[here]
            found.append(_paired(earlier[there], topic, score, weights))
        else:
            found.append(Pairing(ParagraphChange.NEW, None, _compared(topic), 0.0))
        found += behind.get(here, [])
    return found


def _paired(one: Topic, other: Topic, score: float, weights: Mapping[Feature, float]) -> Pairing:
    alike = SequenceMatcher(None, fold(one.node.text), fold(other.node.text), autojunk=False).ratio()
    features = shared_features(one, other, weights)
    course = ParagraphChange.KEPT if alike >= _KEPT else ParagraphChange.CHANGED
    shared = _explained(features, other)[:_MOST_SHARED]
    keys = [feature for feature, _ in features]
    return Pairing(course, _compared(one, keys), _compared(other, keys), score, tuple(shared))


def _explained(features: Sequence[tuple[Feature, float]], topic: Topic) -> list[SharedFeature]:
    """Features as things that a person reads: characters that overlap are one run of words."""
    named = [SharedFeature(kind, value, weight) for (kind, value), weight in features if kind != _WORDS]
    runs: list[tuple[Span, float]] = []
    spans = sorted((topic.places[feature][0], weight) for feature, weight in features if feature[0] == _WORDS)
    for span, weight in spans:
        if runs and span.start < runs[-1][0].end:
            runs[-1] = (Span(runs[-1][0].start, span.end), runs[-1][1] + weight)
        else:
            runs.append((span, weight))
    words = [SharedFeature(_WORDS, span.slice(topic.node.text), weight) for span, weight in runs]
    words = [each for each in words if len(each.text) >= _SHORTEST] or words
    return sorted((*named, *words), key=lambda each: (-each.weight, each.kind, each.text))


def _compared(topic: Topic, shared: Sequence[Feature] = ()) -> ComparedParagraph:
    highlighted: list[Span] = []
    for span in sorted(span for feature in shared for span in topic.places[feature]):
        if highlighted and span.start <= highlighted[-1].end:
            highlighted[-1] = Span(highlighted[-1].start, max(highlighted[-1].end, span.end))
        else:
            highlighted.append(span)
    return ComparedParagraph(topic.node.ref, topic.node.number, topic.node.text, tuple(highlighted))
