"""The sentences of notes and reports: messages in six languages, with the values that go into them.

General words are in ``data/LANG.ftl`` (Fluent), one message a sentence; plurals follow CLDR. They name no office and no
subject: the words of a programme do, and may put a sentence of their own in the place of a general one. Values come
already written in the language (dates, names, lists); only a number that decides a plural is given as a number.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib import resources

from fluent.runtime import FluentBundle, FluentResource

from verbale.errors import LexiconBroken
from verbale.model.language import Language
from verbale.model.programme import Programme

_BUNDLES = 64  # a language of a programme each


def general_words(language: Language) -> str:
    """The general words of a language, as Fluent."""
    return resources.files("verbale.compose").joinpath("data", f"{language}.ftl").read_text(encoding="utf-8")


@lru_cache(maxsize=_BUNDLES)
def _bundle(language: Language, own: str) -> FluentBundle:
    bundle = FluentBundle([language.value], use_isolating=False)
    bundle.add_resource(FluentResource(general_words(language)))
    bundle.add_resource(FluentResource(own), allow_overrides=True)
    return bundle


def _words_of(programme: Programme | None, language: Language) -> FluentBundle:
    return _bundle(language, programme.words.get(language, "") if programme else "")


def say(message: str, language: Language, programme: Programme | None = None, /, **values: str | int) -> str:
    """One message in a language, its values in place, in the words of a programme where it has its own.

    Raises ``LexiconBroken`` where the message, a word that it takes from the programme, or a value is missing.
    """
    bundle = _words_of(programme, language)
    whose = f"{language}.ftl" if programme is None else f"words.{language}.ftl of {programme.id}"
    pattern = bundle.get_message(message).value if bundle.has_message(message) else None
    if pattern is None:
        raise LexiconBroken(whose, 0, f"no message {message}")
    text, errors = bundle.format_pattern(pattern, values)
    if errors:
        raise LexiconBroken(whose, 0, f"{message}: {errors[0]}")
    return str(text)


def has_message(message: str, language: Language, programme: Programme | None = None) -> bool:
    """Whether there is such a message in a language."""
    return _words_of(programme, language).has_message(message)


def join_sentences(sentences: Sequence[str], language: Language) -> str:
    """Sentences as one paragraph; Chinese sets no space between them."""
    return (" " if language.spaced else "").join(sentences)
