"""The terms of a cycle: what is in force, what can be changed, and the deadlines."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verbale.desk.letter_kinds import LetterKind
from verbale.web.desk.act_pages import fields_of
from verbale.web.desk.cycle_acts import author_kinds, cycle_acts
from verbale.web.desk.cycle_frame import frame_of
from verbale.web.desk.desk_words import names_of_authors
from verbale.web.desk.open_cycles import get_opened


@require_safe
def terms(request: HttpRequest, cycle: str) -> HttpResponse:
    """The terms in force in a form to change them, the extensions, and who asked for more time."""
    folder = get_opened(request, cycle)
    acts, added = cycle_acts(folder), folder.case.added_authors
    asked = [reply for reply in folder.replies if reply.kind is LetterKind.MORE_TIME]
    granted = {one.state for one in folder.case.extensions}
    context = {
        **frame_of(folder, "terms"),
        "title": _("Terms"),
        "here": request.path,
        "acts": [acts[key] for key in ("extend", "author") if acts[key].is_open(folder)],
        "authors": [(one.code, author_kinds().get(one.kind, one.kind), dict(one.names)) for one in added.values()],
        "act": acts["terms"],
        "fields": fields_of(folder, acts["terms"], {"terms": folder.case.terms}),
        "extensions": [
            (names_of_authors((one.state,), added) if one.state else _("all"), one.until.isoformat())
            for one in folder.case.extensions
        ],
        "asked": [
            {
                "reply": reply,
                "authors": names_of_authors(reply.authors or reply.current.authors, added),
                "granted": bool(granted & {*reply.authors, ""}),
            }
            for reply in asked
        ],
    }
    return render(request, "verbale/desk/terms.html", context)
