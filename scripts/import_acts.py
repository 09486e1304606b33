"""Makes ``acts.csv`` and ``state_lists.csv`` of the register from the compiled treaty actions and status tables.

Usage: ``python scripts/import_acts.py FACTS``, FACTS being a folder with ``treaty_actions.csv``, ``untc-2015/`` and
``nwfz/``. What those lack or word wrongly stands in ``scripts/words/treaty_acts.csv``, written by hand, each row with
its source. Where the Treaty Collection has an act, its row is held and the compilation's row stands beside it.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from mend_tables import FACTS, WORDS, mended

from verbale.lexicon.names import find_state
from verbale.model.language import Language

COLUMNS = (
    "treaty",
    "state",
    "kind",
    "date",
    "effective",
    "depositary",
    "source",
    "place",
    "stance",
    "note",
    "recorded",
)
RECORDED = "2026-11-25"
DEPOSITARIES = {
    "BANGKOK": "THA", "CTBT": "UNSG", "CWC": "UNSG", "PELINDABA": "AU", "RAROTONGA": "PIF", "ROME_STATUTE": "UNSG",
    "SEMIPALATINSK": "KGZ", "TLATELOLCO": "MEX", "TPNW": "UNSG",
}  # fmt: skip
ACTIONS = {
    "accepted": "acceptance",
    "acceded to": "accession",
    "ratified": "ratification",
    "signed": "signature",
    "succeeded": "succession",
}
MARKS = {"": "ratification", "a": "accession", "A": "acceptance", "d": "succession"}
# Names that the lexicon does not hold, as these sources print them.
NAMES = {"Vatican City": "VAT"}
ZONES = ("bangkok", "pelindaba", "rarotonga", "semipalatinsk", "tlatelolco")
# What stands among the members of a zone and is no State of the lexicon.
NO_STATES = {"SAH", "SOL"}
ANNEX_2 = (
    "DZA ARG AUS AUT BGD BEL BRA BGR CAN CHL CHN COL PRK COD EGY FIN FRA DEU HUN IND IDN IRN ISR ITA JPN MEX NLD NOR "
    "PAK PER POL KOR ROU RUS SVK ZAF ESP SWE CHE TUR UKR GBR USA VNM"
)
LISTS = (
    ("annex_2", ANNEX_2, "A/50/1027"),
    ("antarctic_original", "ARG AUS BEL CHL FRA GBR JPN NOR NZL RUS USA ZAF", "unts-402"),
    ("depositaries", "GBR RUS USA", "unts-729"),
    ("new_start_parties", "RUS USA", "new-start-text"),
)
Cells = dict[str, str]


def state_of(name: str) -> str:
    """The id of a State as these sources print it; an unknown name stops the import."""
    plain = name.replace("St. ", "Saint ").strip()
    found = NAMES.get(plain) or find_state(plain, Language.EN)
    if found is None:
        raise SystemExit(f"{name!r}: no State of the lexicon; add it to NAMES")
    return found


def act(treaty: str, state: str, kind: str, day: str, source: str, place: str, **more: str) -> Cells:
    cells = dict.fromkeys(COLUMNS, "") | {"depositary": DEPOSITARIES.get(treaty, ""), "stance": "held"}
    told = {"treaty": treaty, "state": state, "kind": kind, "date": day, "source": source, "place": place}
    return cells | told | {"recorded": RECORDED} | more


def compiled(facts: Path) -> Iterator[Cells]:
    """The rows of the compilation, its wording of three kinds of departure mended."""
    with (facts / "treaty_actions.csv").open(encoding="utf-8", newline="") as stream:
        for line, row in enumerate(csv.DictReader(stream), start=2):
            treaty, state, day = row["treaty"], state_of(row["state"]), row["date"]
            source, place = "isc-actions", f"line {line}"
            if row["action"] in ACTIONS:
                kind = ACTIONS[row["action"]]
                yield act(treaty, state, kind, day, source, place)
                if treaty == "TLATELOLCO" and kind == "ratification" and state not in LATE_WAIVERS:
                    yield act(treaty, state, "waiver", day, "opanal", "", note="made with the ratification")
            elif treaty == "CTBT":
                note = "the source says 'withdrew from'; the ratification was withdrawn and the signature stands"
                yield act(treaty, state, "withdrawal_of_ratification", day, source, place, note=note)
            else:
                note = "the source gives the day of effect; the notice is one year earlier (article 127.1)"
                notice = date.fromisoformat(day).replace(year=int(day[:4]) - 1).isoformat()
                yield act(treaty, state, "withdrawal_notice", notice, source, place, effective=day, note=note)


def tabled(facts: Path, treaty: str) -> Iterator[Cells]:
    """The rows of a status table: participant, signature, instrument, each with the mark of its kind."""
    with (facts / "untc-2015" / f"{treaty}.csv").open(encoding="utf-8", newline="") as stream:
        for name, signed, bound in list(csv.reader(stream))[1:]:
            state = state_of(name)
            if signed:
                day, mark = dated(signed)
                kind = "succession_to_signature" if mark == "d" else "signature"
                yield act(treaty, state, kind, day, "untc-2015", name)
            if bound:
                day, mark = dated(bound)
                yield act(treaty, state, MARKS[mark], day, "untc-2015", name)


def dated(cell: str) -> tuple[str, str]:
    """``14 Sep 2013 a`` as the day in ISO 8601 and the mark."""
    day, month, year, *mark = cell.split()
    return datetime.strptime(f"{day} {month} {year}", "%d %b %Y").date().isoformat(), "".join(mark)  # noqa: DTZ007


def reconciled(compilation: list[Cells], tables: list[Cells]) -> Iterator[Cells]:
    """Both side by side: the compilation's row is not held where the table has that State's act of that sort."""
    signing = {"signature", "succession_to_signature"}
    known = {(row["treaty"], row["state"], row["kind"] in signing) for row in tables}
    departing = {"withdrawal_notice", "withdrawal_of_ratification", "waiver"}
    yield from tables
    for row in compilation:
        beside = (row["treaty"], row["state"], row["kind"] in signing) in known and row["kind"] not in departing
        yield row | {"stance": "also"} if beside else row


def listed(facts: Path) -> Iterator[tuple[str, str, str]]:
    """Lists of States: those that a rule names, and the members of each zone."""
    for name, states, source in LISTS:
        yield from ((name, state, source) for state in states.split())
    for zone in ZONES:
        with (facts / "nwfz" / f"{zone}_members.csv").open(encoding="utf-8", newline="") as stream:
            codes = {row["code"].strip() for row in csv.DictReader(stream)}
        yield from ((f"{zone}_zone", code, "nwfz-members") for code in sorted(codes - NO_STATES))


def deed(row: Cells) -> tuple[str, ...]:
    """What a row is about: one written by hand takes the place of an imported one of the same deed and standing."""
    return tuple(row[column] for column in ("treaty", "state", "kind", "date", "stance"))


def handwritten() -> list[Cells]:
    with (WORDS / "treaty_acts.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


LATE_WAIVERS = {row["state"] for row in handwritten() if row["kind"] == "waiver"}


def main(folder: str) -> None:
    facts = Path(folder)
    tables = [*tabled(facts, "CTBT"), *tabled(facts, "CWC")]
    own = handwritten()
    mended_rows = {deed(row) for row in own}
    rows = [*(row for row in reconciled(list(compiled(facts)), tables) if deed(row) not in mended_rows), *own]
    content = mended(COLUMNS, ([row[column] for column in COLUMNS] for row in rows))
    (FACTS / "acts.csv").write_text(content, encoding="utf-8", newline="")
    lists = mended(("list", "state", "source"), listed(facts))
    (FACTS / "state_lists.csv").write_text(lists, encoding="utf-8", newline="")
    print(f"acts.csv: {len(rows)} rows")


if __name__ == "__main__":
    main(sys.argv[1])
