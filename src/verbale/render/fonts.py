"""The fonts that pages are set in, kept beside this module, and which characters they show.

Noto, under the SIL Open Font License 1.1; ``scripts/make_fonts.py`` makes the subsets and ``coverage.csv``.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib import resources
from pathlib import Path


@cache
def font_folder() -> Path:
    """The folder of the fonts, as a path of the file system: an installed package is a folder."""
    return Path(str(resources.files("verbale.render").joinpath("fonts")))


@cache
def _unshown() -> re.Pattern[str]:
    """Characters that no font shows; white space and marks that are never seen need no font."""
    table = resources.files("verbale.render").joinpath("fonts", "coverage.csv").read_text(encoding="ascii")
    rows = list(csv.reader(table.splitlines()))[1:]
    covered = "".join(f"\\U{int(first, 16):08x}-\\U{int(last, 16):08x}" for first, last in rows)
    return re.compile(f"[^{covered}\\s\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufe00-\\ufe0f\\ufeff]")


def find_unshown(text: str) -> list[tuple[int, str]]:
    """Characters that no font shows, with their offsets."""
    return [(match.start(), match.group()) for match in _unshown().finditer(text)]


def shown(text: str) -> str:
    """The text with U+FFFD for every character that no font shows."""
    return _unshown().sub("\ufffd", text)
