"""What can be done with a whole cycle: each act with the fields that it asks for, the stages it is open in, its doing.

The acts are those of the command line, by the same functions of ``app``, so that the same events come of them.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from verbale.app.authors import get_kind
from verbale.app.cycles import CycleFolder, change_terms
from verbale.app.gates import undo_waiver, waive_gate
from verbale.app.notes import issue_note
from verbale.app.recording import (
    extend_deadline,
    return_report,
    submit_report,
)
from verbale.app.reminding import choose_states
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE, Gate
from verbale.desk.casework import AddAuthor
from verbale.errors import BadReference
from verbale.model.language import Language
from verbale.web.desk.act_forms import CycleAct, Field, Said, day_field, reason_field
from verbale.web.desk.desk_words import gate_names
from verbale.web.desk.publication_acts import followup_acts, publication_acts
from verbale.web.settings import LANGUAGE_NAMES


def cycle_acts(folder: CycleFolder) -> dict[str, CycleAct]:
    """Every act by its key, in the order in which they come in a cycle."""
    found = (*_of_call(), *_of_report(), *publication_acts(folder), *followup_acts())
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
                day_field("until", _("New deadline")),
                Field("state", _("Addressee; all where it is empty")),
                reason_field(),
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
            (Field("terms", _("Terms"), "long", needed=True), reason_field()),
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
            (case, gate, Field("allowed_by", _("Who allowed it"), needed=True), reason_field()),
            _waive,
        ),
        CycleAct("unwaive", _("Take a waiver back"), "", (case, gate, reason_field()), _unwaive),
        CycleAct(
            "submit",
            _("Submit the report"),
            _("Its English text is counted; nothing of a letter may be open that nobody waived."),
            (Field("waiver", _("Waiver of the length, where it is over the limit")),),
            _submit,
            c.SubmitReport,
            gated=True,
        ),
        CycleAct("return", _("Record that the report came back"), "", (reason_field(),), _return),
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
