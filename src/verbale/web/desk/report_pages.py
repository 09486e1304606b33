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
from verbale.app.gates import find_open_matters
from verbale.app.recording import get_limit, length_of
from verbale.desk.access import Act
from verbale.desk.access_stages import report_of
from verbale.desk.commands import Actor
from verbale.desk.deciding import Moment
from verbale.desk.events import EventKind
from verbale.errors import Refused, VerbaleError
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind
from verbale.web.desk.cycle_acts import cycle_acts
from verbale.web.desk.cycle_frame import frame_of
from verbale.web.desk.desk_words import gate_names, names_of_authors
from verbale.web.desk.open_cycles import get_opened, open_now
from verbale.web.templatetags.written_words import direction
from verbale.web.uploads import folder_of_uploads
from verbale.web.viewers import require, viewer_of
from verbale.web.work.progress import say_how_far
from verbale.web.work.queue import ask_for

_FORMS = ("docx", "pdf", "html", "akn")
_MEDIA = {".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".pdf": "application/pdf"}


@require_safe
def report(request: HttpRequest, cycle: str) -> HttpResponse:
    """What the report is made of, what keeps it back, and what was compiled."""
    folder = get_opened(request, cycle)
    require(request, Act.SEE, report_of(folder.case))
    languages = folder.cycle.policy_on(folder.cycle.calendar.deadline).languages
    acts = cycle_acts(folder)
    context = {
        **frame_of(folder, "report"),
        "title": _("Report"),
        "here": request.path,
        "acts": [acts[key] for key in ("submit", "return") if acts[key].is_open(folder)],
        "matters": _matters(folder, languages),
        "compilation": folder.case.compilation,
        "lengths": _lengths(folder),
        "compiled_number": (_compilations(folder) or [0])[-1],
        "files": sorted(folder.case.compilation.files) if folder.case.compilation else [],
        "languages": languages,
        "forms": [form for form in _FORMS if form in FORMS],
        "submitted": folder.cycle.calendar.submission or "",
        "can_compile": not folder.case.is_settled,
        "before": _compilations(folder)[-2:-1],
    }
    return render(request, "verbale/desk/report.html", context)


def _matters(folder: CycleFolder, languages: tuple[Language, ...]) -> list[dict[str, object]]:
    names, added = gate_names(), folder.case.added_authors
    return [
        {
            "matter": one,
            "gate": names[one.gate],
            "authors": names_of_authors(one.authors, added),
            "url": reverse("desk-letter", args=[folder.address.name, one.case]),
        }
        for one in find_open_matters(folder, languages)
    ]


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


def _compilations(folder: CycleFolder) -> list[int]:
    """The numbers of the entries by which the report was compiled."""
    return [entry.number for entry in folder.entries if entry.event.kind is EventKind.REPORT_COMPILED]


@require_POST
def compile_now(request: HttpRequest, cycle: str) -> HttpResponse:
    """Have the report compiled in the background, and show how far it is."""
    folder = get_opened(request, cycle, Act.DECIDE)
    require(request, Act.DECIDE, report_of(folder.case))
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
    made = [number for number in _compilations(folder) if number > after]
    if not made:
        total, done = len(languages) * len(forms), iter(range(1, 1_000_000))
        with TemporaryDirectory(dir=folder_of_uploads(settings.SITE)) as place:
            order = CompileOptions(
                tuple(map(Language, languages)), tuple(forms), Path(place), date.fromisoformat(dated)
            )
            moment = Moment(now(), by_clock=True)
            compile_report(folder, order, Actor(actor), moment, lambda name: say_how_far(next(done), total))
    return {"files": sorted(folder.case.compilation.files) if folder.case.compilation else []}


@require_safe
def compiled_file(request: HttpRequest, cycle: str, number: int, name: str) -> HttpResponse:
    """A file that was kept with an entry: of a report, an addendum, a corrigendum or a page on the web."""
    folder = get_opened(request, cycle)
    require(request, Act.TAKE_AWAY, report_of(folder.case))
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


@require_safe
def differences(request: HttpRequest, cycle: str) -> HttpResponse:
    """What differs in one language between the report as it is compiled now and as it was the time before."""
    folder = get_opened(request, cycle)
    require(request, Act.SEE, report_of(folder.case))
    numbers = _compilations(folder)
    if len(numbers) < 2:
        raise Http404
    wanted = request.GET.get("language", "")
    made = folder.case.compilation
    codes = list(made.trees) if made else []
    language = wanted if wanted in codes else (codes or [""])[0]
    before, after = (_tree(folder, number, language) for number in numbers[-2:])
    context = {
        **frame_of(folder, "report", (_("Report"), reverse("desk-report", args=[cycle]))),
        "title": _("What differs from the last compilation"),
        "rows": _changed(before, after),
        "language": language,
        "dir": direction(language),
        "languages": codes,
        "when": [folder.entries[number - 1].event.at for number in numbers[-2:]],
    }
    return render(request, "verbale/desk/report_differences.html", context)


def _tree(folder: CycleFolder, number: int, language: str) -> list[Node]:
    """The units of the report in a language as an entry has it; none where it had no such language."""
    case, _replies = folder.basis(number)
    made = case.compilation
    if made is None or language not in made.trees:
        return []
    return [node for node in DocumentCache(folder).get_kept(made.trees[language]).nodes if node.text]


def _changed(before: list[Node], after: list[Node]) -> list[dict[str, str]]:
    """The units that one has and the other has not, in the order of the report."""
    old = {node.ref: node.text for node in before if node.kind is not NodeKind.FURNITURE}
    new = {node.ref: node.text for node in after if node.kind is not NodeKind.FURNITURE}
    refs = list(dict.fromkeys((*new, *old)))
    return [
        {"ref": ref, "before": old.get(ref, ""), "after": new.get(ref, "")}
        for ref in refs
        if old.get(ref) != new.get(ref)
    ]
