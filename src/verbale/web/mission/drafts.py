"""Drafts of a mission: kept, found, changed; nobody else reads them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import PurePath

from django.http import Http404
from django.utils.translation import gettext as _

from verbale.desk.access import DRAFT, Kind, Thing
from verbale.desk.letter_kinds import LetterKind
from verbale.errors import BadReference, Conflict, TooLarge
from verbale.store.contents import digest_of
from verbale.web.mission.mission_frame import Mission
from verbale.web.mission.mission_rights import Right
from verbale.web.mission.models import Draft

LARGEST = 32 * 1024 * 1024
"""Bytes of a draft. Larger letters come by mail or by hand."""
WRITTEN = "reply.txt"
"""The name of what was written here and not uploaded."""
KINDS = (LetterKind.REPLY, LetterKind.CORRECTED, LetterKind.SUPPLEMENT)


def thing_of(mission: Mission) -> Thing:
    """A draft of a mission, as the matrix of access knows it."""
    return Thing(Kind.LETTER, DRAFT, (mission.state,))


def drafts_of(mission: Mission) -> Sequence[Draft]:
    """The drafts of a mission in a cycle without their bytes, the newest first."""
    rows = Draft.objects.filter(cycle=mission.cycle, state=mission.state)
    return list(rows.defer("content").order_by("-pk"))


def get_draft(mission: Mission, number: int) -> Draft:
    """A draft of a mission. Raises ``Http404`` where there is none of its own."""
    row = Draft.objects.filter(cycle=mission.cycle, state=mission.state, pk=number).first()
    if row is None:
        raise Http404
    return row


def plain_words(words: str) -> str:
    """Words of a form as a file has them: the line ends of a form are others, and no letter has a zero byte."""
    return words.replace("\r\n", "\n").replace("\x00", "\ufffd")


def keep_new(
    mission: Mission, data: bytes, name: str, kind: str, about: str, at: datetime, *, from_record: bool = False
) -> Draft:
    """Keep a new draft. Raises ``AccessRefused``, ``TooLarge``, or ``BadReference`` for no words or no such kind."""
    mission.need(Right.WRITE)
    _look_at(data, name)
    if kind not in KINDS or (kind != LetterKind.REPLY and not about):
        raise BadReference(kind, _("is no kind of letter that can be sent here"))
    return Draft.objects.create(
        cycle=mission.cycle,
        state=mission.state,
        kind=kind,
        about=about if kind != LetterKind.REPLY else "",
        name=PurePath(name).name[-120:],
        content=data,
        sha256=digest_of(data),
        from_record=from_record,
        written_by=mission.name,
        written_at=at,
    )


def change(mission: Mission, draft: Draft, data: bytes, name: str, seen: str, at: datetime) -> None:
    """Put other words in the place of a draft as it was seen (SHA-256); what was cleared is cleared no more.

    Raises ``Conflict`` where a colleague changed it meanwhile, else as ``keep_new``.
    """
    mission.need(Right.WRITE)
    _look_at(data, name)
    was = draft.from_record and _opening(bytes(draft.content)) == _opening(data)
    rows = Draft.objects.filter(pk=draft.pk, sha256=seen)
    changed = rows.update(
        content=data,
        sha256=digest_of(data),
        name=PurePath(name).name[-120:],
        from_record=was,
        written_by=mission.name,
        written_at=at,
    )
    if not changed:
        reason = _("%(name)s has changed it since you opened it") % {"name": draft.written_by}
        raise Conflict(draft.name, reason, _("read it as it is now, and write again"))


def _opening(data: bytes) -> bytes:
    """The first line, which says of a draft from the record that it is one."""
    return data.partition(b"\n")[0].strip()


def _look_at(data: bytes, name: str) -> None:
    if len(data) > LARGEST:
        raise TooLarge(name, f"{len(data):,} bytes are more than are taken here", "send it by mail or by hand")
    if not data.strip():
        raise BadReference(name, _("has no words; write or choose a file first"))


def text_of(draft: Draft) -> str | None:
    """The words of a draft that was written here; none of a file that was uploaded."""
    return bytes(draft.content).decode("utf-8", "replace") if draft.name == WRITTEN else None
