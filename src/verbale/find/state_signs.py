"""States that Chinese names by one character: 中美 together, 俄外长 before an office, 中方 as one side.

The characters are ordinary ones too: what stands before and behind them decides. Source: ``state_context.csv``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from verbale.find.state_words import CONTEXT
from verbale.find.word_scanner import Hit, context_pattern, context_words
from verbale.lexicon.tables import read_words
from verbale.model.language import Language

_SIDE = "方"
_LONGEST_WORD = 4  # of those that hold a sign and are no State
_OPENS = '，。；：、？！（）()《》“”"「」…—- \n\t.,;:?!'

LastNamed = Callable[[Sequence[str]], str | None]
"""Which of several States was named last before."""


class Sign(NamedTuple):
    """Characters at a place, and the States that they may stand for."""

    start: int
    end: int
    states: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _SignWords:
    """Characters that stand for a State, and how they are looked for."""

    states: Mapping[str, tuple[str, ...]]
    common: frozenset[str]
    pattern: re.Pattern[str]
    others: re.Pattern[str]
    side_words: re.Pattern[str]
    leading: tuple[str, ...]


@cache
def sign_seeds() -> frozenset[str]:
    """Characters of which one stands in every text with such a State."""
    signs = _sign_words().states
    followed = {*signs, *context_words(CONTEXT, "office", Language.ZH), _SIDE}
    return frozenset(sign + after for sign in signs for after in followed)


def find_signs(text: str) -> list[re.Match[str]]:
    """Where such characters may stand for States."""
    return list(_sign_words().pattern.finditer(text))


def signs_of(text: str, matches: Sequence[re.Match[str]], chosen: Sequence[Hit], last: LastNamed) -> Iterator[Sign]:
    """The States named by one character; ``chosen`` are the words that were found in full."""
    ends = [hit.end for hit in chosen]
    for match in matches:
        start, end = match.start(), match.end("signs")
        if not _is_free(text, match, ends, chosen):
            continue
        choices = [_sign_words().states[sign] for sign in match["signs"]]
        known = [last(states) for states in choices]
        if len(choices) > 1:
            if _is_together(text, match, known):
                for place, (states, state) in enumerate(zip(choices, known, strict=True), start):
                    yield Sign(place, place + 1, (state,) if state else tuple(sorted(states)))
        elif text.startswith(_SIDE, end):
            if (known[0] or len(choices[0]) == 1) and _is_side(text, start):
                yield Sign(start, end + len(_SIDE), (known[0] or choices[0][0],))
        elif known[0] is not None:
            yield Sign(start, end, (known[0],))


def _is_together(text: str, match: re.Match[str], known: Sequence[str | None]) -> bool:
    """Whether two or three characters are States: none is ordinary, a word for what they share follows, all were named,
    or they open their clause and one at least is not ordinary."""
    common = [sign in _sign_words().common for sign in match["signs"]]
    if not any(common) or match["relation"] or all(known):
        return True
    return not all(common) and _opens(text, match.start())


def _is_side(text: str, start: int) -> bool:
    """Whether 方 means a side: not the beginning of another word (方案, 方面), unless the two open their clause."""
    return _sign_words().side_words.match(text, start + 1) is None or _opens(text, start)


def _opens(text: str, start: int) -> bool:
    """Whether a clause begins here, or a word stands before that leads to a name: 对, 与, 以及."""
    return not start or text[start - 1] in _OPENS or text.endswith(_sign_words().leading, max(0, start - 4), start)


def _is_free(text: str, match: re.Match[str], ends: list[int], chosen: Sequence[Hit]) -> bool:
    """Whether the characters belong to no name that was found and to no other word."""
    start, end = match.span("signs")
    place = bisect_right(ends, start)
    if place < len(chosen) and chosen[place].start < end:
        return False
    # 美元 is money, but 中美元首 are the heads of two States.
    reach = end if match["relation"] else end + _LONGEST_WORD
    others = _sign_words().others.finditer(text, max(0, start - _LONGEST_WORD), reach)
    return not any(other.start() < end and start < other.end() for other in others)


@cache
def _sign_words() -> _SignWords:
    rows = [row for row in read_words(CONTEXT) if row["kind"] in ("sign", "common_sign")]
    signs = "".join(row["text"] for row in rows)
    office = context_pattern(CONTEXT, "office", Language.ZH).pattern
    relation = context_pattern(CONTEXT, "relation", Language.ZH).pattern
    return _SignWords(
        {row["text"]: tuple(row["meaning"].split(";")) for row in rows},
        frozenset(row["text"] for row in rows if row["kind"] == "common_sign"),
        # One set of characters first: the engine then skips all others at once.
        re.compile(
            f"(?P<signs>[{signs}](?:[{signs}]{{1,2}}(?![{signs}])|(?={office}|{_SIDE})))(?P<relation>{relation})?"
        ),
        context_pattern(CONTEXT, "not_sign", Language.ZH),
        context_pattern(CONTEXT, "side_word", Language.ZH),
        context_words(CONTEXT, "leads_to_name", Language.ZH),
    )
