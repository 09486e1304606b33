"""What is put into the index: a document as units of text, each with what is said to be in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind

DOCUMENT, PARAGRAPH, REPLY, FACT = "document", "paragraph", "reply", "fact"
UNIT_KINDS = (DOCUMENT, PARAGRAPH, REPLY, FACT)
"""What a unit is: a document with its title and symbol, a paragraph, a State's whole reply, a line of the register."""

_LEFT_OUT = frozenset({NodeKind.MASTHEAD, NodeKind.FURNITURE, NodeKind.TITLE})
_WHOLE_REPLY = 20_000  # characters of a reply that its unit holds; its paragraphs are units of their own
_YEAR = 4  # characters of the year in a date


@dataclass(frozen=True, slots=True)
class IndexedUnit:
    """One thing that can be found. ``ref`` is its place in the document, ``kind`` one of ``UNIT_KINDS``.

    ``author`` is the State that speaks (ISO 3166 alpha-3), empty where the document does; ``states`` and ``treaties``
    are ids of the tables, ``symbols`` the documents cited, ``dates`` ISO 8601, of reduced precision too, ``mandates``
    ids of mandates.
    """

    ref: str
    kind: str
    text: str
    label: str = ""
    language: Language | None = None
    author: str = ""
    states: tuple[str, ...] = ()
    treaties: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    mandates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexedDocument:
    """One version of a document. ``key`` names it for good, ``date`` is ISO 8601 or empty, ``session`` as printed."""

    key: str
    symbol: str
    language: Language | None
    title: str
    date: str
    session: str
    year: int | None
    profile: str
    units: tuple[IndexedUnit, ...]


def indexed_document(document: Document, key: str, mandates: Sequence[str] = ()) -> IndexedDocument:
    """The record of a document that carries its annotations; ``mandates`` are those of the document as a whole."""
    facts = document.facts
    date = facts.date or facts.adopted or ""
    found: Mapping[str, list[Annotation]] = _by_node(document.annotations)
    authors = _authors(document)
    symbol, title = facts.symbol or "", facts.title or ""
    whole = IndexedUnit(
        "",
        DOCUMENT,
        " ".join(part for part in (symbol, title or _first_words(document)) if part),
        language=document.language,
        dates=(date,) if date else (),
        mandates=tuple(mandates),
    )
    whole = _naming(
        whole, [one for node in document.nodes if node.kind is NodeKind.TITLE for one in found.get(node.ref, ())]
    )
    units = [whole]
    for node in document.nodes:
        if node.text and node.kind not in _LEFT_OUT and node.kind is not NodeKind.REPLY_HEADING:
            units.append(_paragraph(node, document, found.get(node.ref, []), authors.get(node.ref, ""), mandates))
    units += _replies(document, found, authors, mandates)
    year = int(date[:_YEAR]) if date[:_YEAR].isdecimal() else None
    session = str(facts.session) if facts.session is not None else ""
    return IndexedDocument(key, symbol, document.language, title, date, session, year, document.profile, tuple(units))


def _by_node(annotations: Sequence[Annotation]) -> Mapping[str, list[Annotation]]:
    found: dict[str, list[Annotation]] = defaultdict(list)
    for one in annotations:
        found[one.ref].append(one)
    return found


def _first_words(document: Document) -> str:
    return next((node.text for node in document.nodes if node.kind in (NodeKind.TITLE, NodeKind.HEADING)), "")


def _authors(document: Document) -> Mapping[str, str]:
    """The State that speaks, by the ref of each node of its reply, the heading too."""
    if document.profile == "reply" and len(document.replies) == 1:
        return {node.ref: document.replies[0].state for node in document.nodes}
    authors: dict[str, str] = {}
    replies = iter(document.replies)
    for node in document.nodes:
        if node.kind is NodeKind.REPLY_HEADING:
            reply = next(replies, None)
            authors[node.ref] = reply.state if reply is not None else ""
        elif node.parent in authors:
            authors[node.ref] = authors[node.parent]
    return authors


def _paragraph(
    node: Node, document: Document, found: Sequence[Annotation], author: str, mandates: Sequence[str]
) -> IndexedUnit:
    spoken = node.language or document.language
    unit = IndexedUnit(node.ref, PARAGRAPH, node.text, node.label or "", spoken, author, mandates=tuple(mandates))
    return _naming(unit, found)


def _replies(
    document: Document, found: Mapping[str, list[Annotation]], authors: Mapping[str, str], mandates: Sequence[str]
) -> list[IndexedUnit]:
    """A unit for each reply: its heading and all its paragraphs, with all that is named in them."""
    units: list[IndexedUnit] = []
    nodes: dict[str, list[Node]] = {}
    heading = ""
    for node in document.nodes:
        if node.kind is NodeKind.REPLY_HEADING:
            heading = node.ref
        if heading and node.text and authors.get(node.ref) == authors.get(heading):
            nodes.setdefault(heading, []).append(node)
    for ref, its in nodes.items():
        text = "\n".join(node.printed for node in its)[:_WHOLE_REPLY]
        language = its[0].language or document.language
        unit = IndexedUnit(ref, REPLY, text, "", language, authors[ref], mandates=tuple(mandates))
        units.append(_naming(unit, [one for node in its for one in found.get(node.ref, ())]))
    return units


def _naming(unit: IndexedUnit, found: Sequence[Annotation]) -> IndexedUnit:
    """A unit with what annotations name, each once; what is open has all its candidates for the index."""
    return replace(
        unit,
        states=_named(found, AnnotationKind.STATE, "iso3"),
        treaties=_named(found, AnnotationKind.TREATY, "id"),
        symbols=_named(found, AnnotationKind.CITATION, "symbol"),
        dates=tuple(dict.fromkeys((*unit.dates, *_dates(found)))),
    )


def _named(found: Sequence[Annotation], kind: AnnotationKind, key: str) -> tuple[str, ...]:
    named: dict[str, None] = {}
    for one in sorted(found, key=attrgetter("start")):
        if one.kind is not kind:
            continue
        value, candidates = one.value.get(key), one.value.get("candidates")
        if isinstance(value, str):
            named[value] = None
        elif isinstance(candidates, Sequence):
            named.update(dict.fromkeys(each for each in candidates if isinstance(each, str)))
    return tuple(named)


def _dates(found: Sequence[Annotation]) -> tuple[str, ...]:
    """The days, months and years named: the ends of a range, open ends left out."""
    dates: dict[str, None] = {}
    for one in found:
        if one.kind is AnnotationKind.DATE:
            ends = (one.value.get("start"), one.value.get("end"))
            dates.update(dict.fromkeys(end for end in ends if isinstance(end, str) and end[:1].isdecimal()))
    return tuple(dates)
