"""The grammar of references inside a document: ``section 1.A above``, ``上文第 5 段``, ``الفقرة 16 أعلاه``, ``ibid.``

A part with a number points into this document only when a word says so: above, below, see, the present report.
Sources: ``references.csv``, ``symbol_words.csv``, ``citation_joints.csv``.
Texts are as ``printed.scannable`` gives them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from verbale.lexicon.citing import citation_joints, symbol_words
from verbale.lexicon.patterns import alternatives, standing
from verbale.lexicon.printed import printed_forms
from verbale.lexicon.scanning import find_words, is_any_in
from verbale.lexicon.tables import read_words
from verbale.model.language import Language

_PARTS = {
    "section": ("section", "chapter", "part"),
    "paragraph": ("operative_paragraph", "paragraph", "subparagraph"),
    "annex": ("annex", "appendix", "enclosure"),
}
_HAN = "〇零一二三四五六七八九十百"
_NUMBER = (
    rf"(?:[0-9]{{1,3}}(?:\.(?:[0-9]{{1,2}}|[A-Za-z])\b)*|[IVXLC]{{1,6}}(?:\.[A-Z0-9]{{1,2}})*|[A-Z]|[{_HAN}]{{1,5}})"
    r"(?![A-Za-z0-9/])(?: ?\([a-z]{1,3}\))*"
)
_LABEL = re.compile(_NUMBER)
_WHOLE = frozenset({"ibid", "previous_paragraph"})
_USED = frozenset({"above", "below", "see", "present_document"}) | _WHOLE


@dataclass(frozen=True, slots=True)
class Pointer:
    """One reference: ``kind`` is ``section``, ``paragraph``, ``annex``, ``ibid`` or ``previous``.

    ``label`` is the number as printed, empty for a reference without one; ``direction`` is ``above``, ``below`` or
    empty.
    """

    start: int
    end: int
    kind: str
    label: str
    direction: str


@dataclass(frozen=True, slots=True)
class _Forms:
    """The words of a language; of the ``parts`` each has the words of which one stands in what it matches."""

    texts: tuple[str, ...]
    words: AhoCorasick
    meaning: tuple[str, ...]
    parts: tuple[tuple[re.Pattern[str], Collection[str]], ...]
    kinds: dict[str, str]
    directions: dict[str, str]


@cache
def _forms(language: Language) -> _Forms:
    found: dict[str, set[str]] = {kind: set() for kind in _USED}
    for row in read_words("references"):
        if row["language"] == language and row["kind"] in _USED:
            found[row["kind"]] |= printed_forms(row["text"])
    kinds = {
        text: kind
        for kind, names in _PARTS.items()
        for name in names
        for word in symbol_words(name, language)
        for text in printed_forms(word)
    }
    meaning = {text: kind for kind, texts in found.items() for text in texts}
    words = sorted(meaning)
    directions = {text: kind for kind in ("above", "below") for text in found[kind]}
    patterns = _han_patterns(found, kinds) if language is Language.ZH else _patterns(found, kinds, language)
    automaton = AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)
    return _Forms(tuple(words), automaton, tuple(meaning[word] for word in words), patterns, kinds, directions)


def _patterns(
    found: dict[str, set[str]], kinds: dict[str, str], language: Language
) -> tuple[tuple[re.Pattern[str], Collection[str]], ...]:
    joints = {*citation_joints("and", language), *citation_joints("to", language), "-"}
    of = alternatives(citation_joints("of", language))
    part = rf"(?P<part>{standing(kinds)})"
    numbers = rf"(?P<numbers>{_NUMBER}(?:(?:,? ?(?:{alternatives(joints)}) ?|, ){_NUMBER}){{0,30}})"
    words = found["above"] | found["below"]
    direction = alternatives(words) if language is Language.AR else standing(words)
    direction = rf"(?P<direction>{direction})(?![^\W\d_])"
    see = f"(?:{standing(found['see'])})"
    present = rf"(?:{alternatives(found['present_document'])})(?![^\W\d_])"
    article = r"(?:[^\W\d_]{1,3}[ '])?"
    return (
        (re.compile(rf"{part} {numbers},? ?\(?{direction}"), words),
        (re.compile(rf"{direction} (?:[^\W\d_]{{1,3}} )?{part} {numbers}"), words),
        (re.compile(rf"{part}(?: {numbers})?,? (?:[^\W\d_]{{1,4}} )?{present}"), found["present_document"]),
        (re.compile(rf"{see} {article}{part} {numbers}(?! ?(?:{of})\b|[ ,]*[A-Z]{{1,5}}/)"), found["see"]),
    )


def _han_patterns(
    found: dict[str, set[str]], kinds: dict[str, str]
) -> tuple[tuple[re.Pattern[str], Collection[str]], ...]:
    part = rf"(?P<part>{alternatives(kinds)})"
    numbers = rf"第 ?(?P<numbers>{_NUMBER}(?: ?[、和至及,-] ?第? ?{_NUMBER}){{0,30}})"
    words, opening = found["above"] | found["below"], found["present_document"] | found["see"]
    direction = rf"(?P<direction>{alternatives(words)})"
    present = rf"(?:{alternatives(found['present_document'])})"
    see = rf"(?:{alternatives(found['see'])})"
    annex = alternatives({text for text, kind in kinds.items() if kind == "annex"})
    return (
        (re.compile(rf"{direction} ?{numbers} ?{part}"), words),
        (re.compile(rf"(?:{present}|{see}) ?{numbers} ?{part}"), opening),
        (re.compile(rf"(?:{present}|{see}) ?(?P<part>{annex})(?: ?(?P<numbers>{_NUMBER}))?"), opening),
    )


def seeds(language: Language) -> frozenset[str]:
    """Words of which one stands in every text with a reference."""
    return frozenset(_forms(language).texts)


def find_pointers(text: str, language: Language) -> list[Pointer]:
    """Every reference to another place of the document, in order, none inside another; a list gives one for each."""
    forms = _forms(language)
    hits = find_words(forms.words, text)
    if not hits:
        return []
    found = [
        Pointer(start, end, "ibid" if forms.meaning[index] == "ibid" else "previous", "", "above")
        for index, start, end in hits
        if forms.meaning[index] in _WHOLE and _is_whole(text, start, end, language)
    ]
    if len(found) < len(hits):
        for pattern, words in forms.parts:
            for match in pattern.finditer(text) if is_any_in(words, text) else ():
                if not any(one.start < match.end() and match.start() < one.end for one in found):
                    found.extend(_pointers(match, forms))
    return sorted(found, key=lambda one: (one.start, one.end))


def _is_whole(text: str, start: int, end: int, language: Language) -> bool:
    if language is Language.ZH:
        return True
    return not ((start and text[start - 1].isalpha()) or (end < len(text) and text[end].isalpha()))


def _pointers(match: re.Match[str], forms: _Forms) -> Iterator[Pointer]:
    """The references of one phrase: a single number takes the whole phrase, each of several its own place."""
    groups = match.groupdict()
    kind = forms.kinds[groups["part"]]
    direction = forms.directions.get(groups.get("direction") or "", "")
    if not groups["numbers"]:
        if kind == "annex":
            yield Pointer(*match.span(), kind, "", direction)
        return
    labels = list(_LABEL.finditer(match.string, *match.span("numbers")))
    for label in labels:
        start, end = match.span() if len(labels) == 1 else label.span()
        yield Pointer(start, end, kind, label.group(), direction)
