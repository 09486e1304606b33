"""The map of the world: every State is there, in words of each language, without script or style attribute."""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from tests.render.made_pictures import SVG, parsed

from verbale.lexicon.naming import chart_words, find_area_name, state_name
from verbale.lexicon.states import states
from verbale.lexicon.tables import read_bundled
from verbale.model.language import Language
from verbale.model.state import StateKind
from verbale.render.assets import asset
from verbale.render.chart_marks import MOST_CLASSES, ChartClass
from verbale.render.world_map import BOX, NOTES, map_shapes, mapped_states, world_map

LEGEND = (ChartClass("ratified", "has ratified"), ChartClass("signed", "has <signed> & waits"))
STATUSES = {"FRA": "ratified", "TUV": "ratified", "USA": "signed", "MCO": "signed"}
SHAPES = read_bundled("verbale.render", "world_map")
SCRIPTS = Path(__file__).parents[2] / "scripts"


@pytest.fixture
def build(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script that makes the shapes."""
    monkeypatch.syspath_prepend(str(SCRIPTS))
    return importlib.import_module("build_world_map")


def drawn(language: Language = Language.EN, **named: str) -> str:
    return world_map(STATUSES, LEGEND, language, title="A treaty", href=lambda state: f"/states/{state}/?a&b", **named)


def titles(root: ElementTree.Element, state: str) -> set[str]:
    links = [each for each in root.iter(f"{SVG}a") if each.get("href", "").startswith(f"/states/{state}/")]
    return {link.findtext(f"{SVG}title", "") for link in links}


def test_every_state_is_an_area_or_a_dot() -> None:
    shown = {s.id for s in states().values() if s.kind in (StateKind.MEMBER, StateKind.OBSERVER, StateKind.OTHER)}
    assert len(shown) == 197
    assert mapped_states() == shown


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("shapes", ["", "/static/map.svg"])
def test_every_state_is_named_and_linked(language: Language, shapes: str) -> None:
    root = parsed(drawn(language, shapes=shapes))
    for state in mapped_states():
        (title,) = titles(root, state)
        assert title.startswith(f"{state_name(state, language)}: ")
    assert titles(root, "TUV") == {f"{state_name('TUV', language)}: has ratified"}
    assert titles(root, "CUB") == {f"{state_name('CUB', language)}: {chart_words('map_none', language)}"}
    assert root.get("lang") == language.value
    assert root.get("dir") == ("rtl" if language is Language.AR else "ltr")


@pytest.mark.parametrize("language", list(Language))
def test_the_notes_stand_below_in_the_language(language: Language) -> None:
    caption = parsed(drawn(language)).find("figcaption")
    assert caption is not None
    found = [each.text for each in caption]
    assert found == [chart_words(note, language) for note in NOTES]
    assert not set(found) & set(NOTES), "a note without words"
    assert language is Language.EN or found[0] != chart_words(NOTES[0], Language.EN)


def test_territories_have_a_name_and_no_link() -> None:
    neutral = {row["area"] for row in SHAPES if row["kind"] == "neutral"}
    assert {"ESH", "jammu_kashmir", "kosovo", "FLK", "GRL", "abyei"} <= neutral
    assert not neutral & set(states())
    unnamed = {area for area in neutral if any(find_area_name(area, language) is None for language in Language)}
    assert unnamed == {"kuril_islands"}, "only islands that two States name otherwise go without a name"
    root = parsed(drawn())
    groups = [each for each in root.iter(f"{SVG}g") if each.findtext(f"{SVG}title") == "Western Sahara"]
    assert [group.find(f".//{SVG}a") for group in groups] == [None]


def test_counts_in_the_key_are_those_of_the_map() -> None:
    key = parsed(drawn()).find("ul")
    assert key is not None
    counts = {item.findtext("span"): item.findtext("b") for item in key}
    assert counts == {
        "has ratified": "2",
        "has <signed> & waits": "2",
        chart_words("map_none", Language.EN): "193",
        chart_words("map_neutral", Language.EN): None,
    }


@pytest.mark.parametrize("shapes", ["", "/static/map.svg?v=1&w=2"])
def test_nothing_that_a_strict_policy_forbids(shapes: str) -> None:
    root = parsed(drawn(shapes=shapes))
    identifiers = {each.get("id") for each in root.iter()}
    filled = [target for each in root.iter() for target in re.findall(r"url\(#([\w-]+)\)", each.get("fill", ""))]
    assert filled
    assert set(filled) <= identifiers
    picture = next(root.iter(f"{SVG}svg"))
    assert picture.get("role") == "group"
    assert picture.get("aria-labelledby") in identifiers


def test_what_a_page_refers_to_is_in_the_file_of_shapes() -> None:
    shapes = {each.get("id") for each in parsed(map_shapes()).iter(f"{SVG}path")}
    used = {each.get("href", "") for each in parsed(drawn(shapes="map.svg")).iter(f"{SVG}use")}
    assert {address.removeprefix("map.svg#") for address in used} == shapes


def test_sizes_stay_small() -> None:
    assert sum(len(row["path"]) for row in SHAPES) <= 60_000
    assert len(map_shapes().encode()) <= 60_000
    assert len(drawn(shapes="/static/map.0123456789ab.svg").encode()) <= 45_000
    assert len(drawn().encode()) <= 80_000


def test_paths_stay_on_the_map_and_dots_apart() -> None:
    dots = []
    for row in SHAPES:
        for start in re.findall(r"M(-?\d+) (-?\d+)", row["path"]):
            x, y = map(int, start)
            assert 0 <= x <= BOX[0], row["area"]
            assert 0 <= y <= BOX[1], row["area"]
        if row["kind"] == "dot":
            dots.append((x, y))
    assert all(abs(a[0] - b[0]) + abs(a[1] - b[1]) >= 17 for at, a in enumerate(dots) for b in dots[at + 1 :])


def test_a_class_that_is_not_in_the_legend_is_refused() -> None:
    with pytest.raises(ValueError, match="no such class in the legend of the map: parted"):
        world_map({"FRA": "parted"}, LEGEND, Language.EN, title="", href=str)
    many = [ChartClass(str(number), "") for number in range(MOST_CLASSES + 1)]
    with pytest.raises(ValueError, match="7 classes"):
        world_map({}, many, Language.EN, title="", href=str)


def test_each_class_has_a_colour_in_light_and_dark() -> None:
    sheet = asset("charts/charts.css")
    for number in range(1, MOST_CLASSES + 1):
        assert len(set(re.findall(rf"--map-{number}: (#\w+)", sheet))) == 2
        assert f".chart-{number} {{" in sheet


def test_decisions_are_told_with_reasons_and_shown_in_the_documentation(build: ModuleType) -> None:
    decisions = [row for rows in build.read_decisions().values() for row in rows]
    assert [row for row in decisions if not row["reason"]] == []
    kinds = ("area", "cut", "line", "outline", "part")
    assert [row for row in decisions if row["what"] in kinds and not row["source"]] == []
    text = build.PAGE.read_text(encoding="utf-8")
    assert text == build.page(text), "run scripts/build_world_map.py"


@pytest.mark.parametrize(
    ("what", "of", "area"),
    [
        ("area", "Taiwan", "CHN"),
        ("area", "N. Cyprus", "CYP"),
        ("area", "Somaliland", "SOM"),
        ("area", "W. Sahara", "ESH"),
        ("cut", "MAR", "ESH"),
        ("part", "Russia", "UKR"),
    ],
)
def test_practice_of_the_united_nations(build: ModuleType, what: str, of: str, area: str) -> None:
    assert area in {row["as"] for row in build.read_decisions()[what] if row["of"] == of}
