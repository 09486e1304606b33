"""What the mandates are about: the titles of their resolutions, and the title that a report makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from verbale.desk.cycle import Cycle, CycleMandate
from verbale.errors import LexiconBroken
from verbale.model.language import Language
from verbale.model.programme import Programme

_JOINED: Mapping[Language, str] = {
    **dict.fromkeys(Language, "; "),
    Language.ZH: "；",
    Language.AR: "؛ ",
    Language.FR: "\u00a0; ",
}
_CASED = frozenset({Language.EN, Language.FR, Language.RU, Language.ES})


def find_title(mandate: CycleMandate, language: Language, programme: Programme) -> str:
    """The title of a mandate: its own in the cycle, else that of its topic; empty where there is none."""
    topic = programme.topic(mandate.topic)
    return mandate.titles.get(language.value) or (topic.titles.get(language.value, "") if topic else "")


def get_title(mandate: CycleMandate, language: Language, programme: Programme) -> str:
    """The title of a mandate, as ``find_title`` gives it. Raises ``LexiconBroken`` where there is none."""
    title = find_title(mandate, language, programme)
    if not title:
        raise LexiconBroken("titles", 0, f"no title of {mandate.topic} ({mandate.resolution}) in {language}")
    return title


def find_titles(mandate: CycleMandate, programme: Programme) -> tuple[str, ...]:
    """The titles of a mandate's resolution in every language that has one."""
    titles = (find_title(mandate, language, programme) for language in Language)
    return tuple(title for title in titles if title)


def report_titles(cycle: Cycle, mandates: Iterable[CycleMandate], language: Language) -> list[str]:
    """The titles of mandates in the order of their agenda sub-items, each once."""
    ordered = sorted(mandates, key=lambda mandate: (mandate.item, mandate.resolution))
    return list(dict.fromkeys(get_title(mandate, language, cycle.programme) for mandate in ordered))


def report_title(cycle: Cycle, mandates: Iterable[CycleMandate], language: Language) -> str:
    """The title that the programme gives its reports, else those of the mandates, each after the first in small
    letters."""
    if own := cycle.programme.titles.get(language.value):
        return own
    titles = report_titles(cycle, mandates, language)
    rest = [_lowered(title, language) for title in titles[1:]]
    return join_parts([*titles[:1], *rest], language)


def join_parts(parts: Sequence[str], language: Language) -> str:
    """Things in a row that hold commas themselves, parted by semicolons."""
    return _JOINED[language].join(parts)


def _lowered(title: str, language: Language) -> str:
    return title[:1].lower() + title[1:] if language in _CASED else title
