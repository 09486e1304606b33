"""Where what is named can be read: documents of the library in the language that suits, else at their own publisher."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from verbale.model.language import Language
from verbale.model.symbol import Symbol
from verbale.register.fact_tables import fact_sources, find_source_title
from verbale.store.database import Database
from verbale.store.library_store import LibraryDocument, rows_of

_SYMBOL = re.compile(r"[A-Z][A-Z0-9.-]*(?:/[A-Za-z0-9().\[\],-]+)+")
_KEPT = 8_192  # addresses that a process keeps ready
_WEB = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class SourceShown:
    """How a source is shown: its title with its publisher and the language of both, and where it can be seen.

    ``address`` is a web address, empty where the source is not on the web.
    """

    title: str
    language: str
    address: str


@dataclass(frozen=True, slots=True)
class LibraryLinks:
    """Which of some documents are in the library: by symbol, the version in the language asked for before others."""

    language: Language
    held: Mapping[str, LibraryDocument]

    def find(self, symbol: str) -> LibraryDocument | None:
        """A document of the library by its symbol; one with the letter of a part may stand there without it."""
        return self.held.get(symbol) or self.held.get(symbol.partition("[")[0])

    def source(self, source: str) -> SourceShown:
        """A source of the register, or a document that is one by its symbol."""
        named = find_source_title(source, self.language)
        known = fact_sources().get(source)
        title = f"{named.title} ({named.publisher})" if named else source
        language = named.language.value if named else ""
        place = known.address if known and known.address else source
        return SourceShown(title, language, place if _WEB.fullmatch(place) else official_address(place, self.language))


def find_links(database: Database, symbols: Iterable[str], language: Language) -> LibraryLinks:
    """Look some documents up in the library at once; what is no symbol is left out."""
    wanted = {one for symbol in symbols if is_symbol(symbol) for one in (symbol, symbol.partition("[")[0])}
    rows = rows_of(database, sorted(wanted)) if wanted else {}
    return LibraryLinks(language, {address: _preferred(its, language) for address, its in rows.items() if its})


def _preferred(rows: Iterable[LibraryDocument], language: Language) -> LibraryDocument:
    """The version in a language, else in English, else in the first there is."""
    by_language = {row.language: row for row in rows}
    first = next(iter(by_language.values()))
    return by_language.get(language) or by_language.get(Language.EN, first)


def is_symbol(text: str) -> bool:
    """Whether a text has the form of a symbol of a document."""
    return bool(_SYMBOL.fullmatch(text))


@lru_cache(maxsize=_KEPT)
def official_address(symbol: str, language: Language) -> str:
    """The address of a document at the United Nations; empty for what is no symbol or is of others."""
    return (Symbol(symbol).link(language) or "") if is_symbol(symbol) else ""
