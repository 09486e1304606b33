"""What the verbs of the desk share: who acts and when, the folder of the cycle, and how a reply is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from verbale.app.clock import day_typed, now
from verbale.app.cycles import CycleAddress, CycleFolder, is_cycle_folder
from verbale.desk.commands import Actor, Role
from verbale.desk.deciding import Moment
from verbale.errors import BadReference
from verbale.model.language import Language


def find_desk() -> str:
    """The address of the desk that is named with ``--desk``; empty where none is."""
    return str(click.get_current_context().find_root().params.get("desk") or "")


def find_address(text: str) -> CycleAddress:
    """Where a cycle is that a person names: a cycle of the desk that is named with ``--desk``, else a folder."""
    root, desk = click.get_current_context().find_root(), find_desk()
    by_variable = root.get_parameter_source("desk") is ParameterSource.ENVIRONMENT
    if desk and not (by_variable and is_cycle_folder(Path(text))):
        return CycleAddress(None, desk, text)
    return CycleAddress(Path(text))


cycle_argument = click.argument(
    "folder", metavar="CYCLE", callback=lambda _context, _parameter, value: find_address(value)
)


def acting(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--by``, ``--at`` and ``--belated``: who does it, when, and why only now, for the record."""
    by = click.option("--by", "name", default="desk", show_default=True, help="Officer responsible, for the record.")
    at = click.option(
        "--at", "moment", metavar="TIME", help="Date and time, as 2022-05-20T14:00-04:00; now by default."
    )
    late = click.option(
        "--belated", metavar="REASON", expose_value=False, callback=_keep_reason, help="Why it is entered only now."
    )
    return by(at(late(command)))


def _keep_reason(context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    context.meta["belated"] = value or ""


def get_actor(name: str, role: Role = Role.OFFICER) -> Actor:
    """Who acts."""
    return Actor(name, role)


def get_moment(text: str | None) -> Moment:
    """When it is done: the moment that was given, or now; with the reason where it is entered belatedly."""
    belated = click.get_current_context().meta.get("belated", "")
    return Moment(parse_moment(text), belated, now() if belated else None, by_clock=text is None)


def parse_moment(text: str | None) -> datetime:
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
