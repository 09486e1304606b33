"""The version of what reads documents."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable

from verbale import __version__

_PACKAGES = ("read", "structure", "find", "akn", "lexicon", "model")
_LIBRARIES = ("ahocorasick-rs", "lxml", "pypdfium2")
_DIGITS = 12  # of a SHA-256: enough to tell versions of this program from one another


@cache
def pipeline_version() -> str:
    """The version of all that takes part in reading a document, as ``0.1.0+1f9a0c44d2e7``.

    It changes with the code that reads and finds, with any table of the lexicon, and with the releases of the
    libraries that read (pdfium comes with pypdfium2). What was read under one version may read otherwise under another.
    """
    digest = hashlib.sha256()
    for name in _LIBRARIES:
        digest.update(f"{name} {metadata.version(name)}\n".encode())
    for package in _PACKAGES:
        for path, file in _files(resources.files("verbale") / package, package):
            digest.update(f"{path}\n".encode() + file.read_bytes())
    return f"{__version__}+{digest.hexdigest()[:_DIGITS]}"


@cache
def register_version() -> str:
    """The version of the register: its edition's facts and rules, as ``0.1.0+…``."""
    digest = hashlib.sha256()
    for path, file in _files(resources.files("verbale") / "register", "register"):
        digest.update(f"{path}\n".encode() + file.read_bytes())
    return f"{__version__}+{digest.hexdigest()[:_DIGITS]}"


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    """The modules and tables of a package, in an order that no file system decides."""
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir():
            yield from _files(each, f"{path}/{each.name}")
        elif each.name.endswith((".py", ".csv", ".xml", ".xsd", ".txt")):
            yield f"{path}/{each.name}", each
