"""What the register holds: treaties on a day, lines with their sources, States and their replies, mandates."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja.params.functions import Path, Query

from verbale.app.clock import day_typed, today
from verbale.app.mandate_chains import held_requests
from verbale.app.register_tables import find_statement, get_source, get_sources, get_table, get_tables
from verbale.app.state_profile import get_subject
from verbale.app.state_replies import find_replies
from verbale.app.treaty_acts import get_status_on, get_treaty_id, write_steps
from verbale.app.treaty_status import get_overview
from verbale.errors import BadReference
from verbale.lexicon.states import states as all_states
from verbale.lexicon.written import write_state
from verbale.model.language import Language
from verbale.model.mandate import request_record
from verbale.model.register_line import RegisterLine
from verbale.model.register_records import line_record, status_record
from verbale.web.api.answer_schemas import (
    Line,
    ListedReply,
    ListedState,
    ListedTreaty,
    RequestOfMandate,
    Rows,
    SourceOfRegister,
    TableOfRegister,
    TreatyStatus,
    answer,
    answer_rows,
)
from verbale.web.api.keyset import USUAL, page_of
from verbale.web.api.library_operations import ERRORS, Cursor, Limit
from verbale.web.current_desk import desk_database, search_index

router = Router(tags=["register"])
_LONGEST = 60  # characters of a day or a name that is looked up
Day = Annotated[str, Query(description="a day, as 2022-06-21; today where it is empty", max_length=_LONGEST)]
Name = Annotated[str, Path(max_length=200)]


def _day(text: str) -> str:
    """A day in ISO 8601. Raises ``BadReference`` for one that there is not."""
    return day_typed(text).isoformat() if text else today()


@router.get("/states", response={200: Rows[ListedState], **ERRORS}, summary="States")
def states(request: HttpRequest, cursor: Cursor = "", limit: Limit = USUAL) -> HttpResponse:
    """Every State, and every organisation that is listed among States, by code."""
    page = page_of(sorted(all_states()), lambda code: (code,), cursor, limit)
    return answer_rows(page, [_state(code) for code in page.rows])


def _state(code: str) -> dict[str, object]:
    known = all_states()[code]
    # A State that is no more has no short name of today.
    name = None if known.ended else write_state(code, Language.EN)
    days = {"admitted": known.admitted or None, "ended": known.ended or None}
    return {"code": code, "name": name, "m49": known.m49 or None, "kind": known.kind.value, **days}


@router.get("/states/{name}/replies", response={200: Rows[ListedReply], **ERRORS}, summary="Replies of a State")
def replies(
    request: HttpRequest,
    name: Name,
    language: Annotated[
        Language, Query(description="the version whose places are given, where there is one")
    ] = Language.EN,
    cursor: Cursor = "",
    limit: Limit = USUAL,
) -> HttpResponse:
    """What a State has replied in the documents of the library, the earliest first."""
    found = find_replies(desk_database(), search_index(), get_subject(name), language.value)
    page = page_of(found, lambda one: (one.date or one.shown.date, one.shown.address), cursor, limit)
    items = [
        {
            "state": one.state,
            "date": one.date or None,
            "original_language": one.original_language or None,
            "document": one.shown.address,
            "languages": list(one.versions),
            "ref": one.ref,
            "paragraphs": [each.ref for each in one.paragraphs],
        }
        for one in page.rows
    ]
    return answer_rows(page, items)


@router.get("/treaties", response={200: Rows[ListedTreaty], **ERRORS}, summary="Treaties on a day")
def treaties(request: HttpRequest, on: Day = "", cursor: Cursor = "", limit: Limit = USUAL) -> HttpResponse:
    """Where every treaty stands on a day, without the sentences that say why."""
    found = get_overview(_day(on), today())
    page = page_of(found, lambda one: (one.treaty,), cursor, limit)
    # The sentences are many, and those of one treaty are given with it.
    items = [{**status_record(one, [""] * len(one.why)), "why": []} for one in page.rows]
    return answer_rows(page, items)


@router.get("/treaties/{name}", response={200: TreatyStatus, **ERRORS}, summary="A treaty on a day")
def treaty(
    request: HttpRequest,
    name: Name,
    on: Day = "",
    language: Annotated[Language, Query(description="the language of the sentences")] = Language.EN,
) -> HttpResponse:
    """Where a treaty stands on a day, and why: the same record as ``verbale status --json``."""
    found = get_status_on(get_treaty_id(name), _day(on))
    return answer(status_record(found, write_steps(found.why, language)))


@router.get("/register", response={200: Rows[TableOfRegister], **ERRORS}, summary="Tables of the register")
def tables(request: HttpRequest, cursor: Cursor = "", limit: Limit = USUAL) -> HttpResponse:
    """The tables, with how many lines each has and from when to when."""
    page = page_of(get_tables(), lambda one: (one.name,), cursor, limit)
    items = [
        {"name": one.name, "lines": one.lines, "first": one.first or None, "last": one.last or None}
        for one in page.rows
    ]
    return answer_rows(page, items)


@router.get("/register/{table}", response={200: Rows[Line], **ERRORS}, summary="Lines of a table")
def lines(
    request: HttpRequest,
    table: Name,
    state: Annotated[str, Query(description="only of this State", max_length=_LONGEST)] = "",
    treaty: Annotated[str, Query(description="only under this treaty", max_length=_LONGEST)] = "",
    first: Annotated[str, Query(description="only what began on this day or later", max_length=_LONGEST)] = "",
    last: Annotated[str, Query(description="only what began on this day or earlier", max_length=_LONGEST)] = "",
    cursor: Cursor = "",
    limit: Limit = USUAL,
) -> HttpResponse:
    """The lines of a table, by key."""
    found = get_table(
        table,
        state=get_subject(state) if state else "",
        treaty=get_treaty_id(treaty) if treaty else "",
        first=_day(first) if first else "",
        last=_day(last) if last else "",
    )
    page = page_of(found, lambda line: (line.key,), cursor, limit)
    return answer_rows(page, [_line(one) for one in page.rows])


def _line(line: RegisterLine) -> dict[str, object]:
    return {"key": line.key, **line_record(line)}


@router.get("/statements/{key}", response={200: Line, **ERRORS}, summary="A line of the register")
def statement(request: HttpRequest, key: Name) -> HttpResponse:
    """One line, by what names it; also one that a later line corrects."""
    found = find_statement(key)
    if found is None:
        raise BadReference(key[:_LONGEST], "no line of the register has this key")
    return answer(_line(found.line))


@router.get("/sources", response={200: Rows[SourceOfRegister], **ERRORS}, summary="Sources of the register")
def sources(request: HttpRequest, cursor: Cursor = "", limit: Limit = USUAL) -> HttpResponse:
    """Where what the register holds is written."""
    page = page_of(get_sources(), lambda one: (one.id,), cursor, limit)
    return answer_rows(page, [_source(one.id) for one in page.rows])


@router.get("/sources/{path:name}", response={200: SourceOfRegister, **ERRORS}, summary="A source of the register")
def source(request: HttpRequest, name: Name) -> HttpResponse:
    """One source, by its id."""
    return answer(_source(name))


def _source(name: str) -> dict[str, object]:
    found = get_source(name)
    return {key: getattr(found, key) for key in ("id", "title", "publisher", "address", "date", "licence")}


@router.get("/mandates", response={200: Rows[RequestOfMandate], **ERRORS}, summary="Requests of resolutions")
def mandates(
    request: HttpRequest,
    symbol: Annotated[str, Query(description="only of this resolution", max_length=_LONGEST)] = "",
    cursor: Cursor = "",
    limit: Limit = USUAL,
) -> HttpResponse:
    """What resolutions ask of whom, and for when, in the order of their symbols."""
    numbered = [(place, one) for place, one in enumerate(held_requests()) if not symbol or one.symbol == symbol]
    page = page_of(numbered, lambda one: (one[1].symbol, one[0]), cursor, limit)
    return answer_rows(page, [request_record(one) for _place, one in page.rows])
