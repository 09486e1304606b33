"""Where the words begin that say what is asked, and where a name goes on: grammar of the six languages.

In English, French and Russian an infinitive opens them, in Spanish ``que`` with a subjunctive, in Arabic ``أن``; in
Chinese nothing does, and what stands before the addressee's end is told by its prepositions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from verbale.model.language import Language

_FRENCH_PRONOUNS = r"(?:l'|les? |la |lui |leur |s'|se |ne |y |en |n')*"
_OPENERS: Mapping[Language, re.Pattern[str]] = {
    Language.AR: re.compile(r"(?<!\w)[وف]?(?:أن|بأن|القيام|مواصلة)(?!\w)"),
    Language.EN: re.compile(
        r"\bto (?!the\b|all\b|its\b|their\b|an?\b|any\b|this\b|that\b|these\b|those\b|which\b|each\b|both\b|states\b"
        r"|member\b|paragraphs?\b|resolutions?\b|section\b)[a-z]"
    ),
    Language.ES: re.compile(r"(?<!\w)(?:a que|que|para que|a [a-z]+[aei]r)(?!\w)"),
    Language.FR: re.compile(rf"(?<!\w)(?:de |d'|à |a ){_FRENCH_PRONOUNS}\w+(?:er|ir|re|oir)(?!\w)|(?<!\w)que(?!\w)"),
    Language.RU: re.compile(
        r"(?<!\w)(?!област|деятельност|част|сет|пут|суть|памят|безопасност)"
        r"\w+(?:[аяиеуоы]ть|сти|зти|йти|чь)(?:ся)?(?!\w)|(?<!\w)чтобы"
    ),
    Language.ZH: re.compile(r"[,;。:]|向|就|与|根据|在|按|为|继续|提交|通过|给予|包括|确保|采取|提供"),
}
# A name that goes on is another name: that of a special representative, of an office, of another secretary-general.
_GOES_ON: Mapping[Language, re.Pattern[str]] = {
    Language.AR: re.compile(r"\s+(?:المساعد|لمنظمة|للمنظمة|لجامعة|لرابطة|للسلطة|للهيئة)"),
    Language.EN: re.compile(r"'s?\b|'|\s+of the (?!united nations)"),
    Language.ES: re.compile(r"\s+(?:adjunt|de la|del)"),
    Language.FR: re.compile(r"\s+(?:adjoint|de la |de l')(?!\w*(?:er|ir|re|oir)\b)"),
    Language.RU: re.compile(r"\s+(?:органа\b|международного|всемирной|совета|лиги|конференции)"),
    Language.ZH: re.compile(r"特别|办公|的|个人|执行办公|报告\s?(?:所|中|第|的|里|以)|和平|秘书处|特使"),
}


def opener_in(folded: str, language: Language, start: int, end: int) -> int | None:
    """Where, between two offsets of a folded text, the words begin that say what is asked; ``None`` for nowhere."""
    match = _OPENERS[language].search(folded, start, end)
    return match.start() if match else None


def goes_on(folded: str, language: Language, end: int) -> bool:
    """Whether the name that ends at ``end`` is only the beginning of another name."""
    return _GOES_ON[language].match(folded, end) is not None


def told_of_past(folded: str, language: Language, at: int) -> bool:
    """Whether a Chinese verb at ``at``, which has no tense, tells what an earlier resolution did.

    The sentence recalls a resolution and goes on with what stands in it: ``回顾大会在…决议第5段中，…请秘书长``.
    """
    if language is not Language.ZH:
        return False
    sentence = folded[max(folded.rfind(mark, 0, at) for mark in ";。") + 1 : at]
    return _RECALLED.match(sentence) is not None


_RECALLED = re.compile(
    r"\W*(?:又|还|并)?回顾(?:大会|其|它)?(?:在[^;。]{0,40}(?:决议|段)中,|[^;。]{0,60}决议[^;。]{0,20}特别是其中)"
)
