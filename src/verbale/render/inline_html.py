"""A node's text as HTML: escaped, with its label, its links and its footnote markers."""

from __future__ import annotations

import html

from verbale.model.document import Document
from verbale.model.node import Node, NoteMark
from verbale.render.annotated_runs import annotated_runs, printed_mark
from verbale.render.selection import direction, language_code, visible


def escaped(text: str) -> str:
    """Text for an HTML page: control characters made visible, markup escaped."""
    return html.escape(visible(text), quote=True)


def labelled(node: Node) -> str:
    """The node's printed number with a space behind it, or nothing where it has none."""
    return f'<span class="label">{escaped(node.number)}</span> ' if node.number else ""


def inline_html(document: Document, node: Node) -> str:
    """The running text with ``<a>`` over links and a ``<sup>`` where a footnote is called."""
    parts = [labelled(node)]
    for run in annotated_runs(node):
        if run.mark is not None:
            parts.append(_note(document, run.mark))
        else:
            parts.append(linked(run.text, run.link))
    return "".join(parts)


def linked(text: str, address: str) -> str:
    """Text, in an ``<a>`` where there is an address."""
    return f'<a href="{escaped(address)}">{escaped(text)}</a>' if address else escaped(text)


def language_attributes(document: Document, node: Node) -> str:
    """``lang`` and ``dir``, with a space in front."""
    code = language_code(document, node)
    lang = f' lang="{code}"' if code else ""
    return f'{lang} dir="{direction(document, node)}"'


def _note(document: Document, mark: NoteMark) -> str:
    printed = escaped(printed_mark(document, mark))
    return f'<sup><a href="#{escaped(mark.ref)}">{printed}</a></sup>' if mark.ref else f"<sup>{printed}</sup>"
