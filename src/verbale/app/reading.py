"""The verb ``read``: bytes to a document tree with its annotations."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from verbale.app.sources import Incoming, get_bytes
from verbale.app.working import work_on, work_on_bytes
from verbale.errors import ReadFailed
from verbale.model.document import Document
from verbale.model.finding import Finding, Severity
from verbale.model.source import MediaType
from verbale.read.dispatch import read_bytes
from verbale.read.limits import Limits
from verbale.read.mail_signs import is_mail
from verbale.read.sniff import get_media_type
from verbale.structure.build import build_document

if TYPE_CHECKING:
    from verbale.read.mail import Mail

__all__ = [
    "annotate",
    "read_guarded",
    "read_incoming",
    "read_source",
    "read_tree",
    "second_reader",
    "use_second_reader",
    "words_as_file",
    "work_on",
]


def read_tree(data: bytes, name: str, profile: str | None = None, limits: Limits | None = None) -> Document:
    """The tree of one source, nothing found in it yet. Takes and raises what ``read_source`` does."""
    limits = limits or Limits()
    if len(data) <= limits.bytes and is_mail(data):
        return _read_carried(data, name, profile, limits)
    if len(data) > limits.bytes or get_media_type(data, name) is not MediaType.AKN:
        return build_document(read_bytes(data, name, limits), profile=profile)
    # Few sources are of this kind, and the others need not wait for its reader.
    from verbale.akn.reader import read_akn  # noqa: PLC0415

    published = read_akn(data, name, largest=limits.written, elements=limits.elements, anew=profile is not None)
    if isinstance(published, Document):
        return published
    return published.complete(build_document(published.reading, profile or published.record.profile))


def _read_carried(data: bytes, name: str, profile: str | None, limits: Limits) -> Document:
    """The tree of what a message carries: its first enclosure that can be read, else its own words.

    What else is in it is told in findings. A page that a browser saved in the form of a message is that page.
    """
    from verbale.read.mail import read_mail  # noqa: PLC0415 (few sources are messages, and the others need not wait)

    mail = read_mail(data, name, limits)
    told = [Finding("read/mail", Severity.WARNING, sentence) for sentence in mail.told]
    document = None
    for one in () if mail.is_archive else mail.enclosures:
        if document is not None or is_mail(one.data):
            told.append(
                Finding("read/mail", Severity.WARNING, f"{one.name} came with the message and is not read here")
            )
            continue
        try:
            document = read_tree(one.data, name, profile, limits)
        except ReadFailed as error:
            told.append(Finding("read/mail", Severity.WARNING, f"{one.name} could not be read: {error.reason}"))
        else:
            told.append(Finding("read/mail", Severity.NOTE, f"read from a message: its enclosure {one.name}"))
    if document is None:
        document = read_tree(words_as_file(mail), name, profile, limits)
    source = replace(document.source, sha256=hashlib.sha256(data).hexdigest())
    return replace(document, source=source, findings=(*told, *document.findings))


def words_as_file(mail: Mail) -> bytes:
    """The words of a message as the bytes of a file that says its encoding itself, so that no label can say another."""
    words = mail.text.encode("utf-8", "replace")
    return codecs.BOM_UTF8 + words if mail.text_type == "text/html" else words


def annotate(document: Document) -> Document:
    """The document with what is found in it; one that carries annotations stays as it is."""
    if document.annotations:
        # A file of our own carries what was found, and what people made of it.
        return document
    # A tree alone needs no finder, and the finders' tables take longer to load than a page takes to read.
    from verbale.find.annotate import find_annotations  # noqa: PLC0415
    from verbale.find.setting import setting_of  # noqa: PLC0415

    return replace(document, annotations=find_annotations(document.nodes, setting_of(document)))


def read_source(data: bytes, name: str, profile: str | None = None, limits: Limits | None = None) -> Document:
    """The tree of one source with its annotations.

    ``profile`` forces one of ``PROFILES``; ``None`` lets it be recognised.
    Raises a ``ReadFailed`` when no tree can be made of ``data``.
    """
    return annotate(read_tree(data, name, profile, limits))


def read_guarded(
    data: bytes, name: str, profile: str | None = None, limits: Limits | None = None, *, finding: bool = True
) -> Document:
    """What ``read_source`` gives, or without ``finding`` what ``read_tree`` gives, read in a worker under bounds.

    Raises what these raise, ``TooLarge`` past a bound of the worker, and ``Damaged`` where a reader did not survive.
    """
    return work_on_bytes(data, name, read_source if finding else read_tree, profile, limits)


def _read_once(document: Document, _data: Callable[[], bytes]) -> Document:
    return document


second_reader: Callable[[Document, Callable[[], bytes]], Document] = _read_once
"""What compares a document, and the bytes that it was made of, with what another program reads in them."""


def use_second_reader() -> None:
    """Let LibreOffice read a second time what it can read: said by a program whose option or setting asks for it."""
    global second_reader
    from verbale.app.second_reading import read_twice  # noqa: PLC0415 (it is seldom asked for)

    second_reader = read_twice


def read_incoming(
    incoming: Incoming, profile: str | None = None, limits: Limits | None = None, *, finding: bool = True
) -> Document:
    """Read a source in a worker, without ``finding`` to the bare tree. Raises what ``read_guarded`` does."""
    document = work_on(incoming, read_source if finding else read_tree, profile, limits)
    # Standard input is at its end.
    return document if incoming.path is None else second_reader(document, lambda: get_bytes(incoming))
