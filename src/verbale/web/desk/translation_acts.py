"""What is done on the translation board: sent out, taken in, set aside, asked and answered."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from verbale.app.cycles import CycleFolder
from verbale.app.document_cache import DocumentCache
from verbale.app.translating import TakenTranslation, prepare_jobs, record_sent, remember, take_document, take_job
from verbale.app.undoing import undo_translation
from verbale.desk.access import Act
from verbale.desk.commands import Actor, Role
from verbale.desk.deciding import Moment
from verbale.errors import VerbaleError
from verbale.model.language import Language
from verbale.store.contents import digest_of
from verbale.web.desk.acting import perform, this_moment
from verbale.web.desk.open_cycles import get_opened
from verbale.web.desk.translation_pages import (
    get_jobs,
    get_ordered,
    languages_of,
    memory_of,
    translation_page,
)
from verbale.web.models import MemoryFile, TranslationQuery
from verbale.web.uploads import taken_in
from verbale.web.viewers import viewer_of


def _board(cycle: str) -> HttpResponse:
    return HttpResponseRedirect(reverse("desk-translations", args=[cycle]))


@require_POST
def send(request: HttpRequest, cycle: str) -> HttpResponse:
    """Send replies to be translated: those that were chosen, or all that are printed and lack a language."""
    folder = get_opened(request, cycle, Act.DECIDE)
    codes = [code for code in request.POST.getlist("languages") if code in set(Language)]
    languages = tuple(map(Language, codes)) or languages_of(folder)
    actor, at = viewer_of(request).actor, this_moment()
    try:
        prepared = prepare_jobs(
            DocumentCache(folder), request.POST.getlist("case"), languages, memory_of(folder), actor, at
        )
        if prepared.jobs:
            record_sent(folder, prepared.jobs, actor, at)
    except VerbaleError as error:
        messages.error(request, str(error))
        return _board(cycle)
    for one in prepared.unsent:
        messages.info(request, f"{one.state or one.case}: {one.reason}")
    count = len(prepared.jobs)
    words = ngettext("%(count)s job was sent out.", "%(count)s jobs were sent out.", count)
    messages.success(request, words % {"count": count})
    return _board(cycle)


@require_POST
def take(request: HttpRequest, cycle: str) -> HttpResponse:
    """Take translations in: XLIFF files, or one document of a reply and a language that are named."""
    folder = get_jobs(request, cycle, Act.WRITE)
    case, language = request.POST.get("case", ""), request.POST.get("language", "")
    final = bool(request.POST.get("final")) and viewer_of(request).role is Role.OFFICER
    for upload in request.FILES.getlist("files"):
        try:
            with taken_in(upload) as path:
                taken = _take(request, folder, path.read_bytes(), path.name, (case, language), final=final)
        except (VerbaleError, Http404) as error:
            reason = str(error) or _("it is of no reply that was sent to be translated")
            messages.error(request, f"{upload.name}: {reason}")
            continue
        words = _("%(name)s: %(units)s units, %(count)s differences from the words of the State.")
        count = len(taken.concordance.differences)
        messages.success(request, words % {"name": upload.name, "units": taken.units, "count": count})
    return _board(cycle)


def _take(
    request: HttpRequest, folder: CycleFolder, data: bytes, name: str, to: tuple[str, str], *, final: bool
) -> TakenTranslation:
    actor, at, cache = viewer_of(request).actor, this_moment(), DocumentCache(folder)
    case, language = to
    if not case:
        return take_job(data, name, cache, actor, at, final=final)
    reply = get_ordered(request, folder, case, language)
    return take_document(data, name, cache, (reply.id, Language(language)), actor, at)


@require_POST
def set_aside(request: HttpRequest, cycle: str, case: str, language: str) -> HttpResponse:
    """Say that a translation is not that of the reply: one is awaited again."""
    folder = get_jobs(request, cycle, Act.DECIDE)
    reply, reason = get_ordered(request, folder, case, language), request.POST.get("reason", "").strip()

    def act(actor: Actor, at: Moment) -> str:
        undo_translation(folder, reply.id, language, reason, actor, at)
        return _("The translation was set aside, and one is awaited again.")

    error = perform(request, folder, reply.id, act)
    if error is not None:
        return translation_page(request, folder, folder.get_reply(case), language, error)
    return HttpResponseRedirect(reverse("desk-translation", args=[cycle, case, language]))


@require_POST
def query(request: HttpRequest, cycle: str, case: str, language: str) -> HttpResponse:
    """Ask something of a translation, or answer what was asked."""
    folder = get_jobs(request, cycle, Act.WRITE)
    get_ordered(request, folder, case, language)
    words, name = request.POST.get("words", "").strip(), viewer_of(request).name
    number = request.POST.get("answers", "")
    if words and number.isdecimal() and len(number) < 12:
        open_ = TranslationQuery.objects.filter(pk=int(number), cycle=cycle, case=case, language=language, answer="")
        if not open_.update(answer=words, answered_by=name, answered_at=timezone.now()):
            messages.error(request, _("It was answered meanwhile. Look at the answer, and ask again if need be."))
    elif words:
        TranslationQuery.objects.create(
            cycle=cycle,
            case=case,
            language=language,
            ref=request.POST.get("ref", "").strip()[:100].replace("\x00", ""),
            words=words.replace("\x00", ""),
            asked_by=name,
            asked_at=timezone.now(),
        )
    else:
        messages.error(request, _("Write what you ask or answer."))
    return HttpResponseRedirect(f"{reverse('desk-translation', args=[cycle, case, language])}#queries")


@require_POST
def add_memory(request: HttpRequest, cycle: str) -> HttpResponse:
    """Keep translation memories (TMX), from which offers are made in this desk."""
    folder = get_opened(request, cycle, Act.DECIDE)
    for upload in request.FILES.getlist("files"):
        try:
            with taken_in(upload) as path:
                data = path.read_bytes()
            remember(folder, [(str(upload.name), data)])
        except VerbaleError as error:
            messages.error(request, f"{upload.name}: {error}")
            continue
        folder.store.keep([data])
        MemoryFile.objects.get_or_create(
            content=digest_of(data),
            defaults={"name": str(upload.name), "added_by": viewer_of(request).name, "added_at": timezone.now()},
        )
        messages.success(request, _("%(name)s: kept.") % {"name": upload.name})
    return _board(cycle)
