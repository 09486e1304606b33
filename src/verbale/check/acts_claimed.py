"""What a text says that a State did to a treaty: signed, ratified, acceded, is a party. Held against its acts.

Only plain statements are taken: a State as the subject, a verb of the past close behind it, a treaty as the object. In
a reply the State is the one that speaks. What is hedged, negated or said of others is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from verbale.check.acts_judged import ActClaim, judge
from verbale.check.claim_context import ClaimContext, Sentence
from verbale.check.counts_claimed import plain_treaties
from verbale.lexicon.claiming import ClaimWord
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.finding import Finding
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind

_ACTS = ("signed", "ratified", "acceded", "signatory", "party")
_NOUNS = frozenset({"signatory", "party"})
_BETWEEN_HAN = 14  # characters between a State and its verb, dates and treaties left out
_BETWEEN = 13  # the same in the other languages, once dates and treaties are out
_TO_TREATY = 60  # between the verb and the first treaty
_IN_LIST = 30  # between two treaties of a list
_OTHER = "，,、；;：:"
_COLONS = ":："


@dataclass(frozen=True, slots=True)
class _ClaimSubject:
    state: str
    start: int
    end: int


def find_act_claims(view: ClaimContext) -> Iterator[Finding]:
    """Findings on every act that a State is said to have done, in reading order."""
    claims = [claim for sentence in view.sentences() for claim in _claims(view, sentence)]
    for claim in claims:
        also = frozenset(
            one.key
            for one in claims
            if one.treaty == claim.treaty and one.state == claim.state and one.reply == claim.reply
        )
        yield judge(view, replace(claim, also=also))


def _claims(view: ClaimContext, sentence: Sentence) -> Iterator[ActClaim]:
    day = view.day(sentence.node.ref)
    for word in sentence.keyed(*_ACTS):
        subject = _subject(view, sentence, word)
        if subject is None or not day:
            continue
        objects = _objects(view, sentence, word, subject)
        for treaty in objects:
            yield ActClaim(
                node=sentence.node.ref,
                start=word.start,
                end=word.end,
                printed=sentence.node.text[word.start : word.end],
                state=subject.state,
                key=word.key,
                treaty=str(treaty.value["id"]),
                at=treaty,
                date=_date(sentence, word, subject) if len(objects) == 1 and word.key not in _NOUNS else None,
                day=day,
                reply=view.speaker(sentence.node.ref),
            )


def _subject(view: ClaimContext, sentence: Sentence, word: ClaimWord) -> _ClaimSubject | None:
    """Who did it; None where that is not plain."""
    speaker = view.speaker(sentence.node.ref)
    named = [
        _ClaimSubject(str(one.value["iso3"]), one.start, one.end)
        for one in sentence.of(AnnotationKind.STATE)
        if not one.value.get("in_treaty_name") and not one.value.get("in_org_name")
    ]
    if speaker:
        own = [_ClaimSubject(speaker, each.start, each.end) for each in sentence.keyed("own_state")]
        named = [each for each in (*named, *own) if each.state == speaker]
    before = [each for each in sorted(named, key=lambda each: each.start) if each.end <= word.start]
    if before:
        nearest = before[-1]
        return nearest if _is_close(sentence, nearest, word) else None
    if word.key in _NOUNS:
        return _behind(sentence, named, word)
    return _above(view, sentence, word) if speaker else None


def _is_close(sentence: Sentence, subject: _ClaimSubject, word: ClaimWord) -> bool:
    """Nothing but a date, a place and small words between a State and its verb."""
    if any(subject.end <= hedge.start < word.start for hedge in sentence.keyed("hedge", "as", "planned")):
        return False
    gap = sentence.between(subject.end, word.start)
    for one in sentence.found:
        if subject.end <= one.start and one.end <= word.start and one.kind is not AnnotationKind.STATE:
            gap = gap.replace(one.text, "")
    if word.key in _NOUNS and not any(subject.end <= each.start < word.start for each in sentence.keyed("copula")):
        return False
    if word.key in _NOUNS and sentence.language is Language.ZH:
        return len(gap) <= 2 * _BETWEEN_HAN and not set(gap) & set("，,；;：:")
    longest = _BETWEEN_HAN if sentence.language is Language.ZH else _BETWEEN
    return len(gap.strip()) <= longest and not set(gap) & set(_OTHER)


def _behind(sentence: Sentence, named: Sequence[_ClaimSubject], word: ClaimWord) -> _ClaimSubject | None:
    """“As a party to the Treaty, Cuba …”: the State stands behind, when the sentence opens so."""
    opening = sentence.keyed("as")
    if not opening or opening[0].start > sentence.start + 2 or opening[0].end > word.start:
        return None
    commas = [mark for mark in ("，", ",", "،") if mark in sentence.between(word.end, sentence.end)]
    if not commas:
        return None
    comma = min(sentence.node.text.index(mark, word.end) for mark in commas)
    later = [each for each in named if comma < each.start <= comma + 3]
    return later[0] if later else None


def _above(view: ClaimContext, sentence: Sentence, word: ClaimWord) -> _ClaimSubject | None:
    """An item without a subject goes on from the words above it, when these end with a colon behind the State."""
    node = sentence.node
    parent = view.nodes.get(node.parent)
    if node.kind is not NodeKind.ITEM or parent is None or sentence.start > 0:
        return None
    if sentence.of(AnnotationKind.STATE) and sentence.of(AnnotationKind.STATE)[0].start < word.start:
        first = sentence.of(AnnotationKind.STATE)[0]
        if first.value.get("iso3") != view.speaker(node.ref):
            return None
    states = [one for one in view.found.get(parent.ref, ()) if one.kind is AnnotationKind.STATE]
    if not parent.text.rstrip().endswith(tuple(_COLONS)) or not states:
        return None
    if states[-1].value["iso3"] != view.speaker(node.ref):
        return None
    free = _ClaimSubject(str(states[-1].value["iso3"]), 0, 0)
    return free if _is_close(sentence, free, word) else None


def _objects(view: ClaimContext, sentence: Sentence, word: ClaimWord, subject: _ClaimSubject) -> list[Annotation]:
    """The treaties that are meant, each once: in a row beside the verb, or in the items below it."""
    named = plain_treaties(sentence)
    if word.key in _NOUNS and sentence.language is Language.ZH:
        return _row(sentence, [one for one in named if one.end <= word.start][::-1], word.start)[::-1]
    following = [one for one in named if one.start >= word.end]
    next_act = min((each.start for each in sentence.keyed(*_ACTS) if each.start > word.end), default=sentence.end)
    row = _row(sentence, following, word.end)
    if row or next_act < sentence.end:
        return row or _row(sentence, [one for one in following if one.start > next_act], next_act)
    if sentence.node.text.rstrip().endswith(tuple(_COLONS)) and sentence.end == len(sentence.node.text):
        return list(_below(view, sentence.node))
    return []


def _row(sentence: Sentence, found: Sequence[Annotation], place: int) -> list[Annotation]:
    """Treaties one beside the other, beginning near a place; each id once."""
    row: list[Annotation] = []
    reach = _TO_TREATY
    for one in found:
        low, high = sorted((place, one.start if one.start >= place else one.end))
        if high - low > reach or set(sentence.between(low, high)) & set("；;。"):
            break
        if all(one.value["id"] != other.value["id"] for other in row):
            row.append(one)
        place, reach = (one.end if one.start >= place else one.start), _IN_LIST
    return row


def _below(view: ClaimContext, node: Node) -> Iterator[Annotation]:
    for child in view.children.get(node.ref, ()):
        first = [one for one in view.found.get(child.ref, ()) if one.kind is AnnotationKind.TREATY]
        if first and first[0].start <= 1 and not first[0].value.get("in_org_name"):
            yield first[0]


def _date(sentence: Sentence, word: ClaimWord, subject: _ClaimSubject) -> Annotation | None:
    """The date of the act: between State and verb or before both; in most languages also behind the verb."""
    dates = [one for one in sentence.dates if not one.value.get("in_title")]
    acts = [each.start for each in sentence.keyed(*_ACTS)]
    if sentence.language is Language.ZH:
        near = [one for one in dates if one.end <= word.start and word.start - one.end <= _BETWEEN_HAN]
    else:
        following = min((place for place in acts if place > word.start), default=sentence.end)
        behind = [one for one in dates if word.end <= one.start < following]
        before = [one for one in dates if one.end <= subject.start and one.start - sentence.start <= _BETWEEN]
        near = behind[:1] or before[-1:]
    free = [one for one in near if not any(one.end < place < word.start for place in acts)]
    return free[-1] if free else None
