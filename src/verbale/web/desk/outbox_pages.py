"""What goes out to the addressees: the note verbale in its languages, and a reminder to each that has not replied."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verbale.app.authors import author_name
from verbale.app.clock import now
from verbale.app.converting import FORMS, convert_document
from verbale.app.cycles import CycleFolder
from verbale.app.notes import issue_note
from verbale.app.rehearsing import rehearse
from verbale.app.reminding import find_unanswered, write_reminder
from verbale.desk.cases import CycleStage
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.web.desk.acting import this_moment
from verbale.web.desk.cycle_acts import cycle_acts
from verbale.web.desk.cycle_frame import frame_of
from verbale.web.desk.open_cycles import get_opened
from verbale.web.templatetags.written_words import current_language, direction
from verbale.web.viewers import viewer_of
from verbale.web.written_units import UnitWriter

_NOTE = "note"
"""What stands in an address in place of an addressee, for the note verbale itself."""


@require_safe
def outbox(request: HttpRequest, cycle: str) -> HttpResponse:
    """The note verbale, who has not replied, and what was sent."""
    folder = get_opened(request, cycle)
    acts, language, added = cycle_acts(folder), current_language(), folder.case.added_authors
    context = {
        **frame_of(folder, "outbox"),
        "title": _("Outbox"),
        "here": request.path,
        "acts": [acts[key] for key in ("note", "remind", "extend") if acts[key].is_open(folder)],
        "languages": _languages(folder),
        "sent": folder.case.stage not in (CycleStage.PLANNED, CycleStage.DRAFTED),
        "unanswered": [
            {"code": code, "name": author_name(code, language, added), "reminded": code in folder.case.reminded}
            for code in find_unanswered(folder)
        ],
        "note": _NOTE,
        "own": language.value if language in _languages(folder) else _languages(folder)[0].value,
    }
    return render(request, "verbale/desk/outbox.html", context)


def _languages(folder: CycleFolder) -> tuple[Language, ...]:
    return folder.cycle.policy_on(folder.cycle.calendar.deadline).languages


@require_safe
def letter_out(request: HttpRequest, cycle: str, to: str, language: str) -> HttpResponse:
    """The words of the note verbale (``to`` is ``note``), or of the reminder to an addressee, in one language."""
    folder = get_opened(request, cycle)
    document = _document(request, folder, to, language)
    context = {
        **frame_of(folder, "outbox", (_("Outbox"), reverse("desk-outbox", args=[cycle]))),
        "title": _title(folder, to),
        "text": UnitWriter(document).write().whole,
        "language": language,
        "dir": direction(language),
        "languages": _languages(folder),
        "to": to,
        "forms": list(FORMS),
    }
    return render(request, "verbale/desk/letter_out.html", context)


def _title(folder: CycleFolder, to: str) -> str:
    if to == _NOTE:
        return _("Note verbale")
    name = author_name(to, current_language(), folder.case.added_authors)
    return _("Reminder to: %(name)s") % {"name": name}


def _document(request: HttpRequest, folder: CycleFolder, to: str, language: str) -> Document:
    if language not in set(Language):
        raise Http404
    if to == _NOTE:
        notes = issue_note(rehearse(folder), (), viewer_of(request).actor, this_moment(), issue=False)
        if language not in notes:
            raise Http404
        return notes[Language(language)]
    if to not in find_unanswered(folder):
        raise Http404
    return write_reminder(folder, to, Language(language), now().date())


@require_safe
def letter_file(request: HttpRequest, cycle: str, to: str, language: str, form: str) -> HttpResponse:
    """The same as a file to be sent."""
    folder = get_opened(request, cycle)
    if form not in FORMS:
        raise Http404
    content = convert_document(_document(request, folder, to, language), form).content
    name = f"{'note-verbale' if to == _NOTE else f'reminder.{to}'}.{language}{FORMS[form].ending}"
    response = HttpResponse(content, content_type="application/octet-stream")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
