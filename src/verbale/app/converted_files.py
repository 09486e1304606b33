"""A document of the library as a file to take away: as it was received, or in one of our forms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from verbale import __version__
from verbale.app.converting import ConvertOptions, convert_document
from verbale.app.kept_files import keep_file
from verbale.app.libraries import get_document, get_original
from verbale.app.readings import document_of
from verbale.app.working import work_on_bytes
from verbale.store.contents import KeptReading, get_reading
from verbale.store.database import Database
from verbale.store.library_store import LibraryDocument

_FOLDER = "converted"
_UNSAFE = re.compile(r"[^A-Za-z0-9.()\[\]-]+")
_MESSAGE = re.compile(rb"(?i)\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+\r?\n")


@dataclass(frozen=True, slots=True)
class FileForm:
    """A form of download: the name of the form in ``converting.FORMS``, its type, and whether it takes long."""

    form: str
    media_type: str
    slow: bool = False


FILE_FORMS = {
    "html": FileForm("html", "text/html; charset=utf-8"),
    "docx": FileForm("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", slow=True),
    "pdf": FileForm("pdf", "application/pdf", slow=True),
    "xml": FileForm("akn", "application/akn+xml"),
    "txt": FileForm("text", "text/plain; charset=utf-8"),
    "csv": FileForm("csv", "text/csv; charset=utf-8"),
}
"""The forms of downloads, by the ending of their files."""


@dataclass(frozen=True, slots=True)
class TakenFile:
    """A file to take away: its bytes, its type as its content tells it, and a name that every system takes."""

    content: bytes
    media_type: str
    name: str


def get_converted(database: Database, folder: Path, row: LibraryDocument, ending: str) -> TakenFile:
    """A version of a document in a form; ``ending`` is one of ``FILE_FORMS``.

    What takes long is made in a worker and kept in ``folder``. Raises ``StoreBroken``, ``TooLarge``.
    """
    form = FILE_FORMS[ending]
    if form.slow:
        name = f"{row.reading}-{__version__}.{ending}"
        content = keep_file(folder / _FOLDER, name, lambda: _made_apart(get_reading(database, row.reading), form.form))
    else:
        content = convert_document(get_document(database, row), form.form, ConvertOptions(letterhead=True)).content
    return TakenFile(content, form.media_type, f"{file_name(row)}.{ending}")


def _made_apart(reading: KeptReading, form: str) -> bytes:
    return work_on_bytes(reading.record, reading.content, _convert, reading.content, reading.kind, form)


def _convert(record: bytes, name: str, content: str, kind: str, form: str) -> bytes:
    """In the worker: a reading to a file."""
    document = document_of(KeptReading(content, name, kind, record))
    takes_letterhead = ConvertOptions(letterhead=True)
    return convert_document(document, form, takes_letterhead).content


def get_received(database: Database, row: LibraryDocument) -> TakenFile:
    """A document as it was received. Raises ``StoreBroken``, ``ContentRedacted``."""
    content = get_original(database, row)
    media_type = get_document(database, row).source.media_type.value
    if media_type.startswith("text/") and _MESSAGE.match(content[:10_000]):
        media_type = "message/rfc822"
    ending = Path(row.name).suffix
    safe = ending if re.fullmatch(r"\.[A-Za-z0-9]{1,5}", ending) else ""
    return TakenFile(content, media_type, f"{file_name(row)}.received{safe}")


def file_name(row: LibraryDocument) -> str:
    """The symbol, or the digits of the address, with the language; nothing that a file system does not take."""
    return f"{_UNSAFE.sub('_', row.address).strip('_.')}.{row.language}"
