"""What a person has to look at before a letter is confirmed, cut or printed.

Every finding of a reader that means lost, hidden, replaced, recognised, struck, commented or ambiguous words is one.
A rule of a reader that is not named here is taken for one too: doubt is the default.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from verbale.model.finding import Finding

# Rules of readers that say nothing about the words: how a number was printed, a note that nothing calls.
_HARMLESS = frozenset({"read/number-format", "read/uncalled-note"})
_READERS = ("read/", "recognise/")


class AlarmKind(StrEnum):
    """What is in doubt.

    ``IDENTITY`` is who wrote, when, in what language, on what, and what kind of letter it is: it is answered by
    confirming the letter. ``WORDS`` is whether the words are whole and are the State's, ``BESIDE`` what came with the
    letter: both stay open until somebody says that they were looked at.
    """

    IDENTITY = "identity"
    WORDS = "words"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something that a person has to look at. ``ref`` is the unit it stands in, empty for the whole letter."""

    ref: str
    reason: str
    kind: AlarmKind = AlarmKind.IDENTITY


def find_doubts(findings: Iterable[Finding]) -> Iterator[Alarm]:
    """An alarm for each finding of a reader that is about the words of a letter."""
    for finding in findings:
        if finding.rule.startswith(_READERS) and finding.rule not in _HARMLESS:
            where = f"page {finding.page}: " if finding.page is not None else ""
            yield Alarm(finding.ref, f"{where}{finding.message}", AlarmKind.WORDS)


def write_alarm(alarm: Alarm) -> str:
    """An alarm as a fact: kind, ref and reason between tabs."""
    return f"{alarm.kind}\t{alarm.ref}\t{' '.join(alarm.reason.split())}"


def parse_alarm(text: str) -> Alarm:
    """The alarm of a fact. Raises ``ValueError`` where it is none."""
    kind, ref, reason = text.split("\t", 2)
    return Alarm(ref, reason, AlarmKind(kind))
