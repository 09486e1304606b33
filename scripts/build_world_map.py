"""Makes ``render/data/world_map.csv`` from Natural Earth and the reviewed decisions in ``words/map_decisions.csv``.

Usage: build_world_map.py countries-50m.json, the file of the npm package world-atlas 2.0.2 (Natural Earth 4.1 at
1:50 million, public domain; as TopoJSON by Mike Bostock, ISC).

A decision is a row: what is done, of which area, where (degrees, longitude first), as what, and why. What is done:
``area``: an area of Natural Earth counts as that of a State, or as one without a status; ``part``: the islands and
peninsulas of an area within a box; ``outline``: an area that Natural Earth does not know, by its points; ``cut``: what
lies south of a parallel; ``line``: a border is dotted; ``dot``: where the dot of a State stands; ``order``: what is
drawn later.
"""

from __future__ import annotations

import csv
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from map_shapes import (
    SQUARE_KILOMETRE,
    Line,
    Point,
    apart,
    centre_of,
    halved,
    joined,
    path_of,
    project,
    size_of,
    thinned,
)
from mend_tables import mended

from verbale.lexicon.states import states
from verbale.model.state import StateKind

HERE = Path(__file__).parent
OUT = HERE.parent / "src" / "verbale" / "render" / "data" / "world_map.csv"
PAGE = HERE.parent / "docs" / "developer" / "world-map.md"
MARK = "<!-- the decisions, written by scripts/build_world_map.py -->\n"
COLUMNS = ("area", "kind", "order", "path", "source")
SOURCE = "natural_earth"
SHOWN = (StateKind.MEMBER, StateKind.OBSERVER, StateKind.OTHER)
SMALLEST_TRIANGLE = 2.0  # square units: what a line may lose
SMALLEST_PART = 6.0  # square units: islands and lakes below it are left out
DOTTED_BELOW = 8000 * SQUARE_KILOMETRE  # a State whose largest island is smaller has a dot
DOT_DISTANCE = 19.0  # units between the middles of two dots
LEADER = 12.0  # units from which on a line leads from a dot to its place

Cells = dict[str, str]


class Atlas:
    """The areas of Natural Earth as rings of projected points, every border thinned once."""

    def __init__(self, topology: Mapping[str, Any]) -> None:
        scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
        self.degrees = [list(_unpacked(arc, scale, shift)) for arc in topology["arcs"]]
        self.full = [project(*arc) for arc in self.degrees]
        self.lines = [thinned(arc, SMALLEST_TRIANGLE) for arc in self.full]
        geometries = topology["objects"]["countries"]["geometries"]
        self.names = [geometry["properties"]["name"] for geometry in geometries]
        self.codes = {g["properties"]["name"]: g.get("id", "") for g in geometries}
        self.polygons = {g["properties"]["name"]: _polygons(g) for g in geometries}

    def ring(self, arcs: Iterable[int], *, full: bool = False) -> Line:
        """The points of a ring, the last not the first again; ``full`` with all that thinning takes away."""
        points: Line = []
        lines = self.full if full else self.lines
        for arc in arcs:
            points.extend((lines[arc] if arc >= 0 else lines[~arc][::-1])[:-1])
        return points

    def within(self, polygon: list[list[int]], box: tuple[float, ...]) -> bool:
        """Whether a polygon lies in a box of degrees: west, south, east, north."""
        return all(_inside(point, box) for arc in polygon[0] for point in self.degrees[arc if arc >= 0 else ~arc])

    def border(self, one: str, other: str, box: tuple[float, ...]) -> Iterator[Line]:
        """The border between two areas, thinned, what lies outside the box left out where there is one."""
        for arc in sorted(self._arcs(one) & self._arcs(other)):
            run: Line = []
            for point in [*self.degrees[arc], None]:
                if point is not None and (not box or _inside(point, box)):
                    run.append(point)
                    continue
                if len(run) > 1:
                    yield thinned(project(*run), SMALLEST_TRIANGLE)
                run = []

    def _arcs(self, name: str) -> set[int]:
        return {arc if arc >= 0 else ~arc for polygon in self.polygons[name] for ring in polygon for arc in ring}


def _unpacked(arc: Iterable[list[int]], scale: list[float], shift: list[float]) -> Iterator[Point]:
    x = y = 0
    for across, up in arc:
        x, y = x + across, y + up
        yield x * scale[0] + shift[0], y * scale[1] + shift[1]


def _polygons(geometry: Mapping[str, Any]) -> list[list[list[int]]]:
    if geometry["type"] == "Polygon":
        return [geometry["arcs"]]
    return list(geometry["arcs"])


