"""Whatever a reader does, the one who asked gets a value or a typed error, and the next file is read."""

from __future__ import annotations

import mmap
import os
import pickle
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.guard import hurting

from verbale import api
from verbale.app.reading import read_guarded, read_source
from verbale.app.sources import find_sources, get_bytes
from verbale.errors import Damaged, Encrypted, NotADocument, ReadFailed, TooLarge
from verbale.guard import calls
from verbale.guard.bounds import Bounds, held_address_space, used_memory
from verbale.guard.calls import Worker, call
from verbale.guard.values import decode, encode

SMALL = Bounds(seconds=1, memory=900 << 20, output=1 << 20)
HURTING: list[tuple[Callable[..., object], type[ReadFailed], str]] = [
    (hurting.spin, TooLarge, "1 s of processor time"),
    (hurting.hoard, TooLarge, "900 MiB of memory"),
    (hurting.crash, Damaged, "did not survive"),
    (hurting.recurse, TooLarge, "nested too deeply"),
    (hurting.divide, Damaged, "ZeroDivisionError at hurting.py"),
    (hurting.large, TooLarge, "1,048,576 bytes, the limit"),
]


@pytest.fixture(autouse=True)
def _path(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fresh interpreter finds the functions of these tests."""
    monkeypatch.setenv("PYTHONPATH", str(Path(hurting.__file__).parents[2]))


@pytest.fixture(params=[True, False], ids=["copied", "started"])
def worker(request: pytest.FixtureRequest) -> Iterator[Worker]:
    made = Worker(SMALL, fork=request.param)
    yield made
    made.end()


def test_a_worker_is_warm_and_gives_values(worker: Worker) -> None:
    first = worker.call(hurting.process, "x", 0)
    assert first != os.getpid()
    assert worker.call(hurting.process, "x", 0) == first
    assert worker.call(hurting.give, "x", 0, {"a": (1, "б", b"c", None, 1.5)}) == {"a": (1, "б", b"c", None, 1.5)}


@pytest.mark.parametrize(("function", "kind", "words"), HURTING, ids=[one.__name__ for one, _, _ in HURTING])
def test_what_hurts_a_worker_is_a_typed_error(
    worker: Worker, function: Callable[..., object], kind: type[ReadFailed], words: str
) -> None:
    with pytest.raises(kind, match=words) as failed:
        worker.call(function, "letter.pdf", 0)
    assert failed.value.source == "letter.pdf"
    assert failed.value.advice


def test_an_error_of_the_reader_comes_as_it_was_raised(worker: Worker) -> None:
    with pytest.raises(Encrypted) as failed:
        worker.call(hurting.refuse, "x", 0, "x")
    assert (failed.value.source, failed.value.reason, failed.value.advice) == ("x", "a password", "none")
    assert str(failed.value) == "x: a password (none)"
    assert not worker.ended


def test_one_that_does_nothing_is_ended() -> None:
    with pytest.raises(TooLarge, match="did not come to an end"):
        Worker(Bounds(seconds=0.1, patience=3, grace=0.1), fork=True).call(hurting.idle, "x", 0)


def test_the_next_file_gets_a_fresh_worker() -> None:
    calls.end_workers()
    first = call(hurting.process, "x", 0)
    with pytest.raises(Damaged):
        call(hurting.crash, "x", 0)
    second = call(hurting.process, "x", 0)
    assert first != second == call(hurting.process, "x", 0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is copied here")
def test_a_copy_of_this_process_has_a_worker_of_its_own() -> None:
    mine = call(os.getpid, "a file", 1)
    there, back = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.write(back, str(call(os.getpid, "a file", 1)).encode())
            calls.end_workers()
        finally:
            os._exit(0)
    os.close(back)
    with os.fdopen(there) as answer:
        theirs = answer.read()
    os.waitpid(child, 0)
    assert theirs.isdigit()
    assert int(theirs) != mine
    assert call(os.getpid, "a file", 1) == mine


@pytest.mark.skipif(not held_address_space(), reason="the system does not tell what a process holds")
def test_a_large_process_is_not_copied() -> None:
    # A copy begins with all that the original holds: a small letter was "nested too deeply" in it.
    with mmap.mmap(-1, SMALL.memory - (100 << 20)):
        worker = Worker(SMALL, fork=True)
    try:
        held = worker.call(hurting.held, "a letter", 1)
        assert isinstance(held, int)
        assert held < SMALL.memory // 2
    finally:
        worker.end()


def test_nothing_that_a_worker_sends_is_run() -> None:
    with pytest.raises(pickle.UnpicklingError, match="which is no value"):
        decode(hurting.attack())
    for module, name in (("os", "system"), ("verbale.guard.calls", "call"), ("verbale.errors", "sys")):
        with pytest.raises((pickle.UnpicklingError, AttributeError)):
            decode(b"\x80\x04" + f"c{module}\n{name}\n.".encode())


def test_a_document_comes_whole() -> None:
    data = "Permanent Mission of Cuba\n\n1. Cuba recalls resolution 76/53 of 6 December 2021.¹\n".encode()
    document = read_source(data, "x.txt")
    assert read_guarded(data, "x.txt") == document == decode(encode(document))
    assert api.read(data, name="x.txt", guarded=True) == document


def test_pipes_and_devices_are_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (str(pipe), "/dev/zero"):
        (incoming,) = find_sources([path])
        with pytest.raises(NotADocument, match="a pipe or a device"):
            get_bytes(incoming)


def test_time_grows_with_the_file_and_has_an_end() -> None:
    bounds = Bounds()
    assert bounds.seconds_for(100) == bounds.seconds_for(1 << 20) == bounds.seconds
    assert bounds.seconds < bounds.seconds_for(10 << 20) < bounds.seconds_for(1 << 40) == bounds.most_seconds
    assert used_memory() > 1 << 20
