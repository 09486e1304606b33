"""The verb ``read``: bytes to a document tree with its annotations."""

from __future__ import annotations

from dataclasses import replace

from verbale.app.sources import Incoming, get_bytes
from verbale.model.document import Document
from verbale.model.source import MediaType
from verbale.read.dispatch import read_bytes
from verbale.read.limits import Limits
from verbale.read.sniff import get_media_type
from verbale.structure.build import build_document
from verbale.structure.profiles import PROFILES

__all__ = ["PROFILES", "annotate", "read_incoming", "read_source", "read_tree"]


def read_tree(data: bytes, name: str, profile: str | None = None, limits: Limits | None = None) -> Document:
    """The tree of one source, nothing found in it yet. Takes and raises what ``read_source`` does."""
    limits = limits or Limits()
    if len(data) > limits.bytes or get_media_type(data, name) is not MediaType.AKN:
        return build_document(read_bytes(data, name, limits), profile=profile)
    # Few sources are of this kind, and the others need not wait for its reader.
    from verbale.akn.reader import read_akn  # noqa: PLC0415

    published = read_akn(data, name, largest=limits.written, elements=limits.elements, anew=profile is not None)
    if isinstance(published, Document):
        return published
    return published.complete(build_document(published.reading, profile or published.record.profile))


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


def read_incoming(
    incoming: Incoming, profile: str | None = None, limits: Limits | None = None, *, finding: bool = True
) -> Document:
    """Fetch the bytes of a source and read them, without ``finding`` to the bare tree. Raises a ``ReadFailed``."""
    limits = limits or Limits()
    read = read_source if finding else read_tree
    return read(get_bytes(incoming, limits), incoming.name, profile, limits)
