"""A map of the world with a class for each State, as SVG and HTML without script.

The shapes are ``data/world_map.csv``, made by ``scripts/build_world_map.py`` from Natural Earth. How it is drawn where
States disagree is told in ``docs/developer/world-map.md``. A page holds the shapes, or refers to the one file of
``map_shapes``, which a browser keeps.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby

from verbale.lexicon.naming import chart_words, find_area_name, state_name
from verbale.lexicon.tables import TableRow, read_bundled
from verbale.model.language import Language
from verbale.render.chart_marks import ChartClass, dot, fill, key_list, opening, patterns, places_of, sample
from verbale.render.inline_html import escaped

NOTES = ("map_disclaimer", "map_kashmir", "map_sudan", "map_malvinas", "map_dotted")
"""The words under every map, by their keys in ``chart_words.csv``."""
BOX = (2000, 870)
"""Units of the map from edge to edge, as ``scripts/map_shapes.py`` has them."""
_LINES = ("dotted", "leader")


@cache
def _rows() -> tuple[TableRow, ...]:
    """The shapes in the order in which they are drawn."""
    return tuple(sorted(read_bundled("verbale.render", "world_map"), key=lambda row: (row["order"], row["area"])))


def mapped_states() -> frozenset[str]:
    """The ids of the States that are on the map, as an area, as a dot or as both."""
    return frozenset(row["area"] for row in _rows() if row["kind"] in ("state", "dot"))


def map_shapes() -> str:
    """The areas and lines of the map as one SVG to be served as a file and referred to: ``map.svg#FRA``."""
    shapes = "".join(
        f'<path id="{_shape(row)}" vector-effect="non-scaling-stroke" d="{row["path"]}"/>'
        for row in _rows()
        if row["kind"] not in ("dot", "leader")
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {BOX[0]} {BOX[1]}"><defs>{shapes}</defs></svg>\n'


def world_map(
    statuses: Mapping[str, str],
    legend: Sequence[ChartClass],
    language: Language,
    *,
    title: str,
    href: Callable[[str], str],
    shapes: str = "",
    name: str = "map",
) -> str:
    """The map as a figure: SVG, key with counts, and the notes of the United Nations in the language.

    ``statuses`` gives the key of a class by the id of a State; a State that is missing there is shown without one.
    ``href`` gives the address of a State's page. ``shapes`` is the address of ``map_shapes``; without it the shapes
    stand in the page. The links are left out of the order of the keyboard: a page shows the same as a table.
    Raises ``ValueError`` for a class that is not in the legend.
    """
    numbers = {"": 0, **places_of(legend)}
    if unknown := {key for key in statuses.values() if key not in numbers}:
        raise ValueError(f"no such class in the legend of the map: {', '.join(sorted(unknown))}")
    classes = {state: numbers[statuses.get(state, "")] for state in mapped_states()}
    words = {"": chart_words("map_none", language)} | {each.key: each.label for each in legend}
    labels = {state: f"{state_name(state, language)}: {words[statuses.get(state, '')]}" for state in classes}
    body = "".join((*_areas(classes, labels, href, language, shapes, name), *_dots(classes, labels, href)))
    counts = Counter(classes.values())
    entries = [(sample(name, numbers[each.key]), each.label, counts[numbers[each.key]]) for each in legend]
    if counts[0]:
        entries.append((_plain_sample("chart-none"), words[""], counts[0]))
    neutral = (_plain_sample("chart-neutral"), chart_words("map_neutral", language), None)
    notes = "".join(f"<p>{escaped(chart_words(note, language))}</p>" for note in NOTES)
    return (
        f'<figure class="world-map" lang="{language.value}" dir="{language.direction}">\n'
        f'<div class="chart-frame" tabindex="0" role="region" aria-labelledby="{name}-title">'
        f"{opening(name, BOX, title, chart_words('map_description', language), linked=True, kind='chart-map')}"
        f"<defs>{patterns(name, range(1, len(legend) + 1))}</defs>{body}</svg></div>\n"
        f'{key_list(name, [*entries, neutral])}\n<figcaption class="chart-notes">{notes}</figcaption>\n</figure>\n'
    )


def _shape(row: TableRow) -> str:
    return row["area"] or row["kind"]


def _drawn(row: TableRow, shapes: str) -> str:
    return f'<use href="{escaped(shapes)}#{_shape(row)}"/>' if shapes else f'<path d="{row["path"]}"/>'


def _areas(
    classes: Mapping[str, int],
    labels: Mapping[str, str],
    href: Callable[[str], str],
    language: Language,
    shapes: str,
    name: str,
) -> Iterator[str]:
    """Areas in the order in which they cover each other, those of one class together, then the dotted lines."""

    def look(row: TableRow) -> tuple[str, int]:
        return row["order"], classes[row["area"]] if row["kind"] == "state" else -1

    rows = sorted((row for row in _rows() if row["kind"] in ("state", "neutral")), key=look)
    for (_, number), group in groupby(rows, look):
        filled = f" {fill(name, number)}" if number > 0 else ""
        yield f'<g class="chart-area {_class(number)}"{filled}>'
        for row in group:
            area, drawn = row["area"], _drawn(row, shapes)
            if row["kind"] == "state":
                yield _linked(href(area), labels[area], drawn)
            else:
                title = find_area_name(area, language) or chart_words("map_neutral", language)
                yield f"<g><title>{escaped(title)}</title>{drawn}</g>"
        yield "</g>"
    for row in _rows():
        if row["kind"] in _LINES:
            drawn = _drawn(row, shapes if row["kind"] == "dotted" else "")
            yield f'<g class="chart-{row["kind"]}">{drawn}</g>'


def _class(number: int) -> str:
    return "chart-neutral" if number < 0 else f"chart-{number}" if number else "chart-none"


def _dots(classes: Mapping[str, int], labels: Mapping[str, str], href: Callable[[str], str]) -> Iterator[str]:
    """The dots of small States, those of one class together."""
    rows = sorted((row for row in _rows() if row["kind"] == "dot"), key=lambda row: classes[row["area"]])
    for number, group in groupby(rows, lambda row: classes[row["area"]]):
        yield f'<g class="chart-dots {_class(number)}">'
        yield from (_linked(href(row["area"]), labels[row["area"]], dot(number, row["path"])) for row in group)
        yield "</g>"


def _linked(address: str, title: str, drawn: str) -> str:
    return f'<a href="{escaped(address)}" tabindex="-1"><title>{escaped(title)}</title>{drawn}</a>'


def _plain_sample(kind: str) -> str:
    return (
        f'<svg class="chart-sample {kind}" viewBox="0 0 84 36" aria-hidden="true" focusable="false">'
        '<g class="chart-area"><path d="M1 1h48v34h-48z"/></g></svg>'
    )
