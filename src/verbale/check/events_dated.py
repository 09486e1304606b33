"""Conferences of the parties to a treaty, and the days that a document gives for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verbale.check.claim_context import ClaimContext, Sentence
from verbale.check.counts_claimed import plain_treaties
from verbale.lexicon.claiming import ClaimWord
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.language import Language

EVENTS = ("review_conference", "meeting_of_parties", "facilitating_conference")
_CLOSE = 24  # between a date and the verb or the event it belongs to
_OF_NAME = 60  # between an event and the name of its treaty


@dataclass(frozen=True, slots=True)
class ConferenceMention:
    """A conference as mentioned: ``kind`` is a key of the words, ``at`` the mention of its treaty where one is near."""

    treaty: str
    kind: str
    start: int
    end: int

    @property
    def name(self) -> tuple[str, str]:
        """What makes two mentions one series of meetings."""
        return self.treaty, self.kind

    @property
    def told(self) -> str:
        """The event in a few words."""
        return f"{self.kind.replace('_', ' ')} ({self.treaty})"


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """An event with the annotation of its date, and what stands there: a day, a month or a stretch."""

    event: ConferenceMention
    date: Annotation
    start: str
    end: str

    def clashes(self, start: str, end: str) -> bool:
        """Whether another date of the same year has no day in common with this one."""
        length = min(len(self.start), len(start))
        apart = end[:length] < self.start[:length] or self.end[:length] < start[:length]
        return self.start[:4] == start[:4] and length >= len("2022-06") and apart


def find_events(view: ClaimContext, sentence: Sentence) -> list[ConferenceMention]:
    """The conferences named in a sentence, in order; those whose treaty is not plain are left out."""
    treaties = plain_treaties(sentence)
    found = []
    for word in sentence.keyed(*EVENTS):
        treaty = _treaty(sentence, treaties, word) or _carried(view, sentence, word)
        if treaty:
            found.append(ConferenceMention(treaty, word.key, word.start, word.end))
    return found


def _treaty(sentence: Sentence, treaties: list[Annotation], word: ClaimWord) -> str:
    """The name inside the event's or nearest to it, before it in Chinese and behind it in the other languages."""
    if sentence.language is Language.ZH:
        before = [one for one in treaties if one.start < word.end and word.start - one.end <= _OF_NAME // 2]
        return str(before[-1].value["id"]) if before else ""
    behind = [one for one in treaties if word.start <= one.start <= word.end + _OF_NAME]
    before = [one for one in treaties if one.end <= word.start <= one.end + 2]
    near = before[-1:] or behind[:1]
    return str(near[0].value["id"]) if near else ""


def _carried(view: ClaimContext, sentence: Sentence, word: ClaimWord) -> str:
    """“The Review Conference” after its treaty was named: the last treaty in the paragraph before."""
    earlier = [
        one
        for one in view.found.get(sentence.node.ref, ())
        if one.kind is AnnotationKind.TREATY and one.end <= word.start and not one.value.get("proposed")
    ]
    return str(earlier[-1].value["id"]) if earlier else ""


def find_dated_events(view: ClaimContext, sentence: Sentence) -> Iterator[DatedEvent]:
    """Events that are said to be held on a date; not what was planned and put off, and not a row of several."""
    held = sentence.keyed("held")
    events = find_events(view, sentence)
    if not held or not events or sentence.keyed("planned", "respectively"):
        return
    for date in sentence.dates:
        value = date.value
        start, end = str(value["start"]), str(value["end"])
        if value.get("in_title") or end == ".." or len(start) < len("2022-06") or start.startswith("--"):
            continue
        verb = next((word for word in held if _joined(sentence, date, word)), None)
        event = _event_of(sentence, events, date, verb) if verb else None
        if event:
            yield DatedEvent(event, date, start, end)


def _joined(sentence: Sentence, date: Annotation, verb: ClaimWord) -> bool:
    if sentence.language is Language.ZH:
        return 0 <= verb.start - date.end <= _CLOSE // 2
    low, high = (verb.end, date.start) if date.start >= verb.end else (date.end, verb.start)
    return 0 <= high - low <= _CLOSE


def _event_of(
    sentence: Sentence, events: list[ConferenceMention], date: Annotation, verb: ClaimWord
) -> ConferenceMention | None:
    """The event before the date, or the one that follows “held on … of”."""
    if sentence.language is Language.ZH:
        following = [one for one in events if one.start >= verb.end]
        attributive = sentence.between(verb.end, verb.end + 1) == "的"
        if attributive:
            return following[0] if following and following[0].start - verb.end <= _OF_NAME else None
    before = [one for one in events if one.end <= min(date.start, verb.start)]
    near = [one for one in before if min(date.start, verb.start) - one.end <= _OF_NAME + _CLOSE]
    return near[-1] if near else None
