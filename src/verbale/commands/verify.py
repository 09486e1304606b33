"""``verbale verify``: whether what is kept is what was sealed."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.app.cycles import CycleAddress, open_cycle
from verbale.app.sealing import Verified, verify_cycle
from verbale.commands.cycle_options import cycle_argument
from verbale.commands.forms import put


@click.command("verify")
@cycle_argument
@click.option("--seal", default="", help="A seal that was kept elsewhere, or its file.")
@click.option(
    "--key", type=click.Path(path_type=Path, dir_okay=False, exists=True), help="The public key of its signer."
)
def command(folder: CycleAddress, seal: str, key: Path | None) -> None:
    """Check every entry and content of a cycle, and that the chain still has a seal that was kept elsewhere.

    A chain that was cut at its end, rolled back, or sealed anew as a whole does not have it. Exits with 1 then.
    """
    if seal and Path(seal).is_file():
        seal = Path(seal).read_text(encoding="utf-8")
    with open_cycle(folder) as opened:
        found = verify_cycle(opened, seal, key.read_bytes() if key else b"")
    put("\n".join(_lines(found)))
    failed = found.found == 0 or found.signed is False
    click.get_current_context().exit(1 if failed else 0)


def _lines(found: Verified) -> list[str]:
    lines = [f"{found.entries} entries and {found.contents} contents are as they were sealed"]
    if found.redacted:
        lines.append(f"{found.redacted} contents were redacted, each by an entry")
    if found.found == 0:
        lines.append("the seal is not in the chain: it was cut off before it, rolled back, or sealed anew")
    elif found.found is not None:
        later = found.entries - found.found
        lines.append(f"the seal is that of entry {found.found}; {later} came after it")
    if found.signed is not None:
        lines.append("the signature holds" if found.signed else "the signature does not hold")
    return [*lines, f"newest seal {found.seal}"]
