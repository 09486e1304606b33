"""The translations of the demo's letters: each job filled with the words that come with the program.

The words are in ``demo_cycle/translations/LANG.toml``: a table for each letter by the name of its file, with the moment
at which it comes back from the translators, and its units by their refs.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from importlib.resources.abc import Traversable
from typing import Any

from verbale.model.language import Language
from verbale.translation.job import Job, SegmentState


@dataclass(frozen=True, slots=True)
class Returned:
    """A job as it comes back from the translators, and when."""

    job: Job
    at: datetime

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"{self.job.id}.{self.job.target}.xlf"


def translate_jobs(jobs: Iterable[Job], letters: Mapping[str, str], folder: Traversable) -> tuple[Returned, ...]:
    """The jobs with their words, in the order in which they come back.

    ``letters`` are the names of the letters by case, ``folder`` has the words. A unit without words stays open. Raises
    ``KeyError`` for a letter without words in a language.
    """
    words = {language: _words(folder, language) for language in Language}
    returned = []
    for job in jobs:
        letter = words[job.target][letters[job.id]]
        returned.append(Returned(_filled(job, letter["units"]), letter["returned"]))
    return tuple(sorted(returned, key=lambda one: one.at))


def _words(folder: Traversable, language: Language) -> dict[str, Any]:
    return tomllib.loads(folder.joinpath(f"{language}.toml").read_text(encoding="utf-8"))


def _filled(job: Job, words: Mapping[str, str]) -> Job:
    segments = (
        replace(one, target=words[one.ref], state=SegmentState.FINAL) if one.ref in words else one
        for one in job.segments
    )
    return replace(job, segments=tuple(segments))
