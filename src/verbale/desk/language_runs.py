"""The versions of a letter that is written in several languages, one after the other: its runs of one language each.

A run that opens with a line saying that it is a translation is marked: then the letter itself says which the original
is. What a run without such a line is, a person says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from verbale.desk.letter_kinds import LetterKind
from verbale.lexicon.han import HAN
from verbale.lexicon.letter_signs import find_letter_signs
from verbale.lexicon.other_languages import find_any_language
from verbale.model.node import Node, NodeKind

_TELLING = 60  # letters of a paragraph that its language is told by
_HAN_WEIGHT = 3  # letters that a Chinese character says as much as
_ALSO = 0.25  # share of the text from which on a second language is one of the letter
_SIGN = 60  # characters of a line that only says that a translation is one


@dataclass(frozen=True, slots=True)
class LanguageRun:
    """A stretch of a letter in one language, by the refs of its units; ``marked``: it says that it is a translation."""

    language: str
    refs: tuple[str, ...]
    marked: bool = False


def find_languages(body: Sequence[Node]) -> tuple[str, ...]:
    """The languages in which a good part of a letter is written, in the order in which they begin."""
    shares: Counter[str] = Counter()
    for node in body:
        if language := _language_of(node):
            shares[language] += _weight(node.text)
    return tuple(language for language, share in shares.items() if share >= _ALSO * shares.total())


def find_runs(body: Sequence[Node]) -> tuple[LanguageRun, ...]:
    """The runs of a letter that is in each of its languages once; empty where it is in one, or they are mixed."""
    languages = find_languages(body)
    if len(languages) < 2:
        return ()
    text = [node for node in body if node.kind is not NodeKind.FOOTNOTE]
    placed = list(zip(_placed(text, languages), text, strict=True))
    runs = [(language, [node for _, node in group]) for language, group in groupby(placed, key=lambda one: one[0])]
    if tuple(language for language, _ in runs) != languages:
        return ()
    return tuple(
        LanguageRun(language, (*(node.ref for node in nodes), *_called(nodes)), any(map(says_translation, nodes[:2])))
        for language, nodes in runs
    )


def find_run(runs: Sequence[LanguageRun], language: str) -> LanguageRun | None:
    """The run of a letter that is in a language; ``None`` where none is."""
    return next((run for run in runs if run.language == language), None)


def is_original_marked(runs: Sequence[LanguageRun]) -> bool:
    """Whether a letter itself says that all but the first of its runs are translations."""
    return bool(runs) and not runs[0].marked and all(run.marked for run in runs[1:])


def says_translation(node: Node) -> bool:
    """Whether a line says no more than that what follows is a translation."""
    return len(node.text) <= _SIGN and any(sign.kind == LetterKind.TRANSLATION for sign in find_letter_signs(node.text))


def _placed(text: Sequence[Node], languages: Sequence[str]) -> list[str]:
    """The language of each unit: a short line goes with what stands above it, a heading with what stands below."""
    found = [language if (language := _language_of(node)) in languages else "" for node in text]
    for place in reversed(range(len(text) - 1)):
        heads = text[place].kind in (NodeKind.HEADING, NodeKind.SUBHEADING) or says_translation(text[place])
        if not found[place] and heads:
            found[place] = found[place + 1]
    last = languages[0]
    for place, language in enumerate(found):
        last = found[place] = language or last
    return found


def _language_of(node: Node) -> str:
    return find_any_language(node.text) if _weight(node.text) >= _TELLING else ""


def _weight(text: str) -> int:
    """How much a text says, in letters."""
    return len(text) + (_HAN_WEIGHT - 1) * len(HAN.findall(text))


def _called(nodes: Sequence[Node]) -> tuple[str, ...]:
    """The footnotes that units call."""
    return tuple(dict.fromkeys(mark.ref for node in nodes for mark in node.notes if mark.ref))
