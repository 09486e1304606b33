"""Functions that a worker is told to run in the tests: what a reader might do that went wrong."""

from __future__ import annotations

import ctypes
import os
import pickle
import time

from verbale.errors import Encrypted
from verbale.guard.bounds import held_address_space
from verbale.guard.values import encode


def give(value: object) -> object:
    return value


def process() -> int:
    return os.getpid()


def held() -> int:
    return held_address_space()


def refuse(name: str) -> None:
    raise Encrypted(name, "a password", "none")


def spin() -> None:
    while True:
        pass


def hoard() -> int:
    # Zeroes that are not written take no time of the processor, which has a bound of its own.
    return len([bytes(1 << 24) for _ in range(1 << 16)])


def crash() -> None:
    ctypes.string_at(0)


def recurse() -> int:
    return recurse() + 1


def divide() -> float:
    return 1 / (os.getpid() - os.getpid())


def idle() -> None:
    time.sleep(60)


class Attack:
    def __reduce__(self) -> tuple[object, ...]:
        return os.system, ("true",)


def attack() -> bytes:
    return pickle.dumps(Attack())


def large() -> bytes:
    return bytes(5_000_000)


def whole() -> int:
    return len(encode("a"))
