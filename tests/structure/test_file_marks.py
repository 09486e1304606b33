"""The line under which a mission files its letter, told from lines that only hold figures."""

from __future__ import annotations

import pytest

from verbale.structure.landmarks import is_filed


@pytest.mark.parametrize(
    "text",
    ["CR/ONU/2022-0991", "Ref.: ODA/2022-00991", "No.: 2022/077", "الرقم: 2022/077", "№ 02-19/431", "编号：2022/18"],
)
def test_a_file_mark_stands_by_itself(text: str) -> None:
    assert is_filed(text)


@pytest.mark.parametrize("text", ["resolution 76/53", "القرار 76/53", "12/05/2022", "Ref.: see below", "76/53"])
def test_other_figures_are_no_file_mark(text: str) -> None:
    assert not is_filed(text)
