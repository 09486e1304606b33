"""``verbale serve``: the library and the desk in a browser."""

from __future__ import annotations

from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from verbale.commands.messages import say

_PORT = 8000  # where a website is looked for in development


@click.command("serve")
@click.argument("desk", metavar="[DESK]", required=False)
@click.option("--demo", is_flag=True, help="Serve samples in six languages; they are gone when it ends.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at; 0.0.0.0 for all.")
@click.option("--port", default=_PORT, show_default=True, help="The port to listen at.")
@click.option("--workers", default=1, show_default=True, help="Processes that answer.")
def command(desk: str | None, demo: bool, host: str, port: int, workers: int) -> None:
    """Serve the library of a desk in the browser: documents, States, treaties, mandates, and search over all of it.

    DESK is the file of a desk, its address, or the folder of a cycle; or it is named with --desk. In service
    VERBALE_FOLDER, VERBALE_SECRET, VERBALE_HOSTS, VERBALE_ORIGIN, VERBALE_SECURE and VERBALE_PROXIED say how; see
    docs/operator/serving.md.
    """
    if find_spec("granian") is None:
        raise click.ClickException("the website needs more packages; install them with: pip install 'verbale[web]'")
    from verbale.web.demo_site import add_demo_officer, make_demo  # noqa: PLC0415 (Django is set up for the site, and for no other verb)
    from verbale.web.serving import prepare_site, serve_site  # noqa: PLC0415
    from verbale.web.site import site_of_environment  # noqa: PLC0415

    with ExitStack() as stack:
        if demo:
            place = Path(stack.enter_context(TemporaryDirectory(prefix="verbale-demo-")))
            site = make_demo(place, say)
        else:
            # What other verbs share loads the store, which Django has to be set up before.
            named = click.get_current_context().find_root().params.get("desk") or ""
            site = site_of_environment(desk=desk or named)
        prepare_site(site)
        if demo:
            say(f"to work at its desk, sign in as officer with the password {add_demo_officer()}")
        serve_site(site, host, port, workers=workers, tell=lambda address: say(f"serving at {address}"))
