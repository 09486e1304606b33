"""How fast documents are read, as ratios measured in one run on one core, and how much memory it takes.

The yardsticks: for a PDF, pypdfium2 giving the text objects of every page with text, font, size
and bounds; for a DOCX, python-docx walking paragraphs with their styles and runs with text, weight,
superscript and size, which is what a tree is made of. Both sides of a ratio take turns
over the same bytes, and the best of the rounds counts.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import docx
import pypdfium2
from bench.pages import Sheet
from bench.race import Result, race
from bench.shared import ROOT, SHARED
from pypdfium2 import raw

from verbale.app.reading import read_tree

_PAGES = 1_000
_STARTS = 9
_RESOLUTION = "A-RES-76-46"
_AS_ISSUED = ("A_80_271.en.pdf", "A_80_81.en.pdf", "A_79_PV.64.en.pdf", "A_52_622.en.pdf", "S_RES_2779_(2025).en.pdf")
_LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
_HELP = "import sys; sys.argv[0] = 'verbale'; from verbale.cli import main; main()"
_CHILD = """
import resource, sys
from pathlib import Path
from verbale.app.reading import read_source
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
document = read_source(Path(sys.argv[1]).read_bytes(), "joined.pdf")
print(before, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, len(document.nodes))
"""


def walk_objects(data: bytes) -> int:
    """Text objects with their fonts, as pypdfium2 gives them; returns how many letters there were."""
    letters = 0
    document = pypdfium2.PdfDocument(data)
    for page in document:
        textpage = page.get_textpage()
        for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], textpage=textpage):
            letters += len(item.extract())
            item.get_font().get_base_name()
            item.get_font_size()
            item.get_bounds()
    document.close()
    return letters


def walk_runs(data: bytes) -> int:
    """Paragraphs with styles and runs with faces, as python-docx gives them; returns how many letters there were."""
    letters = 0
    for paragraph in docx.Document(io.BytesIO(data)).paragraphs:
        letters += bool(paragraph.style and paragraph.style.name)
        for run in paragraph.runs:
            font = run.font
            letters += len(run.text) + sum(map(bool, (run.bold, run.italic, font.superscript, font.size)))
    return letters


def measure_ratios(result: Result, rounds: int) -> None:
    """Both formats against their yardsticks, file by file."""
    folder = SHARED / "corpus" / "resolutions" / _RESOLUTION
    pdfs = [folder / f"{language}.pdf" for language in _LANGUAGES]
    pdfs += [path for name in _AS_ISSUED if (path := SHARED / "corpus" / "pdf" / name).exists()]
    documents = [folder / f"{language}.docx" for language in _LANGUAGES]
    columns = ("file", "to tree, ms", "yardstick, ms", "ratio")
    rows, ratios = _measure(pdfs, walk_objects, rounds)
    result.worst["pdf"] = max(ratios)
    note = "Ratio: time to the tree over time to the text objects with fonts; the bar is 3 at most."
    result.sheets.append(Sheet("PDF to tree", columns, rows, note))
    rows, ratios = _measure(documents, walk_runs, rounds)
    result.worst["docx"] = 1 / max(ratios)
    note = "Ratio: time to the tree over time to walk paragraphs and runs; the bar is 0.33 at most."
    result.sheets.append(Sheet("DOCX to tree", columns, rows, note))


def _measure(
    paths: list[Path], yardstick: Callable[[bytes], object], rounds: int
) -> tuple[tuple[tuple[str, ...], ...], list[float]]:
    rows, ratios = [], []
    for path in paths:
        data = path.read_bytes()
        read_tree(data, path.name)
        ours, theirs = race(lambda d=data, n=path.name: read_tree(d, n), lambda d=data: yardstick(d), rounds)  # type: ignore[misc]
        ratios.append(ours / theirs)
        name = f"{path.parent.name}/{path.name}" if path.parent.name == _RESOLUTION else path.name
        rows.append((name, f"{ours * 1000:.1f}", f"{theirs * 1000:.1f}", f"{ours / theirs:.2f}"))
    return tuple(rows), ratios


def join_pages(paths: list[Path], pages: int, target: Path) -> None:
    """A PDF of ``pages`` pages made of the pages of others, taken over and over."""
    joined = pypdfium2.PdfDocument.new()
    while len(joined) < pages:
        for path in paths:
            part = pypdfium2.PdfDocument(path)
            joined.import_pages(part, list(range(min(len(part), pages - len(joined)))))
            part.close()
            if len(joined) >= pages:
                break
    joined.save(target)
    joined.close()


def measure_memory(result: Result) -> None:
    """The peak of a process of its own that reads a PDF of a thousand pages."""
    paths = sorted((SHARED / "corpus" / "pdf").glob("A_80_*.pdf"))
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "joined.pdf"
        join_pages(paths, _PAGES, target)
        size = target.stat().st_size
        started = time.perf_counter()
        done = subprocess.run([sys.executable, "-c", _CHILD, str(target)], capture_output=True, text=True, check=True)
        took = time.perf_counter() - started
    before, peak, nodes = (int(figure) for figure in done.stdout.split())
    result.worst["memory"] = peak / 1024
    rows = (
        ("size of the file, MiB", f"{size / 2**20:.1f}"),
        ("nodes of the tree", f"{nodes:,}"),
        ("peak memory, MiB", f"{peak / 1024:.0f}"),
        ("of these before reading, MiB", f"{before / 1024:.0f}"),
        ("wall time, s", f"{took:.1f}"),
    )
    result.sheets.append(Sheet(f"A PDF of {_PAGES:,} pages", ("what", "figure"), rows, "The bar is 300 MiB at most."))


def measure_start(result: Result) -> None:
    """The wall time of ``verbale --help``."""
    times = []
    for _ in range(_STARTS):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-c", _HELP, "--help"], capture_output=True, check=True, cwd=ROOT)
        times.append((time.perf_counter() - started) * 1000)
    times.sort()
    result.worst["start"] = times[len(times) // 2]
    rows = (("best", f"{times[0]:.0f}"), ("median", f"{times[len(times) // 2]:.0f}"))
    note = f"Of {_STARTS} starts; the bar is 300 ms at most."
    result.sheets.append(Sheet("Start of `verbale --help`, ms", ("what", "ms"), rows, note))
