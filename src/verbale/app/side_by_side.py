"""The languages of a document side by side: rows of paragraphs that answer each other, and what is not alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from verbale import __version__
from verbale.app.kept_files import keep_file
from verbale.app.pipeline import pipeline_version
from verbale.app.readings import document_of
from verbale.app.working import work_on_bytes
from verbale.concord.merging import rows_of
from verbale.concord.version_comparison import find_concordance
from verbale.errors import NotComparable
from verbale.model.language import Language
from verbale.model.span import Span
from verbale.store.contents import KeptReading, digest_of, get_reading
from verbale.store.database import Database
from verbale.store.library_store import LibraryDocument

_FOLDER = "aligned"
_FEWEST = 2  # languages that can be set side by side


class RowDifference(msgspec.Struct, frozen=True):
    """Something in which the languages of a row are not alike.

    ``apart`` are the languages that stand apart from most, empty where no majority tells; ``kind``, ``aspect`` and
    ``severity`` are words of ``model.concordance``; ``marked`` has for each language and ref the spans of its words.
    ``message`` is an English sentence.
    """

    kind: str
    aspect: str
    severity: str
    apart: tuple[str, ...]
    printed: tuple[str, ...]
    others: tuple[str, ...]
    message: str
    marked: Mapping[str, Mapping[str, tuple[tuple[int, int], ...]]]


class SideRow(msgspec.Struct, frozen=True):
    """Units that answer each other: for each language the refs of its units, none where it has none.

    ``loose`` says that they are set beside each other as they come.
    """

    place: str
    cells: Mapping[str, tuple[str, ...]]
    differences: tuple[RowDifference, ...] = ()
    loose: bool = False


class SideBySide(msgspec.Struct, frozen=True):
    """All rows, how many differences there are, those that belong to no row, and what was not compared (English)."""

    rows: tuple[SideRow, ...]
    count: int
    elsewhere: tuple[RowDifference, ...]
    left_out: tuple[str, ...]


def get_side_by_side(database: Database, folder: Path, versions: Sequence[LibraryDocument]) -> SideBySide:
    """Two to six versions of a document, each in another of the six languages, aligned; kept in ``folder``.

    Raises ``NotComparable`` for fewer, for one whose language is not known, or for a language that comes twice;
    ``TooLarge``, ``StoreBroken``.
    """
    name = versions[0].address if versions else ""
    return align_readings(database, folder, name, [(one.language, one.reading) for one in versions])


def align_readings(database: Database, folder: Path, name: str, readings: Sequence[tuple[str, str]]) -> SideBySide:
    """The same for readings that are kept, each a language and its digest; ``name`` is that of the document."""
    languages = [language for language, _ in readings]
    if len(readings) < _FEWEST or len(set(languages)) < len(languages) or not set(languages) <= set(Language):
        raise NotComparable(name, "name two or more languages that it is in")
    digests = [digest for _, digest in readings]
    file = f"{digest_of(' '.join([pipeline_version(), *digests]).encode())}-{__version__}.json"

    def align() -> bytes:
        records = msgspec.msgpack.encode([get_reading(database, digest).record for digest in digests])
        return work_on_bytes(records, name, _align)

    return msgspec.json.decode(keep_file(folder / _FOLDER, file, align), type=SideBySide)


def _align(data: bytes, name: str) -> bytes:
    """In the worker: the records of readings to rows."""
    records = msgspec.msgpack.decode(data, type=list[bytes])
    read = [document_of(KeptReading("", name, "tree", record)) for record in records]
    documents = {one.language: one for one in read if one.language is not None}
    ordered = {language: documents[language] for language in Language if language in documents}
    concordance = find_concordance(ordered)
    differences = [
        (
            {(side.language.value, side.ref) for side in one.sides if side.ref},
            RowDifference(
                one.kind.value,
                one.aspect.value,
                one.severity.value,
                tuple(language.value for language in one.apart),
                one.printed,
                one.others,
                one.message,
                {side.language.value: {side.ref: _spans(side.highlighted)} for side in one.sides if side.ref},
            ),
        )
        for one in concordance.differences
    ]
    rows, placed = [], set()
    for row in rows_of(ordered):
        held = {(language.value, unit.node.ref) for language, units in row.cells.items() for unit in units}
        mine = [at for at, (refs, _) in enumerate(differences) if at not in placed and refs & held]
        placed.update(mine)
        cells = {language.value: tuple(unit.node.ref for unit in units) for language, units in row.cells.items()}
        rows.append(SideRow(row.place, cells, tuple(differences[at][1] for at in mine), row.pooled))
    elsewhere = tuple(one for at, (_, one) in enumerate(differences) if at not in placed)
    return msgspec.json.encode(SideBySide(tuple(rows), len(differences), elsewhere, concordance.left_out))


def _spans(highlighted: Sequence[Span]) -> tuple[tuple[int, int], ...]:
    return tuple((span.start, span.end) for span in highlighted)
