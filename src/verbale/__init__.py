"""Verbale: mandated multilateral reporting, from the letter received to the report published.

Every sentence of a report traces to its source, every count explains itself, six languages say the same.

    import verbale

    document = verbale.read("A_77_123.pdf")
    for found in verbale.find(document): ...

What is offered is listed in ``__all__`` and described in ``docs/reference/api.md``; it is loaded when it is first used.
"""

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from verbale.api import check, concord, encode, find, read, status
    from verbale.errors import BadReference, NotComparable, ReadFailed, VerbaleError
    from verbale.model.annotation import Annotation, AnnotationKind
    from verbale.model.checked import Checked
    from verbale.model.concordance import Concordance
    from verbale.model.document import Document
    from verbale.model.finding import Finding, Severity
    from verbale.model.language import Language
    from verbale.model.node import Node, NodeKind
    from verbale.model.status import Status

    PIPELINE_VERSION: str

__all__ = [
    "PIPELINE_VERSION",
    "Annotation",
    "AnnotationKind",
    "BadReference",
    "Checked",
    "Concordance",
    "Document",
    "Finding",
    "Language",
    "Node",
    "NodeKind",
    "NotComparable",
    "ReadFailed",
    "Severity",
    "Status",
    "VerbaleError",
    "check",
    "concord",
    "encode",
    "find",
    "read",
    "status",
]

_HOMES = {
    "api": ("check", "concord", "encode", "find", "read", "status"),
    "errors": ("BadReference", "NotComparable", "ReadFailed", "VerbaleError"),
    "model.annotation": ("Annotation", "AnnotationKind"),
    "model.checked": ("Checked",),
    "model.concordance": ("Concordance",),
    "model.document": ("Document",),
    "model.finding": ("Finding", "Severity"),
    "model.language": ("Language",),
    "model.node": ("Node", "NodeKind"),
    "model.status": ("Status",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


if not TYPE_CHECKING:  # a checker knows the names above, and no others

    def __getattr__(name: str) -> object:
        if name == "PIPELINE_VERSION":
            found: object = importlib.import_module("verbale.app.pipeline").pipeline_version()
        elif name in _HOME_OF:
            found = getattr(importlib.import_module(f"verbale.{_HOME_OF[name]}"), name)
        else:
            raise AttributeError(f"module 'verbale' has no attribute {name!r}")
        globals()[name] = found
        return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Verbale(ModuleType):
    """The package, in which ``verbale.read`` is the function also after the package of that name was loaded."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOME_OF and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Verbale
