"""Server and worker killed at any write while letters come in: no accepted letter is lost, and none is there twice."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from django.test import Client
from tests import lengths
from tests.processes import KILLED, die_at, finish, needs_fork, start
from tests.store.raw import execute
from tests.web.desk_cases import open_cycle_in, signed_in

from verbale.app.desks import rebuild_lists
from verbale.desk.events import find_breaks
from verbale.store.contents import digest_of
from verbale.web.desk.open_cycles import open_now
from verbale.web.models import Intake
from verbale.web.site import Site
from verbale.web.work.loop import Pace, WorkerProcess

pytestmark = needs_fork
_KILLS, _MANY = 10, 200  # of the server, and as many of the worker
_UPLOADING, _READING = 45, 90  # writes of an upload and of a reading, about
_ROWS = (
    'select "case", version, stage, authors, step, received, alarms from store_caserow where cycle_id = {} order by 1'
)


def _apart(work: Callable[[], object], moment: int | None = None) -> tuple[int, str]:
    """Do work in a process of its own, killed at a write where one is named."""

    def do() -> None:
        if moment is not None:
            die_at(moment)
        work()

    # A connection that two processes have is used by neither.
    connections.close_all()
    return finish(*start(do))


def _letter(number: int) -> bytes:
    return (
        f"Letter {number} of the Permanent Mission.\n\nThe Government has nothing to report in year {number}.".encode()
    )


def _upload(client: Client, cycle: str, number: int) -> None:
    file = SimpleUploadedFile(f"letter-{number}.txt", _letter(number))
    answer = client.post(f"/desk/{cycle}/inbox/receive/", {"letters": [file], "channel": "by hand"})
    assert answer.status_code == 302
    print("accepted", flush=True)


def _work() -> None:
    WorkerProcess(Pace(look=0.01, beat=60, gone=0)).run(until=lambda: True)


def _kills(client: Client, cycle: str, kills: int, seed: int) -> set[int]:
    """Letters come in while processes are killed; the numbers of those that were accepted."""
    chance, accepted = random.Random(seed), set()
    for number in range(kills):
        code, told = _apart(partial(_upload, client, cycle, number), chance.randrange(_UPLOADING))
        assert code in (0, KILLED), told
        if "accepted" in told:
            accepted.add(number)
        code, told = _apart(_work, chance.randrange(_READING))
        assert code in (0, KILLED), told
        # A piece of work is begun three times: now and then a worker comes to its end.
        if number % 2:
            assert _apart(_work) == (0, "")
    assert _apart(_work) == (0, "")
    return accepted


def test_no_accepted_letter_is_lost_or_doubled(site: Site) -> None:
    kills = _MANY // 2 if lengths.times > 1 else _KILLS
    cycle, client = open_cycle_in(site.desk), signed_in("b.officer")
    accepted = _kills(client, cycle, kills, seed=21)
    folder = open_now(cycle)
    assert find_breaks(folder.entries) == []
    held = [version.sha256 for reply in folder.replies for version in reply.versions]
    assert len(held) == len(set(held))
    assert {digest_of(_letter(number)) for number in accepted} <= set(held)
    assert all(reply.copies == 0 for reply in folder.replies)
    assert not Intake.objects.filter(cycle=cycle, done=False).exists()
    # Who was told nothing sends the letter again: it is there once all the same.
    for number in set(range(kills)) - accepted:
        _upload(client, cycle, number)
    assert _apart(_work) == (0, "")
    folder = open_now(cycle)
    assert sorted(one.sha256 for reply in folder.replies for one in reply.versions) == sorted(
        digest_of(_letter(number)) for number in range(kills)
    )
    before = execute(site.desk, _ROWS.format(folder.store.key))
    connections.close_all()
    rebuild_lists(site.desk)
    assert execute(site.desk, _ROWS.format(folder.store.key)) == before
