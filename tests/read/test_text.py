"""Plain text: wrapped lines stay lines, and what was never wrapped is whole."""

from __future__ import annotations

import pytest

from verbale.app.reading import read_tree
from verbale.model.block import Shape
from verbale.model.node import NodeKind
from verbale.read.dispatch import read_bytes

LONG = (
    "The Permanent Mission of Cambodia presents its compliments to the Office for Disarmament Affairs and has the "
    "honour to submit the views of its Government in answer to the note verbale of 28 January 2022."
)
LETTER = (
    f"Permanent Mission of Cambodia to the United Nations\n\nPM/2022/17\n\n{LONG}\n\nResolution 76/53\n\n"
    "1. Cambodia has nothing to add.\n\nResolution 76/46\n\n1. Cambodia supports nuclear disarmament.\n\n"
    "New York, 9 May 2022\n"
)


@pytest.mark.parametrize(
    ("text", "shapes"),
    [
        (LETTER, {Shape.PARAGRAPH}),
        ("\n".join(LONG[at : at + 70] for at in range(0, len(LONG), 70)), {Shape.LINE}),
        ("一" * 100 + "。\n" + "二" * 20 + "。\n", {Shape.PARAGRAPH}),
        ("一" * 40 + "\n" + "二" * 20 + "。\n", {Shape.LINE}),
        ("", set()),
    ],
    ids=["unwrapped", "wrapped", "unwrapped-zh", "wrapped-zh", "empty"],
)
def test_lines_that_were_never_wrapped_are_whole(text: str, shapes: set[Shape]) -> None:
    assert {block.shape for block in read_bytes(text.encode() or b" ", "letter.txt").blocks} == shapes


def test_a_letter_that_answers_two_resolutions_has_a_heading_for_each() -> None:
    document = read_tree(LETTER.encode(), "letter.txt")
    assert document.profile == "reply"
    assert [node.text for node in document.nodes if node.kind is NodeKind.SUBHEADING] == [
        "Resolution 76/53",
        "Resolution 76/46",
    ]
    assert [node.ref for node in document.nodes if node.kind is NodeKind.PARAGRAPH] == ["lead.1", "1", "§2.1"]
    assert [node.text for node in document.nodes if node.kind is NodeKind.MASTHEAD][-1] == "PM/2022/17"
    assert [(reply.state, reply.date) for reply in document.replies] == [("KHM", "2022-05-09")]
