"""The application that a server runs: ``verbale.web.wsgi:application``, its site named by the environment."""

from __future__ import annotations

from verbale.web.settings import configure
from verbale.web.site import site_of_environment

configure(site_of_environment())

from django.core.wsgi import get_wsgi_application  # noqa: E402  Django is set up for the site first.

application = get_wsgi_application()
