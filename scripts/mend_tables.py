"""Puts the bundled tables into their canonical form: NFC, rows sorted and unique, LF. With ``--check`` only tells."""

from __future__ import annotations

import csv
import io
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOMS = Path(__file__).parent.parent / "src/verbale"
DATA = ROOMS / "lexicon/data"
FACTS = ROOMS / "register/data"
WORDS = Path(__file__).parent / "words"


def mended(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as canonical CSV text."""
    unique = {tuple(unicodedata.normalize("NFC", cell.strip()) for cell in row) for row in rows}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(sorted(unique))
    return out.getvalue()


def write_table(name: str, content: str) -> None:
    (DATA / f"{name}.csv").write_text(content, encoding="utf-8", newline="")


def mend_file(path: Path, *, check: bool) -> bool:
    """Whether the file already was canonical; rewritten unless ``check``."""
    before = path.read_text(encoding="utf-8")
    header, *rows = csv.reader(io.StringIO(before))
    after = mended(header, rows)
    if after != before and not check:
        path.write_text(after, encoding="utf-8", newline="")
    return after == before


def main(arguments: list[str]) -> int:
    check = "--check" in arguments
    changed = [
        path.name
        for folder in (DATA, FACTS, WORDS)
        for path in sorted(folder.glob("*.csv"))
        if not mend_file(path, check=check)
    ]
    for name in changed:
        print(f"{name}: {'not canonical' if check else 'mended'}")
    return 1 if check and changed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
