"""The written form of a sample: one unit on a line, and what a reader should make of it.

A line is ``kind | ref | label | text``; ``= name | value`` states a fact of the document and
``= reply ISO3 | language date [symbol …]`` a reply; ``page`` ends a page. In a text ``¶`` ends a
printed line, ``{page}`` a page, and ``[^n]`` is the marker of footnote n.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

NOTE = re.compile(r"\[\^(\d+)\]")
PAGE = "{page}"
YEAR = re.compile(r"-\d{4}$")
OUTSIDE = ("masthead", "formula", "closing", "page")
BULLETS = {"•": "bullet", "o": "subbullet"}
REPORT_KINDS = {"paragraph": "para", "footnote": "para", "reply-heading": "reply_heading"}


@dataclass(frozen=True, slots=True)
class Unit:
    """One line of a source: contract kind, ref, label without its full stop, marked-up text."""

    kind: str
    ref: str = ""
    label: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample in one language; its kind is that of its folder, without the year of a second one of a kind."""

    folder: str
    kind: str
    language: str
    facts: dict[str, str]
    replies: tuple[dict[str, object], ...] = ()
    units: tuple[Unit, ...] = field(default=())

    @property
    def notes(self) -> dict[str, Unit]:
        """Footnotes by number."""
        return {unit.label: unit for unit in self.units if unit.kind == "footnote"}


def read_sample(path: Path) -> Sample:
    """Parse ``source/FOLDER/LANGUAGE.txt``; raise ``ValueError`` naming the line that is not in form."""
    facts: dict[str, str] = {}
    replies: list[dict[str, object]] = []
    units: list[Unit] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        parts = [part.strip() for part in re.split(r"(?<!\|)\|(?!\|)", line, maxsplit=3)]
        if parts[0].startswith("= reply "):
            replies.append(_reply(parts))
        elif parts[0].startswith("="):
            facts[parts[0][1:].strip()] = parts[1]
        elif parts == ["page"]:
            units.append(Unit("page"))
        elif len(parts) == 4:
            units.append(Unit(*parts))
        else:
            raise ValueError(f"{path.name}:{number}: not a unit: {line[:60]}")
    folder = path.parent.name
    return Sample(folder, YEAR.sub("", folder), path.stem, facts, tuple(replies), tuple(units))


def _reply(parts: list[str]) -> dict[str, object]:
    language, date, *addresses = parts[1].split()
    return {
        "state": parts[0].removeprefix("= reply "),
        "original_language": language,
        "date": date,
        "addresses": addresses,
    }


def printed_label(unit: Unit, language: str) -> str:
    """The label as it opens the unit's text: ``1.``, ``(a)``, ``1 -``, ``•``."""
    if not unit.label or not unit.label[-1].isalnum() or unit.label == "o":
        return unit.label
    if unit.kind == "footnote":
        return f"({unit.label})" if language == "ar" else unit.label
    if language == "ar":
        return unit.label if unit.kind == "title" else f"{unit.label} -"
    return f"{unit.label}."


def clean_text(unit: Unit, language: str) -> str:
    """Label and text on one line, without markers of notes and pages."""
    text = NOTE.sub("", unit.text).replace(PAGE, "").replace(" ¶ ", " ")
    return f"{printed_label(unit, language)} {text}".strip()


def gold_record(sample: Sample) -> dict[str, object]:
    """What a reader should find: ``paragraphs`` for a report (the scorer's kinds), else ``nodes``."""
    rows = [
        {
            "ref": unit.ref,
            "kind": _report_kind(unit) if sample.kind == "report" else unit.kind,
            "label": unit.label or None,
            "text": clean_text(unit, sample.language),
        }
        for unit in sample.units
        if unit.kind not in OUTSIDE
    ]
    facts: dict[str, object] = {k: v for k, v in sample.facts.items() if not k.startswith("job")}
    if "session" in facts:
        facts["session"] = int(str(facts["session"]))
    titles = [NOTE.sub("", unit.text) for unit in sample.units if unit.kind == "title"]
    meta = {"language": sample.language, "title": titles[0] if titles else None, **facts}
    if sample.kind != "report":
        return {"profile": sample.kind, "meta": meta, "nodes": rows}
    empty: dict[str, object] = {name: [] for name in ("citations", "dates", "states", "treaties", "quantities")}
    return {"profile": "report", "meta": meta, "paragraphs": rows, "replies": list(sample.replies), **empty}


def _report_kind(unit: Unit) -> str:
    if unit.kind == "item":
        return BULLETS.get(unit.label, "item")
    return REPORT_KINDS.get(unit.kind, unit.kind)
