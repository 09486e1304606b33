"""Facts, replies and proceedings out of a file of our own, value by value as they were."""

from __future__ import annotations

from dataclasses import fields

from lxml import etree

from verbale.akn.escape import plain
from verbale.akn.namespaces import AKN, own
from verbale.akn.restore_text import restored_characters
from verbale.model.document import Facts, Reply
from verbale.model.proceedings import Ballot, Choice, Proceedings, Sponsor, Subject, Vote, WorkflowStep

_CHOICES = {"#inFavour": Choice.IN_FAVOUR, "#against": Choice.AGAINST, "#abstaining": Choice.ABSTAINING}


def restore_facts(root: etree._Element) -> Facts:
    """What the document says of itself."""
    element = root.find(f".//{own('facts')}")
    stated = {} if element is None else {field.name: _own(element, field.name) for field in fields(Facts)}
    session = stated.pop("session", None)
    return Facts(**stated, session=None if session is None else int(session))


def restore_replies(root: etree._Element) -> tuple[Reply, ...]:
    """The answers of States."""
    return tuple(
        Reply(
            state=_own(element, "state") or "",
            original_language=_own(element, "original_language"),
            date=_own(element, "date"),
            addresses=tuple(_own(address, "symbol") or "" for address in element),
        )
        for element in root.iter(own("reply"))
    )


def restore_proceedings(root: etree._Element) -> Proceedings | None:
    """How the text came about; ``None`` where nothing was told."""
    element = root.find(f".//{own('proceedings')}")
    if element is None:
        return None
    voting = root.find(f".//{_akn('voting')}")
    return Proceedings(
        committee=_own(element, "committee"),
        committee_id=_own(element, "committee_id"),
        agenda_item=_own(element, "agenda_item"),
        agenda_title=_own(element, "agenda_title"),
        draft=_own(element, "draft"),
        report=_own(element, "report"),
        sponsors=tuple(_sponsor(one) for one in element.iter(own("sponsor"))),
        additional_sponsors=tuple(_sponsor(one) for one in element.iter(own("additional_sponsor"))),
        vote=None if voting is None else _vote(voting),
        subjects=tuple(_subject(keyword) for group in root.iter(_akn("classification")) for keyword in group),
        steps=tuple(_step(step) for step in root.iter(_akn("step"))),
    )


def _sponsor(element: etree._Element) -> Sponsor:
    return Sponsor(_own(element, "name") or "", _own(element, "state"), _own(element, "on_behalf_of"))


def _subject(keyword: etree._Element) -> Subject:
    return Subject(
        term=_exact(keyword, "showAs") or "",
        scheme=_exact(keyword, "dictionary") or "",
        code=_exact(keyword, "value"),
        address=_exact(keyword, "href"),
        source=_own(keyword, "source"),
        role=_own(keyword, "role"),
    )


def _step(element: etree._Element) -> WorkflowStep:
    return WorkflowStep(
        outcome=_exact(element, "outcome") or "",
        date=_exact(element, "date"),
        document=_exact(element, "as"),
        by=_exact(element, "by"),
        paragraph=_own(element, "paragraph"),
    )


def _vote(voting: etree._Element) -> Vote:
    counts: dict[Choice, int | None] = {}
    ballots: list[tuple[int, Ballot]] = []
    for count in voting.iter(_akn("count")):
        choice = _CHOICES[count.get("refersTo", "")]
        value = count.get("value", "")
        counts[choice] = int(value) if value else None
        for voter in count.iter(_akn("organization")):
            ballot = Ballot(restored_characters(voter), _own(voter, "state"), choice)
            ballots.append((int(voter.get(own("n"), "")), ballot))
    return Vote(
        outcome=_exact(voting, "outcome") or "",
        in_favour=counts.get(Choice.IN_FAVOUR),
        against=counts.get(Choice.AGAINST),
        abstaining=counts.get(Choice.ABSTAINING),
        ballots=tuple(ballot for _, ballot in sorted(ballots, key=lambda pair: pair[0])),
    )


def _akn(name: str) -> str:
    return f"{{{AKN}}}{name}"


def _own(element: etree._Element, name: str) -> str | None:
    value = element.get(own(name))
    return None if value is None else plain(value)


def _exact(element: etree._Element, name: str) -> str | None:
    """A value that Akoma Ntoso has an attribute for: our own goes before, and tells what is not known."""
    if element.get(own(f"unknown-{name}")) is not None:
        return None
    value = _own(element, name)
    return element.get(name) if value is None else value
