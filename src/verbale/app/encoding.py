"""Values to JSON: one function for all that is shown to programs."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from verbale.model.language import Language

_RECORDS: Mapping[str, tuple[str, str]] = {
    "Annotation": ("contract", "annotation_record"),
    "Changes": ("register_records", "changes_record"),
    "Concordance": ("concordance", "concordance_record"),
    "Document": ("contract", "document_record"),
    "Dossier": ("register_records", "dossier_record"),
    "Finding": ("contract", "finding_record"),
    "ListedRequest": ("mandate", "request_record"),
    "Reconciliation": ("reconciliation", "reconciliation_record"),
    "Status": ("register_records", "status_record"),
    "Timeline": ("register_records", "timeline_record"),
}
"""Each value of ``model`` that has a record: the module and the function that makes it, loaded when needed."""

_JOINED: Mapping[str, tuple[str, str]] = {
    "Checked": ("checked", "checked_record"),
    "Comparison": ("comparison", "comparison_record"),
}
"""Values of which several make one record."""


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
    if (record := _find(_RECORDS, value)) is not None:
        return record(value, *_more(value, language))
    if not isinstance(value, Sequence) or isinstance(value, str | bytes):
        raise TypeError(f"{type(value).__name__} has no record")
    if value and (joined := _find(_JOINED, value[0])) is not None:
        return joined(value)
    return [_record(each, language) for each in value]


def _find(records: Mapping[str, tuple[str, str]], value: object) -> Callable[..., object] | None:
    kind = type(value)
    if kind.__name__ not in records or not kind.__module__.startswith("verbale.model."):
        return None
    module, name = records[kind.__name__]
    found: Callable[..., object] = getattr(importlib.import_module(f"verbale.model.{module}"), name)
    return found


def _more(value: Any, language: Language) -> list[object]:  # noqa: ANN401 (a value of any kind in the table)
    """What a record holds that its value does not: the version of the pipeline, the sentences of an explanation."""
    if type(value).__name__ == "Document":
        from verbale.app.pipeline import pipeline_version  # noqa: PLC0415 (it reads every module that reads)

        return [pipeline_version()]
    if type(value).__name__ == "Status":
        from verbale.render.wording import step_text  # noqa: PLC0415

        return [[step_text(step, language) for step in value.why]]
    return []
