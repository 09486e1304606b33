"""What the metadata of an Akoma Ntoso file tell: facts, and how the text came about.

Both forms are read: the guideline's, and the one the United Nations publishes, where an unknown date is
``0001-01-01``, counts are attributes, and sponsors stand in the steps of the workflow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from verbale.akn.namespaces import LANGUAGES, local
from verbale.akn.sponsors import find_sponsors
from verbale.lexicon.names import find_state
from verbale.model.document import Facts
from verbale.model.finding import Finding, Severity
from verbale.model.language import Language
from verbale.model.proceedings import Ballot, Choice, Proceedings, Sponsor, Subject, Vote, WorkflowStep

_UNKNOWN_DATE = "0001-01-01"
_CHOICES = {"inFavour": Choice.IN_FAVOUR, "against": Choice.AGAINST, "abstaining": Choice.ABSTAINING}
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_PROFILES = {
    "resolution": "resolution",
    "resolutionDraft": "resolution",
    "decision": "decision",
    "decisionDraft": "decision",
    "progressReport": "report",
    "note": "note-verbale",
}


@dataclass(frozen=True, slots=True)
class Record:
    """What a file declares about itself; ``profile`` is ``None`` where its class is none of ours."""

    facts: Facts
    language: Language | None
    profile: str | None
    proceedings: Proceedings | None
    findings: tuple[Finding, ...]


def read_record(root: etree._Element) -> Record:
    """The record of a whole file. Nothing is refused: what is malformed is left out and reported."""
    reader = _Reader(root)
    proceedings = reader.read_proceedings()
    return Record(
        facts=reader.read_facts(),
        language=next((LANGUAGES.get(e.get("language", "")) for e in reader.all("FRBRlanguage")), None),
        profile=next((_PROFILES[name] for e in root.iter() if (name := e.get("name", "")) in _PROFILES), None),
        proceedings=proceedings if proceedings != Proceedings() else None,
        findings=tuple(reader.findings),
    )


class _Reader:
    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.findings: list[Finding] = []
        self._terms = {
            e.get("eId"): e.get("showAs") for e in root.iter() if local(e).startswith("TLC") and e.get("showAs")
        }

    def all(self, name: str) -> Iterator[etree._Element]:
        """Every element of a name, whatever its namespace, in order."""
        return self.root.iter(f"{{*}}{name}")

    def read_facts(self) -> Facts:
        """Facts that attributes state. Dates are ISO 8601."""
        session = next((e.get("value", "") for e in self.all("session")), "")
        meeting = next((e.get("title", "") for e in self._inlines("adoptionMeeting")), "")
        number = re.match(r"\d+", meeting)
        adopted = next((e for e in self.all("FRBRdate") if e.get("name") == "adoption"), None)
        issued = next((e for e in self.all("docDate") if e.get("refersTo") == "#dateOfIssuance"), None)
        alias = next((e.get("value") for e in self.all("FRBRalias") if e.get("name") == "symbol"), None)
        return Facts(
            symbol=alias or None,
            date=self._date(issued, "date") if issued is not None else None,
            session=int(session) if session.isdecimal() and session.isascii() else None,
            adopted=self._date(adopted, "date") if adopted is not None else None,
            meeting=number.group() if number else None,
        )

    def read_proceedings(self) -> Proceedings:
        """Committee, agenda, drafts, sponsors, vote, subjects and steps."""
        proponent = next(self.all("docProponent"), None)
        key = (proponent.get("refersTo", "") if proponent is not None else "").removeprefix("#") or None
        steps = [self._step(e) for e in self.all("step")]
        return Proceedings(
            committee=self._terms.get(key) if key else None,
            committee_id=key,
            agenda_item=_words(next(self._inlines("agenda item"), None)),
            agenda_title=_words(next(self._inlines("agenda item name"), None)),
            draft=next((s.document for s in steps if s.outcome == "draftResolution" and s.document), None),
            report=_words(next(self._inlines("originating document"), None)),
            sponsors=_sponsors(steps, "draftResolution"),
            additional_sponsors=_sponsors(steps, "draftResolutionAdditionalSponsors"),
            vote=next((self._vote(e) for e in self.all("voting")), None),
            subjects=tuple(
                _subject(word, group.get("source")) for group in self.all("classification") for word in group
            ),
            steps=tuple(steps),
        )

    def _inlines(self, name: str) -> Iterator[etree._Element]:
        return (e for e in self.all("inline") if e.get("name") == name)

    def _date(self, element: etree._Element, what: str) -> str | None:
        """A date; the sentinel for an unknown one is ``None`` and is told."""
        text = element.get("date", "")
        if text.startswith(_UNKNOWN_DATE):
            outcome = element.get("outcome") or local(element)
            message = f"the {what} of {outcome} stands as {_UNKNOWN_DATE}, which is read as unknown"
            self.findings.append(Finding("akn/unknown-date", Severity.NOTE, message))
            return None
        if text and not _DATE.match(text):
            self.findings.append(Finding("akn/bad-date", Severity.WARNING, f"{text!r} is no date and was left out"))
            return None
        return text[:10] or None

    def _step(self, element: etree._Element) -> WorkflowStep:
        return WorkflowStep(
            outcome=element.get("outcome", ""),
            date=self._date(element, "date"),
            document=element.get("as") or None,
            by=element.get("by") or None,
            paragraph=element.get("refersTo", "").removeprefix("#") or None,
        )

    def _vote(self, element: etree._Element) -> Vote:
        counts: dict[Choice, int] = {}
        ballots: list[Ballot] = []
        for count in element.iter("{*}count"):
            choice = _CHOICES.get(count.get("refersTo", "").removeprefix("#"))
            if choice is None:
                message = f"a count refers to {count.get('refersTo')!r}, which is no way to vote, and was left out"
                self.findings.append(Finding("akn/unknown-choice", Severity.WARNING, message))
                continue
            if (value := count.get("value", "")).isdecimal():
                counts[choice] = int(value)
            for voter in count.iter("{*}organization"):
                name = _words(voter) or ""
                ballots.append(Ballot(name, find_state(name, None), choice))
        self._compare(counts, ballots)
        return Vote(
            outcome=element.get("outcome", ""),
            in_favour=counts.get(Choice.IN_FAVOUR),
            against=counts.get(Choice.AGAINST),
            abstaining=counts.get(Choice.ABSTAINING),
            ballots=tuple(ballots),
        )

    def _compare(self, counts: dict[Choice, int], ballots: list[Ballot]) -> None:
        """Say where the record names more or fewer States than it counts."""
        for choice, count in counts.items():
            named = sum(ballot.choice is choice for ballot in ballots)
            if named not in (0, count):
                message = f"{count} States are counted as {choice.value}, and {named} are named"
                self.findings.append(Finding("akn/vote-count", Severity.WARNING, message))


def _sponsors(steps: list[WorkflowStep], outcome: str) -> tuple[Sponsor, ...]:
    return tuple(s for step in steps if step.outcome == outcome and step.by for s in find_sponsors(step.by))


def _subject(keyword: etree._Element, source: str | None) -> Subject:
    value = keyword.get("value", "")
    term = keyword.get("showAs") or value
    return Subject(
        term=term,
        scheme=keyword.get("dictionary", ""),
        code=value if value not in ("", term) else None,
        address=keyword.get("href") or None,
        source=source or None,
        role=keyword.get("refersTo", "").removeprefix("#") or None,
    )


def _words(element: etree._Element | None) -> str | None:
    return " ".join("".join(str(t) for t in element.itertext()).split()) or None if element is not None else None
