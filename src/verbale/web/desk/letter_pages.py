"""One letter: the page as received beside the text as read, and what it is proposed to be, for a person to decide."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verbale.app.confirming import OTHERS, held_letter
from verbale.app.cycles import CycleFolder
from verbale.app.document_cache import DocumentCache, refs_of_words
from verbale.app.letter_reading import propose_letter
from verbale.app.page_images import draw_page, find_boxes, gather_letters, has_pages
from verbale.desk.access import Act
from verbale.desk.access_stages import letter_of
from verbale.desk.answering import Evidence
from verbale.desk.cases import ReplyCase, ReplyVersion
from verbale.desk.events import Entry
from verbale.desk.intake import Proposal
from verbale.desk.next_steps import find_next_step
from verbale.errors import ContentRedacted, VerbaleError
from verbale.model.document import Document
from verbale.web.desk.cycle_frame import frame_of
from verbale.web.desk.desk_words import (
    act_name,
    channel_names,
    destination_names,
    kind_names,
    names_of_authors,
    stage_names,
    step_names,
)
from verbale.web.desk.inbox_pages import officers
from verbale.web.desk.letter_words import mark_names
from verbale.web.desk.open_cycles import get_opened
from verbale.web.models import Presence
from verbale.web.templatetags.written_words import direction
from verbale.web.unit_names import names_of
from verbale.web.viewers import require, viewer_of
from verbale.web.written_units import UnitWriter

_HERE = timedelta(seconds=60)
"""How long after it was last shown somebody is said to have a letter open."""
_MOST_LETTERS = 200  # that a letter can be said to be about
_MOST_CANDIDATES = 4  # authors that are offered, the likeliest first


@require_safe
def letter(request: HttpRequest, cycle: str, case: str) -> HttpResponse:
    """A letter with what is proposed for it; ``?version=`` and ``?page=`` choose what is shown of it."""
    folder = get_opened(request, cycle)
    return letter_page(request, folder, get_reply_or_404(folder, case))


def get_reply_or_404(folder: CycleFolder, case: str) -> ReplyCase:
    """A letter of the cycle. Raises ``Http404`` where there is none."""
    try:
        return folder.get_reply(case)
    except VerbaleError as error:
        raise Http404 from error


def letter_page(
    request: HttpRequest, folder: CycleFolder, reply: ReplyCase, error: VerbaleError | None = None
) -> HttpResponse:
    """The page of a letter; after a form that could not be done with the reason, and what was typed."""
    version = _version(request, reply)
    require(request, Act.SEE, letter_of(reply, version.number, folder.case.redacted))
    typed = request.POST if request.method == "POST" else {}
    query = request.GET.urlencode() or request.POST.get("query", "")
    inbox = f"{reverse('desk-inbox', args=[folder.address.name])}?{query}"
    context = {
        **frame_of(folder, "inbox", (_("Inbox"), inbox)),
        **_said(folder, reply, version),
        **_shown(request, folder, reply, version),
        "title": reply.current.name,
        "reply": reply,
        "version": version,
        "error": error,
        "typed": typed,
        "asked": query,
        "others": _present(folder.address.name, reply.id, viewer_of(request).name),
        "officers": officers(),
        "events": _events(folder, reply.id),
        "next_url": f"{reverse('desk-next', args=[folder.address.name])}?{query}&after={reply.id}",
        "letters": _other_letters(folder, reply),
        "kinds": kind_names(),
        "marks": mark_names(reply),
        "other_languages": OTHERS,
    }
    return render(request, "verbale/desk/letter.html", context, status=409 if error else 200)


def _version(request: HttpRequest, reply: ReplyCase) -> ReplyVersion:
    asked = request.GET.get("version", "")
    number = int(asked) if asked.isdecimal() and len(asked) < 6 else len(reply.versions)
    if not 1 <= number <= len(reply.versions):
        raise Http404
    return reply.versions[number - 1]


def _said(folder: CycleFolder, reply: ReplyCase, version: ReplyVersion) -> dict[str, object]:
    """What is known of the letter, in words."""
    added = folder.case.added_authors
    return {
        "authors": names_of_authors(reply.authors or version.authors, added),
        "stage_name": stage_names()[reply.stage],
        "kind_name": kind_names()[reply.kind_of(version)],
        "step": step_names()[find_next_step(reply)],
        "channel": channel_names().get(version.channel, version.channel),
        "goes_to": destination_names().get(reply.destination, "") if reply.destination else "",
        "confirmation": reply.confirmed.get(version.number),
        "alarms": [{"alarm": alarm, "open": alarm in reply.open_alarms(version)} for alarm in version.alarms],
    }


def _shown(request: HttpRequest, folder: CycleFolder, reply: ReplyCase, version: ReplyVersion) -> dict[str, object]:
    """The page as received, the text as read, and the proposal; only what can be shown of it."""
    try:
        document, wanted = refs_of_words(reply, version, DocumentCache(folder))
    except ContentRedacted:
        return {"gone": True}
    except VerbaleError:
        # What cannot be read has its bytes, its name and the reason.
        return {"unreadable": version.unread}
    proposal = propose_letter(held_letter(folder, version), folder.cycle)
    return {
        "document": document,
        "text": UnitWriter(document).write().whole,
        "framing": [node.ref for node in document.nodes if node.ref not in wanted],
        "words_kept": len(wanted),
        "language": document.language.value if document.language else "",
        "dir": direction(document.language.value if document.language else ""),
        "proposal": _proposal(folder, proposal),
        "issued": _issued(request, folder, reply, version, document) if has_pages(document) else None,
    }


def _proposal(folder: CycleFolder, proposal: Proposal) -> list[dict[str, object]]:
    """What the letter seems to be, each thing with its candidates and their evidence."""
    added = folder.case.added_authors
    kinds = kind_names()
    rows = (
        ("kind", _("Kind"), proposal.kinds, lambda value: kinds.get(value, value)),
        (
            "authors",
            _("Author"),
            proposal.states[: max(_MOST_CANDIDATES, len(proposal.joint))],
            lambda value: names_of_authors((value,), added),
        ),
        ("dated", _("Date"), proposal.dates, str),
        ("language", _("Language"), proposal.languages, str),
        ("answers", _("Answers"), proposal.addresses, str),
    )
    return [
        {"key": key, "heading": heading, "candidates": [_candidate(one, show(one.value)) for one in found]}
        for key, heading, found, show in rows
    ]


def _candidate(one: Evidence, words: str) -> dict[str, object]:
    return {"value": one.value, "words": words, "reason": one.reason, "sure": one.sure, "refs": one.refs[:4]}


def _issued(
    request: HttpRequest, folder: CycleFolder, reply: ReplyCase, version: ReplyVersion, document: Document
) -> dict[str, object] | None:
    """A page of a PDF as received, with the words of a unit marked where one is named."""
    asked = request.GET.get("page", "1")
    page = int(asked) if asked.isdecimal() and len(asked) < 6 else 1
    at = request.GET.get("at", "")
    node = next((node for node in document.nodes if node.ref == at), None)
    if node is not None and node.page:
        page = node.page
    try:
        letters = gather_letters(folder.store.get_content(version.sha256), version.name, page)
    except VerbaleError:
        return None
    base = reverse("desk-letter", args=[folder.address.name, reply.id])
    return {
        "page": page,
        "letters": letters,
        "boxes": find_boxes(document, node, letters) if node else (),
        "picture_url": reverse("desk-letter-picture", args=[folder.address.name, reply.id, version.number, page]),
        "name": names_of(document).of(node) if node else "",
        "previous_url": f"{base}?version={version.number}&page={page - 1}" if page > 1 else "",
        "next_url": f"{base}?version={version.number}&page={page + 1}" if page < letters.pages else "",
    }


@require_safe
def picture(request: HttpRequest, cycle: str, case: str, number: int, page: int) -> HttpResponse:
    """A page of a version as received; kept nowhere outside the desk."""
    folder, _reply, version = _get_version(request, cycle, case, number)
    content = draw_page(folder.store.get_content(version.sha256), version.name, page)
    return HttpResponse(content, content_type="image/png")


@require_safe
def received(request: HttpRequest, cycle: str, case: str, number: int) -> HttpResponse:
    """The bytes of a version as received, to be kept and not opened by the browser."""
    folder, reply, version = _get_version(request, cycle, case, number)
    require(request, Act.TAKE_AWAY, letter_of(reply, number, folder.case.redacted))
    response = HttpResponse(folder.store.get_content(version.sha256), content_type="application/octet-stream")
    name = "".join(char for char in version.name if char.isalnum() or char in "._- ") or "letter"
    response.headers["Content-Disposition"] = f'attachment; filename="{name.encode("ascii", "replace").decode()}"'
    return response


def _get_version(
    request: HttpRequest, cycle: str, case: str, number: int
) -> tuple[CycleFolder, ReplyCase, ReplyVersion]:
    folder = get_opened(request, cycle)
    reply = get_reply_or_404(folder, case)
    if not 1 <= number <= len(reply.versions):
        raise Http404
    require(request, Act.SEE, letter_of(reply, number, folder.case.redacted))
    return folder, reply, reply.versions[number - 1]


def _present(cycle: str, case: str, name: str) -> Sequence[str]:
    """Who else has the letter open now; that this one does is noted."""
    now = timezone.now()
    Presence.objects.update_or_create(cycle=cycle, case=case, name=name, defaults={"seen_at": now})
    here = Presence.objects.filter(cycle=cycle, case=case, seen_at__gte=now - _HERE).exclude(name=name)
    return list(here.order_by("name").values_list("name", flat=True))


@require_safe
def presence(request: HttpRequest, cycle: str, case: str) -> HttpResponse:
    """Who else has the letter open, as a part of its page that asks for it again and again."""
    folder = get_opened(request, cycle)
    reply = get_reply_or_404(folder, case)
    seen = request.GET.get("seen", "")
    changed = seen.isdecimal() and int(seen) < reply.version
    context = {
        "others": _present(folder.address.name, reply.id, viewer_of(request).name),
        "reply": reply,
        "cycle_name": folder.address.name,
        "changed": changed,
        "last": str(reply.last) if changed else "",
        "seen": seen or str(reply.version),
    }
    return render(request, "verbale/desk/parts/presence.html", context)


def _events(folder: CycleFolder, case: str) -> list[dict[str, object]]:
    """What was done with the letter, the latest first."""
    mine = [entry for entry in folder.entries if entry.event.case == case]
    return [_event(entry) for entry in reversed(mine)]


def _event(entry: Entry) -> dict[str, object]:
    event = entry.event
    said = event.facts.get("reason") or event.facts.get("text") or event.facts.get("seen") or ""
    return {"number": entry.number, "at": event.at, "by": event.actor, "act": act_name(event.kind), "said": said}


def _other_letters(folder: CycleFolder, reply: ReplyCase) -> list[dict[str, str]]:
    """The other letters of the cycle by the same author first, that this one may be about."""
    mine = set(reply.authors or reply.current.authors)
    others = [one for one in folder.replies if one.id != reply.id and one.stands]
    # Those of one author stand first; sorting keeps the order in which they came.
    others.sort(key=lambda one: not mine & set(one.authors or one.current.authors))
    return [
        {
            "case": one.id,
            "words": f"{names_of_authors(one.authors or one.current.authors, folder.case.added_authors) or '?'}: "
            f"{one.current.name}",
        }
        for one in others[:_MOST_LETTERS]
    ]
