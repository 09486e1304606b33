"""Findings that were looked at and accepted, with the reason: a small file beside the document.

``report.docx`` has ``report.docx.accepted.csv`` with the columns key, reason and finding. A new run leaves it as it is.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from verbale.app.sources import Incoming
from verbale.app.writing import OutputTarget
from verbale.errors import BadReference
from verbale.model.checked import Checked

_ENDING = ".accepted.csv"
_COLUMNS = ("key", "reason", "finding")


def accepted_file(incoming: Incoming) -> Path | None:
    """Where what was accepted in a source is kept; none for standard input."""
    return incoming.path.with_name(incoming.path.name + _ENDING) if incoming.path is not None else None


def accepted_reasons(incoming: Incoming) -> Mapping[str, str]:
    """Reasons by the key of the finding; empty where nothing was accepted.

    Raises ``BadReference`` when the file is there and is no such table.
    """
    return {row["key"]: row["reason"] for row in _rows(accepted_file(incoming))}


def _rows(path: Path | None) -> list[dict[str, str]]:
    if path is None or not path.is_file():
        return []
    try:
        rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8")), strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadReference(path.name, f"no table of accepted findings: {error}") from error
    if any(set(row) != set(_COLUMNS) or None in row.values() for row in rows):
        raise BadReference(path.name, f"no table of accepted findings; its columns are {', '.join(_COLUMNS)}")
    return rows


def accept_findings(pairs: Sequence[tuple[Incoming, Checked]], keys: Sequence[str], reason: str) -> list[Path]:
    """Enter findings in the files beside their documents, each with the reason, and tell which files were written.

    Raises ``BadReference`` for a key that no finding has, or without a reason; nothing is written then.
    """
    if not reason.strip():
        raise BadReference(reason, "no reason; say with --reason why the finding is accepted")
    known = {found.key for _, checked in pairs for found in checked.found}
    for key in keys:
        if key not in known:
            raise BadReference(key, "no finding has this key; the keys stand in the last column of the table")
    written = []
    for incoming, checked in pairs:
        path = accepted_file(incoming)
        mine = {found.key: found.finding.message for found in checked.found if found.key in keys}
        if mine and path is not None:
            rows = {row["key"]: row for row in _rows(path)}
            rows |= {key: {"key": key, "reason": reason.strip(), "finding": told} for key, told in mine.items()}
            OutputTarget(path, folder=False, force=True).write_file(path, _encoded(list(rows.values())))
            written.append(path)
    return written


def _encoded(rows: Sequence[Mapping[str, str]]) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode("utf-8")
