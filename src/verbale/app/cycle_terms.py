"""The terms of a cycle as people write them: read from their file, and compared with those in force."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from verbale.app.programmes import programmes_of_cycle, read_own_text
from verbale.desk.cycle import Cycle
from verbale.desk.cycle_file import parse_cycle

FILE = "cycle.toml"
_HEADER = 2  # lines that name the two sides


def get_cycle(path: Path) -> Cycle:
    """What a cycle is, from the file of its terms or the folder that the file is in. Raises ``CycleBroken``."""
    file = path / FILE if path.is_dir() else path
    return parse_cycle(read_own_text(file), str(file), programmes_of_cycle(file))


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
