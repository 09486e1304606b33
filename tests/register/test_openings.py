"""What opens a request in a resolution, in each language."""

from __future__ import annotations

import pytest

from verbale.model.language import Language
from verbale.register.mandates import openings


@pytest.mark.parametrize(
    ("language", "words"),
    [(Language.EN, "to report"), (Language.FR, "de présenter"), (Language.ES, "a presentar"), (Language.ZH, "，提交,")],
)
def test_a_verb_opens_a_request(language: Language, words: str) -> None:
    assert openings._openers.__wrapped__(language).search(words)
