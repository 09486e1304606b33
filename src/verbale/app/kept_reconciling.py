"""The reconciliation of a cycle, made once for a state of its record and kept: for many letters it takes long."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from verbale import __version__
from verbale.app.cycles import CycleFolder
from verbale.app.kept_files import keep_file
from verbale.app.pipeline import pipeline_version, register_version
from verbale.app.reconciling import reconcile_units
from verbale.model.reconciliation import Reconciliation, UnitFate
from verbale.store.contents import digest_of

_FOLDER = "reconciled"


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What became of all that was received: the account of each version, and the fate of each unit."""

    found: Reconciliation
    units: tuple[UnitFate, ...]


def is_reconciled(folder: CycleFolder, kept_in: Path) -> bool:
    """Whether this was made for the record as it stands now."""
    return (kept_in / _FOLDER / _name(folder)).exists()


def get_reconciled(folder: CycleFolder, kept_in: Path) -> Reconciled:
    """The reconciliation of a cycle as it stands now; made where it is not kept. Raises as ``reconcile`` does."""

    def make() -> bytes:
        return msgspec.json.encode(Reconciled(*reconcile_units(folder)))

    return msgspec.json.decode(keep_file(kept_in / _FOLDER, _name(folder), make), type=Reconciled)


def _name(folder: CycleFolder) -> str:
    """The name of its file: another record, program or register has another."""
    parts = [__version__, pipeline_version(), register_version(), str(folder.address), folder.seal]
    return f"{digest_of(' '.join(parts).encode())}.json"
