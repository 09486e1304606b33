"""Other tools that find something in a text, each on the task it is made for: the names beside which speed is stated.

They are in the extra ``bench`` and no part of the environment: ``make peers`` installs them. One that is not
installed is named, and nothing is measured for it.
"""

from __future__ import annotations

import importlib
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from types import ModuleType

from verbale.lexicon.tables import read_words

HINT = "not installed: make peers"
_BYTES_FOR_DATES = 20_000


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool ready to run: the bytes (UTF-8) of the text it reads, and the work, which counts what it finds."""

    name: str
    task: str
    size: int
    work: Callable[[], int]


def load(name: str) -> ModuleType | None:
    """A module of the extra ``bench``, or ``None`` where it is not installed."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return importlib.import_module(name)
    except ImportError:
        return None


def eyecite() -> Peer | None:
    """Citations of courts, which it is made for, in sentences with one citation each."""
    module = load("eyecite")
    if module is None:
        return None
    texts = [
        f"The Court held in Northgate Mills v. Port of Ardmore No. {page}, {300 + page % 250} U.S. {page} "
        f"({1950 + page % 60}), that the claim was well founded and the order stood."
        for page in range(10, 1500)
    ]
    get_citations = module.get_citations
    get_citations(texts[0])
    return Peer("eyecite", "citations of courts, English", _bytes_of(texts), lambda: _count(get_citations, texts))


def dateparser(english: Sequence[str]) -> Peer | None:
    """Dates in English paragraphs, the language given."""
    module = load("dateparser.search")
    if module is None:
        return None
    texts = _share(english, _BYTES_FOR_DATES)
    search = partial(module.search_dates, languages=["en"])
    search(texts[0])
    return Peer("dateparser.search", "dates, English", _bytes_of(texts), lambda: _count(search, texts))


def flashtext(texts: Sequence[str]) -> Peer | None:
    """The names of States and treaties in all the text, in all languages; its borders of words are Latin ones."""
    module = load("flashtext")
    if module is None:
        return None
    processor = module.KeywordProcessor(case_sensitive=True)
    for table in ("state_names", "treaty_names"):
        for row in read_words(table):
            processor.add_keyword(row["text"])
    extract = partial(processor.extract_keywords, span_info=True)
    return Peer("flashtext", "names of States and treaties", _bytes_of(texts), lambda: _count(extract, texts))


def peers(texts: Sequence[str], english: Sequence[str]) -> list[Peer | str]:
    """Every peer, or the name of one that is not installed."""
    built = {"eyecite": eyecite(), "dateparser.search": dateparser(english), "flashtext": flashtext(texts)}
    return [peer or name for name, peer in built.items()]


def _count(find: Callable[[str], Sequence[object] | None], texts: Sequence[str]) -> int:
    return sum(len(find(text) or ()) for text in texts)


def _share(texts: Sequence[str], size: int) -> list[str]:
    taken: list[str] = []
    for text in texts:
        if _bytes_of(taken) >= size:
            break
        taken.append(text)
    return taken


def _bytes_of(texts: Sequence[str]) -> int:
    return sum(len(text.encode()) for text in texts)
