"""Words that tell, without learning, which paragraphs of two languages are each other."""

from __future__ import annotations

import pytest

from verbale.concord.aligned_row import AlignedRow
from verbale.concord.cognates import KindredWords, stems_of
from verbale.concord.compared_units import ComparedUnit, unit_of
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind

ENGLISH = (
    "Stressing that the forests of the hills give water to the cities,",
    "Stressing that schools and their libraries are open to all children,",
    "Stressing that the economy of the coast lives on the harbour,",
)
RUSSIAN = (
    "подчеркивая, что леса на холмах дают воду городам,",
    "подчеркивая, что школы и их библиотеки открыты всем детям,",
    "подчеркивая, что экономика побережья живет портом,",
)
CHINESE = ("强调山上的森林为城市供水，", "强调学校及其图书馆向所有儿童开放，", "强调沿海经济依靠港口，")


def units(texts: tuple[str, ...], language: Language) -> list[ComparedUnit]:
    return [
        unit_of(Node(f"P.{place}", NodeKind.PREAMBLE, text, (), language=language), language, ())
        for place, text in enumerate(texts, start=1)
    ]


@pytest.mark.parametrize(("texts", "language"), [(RUSSIAN, Language.RU), (CHINESE, Language.ZH)])
def test_a_paragraph_fits_its_own_row_best(texts: tuple[str, ...], language: Language) -> None:
    rows = [AlignedRow({Language.EN: (unit,)}) for unit in units(ENGLISH, Language.EN)]
    its = units(texts, language)
    kindred = KindredWords(rows, its, language)
    for place, unit in enumerate(its):
        fits = [kindred.fit(unit, row) for row in rows]
        assert max(range(len(rows)), key=fits.__getitem__) == place
        assert fits[place] > 0 > max(fit for other, fit in enumerate(fits) if other != place)


def test_a_row_without_other_versions_tells_nothing() -> None:
    unit = units(ENGLISH, Language.EN)[0]
    assert KindredWords([], [unit], Language.EN).fit(unit, AlignedRow({})) == 0.0


def test_related_languages_share_beginnings() -> None:
    assert (
        stems_of("терроризм", Language.RU) == stems_of("terrorism", Language.EN) == stems_of("terrorisme", Language.FR)
    )
    assert stems_of("nucléaire", Language.FR) == stems_of("nuclear", Language.ES)
    assert stems_of("森林为城市供水", Language.ZH) == frozenset()
