"""Makes ``facilities.csv`` and ``zone_members.csv`` of the register from a list of monitoring sites and lists of zones.

Usage: import_facilities.py FACTS, where FACTS holds ``ctbt_ims_sites.csv`` and ``nwfz/``. Cells of the list of sites
that slipped into the next column are put back; names that broke in print are mended by ``words/broken_names.csv``.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from fact_tables import Cells, kept_rows, read_records, state_of, table, write_tables

from verbale.lexicon.tables import read_table

KINDS = {
    "Primary Seismological Stations": "primary seismic station",
    "Auxiliary Seismological Stations": "auxiliary seismic station",
    "Radionuclide Stations": "radionuclide station",
    "Radionuclide Laboratories": "radionuclide laboratory",
    "Hydroacoustic Stations": "hydroacoustic station",
    "Infrasound Stations": "infrasound station",
}
EQUIPMENT = re.compile(r"(3-component|3 component|Array|Arra|Hydrophone|T-phase)$")
DEGREES = re.compile(r"(\d+(?:\.\d+)?) ?([NSEW])")
COLUMNS = ("network", "kind", "site", "latitude", "longitude", "equipment", "states", "treaties", "period")
COLUMNS += ("source", "place", "recorded")
ZONE_COLUMNS = ("zone", "status", "label", "states", "treaties", "period", "source", "place")
STATUSES = {
    "ratified": "ratified",
    "ratification": "ratified",
    "accession": "acceded",
    "signature": "signed",
    "proposed": "proposed",
    "": "status not told",
}
ZONES = {
    "tlatelolco": "TLATELOLCO",
    "rarotonga": "RAROTONGA",
    "bangkok": "BANGKOK",
    "pelindaba": "PELINDABA",
    "semipalatinsk": "SEMIPALATINSK",
    "middle_east": "ME_WMDFZ",
}


def site_rows(path: Path) -> Iterator[Cells]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        for number, cells in enumerate(csv.reader(file), start=1):
            words = [" ".join(cell.split()) for cell in cells]
            if number > 1 and any(words):
                yield site_row(words, number) | {"source": "ctbto-ims", "place": f"row {number}"}


def site_row(words: list[str], number: int) -> Cells:
    """One site, whatever cell its parts slipped into."""
    country, *rest, category = words
    host, site = country, rest[0]
    if country.endswith(" Aldermaston"):
        host, site = country.removesuffix(" Aldermaston"), f"Aldermaston, {site}"
    told = " ".join(rest[1:]).strip()
    degrees = DEGREES.findall(told + " ") if told else []
    slipped = re.match(r"([A-Z]{2}) (?=\d)", rest[1]) if len(rest) > 1 else None
    equipment = EQUIPMENT.search(told)
    row = {
        "network": "IMS",
        "kind": KINDS[category],
        "site": re.sub(r",(?=\S)", ", ", f"{site}, {slipped[1]}" if slipped else site),
        "states": " ".join(state_of(name) for name in host.split("/")),
        "treaties": "CTBT",
        "equipment": {"3 component": "3-component", "Arra": "Array"}.get(equipment[1], equipment[1])
        if equipment
        else "",
        "period": "1996-09-10/..",
    }
    if told and (len(degrees) != 2 or degrees[0][1] not in "NS" or degrees[1][1] not in "EW"):
        raise ValueError(f"row {number}: no place on the globe in {told!r}")
    for column, found in zip(("latitude", "longitude"), degrees, strict=False):
        row[column] = str(float(found[0]) * (-1 if found[1] in "SW" else 1))
    return row


def zone_rows(folder: Path) -> Iterator[Cells]:
    codes = {"SDS": "SSD", "PSX": "PSE"}
    listed = {row["id"] for row in read_table("states")}
    for name, zone in ZONES.items():
        for number, row in enumerate(read_records(folder / f"{name}_members.csv"), start=2):
            state = codes.get(row["code"], row["code"])
            status = STATUSES[row["treaty_status"].strip()]
            cells = {"zone": zone, "status": status, "treaties": zone, "period": "2026"}
            # What the list counts as a member and the register's list of States does not have is kept by its code.
            cells |= {"states": state, "label": ""} if state in listed else {"states": "", "label": state}
            yield cells | {"source": "nwfz-members", "place": f"{name}_members.csv row {number}"}


def made_tables(facts: Path) -> dict[str, str]:
    sites = [*site_rows(facts / "ctbt_ims_sites.csv"), *kept_rows("facilities.csv", ("ctbto-ims",))]
    return {
        "facilities.csv": table(COLUMNS, sites),
        "zone_members.csv": table(ZONE_COLUMNS, zone_rows(facts / "nwfz")),
    }


if __name__ == "__main__":
    write_tables(made_tables(Path(sys.argv[1])))
