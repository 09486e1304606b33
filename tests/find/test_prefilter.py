"""The prefilter changes nothing but the time: what is found is the same when every finder reads every passage."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lengths import examples

from verbale.find.annotate import find_annotations
from verbale.find.passage import read_passages
from verbale.find.prefilter import Seed, every_passage, select_passages
from verbale.find.setting import DocumentContext
from verbale.lexicon.tables import read_words
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind

EN = Language.EN
_TABLES = (
    "state_names",
    "treaty_names",
    "treaty_anaphora",
    "state_context",
    "treaty_context",
    "numerals",
    "number_words",
    "months",
    "date_words",
    "references",
    "symbol_words",
    "cited_organs",
    "part_letters",
    "session_marks",
    "units",
    "comparators",
)
_PRINTED = (
    "76/53|A/RES/76/53|A/77/123/Add.1|1887 (2009)|1514 (XV)|217 A (III)|1514 (د-15)|CD/IV|S-10/2|(a)|2010|4 May 2010|"
    "2010-05-14|2010 年 5 月 3 日|一九九五年|十二|二〇〇〇|23 300|1.A|٢٠١٠|２０|第一㈠号|第64/37号|5 above|巴外长|中俄|"
    "一|几|零|十五几|15/9/1442|م/1442هـ|7/8|12时30分|一些"
)
_SIGNS = "»“《》.,、;'\u2019-\u2013\u00a0\u200f\u00ad\u0640\x1e\nёİß\ud800()/ "


@cache
def _words(language: Language) -> list[str]:
    return sorted({row["text"] for name in _TABLES for row in read_words(name) if row["language"] == language})


def _texts(language: Language) -> st.SearchStrategy[str]:
    word = st.sampled_from(_words(language))
    shape = st.sampled_from([*_PRINTED.split("|"), *_SIGNS, ""])
    printed = st.one_of(word, word.map(str.upper), word.map(str.capitalize), shape, st.text(max_size=3))
    joint = st.sampled_from([" ", " ", " ", "", "\u00a0", " \u200f", "-"])
    return st.lists(st.tuples(printed, joint), max_size=12).map(lambda pairs: "".join(map("".join, pairs)))


@st.composite
def _nodes(draw: st.DrawFn) -> list[Node]:
    languages = draw(st.lists(st.sampled_from(list(Language)), min_size=1, max_size=4))
    kinds = st.sampled_from([NodeKind.PARAGRAPH, NodeKind.HEADING, NodeKind.FOOTNOTE, NodeKind.FURNITURE])
    return [
        Node(f"I.{place}", draw(kinds), draw(_texts(language)), (), label=str(place), language=language)
        for place, language in enumerate(languages, 1)
    ]


@settings(max_examples=examples(150))
@given(_nodes())
def test_the_sieve_loses_nothing_and_adds_nothing(nodes: list[Node]) -> None:
    setting = DocumentContext(None, "report", "A/80/1", 80, "2025-07-31")
    assert find_annotations(nodes, setting) == find_annotations(nodes, setting, prefilter=every_passage)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Nothing of interest stands here, certainly not in the main text.", set()),
        ("in May", {"date word"}),
        ("see paragraph 5 above", {"number figure", "reference"}),
        ("since 2010", {"date figure", "number figure"}),
        ("one of them", {"one"}),
        ("one of 6", {"one", "number word"}),
        ("NEW\u00a0ZEALAND", {"state"}),
        ("three and/or more", {"citation", "number word"}),
        ("five of 6", {"number word"}),
    ],
)
def test_a_passage_is_read_only_by_finders_whose_words_stand_in_it(text: str, kinds: set[str]) -> None:
    passages = read_passages(
        [Node("1", NodeKind.PARAGRAPH, text, (), language=EN)], DocumentContext(EN, "", None, None, None)
    )
    selected = select_passages(passages)
    assert {seed.value for seed in Seed if selected[seed]} == kinds


def test_passages_in_several_languages_keep_their_order() -> None:
    texts = [(EN, "France"), (Language.ZH, "法国"), (EN, "no State"), (Language.RU, "Франция"), (EN, "Japan")]
    nodes = [Node(str(i), NodeKind.PARAGRAPH, text, (), language=language) for i, (language, text) in enumerate(texts)]
    passages = read_passages(nodes, DocumentContext(None, "", None, None, None))
    assert [one.node.ref for one in select_passages(passages)[Seed.STATE]] == ["0", "1", "3", "4"]
