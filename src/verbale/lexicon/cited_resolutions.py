"""Resolutions named in a heading or typed by a person, whose body their clause or their number tells."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from verbale.lexicon.clauses import find_mentions
from verbale.lexicon.document_numbers import find_document_numbers, printed_number
from verbale.lexicon.mentions import Mention
from verbale.lexicon.printed import scannable
from verbale.lexicon.symbols import printed_symbols
from verbale.lexicon.tables import read_words
from verbale.model.language import Language
from verbale.model.symbol import Symbol

_STANDING = frozenset({"session", "special", "emergency"})
_RAISED = re.compile("[\u00b9\u00b2\u00b3\u2070-\u2079]+")  # the number of a note


@cache
def _resolution_words() -> tuple[str, ...]:
    return tuple(row["text"].casefold() for row in read_words("reply_headers") if row["key"] == "resolution")


def find_cited_resolutions(text: str) -> list[str]:
    """Symbols of the General Assembly resolutions that ``text`` names by number, as ``A/RES/76/53``.

    Where the word for a resolution does not stand in the text, in any of the six languages, only what is printed in
    full.
    """
    scanned, _ = scannable(text)
    found = [printed.symbol for printed in printed_symbols(scanned)]
    lowered = text.casefold()
    if any(word in lowered for word in _resolution_words()):
        mentions = [one for language in Language for one in find_mentions(scanned, language) if not one.decision]
        found += [name for one in mentions for name in _likely(one)]
        if not mentions:
            numbers = find_document_numbers(scanned, Language.EN)
            found += [printed_number(one) for one in numbers if one.shape in _STANDING]
    return list(dict.fromkeys(symbol for symbol in found if symbol.startswith("A/RES/")))


def resolve_symbol(text: str) -> tuple[Symbol, ...]:
    """What a person may mean by ``64/55``, ``a/77/123``, ``第64/55号决议``, ``UNSCR 1540``, ``resolution 1887 (2009)``.

    One symbol when it is plain, several when the number fits several bodies (the likeliest first), none when nothing
    of the kind is named.
    """
    typed, _ = scannable(unicodedata.normalize("NFKC", _RAISED.sub("", text)).strip())
    full = (
        printed_symbols(typed.upper()) if typed.islower() else printed_symbols(typed) or printed_symbols(typed.upper())
    )
    if full:
        return tuple(dict.fromkeys(Symbol.parse(printed.symbol) for printed in full))
    for language in Language:
        mentions = find_mentions(typed, language)
        if mentions:
            return tuple(dict.fromkeys(Symbol.parse(name) for one in mentions for name in _likely(one)))
    # A number alone is taken for one of a resolution.
    bare = find_mentions(f"resolution {typed}", Language.EN) or find_mentions(
        f"resolution {typed.upper()}", Language.EN
    )
    return tuple(dict.fromkeys(Symbol.parse(name) for one in bare for name in _likely(one)))


def _likely(mention: Mention) -> tuple[str, ...]:
    return mention.symbols[:1] if mention.sure else mention.symbols
