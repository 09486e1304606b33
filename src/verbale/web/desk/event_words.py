"""What an entry of the record says, in words: the facts that people read, each with what it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from verbale.app.authors import Added
from verbale.app.cycles import CycleFolder
from verbale.desk.cases import Destination, Gate, ReplyCase, Section
from verbale.desk.commands import Channel
from verbale.desk.events import Event, EventKind, Fact
from verbale.desk.letter_kinds import LetterKind
from verbale.web.desk.desk_words import (
    act_name,
    channel_names,
    destination_names,
    gate_names,
    kind_names,
    names_of_authors,
    part_names,
)
from verbale.web.templatetags.written_words import language_name, written_date, written_number

_MOST_EVENTS = 200  # that a preview lists
_MOST_NAMED = 12  # authors that are named one by one


@dataclass(frozen=True, slots=True)
class Told:
    """A fact in words: what it is, and what is said.

    ``free`` words are a person's or a file's, in any language; ``english`` ones are the program's own.
    """

    label: str
    words: str
    free: bool = False
    english: bool = False


def told_of(event: Event, added: Added) -> list[Told]:
    """The facts of an event that people read."""
    found = []
    for name, (label, write) in _TOLD.items():
        fact = event.facts.get(name)
        words = write(event, fact, added) if fact not in (None, "", 0, False, ()) else ""
        if words:
            found.append(Told(str(label), words, write is _free, (event.kind, name) in _ENGLISH))
    return found


def told_before(folder: CycleFolder, tried: CycleFolder) -> dict[str, object]:
    """What an act that was tried would write into the record, for a page: its first events, and how many more."""
    entries = tried.entries[len(folder.entries) :]
    added = tried.case.added_authors
    letters = {reply.id: reply for reply in tried.replies}
    events = [
        {
            "act": act_name(entry.event.kind),
            "letter": name_of_letter(letters.get(entry.event.case), added),
            "told": told_of(entry.event, added),
        }
        for entry in entries[:_MOST_EVENTS]
    ]
    return {"events": events, "more": max(0, len(entries) - _MOST_EVENTS)}


def name_of_letter(reply: ReplyCase | None, added: Added) -> str:
    """What a letter is called: its authors, as far as they are known, else its file; empty for none."""
    if reply is None:
        return ""
    return names_of_authors(reply.authors or reply.current.authors, added) or reply.current.name


_Write = Callable[[Event, Fact, Added], str]


def _free(event: Event, fact: Fact, added: Added) -> str:
    return str(fact)


def _day(event: Event, fact: Fact, added: Added) -> str:
    return written_date(str(fact)[:10])


def _count(event: Event, fact: Fact, added: Added) -> str:
    return written_number(fact) if isinstance(fact, int) else ""


def _authors(event: Event, fact: Fact, added: Added) -> str:
    codes = fact if isinstance(fact, tuple) else (str(fact),)
    named = names_of_authors(codes[:_MOST_NAMED], added)
    return f"{named} … ({written_number(len(codes))})" if len(codes) > _MOST_NAMED else named


def _languages(event: Event, fact: Fact, added: Added) -> str:
    return ", ".join(map(language_name, fact if isinstance(fact, tuple) else (str(fact),)))


def _list(event: Event, fact: Fact, added: Added) -> str:
    return ", ".join(fact) if isinstance(fact, tuple) else str(fact)


def _kind(event: Event, fact: Fact, added: Added) -> str:
    if event.kind is EventKind.AUTHOR_ADDED or fact not in set(LetterKind):
        return str(fact)
    return kind_names()[LetterKind(str(fact))]


def _destination(event: Event, fact: Fact, added: Added) -> str:
    return destination_names()[Destination(str(fact))] if fact in set(Destination) else str(fact)


def _gate(event: Event, fact: Fact, added: Added) -> str:
    return gate_names()[Gate(str(fact))] if fact in set(Gate) else str(fact)


def _part(event: Event, fact: Fact, added: Added) -> str:
    return part_names()[Section(str(fact))] if fact in set(Section) else str(fact)


def _channel(event: Event, fact: Fact, added: Added) -> str:
    return channel_names()[Channel(str(fact))] if fact in set(Channel) else str(fact)


_ENGLISH = frozenset(
    {
        (EventKind.REPLY_PLACED, "reason"),
        *((kind, "unread") for kind in (EventKind.LETTER_RECEIVED, EventKind.VERSION_RECEIVED)),
    }
)
"""Facts that the program has written, and no person."""
_TOLD: Mapping[str, tuple[str | Promise, _Write]] = {
    "name": (_("file"), _free),
    "symbol": (_("symbol"), _free),
    "where": (_("where"), _free),
    "kind": (_("kind"), _kind),
    "state": (_("of"), _authors),
    "authors": (_("by"), _authors),
    "group": (_("for the group"), _free),
    "states": (_("to"), _authors),
    "destination": (_("goes to"), _destination),
    "gate": (_("what was open"), _gate),
    "allowed_by": (_("allowed by"), _free),
    "part": (_("part"), _part),
    "language": (_("language"), _languages),
    "languages": (_("languages"), _languages),
    "addresses": (_("answers"), _list),
    "organ": (_("by"), _free),
    "resolution": (_("resolution"), _free),
    "paragraph": (_("paragraph"), _free),
    "to": (_("to"), _free),
    "code": (_("code"), _free),
    "version": (_("version"), _count),
    "dated": (_("dated"), _day),
    "until": (_("until"), _day),
    "received": (_("came on"), _day),
    "channel": (_("how"), _channel),
    "words": (_("words"), _count),
    "unread": (_("cannot be read"), _free),
    "rule": (_("rule"), _free),
    "waiver": (_("waiver"), _free),
    "seen": (_("seen"), _free),
    "text": (_("remark"), _free),
    "reason": (_("why"), _free),
}
"""The facts that people read, in the order in which they read them. The others are in CSV and JSON."""

_LATER = _("A later act of the same kind takes its place: do it again as it should be.")
_AGAIN = _("This took another act back. Do that act again where it was right.")
_RECEIVED = _("What was received stays received. Set the letter aside, or set the version apart from its letter.")
_SENT = _("It was sent and is not taken back. Send a correction, or remind again.")
_ISSUED = _("It was issued. What is wrong in it is set right by a corrigendum, or by issuing it again.")
_OF_ORGAN = _("It records what an organ did, and stays. Add a remark, or begin the next cycle with the right terms.")
INSTEAD: Mapping[EventKind, str | Promise] = {
    EventKind.CYCLE_OPENED: _("A cycle stays open. Its terms can be changed."),
    EventKind.NOTE_ISSUED: _SENT,
    EventKind.REMINDER_SENT: _SENT,
    EventKind.DEADLINE_EXTENDED: _("A deadline that was extended is never made shorter: somebody may count on it."),
    EventKind.REPORT_COMPILED: _LATER,
    EventKind.REPORT_RETURNED: _AGAIN,
    EventKind.REPORT_ISSUED: _ISSUED,
    EventKind.ADDENDUM_ISSUED: _ISSUED,
    EventKind.CORRIGENDUM_ISSUED: _ISSUED,
    EventKind.REPORT_REISSUED: _ISSUED,
    EventKind.REPORT_CONSIDERED: _OF_ORGAN,
    EventKind.REPORT_NOTED: _OF_ORGAN,
    EventKind.MANDATE_RENEWED: _OF_ORGAN,
    EventKind.MANDATE_LAPSED: _OF_ORGAN,
    EventKind.CONTENT_REDACTED: _(
        "Bytes that were removed do not come back. Receive the document again where it is needed."
    ),
    EventKind.READING_ADOPTED: _LATER,
    EventKind.AUTHOR_ADDED: _("An author who was added stays known. Say on the letter who wrote it."),
    EventKind.PART_SET_ASIDE: _AGAIN,
    EventKind.LETTER_RECEIVED: _RECEIVED,
    EventKind.VERSION_RECEIVED: _RECEIVED,
    EventKind.COPY_RECEIVED: _RECEIVED,
    EventKind.VERSION_SET_APART: _AGAIN,
    EventKind.AUTHOR_STATED: _LATER,
    EventKind.CONFIRMATION_UNDONE: _AGAIN,
    EventKind.ALARMS_LOOKED_AT: _LATER,
    EventKind.WAIVER_UNDONE: _AGAIN,
    EventKind.CASE_ASSIGNED: _LATER,
    EventKind.TRANSLATION_SET_ASIDE: _AGAIN,
    EventKind.SUMMARY_SET_ASIDE: _AGAIN,
    EventKind.SENT_FOR_TRANSLATION: _(
        "What was sent to be translated stays sent. Set the translation aside when it comes."
    ),
    EventKind.OBJECTION_RECORDED: _LATER,
    EventKind.CONSENT_RECORDED: _LATER,
    EventKind.REPLY_PLACED: _LATER,
    EventKind.REPLY_PUBLISHED: _("It was published. Its State may recall it, or send a corrected text."),
    EventKind.REMARK_ADDED: _("Remarks stay as they were written. Add another."),
}
"""What to do where an act is wrong and nothing takes it back; ``app.undoing.UNDOABLE`` has all other kinds."""
