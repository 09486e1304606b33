"""The files of the website: what is vendored is unchanged, what is ours is small, of one kind, and can be read."""

from __future__ import annotations

import gzip
import hashlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
STATIC = ROOT / "src/verbale/web/static/verbale"
TEMPLATES = ROOT / "src/verbale/web/templates"
STYLE = (STATIC / "verbale.css").read_text("utf-8")
VENDORED = (ROOT / "docs/reference/vendored.md").read_text("utf-8")
ROWS = re.findall(r"^\| `([^`]+)` \| .+? \| ([\d,]+) \| `([0-9a-f]{64})` \|$", VENDORED, re.M)
PHYSICAL = re.compile(
    r"(?<![\w-])(?:[\w-]+-)?(?:left|right)(?:-[\w-]+)?(?![\w-])|(?:^|[;{\s])(?:margin|padding|border|inset)-(?:top|bottom)|[;{\s](?:width|height|top|bottom|(?:min|max)-(?:width|height))\s*:"
)
SCHEMES = ("light", "dark")
PAIRS = (
    *((words, ground) for words in ("ink", "quiet", "accent") for ground in ("paper", "surface", "tint")),
    ("on-accent", "accent"),
    ("on-mark", "mark"),
    ("on-added", "added"),
    ("on-removed", "removed"),
    ("on-doubt", "doubt"),
)


@pytest.mark.parametrize(("name", "size", "digest"), ROWS)
def test_a_vendored_file_is_as_its_package_has_it(name: str, size: str, digest: str) -> None:
    content = (ROOT / name).read_bytes()
    assert len(content) == int(size.replace(",", ""))
    assert hashlib.sha256(content).hexdigest() == digest


def test_every_vendored_file_is_in_the_table() -> None:
    kept = {path for folder in (STATIC / "vendor", ROOT / "tests/web/vendor") for path in folder.iterdir()}
    assert {str(path.relative_to(ROOT)) for path in kept} == {name for name, _, _ in ROWS}


def test_every_font_is_in_the_table_and_in_a_style_sheet() -> None:
    fonts = {path.name: path.stat().st_size for path in (STATIC / "fonts").glob("*.woff2")}
    table = (ROOT / "docs/reference/web-fonts.md").read_text("utf-8")
    rows = re.findall(r"^\| `([^`]+)` \| [^|]+ \| [\d,]+ \| ([\d,]+) \|$", table, re.M)
    assert {name: int(size.replace(",", "")) for name, size in rows} == fonts
    sheets = "".join(path.read_text("utf-8") for path in (STATIC / "fonts").glob("*.css"))
    assert set(re.findall(r'url\("([^"]+)"\)', sheets)) == set(fonts)
    assert sheets.count("@font-face") == sheets.count("font-display:swap") == len(fonts)


def without_conditions(style: str) -> str:
    """The rules without comments and without the conditions of ``@media``, whose widths are those of the screen."""
    return re.sub(r"/\*.*?\*/|@media[^{]*", "", style, flags=re.S)


def test_our_style_knows_no_left_and_no_right() -> None:
    assert PHYSICAL.findall(without_conditions(STYLE)) == []


@pytest.mark.parametrize(
    "rule",
    [
        "a { margin-left: 1rem }",
        "a { float: right }",
        "a { left: 0; }",
        "a{border-top-left-radius:0}",
        "a { width: 1px; }",
    ],
)
def test_the_rule_against_physical_sides_can_fail(rule: str) -> None:
    assert PHYSICAL.search(without_conditions(rule))


def test_our_style_and_script_are_small() -> None:
    assert len(STYLE.encode()) < 25_000
    assert len((STATIC / "verbale.js").read_text("utf-8").splitlines()) < 200


def test_a_page_without_fonts_leaves_room_for_its_words() -> None:
    loaded = ("verbale.css", "verbale.js", "vendor/pico.classless.min.css", "vendor/htmx.min.js")
    assert sum((STATIC / name).stat().st_size for name in loaded) < 140_000
    sheets = ("fonts/fonts.css", "fonts/fonts-zh.css")
    sent = sum(len(gzip.compress((STATIC / name).read_bytes(), mtime=0)) for name in (*loaded, *sheets))
    assert sent < 40_000


def colours(scheme: str) -> dict[str, str]:
    """The colours of a scheme: those of the dark one replace those of the light one."""
    light, dark = re.findall(r":root \{\n(.*?)\n\s*\}", STYLE, re.S)[:2]
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light))
    return found if scheme == "light" else found | dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", dark))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("words", "ground"), PAIRS)
def test_words_stand_out_from_their_ground(scheme: str, words: str, ground: str) -> None:
    found = colours(scheme)
    assert contrast(found[words], found[ground]) >= 4.5


@pytest.mark.parametrize(("words", "ground"), [*PAIRS, ("field", "paper")])
def test_the_contrasts_of_the_guide_are_those_of_the_style(words: str, ground: str) -> None:
    pairs = [(colours(scheme)[words], colours(scheme)[ground]) for scheme in SCHEMES]
    light, dark = (contrast(first, second) for first, second in pairs)
    guide = (ROOT / "docs/developer/web-design.md").read_text("utf-8")
    assert f"| `{words}` on `{ground}` | {light:.1f} | {dark:.1f} |" in guide


@pytest.mark.parametrize("scheme", SCHEMES)
def test_edges_of_fields_stand_out(scheme: str) -> None:
    found = colours(scheme)
    assert contrast(found["field"], found["paper"]) >= 3


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_a_template_has_no_script_and_no_style_of_its_own(path: Path) -> None:
    text = re.sub(r"\{% comment %\}.*?\{% endcomment %\}", "", path.read_text("utf-8"), flags=re.S)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=\"|javascript:|\shx-on|\shx-vals=[\"']js:", text)
    assert all("src=" in tag or "application/ld+json" in tag for tag in re.findall(r"<script[^>]*>", text))
