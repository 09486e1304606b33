"""Mandates: what resolutions ask, of whom, and by which session; and how one resolution follows another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verbale.app.calendar_items import KnownCycle, find_known_cycles, may_see_days
from verbale.app.library_links import LibraryLinks
from verbale.app.mandate_chains import (
    MandateChain,
    find_chains,
    find_requests,
    get_chains,
    get_resolution,
    held_requests,
    session_of,
)
from verbale.model.language import Language
from verbale.model.mandate import ListedRequest, Mandate, MandateLink
from verbale.model.symbol import Symbol
from verbale.render.mandate_picture import MandateColumn, MandateNode, mandate_picture
from verbale.store.database import Database
from verbale.store.library_store import library_mark
from verbale.web.current_desk import desk_database
from verbale.web.document_links import links_to, place_in, source_url, symbol_url
from verbale.web.lists import Choice, Column, Row, Table, address_with, arrange, list_response
from verbale.web.request_words import addressee_names, asked_names, due_words, rhythm_names, step_names, verb_names
from verbale.web.templatetags.written_words import current_language, written_date
from verbale.web.viewers import viewer_of

_KEPT = 12  # tables: one for each language, of the library before and after a change
REQUESTS, CHAIN, STEPS = "requests", "chain", "steps"


@require_safe
def mandates(request: HttpRequest) -> HttpResponse:
    """Every request of a resolution that the register holds, and the recurring mandates."""
    database = desk_database()
    table = _all_requests(database, library_mark(database), current_language())
    chains = [
        {
            "title": chain.title,
            "first": chain.mandates[0].session,
            "last": chain.mandates[-1].session,
            "url": reverse("mandate", args=[symbol]),
        }
        for chain in get_chains()
        if (symbol := chain.mandates[-1].value("resolution"))
    ]
    context = {"title": _("Mandates"), "section": "mandates", "chains": chains}
    return list_response(request, "verbale/mandates.html", table, context)


@lru_cache(maxsize=_KEPT)
def _all_requests(database: Database, mark: tuple[int, int, int], language: Language) -> Table:
    """The table of all requests in a language of the interface: the same for as long as the library is."""
    titles = {chain.topic: chain.title for chain in get_chains()}
    return _requests_table(held_requests(), links_to({one.symbol for one in held_requests()}), titles)


def _requests_table(requests: Iterable[ListedRequest], links: LibraryLinks, titles: Mapping[str, str]) -> Table:
    # Names are looked up once, and not for each of a thousand rows.
    asked, addressees, verbs, rhythms = asked_names(), addressee_names(), verb_names(), rhythm_names()
    rows = [_request_row(one, links, rhythms) for one in requests]
    columns = (
        Column("symbol", _("Resolution"), link=_mandate_url, rank=lambda row: Symbol(str(row["symbol"]))),
        Column("provision", _("Paragraph"), link=lambda row: str(row["document"])),
        Column("verb", _("How"), show=lambda verb: verbs.get(verb, verb)),
        Column("addressee", _("Of whom"), show=lambda name: addressees.get(name, name)),
        Column("asked", _("What is asked"), show=asked.__getitem__),
        Column("due", _("Due"), rank=lambda row: (row["due_sessions"], row["rhythm"])),
        Column("topic", _("Recurring mandate"), show=lambda topic: titles.get(topic, topic), language=lambda row: "en"),
        Column("report", _("Answered by"), link=lambda row: symbol_url(links, str(row["report"]))),
        *(Column(key, key, hidden=True) for key in ("session", "due_sessions", "rhythm", "languages")),
        *(Column(key, key, hidden=True) for key in ("document", "source", "place")),
    )
    choices = (
        Choice("asked", _("What is asked"), asked),
        Choice("addressee", _("Of whom"), addressees),
        Choice("session", _("Session")),
        Choice("topic", _("Recurring mandate"), titles),
    )
    return Table("mandates", _("Requests made in resolutions"), columns, rows, choices, stack=True)


def _request_row(one: ListedRequest, links: LibraryLinks, rhythms: Mapping[str, str]) -> Row:
    return {
        "symbol": one.symbol,
        "provision": one.provision,
        "verb": one.verb,
        "addressee": one.addressee,
        "asked": one.asked.value,
        "due": due_words(one.due, rhythms),
        "due_sessions": list(one.due.sessions),
        "rhythm": one.due.rhythm,
        "session": session_of(one.symbol),
        "topic": one.topic,
        "report": one.report,
        "languages": [language.value for language in one.languages],
        "document": symbol_url(links, one.symbol, one.provision) if one.provision else "",
        "source": one.provenance.source,
        "place": one.provenance.place,
    }


def _mandate_url(row: Row) -> str:
    return reverse("mandate", args=[row["symbol"]])


@require_safe
def mandate(request: HttpRequest, symbol: str) -> HttpResponse:
    """What one resolution asks, the resolutions before and after it, and what answered it."""
    named = get_resolution(symbol)
    if named != symbol:
        return redirect("mandate", named)
    chains = find_chains(named)
    links = links_to(_named_in(named, chains))
    tables = _tables(named, chains, links)
    if part := request.GET.get("part", ""):
        if part not in tables:
            raise Http404
        context = {"title": f"{named}: {tables[part].caption}", "section": "mandates", "crumbs": _crumbs(named, part)}
        return list_response(request, "verbale/list.html", tables[part], context)
    row = links.find(named)
    shown = [_shown(request, part, table) for part, table in tables.items() if table.rows]
    return render(
        request,
        "verbale/mandate.html",
        {
            "section": "mandates",
            "crumbs": _crumbs(named),
            "symbol": named,
            "document": row,
            "document_url": symbol_url(links, named),
            "title": row.title if row else "",
            "chains": chains,
            "picture": _picture(chains, links),
            "tables": shown,
            "cycles": [_cycle(one, links) for one in _cycles_of(request, named)],
        },
    )


def _crumbs(symbol: str, part: str = "") -> list[dict[str, str]]:
    last = {"label": symbol, "url": reverse("mandate", args=[symbol]) if part else ""}
    return [{"label": _("Mandates"), "url": reverse("mandates")}, last]


def _named_in(symbol: str, chains: Sequence[MandateChain]) -> set[str]:
    links = [link for chain in chains for each in chain.mandates for link in each.links]
    named = {place_in(link.value)[0] for link in links} | {link.provenance.source for link in links}
    places = {place_in(link.provenance.place)[0] for link in links}
    return {symbol, *named, *places, *(one.report for one in find_requests(symbol))}


def _tables(symbol: str, chains: Sequence[MandateChain], links: LibraryLinks) -> dict[str, Table]:
    titles = {chain.topic: chain.title for chain in get_chains()}
    mine = [each for chain in chains for each in chain.mandates if each.value("resolution") == symbol]
    return {
        REQUESTS: _own_requests(_requests_table(find_requests(symbol), links, titles)),
        STEPS: _steps_table(mine, links),
        CHAIN: _chain_table([each for chain in chains for each in chain.mandates], links, titles),
    }


def _picture(chains: Sequence[MandateChain], links: LibraryLinks) -> SafeString:
    """The chains as a picture, which leads where the table beside it does; nothing where there is no chain."""
    if not chains:
        return SafeString()

    def address(symbol: str) -> str:
        known = any(each.value("resolution") == symbol for chain in chains for each in chain.mandates)
        return reverse("mandate", args=[symbol]) if known else symbol_url(links, symbol)

    columns = [MandateColumn(chain.topic, chain.title, [_node(each) for each in chain.mandates]) for chain in chains]
    drawn = mandate_picture(columns, current_language(), title=_("The chain of resolutions"), href=address)
    return SafeString(drawn)  # render escapes every word that it is given


def _node(each: Mandate) -> MandateNode:
    named = {name: each.value(name) or "" for name in ("vote", "report")}
    return MandateNode(each.session, each.value("resolution") or "", _date_of(each), **named)


def _own_requests(table: Table) -> Table:
    """The requests of one resolution, which need not be named in each row, nor its subject."""
    known = ("symbol", "topic")
    columns = [replace(column, hidden=column.hidden or column.key in known) for column in table.columns]
    return replace(table, name=REQUESTS, caption=_("What it asks"), columns=columns, choices=())


def _steps_table(mandates_: Sequence[Mandate], links: LibraryLinks) -> Table:
    """What became of one resolution, step by step, with who says so."""
    rows: list[Row] = [
        {
            "step": link.link,
            "value": link.value,
            "date": link.date,
            "reason": link.reason,
            **_whence(link, links),
        }
        for each in mandates_
        for link in each.links
    ]
    columns = (
        Column("step", _("Step"), show=step_names().__getitem__),
        Column("value", _("What is known"), link=lambda row: _value_url(row, links)),
        Column("date", _("Date"), kind="date", show=written_date),
        Column("reason", _("Remark"), language=lambda row: "en"),
        Column("whence", _("Source"), link=lambda row: str(row["source_url"])),
        *(Column(key, key, hidden=True) for key in ("source", "place", "source_url")),
    )
    return Table(STEPS, _("From the mandate to its answer"), columns, rows, stack=True)


def _value_url(row: Row, links: LibraryLinks) -> str:
    return symbol_url(links, *place_in(str(row["value"])))


def _whence(link: MandateLink, links: LibraryLinks) -> dict[str, object]:
    """The source of a link; where its place names a document, that."""
    whence = link.provenance
    named = symbol_url(links, place_in(whence.place)[0])
    return {
        "whence": whence.place if named else f"{whence.source}, {whence.place}",
        "source": whence.source,
        "place": whence.place,
        "source_url": source_url(links, whence.source, whence.place),
    }


def _chain_table(mandates_: Sequence[Mandate], links: LibraryLinks, titles: Mapping[str, str]) -> Table:
    """The resolutions of the chains, the newest session first."""
    names = ("resolution", "vote", "paragraph", "due", "report", "noted")
    rows: list[Row] = [
        {"session": each.session, "topic": each.topic, "date": _date_of(each), "called": _called(each)}
        | {name: each.value(name) or "" for name in names}
        for each in reversed(mandates_)
    ]

    def link(name: str) -> Column:
        return Column(name, step_names()[name], link=lambda row: _value_url({"value": row[name]}, links))

    columns = (
        Column("session", _("Session"), kind="number"),
        Column("resolution", _("Resolution"), link=lambda row: _resolution_url(row)),
        Column("date", _("Date"), kind="date", show=written_date),
        Column("vote", step_names()["vote"]),
        *(Column(name, step_names()[name], hidden=True) for name in ("paragraph", "due")),
        Column("called", _("Note verbale"), kind="date", show=written_date),
        link("report"),
        link("noted"),
        Column("topic", _("Recurring mandate"), hidden=True),
    )
    choices = (Choice("topic", _("Recurring mandate"), titles),) if len({row["topic"] for row in rows}) > 1 else ()
    return Table(CHAIN, _("The chain of resolutions"), columns, rows, choices, stack=True)


def _resolution_url(row: Row) -> str:
    return reverse("mandate", args=[row["resolution"]]) if row["resolution"] else ""


def _date_of(each: Mandate) -> str:
    link = each.get("resolution")
    return link.date if link else ""


def _called(each: Mandate) -> str:
    link = each.get("call")
    return link.date if link else ""


def _shown(request: HttpRequest, part: str, table: Table) -> dict[str, object]:
    shown = arrange(request, replace(table, choices=()))
    for column in shown["columns"]:
        column["sort_url"] = ""
    urls = {f"{name}_url": address_with(request, part=part, format=name) for name in ("csv", "json")}
    return {"id": part, "title": table.caption, "table": shown | urls | {"caption_hidden": True}}


def _cycles_of(request: HttpRequest, symbol: str) -> list[KnownCycle]:
    """The cycles of this desk that answer a resolution, as far as whoever looks may know of them."""
    known = find_known_cycles(desk_database()).cycles
    viewer = viewer_of(request)
    return [
        one
        for one in known
        if any(each.resolution == symbol for each in one.cycle.mandates) and may_see_days(viewer, one)
    ]


def _cycle(one: KnownCycle, links: LibraryLinks) -> dict[str, object]:
    return {
        "name": one.name,
        "noted": one.case.note_dated or one.cycle.calendar.note.isoformat(),
        "deadline": one.cycle.calendar.deadline.isoformat(),
        "report": one.cycle.report,
        "report_url": symbol_url(links, one.cycle.report),
    }
