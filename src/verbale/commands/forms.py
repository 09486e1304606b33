"""What the verbs that answer share: the form of the answer, its language, its width, and where it goes."""

from __future__ import annotations

import functools
import shutil
import sys
from collections.abc import Callable
from typing import Any

import click

from verbale.app.writing import OutputTarget
from verbale.commands.messages import deliver
from verbale.model.language import Language

PIPED_WIDTH = 100  # columns, where no terminal says its own

_SHORT = {"json": "As --format json, for programs.", "csv": "As --format csv, for a spreadsheet."}

language_option = click.option(
    "--lang",
    "language",
    type=click.Choice([language.value for language in Language]),
    default=Language.EN.value,
    show_default=True,
    help="The language of names, terms and sentences.",
)


def form_option(*forms: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """``--format``, with ``--json`` and ``--csv`` as short forms where they are among ``forms``.

    The first is the default. The command gets the form as ``form``. Two different forms are a usage error.
    """
    short = [form for form in _SHORT if form in forms]

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(command)
        def with_form(*values: Any, form: str | None, **options: Any) -> Any:  # noqa: ANN401 (click passes anything)
            given = {name for name in short if options.pop(f"as_{name}")} | ({form} if form else set())
            if len(given) > 1:
                raise click.UsageError("--format, --json and --csv each name the form: give one of them")
            return command(*values, form=given.pop() if given else forms[0], **options)

        decorated: Callable[..., Any] = with_form
        for name in reversed(short):
            decorated = click.option(f"--{name}", f"as_{name}", is_flag=True, help=_SHORT[name])(decorated)
        return click.option("--format", "form", type=click.Choice(forms), help=f"The form; {forms[0]} by default.")(
            decorated
        )

    return decorate


def terminal(piped: int = PIPED_WIDTH, *, to_file: bool = False) -> tuple[int, bool]:
    """Columns, and whether there is colour; ``piped`` columns where the result goes elsewhere than to a terminal."""
    shown = sys.stdout.isatty() and not to_file
    return (shutil.get_terminal_size((piped, 24)).columns if shown else piped), shown


def put(content: bytes | str, destination: OutputTarget | None = None) -> None:
    """The result into the file that was named, or on standard output."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    if destination is None:
        deliver(data)
    else:
        destination.write_file(destination.path, data)
