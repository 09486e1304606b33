"""The fonts that pages are set in, kept beside this module, and which characters they show.

Noto, under the SIL Open Font License 1.1; ``scripts/make_fonts.py`` makes the subsets and ``coverage.csv``.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources
from pathlib import Path

# Marks that are never seen need no font.
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff" + "".join(
    chr(code) for low, high in ((0x2060, 0x206A), (0xFE00, 0xFE10)) for code in range(low, high)
)
_SPACES = " \t\n\r\f\v\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))


@cache
def font_folder() -> Path:
    """The folder of the fonts, as a path of the file system: an installed package is a folder."""
    return Path(str(resources.files("verbale.render").joinpath("fonts")))


@cache
def _covered() -> frozenset[str]:
    """Every character that some font shows, or that needs none."""
    table = resources.files("verbale.render").joinpath("fonts", "coverage.csv").read_text(encoding="ascii")
    rows = list(csv.reader(table.splitlines()))[1:]
    codes = (code for first, last in rows for code in range(int(first, 16), int(last, 16) + 1))
    return frozenset(map(chr, codes)).union(_UNSEEN, _SPACES)


def find_unshown(text: str) -> list[tuple[int, str]]:
    """Characters that no font shows, with their offsets."""
    odd = set(text) - _covered()
    return [(at, sign) for at, sign in enumerate(text) if sign in odd] if odd else []


def shown(text: str) -> str:
    """The text with U+FFFD for every character that no font shows."""
    odd = set(text) - _covered()
    return text.translate(dict.fromkeys(map(ord, odd), "\ufffd")) if odd else text
