"""The real documents beside the project and the scorers that belong to them; neither is part of the project."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
ABSENT = f"../shared is not beside {ROOT.name}: nothing was measured on real documents"


def is_at_hand() -> bool:
    """Whether the real documents and their scorers are there."""
    return (SHARED / "score" / "score_report.py").is_file()


def get_scorer(name: str) -> ModuleType:
    """A scorer by its module's name. Raises ``ImportError`` where it is not at hand."""
    folder = str(SHARED / "score")
    if folder not in sys.path:
        sys.path.append(folder)
    return importlib.import_module(name)
