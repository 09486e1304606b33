"""The error tree. A subclass exists only where a caller would act differently.

VerbaleError
├── ReadFailed              no document could be made of these bytes
│   ├── NotADocument        the bytes are of no type that is read here
│   ├── Encrypted           a password is needed
│   ├── Damaged             the type is known, the content is broken or truncated
│   └── TooLarge            over a limit on bytes, pages or expansion
├── BadReference            a symbol, date or number that cannot be parsed (also a ValueError)
├── LexiconBroken           a row of a bundled table breaks the table's rules
├── NotComparable           what was given are no versions of one document
├── OutputRefused           the result may not be written where it was asked for
├── Refused                 a step of a case may not be taken now, by this person, or on these terms
├── CycleBroken             a file that describes a reporting cycle breaks its rules
├── Conflict                somebody else has changed what was to be changed
└── StoreBroken             what was kept cannot be read, or is not what was kept
    ├── StoreFull           no more can be kept: the disk or the quota is at its end
    ├── StoreReadOnly       nothing may be written
    ├── StoreNewer          a newer version of the program made it
    └── ContentRedacted     the bytes were removed on purpose; what was sealed stays
"""

from __future__ import annotations

import re

_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What steers a terminal or turns a line around; a name with it may look like another."""


def printable(line: str) -> str:
    """Text on one line for a screen, with U+FFFD for each character that steers a terminal or turns a line around."""
    return _STEERING.sub("\ufffd", " ".join(line.split()))


class VerbaleError(Exception):
    """Root of everything this package raises on purpose."""


class ReadFailed(VerbaleError):
    """No tree can be made of a source. ``source`` names it, ``reason`` says why, ``advice`` what to do."""

    def __init__(self, source: str, reason: str, advice: str = "") -> None:
        self.source = source
        self.reason = reason
        self.advice = advice
        super().__init__(f"{source}: {reason}" + (f" ({advice})" if advice else ""))


class NotADocument(ReadFailed):
    """The bytes are of no type that is read here: an image, a program, an empty file."""


class Encrypted(ReadFailed):
    """The document asks for a password."""


class Damaged(ReadFailed):
    """The type is known, but the content is broken, truncated or hostile."""


class TooLarge(ReadFailed):
    """A limit on bytes, pages or expansion is passed; the message names the limit."""


class BadReference(VerbaleError, ValueError):
    """A symbol, date or number that cannot be parsed. ``text`` is what was given."""

    def __init__(self, text: str, reason: str) -> None:
        self.text = text
        self.reason = reason
        super().__init__(f"{text!r}: {reason}")


class LexiconBroken(VerbaleError):
    """A row of a bundled table breaks the table's rules."""

    def __init__(self, table: str, row: int, reason: str) -> None:
        self.table = table
        self.row = row
        self.reason = reason
        super().__init__(f"{table}, row {row}: {reason}")


class NotComparable(VerbaleError):
    """Sources that cannot be compared with each other as versions of one document. ``source`` names the one."""

    def __init__(self, source: str, reason: str) -> None:
        self.source = source
        self.reason = reason
        super().__init__(f"{source}: {reason}")


class OutputRefused(VerbaleError):
    """The result may not be written where it was asked for. ``path`` and ``reason`` say which and why."""

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason}")


class Refused(VerbaleError):
    """A step of a case may not be taken. ``case`` and ``step`` say which, ``reason`` why, ``advice`` what to do."""

    def __init__(self, case: str, step: str, reason: str, advice: str = "") -> None:
        self.case = case
        self.step = step
        self.reason = reason
        self.advice = advice
        super().__init__(f"{case}: {step}: {reason}" + (f" ({advice})" if advice else ""))


class CycleBroken(VerbaleError):
    """A file that describes a reporting cycle breaks its rules. ``key`` is the place in it, dotted."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        self.file = file
        self.key = key
        self.reason = reason
        super().__init__(f"{file}: {key}: {reason}" if key else f"{file}: {reason}")


class Conflict(VerbaleError):
    """Somebody else has changed what was to be changed. ``place`` and ``reason`` say what, ``advice`` what to do.

    ``since`` tells what was done meanwhile: who did what and when, a line each.
    """

    def __init__(self, place: str, reason: str, advice: str = "", since: tuple[str, ...] = ()) -> None:
        self.since = since
        self.place = place
        self.reason = reason
        self.advice = advice
        super().__init__(f"{place}: {reason}" + (f" ({advice})" if advice else ""))


class StoreBroken(VerbaleError):
    """What was kept cannot be read, or is not what was kept. ``place`` and ``reason`` say what."""

    def __init__(self, place: str, reason: str, advice: str = "") -> None:
        self.place = place
        self.reason = reason
        self.advice = advice
        super().__init__(f"{place}: {reason}" + (f" ({advice})" if advice else ""))


class StoreFull(StoreBroken):
    """No more can be kept: the disk or a quota is at its end. Nothing was kept by halves."""


class StoreReadOnly(StoreBroken):
    """Nothing may be written to the store."""


class StoreNewer(StoreBroken):
    """A newer version of the program made the store."""


class ContentRedacted(StoreBroken):
    """The bytes of a content were removed on purpose, under a rule; its checksum and what was sealed of it stay."""
