"""The sentence of each kind of difference, how grave it is, and the words of each version it is about."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.concord.made_units import unit, value

from verbale.concord.aligned_row import AlignedRow
from verbale.concord.compared_units import link_key
from verbale.concord.difference_words import difference_of, named, severity_of
from verbale.concord.paragraph_map import Odd
from verbale.model.concordance import Aspect, DifferenceKind, Side
from verbale.model.finding import Severity
from verbale.model.language import Language
from verbale.model.node import Link, Node, NodeKind
from verbale.model.span import Span

EN, FR, RU, ES = (Language(name) for name in ("en", "fr", "ru", "es"))
DATE = "2021-12-06"
TEXT = "0123456789" * 4


def row(**others: str) -> AlignedRow:
    """Three versions with one date, named ones with another, at the second place for values."""
    keys = {one: others.get(one.value, DATE) for one in (EN, FR, ES)}
    return AlignedRow(
        {one: (unit(one, [value(Aspect.DATE, key, 1)], ref="4", number="4.", text=TEXT),) for one, key in keys.items()}
    )


def message(
    kind: DifferenceKind,
    aspect: Aspect,
    *apart: Language,
    printed: tuple[str, ...] = (),
    others: tuple[str, ...] = (),
    where: AlignedRow | None = None,
) -> str:
    return difference_of(Odd(row(), kind, aspect, apart, printed, others, where)).message


def test_languages_in_words() -> None:
    assert named([FR]) == "French"
    assert named([FR, EN]) == "French and English"
    assert named([FR, EN, RU]) == "French, English and Russian"


V, A, M = DifferenceKind.VALUE, DifferenceKind.ADDED, DifferenceKind.MISSING
SENTENCES = [
    (V, Aspect.DATE, (FR,), ("X",), ("Y",), "French prints the date X where the others print Y."),
    (
        *(V, Aspect.STATE, (FR, ES), ("X", "Z"), ("Y",)),
        "French and Spanish print the State X and Z where the others print Y.",
    ),
    (A, Aspect.SYMBOL, (FR,), ("X",), (), "French prints the symbol X, which the others do not."),
    (M, Aspect.TREATY, (FR,), (), ("Y",), "French does not print the treaty Y, which the others do."),
    (M, Aspect.NUMBER, (FR, ES), (), ("Y",), "French and Spanish do not print the number Y, which the others do."),
    (V, Aspect.DATE, (), ("X",), ("Y",), "The versions differ in the date: some print X, some print Y."),
    (M, Aspect.DATE, (), ("X",), (), "The versions differ in the date: some print X, others do not."),
    (
        *(DifferenceKind.MOVED, Aspect.DATE, (FR,), ("X", "Y"), ("Y", "X")),
        "French prints X and Y where the others print Y and X: the same values in another order.",
    ),
    (V, Aspect.FOOTNOTE, (FR,), ("1",), ("2",), "French has 1 footnotes here, the others 2."),
    (V, Aspect.FOOTNOTE, (), ("1",), ("2",), "Versions have 1 footnotes here, the others 2."),
    (M, Aspect.LINK, (FR,), (), ("Y",), "French has no link to Y, which the others have."),
    (A, Aspect.LINK, (FR, ES), ("X",), (), "French and Spanish have a link to X, which the others do not have."),
    (V, Aspect.LINK, (FR,), ("X",), ("Y",), "French has a link to X where the others link to Y."),
    (V, Aspect.LINK, (), ("X",), ("Y",), "The versions differ in links: some lead to X or Y."),
    (M, Aspect.LINK, (), ("X",), (), "The versions differ in links: some lead to X."),
    (DifferenceKind.RENUMBERED, Aspect.LABEL, (FR,), ("2",), ("1",), "French prints the number 2, the others 1."),
    (
        *(DifferenceKind.RENUMBERED, Aspect.LABEL, (FR, ES), ("",), ("1",)),
        "French and Spanish print the number no number, the others 1.",
    ),
    (
        *(DifferenceKind.NOTATION, Aspect.LABEL, (FR,), ("8–",), ("1.",)),
        "French prints the number in the form 8–, its other paragraphs 1..",
    ),
    (
        *(DifferenceKind.NOTATION, Aspect.PARAGRAPH, (FR,), ("1",), ("7",)),
        "French has 7 paragraph numbers as part of the text, the first of them 1; most others number paragraphs.",
    ),
    (
        *(DifferenceKind.NOTATION, Aspect.PARAGRAPH, (FR,), ("",), ("7",)),
        "French has 7 paragraph numbers as part of the text; most others number paragraphs.",
    ),
    (M, Aspect.PARAGRAPH, (), (), (), "Some versions have this paragraph and others do not."),
    (
        *(DifferenceKind.SPLIT, Aspect.PARAGRAPH, (), ("1",), ("2", "3")),
        "The versions do not agree on how many paragraphs this is: 1, 2, 3.",
    ),
    (M, Aspect.PARAGRAPH, (FR, ES), (), (), "French and Spanish have no paragraph that answers this one."),
    (A, Aspect.PARAGRAPH, (FR,), (), (), "French has a paragraph that the others do not have."),
    (
        *(DifferenceKind.SPLIT, Aspect.PARAGRAPH, (FR,), ("2",), ("1",)),
        "French has this as 2, the others as 1 paragraphs.",
    ),
]


@pytest.mark.parametrize(("kind", "aspect", "apart", "printed", "others", "sentence"), SENTENCES)
def test_each_difference_has_its_sentence(
    kind: DifferenceKind,
    aspect: Aspect,
    apart: tuple[Language, ...],
    printed: tuple[str, ...],
    others: tuple[str, ...],
    sentence: str,
) -> None:
    assert message(kind, aspect, *apart, printed=printed, others=others) == sentence


def test_where_it_stands_instead() -> None:
    again = message(A, Aspect.PARAGRAPH, FR, where=row())
    assert again == "French has a paragraph that the others do not have. Its words stand in 4 too."
    moved = message(DifferenceKind.MOVED, Aspect.PARAGRAPH, FR, where=row())
    assert moved == "French has this paragraph in another place, 4."


@pytest.mark.parametrize(
    ("kind", "aspect", "severity"),
    [
        (M, Aspect.PARAGRAPH, Severity.ERROR),
        (A, Aspect.PARAGRAPH, Severity.ERROR),
        (DifferenceKind.MOVED, Aspect.PARAGRAPH, Severity.WARNING),
        (DifferenceKind.SPLIT, Aspect.PARAGRAPH, Severity.NOTE),
        (DifferenceKind.RENUMBERED, Aspect.LABEL, Severity.WARNING),
        (DifferenceKind.NOTATION, Aspect.LABEL, Severity.NOTE),
        (DifferenceKind.MOVED, Aspect.DATE, Severity.NOTE),
        (V, Aspect.DATE, Severity.ERROR),
        (V, Aspect.STATE, Severity.ERROR),
        (V, Aspect.LINK, Severity.WARNING),
        (M, Aspect.SYMBOL, Severity.WARNING),
        (A, Aspect.DATE, Severity.WARNING),
        (M, Aspect.FOOTNOTE, Severity.WARNING),
        (M, Aspect.STATE, Severity.NOTE),
        (A, Aspect.TREATY, Severity.NOTE),
        (M, Aspect.LINK, Severity.NOTE),
    ],
)
def test_how_grave_a_difference_is(kind: DifferenceKind, aspect: Aspect, severity: Severity) -> None:
    assert severity_of(kind, aspect) is severity


def test_doubt_and_numbers_of_footnotes_are_less_grave() -> None:
    assert difference_of(Odd(row(), M, Aspect.PARAGRAPH, (FR,)), doubtful=True).severity is Severity.WARNING
    renumbered = Odd(row(), DifferenceKind.RENUMBERED, Aspect.LABEL, (FR,), ("2",), ("1",))
    assert difference_of(renumbered).severity is Severity.WARNING
    note = row()
    note.cells[FR] = (unit(FR, ref="fn.4", kind=NodeKind.FOOTNOTE),)
    assert difference_of(replace(renumbered, row=note)).severity is Severity.NOTE


def test_each_side_lights_its_own_value() -> None:
    found = difference_of(Odd(row(fr="2021-12-09"), V, Aspect.DATE, (FR,), ("2021-12-09",), (DATE,)))
    assert (found.place, found.apart, found.printed, found.others) == ("4", (FR,), ("2021-12-09",), (DATE,))
    assert found.sides == tuple(Side(one, "4", "4.", TEXT, (Span(10, 15),)) for one in (EN, FR, ES))
    wrong = difference_of(Odd(row(fr="2021-12-09"), V, Aspect.DATE, (FR,), (DATE,), ("2021-12-09",)))
    assert [side.highlighted for side in wrong.sides] == [(), (), ()]


def test_without_a_majority_both_values_are_lit() -> None:
    found = difference_of(Odd(row(fr="2021-12-09"), V, Aspect.DATE, (), (DATE,), ("2021-12-09",)))
    assert [len(side.highlighted) for side in found.sides] == [1, 1, 1]


def test_a_value_of_a_pair_is_lit() -> None:
    found = difference_of(Odd(row(), V, Aspect.DATE, (FR,), (f"A/RES/1 {DATE}",), (f"A/RES/1 {DATE}",)))
    assert [side.highlighted for side in found.sides] == [(Span(10, 15),)] * 3


def test_an_absent_version_has_an_empty_side_and_of_a_moved_one_the_place_it_has() -> None:
    absent, elsewhere = row(), row()
    absent.cells[FR] = ()
    sides = difference_of(Odd(absent, M, Aspect.PARAGRAPH, (FR,))).sides
    assert sides[1] == Side(FR, "", "", "")
    elsewhere.cells = {EN: (), FR: (unit(FR, ref="9", number="9.", text="9"),), ES: ()}
    moved = difference_of(Odd(absent, DifferenceKind.MOVED, Aspect.PARAGRAPH, (FR,), where=elsewhere)).sides
    assert [(side.language, side.ref) for side in moved] == [(EN, "4"), (ES, "4"), (FR, "9")]


def test_markers_of_notes_and_links_are_lit() -> None:
    noted = AlignedRow({EN: (unit(EN, text=TEXT, notes=(0, 7)),), FR: (unit(FR, text=TEXT),)})
    sides = difference_of(Odd(noted, V, Aspect.FOOTNOTE, (FR,), ("0",), ("2",))).sides
    assert [side.highlighted for side in sides] == [(Span(6, 7),), ()]
    target = "https://undocs.org/en/A/RES/76/53"
    plain = unit(EN, text=TEXT)
    links = (Link(2, 5, target), Link(6, 6, target), Link(8, 9, "https://undocs.org/en/A/1"))
    linked = AlignedRow({EN: (replace(plain, node=replace(plain.node, links=links)),), FR: (unit(FR, text=TEXT),)})
    sides = difference_of(Odd(linked, M, Aspect.LINK, (FR,), (), (link_key(target),))).sides
    assert [side.highlighted for side in sides] == [(Span(2, 5),), ()]


def table(values: int, cells: int) -> AlignedRow:
    """A table of one version: cells of ten characters, each value in the cell of its place."""
    nodes = [Node(f"t.{place}", NodeKind.ITEM, "0123456789", ()) for place in range(cells)]
    printed = [value(Aspect.DATE, DATE, place) for place in range(values)]
    made = replace(unit(EN, printed), cells=tuple((place * 10, node) for place, node in enumerate(nodes)))
    return AlignedRow({EN: (made,), FR: (unit(FR),)})


def test_of_a_table_the_cells_that_differ_are_shown_five_at_most() -> None:
    def sides(values: int, cells: int) -> list[tuple[str, tuple[Span, ...]]]:
        found = difference_of(Odd(table(values, cells), M, Aspect.DATE, (FR,), (), (DATE,)))
        return [(side.ref, side.highlighted) for side in found.sides if side.language is EN]

    assert sides(2, 7) == [("t.0", (Span(0, 5),)), ("t.1", (Span(0, 5),))]
    assert [ref for ref, _ in sides(7, 7)] == ["t.0", "t.1", "t.2", "t.3", "t.4"]
    assert sides(0, 7) == [("t.0", ())]
