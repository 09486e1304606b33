"""The verb ``read``: bytes to a document tree with its annotations."""

from __future__ import annotations

from dataclasses import replace

from verbale.app.sources import Incoming, get_bytes
from verbale.find import find_annotations, setting_of
from verbale.model import Document
from verbale.read import Limits, read_bytes
from verbale.structure import PROFILES, build_document

__all__ = ["PROFILES", "read_incoming", "read_source"]


def read_source(data: bytes, name: str, profile: str | None = None, limits: Limits | None = None) -> Document:
    """The tree of one source. ``profile`` forces one of ``PROFILES``; ``None`` lets it be recognised.

    Raises a ``ReadFailed`` when no tree can be made of ``data``.
    """
    reading = read_bytes(data, name, limits)
    document = build_document(reading, profile=profile)
    return replace(document, annotations=find_annotations(document.nodes, setting_of(document)))


def read_incoming(incoming: Incoming, profile: str | None = None, limits: Limits | None = None) -> Document:
    """Fetch the bytes of a found source and read them. Raises a ``ReadFailed``."""
    limits = limits or Limits()
    return read_source(get_bytes(incoming, limits), incoming.name, profile, limits)
