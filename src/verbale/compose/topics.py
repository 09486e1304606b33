"""What the mandates are about: the titles of their resolutions, and the title that a report makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

from verbale.desk.cycle import CycleMandate
from verbale.errors import LexiconBroken
from verbale.lexicon.tables import parse_table
from verbale.model.language import Language

_JOINED: Mapping[Language, str] = {
    **dict.fromkeys(Language, "; "),
    Language.ZH: "；",
    Language.AR: "؛ ",
    Language.FR: " ; ",
}
_CASED = frozenset({Language.EN, Language.FR, Language.RU, Language.ES})


@cache
def _topics() -> Mapping[tuple[str, str], str]:
    text = resources.files("verbale.compose").joinpath("data").joinpath("topics.csv").read_text(encoding="utf-8")
    return MappingProxyType({(row["topic"], row["language"]): row["text"] for row in parse_table("topics", text)})


def get_title(topic: str, language: Language) -> str:
    """The title of a topic in a language. Raises ``LexiconBroken`` where there is none."""
    try:
        return _topics()[topic, language]
    except KeyError:
        raise LexiconBroken("topics", 0, f"no title of {topic} in {language}") from None


def title_of(mandate: CycleMandate, language: Language) -> str:
    """The title of a mandate: its own in the cycle, else that of its topic. Raises ``LexiconBroken``."""
    return mandate.titles.get(language.value) or get_title(mandate.topic, language)


def find_titles(mandate: CycleMandate) -> tuple[str, ...]:
    """The titles of a mandate's resolution in every language that has one."""
    own = mandate.titles
    titles = (own.get(language.value) or _topics().get((mandate.topic, language.value)) for language in Language)
    return tuple(title for title in titles if title)


def report_title(mandates: Iterable[CycleMandate], language: Language) -> str:
    """The titles of the mandates in the order of their agenda sub-items, each after the first in small letters."""
    ordered = sorted(mandates, key=lambda mandate: (mandate.item, mandate.resolution))
    titles = list(dict.fromkeys(title_of(mandate, language) for mandate in ordered))
    rest = [_lowered(title, language) for title in titles[1:]]
    return _JOINED[language].join([*titles[:1], *rest])


def _lowered(title: str, language: Language) -> str:
    return title[:1].lower() + title[1:] if language in _CASED else title
