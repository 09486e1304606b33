"""Makes the fonts that PDFs are set in: subsets of Debian's Noto fonts, and the table of what they cover.

Needs the packages fonts-noto-core and fonts-noto-cjk (SIL Open Font License 1.1) and fontTools. The subsets are kept in
the repository, so that a bare machine sets every page; run this to make them anew:

    python scripts/make_fonts.py [--from /usr/share/fonts]
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from arabic_marks import add_marked_letters
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

OUT = Path(__file__).parent.parent / "src/verbale/render/fonts"
LICENCE = Path("/usr/share/doc/fonts-noto-core/copyright")
SIMPLIFIED = 2  # the place of Noto Serif CJK SC in its collection
EPOCH = 3_660_681_600  # 2020-01-01 in seconds since 1904, so that the same fonts give the same bytes


@dataclass(frozen=True)
class Cut:
    """One font to be made: the file it comes from, the name it gets, and what stays in it."""

    source: str
    name: str
    keeps: frozenset[int]


def latin() -> frozenset[int]:
    """Latin, Greek, Cyrillic, their marks, punctuation, currency, arrows, numbers."""
    ranges = ((0x20, 0x590), (0x1C80, 0x1C90), (0x1D00, 0x1DC0), (0x1E00, 0x2190), (0x2190, 0x21FF), (0x2C60, 0x2C80))
    more = ((0x2DE0, 0x2E60), (0xA640, 0xA6A0), (0xA720, 0xA800), (0xFB00, 0xFB07), (0xFFFC, 0xFFFE))
    return frozenset(code for low, high in (*ranges, *more) for code in range(low, high))


def arabic() -> frozenset[int]:
    """Arabic with its forms and marks, and the figures and brackets that stand in Arabic lines."""
    ranges = ((0x600, 0x700), (0x750, 0x780), (0x8A0, 0x900), (0xFB50, 0xFE00), (0xFE70, 0xFF00), (0x200B, 0x2010))
    return frozenset(
        {*(code for low, high in ranges for code in range(low, high)), *map(ord, " ()[]«»0123456789.,:-–")}
    )


def chinese() -> frozenset[int]:
    """The characters of GB 2312, Chinese punctuation, full-width forms, and every sign of the lexicon."""
    found = (
        set(range(0x3000, 0x3040))
        | set(range(0x3200, 0x3300))
        | set(range(0xFF00, 0xFFF0))
        | set(range(0x2460, 0x2500))
    )
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                found.update(map(ord, bytes((high, low)).decode("gb2312")))
            except UnicodeDecodeError:
                continue
    tables = Path(__file__).parent.parent / "src/verbale/lexicon/data"
    for path in sorted(tables.glob("*.csv")):
        found.update(ord(sign) for sign in path.read_text("utf-8") if "\u2e80" <= sign <= "\u9fff")
    return frozenset(found | {*map(ord, "‘’“”…—–·〇○丟屆勠潟笹")})


def symbols() -> frozenset[int]:
    """Bullets, boxes and marks that the other fonts lack."""
    return frozenset((*range(0x2190, 0x2200), *range(0x2500, 0x2800), *range(0x2900, 0x2C00)))


def mathematics() -> frozenset[int]:
    """Signs of mathematics."""
    return frozenset((*range(0x2200, 0x2300), *range(0x2A00, 0x2B00)))


CUTS = (
    *(Cut(f"truetype/noto/NotoSerif-{s}.ttf", f"NotoSerif-{s}.ttf", latin()) for s in ("Regular", "Bold", "Italic")),
    *(Cut(f"truetype/noto/NotoNaskhArabic-{s}.ttf", f"NotoNaskhArabic-{s}.ttf", arabic()) for s in ("Regular", "Bold")),
    *(Cut(f"opentype/noto/NotoSerifCJK-{s}.ttc", f"NotoSerifCJKsc-{s}.otf", chinese()) for s in ("Regular", "Bold")),
    Cut("truetype/noto/NotoSansSymbols2-Regular.ttf", "NotoSansSymbols2-Regular.ttf", symbols()),
    Cut("truetype/noto/NotoSansMath-Regular.ttf", "NotoSansMath-Regular.ttf", mathematics()),
)


def subset(cut: Cut, folder: Path) -> TTFont:
    """The font with nothing in it but what is kept."""
    path = folder / cut.source
    if not path.is_file():
        sys.exit(f"{path} is not there: install fonts-noto-core and fonts-noto-cjk, or give their folder with --from")
    font = (
        TTCollection(path, lazy=True).fonts[SIMPLIFIED]
        if path.suffix == ".ttc"
        else TTFont(path, recalcTimestamp=False)
    )
    options = Options(
        hinting=False,
        layout_features=["*"],
        name_IDs=["*"],
        notdef_outline=True,
        glyph_names=False,
        recalc_timestamp=False,
    )
    options.drop_tables += ["DSIG", "BASE", "VORG", "vhea", "vmtx"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=cut.keeps)
    subsetter.subset(font)
    if "Arabic" in cut.name:
        add_marked_letters(font)
    font["head"].created = font["head"].modified = EPOCH
    font.recalcTimestamp = False
    return font


def ranges(codes: Iterable[int]) -> list[tuple[int, int]]:
    """Codes as ranges, both ends included."""
    grouped = groupby(enumerate(sorted(codes)), key=lambda pair: pair[1] - pair[0])
    found = [[code for _, code in group] for _, group in grouped]
    return [(codes[0], codes[-1]) for codes in found]


def licence(holders: list[str]) -> str:
    """Who holds the rights, and the words of the licence as Debian's package of the fonts has them."""
    text = LICENCE.read_text("utf-8").split("\nLicense: OFL-1.1\n PREAMBLE\n", 1)[1].split("\n\n", 1)[0]
    words = "\n".join("" if line == " ." else line.removeprefix(" ") for line in text.split("\n"))
    return "\n".join([*holders, "", "SIL OPEN FONT LICENSE Version 1.1 - 26 February 2007", "", "PREAMBLE", words, ""])


def main() -> None:
    """Write the fonts, their licence and ``coverage.csv``, one row for each range of characters shown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from", dest="folder", type=Path, default=Path("/usr/share/fonts"))
    parser.add_argument("--out", type=Path, default=OUT)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    covered: set[int] = set()
    holders: list[str] = []
    for cut in CUTS:
        font = subset(cut, arguments.folder)
        font.save(arguments.out / cut.name, reorderTables=True)
        covered.update(font.getBestCmap())
        holders.append(f"{cut.name}: {font['name'].getDebugName(0)}")
        print(f"{(arguments.out / cut.name).stat().st_size / 1e6:6.2f} MB  {cut.name}")
    (arguments.out / "OFL.txt").write_text(licence(holders), encoding="utf-8")
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(("first", "last"))
    writer.writerows((f"{low:04X}", f"{high:04X}") for low, high in ranges(covered))
    (arguments.out / "coverage.csv").write_text(table.getvalue(), encoding="ascii", newline="")


if __name__ == "__main__":
    main()
