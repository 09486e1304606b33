"""The process that works in the background of a site: ``python -m verbale.web.worker``, its site in the environment."""

from __future__ import annotations
