"""What every report of a cycle begins with: masthead, title, summary, and the mandates with their paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby

from verbale.compose.topics import get_title, report_title
from verbale.compose.tree_builder import TreeBuilder
from verbale.compose.words import has_message, join_sentences, say
from verbale.desk.cycle import AddresseeGroup, Cycle, CycleMandate
from verbale.lexicon.numbering import format_number
from verbale.lexicon.phrases import find_organ_name, find_session_line, get_phrase
from verbale.lexicon.written import write_date, write_list, write_ordinal
from verbale.model.language import Language
from verbale.model.node import NodeKind

# The form of an ordinal that stands before the word for a session in a sentence.
_SESSION_FORM: Mapping[Language, str] = {
    Language.AR: "feminine_oblique",
    Language.ZH: "plain",
    Language.EN: "plain",
    Language.FR: "plain",
    Language.RU: "feminine_genitive",
    Language.ES: "masculine",
}
# These three print the date and the languages of a masthead in English (Editorial Manual, masthead).
_ENGLISH_MASTHEAD = frozenset({Language.AR, Language.ZH, Language.RU})


def number_of(resolution: str) -> str:
    """The number of a resolution as it is printed in a sentence: ``76/53`` of ``A/RES/76/53``."""
    return resolution.removeprefix("A/RES/").replace("[", " ").replace("]", "")


def write_session(session: int, language: Language) -> str:
    """The ordinal of a session in the form that a sentence asks for."""
    return write_ordinal(session, language, _SESSION_FORM[language])


def write_resolutions(mandates: Sequence[CycleMandate], language: Language) -> str:
    """Resolutions in a row, those of one day together with their date."""
    rows = []
    for adopted, group in groupby(mandates, key=lambda mandate: mandate.adopted):
        numbers = [say("resolution-number", language, number=number_of(mandate.resolution)) for mandate in group]
        date_ = write_date(str(adopted), language)
        named = write_list(numbers, language)
        rows.append(say("resolution-bare", language, count=len(numbers), numbers=named, date=date_))
    return write_list(rows, language)


def add_front(leaves: TreeBuilder, cycle: Cycle, submitted: date) -> None:
    """Masthead, title, kind of document and summary."""
    language = leaves.language
    add_head(leaves, cycle, submitted)
    message = "report-summary" if cycle.previous_report else "report-summary-first"
    text = say(message, language, previous=cycle.previous_report)
    leaves.add("summary", NodeKind.SUMMARY, join_sentences([say("heading-summary", language), text], language))


def add_head(leaves: TreeBuilder, cycle: Cycle, submitted: date) -> None:
    """Masthead, title and kind of document."""
    language = leaves.language
    printed = Language.EN if language in _ENGLISH_MASTHEAD else language
    leaves.masthead(get_phrase("organisation", language))
    leaves.masthead(cycle.report)
    leaves.masthead(find_organ_name("general_assembly", language) or "")
    leaves.masthead(get_phrase("distribution_general", language))
    leaves.masthead(write_date(str(submitted), printed))
    if language is not Language.EN:
        leaves.masthead(say("report-language", language))
    leaves.masthead(say("report-original", language, language=say("language-en", printed)))
    if line := find_session_line(cycle.session, language):
        leaves.masthead(line)
    letters = [write_letter(mandate.item, language) for mandate in _by_item(cycle.mandates) if mandate.item]
    item = f"{cycle.agenda_item} {write_list(letters, language)}".strip()
    leaves.masthead(get_phrase("agenda_item", language, item=item))
    leaves.masthead(get_title("GCD", language))
    leaves.add("title", NodeKind.TITLE, report_title(cycle.mandates, language))
    leaves.add("doctype", NodeKind.DOCTYPE, say("heading-report", language))


def write_letter(letter: str, language: Language) -> str:
    """The letter of a sub-item or item as it is printed: ``(k)``, ``k)``, ``(ك)``."""
    if language is Language.AR:
        letter = format_number(ord(letter) - ord("a") + 1, "arabicAbjad")
    return say("label-item", language, letter=letter)


def _by_item(mandates: Iterable[CycleMandate]) -> list[CycleMandate]:
    return sorted(mandates, key=lambda mandate: mandate.item)


def add_introduction(leaves: TreeBuilder, cycle: Cycle, *, replies: int) -> None:
    """Section I: the mandates, each with its paragraph; the note verbale, and what becomes of late replies."""
    language = leaves.language
    section = leaves.section(1, say("heading-introduction", language))
    resolutions = write_resolutions(cycle.mandates, language)
    leaves.paragraph(section, say("intro-submitted", language, count=len(cycle.mandates), resolutions=resolutions))
    session = write_session(cycle.session, language)
    for mandate in cycle.mandates:
        own = f"intro-{mandate.topic.lower()}"
        message = own if has_message(own, language) else "intro-other"
        number = number_of(mandate.resolution)
        leaves.paragraph(section, say(message, language, paragraph=mandate.paragraph, number=number, session=session))
    leaves.paragraph(section, _call(cycle, language, replies))


def _call(cycle: Cycle, language: Language, replies: int) -> str:
    """The note verbale, in one paragraph with the policy on what comes late."""
    calendar = cycle.calendar
    note, deadline = (write_date(str(day), language) for day in (calendar.note, calendar.deadline))
    asked = [say(f"invited-{group}", language) for group in cycle.addressees.groups or (AddresseeGroup.MEMBER_STATES,)]
    message = "intro-note" if replies else "intro-none"
    sentences = [say(message, language, date=note, addressees=write_list(asked, language), deadline=deadline)]
    if len(cycle.called) < len(cycle.mandates):
        bare = write_resolutions(cycle.called, language)
        sentences.append(say("intro-covers", language, count=len(cycle.called), resolutions=bare))
    sentences.append(say(f"intro-late-{cycle.policy_on(calendar.deadline).late}", language))
    return join_sentences(sentences, language)
