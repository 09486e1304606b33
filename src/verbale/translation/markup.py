"""Words in XML that may hold any character: what XML has no place for goes as an element with its number."""

from __future__ import annotations

import re

from lxml import etree

_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_NUMBER = re.compile("[0-9A-F]{4}")
_HEAD = 4_000  # bytes
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def put_text(parent: etree._Element, text: str, tag: str, attribute: str) -> None:
    """Set ``text`` in an element; a character that XML may not hold becomes ``<tag attribute="000C"/>``."""
    at = 0
    last: etree._Element | None = None
    for odd in [*_ODD.finditer(text), None]:
        piece = text[at : odd.start()] if odd else text[at:]
        if last is None:
            parent.text = piece
        else:
            last.tail = piece
        if odd:
            last = etree.SubElement(parent, tag)
            last.set(attribute, f"{ord(odd[0]):04X}")
            at = odd.end()


def get_text(element: etree._Element, tag: str, attribute: str, codes: frozenset[str] = frozenset()) -> str:
    """The text that ``put_text`` set; other elements in it give their words, but ``codes`` hold markup and no words."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == tag and (odd := _odd_of(child.get(attribute, ""))):
            parts.append(odd)
        elif isinstance(child.tag, str) and child.tag not in codes:
            parts.append(get_text(child, tag, attribute, codes))
        parts.append(child.tail or "")
    return "".join(parts)


def _odd_of(number: str) -> str:
    """The character of a number that ``put_text`` sets; empty for another, such as a tool's own number of a code."""
    character = chr(int(number, 16)) if _NUMBER.fullmatch(number) else ""
    return character if _ODD.match(character) else ""


def begins_with(data: bytes, mark: bytes) -> bool:
    """Whether the first bytes of a file of XML have a mark of ASCII in them, in UTF-8 or UTF-16."""
    return mark in data[:_HEAD].replace(b"\0", b"")
