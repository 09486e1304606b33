"""What goes out and what follows: issue, addenda, corrigenda, the web, and what is removed under a rule."""

from __future__ import annotations

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verbale.app.cycles import CycleFolder
from verbale.app.libraries import ISSUES
from verbale.app.publishing import find_posted, find_waiting, language_shown, waits_for_web
from verbale.app.redacting import held_contents
from verbale.desk.access import Act, Kind, Thing
from verbale.desk.cases import CycleStage, ReplyCase, ReplyStage
from verbale.web.desk.cycle_acts import cycle_acts
from verbale.web.desk.cycle_frame import frame_of
from verbale.web.desk.desk_words import names_of_authors, stage_names
from verbale.web.desk.event_words import name_of_letter
from verbale.web.desk.open_cycles import get_opened
from verbale.web.desk.open_gates import gates_of
from verbale.web.desk.publication_acts import content_kinds
from verbale.web.lists import Choice, Column, Table, list_response
from verbale.web.templatetags.written_words import written_date
from verbale.web.viewers import require

_BEFORE = (CycleStage.COMPILED, CycleStage.SUBMITTED)
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
        "posted": _posted(folder),
        "matters": gates_of(folder) if folder.case.stage in _BEFORE else None,
        "files": _files(folder),
    }
    return render(request, "verbale/desk/publication.html", context)


def _waiting(folder: CycleFolder) -> list[dict[str, str]]:
    """The replies that wait for an addendum or for the web."""
    addendum = {reply.id for reply in find_waiting(folder)}
    return [
        {
            **_named(folder, reply),
            "where": _("an addendum") if reply.id in addendum else _("the web"),
            "reason": reply.reason,
        }
        for reply in folder.replies
        if reply.id in addendum or waits_for_web(reply)
    ]


def _posted(folder: CycleFolder) -> list[dict[str, str]]:
    """The replies on the web, each with the address of its page."""
    found = []
    for reply in folder.replies:
        name = f"{reply.id}.{language_shown(reply)}.html"
        out = find_posted(reply, name)
        if out is not None:
            page = reverse("reply-page", args=[folder.address.name, reply.id, language_shown(reply)])
            named = {**_named(folder, reply), "page": page, "day": out.dated}
            found.append({**named, "stage": stage_names()[reply.stage] if reply.stage is ReplyStage.RECALLED else ""})
    return found


def _named(folder: CycleFolder, reply: ReplyCase) -> dict[str, str]:
    return {
        "authors": names_of_authors(reply.authors, folder.case.added_authors),
        "url": reverse("desk-letter", args=[folder.address.name, reply.id]),
    }


def _files(folder: CycleFolder) -> list[dict[str, object]]:
    """What was kept of addenda and corrigenda, the latest first: by the act that made it."""
    kept, found = folder.store.all_files(), []
    for number in sorted(kept, reverse=True):
        names = [name for name in sorted(kept[number]) if name.startswith(ISSUES)]
        if names:
            at = folder.entries[number - 1].event.at[:10]
            found.append({"number": number, "at": at, "name": names[0].partition(".")[0], "names": names})
    return found


@require_safe
def redaction(request: HttpRequest, cycle: str) -> HttpResponse:
    """Every content that is held, the oldest first, each with the way to its removal under a rule."""
    folder = get_opened(request, cycle)
    require(request, Act.ADMINISTER, Thing(Kind.LETTER, ReplyStage.RECEIVED))
    kinds, letters = content_kinds(), {reply.id: reply for reply in folder.replies}
    added = folder.case.added_authors
    rows = [
        {
            "name": one.name,
            "kind": one.kind.value,
            "author": name_of_letter(letters.get(one.case), added),
            "since": one.since[:10],
            "sha256": one.sha256,
            "case": one.case,
        }
        for one in held_contents(folder)
    ]
    remove = f"{reverse('desk-act', args=[cycle, 'redact'])}?next={quote(request.path)}"
    columns = (
        Column("name", _("Content")),
        Column("kind", _("Kind"), show=lambda kind: kinds[kind]),
        Column("author", _("Letter")),
        Column("since", _("Held since"), "date", show=written_date),
        Column("sha256", _("Checksum"), show=lambda sha256: sha256[:12]),
        Column(
            "case",
            _("To do"),
            link=lambda row: f"{remove}&contents={row['sha256']}",
            write=lambda row: _("remove"),
        ),
    )
    table = Table(
        f"{cycle}-contents", _("Contents"), columns, rows, (Choice("kind", _("Kind"), kinds),), "since", stack=True
    )
    above = (_("Publication"), reverse("desk-publication", args=[cycle]))
    context = {**frame_of(folder, "publication", above), "title": _("Contents that are held"), "remove_url": remove}
    return list_response(request, "verbale/desk/redaction.html", table, context)
