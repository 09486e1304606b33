"""Letters taken in by the browser: kept at once, read in the background, and registered once whatever ends when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from django.db import transaction
from django_tasks import task

from verbale.app.clock import now
from verbale.app.cycles import CycleFolder
from verbale.app.receiving import KEPT, keep_source, read_kept, register_source, until_registered
from verbale.desk.commands import Actor, Role
from verbale.desk.deciding import Moment
from verbale.errors import TooLarge
from verbale.store.contents import digest_of
from verbale.web.desk.open_cycles import open_now
from verbale.web.models import Intake
from verbale.web.work.queue import ask_for


def take_in(
    folder: CycleFolder, data: bytes, name: str, channel: str, actor: Actor, received: datetime | None = None
) -> Intake:
    """Keep a source and have it read in the background.

    Its bytes, and that they are to be read, are kept in one transaction: from then on nothing loses them. Raises
    ``TooLarge``.
    """
    if len(data) > KEPT.bytes:
        raise TooLarge(name, f"{len(data):,} bytes are more than are kept of a letter", "split it")
    came = (received or now()).astimezone(UTC).isoformat(timespec="seconds")
    with transaction.atomic():
        keep_source(folder, data)
        row = Intake.objects.create(
            cycle=folder.address.name,
            content=digest_of(data),
            name=name,
            channel=channel,
            received=came,
            actor=actor.name,
            role=actor.role.value,
        )
        ask_for(read_intake, {"intake": row.pk}, f"reading letter {row.pk}", actor.name)
    return row


@task()
def read_intake(intake: int) -> dict[str, Any]:
    """Read a source that was taken in and register what is in it; nothing where that was done."""
    row = Intake.objects.get(pk=intake)
    if not row.done:
        data = open_now(row.cycle).store.get_content(row.content)
        read = read_kept(data, row.name)
        until_registered(lambda: _register(intake, data, read))
    return {"cases": Intake.objects.get(pk=intake).cases.split()}


def _register(intake: int, data: bytes, read: Any) -> None:  # noqa: ANN401 (letters, or the reason why there are none)
    """Register and be done, both or neither: of two that do it at once the second finds it done."""
    with transaction.atomic():
        row = Intake.objects.select_for_update().get(pk=intake)
        if row.done:
            return
        folder, actor = open_now(row.cycle), Actor(row.actor, Role(row.role))
        received, at = datetime.fromisoformat(row.received), Moment(now(), by_clock=True)
        taken = register_source(folder, data, row.name, read, actor, at, received=received, channel=row.channel)
        cases = [one.case for one in taken] if isinstance(taken, tuple) else [taken.case]
        row.done, row.cases = True, " ".join(cases)
        row.save()


def find_being_read(cycle: str) -> Sequence[Intake]:
    """What was taken in of a cycle and is not registered yet, in the order in which it came."""
    return list(Intake.objects.filter(cycle=cycle, done=False).order_by("pk"))
