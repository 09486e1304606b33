"""A document with what its checks found, and the JSON of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from verbale.model.contract import Record, finding_record
from verbale.model.document import Document
from verbale.model.finding import Finding

_DIGITS = 10  # hexadecimal: 40 bits tell the findings of a document apart


@dataclass(frozen=True, slots=True)
class CheckedFinding:
    """A finding with its key, which stays the same in a new run, and the reason for which it was accepted."""

    finding: Finding
    key: str
    accepted: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """A document and what was found in it, in reading order."""

    document: Document
    found: tuple[CheckedFinding, ...]


def finding_key(document: Document, finding: Finding) -> str:
    """Ten digits that name a finding: its rule, its node, the words it is about and what it says of them.

    Offsets take no part, so that a change elsewhere in the document leaves the key as it was.
    """
    node = next((node for node in document.nodes if node.ref == finding.ref), None)
    words = node.text[finding.start : finding.end] if node else ""
    content = "\n".join((finding.rule, finding.ref, " ".join(words.split()), finding.message))
    return hashlib.sha256(content.encode("utf-8")).hexdigest()[:_DIGITS]


def checked_record(checked: Iterable[Checked]) -> Record:
    """``findings`` of all documents in a row, each in the shape of a read document's with ``source`` and ``key``.

    A finding that was accepted has the reason in ``accepted``.
    """
    findings = []
    for one in checked:
        for found in one.found:
            record = {"source": one.document.source.name, "key": found.key, **finding_record(found.finding)}
            findings.append({**record, "accepted": found.accepted} if found.accepted else record)
    return {"findings": findings}
