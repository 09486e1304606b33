"""The worker: it takes calls from a pipe, one after another, and answers with a value or an error.

``python -m verbale.guard.worker MEMORY OUTPUT`` is one that was started anew; one that was forked runs ``serve``.
"""

from __future__ import annotations

import faulthandler
import gc
import importlib
import os
import pickle
import signal
import struct
import sys
import time

from verbale.errors import Damaged, ReadFailed, TooLarge, VerbaleError
from verbale.guard.bounds import Bounds, Watchdog, bind_memory, bind_time, held_address_space
from verbale.guard.values import encode, error_record

HEAD = struct.Struct("<Q")
VALUE, ERROR = b"v", b"e"
# What a reader builds goes into its answer and has few rings: to look for them as often as Python does takes a tenth
# of the time of a long document. The command line does the same. Memory is bounded all the same.
_VALUES_BETWEEN_LOOKS = 200_000


def read_frame(pipe: int) -> bytes | None:
    """One message; ``None`` where the other side is gone."""
    head = _read(pipe, HEAD.size)
    return _read(pipe, HEAD.unpack(head)[0]) if head else None


def _read(pipe: int, size: int) -> bytes | None:
    parts: list[bytes] = []
    while size:
        part = os.read(pipe, min(size, 1 << 20))
        if not part:
            return None
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def write_frame(pipe: int, message: bytes) -> None:
    """Send one message. Raises ``BrokenPipeError`` where the other side is gone."""
    rest = memoryview(HEAD.pack(len(message)) + message)
    while rest:
        rest = rest[os.write(pipe, rest) :]


def serve(incoming: int, outgoing: int, bounds: Bounds) -> None:
    """Answer calls until there are no more, then end this process."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    faulthandler.disable()
    gc.freeze()
    gc.set_threshold(_VALUES_BETWEEN_LOOKS)
    watchdog = None
    if not (bind_memory(bounds) and bind_time(bounds.most_seconds)):
        watchdog = Watchdog(bounds.memory)
        watchdog.start()
    try:
        while (message := read_frame(incoming)) is not None:
            module, name, source, arguments, seconds = pickle.loads(message)
            if watchdog is not None:
                watchdog.deadline = time.process_time() + seconds
            else:
                bind_time(seconds)
            write_frame(outgoing, _answer(module, name, source, arguments, bounds))
    finally:
        os._exit(0)


def _answer(module: str, name: str, source: str, arguments: tuple[object, ...], bounds: Bounds) -> bytes:
    try:
        value = getattr(importlib.import_module(module), name)(*arguments)
        answer = VALUE + encode(value)
    except VerbaleError as error:
        return ERROR + encode(error_record(error))
    except (MemoryError, RecursionError, SystemError) as error:
        return ERROR + encode(error_record(_exhausted(error, source, bounds)))
    except Exception as error:
        # A fault of a reader is told with its place, and does not stop what else is to be read.
        return ERROR + encode(error_record(_broken(error, source)))
    if len(answer) > bounds.output:
        over = TooLarge(source, f"its reading is over {bounds.output:,} bytes, the limit", "split the document")
        return ERROR + encode(error_record(over))
    return answer


def _exhausted(error: MemoryError | RecursionError | SystemError, source: str, bounds: Bounds) -> ReadFailed:
    # Where memory ends within a deep recursion, Python 3.11 says so by a SystemError, whose traceback may be cut short.
    is_full = isinstance(error, SystemError) and held_address_space() > bounds.memory // 4 * 3
    if not (isinstance(error, MemoryError) or is_full):
        return TooLarge(source, "its parts are nested too deeply", "save it in a simpler form")
    return TooLarge(source, memory_words(bounds), "split the document")


def memory_words(bounds: Bounds) -> str:
    """What is said of a file that takes too much memory."""
    return f"reading it takes more than {bounds.memory >> 20:,} MiB of memory, the limit"


def _broken(error: Exception, source: str) -> ReadFailed:
    import traceback  # noqa: PLC0415 (needed where something is wrong)

    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{os.path.basename(place.filename)}:{place.lineno}"  # noqa: PTH119 (a path of any system)
    what = f"the reader broke off with {type(error).__name__} at {where}"
    return Damaged(source, what, "it is a fault of the program: please report it with the file")


def main() -> None:
    """Serve on what were standard input and output, which nothing that is run here may reach any more."""
    incoming, outgoing = os.dup(0), os.dup(1)
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 (it is there alone)

        for pipe in (incoming, outgoing):
            msvcrt.setmode(pipe, os.O_BINARY)
    silence()
    serve(incoming, outgoing, Bounds(memory=int(sys.argv[1]), output=int(sys.argv[2])))


def silence() -> None:
    """Let the standard streams of this process lead nowhere."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)


if __name__ == "__main__":
    main()
