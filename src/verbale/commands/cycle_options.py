"""What the verbs of the desk share: who acts and when, the folder of the cycle, and how a reply is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from verbale.app.clock import day_typed, now
from verbale.app.cycles import CycleFolder
from verbale.desk.commands import Actor, Role
from verbale.errors import BadReference
from verbale.model.language import Language

cycle_argument = click.argument("folder", metavar="CYCLE", type=click.Path(path_type=Path))


def acting(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--by`` and ``--at``: who does it, and when, for the record."""
    by = click.option("--by", "name", default="desk", show_default=True, help="Officer responsible, for the record.")
    at = click.option(
        "--at", "moment", metavar="TIME", help="Date and time, as 2022-05-20T14:00-04:00; now by default."
    )
    return by(at(command))


def get_actor(name: str, role: Role = Role.OFFICER) -> Actor:
    """Who acts."""
    return Actor(name, role)


def get_moment(text: str | None) -> datetime:
    """The moment that was given, UTC where it names no zone; now where none was given."""
    if text is None:
        return now()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"{text!r} is no time; give it as 2022-05-20T14:00-04:00") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def get_languages(text: str | None, opened: CycleFolder) -> tuple[Language, ...]:
    """The languages of a list; those of the policy where none was given."""
    if text is None:
        return opened.cycle.policy_on(opened.cycle.calendar.deadline).languages
    try:
        return tuple(dict.fromkeys(Language(code.strip()) for code in text.split(",")))
    except ValueError:
        raise click.BadParameter(f"{text!r}: give languages as {','.join(Language)}") from None


def get_day(text: str | None, default: date) -> date:
    """The day that was given, in figures or in words of any of the six languages, or the default."""
    if text is None:
        return default
    try:
        return day_typed(text)
    except BadReference as failure:
        raise click.BadParameter(str(failure)) from None
