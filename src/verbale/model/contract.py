"""The JSON of a read document, schema ``verbale-document/1``.

A plain record of dicts, lists and scalars in a fixed order of keys, so that the same document
gives the same bytes. The architecture page describes it; ``tests/model`` compares the two.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict

from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.document import Document
from verbale.model.finding import Finding
from verbale.model.node import Node
from verbale.model.source import Source
from verbale.model.span import Origin

SCHEMA = "verbale-document/1"

Record = dict[str, object]


def document_record(document: Document, pipeline: str) -> Record:
    """The whole document as the contract lays it down; ``pipeline`` is the version of what read it."""
    source, facts = document.source, document.facts
    record: Record = {
        "schema": SCHEMA,
        "pipeline": pipeline,
        "source": _source_record(source),
        "profile": document.profile,
        "symbol": facts.symbol,
        "language": document.language.value if document.language else None,
        "title": facts.title,
        "date": facts.date,
        "session": facts.session,
        "agenda_item": facts.agenda_item,
        "adopted": facts.adopted,
        "meeting": facts.meeting,
        "nodes": [_node_record(node, source.text) for node in document.nodes],
        "replies": [
            {
                "state": reply.state,
                "original_language": reply.original_language,
                "date": reply.date,
                "addresses": list(reply.addresses),
            }
            for reply in document.replies
        ],
        "annotations": [annotation_record(annotation) for annotation in document.annotations],
        "coverage": {
            "characters": document.coverage.characters,
            "kept": document.coverage.kept,
            "furniture": document.coverage.furniture,
            "unaccounted": document.coverage.unaccounted,
        },
        "findings": [finding_record(finding) for finding in document.findings],
    }
    if document.proceedings is not None:
        record["proceedings"] = _known(asdict(document.proceedings))
    return record


def _known(value: object) -> object:
    """A value without what is not known: no ``None``, no empty list, at any depth."""
    if isinstance(value, dict):
        return {key: _known(inner) for key, inner in value.items() if inner is not None and inner != ()}
    if isinstance(value, tuple):
        return [_known(inner) for inner in value]
    return value


def _node_record(node: Node, source: str) -> Record:
    record: Record = {
        "ref": node.ref,
        "kind": node.kind.value,
        "label": node.label,
        "text": node.text,
        "spans": [[span.start, span.end] for span in node.spans(source)],
    }
    if node.label_spans:
        record["label_spans"] = [[span.start, span.end] for span in node.label_spans]
    if node.page is not None:
        record["page"] = node.page
    if node.language is not None:
        record["language"] = node.language.value
    if node.origin is not Origin.TEXT:
        record["origin"] = node.origin.value
    if node.notes:
        record["notes"] = [
            {"at": mark.at, "ref": mark.ref, "span": [mark.span.start, mark.span.end]} for mark in node.notes
        ]
    if node.links:
        record["links"] = [{"start": link.start, "end": link.end, "href": link.target} for link in node.links]
    return record


def annotations_record(document: Document, kinds: Collection[AnnotationKind] = ()) -> Record:
    """The annotations of the kinds asked for (all when none is named) with their source."""
    return {
        "source": _source_record(document.source),
        "symbol": document.facts.symbol,
        "annotations": [annotation_record(one) for one in document.annotated(kinds)],
    }


def _source_record(source: Source) -> Record:
    return {"name": source.name, "sha256": source.sha256, "media_type": source.media_type.value}


def annotation_record(annotation: Annotation) -> Record:
    """One annotation as the contract lays it down."""
    return {
        "ref": annotation.ref,
        "kind": annotation.kind.value,
        "start": annotation.start,
        "end": annotation.end,
        "text": annotation.text,
        "value": dict(annotation.value),
        "rule": annotation.rule,
    }


def finding_record(finding: Finding) -> Record:
    """One finding as the contract lays it down."""
    record: Record = {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "ref": finding.ref,
        "start": finding.start,
        "end": finding.end,
        "message": finding.message,
        "related": [
            {"source": place.source, "ref": place.ref, "start": place.start, "end": place.end}
            for place in finding.related
        ],
    }
    if finding.page is not None:
        record["page"] = finding.page
    return record
