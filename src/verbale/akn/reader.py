"""The way in: bytes of Akoma Ntoso to what others make a tree of, and what the metadata add to that tree."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields, replace
from typing import Any

from verbale.akn.metadata_record import Record, read_record
from verbale.akn.page import lay_out
from verbale.akn.parse import parse_xml
from verbale.akn.restore import find_own, restore
from verbale.errors import TooLarge
from verbale.model.block import Extraction
from verbale.model.document import Document, Facts
from verbale.model.finding import Finding, Severity

_MEGABYTE = 1024 * 1024  # bytes


@dataclass(frozen=True, slots=True)
class Published:
    """A file as others publish it: its text laid out as a page, and the record its metadata keep."""

    reading: Extraction
    record: Record

    def complete(self, document: Document) -> Document:
        """The tree grown from ``reading``, with what the metadata know beyond the text.

        The text goes before the metadata: where the two disagree the text stands and a finding says so.
        """
        known: dict[str, Any] = {}
        findings = [*document.findings, *self.record.findings]
        for field in fields(Facts):
            printed, declared = getattr(document.facts, field.name), getattr(self.record.facts, field.name)
            if printed is None:
                known[field.name] = declared
            elif declared is not None and declared != printed:
                message = f"{field.name} is {printed} in the text and {declared} in the metadata"
                findings.append(Finding("akn/metadata-differ", Severity.WARNING, message))
        return replace(
            document,
            language=document.language or self.record.language,
            facts=replace(document.facts, **known),
            findings=tuple(findings),
            proceedings=self.record.proceedings,
        )


def read_akn(
    data: bytes, name: str, *, largest: int = 8 * _MEGABYTE, elements: int = 200_000, anew: bool = False
) -> Document | Published:
    """Read one file. ``name`` only names it in messages and in the result.

    A file that this package wrote gives the document it was written from, unless it is to be read ``anew`` as any
    other. At most ``largest`` bytes and ``elements`` elements. Raises ``Damaged``, ``NotADocument`` or ``TooLarge``.
    """
    if len(data) > largest:
        raise TooLarge(name, f"{len(data):,} bytes of XML, the limit is {largest:,}", "split the document")
    root = parse_xml(data, name, elements)
    sha256 = hashlib.sha256(data).hexdigest()
    if (mark := find_own(root)) is not None and not anew:
        return restore(root, mark, name, sha256)
    return Published(lay_out(root, name, sha256), read_record(root))
