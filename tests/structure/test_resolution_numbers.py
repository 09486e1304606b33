"""Resolutions whose numbers run on over their sections, and labels of seldom forms."""

from __future__ import annotations

from verbale.app.reading import read_tree
from verbale.model.node import NodeKind
from verbale.structure.labels import LabelKind, find_labels

HEAD = (
    "A/RES/76/900\n\nResolution adopted by the General Assembly on 6 December 2021\n\n76/900. Lighthouses\n\n"
    "The General Assembly,\n\n"
)
LONG = (
    "Implementation of the Agreement on the lamps, lenses and bells of lighthouses, beacons and buoys of the open sea "
    "and of the waters under the care of the keepers who have signed it and of those who have not"
)


def operative(text: str) -> list[str]:
    document = read_tree(text.encode("utf-8"), "resolution.txt", "resolution")
    return [node.ref for node in document.nodes if node.kind is NodeKind.OPERATIVE]


def test_numbers_run_on_behind_a_heading_that_is_long() -> None:
    text = HEAD + (
        f"Recalling its resolution 75/900 of 7 December 2020,\n\nI\n\n1. Notes the lamps;\n\n2. Notes the lenses;\n\n"
        f"II\n\n{LONG}\n\n3. Notes the bells;\n\n4. Notes the buoys.\n"
    )
    assert operative(text) == ["I.1", "I.2", "II.lead", "II.3", "II.4"]


def test_an_arabic_letter_in_its_presentation_form_is_a_label() -> None:
    (label,) = find_labels("(ﻫ) تهيب بالدول أن تضيء المنارات؛")
    assert (label.kind, label.value) == (LabelKind.LETTER, 5)
