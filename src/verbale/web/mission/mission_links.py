"""Links of missions: made, looked up by their token, valid or not, revoked; and the devices that opened them."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth import get_user_model

from verbale.desk.access import Viewer
from verbale.desk.commands import Role
from verbale.errors import BadReference, Conflict
from verbale.web.account_settings import IDLE_HOURS, SESSION_HOURS
from verbale.web.mission.mission_rights import RIGHTS, Part
from verbale.web.mission.models import Device, Link

_BYTES = 32  # of randomness in a token and in the key of a device
_LONGEST = timedelta(days=366)
_DEEPEST = 8  # invitations that lead to one
_NAME = 120  # characters of a holder
_NOTED_EVERY = timedelta(minutes=1)  # between two notes that a device is in use
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrom", "Chrome"),
    ("Safari", "Safari"),
)
"""Marks of a browser, in the order in which they are looked for: many name others besides themselves."""


@dataclass(frozen=True, slots=True)
class Bound:
    """What a link is for: a cycle, an addressee, a holder, the part, and until when."""

    cycle: str
    state: str
    holder: str
    part: Part
    ends_at: datetime
    checked: str = ""


def typed(form: Mapping[str, str], name: str) -> str:
    """What a field of a form says, without the zero byte that no column of PostgreSQL holds."""
    return str(form.get(name, "")).replace("\x00", "\ufffd").strip()


def make_link(bound: Bound, by: str, now: datetime, inviter: Link | None = None, account: str = "") -> tuple[Link, str]:
    """A new link and its token, of which only the SHA-256 is kept.

    ``inviter`` is the link of who invites a colleague, or ``account`` the name. Raises ``BadReference`` for a holder
    without a name and for an end that has passed, is over a year away, or is after that of the inviter.
    """
    holder = " ".join(bound.holder.split())[:_NAME]
    if not holder:
        raise BadReference(bound.holder, "is no name; say who will hold the link")
    if not now < bound.ends_at <= now + _LONGEST:
        raise BadReference(f"{bound.ends_at:%Y-%m-%d}", "is no end of a link; it ends after today and within a year")
    if inviter is not None and bound.ends_at > inviter.ends_at:
        raise BadReference(f"{bound.ends_at:%Y-%m-%d}", "is after the end of your own link")
    token = secrets.token_urlsafe(_BYTES)
    row = Link.objects.create(
        token=digest_of_token(token),
        cycle=bound.cycle,
        state=bound.state,
        holder=holder,
        part=bound.part.value,
        checked=bound.checked,
        made_by=by,
        made_at=now,
        ends_at=bound.ends_at,
        inviter=inviter,
        account=account,
    )
    return row, token


def digest_of_token(token: str) -> str:
    """What is kept of a token, and of the key of a device."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def find_link(token: str, now: datetime) -> Link | None:
    """The link of a token where it is valid; nobody learns why it is not."""
    row = Link.objects.filter(token=digest_of_token(token)).first()
    return row if row is not None and is_valid(row, now) else None


def is_valid(link: Link, now: datetime) -> bool:
    """Whether a link may be used: it has not ended, and neither it nor whatever it rests on was revoked."""
    one: Link | None = link
    for _ in range(_DEEPEST):
        if one is None:
            return True
        if one.revoked_at is not None or one.ends_at <= now:
            return False
        if one.account and not _speaks(one.account, one.state):
            return False
        one = one.inviter
    return False


def _speaks(account: str, state: str) -> bool:
    """Whether an account still speaks for a State."""
    users = get_user_model().objects.filter(username=account, is_active=True)
    return bool(users.filter(memberships__role=Role.MISSION.value, memberships__state=state).exists())


def revoke(link: Link, by: str, now: datetime) -> None:
    """Let a link do nothing any more, and those that rest on it. Raises ``Conflict`` where that was done."""
    if not Link.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=now, revoked_by=by):
        raise Conflict(link.holder, "the link was revoked already")


def name_of(link: Link) -> str:
    """The name in which the holder of a link acts: no account has such a name."""
    return f"{link.holder} (link {link.pk})"


def viewer_by(link: Link) -> Viewer:
    """Who acts by a link."""
    return Viewer(Role.MISSION, link.state, name_of(link))


def rights_of(link: Link) -> frozenset[str]:
    """What the holder of a link may do inside the mission."""
    return frozenset(right.value for right in RIGHTS[Part(link.part)])


def open_device(link: Link, key: str, agent: str, now: datetime) -> tuple[Device, str]:
    """The device of a browser that opens a link, and its key: the one it has for this link, else a new one."""
    known = Device.objects.filter(link=link, key=digest_of_token(key)).first() if key else None
    if known is not None:
        known.opened_at = known.last_at = now
        known.save()
        return known, key
    key = secrets.token_urlsafe(_BYTES)
    made = Device.objects.create(
        link=link, key=digest_of_token(key), browser=browser_name(agent), first_at=now, opened_at=now, last_at=now
    )
    return made, key


def find_device(key: str, now: datetime) -> Device | None:
    """The device of a key, where its session goes on and its link is valid; that it is in use is noted."""
    device = Device.objects.select_related("link__inviter").filter(key=digest_of_token(key)).first() if key else None
    if device is None or device.opened_at is None or not is_valid(device.link, now):
        return None
    if now - device.opened_at > timedelta(hours=SESSION_HOURS) or now - device.last_at > timedelta(hours=IDLE_HOURS):
        return None
    if now - device.last_at >= _NOTED_EVERY:
        device.last_at = now
        device.save()
    return device


def end_session(device: Device, now: datetime) -> None:
    """Let a device do nothing until its link is opened again."""
    device.opened_at, device.last_at = None, now
    device.save()


def browser_name(agent: str) -> str:
    """A coarse name of a browser and its system, as ``Firefox, Windows``: enough to know one's own again."""
    browser = next((name for mark, name in _BROWSERS if re.search(rf"{mark}", agent)), "")
    system = next((name for mark, name in _SYSTEMS if mark in agent), "")
    return ", ".join(part for part in (browser, system) if part) or "?"


def links_of(cycle: str, state: str = "") -> Sequence[Link]:
    """The links of a cycle, of one addressee where it is named, the newest first."""
    rows = Link.objects.filter(cycle=cycle, **({"state": state} if state else {}))
    return list(rows.select_related("inviter").prefetch_related("devices").order_by("-pk"))
