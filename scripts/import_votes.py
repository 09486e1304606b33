"""Makes ``roll_calls.csv`` and ``sponsorships.csv`` of the register from published roll calls and lists of sponsors.

Usage: import_votes.py FACTS METADATA, where FACTS holds ``mandates.json``, ``names/`` and ``votes/``, and METADATA is
the ``metadata.jsonl`` of one session's resolutions. Kept are the votes on the three recurring mandates and on the
resolutions that the two reports name, each on the whole resolution; votes on single paragraphs are passed over.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from fact_tables import Cells, kept_rows, read_records, state_of, table, write_tables

MADE_FROM = ("unxml", "voeten", "mandates-49-80")
COLUMNS = ("resolution", "label", "topic", "yes", "no", "abstained", "period", "reported_yes", "reported_no")
COLUMNS += ("reported_abstained", "reported_by", "doubt", "source", "place", "recorded")
SPONSOR_COLUMNS = ("resolution", "role", "label", "states", "treaties", "period", "source", "place", "recorded")
TOPICS = {"ICJ": "follow-up to the advisory opinion", "ND": "nuclear disarmament", "RND": "reducing nuclear danger"}
NAMED = {
    "A/RES/64/47": "renewed determination towards the elimination of nuclear weapons",
    "A/RES/76/25": "ethical imperatives for a nuclear-weapon-free world",
    "A/RES/76/30": "humanitarian consequences of nuclear weapons",
    "A/RES/76/34": "Treaty on the Prohibition of Nuclear Weapons",
    "A/RES/76/49": "accelerating nuclear disarmament commitments",
    "A/RES/76/66": "Comprehensive Nuclear-Test-Ban Treaty",
}
TREATIES = {"A/RES/76/34": "TPNW", "A/RES/76/66": "CTBT"}
# What a second source says, where the roll call at hand is known to be short.
KNOWN_TOTALS = {"A/RES/49/75[K]": ("78", "43", "38", "unverified")}


def symbol_of(printed: str) -> str:
    """``R/53/77W`` as ``A/RES/53/77[W]``."""
    number, letter = re.fullmatch(r"(?:A/RES|R)/(\d+/\d+)([A-Z]?)", printed).groups()  # type: ignore[union-attr]
    return f"A/RES/{number}[{letter}]" if letter else f"A/RES/{number}"


def belgrade(day: str) -> str:
    """The State that sat as Yugoslavia on a day, for the roll calls keep its old code to the end."""
    return "YUG" if day < "2000-11-01" else "SCG" if day < "2006-06-03" else "SRB"


def ballots(facts: Path, wanted: Mapping[float, str], days: Mapping[str, str]) -> dict[str, dict[str, list[str]]]:
    """The ids of States by resolution and by ballot."""
    codes = {
        row["ISO3166-1-Alpha-2"]: row["ISO3166-1-Alpha-3"]
        for row in read_records(facts / "names" / "country-codes.csv")
    }
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in read_records(facts / "votes" / "disarmament_votes.csv.gz"):
        resolution = wanted.get(float(row["rcid"]))
        if resolution:
            code = row["country_code"]
            state = belgrade(days[resolution]) if code == "YU" else codes[code]
            found[resolution][row["vote"]].append(state)
    return found


def whole_votes(facts: Path, symbols: set[str]) -> dict[str, Cells]:
    """Of the roll calls on each resolution the first that is on the whole of it."""
    found: dict[str, Cells] = {}
    for row in read_records(facts / "votes" / "disarmament_roll_calls.csv"):
        symbol = symbol_of(row["unres"]) if re.fullmatch(r"(?:A/RES|R)/\d+/\d+[A-Z]?", row["unres"]) else ""
        if symbol in symbols and not row["para"].strip("0") and not row["amend"].strip("0"):
            found.setdefault(symbol, row)
    return found


def recorded_votes(metadata: Path) -> dict[str, dict[str, Any]]:
    """The records of one session's resolutions that are wanted here, by symbol."""
    records = (json.loads(line) for line in metadata.read_text(encoding="utf-8").splitlines())
    return {record["symbol"]: record for record in records}


def states_of(names: list[str]) -> str:
    return " ".join(sorted({state_of(name) for name in names}))


def mandates_of(facts: Path) -> dict[str, dict[str, Any]]:
    listed = json.loads((facts / "mandates.json").read_text(encoding="utf-8"))["resolutions"]
    return {each["undl_symbol"]: each for each in listed}


