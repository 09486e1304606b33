"""What differs between two versions: units that came, went or were worded anew, whatever their numbers are by now."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from verbale.app.version_changes import find_changes
from verbale.model.document import Document, Facts
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind
from verbale.model.typesetting import typeset

WORDS = [f"Paragraph {word} says something of its own about {word}." for word in ("one", "two", "three", "four")]


def document(texts: Sequence[str]) -> Document:
    nodes = [
        Node(f"I.{number}", NodeKind.PARAGRAPH, text, (), label=f"{number}.") for number, text in enumerate(texts, 1)
    ]
    setting = typeset(nodes, "text")
    return Document(setting.source, "report", Language.EN, Facts(), setting.nodes, (), setting.coverage)


def differing(before: Sequence[str], after: Sequence[str]) -> list[tuple[str, str, str]]:
    return [
        (one.how, one.ref, "".join(run.text for run in one.runs if run.how != "equal"))
        for one in find_changes(document(before), document(after))
    ]


def test_a_unit_that_was_put_in_changes_none_after_it() -> None:
    new = "Quite another matter."
    assert differing(WORDS, [WORDS[0], new, *WORDS[1:]]) == [("added", "I.2", new)]
    assert differing([WORDS[0], new, *WORDS[1:]], WORDS) == [("removed", "I.2", new)]
    assert differing(WORDS, WORDS) == []


def test_a_unit_that_was_worded_anew_is_the_same_in_another_place() -> None:
    edited = WORDS[2].replace("says", "said")
    assert differing(WORDS, ["Quite another matter.", *WORDS[:2], edited, WORDS[3]]) == [
        ("added", "I.1", "Quite another matter."),
        ("changed", "I.4", "sayssaid"),
    ]


def test_a_unit_with_nothing_in_common_went_and_another_came() -> None:
    assert differing(WORDS[:1], ["Nothing alike."]) == [
        ("added", "I.1", "Nothing alike."),
        ("removed", "I.1", WORDS[0]),
    ]


@pytest.mark.parametrize("count", [15, 40])
def test_long_stretches_of_other_words_are_paired_by_their_refs(count: int) -> None:
    before = [f"old {number}" for number in range(count)]
    found = find_changes(document(before), document([text.replace("old", "new") for text in before]))
    assert [one.how for one in found] == ["changed"] * count
