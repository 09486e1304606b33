"""What a mission is asked: the call and its questions, what the State said before, and what has changed since."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verbale.app.authors import is_no_state
from verbale.app.clock import today
from verbale.app.mission_view import compose_call, find_news, find_questions
from verbale.app.recording import get_deadline
from verbale.app.state_replies import find_replies
from verbale.desk.commands import Role
from verbale.model.register_line import RegisterLine
from verbale.web.current_desk import desk_database, search_index
from verbale.web.desk.acting import this_moment
from verbale.web.document_links import document_url
from verbale.web.mission.mission_frame import Mission, cycles_of, get_mission, mission_frame
from verbale.web.templatetags.written_words import current_language, direction
from verbale.web.viewers import viewer_of
from verbale.web.written_units import UnitWriter

_NEWS = 20  # lines of the register on the page; that of the State has all
_REPLIES = 8  # earlier replies


@require_safe
def mission(request: HttpRequest) -> HttpResponse:
    """The cycles in which a State is asked; for others how a mission comes here."""
    found = cycles_of(request)
    if len(found) == 1:
        return HttpResponseRedirect(reverse("mission-asked", args=[found[0].address.name]))
    viewer, language = viewer_of(request), current_language()
    context = {
        "title": _("Mission"),
        "section": "mission",
        "is_mission": viewer.role is Role.MISSION,
        "cycles": [
            {
                "url": reverse("mission-asked", args=[folder.address.name]),
                "name": folder.address.name,
                "titles": [one.title for one in find_questions(folder.cycle, language)],
                "deadline": get_deadline(folder, viewer.state).day.isoformat(),
            }
            for folder in found
        ],
    }
    return render(request, "verbale/mission/cycles.html", context)


@require_safe
def asked(request: HttpRequest, cycle: str) -> HttpResponse:
    """What one cycle asks a State."""
    mission = get_mission(request, cycle)
    language = current_language()
    chosen, note = compose_call(mission.folder, language, viewer_of(request).actor, this_moment())
    context = {
        **mission_frame(mission, "asked"),
        "title": _("What is asked"),
        "questions": find_questions(mission.folder.cycle, language),
        "note": UnitWriter(note).write().whole,
        "note_language": chosen.value,
        "note_dir": direction(chosen.value),
        **_before(mission),
    }
    return render(request, "verbale/mission/asked.html", context)


def _before(mission: Mission) -> dict[str, object]:
    """What the State said in earlier reports, and what the register has of it since."""
    language = current_language().value
    replies = find_replies(desk_database(), search_index(), mission.state, language)
    earlier = [
        {
            "year": one.year,
            "symbol": one.shown.address,
            "url": document_url(one.shown, one.ref) if one.ref else document_url(one.shown),
            "title": one.shown.title,
            "language": one.shown.language,
            "paragraphs": len(one.paragraphs),
        }
        for one in replies[:_REPLIES]
    ]
    if is_no_state(mission.state, mission.folder.case.added_authors):
        return {"earlier": earlier, "state_url": ""}
    since, news = find_news(mission.folder.cycle, mission.state, today())
    return {
        "earlier": earlier,
        "state_url": reverse("state", args=[mission.state]),
        "since": since,
        "news": _lines(news[:_NEWS]),
        "more": max(0, len(news) - _NEWS),
    }


def _lines(news: Sequence[RegisterLine]) -> list[dict[str, str]]:
    return [{"day": one.told_on, "words": one.label, "url": reverse("statement", args=[one.key])} for one in news]
