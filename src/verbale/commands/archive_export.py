"""``verbale archive-export``: the records of a cycle for the archives."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.app.archiving import export_archive
from verbale.app.clock import now
from verbale.app.cycles import CycleAddress, open_cycle
from verbale.app.redacting import ContentKind
from verbale.app.sealing import verify_cycle
from verbale.commands.cycle_options import cycle_argument
from verbale.commands.messages import say

_KINDS = ("cycle", "case", *(kind.value for kind in ContentKind))


@click.command("archive-export")
@cycle_argument
@click.option("-o", "--output", "into", required=True, metavar="FILE", type=click.Path(path_type=Path), help="A zip.")
@click.option("--rule", "rules", multiple=True, metavar="[KIND=]RULE", help="The retention rule, of all or of a kind.")
@click.option("--office", default="", help="Whose records they are.")
def command(folder: CycleAddress, into: Path, rules: tuple[str, ...], office: str) -> None:
    """Write the records of a cycle for the archives: metadata, files, history and seals, in a bag with checksums.

    The form is BagIt 1.0 in a zip; the fields are those of ISO 16175-1 and ISO 23081-2. Every seal and content is
    verified first. A KIND is cycle, case, letter, message, translation, summary, part or compiled.
    """
    retention: dict[str, str] = {}
    for rule in rules:
        kind, equals, words = rule.partition("=")
        of_kind = bool(equals) and kind in _KINDS
        retention[kind if of_kind else ""] = words if of_kind else rule
    with open_cycle(folder) as opened:
        verified = verify_cycle(opened)
        count = export_archive(opened, into, retention, office, now())
    say(f"exported {count} records and {verified.entries} entries into {into}; seal {verified.seal}")