def _inside(point: Point, box: tuple[float, ...]) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def read_decisions() -> dict[str, list[Cells]]:
    """The reviewed decisions by what is done."""
    found: dict[str, list[Cells]] = defaultdict(list)
    with (HERE / "words" / "map_decisions.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["what"]].append(row)
    return found


def _numbers(cell: str) -> tuple[float, ...]:
    return tuple(float(number) for number in cell.replace(",", " ").split())


def _points(cell: str) -> Line:
    numbers = _numbers(cell)
    return project(*zip(numbers[::2], numbers[1::2], strict=True))


@dataclass
class Area:
    """What is drawn as one: its thinned rings, the square units of its land, the middle of its largest island."""

    rings: list[Line] = field(default_factory=list)
    land: float = 0.0
    place: Point = (0.0, 0.0)
    largest: float = 0.0

    def add(self, atlas: Atlas, polygon: list[list[int]]) -> None:
        outer = atlas.ring(polygon[0], full=True)
        size = abs(size_of(outer))
        self.land += size
        if size > self.largest:
            self.largest, self.place = size, centre_of(outer)
        self.rings.extend(atlas.ring(ring) for ring in polygon)


def areas_of(atlas: Atlas, decisions: Mapping[str, list[Cells]]) -> dict[str, Area]:
    """Every area of the map: States by their ids, the others by those that a decision gives them."""
    by_code = {state.m49: state.id for state in states().values() if state.kind in SHOWN}
    decided = {row["of"]: row["as"] for row in decisions["area"]}
    if unknown := set(decided) - set(atlas.names):
        raise SystemExit(f"no such area: {', '.join(sorted(unknown))}")
    areas: dict[str, Area] = defaultdict(Area)
    for name in atlas.names:
        area = decided[name] if name in decided else by_code.get(atlas.codes[name])
        if area is None:
            raise SystemExit(f"{name} is no State of the lexicon: say in words/map_decisions.csv how it is drawn")
        for polygon in atlas.polygons[name]:
            parts = (row for row in decisions["part"] if row["of"] == name)
            moved = next((row["as"] for row in parts if atlas.within(polygon, _numbers(row["where"]))), area)
            if moved:
                areas[moved].add(atlas, polygon)
    for row in decisions["cut"]:
        parallel = _points(f"0 {row['where']}")[0][1]
        halves = [halved(ring, parallel) for ring in areas[row["of"]].rings]
        areas[row["of"]].rings = [north for north, _ in halves if north]
        areas[row["as"]].rings.extend(south for _, south in halves if south)
    for found in areas.values():
        found.rings = joined(found.rings)
    for row in decisions["outline"]:
        areas[row["of"]].rings.append(_points(row["where"]))
    return dict(areas)


def rows_of(atlas: Atlas, decisions: Mapping[str, list[Cells]]) -> Iterator[Cells]:
    """The rows of the table: areas and dots of States, areas without a status, dotted lines."""
    areas = areas_of(atlas, decisions)
    order = {row["of"]: row["order"] for row in (*decisions["outline"], *decisions["order"])}
    order = {next((s.id for s in states().values() if s.m49 == atlas.codes.get(n)), n): o for n, o in order.items()}
    kept = {row["of"] for row in decisions["outline"]} | {row["as"] for row in decisions["part"]}
    for area, found in sorted(areas.items()):
        rings = [ring for ring in found.rings if abs(size_of(ring)) >= (SMALLEST_PART if area not in kept else 1.0)]
        if area in states():
            rings = rings or [max(found.rings, key=lambda ring: abs(size_of(ring)), default=[])]
        if path := path_of(rings, closed=True):
            yield _row(area, "state" if area in states() else "neutral", path, order.get(area, "0"))
    yield from _dots(areas, {row["of"]: _points(row["where"])[0] for row in decisions["dot"]})
    dotted = [line for row in decisions["line"] for line in _dotted(atlas, row)]
    yield _row("", "dotted", path_of(dotted, closed=False), "9")


def _row(area: str, kind: str, path: str, order: str = "0") -> Cells:
    return {"area": area, "kind": kind, "order": order, "path": path, "source": SOURCE}


def _dotted(atlas: Atlas, row: Cells) -> Iterator[Line]:
    """The lines of a decision: the border of two areas, or one by its points where it is none in Natural Earth."""
    if row["of"]:
        yield from atlas.border(*row["of"].split("|"), _numbers(row["where"]))
    else:
        yield _points(row["where"])


def _dots(areas: Mapping[str, Area], given: Mapping[str, Point]) -> Iterator[Cells]:
    """A dot for every State whose largest island is small, and lines from those that stand aside to their places."""
    small = {area for area, found in areas.items() if area in states() and found.largest < DOTTED_BELOW}
    places = {area: areas[area].place if area in areas else given[area] for area in sorted(small | set(given))}
    dots = apart({area: given.get(area, place) for area, place in places.items()}, DOT_DISTANCE)
    leaders = []
    for area, (x, y) in dots.items():
        yield _row(area, "dot", f"M{round(x)} {round(y)}h0")
        if math.dist((x, y), places[area]) >= LEADER:
            leaders.append([places[area], (x, y)])
    yield _row("", "leader", path_of(leaders, closed=False))


def page(text: str) -> str:
    """The page of the documentation with the decisions as they are now below its mark."""
    lines = ["| what | of | where | as | why | source |", "|---|---|---|---|---|---|"]
    for what, rows in sorted(read_decisions().items()):
        for row in rows:
            cells = (what, row["of"].replace("|", " / "), row["where"], row["as"], row["reason"], row["source"])
            lines.append(f"| {' | '.join(cells)} |")
    return text.partition(MARK)[0] + MARK + "\n" + "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    with Path(arguments[0]).open(encoding="utf-8") as file:
        atlas = Atlas(json.load(file))
    rows = list(rows_of(atlas, read_decisions()))
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(mended(COLUMNS, [[row[column] for column in COLUMNS] for row in rows]), encoding="utf-8", newline="")
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    drawn = {row["area"] for row in rows}
    if missing := [state.id for state in states().values() if state.kind in SHOWN and state.id not in drawn]:
        raise SystemExit(f"not on the map: {', '.join(missing)}")
    print(f"{len(rows)} rows, {sum(len(row['path']) for row in rows):,} bytes of paths")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
