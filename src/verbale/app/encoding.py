"""Values to JSON: one function for all that is shown to programs, and the version of what read it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from typing import Any

import msgspec

from verbale import __version__
from verbale.model.annotation import Annotation
from verbale.model.checked import Checked, checked_record
from verbale.model.comparison import Comparison, comparison_record
from verbale.model.concordance import Concordance
from verbale.model.concordance_contract import concordance_record
from verbale.model.contract import Record, annotation_record, document_record, finding_record
from verbale.model.document import Document
from verbale.model.finding import Finding
from verbale.model.language import Language
from verbale.model.mandate import ListedRequest, request_record
from verbale.model.reconciliation import Reconciliation, reconciliation_record
from verbale.model.register_line import Dossier, Timeline
from verbale.model.register_records import changes_record, dossier_record, status_record, timeline_record
from verbale.model.status import Changes, Status
from verbale.render.wording import step_text

_READING = ("read", "structure", "find", "akn", "lexicon", "model")
_LIBRARIES = ("ahocorasick-rs", "lxml", "pypdfium2")
_DIGITS = 12


@cache
def pipeline_version() -> str:
    """The version of all that takes part in reading a document, as ``0.1.0+1f9a0c44d2e7``.

    It changes with the code that reads and finds, with any table of the lexicon, and with the releases of the
    libraries that read (pdfium comes with pypdfium2). What was read under one version may read otherwise under another.
    """
    digest = hashlib.sha256()
    for name in _LIBRARIES:
        digest.update(f"{name} {metadata.version(name)}\n".encode())
    for package in _READING:
        for path, file in _files(resources.files("verbale") / package, package):
            digest.update(f"{path}\n".encode() + file.read_bytes())
    return f"{__version__}+{digest.hexdigest()[:_DIGITS]}"


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    """The modules and tables of a package, in an order that no file system decides."""
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir():
            yield from _files(each, f"{path}/{each.name}")
        elif each.name.endswith((".py", ".csv", ".xml", ".xsd", ".txt")):
            yield f"{path}/{each.name}", each


def encode(value: object, language: Language = Language.EN) -> bytes:
    """A value as one line of JSON in UTF-8, keys in the order of its schema, with a line break.

    Takes documents, annotations, findings, concordances, statuses and what else ``verbale`` returns; several values of
    one kind become a list, documents with their findings and comparisons one object; a record stays as it is.
    ``language`` is that of the sentences which explain a status. Raises ``TypeError`` for anything else.
    """
    return msgspec.json.encode(_record(value, language)) + b"\n"


def _record(value: object, language: Language) -> object:
    if isinstance(value, Mapping):
        return value
    if isinstance(value, Status):
        return status_record(value, (step_text(step, language) for step in value.why))
    if isinstance(value, Document):
        return document_record(value, pipeline_version())
    if (single := _SINGLE.get(type(value))) is not None:
        return single(value)
    if not isinstance(value, Sequence) or isinstance(value, str | bytes):
        raise TypeError(f"{type(value).__name__} has no record")
    if value and (joined := _JOINED.get(type(value[0]))) is not None:
        return joined(value)
    return [_record(each, language) for each in value]


_SINGLE: Mapping[type, Callable[[Any], Record]] = {
    Annotation: annotation_record,
    Changes: changes_record,
    Concordance: concordance_record,
    Dossier: dossier_record,
    Finding: finding_record,
    ListedRequest: request_record,
    Reconciliation: reconciliation_record,
    Timeline: timeline_record,
}
_JOINED: Mapping[type, Callable[[Sequence[Any]], Record]] = {Checked: checked_record, Comparison: comparison_record}
