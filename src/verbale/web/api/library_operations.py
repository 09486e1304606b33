"""Documents of the library and the search over them."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja.params.functions import Path, Query

from verbale.app.libraries import Selection, document_record, find_listed, get_document, get_library_row
from verbale.app.library_search import Question, Sort, answers_record, ask_library
from verbale.model.annotation import AnnotationKind
from verbale.model.contract import annotation_record
from verbale.model.contract import document_record as whole_record
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.search.index import FACETS
from verbale.web.api.answer_schemas import Fact, Found, ListedDocument, Rows, Unit, WholeDocument, answer, answer_rows
from verbale.web.api.keyset import LARGEST, USUAL, BadCursor, page_of, parse_cursor, write_cursor
from verbale.web.api.problems import ALL, Problem
from verbale.web.current_desk import desk_database, search_index

router = Router(tags=["library"])
ERRORS = dict.fromkeys(ALL, Problem)
"""The statuses that every operation declares beside its own."""
Cursor = Annotated[str, Query(description="the cursor of the answer before; empty for the first page")]
Limit = Annotated[int, Query(ge=1, le=LARGEST, description="rows of a page")]
Address = Annotated[
    str, Path(description="a symbol, or sha256: with the first 16 figures of a checksum", max_length=200)
]
Code = Annotated[str, Path(description="ISO 639; und where the language is not known", max_length=3)]
_FURTHEST = 10_000  # answers that can be turned to
_MOST_WORDS = 500  # characters of a question


@router.get("/documents", response={200: Rows[ListedDocument], **ERRORS}, summary="Documents of the library")
def documents(
    request: HttpRequest,
    language: Annotated[str, Query(description="only in this language (ISO 639)", max_length=3)] = "",
    session: Annotated[int | None, Query(description="only of this session", ge=1, le=999)] = None,
    profile: Annotated[str, Query(description="only of this kind, such as report or resolution", max_length=20)] = "",
    cursor: Cursor = "",
    limit: Limit = USUAL,
) -> HttpResponse:
    """Every document in each of its languages, by address and language."""
    found = [
        row
        for row in find_listed(desk_database(), Selection())
        if (not language or row.language == language)
        and (session is None or row.session == session)
        and (not profile or row.profile == profile)
    ]
    page = page_of(found, lambda row: (row.address, row.language), cursor, limit)
    return answer_rows(page, [document_record(row) for row in page.rows])


@router.get("/documents/{path:address}/{language}/units", response={200: Rows[Unit], **ERRORS}, summary="Its units")
def units(
    request: HttpRequest, address: Address, language: Code, cursor: Cursor = "", limit: Limit = USUAL
) -> HttpResponse:
    """The units of a document in the order in which they stand."""
    nodes = whole_record(_document(address, language), "")["nodes"]
    assert isinstance(nodes, list)
    page = page_of(list(enumerate(nodes)), lambda one: (one[0],), cursor, limit)
    return answer_rows(page, [node for _place, node in page.rows])


@router.get("/documents/{path:address}/{language}/facts", response={200: Rows[Fact], **ERRORS}, summary="Its facts")
def facts(
    request: HttpRequest,
    address: Address,
    language: Code,
    kind: Annotated[AnnotationKind | None, Query(description="only of this kind")] = None,
    cursor: Cursor = "",
    limit: Limit = USUAL,
) -> HttpResponse:
    """What was found in a document, in the order in which it stands."""
    found = [one for one in _document(address, language).annotations if kind is None or one.kind is kind]
    page = page_of(list(enumerate(found)), lambda one: (one[0],), cursor, limit)
    return answer_rows(page, [annotation_record(one) for _place, one in page.rows])


@router.get("/documents/{path:address}/{language}", response={200: WholeDocument, **ERRORS}, summary="A document")
def document(request: HttpRequest, address: Address, language: Code) -> HttpResponse:
    """A document as it was read, with all that was found in it: the same record as ``verbale read --format json``."""
    row = get_library_row(desk_database(), address, language)
    record = whole_record(get_document(desk_database(), row), row.reading)
    return answer(record)


def _document(address: str, language: str) -> Document:
    return get_document(desk_database(), get_library_row(desk_database(), address, language))


@router.get("/search", response={200: Found, **ERRORS}, summary="Search")
def search(
    request: HttpRequest,
    q: Annotated[
        str, Query(description="words, symbols, States, treaties and dates in six languages", max_length=_MOST_WORDS)
    ] = "",
    language: Annotated[Language | None, Query(description="the language of the words")] = None,
    sort: Annotated[Sort, Query(description="the order of the answers")] = Sort.RELEVANCE,
    facet: Annotated[
        list[str], Query(description="a facet and its value, such as state:CUB; several may be given")
    ] = [],  # noqa: B006 (ninja makes a new one)
    cursor: Cursor = "",
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> HttpResponse:
    """Answers over documents, paragraphs, replies and the register, with the counts of each facet."""
    offset = _offset(cursor)
    question = Question(q, _filters(facet), language, sort=sort, offset=offset, limit=limit)
    record = answers_record(ask_library(desk_database(), search_index(), question))
    total = record["total"]
    assert isinstance(total, int)
    behind = offset + limit
    following = write_cursor((behind,)) if behind < min(total, _FURTHEST) else None
    return answer({**record, "next": following})


def _offset(cursor: str) -> int:
    if not cursor:
        return 0
    (offset,) = parse_cursor(cursor, [0], lambda row: (row,))
    if not isinstance(offset, int) or not 0 < offset < _FURTHEST:
        raise BadCursor("the cursor is none of this search; begin again without one")
    return offset


def _filters(facets: list[str]) -> dict[str, list[str]]:
    """The values of each facet; one that is not known is left out, as it is on the page."""
    chosen: dict[str, list[str]] = {}
    for one in facets:
        name, _colon, value = one.partition(":")
        if name in FACETS and value:
            chosen.setdefault(name, []).append(value)
    return chosen
