"""What can be done with a report that is ready and after it is out: issue, web, addenda, corrigenda, what followed."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.utils.translation import gettext as _

from verbale.app.correcting import CorrectedText, Issuing, issue_corrigendum
from verbale.app.cycles import CycleFolder
from verbale.app.libraries import add_published
from verbale.app.publishing import Wanted, post_replies, publish_addendum
from verbale.app.recording import (
    issue_report,
    note_report,
    renew_mandate,
)
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE
from verbale.desk.commands import Command
from verbale.desk.transitions import TRANSITIONS
from verbale.model.language import Language
from verbale.web.current_desk import desk_database
from verbale.web.desk.act_forms import CycleAct, Field, Said, day_field, reason_field, resolution_fields
from verbale.web.uploads import folder_of_uploads, taken_in

_ISSUED = TRANSITIONS[c.IssueCorrigendum].stages
"""The stages in which a report is out."""


def publication_acts(folder: CycleFolder) -> tuple[CycleAct, ...]:
    """What goes out: the issue of the report, the web, addenda, corrigenda."""
    return (*_of_issue(folder), *_of_correction())


def _of_issue(folder: CycleFolder) -> tuple[CycleAct, ...]:
    return (
        CycleAct(
            "issue",
            _("Record that the report was issued"),
            _("With it every reply that it reproduces is published."),
            (Field("symbol", _("Symbol"), value=folder.cycle.report), day_field()),
            _issue,
            c.IssueReport,
        ),
        CycleAct(
            "post",
            _("Publish late replies and full texts on the web"),
            _("Each reply that belongs on the web gets a page of its own, in the language received."),
            (day_field(),),
            _post,
        ),
        CycleAct(
            "addendum",
            _("Issue an addendum"),
            _("With the replies that wait for one."),
            (day_field(),),
            _addendum,
            c.IssueAddendum,
        ),
    )


def _of_correction() -> tuple[CycleAct, ...]:
    return (
        CycleAct(
            "library",
            _("Put what was published into the library"),
            _("The report in every language and the replies on the web: readers find them from then on."),
            (),
            _to_library,
            stages=_ISSUED,
            previewed=False,
        ),
        CycleAct(
            "corrigendum",
            _("Issue a corrigendum"),
            _("Give the report as it should read, one file for each language that is corrected."),
            (Field("texts", _("The report as it should read"), "files", needed=True), reason_field(), day_field()),
            _corrigendum,
            c.IssueCorrigendum,
            previewed=False,
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
    with TemporaryDirectory(dir=folder_of_uploads(settings.SITE)) as place:
        issued = post_replies(folder, Wanted(Path(place), said.day("dated")), said.actor, said.at)
    return _("On the web: %(count)s replies.") % {"count": len(issued)}


def _addendum(folder: CycleFolder, said: Said) -> str:
    languages = folder.cycle.policy_on(folder.cycle.calendar.deadline).languages
    with TemporaryDirectory(dir=folder_of_uploads(settings.SITE)) as place:
        wanted = Wanted(Path(place), said.day("dated"), languages=languages)
        issued = publish_addendum(folder, wanted, said.actor, said.at)
    return _("The addendum has %(count)s replies.") % {"count": len(issued)}


def _corrigendum(folder: CycleFolder, said: Said) -> str:
    texts = []
    for upload in said.files:
        with taken_in(upload) as path:
            texts.append(CorrectedText(path.read_bytes(), path.name))
    languages: tuple[Language, ...] = ()
    with TemporaryDirectory(dir=folder_of_uploads(settings.SITE)) as place:
        issuing = Issuing(said.text("reason"), said.day("dated"), Path(place))
        made = issue_corrigendum(folder, languages, texts, issuing, said.actor, said.at)
    return _("Issued: %(symbol)s.") % {"symbol": made.symbol}


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


def _to_library(folder: CycleFolder, said: Said) -> str:
    added = add_published(desk_database(), folder, said.actor.name, said.at.at)
    return _("In the library: %(count)s documents.") % {"count": len(added)}


def _plain(folder: CycleFolder, said: Said, command: Command) -> str:
    folder.give(CYCLE, command, said.actor, said.at)
    return _("Recorded.")


def _noted(folder: CycleFolder, said: Said) -> str:
    note_report(folder, said.text("resolution"), said.text("paragraph"), said.actor, said.at)
    return _("Recorded.")


def _renewed(folder: CycleFolder, said: Said) -> str:
    renew_mandate(folder, said.text("resolution"), said.text("paragraph"), said.actor, said.at)
    return _("Recorded.")
