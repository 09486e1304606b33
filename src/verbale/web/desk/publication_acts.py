"""What can be done with a report that is ready and after it is out: issue, web, addenda, corrigenda, what followed."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from verbale.app.correcting import CorrectedText, Issuing, issue_corrigendum
from verbale.app.cycles import CycleFolder
from verbale.app.publishing import Wanted, post_replies, publish_addendum, waits_for_web
from verbale.app.recording import issue_report, note_report, renew_mandate
from verbale.app.redacting import ContentKind, find_due, redact
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE, ReplyStage
from verbale.desk.commands import Command
from verbale.desk.transitions import TRANSITIONS
from verbale.errors import Refused
from verbale.model.language import Language
from verbale.web.desk.act_forms import CycleAct, Field, Said, day_field, reason_field, resolution_fields
from verbale.web.desk.desk_words import names_of_authors
from verbale.web.desk.library_additions import ask_to_add, in_library
from verbale.web.desk.published_pages import address_of_replies
from verbale.web.settings import LANGUAGE_NAMES

_ISSUED = TRANSITIONS[c.IssueCorrigendum].stages
"""The stages in which a report is out."""


def publication_acts(folder: CycleFolder) -> tuple[CycleAct, ...]:
    """What goes out, and what is removed: the issue of the report, the web, addenda, corrigenda, redaction."""
    return (*_of_issue(folder), *_of_correction(), _of_redaction())


def _of_issue(folder: CycleFolder) -> tuple[CycleAct, ...]:
    return (
        CycleAct(
            "issue",
            _("Record that the report was issued"),
            _("With it every reply that it reproduces is published."),
            (Field("symbol", _("Symbol"), value=folder.cycle.report), day_field()),
            _issue,
            c.IssueReport,
            gated=True,
            then=_to_readers,
        ),
        CycleAct(
            "post",
            _("Publish late replies and full texts on the web"),
            _("Each reply that belongs on the web gets a page of its own, in the language received."),
            (
                day_field(),
                Field("case", _("One alone; all that wait where none is chosen"), "case", choices=_postable(folder)),
            ),
            _post,
            then=_to_readers,
        ),
        CycleAct(
            "addendum",
            _("Issue an addendum"),
            _("With the replies that wait for one, in every language of the report."),
            (day_field(),),
            _addendum,
            c.IssueAddendum,
            then=_to_readers,
        ),
    )


def _of_correction() -> tuple[CycleAct, ...]:
    return (
        CycleAct(
            "library",
            _("Put what was published into the library"),
            _(
                "The report in every language, addenda, corrigenda and replies on the web. It is done by itself when "
                "they go out; do it again where that failed."
            ),
            (),
            in_library,
            stages=_ISSUED,
            previewed=False,
        ),
        CycleAct(
            "corrigendum",
            _("Issue a corrigendum"),
            _("Give the report as it should read, one file for each language that is corrected."),
            (
                Field("texts", _("The report as it should read"), "files"),
                Field("languages", _("Corrected elsewhere, and recorded only"), "several", choices=_language_names()),
                reason_field(),
                day_field(),
            ),
            _corrigendum,
            c.IssueCorrigendum,
            then=_to_readers,
        ),
        CycleAct(
            "reissue",
            _("Record that the report was reissued for technical reasons"),
            "",
            (reason_field(), day_field()),
            lambda cycle, said: _plain(cycle, said, c.ReissueReport(said.day("dated"), said.text("reason"))),
            c.ReissueReport,
        ),
    )


def _issue(folder: CycleFolder, said: Said) -> str:
    symbol, replies = issue_report(folder, said.text("symbol"), said.day("dated"), said.actor, said.at)
    return _("Issued: %(symbol)s, with %(count)s replies.") % {"symbol": symbol, "count": replies}


def _post(folder: CycleFolder, said: Said) -> str:
    cases = (said.text("case"),) if said.text("case") else ()
    wanted = Wanted(None, said.day("dated"), cases, address_of_replies(folder.address.name))
    issued = post_replies(folder, wanted, said.actor, said.at)
    return _("On the web: %(count)s replies.") % {"count": len(issued)}


def _addendum(folder: CycleFolder, said: Said) -> str:
    languages = folder.cycle.policy_on(folder.cycle.calendar.deadline).languages
    wanted = Wanted(None, said.day("dated"), languages=languages)
    issued = publish_addendum(folder, wanted, said.actor, said.at)
    return _("The addendum has %(count)s replies.") % {"count": len(issued)}


def _corrigendum(folder: CycleFolder, said: Said) -> str:
    texts = [CorrectedText(one.data, one.name) for one in said.files]
    languages = tuple(code for code in Language if code.value in said.texts("languages"))
    if not texts and not languages:
        advice = _("give the report as it should read, or choose a language that is recorded only")
        raise Refused(CYCLE, "issue a corrigendum", _("nothing is corrected"), advice)
    issuing = Issuing(said.text("reason"), said.day("dated"))
    made = issue_corrigendum(folder, languages, texts, issuing, said.actor, said.at)
    places = (
        f"{LANGUAGE_NAMES[code]} ({_('recorded only') if count is None else _('%(count)s places') % {'count': count}})"
        for code, count in made.places.items()
    )
    return _("Issued: %(symbol)s, %(places)s.") % {"symbol": made.symbol, "places": ", ".join(places)}


def _postable(folder: CycleFolder) -> Mapping[str, str]:
    """The replies that may be published on the web: those not placed yet, and those that belong there."""
    added = folder.case.added_authors
    return {
        reply.id: f"{names_of_authors(reply.authors, added)}: {reply.current.name}"
        for reply in folder.replies
        if (reply.stage is ReplyStage.CONFIRMED and reply.answering) or waits_for_web(reply)
    }


def _language_names() -> Mapping[str, str]:
    return {code.value: LANGUAGE_NAMES[code] for code in Language}


def _to_readers(folder: CycleFolder, said: Said) -> None:
    """Have what went out put into the library, as far as the report is out."""
    if folder.case.issued:
        ask_to_add(folder, said.actor.name)


def _of_redaction() -> CycleAct:
    return CycleAct(
        "redact",
        _("Remove contents for good"),
        _(
            "Their bytes and every reading of them go, under a rule; the record keeps that they were there, and its "
            "seals stay valid. This cannot be taken back."
        ),
        (
            Field("contents", _("Checksums, one a line, or their beginnings"), "long"),
            Field("kind", _("Besides these all of a kind …"), "choice", choices=content_kinds()),
            Field("before", _("… that are held since before this day"), "day"),
            Field("rule", _("Rule under which it is done"), needed=True),
            reason_field(),
        ),
        _redact,
        c.RedactContents,
    )


def content_kinds() -> Mapping[str, str]:
    """What the contents of a cycle can be; the empty one is none."""
    return {
        "": "–",
        ContentKind.LETTER: _("letter"),
        ContentKind.MESSAGE: _("message"),
        ContentKind.TRANSLATION: _("translation"),
        ContentKind.SUMMARY: _("summary"),
        ContentKind.PART: _("part of the report"),
        ContentKind.COMPILED: _("file of what went out"),
    }


def _redact(folder: CycleFolder, said: Said) -> str:
    sums = [line.strip() for line in said.text("contents").splitlines() if line.strip()]
    if said.text("kind") in set(ContentKind) and said.text("before"):
        sums += [one.sha256 for one in find_due(folder, ContentKind(said.text("kind")), said.day("before"))]
    if not sums:
        raise Refused(CYCLE, "redact", _("no content is named"), _("name some, or a kind with a day"))
    removed, others = redact(folder, sums, said.text("reason"), said.text("rule"), said.actor, said.at)
    words = _("Removed: %(count)s contents.") % {"count": len(removed)}
    if held := sorted({name for names in others.values() for name in names}):
        words += " " + _("Some are held by %(names)s too, and stay until they go there.") % {"names": ", ".join(held)}
    return words


def followup_acts() -> tuple[CycleAct, ...]:
    """What follows on a report that is out."""
    organ = Field("organ", _("Organ, as First Committee"), needed=True)
    return (
        CycleAct(
            "considered",
            _("Record that the report was considered"),
            "",
            (organ, day_field()),
            lambda cycle, said: _plain(cycle, said, c.RecordConsideration(said.text("organ"), said.day("dated"))),
            c.RecordConsideration,
        ),
        CycleAct(
            "noted",
            _("Record the resolution that takes note of the report"),
            "",
            resolution_fields(),
            _noted,
            c.RecordNote,
        ),
        CycleAct(
            "renewed", _("Record the resolution that asks again"), "", resolution_fields(), _renewed, c.RenewMandate
        ),
        CycleAct(
            "lapsed",
            _("Record that nobody has asked again"),
            "",
            (reason_field(),),
            lambda cycle, said: _plain(cycle, said, c.LetMandateLapse(said.text("reason"))),
            c.LetMandateLapse,
        ),
    )


def _plain(folder: CycleFolder, said: Said, command: Command) -> str:
    folder.give(CYCLE, command, said.actor, said.at)
    return _("Recorded.")


def _noted(folder: CycleFolder, said: Said) -> str:
    note_report(folder, said.text("resolution"), said.text("paragraph"), said.actor, said.at)
    return _("Recorded.")


def _renewed(folder: CycleFolder, said: Said) -> str:
    renew_mandate(folder, said.text("resolution"), said.text("paragraph"), said.actor, said.at)
    return _("Recorded.")
