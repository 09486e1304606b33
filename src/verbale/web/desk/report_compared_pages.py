"""The report as it was compiled, compared: its languages side by side, and with the compilation before."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verbale.app.cycles import CycleFolder
from verbale.app.document_cache import DocumentCache
from verbale.app.side_by_side import align_readings
from verbale.app.version_changes import find_changes
from verbale.model.document import Document
from verbale.web.compared_rows import ComparedLanguage, aligned_rows, change_rows
from verbale.web.desk.report_frame import compilations, get_report, report_frame
from verbale.web.templatetags.written_words import direction, language_name


@require_safe
def languages(request: HttpRequest, cycle: str) -> HttpResponse:
    """The languages of the report that are asked for (``?with=en&with=fr``; all where none is), by paragraph."""
    folder = get_report(request, cycle)
    made = folder.case.compilation
    if made is None or not made.trees:
        raise Http404
    asked = [code for code in request.GET.getlist("with") if code in made.trees]
    chosen = list(dict.fromkeys(asked)) or list(made.trees)
    context: dict[str, Any] = {
        **report_frame(request, folder, (_("Languages side by side"), "")),
        "title": _("Languages side by side"),
        "offered": [{"code": code, "chosen": code in chosen} for code in made.trees],
    }
    if len(chosen) > 1:
        context |= _aligned(folder, {code: made.trees[code] for code in chosen})
    return render(request, "verbale/desk/report_languages.html", context)


def _aligned(folder: CycleFolder, trees: dict[str, str]) -> dict[str, Any]:
    name, cache = folder.address.name, DocumentCache(folder)
    found = align_readings(folder.store.database, settings.SITE.folder, name, list(trees.items()))
    compared = [
        ComparedLanguage(
            code,
            reverse("desk-report-text", args=[name, code]),
            {node.ref: node for node in cache.get_kept(digest).nodes},
        )
        for code, digest in trees.items()
    ]
    return aligned_rows(found, compared)


@require_safe
def differences(request: HttpRequest, cycle: str) -> HttpResponse:
    """What differs in one language between the report as it is compiled now and as it was the time before."""
    folder = get_report(request, cycle)
    numbers, made = compilations(folder), folder.case.compilation
    if len(numbers) < 2 or made is None or not made.trees:
        raise Http404
    wanted, codes = request.GET.get("language", ""), list(made.trees)
    language = wanted if wanted in codes else codes[0]
    before, after = (_compiled(folder, number, language) for number in numbers[-2:])
    context = {
        **report_frame(request, folder, (_("What differs from the last compilation"), "")),
        "title": _("What differs from the last compilation"),
        "changes": change_rows(find_changes(before, after)) if before and after else [],
        "is_new": before is None,
        "language": language,
        "name": language_name(language),
        "dir": direction(language),
        "languages": codes,
        "when": [folder.entries[number - 1].event.at[:16].replace("T", " ") for number in numbers[-2:]],
    }
    return render(request, "verbale/desk/report_differences.html", context)


def _compiled(folder: CycleFolder, number: int, language: str) -> Document | None:
    """The report in a language as an entry has it; ``None`` where it had no such language."""
    case, _replies = folder.basis(number)
    made = case.compilation
    if made is None or language not in made.trees:
        return None
    return DocumentCache(folder).get_kept(made.trees[language])
