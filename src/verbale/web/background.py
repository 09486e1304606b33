"""The process that works in the background of a site that the environment names."""

from __future__ import annotations
