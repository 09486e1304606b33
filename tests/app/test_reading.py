"""Any bytes give a document or a typed error; any document gives every form, the same each time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lengths import examples

from verbale.app.encoding import encode
from verbale.app.reading import read_source
from verbale.errors import ReadFailed, TooLarge
from verbale.model.document import PROFILES, Document
from verbale.read.limits import Limits
from verbale.render.html_view import html_view
from verbale.render.page_view import page_view
from verbale.render.text_view import text_view
from verbale.render.tree_view import tree_view

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*/*.txt"))


def every_form(document: Document) -> list[str]:
    return [
        encode(document).decode("utf-8"),
        tree_view(document, full=True, everything=True),
        html_view(document, everything=True),
        text_view(document, everything=True),
        page_view(document),
    ]


@settings(max_examples=examples(60))
@given(st.binary(max_size=400))
def test_any_bytes_give_a_tree_or_a_typed_error(data: bytes) -> None:
    try:
        document = read_source(data, "any")
    except ReadFailed:
        return
    assert document.coverage.unaccounted == 0
    assert all("\x1b" not in form for form in every_form(document))


@settings(max_examples=examples(60))
@given(st.text(min_size=1, max_size=300), st.sampled_from([None, *PROFILES]))
def test_any_text_in_any_profile_is_the_same_twice(text: str, profile: str | None) -> None:
    data = text.encode("utf-8", "replace")
    try:
        first, second = (every_form(read_source(data, "any.txt", profile)) for _ in range(2))
    except ReadFailed:
        return
    assert first == second
    assert json.loads(first[0])["schema"] == "verbale-document/1"


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_sample_has_every_form(sample: Path) -> None:
    document = read_source(sample.read_bytes(), sample.name)
    assert document.coverage.unaccounted == 0
    assert all(form.endswith("\n") for form in every_form(document))


def test_limits_are_the_callers() -> None:
    with pytest.raises(TooLarge):
        read_source(b"x" * 11, "x.txt", limits=Limits(bytes=10))
