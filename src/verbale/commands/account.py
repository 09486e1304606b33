"""``verbale account``: who may sign in to the website of a desk, and as what."""

from __future__ import annotations

from importlib.util import find_spec

import click

from verbale.app.encoding import encode
from verbale.commands.forms import form_option, put
from verbale.commands.messages import say
from verbale.render.csv_table import csv_rows

_LOCAL = "http://127.0.0.1:8000"
"""Where `serve` serves a site that has no public address."""
_ROLES = ("officer", "translator", "mission", "administrator", "operator")
_name = click.argument("name", metavar="NAME")
_role = click.option("--role", type=click.Choice(_ROLES), required=True, help="In what capacity it may act.")
_state = click.option("--state", default="", metavar="CODE", help="Whose mission it is, as CUB; for missions alone.")


@click.group("account")
def command() -> None:
    """Keep the accounts of a website: who may sign in, and as what. Readers need none.

    The desk is named with --desk, or by VERBALE_DESK as for serve.
    """


@command.command("add")
@_name
@_role
@_state
@click.option("--email", default="", help="Its address; by it an organisation's sign-in finds the account.")
@click.option("--password", "asks", is_flag=True, help="Ask for a password, in place of the link.")
def add(name: str, role: str, state: str, email: str, asks: bool) -> None:
    """Make an account with a role, or give one that is there another role.

    A link is written by which the person sets a password, once and within three days.
    """
    password = click.prompt("Password", hide_input=True, confirmation_prompt=True) if asks else ""
    origin = _set_up()
    from verbale.web.making_accounts import add_account, get_account, link_for  # noqa: PLC0415 (needs Django set up)

    add_account(name, role, state.upper(), email, password)
    say(f"{name} is {role}{f' for {state.upper()}' if state else ''}")
    if not get_account(name).has_usable_password():
        put(f"{link_for(name, origin)}\n")


@command.command("link")
@_name
def link(name: str) -> None:
    """Write a link by which a password is set, once and within three days, for one that was forgotten."""
    origin = _set_up()
    from verbale.web.making_accounts import link_for  # noqa: PLC0415

    put(f"{link_for(name, origin)}\n")


@command.command("take")
@_name
@_role
@_state
def take(name: str, role: str, state: str) -> None:
    """Take a role from an account."""
    _set_up()
    from verbale.web.making_accounts import take_role  # noqa: PLC0415

    take_role(name, role, state.upper())
    say(f"{name} is no {role} any more")


@command.command("close")
@_name
def close(name: str) -> None:
    """Close an account at once, with its sessions. What was done in its name stays on record."""
    _set_up()
    from verbale.web.making_accounts import close_account  # noqa: PLC0415

    close_account(name)
    say(f"closed: {name}")


@command.command("list")
@form_option("table", "json", "csv")
def listing(form: str) -> None:
    """List the accounts with their roles."""
    _set_up()
    from verbale.web.making_accounts import list_accounts  # noqa: PLC0415

    rows = list_accounts()
    if form == "json":
        put(encode([{"name": name, "open": is_open, "roles": roles} for name, is_open, roles in rows]))
    elif form == "csv":
        cells = ([name, "open" if is_open else "closed", ", ".join(roles)] for name, is_open, roles in rows)
        put(csv_rows(("name", "open", "roles"), cells))
    else:
        width = max((len(name) for name, _, _ in rows), default=0)
        put("".join(f"{n:<{width}}  {'open  ' if o else 'closed'}  {', '.join(r) or '-'}\n" for n, o, r in rows))


def _set_up() -> str:
    """Set Django up for the site of the desk, its tables up to date; the address at which people reach it."""
    if find_spec("allauth") is None:
        raise click.ClickException("the website needs more packages; install them with: pip install 'verbale[web]'")
    from verbale.web.serving import prepare_tables  # noqa: PLC0415 (Django is set up for the site, and for no other verb)
    from verbale.web.site import site_of_environment  # noqa: PLC0415

    site = site_of_environment(desk=click.get_current_context().find_root().params.get("desk") or "")
    prepare_tables(site)
    return site.origin or _LOCAL
