"""What is marked inside a text: links and findings as elements, nested where they can be, parted where they cross."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from verbale.akn.escape import attribute, own_attribute, text, uri
from verbale.akn.iri import UNKNOWN_DATE, day_of
from verbale.akn.reference_terms import Terms
from verbale.errors import BadReference
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.language import Language
from verbale.model.node import Link
from verbale.model.symbol import Symbol


class Marking(NamedTuple):
    """An element over a stretch of a text; ``attributes`` are written out, each with a space before it."""

    start: int
    end: int
    element: str
    attributes: str


class Point(NamedTuple):
    """Something that stands between two characters of a text, written out."""

    at: int
    xml: str


def set_inline(words: str, markings: Sequence[Marking], points: Sequence[Point]) -> str:
    """A text with its markings and points. An element that crosses another is parted, its parts share ``v:part``."""
    if not markings and not points:
        return text(words)
    waiting = [(mark.start, -mark.end, i, mark, False) for i, mark in enumerate(markings)]
    heapify(waiting)
    out: list[str] = []
    closing: list[tuple[int, str]] = []
    at = placed = 0
    while waiting or closing or placed < len(points):
        stop = min(
            waiting[0][0] if waiting else len(words),
            closing[-1][0] if closing else len(words),
            points[placed].at if placed < len(points) else len(words),
        )
        if at < stop:
            out.append(text(words[at:stop]))
            at = stop
        if closing and closing[-1][0] == at:
            out.append(closing.pop()[1])
        elif waiting and waiting[0][0] == at:
            _, _, i, mark, continued = heappop(waiting)
            end = mark.end
            if closing and end > closing[-1][0]:
                end = closing[-1][0]
                heappush(waiting, (end, -mark.end, i, mark, True))
            parted = f' v:continues="{i}"' if continued else f' v:part="{i}"' if end != mark.end else ""
            empty = end == at
            out.append(f"<{mark.element}{mark.attributes}{parted}{'/' if empty else ''}>")
            if not empty:
                closing.append((end, f"</{mark.element}>"))
        else:
            out.append(points[placed].xml)
            placed += 1
    out.append(text(words[at:]))
    return "".join(out)


def link_marking(link: Link, place: int | None) -> Marking:
    """A hyperlink. ``place`` is its place among the links of its node where order does not tell."""
    href = uri(link.target)
    exact = f' v:href="{own_attribute(link.target)}"' if href != link.target else ""
    return Marking(link.start, link.end, "a", f' href="{attribute(href)}"{exact}{_numbered(place)}')


class Marker:
    """Turns findings into elements, and gathers what they refer to."""

    def __init__(self, language: Language | None, terms: Terms, identifiers: Mapping[str, str]) -> None:
        self._language = language or Language.EN
        self._terms = terms
        self._identifiers = identifiers

    def marking(self, found: Annotation, place: int | None) -> Marking:
        """The element of a finding. ``place`` is its place among all findings where order does not tell."""
        element, attributes, derived = self._form(found)
        value = dict(found.value)
        exact = "" if value == derived else f' v:value="{own_attribute(_json(value))}"'
        own = f' v:rule="{own_attribute(found.rule)}"{exact}{_numbered(place)}'
        return Marking(found.start, found.end, element, attributes + own)

    def _form(self, found: Annotation) -> tuple[str, str, dict[str, object] | None]:
        """Element, attributes, and the value that those attributes alone tell."""
        value = found.value
        match found.kind:
            case AnnotationKind.DATE:
                day = value.get("start")
                if isinstance(day, str) and day == value.get("end") and day_of(day) == day != UNKNOWN_DATE:
                    return "date", f' date="{day}"', {"start": day, "end": day}
            case AnnotationKind.STATE:
                if isinstance(state := value.get("iso3"), str):
                    return "organization", f' refersTo="#{self._terms.state(state)}"', self._terms.plain("iso3", state)
            case AnnotationKind.TREATY:
                if isinstance(treaty := value.get("id"), str):
                    return "term", f' refersTo="#{self._terms.treaty(treaty)}"', self._terms.plain("id", treaty)
            case AnnotationKind.QUANTITY:
                unit = self._terms.unit(str(value.get("unit") or "number"))
                return "quantity", f' refersTo="#{unit}" normalized="{attribute(str(value.get("number")))}"', None
            case AnnotationKind.CITATION:
                if isinstance(symbol := value.get("symbol"), str) and (href := _address(symbol, self._language)):
                    return "ref", f' href="{attribute(href)}"', None
            case AnnotationKind.REFERENCE:
                target = value.get("ref")
                if isinstance(target, str) and (identifier := self._identifiers.get(target)):
                    return "ref", f' href="#{attribute(identifier)}" class="reference"', None
        return "inline", f' name="{found.kind.value}"', None


def _numbered(place: int | None) -> str:
    return "" if place is None else f' v:n="{place}"'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=4096)
def _address(symbol: str, language: Language) -> str | None:
    """Where the document of a symbol lies; ``None`` where the symbol names none of the United Nations."""
    try:
        address = Symbol.parse(symbol).link(language)
    except BadReference:
        return None
    return uri(address) if address else None
