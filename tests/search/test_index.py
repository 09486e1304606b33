"""The index in its folder: made, found, dropped, written by one and read by many, whole whenever a process dies."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import pytest
from tests.search.units import a_document, paragraph, six_languages

from verbale.errors import Conflict, StoreBroken
from verbale.model.language import Language
from verbale.search.index import Condition, SearchIndex, open_index
from verbale.search.query import understand
from verbale.search.searching import search

MANY = 12  # documents that a process writes in one go


def numbered(number: int) -> list[str]:
    return [f"{number}-{each}" for each in range(MANY)]


def write(folder: Path, number: int) -> None:
    """Put documents in, all with one word of their own."""
    with open_index(folder).writing() as writing:
        for key in numbered(number):
            writing.add(a_document(key, paragraph(f"round{number} nuclear tests", Language.EN)))


def total(folder: Path, word: str) -> int:
    return search(open_index(folder), understand(word)).total


def test_an_index_is_made_then_found(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "index"
    made = open_index(folder)
    assert (made.condition, made.count(), made.keys()) == (Condition.MADE, 0, frozenset())
    write(folder, 1)
    found = open_index(folder)
    assert (found.condition, found.count(), found.keys()) == (Condition.FOUND, 2 * MANY, frozenset(numbered(1)))
    assert made.count() == 2 * MANY, "the first one sees what another wrote"


def test_an_empty_folder_becomes_an_index(tmp_path: Path) -> None:
    assert open_index(tmp_path).condition is Condition.DAMAGED
    assert open_index(tmp_path).condition is Condition.FOUND


def test_a_document_is_replaced_and_removed(tmp_path: Path) -> None:
    index = open_index(tmp_path / "index")
    with index.writing() as writing:
        writing.add(a_document("one", paragraph("the first words", Language.EN)))
        writing.add(a_document("two", paragraph("the second words", Language.EN)))
    with index.writing() as writing:
        writing.add(a_document("one", paragraph("other words", Language.EN)))
        writing.remove("two")
        writing.remove("never there")
    assert index.keys() == {"one"}
    assert search(index, understand("first")).total == 0
    assert search(index, understand("other")).total == 1


def write_and_fail(index: SearchIndex) -> None:
    with index.writing() as writing:
        writing.add(a_document("one"))
        raise RuntimeError


def test_an_error_while_writing_leaves_the_index_as_it_was(tmp_path: Path) -> None:
    index = open_index(tmp_path / "index")
    with pytest.raises(RuntimeError):
        write_and_fail(index)
    assert index.keys() == frozenset()
    with index.writing() as writing:
        writing.add(a_document("two"))
    assert index.keys() == {"two"}


@pytest.mark.parametrize("about", ['{"version": 0}', '{"version": 9999}', "[]"])
def test_an_index_of_another_version_is_dropped_and_says_so(tmp_path: Path, about: str) -> None:
    folder = tmp_path / "index"
    write(folder, 1)
    (folder / "verbale-search.json").write_text(about, encoding="utf-8")
    dropped = open_index(folder)
    assert (dropped.condition, dropped.count()) == (Condition.OTHER_VERSION, 0)
    write(folder, 2)
    assert open_index(folder).keys() == frozenset(numbered(2))
    assert [path.name for path in tmp_path.iterdir()] == ["index"], "nothing is left beside it"


def _files(folder: Path) -> list[str]:
    """The kinds of file of an index, by what its names end with."""
    write(folder, 1)
    return sorted({path.suffix or path.name for path in folder.iterdir() if not path.name.startswith(".")})


@pytest.mark.parametrize("how", ["gone", "cut", "empty", "noise"])
def test_a_damaged_index_is_dropped_and_says_so_or_still_answers(tmp_path: Path, how: str) -> None:
    for suffix in _files(tmp_path / "names"):
        folder = tmp_path / f"of{suffix.strip('.')}"
        write(folder, 1)
        for path in [path for path in folder.iterdir() if (path.suffix or path.name) == suffix]:
            content = path.read_bytes()
            if how == "gone":
                path.unlink()
            else:
                damaged = {"cut": content[: len(content) // 2], "empty": b"", "noise": b"\xff" * len(content)}[how]
                path.write_bytes(damaged)
        index = open_index(folder)
        if index.condition is Condition.FOUND:
            assert index.keys() == frozenset(numbered(1)), suffix
            assert search(index, understand("round1")).total == MANY, suffix
        else:
            assert index.count() == 0
        write(folder, 2)
        assert search(open_index(folder), understand("round2")).total == MANY, suffix


@pytest.mark.parametrize("seed", range(40))
def test_a_damage_in_the_middle_is_told_and_nothing_else(tmp_path: Path, seed: int) -> None:
    folder = tmp_path / "index"
    write(folder, 1)
    chance = random.Random(seed)
    path = chance.choice(sorted(path for path in folder.iterdir() if path.stat().st_size))
    content = bytearray(path.read_bytes())
    for _ in range(4):
        content[chance.randrange(len(content))] = chance.randrange(256)
    path.write_bytes(content)
    index = open_index(folder)
    with contextlib.suppress(StoreBroken):
        assert search(index, understand("round1 tests")).total in (0, MANY)


def test_a_second_writer_waits_and_then_gives_up(tmp_path: Path) -> None:
    index = open_index(tmp_path / "index")
    other = open_index(tmp_path / "index")
    with index.writing() as writing:
        writing.add(a_document("one"))
        with pytest.raises(Conflict, match="writes to this index"), other.writing(wait=0.1):
            pass
    with other.writing() as writing:
        writing.add(a_document("two"))
    assert index.keys() == {"one", "two"}


def run(code: str, *arguments: str) -> subprocess.Popen[str]:
    """A process of its own that runs some lines."""
    lines = "import sys\nfrom pathlib import Path\nfrom tests.search.test_index import *\n" + textwrap.dedent(code)
    root = Path(__file__).parent.parent.parent
    paths = os.pathsep.join([str(root / "src"), str(root), *filter(None, [os.environ.get("PYTHONPATH")])])
    return subprocess.Popen(
        [sys.executable, "-c", lines, *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": paths},
    )


def test_another_process_sees_a_commit(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    index = open_index(folder)
    with run("write(Path(sys.argv[1]), 7)", str(folder)) as writer:
        assert writer.wait() == 0
    assert search(index, understand("round7")).total == MANY


@pytest.mark.parametrize("seconds", [0.0, 0.02, 0.1, 0.25])
def test_whenever_a_writer_is_killed_the_index_is_whole(tmp_path: Path, seconds: float) -> None:
    folder = tmp_path / "index"
    write(folder, 0)
    code = """
    for number in range(1, 10_000):
        write(Path(sys.argv[1]), number)
        print(number, flush=True)
    """
    with run(code, str(folder)) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "1\n"
        time.sleep(seconds)
        writer.send_signal(signal.SIGKILL)
        rest = writer.stdout.read().split()
    done = int(rest[-1]) if rest else 1
    index = open_index(folder)
    assert index.condition is Condition.FOUND
    rounds = {key.partition("-")[0] for key in index.keys()}  # noqa: SIM118 (it is no mapping)
    assert len(index.keys()) == MANY * len(rounds), "no round is there by half"
    assert {str(number) for number in range(done + 1)} <= rounds, "what was said to be done is there"
    with index.writing() as writing:
        writing.add(a_document("after"))
    assert "after" in index.keys()  # noqa: SIM118


def test_threads_search_while_one_writes(tmp_path: Path) -> None:
    index = open_index(tmp_path / "index")
    with index.writing() as writing:
        for document in six_languages():
            writing.add(document)
    totals: set[int] = set()
    failures: list[BaseException] = []
    ended = threading.Event()

    def read() -> None:
        while not ended.is_set():
            try:
                totals.add(search(index, understand("Cuba")).total)
            except BaseException as failure:
                failures.append(failure)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(5):
        with index.writing() as writing:
            writing.add(a_document(f"more-{number}", paragraph("Cuba", Language.EN, states=("CUB",))))
    ended.set()
    for reader in readers:
        reader.join()
    assert failures == []
    assert totals <= set(range(7, 13))
    assert search(index, understand("Cuba")).total == 12
