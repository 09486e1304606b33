"""A mission's drafts and letters: what waits, what was sent and where it stands; one letter, and what is said of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from verbale.app.document_cache import DocumentCache, refs_of_words
from verbale.app.letter_marks import mark_letter
from verbale.desk.access import Act
from verbale.desk.access_stages import reply_of
from verbale.desk.cases import ReplyCase, ReplyStage, ReplyVersion
from verbale.desk.commands import Actor
from verbale.desk.deciding import Moment
from verbale.errors import BadReference, Refused, VerbaleError
from verbale.model.document import Document
from verbale.web.desk.acting import perform
from verbale.web.desk.desk_words import destination_names, kind_names, stage_names
from verbale.web.mission.drafts import drafts_of
from verbale.web.mission.mission_cases import get_own, own_cases, sent_for, speaks_alone, versions_seen
from verbale.web.mission.mission_frame import Mission, get_mission, letters_frame, mission_frame
from verbale.web.mission.mission_rights import Right
from verbale.web.mission.models import Submission
from verbale.web.templatetags.written_words import direction
from verbale.web.viewers import require
from verbale.web.written_units import UnitWriter

_LIVE = (ReplyStage.UNREAD, ReplyStage.RECEIVED, ReplyStage.CONFIRMED, ReplyStage.PLACED)
_GONE = (ReplyStage.WITHDRAWN, ReplyStage.RECALLED)


@require_safe
def letters(request: HttpRequest, cycle: str) -> HttpResponse:
    """The drafts of a mission, and its letters with their receipts."""
    mission = get_mission(request, cycle)
    context = {
        **mission_frame(mission, "letters"),
        "title": _("Drafts and letters"),
        "drafts": [{"draft": one, "kind": kind_names()[one.kind]} for one in drafts_of(mission)],
        "letters": [_row(mission, one) for one in own_cases(mission).values()],
    }
    return render(request, "verbale/mission/letters.html", context)


def _row(mission: Mission, reply: ReplyCase) -> dict[str, object]:
    return {
        "reply": reply,
        "number": mission.folder.numbers[reply.id],
        "url": reverse("mission-letter", args=[mission.cycle, reply.id]),
        "kind": kind_names()[reply.kind],
        "stage": stage_names()[reply.stage],
        "seen": bool(versions_seen(mission, reply, Act.SEE)),
        "receipts": receipts_of(mission, reply.id),
    }


def receipts_of(mission: Mission, case: str) -> list[Submission]:
    """The receipts of a mission for one case, as they were made."""
    return list(Submission.objects.filter(cycle=mission.cycle, state=mission.state, case=case).order_by("pk"))


@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: HttpRequest, cycle: str, case: str) -> HttpResponse:
    """One letter of a mission; its form records what the State says of it."""
    mission = get_mission(request, cycle)
    reply = get_own(mission, case)
    if request.method != "POST":
        return _page(request, mission, reply)
    chosen, reason = request.POST.get("mark", ""), request.POST.get("reason", "").strip()
    mission.need(Right.SUBMIT)

    def act(actor: Actor, at: Moment) -> str:
        _need_alone(request, mission, reply)
        if chosen not in marks_of(reply):
            raise BadReference(chosen, _("is nothing that can be said of this letter now; choose from the list"))
        mark_letter(mission.folder, case, chosen, reason, actor, at)
        return _("Recorded.")

    error = perform(request, mission.folder, case, act)
    if error is not None:
        return _page(request, mission, reply, error)
    return HttpResponseRedirect(reverse("mission-letter", args=[cycle, case]))


def _need_alone(request: HttpRequest, mission: Mission, reply: ReplyCase) -> None:
    """Go on where the letter is of this State alone. Raises ``Refused``, and as ``viewers.require`` does."""
    version = versions_seen(mission, reply, Act.SEE)[-1]
    given = sent_for(mission, reply.id, version.sha256)
    require(request, Act.DECIDE, reply_of(reply, version.number, mission.folder.case.redacted, given))
    if not speaks_alone(mission, reply):
        raise Refused(reply.id, "decide", _("it is of several authors, or another's; write to the office"))


def marks_of(reply: ReplyCase) -> Mapping[str, str]:
    """What a State may say of a letter at its stage."""
    marks: dict[str, str] = {}
    if reply.stage in _LIVE:
        marks["withdrawn"] = _("We take it back")
        if reply.provisional:
            marks["final"] = _("It is final")
        else:
            marks["provisional"] = _("It is provisional")
    if reply.stage is ReplyStage.PUBLISHED:
        marks["recalled"] = _("We take it back; it stays in print, and is marked")
    if reply.stage in _GONE:
        marks["reinstated"] = _("It stands again")
    if not reply.restricted:
        marks["restricted"] = _("It is not to be used")
    marks["objects"] = _("We do not want its full text on the web")
    marks["agrees"] = _("We agree to its full text on the web")
    return marks


def _page(request: HttpRequest, mission: Mission, reply: ReplyCase, error: VerbaleError | None = None) -> HttpResponse:
    versions = versions_seen(mission, reply, Act.SEE)
    asked = request.GET.get("version", "")
    version = next((one for one in versions if str(one.number) == asked), versions[-1])
    alone = speaks_alone(mission, reply)
    context = {
        **letters_frame(mission),
        "title": reply.current.name,
        "reply": reply,
        "number": mission.folder.numbers[reply.id],
        "version": version,
        "versions": versions,
        "confirmation": reply.confirmed.get(version.number),
        "stage": stage_names()[reply.stage],
        "kind": kind_names()[reply.kind_of(version)],
        "goes_to": destination_names().get(reply.destination, "") if reply.destination else "",
        "receipts": receipts_of(mission, reply.id),
        "marks": marks_of(reply) if alone else {},
        "can_correct": alone and reply.stage is not ReplyStage.SET_ASIDE,
        "error": error,
        "typed": request.POST if error else {},
        **_text(mission, reply, version),
    }
    return render(request, "verbale/mission/letter.html", context, status=409 if error else 200)


def _text(mission: Mission, reply: ReplyCase, version: ReplyVersion) -> dict[str, object]:
    """The text as it was read, with what stands in the report."""
    try:
        document, wanted = refs_of_words(reply, version, DocumentCache(mission.folder))
    except VerbaleError:
        return {"unreadable": version.unread or _("it cannot be read")}
    return words_shown(document, wanted)


def words_shown(document: Document, kept: Collection[str]) -> dict[str, object]:
    """A letter as it was read, for a page; ``kept`` are the refs of what stands in the report."""
    language = document.language.value if document.language else ""
    return {
        "text": UnitWriter(document).write().whole,
        "framing": [node.ref for node in document.nodes if node.ref not in kept],
        "words_kept": len(kept),
        "language": language,
        "dir": direction(language),
    }


@require_safe
def received(request: HttpRequest, cycle: str, case: str, number: int) -> HttpResponse:
    """The bytes of a version of a mission's own, as they were received."""
    mission = get_mission(request, cycle)
    reply = get_own(mission, case)
    version = next((one for one in versions_seen(mission, reply, Act.TAKE_AWAY) if one.number == number), None)
    if version is None:
        raise Http404
    return attachment(mission.folder.store.get_content(version.sha256), version.name)


def attachment(data: bytes, name: str) -> HttpResponse:
    """Bytes to be taken away, under a name that a header can have."""
    plain = "".join(char for char in name if char.isalnum() or char in "._- ")
    plain = plain.encode("ascii", "replace").decode().replace("?", "_") or "letter"
    response = HttpResponse(data, content_type="application/octet-stream")
    response.headers["Content-Disposition"] = f'attachment; filename="{plain}"'
    return response
