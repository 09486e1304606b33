"""A draft of a mission: written or uploaded, read as it would be read, cleared, submitted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from verbale.app.clock import now, today
from verbale.app.draft_reading import DraftReading, draft_from_record, frame_words, read_draft
from verbale.app.mission_view import find_questions
from verbale.app.state_replies import find_replies
from verbale.desk.access import Act
from verbale.desk.letter_kinds import LetterKind
from verbale.errors import BadReference, VerbaleError
from verbale.web.current_desk import desk_database, search_index
from verbale.web.desk.desk_words import kind_names, names_of_authors
from verbale.web.mission.clearing import answer_clearance, ask_clearance, find_clearance, may_answer, needs_two
from verbale.web.mission.drafts import WRITTEN, change, get_draft, keep_new, plain_words, text_of, thing_of
from verbale.web.mission.letters_pages import attachment, words_shown
from verbale.web.mission.mission_cases import get_own
from verbale.web.mission.mission_frame import Mission, get_mission, letters_frame
from verbale.web.mission.mission_links import typed
from verbale.web.mission.mission_rights import Right
from verbale.web.mission.models import Draft
from verbale.web.mission.submitting import submit
from verbale.web.templatetags.written_words import current_language, language_name
from verbale.web.uploads import taken_in
from verbale.web.viewers import require

_ACTS: Mapping[str, Callable[[HttpRequest, Mission, Draft], str]]


@require_http_methods(["GET", "HEAD", "POST"])
def new_draft(request: HttpRequest, cycle: str) -> HttpResponse:
    """The form of a new draft: words, a file, or the State's own record; ``?about=`` and ``?kind=`` bind it."""
    mission = get_mission(request, cycle)
    require(request, Act.WRITE, thing_of(mission))
    mission.need(Right.WRITE)
    asked = request.POST if request.method == "POST" else request.GET
    kind, about = asked.get("kind", "") or LetterKind.REPLY.value, asked.get("about", "")
    if about:
        get_own(mission, about)
    if request.method != "POST":
        return _form(request, mission, kind, about)
    try:
        made = _make(request, mission, kind, about)
    except VerbaleError as error:
        return _form(request, mission, kind, about, error)
    return HttpResponseRedirect(reverse("mission-draft", args=[cycle, made.pk]))


def _make(request: HttpRequest, mission: Mission, kind: str, about: str) -> Draft:
    way = request.POST.get("way", "")
    if way == "record":
        data = _from_record(mission)
        return keep_new(mission, data, WRITTEN, kind, about, now(), from_record=True)
    if way == "file":
        data, name = _uploaded(request)
        return keep_new(mission, data, name, kind, about, now())
    words = request.POST.get("words", "")
    if not words.strip():
        raise BadReference(WRITTEN, _("has no words; write or choose a file first"))
    known = [one.resolution for one in find_questions(mission.folder.cycle, current_language())]
    chosen = [one for one in known if one in request.POST.getlist("resolution")]
    added = mission.folder.case.added_authors
    data = frame_words(plain_words(words), mission.state, chosen, now().date(), current_language(), added)
    return keep_new(mission, data, WRITTEN, kind, about, now())


def _from_record(mission: Mission) -> bytes:
    language = current_language()
    replies = find_replies(desk_database(), search_index(), mission.state, language.value)
    return draft_from_record(desk_database(), mission.folder.cycle, mission.state, language, today(), replies)


def _uploaded(request: HttpRequest) -> tuple[bytes, str]:
    upload = request.FILES.get("letter")
    if upload is None:
        raise BadReference("", _("Choose the file of the letter first."))
    with taken_in(upload) as path:
        name = path.name if path.name != WRITTEN else f"our-{WRITTEN}"
        return path.read_bytes(), name


def _form(
    request: HttpRequest, mission: Mission, kind: str, about: str, error: VerbaleError | None = None
) -> HttpResponse:
    titles = {
        LetterKind.CORRECTED.value: _("Correct a letter"),
        LetterKind.SUPPLEMENT.value: _("Supplement a letter"),
    }
    language = current_language()
    questions = find_questions(mission.folder.cycle, language)
    picked = request.POST.getlist("resolution") if error else [one.resolution for one in questions]
    context = {
        **letters_frame(mission),
        "title": titles.get(kind, _("Write a reply")),
        "questions": questions,
        "picked": picked,
        "kind": kind if kind in titles else LetterKind.REPLY.value,
        "about": about,
        "error": error,
        "typed": request.POST if error else {},
    }
    return render(request, "verbale/mission/new_draft.html", context, status=409 if error else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: HttpRequest, cycle: str, number: int) -> HttpResponse:
    """A draft as it would be read; its forms change it, have it cleared, submit it, or throw it away."""
    mission = get_mission(request, cycle)
    require(request, Act.WRITE if request.method == "POST" else Act.SEE, thing_of(mission))
    row = get_draft(mission, number)
    if request.method != "POST":
        return _page(request, mission, row)
    do = _ACTS.get(request.POST.get("act", ""))
    try:
        if do is None:
            raise BadReference(request.POST.get("act", "")[:40], _("is no act of this page"))
        return HttpResponseRedirect(do(request, mission, row))
    except VerbaleError as error:
        return _page(request, mission, get_draft(mission, number), error)


