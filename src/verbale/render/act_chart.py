"""Acts towards a treaty over the years: how many States had signed, how many had consented to be bound, as steps.

Plain values in, SVG and HTML out, without script. The values of a year are those at its end; the last year may be one
that is not over. A page needs ``charts.css``, and ``act_rows`` gives the same values as a table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from verbale.lexicon.naming import chart_words
from verbale.model.language import Language
from verbale.render.chart_axes import ChartPlane, highest_mark, written_day, year_of
from verbale.render.chart_marks import key_list, opening
from verbale.render.inline_html import escaped

_SERIES = ("chart_signatures", "chart_deposited")
_DOWN = "m-7 7h14l-7 11z"  # a triangle that points down, below a line of steps
_COMMAS = {Language.ZH: "，", Language.AR: "، "}


@dataclass(frozen=True, slots=True)
class ActYear:
    """How many States at the end of a year had signed and had an instrument deposited, those withdrawn left out.

    ``withdrawals`` are those that took effect within the year.
    """

    year: int
    signatures: int
    deposited: int
    withdrawals: int = 0


@dataclass(frozen=True, slots=True)
class ActChart:
    """What a chart shows, besides its years: days are ISO 8601, numbers States, all but the title as they apply.

    ``threshold`` is the number of instruments that entry into force needs, where the rule is one number; ``entry`` the
    day of entry into force.
    """

    title: str
    years: Sequence[ActYear]
    as_of: str = ""
    threshold: int | None = None
    entry: str = ""


def act_chart(
    chart: ActChart, language: Language, *, href: Callable[[int], str] | None = None, name: str = "acts"
) -> str:
    """The chart as a figure with its key. ``href`` gives the address of a year; without it nothing is linked.

    Raises ``ValueError`` when there is no year, or when years are not in order without a gap.
    """
    years = [each.year for each in chart.years]
    if not years or years != list(range(years[0], years[-1] + 1)):
        raise ValueError("a chart of acts needs its years in order, one after the other")
    highest = max(*(max(each.signatures, each.deposited) for each in chart.years), chart.threshold or 0)
    plane = ChartPlane(language, years[0], years[-1], highest_mark(highest))
    box = (plane.width, plane.height)
    layers = (_steps, _veil, _threshold, _days)
    drawn = "".join((*_axes(plane), *(part for layer in layers for part in layer(plane, chart))))
    body = drawn + "".join(_hits(plane, chart, href))
    return (
        f'<figure class="act-chart" lang="{language.value}" dir="{language.direction}">\n'
        f"{opening(name, box, chart.title, _described(chart, language), linked=href is not None, kind='chart-acts')}"
        f"{body}</svg>\n{key_list(name, _entries(chart, language))}\n</figure>\n"
    )


def act_rows(years: Sequence[ActYear], language: Language) -> tuple[tuple[str, ...], tuple[tuple[int, ...], ...]]:
    """The values of a chart as a table: the heads of its columns in the language, and a row for each year."""
    heads = tuple(chart_words(key, language) for key in ("chart_year", *_SERIES, "chart_withdrawals"))
    return heads, tuple((each.year, each.signatures, each.deposited, each.withdrawals) for each in years)


def _described(chart: ActChart, language: Language) -> str:
    last = chart.years[-1]
    return chart_words("chart_description", language).format(
        first=chart.years[0].year, last=last.year, counts=_counts(last, language)
    )


def _counts(each: ActYear, language: Language) -> str:
    keys = [*_SERIES, *(["chart_withdrawals"] if each.withdrawals else [])]
    numbers = (each.signatures, each.deposited, each.withdrawals)
    pairs = (f"{chart_words(key, language)} {number}" for key, number in zip(keys, numbers, strict=False))
    return _COMMAS.get(language, ", ").join(pairs)


def _axes(plane: ChartPlane) -> Iterator[str]:
    start, end, floor = plane.across(plane.first), plane.across(plane.last + 1), plane.down(0)
    for number in plane.number_marks():
        y = plane.down(number)
        yield f'<path class="{"chart-axis" if number == 0 else "chart-grid"}" d="M{start} {y}H{end}"/>'
        yield plane.text(plane.beside(start, -8), y + 5, str(number), "end", "chart-number")
    for year in plane.year_marks():
        x = plane.across(year + 0.5)
        yield f'<path class="chart-axis" d="M{x} {floor}v6"/>'
        yield plane.text(x, floor + 28, str(year), kind="chart-number")


def _steps(plane: ChartPlane, chart: ActChart) -> Iterator[str]:
    """Both lines of steps, each with its last number behind it, and a mark where States withdrew."""
    last = chart.years[-1]
    ends = {"signatures": last.signatures, "deposited": last.deposited}
    close = abs(plane.down(last.signatures) - plane.down(last.deposited)) < 26
    for series in ends:
        points = [f"M{plane.across(plane.first)} {plane.down(0)}"]
        points += [f"V{plane.down(getattr(each, series))}H{plane.across(each.year + 1)}" for each in chart.years]
        yield f'<path class="chart-line chart-{series}" d="{"".join(points)}"/>'
        upper = ends[series] > min(ends.values()) or (last.signatures == last.deposited and series == "signatures")
        y = plane.down(ends[series]) + (5 if not close else -6 if upper else 18)
        yield plane.text(plane.beside(plane.across(plane.last + 1), 8), y, str(ends[series]), "start", "chart-value")
    for each in chart.years:
        if each.withdrawals:
            place = f"{plane.across(each.year + 0.5)} {plane.down(each.deposited)}"
            yield f'<path class="chart-withdrawal" d="M{place}{_DOWN}"/>'


def _veil(plane: ChartPlane, chart: ActChart) -> Iterator[str]:
    """A veil over what came after the day of the answer."""
    if chart.as_of and plane.first <= year_of(chart.as_of) <= plane.last + 1:
        x, end = plane.across(year_of(chart.as_of)), plane.across(plane.last + 1)
        yield f'<path class="chart-veil" d="M{x} {plane.above - 12}H{end}V{plane.down(0) - 1}H{x}z"/>'


def _threshold(plane: ChartPlane, chart: ActChart) -> Iterator[str]:
    if chart.threshold:
        y, end = plane.down(chart.threshold), plane.across(plane.last + 1)
        words = chart_words("chart_threshold", plane.language).format(number=chart.threshold)
        yield f'<path class="chart-threshold" d="M{plane.across(plane.first)} {y}H{end}"/>'
        yield plane.text(plane.beside(end, -6), y - 7, words, "end")


def _days(plane: ChartPlane, chart: ActChart) -> Iterator[str]:
    """The day of the answer and that of entry into force, where they lie within the years, each in a row of its own."""
    for key, day, row in (("as_of", chart.as_of, 20), ("entry", chart.entry, 48)):
        if day and plane.first <= year_of(day) <= plane.last + 1:
            x = plane.across(year_of(day))
            words = chart_words(f"chart_{key}", plane.language).format(date=written_day(day, plane.language))
            early = year_of(day) < (plane.first + plane.last + 1) / 2
            yield f'<path class="chart-day chart-day-{key}" d="M{x} {row - 14}V{plane.down(0)}"/>'
            yield plane.text(plane.beside(x, 6 if early else -6), row, words, "start" if early else "end")


def _hits(plane: ChartPlane, chart: ActChart, href: Callable[[int], str] | None) -> Iterator[str]:
    """A column for each year that tells its values, and leads to it."""
    top, floor = plane.above, plane.down(0)
    for each in chart.years:
        x, y = plane.across(each.year), plane.across(each.year + 1)
        title = f"<title>{each.year}: {escaped(_counts(each, plane.language))}</title>"
        column = f'{title}<path class="chart-hit" d="M{x} {top}H{y}V{floor}H{x}z"/>'
        if href is None:
            yield f"<g>{column}</g>"
        else:
            yield f'<a href="{escaped(href(each.year))}" tabindex="-1">{column}</a>'


def _entries(chart: ActChart, language: Language) -> Iterator[tuple[str, str, int | None]]:
    """The key: a piece of each line with its words. The numbers stand at the ends of the lines."""
    for series, key in zip(("signatures", "deposited"), _SERIES, strict=True):
        yield _piece(f'<path class="chart-line chart-{series}" d="M2 18H82"/>'), chart_words(key, language), None
    if any(each.withdrawals for each in chart.years):
        mark = f'<path class="chart-withdrawal" d="M42 8{_DOWN}"/>'
        yield _piece(mark), chart_words("chart_withdrawals", language), None


def _piece(drawn: str) -> str:
    return f'<svg class="chart-sample" viewBox="0 0 84 36" aria-hidden="true" focusable="false">{drawn}</svg>'
