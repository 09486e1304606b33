"""The list of the documents of the library."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verbale.app.libraries import Selection, find_listed
from verbale.model.document import PROFILES
from verbale.model.language import Language
from verbale.web.current_desk import desk_database
from verbale.web.lists import Choice, Column, Row, Table, list_response
from verbale.web.templatetags.written_words import language_name, profile_name, written_date


@require_safe
def documents(request: HttpRequest) -> HttpResponse:
    """Every document in each of its languages."""
    rows = [
        {
            "symbol": one.address,
            "title": one.title,
            "language": one.language,
            "date": one.date,
            "session": one.session,
            "kind": one.profile,
        }
        for one in find_listed(desk_database(), Selection())
    ]
    columns = (
        Column("symbol", _("Symbol"), link=_address),
        Column("title", _("Title"), language=lambda row: str(row["language"])),
        Column("language", _("Language"), show=language_name),
        Column("date", _("Date"), kind="date", show=written_date),
        Column("session", _("Session"), kind="number"),
        Column("kind", _("Kind"), show=profile_name),
    )
    names = {language.value: language_name(language.value) for language in Language}
    kinds = {profile: profile_name(profile) for profile in PROFILES}
    choices = (
        Choice("language", _("Language"), names),
        Choice("session", _("Session")),
        Choice("kind", _("Kind"), kinds),
    )
    table = Table("documents", _("Documents of the library"), columns, rows, choices, stack=True)
    return list_response(request, "verbale/list.html", table, {"title": _("Documents"), "section": "documents"})


def _address(row: Row) -> str:
    return reverse("document", args=[row["symbol"], row["language"]])
