"""Where the words begin that say what is asked, and where a name goes on: grammar of the six languages.

In English, French and Russian an infinitive opens them, in Spanish ``que`` with a subjunctive, in Arabic ``أن``; in
Chinese nothing does, and what stands before the addressee's end is told by its prepositions. The words are rows of
``request_openings.csv``; ``*`` at the end of one stands for its endings. All texts are folded (``lexicon.folding``).
"""

from __future__ import annotations

import re
from functools import cache

from verbale.lexicon.tables import read_words
from verbale.model.language import Language

_TABLE = "request_openings"
_NEVER = "(?!)"
_ELIDED = "'"  # a word that is written together with the next one ends with it
_FRENCH_INFINITIVE = r"(?:er|ir|re|oir)"
_RUSSIAN_INFINITIVE = r"(?:[аяиеуоы]ть|сти|зти|йти|чь)(?:ся)?"
_SPANISH_INFINITIVE = "[aei]r"
# A Chinese sentence that recalls a resolution and goes on with what stands in it.
_RECALLED = re.compile(
    r"\W*(?:又|还|并)?回顾(?:大会|其|它)?(?:在[^;。]{0,40}(?:决议|段)中,|[^;。]{0,60}决议[^;。]{0,20}特别是其中)"
)


def opener_in(folded: str, language: Language, start: int, end: int) -> int | None:
    """Where, between two offsets of a folded text, the words begin that say what is asked; ``None`` for nowhere."""
    match = _openers(language).search(folded, start, end)
    return match.start() if match else None


def goes_on(folded: str, language: Language, end: int) -> bool:
    """Whether the name that ends at ``end`` is only the beginning of another name.

    That is the name of a special representative, of an office, of another secretary-general.
    """
    return _longer_names(language).match(folded, end) is not None


def recalls_the_past(folded: str, language: Language, at: int) -> bool:
    """Whether a Chinese verb at ``at``, which has no tense, says what an earlier resolution did.

    The sentence recalls a resolution and goes on with what stands in it: ``回顾大会在…决议第5段中，…请秘书长``.
    """
    if language is not Language.ZH:
        return False
    sentence = folded[max(folded.rfind(mark, 0, at) for mark in ";。") + 1 : at]
    return _RECALLED.match(sentence) is not None


def _words(kind: str, language: Language) -> list[str]:
    return [row["text"] for row in read_words(_TABLE) if (row["kind"], row["language"]) == (kind, language)]


def _either(words: list[str]) -> str:
    """One pattern of words that may have endings where ``*`` says so, and else are whole."""
    parts = [re.escape(word[:-1]) if word.endswith("*") else rf"{re.escape(word)}\b" for word in words]
    return "(?:" + ("|".join(parts) or _NEVER) + ")"


@cache
def _openers(language: Language) -> re.Pattern[str]:
    opens = "|".join(map(re.escape, _words("opens", language))) or _NEVER
    no_verb = _either(_words("no_verb", language))
    match language:
        case Language.AR:
            return re.compile(rf"(?<!\w)[وف]?(?:{opens})(?!\w)")
        case Language.EN:
            return re.compile(rf"\bto (?!{no_verb})[a-z]")
        case Language.ES:
            return re.compile(rf"(?<!\w)(?:{opens}|a [a-z]+{_SPANISH_INFINITIVE})(?!\w)")
        case Language.FR:
            pronouns = "|".join(
                f"{each}{'' if each.endswith(_ELIDED) else ' '}" for each in _words("pronoun", language)
            )
            infinitive = rf"(?:de |d'|à |a )(?:{pronouns})*\w+{_FRENCH_INFINITIVE}"
            return re.compile(rf"(?<!\w){infinitive}(?!\w)|(?<!\w)(?:{opens})(?!\w)")
        case Language.RU:
            return re.compile(rf"(?<!\w)(?!{no_verb})\w+{_RUSSIAN_INFINITIVE}(?!\w)|(?<!\w)(?:{opens})")
        case _:
            return re.compile(rf"[,;。:]|{opens}")


@cache
def _longer_names(language: Language) -> re.Pattern[str]:
    words = _words("goes_on", language)
    match language:
        case Language.ZH:
            return re.compile("|".join(re.escape(word).replace(r"\ ", r"\s?") for word in words))
        case Language.EN:
            return re.compile(rf"'s?\b|'|\s+{_either(words)} (?!{'|'.join(_words('own_name', language))})")
        case Language.FR:
            stems, whole = [each for each in words if each[-1] == "*"], [each for each in words if each[-1] != "*"]
            parts = f"(?:{'|'.join(whole)})(?: |(?<={_ELIDED}))"
            return re.compile(rf"\s+(?:{_either(stems)}|{parts})(?!\w*{_FRENCH_INFINITIVE}\b)")
        case _:
            return re.compile(rf"\s+{_either(words)}")
