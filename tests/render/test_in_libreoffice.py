"""DOCX as LibreOffice sets it: the pages open, and what they print is what was written."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from bench.scoring import fold

from verbale.app.reading import read_tree
from verbale.model.node import NodeKind
from verbale.render.docx_document import docx_document

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(
    OFFICE is None, reason="LibreOffice is not installed (on Debian: apt install libreoffice-writer)"
)


def test_pages_open_and_print_every_word(tmp_path: Path) -> None:
    """One call for three languages: starting the program takes longer than setting the pages."""
    documents = {}
    for language in ("ar", "en", "zh"):
        path = SAMPLES / "report" / f"{language}.txt"
        documents[language] = read_tree(path.read_bytes(), path.name)
        (tmp_path / f"{language}.docx").write_bytes(docx_document(documents[language]).content)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    sources = [str(tmp_path / f"{language}.docx") for language in documents]
    command = [str(OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *sources]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    for language, document in documents.items():
        pdf = pypdfium2.PdfDocument((tmp_path / f"{language}.pdf").read_bytes())
        assert 2 <= len(pdf) <= 6
        assert pdf.get_metadata_value("Title").startswith("A/77/9901")
        if language == "ar":
            continue  # letters of Arabic are read back in another order
        printed = fold("".join(page.get_textpage().get_text_range() for page in pdf).replace("\ufffe", "-"))
        for node in document.nodes:
            if node.kind is NodeKind.ITEM and len(node.text) < 60 and not node.notes:
                assert fold(node.printed) in printed, node.ref
