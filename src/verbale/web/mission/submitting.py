"""A draft is submitted: its bytes are kept, read and registered by the same functions as any letter, with a receipt."""

from __future__ import annotations

import secrets

from django.db import transaction
from django.utils.translation import gettext as _

from verbale.app.clock import now
from verbale.app.letter_reading import Letter
from verbale.app.receiving import Received, Unread, keep_source, read_kept, register_source, until_registered
from verbale.app.relating import Sender
from verbale.desk.commands import Actor, Channel, Role
from verbale.desk.deciding import Moment
from verbale.desk.letter_kinds import LetterKind
from verbale.errors import Refused
from verbale.web.desk.open_cycles import open_now
from verbale.web.mission.clearing import need_clearance
from verbale.web.mission.mission_cases import own_cases
from verbale.web.mission.mission_frame import Mission
from verbale.web.mission.mission_rights import Right
from verbale.web.mission.models import Draft, Submission

_RECEIPT = 10  # bytes of randomness in the number of a receipt


def submit(mission: Mission, draft: Draft, seen: str) -> Submission:
    """Submit the version of a draft that was seen (SHA-256); the draft is no more, and the receipt is there.

    Raises ``AccessRefused``; ``Refused`` where a second person has to clear it, where it is another by now, or still a
    draft from the record; ``Conflict`` where others receive at the same time and that does not end.
    """
    mission.need(Right.SUBMIT)
    if seen != draft.sha256:
        raise Refused(draft.name, "submit", _("it has changed since you opened it; read it again"))
    if draft.from_record:
        raise Refused(
            draft.name, "submit", _("it is a draft from your record: confirm it, and take its first line out")
        )
    cleared = need_clearance(mission, draft)
    data = bytes(draft.content)
    keep_source(mission.folder, data)
    read = read_kept(data, draft.name)
    return until_registered(lambda: _register(mission, draft, data, read, cleared))


def _register(mission: Mission, draft: Draft, data: bytes, read: tuple[Letter, ...] | str, cleared: str) -> Submission:
    """Register, make the receipts and let the draft go, all or nothing."""
    with transaction.atomic():
        held = Draft.objects.select_for_update().filter(pk=draft.pk, sha256=draft.sha256).first()
        if held is None:
            raise Refused(draft.name, "submit", _("it was submitted or changed meanwhile"))
        fresh = Mission(open_now(mission.cycle), mission.state, mission.name, mission.rights, mission.device)
        sender = Sender(mission.state, frozenset(own_cases(fresh)), LetterKind(draft.kind), draft.about)
        actor, at = Actor(mission.name, Role.MISSION), Moment(now(), by_clock=True)
        taken = register_source(
            fresh.folder,
            data,
            draft.name,
            read,
            actor,
            at,
            channel=Channel.PORTAL.value,
            sender=sender,
        )
        made = [_receipt(fresh, draft, one, cleared) for one in (taken if isinstance(taken, tuple) else (taken,))]
        held.delete()
    return made[0]


def _receipt(mission: Mission, draft: Draft, taken: Received | Unread, cleared: str) -> Submission:
    entry = next(one for one in reversed(mission.folder.entries) if one.event.case == taken.case)
    sha256 = taken.letter.sha256 if isinstance(taken, Received) else draft.sha256
    return Submission.objects.create(
        receipt=secrets.token_hex(_RECEIPT),
        cycle=mission.cycle,
        state=mission.state,
        case=taken.case,
        sha256=sha256,
        name=draft.name,
        kind=draft.kind,
        submitted_by=mission.name,
        cleared_by=cleared,
        submitted_at=now(),
        entry=entry.number,
        seal=entry.seal,
    )
