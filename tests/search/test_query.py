"""A query is understood in parts, and whatever is typed, nothing is raised."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.search.units import six_languages

from verbale.model.language import Language
from verbale.search.index import SearchIndex, open_index
from verbale.search.query import PartKind, understand
from verbale.search.searching import search

WORD, PHRASE, STATE = PartKind.WORD, PartKind.PHRASE, PartKind.STATE


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Cuba nuclear tests", [(STATE, "Cuba"), (WORD, "nuclear"), (WORD, "tests")]),
        ("古巴核裁军", [(STATE, "古巴"), (PHRASE, "核裁军")]),
        ("the rights of women", [(WORD, "rights"), (WORD, "women")]),
        ("the", [(WORD, "the")]),
        ("Nigeria", [(STATE, "Nigeria")]),
        ("nigerian", [(WORD, "nigerian")]),
        ("new start", [(PartKind.TREATY, "new start")]),
        ("a fresh start", [(WORD, "fresh"), (WORD, "start")]),
        ("tell us", [(WORD, "tell"), (WORD, "us")]),
        ("ARE", [(WORD, "ARE")]),
        ("UNSCR 1540", [(PartKind.SYMBOL, "UNSCR 1540")]),
        ("report 2022", [(WORD, "report"), (PartKind.YEAR, "2022")]),
        ("on 21 June 2022", [(PartKind.DATE, "21 June 2022")]),
        ("мир июне 2022 года", [(WORD, "мир"), (PartKind.DATE, "июне 2022 года")]),
        ('"Cuba', [(STATE, "Cuba")]),
        ("  ", []),
    ],
)
def test_parts(text: str, parts: list[tuple[PartKind, str]]) -> None:
    query = understand(text)
    assert [(part.kind, part.text) for part in query.parts] == parts
    assert all(part.span.slice(text) == part.text for part in query.parts)


def test_all_is_words_where_no_names_are_wanted() -> None:
    assert [part.kind for part in understand("Cuba 76/53 NPT", named=False).parts] == [WORD] * 4


def test_a_minus_excludes_a_word_a_phrase_and_a_name() -> None:
    assert [part.excluded for part in understand('tests -bomb -"a b" -Cuba well-known').parts] == [
        False,
        True,
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("name", ["Congo", "Korea"])
def test_a_name_that_several_bear_has_all_of_them(name: str) -> None:
    parts = understand(name).parts
    assert all(part.kind is not STATE or len(part.values) >= 1 for part in parts)


ODD = [
    "C-1:2",
    '"',
    "x AND",
    "-",
    "--",
    '""',
    "a" * 100_000,
    "\0",
    "\ud800",
    "\ud800 x",
    "«",
    "[TO]",
    "*:*",
    "½",
    "ﷺ",
    "/" * 50,
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    made = open_index(tmp_path_factory.mktemp("search") / "index")
    with made.writing() as writing:
        for document in six_languages():
            writing.add(document)
    return made


@pytest.mark.parametrize("text", ODD)
def test_odd_queries_are_answered(index: SearchIndex, text: str) -> None:
    assert search(index, understand(text)).total >= 0


def test_a_long_query_is_cut_and_says_so() -> None:
    query = understand("word " * 20_000)
    assert query.cut
    assert len(query.parts) <= 32


ALPHABET = st.one_of(
    st.characters(),
    st.sampled_from(
        ['"', "-", "/", "«", "»", " ", "A/RES/76/53", "Cuba", "古巴", "كوبا", "2022", "21 June 2022", "第", "号"]
    ),
)


@settings(max_examples=200, deadline=None)
@given(pieces=st.lists(ALPHABET, max_size=30), language=st.sampled_from([None, *Language]))
def test_no_text_raises(index: SearchIndex, pieces: list[str], language: Language | None) -> None:
    text = "".join(pieces)
    query = understand(text, language)
    ends = [0]
    for part in query.parts:
        assert part.span.slice(text) == part.text
        assert part.span.start >= ends[-1]
        ends.append(part.span.end)
    for hit in search(index, query).hits:
        assert all(0 <= span.start < span.end <= len(hit.text) for span in hit.highlights)
