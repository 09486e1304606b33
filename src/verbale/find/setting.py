"""What a finder may know of the document as a whole."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.model.document import Document
from verbale.model.language import Language

# The General Assembly's first session opened in 1946; a report to a session is written in the year it opens.
_YEAR_BEFORE_FIRST_SESSION = 1945
_REPORTS_ARE_OUT = "07-31"


@dataclass(frozen=True, slots=True)
class Setting:
    """Facts of the document that resolve what a sentence leaves out.

    ``anchor`` is the day (ISO 8601) that a date without a year looks back from: the document's own date or,
    failing that, the end of July of the year in which its session opens; ``None`` when neither is known.
    """

    language: Language | None
    profile: str
    symbol: str | None
    session: int | None
    anchor: str | None


def setting_of(document: Document) -> Setting:
    """The setting of a document, from its facts."""
    facts = document.facts
    session = facts.session
    by_session = f"{_YEAR_BEFORE_FIRST_SESSION + session}-{_REPORTS_ARE_OUT}" if session else None
    return Setting(document.language, document.profile, facts.symbol, session, facts.date or by_session)
