"""The file of a programme: read whole, refused with the place and the reason, and documented key by key."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from verbale.compose.lacking import find_lacking_words
from verbale.errors import CycleBroken
from verbale.model.language import Language
from verbale.model.programme import Programme, SectionCondition, SectionKind
from verbale.programmes.loading import FILE, ProgrammeFiles, parse_programme, words_file
from verbale.programmes.lookup import bundled_files, bundled_programmes, choose_programme, get_programme

PAGE = (Path(__file__).parent.parent.parent / "docs" / "programmes.md").read_text(encoding="utf-8")
KEYS = PAGE.partition("## programme.toml")[2].partition("## words.LANG.ftl")[0]
WHOLE = """
name = "Safe water"
organ = "general_assembly"
website = "www.example.org/water"
contents_over = 3000

[contact]
email = "water@example.org"
postal = "P.O. Box 1"
telephone = "1"
form = "www.example.org/form"

[titles]
en = "Safe water"

[organs]
"E/CN.99/RES/" = "economic_and_social_council"

[[agenda]]
item = "18"
titles = { en = "Sustainable development" }

[[topics]]
id = "WATER"
titles = { en = "Access to safe water" }
resolution = "A/RES/80/901"
paragraph = "9"
adopted = 2025-12-19
requests = { en = "Requests the Secretary-General to report;" }

[observations]
treaties = ["NPT"]
meetings = ["ART_XIV_12"]
figures = ["signatures"]

[state_record]
treaties = ["all"]

[[sections]]
kind = "introduction"
heading = "heading-introduction"

[[sections]]
kind = "text"
heading = "heading-outlook"
paragraphs = ["outlook-1"]
when = "with-replies"

[[sections]]
kind = "replies"

