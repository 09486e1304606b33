"""The translation board: which reply is in which language, what went out and came back, what it says otherwise."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verbale.app.cycles import CycleFolder
from verbale.app.document_cache import DocumentCache, own_words
from verbale.app.translated_words import concord_translation, words_in
from verbale.app.translating import encode_memory, find_job, remember, write_job
from verbale.desk.access import Act, Kind, Thing
from verbale.desk.access_stages import translation_of
from verbale.desk.cases import ReplyCase
from verbale.desk.commands import Role
from verbale.errors import VerbaleError
from verbale.model.concordance import Concordance, Difference
from verbale.model.language import Language
from verbale.model.node import Node
from verbale.store.cycle_store import find_cycles
from verbale.translation.memory import TranslationMemory
from verbale.web.current_desk import desk_database
from verbale.web.desk.cycle_frame import frame_of
from verbale.web.desk.desk_words import names_of_authors
from verbale.web.desk.open_cycles import open_now
from verbale.web.models import MemoryFile, TranslationQuery
from verbale.web.templatetags.written_words import direction
from verbale.web.viewers import ask, require, viewer_of

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of a ZIP, so that the same files make the same bytes


def get_jobs(request: HttpRequest, cycle: str, act: Act = Act.SEE) -> CycleFolder:
    """A cycle for whoever may do this with translations of it: officers and translators. Raises ``Http404``."""
    require(request, act, Thing(Kind.TRANSLATION, "ordered"))
    if cycle not in find_cycles(desk_database()):
        raise Http404
    return open_now(cycle)


def languages_of(folder: CycleFolder) -> tuple[Language, ...]:
    """The languages that the report is in."""
    return folder.cycle.policy_on(folder.cycle.calendar.deadline).languages


def memory_of(folder: CycleFolder) -> TranslationMemory:
    """What was translated before, in this cycle and in the memories that the desk was given."""
    rows = MemoryFile.objects.order_by("pk")
    return remember(folder, [(row.name, folder.store.get_content(row.content)) for row in rows])


@require_safe
def board(request: HttpRequest, cycle: str) -> HttpResponse:
    """Every reply that is printed, by language; a translator sees those that were ordered."""
    folder = get_jobs(request, cycle)
    languages, is_officer = languages_of(folder), viewer_of(request).role is Role.OFFICER
    replies = [reply for reply in folder.replies if reply.kind.is_printed and reply.confirmed and reply.stands]
    if not is_officer:
        replies = [reply for reply in replies if any(_may_see(request, reply, code.value) for code in languages)]
    context = {
        **frame_of(folder, "translations"),
        "title": _("Translations"),
        "languages": languages,
        "is_officer": is_officer,
        "rows": [
            {
                "reply": reply,
                "authors": names_of_authors(reply.authors, folder.case.added_authors),
                "cells": [_cell(folder, reply, language) for language in languages],
            }
            for reply in replies
        ],
        "queries": TranslationQuery.objects.filter(cycle=cycle, answer="").order_by("pk"),
        "memories": MemoryFile.objects.order_by("pk") if is_officer else (),
    }
    if not is_officer:
        context["sections"] = []
    return render(request, "verbale/desk/translations.html", context)


def _may_see(request: HttpRequest, reply: ReplyCase, language: str) -> bool:
    return language in reply.translations and bool(ask(request, Act.SEE, translation_of(reply, language)))


def _cell(folder: CycleFolder, reply: ReplyCase, language: Language) -> dict[str, object]:
    """Where a reply stands in a language."""
    code, one = language.value, reply.translations.get(language.value)
    if code == reply.language:
        stage = "original"
    elif reply.translation_into(code):
        stage = "held"
    elif one is None or (one.held and one.version != reply.standing.number):
        stage = "missing" if one is None else "outdated"
    else:
        stage = "awaited"
    url = reverse("desk-translation", args=[folder.address.name, reply.id, code])
    return {"stage": stage, "language": code, "url": url if stage in ("held", "awaited") else ""}


@require_safe
def job_file(request: HttpRequest, cycle: str, case: str, language: str) -> HttpResponse:
    """A job that is awaited, as XLIFF 2.1, with what was translated before as offers."""
    folder = get_jobs(request, cycle, Act.TAKE_AWAY)
    name, content = _job(request, folder, case, language, memory_of(folder))
    return _attachment(content, name)


def _job(
    request: HttpRequest, folder: CycleFolder, case: str, language: str, memory: TranslationMemory
) -> tuple[str, bytes]:
    reply = get_ordered(request, folder, case, language)
    job = find_job(DocumentCache(folder), reply.id, Language(language), memory)
    if job is None:
        raise Http404
    return write_job(job)


def get_ordered(request: HttpRequest, folder: CycleFolder, case: str, language: str) -> ReplyCase:
    """A reply that was sent to be translated into a language, where whoever looks may see that. Raises ``Http404``."""
    try:
        reply = folder.get_reply(case)
    except VerbaleError as error:
        raise Http404 from error
    if language not in set(Language) or language not in reply.translations:
        raise Http404
    require(request, Act.SEE, translation_of(reply, language, folder.case.redacted))
    return reply


@require_safe
def all_jobs(request: HttpRequest, cycle: str) -> HttpResponse:
    """Every job that is awaited in one ZIP."""
    folder = get_jobs(request, cycle, Act.TAKE_AWAY)
    memory, content = memory_of(folder), io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for reply in folder.replies:
            for language, one in reply.translations.items():
                if one.held is None and _may_see(request, reply, language):
                    name, data = _job(request, folder, reply.id, language, memory)
                    archive.writestr(zipfile.ZipInfo(name, _FIRST_DAY), data)
    return _attachment(content.getvalue(), "jobs.zip")


@require_safe
def memory_file(request: HttpRequest, cycle: str) -> HttpResponse:
    """What was translated before, as TMX 1.4."""
    folder = get_jobs(request, cycle, Act.TAKE_AWAY)
    return _attachment(encode_memory(memory_of(folder)), f"{cycle}.tmx")


def _attachment(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/octet-stream")
    plain = "".join(char for char in name if char.isascii() and (char.isalnum() or char in "._-"))
    response.headers["Content-Disposition"] = f'attachment; filename="{plain}"'
    return response


@require_safe
def translation(request: HttpRequest, cycle: str, case: str, language: str) -> HttpResponse:
    """A reply and its translation beside each other, what says something else, and what was asked about it."""
    folder = get_jobs(request, cycle)
    return translation_page(request, folder, get_ordered(request, folder, case, language), language)


def translation_page(
    request: HttpRequest, folder: CycleFolder, reply: ReplyCase, language: str, error: VerbaleError | None = None
) -> HttpResponse:
    """The page of one translation; after a form that could not be done with the reason."""
    cache, target = DocumentCache(folder), Language(language)
    held = reply.translation_into(language) is not None
    found = concord_translation(reply, target, cache) if held else None
    is_officer = viewer_of(request).role is Role.OFFICER
    board_url = reverse("desk-translations", args=[folder.address.name])
    context = {
        **frame_of(folder, "translations", (_("Translations"), board_url)),
        "title": names_of_authors(reply.authors, folder.case.added_authors),
        "reply": reply,
        "language": language,
        "dir": direction(language),
        "source": reply.language,
        "source_dir": direction(reply.language),
        "held": held,
        "rows": _beside(own_words(reply, cache)[1], words_in(reply, target, cache)[1], found),
        "differences": found.differences if found else (),
        "queries": TranslationQuery.objects.filter(cycle=folder.address.name, case=reply.id, language=language),
        "is_officer": is_officer,
        "error": error,
    }
    if not is_officer:
        context["sections"] = []
    return render(request, "verbale/desk/translation.html", context, status=409 if error else 200)


def _beside(source: Sequence[Node], target: Sequence[Node], found: Concordance | None) -> list[dict[str, object]]:
    """The units of both, those of one ref in one row, each with what it says otherwise."""
    words = {node.ref: node.text for node in target}
    differences = _by_ref(found)
    rows: list[dict[str, object]] = [
        {"ref": node.ref, "source": node.text, "target": words.pop(node.ref, ""), "differs": differences.get(node.ref)}
        for node in source
    ]
    rows += [{"ref": ref, "source": "", "target": text, "differs": differences.get(ref)} for ref, text in words.items()]
    return rows


def _by_ref(found: Concordance | None) -> Mapping[str, list[Difference]]:
    by_ref: dict[str, list[Difference]] = {}
    for one in found.differences if found else ():
        for ref in {side.ref for side in one.sides if side.ref}:
            by_ref.setdefault(ref, []).append(one)
    return by_ref
