"""Programmes: what a report on a subject is made of, in six languages; those of the package, and those of the desk."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from verbale.app.clock import today
from verbale.app.cycle_drafting import (
    draft_of_programme,
    known_programmes,
    preview_terms,
    sample_of,
    topics_of,
    write_draft,
)
from verbale.app.programmes import find_lacking_of, programme_of_texts, texts_of_programme
from verbale.desk.access import Act, Kind, Thing
from verbale.desk.cases import CycleStage
from verbale.errors import CycleBroken, VerbaleError
from verbale.programmes.loading import ProgrammeFiles
from verbale.web.models import DeskProgramme
from verbale.web.templatetags.written_words import current_language, direction
from verbale.web.viewers import require, viewer_of
from verbale.web.written_units import UnitWriter

_LONGEST = 200_000  # characters of a file


def own_programmes() -> tuple[ProgrammeFiles, ...]:
    """The programmes of the desk, that of the latest change first."""
    rows = DeskProgramme.objects.order_by("-changed_at")
    return tuple(programme_of_texts(row.name, row.files) for row in rows)


@require_safe
def programmes(request: HttpRequest) -> HttpResponse:
    """Every programme with its topics."""
    require(request, Act.SEE, Thing(Kind.CYCLE, CycleStage.DRAFTED))
    given = own_programmes()
    own = {one.id for one in given}
    context = {
        **_frame(_("Programmes")),
        "programmes": [
            {"name": name, "own": name in own, "topics": list(topics_of(name, given).values())}
            for name in known_programmes(given)
        ],
    }
    return render(request, "verbale/desk/programmes.html", context)


def _frame(title: str, *above: tuple[str, str]) -> dict[str, object]:
    crumbs = [{"label": _("Desk"), "url": reverse("desk")}, *({"label": name, "url": url} for name, url in above)]
    return {"section": "desk", "title": title, "crumbs": [*crumbs, {"label": title}]}


@require_http_methods(["GET", "HEAD", "POST"])
def programme(request: HttpRequest, name: str) -> HttpResponse:
    """The files of a programme, what is missing in them, and the note verbale that they make; kept under a name."""
    require(request, Act.SEE, Thing(Kind.CYCLE, CycleStage.DRAFTED))
    given = own_programmes()
    try:
        texts = texts_of_programme(name, given)
    except CycleBroken as error:
        raise Http404 from error
    if request.method != "POST":
        return _page(request, name, name, dict(texts))
    require(request, Act.DECIDE, Thing(Kind.CYCLE, CycleStage.DRAFTED))
    kept = request.POST.get("keep_as", "").strip()
    typed = {file: request.POST.get(file, "").replace("\r\n", "\n")[:_LONGEST] for file in texts}
    try:
        own = programme_of_texts(kept, {file: text for file, text in typed.items() if text.strip()})
        lacking = find_lacking_of(own)
    except VerbaleError as error:
        return _page(request, name, kept, typed, error)
    if not request.POST.get("go"):
        return _page(request, name, kept, typed)
    values = {"files": dict(own.files), "changed_by": viewer_of(request).name, "changed_at": timezone.now()}
    DeskProgramme.objects.update_or_create(name=kept, defaults=values)
    words = _("The programme is kept; %(count)s things are missing in it.") % {"count": len(lacking)}
    messages.success(request, words)
    return HttpResponseRedirect(reverse("desk-programme", args=[kept]))


def _page(
    request: HttpRequest, name: str, kept: str, texts: dict[str, str], error: VerbaleError | None = None
) -> HttpResponse:
    context: dict[str, object] = {
        **_frame(name, (_("Programmes"), reverse("desk-programmes"))),
        "name": name,
        "keep_as": kept,
        "texts": texts.items(),
        "error": error,
    }
    if error is None:
        own = programme_of_texts(kept or name, {file: text for file, text in texts.items() if text.strip()})
        context |= {"lacking": find_lacking_of(own), **_preview(own)}
    return render(request, "verbale/desk/programme.html", context, status=409 if error else 200)


def _preview(own: ProgrammeFiles) -> dict[str, object]:
    """The note verbale of a sample call; why there is none where something is missing."""
    try:
        sample = sample_of(draft_of_programme(own.id, [own]), date.fromisoformat(today()))
        notes = preview_terms(write_draft(sample), [own]).notes
    except VerbaleError as problem:
        return {"no_preview": str(problem)}
    language = current_language() if current_language() in notes else next(iter(notes))
    text = UnitWriter(notes[language]).write().whole
    return {"note": text, "language": language.value, "dir": direction(language.value)}
