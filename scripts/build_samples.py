"""Build tests/samples and the texts of the demonstration from tests/samples/source: text as extracted, gold, DOCX.

python scripts/build_samples.py            write the files
python scripts/build_samples.py --check    exit 1 if a file differs from what would be written
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from sample_docx import docx_bytes
from sample_layout import lay_out
from sample_source import gold_record, read_sample

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "tests" / "samples"
DOCX = (("report", "fr"), ("resolution", "ar"))
DEMO = ROOT / "src" / "verbale" / "app" / "demo_library"
SHOWN = ("decision", "report", "report-2010", "resolution")
"""The folders whose texts the demonstration has in its library."""


def outputs() -> Iterator[tuple[Path, bytes]]:
    """Every file to write with its bytes."""
    for path in sorted((SAMPLES / "source").glob("*/*.txt")):
        sample = read_sample(path)
        folder = SAMPLES / sample.folder
        text = lay_out(sample).encode("utf-8")
        yield folder / f"{sample.language}.txt", text
        if sample.folder in SHOWN:
            yield DEMO / f"{sample.folder}.{sample.language}.txt", text
        gold = json.dumps(gold_record(sample), ensure_ascii=False, indent=1) + "\n"
        yield folder / f"{sample.language}.json", gold.encode("utf-8")
        if (sample.folder, sample.language) in DOCX:
            yield folder / f"{sample.language}.docx", docx_bytes(sample)


def main() -> int:
    """Write or compare; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = []
    for path, data in outputs():
        if path.is_file() and path.read_bytes() == data:
            continue
        stale.append(path)
        if not check:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
    for path in stale:
        print(("differs: " if check else "written: ") + str(path.relative_to(ROOT)))
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
