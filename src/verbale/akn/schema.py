"""The schema of Akoma Ntoso 3.0, as OASIS publishes it, loaded once from this package."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from lxml import etree


@cache
def load_schema() -> etree.XMLSchema:
    """``akomantoso30.xsd`` with the ``xml.xsd`` beside it."""
    return etree.XMLSchema(etree.parse(str(files("verbale.akn") / "data" / "akomantoso30.xsd")))
