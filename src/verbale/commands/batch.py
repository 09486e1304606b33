"""What the verbs on many sources share: one after the other, a bar for those who watch, a count at the end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

import click

from verbale.app.sources import Incoming
from verbale.commands.messages import grave_findings, say, tell_failure, tell_findings
from verbale.errors import VerbaleError, printable
from verbale.model.document import Document

_MOST_NAMES = 5  # files that are named of those left aside


@dataclass(slots=True)
class BatchTally:
    """How the sources fared."""

    done: int = 0
    warned: int = 0
    failed: int = 0


def are_several(sources: tuple[str, ...]) -> bool:
    """Whether more than one result may come of what was named."""
    return len(sources) > 1 or any(Path(source).is_dir() for source in sources)


def go_through(
    found: list[Incoming], handle: Callable[[Incoming], Document], *, doing: str, watched: bool, tell: bool
) -> BatchTally:
    """Let ``handle`` take one source after the other; where one fails, the others are still delivered.

    ``handle`` gives the document with all that was found amiss, which is told on standard error with ``tell``.
    ``watched`` shows a bar, named ``doing``.
    """
    tally = BatchTally()
    with Bar(doing, len(found)) if watched else nullcontext() as bar:
        for incoming in found:
            try:
                document = handle(incoming)
            except VerbaleError as error:
                tally.failed += 1
                tell_failure(incoming, error)
            else:
                tally.done += 1
                tally.warned += bool(grave_findings(document))
                if tell:
                    tell_findings(incoming, document)
            if bar is not None:
                bar.advance(1, incoming.name)
    return tally


def finish(tally: BatchTally, did: str, *, several: bool, aside: Sequence[Incoming] = ()) -> None:
    """The closing line where there were several sources, what was left ``aside`` in folders, and the exit code."""
    if aside:
        names = ", ".join(one.name for one in aside[:_MOST_NAMES]) + (", …" if len(aside) > _MOST_NAMES else "")
        say(f"left aside, as their names are those of data files: {len(aside)} ({names}); name one to read it")
    if several:
        say(f"{did} {tally.done}, with warnings {tally.warned}, failed {tally.failed}")
    click.get_current_context().exit(2 if tally.failed else 0)


def is_watched(several: bool, *, to_file: bool) -> bool:
    """Whether a person watches and no result is printed in between."""
    return several and sys.stderr.isatty() and (to_file or not sys.stdout.isatty())


@contextmanager
def advancing(doing: str, total: int) -> Iterator[Callable[[str], None]]:
    """What is told each name as it is done: it moves a bar where a person watches, and else does nothing."""
    with Bar(doing, total) if sys.stderr.isatty() else nullcontext() as bar:
        yield (lambda name: bar.advance(1, name)) if bar is not None else (lambda name: None)


class Bar(AbstractContextManager["Bar"]):
    """The bar, taken away when all is done."""

    def __init__(self, doing: str, total: int) -> None:
        # Loaded where a person watches and work is long, for it takes as long as reading a page.
        from rich.console import Console  # noqa: PLC0415
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

        name = TextColumn("{task.fields[name]}", markup=False)
        console = Console(stderr=True)
        self._progress = Progress(
            TextColumn(doing),
            BarColumn(),
            MofNCompleteColumn(),
            name,
            console=console,
            transient=True,
            redirect_stdout=False,
        )
        self._task = self._progress.add_task(doing, total=total, name="")

    def __enter__(self) -> Bar:
        self._progress.start()
        return self

    def advance(self, steps: int, name: str) -> None:
        """So many more are done, the last of them by this name."""
        self._progress.update(self._task, advance=steps, name=printable(name))

    def __exit__(self, *_: object) -> None:
        self._progress.stop()
