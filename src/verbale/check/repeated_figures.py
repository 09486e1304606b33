"""Figures that a document gives twice: in its summary and in its body, and as parts and their total."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from verbale.check.claim_context import ClaimContext, Sentence
from verbale.check.counts_claimed import treaty_of_count
from verbale.lexicon.citing import citation_joints
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.finding import Finding, Severity
from verbale.model.language import Language
from verbale.model.node import NodeKind

_OF_TREATIES = frozenset({"signature", "signatory", "ratification", "accession", "party"})
_BRACKETS = re.compile(r"[^\d.;:()\u3002\uff08]{0,30}[(\uff08]([^()\uff08\uff09]+)[)\uff09]")
_NUMBER = re.compile(r"\d+")


def find_figure_faults(view: ClaimContext, sentences: Sequence[Sentence]) -> Iterator[Finding]:
    """Findings about figures that do not agree with each other."""
    yield from _summarised(view, sentences)
    for sentence in sentences:
        yield from _summed(view, sentence)


def _summarised(view: ClaimContext, sentences: Sequence[Sentence]) -> Iterator[Finding]:
    """Counts of the summary that the body has with another number, as of the same day or of none."""
    stated: dict[tuple[str, ...], list[Annotation]] = defaultdict(list)
    first: list[tuple[tuple[str, ...], Annotation]] = []
    for sentence in sentences:
        for quantity in sentence.of(AnnotationKind.QUANTITY):
            key = _counted(sentence, quantity)
            if key and sentence.node.kind is NodeKind.SUMMARY:
                first.append((key, quantity))
            elif key and not view.speaker(quantity.ref):
                stated[key].append(quantity)
    for key, quantity in first:
        others = [one for one in stated[key] if _of_one_day(one, quantity)]
        if others and all(one.value["number"] != quantity.value["number"] for one in others):
            body = ", ".join(f"{one.value['number']} ({one.ref})" for one in others)
            message = (
                f"“{quantity.text}” in the summary is {' '.join(key)} {quantity.value['number']}; the body has {body}."
            )
            yield view.finding("consistency/summary", Severity.WARNING, quantity, message, *others)


def _counted(sentence: Sentence, quantity: Annotation) -> tuple[str, ...]:
    """What a plain number counts, when a report has one such number at a time: replies, or acts of a treaty."""
    unit = str(quantity.value.get("unit"))
    if quantity.value.get("comparator", "=") != "=":
        return ()
    if unit == "reply":
        return (unit,)
    treaty = treaty_of_count(sentence, quantity)
    return (str(treaty.value["id"]), unit) if treaty and unit in _OF_TREATIES else ()


def _of_one_day(one: Annotation, other: Annotation) -> bool:
    days = {str(each.value["as_of"]) for each in (one, other) if each.value.get("as_of")}
    return len(days) <= 1


def _summed(view: ClaimContext, sentence: Sentence) -> Iterator[Finding]:
    """“9 meetings (5 in Geneva and 3 in Vienna)”: parts in the brackets right behind a number that do not make it."""
    dated = [(one.start, one.end) for one in sentence.of(AnnotationKind.DATE)]
    for total in sentence.of(AnnotationKind.QUANTITY):
        inside = _BRACKETS.match(sentence.node.text, total.end)
        if inside is None or _is_in_brackets(sentence, total):
            continue
        if any(start < inside.end(1) and inside.start(1) < end for start, end in dated):
            continue
        if not _parts(sentence.language).fullmatch(inside[1]):
            continue
        numbers = [int(number) for number in _NUMBER.findall(inside[1])]
        whole = total.value.get("number")
        if isinstance(whole, int) and sum(numbers) != whole:
            sums = " + ".join(str(number) for number in numbers)
            message = f"“{total.text}” is told with its parts, which make {sums} = {sum(numbers)}."
            at = (sentence.node.ref, total.start, inside.end())
            # Parts that make less may be only those that are worth naming.
            severity = Severity.WARNING if sum(numbers) > whole else Severity.NOTE
            yield view.finding("consistency/sum", severity, at, message)


def _is_in_brackets(sentence: Sentence, total: Annotation) -> bool:
    """Whether a number stands in brackets itself: it is a part then, and the next brackets are set in it."""
    before = sentence.node.text[: total.start]
    opened, closed = (sum(before.count(mark) for mark in pair) for pair in ("(\uff08", ")\uff09"))
    return opened > closed


@cache
def _parts(language: Language) -> re.Pattern[str]:
    """Two numbers or more, each with what it counts, parted by commas or a word for “and”."""
    words = "|".join(map(re.escape, citation_joints("and", language)))
    part = r"\d{1,4} ?[^\W\d_][^\d,;()\u060c\u3001\uff0c]{0,40}?"
    joint = rf"(?:\s*[,;\u060c\u3001\uff0c]\s*(?:(?:{words})\s*)?|\s*(?:{words})\s*)"
    return re.compile(rf"{part}(?:{joint}{part})+")
