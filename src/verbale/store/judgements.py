"""What persons said of what was found in contents: each judgement is kept, and the latest of a key counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from verbale.store.database import Database
from verbale.store.django_tables import models
from verbale.store.failures import reporting

_COLUMNS = ("content", "key", "verdict", "reason", "at", "actor", "value")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person said of a finding of a content (SHA-256): the key of the finding, a verdict, and why.

    ``at`` is ISO 8601 in UTC; ``value`` is what stands instead, where the verdict gives another value.
    """

    content: str
    key: str
    verdict: str
    reason: str
    at: str
    actor: str
    value: str = ""


def add_judgement(database: Database, judgement: Judgement) -> None:
    """Keep a judgement; those before it stay."""
    with reporting(database.name):
        models.Judgement.objects.using(database.alias).create(**{name: getattr(judgement, name) for name in _COLUMNS})


def find_judgements(database: Database, contents: Iterable[str]) -> Mapping[str, Judgement]:
    """The latest judgement of each key that was given of any of these contents."""
    rows = models.Judgement.objects.using(database.alias).filter(content__in=list(contents)).order_by("pk")
    with reporting(database.name):
        return {row[1]: Judgement(*row) for row in rows.values_list(*_COLUMNS)}


def contents_of_readings(database: Database, digests: Iterable[str]) -> tuple[str, ...]:
    """The SHA-256 of the contents that readings, by their digests, are readings of."""
    rows = models.Reading.objects.using(database.alias).filter(digest__in=list(digests))
    with reporting(database.name):
        return tuple(dict.fromkeys(rows.order_by("pk").values_list("content", flat=True)))
