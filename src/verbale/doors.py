"""The door of a room that loads what it offers when it is asked for, and not before.

A room whose parts are heavy names at its door where each name lives; a verb that needs one part waits for no other.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Mapping
from types import ModuleType


def open_door(room: str, homes: Mapping[str, str]) -> None:
    """Let the package ``room`` offer names: ``homes`` gives each the module of the room that holds it.

    A name may be that of its own module, as ``html_view`` in ``html_view``: it stays what the room offers, as it would
    if all were loaded at once, though the import system sets every module it loads as an attribute of its package.
    """

    class Room(ModuleType):
        """The package, with what it offers."""

        def __getattr__(self, name: str) -> object:
            if name not in homes:
                raise AttributeError(f"module {room!r} has no attribute {name!r}")
            found: object = getattr(importlib.import_module(f"{room}.{homes[name]}"), name)
            super().__setattr__(name, found)
            return found

        def __setattr__(self, name: str, value: object) -> None:
            if name not in homes or not isinstance(value, ModuleType):
                super().__setattr__(name, value)

    sys.modules[room].__class__ = Room
