"""Lines and areas of a map on a plane: projected, thinned, joined, and written as paths of small whole numbers."""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

Point = tuple[float, float]
Line = list[Point]

WIDTH = 2000
"""Units from the western to the eastern edge of the map."""
SOUTHERN_EDGE, NORTHERN_EDGE = -57.0, 84.0
"""Degrees of latitude between which something is drawn."""
_MIDDLE = 11.0
"""The meridian in the middle: the edge of the map then runs through the Bering Strait and through no State."""
_A = (1.340264, -0.081106, 0.000893, 0.003796)


def _equal_earth(longitude: float, latitude: float) -> Point:
    """The Equal Earth projection (Šavrič, Patterson and Jenny, 2018) of radians, on a globe with the radius one."""
    theta = math.asin(math.sqrt(3) / 2 * math.sin(latitude))
    square = theta * theta
    sixth = square**3
    slope = 9 * _A[3] * sixth * square + 7 * _A[2] * sixth + 3 * _A[1] * square + _A[0]
    x = 2 * math.sqrt(3) * longitude * math.cos(theta) / (3 * slope)
    return x, theta * (_A[0] + _A[1] * square + sixth * (_A[2] + _A[3] * square))


_SCALE = WIDTH / 2 / _equal_earth(math.pi, 0)[0]
_TOP = _equal_earth(0, math.radians(NORTHERN_EDGE))[1] * _SCALE
HEIGHT = round(_TOP - _equal_earth(0, math.radians(SOUTHERN_EDGE))[1] * _SCALE)
"""Units from the northern to the southern edge of the map."""
SQUARE_KILOMETRE = (_SCALE / 6371.0) ** 2
"""Square units to a square kilometre, the same everywhere on the map."""


def project(*places: Point) -> Line:
    """Degrees (longitude first) as units to the right of the western and below the northern edge.

    An island that the edge of the map runs through stands whole on the side where most of its points are.
    """
    turned = [(longitude - _MIDDLE + 180) % 360 - 180 for longitude, _ in places]
    if turned and max(turned) - min(turned) > 180:
        east = 2 * sum(angle > 0 for angle in turned) >= len(turned)
        turned = [angle + 360 * (east - (angle > 0)) for angle in turned]
    flat = [
        _equal_earth(math.radians(angle), math.radians(latitude))
        for angle, (_, latitude) in zip(turned, places, strict=True)
    ]
    return [(WIDTH / 2 + x * _SCALE, _TOP - y * _SCALE) for x, y in flat]


def halved(ring: Sequence[Point], y: float) -> tuple[Line, Line]:
    """A ring cut along a parallel: what lies north of it and what lies south, either empty where there is nothing."""
    halves: tuple[Line, Line] = ([], [])
    for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
        halves[a[1] > y].append(a)
        if (a[1] > y) != (b[1] > y):
            crossing = (a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]), y)
            halves[0].append(crossing)
            halves[1].append(crossing)
    return halves


def thinned(line: Line, smallest: float) -> Line:
    """A line without the points whose triangle with their neighbours is smaller than so many square units.

    Its ends stay, so that what meets there still meets, and an island stays an island (Visvalingam and Whyatt, 1993).
    """
    before, after = list(range(-1, len(line) - 1)), list(range(1, len(line) + 1))
    sizes = {at: _triangle(line[at - 1], line[at], line[at + 1]) for at in range(1, len(line) - 1)}
    heap = [(size, at) for at, size in sizes.items()]
    heapq.heapify(heap)
    least = 3 if line[0] == line[-1] else 0
    while heap and heap[0][0] < smallest and len(sizes) > least:
        size, at = heapq.heappop(heap)
        if sizes.get(at) != size:
            continue
        del sizes[at]
        left, right = before[at], after[at]
        after[left], before[right] = right, left
        for near in (left, right):
            if near in sizes:
                sizes[near] = max(size, _triangle(line[before[near]], line[near], line[after[near]]))
                heapq.heappush(heap, (sizes[near], near))
    return [point for at, point in enumerate(line) if at in sizes or at in (0, len(line) - 1)]


def _triangle(a: Point, b: Point, c: Point) -> float:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def size_of(ring: Sequence[Point]) -> float:
    """Square units within a ring, below zero where it runs the other way about."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2


def centre_of(ring: Sequence[Point]) -> Point:
    """The middle of the box around a ring."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def joined(rings: Iterable[Sequence[Point]]) -> list[Line]:
    """Rings without the edges that two of them share: what they enclose together. Rings are not closed by a point."""
    onward: dict[Point, list[Point]] = defaultdict(list)
    for ring in rings:
        for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
            if a in onward.get(b, ()):
                onward[b].remove(a)
            elif a != b:
                onward[a].append(b)
    found = []
    while start := next((point for point, ends in onward.items() if ends), None):
        ring = [start]
        while (point := onward[ring[-1]].pop()) != start:
            ring.append(point)
        found.append(ring)
    return found


def path_of(lines: Iterable[Sequence[Point]], *, closed: bool) -> str:
    """Lines as the data of one path: the first point of each absolute, the others by their steps, in whole units."""
    parts = []
    for line in lines:
        whole = [(round(x), round(y)) for x, y in line]
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(whole)]
        steps = [step for step in steps if step != (0, 0)]
        if len(steps) > closed:
            parts.append(f"M{whole[0][0]} {whole[0][1]}l{_run(steps)}{'z' if closed else ''}")
    return "".join(parts)


def _run(steps: Iterable[tuple[int, int]]) -> str:
    """Numbers with the space between them that a minus makes needless left out."""
    text = " ".join(str(number) for step in steps for number in step)
    return text.replace(" -", "-")


def apart(points: dict[str, Point], distance: float) -> dict[str, Point]:
    """Points moved from each other until none is nearer to another than so many units, each as little as may be."""
    moved = dict(points)
    names = sorted(moved)
    for _ in range(400):
        still = True
        for at, one in enumerate(names):
            for other in names[at + 1 :]:
                (x, y), (u, v) = moved[one], moved[other]
                gap = math.hypot(u - x, v - y)
                if gap < distance - 0.01:
                    still = False
                    push = (distance - gap) / 2
                    across, down = ((u - x) / gap, (v - y) / gap) if gap else (1.0, 0.0)
                    moved[one] = (x - across * push, y - down * push)
                    moved[other] = (u + across * push, v + down * push)
        if still:
            break
    return moved
