"""``verbale healthy``: whether a website that runs here answers, for what watches it."""

from __future__ import annotations

import os

import click

_WAIT = 4.0  # seconds that an answer may take; who watches asks again before long


@click.command("healthy")
@click.option("--at", "address", metavar="URL", default="http://127.0.0.1:8000", show_default=True, help="Its address.")
@click.option("--ready", is_flag=True, help="Ask also for its storage, worker and search index.")
def command(address: str, ready: bool) -> None:
    """Ask a website whether it is well; exits with 1 where it is not.

    What it asks is /healthz, or /readyz with --ready, by the first name in VERBALE_HOSTS.
    """
    # What reads an answer of the web is loaded where one is asked for.
    from urllib.error import HTTPError  # noqa: PLC0415
    from urllib.parse import urlsplit  # noqa: PLC0415
    from urllib.request import Request, urlopen  # noqa: PLC0415

    if urlsplit(address).scheme not in ("http", "https"):
        raise click.BadParameter("give an address as http://127.0.0.1:8000", param_hint="--at")
    headers = {"Accept": "application/json"}
    if host := os.environ.get("VERBALE_HOSTS", "").partition(",")[0].strip():
        headers["Host"] = host
    path = "readyz" if ready else "healthz"
    try:
        with urlopen(Request(f"{address.rstrip('/')}/{path}", headers=headers), timeout=_WAIT) as answer:
            click.echo(answer.read(10_000).decode(errors="replace"))
    except HTTPError as error:
        click.echo(error.read(10_000).decode(errors="replace") or str(error))
        click.get_current_context().exit(1)
    except (OSError, ValueError) as error:
        click.echo(f"{address} does not answer: {error}", err=True)
        click.get_current_context().exit(1)
