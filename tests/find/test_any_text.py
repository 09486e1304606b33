"""Finding never raises: text that has no UTF-8 is searched like any other."""

from __future__ import annotations

import pytest

from verbale.find.annotate import find_annotations
from verbale.find.setting import DocumentContext
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind


@pytest.mark.parametrize("language", list(Language))
def test_a_lone_surrogate_hides_nothing_else(language: Language) -> None:
    text = "A/RES/76/53 \ud800 2010-05-14"
    node = Node("1", NodeKind.PARAGRAPH, text, (), language=language)
    found = find_annotations([node], DocumentContext(language, "generic", None, None, None))
    assert [one.text for one in found] == ["A/RES/76/53", "2010-05-14"]
