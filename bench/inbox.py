"""An inbox of ten thousand letters: server time of its pages, on SQLite and PostgreSQL.

python -m bench.inbox [--letters N] [--requests N] [--write --date YYYY-MM-DD [--machine TEXT]] [--max NAME=VALUE …]

A desk is filled with a cycle of so many letters (received, six of ten confirmed), and the pages of its officer are
asked in this process, each with the whole of Django around it. ``cold`` is the first answer of a process, which
verifies and folds the whole chain. ``p95`` is the highest p95 of the inbox's pages in milliseconds. Exit 1 when a bar
is missed.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from importlib import resources
from pathlib import Path
from typing import Any

from bench.options import parse_options, parser_of
from bench.pages import Sheet, parse_bounds, say_missed, show, write
from bench.search import percentile

BARS = {"p95": 100.0}
_LETTERS, _REQUESTS, _AT_ONCE = 10_000, 60, 500
_CYCLE = "2022"
_PAGES: Mapping[str, str] = {
    "inbox": f"/desk/{_CYCLE}/inbox/",
    "inbox, last page": f"/desk/{_CYCLE}/inbox/?page=100",
    "inbox, to be confirmed": f"/desk/{_CYCLE}/inbox/?step=confirm&sort=-received",
    "inbox, of a State": f"/desk/{_CYCLE}/inbox/?q=Cuba",
    "inbox, by file": f"/desk/{_CYCLE}/inbox/?q=letter-99&sort=authors",
    "next letter": f"/desk/{_CYCLE}/inbox/next/",
    "a letter": f"/desk/{_CYCLE}/letters/reply-004999/",
    "the cycle": f"/desk/{_CYCLE}/",
}


def fill(place: str, letters: int) -> None:
    """Make a desk with a cycle of so many letters."""
    from verbale.app.cycles import start_in_desk  # noqa: PLC0415 (Django is set up before)
    from verbale.app.notes import issue_note  # noqa: PLC0415
    from verbale.desk.commands import Actor  # noqa: PLC0415
    from verbale.web.desk.open_cycles import open_now  # noqa: PLC0415

    opened, actor = datetime(2022, 1, 20, 14, tzinfo=UTC), Actor("a.officer")
    terms = (resources.files("verbale.app") / "demo_cycle" / "cycle.toml").read_text(encoding="utf-8")
    start_in_desk(place, _CYCLE, terms, actor, opened)
    folder = open_now(_CYCLE)
    issue_note(folder, (), actor, opened, issue=True)
    came = datetime(2022, 3, 1, 9, tzinfo=UTC)
    commands = [*_received(folder.store, letters, came), *_confirmed(letters)]
    for at in range(0, len(commands), _AT_ONCE):
        folder.give_together(commands[at : at + _AT_ONCE], actor, came + timedelta(days=60, minutes=at))


def _states() -> Sequence[str]:
    from verbale.lexicon.states import states  # noqa: PLC0415
    from verbale.model.state import StateKind  # noqa: PLC0415

    return sorted(code for code, one in states().items() if one.kind is StateKind.MEMBER and not one.ended)


def _received(store: Any, letters: int, came: datetime) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 (after set-up)
    from verbale.desk import commands as c  # noqa: PLC0415

    members = _states()
    for number in range(letters):
        data = f"Letter {number} of {members[number % len(members)]}.".encode()
        store.keep([data])
        yield (
            f"reply-{number:06}",
            c.Receive(
                sha256=store.digest_of(data),
                name=f"letter-{number}.txt",
                media_type="text/plain",
                received=(came + timedelta(minutes=number)).isoformat(timespec="seconds"),
                words=5,
                language="en",
                authors=(members[number % len(members)],),
                alarms=("identity\t\tthe letter has no date, and something in it may be one",) if number % 3 else (),
            ),
        )


def _confirmed(letters: int) -> Iterator[tuple[str, Any]]:
    from verbale.desk import commands as c  # noqa: PLC0415

    members = _states()
    for number in range(letters):
        if number % 10 < 6:
            state = members[number % len(members)]
            said = c.Confirm(state, "2022-04-01", "en", ("A/RES/76/53",), version=1, authors=(state,))
            yield f"reply-{number:06}", said


@contextmanager
def _shown(place: str, folder: Path) -> Iterator[Any]:
    """A browser of an officer on a desk that this process shows."""
    from django.contrib.auth import get_user_model  # noqa: PLC0415 (Django is set up before)
    from django.core.management import call_command  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from tests.web.conftest import showing  # noqa: PLC0415

    from verbale.app.desks import make_desk  # noqa: PLC0415
    from verbale.web.making_accounts import add_account  # noqa: PLC0415

    make_desk(place)
    with showing(place, folder):
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        add_account("a.officer", "officer", password="a long pass phrase of our own")
        client = Client()
        client.force_login(get_user_model().objects.get())
        yield client


def measure(place: str, folder: Path, letters: int, requests: int) -> tuple[list[tuple[str, ...]], float]:
    """Fill a desk and ask its pages; the rows of the table, and the highest p95 of the inbox in milliseconds."""
    rows: list[tuple[str, ...]] = []
    highest = 0.0
    with _shown(place, folder) as client:
        fill(place, letters)
        _forget()
        kind = "PostgreSQL" if place.startswith("postgresql") else "SQLite"
        cold = _time(client, _PAGES["inbox"])
        rows.append((kind, "cold: the first page of a process", "", f"{cold * 1000:,.0f}", ""))
        for name, address in _PAGES.items():
            times = [_time(client, address) for _ in range(requests)]
            p95 = percentile(times, 0.95) * 1000
            rows.append(
                (kind, name, f"{statistics.median(times) * 1000:.1f}", f"{p95:.1f}", f"{max(times) * 1000:.1f}")
            )
            if name.startswith(("inbox", "next")):
                highest = max(highest, p95)
    return rows, highest


def _forget() -> None:
    """Let this process be as one that has just begun."""
    from verbale.web.desk import open_cycles  # noqa: PLC0415

    open_cycles._held.clear()


def _time(client: Any, address: str) -> float:  # noqa: ANN401
    before = time.perf_counter()
    status = client.get(address).status_code
    took = time.perf_counter() - before
    assert status in (200, 302), f"{status} {address}"
    return took


def main() -> int:
    """Measure, show, write where asked; return the exit code."""
    parser = parser_of(__doc__, "inbox.md", "max")
    parser.add_argument("--letters", type=int, default=_LETTERS, metavar="N")
    parser.add_argument("--requests", type=int, default=_REQUESTS, metavar="N")
    options = parse_options(parser)
    import tests.conftest  # noqa: F401, PLC0415 (sets Django up for tests)
    from tests.servers import get_server  # noqa: PLC0415

    rows: list[tuple[str, ...]] = []
    highest = 0.0
    with tempfile.TemporaryDirectory() as folder:
        server = get_server()
        places = [str(Path(folder) / "desk.sqlite"), *([server.make_database()] if server else [])]
        for number, place in enumerate(places):
            own, worst = measure(place, Path(folder) / str(number), options.letters, options.requests)
            rows, highest = rows + own, max(highest, worst)
            if place.startswith("postgresql") and server:
                server.drop_database(place)
    note = f"{options.letters:,} letters, 6 of 10 confirmed; {options.requests} requests of each page."
    sheets = [Sheet("Inbox", ("database", "page", "p50 ms", "p95 ms", "longest ms"), tuple(rows), note)]
    show(sheets)
    if options.write:
        write("inbox.md", sheets, "python -m bench.inbox", options.date, options.machine)
    return say_missed({"p95": highest}, BARS | parse_bounds(options.max))


if __name__ == "__main__":
    sys.exit(main())
