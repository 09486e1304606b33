"""What each reader is fed by the fuzzers: bytes in, a value or a typed error out, and nothing else.

python -m tests.fuzz.targets NAME SECONDS FOLDER

fuzzes one reader with atheris for so many seconds, guided by what its code does, and stops at the first fault, which is
left in FOLDER. Seeds are made of the samples in the repository, and kept with what was found in FOLDER.
"""

from __future__ import annotations

import contextlib
import io
import re
import sys
import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from verbale.akn.reader import read_akn
from verbale.app.letter_reading import read_letters
from verbale.app.reading import read_source
from verbale.desk.cycle_file import parse_cycle
from verbale.errors import VerbaleError
from verbale.model.language import Language
from verbale.read.dispatch import read_bytes
from verbale.read.docx import read_docx
from verbale.read.html import read_html
from verbale.read.limits import Limits
from verbale.read.odt import read_odt
from verbale.translation.job import Job, Segment, SegmentState
from verbale.translation.tmx import read_tmx
from verbale.translation.xliff import read_xliff, write_xliff

ROOT = Path(__file__).parent.parent.parent
SAMPLES = ROOT / "tests" / "samples"
LIMITS = Limits(bytes=1 << 20, pages=50, expansion=8 << 20, written=1 << 18, lines=5_000, elements=5_000, drawn=1 << 20)
PROCESSOR_SECONDS = 10.0
"""What one input may take; of processor time, because the machine of a long run is seldom idle."""
_CLOCK_SECONDS = 300
_LONGEST = 1 << 16  # of an input, in bytes: a whole sample fits
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = ("numbering", "footnotes", "styles", "comments")
_TMX = b"""<?xml version="1.0"?><tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>A <ph x="1"/>
word</seg></tuv><tuv xml:lang="fr"><seg>Un mot</seg></tuv></tu></body></tmx>"""
_JOB = Job(
    "reply",
    "reply.docx",
    1,
    Language.EN,
    Language.FR,
    (Segment("p1", "A \x01 word", "Un mot", SegmentState.FINAL), Segment("p2", "Another", note="memory")),
)
_ODT = b"""<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:h
text:outline-level="1">Title
</text:h><text:p>Words<text:s
text:c="3"/><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Note
</text:p></text:note-body></text:note></text:p></office:text></office:body></office:document-content>"""


class Slow(Exception):
    """An input took longer than `PROCESSOR_SECONDS`."""


def packed(files: Mapping[str, bytes]) -> bytes:
    """A package of these parts, stored, so that a change of a byte is one of the part."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return stream.getvalue()


def _relations(named: Mapping[str, str]) -> bytes:
    """The relations of a part: the kind of each, and where it leads."""
    rows = (
        f'<Relationship Id="r{at}" Type="{_KIND}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(named.items())
    )
    return f'<Relationships xmlns="{_PACKAGE}">{"".join(rows)}</Relationships>'.encode()


def _docx(data: bytes) -> object:
    """The main part and, each behind a zero byte, the parts that it may have."""
    document, *others = data.split(b"\x00", len(_PARTS))
    parts = {kind: part for kind, part in zip(_PARTS, others, strict=False) if part}
    files = {
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relations({kind: f"{kind}.xml" for kind in parts}),
        **{f"word/{kind}.xml": part for kind, part in parts.items()},
    }
    return read_docx(packed(files), "x.docx", "", LIMITS)


def _odt(data: bytes) -> object:
    return read_odt(
        packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": data}), "x", "", LIMITS
    )


TARGETS: Mapping[str, Callable[[bytes], object]] = {
    "text": lambda data: read_source(data.replace(b"%PDF", b"").removeprefix(b"PK"), "x.txt", limits=LIMITS),
    "html": lambda data: read_html(data, "x.html", "", LIMITS),
    "docx": _docx,
    "odt": _odt,
    "rtf": lambda data: read_bytes(b"{\\rtf1 " + data, "x.rtf", LIMITS),
    "pdf": lambda data: read_bytes(b"%PDF-1.4\n" + data, "x.pdf", LIMITS),
    "mail": lambda data: read_letters(b"From: a@b.org\nMIME-Version: 1.0\n" + data, "x.eml", LIMITS),
    "akn": lambda data: read_akn(data, "x.xml", largest=LIMITS.written, elements=LIMITS.elements),
    "xliff": lambda data: read_xliff(data, "x.xlf"),
    "tmx": lambda data: read_tmx(data, "x.tmx"),
    "cycle": lambda data: parse_cycle(data.decode("utf-8", "replace"), "cycle.toml"),
}
"""Each reader by its name."""


def run(name: str, data: bytes) -> None:
    """Feed one reader; a typed error is as good as a value. Raises whatever else it raises, and `Slow`."""
    began = time.process_time()
    with contextlib.suppress(VerbaleError):
        TARGETS[name](data)
    taken = time.process_time() - began
    if taken > PROCESSOR_SECONDS:
        raise Slow(f"{name}: {len(data)} bytes took {taken:.1f} s of processor time")


def seeds(name: str) -> list[bytes]:
    """What a fuzzer begins with, the same each time."""
    if name == "docx":
        return [_parts(path) for path in sorted(SAMPLES.rglob("*.docx"))[:4]]
    made = {
        "tmx": _TMX,
        "xliff": write_xliff(_JOB),
        "odt": _ODT,
        "rtf": rb"\b Words\b0 \par \u1234? {\footnote note} more}",
    }
    if name in made:
        return [made[name]]
    if name == "cycle":
        return [path.read_bytes() for path in sorted((ROOT / "src").rglob("cycle*.toml"))]
    if name == "akn":
        return [path.read_bytes() for path in sorted((ROOT / "tests").rglob("*.xml"))][:2]
    endings = {"text": "txt", "html": "html", "pdf": "pdf", "mail": "eml"}
    return [path.read_bytes() for path in sorted(SAMPLES.rglob(f"*.{endings[name]}"))[:8]]


def _parts(path: Path) -> bytes:
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        wanted = (f"word/{kind}.xml" for kind in ("document", *_PARTS))
        return b"\x00".join(re.sub(rb"\s+", b" ", archive.read(name)) if name in names else b"" for name in wanted)


def main() -> None:
    """Fuzz one reader with atheris."""
    import atheris  # noqa: PLC0415 (it changes how modules are loaded, and is there on few systems)

    name, seconds, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    for at, seed in enumerate(seeds(name)):
        (folder / f"seed-{at}").write_bytes(seed)
    atheris.instrument_all()
    bounds = {
        "max_total_time": seconds,
        "timeout": _CLOCK_SECONDS,
        "rss_limit_mb": 1024,
        "max_len": _LONGEST,
        "artifact_prefix": f"{folder}/fault-",
    }
    options = [f"-{option}={value}" for option, value in bounds.items()]
    atheris.Setup([sys.argv[0], *options, str(folder)], lambda data: run(name, data))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
