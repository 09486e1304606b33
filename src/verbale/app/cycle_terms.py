"""The terms of a cycle as people write them: read from their file, and compared with those in force."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from verbale.app.programmes import programmes_of_cycle
from verbale.desk.cycle import Cycle
from verbale.desk.cycle_file import parse_cycle
from verbale.errors import CycleBroken

FILE = "cycle.toml"
_HEADER = 2  # lines that name the two sides


def get_cycle(path: Path) -> Cycle:
    """What a cycle is, from the file of its terms or the folder that the file is in. Raises ``CycleBroken``."""
    file = path / FILE if path.is_dir() else path
    return parse_cycle(read_terms(file), str(file), programmes_of_cycle(file))


def read_terms(path: Path) -> str:
    """The text of a file of terms. Raises ``CycleBroken`` where it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CycleBroken(str(path), "", f"cannot be read: {error}; name the folder of a cycle") from error
    return decode_terms(data, str(path))


def decode_terms(data: bytes, name: str) -> str:
    """The text of terms in UTF-8. Raises ``CycleBroken`` where they are in another encoding."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CycleBroken(name, "", f"cannot be read: {error}; save it as UTF-8") from error


def diff_terms(before: str, after: str) -> tuple[str, ...]:
    """The lines taken out (``-``) and put in (``+``) between two texts of terms."""
    return diff_lines(before.splitlines(), after.splitlines())


def diff_lines(before: Sequence[str], after: Sequence[str]) -> tuple[str, ...]:
    """The lines taken out (``-``) and put in (``+``) between two lists of lines, whatever they begin with."""
    lines = islice(difflib.unified_diff(before, after, lineterm="", n=0), _HEADER, None)
    return tuple(line for line in lines if not line.startswith("@@"))


def digest_of_terms(text: str, programme: tuple[str, ...] = ()) -> str:
    """The SHA-256 of the text of terms, and of the files of the programme that is kept with them."""
    return hashlib.sha256("\0".join((text, *programme)).encode()).hexdigest()
