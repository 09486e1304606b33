"""What every picture holds: it parses, no script, no style attribute, identifiers that are there and stand once."""

from __future__ import annotations

import re
from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"


def parsed(text: str) -> ElementTree.Element:
    """A figure as XML: HTML without a namespace, SVG within its own; checked for what a strict policy forbids."""
    assert not re.search(r"\sstyle=|<script|<style|\son\w+=|javascript:", text)
    root = ElementTree.fromstring(text)
    identifiers = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(identifiers) == len(set(identifiers))
    for each in root.iter():
        for name in ("aria-labelledby", "aria-describedby"):
            assert each.get(name) is None or each.get(name) in identifiers
    return root


def links(root: ElementTree.Element) -> dict[str, str]:
    """The titles of links by their addresses."""
    return {each.get("href", ""): each.findtext(f"{SVG}title", "") for each in root.iter(f"{SVG}a")}


def texts(root: ElementTree.Element) -> list[str]:
    """The words that are drawn, in the order of the markup."""
    return [each.text or "" for each in root.iter(f"{SVG}text")]
