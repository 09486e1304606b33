"""Recurring mandates as chains: resolutions of one subject below each other, the newest on top, with their reports.

Plain values in, SVG out. Each subject is a column, each session a row, so that resolutions that were answered in one
report stand beside each other. A page needs ``charts.css``, and shows the same as a list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from verbale.lexicon.naming import chart_words
from verbale.model.language import Language
from verbale.render.chart_marks import opening
from verbale.render.inline_html import escaped

_COLUMN, _ROW = 150, 54  # units of a subject and of a session
_HEAD, _SIDE = 34, 64  # units above the first session and beside the first subject
_RADIUS = 6  # units of the circle of a resolution


@dataclass(frozen=True, slots=True)
class MandateNode:
    """A resolution of a chain: its session, symbol and day (ISO 8601), the vote and the report that answers it.

    What is not known is empty.
    """

    session: int
    symbol: str
    date: str = ""
    vote: str = ""
    report: str = ""


@dataclass(frozen=True, slots=True)
class MandateColumn:
    """The chain of one subject: a short heading, its full title, its resolutions in any order."""

    heading: str
    title: str
    nodes: Sequence[MandateNode]


def mandate_picture(
    columns: Sequence[MandateColumn],
    language: Language,
    *,
    title: str,
    href: Callable[[str], str],
    name: str = "chain",
) -> str:
    """The chains as one SVG in a figure. ``href`` gives the address of a document by its symbol.

    A link from one resolution to the next is a line; it is dashed where sessions lie between them. In a language that
    is written from right to left the first subject stands on the right.
    """
    sessions = sorted({node.session for column in columns for node in column.nodes}, reverse=True)
    rows = {session: _HEAD + _ROW * place + _ROW // 2 for place, session in enumerate(sessions)}
    box = (_SIDE + _COLUMN * len(columns), _HEAD + _ROW * len(sessions))
    picture = _Picture(rows, box[0], language, href)
    body = "".join(
        (*picture.sides(columns), *(part for at, each in enumerate(columns) for part in picture.chain(at, each)))
    )
    description = chart_words("chain_description", language)
    return (
        f'<figure class="mandate-chain" lang="{language.value}" dir="{language.direction}">\n<div class="chart-frame">'
        f"{opening(name, box, title, description, linked=True, kind=f'chart-chain chart-wide-{min(len(columns), 6)}')}"
        f"{body}</svg></div>\n</figure>\n"
    )


@dataclass(frozen=True, slots=True)
class _Picture:
    rows: dict[int, int]
    width: int
    language: Language
    href: Callable[[str], str]

    def across(self, along: int) -> int:
        """A place so many units onward in the direction of writing."""
        return self.width - along if self.language.direction == "rtl" else along

    def text(self, along: int, y: int, words: str, kind: str) -> str:
        """Words that run onward from a place; symbols and days are written from left to right in every language."""
        anchor = "end" if self.language.direction == "rtl" else "start"
        return f'<text class="{kind}" x="{self.across(along)}" y="{y}" text-anchor="{anchor}">{escaped(words)}</text>'

    def sides(self, columns: Sequence[MandateColumn]) -> Iterator[str]:
        """The headings, and the session and year of each row."""
        for at, column in enumerate(columns):
            words = self.text(_SIDE + _COLUMN * at + 14, 18, column.heading, "chart-value")
            yield f"<g><title>{escaped(column.title)}</title>{words}</g>"
        years = {node.session: node.date[:4] for column in columns for node in column.nodes if node.date}
        for session, y in self.rows.items():
            yield self.text(2, y - 4, str(session), "chart-value")
            yield self.text(2, y + 14, years.get(session, ""), "chart-number")

    def chain(self, at: int, column: MandateColumn) -> Iterator[str]:
        """The lines of a chain, then its resolutions."""
        along = _SIDE + _COLUMN * at
        nodes = sorted(column.nodes, key=lambda node: (-node.session, node.symbol))
        for newer, older in pairwise(nodes):
            kind = "chart-link" if newer.session - older.session <= 1 else "chart-link chart-gap"
            start, end = self.rows[newer.session], self.rows[older.session]
            yield f'<path class="{kind}" d="M{self.across(along)} {start}V{end}"/>'
        for node in nodes:
            yield self._node(along, node)

    def _node(self, along: int, node: MandateNode) -> str:
        x, y = self.across(along), self.rows[node.session]
        told = " · ".join(filter(None, (node.symbol, node.date, node.vote)))
        report = ""
        if node.report:
            arrow = "\u2190" if self.language.direction == "rtl" else "\u2192"
            report = self.text(along + 14, y + 18, arrow, "chart-number") + self._linked(
                node.report, self.text(along + 30, y + 18, node.report, "chart-number"), node.report
            )
        circle = f'<circle class="chart-node{"" if node.report else " chart-open"}" cx="{x}" cy="{y}" r="{_RADIUS}"/>'
        return (
            self._linked(node.symbol, circle + self.text(along + 14, y - 4, node.symbol, "chart-symbol"), told) + report
        )

    def _linked(self, symbol: str, drawn: str, title: str) -> str:
        return f'<a href="{escaped(self.href(symbol))}"><title>{escaped(title)}</title>{drawn}</a>'