def roll_call_rows(facts: Path, session: Mapping[str, dict[str, Any]]) -> Iterator[Cells]:
    mandates = mandates_of(facts)
    calls = whole_votes(facts, {*mandates, *NAMED})
    days = {symbol: mandates[symbol]["adopted"] if symbol in mandates else calls[symbol]["date"] for symbol in calls}
    cast = ballots(facts, {float(row["rcid"]): symbol for symbol, row in calls.items()}, days)
    for symbol in sorted({*mandates, *NAMED}):
        mandate = mandates.get(symbol, {})
        row = dict.fromkeys(COLUMNS, "")
        row |= {"resolution": symbol, "topic": mandate.get("topic", "")}
        row["label"] = TOPICS.get(row["topic"]) or NAMED[symbol]
        if symbol in session:
            record = session[symbol]
            day = datetime.strptime(record["adoption_date"], "%d %B %Y").date().isoformat()  # noqa: DTZ007
            row |= {"source": "unxml", "place": record["pv"], "period": day, "recorded": day}
            for column, key in (("yes", "MS_in_favour"), ("no", "MS_against"), ("abstained", "MS_abstaining")):
                row[column] = states_of(record[key])
                row[f"reported_{column}"] = record[f"{key}_count"]
            row["reported_by"] = "unxml"
        else:
            row |= {"period": days.get(symbol, mandate.get("adopted", "")), "source": "mandates-49-80"}
            row |= {"recorded": row["period"], "place": mandate.get("pv", "")}
            if symbol in calls:
                row |= {"source": "voeten", "place": f"rcid {calls[symbol]['rcid']}"}
                for column, key in (("yes", "yes"), ("no", "no"), ("abstained", "abstain")):
                    row[column] = "" if is_suspect(mandate) else " ".join(sorted(cast[symbol][key]))
            row |= second_totals(symbol, mandate)
        yield row


def is_suspect(mandate: Mapping[str, Any]) -> bool:
    """Whether the roll call at hand is known to be of another vote or not whole."""
    return str(mandate.get("vote_reliability", "")).startswith("SUSPECT")


def second_totals(symbol: str, mandate: Mapping[str, Any]) -> Cells:
    """What another source than the roll call gives, and what is doubtful."""
    told = {"doubt": "the record at hand looks like another vote and is not carried"} if is_suspect(mandate) else {}
    vote = mandate.get("vote")
    if symbol in KNOWN_TOTALS:
        totals = KNOWN_TOTALS[symbol]
    elif vote and not mandate.get("vote_reliability"):
        totals = (str(vote["yes"]), str(vote["no"]), str(vote["abstain"]), "mandates-49-80")
    else:
        return told
    keys = ("reported_yes", "reported_no", "reported_abstained", "reported_by")
    return told | dict(zip(keys, totals, strict=True))


def sponsor_rows(session: Mapping[str, dict[str, Any]], facts: Path) -> Iterator[Cells]:
    """Sponsors, and those that joined them, of the wanted resolutions of one session."""
    mandates = mandates_of(facts)
    for symbol in sorted({*mandates, *NAMED} & {*session}):
        record = session[symbol]
        day = datetime.strptime(record["adoption_date"], "%d %B %Y").date().isoformat()  # noqa: DTZ007
        for role, key in (("sponsor", "sponsors"), ("additional sponsor", "additional_sponsors")):
            label = TOPICS.get(mandates.get(symbol, {}).get("topic", "")) or NAMED[symbol]
            row = {"resolution": symbol, "role": role, "label": label, "states": states_of(record[key])}
            yield row | {
                "treaties": TREATIES.get(symbol, ""),
                "period": day,
                "source": "unxml",
                "place": record["pv"],
                "recorded": day,
            }


def made_tables(facts: Path, metadata: Path) -> dict[str, str]:
    session = recorded_votes(metadata)
    return {
        "roll_calls.csv": table(COLUMNS, [*roll_call_rows(facts, session), *kept_rows("roll_calls.csv", MADE_FROM)]),
        "sponsorships.csv": table(
            SPONSOR_COLUMNS, [*sponsor_rows(session, facts), *kept_rows("sponsorships.csv", MADE_FROM)]
        ),
    }


if __name__ == "__main__":
    write_tables(made_tables(*map(Path, sys.argv[1:])))