def _save(request: HttpRequest, mission: Mission, row: Draft) -> str:
    words = plain_words(request.POST.get("words", ""))
    change(mission, row, words.encode("utf-8", "replace"), WRITTEN, typed(request.POST, "seen"), now())
    return reverse("mission-draft", args=[mission.cycle, row.pk]) + "#read"


def _replace(request: HttpRequest, mission: Mission, row: Draft) -> str:
    data, name = _uploaded(request)
    change(mission, row, data, name, typed(request.POST, "seen"), now())
    return reverse("mission-draft", args=[mission.cycle, row.pk])


def _discard(request: HttpRequest, mission: Mission, row: Draft) -> str:
    mission.need(Right.WRITE)
    row.delete()
    messages.success(request, _("The draft is thrown away."))
    return reverse("mission-letters", args=[mission.cycle])


def _ask(request: HttpRequest, mission: Mission, row: Draft) -> str:
    ask_clearance(mission, row, now())
    messages.success(request, _("A second person can clear this version now."))
    return reverse("mission-draft", args=[mission.cycle, row.pk])


def _clear(request: HttpRequest, mission: Mission, row: Draft) -> str:
    answer_clearance(mission, row, request.POST.get("seen", ""), typed(request.POST, "words"), now(), cleared=True)
    messages.success(request, _("You cleared this version."))
    return reverse("mission-draft", args=[mission.cycle, row.pk])


def _send_back(request: HttpRequest, mission: Mission, row: Draft) -> str:
    answer_clearance(mission, row, request.POST.get("seen", ""), typed(request.POST, "words"), now(), cleared=False)
    messages.success(request, _("You sent this version back."))
    return reverse("mission-draft", args=[mission.cycle, row.pk])


def _submit(request: HttpRequest, mission: Mission, row: Draft) -> str:
    made = submit(mission, row, request.POST.get("seen", ""))
    return reverse("mission-receipt", args=[mission.cycle, made.receipt])


_ACTS = {
    "save": _save,
    "replace": _replace,
    "discard": _discard,
    "ask": _ask,
    "clear": _clear,
    "send-back": _send_back,
    "submit": _submit,
}


def _page(request: HttpRequest, mission: Mission, row: Draft, error: VerbaleError | None = None) -> HttpResponse:
    asked = find_clearance(row)
    unsaved = request.POST.get("words") if error and request.POST.get("act") == "save" else None
    context = {
        **letters_frame(mission),
        "title": row.name,
        "draft": row,
        "kind": kind_names()[row.kind],
        "words": unsaved if unsaved is not None else text_of(row),
        "clearance": asked,
        "may_answer": asked is not None and asked.answered_at is None and may_answer(mission, row, asked),
        "two_people": needs_two(mission.cycle, mission.state),
        "error": error,
        **_read(mission, bytes(row.content), row.name),
    }
    return render(request, "verbale/mission/draft.html", context, status=409 if error else 200)


def _read(mission: Mission, data: bytes, name: str) -> dict[str, object]:
    """The draft as it would be read, in parts for the page."""
    found = read_draft(data, name, mission.folder.cycle)
    if isinstance(found, str):
        return {"unreadable": found}
    return {
        **words_shown(found.document, frozenset(found.proposal.reproduced)),
        "understood": _understood(mission, found),
        "claims": found.claims,
        "doubts": [one.reason for one in found.proposal.alarms],
        "findings": found.findings,
        "others": found.others,
    }


def _understood(mission: Mission, found: DraftReading) -> Sequence[tuple[str, str]]:
    """What the reading takes the letter to be: its author, day, language and resolutions."""
    proposal, added = found.proposal, mission.folder.case.added_authors
    authors = proposal.joint or tuple(one.value for one in proposal.states[:1])
    return (
        (_("Author"), names_of_authors(authors, added) or names_of_authors((mission.state,), added)),
        (_("Date"), proposal.dates[0].value if proposal.dates else _("the day of its receipt")),
        (_("Language"), language_name(proposal.languages[0].value) if proposal.languages else ""),
        (_("Answers"), ", ".join(one.value for one in proposal.addresses)),
    )


@require_safe
def draft_file(request: HttpRequest, cycle: str, number: int) -> HttpResponse:
    """The bytes of a draft."""
    mission = get_mission(request, cycle)
    require(request, Act.TAKE_AWAY, thing_of(mission))
    row = get_draft(mission, number)
    return attachment(bytes(row.content), row.name)
