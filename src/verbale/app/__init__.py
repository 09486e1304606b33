"""One function for each thing a user asks for, the same for a terminal, a page or a program.

In come paths, bytes and wishes; out come documents, and files at the path that was named.
This room joins the layers below it and knows no arguments of a command line, no HTTP, no templates.
"""

from typing import TYPE_CHECKING

from verbale.doors import open_door

if TYPE_CHECKING:
    from verbale.app.accepting import accept_findings
    from verbale.app.checking import at_least, check_sources, count_findings, encode_checked, get_rules, rule_titles
    from verbale.app.comparing import compare_reports, encode_comparisons
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
    "accept_findings",
    "at_least",
    "check_sources",
    "compare_reports",
    "concord_folder",
    "concord_versions",
    "convert_document",
    "count_findings",
    "encode_annotations",
    "encode_checked",
    "encode_comparisons",
    "encode_concordance",
    "encode_json",
    "find_sources",
    "get_bytes",
    "get_destination",
    "get_rules",
    "read_incoming",
    "read_source",
    "read_tree",
    "rule_titles",
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
        "accept_findings": "accepting",
        "at_least": "checking",
        "check_sources": "checking",
        "compare_reports": "comparing",
        "concord_folder": "concording",
        "concord_versions": "concording",
        "convert_document": "converting",
        "count_findings": "checking",
        "encode_annotations": "writing",
        "encode_checked": "checking",
        "encode_comparisons": "comparing",
        "encode_concordance": "writing",
        "encode_json": "writing",
        "find_sources": "sources",
        "get_bytes": "sources",
        "get_destination": "writing",
        "get_rules": "checking",
        "read_incoming": "reading",
        "read_source": "reading",
        "read_tree": "reading",
        "rule_titles": "checking",
        "safe_name": "writing",
    },
)
