"""Values between a worker and the process that asked it: encoded by pickle, decoded to values of this package alone.

A reader written in C may be made to do a stranger's will, so nothing that a worker sends is trusted to build more than
plain data, dataclasses and enumerations of ``verbale``.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from verbale.errors import VerbaleError

_OWN = "verbale."
_kinds_sent: dict[tuple[str, str], type] = {}
_getters: dict[type, Callable[[object], tuple[object, ...]]] = {}


class _Encoder(pickle.Pickler):
    def reducer_override(self, value: Any) -> Any:  # noqa: ANN401 (as the base class has it)
        """A dataclass as its class and its fields, which is faster than its state and needs no more trust."""
        kind = type(value)
        if kind in _getters:
            return kind, _getters[kind](value)
        if kind is MappingProxyType:
            return MappingProxyType, (dict(value),)
        if is_dataclass(kind):
            names = [field.name for field in fields(kind)]
            if not all(field.init for field in fields(kind)):
                return NotImplemented
            get = attrgetter(*names) if len(names) > 1 else None
            _getters[kind] = get or (lambda one, names=names: tuple(getattr(one, name) for name in names))
            return kind, _getters[kind](value)
        return NotImplemented


class _Decoder(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> type:
        """A dataclass or an enumeration of this package. Raises ``UnpicklingError`` for anything else."""
        kind = _kinds_sent.get((module, name))
        if kind is None:
            kind = _kinds_sent[module, name] = self._find_kind(module, name)
        return kind

    def _find_kind(self, module: str, name: str) -> type:
        if (module, name) == ("builtins", "mappingproxy") or (module, name) == ("types", "MappingProxyType"):
            return MappingProxyType
        if module.startswith(_OWN) and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum)):
                return found
        if (module, name) in (("builtins", "frozenset"), ("builtins", "set")):
            return frozenset if name == "frozenset" else set
        raise pickle.UnpicklingError(f"a worker sent {module}.{name}, which is no value")


def encode(value: object) -> bytes:
    """A value as bytes. Raises ``PicklingError`` for what is none."""
    stream = io.BytesIO()
    _Encoder(stream, pickle.HIGHEST_PROTOCOL).dump(value)
    return stream.getvalue()


def decode(data: bytes) -> object:
    """The value of bytes that a worker sent. Raises ``UnpicklingError`` for anything that is no value."""
    return _Decoder(io.BytesIO(data)).load()


def error_record(error: VerbaleError) -> tuple[str, str, dict[str, object]]:
    """The class, the words and the attributes of an error: its constructor takes other arguments than it keeps."""
    return type(error).__name__, str(error), dict(error.__dict__)


def restore_error(record: tuple[str, str, dict[str, object]]) -> VerbaleError:
    """The error of a record; of a class that is not known the root of them."""
    name, words, attributes = record
    kind = next((one for one in _kinds(VerbaleError) if one.__name__ == name), VerbaleError)
    error = kind.__new__(kind, words)
    error.args = (words,)
    error.__dict__.update(attributes)
    return error


def _kinds(kind: type[VerbaleError]) -> list[type[VerbaleError]]:
    return [kind, *(deeper for one in kind.__subclasses__() for deeper in _kinds(one))]
