"""Which letters of a cycle are a mission's own, and for which of their versions it speaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.http import Http404

from verbale.desk.access import Act, Viewer, may
from verbale.desk.access_stages import letter_of
from verbale.desk.cases import ReplyCase, ReplyVersion
from verbale.desk.commands import Role
from verbale.web.mission.mission_frame import Mission
from verbale.web.mission.models import Submission


def own_cases(mission: Mission) -> Mapping[str, ReplyCase]:
    """The cases that a mission sees, by id, as they came: what it submitted, and what was confirmed to be its own."""
    sent = _sent(mission)
    return {one.id: one for one in mission.folder.replies if one.id in sent or mission.state in _confirmed_authors(one)}


def _sent(mission: Mission) -> frozenset[str]:
    rows = Submission.objects.filter(cycle=mission.cycle, state=mission.state)
    return frozenset(rows.values_list("case", flat=True))


def _confirmed_authors(reply: ReplyCase) -> frozenset[str]:
    return frozenset(author for said in reply.confirmed.values() for author in said.authors) | frozenset(reply.stated)


def get_own(mission: Mission, case: str) -> ReplyCase:
    """A case of a mission. Raises ``Http404`` where there is none that is its own."""
    found = own_cases(mission).get(case)
    if found is None or not versions_seen(mission, found, Act.SEE):
        raise Http404
    return found


def sent_for(mission: Mission, case: str, sha256: str) -> str:
    """The State for whose account a version came; empty where it came by another way."""
    rows = Submission.objects.filter(cycle=mission.cycle, state=mission.state, case=case, sha256=sha256)
    return mission.state if rows.exists() else ""


def versions_seen(mission: Mission, reply: ReplyCase, act: Act) -> Sequence[ReplyVersion]:
    """The versions of a case with which a mission may do this."""
    viewer, gone = Viewer(Role.MISSION, mission.state, mission.name), mission.folder.case.redacted
    return [
        one
        for one in reply.versions
        if may(viewer, act, letter_of(reply, one.number, gone, sent_for(mission, reply.id, one.sha256)))
    ]


def speaks_alone(mission: Mission, reply: ReplyCase) -> bool:
    """Whether a letter is of this State alone, as far as anybody has confirmed whose it is."""
    return set(reply.authors or (mission.state,)) == {mission.state}
