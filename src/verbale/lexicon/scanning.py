"""Words found in a text by an automaton: the one place where texts meet ahocorasick_rs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick

_SURROGATE = re.compile("[\ud800-\udfff]")


def is_any_in(words: Iterable[str], text: str) -> bool:
    """Whether any of a few words stands somewhere in a text: quicker than an automaton for a handful."""
    for word in words:  # noqa: SIM110 (a generator takes longer than the search)
        if word in text:
            return True
    return False


def find_words(automaton: AhoCorasick, text: str, overlapping: bool = False) -> list[tuple[int, int, int]]:
    """The matches as index, start and end, in any text: lone surrogates, which have no UTF-8, match nothing."""
    try:
        return automaton.find_matches_as_indexes(text, overlapping=overlapping)
    except UnicodeEncodeError:
        return automaton.find_matches_as_indexes(_SURROGATE.sub("\ufffd", text), overlapping=overlapping)
