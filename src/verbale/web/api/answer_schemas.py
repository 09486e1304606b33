"""What answers hold, and how they are written.

Records are those of the command line: the reference says what their keys mean.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Generic, TypeVar

import msgspec
from django.http import HttpResponse
from ninja import Schema
from pydantic import ConfigDict, Field

from verbale.web.api.keyset import Page

T = TypeVar("T")
_JSON = "application/json"


def answer(record: Mapping[str, object]) -> HttpResponse:
    """A record as it is, whole: what is made of it by a model would lack the keys that the model does not name."""
    return HttpResponse(msgspec.json.encode(record), content_type=_JSON)


def answer_rows(page: Page[Any], items: Sequence[object]) -> HttpResponse:
    """A page of a list, its rows as records."""
    return answer({"items": items, "total": page.total, "next": page.next or None})


class Rows(Schema, Generic[T]):
    """A page of a list."""

    items: list[T]
    total: int = Field(description="rows of the whole list")
    next: str | None = Field(description="the cursor of the page behind; null where this is the last")


class Open(Schema):
    """A record whose keys are described by the reference, beside those that are named here."""

    model_config = ConfigDict(extra="allow")


class ListedDocument(Open):
    """A document of the library in one of its languages."""

    address: str = Field(description="what names it in addresses: its symbol, or a checksum")
    symbol: str | None
    language: str = Field(description="ISO 639; und where it is not known")
    title: str
    date: str | None = Field(description="ISO 8601")
    session: int | None
    profile: str
    units: int
    reading: str = Field(description="the SHA-256 of how it was read")
    added_at: str


class WholeDocument(Open):
    """A document as it was read: ``verbale-document/1``."""

    record_schema: str = Field(alias="schema")
    nodes: list[dict[str, Any]]
    annotations: list[dict[str, Any]]
    findings: list[dict[str, Any]]


class Unit(Open):
    """A paragraph, heading, footnote or other unit of a document."""

    ref: str
    kind: str
    text: str


class Fact(Open):
    """What was found in a unit: a citation, a date, a State, a treaty, a quantity, a reference."""

    ref: str
    kind: str
    start: int
    end: int
    text: str
    value: dict[str, Any]
    rule: str


class Found(Open):
    """Answers of the search."""

    query: str
    total: int
    answers: list[dict[str, Any]]
    next: str | None = Field(description="the cursor of the answers behind; they move where the library changes")


class ListedState(Schema):
    """A State or an organisation that is listed among States."""

    code: str = Field(description="ISO 3166 alpha-3, or a code of our own")
    name: str | None = Field(description="its short name in English; null where it is no more")
    m49: str | None = Field(description="its code for statistics")
    kind: str = Field(description="member, observer, other, former or organisation")
    admitted: str | None = Field(description="ISO 8601")
    ended: str | None = Field(description="ISO 8601")


class ListedReply(Schema):
    """A reply of a State in a document of the library."""

    state: str
    date: str | None
    original_language: str | None
    document: str = Field(description="the address of the document")
    languages: list[str]
    ref: str
    paragraphs: list[str] = Field(description="refs of its paragraphs in the version shown")


class ListedTreaty(Open):
    """Where a treaty stands on a day, in figures."""

    treaty: str
    as_of: str


class TreatyStatus(Open):
    """Where a treaty stands on a day, with each State and the sentences that say why."""

    treaty: str
    as_of: str


class Line(Open):
    """A line of the register: who says what of whom, since when, and where that is written."""

    key: str = Field(description="what names the line")
    kind: str
    states: list[str]
    treaties: list[str]
    source: str
    place: str


class TableOfRegister(Schema):
    """A table of the register."""

    name: str
    lines: int
    first: str | None
    last: str | None


class SourceOfRegister(Schema):
    """A source of the register."""

    id: str
    title: str
    publisher: str
    address: str
    date: str
    licence: str


class RequestOfMandate(Open):
    """What a resolution asks of whom, and for when."""

    symbol: str | None
    addressee: str
    asked: str
    due: list[int]
