"""The symbol of a document: ``A/RES/76/53``, ``S/RES/1887(2009)``, ``NPT/CONF.2000/28(PartsIandII)``.

The notation is that of the architecture page: no spaces, the letter of a part in square brackets, sessions and years
in round ones. Source: the symbol guide of the Dag Hammarskjöld Library.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import total_ordering

from verbale.errors import BadReference
from verbale.model.language import Language

_PART = r"[A-Za-z0-9][A-Za-z0-9.]*(?:-[A-Za-z0-9]+)*(?:\([A-Za-z0-9.\-]+\))*"
_HEAD = r"(?:EU:)?[A-Z]{1,8}(?:[.-][A-Z0-9]+){0,2}(?:\([A-Za-z0-9]+\))?"
_SHAPE = re.compile(rf"{_HEAD}(?:/{_PART})+(?:\[[A-Z]{{1,2}}(?:-[A-Z])?\])?")
# Where a printed symbol may have a space: before and in brackets, behind a slash, before the letter of a part.
_LOOSE = re.compile(r" ?\([^()]*\)|/ | [A-Z](?:-[A-Z])?$")
_LETTERS = re.compile(r"\[([A-Z-]+)\]$")
_PIECES = re.compile(r"\d+|[^\d/]+|/")
_CODES = {Language.ZH: "ch"}


@total_ordering
@dataclass(frozen=True, slots=True)
class Symbol:
    """One symbol in the notation of values. Build it with ``parse``; ``str`` gives it back.

    Symbols sort by their parts, numbers by size: ``A/RES/9/1`` before ``A/RES/76/53``.
    """

    text: str

    @classmethod
    def parse(cls, text: str) -> Symbol:
        """The symbol in ``text``, spaces left out; ``A/RES/49/75 K`` is ``A/RES/49/75[K]``.

        Raises ``BadReference`` when the text is no symbol, or a number without its series.
        """
        tight = _LOOSE.sub(lambda match: match.group().replace(" ", ""), text.strip())
        lettered = re.fullmatch(r"(.+/(?:RES|DEC)/[^/]*\d+(?:/\d+)?)([A-Z](?:-[A-Z])?)", tight)
        if lettered:
            tight = f"{lettered[1]}[{lettered[2]}]"
        if not _SHAPE.fullmatch(tight) or not re.search(r"[/.][\dIVX]", tight):
            raise BadReference(text, "not the symbol of a document")
        return cls(tight)

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Symbol):
            return NotImplemented
        return self._key() < other._key()

    def _key(self) -> tuple[tuple[int, int, str], ...]:
        pieces = (
            (1, int(piece), "") if piece.isdecimal() else (0 if piece == "/" else 2, 0, piece)
            for piece in _PIECES.findall(self.text)
        )
        return (*pieces, (0, 0, self.text))

    @property
    def letters(self) -> str | None:
        """The letter or letters of the part (``K``, ``A-C``), if any."""
        match = _LETTERS.search(self.text)
        return match[1] if match else None

    @property
    def organ(self) -> str:
        """The first element: ``A`` for the General Assembly, ``NPT``, ``EU``."""
        return re.split("[/:]", self.text, maxsplit=1)[0]

    def link(self, language: Language) -> str | None:
        """The address of the document in one language; ``None`` for documents of others than the United Nations.

        The United Nations writes ``ch`` for Chinese, and sets part letters behind the number.
        """
        if self.organ == "EU":
            return None
        # Parts of the resolutions with a session in brackets are in one document.
        path = _LETTERS.sub("" if ")[" in self.text else r"\1", self.text)
        return f"https://undocs.org/{_CODES.get(language, language.value)}/{path}"
