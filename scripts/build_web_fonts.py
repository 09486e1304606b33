"""Makes the fonts of the website: WOFF2 subsets of Debian's Noto fonts, their style sheets, and a table of their sizes.

A page loads only the files whose characters it shows (``unicode-range``). Chinese is cut into files: the characters
that are most frequent in the Chinese texts of this repository in files of their own, the others as Unicode has them.

Needs the packages fonts-noto-core and fonts-noto-cjk (SIL Open Font License 1.1), fontTools and, for the compression of
WOFF2, the package brotli from PyPI (``pip install brotli`` into an environment of your own):

    python scripts/build_web_fonts.py [--from /usr/share/fonts]
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont
from make_fonts import EPOCH, SIMPLIFIED, chinese, ranges

ROOT = Path(__file__).parent.parent
OUT = ROOT / "src/verbale/web/static/verbale/fonts"
PRINTED = ROOT / "src/verbale/render/fonts/OFL.txt"
TABLE = ROOT / "docs/reference/web-fonts.md"
SANS, SERIF = "Noto Sans", "Noto Serif"
FREQUENT = (256, 256, 256, 256)
"""How many characters each file of frequent Chinese characters holds, the most frequent first."""
OTHERS = 640
"""How many characters a file of the other Chinese characters holds."""
NASKH_SIZE = "112%"
"""How much larger Naskh is shown: its letters are lower than those of the Latin face of the same size."""

# As Latin typography is usually cut: what Western European languages need; the rest; Cyrillic; Arabic. The joiners
# U+200C to U+200F stand with Arabic, since shaping stops where the font changes.
LATIN = ((0x20, 0x7E), (0xA0, 0xFF), (0x131, 0x131), (0x152, 0x153), (0x2C6, 0x2C6), (0x2DA, 0x2DA), (0x2DC, 0x2DC))
LATIN += ((0x2002, 0x200B), (0x2010, 0x2027), (0x202F, 0x205E), (0x20AC, 0x20AC), (0x2116, 0x2116), (0x2122, 0x2122))
LATIN += ((0x2190, 0x2193), (0x2212, 0x2212), (0x2264, 0x2265))
LATIN_MORE = ((0x100, 0x130), (0x132, 0x151), (0x154, 0x2C5), (0x300, 0x3FF), (0x1E00, 0x1FFF), (0x2070, 0x20AB))
CYRILLIC = ((0x400, 0x52F), (0x1C80, 0x1C88), (0x2DE0, 0x2DFF), (0xA640, 0xA69F))
ARABIC = ((0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF), (0x200C, 0x200F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC))
CHINESE_MARKS = frozenset(map(ord, "·‘’“”…—"))


@dataclass(frozen=True)
class Face:
    """One font of a family, and the files it is cut into: a name and its characters each."""

    family: str
    weight: int
    style: str
    source: str
    cuts: tuple[tuple[str, frozenset[int]], ...]


def spread(pairs: Iterable[tuple[int, int]]) -> frozenset[int]:
    """The characters of ranges with both ends included."""
    return frozenset(code for first, last in pairs for code in range(first, last + 1))


def frequencies() -> Counter[str]:
    """How often each Chinese character stands in the words and samples of this repository."""
    paths = [*ROOT.glob("src/verbale/lexicon/data/*.csv"), *ROOT.glob("tests/samples/**/zh*.txt")]
    found: Counter[str] = Counter()
    for path in sorted(paths):
        found.update(sign for sign in path.read_text("utf-8") if "\u3400" <= sign <= "\u9fff")
    return found


def common() -> frozenset[int]:
    """The characters of daily use, GB 2312 level 1, and every character of the words of this repository."""
    pairs = (bytes((high, low)) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
    level = {ord(sign) for pair in pairs for sign in pair.decode("gb2312", "ignore")}
    return frozenset(level | set(map(ord, frequencies())))


def chinese_cuts(prefix: str, kept: frozenset[int]) -> tuple[tuple[str, frozenset[int]], ...]:
    """The files of a Chinese font. The last file that names a character serves it: the most frequent come last."""
    signs = sorted(frequencies().items(), key=lambda item: (-item[1], item[0]))
    ranked = [ord(sign) for sign, _ in signs if ord(sign) in kept]
    frequent: list[frozenset[int]] = []
    start = 0
    for size in FREQUENT:
        frequent.append(frozenset(ranked[start : start + size]))
        start += size
    frequent[0] |= {code for code in kept if 0x3000 <= code < 0x3020 or 0xFF00 <= code < 0xFF5F} | CHINESE_MARKS
    rest = sorted(kept - frozenset().union(*frequent))
    rest = [code for code in rest if code >= 0x2E80]
    others = [frozenset(rest[at : at + OTHERS]) for at in range(0, len(rest), OTHERS)]
    named = [(f"{prefix}-{number:02d}", cut) for number, cut in enumerate(others, len(frequent) + 1)]
    return (*named, *((f"{prefix}-{number:02d}", frequent[number - 1]) for number in range(len(frequent), 0, -1)))


def alphabetic(family: str, weight: int, style: str, source: str, arabic: str | None) -> list[Face]:
    """The faces of one weight: Latin, the rest of Latin with Greek, Cyrillic, and Arabic where there is one."""
    name = f"{source.removeprefix('Noto').lower()}"
    parts = (("latin", LATIN), ("more", LATIN_MORE), ("cyrillic", CYRILLIC))
    cuts = tuple((f"{name}-{part}", spread(pairs)) for part, pairs in parts)
    faces = [Face(family, weight, style, f"truetype/noto/{source}.ttf", cuts)]
    if arabic:
        cut = (arabic.removeprefix("Noto").lower(), spread(ARABIC))
        faces.append(Face(family, weight, style, f"truetype/noto/{arabic}.ttf", (cut,)))
    return faces


def faces() -> list[Face]:
    """All fonts of the website but the Chinese ones: sans for the interface, serif for the text of documents."""
    return [
        *alphabetic(SANS, 400, "normal", "NotoSans-Regular", "NotoSansArabic-Regular"),
        *alphabetic(SANS, 700, "normal", "NotoSans-Bold", "NotoSansArabic-Bold"),
        *alphabetic(SERIF, 400, "normal", "NotoSerif-Regular", "NotoNaskhArabic-Regular"),
        *alphabetic(SERIF, 700, "normal", "NotoSerif-Bold", "NotoNaskhArabic-Bold"),
        *alphabetic(SERIF, 400, "italic", "NotoSerif-Italic", None),
    ]


def chinese_faces() -> list[Face]:
    """The Chinese fonts, one weight each: browsers draw the bold one."""
    every = chinese()
    return [
        Face(
            f"{SANS} SC",
            400,
            "normal",
            "opentype/noto/NotoSansCJK-Regular.ttc",
            chinese_cuts("sans-sc", every & (common() | spread([(0x3000, 0x303F), (0xFF00, 0xFFEF)]) | CHINESE_MARKS)),
        ),
        Face(
            f"{SERIF} SC",
            400,
            "normal",
            "opentype/noto/NotoSerifCJK-Regular.ttc",
            chinese_cuts("serif-sc", every | CHINESE_MARKS),
        ),
    ]


def subset(path: Path, keeps: frozenset[int]) -> TTFont:
    """The font with nothing in it but what is kept, to be saved as WOFF2."""
    if path.suffix == ".ttc":
        font = TTCollection(path, lazy=True).fonts[SIMPLIFIED]
    else:
        font = TTFont(path, recalcTimestamp=False)
    options = Options(hinting=False, layout_features=["*"], notdef_outline=True, glyph_names=False)
    options.drop_tables += ["DSIG", "BASE", "VORG", "vhea", "vmtx"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=keeps)
    subsetter.subset(font)
    font["head"].created = font["head"].modified = EPOCH
    font.recalcTimestamp = False
    font.flavor = "woff2"
    return font


def written_ranges(codes: frozenset[int], last: bool) -> str:
    """Codes as CSS has them; ``last`` where no later file serves what lies between, so that gaps need no word."""
    pairs = ranges(codes)
    if not last:
        pairs = joined(pairs)
    return ",".join(f"U+{low:x}" + (f"-{high:x}" if high != low else "") for low, high in pairs)


def joined(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges with the gaps inside one block of Unicode closed: a file that is named later serves what is in them."""
    blocks = groupby(pairs, key=lambda pair: pair[0] >= 0x3400 and pair[0] < 0xA000)
    found: list[tuple[int, int]] = []
    for han, group in blocks:
        members = list(group)
        found += [(members[0][0], members[-1][1])] if han else members
    return found


