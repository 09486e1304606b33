"""The place in a document that a citation points to: ``para. 3``, ``op. 5``, ``annex``, ``sect. III``.

It stands behind the number (``A/56/400, para. 3``, ``第 64/37 号决议第 5 段``) or before it (``paragraph 5 of
resolution 64/37``). The value is written as in English whatever the language; a paragraph of a resolution is ``op.``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from verbale.lexicon.citing import citation_joints, symbol_words
from verbale.lexicon.patterns import alternatives, standing
from verbale.model.language import Language

_SHORT = {
    "operative_paragraph": "op.",
    "preambular_paragraph": "pp.",
    "paragraph": "para.",
    "annex": "annex",
    "section": "sect.",
    "chapter": "chap.",
}
_PLACE = (
    r"[0-9]{1,3}(?: ?\([a-zа-яأ-ي]\))?(?: ?- ?[0-9]{1,3})?(?![0-9/])"
    r"|[IVXLC]+(?:\.[A-Z0-9]+)*(?![A-Za-z])|[A-H](?![A-Za-z])"
)
_HAN = r"[0-9]{1,3}(?:至[0-9]{1,3})?|[一二三四五六七八九十]{1,3}"
_HAN_AFTER = re.compile(rf"[，, ]{{0,2}}(?:(执行部分|序言部分)?第 ?({_HAN}) ?(段|节|章)|附件([一二三四五六七八九十]*))")
_HAN_KIND = {"段": "para.", "节": "sect.", "章": "chap."}


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """A place pointed to and where its words stand."""

    start: int
    end: int
    text: str


@cache
def _kinds(language: Language) -> dict[str, str]:
    return {word: short for kind, short in _SHORT.items() for word in symbol_words(kind, language)}


@cache
def _after(language: Language) -> re.Pattern[str]:
    return re.compile(rf"[,،] ?({alternatives(_kinds(language))})(?![^\W\d])(?: ({_PLACE}))?")


@cache
def _before(language: Language) -> re.Pattern[str]:
    joints = "|".join(map(re.escape, citation_joints("of", language)))
    links = rf"(?: (?:{joints})){{0,2}}"
    return re.compile(rf"({standing(_kinds(language))})(?: ({_PLACE}))?{links} ?$")


def pinpoint_after(text: str, start: int, language: Language, resolution: bool) -> Pinpoint | None:
    """The place printed right behind a citation that ends at ``start``."""
    if language is Language.ZH:
        return _chinese_after(text, start, resolution)
    match = _after(language).match(text, start)
    return _pinpoint(match, language, resolution) if match else None


def pinpoint_before(text: str, end: int, language: Language, resolution: bool) -> Pinpoint | None:
    """The place printed right before a citation that begins at ``end``."""
    if language is Language.ZH:
        return None
    low = max(0, end - 60)
    match = _before(language).search(text[low:end])
    found = _pinpoint(match, language, resolution) if match else None
    return Pinpoint(found.start + low, found.end + low, found.text) if found else None


def _pinpoint(match: re.Match[str], language: Language, resolution: bool) -> Pinpoint | None:
    short = _kinds(language)[match[1]]
    place = re.sub(" ", "", match[2] or "")
    if not place and short != "annex":
        return None
    if resolution and short == "para.":
        short = "op."
    return Pinpoint(match.start(), match.end(), f"{short} {place}".strip())


def _chinese_after(text: str, start: int, resolution: bool) -> Pinpoint | None:
    match = _HAN_AFTER.match(text, start)
    if match is None:
        return None
    if match[3] is None:
        return Pinpoint(match.start(), match.end(), f"annex {match[4]}".strip())
    short = _HAN_KIND[match[3]]
    if short == "para." and (resolution or match[1]):
        short = "pp." if match[1] == "序言部分" else "op."
    return Pinpoint(match.start(), match.end(), f"{short} {match[2].replace('至', '-')}")
