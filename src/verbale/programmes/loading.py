"""``programme.toml`` and ``words.LANG.ftl`` made one ``Programme``, every key checked for itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from verbale.errors import CycleBroken
from verbale.lexicon.phrases import find_organ_name
from verbale.lexicon.treaties import treaties
from verbale.model.language import Language
from verbale.model.programme import (
    AgendaTitle,
    Observed,
    Programme,
    ReportSection,
    SectionCondition,
    SectionKind,
    Topic,
)
from verbale.programmes.terms import read_contact, read_policies
from verbale.programmes.toml_table import TomlTable, parse_toml, read_whole

FILE = "programme.toml"
ALL = "all"
"""In a list of treaties: every one that the register holds."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MESSAGE = re.compile(r"[a-zA-Z][\w-]*", re.ASCII)
_TOPIC = re.compile(r"[A-Za-z0-9_-]+")
_DEFAULT = (SectionKind.INTRODUCTION, SectionKind.OBSERVATIONS, SectionKind.REPLIES)


@dataclass(frozen=True, slots=True)
class ProgrammeFiles:
    """The texts of a programme's folder by name of file. ``place`` says where they are, for people."""

    id: str
    place: str
    files: Mapping[str, str]


def words_file(language: Language) -> str:
    """The name of the file with a programme's words in a language."""
    return f"words.{language}.ftl"


def is_programme_id(programme: str) -> bool:
    """Whether a text can be the id of a programme, which names its folder."""
    return bool(_ID.fullmatch(programme))


def check_programme_id(programme: str) -> str:
    """The id of a programme. Raises ``CycleBroken`` where it is none."""
    if not is_programme_id(programme):
        reason = "is no id of a programme; give small letters, figures and hyphens, as safe-water"
        raise CycleBroken(repr(programme), "", reason)
    return programme


def parse_programme(given: ProgrammeFiles) -> Programme:
    """The programme of a folder.

    Raises ``CycleBroken`` with file and key where a rule is broken. Words and titles that lack are not looked for here
    (``compose.wording``).
    """
    file = f"{given.place}/{FILE}"
    if FILE not in given.files:
        raise CycleBroken(given.place, "", f"there is no {FILE}; verbale programme new {given.id} writes one")
    top = parse_toml(given.files[FILE], file)
    programme = Programme(
        id=check_programme_id(given.id),
        name=top.text("name"),
        organ=_organ(top, "organ", top.text("organ", "")),
        contact=read_contact(top),
        website=top.text("website", ""),
        titles=top.words("titles"),
        agenda=read_whole(top.tables("agenda"), _agenda),
        organs={prefix: _organ(top, "organs", organ) for prefix, organ in top.any_words("organs").items()},
        topics=read_whole(top.tables("topics"), _topic),
        observed=_observed(top.table("observations", optional=True)),
        record_treaties=_record(top.table("state_record", optional=True)),
        sections=read_whole(top.tables("sections"), _section) or tuple(ReportSection(k, "") for k in _DEFAULT),
        contents_over=top.limit("contents_over", None),
        policies=read_policies(top),
        words={one: given.files[words_file(one)] for one in Language if words_file(one) in given.files},
    )
    top.done()
    _check_whole(programme, top)
    return programme


def _check_whole(programme: Programme, top: TomlTable) -> None:
    kinds = [section.kind for section in programme.sections if section.kind is not SectionKind.TEXT]
    if twice := next((kind for kind in kinds if kinds.count(kind) > 1), None):
        raise top.broken("sections", f"there are two of kind {twice}; one is enough")
    if lacking := {SectionKind.INTRODUCTION, SectionKind.REPLIES} - set(kinds):
        raise top.broken("sections", f"there is none of kind {', '.join(sorted(lacking))}")
    ids = [topic.id for topic in programme.topics]
    if twice_ := next((topic for topic in ids if ids.count(topic) > 1), None):
        raise top.broken("topics", f"there are two of id {twice_!r}")


def _organ(table: TomlTable, key: str, organ: str) -> str:
    """A key of an organ that masthead and sentences can name, or one that the programme's own words name."""
    if organ and not re.fullmatch(r"[a-z][a-z_]*", organ):
        raise table.broken(key, f"{organ!r} is no key of an organ; give one as general_assembly")
    return organ


def is_known_organ(organ: str) -> bool:
    """Whether an organ has its name in the lexicon in all six languages."""
    return all(find_organ_name(organ, language) for language in Language)


def _agenda(table: TomlTable) -> AgendaTitle:
    return AgendaTitle(table.words("titles"), table.text("item", ""))


def _topic(table: TomlTable) -> Topic:
    topic = table.text("id")
    if not _TOPIC.fullmatch(topic):
        raise table.broken("id", f"{topic!r} should be letters, figures, hyphens and underscores, as LOS")
    return Topic(
        topic,
        table.words("titles"),
        table.symbol("resolution", ""),
        table.text("paragraph", ""),
        table.day_if_any("adopted"),
        table.words("requests"),
    )


def _section(table: TomlTable) -> ReportSection:
    kind = table.choice("kind", SectionKind)
    messages = (table.text("heading", ""), *table.texts("paragraphs"))
    if bad := next((message for message in messages if message and not _MESSAGE.fullmatch(message)), None):
        raise table.broken("heading" if bad == messages[0] else "paragraphs", f"{bad!r} is no name of a message")
    condition = table.choice("when", SectionCondition, SectionCondition.ALWAYS)
    section = ReportSection(kind, messages[0], condition, messages[1:])
    if kind is SectionKind.TEXT and not (section.heading and section.paragraphs):
        raise table.broken("kind", "a section of kind text needs a heading and paragraphs, both names of messages")
    if kind is not SectionKind.TEXT and section.paragraphs:
        raise table.broken("paragraphs", f"a section of kind {kind} has no paragraphs of its own")
    return section


def _observed(table: TomlTable) -> Observed:
    found = Observed(_treaties(table), table.texts("meetings"), table.texts("figures"))
    table.done()
    return found


def _record(table: TomlTable) -> tuple[str, ...] | None:
    found = _treaties(table, all_too=True)
    table.done()
    return None if found == (ALL,) else found


def _treaties(table: TomlTable, *, all_too: bool = False) -> tuple[str, ...]:
    named = table.texts("treaties")
    if all_too and named == (ALL,):
        return named
    for treaty in named:
        if treaty not in treaties():
            near = get_close_matches(treaty, treaties(), n=1)
            hint = f"; the nearest is {near[0]}" if near else f"; known are {', '.join(treaties())}"
            raise table.broken("treaties", f"{treaty!r} is no treaty of the register{hint}")
    return named
