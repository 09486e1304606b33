"""What can be said of a letter besides what it is, in words, by its stage."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from verbale.app.letter_marks import LOOKED_AT, MARKS
from verbale.desk.cases import ReplyCase, ReplyStage


@dataclass(frozen=True, slots=True)
class Mark:
    """What can be said of a letter now: its key and its words."""

    key: str
    words: str


def mark_names(reply: ReplyCase) -> list[Mark]:
    """What can be said of a letter in its stage, in words."""
    names = {
        LOOKED_AT: _("What is in doubt was looked at"),
        "remark": _("A remark of the desk"),
        "provisional": _("The State calls its text provisional"),
        "final": _("The text is final"),
        "objects": _("The State does not want its full text on the web"),
        "agrees": _("The State agrees to its full text on the web"),
        "restricted": _("Restricted: it is held and goes nowhere"),
        "unrestricted": _("The restriction is lifted"),
        "withdrawn": _("The State withdraws it"),
        "recalled": _("The State takes it back after it was published"),
        "reinstated": _("It stands again"),
        "set-aside": _("It is no reply: set aside"),
        "taken-up": _("It is taken up again"),
    }
    out, back = reply.stage is ReplyStage.PUBLISHED, reply.stage in (ReplyStage.WITHDRAWN, ReplyStage.RECALLED)
    hidden = {
        "final": not reply.provisional,
        "provisional": reply.provisional or out or back,
        "unrestricted": not reply.restricted,
        "restricted": bool(reply.restricted),
        "withdrawn": out or back,
        "recalled": not out,
        "reinstated": not back,
        "taken-up": reply.stage is not ReplyStage.SET_ASIDE,
        "set-aside": reply.stage not in (ReplyStage.UNREAD, ReplyStage.RECEIVED),
    }
    return [Mark(key, names[key]) for key in sorted(MARKS, key=list(names).index) if not hidden.get(key)]
