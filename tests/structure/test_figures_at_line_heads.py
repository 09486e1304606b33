"""What a figure or a letter at the head of a line is: a day, a marker, a bracket that closes, an item, an ordinal."""

from __future__ import annotations

import hashlib

import pytest

from verbale.model.block import Block, Extraction, Mark, MarkKind, Shape
from verbale.model.document import Document
from verbale.model.node import NodeKind
from verbale.model.source import MediaType, Source
from verbale.model.span import Span
from verbale.read.dispatch import read_bytes
from verbale.structure.build import build_document
from verbale.structure.labels import find_labels


def build(text: str) -> Document:
    return build_document(read_bytes(text.encode(), "text.txt"))


def printed(lines: list[tuple[str, float, float, int]]) -> Document:
    """Lines of a page with their height, size and, where it is not 0, the place of a raised figure."""
    text, blocks = "", []
    for words, bottom, size, raised in lines:
        at = len(text)
        marks = (Mark(MarkKind.SUPERSCRIPT, Span(at + raised, at + raised + 1)),) if raised else ()
        span = Span(at, at + len(words))
        right = 72 + len(words) * size / 2
        blocks.append(
            Block(span, Shape.LINE, left=72, right=right, top=bottom - size, bottom=bottom, size=size, marks=marks)
        )
        text += f"{words}\n"
    source = Source("page.pdf", hashlib.sha256(b"").hexdigest(), MediaType.PDF, text)
    return build_document(Extraction(source, tuple(blocks)))


@pytest.mark.parametrize("day", ["3 May 2022", "3 mai 2022", "3 мая 2022 года", "3 أيار/مايو 2022"])
def test_a_line_that_begins_with_a_day_is_no_note(day: str) -> None:
    document = build(
        "1. The meeting that was held with all of the observers2 from the twentieth of April to the\n"
        f"{day} considered the matter3 at length, and adjourned.\n\n\n2   A/78/902.\n3   A/78/903.\n"
    )
    assert day in document.nodes[0].text


def test_a_note_of_the_same_number_as_a_day_is_found_below_it() -> None:
    document = printed(
        [
            ("The meeting was held in Geneva from 28 April to", 100, 12, 0),
            ("1 May 2022, as was decided1 by the Committee at its session.", 114, 12, 26),
            ("1 See the decision.", 700, 8, 0),
        ]
    )
    assert "1 May 2022, as was decided by" in document.nodes[0].text


def test_a_raised_figure_behind_a_figure_is_a_marker() -> None:
    document = printed(
        [
            ("The treaty entered into force in 19703 for those that had ratified it.", 100, 12, 37),
            ("It was extended in 1995 at a conference of all of its parties.", 114, 12, 0),
            ("3 See the series of treaties, volume 729.", 700, 9, 0),
        ]
    )
    assert "in 1970 for" in document.nodes[0].text
    assert [node.ref for node in document.nodes if node.kind is NodeKind.FOOTNOTE] == ["fn.3"]


def test_what_closes_a_bracket_is_no_item() -> None:
    document = build(
        "1. The protocols on lights and on buoys (Protocols III and\n"
        "IV) are in force for the State, as the annex says (vol.\n"
        "II) of them.\n"
    )
    assert [node.ref for node in document.nodes] == ["1"]


def test_letters_before_a_full_stop_are_items() -> None:
    document = build("1. The State:\n\n   a. Is a party to it;\n\n   b. Signed it in 1996.\n\n2. It goes on.\n")
    assert [(node.ref, node.label) for node in document.nodes] == [
        ("1", "1."),
        ("1.a", "a."),
        ("1.b", "b."),
        ("2", "2."),
    ]


def test_a_cut_word_at_the_head_of_a_line_is_no_item() -> None:
    document = build(
        "1. The State recalls the case of one against another, that is of A\nv. Another, and\np. 3 of it.\n"
    )
    assert len(document.nodes) == 1


def test_the_ending_of_an_ordinal_is_no_label() -> None:
    assert find_labels("43- е пленарное заседание") == ()
    assert find_labels("43 - Призывает государства")[0].value == 43


def test_printed_numbers_belong_to_those_that_have_them() -> None:
    document = build("Meeting notes\n\nWords without a number.\n\n1. The first.\n\nBetween them.\n\n2. The second.\n")
    assert [node.ref for node in document.nodes] == ["lead.1", "lead.2", "1", "1.1", "2"]
    assert not [finding for finding in document.findings if finding.rule == "structure/number-twice"]
