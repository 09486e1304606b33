"""The verb ``read``: bytes to a document tree with its annotations."""

from __future__ import annotations

from dataclasses import replace

from verbale.akn import read_akn
from verbale.app.sources import Incoming, get_bytes
from verbale.find import find_annotations, setting_of
from verbale.model import Document, MediaType
from verbale.read import Limits, get_media_type, read_bytes
from verbale.structure import PROFILES, build_document

__all__ = ["PROFILES", "Limits", "read_incoming", "read_source", "read_tree"]


def read_tree(data: bytes, name: str, profile: str | None = None, limits: Limits | None = None) -> Document:
    """The tree of one source, nothing found in it yet. Takes and raises what ``read_source`` does."""
    limits = limits or Limits()
    if len(data) > limits.bytes or get_media_type(data, name) is not MediaType.AKN:
        return build_document(read_bytes(data, name, limits), profile=profile)
    published = read_akn(data, name, largest=limits.written, elements=limits.elements, anew=profile is not None)
    if isinstance(published, Document):
        return published
    return published.complete(build_document(published.reading, profile or published.record.profile))


def read_source(data: bytes, name: str, profile: str | None = None, limits: Limits | None = None) -> Document:
    """The tree of one source with its annotations.

    ``profile`` forces one of ``PROFILES``; ``None`` lets it be recognised.
    Raises a ``ReadFailed`` when no tree can be made of ``data``.
    """
    document = read_tree(data, name, profile, limits)
    if document.annotations:
        # A file of our own carries what was found, and what people made of it.
        return document
    return replace(document, annotations=find_annotations(document.nodes, setting_of(document)))


def read_incoming(
    incoming: Incoming, profile: str | None = None, limits: Limits | None = None, *, finding: bool = True
) -> Document:
    """Fetch the bytes of a source and read them, without ``finding`` to the bare tree. Raises a ``ReadFailed``."""
    limits = limits or Limits()
    read = read_source if finding else read_tree
    return read(get_bytes(incoming, limits), incoming.name, profile, limits)
