"""What the desk's stages, steps, kinds and acts are called on its pages, in the language of the interface."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from verbale.app.addressee_standings import Standing
from verbale.app.authors import Added, author_name
from verbale.desk.cases import CycleStage, Destination, Gate, ReplyStage, Section
from verbale.desk.commands import Channel
from verbale.desk.events import EventKind
from verbale.desk.letter_kinds import LetterKind
from verbale.desk.next_steps import NextStep
from verbale.model.reconciliation import Fate
from verbale.web.templatetags.written_words import current_language


def stage_names() -> Mapping[str, str]:
    """The stages of a cycle and of a letter."""
    return {
        CycleStage.PLANNED: pgettext("of a cycle", "planned"),
        CycleStage.DRAFTED: pgettext("of a cycle", "drafted"),
        CycleStage.CALLED: pgettext("of a cycle", "called"),
        CycleStage.COMPILED: pgettext("of a cycle", "compiled"),
        CycleStage.SUBMITTED: pgettext("of a cycle", "submitted"),
        CycleStage.ISSUED: pgettext("of a cycle", "issued"),
        CycleStage.CONSIDERED: pgettext("of a cycle", "considered"),
        CycleStage.NOTED: pgettext("of a cycle", "noted"),
        CycleStage.RENEWED: pgettext("of a cycle", "renewed"),
        CycleStage.LAPSED: pgettext("of a cycle", "lapsed"),
        ReplyStage.EXPECTED: pgettext("of a letter", "expected"),
        ReplyStage.UNREAD: pgettext("of a letter", "unread"),
        ReplyStage.RECEIVED: pgettext("of a letter", "received"),
        ReplyStage.CONFIRMED: pgettext("of a letter", "confirmed"),
        ReplyStage.PLACED: pgettext("of a letter", "placed"),
        ReplyStage.PUBLISHED: pgettext("of a letter", "published"),
        ReplyStage.WITHDRAWN: pgettext("of a letter", "withdrawn"),
        ReplyStage.RECALLED: pgettext("of a letter", "recalled"),
        ReplyStage.SET_ASIDE: pgettext("of a letter", "set aside"),
    }


def kind_names() -> Mapping[str, str]:
    """The kinds of letter."""
    return {
        LetterKind.REPLY: _("reply"),
        LetterKind.CORRECTED: _("corrected reply"),
        LetterKind.SUPPLEMENT: _("supplement to a reply"),
        LetterKind.SIGNED_COPY: _("signed copy of a reply"),
        LetterKind.TRANSLATION: _("translation by the mission"),
        LetterKind.NIL: _("reply that there is nothing to report"),
        LetterKind.WITHDRAWAL: _("withdrawal of a reply"),
        LetterKind.MORE_TIME: _("request for more time"),
        LetterKind.ACKNOWLEDGEMENT: _("acknowledgement"),
        LetterKind.NONE: _("not a reply"),
    }


def step_names() -> Mapping[str, str]:
    """What is to be done with a letter next."""
    return {
        NextStep.STATE_AUTHOR: _("say whose it is"),
        NextStep.RECEIVE_READABLE: _("ask for a readable form"),
        NextStep.CONFIRM: _("confirm"),
        NextStep.EXTEND: _("grant or refuse more time"),
        NextStep.LOOK_AT_ALARMS: _("look at what is in doubt"),
        NextStep.AWAIT_TRANSLATION: _("wait for a translation"),
        NextStep.COMPILE: _("compile the report"),
        NextStep.PUBLISH: _("publish"),
        NextStep.RECORD: _("record the issue of the report"),
        NextStep.NOTHING: _("nothing"),
    }


def standing_names() -> Mapping[str, str]:
    """Where addressees stand."""
    return {
        Standing.INVITED: pgettext("of an addressee", "invited"),
        Standing.REMINDED: pgettext("of an addressee", "reminded"),
        Standing.UNDECIDED: pgettext("of an addressee", "letter to be confirmed"),
        Standing.REPLIED: pgettext("of an addressee", "replied"),
        Standing.LATE: pgettext("of an addressee", "replied late"),
        Standing.IN_TRANSLATION: pgettext("of an addressee", "in translation"),
        Standing.IN_REPORT: pgettext("of an addressee", "in the report"),
        Standing.OUT: pgettext("of an addressee", "published"),
    }


def destination_names() -> Mapping[str, str]:
    """Where replies go."""
    return {
        Destination.REPORT: _("the report"),
        Destination.ADDENDUM: _("an addendum"),
        Destination.WEB: _("the web"),
        Destination.WITHHELD: _("nowhere: withheld"),
    }


def channel_names() -> Mapping[str, str]:
    """How letters come."""
    return {
        Channel.MAIL: _("by e-mail"),
        Channel.HAND: _("by hand"),
        Channel.POST: _("by post"),
        Channel.FAX: _("by fax"),
        Channel.PORTAL: _("through the website"),
        Channel.PRINT: _("from a printed report"),
    }


def fate_names() -> Mapping[str, str]:
    """What became of the characters of a letter."""
    return {
        Fate.REPORT: _("in the report"),
        Fate.ADDENDUM: _("in an addendum"),
        Fate.WEB: _("on the web"),
        Fate.FRAME: _("frame of the letter"),
        Fate.OTHER_VERSION: _("of a version that does not count"),
        Fate.TRANSLATION: _("printed in translation"),
        Fate.LISTED: _("listed as nothing to report"),
        Fate.SET_ASIDE: _("set aside"),
        Fate.WITHDRAWN: _("withdrawn"),
        Fate.WITHHELD: _("withheld"),
        Fate.WAITING: _("waiting"),
        Fate.OMITTED: _("nowhere: lost"),
    }


def gate_names() -> Mapping[str, str]:
    """What keeps a report from being submitted."""
    return {
        Gate.UNREAD: _("a letter cannot be read"),
        Gate.UNCONFIRMED: _("a letter is not confirmed"),
        Gate.ALARMS: _("something is in doubt"),
        Gate.TRANSLATION: _("a translation is missing"),
        Gate.LENGTH: _("a reply is too long"),
    }


def part_names() -> Mapping[str, str]:
    """The parts of a report."""
    return {
        Section.FRONT: pgettext("of a report", "front"),
        Section.INTRODUCTION: pgettext("of a report", "introduction"),
        Section.OBSERVATIONS: pgettext("of a report", "observations"),
        Section.REPLIES_OPENING: pgettext("of a report", "opening of the replies"),
        Section.CLOSING: pgettext("of a report", "closing"),
        Section.NOTES: pgettext("of a report", "footnotes"),
    }


_ACTS = {
    EventKind.CYCLE_OPENED: gettext_lazy("opened the cycle"),
    EventKind.TERMS_CHANGED: gettext_lazy("changed the terms"),
    EventKind.NOTE_ISSUED: gettext_lazy("sent the note verbale"),
    EventKind.REMINDER_SENT: gettext_lazy("sent reminders"),
    EventKind.DEADLINE_EXTENDED: gettext_lazy("extended the deadline"),
    EventKind.PART_SET: gettext_lazy("set a part of the report"),
    EventKind.PART_SET_ASIDE: gettext_lazy("let a part of the report be composed again"),
    EventKind.REPORT_COMPILED: gettext_lazy("compiled the report"),
    EventKind.REPORT_SUBMITTED: gettext_lazy("submitted the report"),
    EventKind.REPORT_ISSUED: gettext_lazy("recorded that the report was issued"),
    EventKind.ADDENDUM_ISSUED: gettext_lazy("issued an addendum"),
    EventKind.CORRIGENDUM_ISSUED: gettext_lazy("issued a corrigendum"),
    EventKind.REPORT_REISSUED: gettext_lazy("recorded that the report was reissued"),
    EventKind.REPORT_CONSIDERED: gettext_lazy("recorded that the report was considered"),
    EventKind.REPORT_NOTED: gettext_lazy("recorded that the report was taken note of"),
    EventKind.MANDATE_RENEWED: gettext_lazy("recorded that the mandate was renewed"),
    EventKind.MANDATE_LAPSED: gettext_lazy("recorded that the mandate lapsed"),
    EventKind.CONTENT_REDACTED: gettext_lazy("removed the bytes of a content"),
    EventKind.READING_ADOPTED: gettext_lazy("adopted another reading"),
    EventKind.AUTHOR_ADDED: gettext_lazy("added an author"),
    EventKind.REPORT_RETURNED: gettext_lazy("recorded that the report was returned"),
    EventKind.LETTER_RECEIVED: gettext_lazy("received the letter"),
    EventKind.REPLY_CONFIRMED: gettext_lazy("confirmed what the letter is"),
    EventKind.REPLY_CORRECTED: gettext_lazy("corrected what the letter is"),
    EventKind.REPLY_MARKED_PROVISIONAL: gettext_lazy("marked the reply as provisional"),
    EventKind.REPLY_MADE_FINAL: gettext_lazy("marked the reply as final"),
    EventKind.REPLY_RESTRICTED: gettext_lazy("restricted the reply"),
    EventKind.RESTRICTION_LIFTED: gettext_lazy("lifted the restriction"),
    EventKind.VERSION_RECEIVED: gettext_lazy("received another version"),
    EventKind.VERSION_SET_APART: gettext_lazy("set a version apart"),
    EventKind.COPY_RECEIVED: gettext_lazy("received the same bytes again"),
    EventKind.AUTHOR_STATED: gettext_lazy("said whose the letter is"),
    EventKind.LETTER_SET_ASIDE: gettext_lazy("set the letter aside"),
    EventKind.LETTER_TAKEN_UP: gettext_lazy("took the letter up again"),
    EventKind.CONFIRMATION_UNDONE: gettext_lazy("took the confirmation back"),
    EventKind.ALARMS_LOOKED_AT: gettext_lazy("looked at what was in doubt"),
    EventKind.GATE_WAIVED: gettext_lazy("waived what was open"),
    EventKind.WAIVER_UNDONE: gettext_lazy("took the waiver back"),
    EventKind.CASE_ASSIGNED: gettext_lazy("assigned the letter"),
    EventKind.TRANSLATION_SET_ASIDE: gettext_lazy("set a translation aside"),
    EventKind.SUMMARY_SET_ASIDE: gettext_lazy("set a summary aside"),
    EventKind.SENT_FOR_TRANSLATION: gettext_lazy("sent the reply to be translated"),
    EventKind.TRANSLATION_TAKEN: gettext_lazy("took a translation in"),
    EventKind.SUMMARY_TAKEN: gettext_lazy("took a summary in"),
    EventKind.OBJECTION_RECORDED: gettext_lazy("recorded an objection to publication on the web"),
    EventKind.CONSENT_RECORDED: gettext_lazy("recorded consent to publication on the web"),
    EventKind.REPLY_PLACED: gettext_lazy("placed the reply"),
    EventKind.REPLY_PUBLISHED: gettext_lazy("published the reply"),
    EventKind.REPLY_WITHDRAWN: gettext_lazy("recorded that the reply was withdrawn"),
    EventKind.REPLY_RECALLED: gettext_lazy("recorded that the reply was recalled"),
    EventKind.REPLY_REINSTATED: gettext_lazy("recorded that the reply stands again"),
    EventKind.REMARK_ADDED: gettext_lazy("added a remark"),
}


def act_name(kind: EventKind) -> str:
    """What somebody did, as it follows the name of a person."""
    return str(_ACTS[kind])


def names_of_authors(codes: tuple[str, ...], added: Added) -> str:
    """The names of authors in the language of the interface."""
    return ", ".join(author_name(code, current_language(), added) for code in codes)
