"""Carry over the chain of the three recurring mandates: ``mandate_chain.csv`` of the register.

python scripts/import_mandates.py [FACTS]

FACTS is the folder of facts beside the project, ``../shared/facts`` by default; its ``mandates.json`` gives the
resolutions, votes, meetings, paragraphs and reports. Links that other sources give are rows of ``ADDED``. A vote that
its source marks as another vote is not carried: its row says so in ``reason``.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "src" / "verbale" / "register" / "data" / "mandate_chain.csv"
HEADER = ("topic", "session", "link", "value", "date", "source", "at", "reason")
SECONDARY = "a secondary record, which may be of a vote on a paragraph"
OTHER_VOTE = "the record at hand looks like another vote and is not carried"
UNSURE = "from general knowledge, not verified"
ONE_REPORT = "one report answers the three resolutions, and is noted under this one"
Row = tuple[str, str, str, str, str, str, str, str]

ADDED: tuple[Row, ...] = (
    ("ICJ", "59", "report", "A/60/122", "", "unxml", "A/RES/60/76 footnote", ""),
    ("ICJ", "64", "call", "", "2010-02-26", "A/65/137", "III.14", "a note verbale to all Member States"),
    ("ICJ", "71", "call", "ODA/15-2017/ICJ", "2017-02-27", "note-verbale-2017", "", ""),
    *(
        (topic, "76", "call", "", "2022-01-28", "A/77/123", "I.5", "a note verbale to Member States on all three")
        for topic in ("ICJ", "ND", "RND")
    ),
)
# Paragraphs of the two reports that name the resolution and the paragraph they answer.
TOLD = {
    ("RND", 64): ("A/65/137", "I.2"),
    ("ND", 64): ("A/65/137", "I.3"),
    ("ICJ", 64): ("A/65/137", "I.4"),
}


def rows(facts: list[dict[str, Any]]) -> Iterator[Row]:
    """Every link of every resolution."""
    for fact in facts:
        for link, value, source, date, reason in links(fact):
            yield fact["topic"], str(fact["session"]), link, value, date, *source, reason


def links(fact: dict[str, Any]) -> Iterator[tuple[str, str, tuple[str, str], str, str]]:
    """The links of one resolution: what, value, source and place, date, reason."""
    told = _whence(fact["source"], fact["symbol"])
    text = ("unxml", fact["symbol"])
    note = UNSURE if told[0] == "unverified" else fact.get("note", "").split(";")[0]
    yield "resolution", fact["undl_symbol"], told, fact["adopted"], note
    if "vote" in fact:
        yield _vote(fact)
    if "agenda_item" in fact:
        yield "item", fact["agenda_item"].replace(" ", ""), text, "", ""
        yield "meeting", fact["pv"], text, fact["adopted"], ""
    if "requesting_op" in fact:
        asked = TOLD.get((fact["topic"], fact["session"]), ("unxml", f"{fact['symbol']} op. {fact['requesting_op']}"))
        yield "paragraph", str(fact["requesting_op"]), asked, "", ""
        yield "due", str(fact["report_at_session"]), asked, "", ""
    if "report_symbol" in fact:
        source = _report(fact)
        yield "report", fact["report_symbol"], source, "", UNSURE if source[0] == "unverified" else ""
    if noted := re.search(r"A/RES/\S+ op\. \d+", fact.get("report_source", "")):
        reason = "" if fact["topic"] == "RND" else ONE_REPORT
        yield "noted", noted.group(), ("unxml", noted.group()), "", reason


def _vote(fact: dict[str, Any]) -> tuple[str, str, tuple[str, str], str, str]:
    """In favour, against, abstaining; empty where the record is of another vote."""
    vote = fact["vote"]
    figures = f"{vote['yes']}-{vote['no']}-{vote['abstain']}"
    reliability = fact.get("vote_reliability", "")
    if reliability.startswith("SUSPECT"):
        return "vote", "", ("voeten", fact["cited_as"]), "", OTHER_VOTE
    if reliability:
        return "vote", figures, ("voeten", fact["cited_as"]), "", SECONDARY
    return "vote", figures, ("unxml", fact["symbol"]), "", ""


def _whence(told: str, symbol: str) -> tuple[str, str]:
    """The source of a resolution's number and date, and the place in it."""
    if place := re.search(r"(A/RES/\S+) (pream\.|op\.) (\d+)", told):
        return "unxml", f"{place[1]} P.{place[3]}" if place[2] == "pream." else place.group()
    if "UNxml" in told:
        return "unxml", symbol
    return ("voeten", symbol) if "unvotes" in told else ("unverified", "")


def _report(fact: dict[str, Any]) -> tuple[str, str]:
    """The source of a report's symbol: the resolution that notes it, or the report itself."""
    told = fact["report_source"]
    if place := re.search(r"A/RES/\S+ op\. \d+", told):
        return "unxml", place.group()
    return (fact["report_symbol"], "") if told == "report" else ("unverified", "")


def main() -> int:
    """Write the table in its canonical form."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "facts"
    facts = json.loads((folder / "mandates.json").read_text(encoding="utf-8"))["resolutions"]
    table = sorted({*rows(facts), *ADDED})
    with TABLE.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(table)
    sys.stdout.write(f"{len(table)} links of {len(facts)} resolutions in {TABLE.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
