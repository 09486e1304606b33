"""What a worker may take of the machine, and how a worker binds itself to it."""

from __future__ import annotations

import os
import sys
import threading
import time
from dataclasses import dataclass

_MEBIBYTE = 1 << 20  # bytes
_ORDINARY = 4 * _MEBIBYTE  # bytes of a file that is not large
_TICK = 0.05  # seconds between two looks at a worker
TIME_EXIT, MEMORY_EXIT = 71, 72
"""Exit codes of a worker that ended itself, where the system does not do it."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The bounds of one call.

    ``seconds`` of processor time are for a file of up to 4 MiB, ``more_seconds`` for each MiB beyond.
    ``memory`` is the address space of the worker in bytes, ``output`` the bytes of an encoded value, and a worker
    that does not answer is ended when ``grace`` seconds and ``patience`` times the processor time have passed.
    """

    seconds: float = 9.0
    more_seconds: float = 3.0
    most_seconds: float = 120.0
    memory: int = 1000 * _MEBIBYTE
    output: int = 256 * _MEBIBYTE
    patience: float = 10.0
    grace: float = 60.0

    def seconds_for(self, size: int) -> float:
        """Processor time for a file of ``size`` bytes."""
        beyond = max(0, size - _ORDINARY) / _MEBIBYTE
        return min(self.most_seconds, self.seconds + self.more_seconds * beyond)


def bind_memory(bounds: Bounds) -> bool:
    """Bound the memory of this process for good; ``False`` where the system offers no such bound."""
    try:
        import resource  # noqa: PLC0415 (there is none on Windows)
    except ImportError:
        return False
    if sys.platform == "darwin":  # it takes the bound and does not hold it
        return False
    resource.setrlimit(resource.RLIMIT_AS, (bounds.memory, bounds.memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return True


def held_address_space() -> int:
    """The address space that this process holds, in bytes; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as told:  # noqa: PTH123 (pathlib is slow to load)
            return int(told.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def bind_time(seconds: float) -> bool:
    """Bound the processor time from now on: past it the system ends this process. ``False`` where it does not."""
    try:
        import resource  # noqa: PLC0415 (there is none on Windows)
    except ImportError:
        return False
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    wanted = int(time.process_time() + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most))
    return True


class Watchdog(threading.Thread):
    """A thread that ends this process past its bounds, where the system does not."""

    def __init__(self, memory: int) -> None:
        super().__init__(daemon=True)
        self._memory = memory
        self.deadline = float("inf")

    def run(self) -> None:
        """Look at the process again and again."""
        while True:
            time.sleep(_TICK)
            if time.process_time() > self.deadline:
                os._exit(TIME_EXIT)
            if used_memory() > self._memory:
                os._exit(MEMORY_EXIT)


def used_memory() -> int:
    """The most memory that this process has held so far, in bytes; 0 where the system does not tell."""
    try:
        import resource  # noqa: PLC0415 (there is none on Windows)
    except ImportError:
        return _used_on_windows()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(peak if sys.platform == "darwin" else peak * 1024)


def _used_on_windows() -> int:
    import ctypes  # noqa: PLC0415 (needed there alone)

    class Counters(ctypes.Structure):
        _fields_ = (
            *(("size", ctypes.c_ulong), ("faults", ctypes.c_ulong), ("peak", ctypes.c_size_t)),
            *((f"other{number}", ctypes.c_size_t) for number in range(7)),
        )

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 (it is unknown elsewhere)
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    kernel.K32GetProcessMemoryInfo.argtypes = (ctypes.c_void_p, ctypes.POINTER(Counters), ctypes.c_ulong)
    counters = Counters(size=ctypes.sizeof(Counters))
    told = kernel.K32GetProcessMemoryInfo(kernel.GetCurrentProcess(), ctypes.byref(counters), counters.size)
    return int(counters.peak) if told else 0
