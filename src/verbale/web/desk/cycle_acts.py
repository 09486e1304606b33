"""What can be done with a whole cycle: each act with the fields that it asks for, the stages it is open in, its doing.

The acts are those of the command line, by the same functions of ``app``, so that the same events come of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from verbale.app.authors import get_kind
from verbale.app.clock import day_typed
from verbale.app.correcting import CorrectedText, Issuing, issue_corrigendum
from verbale.app.cycles import CycleFolder, change_terms
from verbale.app.gates import undo_waiver, waive_gate
from verbale.app.notes import issue_note
from verbale.app.publishing import Wanted, post_replies, publish_addendum
from verbale.app.recording import (
    extend_deadline,
    issue_report,
    note_report,
    renew_mandate,
    return_report,
    submit_report,
)
from verbale.app.reminding import choose_states
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE, CycleStage, Gate
from verbale.desk.casework import AddAuthor
from verbale.desk.commands import Actor, Command
from verbale.desk.deciding import Moment
from verbale.desk.transitions import TRANSITIONS
from verbale.errors import BadReference
from verbale.model.language import Language
from verbale.web.desk.desk_words import gate_names
from verbale.web.settings import LANGUAGE_NAMES
from verbale.web.uploads import folder_of_uploads, taken_in

Files = Sequence[UploadedFile]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form: its name and label.

    ``kind`` is ``text``, ``day``, ``long``, ``choice``, ``case`` or ``files``. ``choices`` are values with their names,
    ``value`` is what it holds at first.
    """

    name: str
    label: str
    kind: str = "text"
    needed: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)
    value: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What a form says: its fields, its files, who sends it, and when."""

    values: Mapping[str, str]
    files: Files
    actor: Actor
    at: Moment

    def text(self, name: str) -> str:
        """The text of a field."""
        return self.values.get(name, "").strip()

    def day(self, name: str) -> date:
        """The day of a field; today where it is empty. Raises ``BadReference``."""
        return day_typed(self.text(name)) if self.text(name) else self.at.day


@dataclass(frozen=True, slots=True)
class CycleAct:
    """An act: its key, what it is called, what it does in a sentence, its fields, and its doing.

    ``command`` is what it gives in the end: it is open in the stages in which that may be given. ``do`` returns the
    words that the next page says.
    """

    key: str
    name: str
    help: str
    fields: tuple[Field, ...]
    do: Callable[[CycleFolder, Said], str]
    command: type[Command] | None = None

    def is_open(self, folder: CycleFolder) -> bool:
        """Whether it can be done at the stage that the cycle has reached."""
        stages = TRANSITIONS[self.command].stages if self.command else frozenset(CycleStage) - {CycleStage.PLANNED}
        return folder.case.stage in stages


def _day(name: str = "dated", label: str = "") -> Field:
    return Field(name, label or _("Date; today where it is empty"), "day")


def _reason(needed: bool = True) -> Field:
    return Field("reason", _("Reason"), "long", needed)


def _resolution() -> tuple[Field, ...]:
    return (
        Field("resolution", _("Symbol of the resolution, as 77/53"), needed=True),
        Field("paragraph", _("Paragraph"), needed=True),
    )


def cycle_acts(folder: CycleFolder) -> dict[str, CycleAct]:
    """Every act by its key, in the order in which they come in a cycle."""
    found = (*_of_call(), *_of_report(), *_of_publication(folder), *_of_followup())
    return {one.key: one for one in found}


def _of_call() -> tuple[CycleAct, ...]:
    return (*_of_sending(), *_of_terms())


def _of_sending() -> tuple[CycleAct, ...]:
    return (
        CycleAct(
            "note",
            _("Record that the note verbale was sent"),
            _("The call is open from then on, and its deadline counts."),
            (),
            _issue_note,
            c.IssueNote,
        ),
        CycleAct(
            "remind",
            _("Record that reminders were sent"),
            _("To the addressees that have not replied, or to those that you name."),
            (Field("states", _("Addressees, one a line; all that have not replied where it is empty"), "long"),),
            _remind,
            c.SendReminder,
        ),
        CycleAct(
            "extend",
            _("Extend the deadline"),
            _("For one addressee or for all. A deadline is lengthened and never shortened."),
            (
                _day("until", _("New deadline")),
                Field("state", _("Addressee; all where it is empty")),
                _reason(),
            ),
            _extend,
            c.ExtendDeadline,
        ),
    )


def _of_terms() -> tuple[CycleAct, ...]:
    return (
        CycleAct(
            "author",
            _("Add an author"),
            _("An organisation or group that writes to the desk; it is known by its code and its names from then on."),
            (
                Field("code", _("Code, in capital letters"), needed=True),
                Field("kind", _("Kind"), "choice", choices=author_kinds()),
                *(Field(f"name_{code.value}", f"{_('Name')} ({LANGUAGE_NAMES[code]})") for code in Language),
            ),
            _add_author,
            AddAuthor,
        ),
        CycleAct(
            "terms",
            _("Change the terms"),
            _("The file of the cycle, with the reason why it is changed."),
            (Field("terms", _("Terms"), "long", needed=True), _reason()),
            _change_terms,
            c.ChangeTerms,
        ),
    )


def author_kinds() -> Mapping[str, str]:
    """What an author can be that is no State."""
    return {
        "civil-society": _("civil society"),
        "regional": _("regional organisation"),
        "un-system": _("of the United Nations system"),
        "observer": _("observer"),
        "group": _("group of States"),
    }


def _add_author(folder: CycleFolder, said: Said) -> str:
    names = tuple(
        f"{code.value} {said.text(f'name_{code.value}')}" for code in Language if said.text(f"name_{code.value}")
    )
    folder.give(CYCLE, AddAuthor(said.text("code").upper(), get_kind(said.text("kind")), names), said.actor, said.at)
    return _("%(code)s is known from now on.") % {"code": said.text("code").upper()}


def _issue_note(folder: CycleFolder, said: Said) -> str:
    issue_note(folder, (), said.actor, said.at, issue=True)
    return _("Recorded: the note verbale was sent.")


def _remind(folder: CycleFolder, said: Said) -> str:
    named = [line.strip() for line in said.text("states").splitlines() if line.strip()]
    states = choose_states(folder, named)
    folder.give(CYCLE, c.SendReminder(states), said.actor, said.at)
    return _("Recorded: %(count)s reminders were sent.") % {"count": len(states)}


def _extend(folder: CycleFolder, said: Said) -> str:
    deadline = extend_deadline(folder, said.day("until"), said.text("state"), said.text("reason"), said.actor, said.at)
    return _("The deadline is the end of %(day)s.") % {"day": deadline.day}


def _change_terms(folder: CycleFolder, said: Said) -> str:
    text = said.text("terms").replace("\r\n", "\n") + "\n"
    lines, _cycle = change_terms(folder, text, said.text("reason"), said.actor, said.at)
    return _("The terms were changed: %(count)s lines differ.") % {"count": len(lines)}


def _of_report() -> tuple[CycleAct, ...]:
    case = Field("case", _("Letter"), "case", needed=True)
    gate = Field("gate", _("What is open"), "choice", needed=True, choices=gate_names())
    return (
        CycleAct(
            "waive",
            _("Waive what is open of a letter"),
            _("The report can go on in spite of it; who allowed it and why stays on record."),
            (case, gate, Field("allowed_by", _("Who allowed it"), needed=True), _reason()),
            _waive,
        ),
        CycleAct("unwaive", _("Take a waiver back"), "", (case, gate, _reason()), _unwaive),
        CycleAct(
            "submit",
            _("Submit the report"),
            _("Its English text is counted; nothing of a letter may be open that nobody waived."),
            (Field("waiver", _("Waiver of the length, where it is over the limit")),),
            _submit,
            c.SubmitReport,
        ),
        CycleAct("return", _("Record that the report came back"), "", (_reason(),), _return),
    )


def _waive(folder: CycleFolder, said: Said) -> str:
    values = (said.text("case"), said.text("gate"), said.text("allowed_by"), said.text("reason"))
    if values[1] not in set(Gate):
        raise BadReference(values[1], _("is nothing that can be open; choose from the list"))
    return str(waive_gate(folder, *values, said.actor, said.at))


def _unwaive(folder: CycleFolder, said: Said) -> str:
    undo_waiver(folder, said.text("case"), said.text("gate"), said.text("reason"), said.actor, said.at)
    return _("The waiver was taken back.")


def _submit(folder: CycleFolder, said: Said) -> str:
    language, words = submit_report(folder, said.text("waiver"), said.actor, said.at)
    return _("Submitted: %(words)s words (%(language)s).") % {"words": words, "language": language.value}


def _return(folder: CycleFolder, said: Said) -> str:
    return_report(folder, said.text("reason"), said.actor, said.at)
    return _("Recorded: the report is back at the desk.")


def _of_publication(folder: CycleFolder) -> tuple[CycleAct, ...]:
    return (*_of_issue(folder), *_of_correction())


def _of_issue(folder: CycleFolder) -> tuple[CycleAct, ...]:
    return (
        CycleAct(
            "issue",
            _("Record that the report was issued"),
            _("With it every reply that it reproduces is published."),
            (Field("symbol", _("Symbol"), value=folder.cycle.report), _day()),
            _issue,
            c.IssueReport,
        ),
        CycleAct(
            "post",
            _("Publish late replies and full texts on the web"),
            _("Each reply that belongs on the web gets a page of its own, in the language received."),
            (_day(),),
            _post,
        ),
        CycleAct(
            "addendum",
            _("Issue an addendum"),
            _("With the replies that wait for one."),
            (_day(),),
            _addendum,
            c.IssueAddendum,
        ),
    )


def _of_correction() -> tuple[CycleAct, ...]:
    return (
        CycleAct(
            "corrigendum",
            _("Issue a corrigendum"),
            _("Give the report as it should read, one file for each language that is corrected."),
            (Field("texts", _("The report as it should read"), "files", needed=True), _reason(), _day()),
            _corrigendum,
            c.IssueCorrigendum,
        ),
        CycleAct(
            "reissue",
            _("Record that the report was reissued for technical reasons"),
            "",
            (_reason(), _day()),
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


def _of_followup() -> tuple[CycleAct, ...]:
    organ = Field("organ", _("Organ, as First Committee"), needed=True)
    return (
        CycleAct(
            "considered",
            _("Record that the report was considered"),
            "",
            (organ, _day()),
            lambda cycle, said: _plain(cycle, said, c.RecordConsideration(said.text("organ"), said.day("dated"))),
            c.RecordConsideration,
        ),
        CycleAct(
            "noted", _("Record the resolution that takes note of the report"), "", _resolution(), _noted, c.RecordNote
        ),
        CycleAct("renewed", _("Record the resolution that asks again"), "", _resolution(), _renewed, c.RenewMandate),
        CycleAct(
            "lapsed",
            _("Record that nobody has asked again"),
            "",
            (_reason(),),
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
