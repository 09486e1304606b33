"""What went out of a cycle is put into the library in the background: readers find it from then on."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django_tasks import task

from verbale.app.clock import now
from verbale.app.cycles import CycleFolder
from verbale.app.libraries import add_published
from verbale.web.current_desk import desk_database
from verbale.web.desk.act_forms import Said
from verbale.web.desk.open_cycles import open_now
from verbale.web.work.queue import ask_for


def ask_to_add(folder: CycleFolder, actor: str) -> None:
    """Have everything that went out so far put into the library."""
    name = folder.address.name
    arguments = {"cycle": name, "after": len(folder.entries), "actor": actor}
    ask_for(add_in_background, arguments, f"putting what went out of {name} into the library", actor)


@task()
def add_in_background(cycle: str, after: int, actor: str) -> dict[str, Any]:
    """Put what went out of a cycle into the library; what is there already stays."""
    return {"added": len(add_published(desk_database(), open_now(cycle), actor, now()))}


def in_library(folder: CycleFolder, said: Said) -> str:
    """Put what went out into the library at once."""
    added = add_published(desk_database(), folder, said.actor.name, said.at.at)
    return _("In the library: %(count)s documents.") % {"count": len(added)}
