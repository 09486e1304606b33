"""Build tests/samples/letters from its sources: letters in five formats, and labels.csv with what each of them is.

python scripts/build_letters.py            write the files
python scripts/build_letters.py --check    exit 1 if a file differs from what would be written
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from letter_forms import letter_bytes
from letter_source import COLUMNS, read_letters

LETTERS = Path(__file__).resolve().parent.parent / "tests" / "samples" / "letters"


def outputs() -> Iterator[tuple[Path, bytes]]:
    """Every file to write with its bytes."""
    letters = [letter for path in sorted((LETTERS / "source").glob("*.txt")) for letter in read_letters(path)]
    for letter in letters:
        yield LETTERS / letter.file, letter_bytes(letter)
    labels = io.StringIO()
    rows = csv.writer(labels, lineterminator="\n")
    rows.writerow(COLUMNS)
    rows.writerows(sorted(letter.labels for letter in letters))
    yield LETTERS / "labels.csv", labels.getvalue().encode()


def main() -> int:
    """Write or compare; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = [(path, data) for path, data in outputs() if not path.is_file() or path.read_bytes() != data]
    for path, data in stale:
        if not check:
            path.write_bytes(data)
        print(("differs: " if check else "written: ") + path.name)
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
