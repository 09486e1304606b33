"""Results go to the path that was named, and nowhere else."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.app.writing import get_destination, safe_name
from verbale.errors import OutputRefused
from verbale.model.document import Coverage, Document, Facts
from verbale.model.source import MediaType, Source

DOCUMENT = Document(
    Source("a.txt", "ab" * 32, MediaType.TEXT, ""), "generic", None, Facts(), (), (), Coverage(0, 0, 0, 0)
)


def named(name: str, sha256: str = "ab" * 32) -> Document:
    source = dataclasses.replace(DOCUMENT.source, name=name, sha256=sha256)
    return dataclasses.replace(DOCUMENT, source=source)


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("A-77-123.pdf", "A-77-123"),
        ("sub/folder/note.en.docx", "note.en"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\windows.txt", "windows"),
        ("..", "document"),
        (".hidden.txt", "hidden"),
        ("CON.txt", "_CON"),
        ('a<b>:"c|?*.txt', "a_b___c___"),
        ("", "document"),
        ("决议.pdf", "决议"),
        ("a\udce9.txt", "a_"),
    ],
)
def test_names_are_safe(name: str, stem: str) -> None:
    assert safe_name(name) == stem


@given(st.text())
def test_no_name_escapes_its_folder(name: str) -> None:
    stem = safe_name(name)
    assert stem not in {"", ".", ".."}
    assert not stem.startswith(".")
    assert not set(stem) & set('/\\\0<>:"|?*')
    assert len(stem.encode()) <= 121


def test_one_result_goes_to_the_file(tmp_path: Path) -> None:
    get_destination(str(tmp_path / "out.json"), several=False).write(DOCUMENT, b"{}", ".json")
    assert (tmp_path / "out.json").read_bytes() == b"{}"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_that_exists_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out.json").write_text("mine")
    with pytest.raises(OutputRefused, match="--force"):
        get_destination(str(tmp_path / "out.json"), several=False)
    get_destination(str(tmp_path / "out.json"), several=False, force=True).write(DOCUMENT, b"{}", ".json")
    assert (tmp_path / "out.json").read_bytes() == b"{}"
    assert len(list(tmp_path.iterdir())) == 1


def test_several_results_go_to_a_folder_and_collisions_get_the_checksum(tmp_path: Path) -> None:
    destination = get_destination(str(tmp_path / "out"), several=True)
    for document in [named("x/a.txt", "11" * 32), named("x/A.pdf", "22" * 32), named("x/a.md", "22" * 32)]:
        destination.write(document, b"{}", ".json")
    assert sorted(path.name for path in (tmp_path / "out" / "x").iterdir()) == [
        "A-22222222.json",
        "a-22222222-2.json",
        "a.json",
    ]


def test_the_folders_of_the_sources_are_kept(tmp_path: Path) -> None:
    destination = get_destination(str(tmp_path / "out"), several=True)
    for name in ["2010/ar/a.txt", "2010/zh/a.txt", "con/b.v2/a.txt"]:
        destination.write(named(name), b"{}", ".json")
    written = sorted(path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.json"))
    assert written == ["2010/ar/a.json", "2010/zh/a.json", "_con/b.v2/a.json"]


def test_hostile_names_stay_inside_the_folder(tmp_path: Path) -> None:
    destination = get_destination(str(tmp_path / "out"), several=True)
    for name in ["../../evil.txt", "/etc/passwd", "..", "a/../../b"]:
        written = destination.write(named(name), b"{}", ".json")
        assert written.resolve().is_relative_to(tmp_path / "out")
        assert ".." not in written.parts
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights here")
@pytest.mark.parametrize("force", [False, True])
def test_a_link_in_the_folder_is_never_written_through(tmp_path: Path, *, force: bool) -> None:
    (tmp_path / "precious").write_text("mine")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.json").symlink_to(tmp_path / "precious")
    destination = get_destination(str(tmp_path / "out"), several=True, force=force)
    if force:
        destination.write(DOCUMENT, b"{}", ".json")
    else:
        with pytest.raises(OutputRefused):
            destination.write(DOCUMENT, b"{}", ".json")
    assert (tmp_path / "precious").read_text() == "mine"


def test_a_file_where_a_folder_is_needed_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(OutputRefused, match="folder"):
        get_destination(str(tmp_path / "out"), several=True)


def test_a_missing_folder_is_refused_with_advice(tmp_path: Path) -> None:
    with pytest.raises(OutputRefused, match="make it first"):
        get_destination(str(tmp_path / "none" / "out.json"), several=False)


def test_a_read_only_folder_is_refused_with_advice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(OutputRefused, match="may not be written to; name another"):
        get_destination(str(tmp_path / "out.json"), several=False)


def test_a_full_disk_leaves_no_half_file(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    with pytest.raises(OutputRefused, match="cannot be written"):
        get_destination("/dev/full", several=False).write(DOCUMENT, b"{}", ".json")
