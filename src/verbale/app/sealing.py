"""Seals that are kept elsewhere: written out, signed with a key of the office, and looked for again in the chain."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from verbale.app.cycles import CycleFolder
from verbale.desk.event_facts import complete_facts
from verbale.desk.events import EventKind, find_seal
from verbale.errors import BadReference, ContentRedacted, StoreBroken

_SCHEMA = "verbale-seal/1"
_SIGNED = ("schema", "cycle", "number", "seal", "at")
_SHORTEST = 12  # characters of a seal that a person may type


@dataclass(frozen=True, slots=True)
class Verified:
    """What a chain came to: how many entries and contents hold, its newest seal, and where a seal given was found.

    ``found`` is the number of the entry with that seal, 0 where the chain has none such; ``None`` where none was given.
    ``signed`` says whether the signature of the seal holds, ``None`` where there is none or no key was given.
    """

    entries: int
    contents: int
    redacted: int
    seal: str
    found: int | None = None
    signed: bool | None = None


def verify_cycle(folder: CycleFolder, seal: str = "", key: bytes = b"") -> Verified:
    """Check every entry and every content of an open cycle; with a seal, or the file of one, that it is in the chain.

    The entries themselves are checked when a cycle is opened. Raises ``StoreBroken`` where a content or a reading is
    not what was kept, ``BadReference`` where the seal is none.
    """
    contents = redacted = 0
    for sha256 in sorted(_named(folder)):
        if sha256 in folder.case.redacted:
            redacted += 1
            continue
        try:
            folder.store.get_content(sha256)
            contents += 1
        except ContentRedacted as gone:
            reason = f"content {sha256[:12]} is gone without an event"
            raise StoreBroken(folder.store.place, reason, "restore it from a backup") from gone
    for reading in sorted(_readings(folder)):
        folder.store.get_reading(reading)
    if not seal:
        return Verified(len(folder.entries), contents, redacted, folder.seal)
    wanted, signed = _wanted(seal, key)
    full = next((entry.seal for entry in folder.entries if entry.seal.startswith(wanted)), wanted)
    return Verified(len(folder.entries), contents, redacted, folder.seal, find_seal(folder.entries, full), signed)


def write_seal(folder: CycleFolder, now: datetime, key: bytes = b"") -> bytes:
    """The newest seal of a cycle as JSON, to be kept elsewhere; signed (Ed25519) with a private key in PEM.

    Raises ``BadReference`` where the key is none.
    """
    record: dict[str, object] = {
        "schema": _SCHEMA,
        "cycle": folder.store.name,
        "number": len(folder.entries),
        "seal": folder.seal,
        "at": now.isoformat(timespec="seconds"),
    }
    if key:
        record["signature"] = base64.b64encode(_sign(key, _signed_words(record))).decode()
    return json.dumps(record, ensure_ascii=False, indent=2).encode() + b"\n"


_CONTENTS = ("sha256", "carrier", "content", "digest")
_NO_CONTENT = frozenset({EventKind.CYCLE_OPENED, EventKind.TERMS_CHANGED, EventKind.REPORT_COMPILED})
"""The kinds whose ``digest`` is that of terms or of all versions of a report together."""


def _named(folder: CycleFolder) -> set[str]:
    """The contents that the events of a cycle speak of."""
    sums: set[str] = set()
    for entry in folder.entries:
        if entry.event.kind not in _NO_CONTENT:
            sums |= {str(entry.event.facts[name]) for name in _CONTENTS if entry.event.facts.get(name)}
    return sums | {sha256 for files in folder.store.all_files().values() for sha256 in files.values()}


def _readings(folder: CycleFolder) -> set[str]:
    """The readings that the events of a cycle speak of, but for those of what was redacted."""
    found: set[str] = set()
    gone: set[str] = set()
    for entry in folder.entries:
        facts = complete_facts(entry.event)
        trees = facts.get("trees")
        named = {tree.rpartition(" ")[2] for tree in trees} if isinstance(trees, tuple) else set()
        if facts.get("reading"):
            named.add(str(facts["reading"]))
        found |= named
        if any(facts.get(name) in folder.case.redacted for name in _CONTENTS):
            gone |= named
    return found - gone


def _wanted(seal: str, key: bytes) -> tuple[str, bool | None]:
    """The seal of what a person gave: its characters, or the JSON of a file; and whether its signature holds."""
    text = seal.strip()
    if not text.startswith("{"):
        if len(text) < _SHORTEST or not all(char in "0123456789abcdef" for char in text):
            raise BadReference(text[:40], f"is no seal; give at least {_SHORTEST} of its characters, or its file")
        return text, None
    try:
        record = json.loads(text)
        wanted, words = str(record["seal"]), _signed_words(record)
    except (ValueError, KeyError, TypeError) as error:
        raise BadReference(text[:40], f"is no file of a seal: {error}") from error
    if not key:
        return wanted, None
    return wanted, _is_signed(key, words, str(record.get("signature", "")))


def _signed_words(record: Mapping[str, object]) -> bytes:
    plain = {name: record[name] for name in _SIGNED}
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _sign(key: bytes, words: bytes) -> bytes:
    # Only who signs needs the library.
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415
    from cryptography.hazmat.primitives.serialization import load_pem_private_key  # noqa: PLC0415

    try:
        loaded = load_pem_private_key(key, None)
    except (ValueError, TypeError) as error:
        raise BadReference("key", f"cannot be read: {error}; give a private Ed25519 key in PEM") from error
    if not isinstance(loaded, Ed25519PrivateKey):
        raise BadReference("key", "is no private Ed25519 key; make one with openssl genpkey -algorithm ed25519")
    return loaded.sign(words)


def _is_signed(key: bytes, words: bytes, signature: str) -> bool:
    # Only who checks a signature needs the library.
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415
    from cryptography.hazmat.primitives.serialization import load_pem_public_key  # noqa: PLC0415

    try:
        loaded = load_pem_public_key(key)
        if not isinstance(loaded, Ed25519PublicKey):
            raise BadReference("key", "is no public Ed25519 key")
    except ValueError as error:
        raise BadReference("key", f"cannot be used: {error}; give a public Ed25519 key in PEM") from error
    try:
        loaded.verify(base64.b64decode(signature, validate=True), words)
    except (InvalidSignature, ValueError):
        return False
    return True
