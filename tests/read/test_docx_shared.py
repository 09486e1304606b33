"""The DOCX reader on real resolutions: every letter of the published XML stands in the text."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from verbale.model.block import Block, Extraction, MarkKind
from verbale.read.docx import read_docx
from verbale.read.limits import Limits

SHARED = Path(__file__).parents[3] / "shared"
DOCUMENTS = sorted(SHARED.glob("corpus/resolutions/*/*.docx"))
pytestmark = pytest.mark.shared


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, SHARED / "score" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def unmarked(block: Block, reading: Extraction) -> str:
    text = reading.source.text
    out, at = [], block.span.start
    for mark in sorted((m.span for m in block.marks if m.kind is MarkKind.NOTE), key=lambda span: span.start):
        out.append(text[at : mark.start])
        at = max(at, mark.end)
    return "".join([*out, text[at : block.span.end]])


@pytest.mark.skipif(not DOCUMENTS, reason="the documents of ../shared are not at hand")
def test_every_paragraph_of_the_published_xml_stands_in_the_text() -> None:
    fold = load("common").fold
    gold_of = load("score_resolution").gold_of
    for path in DOCUMENTS:
        data = path.read_bytes()
        reading = read_docx(data, path.name, "0" * 64, Limits())
        folded = fold("\n".join(unmarked(block, reading) for block in reading.blocks))
        gold = gold_of(path.with_suffix(".xml"))
        units = [text for _, text in [*gold["preamble"], *gold["operative"]]]
        notes = [re.sub(r"^\(?\d{0,3}\)?", "", text) for _, text in gold["footnotes"]]
        missing = [unit for unit in units + notes if unit not in folded]
        assert not missing, f"{path.parent.name}/{path.name}: {missing[:3]}"
