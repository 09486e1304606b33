"""The written form of sample letters: many in one file, each with what a person would say of it.

``=== FILE | STATE | DATE | LANGUAGE | RESOLUTIONS | PARTS | KIND`` opens a letter; what the letter does not say is
empty, and without a kind it is a reply. STATE are the codes of all that sign, an organisation's where it is known.
Then a line is a paragraph, told by its first sign: ``>`` a line above the text, ``#`` a heading, ``*`` a bullet, ``<``
a line under the text. An e-mail opens with its fields (``From:``, ``Date:``, ``Subject:``, ``Type: html``);
``--- NAME`` ends its own words, and what follows is the enclosure of that name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from sample_source import Sample, Unit

COLUMNS = ("file", "state", "date", "language", "resolutions", "parts", "kind")
_KINDS = {">": "masthead", "#": "heading", "<": "closing"}
_SIGNED = re.compile(r"([>#<*]) (.+)")
_NUMBERED = re.compile(r"(\d+)\. (.+)")
_LETTERED = re.compile(r"(\(?[a-zа-я]\)) (.+)")
_FIELD = re.compile(r"(From|Date|Subject|Type): (.*)")


@dataclass(frozen=True, slots=True)
class SampleLetter:
    """A letter: its row of labels, the fields of the e-mail, the units of its own words and of the enclosure."""

    labels: tuple[str, ...]
    fields: dict[str, str]
    sample: Sample
    enclosed: Sample | None = None
    enclosure: str = ""

    @property
    def file(self) -> str:
        """The name of the built file, whose suffix is its format."""
        return self.labels[0]


def read_letters(path: Path) -> list[SampleLetter]:
    """Every letter of a source; raises ``ValueError`` naming the heading that is not in form."""
    _, *blocks = re.split(r"^=== ", path.read_text("utf-8"), flags=re.M)
    return [_letter(block, path.name) for block in blocks]


def _letter(block: str, source: str) -> SampleLetter:
    head, *lines = block.splitlines()
    labels = tuple(part.strip() for part in head.split("|"))
    labels += ("reply",) if len(labels) == len(COLUMNS) - 1 else ()
    if len(labels) != len(COLUMNS):
        raise ValueError(f"{source}: not a heading of a letter: {head}")
    fields: dict[str, str] = {}
    while labels[0].endswith(".eml") and (field := _FIELD.fullmatch(lines[0])):
        fields[field[1]] = field[2]
        del lines[0]
    cut = next((place for place, line in enumerate(lines) if line.startswith("--- ")), len(lines))
    own = _sample(lines[:cut], labels[3])
    if cut == len(lines):
        return SampleLetter(labels, fields, own)
    return SampleLetter(labels, fields, own, _sample(lines[cut + 1 :], labels[3]), lines[cut].removeprefix("--- "))


def _sample(lines: list[str], language: str) -> Sample:
    return Sample(
        "letters", "letter", language, {"symbol": "", "job": ""}, (), tuple(_unit(line) for line in lines if line)
    )


def _unit(line: str) -> Unit:
    if signed := _SIGNED.fullmatch(line):
        if signed[1] == "*":
            return Unit("item", "", "•", signed[2])
        return Unit(_KINDS[signed[1]], text=signed[2])
    if numbered := _NUMBERED.fullmatch(line):
        return Unit("paragraph", "", numbered[1], numbered[2])
    if lettered := _LETTERED.fullmatch(line):
        return Unit("item", "", lettered[1], lettered[2])
    return Unit("paragraph", text=line)
