"""A difference in a sentence that a person understands, and the words of every version that it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from verbale.concord.compared_units import ComparedUnit, link_key
from verbale.concord.paragraph_map import Odd
from verbale.model.concordance import Aspect, Difference, DifferenceKind, Side
from verbale.model.finding import Severity
from verbale.model.language import Language
from verbale.model.node import NodeKind
from verbale.model.span import Span

NAMES: Mapping[Language, str] = {
    Language.AR: "Arabic",
    Language.ZH: "Chinese",
    Language.EN: "English",
    Language.FR: "French",
    Language.RU: "Russian",
    Language.ES: "Spanish",
}
_THINGS: Mapping[Aspect, str] = {
    Aspect.SYMBOL: "the symbol",
    Aspect.DATE: "the date",
    Aspect.STATE: "the State",
    Aspect.TREATY: "the treaty",
    Aspect.NUMBER: "the number",
}
_MOST_CELLS = 5  # cells of a table shown beside one difference
_PLAIN = frozenset({Aspect.SYMBOL, Aspect.DATE, Aspect.NUMBER})
_SEVERITIES: Mapping[DifferenceKind, Severity] = {
    DifferenceKind.MISSING: Severity.ERROR,
    DifferenceKind.ADDED: Severity.ERROR,
    DifferenceKind.MOVED: Severity.WARNING,
    DifferenceKind.RENUMBERED: Severity.WARNING,
    DifferenceKind.SPLIT: Severity.NOTE,
    DifferenceKind.VALUE: Severity.ERROR,
    DifferenceKind.NOTATION: Severity.NOTE,
}


def difference_of(odd: Odd, *, doubtful: bool = False) -> Difference:
    """The difference with its message and its sides; one that is ``doubtful`` is only worth a look."""
    sides = [side for one, units in odd.row.cells.items() for side in _sides(odd, one, units)]
    if odd.where and odd.kind is DifferenceKind.MOVED:
        sides = [side for side in sides if side.ref]
        sides += [side for one, units in odd.where.cells.items() if units for side in _sides(odd, one, units)]
    severity = severity_of(odd.kind, odd.aspect)
    if odd.kind is DifferenceKind.RENUMBERED and _is_note(odd):
        severity = Severity.NOTE
    if doubtful:
        severity = Severity.WARNING
    return Difference(
        odd.kind,
        odd.aspect,
        severity,
        odd.row.place,
        odd.apart,
        odd.printed,
        odd.others,
        _message(odd),
        tuple(sides),
    )


def _is_note(odd: Odd) -> bool:
    """Whether the row is one of footnotes: their numbers follow the order of words, and move all after one."""
    return any(unit.node.kind is NodeKind.FOOTNOTE for units in odd.row.cells.values() for unit in units)


def severity_of(kind: DifferenceKind, aspect: Aspect) -> Severity:
    """How grave a difference is: values of the text and the paragraphs themselves before names and links."""
    usual = _SEVERITIES[kind]
    if aspect is Aspect.PARAGRAPH or kind in (DifferenceKind.RENUMBERED, DifferenceKind.NOTATION):
        return usual
    if kind is DifferenceKind.MOVED:
        return Severity.NOTE
    if kind is DifferenceKind.VALUE:
        return Severity.WARNING if aspect is Aspect.LINK else Severity.ERROR
    if aspect in _PLAIN or aspect is Aspect.FOOTNOTE:
        return Severity.WARNING
    return Severity.NOTE


def named(languages: Sequence[Language]) -> str:
    """Languages in words: Arabic, French and Russian."""
    names = [NAMES[one] for one in languages]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _message(odd: Odd) -> str:
    who = named(odd.apart) if odd.apart else ""
    verb = "has" if len(odd.apart) == 1 else "have"
    if odd.aspect is Aspect.PARAGRAPH:
        return _of_paragraph(odd, who, verb)
    if odd.aspect is Aspect.FOOTNOTE:
        return f"{who or 'Versions'} {verb} {odd.printed[0]} footnotes here, the others {odd.others[0]}."
    if odd.aspect is Aspect.LINK:
        return _of_link(odd, who, verb)
    prints = "prints" if len(odd.apart) == 1 else "print"
    if odd.aspect is Aspect.LABEL:
        mine, its = odd.printed[0] or "no number", odd.others[0] or "no number"
        what = "the number in the form" if odd.kind is DifferenceKind.NOTATION else "the number"
        rest = "its other paragraphs" if odd.kind is DifferenceKind.NOTATION else "the others"
        return f"{who or 'One version'} {prints if who else 'prints'} {what} {mine}, {rest} {its}."
    thing = _THINGS[odd.aspect]
    mine, its = " and ".join(odd.printed), " and ".join(odd.others)
    if not who:
        parts = [f"some print {part}" for part in (mine, its) if part]
        return f"The versions differ in {thing}: {', '.join(parts)}" + ("." if mine and its else ", others do not.")
    if odd.kind is DifferenceKind.MOVED:
        return f"{who} {prints} {mine} where the others print {its}: the same values in another order."
    if odd.kind is DifferenceKind.VALUE:
        return f"{who} {prints} {thing} {mine} where the others print {its}."
    if odd.kind is DifferenceKind.ADDED:
        return f"{who} {prints} {thing} {mine}, which the others do not."
    return f"{who} {'does' if len(odd.apart) == 1 else 'do'} not print {thing} {its}, which the others do."


def _of_paragraph(odd: Odd, who: str, verb: str) -> str:
    if odd.kind is DifferenceKind.NOTATION:
        first = f", the first of them {odd.printed[0]}" if odd.printed[0] else ""
        return (
            f"{who} {verb} {odd.others[0]} paragraph numbers as part of the text{first}; most others number paragraphs."
        )
    if not who:
        if odd.kind is DifferenceKind.MISSING:
            return "Some versions have this paragraph and others do not."
        return f"The versions do not agree on how many paragraphs this is: {', '.join(odd.printed + odd.others)}."
    if odd.kind is DifferenceKind.MISSING:
        return f"{who} {verb} no paragraph that answers this one."
    if odd.kind is DifferenceKind.ADDED:
        again = f" Its words stand in {odd.where.place} too." if odd.where else ""
        return f"{who} {verb} a paragraph that the others do not have.{again}"
    if odd.kind is DifferenceKind.MOVED and odd.where:
        return f"{who} {verb} this paragraph in another place, {odd.where.place}."
    return f"{who} {verb} this as {odd.printed[0]}, the others as {odd.others[0]} paragraphs."


def _of_link(odd: Odd, who: str, verb: str) -> str:
    mine, its = " and ".join(odd.printed), " and ".join(odd.others)
    if not who:
        return f"The versions differ in links: some lead to {' or '.join(part for part in (mine, its) if part)}."
    if odd.kind is DifferenceKind.MISSING:
        return f"{who} {verb} no link to {its}, which the others have."
    if odd.kind is DifferenceKind.ADDED:
        return f"{who} {verb} a link to {mine}, which the others do not have."
    return f"{who} {verb} a link to {mine} where the others link to {its}."


def _sides(odd: Odd, language: Language, units: Sequence[ComparedUnit]) -> Iterator[Side]:
    if not units:
        yield Side(language, "", "", "")
    is_apart = language in odd.apart
    for unit in units:
        keys = odd.printed + odd.others if not odd.apart else odd.printed if is_apart else odd.others
        highlighted = tuple(sorted(set(_highlighted(unit, odd.aspect, keys))))
        if unit.cells:
            yield from _of_table(language, unit, highlighted)
        else:
            yield Side(language, unit.node.ref, unit.node.number, unit.node.text, highlighted)


def _of_table(language: Language, unit: ComparedUnit, highlighted: Sequence[Span]) -> Iterator[Side]:
    """The cells of a table with highlighted words, or its first one."""
    shown = 0
    for start, node in unit.cells:
        mine = [span for span in highlighted if start <= span.start and span.end <= start + len(node.text)]
        if mine and shown < _MOST_CELLS:
            shown += 1
            spans = tuple(Span(span.start - start, span.end - start) for span in mine)
            yield Side(language, node.ref, node.number, node.text, spans)
    if not shown:
        _, node = unit.cells[0]
        yield Side(language, node.ref, node.number, node.text)


def _highlighted(unit: ComparedUnit, aspect: Aspect, keys: Sequence[str]) -> Iterator[Span]:
    wanted = {part for key in keys for part in (key, key.split(" ")[-1])}
    for value in unit.values:
        if value.aspect is aspect and value.key in wanted:
            yield Span(value.start, value.end)
    if aspect is Aspect.FOOTNOTE:
        yield from (Span(max(0, mark.at - 1), mark.at) for mark in unit.node.notes if mark.at)
    if aspect is Aspect.LINK:
        yield from (
            Span(link.start, link.end)
            for link in unit.node.links
            if link_key(link.target) in wanted and link.start < link.end
        )
