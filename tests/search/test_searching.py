"""Words, names, phrases and numbers are found in six languages, counted and marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.search.units import CUBAN, TEXTS, a_document, paragraph, six_languages

from verbale.model.language import Language
from verbale.search.index import SearchIndex, open_index
from verbale.search.query import understand
from verbale.search.records import FACT, IndexedUnit
from verbale.search.searching import FacetCount, Hit, Results, Sort, find_by_author, find_citing, search


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    made = open_index(tmp_path_factory.mktemp("search") / "index")
    with made.writing() as writing:
        for document in six_languages():
            writing.add(document)
    return made


def found(index: SearchIndex, text: str, spoken: Language | None = None, **filters: list[str]) -> Results:
    return search(index, understand(text, spoken), filters)


def keys(results: Results) -> set[str]:
    return {hit.key for hit in results.hits}


EVERYWHERE = {f"six-{language}" for language in Language}


@pytest.mark.parametrize("name", ["Cuba", "cuba", "Куба", "Кубы", "古巴", "كوبا", "وكوبا", "República de Cuba", "CUB"])
def test_a_state_is_found_in_all_languages_by_any_name(index: SearchIndex, name: str) -> None:
    results = found(index, name)
    assert keys(results) == EVERYWHERE | {"reply"}
    assert results.hits[0].key == "reply", "what the State says itself comes first"


@pytest.mark.parametrize("name", ["NPT", "npt", "ДНЯО", "不扩散条约", "Tratado sobre la No Proliferación"])
def test_a_treaty_is_found_in_all_languages_by_any_name(index: SearchIndex, name: str) -> None:
    assert keys(found(index, name)) == EVERYWHERE


@pytest.mark.parametrize(
    "symbol", ["76/53", "A/RES/76/53", "a/res/76/53", "resolution 76/53", "第76/53号决议", "«قرار 76/53»", "قرار 76/53"]
)
def test_a_document_is_found_by_its_number_in_any_form(index: SearchIndex, symbol: str) -> None:
    assert keys(found(index, symbol)) == EVERYWHERE


def test_the_document_itself_comes_before_what_cites_it(index: SearchIndex) -> None:
    hits = found(index, "A/77/9").hits
    assert (hits[0].key, hits[0].kind) == ("reply", "document")


@pytest.mark.parametrize(
    ("word", "language", "marked"),
    [
        ("weapon", Language.EN, ["weapons"]),
        ("nuclear", Language.ES, ["nucleares", "nuclear"]),
        ("nucleares", Language.ES, ["nucleares", "nuclear"]),
        ("nucleaire", Language.FR, ["nucléaires"]),
        ("оружие", Language.RU, ["оружие", "оружия"]),
        ("سلاح", Language.AR, ["الأسلحة", "وللأسلحة"]),
        ("أسلحة", Language.AR, ["الأسلحة", "وللأسلحة"]),
        ("اسلحة", Language.AR, ["الأسلحة", "وللأسلحة"]),
        ("核武器", Language.ZH, ["核武器"]),
        ("核试验", Language.ZH, ["核试验"]),
        ("武", Language.ZH, ["武"]),
    ],
)
def test_a_word_is_found_in_its_other_forms(
    index: SearchIndex, word: str, language: Language, marked: list[str]
) -> None:
    for said in (None, language):
        hits = [hit for hit in found(index, word, said).hits if hit.key == f"six-{language}"]
        spans = [span.slice(hit.text) for hit in hits for span in hit.highlights]
        assert spans == marked


def test_a_word_of_a_subject_is_found_in_other_languages_behind_its_own(index: SearchIndex) -> None:
    for results in (
        search(index, understand("weapons"), {"kind": ["paragraph"]}, across=True),
        found(index, "weapons", kind=["paragraph"]),
    ):
        assert results.across, "few are found, so that other languages are looked through"
        assert results.hits[0].language is Language.EN
        assert {hit.language for hit in results.hits} == set(Language)


def test_the_word_as_printed_comes_before_its_other_forms(tmp_path: Path) -> None:
    index = open_index(tmp_path / "index")
    with index.writing() as writing:
        for key, text in (("plural", "The weapons were counted."), ("word", "The weapon were counted.")):
            writing.add(a_document(key, paragraph(text, Language.EN)))
    for asked, first in (("weapon", "word"), ("weapons", "plural")):
        assert next(hit.key for hit in found(index, asked).hits) == first


@pytest.mark.parametrize(
    ("phrase", "hits"),
    [
        ('"nuclear weapons"', {"six-en", "reply"}),
        ('"weapons nuclear"', set()),
        ("«armas nucleares»", {"six-es"}),
        ("“禁止核武器”", {"six-zh"}),
        ("「武器和一切核试」", {"six-zh"}),
        ("「核一切」", set()),
        ('"Cuba reiterates"', {"reply"}),
    ],
)
def test_a_phrase_is_found_whole(index: SearchIndex, phrase: str, hits: set[str]) -> None:
    results = found(index, phrase)
    assert keys(results) == hits
    for hit in results.hits:
        assert [span.slice(hit.text) for span in hit.highlights] == [phrase.strip('"«»“”「」')]


def test_a_word_with_a_minus_is_left_out(index: SearchIndex) -> None:
    assert keys(found(index, "weapons -Cuba", kind=["paragraph", "reply"])) == set()
    assert keys(found(index, "nuclear -explosive", language=["en"])) == {"reply"}
    assert {"six-en", "reply"}.isdisjoint(keys(found(index, '-"nuclear weapons"', kind=["paragraph", "reply"])))


@pytest.mark.parametrize("date", ["2022-06-21", "21 June 2022", "21 июня 2022 года", "2022年6月21日", "June 2022"])
def test_a_date_is_found_as_it_is_named(index: SearchIndex, date: str) -> None:
    assert keys(found(index, date)) == {"reply"}


def test_a_year_is_found_by_dates_and_documents(index: SearchIndex) -> None:
    assert keys(found(index, "2022")) == {"reply"}
    assert keys(found(index, "2018")) == {"six-ru"}


def test_facets_count_all_but_their_own_choice(index: SearchIndex) -> None:
    everything = found(index, "")
    assert everything.total == index.count()
    assert everything.facets["state"] == (FacetCount("CUB", 7), FacetCount("USA", 1))
    assert everything.facets["author"] == (FacetCount("CUB", 1),)
    assert sum(each.count for each in everything.facets["year"]) == everything.total
    chosen = found(index, "", language=["zh", "en"])
    assert chosen.total == 6
    assert chosen.facets["language"] == everything.facets["language"]
    assert chosen.facets["treaty"] == (FacetCount("NPT", 2),)
    both = found(index, "", language=["zh"], kind=["paragraph"])
    assert (both.total, len(both.facets["kind"])) == (1, 2)


def test_a_filter_that_is_unknown_or_empty_is_left_out(index: SearchIndex) -> None:
    assert found(index, "", nonsense=["x"], state=[]).total == index.count()
    assert found(index, "", state=["\ud800"]).total == 0


def test_pages_follow_each_other(index: SearchIndex) -> None:
    query = understand("")
    every = [hit.key + hit.ref for hit in search(index, query, limit=1_000).hits]
    paged = [hit.key + hit.ref for at in range(0, 20, 3) for hit in search(index, query, offset=at, limit=3).hits]
    assert paged == every
    assert search(index, query, offset=10**12).hits == ()
    assert len(search(index, query, offset=-5, limit=-1).hits) == 1


def test_hits_are_sorted_by_date(index: SearchIndex) -> None:
    newest = [hit.date for hit in search(index, understand("Cuba"), sort=Sort.NEWEST).hits]
    oldest = [hit.date for hit in search(index, understand("Cuba"), sort=Sort.OLDEST).hits]
    assert newest == sorted(newest, reverse=True)
    assert oldest == sorted(oldest)


def test_where_nothing_has_all_words_most_of_them_do(index: SearchIndex) -> None:
    results = found(index, "explosive tests zyzzyva")
    assert results.relaxed
    assert "six-en" in keys(results)
    assert not found(index, "explosive tests").relaxed


def test_citing_and_said(index: SearchIndex) -> None:
    total, hits = find_citing(index, "A/RES/76/53", limit=2)
    assert (total, len(hits)) == (6, 2)
    assert find_citing(index, "A/RES/1/1") == (0, ())
    total, hits = find_by_author(index, "CUB")
    assert (total, hits[0].text) == (1, CUBAN)


def test_texts_are_given_as_they_are(index: SearchIndex) -> None:
    texts = {hit.text for hit in found(index, "Cuba").hits}
    assert texts == {*TEXTS.values(), CUBAN}


@pytest.mark.parametrize("text", ["", "Cuba", "nuclear weapons", "76/53", "armas nucleares", "核武器 古巴", "2022"])
@pytest.mark.parametrize("chosen", [{}, {"kind": ["paragraph"]}, {"kind": ["reply"], "language": ["en", "es"]}])
def test_facets_are_the_hits_counted(index: SearchIndex, text: str, chosen: dict[str, list[str]]) -> None:
    """A facet counts what would be found if nothing were chosen in it; the greatest first, equals by their values."""
    values: dict[str, Callable[[Hit], str]] = {
        "kind": lambda hit: hit.kind,
        "profile": lambda hit: hit.profile,
        "session": lambda hit: hit.session,
        "year": lambda hit: hit.date[:4],
        "author": lambda hit: hit.author,
    }
    facets = search(index, understand(text), chosen).facets
    for name, value in values.items():
        others = {key: its for key, its in chosen.items() if key != name}
        hits = search(index, understand(text), others, limit=1_000).hits
        counted = Counter(value(hit) for hit in hits if value(hit))
        assert facets[name] == tuple(sorted(counted.items(), key=lambda one: (-one[1], one[0]))), name


def test_facets_are_left_out_where_nobody_asks_for_them(index: SearchIndex) -> None:
    with_them, without = (search(index, understand("Cuba"), facets=asked) for asked in (True, False))
    assert with_them.hits == without.hits
    assert (with_them.total, without.total) == (len(without.hits),) * 2
    assert with_them.facets["state"]
    assert not any(without.facets.values())


NEARNESS = [
    (
        Language.EN,
        "violence against women",
        "Violence against women.",
        "Women stand against many other kinds of violence.",
    ),
    (
        Language.EN,
        "right to food",
        "The rights of food producers.",
        "Food aid is an assistance; nobody has it by right.",
    ),
    (
        Language.ES,
        "violencia contra la mujer",
        "La violencia contra las mujeres.",
        "Mujeres contra toda otra violencia.",
    ),
    (Language.FR, "travail des enfants", "Le travail des enfants.", "Les enfants dont les parents ont un travail."),
    (Language.RU, "насилие женщин", "О насилии в отношении женщин.", "Женщины против всякого вида насилия."),
    (Language.ZH, "妇女 暴力", "妇女所受的暴力。", "暴力在世界各地都不是任何一个国家的妇女的命运。"),
]


@pytest.mark.parametrize(("language", "text", "near", "apart"), NEARNESS)
def test_words_side_by_side_come_first(tmp_path: Path, language: Language, text: str, near: str, apart: str) -> None:
    """However often the words stand apart, and however long the text is in which they stand together."""
    index = open_index(tmp_path / "index")
    longer = f"{near} {TEXTS[language]} " * 3
    with index.writing() as writing:
        for key, its in (("apart", f"{apart} {TEXTS[language]} {apart}"), ("near", longer), ("other", TEXTS[language])):
            writing.add(a_document(key, paragraph(its, language)))
    results = search(index, understand(text), {"kind": ["paragraph"]})
    assert [hit.key for hit in results.hits] == ["near", "apart"]
    assert results.total == 2, "nearness takes nothing away"


def test_lines_of_the_register_come_last(tmp_path: Path) -> None:
    """However well they fit; but where they are asked for, they come in their order."""
    index = open_index(tmp_path / "index")
    line = IndexedUnit("1", FACT, "Cuba: nuclear weapons", "act", Language.EN, states=("CUB",))
    with index.writing() as writing:
        writing.add(a_document("register", line))
        for document in six_languages():
            writing.add(document)
    for text in ("Cuba", "nuclear weapons", "Cuba nuclear weapons"):
        results = search(index, understand(text))
        kinds = [hit.kind for hit in results.hits]
        assert kinds.count(FACT) == 1, text
        assert kinds[-1] == FACT, text
        assert search(index, understand(text), {"kind": [FACT]}).hits[0].score > 0
