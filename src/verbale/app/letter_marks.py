"""What a State or the desk says of a letter besides its words: objection, consent, restriction, a remark."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from verbale.app.cycles import CycleFolder
from verbale.desk import commands as c
from verbale.desk.casework import LookAtAlarms, SetAside, TakeUp
from verbale.desk.commands import Actor, Command
from verbale.desk.deciding import When

LOOKED_AT = "looked-at"
_COMMANDS: Mapping[str, Callable[[str], Command]] = MappingProxyType(
    {
        "objects": c.RecordObjection,
        "agrees": c.RecordConsent,
        "provisional": c.MarkProvisional,
        "final": c.MakeFinal,
        "withdrawn": c.Withdraw,
        "recalled": c.Recall,
        "reinstated": c.Reinstate,
        "restricted": c.Restrict,
        "unrestricted": c.LiftRestriction,
        "set-aside": SetAside,
        "taken-up": TakeUp,
        "remark": c.AddRemark,
    }
)
MARKS = (*_COMMANDS, LOOKED_AT)
"""What can be said of a letter, each with a reason or the words of the remark."""


def mark_letter(folder: CycleFolder, case: str, mark: str, reason: str, actor: Actor, now: When) -> None:
    """Record a mark (one of ``MARKS``); alarms are those of each version that has some. Raises ``Refused``."""
    if mark != LOOKED_AT:
        folder.give(case, _COMMANDS[mark](reason), actor, now)
        return
    reply = folder.get_reply(case)
    numbers = [version.number for version in reply.versions if version.alarms and version.number not in reply.looked_at]
    numbers = numbers or [len(reply.versions)]
    folder.give_together([(case, LookAtAlarms(number, reason)) for number in numbers], actor, now)
