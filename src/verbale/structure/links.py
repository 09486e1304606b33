"""Link targets attached to the words they belong to.

A format that knows its links says where they stand. A text taken out of a PDF has them as a
list where the page ends: each target is given to the words on that page that print its symbol.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from verbale.model.block import MarkKind
from verbale.model.node import Link
from verbale.structure.lines import Line

_TARGET = re.compile(r"https?://(?:www\.)?(?:undocs\.org|docs\.un\.org)/(?:(?:ar|ch|zh|en|fr|ru|es)/)?(\S+)")
# Where a link may lead: to the web, to a mailbox, to a place in the document or beside it, and to no program or file.
_SCHEME = re.compile(r"[\s\x00-\x1f]*([A-Za-z][A-Za-z0-9+.\-\s\x00-\x1f]*):")
_SCHEMES = frozenset({"http", "https", "mailto", "ftp"})
_SERIES = re.compile(r"^(?:\w+/)*(?:RES|DEC)/")


def with_declared_links(line: Line) -> Line:
    """The line with the links that its format declares; an address of an odd scheme (``javascript:``) is no link."""
    links = [
        Link(*place, mark.target)
        for mark in line.block.marks
        if mark.kind is MarkKind.LINK and mark.target and _is_harmless(mark.target)
        if (place := line.passage.place_of(mark.span))
    ]
    return replace(line, passage=replace(line.passage, links=merged_links(links))) if links else line


def _is_harmless(target: str) -> bool:
    scheme = _SCHEME.match(target)
    return scheme is None or re.sub(r"[\s\x00-\x1f]", "", scheme[1]).lower() in _SCHEMES


def merged_links(links: Sequence[Link]) -> tuple[Link, ...]:
    """Neighbouring links to one target as one: a symbol is often set in several runs, an address on two lines."""
    if len(links) < 2:
        return tuple(links)
    merged: list[Link] = []
    for link in sorted(links, key=lambda item: (item.start, item.end)):
        if merged and merged[-1].target == link.target and link.start <= merged[-1].end:
            merged[-1] = replace(merged[-1], end=max(merged[-1].end, link.end))
        else:
            merged.append(link)
    return tuple(merged)


def attach_link_list(lines: list[Line], targets: list[str]) -> list[Line]:
    """Give each target of a page's link list to the next words of the page that print its symbol."""
    attached = list(lines)
    at = (0, 0)
    for target in targets:
        match = _TARGET.fullmatch(target)
        words = _SERIES.sub("", match[1]) if match else target.split("://", 1)[-1].rstrip("/")
        place = _find_words(attached, words, at) or _find_words(attached, words, (0, 0))
        if place is None:
            continue
        i, start = place
        passage = attached[i].passage
        link = Link(start, start + len(words), target)
        if link not in passage.links:
            attached[i] = replace(attached[i], passage=replace(passage, links=(*passage.links, link)))
        at = (i, start + len(words))
    return attached


def _find_words(lines: list[Line], words: str, after: tuple[int, int]) -> tuple[int, int] | None:
    """The first line and offset from ``after`` on where ``words`` stand as a whole."""
    pattern = re.compile(rf"(?<![\w/]){re.escape(words)}(?![\w/])")
    for i in range(after[0], len(lines)):
        if match := pattern.search(lines[i].text, after[1] if i == after[0] else 0):
            return i, match.start()
    return None
