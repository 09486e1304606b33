"""The letters of a cycle: listed by the database, taken in from the browser, and dealt with several at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from verbale.app.authors import get_author
from verbale.app.cycles import CycleFolder
from verbale.desk.access import Act
from verbale.desk.commands import Actor, Channel
from verbale.desk.next_steps import DECISIONS
from verbale.errors import BadReference, VerbaleError
from verbale.render.csv_table import csv_rows
from verbale.store.inbox import FILTERS, InboxPage, InboxQuery, InboxRow, find_cases, find_inbox
from verbale.web.current_desk import desk_database
from verbale.web.desk.cycle_frame import frame_of
from verbale.web.desk.desk_words import (
    channel_names,
    destination_names,
    kind_names,
    names_of_authors,
    stage_names,
    step_names,
)
from verbale.web.desk.letter_intake import find_being_read, take_in
from verbale.web.desk.open_cycles import get_opened
from verbale.web.lists import address_with, page_number, pager
from verbale.web.models import Membership
from verbale.web.templatetags.written_words import language_name
from verbale.web.uploads import taken_in
from verbale.web.viewers import viewer_of

_PAGE = 100  # letters of a page
_COLUMNS = tuple(InboxRow.__annotations__)
_DECISIONS = frozenset(step.value for step in DECISIONS)


@require_safe
def inbox(request: HttpRequest, cycle: str) -> HttpResponse:
    """The letters that the address of the page asks for; ``?format=`` gives exactly them."""
    folder = get_opened(request, cycle)
    query = query_of(request.GET, folder)
    if request.GET.get("format") in ("csv", "json"):
        return _taken(request, cycle, query)
    page = page_number(request.GET.get("page", ""))
    found = find_inbox(desk_database(), cycle, query, (page - 1) * _PAGE, _PAGE)
    context = {
        **frame_of(folder, "inbox"),
        "title": _("Inbox"),
        "rows": _shown(folder, found.rows),
        "total": found.total,
        "choices": _choices(request, found),
        "words": request.GET.get("q", ""),
        "sort": query.order,
        "heads": _heads(request, query.order),
        "pager": pager(request, page, max(1, -(-found.total // _PAGE))),
        "asked": request.GET.urlencode(),
        "csv_url": address_with(request, format="csv", page=None),
        "json_url": address_with(request, format="json", page=None),
        "all_url": request.path,
        "is_filtered": bool(query.values or query.words or query.author),
        "being_read": find_being_read(cycle),
        "channels": channel_names(),
        "officers": officers(),
        "next_url": f"{reverse('desk-next', args=[cycle])}?{request.GET.urlencode()}",
    }
    return render(request, "verbale/desk/inbox.html", context)


def query_of(asked: Mapping[str, str], folder: CycleFolder) -> InboxQuery:
    """What an address asks of the inbox; words that name an author are its code."""
    # PostgreSQL has no text with a zero byte, and no column holds one.
    values = {name: asked[name].replace("\x00", "\ufffd") for name in FILTERS if asked.get(name)}
    words = asked.get("q", "").strip()
    author = ""
    if words:
        try:
            author = get_author(words, folder.case.added_authors)
        except BadReference:
            author = ""
    return InboxQuery(values, author, "" if author else words, asked.get("sort", "") or "first")


def _shown(folder: CycleFolder, rows: Iterable[InboxRow]) -> list[dict[str, object]]:
    """Letters as their rows show them."""
    steps, kinds, stages, added = step_names(), kind_names(), stage_names(), folder.case.added_authors
    # The address of a letter is made once: Django takes its time for each.
    address = reverse("desk-letter", args=[folder.address.name, "CASE"])
    return [
        {
            "row": row,
            "url": address.replace("CASE", row.case),
            "authors": names_of_authors(row.authors, added),
            "kind": kinds.get(row.kind, row.kind),
            "stage": stages.get(row.stage, row.stage),
            "step": steps.get(row.step, row.step) if row.step else "",
            "decides": row.step in _DECISIONS,
            "received": row.received[:10],
        }
        for row in rows
    ]


def _heads(request: HttpRequest, order: str) -> list[dict[str, str]]:
    """The headings of the table, each with the address that sorts by it."""
    names = (
        ("authors", _("Author")),
        ("kind", _("Kind")),
        ("dated", _("Dated")),
        ("received", _("Received")),
        ("language", _("Language")),
        ("stage", _("Stage")),
        ("step", _("Next")),
        ("assigned", _("With")),
        ("name", _("File")),
    )
    return [
        {
            "name": words,
            "url": address_with(request, sort=f"-{key}" if order == key else key, page=None),
            "sorted": "ascending" if order == key else "descending" if order == f"-{key}" else "",
        }
        for key, words in names
    ]


def _choices(request: HttpRequest, found: InboxPage) -> list[dict[str, Any]]:
    """The filters with the counts of their values."""
    headings = {
        "step": (_("Next step"), step_names()),
        "stage": (_("Stage"), stage_names()),
        "kind": (_("Kind"), kind_names()),
        "language": (_("Language"), {code: language_name(code) for code in found.counts["language"]}),
        "assigned": (_("With"), {}),
        "destination": (_("Goes to"), destination_names()),
    }
    choices = []
    for key in FILTERS:
        heading, names = headings[key]
        chosen = request.GET.get(key, "")
        values = [
            {"value": value, "name": names.get(value, value), "count": count, "chosen": value == chosen}
            for value, count in found.counts[key].items()
            if value
        ]
        choices.append({"key": key, "heading": heading, "values": values, "value": chosen})
    return choices


def _taken(request: HttpRequest, cycle: str, query: InboxQuery) -> HttpResponse:
    found = find_inbox(desk_database(), cycle, query, 0, 1_000_000)
    rows = [{name: getattr(row, name) for name in _COLUMNS} for row in found.rows]
    if request.GET["format"] == "json":
        record = {"address": request.build_absolute_uri(), "total": found.total, "rows": rows}
        return JsonResponse(record, json_dumps_params={"ensure_ascii": False})
    text = csv_rows(
        _COLUMNS,
        ([" ".join(row[name]) if name == "authors" else row[name] for name in _COLUMNS] for row in rows),
    )
    response = HttpResponse(text.encode(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="inbox.csv"'
    return response


def officers() -> list[str]:
    """The names of the accounts that a letter may be given to."""
    rows = Membership.objects.filter(role__in=("officer", "translator"), user__is_active=True)
    return sorted({row.user.get_username() for row in rows.select_related("user")})


@require_safe
def next_letter(request: HttpRequest, cycle: str) -> HttpResponse:
    """Go to the next letter, after the one named, that the filter finds and a person has to decide about."""
    folder = get_opened(request, cycle)
    query, after = query_of(request.GET, folder), request.GET.get("after", "")
    kept = urlencode([(key, value) for key, value in request.GET.items() if key != "after"])
    cases = [
        case
        for step in DECISIONS
        if not query.values.get("step") or query.values["step"] == step
        for case in find_cases(desk_database(), cycle, _with_step(query, step.value))
    ]
    numbers = folder.numbers
    ordered = sorted(set(cases), key=numbers.__getitem__)
    later = [case for case in ordered if numbers[case] > numbers.get(after, 0)]
    left = [case for case in (*later, *ordered) if case != after]
    if not left:
        messages.info(request, _("No letter of this list waits for a decision."))
        return HttpResponseRedirect(f"{reverse('desk-inbox', args=[cycle])}?{kept}")
    return HttpResponseRedirect(f"{reverse('desk-letter', args=[cycle, left[0]])}?{kept}")


def _with_step(query: InboxQuery, step: str) -> InboxQuery:
    return InboxQuery({**query.values, "step": step}, query.author, query.words, "first")


@require_POST
def receive(request: HttpRequest, cycle: str) -> HttpResponse:
    """Take in the files of a form: each is kept at once and read in the background."""
    folder = get_opened(request, cycle, Act.DECIDE)
    back = reverse("desk-inbox", args=[cycle])
    channel = request.POST.get("channel") or Channel.HAND.value
    count = 0
    for upload in request.FILES.getlist("letters"):
        try:
            received = _moment_typed(request.POST.get("received", ""), folder)
            _take(upload, folder, channel, viewer_of(request).actor, received)
            count += 1
        except VerbaleError as error:
            messages.error(request, f"{upload.name}: {error}")
    if count:
        words = ngettext("%(count)s file is kept and being read.", "%(count)s files are kept and being read.", count)
        messages.success(request, words % {"count": count})
    elif not request.FILES.getlist("letters"):
        messages.error(request, _("Choose the files of the letters first."))
    return HttpResponseRedirect(back)


def _take(upload: UploadedFile, folder: CycleFolder, channel: str, actor: Actor, received: datetime | None) -> None:
    with taken_in(upload) as path:
        take_in(folder, path.read_bytes(), str(upload.name), channel, actor, received)


def _moment_typed(text: str, folder: CycleFolder) -> datetime | None:
    """When letters came, as the field of a form has it; in the time zone of the desk."""
    if not text.strip():
        return None
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise BadReference(text, _("is no date and time; write 2022-05-20T14:00")) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(folder.cycle.calendar.zone))
