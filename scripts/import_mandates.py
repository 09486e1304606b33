"""Make the register's tables of mandates: ``mandate_chain.csv`` and ``session_requests.csv``.

python scripts/import_mandates.py [--facts FOLDER] [--session NUMBER --files FOLDER]

The chain of the three recurring mandates comes from ``mandates.json`` of the facts beside the project: resolutions,
votes, meetings, paragraphs and reports. Links that other sources give are rows of ``ADDED``. A vote that its source
marks as another vote is not carried: its row says so in ``reason``. The requests of a session are read from all its
resolutions, in folders named by language (``en``, ``fr``); they are facts, and no sentence is kept.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from mend_tables import mended

from verbale.app.reading import read_tree
from verbale.model.language import Language
from verbale.model.mandate import Asked, Request
from verbale.register.mandates.request_reading import read_requests

ROOT = Path(__file__).parent.parent
DATA = ROOT / "src" / "verbale" / "register" / "data"
HEADER = ("topic", "session", "link", "value", "date", "source", "at", "reason")
SESSION_HEADER = (
    "session", "resolution", "provision", "verb", "addressee", "asked", "due", "rhythm", "languages", "source",
)  # fmt: skip
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


def session_rows(folder: Path, session: str) -> list[tuple[str, ...]]:
    """The requests of all resolutions of a session, from files in folders named by language.

    English gives the rows: all that is asked of the Secretary-General, and of others a report, views and the like.
    ``languages`` says in which languages the same was read. Of a resolution issued twice the last file is read.
    """
    read = {language: dict(_session_requests(folder / language.value)) for language in Language}
    told = {language: {_bare(each) for found in read[language].values() for each in found} for language in Language}
    rows = set()
    for each in (each for found in read[Language.EN].values() for each in found):
        if each.asked is Asked.OTHER and each.addressee != "secretary_general":
            continue
        languages = " ".join(language.value for language in Language if _bare(each) in told[language])
        symbol, provision, addressee, asked, due = _key(each)
        rows.add((session, symbol, provision, each.verb, addressee, asked, due, each.due.rhythm, languages, "unxml"))
    return sorted(rows)


def _session_requests(folder: Path) -> Iterator[tuple[str, tuple[Request, ...]]]:
    for path in sorted(folder.iterdir()):
        document = read_tree(path.read_bytes(), path.name)
        yield document.facts.symbol or path.name, read_requests(document)


def _key(request: Request) -> tuple[str, str, str, str, str]:
    due = " ".join(map(str, request.due.sessions))
    return request.symbol, request.provision, request.addressee, request.asked.value, due


def _bare(request: Request) -> tuple[str, ...]:
    """The key without the section, which not every language prints."""
    symbol, provision, *rest = _key(request)
    return symbol, re.sub(r"(?<![A-Za-z\d])[IVXL]+\.(?:[A-Z]\.)?(?=\d)", "", provision), *rest


def write(name: str, header: Sequence[str], table: Iterable[tuple[str, ...]]) -> None:
    """A table of the register in its canonical form."""
    (DATA / f"{name}.csv").write_text(mended(header, table), encoding="utf-8", newline="")


def main() -> int:
    """Write both tables; that of a session only where its files are named."""
    shared = ROOT.parent / "shared"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", type=Path, default=shared / "facts")
    parser.add_argument("--session", default="76")
    parser.add_argument("--files", type=Path, default=shared / "corpus" / "unxml-76")
    args = parser.parse_args()
    facts = json.loads((args.facts / "mandates.json").read_text(encoding="utf-8"))["resolutions"]
    chain = {*rows(facts), *ADDED}
    write("mandate_chain", HEADER, chain)
    asked = session_rows(args.files, args.session)
    write("session_requests", SESSION_HEADER, asked)
    sys.stdout.write(f"{len(chain)} links of {len(facts)} resolutions, {len(asked)} requests of the session\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
