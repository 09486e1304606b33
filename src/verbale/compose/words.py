"""The sentences of notes and reports: messages in six languages, with the values that go into them.

Words are in ``data/LANG.ftl`` (Fluent), one message a sentence; plurals follow CLDR. Values come already written in
the language (dates, names, lists); only a number that decides a plural is given as a number.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources

from fluent.runtime import FluentBundle, FluentResource

from verbale.errors import LexiconBroken
from verbale.model.language import Language


@cache
def _bundle(language: Language) -> FluentBundle:
    text = resources.files("verbale.compose").joinpath("data", f"{language}.ftl").read_text(encoding="utf-8")
    bundle = FluentBundle([language.value], use_isolating=False)
    bundle.add_resource(FluentResource(text))
    return bundle


def say(message: str, language: Language, /, **values: str | int) -> str:
    """One message in a language, its values in place. Raises ``LexiconBroken`` where it is missing or lacks a value."""
    bundle = _bundle(language)
    pattern = bundle.get_message(message).value if bundle.has_message(message) else None
    if pattern is None:
        raise LexiconBroken(f"{language}.ftl", 0, f"no message {message}")
    text, errors = bundle.format_pattern(pattern, values)
    if errors:
        raise LexiconBroken(f"{language}.ftl", 0, f"{message}: {errors[0]}")
    return str(text)


def has_message(message: str, language: Language) -> bool:
    """Whether there is such a message in a language."""
    return _bundle(language).has_message(message)


def join_sentences(sentences: Sequence[str], language: Language) -> str:
    """Sentences as one paragraph; Chinese sets no space between them."""
    return (" " if language.spaced else "").join(sentences)
