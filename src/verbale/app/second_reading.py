"""A second reader for formats that other programs read for us: LibreOffice's words beside ours, where one asks.

It takes a second or more a document and is on few machines, so that nothing calls it unless a person or a setting says
so. What it reads otherwise is a finding, and never a reason not to read.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from verbale.lexicon.han import HAN
from verbale.model.document import Document
from verbale.model.finding import Finding, Severity
from verbale.model.node import NodeKind
from verbale.model.source import MediaType

RULE = "read/second-reader"
_ENDINGS = {MediaType.DOC: ".doc", MediaType.RTF: ".rtf", MediaType.ODT: ".odt"}
_SECONDS = 60  # of the clock and of processor time
_MEMORY = 4 << 20  # KiB of address space; the program takes 2 GiB of it for a letter
_TOLD = 12  # words of each kind in a message
_TEXT = "txt:Text (encoded):UTF8"
# Labels and the markers of notes are printed in one reading and not in the other: words are of two letters and more.
_WORD = re.compile(r"[^\W\d_]{2,}")
# LibreOffice writes neither notes nor running heads into plain text.
_NOT_THERE = frozenset({NodeKind.FOOTNOTE, NodeKind.FURNITURE})


def read_twice(document: Document, data: Callable[[], bytes]) -> Document:
    """The document, with a finding where LibreOffice reads other words in what ``data`` gives, of which it was made.

    As it was for other formats. Never raises.
    """
    ending = _ENDINGS.get(document.source.media_type)
    if ending is None:
        return document
    finding = _compared(document, *_text_of(data(), ending))
    return replace(document, findings=(*document.findings, finding)) if finding else document


def _text_of(data: bytes, ending: str) -> tuple[str, str]:
    """LibreOffice's plain text of a document, and what it calls itself; else an empty text, and why there is none."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        return "", "it is not installed"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        # A profile of its own: that of the user may be in use, and may let macros run.
        command = [program, f"-env:UserInstallation={Path(place, 'profile').as_uri()}", "--headless", "--norestore"]
        source = Path(place, f"source{ending}")
        source.write_bytes(data)
        try:
            version = _run([*command, "--version"])
            _run([*command, "--convert-to", _TEXT, "--outdir", place, str(source)])
            return source.with_suffix(".txt").read_text(encoding="utf-8-sig"), " ".join(version.split()[:2])
        except subprocess.TimeoutExpired:
            return "", f"it took more than {_SECONDS} s"
        except (OSError, UnicodeDecodeError):
            return "", "it made no text of the document"


def _run(command: list[str]) -> str:
    """What a program says, run under bounds where the system has them."""
    if sys.platform != "win32":
        command = ["sh", "-c", f'ulimit -t {_SECONDS} -v {_MEMORY}; exec "$0" "$@"', *command]
    done = subprocess.run(command, check=False, capture_output=True, timeout=_SECONDS, stdin=subprocess.DEVNULL)
    return done.stdout.decode("utf-8", "replace")


def _compared(document: Document, text: str, by: str) -> Finding | None:
    if not text.strip():
        return Finding(RULE, Severity.WARNING, f"LibreOffice could not read it a second time: {by}")
    here, there = _words([document.source.text]), _words([text])
    # Notes that LibreOffice does not write out are no words that it lacks.
    body = _words(node.text for node in document.nodes if node.kind not in _NOT_THERE)
    told = [_named("only there", there - here), _named("only here", body - there)]
    if not any(told):
        return None
    return Finding(RULE, Severity.WARNING, f"{by} reads other words in it: {'; '.join(filter(None, told))}")


def _words(texts: Iterable[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for text in texts:
        found.update(HAN.findall(text))
        found.update(word.casefold() for word in _WORD.findall(HAN.sub(" ", text)))
    return found


def _named(where: str, words: Counter[str]) -> str:
    named = [f"“{word}”" if count == 1 else f"“{word}” {count} times" for word, count in words.items()]
    more = f" and {len(named) - _TOLD} more" if len(named) > _TOLD else ""
    return f"{where} {', '.join(named[:_TOLD])}{more}" if named else ""
