"""Replies that were published on the web, each on a page of its own at an address that stays."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from verbale.app.cycles import CycleFolder
from verbale.app.publishing import find_posted
from verbale.desk.access import Act
from verbale.desk.access_stages import page_of
from verbale.desk.cases import Publication, ReplyCase, ReplyStage
from verbale.desk.events import EventKind
from verbale.errors import Refused
from verbale.store.cycle_store import find_cycles
from verbale.web.current_desk import current_site, desk_database
from verbale.web.desk.desk_words import names_of_authors
from verbale.web.desk.open_cycles import open_now
from verbale.web.viewers import require

# The page brings its own style, whose checksum it names, and nothing else.
_POLICY = {
    "default-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
    "frame-ancestors": ["'none'"],
    "style-src": ["'unsafe-inline'"],
}


def address_of_replies(cycle: str) -> str:
    """Where the pages of the replies to a cycle are, without a slash at the end; whole where the site has one."""
    whole = reverse("reply-page", args=[cycle, "x", "en"])
    return f"{current_site().origin}{whole.rpartition('/')[0]}"


@require_safe
def reply_page(request: HttpRequest, cycle: str, case: str, language: str) -> HttpResponse:
    """The page as it was published, byte for byte; of a reply that was taken back its mark first."""
    folder, reply, out = _get_posted(request, cycle, f"{case}.{language}.html", case)
    if reply.stage is ReplyStage.RECALLED and not request.GET.get("published"):
        context = {
            "title": names_of_authors(reply.authors, folder.case.added_authors),
            "day": _taken_back(folder, case),
            "published": out.dated,
        }
        return render(request, "verbale/reply_taken_back.html", context)
    response = HttpResponse(folder.store.get_content(out.digest), content_type="text/html; charset=utf-8")
    # As the decorator of django-csp sets it on all that a view answers.
    response._csp_config = _POLICY
    return response


def _get_posted(request: HttpRequest, cycle: str, name: str, case: str) -> tuple[CycleFolder, ReplyCase, Publication]:
    """A reply with its page, where whoever looks may see it. Raises ``Http404``."""
    if cycle not in find_cycles(desk_database()):
        raise Http404
    folder = open_now(cycle)
    try:
        reply = folder.get_reply(case)
    except Refused as error:
        raise Http404 from error
    out = find_posted(reply, name)
    if out is None or not out.digest:
        raise Http404
    require(request, Act.SEE, page_of(reply, out.digest, folder.case.redacted))
    return folder, reply, out


def _taken_back(folder: CycleFolder, case: str) -> str:
    """The day on which a reply was taken back."""
    events = [entry.event for entry in folder.entries if entry.event.case == case]
    return next(event.at[:10] for event in reversed(events) if event.kind is EventKind.REPLY_RECALLED)
