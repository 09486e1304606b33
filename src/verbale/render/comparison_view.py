"""Then and now: what a State said in two reports, in the terminal and on a page, the originals beside each other."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from verbale.lexicon.naming import state_name
from verbale.model.comparison import ComparedParagraph, Comparison, Half, Pairing, ParagraphChange
from verbale.model.language import Language
from verbale.render.csv_table import csv_rows
from verbale.render.html_page import results_page
from verbale.render.inline_html import escaped
from verbale.render.selection import visible

_STYLES: Mapping[ParagraphChange, str] = {
    ParagraphChange.KEPT: "green",
    ParagraphChange.CHANGED: "yellow",
    ParagraphChange.NEW: "cyan",
    ParagraphChange.DROPPED: "magenta",
}
_CLASSES: Mapping[ParagraphChange, str] = {
    ParagraphChange.KEPT: "note",
    ParagraphChange.CHANGED: "warning",
    ParagraphChange.NEW: "note",
    ParagraphChange.DROPPED: "note",
}
_SHOWN = 4  # things shared that a row of the table names


def comparison_table(comparisons: Sequence[Comparison], *, width: int = 100, colour: bool = False) -> str:
    """For each State the pairings in the order of the later report, both texts whole."""
    console = Console(width=width, force_terminal=colour, no_color=not colour, file=io.StringIO(), highlight=False)
    with console.capture() as capture:
        for one in comparisons:
            console.print(Text(visible(_title(one)), "bold"))
            console.print(_table(one, colour=colour))
            console.print(Text(_sums(one), "bold"))
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def _title(one: Comparison) -> str:
    return f"{state_name(one.state, Language.EN)} ({one.state}): {_half(one.earlier)} and {_half(one.later)}"


def _half(half: Half) -> str:
    return f"{half.symbol or half.source}{f' of {half.date}' if half.date else ''}"


def _sums(one: Comparison) -> str:
    return ", ".join(f"{one.count(course)} {course.value}" for course in ParagraphChange)


def _table(one: Comparison, *, colour: bool) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold" if colour else "")
    table.add_column("course", no_wrap=True)
    table.add_column(one.earlier.symbol or one.earlier.source, overflow="fold", ratio=3)
    table.add_column(one.later.symbol or one.later.source, overflow="fold", ratio=3)
    table.add_column("paired by", overflow="fold", ratio=1, style="bright_black" if colour else "")
    for each in one.pairings:
        why = f"{each.likeness:.2f} " + ", ".join(it.text for it in each.shared[:_SHOWN]) if each.shared else ""
        course = Text(each.course.value, _STYLES[each.course])
        table.add_row(course, _cell(each.earlier), _cell(each.later), visible(why))
    return table


def _cell(paragraph: ComparedParagraph | None) -> str:
    return visible(f"{paragraph.ref}  {paragraph.text}") if paragraph else ""


def comparison_csv(comparisons: Iterable[Comparison]) -> str:
    """One row a pairing: what became of the paragraph, and its words in both reports."""
    return csv_rows(
        ("state", "course", "earlier_ref", "earlier", "later_ref", "later", "likeness"),
        (
            (
                *(one.state, each.course.value),
                *((each.earlier.ref, each.earlier.text) if each.earlier else ("", "")),
                *((each.later.ref, each.later.text) if each.later else ("", "")),
                round(each.likeness, 3),
            )
            for one in comparisons
            for each in one.pairings
        ),
    )


def comparison_page(comparisons: Sequence[Comparison]) -> str:
    """One self-contained page: what both paragraphs share is highlighted, and named with its weight."""
    body = "".join(_section(one) for one in comparisons)
    return results_page("Then and now", body, "concordance.css", "comparison.css")


def _section(one: Comparison) -> str:
    cards = "".join(_card(each, one) for each in one.pairings)
    return (
        f'<header><p class="eyebrow">Then and now</p><h1>{escaped(state_name(one.state, Language.EN))}</h1>\n'
        f'<p class="title">{escaped(_half(one.earlier))} beside {escaped(_half(one.later))}</p>\n'
        f'<p class="lead"><strong>{_sums(one)}</strong>. Paragraphs are paired by what they are about; the words and '
        f'names that both share are highlighted.</p></header>\n<section class="differences">\n{cards}</section>\n'
    )


def _card(each: Pairing, one: Comparison) -> str:
    shared = ", ".join(f"{escaped(it.text)} <small>{it.weight:.1f}</small>" for it in each.shared)
    why = f'<p class="message shared" dir="auto">Shared: {shared}</p>\n' if shared else ""
    score = f'<span class="aspect">likeness {each.likeness:.2f}</span>' if each.shared else ""
    return (
        f'<article class="{_CLASSES[each.course]}"><h3><span class="badge">{each.course.value}</span> {score}</h3>\n'
        f'{why}<div class="sides then-now">\n{_side(each.earlier, one.earlier)}{_side(each.later, one.later)}</div>\n'
        "</article>\n"
    )


def _side(paragraph: ComparedParagraph | None, half: Half) -> str:
    code = half.language.value if half.language else "und"
    direction = half.language.direction if half.language else "ltr"
    name = escaped(half.symbol or half.source)
    if paragraph is None:
        text, ref = '<span class="nothing" lang="en" dir="ltr">nothing on this topic</span>', ""
    else:
        label = f'<span class="label">{escaped(paragraph.label)}</span> ' if paragraph.label else ""
        text, ref = label + "".join(_highlighted(paragraph)), paragraph.ref
    return (
        f'<div class="side"><p class="about" dir="ltr"><span>{name}</span> <code>{escaped(ref)}</code></p>'
        f'<p class="text" lang="{code}" dir="{direction}">{text}</p></div>\n'
    )


def _highlighted(paragraph: ComparedParagraph) -> Iterator[str]:
    at = 0
    for span in paragraph.highlighted:
        yield escaped(paragraph.text[at : span.start])
        yield f"<mark>{escaped(paragraph.text[span.start : span.end])}</mark>"
        at = span.end
    yield escaped(paragraph.text[at:])
