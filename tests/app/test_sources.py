"""From what a user names to bytes."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from verbale.app.sources import Incoming, find_left_aside, find_sources, get_bytes
from verbale.errors import NotADocument, ReadFailed, TooLarge
from verbale.read.limits import Limits


def test_folders_are_walked_sorted_without_dotfiles(tmp_path: Path) -> None:
    for name in ["b.txt", "a.txt", ".hidden", "sub/c.txt", ".git/config"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [found.name for found in find_sources([str(tmp_path)])] == ["a.txt", "b.txt", "sub/c.txt"]


def test_data_in_a_folder_is_left_aside_and_named(tmp_path: Path) -> None:
    for name in ["a.txt", "metadata.json", "sub/rows.CSV", "sub/b.xml"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [found.name for found in find_sources([str(tmp_path)])] == ["a.txt", "sub/b.xml"]
    assert [found.name for found in find_left_aside([str(tmp_path)])] == ["metadata.json", "sub/rows.CSV"]
    named = str(tmp_path / "metadata.json")
    assert [found.name for found in find_sources([named])] == ["metadata.json"], "one that is named is read"
    assert find_left_aside([named]) == []


def test_a_file_goes_by_its_own_name_wherever_it_lies(tmp_path: Path) -> None:
    (tmp_path / ".named").write_text("x")
    (found,) = find_sources([str(tmp_path / ".named")])
    assert found.name == ".named"
    assert found.shown == str(tmp_path / ".named")


def test_what_is_missing_fails_when_read(tmp_path: Path) -> None:
    (found,) = find_sources([str(tmp_path / "none.pdf")])
    with pytest.raises(ReadFailed, match="no such file"):
        get_bytes(found, Limits())


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    (found,) = find_sources([str(tmp_path)])
    with pytest.raises(NotADocument, match="no file in this folder"):
        get_bytes(found, Limits())


def test_two_gigabytes_are_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "huge.pdf"
    with path.open("wb") as stream:
        stream.truncate(2 * 1024**3)
    monkeypatch.setattr(Path, "open", lambda *_, **__: pytest.fail("the file was opened"))
    monkeypatch.setattr(Path, "read_bytes", lambda *_: pytest.fail("the file was read"))
    with pytest.raises(TooLarge, match="2,147,483,648 bytes"):
        get_bytes(Incoming("huge.pdf", str(path), path), Limits())


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no /dev/zero here")
def test_a_device_without_end_is_not_opened() -> None:
    with pytest.raises(NotADocument, match="a pipe or a device"):
        get_bytes(Incoming("zero", "/dev/zero", Path("/dev/zero")), Limits(bytes=3_000_000))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems allow no such names")
def test_undecodable_bytes_of_a_name_are_replaced(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/r\xe9ponse.txt"
    Path(os.fsdecode(path)).write_text("x")
    (found,) = find_sources([str(tmp_path)])
    assert found.name == "r\ufffdponse.txt"
    assert get_bytes(found, Limits()) == b"x"


def test_a_name_with_a_null_fails_in_kind() -> None:
    (found,) = find_sources(["a\0b"])
    with pytest.raises(ReadFailed, match="cannot be opened"):
        get_bytes(found, Limits())
