"""Set the example of docs/developer/akn4un-report.md anew: the bundled report as it is written today.

python scripts/build_akn_example.py
"""

from __future__ import annotations

import re
from pathlib import Path

from verbale.akn.writer import write_akn
from verbale.app.reading import read_source

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "developer" / "akn4un-report.md"
SOURCE = ROOT / "tests" / "akn" / "example_report.txt"


def example() -> str:
    """The XML of the bundled report."""
    return write_akn(read_source(SOURCE.read_bytes(), SOURCE.name)).decode("utf-8")


def main() -> None:
    """Write the page."""
    page = PAGE.read_text(encoding="utf-8")
    block = f"```xml\n{example()}```\n"
    PAGE.write_text(re.sub(r"```xml\n.*?```\n", lambda _: block, page, flags=re.S), encoding="utf-8")


if __name__ == "__main__":
    main()
