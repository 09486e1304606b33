"""States: the list, and what is known of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verbale.app.clock import today
from verbale.app.library_links import LibraryLinks
from verbale.app.state_profile import (
    StateProfile,
    TreatyPart,
    count_parties,
    get_state_profile,
    get_subject,
)
from verbale.app.state_replies import ReplyParagraph, StateReply, count_replies, find_replies
from verbale.lexicon.states import states as known_states
from verbale.lexicon.written import sort_states
from verbale.model.state import StateKind
from verbale.web.asked_days import AskedDay, asked_day
from verbale.web.current_desk import desk_database, search_index
from verbale.web.document_links import document_url, links_to, source_url
from verbale.web.lists import Choice, Column, Row, Table, address_with, arrange, list_response
from verbale.web.state_tables import (
    ACTS,
    COMPARED,
    REPLIES,
    act_name,
    act_row,
    kind_title,
    kinds_in_order,
    sources_named,
    standing_name,
    standing_reason,
    table_of,
    written_day,
)
from verbale.web.templatetags.written_words import current_language, state_name, treaty_name
from verbale.web.then_and_now import Asked, bare_number, compared_table, then_and_now

_PREVIEW = 12  # rows of a list on the page of a State; the list itself has all


@require_safe
def states(request: HttpRequest) -> HttpResponse:
    """Every State by its name, with what the library and the register have of it."""
    language, kinds = current_language(), _kinds()
    asked = asked_day(request, "on", today())
    replies = count_replies(desk_database(), search_index())
    parties, told = count_parties(asked.day)
    listed = [code for code, one in known_states().items() if not one.ended and one.kind is not StateKind.FORMER]
    rows: list[Row] = [
        {
            "name": state_name(code),
            "iso3": code,
            "m49": known_states()[code].m49,
            "kind": known_states()[code].kind.value,
            "replies": replies.get(code, 0),
            "parties": parties.get(code, 0),
            "place": place,
        }
        for place, code in enumerate(sort_states(listed, language))
    ]
    columns = (
        Column("name", _("Name"), link=lambda row: reverse("state", args=[row["iso3"]]), rank=lambda row: row["place"]),
        Column("iso3", _("Code")),
        Column("m49", _("M49 code"), hidden=True),
        Column("kind", _("Kind"), show=kinds.__getitem__),
        Column("replies", _("Replies in the library"), kind="number"),
        Column("parties", _("Party to, of %(all)s treaties") % {"all": told}, kind="number"),
    )
    table = Table("states", _("States"), columns, rows, (Choice("kind", _("Kind"), kinds),))
    lead = _("Treaties as of %(date)s; counted are those of which the register holds every act.")
    lead %= {"date": written_day(asked.day)}
    context = {"title": _("States"), "section": "states", "lead": lead, "problem": asked.problem}
    return list_response(request, "verbale/states.html", table, context)


def _kinds() -> dict[str, str]:
    return {
        StateKind.MEMBER.value: _("Member State"),
        StateKind.OBSERVER.value: _("observer State"),
        StateKind.OTHER.value: _("other State"),
        StateKind.ORGANISATION.value: _("organisation"),
        StateKind.FORMER.value: _("former State"),
    }


@require_safe
def state(request: HttpRequest, iso3: str) -> HttpResponse:
    """What is known of a State as of a day; any of its names and codes leads to the one address."""
    code = get_subject(iso3)
    if code != iso3:
        query = f"?{request.META['QUERY_STRING']}" if request.META.get("QUERY_STRING") else ""
        return redirect(reverse("state", args=[code]) + query)
    asked = asked_day(request, "on", today())
    profile = get_state_profile(code, asked.day)
    replies = find_replies(desk_database(), search_index(), code, current_language().value)
    if part := request.GET.get("part", ""):
        return _part(request, part, profile, replies)
    compared = then_and_now(desk_database(), replies, request.GET.get("then", ""), request.GET.get("now", ""))
    context = _context(request, asked, profile, replies, compared)
    return render(request, "verbale/state.html", context, status=400 if asked.problem or compared.problem else 200)


def _part(request: HttpRequest, part: str, profile: StateProfile, replies: Sequence[StateReply]) -> HttpResponse:
    """One list of the page by itself: all of it, to be filtered and sorted."""
    code = profile.state.id
    table: Table | None
    if part == COMPARED:
        asked = then_and_now(desk_database(), replies, request.GET.get("then", ""), request.GET.get("now", ""))
        table = compared_table(asked)
    else:
        table = table_of(part, profile, replies, links_to(sources_named(profile)))
    if table is None:
        raise Http404
    crumbs = [*_crumbs(code, reverse("state", args=[code])), {"label": table.caption}]
    title = f"{state_name(code)}: {table.caption}"
    context = {"title": title, "section": "states", "crumbs": crumbs, "lead": _as_of(profile.as_of)}
    return list_response(request, "verbale/list.html", table, context)


def _crumbs(code: str, url: str = "") -> list[dict[str, str]]:
    return [{"label": _("States"), "url": reverse("states")}, {"label": state_name(code), "url": url}]


def _as_of(day: str) -> str:
    return _("As of %(date)s") % {"date": written_day(day)}


def _context(
    request: HttpRequest, asked: AskedDay, profile: StateProfile, replies: Sequence[StateReply], compared: Asked
) -> dict[str, object]:
    links = links_to(sources_named(profile))
    sections = []
    for kind in kinds_in_order(profile):
        table = table_of(kind, profile, (), links)
        if table is not None:
            sections.append(_preview(request, table))
    acts = sum(len(part.acts) for part in profile.treaties)
    contents = [
        {"id": REPLIES, "title": _("Replies"), "count": len(replies)},
        {"id": COMPARED, "title": _("Then and now"), "count": ""},
        {"id": ACTS, "title": _("Treaties and acts"), "count": acts},
        *({"id": each["id"], "title": each["title"], "count": each["total"]} for each in sections),
    ]
    code = profile.state.id
    return {
        "section": "states",
        "crumbs": _crumbs(code),
        "code": code,
        "subject": profile.state,
        "kind": _kinds()[profile.state.kind.value],
        "as_of": _as_of(profile.as_of),
        "day": asked,
        "contents": contents,
        "replies": [_reply(one) for one in replies],
        "compared": compared,
        "treaties": [_treaty(part) | {"acts": list(_acts(part, links))} for part in profile.treaties],
        "party_to": sum(bool(part.standing) for part in profile.treaties),
        "acts_title": kind_title(ACTS),
        "sections": sections,
        "replies_take": _take(request, REPLIES),
        "acts_take": _take(request, ACTS),
        "compared_take": _take(request, COMPARED),
    }


def _take(request: HttpRequest, part: str) -> dict[str, str]:
    """The addresses of a part: by itself, as CSV and as JSON."""
    names = {"page": None, "csv": "csv", "json": "json"}
    return {name: address_with(request, part=part, format=wanted) for name, wanted in names.items()}


def _preview(request: HttpRequest, table: Table) -> dict[str, object]:
    """A section of the page: the newest rows of a list, and where all of it is."""
    shown = arrange(request, replace(table, rows=table.rows[:_PREVIEW], choices=()))
    for column in shown["columns"]:
        column["sort_url"] = ""
    take = _take(request, table.name)
    whole = len(table.rows) <= _PREVIEW
    shown |= {
        "caption_hidden": True,
        "csv_url": take["csv"] if whole else "",
        "json_url": take["json"] if whole else "",
    }
    return {
        "id": table.name,
        "title": table.caption,
        "total": len(table.rows),
        "table": shown,
        "whole": whole,
        "take": take,
    }


def _reply(one: StateReply) -> dict[str, object]:
    return {
        "year": one.year,
        "symbol": one.shown.address,
        "title": one.shown.title,
        "language": one.shown.language,
        "url": document_url(one.shown, one.ref),
        "versions": [{"language": code, "url": document_url(row, one.ref)} for code, row in one.versions.items()],
        "original_language": one.original_language,
        "date": one.date,
        "paragraphs": [
            {"number": _numbered(one, each), "url": document_url(one.shown, each.ref)} for each in one.paragraphs
        ],
    }


def _numbered(reply: StateReply, paragraph: ReplyParagraph) -> str:
    """The number of a paragraph as printed, else its place in the reply."""
    return bare_number(paragraph.number) or paragraph.ref.removeprefix(reply.ref).lstrip(".")


def _treaty(part: TreatyPart) -> dict[str, object]:
    label = part.standing.label.value if part.standing else ""
    return {
        "id": part.treaty,
        "name": treaty_name(part.treaty),
        "standing": standing_name(label),
        "reason": standing_reason(part.standing),
    }


def _acts(part: TreatyPart, links: LibraryLinks) -> Iterator[dict[str, object]]:
    for one in part.acts:
        row = act_row(one, part.treaty)
        whence = one.line.statement.provenance
        yield {
            "name": act_name(str(row["act"])),
            "date": row["date"],
            "detail": row["detail"],
            "url": reverse("statement", args=[one.key]) if one.key else "",
            "source": ", ".join(each for each in (whence.source, whence.place) if each),
            "source_url": source_url(links, whence.source, whence.place),
        }
