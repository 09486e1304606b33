"""What became of every letter of a cycle, character by character: where it stands, or why it stands nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from verbale.model.contract import Record
from verbale.model.language import Language


class Fate(StrEnum):
    """What became of a stretch of a letter; each character has one fate, the first of these that it has.

    ``FRAME`` is letterhead, subject, place and date, which are not reproduced. ``OTHER_VERSION``: another version of
    the reply counts, or in one letter the version in another language. ``TRANSLATION``: its language is none of those
    printed, and a translation stands for it. ``LISTED``: it says that there is nothing to say, and its author is
    listed. ``SET_ASIDE``: it is no reply. ``WAITING``: it is held, and not confirmed, placed or published yet.
    ``OMITTED`` is always a fault.
    """

    REPORT = "report"
    ADDENDUM = "addendum"
    WEB = "web"
    FRAME = "frame"
    OTHER_VERSION = "other-version"
    TRANSLATION = "translation"
    LISTED = "listed"
    SET_ASIDE = "set-aside"
    WITHDRAWN = "withdrawn"
    WITHHELD = "withheld"
    WAITING = "waiting"
    OMITTED = "omitted"


class Rendition(StrEnum):
    """How a reply stands in one language of what is printed."""

    ORIGINAL = "original"
    TRANSLATED = "translated"
    AWAITED = "awaited"
    LACKING = "lacking"


@dataclass(frozen=True, slots=True)
class Account:
    """One version of one reply. ``received`` and ``dated`` are ISO 8601, ``sha256`` names the bytes as received.

    ``fates`` add up to ``characters``, white space and marks of direction not counted. ``omitted`` are the refs of
    units that stand nowhere.
    ``printed`` and ``posted`` are where it is in print and on the web; ``renditions`` are for the version that counts.
    """

    case: str
    state: str
    version: int
    versions: int
    counts: bool
    name: str
    sha256: str
    received: str
    channel: str
    dated: str
    language: str
    words: int
    characters: int
    fates: Mapping[Fate, int]
    omitted: tuple[str, ...]
    stage: str
    destination: str
    reason: str
    copies: int = 0
    printed: str = ""
    posted: str = ""
    beside: tuple[str, ...] = ()
    """What came in one message with the letter and was not taken for it: words of the message, other enclosures."""
    renditions: Mapping[Language, Rendition] = field(default_factory=dict)
    kind: str = "reply"
    pieces: Mapping[str, int] = field(default_factory=dict)
    """How many pages, pictures, comments, form fields and enclosures came with it, each where there are some."""
    unsettled: tuple[str, ...] = ()
    """What was received and has no fate: what could not be read, or is in doubt, and nobody has looked at or waived."""
    waivers: tuple[str, ...] = ()
    """What was waived: who allowed it, and why."""


@dataclass(frozen=True, slots=True)
class UnitFate:
    """What became of one unit of a version of a letter; no word of it is here.

    ``ref`` names the unit in the tree of the letter; it is empty for what was read into no unit. ``page`` is that of
    the file as received, 0 where it has none. ``where`` is the symbol or the address at which the unit was found.
    """

    case: str
    version: int
    counts: bool
    ref: str
    kind: str
    page: int
    characters: int
    fate: Fate
    where: str = ""


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """All that was received for a report, with all that came out.

    ``standing`` says which report it was compared with; ``holds``: whether that is the one that was compiled.
    ``seal`` is the newest seal of the chain of events, for comparison at a later day.
    """

    report: str
    standing: str
    holds: bool
    languages: tuple[Language, ...]
    accounts: tuple[Account, ...]
    seal: str = ""

    @property
    def characters(self) -> int:
        """All characters received, white space and marks of direction not counted."""
        return sum(account.characters for account in self.accounts)

    @property
    def unsettled(self) -> int:
        """How many things were received that have no fate."""
        return sum(len(account.unsettled) for account in self.accounts)

    def total(self, fate: Fate) -> int:
        """How many characters have a fate."""
        return sum(account.fates.get(fate, 0) for account in self.accounts)

    def replies(self, *fates: Fate) -> int:
        """How many replies have text with one of these fates in the version that counts; all where none is named."""
        counting = [account for account in self.accounts if account.counts]
        return sum(not fates or any(account.fates.get(fate) for fate in fates) for account in counting)

    def renditions(self, language: Language, rendition: Rendition) -> int:
        """How many replies stand so in a language."""
        return sum(account.renditions.get(language) is rendition for account in self.accounts)


def reconciliation_record(found: Reconciliation) -> Record:
    """Schema ``verbale-reconciliation/1``: the sums, and an account for each version of each reply."""
    return {
        "schema": "verbale-reconciliation/1",
        "report": found.report,
        "held_against": found.standing,
        "as_compiled": found.holds,
        "languages": [language.value for language in found.languages],
        "characters": found.characters,
        "fates": {fate.value: found.total(fate) for fate in Fate},
        "unsettled": found.unsettled,
        "accounts": [_account_record(account) for account in found.accounts],
    }


def _account_record(one: Account) -> Record:
    return {
        "case": one.case,
        "state": one.state or None,
        "version": one.version,
        "versions": one.versions,
        "counts": one.counts,
        "source": {"name": one.name, "sha256": one.sha256},
        "received": one.received,
        "channel": one.channel,
        "copies": one.copies,
        "beside": list(one.beside),
        "dated": one.dated or None,
        "language": one.language or None,
        "words": one.words,
        "characters": one.characters,
        "fates": {fate.value: one.fates.get(fate, 0) for fate in Fate},
        "omitted": list(one.omitted),
        "stage": one.stage,
        "destination": one.destination or None,
        "reason": one.reason or None,
        "printed": one.printed or None,
        "posted": one.posted or None,
        "kind": one.kind,
        "pieces": dict(one.pieces),
        "unsettled": list(one.unsettled),
        "waivers": list(one.waivers),
        "renditions": {language.value: how.value for language, how in one.renditions.items()},
    }
