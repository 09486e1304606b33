"""Which way text runs: paragraphs in Arabic letters to the left, Latin words inside them to the right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.model.language import Language

_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
_AND_FIGURE = re.compile(r"(?<!\w)\u0648 (?=\d)")
_LETTER, _SIGN = "A-Za-zÀ-ɏͰ-ӿ", "A-Za-z0-9À-ɏͰ-ӿ_./:@#%&=?~+-"
_WORD = f"[{_LETTER}](?:[{_SIGN}]*[{_LETTER}0-9])?"
_PHRASE = f"{_WORD}(?:[.:;,]* {_WORD})*"
# A symbol may have a part in brackets, and more after it: NPT/CONF.1995/32 (Part I)/Corr.2.
_LEFT_TO_RIGHT = re.compile(rf"{_PHRASE}(?: ?\({_PHRASE}\)(?:/{_WORD})?)*")


def runs_leftward(language: Language | None, text: str) -> bool:
    """Whether a paragraph runs from right to left: its language does, and it has a letter that does."""
    return language is not None and language.direction == "rtl" and _ARABIC.search(text) is not None


def by_direction(text: str) -> Iterator[tuple[str, bool]]:
    """Stretches of a right-to-left text, each with whether it runs to the left."""
    at = 0
    for match in _LEFT_TO_RIGHT.finditer(text):
        if at < match.start():
            yield text[at : match.start()], True
        yield match.group(), False
        at = match.end()
    if at < len(text):
        yield text[at:], True


def isolated(text: str) -> str:
    """A right-to-left text with its Latin words isolated, so that their signs and brackets stay with them.

    No line breaks at a slash in them: at the end of a line it would stand on the wrong side of its word. Nor does one
    break between the Arabic for "and" and a figure, which are one word.
    """
    text = _AND_FIGURE.sub("\u0648\u00a0", text)
    return "".join(
        part if leftward else "\u2066" + part.replace("/", "/\u2060") + "\u2069"
        for part, leftward in by_direction(text)
    )
