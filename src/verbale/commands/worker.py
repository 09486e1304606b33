"""``verbale worker``: the work of a website that goes on in the background."""

from __future__ import annotations

import os
from importlib.util import find_spec

import click

from verbale.commands.messages import say


@click.command("worker")
@click.argument("desk", metavar="[DESK]", required=False)
@click.option("--with-parent", is_flag=True, help="End when the process that started it is gone.")
def command(desk: str | None, with_parent: bool) -> None:
    """Do the background work of a website: reports, indexes, files to take away.

    `serve` starts one by itself. In service start as many as there is work for, on any machine that reaches the
    database. One that is killed loses nothing: another takes its work over, three times at most.
    """
    parent = os.getppid()
    if find_spec("django_tasks_db") is None:
        raise click.ClickException("the website needs more packages; install them with: pip install 'verbale[web]'")
    from verbale.web.settings import configure  # noqa: PLC0415 (Django is set up for the site, and for no other verb)
    from verbale.web.site import site_of_environment  # noqa: PLC0415

    configure(site_of_environment(desk=desk or click.get_current_context().find_root().params.get("desk") or ""))

    from django.conf import settings  # noqa: PLC0415

    from verbale.web.mail.mail_follower import follow_mail  # noqa: PLC0415
    from verbale.web.metrics import start_metrics  # noqa: PLC0415
    from verbale.web.site_levels import find_levels  # noqa: PLC0415
    from verbale.web.work.beside import when_orphaned  # noqa: PLC0415 (what works needs Django set up)
    from verbale.web.work.index_follower import follow_in_background  # noqa: PLC0415
    from verbale.web.work.loop import WorkerProcess  # noqa: PLC0415

    process = WorkerProcess()
    process.end_on_signals()
    start_metrics(settings.SERVICES.metrics, "worker", find_levels)
    follow_in_background(process.ending)
    follow_mail(process.ending, process.name)
    if with_parent:
        when_orphaned(parent, process.ending.set)
    say(f"worker {process.name} is ready")
    process.run()
