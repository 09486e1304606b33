"""Which official language a text is in: by script first, for Latin letters by function words.

Where these say nothing, as in a short line, names of months and States do that only one of the languages has.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from verbale.lexicon.date_words import month_numbers
from verbale.lexicon.states import state_names
from verbale.lexicon.tables import read_words
from verbale.model.language import Language
from verbale.model.state import StateNameForm

_SCRIPTS: Mapping[str, re.Pattern[str]] = {
    "latin": re.compile(r"[A-Za-z\u00aa\u00ba\u00c0-\u024f]+"),
    "arabic": re.compile(r"[\u0621-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]+"),
    "cyrillic": re.compile(r"[\u0400-\u04ff]+"),
    "han": re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+"),
}
_KANA_HANGUL = re.compile(r"[\u3040-\u30ff\uac00-\ud7af]")
# Letters that Russian lacks (Ukrainian, Belarusian, Serbian, Macedonian) and Arabic lacks (Persian, Urdu, Pashto).
_NOT_RUSSIAN = re.compile(r"[\u0402-\u040f\u0452-\u045f\u0490\u0491]")
_NOT_ARABIC = re.compile(r"[\u0679\u067e\u0686\u0688\u0691\u0698\u06a9\u06af\u06ba\u06be\u06c1\u06cc\u06d2]")
_FOREIGN_SHARE = 0.02  # of the letters of a script, from which on a text is in another language
# A Chinese character says about as much as three letters: a few Latin names must not outweigh it.
_HAN_WEIGHT = 3
_SCRIPT_SHARE = 0.5  # of the letters that are of the script of a text
# Letters that only one of the Latin languages has: they decide when function words do not.
_OWN_LETTERS: Mapping[str, re.Pattern[str]] = {
    "es": re.compile(r"[ñáíóú¿¡]"),
    "fr": re.compile(r"[àâçèêëîïôûùœ]|\b[ldnsq]['’]"),
    "other": re.compile(r"[ãõäöüß]"),
}
# A capital by itself is part of a symbol (50/70 L), unless letters are left out behind it (L’Assemblée).
_WORD = re.compile(r"[^\W\d_]{2,}|[^\W\d_A-Z]|[A-Z](?=['’])")
_SAMPLE = 20_000  # characters that tell the language of a text
_SHORT = 200  # characters of a text whose only words may be names
_LEAST = 4  # letters of a word that tells a language by itself
_LATIN = (Language.EN, Language.FR, Language.ES)
_WHOLE = frozenset({StateNameForm.SHORT, StateNameForm.FORMAL, StateNameForm.ABBREVIATION})
_PLAIN_WORDS = 2  # words from which on a text is in the language it is held to be in
_SCRIPT_OF = {Language.AR: "arabic", Language.ZH: "han", Language.RU: "cyrillic"}


@cache
def _function_words() -> Mapping[str, frozenset[str]]:
    """The languages of each function word; ``other`` stands for German and Portuguese."""
    found: dict[str, set[str]] = {}
    for row in read_words("function_words"):
        found.setdefault(row["text"], set()).add(row["language"])
    return {word: frozenset(languages) for word, languages in found.items()}


def find_language(text: str) -> Language | None:
    """The official language most of the text is in; None when that is undecided or it is another language.

    Only the first 20,000 characters are looked at.
    """
    sample = unicodedata.normalize("NFC", text[:_SAMPLE])
    letters = {name: sum(map(len, script.findall(sample))) for name, script in _SCRIPTS.items()}
    letters["han"] *= _HAN_WEIGHT
    total = sum(letters.values())
    script = max(letters, key=lambda name: letters[name])
    if not total or letters[script] <= total * _SCRIPT_SHARE:
        return None
    if script == "latin":
        return _find_latin(sample)
    foreign = {"arabic": _NOT_ARABIC, "cyrillic": _NOT_RUSSIAN, "han": _KANA_HANGUL}[script]
    if len(foreign.findall(sample)) > letters[script] * _FOREIGN_SHARE:
        return None
    return {"arabic": Language.AR, "cyrillic": Language.RU, "han": Language.ZH}[script]


def is_plainly(text: str, language: Language) -> bool:
    """Whether a few words show at once that the text is in ``language``; ``False`` leaves it to ``find_language``."""
    if language in _SCRIPT_OF:
        return len(_SCRIPTS[_SCRIPT_OF[language]].sub("", text)) < _SCRIPT_SHARE * len(text)
    return len(_own_words(language).findall(text)) >= _PLAIN_WORDS


@cache
def _own_words(language: Language) -> re.Pattern[str]:
    """The function words that no other of the Latin languages has."""
    words = sorted(word for word, languages in _function_words().items() if languages == {language.value})
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


def _find_latin(text: str) -> Language | None:
    """The language with most function words; a word of several languages counts for each of them a part."""
    known = _function_words()
    words = [word for word in map(str.lower, _WORD.findall(text)) if word in known]
    counts: Counter[str] = Counter()
    # Letters alone are as likely part of a symbol or of a list.
    for word in words if any(len(word) > 1 for word in words) else ():
        for language in known[word]:
            counts[language] += 12 // len(known[word])
    found = _one_most(counts) or _one_most(counts + _letters(text)) or _by_names(text, counts)
    return None if found in (None, "other") else Language(str(found))


def _letters(text: str) -> Counter[str]:
    """How often letters stand in a text that one language alone has; names that several have do not count."""
    lowered = text.lower()
    if len(lowered) <= _SHORT:
        for name in _shared_names():
            lowered = lowered.replace(name, "")
    return Counter({name: len(letters.findall(lowered)) for name, letters in _OWN_LETTERS.items()})


def _by_names(text: str, counts: Counter[str]) -> str | None:
    """Of the languages that nothing else tells apart the one that has words of names which no other has."""
    most = max(counts.values(), default=0)
    words = frozenset(map(str.lower, _WORD.findall(text)))
    named = [name for name, own in _names().items() if counts[name] == most and not own.isdisjoint(words)]
    return named[0] if len(named) == 1 else None


@cache
def _names() -> Mapping[str, frozenset[str]]:
    """Words of the names of months and States that only one of the Latin languages has, not even German, Portuguese
    or Italian."""
    words = {language: frozenset(_name_words(language)) for language in _LATIN}
    shared = {row["text"] for row in read_words("shared_words")}
    return {
        language.value: own.difference(shared, *(words[other] for other in _LATIN if other is not language))
        for language, own in words.items()
    }


def _name_words(language: Language) -> Iterator[str]:
    texts = [*month_numbers(language), *(name.text for name in state_names(language) if name.form in _WHOLE)]
    for text in texts:
        yield from (word for word in _WORD.findall(text.lower()) if len(word) >= _LEAST)


@cache
def _shared_names() -> tuple[str, ...]:
    """Names of States that two of the Latin languages or more print alike and that have letters of one alone."""
    found = Counter(
        text
        for language in _LATIN
        for text in {name.text.lower() for name in state_names(language) if name.form in _WHOLE}
    )
    own = [
        name for name, times in found.items() if times > 1 and any(one.search(name) for one in _OWN_LETTERS.values())
    ]
    return tuple(sorted({*own, *(name.replace("'", "\u2019") for name in own)}))


def _one_most(counts: Counter[str]) -> str | None:
    """The name with the highest count; None when there is none or two share it."""
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
