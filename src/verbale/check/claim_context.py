"""Who speaks in each paragraph of a document, as of which day, and what was found in each of its sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from verbale.lexicon.claiming import ClaimWord, find_claim_words
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.document import Document
from verbale.model.finding import Finding, Place, Severity
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind

_END = re.compile(r"[。；;！？؛؟]|[.!?](?=\s+[^\Wa-zа-яé\d_]|\s*$)")
_NOT_SAID = frozenset({NodeKind.FURNITURE, NodeKind.MASTHEAD, NodeKind.REPLY_HEADING})
_DAY = 10  # characters of a day in full


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of a node with what was found in it. Offsets are those of the node's text."""

    node: Node
    language: Language
    start: int
    end: int
    found: tuple[Annotation, ...]
    words: tuple[ClaimWord, ...]

    def of(self, kind: AnnotationKind) -> list[Annotation]:
        """The annotations of one kind, in order."""
        return [one for one in self.found if one.kind is kind]

    @property
    def dates(self) -> list[Annotation]:
        """The dates of the common calendar, in order; one that was converted may be a day off and proves nothing."""
        return [one for one in self.of(AnnotationKind.DATE) if not one.value.get("calendar")]

    def keyed(self, *keys: str) -> list[ClaimWord]:
        """The words with one of these meanings, in order."""
        return [word for word in self.words if word.key in keys]

    def between(self, start: int, end: int) -> str:
        """The text between two places of the node."""
        return self.node.text[start:end]


@dataclass(slots=True)
class ClaimContext:
    """A document made ready for checking."""

    document: Document
    nodes: Mapping[str, Node] = field(init=False)
    found: Mapping[str, Sequence[Annotation]] = field(init=False)
    children: Mapping[str, Sequence[Node]] = field(init=False)
    _speakers: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.nodes = {node.ref: node for node in self.document.nodes}
        found: dict[str, list[Annotation]] = defaultdict(list)
        for one in self.document.annotations:
            found[one.ref].append(one)
        self.found = found
        children: dict[str, list[Node]] = defaultdict(list)
        for node in self.document.nodes:
            children[node.parent].append(node)
        self.children = children
        heads = [node for node in self.document.nodes if node.kind is NodeKind.REPLY_HEADING]
        states = {reply.state for reply in self.document.replies}
        self._speakers = {node.ref: node.ref.rsplit(".", 1)[-1] for node in heads} if states else {}

    def speaker(self, ref: str) -> str:
        """The State in whose reply a node stands; empty outside of replies."""
        found = max((head for head in self._speakers if ref == head or ref.startswith(f"{head}.")), key=len, default="")
        return self._speakers.get(found, "").partition("~")[0]

    def day(self, ref: str) -> str:
        """The day as of which a node speaks: that of its reply, of its document, or of the latest reply; else empty."""
        speaker = self.speaker(ref)
        dated = [reply.date for reply in self.document.replies if reply.date]
        own = [reply.date for reply in self.document.replies if reply.state == speaker and reply.date]
        if own:
            return max(own)
        return self.document.facts.date or self.document.facts.adopted or max(dated, default="")

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence that is said, in reading order."""
        for node in self.document.nodes:
            language = node.language or self.document.language
            if node.kind not in _NOT_SAID and node.text and language is not None:
                yield from self.sentences_of(node, language)

    def sentences_of(self, node: Node, language: Language) -> Iterator[Sentence]:
        """The sentences of one node."""
        words = find_claim_words(node.text, language)
        for start, end in _stretches(node.text):
            yield Sentence(
                node,
                language,
                start,
                end,
                tuple(one for one in self.found.get(node.ref, ()) if start <= one.start < end),
                tuple(word for word in words if start <= word.start < end),
            )

    def finding(
        self, rule: str, severity: Severity, at: Annotation | tuple[str, int, int], message: str, *against: Annotation
    ) -> Finding:
        """A finding at an annotation or a stretch of a node, compared with other annotations of the document."""
        ref, start, end = (at.ref, at.start, at.end) if isinstance(at, Annotation) else at
        name = self.document.source.name
        related = tuple(Place(name, one.ref, one.start, one.end) for one in against)
        return Finding(rule, severity, message, ref, start, end, related=related)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _END.finditer(text):
        yield start, match.end()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


def is_day(text: object) -> bool:
    """Whether a date is given to the day."""
    return isinstance(text, str) and len(text) == _DAY and text[:1].isdigit()


def covers(printed: Mapping[str, object], day: str) -> bool:
    """Whether a printed date, of whatever precision, is or holds a day."""
    start, end = str(printed["start"]), str(printed["end"])
    return start <= day[: len(start)] and (end == ".." or day[: len(end)] <= end)


def printed_value(printed: Mapping[str, object]) -> str:
    """A printed date in ISO 8601, a stretch with both ends."""
    start, end = str(printed["start"]), str(printed["end"])
    return start if start == end else f"{start} to {end}"
