"""The note verbale: the call for views in six languages, composed from the mandates and the policy in force."""

from __future__ import annotations

from collections.abc import Mapping

from verbale.compose.introduction import number_of, write_session
from verbale.compose.topics import report_title, title_of
from verbale.compose.tree_builder import TreeBuilder
from verbale.compose.words import join_sentences, say
from verbale.desk.cycle import Consent, Cycle, CycleMandate, Policy
from verbale.lexicon.phrases import get_phrase
from verbale.lexicon.written import write_date, write_list, write_number
from verbale.model.document import Document, Facts
from verbale.model.language import Language
from verbale.model.node import NodeKind
from verbale.model.typesetting import typeset


def compose_note(cycle: Cycle, language: Language, paragraphs: Mapping[str, str] | None = None) -> Document:
    """The note verbale of a cycle in one language.

    ``paragraphs`` holds, by the symbol of a resolution, the words of the operative paragraph that asks, in that
    language; what is given is quoted whole, and nothing is quoted that is not given.
    """
    leaves = TreeBuilder(language)
    leaves.masthead(get_phrase("organisation", language))
    leaves.masthead(say("office", language))
    leaves.masthead(say("note-reference", language, reference=cycle.reference))
    leaves.add("doctype", NodeKind.DOCTYPE, say("heading-note", language))
    leaves.add("title", NodeKind.TITLE, report_title(cycle.called, language))
    for number, text in enumerate(_paragraphs(cycle, language, paragraphs or {}), start=1):
        leaves.add(str(number), NodeKind.PARAGRAPH, text)
    dated = write_date(str(cycle.calendar.note), language)
    leaves.add("closing.1", NodeKind.CLOSING, say("note-place", language, date=dated))
    setting = typeset(leaves.nodes, f"note-verbale.{language}")
    facts = Facts(title=report_title(cycle.called, language), date=str(cycle.calendar.note))
    return Document(setting.source, "note-verbale", language, facts, setting.nodes, (), setting.coverage)


def _paragraphs(cycle: Cycle, language: Language, quoted: Mapping[str, str]) -> list[str]:
    addressees = write_list([say(f"group-{group}", language) for group in cycle.addressees.groups], language)
    entitled = write_list([_entitled(mandate, language) for mandate in cycle.called], language)
    texts = [say("note-opening", language, addressees=addressees, resolutions=entitled)]
    for mandate in cycle.called:
        if words := quoted.get(mandate.resolution):
            number = number_of(mandate.resolution)
            texts += [say("note-paragraph", language, paragraph=mandate.paragraph, number=number), words]
    deadline = write_date(str(cycle.calendar.deadline), language)
    session = write_session(cycle.session, language)
    policy = cycle.policy_on(cycle.calendar.deadline)
    texts.append(say("note-views", language, session=session, deadline=deadline))
    texts.append(join_sentences([say("note-language", language), *_lengths(policy, language)], language))
    texts.append(say(f"note-late-{policy.late}", language))
    texts.append(say("note-closing", language, addressees=addressees))
    return texts


def _entitled(mandate: CycleMandate, language: Language) -> str:
    return say(
        "resolution-entitled",
        language,
        number=number_of(mandate.resolution),
        date=write_date(str(mandate.adopted), language),
        title=title_of(mandate, language),
    )


def _lengths(policy: Policy, language: Language) -> list[str]:
    """How long a reply may be, and what becomes of a longer one."""
    sentences = []
    if limit := policy.reply_words:
        sentences.append(say("note-length", language, words=write_number(limit, language), count=limit))
    if limit := policy.summary_words:
        sentences.append(say("note-summary", language, summary=write_number(limit, language), count=limit))
        with_consent = policy.consent is Consent.WITH_CONSENT
        sentences.append(say("note-web-consent" if with_consent else "note-web", language))
    return sentences
