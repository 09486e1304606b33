"""A reply before it is sent: how it would be read, what would stand in the report, and what is in doubt of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from verbale.app.authors import Added, author_name
from verbale.app.checking import check_documents, get_rules
from verbale.app.converting import convert_document
from verbale.app.letter_reading import propose_letter
from verbale.app.libraries import get_document
from verbale.app.receiving import read_kept
from verbale.app.reply_drafting import earlier_replies
from verbale.app.state_replies import StateReply
from verbale.compose.state_record import compose_reply_draft
from verbale.desk.cycle import Cycle
from verbale.desk.intake import Proposal
from verbale.lexicon.written import write_date
from verbale.model.document import Document
from verbale.model.finding import Finding
from verbale.model.language import Language
from verbale.store.database import Database

_RULES = ("claims", "references", "consistency", "quotation", "terms")
_CLAIMS = ("claims/contradicted", "claims/imprecise")
_CONFIRMED = ("claims/confirmed", "quotation/exact")
_FORM = ("consistency/reply-head", "consistency/late-replies", "consistency/mandates", "consistency/word-limit")
"""Rules about a whole report, which say nothing of one letter."""
_REPORTS = 3  # earlier replies that a draft carries over, at most


@dataclass(frozen=True, slots=True)
class DraftReading:
    """A letter as it would be read: ``proposal`` has the refs that would stand in the report.

    ``claims`` are what the register does not bear out, ``findings`` whatever else was not understood or is in doubt,
    ``others`` how many more letters are in the same source.
    """

    document: Document
    proposal: Proposal
    claims: tuple[Finding, ...]
    findings: tuple[Finding, ...]
    others: int


def read_draft(data: bytes, name: str, cycle: Cycle) -> DraftReading | str:
    """How a draft would be read when it is sent; the reason where it cannot be."""
    read = read_kept(data, name)
    if isinstance(read, str):
        return read
    document = read[0].document
    [checked] = check_documents([document], get_rules(_RULES))
    found = [each.finding for each in checked.found if each.finding.rule not in (*_CONFIRMED, *_FORM)]
    return DraftReading(
        document,
        propose_letter(read[0], cycle),
        tuple(one for one in found if one.rule in _CLAIMS),
        tuple(one for one in found if one.rule not in _CLAIMS),
        len(read) - 1,
    )


def frame_words(
    words: str, author: str, resolutions: Sequence[str], day: date, language: Language, added: Added | None = None
) -> bytes:
    """What somebody wrote, as a letter: the author and the resolutions before the words, the day after them.

    The frame is in the language of the words; in ``language`` where that cannot be told.
    """
    read = read_kept(words.encode("utf-8", "replace"), "words.txt")
    own = read[0].document.language if not isinstance(read, str) else None
    told = own or language
    head = f"{author_name(author, told, added)}\n\n{', '.join(resolutions)}"
    return f"{head.strip()}\n\n{words.strip()}\n\n{write_date(day.isoformat(), told)}\n".encode("utf-8", "replace")


def draft_from_record(
    database: Database, cycle: Cycle, state: str, language: Language, as_of: str, replies: Sequence[StateReply]
) -> bytes:
    """The draft of a reply from a State's own record, as text; with its latest ``replies`` of the library.

    Its first line says that it is a draft.
    """
    documents = [get_document(database, one.versions.get(language.value, one.shown)) for one in replies[:_REPORTS]]
    draft = compose_reply_draft(cycle, state, language, as_of, earlier_replies(documents, state))
    return convert_document(draft.document, "text").content
