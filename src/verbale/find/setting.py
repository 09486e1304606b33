"""What a finder may know of the document as a whole."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.lexicon.organ_sessions import ASSEMBLY, find_sitting
from verbale.model.document import Document
from verbale.model.language import Language

# A report to a session of the General Assembly is written in the year in which it opens.
_REPORTS_ARE_OUT = "07-31"


@dataclass(frozen=True, slots=True)
class DocumentContext:
    """Facts of the document that resolve what a sentence leaves out.

    ``anchor`` is the day (ISO 8601) that a date without a year looks back from: the document's own date or,
    failing that, the end of July of the year in which its session opens; ``None`` when neither is known.
    """

    language: Language | None
    profile: str
    symbol: str | None
    session: int | None
    anchor: str | None


def setting_of(document: Document) -> DocumentContext:
    """The setting of a document, from its facts."""
    facts = document.facts
    session = facts.session
    sitting = find_sitting(ASSEMBLY, session) if session else None
    by_session = f"{sitting.opened[:4]}-{_REPORTS_ARE_OUT}" if sitting is not None else None
    return DocumentContext(document.language, document.profile, facts.symbol, session, facts.date or by_session)
