"""A page of lines and of names beside values for a terminal, from right to left where the language is."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from itertools import zip_longest

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from verbale.model import Label, Language

_GAP = 2  # columns between name and value
_NARROWEST = 20  # columns that a value has in the narrowest terminal
_ISOLATE, _POP = "\u2067", "\u2069"
LABEL_STYLES: Mapping[Label, str] = {
    Label.PARTY: "green",
    Label.CONTRACTING: "cyan",
    Label.SIGNATORY: "yellow",
    Label.WITHDRAWING: "magenta",
    Label.WITHDRAWN: "magenta",
    Label.DISPUTED: "red",
    Label.NON_PARTY: "bright_black",
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

    def line(self, text: Text) -> None:
        """One line, or several where it is too long."""
        for piece in self._wrapped(text, self.console.width):
            self.console.print(self._turned(piece, self.console.width), soft_wrap=True)

    def gap(self) -> None:
        """An empty line."""
        self.console.print()

    def grid(self, rows: Iterable[tuple[Text, Text]]) -> None:
        """Name and value side by side, the name where reading begins; then an empty line."""
        kept = list(rows)
        most = self.console.width * 2 // 5
        first = min(max((name.cell_len for name, _ in kept), default=0), most)
        room = max(self.console.width - first - _GAP, _NARROWEST)
        for name, value in kept:
            pieces = zip_longest(self._wrapped(name, first), self._wrapped(value, room), fillvalue=Text())
            for left, right in pieces:
                self.console.print(self._joined(left, first, right, room), soft_wrap=True)
        self.console.print()

    def _joined(self, name: Text, first: int, value: Text, room: int) -> Text:
        if self.rtl:
            return self._turned(value, room).append(" " * _GAP).append_text(self._turned(name, first))
        return name.copy().append(" " * (first - name.cell_len + _GAP)).append_text(value)

    def _turned(self, text: Text, room: int) -> Text:
        """A line at the right, inside right-to-left isolates: a terminal that knows them orders it by itself."""
        if not self.rtl:
            return text
        gap = Text(" " * max(room - text.cell_len, 0))
        return gap.append(_ISOLATE).append_text(text).append(_POP) if text.plain else gap

    def _wrapped(self, text: Text, room: int) -> list[Text]:
        """Lines of at most ``room`` columns; a language without spaces is cut between any two characters."""
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
        """All that was printed, without spaces at line ends."""
        stream = self.console.file
        assert isinstance(stream, io.StringIO)
        return "\n".join(line.rstrip() for line in stream.getvalue().splitlines()) + "\n"
