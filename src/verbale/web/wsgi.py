"""The application that a server runs: ``verbale.web.wsgi:application``, its site named by the environment."""

from __future__ import annotations

import os
import signal

from verbale.web.serving import SERVER_VARIABLE
from verbale.web.settings import configure
from verbale.web.site import site_of_environment

configure(site_of_environment())

from django.conf import settings  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402  Django is set up for the site first.

from verbale.app.library_search import prepare_search  # noqa: E402
from verbale.web.metrics import start_metrics  # noqa: E402
from verbale.web.work.beside import when_orphaned  # noqa: E402

application = get_wsgi_application()
prepare_search()
start_metrics(settings.SERVICES.metrics, "web")

# Only where `serve` started this process: another server keeps its processes itself.
if os.environ.get(SERVER_VARIABLE) == str(os.getppid()):
    when_orphaned(os.getppid(), lambda: os.kill(os.getpid(), signal.SIGTERM))
