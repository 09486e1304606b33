"""``verbale tidy``: what of a website may go by itself."""

from __future__ import annotations

from importlib.util import find_spec

import click

from verbale.commands.messages import say


@click.command("tidy")
@click.argument("desk", metavar="[DESK]", required=False)
@click.option("--remove", is_flag=True, help="Remove it; without this it is only shown.")
def command(desk: str | None, remove: bool) -> None:
    """Show what of a website may go: ended sessions, old work, files that are made again; with --remove remove it.

    Nothing that the record of a cycle refers to is touched, nor what waits for a person. DESK is the file of a desk or
    its address, or is named as for `serve`.
    """
    if find_spec("django_tasks_db") is None:
        raise click.ClickException("the website needs more packages; install them with: pip install 'verbale[web]'")
    from verbale.web.settings import configure  # noqa: PLC0415 (Django is set up for the site, and for no other verb)
    from verbale.web.site import site_of_environment  # noqa: PLC0415

    configure(site_of_environment(desk=desk or click.get_current_context().find_root().params.get("desk") or ""))

    from verbale.app.clock import now  # noqa: PLC0415 (what looks at the tables needs Django set up)
    from verbale.web.site_retention import find_removable  # noqa: PLC0415

    for one in find_removable(now(), remove=remove):
        say(f"{'removed' if remove else 'may go'}: {one.count} {one.name}, {one.size:,} bytes ({one.rule})")
    if not remove:
        say("nothing was removed: verbale tidy --remove does it")
