"""A part of the report edited in place, unit by unit, or taken from a document: what it would do is shown first."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from verbale.app.cycles import CycleFolder
from verbale.app.document_cache import DocumentCache
from verbale.app.editing import Edited, PartEdits, ReportNow, ReportPart, edit_part, report_now, take_part
from verbale.app.rehearsing import rehearse
from verbale.app.undoing import undo_part
from verbale.app.version_changes import find_changes
from verbale.desk.access import Act
from verbale.desk.cases import CYCLE, Section
from verbale.desk.commands import Actor
from verbale.desk.deciding import Moment
from verbale.errors import BadReference, VerbaleError
from verbale.model.language import Language
from verbale.model.node import NodeKind
from verbale.web.compared_rows import change_rows
from verbale.web.desk.acting import perform, this_moment
from verbale.web.desk.desk_words import part_names
from verbale.web.desk.report_frame import day_of_report, get_language, get_report, report_frame
from verbale.web.desk.report_text_pages import last_set, ties_of
from verbale.web.templatetags.written_words import direction, language_name
from verbale.web.unit_names import names_of
from verbale.web.uploads import taken_in
from verbale.web.viewers import viewer_of

_UNIT, _AFTER = "unit-", "after-"
"""What the fields of a form begin with, before the ref of a unit: its words, and what comes after it."""
_BLANK_LINE = re.compile(r"\n\s*\n")
_LINE = 90  # characters, about what a line of a field holds
_MOST_ROWS = 14  # of a field

Place = tuple[Section, Language]


@require_http_methods(["GET", "HEAD", "POST"])
def part(request: HttpRequest, cycle: str, language: str, part: str) -> HttpResponse:
    """The form of a part; sent without ``go`` what it would do, with it the part is set."""
    folder = get_report(request, cycle, Act.WRITE)
    if part not in set(Section):
        raise Http404
    place = (Section(part), get_language(folder, language))
    if request.method != "POST":
        return _form(request, folder, place)
    if "file" in request.FILES or request.POST.get("source") == "file":
        return _take_file(request, folder, place)
    if request.POST.get("source") == "again":
        return _compose_again(request, folder, place)
    edits = _edits(request.POST)
    reason = request.POST.get("reason", "")
    if not request.POST.get("go"):
        return _preview(request, folder, place, edits)
    return _done(request, folder, place, lambda actor, at: edit_part(folder, place, edits, reason, actor, at))


def _edits(form: QueryDict) -> PartEdits:
    """What the form says of units; those that it does not have stay."""
    fields = {name: value.replace("\r\n", "\n") for name, value in form.items() if isinstance(value, str)}
    texts = {name.removeprefix(_UNIT): value for name, value in fields.items() if name.startswith(_UNIT)}
    added = {
        name.removeprefix(_AFTER): [one for one in _BLANK_LINE.split(value) if one.strip()]
        for name, value in fields.items()
        if name.startswith(_AFTER) and value.strip()
    }
    return PartEdits(texts, added)


def _done(
    request: HttpRequest,
    folder: CycleFolder,
    place: Place,
    act: Callable[[Actor, Moment], Edited],
) -> HttpResponse:
    error = perform(request, folder, CYCLE, lambda actor, at: told(place, act(actor, at)))
    return _form(request, folder, place, error) if error is not None else _to_text(folder, place)


def _to_text(folder: CycleFolder, place: Place) -> HttpResponse:
    section, language = place
    address = reverse("desk-report-text", args=[folder.address.name, language.value])
    return HttpResponseRedirect(f"{address}#part-{section}")


def _compose_again(request: HttpRequest, folder: CycleFolder, place: Place) -> HttpResponse:
    """Let a part that was set be composed again."""

    def act(actor: Actor, at: Moment) -> str:
        undo_part(folder, place, request.POST.get("reason", ""), actor, at)
        return _("The part is composed again.")

    error = perform(request, folder, CYCLE, act)
    return _form(request, folder, place, error) if error is not None else _to_text(folder, place)


def told(place: Place, edited: Edited) -> str:
    """What was taken in, in words."""
    section, language = place
    words = ngettext(
        "%(part)s (%(language)s): %(count)s unit was set.",
        "%(part)s (%(language)s): %(count)s units were set.",
        edited.units,
    ) % {"part": part_names()[section], "language": language_name(language.value), "count": edited.units}
    if not edited.drafted:
        return words
    kept = _("%(kept)s of %(drafted)s drafted sentences are unchanged and keep their sources.") % {
        "kept": edited.kept,
        "drafted": edited.drafted,
    }
    return f"{words} {kept}"


def _take_file(request: HttpRequest, folder: CycleFolder, place: Place) -> HttpResponse:
    """Set the part from the report as it was edited in a word processor, or from a document with that part alone."""
    upload, reason = request.FILES.get("file"), request.POST.get("reason", "")

    def act(actor: Actor, at: Moment) -> Edited:
        if not isinstance(upload, UploadedFile):
            raise BadReference("file", _("no file was chosen"))
        with taken_in(upload) as path:
            return take_part(folder, place, (path.read_bytes(), path.name), reason, actor, at)

    return _done(request, folder, place, act)


def _form(request: HttpRequest, folder: CycleFolder, place: Place, error: VerbaleError | None = None) -> HttpResponse:
    now, found = _now(folder, place)
    context = {**_context(request, folder, place, now, found), "error": error}
    return render(request, "verbale/desk/report_part.html", context, status=409 if error else 200)


def _now(folder: CycleFolder, place: Place) -> tuple[ReportNow, ReportPart]:
    now = report_now(folder, place[1], day_of_report(folder), DocumentCache(folder))
    found = next((one for one in now.parts if one.section is place[0]), None)
    if found is None:
        raise Http404
    return now, found


def _context(
    request: HttpRequest, folder: CycleFolder, place: Place, now: ReportNow, found: ReportPart
) -> dict[str, object]:
    section, language = place
    name, code = part_names()[section], language.value
    above = reverse("desk-report-text", args=[folder.address.name, code])
    return {
        **report_frame(request, folder, (language_name(code), above), (name, "")),
        "title": _("Edit the %(part)s: %(language)s") % {"part": name, "language": language_name(code)},
        "back": f"{above}#part-{section}",
        "language": code,
        "part": section,
        "dir": direction(code),
        "set": last_set(folder, section, code) if found.held else None,
        "units": _units(request, now, found),
        "numbers": ", ".join(f"[^{number}]" for number in found.notes.values()),
        "reason": request.POST.get("reason", ""),
        "is_open": not folder.case.is_settled,
    }


def _units(request: HttpRequest, now: ReportNow, found: ReportPart) -> list[dict[str, object]]:
    typed = request.POST if not request.POST.get("source") else QueryDict()
    names = names_of(now.document)
    return [
        {
            "ref": node.ref,
            "id": f"u{place}",
            "name": names.of(node) if node.kind is not NodeKind.MASTHEAD else _("line of the masthead"),
            "number": node.number,
            "text": (words := typed.get(f"{_UNIT}{node.ref}", found.text_of(node))),
            "after": typed.get(f"{_AFTER}{node.ref}", ""),
            "rows": min(_MOST_ROWS, 1 + len(words) // _LINE + words.count("\n")),
            "lang": node.language.value if node.language else "",
            "dir": direction(node.language.value) if node.language else "",
            "ties": ties_of(found, node.ref),
            "untied": node.ref in found.untied,
        }
        for place, node in enumerate(found.nodes, start=1)
    ]


def _preview(request: HttpRequest, folder: CycleFolder, place: Place, edits: PartEdits) -> HttpResponse:
    """What an edit would do to the text and to the ties of its sentences, tried on a cycle of which nothing is kept."""
    now, found = _now(folder, place)
    tried, actor = rehearse(folder), viewer_of(request).actor
    reason = request.POST.get("reason", "")
    try:
        edited = edit_part(tried, place, edits, reason, actor, this_moment())
        after = report_now(tried, place[1], day_of_report(tried), DocumentCache(tried))
    except VerbaleError as error:
        return _form(request, folder, place, error)
    context = {
        **_context(request, folder, place, now, found),
        "words": told(place, edited),
        "changes": change_rows(find_changes(now.document, after.document)),
        "changed_ties": edited.edited,
        "untied": _names_of_untied(after, edited.untied),
        "has_preview": True,
    }
    return render(request, "verbale/desk/report_part.html", context)


def _names_of_untied(after: ReportNow, refs: Sequence[str]) -> list[str]:
    names, nodes = names_of(after.document), {node.ref: node for node in after.document.nodes}
    return [names.of(nodes[ref]) for ref in refs if ref in nodes]
