"""What goes out and what follows: issue, addenda, corrigenda, the web; and what became of all that was received."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verbale.app.cycles import CycleFolder
from verbale.app.publishing import find_waiting
from verbale.app.reconciling import reconcile
from verbale.desk.cases import Destination, ReplyStage
from verbale.desk.events import EventKind
from verbale.model.reconciliation import Fate
from verbale.web.desk.cycle_acts import cycle_acts
from verbale.web.desk.cycle_frame import frame_of
from verbale.web.desk.desk_words import act_name, fate_names, names_of_authors, stage_names
from verbale.web.desk.open_cycles import get_opened
from verbale.web.lists import Choice, Column, Table, list_response

_ACTS = ("issue", "post", "library", "addendum", "corrigendum", "reissue", "considered", "noted", "renewed", "lapsed")


@require_safe
def publication(request: HttpRequest, cycle: str) -> HttpResponse:
    """What was issued, what waits to go out, and what can be done."""
    folder = get_opened(request, cycle)
    acts = cycle_acts(folder)
    context = {
        **frame_of(folder, "publication"),
        "title": _("Publication"),
        "here": request.path,
        "acts": [acts[key] for key in _ACTS if acts[key].is_open(folder)],
        "issued": folder.case.issued,
        "followed": [(stage_names()[stage], words) for stage, words in folder.case.followed],
        "waiting": _waiting(folder),
        "files": _files(folder),
    }
    return render(request, "verbale/desk/publication.html", context)


def _waiting(folder: CycleFolder) -> list[dict[str, str]]:
    """The replies that wait for an addendum or for the web."""
    addendum = {reply.id for reply in find_waiting(folder)}
    web = {
        reply.id
        for reply in folder.replies
        if reply.stage is ReplyStage.PLACED and (reply.destination is Destination.WEB or reply.in_summary)
    }
    added = folder.case.added_authors
    return [
        {
            "authors": names_of_authors(reply.authors, added),
            "url": reverse("desk-letter", args=[folder.address.name, reply.id]),
            "where": _("an addendum") if reply.id in addendum else _("the web"),
            "reason": reply.reason,
        }
        for reply in folder.replies
        if reply.id in addendum | web
    ]


def _files(folder: CycleFolder) -> list[dict[str, object]]:
    """What was kept of what went out, beside the report: by the act that made it, the latest first."""
    kept, found = folder.store.all_files(), []
    for number in sorted(kept, reverse=True):
        event = folder.entries[number - 1].event
        if event.kind is not EventKind.REPORT_COMPILED:
            found.append(
                {"number": number, "at": event.at[:10], "act": act_name(event.kind), "names": sorted(kept[number])}
            )
    return found


@require_safe
def reconciliation(request: HttpRequest, cycle: str) -> HttpResponse:
    """What became of every letter that was received: how many characters of it have which fate."""
    folder = get_opened(request, cycle)
    found = reconcile(folder)
    added, base = folder.case.added_authors, folder.address.name
    names = fate_names()
    rows = [
        {
            "case": one.case,
            "author": names_of_authors((one.state,), added) if one.state else one.name,
            "version": one.version,
            "counts": _("yes") if one.counts else "",
            "characters": one.characters,
            "omitted": one.fates.get(Fate.OMITTED, 0),
            "fates": ", ".join(f"{names[fate]} {count:,}" for fate, count in one.fates.items() if count),
            "unsettled": len(one.unsettled),
            "reason": one.reason,
        }
        for one in found.accounts
    ]
    table = Table(
        f"{base}-reconciliation",
        _("Letters"),
        _columns(base),
        rows,
        (Choice("counts", _("Counts")),),
        "-omitted",
        stack=True,
    )
    context = {
        **frame_of(folder, "reconciliation"),
        "title": _("Reconciliation"),
        "found": found,
        "lost": found.total(Fate.OMITTED),
    }
    return list_response(request, "verbale/desk/reconciliation.html", table, context)


def _columns(base: str) -> tuple[Column, ...]:
    return (
        Column("author", _("Author"), link=lambda row: reverse("desk-letter", args=[base, row["case"]])),
        Column("version", _("Version"), "number"),
        Column("counts", _("Counts")),
        Column("characters", _("Characters"), "number"),
        Column("fates", _("What became of them")),
        Column("omitted", _("Lost"), "number"),
        Column("unsettled", _("Without a fate"), "number"),
        Column("reason", _("Why"), language=lambda row: "en"),
        Column("case", _("Case"), hidden=True),
    )
