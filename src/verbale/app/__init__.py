"""One function for each thing a user asks for, the same for a terminal, a page or a program.

In come paths, bytes and wishes; out come documents, and files at the path that was named.
This room joins the layers below it and knows no arguments of a command line, no HTTP, no templates.
"""

from typing import TYPE_CHECKING

from verbale.doors import open_door

if TYPE_CHECKING:
    from verbale.app.concording import Failure, Outcome, concord_folder, concord_versions
    from verbale.app.converting import FORMS, Wishes, convert_document
    from verbale.app.reading import PROFILES, Limits, read_incoming, read_source, read_tree
    from verbale.app.sources import Incoming, find_sources, get_bytes
    from verbale.app.writing import (
        Destination,
        encode_annotations,
        encode_concordance,
        encode_json,
        get_destination,
        safe_name,
    )

__all__ = [
    "FORMS",
    "PROFILES",
    "Destination",
    "Failure",
    "Incoming",
    "Limits",
    "Outcome",
    "Wishes",
    "concord_folder",
    "concord_versions",
    "convert_document",
    "encode_annotations",
    "encode_concordance",
    "encode_json",
    "find_sources",
    "get_bytes",
    "get_destination",
    "read_incoming",
    "read_source",
    "read_tree",
    "safe_name",
]

open_door(
    __name__,
    {
        "FORMS": "converting",
        "PROFILES": "reading",
        "Destination": "writing",
        "Failure": "concording",
        "Incoming": "sources",
        "Limits": "reading",
        "Outcome": "concording",
        "Wishes": "converting",
        "concord_folder": "concording",
        "concord_versions": "concording",
        "convert_document": "converting",
        "encode_annotations": "writing",
        "encode_concordance": "writing",
        "encode_json": "writing",
        "find_sources": "sources",
        "get_bytes": "sources",
        "get_destination": "writing",
        "read_incoming": "reading",
        "read_source": "reading",
        "read_tree": "reading",
        "safe_name": "writing",
    },
)
