"""``verbale author``: an organisation that a desk adds to those that are known."""

from __future__ import annotations

import click

from verbale.app.authors import get_kind
from verbale.app.cycles import CycleAddress, open_cycle
from verbale.commands.cycle_options import acting, cycle_argument, get_actor, get_moment
from verbale.commands.messages import say
from verbale.desk.cases import CYCLE
from verbale.desk.casework import AddAuthor
from verbale.model.language import Language


@click.command("author")
@cycle_argument
@click.argument("code", metavar="CODE")
@click.option(
    "--kind", default="civil-society", show_default=True, help="observer, un-system, regional, civil-society or group."
)
@click.option(
    "--name", "names", multiple=True, required=True, metavar="LANG=NAME", help="Its name, as en=The Alliance."
)
@acting
def command(folder: CycleAddress, code: str, kind: str, names: tuple[str, ...], name: str, moment: str | None) -> None:
    """Add an author to a cycle, or give it other names: an organisation or group that writes to the desk.

    CODE is capital letters, figures and hyphens. From then on every command takes it by its code or any of its names.
    """
    given = dict(one.partition("=")[::2] for one in names)
    if odd := [language for language, text in given.items() if language not in set(Language) or not text.strip()]:
        raise click.BadParameter(f"{odd[0]!r}: give names as en=The Alliance, by the code of an official language")
    texts = tuple(f"{language} {text.strip()}" for language, text in given.items())
    with open_cycle(folder) as opened:
        command = AddAuthor(code.upper(), get_kind(kind), texts)
        opened.give(CYCLE, command, get_actor(name), get_moment(moment))
    say(f"{code.upper()}: {', '.join(given.values())} ({kind})")
