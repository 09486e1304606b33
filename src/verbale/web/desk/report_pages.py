"""The report of a cycle: what keeps it back, how it is compiled, its files, and what differs from the last time."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_tasks import task

from verbale.app.clock import day_typed, now
from verbale.app.compiling import CompileOptions, compile_report, compiled_documents
from verbale.app.converting import FORMS
from verbale.app.cycles import CycleFolder
from verbale.app.document_cache import DocumentCache
from verbale.app.editing import find_uneven_parts
from verbale.app.recording import get_limit, length_of
from verbale.app.report_findings import is_checked
from verbale.desk.access import Act
from verbale.desk.cases import Section
from verbale.desk.commands import Actor
from verbale.desk.deciding import Moment
from verbale.desk.report_basis import find_changes
from verbale.errors import Refused, VerbaleError
from verbale.model.language import Language
from verbale.web.desk.cycle_acts import cycle_acts
from verbale.web.desk.desk_words import part_names
from verbale.web.desk.open_cycles import open_now
from verbale.web.desk.open_gates import gates_of
from verbale.web.desk.report_frame import compilations, get_report, is_officer, languages_of_report, report_frame
from verbale.web.desk.report_text_pages import ask_to_check, last_set
from verbale.web.uploads import folder_of_uploads
from verbale.web.viewers import viewer_of
from verbale.web.work.progress import say_how_far
from verbale.web.work.queue import ask_for

_FORMS = ("docx", "pdf", "html", "akn")
_MEDIA = {".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".pdf": "application/pdf"}


@require_safe
def report(request: HttpRequest, cycle: str) -> HttpResponse:
    """What the report is made of, what keeps it back, and what was compiled."""
    folder = get_report(request, cycle)
    languages, officer = languages_of_report(folder), is_officer(request)
    acts, numbers = cycle_acts(folder), compilations(folder)
    context = {
        **report_frame(request, folder),
        "title": _("Report"),
        "here": request.path,
        "acts": [acts[key] for key in ("submit", "return") if officer and acts[key].is_open(folder)],
        "matters": gates_of(folder, languages) if officer else [],
        "parts": _parts(folder, languages),
        "uneven": find_uneven_parts(folder, languages),
        "changed": _changed_since(folder),
        "is_checked": is_checked(folder, settings.SITE.folder),
        "compilation": folder.case.compilation,
        "lengths": _lengths(folder),
        "compiled_number": (numbers or [0])[-1],
        "files": sorted(folder.case.compilation.files) if folder.case.compilation else [],
        "languages": languages,
        "forms": [form for form in _FORMS if form in FORMS],
        "submitted": folder.cycle.calendar.submission or "",
        "can_compile": officer and not folder.case.is_settled,
        "before": numbers[-2:-1],
    }
    return render(request, "verbale/desk/report.html", context)


def _lengths(folder: CycleFolder) -> list[dict[str, object]]:
    """The length of the report in each language, as it was compiled."""
    try:
        documents = compiled_documents(folder, DocumentCache(folder))
    except VerbaleError:
        return []
    limit = get_limit(folder)
    return [
        {"language": language.value, "words": length_of(document, language, limit), "units": len(document.nodes)}
        for language, document in documents.items()
    ]


def _parts(folder: CycleFolder, languages: tuple[Language, ...]) -> list[dict[str, object]]:
    """The parts of the report with where each was set by a person, in which language."""
    names = part_names()
    set_ = folder.case.parts
    return [
        {
            "key": section,
            "name": names[section],
            "cells": [
                {
                    "language": code.value,
                    "set": last_set(folder, section, code.value) if (section, code.value) in set_ else None,
                }
                for code in languages
            ],
        }
        for section in Section
        # A closing or footnotes are there where a person has set them; the others are composed.
        if section not in (Section.CLOSING, Section.NOTES) or any(place == section for place, _code in set_)
    ]


def _changed_since(folder: CycleFolder) -> tuple[str, ...]:
    """What the report rests on and is otherwise by now than when it was compiled."""
    made = folder.case.compilation
    return find_changes(folder.basis(made.rests_on), folder.basis()) if made else ()


@require_POST
def compile_now(request: HttpRequest, cycle: str) -> HttpResponse:
    """Have the report compiled in the background, and show how far it is."""
    folder = get_report(request, cycle, Act.DECIDE)
    languages = [code for code in request.POST.getlist("languages") if code in set(Language)]
    forms = [form for form in request.POST.getlist("forms") if form in FORMS]
    try:
        typed = request.POST.get("submitted", "").strip()
        dated = day_typed(typed) if typed else folder.cycle.calendar.submission or now().date()
        if not languages or not forms:
            raise Refused(cycle, "compile", _("no language or no format was chosen"), _("choose at least one of each"))
    except VerbaleError as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(reverse("desk-report", args=[cycle]))
    actor = viewer_of(request).actor
    arguments = {
        "cycle": cycle,
        "languages": languages,
        "forms": forms,
        "dated": dated.isoformat(),
        "after": len(folder.entries),
        "actor": actor.name,
    }
    work = ask_for(compile_in_background, arguments, f"compiling the report of {cycle}", actor.name)
    return HttpResponseRedirect(f"{reverse('work', args=[work])}?next={reverse('desk-report', args=[cycle])}")


@task()
def compile_in_background(
    cycle: str, languages: list[str], forms: list[str], dated: str, after: int, actor: str
) -> dict[str, Any]:
    """Compile the report as it stands; nothing where that was done since entry ``after`` by an attempt before."""
    folder = open_now(cycle)
    made = [number for number in compilations(folder) if number > after]
    if not made:
        total, done = len(languages) * len(forms), iter(range(1, 1_000_000))
        with TemporaryDirectory(dir=folder_of_uploads(settings.SITE)) as place:
            order = CompileOptions(
                tuple(map(Language, languages)), tuple(forms), Path(place), date.fromisoformat(dated)
            )
            moment = Moment(now(), by_clock=True)
            compile_report(folder, order, Actor(actor), moment, lambda name: say_how_far(next(done), total))
    compiled = folder.case.compilation
    if compiled is not None:
        # Checked apart: whatever that meets, the report is compiled.
        ask_to_check(cycle, compiled.digest, actor)
    return {"files": sorted(compiled.files) if compiled else []}


@require_safe
def compiled_file(request: HttpRequest, cycle: str, number: int, name: str) -> HttpResponse:
    """A file that was kept with an entry: of a report, an addendum, a corrigendum or a page on the web."""
    folder = get_report(request, cycle, Act.TAKE_AWAY)
    sha256 = folder.store.all_files().get(number, {}).get(name)
    if sha256 is None:
        raise Http404
    ending = Path(name).suffix
    response = HttpResponse(
        folder.store.get_content(sha256), content_type=_MEDIA.get(ending, "application/octet-stream")
    )
    plain = "".join(char for char in Path(name).name if char.isascii() and (char.isalnum() or char in "._-"))
    response.headers["Content-Disposition"] = f'attachment; filename="{plain}"'
    return response