def write(face: Face, folder: Path, out: Path, rows: list[tuple[str, str, int, int]]) -> tuple[str, str]:
    """Write the files of one face; gives its rules for the style sheet and its line on who holds the rights."""
    path = folder / face.source
    if not path.is_file():
        sys.exit(f"{path} is not there: install fonts-noto-core and fonts-noto-cjk, or give their folder with --from")
    rules: list[str] = []
    holder = ""
    for name, keeps in face.cuts:
        font = subset(path, keeps)
        covered = frozenset(font.getBestCmap()) & keeps
        font.save(out / f"{name}.woff2", reorderTables=True)
        holder = f"{face.source.rpartition('/')[2]}: {font['name'].getDebugName(0)}"
        rows.append(
            (f"{name}.woff2", f"{face.family} {face.weight}", len(covered), (out / f"{name}.woff2").stat().st_size)
        )
        exact = not face.family.endswith(" SC") or int(name[-2:]) <= len(FREQUENT)
        larger = f"size-adjust:{NASKH_SIZE};" if "Naskh" in face.source else ""
        rules.append(
            f'@font-face{{font-family:"{face.family}";font-style:{face.style};font-weight:{face.weight};'
            f'font-display:swap;{larger}src:url("{name}.woff2") format("woff2");'
            f"unicode-range:{written_ranges(covered, exact)}}}"
        )
    return "\n".join(rules), holder


