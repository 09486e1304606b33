"""Documents as they were read, kept with the version that read them: what was confirmed stays as it was.

A record is JSON of the document's values under a schema name of its own; records of every schema are read for ever.
"""

from __future__ import annotations

import msgspec

from verbale.app.cycles import CycleFolder
from verbale.app.letter_reading import read_letter
from verbale.app.pipeline import pipeline_version
from verbale.desk.cases import ReplyVersion
from verbale.desk.intake import Proposal, propose
from verbale.errors import StoreBroken
from verbale.model.document import Document
from verbale.store.contents import KeptReading, digest_of

SCHEMA = "verbale-reading/1"


class _Record(msgspec.Struct, frozen=True):
    """The form of a record."""

    schema: str
    document: Document


def make_reading(data: bytes, document: Document, kind: str) -> KeptReading:
    """A document as it was read from bytes by this version, to be kept.

    ``kind`` says how: ``tree`` (the profile recognised), ``reply``, ``letter`` (the letter in a message),
    ``translation`` (the words of a job in the places of the original), ``report`` (composed here).
    """
    return keep_document(digest_of(data), document, kind)


def keep_document(content: str, document: Document, kind: str) -> KeptReading:
    """The same for a document whose content has this SHA-256."""
    record = msgspec.json.encode(_Record(SCHEMA, document), order="deterministic")
    return KeptReading(content, pipeline_version(), kind, record)


def read_version(folder: CycleFolder, version: ReplyVersion) -> tuple[Document, KeptReading, Proposal]:
    """A version of a reply as this version of the program reads it, to be kept, and what it proposes for it."""
    data = folder.store.get_content(version.sha256)
    document = read_letter(data, version.name).document
    return document, make_reading(data, document, "letter"), propose(document, folder.cycle)


def document_of(reading: KeptReading) -> Document:
    """The document of a kept reading. Raises ``StoreBroken`` where its schema is unknown or it is none."""
    try:
        record = msgspec.json.decode(reading.record, type=_Record)
    except msgspec.DecodeError as error:
        raise StoreBroken(f"reading {reading.digest[:12]}", f"cannot be read: {error}") from error
    if record.schema != SCHEMA:
        raise StoreBroken(
            f"reading {reading.digest[:12]}", f"has the unknown schema {record.schema}", "update this program"
        )
    return record.document
