"""The grammar of document symbols as they are printed. Source: the symbol guide of the Dag Hammarskjöld Library.

Accepted forms, for example: ``A/RES/76/53``, ``A/77/123/Add.1``, ``S/RES/2775 (2025)``, ``NPT/CONF.2000/28 (Parts I
and II)``, ``resolution 76/53``, ``第 76/53 号决议``, ``القرار 76/53``.
"""

from __future__ import annotations

import re
from functools import cache

from verbale.lexicon.tables import read_words

_SERIES = (
    "A|S|E|T|ST|CD|NPT|TPNW|CTBT|DP|TD|CCW|BWC|FCCC|UNEP|CERD|CCPR|CRC|CEDAW|CAT|CMW|CRPD|CED|HRI|ID|LC|PC|DC|"
    "PLEN|SPLOS|ISBA|UNW|HSP|JIU|ICCD|CBD|OPCW|MAG"
)
SYMBOL = re.compile(
    rf"(?<![\w/.])(?:{_SERIES})/(?:[A-Z0-9][\w.-]*)(?:/[\w.-]*\w)*"
    r"(?:\s?\(\d{4}\))?(?:\s?\((?:Part|Vol|Parts|Vols|Supp)[^)]{0,20}\))?(?:/(?:Add|Corr|Rev|Amend|Summary)\.?\d*)*"
)
_NUMBER = re.compile(r"(?<![\d/.])((?:ES-|S-)?\d{1,3}/\d{1,3})(?:\s([A-Z]))?(?![\d/])")


def find_symbols(text: str) -> list[str]:
    """Every document symbol printed in full, without spaces inside, in order."""
    return [re.sub(r"\s+", "", match.group()).rstrip(".") for match in SYMBOL.finditer(text)]


@cache
def _resolution_words() -> tuple[str, ...]:
    return tuple(row["text"].casefold() for row in read_words("reply_headers") if row["key"] == "resolution")


def find_cited_resolutions(text: str) -> list[str]:
    """Symbols of the General Assembly resolutions that ``text`` names by number, as ``A/RES/76/53``.

    Empty when the word for a resolution does not stand in the text, in any of the six languages.
    """
    lowered = text.casefold()
    if not any(word in lowered for word in _resolution_words()):
        return [symbol for symbol in find_symbols(text) if symbol.startswith("A/RES/")]
    found = [f"A/RES/{match[1]}" + (f"[{match[2]}]" if match[2] else "") for match in _NUMBER.finditer(text)]
    return list(dict.fromkeys(found))
