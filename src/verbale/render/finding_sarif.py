"""What checks found as SARIF 2.1.0, the form in which tools of review and editors take results (OASIS, 2020)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from verbale.model.checked import Checked, CheckedFinding
from verbale.model.document import Document

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

Record = dict[str, object]


def finding_sarif(checked: Sequence[Checked], titles: Mapping[str, str], version: str) -> Record:
    """One run with every document as an artifact; regions are offsets into the text that was read."""
    used = sorted({found.finding.rule for one in checked for found in one.found})
    rules = [{"id": rule, "shortDescription": {"text": titles.get(rule, rule)}} for rule in used]
    run = {
        "tool": {"driver": {"name": "verbale", "version": version, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": one.document.source.name}} for one in checked],
        "results": [_result(one.document, found) for one in checked for found in one.found],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(document: Document, found: CheckedFinding) -> Record:
    finding = found.finding
    result: Record = {
        "ruleId": finding.rule,
        "level": finding.severity.value,
        "message": {"text": finding.message},
        "locations": [_location(document, finding.ref, finding.start, finding.end)],
        "partialFingerprints": {"verbale/1": found.key},
    }
    related = [
        {**_location(document, place.ref, place.start, place.end), "id": number}
        for number, place in enumerate(finding.related, start=1)
        if place.source == document.source.name
    ]
    if related:
        result["relatedLocations"] = related
    if found.accepted:
        result["suppressions"] = [{"kind": "external", "justification": found.accepted}]
    return result


def _location(document: Document, ref: str, start: int, end: int) -> Record:
    physical: Record = {"artifactLocation": {"uri": document.source.name}}
    node = next((node for node in document.nodes if node.ref == ref), None)
    spans = node.places(start, end) if node else []
    if spans:
        offset = spans[0].start
        physical["region"] = {"charOffset": offset, "charLength": spans[-1].end - offset}
    location: Record = {"physicalLocation": physical}
    if ref:
        location["logicalLocations"] = [{"fullyQualifiedName": ref}]
    return location
