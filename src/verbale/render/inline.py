"""A node's text as HTML: escaped, with its label, its links and its footnote markers."""

from __future__ import annotations

import html
import re

from verbale.model import Document, Link, Node, NoteMark
from verbale.render.selection import direction, language_code, visible

_SAFE_LINK = re.compile(r"(?i)(?:https?|mailto):")


def escaped(text: str) -> str:
    """Text for an HTML page: control characters made visible, markup escaped."""
    return html.escape(visible(text), quote=True)


def inline_html(document: Document, node: Node) -> str:
    """The running text with ``<a>`` over links and a ``<sup>`` where a footnote is called."""
    cuts = {0, len(node.text)}
    cuts.update(at for link in node.links for at in (link.start, link.end))
    cuts.update(mark.at for mark in node.notes)
    places = sorted(at for at in cuts if 0 <= at <= len(node.text))
    parts = [f'<span class="label">{escaped(node.number)}</span> '] if node.number else []
    for start, end in zip(places, [*places[1:], len(node.text)], strict=True):
        parts += [_note(document, mark) for mark in node.notes if mark.at == start]
        parts.append(_stretch(node, start, end))
    return "".join(parts)


def language_attributes(document: Document, node: Node) -> str:
    """``lang`` and ``dir``, with a space in front."""
    code = language_code(document, node)
    lang = f' lang="{code}"' if code else ""
    return f'{lang} dir="{direction(document, node)}"'


def _stretch(node: Node, start: int, end: int) -> str:
    text = escaped(node.text[start:end])
    link = _link_over(node.links, start, end)
    return f'<a href="{escaped(link.target)}">{text}</a>' if link and text else text


def _link_over(links: tuple[Link, ...], start: int, end: int) -> Link | None:
    """The link a stretch lies in. Only addresses of the web and of mail become links."""
    for link in links:
        if link.start <= start and end <= link.end and _SAFE_LINK.match(link.target):
            return link
    return None


def _note(document: Document, mark: NoteMark) -> str:
    printed = escaped(mark.span.slice(document.source.text).strip())
    return f'<sup><a href="#{escaped(mark.ref)}">{printed}</a></sup>' if mark.ref else f"<sup>{printed}</sup>"
