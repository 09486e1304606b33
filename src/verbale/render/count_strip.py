"""A strip of counts for a cell of a table: how many of a whole are of each class, as parts of one bar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from verbale.lexicon.naming import chart_words
from verbale.model.language import Language
from verbale.render.chart_marks import ChartClass, fill, places_of
from verbale.render.inline_html import escaped

_WIDTH, _HEIGHT = 240, 20  # units of the whole bar
_NARROWEST = 3.0  # units: a class of one among hundreds is still seen
_JOINTS = {Language.ZH: "，", Language.AR: "، "}


def count_strip(counts: Mapping[str, int], legend: Sequence[ChartClass], language: Language, *, sheet: str) -> str:
    """The strip as one SVG, its words as its label: ``signed 11, ratified 36; 47 in all``.

    ``counts`` are how many there are of each class of the legend, by its key; ``sheet`` is the name of the
    ``pattern_sheet`` of the page. Raises ``ValueError`` for a class that is not in the legend or a count below nought.
    """
    numbers = places_of(legend)
    if wrong := [key for key, count in counts.items() if key not in numbers or count < 0]:
        raise ValueError(f"no count of a class of the legend: {', '.join(wrong)}")
    shown = [(each, counts[each.key]) for each in legend if counts.get(each.key)]
    total = sum(count for _, count in shown)
    words = _JOINTS.get(language, ", ").join(f"{each.label} {count}" for each, count in shown) or "0"
    label = chart_words("strip_description", language).format(counts=words, total=total)
    body = "".join(_parts([(numbers[each.key], each.label, count) for each, count in shown], language, sheet))
    track = f"M.5.5h{_WIDTH - 1}v{_HEIGHT - 1}h-{_WIDTH - 1}z"
    return (
        f'<svg class="count-strip" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escaped(label)}">'
        f'<title>{escaped(label)}</title><path class="chart-track" d="{track}"/>'
        f"{body}</svg>"
    )


def _parts(shown: Sequence[tuple[int, str, int]], language: Language, sheet: str) -> Iterator[str]:
    total = sum(count for _, _, count in shown)
    widths = [max(count / total * _WIDTH, _NARROWEST) for _, _, count in shown]
    share = _WIDTH / sum(widths) if widths else 1.0
    at = 0.0
    for (number, _, _), width in zip(shown, widths, strict=True):
        x = _WIDTH - at - width * share if language.direction == "rtl" else at
        drawn = f"M{x:.1f} 0h{width * share:.1f}v{_HEIGHT}h-{width * share:.1f}z"
        yield f'<path class="chart-part chart-{number}" {fill(sheet, number)} d="{drawn}"/>'
        at += width * share
