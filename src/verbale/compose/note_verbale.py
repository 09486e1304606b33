"""The note verbale: the call for views in six languages, composed from the mandates and the policy in force."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from verbale.compose.introduction import find_request, inside_quotes, write_addressees
from verbale.compose.resolutions import (
    number_of,
    organ_of,
    organ_values,
    receiving_organ,
    write_session,
)
from verbale.compose.topics import get_title, join_parts, report_title
from verbale.compose.tree_builder import TreeBuilder
from verbale.compose.words import join_sentences
from verbale.desk.cycle import AddresseeGroup, Cycle, CycleMandate
from verbale.lexicon.organisations import is_organisation
from verbale.lexicon.phrases import get_phrase
from verbale.lexicon.written import write_clauses, write_date, write_number, write_to
from verbale.model.document import Document, Facts
from verbale.model.language import Language
from verbale.model.node import NodeKind
from verbale.model.policy import Consent, Policy
from verbale.model.programme import Contact
from verbale.model.typesetting import typeset

_ISOLATE, _END = "\u2066", "\u2069"
"""Around what is written from left to right inside a line that goes the other way (Unicode bidirectional algorithm)."""


def compose_note(cycle: Cycle, language: Language, paragraphs: Mapping[str, str] | None = None) -> Document:
    """The note verbale of a cycle in one language.

    ``paragraphs`` holds, by the symbol of a resolution, the words of the operative paragraph that asks, in that
    language; what is given, or stands in the cycle, is quoted whole, and nothing is quoted that is not at hand.
    """
    leaves = TreeBuilder(language, cycle.programme)
    texts = _paragraphs(leaves, cycle, paragraphs or {})
    return set_note(leaves, cycle, texts, cycle.calendar.note, f"note-verbale.{language}")


def set_note(leaves: TreeBuilder, cycle: Cycle, texts: Iterable[str], dated: date, name: str) -> Document:
    """A note of the office: its paragraphs between masthead and place and date; ``name`` is that of its source."""
    language = leaves.language
    leaves.masthead(get_phrase("organisation", language))
    leaves.masthead(leaves.say("office"))
    if cycle.reference:
        leaves.masthead(leaves.say("note-reference", reference=cycle.reference))
    leaves.add("doctype", NodeKind.DOCTYPE, leaves.say("heading-note"))
    title = report_title(cycle, cycle.called, language)
    leaves.add("title", NodeKind.TITLE, title)
    for number, text in enumerate(texts, start=1):
        leaves.add(str(number), NodeKind.PARAGRAPH, text)
    leaves.add("closing.1", NodeKind.CLOSING, leaves.say("note-place", date=write_date(str(dated), language)))
    setting = typeset(leaves.nodes, name)
    facts = Facts(title=title, date=str(dated))
    return Document(setting.source, "note-verbale", language, facts, setting.nodes, (), setting.coverage)


def _paragraphs(leaves: TreeBuilder, cycle: Cycle, quoted: Mapping[str, str]) -> list[str]:
    language = leaves.language
    addressees = write_addressees(cycle, "group", language)
    entitled = write_clauses([_entitled(leaves, cycle, mandate) for mandate in cycle.called], language)
    texts = [leaves.say("note-opening", addressees=addressees, resolutions=entitled)]
    for mandate in cycle.called:
        words = quoted.get(mandate.resolution) or find_request(mandate, language, cycle.programme)
        if words and mandate.paragraph:
            values = {"paragraph": mandate.paragraph, "number": number_of(mandate.resolution)}
            organ = organ_values(organ_of(mandate.resolution, cycle.programme), language, cycle.programme)
            texts.append(leaves.say("note-paragraph", request=inside_quotes(words, language), **values, **organ))
    texts.append(_views(leaves, cycle))
    policy = cycle.policy_on(cycle.calendar.deadline)
    sentences = [leaves.say("note-language"), *_lengths(leaves, policy, _asks_organisations(cycle))]
    texts.append(join_sentences(sentences, language))
    if ways := _ways(leaves, find_contact(cycle)):
        texts.append(leaves.say("note-answers", ways=join_parts(ways, language), count=len(ways)))
    deadline = write_date(str(cycle.calendar.deadline), language)
    texts.append(leaves.say(f"note-late-{policy.late}", deadline=deadline))
    texts.append(closing(leaves, addressees))
    return texts


def _views(leaves: TreeBuilder, cycle: Cycle) -> str:
    """What is asked, for which session, and until when."""
    language = leaves.language
    organ = organ_values(receiving_organ(cycle), language, cycle.programme)
    return leaves.say(
        "note-views",
        session=write_session(cycle.session, language, organ),
        deadline=write_date(str(cycle.calendar.deadline), language),
        organisations=_asks_organisations(cycle),
        **organ,
    )


def _asks_organisations(cycle: Cycle) -> str:
    """Whether organizations are asked besides Governments: ``yes``, ``no``, or ``only`` they."""
    addressees = cycle.addressees
    asked = {group is AddresseeGroup.ORGANISATIONS for group in addressees.groups}
    asked |= {is_organisation(one) for one in addressees.also}
    return "no" if True not in asked else "yes" if False in asked else "only"


def closing(leaves: TreeBuilder, addressees: str) -> str:
    """The sentence by which a note closes: its courtesy is renewed to those to whom it is addressed."""
    to = write_to(addressees) if leaves.language is Language.AR else addressees
    return leaves.say("note-closing", addressees=addressees, addressees_to=to)


def find_contact(cycle: Cycle) -> Contact:
    """Where replies go: as the cycle says, else as its programme does."""
    return cycle.contact if cycle.contact != Contact() else cycle.programme.contact


def _ways(leaves: TreeBuilder, contact: Contact) -> list[str]:
    """Where and how to answer, one way after the other; none where none is known."""
    given = {"email": contact.email, "form": contact.form, "postal": contact.postal, "telephone": contact.telephone}
    # An address is written from left to right, whatever stands around it.
    around = (_ISOLATE, _END) if leaves.language is Language.AR else ("", "")
    return [leaves.say(f"answer-{way}", where=where.join(around)) for way, where in given.items() if where]


def _entitled(leaves: TreeBuilder, cycle: Cycle, mandate: CycleMandate) -> str:
    language, programme = leaves.language, cycle.programme
    return leaves.say(
        "resolution-entitled",
        number=number_of(mandate.resolution),
        date=write_date(str(mandate.adopted), language),
        title=inside_quotes(get_title(mandate, language, programme), language),
        **organ_values(organ_of(mandate.resolution, programme), language, programme),
    )


def _lengths(leaves: TreeBuilder, policy: Policy, organisations: str) -> list[str]:
    """How long a reply may be, and what becomes of a longer one."""
    language = leaves.language
    sentences = []
    if limit := policy.reply_words:
        sentences.append(leaves.say("note-length", words=write_number(limit, language), count=limit))
    if limit := policy.summary_words:
        sentences.append(leaves.say("note-summary", summary=write_number(limit, language), count=limit))
        with_consent = policy.consent is Consent.WITH_CONSENT
        message = "note-web-consent" if with_consent else "note-web"
        sentences.append(leaves.say(message, organisations=organisations))
    return sentences
