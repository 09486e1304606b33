"""Programmes by id, or by the topics of a cycle: those that are given, nearest first, and those of the package."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from importlib import resources
from types import MappingProxyType

from verbale.errors import CycleBroken
from verbale.lexicon.folding import fold
from verbale.model.programme import Programme, Topic
from verbale.programmes.loading import ProgrammeFiles, check_programme_id, parse_programme

GENERAL = "general"
"""The programme of any mandate, which says nothing of any subject."""


@cache
def bundled_programmes() -> Mapping[str, Programme]:
    """The programmes of the package by id, ``general`` last."""
    folder = resources.files("verbale.programmes").joinpath("data")
    ids = sorted((one.name for one in folder.iterdir() if one.is_dir()), key=lambda name: (name == GENERAL, name))
    return MappingProxyType({each: parse_programme(bundled_files(each)) for each in ids})


def bundled_files(programme: str) -> ProgrammeFiles:
    """The texts of a programme of the package."""
    folder = resources.files("verbale.programmes").joinpath("data", programme)
    files = {one.name: one.read_text(encoding="utf-8") for one in folder.iterdir() if one.is_file()}
    return ProgrammeFiles(programme, programme, files)


def get_programme(programme: str, given: Sequence[ProgrammeFiles] = ()) -> Programme:
    """A programme by its id, of those given or of the package; the first that is found counts.

    Raises ``CycleBroken`` where there is none, with the nearest ids, or where its files break a rule.
    """
    check_programme_id(programme)
    for one in given:
        if one.id == programme:
            return parse_programme(one)
    if programme in bundled_programmes():
        return bundled_programmes()[programme]
    known = [*dict.fromkeys([*(one.id for one in given), *bundled_programmes()])]
    near = get_close_matches(programme, known, n=1)
    hint = f"the nearest is {near[0]}" if near else f"there are {', '.join(known)}"
    raise CycleBroken(programme, "", f"there is no such programme; {hint}; verbale programme new {programme} makes it")


def choose_programme(used: Mapping[str, Mapping[str, str]], given: Sequence[ProgrammeFiles] = ()) -> Programme:
    """The programme whose topics a cycle uses most, else ``general``.

    ``used`` are its topics with the titles that it gives them itself: a topic whose title is another one is not used.
    """
    local = [parse_programme(one) for one in given]
    taken = {programme.id for programme in local}
    every = [*local, *(one for each, one in bundled_programmes().items() if each not in taken)]
    found = max(every, key=lambda programme: _uses(used, programme.topics))
    return found if _uses(used, found.topics) else get_programme(GENERAL, given)


def _uses(used: Mapping[str, Mapping[str, str]], topics: Iterable[Topic]) -> int:
    return sum(topic.id in used and _same_title(used[topic.id], topic.titles) for topic in topics)


def _same_title(own: Mapping[str, str], known: Mapping[str, str]) -> bool:
    """Whether a title given in a cycle is that of the topic, or the beginning of it, in some language."""
    pairs = [(fold(own[language]), fold(known[language])) for language in own if language in known]
    return not own or any(one.startswith(other) or other.startswith(one) for one, other in pairs)
