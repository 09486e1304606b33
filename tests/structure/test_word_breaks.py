"""Words broken at line ends are joined; words that are written with a hyphen keep it, and nothing is lost."""

from __future__ import annotations

import pytest

from verbale.lexicon.compounds import is_broken
from verbale.model.document import Document
from verbale.read.dispatch import read_bytes
from verbale.structure.build import build_document


def build(text: str) -> Document:
    document = build_document(read_bytes(text.encode(), "text.txt"))
    assert document.coverage.unaccounted == 0
    return document


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("implemen", "tation"),
        ("disarma", "ment"),
        ("prolifera", "tion"),
        ("Gouverne", "ment"),
        ("apli", "cación"),
        ("осуществле", "ние"),
    ],
)
def test_what_ends_a_word_is_joined(left: str, right: str) -> None:
    assert is_broken(left, right, frozenset())


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("non", "proliferation"),
        ("nuclear", "weapon"),
        ("treaty", "based"),
        ("fact", "finding"),
        ("gender", "responsive"),
        ("after", "action"),
        ("sous", "commission"),
    ],
)
def test_compounds_keep_their_hyphen(left: str, right: str) -> None:
    assert not is_broken(left, right, frozenset())


def test_what_the_text_writes_elsewhere_decides() -> None:
    assert is_broken("police", "women", {"policewomen"})
    assert not is_broken("regula", "tion", {"regula-tion"})


def test_lines_are_joined_with_every_character_accounted_for() -> None:
    document = build(
        "1. The Government attaches importance to the non-\n"
        "proliferation of weapons and to the implemen-\n"
        "tation of the Treaty, and of what is nuclear-\n"
        "weapon-free.\n"
    )
    assert document.nodes[0].text == (
        "The Government attaches importance to the non-proliferation of weapons and to the implementation of the "
        "Treaty, and of what is nuclear-weapon-free."
    )


def test_a_hyphen_at_the_end_of_a_paragraph_stays() -> None:
    document = build("1. The words end in the implemen-\n\ntation\n\nof another paragraph.\n")
    assert "\u00ad" not in "".join(node.text for node in document.nodes)
