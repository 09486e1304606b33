"""A page of lines and of names beside values for a terminal, from right to left where the language is."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping
from itertools import zip_longest

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from verbale.model.language import Language
from verbale.model.status import PartyLabel

_GAP = 2  # columns between name and value
_NARROWEST = 20  # columns that a value has in the narrowest terminal
_ARABIC = re.compile("[\u0600-\u06ff]")
_DAY = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_LEFTWARD, _RIGHTWARD, _POP = "\u2067", "\u2066", "\u2069"
_BREAKS = re.compile(r"[\n\t]")
LABEL_STYLES: Mapping[PartyLabel, str] = {
    PartyLabel.PARTY: "green",
    PartyLabel.CONTRACTING: "cyan",
    PartyLabel.SIGNATORY: "yellow",
    PartyLabel.WITHDRAWING: "magenta",
    PartyLabel.WITHDRAWN: "magenta",
    PartyLabel.DISPUTED: "red",
    PartyLabel.NON_PARTY: "bright_black",
}
"""How a standing is coloured."""


class TwoColumns:
    """Lines and rows of two columns; from right to left where the language is."""

    def __init__(self, language: Language, width: int, colour: bool) -> None:
        self.language = language
        self.rtl = language.direction == "rtl"
        self.console = Console(
            width=width, force_terminal=colour, no_color=not colour, file=io.StringIO(), highlight=False
        )
        self.lines: list[Text] = []

    def line(self, text: Text) -> None:
        """One line, or several where it is too long."""
        for piece in self._wrapped(text, self.console.width):
            self.lines.append(self._turned(piece, self.console.width))

    def gap(self) -> None:
        """An empty line."""
        self.lines.append(Text())

    def grid(self, rows: Iterable[tuple[Text, Text]]) -> None:
        """Name and value side by side, the name where reading begins; then an empty line."""
        kept = list(rows)
        most = self.console.width // 2
        first = min(max((name.cell_len for name, _ in kept), default=0), most)
        room = max(self.console.width - first - _GAP, _NARROWEST)
        for name, value in kept:
            pieces = zip_longest(self._wrapped(name, first), self._wrapped(value, room), fillvalue=Text())
            for left, right in pieces:
                self.lines.append(self._joined(left, first, right, room))
        self.gap()

    def _joined(self, name: Text, first: int, value: Text, room: int) -> Text:
        if self.rtl:
            return Text.assemble(self._turned(value, room), " " * _GAP, self._turned(name, first))
        return Text.assemble(name, " " * (first - name.cell_len + _GAP), value)

    def _turned(self, text: Text, room: int) -> Text:
        """A line at the right, inside isolates of its own direction: a terminal that knows them orders it by itself."""
        if not self.rtl:
            return text
        gap = Text(" " * max(room - text.cell_len, 0))
        mark = _LEFTWARD if _ARABIC.search(text.plain) else _RIGHTWARD
        return gap.append(mark).append_text(_days_kept(text)).append(_POP) if text.plain else gap

    def _wrapped(self, text: Text, room: int) -> list[Text]:
        """Lines of at most ``room`` columns; a language without spaces is cut between any two characters."""
        if text.cell_len <= room and not _BREAKS.search(text.plain):
            line = text.copy()
            line.rstrip()
            return [line]
        if self.language.spaced:
            lines = list(text.wrap(self.console, room)) or [Text()]
            for line in lines:
                line.rstrip()
            return lines
        cuts, used = [], 0
        for place, char in enumerate(text.plain):
            used += cell_len(char)
            if used > room:
                cuts.append(place)
                used = cell_len(char)
        return list(text.divide(cuts))

    def text(self) -> str:
        """All lines, without spaces at line ends."""
        self.console.print(Text("\n").join(self.lines), soft_wrap=True)
        stream = self.console.file
        assert isinstance(stream, io.StringIO)
        return "\n".join(line.rstrip() for line in stream.getvalue().splitlines()) + "\n"


def _days_kept(text: Text) -> Text:
    """A line whose ISO dates are kept from left to right, which Arabic would turn round at their hyphens."""
    edges = [edge for match in _DAY.finditer(text.plain) for edge in match.span()]
    kept = Text()
    for place, part in enumerate(text.divide(edges)):
        kept.append(_RIGHTWARD if place % 2 else "").append_text(part).append(_POP if place % 2 else "")
    return kept