def table(rows: list[tuple[str, str, int, int]]) -> str:
    """The page of the documentation that lists the files."""
    total = sum(row[3] for row in rows)
    head = (
        "# Fonts of the website\n\n"
        "Written by `scripts/build_web_fonts.py`. Subsets of Noto under the SIL Open Font License 1.1 "
        "(`fonts/OFL.txt`). A browser loads a file only where a page shows one of its characters.\n\n"
        "| File | Family and weight | Characters | Bytes |\n|---|---|---:|---:|\n"
    )
    lines = [f"| `{name}` | {family} | {count:,} | {size:,} |" for name, family, count, size in sorted(rows)]
    return head + "\n".join([*lines, f"| {len(rows)} files | | | {total:,} |", ""])


def main() -> None:
    """Write the fonts, ``fonts.css``, ``fonts-zh.css``, their licence, and the table in the documentation."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from", dest="folder", type=Path, default=Path("/usr/share/fonts"))
    arguments = parser.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    for old in OUT.glob("*.woff2"):
        old.unlink()
    rows: list[tuple[str, str, int, int]] = []
    holders: list[str] = []
    for sheet, members in (("fonts.css", faces()), ("fonts-zh.css", chinese_faces())):
        written = [write(face, arguments.folder, OUT, rows) for face in members]
        (OUT / sheet).write_text("\n".join(rule for rule, _ in written) + "\n", "utf-8", newline="")
        holders += [holder for _, holder in written]
    words = PRINTED.read_text("utf-8").partition("\nSIL OPEN FONT LICENSE")
    (OUT / "OFL.txt").write_text("\n".join([*holders, "".join(words[1:])]), "utf-8", newline="")
    TABLE.write_text(table(rows), "utf-8", newline="")
    print(f"{len(rows)} files, {sum(row[3] for row in rows) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
