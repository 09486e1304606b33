"""What charts and maps share: classes told apart by colour and by pattern, a frame with words, a key below.

A page needs ``charts.css``. Nothing here has a script or a ``style`` attribute: the page may forbid both. Identifiers
begin with the ``name`` of the picture, of which a page has one each.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verbale.render.inline_html import escaped

MOST_CLASSES = 6
"""As many classes as have a colour and a pattern of their own."""
_TILE = 14  # units of the side of a pattern
_MARKS = (
    "",
    "M-4 4l8-8M0 14L14 0M10 18l8-8",
    "M3.5 3.5h0M10.5 10.5h0",
    "M0 7h14",
    "M7 0v14",
    "M0 7h14M7 0v14",
)  # what is drawn on each tile, so that no class is told by its colour alone


@dataclass(frozen=True, slots=True)
class ChartClass:
    """A class of a legend: ``key`` is what values carry, ``label`` its words in the language of the page."""

    key: str
    label: str


def places_of(legend: Sequence[ChartClass]) -> dict[str, int]:
    """The number of each class by its key, from 1. Raises ``ValueError`` when there are more than can be told apart."""
    if len(legend) > MOST_CLASSES:
        raise ValueError(f"{len(legend)} classes; no more than {MOST_CLASSES} can be told apart")
    return {each.key: number for number, each in enumerate(legend, start=1)}


def patterns(name: str, numbers: Iterable[int]) -> str:
    """The patterns of classes as definitions of an SVG, for ``fill``."""
    return "".join(
        f'<pattern id="{name}-fill-{number}" class="chart-{number}" width="{_TILE}" height="{_TILE}"'
        f' patternUnits="userSpaceOnUse"><path class="chart-ground" d="M0 0h{_TILE}v{_TILE}h-{_TILE}z"/>'
        f'<path class="chart-mark" d="{_MARKS[number - 1]}"/></pattern>'
        for number in numbers
    )


def pattern_sheet(name: str, classes: int = MOST_CLASSES) -> str:
    """The patterns once for a page of many small pictures: an SVG that takes no room."""
    drawn = patterns(name, range(1, classes + 1))
    return (
        f'<svg class="chart-sheet" width="0" height="0" aria-hidden="true" focusable="false"><defs>{drawn}</defs></svg>'
    )


def fill(name: str, number: int) -> str:
    """The attribute that fills with the pattern of a class."""
    return f'fill="url(#{name}-fill-{number})"'


def dot(number: int, path: str) -> str:
    """A dot of a class at the end of a path without length: its size and shape come from the style sheet.

    Classes differ by shape: a disc, a square, a ring, a hollow square, and the two filled ones with a dark middle.
    """
    core = f'<path class="chart-core" d="{path}"/>' if number > 2 else ""
    return f'<path class="chart-edge" d="{path}"/><path class="chart-dot" d="{path}"/>{core}'


def opening(name: str, box: tuple[int, int], title: str, description: str, *, linked: bool, kind: str) -> str:
    """The opening tag of an SVG with its title and description.

    What holds links is a group, for the parts of an image are not read out; else it is an image.
    """
    return (
        f'<svg class="chart {kind}" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {box[0]} {box[1]}"'
        f' role="{"group" if linked else "img"}" aria-labelledby="{name}-title" aria-describedby="{name}-description">'
        f'<title id="{name}-title">{escaped(title)}</title><desc id="{name}-description">{escaped(description)}</desc>'
    )


def key_list(name: str, entries: Iterable[tuple[str, str, int | None]]) -> str:
    """The key below a picture: for each entry the markup of its sample, its words, and how many there are."""
    items = "".join(
        f"<li>{sample}<span>{escaped(label)}</span>{'' if number is None else f' <b>{number}</b>'}</li>"
        for sample, label, number in entries
    )
    return f'<ul class="chart-key" id="{name}-key">{items}</ul>'


def sample(name: str, number: int) -> str:
    """A small picture of a class for the key: its pattern, and its dot beside it."""
    return (
        f'<svg class="chart-sample chart-{number}" viewBox="0 0 84 36" aria-hidden="true" focusable="false">'
        f'<path class="chart-area" {fill(name, number)} d="M1 1h48v34h-48z"/>{dot(number, "M68 18h0")}</svg>'
    )
