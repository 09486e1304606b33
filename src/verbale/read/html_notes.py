"""Footnotes of a web page: links that look like note marks, and the elements that they point at."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import NamedTuple

from lxml import etree

_ROLES = {"doc-noteref", "noteref"}
_MARK = re.compile(r"[\[(]?\s*(?:\d{1,3}|[a-z]{1,2}|[ivxlc]{1,6}|[*†‡§¶]{1,4})\s*[\])]?", re.I)
_RAISED_STYLE = re.compile(r"vertical-align\s*:\s*super", re.I)
_NO_NOTE = {"body", "html", "main", "article", "section", "table", "tbody", "ol", "ul", "dl"}
_CLASS = re.compile(r"(?:\b|foot|end)note(?:ref|-ref|reference|anc)\b", re.I)
_OFFICE_NOTE = re.compile(r"mso-element\s*:\s*(?:foot|end)note\s*(?:;|$)", re.I)
_OFFICE_KEY = re.compile(r"sd(?:foot|end)note\d+", re.I)


class NoteLinks(NamedTuple):
    """``calls`` holds the links that call a note, ``bodies`` the elements that are one; both give its ``#id``."""

    calls: dict[etree._Element, str]
    bodies: dict[etree._Element, str]


def find_note_links(root: etree._Element, blocks: Container[str]) -> NoteLinks:
    """Pair note marks with notes. A note stands after its first call: links that point back are no calls."""
    order: dict[etree._Element, int] = {}
    targets: dict[str, etree._Element] = {}
    links: list[etree._Element] = []
    for at, element in enumerate(root.iter()):
        order[element] = at
        for key in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if key:
                targets.setdefault(key, element)
        if element.tag == "a" and element.get("href", "").strip().startswith("#"):
            links.append(element)
    found = NoteLinks({}, {})
    for link in links:
        target = link.get("href", "").strip()
        aim = targets.get(target[1:])
        if aim is None or order[aim] <= order[link] or not _MARK.fullmatch(_words_of(link)):
            continue
        body = _body_of(aim, blocks)
        if body is None or order[body] <= order[link]:
            continue
        if _looks_like_mark(link) or _leads_back(body, link):
            found.calls[link] = target
            found.bodies.setdefault(body, target)
    return found


def _looks_like_mark(link: etree._Element) -> bool:
    if link.get("role") in _ROLES or link.get("epub:type") in _ROLES:
        return True
    if any(_CLASS.search(each.get("class", "")) for each in link.iter()):
        return True
    near = [link, *link.iterancestors("sup"), *link.iterdescendants("sup", "span")]
    return any(e.tag == "sup" or _RAISED_STYLE.search(e.get("style", "")) for e in near)


def _words_of(link: etree._Element) -> str:
    return "".join(str(text) for text in link.itertext()).strip()


def _leads_back(body: etree._Element, link: etree._Element) -> bool:
    """Whether a link in the note points at the very mark: the two lead to each other, however they look."""
    around = [link, *link.iterdescendants(), *([outer] if (outer := link.getparent()) is not None else [])]
    keys = {"#" + key for each in around for key in (each.get("id"), each.get("name")) if key}
    return any(back.get("href", "").strip() in keys for back in body.iter("a"))


def _body_of(aim: etree._Element, blocks: Container[str]) -> etree._Element | None:
    """The block that a target stands for: itself, or the nearest one around it."""
    element: etree._Element | None = aim
    while element is not None and element.tag not in blocks:
        element = element.getparent()
    if element is None or element.tag in _NO_NOTE:
        return None
    for outer in element.iterancestors("div"):
        # Office programs set all paragraphs of a note in a division of its own.
        if _OFFICE_NOTE.search(outer.get("style", "")) or _OFFICE_KEY.fullmatch(outer.get("id", "")):
            return outer
    return element
