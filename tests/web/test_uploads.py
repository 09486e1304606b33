"""What comes from a browser is bounded, scanned where a scanner is named, and kept by a harmless name."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from verbale.errors import BadReference
from verbale.web.services import Services
from verbale.web.site import Site
from verbale.web.uploads import LARGEST_BODY, folder_of_uploads, forget_uploads, scan, taken_in


def scanner(tmp_path: Path, lines: str) -> tuple[str, ...]:
    script = tmp_path / "scanner.py"
    script.write_text(f"import sys\npath = sys.argv[-1]\n{lines}\n", encoding="utf-8")
    return sys.executable, str(script), "--quiet"


def test_a_file_is_scanned_before_anything_reads_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command = scanner(tmp_path, "sys.exit(b'EICAR' in open(path, 'rb').read())")
    monkeypatch.setattr(settings, "SERVICES", Services(scanner=command))
    with taken_in(SimpleUploadedFile("note.docx", b"a letter")) as path:
        assert path.read_bytes() == b"a letter"
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert not path.exists()
    refused = pytest.raises(
        BadReference, match=r"bad.docx.* is refused by the scanner for viruses; nothing was taken in"
    )
    with refused, taken_in(SimpleUploadedFile("bad.docx", b"EICAR")):
        raise AssertionError("what was refused is read")


def test_what_a_killed_process_left_of_an_upload_is_taken_away(tmp_path: Path) -> None:
    site = Site("desk.sqlite", tmp_path, "secret")
    folder = folder_of_uploads(site)
    (folder / "left").mkdir()
    (folder / "left" / "letter.pdf").write_bytes(b"a letter")
    (folder / "left.upload").write_bytes(b"a letter")
    (folder / "new.upload").write_bytes(b"a letter")
    for name in ("left", "left.upload"):
        os.utime(folder / name, (1000, 1000))
    assert forget_uploads(site, 2000) == 2
    assert [path.name for path in folder.iterdir()] == ["new.upload"]


@pytest.mark.parametrize("lines", ["import time; time.sleep(60)", "import os; os.kill(os.getpid(), 9)", "1 / 0"])
def test_a_scanner_that_gives_no_answer_lets_nothing_in(tmp_path: Path, lines: str) -> None:
    with pytest.raises(BadReference, match="nothing was taken in"):
        scan(tmp_path / "letter.pdf", scanner(tmp_path, lines), seconds=1.0)
    with pytest.raises(BadReference, match="could not be looked at"):
        scan(tmp_path / "letter.pdf", (str(tmp_path / "no-such-program"),))
    scan(tmp_path / "letter.pdf", ())


@pytest.mark.parametrize(
    ("given", "kept"),
    [("../../etc/passwd", "passwd"), (".hidden", "hidden"), ("a\u202etxt.exe", "atxt.exe"), ("...", "upload")],
)
def test_a_name_leads_nowhere(given: str, kept: str) -> None:
    upload = SimpleUploadedFile("x", b"1")
    upload._name = given
    with taken_in(upload) as path:
        assert path.name == kept


@pytest.mark.parametrize("length", [str(LARGEST_BODY + 1), "-1", "many"])
def test_a_body_that_is_too_large_is_refused_unread(client: Client, length: str) -> None:
    answer = client.post("/accounts/login/", {}, headers={"content-length": length}, CONTENT_LENGTH=length)
    assert answer.status_code == 413
    assert "larger than 200 MiB" in answer.content.decode()
