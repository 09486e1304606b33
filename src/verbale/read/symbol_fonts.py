"""The characters that symbol fonts print where the file has other letters.

The table is ``data/symbol_fonts.csv``: Symbol by Adobe's encoding as Unicode maps it (ADOBE/symbol.txt), the others by
Unicode's list of its additions in version 7.0, with plainer signs where that list has two forms of one.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("data") / "symbol_fonts.csv"
_SYMBOL_FONTS = ("symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "zapf dingbats")
_OTHER_NAMES = {
    "symbolmt": "symbol",
    "symbol mt": "symbol",
    "standard symbols ps": "symbol",
    "wingdings2": "wingdings 2",
    "wingdings3": "wingdings 3",
    "zapfdingbats": "zapf dingbats",
    "itc zapf dingbats": "zapf dingbats",
}
_CODED = re.compile("[\u0021-\u007e\u00a1-\u00ff\uf021-\uf0ff]")


@cache
def _load() -> Mapping[str, Mapping[int, str]]:
    fonts: dict[str, dict[int, str]] = {font: {0x20: " "} for font in _SYMBOL_FONTS}
    with _TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            fonts[row["font"]][int(row["code"], 16)] = row["sign"]
    return fonts


def find_symbol(code: int, font: str) -> str | None:
    """The character that ``code`` prints in the font, ``None`` where a private code of a font is not known."""
    if 0xD800 <= code <= 0xDFFF or not 0 < code <= 0x10FFFF:
        return "\ufffd"
    at = find_symbol_font(font)
    if at and (code < 0x100 or 0xF000 <= code <= 0xF0FF):
        return _load()[_SYMBOL_FONTS[at - 1]].get(code & 0xFF)
    if 0xE000 <= code <= 0xF8FF:
        return None
    return chr(code)


def find_symbol_font(font: str | None) -> int:
    """The number of a symbol font, from 1; 0 for a font of letters."""
    name = (font or "").strip().casefold()
    name = _OTHER_NAMES.get(name, name)
    return _SYMBOL_FONTS.index(name) + 1 if name in _SYMBOL_FONTS else 0


def in_symbols(text: str, at: int) -> tuple[str, set[str]]:
    """``text`` as the symbol font of that number prints it, and the codes that its table does not know."""
    font = _SYMBOL_FONTS[at - 1]
    table, odd = _load()[font], set[str]()

    def sign(match: re.Match[str]) -> str:
        code = ord(match[0])
        found = table.get(code & 0xFF)
        if found is None:
            odd.add(f"{font} {code:04X}")
        return match[0] if found is None else found

    return _CODED.sub(sign, text), odd


def as_bullet(text: str) -> str:
    """A bullet as printed: signs from private codes of symbol fonts become a round bullet."""
    return "".join("•" if "\ue000" <= sign <= "\uf8ff" else sign for sign in text)
