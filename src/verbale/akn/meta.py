"""The metadata of a document: what it is, where it comes from, what it is about, how it came about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from itertools import groupby

from verbale.akn.escape import attribute, own_attribute, text, uri
from verbale.akn.iri import Iris, code_of, day_of
from verbale.akn.reference_terms import Terms
from verbale.model.document import Document, Facts, Reply
from verbale.model.proceedings import Choice, Proceedings, Sponsor, Subject, Vote, WorkflowStep

EDITOR = "#verbale"
_MEMBER_STATE = ("TLCOrganization", "organization/un", "", "memberState", "Member State")
_COUNTS = {Choice.IN_FAVOUR: "inFavour", Choice.AGAINST: "against", Choice.ABSTAINING: "abstaining"}


@dataclass(frozen=True, slots=True)
class Identity:
    """What identifies one document. ``author`` is an identifier in the block of references.

    ``created`` and ``issued`` are dates of the work and of its expression, ``alias`` the symbol; ``original`` is the
    expression this one was translated from with its ISO 639-2 code, ``None`` where it is itself the original.
    """

    iris: Iris
    author: str
    created: str | None
    created_as: str
    issued: str | None
    alias: str | None = None
    number: str | None = None
    subtype: str = ""
    original: tuple[str, str] | None = None


def identification(what: Identity) -> list[str]:
    """FRBR work, expression and manifestation."""
    iris = what.iris
    author = f'<FRBRauthor href="#{what.author}" as="#role_author"/>'
    issued = f'<FRBRdate date="{day_of(what.issued)}" name="publication"/>'
    return [
        f'<identification source="{EDITOR}">',
        "<FRBRWork>",
        f'<FRBRthis value="{iris.work_this}"/>',
        f'<FRBRuri value="{iris.work}"/>',
        *([f'<FRBRalias value="{attribute(what.alias)}" name="symbol"/>'] if what.alias else []),
        f'<FRBRdate date="{day_of(what.created)}" name="{what.created_as}"/>',
        author,
        '<FRBRcountry value="un"/>',
        *([f'<FRBRsubtype value="{what.subtype}"/>'] if what.subtype else []),
        *([f'<FRBRnumber value="{attribute(what.number)}"/>'] if what.number else []),
        "</FRBRWork>",
        "<FRBRExpression>",
        f'<FRBRthis value="{iris.expression_this}"/>',
        f'<FRBRuri value="{iris.expression}"/>',
        issued,
        author,
        f'<FRBRlanguage language="{code_of(iris.language)}"/>',
        *(_translation(what.original) if what.original else []),
        "</FRBRExpression>",
        "<FRBRManifestation>",
        f'<FRBRthis value="{iris.manifestation_this}"/>',
        f'<FRBRuri value="{iris.manifestation}"/>',
        issued,
        f'<FRBRauthor href="{EDITOR}" as="#role_editor"/>',
        '<FRBRformat value="application/akn+xml"/>',
        "</FRBRManifestation>",
        "</identification>",
    ]


def _translation(original: tuple[str, str]) -> list[str]:
    href, code = original
    return [f'<FRBRtranslation href="{href}" fromLanguage="{code}" by="#role_translator" authoritative="false"/>']


def publication(facts: Facts) -> str:
    """The block that the guideline asks for: when and under what symbol the document was issued."""
    symbol = facts.symbol or ""
    number = f' number="{attribute(symbol)}"' if symbol else ""
    return f'<publication date="{day_of(facts.date)}" name="issuance" showAs="{attribute(symbol)}"{number}/>'


def classification(subjects: Iterable[Subject], terms: Terms) -> list[str]:
    """Keywords, grouped as their sources gave them."""
    lines: list[str] = []
    for source, group in groupby(subjects, lambda subject: subject.source):
        lines.append(f'<classification source="{attribute(uri(source or "") or EDITOR)}">')
        for subject in group:
            role = f' refersTo="#{terms.role(subject.role)}"' if subject.role else ""
            own = f' v:role="{own_attribute(subject.role)}"' if subject.role is not None else ""
            lines.append(
                f"<keyword{_exact('value', subject.code, subject.term if subject.code is None else subject.code)}"
                f"{_exact('showAs', subject.term)}{_exact('dictionary', subject.scheme, uri(subject.scheme))}"
                f"{_exact('href', subject.address, uri(subject.address)) if subject.address is not None else ''}"
                f"{role}{own}{_own('source', source)}/>"
            )
        lines.append("</classification>")
    return lines


def workflow(steps: Iterable[WorkflowStep]) -> list[str]:
    """The steps on the way of the text; a date that is not known is the sentinel."""
    lines = [
        f"<step{_exact('date', step.date, day_of(step.date))}"
        f"{_exact('outcome', step.outcome, uri(step.outcome))}{_optional('as', step.document)}"
        f"{_exact('by', step.by, uri(step.by or ''))}{_own('paragraph', step.paragraph)}/>"
        for step in steps
    ]
    return [f'<workflow source="{EDITOR}">', *lines, "</workflow>"] if lines else []


def analysis(vote: Vote | None, terms: Terms) -> list[str]:
    """The vote: what is counted, and who is named."""
    if vote is None:
        return []
    counted = {
        Choice.IN_FAVOUR: vote.in_favour,
        Choice.AGAINST: vote.against,
        Choice.ABSTAINING: vote.abstaining,
    }
    lines = [
        f'<analysis source="{EDITOR}">',
        "<parliamentary>",
        f"<voting{_exact('outcome', vote.outcome, uri(vote.outcome))}>",
    ]
    for choice, count in counted.items():
        refers = terms.add("TLCConcept", "concept/un", "", _COUNTS[choice], choice.value.replace("_", " "))
        value = "" if count is None else str(count)
        lines.append(f'<count value="{value}" refersTo="#{refers}">')
        lines += _voters(vote, choice, terms)
        lines.append("</count>")
    return [*lines, "</voting>", "</parliamentary>", "</analysis>"]


def _voters(vote: Vote, choice: Choice, terms: Terms) -> list[str]:
    """Each State by its name as printed; ``v:n`` is its place in the whole roll."""
    lines = []
    for place, ballot in enumerate(vote.ballots):
        if ballot.choice is choice:
            refers = terms.state(ballot.state) if ballot.state is not None else terms.add(*_MEMBER_STATE)
            own = f' refersTo="#{refers}" v:n="{place}"{_own("state", ballot.state)}'
            lines.append(f"<organization{own}>{text(ballot.name)}</organization>")
    return ["<akn4un:voters>", *lines, "</akn4un:voters>"] if lines else []


def proprietary(document: Document) -> list[str]:
    """What Akoma Ntoso has no element for: profile, language, facts, replies, sponsors."""
    language = document.language.value if document.language else None
    facts = "".join(_own(field.name, _printed_value(getattr(document.facts, field.name))) for field in fields(Facts))
    return [
        f'<proprietary source="{EDITOR}">',
        f"<v:document{_own('profile', document.profile)}{_own('language', language)}/>",
        f"<v:facts{facts}/>",
        *(_reply(reply) for reply in document.replies),
        *(_proceedings(document.proceedings) if document.proceedings is not None else []),
        "</proprietary>",
    ]


def _reply(reply: Reply) -> str:
    addresses = "".join(f"<v:address{_own('symbol', symbol)}/>" for symbol in reply.addresses)
    own = _own("state", reply.state) + _own("original_language", reply.original_language) + _own("date", reply.date)
    return f"<v:reply{own}>{addresses}</v:reply>"


def _proceedings(proceedings: Proceedings) -> list[str]:
    named = ("committee", "committee_id", "agenda_item", "agenda_title", "draft", "report")
    return [
        f"<v:proceedings{''.join(_own(name, getattr(proceedings, name)) for name in named)}>",
        *(_sponsor("sponsor", sponsor) for sponsor in proceedings.sponsors),
        *(_sponsor("additional_sponsor", sponsor) for sponsor in proceedings.additional_sponsors),
        "</v:proceedings>",
    ]


def _sponsor(element: str, sponsor: Sponsor) -> str:
    own = _own("name", sponsor.name) + _own("state", sponsor.state) + _own("on_behalf_of", sponsor.on_behalf_of)
    return f"<v:{element}{own}/>"


def _printed_value(value: str | int | None) -> str | None:
    return None if value is None else str(value)


def _own(name: str, value: str | None) -> str:
    return "" if value is None else f' v:{name}="{own_attribute(value)}"'


def _optional(name: str, value: str | None) -> str:
    return "" if value is None else _exact(name, value, uri(value))


def _exact(name: str, value: str | None, fit: str | None = None) -> str:
    """An attribute of Akoma Ntoso with what fits there, and beside it our own wherever that is not the value itself.

    A value that is not known has a mark of its own, so that it is told apart from an empty one.
    """
    shown = value if fit is None else fit
    written = attribute(shown or "")
    xml = f' {name}="{written}"'
    if value is None:
        return f'{xml} v:unknown-{name}=""'
    return xml if shown == value and "\ufffd" not in written else f'{xml} v:{name}="{own_attribute(value)}"'