[[policy]]
since = 2020-01-01
late = "web"
consent = "with-consent"
order = "own"
reply_words = 1500
summary_words = 300
report_words = false
languages = ["en"]
"""


def given(text: str = WHOLE, **words: str) -> ProgrammeFiles:
    return ProgrammeFiles("water", "water", {FILE: text, **words})


def test_every_key_is_read() -> None:
    programme = parse_programme(given())
    assert programme.contents_over == 3000
    assert [section.kind for section in programme.sections][1] is SectionKind.TEXT
    assert programme.sections[1].when is SectionCondition.WITH_REPLIES
    assert programme.record_treaties is None
    topic = programme.topic("WATER")
    assert topic is not None
    assert topic.requests["en"].startswith("Requests")
    assert programme.policies[0].report_words is None


def test_every_key_is_documented() -> None:
    documented = set(re.findall(r"^\| `\[*([a-z_.]+)\]*` \|", KEYS, re.M))
    tables = re.findall(r"^\[+(\w+)\]+$", WHOLE, re.M)
    keys, table = set(tables), ""
    for line in WHOLE.splitlines():
        if head := re.match(r"\[+(\w+)\]+$", line):
            table = head[1]
        elif (key := re.match(r"(\w+) =", line)) and table != "titles":
            keys.add(f"{table}.{key[1]}".strip("."))
    assert keys <= documented
    assert documented - keys == set()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("website =", "web_site =", r"programme\.toml: web_site: is not known here; the nearest is website"),
        ("name =", "nmae =", "name: is missing; nmae stands there"),
        ("postal =", "postel =", r"contact\.postel: is not known here; the nearest is postal"),
        ('kind = "text"', 'kind = "txt"', r"sections\[2\]\.kind: 'txt' should be one of .*; the nearest is text"),
        (
            'when = "with-replies"',
            'whn = "with-replies"',
            r"sections\[2\]\.whn: is not known here; the nearest is when",
        ),
        ('paragraphs = ["outlook-1"]', "", "needs a heading and paragraphs"),
        ('kind = "replies"', 'kind = "observations"', "there is none of kind replies"),
        (
            'kind = "text"\nheading = "heading-outlook"\nparagraphs = ["outlook-1"]',
            'kind = "replies"',
            "two of kind repl",
        ),
        ('treaties = ["NPT"]', 'treaties = ["NTP"]', r"observations\.treaties: 'NTP' is no treaty.*the nearest is NPT"),
        ('organ = "general_assembly"', 'organ = "General Assembly"', "is no key of an organ"),
        ('id = "WATER"', 'id = "safe water"', r"topics\[1\]\.id: 'safe water' should be letters"),
        ("adopted = 2025-12-19", 'adopted = "soon"', r"topics\[1\]\.adopted: 'soon'"),
        ('resolution = "A/RES/80/901"', 'resolution = "80/901"', r"topics\[1\]\.resolution: .*not the symbol"),
        ('titles = { en = "Access', 'titles = { de = "Access', r"topics\[1\]\.titles: 'de' should be one of"),
        ("contents_over = 3000", "contents_over = 0", "contents_over: 0 should be a number of words"),
        ('late = "web"', 'late = "wbe"', r"policy\[1\]\.late: 'wbe' should be one of addendum, web"),
        ("name =", "name", "line 2"),
    ],
)
def test_a_broken_file_is_told_by_its_place(old: str, new: str, words: str) -> None:
    assert old in WHOLE
    with pytest.raises(CycleBroken, match=words):
        parse_programme(given(WHOLE.replace(old, new)))


@pytest.mark.parametrize("programme", list(bundled_programmes().values()), ids=lambda one: one.id)
def test_what_comes_with_the_program_is_whole(programme: Programme) -> None:
    assert find_lacking_words(programme, tuple(Language)) == ()


def test_what_is_missing_is_named_with_its_language() -> None:
    files = dict(bundled_files("oceans").files)
    files[words_file(Language.FR)] = files[words_file(Language.FR)].replace("office-of =", "office-af =")
    files[words_file(Language.RU)] = files[words_file(Language.RU)].replace("    .gender = masculine\n", "")
    files[words_file(Language.EN)] += "note-late-web = After { $day } it is late.\nintro-los = { office-beside }\n= x\n"
    del files[words_file(Language.AR)]
    files[FILE] = files[FILE].replace('zh = "海洋和海洋法"\n', "")
    told = find_lacking_words(parse_programme(ProgrammeFiles("oceans", "oceans", files)), tuple(Language))
    for lacking in (
        "words.ar.ftl: there is no such file",
        "words.fr.ftl: office-of is missing",
        "words.ru.ftl: -office.gender is missing",
        "words.en.ftl: office-beside is missing",
        "words.en.ftl: note-late-web asks for day, and is given deadline",
        "topics LOS: the title in zh is missing",
        "agenda (any item): the title in zh is missing",
    ):
        assert lacking in told
    assert any(one.startswith("words.en.ftl, line") for one in told)


def test_sections_meetings_figures_and_organs_need_words() -> None:
    text = WHOLE.replace('organ = "general_assembly"', 'organ = "commission_on_water"')
    programme = replace(parse_programme(given(text)), words=get_programme("general").words)
    told = find_lacking_words(programme, (Language.EN,))
    for message in ("heading-outlook", "outlook-1", "meeting-ART_XIV_12", "figure-signatures"):
        assert f"words.en.ftl: {message} is missing" in told
    for form in ("", "-of", "-to", "-gender", "-name"):
        assert f"words.en.ftl: organ-commission_on_water{form} is missing" in told


def test_the_nearest_folder_counts_and_an_unknown_id_is_answered() -> None:
    own = given(WHOLE.replace('"Safe water"', '"Ours"'))
    assert get_programme("water", [own, given()]).name == "Ours"
    with pytest.raises(CycleBroken, match="no such programme; the nearest is oceans"):
        get_programme("ocean")
    with pytest.raises(CycleBroken, match="no id of a programme"):
        get_programme("Safe water")


@pytest.mark.parametrize(
    ("used", "programme"),
    [
        ({"ICJ": {}, "ND": {}}, "nuclear-disarmament"),
        ({"ICJ": {}, "OTHER": {"en": "Another"}}, "nuclear-disarmament"),
        ({"LOS": {"en": "Oceans and the law of the sea"}}, "oceans"),
        ({"ND": {"en": "Natural disasters"}}, "general"),
        ({"WATER": {"en": "Access to safe water"}}, "general"),
        ({}, "general"),
    ],
)
def test_a_cycle_without_a_programme_gets_that_of_its_topics(used: dict[str, dict[str, str]], programme: str) -> None:
    assert choose_programme(used).id == programme


def test_a_programme_beside_the_cycle_is_chosen_by_its_topics() -> None:
    assert choose_programme({"WATER": {}}, [given()]).id == "water"
