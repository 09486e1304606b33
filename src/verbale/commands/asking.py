"""What the verbs that ask the register share: the form of the answer, its language, its width."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from typing import Any

import click

from verbale.model import Language

_PIPED_WIDTH = 100  # columns, where no terminal tells its own


def answer_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--json``, ``--csv`` and ``--lang``."""
    language = click.option(
        "--lang",
        "language",
        type=click.Choice([language.value for language in Language]),
        default=Language.EN.value,
        show_default=True,
        help="The language of names, terms and sentences.",
    )
    rows = click.option("--csv", "as_csv", is_flag=True, help="Give rows for a spreadsheet.")
    record = click.option("--json", "as_json", is_flag=True, help="Give one line of JSON.")
    return record(rows(language(command)))


def refuse_two_forms(as_json: bool, as_csv: bool) -> None:
    """Raise a usage error when both forms are asked for."""
    if as_json and as_csv:
        raise click.UsageError("--json and --csv are two forms of one answer: give one of them")


def terminal() -> tuple[int, bool]:
    """Columns, and whether there is colour."""
    shown = sys.stdout.isatty()
    return (shutil.get_terminal_size().columns if shown else _PIPED_WIDTH), shown
