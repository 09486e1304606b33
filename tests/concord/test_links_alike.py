"""Links are compared between the versions that have any: a source without links lacks none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from verbale.concord.aligned_row import AlignedRow
from verbale.concord.compared_units import ComparedUnit, unit_of
from verbale.concord.paragraph_map import Odd
from verbale.concord.row_values import find_in_values
from verbale.model.concordance import Aspect, DifferenceKind
from verbale.model.language import Language
from verbale.model.node import Link, Node, NodeKind

EN, FR, ES, RU = Language.EN, Language.FR, Language.ES, Language.RU
FIRST, SECOND = "A/RES/76/53", "A/RES/75/66"


def row(targets: Mapping[Language, Sequence[str]]) -> AlignedRow:
    """A row whose versions say the same and lead to these documents."""
    cells: dict[Language, tuple[ComparedUnit, ...]] = {}
    for language, symbols in targets.items():
        links = tuple(Link(0, 3, f"https://undocs.org/{language.value}/{symbol}") for symbol in symbols)
        cells[language] = (unit_of(Node("1", NodeKind.PARAGRAPH, "See", (), links=links), language, ()),)
    return AlignedRow(cells)


def of_links(*rows: AlignedRow) -> list[Odd]:
    return [odd for odd in find_in_values(rows) if odd.aspect is Aspect.LINK]


def told(*rows: AlignedRow) -> list[tuple[DifferenceKind, tuple[Language, ...], tuple[str, ...], tuple[str, ...]]]:
    return [(odd.kind, odd.apart, odd.printed, odd.others) for odd in of_links(*rows)]


def test_a_version_without_any_link_lacks_none() -> None:
    assert told(row({EN: [FIRST], FR: [FIRST], ES: [], RU: []})) == []


def test_a_version_that_links_elsewhere_lacks_a_link() -> None:
    here, there = row({EN: [FIRST], FR: [FIRST], ES: []}), row({EN: [SECOND], FR: [SECOND], ES: [SECOND]})
    assert told(here, there) == [(DifferenceKind.MISSING, (ES,), (), (FIRST,))]
    assert [odd.row is here for odd in of_links(there, here)] == [True]


def test_a_link_that_leads_elsewhere_is_told_with_both() -> None:
    assert told(row({EN: [FIRST], FR: [FIRST], ES: [SECOND]})) == [(DifferenceKind.VALUE, (ES,), (SECOND,), (FIRST,))]


def test_a_link_of_one_version_is_added() -> None:
    assert told(row({EN: [FIRST], FR: [FIRST, SECOND], ES: [FIRST]})) == [(DifferenceKind.ADDED, (FR,), (SECOND,), ())]


def test_two_versions_have_no_majority() -> None:
    assert told(row({EN: [FIRST], FR: [SECOND]})) == [(DifferenceKind.VALUE, (), (FIRST,), (SECOND,))]
    assert told(row({EN: [FIRST], FR: []})) == []


def test_a_version_with_nothing_in_the_row_is_left_out() -> None:
    here = row({EN: [FIRST], FR: [FIRST], ES: [FIRST]})
    here.cells[ES] = ()
    assert told(here, row({EN: [SECOND], FR: [SECOND], ES: [SECOND]})) == []
