"""What every report of a cycle begins with: masthead, title, summary, and the mandates with their paragraphs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from verbale.compose.resolutions import (
    number_of,
    organ_name,
    organ_of,
    organ_values,
    receiving_organ,
    session_line,
    write_by_organ,
    write_resolutions,
    write_session,
)
from verbale.compose.topics import report_title, report_titles
from verbale.compose.tree_builder import TreeBuilder
from verbale.compose.words import has_message, join_sentences, say
from verbale.desk.cycle import AddresseeGroup, Cycle, CycleMandate
from verbale.lexicon.numbering import format_number
from verbale.lexicon.phrases import get_phrase
from verbale.lexicon.written import sort_states, write_date, write_list, write_state
from verbale.model.language import Language
from verbale.model.node import NodeKind
from verbale.model.programme import Programme

# These three print the date and the languages of a masthead in English (Editorial Manual, masthead).
_ENGLISH_MASTHEAD = frozenset({Language.AR, Language.ZH, Language.RU})

_STOPS = " ;.\u061b\u3002\uff1b"
# Quotation marks inside others; French ones lose the spaces within them as well.
_INNER_MARKS: Mapping[Language, Mapping[int, int]] = {
    **dict.fromkeys((Language.EN, Language.ES, Language.ZH, Language.AR), str.maketrans("“”", "‘’")),
    Language.RU: str.maketrans("«»", "„“"),
}
_FRENCH_MARKS = re.compile(r"«\s*([^«»]*?)\s*»")


@dataclass(frozen=True, slots=True)
class ReplyPlaces:
    """How many replies a report has, and the numbers of the sections that have them."""

    count: int
    sections: tuple[int, ...] = ()


def add_front(leaves: TreeBuilder, cycle: Cycle, submitted: date, replies: int) -> None:
    """Masthead, title, kind of document and summary."""
    language = leaves.language
    add_head(leaves, cycle, submitted)
    titles = [
        leaves.say("quoted-title", title=inside_quotes(title, language))
        for title in (
            [cycle.programme.titles[language.value]]
            if language.value in cycle.programme.titles
            else report_titles(cycle, cycle.mandates, language)
        )
    ]
    text = leaves.say(
        "report-summary" if cycle.previous_report else "report-summary-first",
        previous=cycle.previous_report,
        replies=replies,
        titles=write_list(titles, language),
        count=len(titles),
    )
    leaves.add("summary", NodeKind.SUMMARY, join_sentences([leaves.say("heading-summary"), text], language))


def add_head(leaves: TreeBuilder, cycle: Cycle, submitted: date) -> None:
    """Masthead, title and kind of document. Job number and bar code are those of the printer, and left blank."""
    language = leaves.language
    printed = Language.EN if language in _ENGLISH_MASTHEAD else language
    lines = [
        get_phrase("organisation", language),
        cycle.report,
        organ_name(receiving_organ(cycle), language, cycle.programme),
        get_phrase("distribution_general", language),
        write_date(str(submitted), printed),
        leaves.say("report-language") if language is not Language.EN else "",
        leaves.say("report-original", language=say("language-en", printed)),
        session_line(cycle.session, language),
        _agenda_line(cycle, language),
        find_agenda_title(cycle, language),
    ]
    for line in lines:
        if line:
            leaves.masthead(line)
    leaves.add("title", NodeKind.TITLE, report_title(cycle, cycle.mandates, language))
    leaves.add("doctype", NodeKind.DOCTYPE, leaves.say("heading-report"))


def _agenda_line(cycle: Cycle, language: Language) -> str:
    """The agenda item with its sub-items; empty where the cycle has none."""
    if not cycle.item_number:
        return ""
    letters = [write_letter(letter, language) for letter in cycle.sub_items]
    item = f"{cycle.item_number} {write_list(letters, language)}".strip()
    return get_phrase("agenda_item", language, item=item)


def find_agenda_title(cycle: Cycle, language: Language) -> str:
    """The title of the agenda item: the cycle's own, else what the programme has for that item or for any."""
    if own := cycle.agenda_titles.get(language.value):
        return own
    items = (cycle.item_number, "")
    fitting = [title for item in items for title in cycle.programme.agenda if title.item == item]
    return fitting[0].titles.get(language.value, "") if fitting else ""


def write_letter(letter: str, language: Language) -> str:
    """The letter of a sub-item or item as it is printed: ``(k)``, ``k)``, ``(ك)``."""
    if language is Language.AR and len(letter) == 1 and letter.isascii() and letter.isalpha():
        letter = format_number(ord(letter) - ord("a") + 1, "arabicAbjad")
    return say("label-item", language, letter=letter)


def add_introduction(leaves: TreeBuilder, cycle: Cycle, heading: tuple[int, str], replies: ReplyPlaces) -> None:
    """The mandates, each with its paragraph; the note verbale, and what becomes of late replies.

    ``heading`` is the number of the section and the message that is its heading.
    """
    language, programme = leaves.language, cycle.programme
    section = leaves.section(heading[0], leaves.say(heading[1]))
    resolutions = write_by_organ(cycle.mandates, language, programme)
    leaves.paragraph(section, leaves.say("intro-submitted", resolutions=resolutions))
    for mandate in cycle.mandates:
        if mandate.paragraph:
            leaves.paragraph(section, _asked(cycle, mandate, language))
    leaves.paragraph(section, _call(cycle, language, replies))


def find_request(mandate: CycleMandate, language: Language, programme: Programme) -> str:
    """The words of the paragraph that asks: the cycle's own, else those that the programme has of that resolution."""
    topic = programme.topic(mandate.topic)
    known = topic.requests if topic and topic.resolution == mandate.resolution else {}
    return mandate.requests.get(language.value) or known.get(language.value, "")


def inside_quotes(request: str, language: Language) -> str:
    """Words as they stand inside quotation marks: without their last stop, their own quotations in the inner marks."""
    inner = _INNER_MARKS.get(language)
    text = request.rstrip(_STOPS)
    return _FRENCH_MARKS.sub(r"“\1”", text) if inner is None else text.translate(inner)


def _asked(cycle: Cycle, mandate: CycleMandate, language: Language) -> str:
    """What a resolution asks: in the words of the programme, else as it is worded, else in general."""
    programme = cycle.programme
    organ = organ_values(organ_of(mandate.resolution, programme), language, programme)
    session = write_session(cycle.session, language, organ_values(receiving_organ(cycle), language, programme))
    values = {"paragraph": mandate.paragraph, "number": number_of(mandate.resolution)}
    own = f"intro-{mandate.topic.lower()}"
    if has_message(own, language, programme):
        return say(own, language, programme, session=session, **values, **organ)
    if request := find_request(mandate, language, programme):
        return say("intro-quoted", language, programme, request=inside_quotes(request, language), **values)
    return say("intro-other", language, programme, session=session, **values, **organ)


def _call(cycle: Cycle, language: Language, replies: ReplyPlaces) -> str:
    """The note verbale, in one paragraph with the policy on what comes late."""
    calendar, programme = cycle.calendar, cycle.programme
    note, deadline = (write_date(str(day), language) for day in (calendar.note, calendar.deadline))
    values = {
        "date": note,
        "addressees": write_addressees(cycle, "invited", language),
        "invited": "feminine" if cycle.addressees.groups == (AddresseeGroup.ORGANISATIONS,) else "masculine",
        "deadline": deadline,
    }
    if replies.count:
        numbers = [say(f"section-number-{number}", language) for number in replies.sections]
        both = "yes" if len(numbers) > 1 else "no"
        sentence = say(
            "intro-note", language, programme, section=numbers[0], other=numbers[-1], organisations=both, **values
        )
    else:
        sentence = say("intro-none", language, programme, **values)
    sentences = [sentence]
    if len(cycle.called) < len(cycle.mandates):
        bare = write_resolutions(cycle.called, language)
        sentences.append(say("intro-covers", language, programme, count=len(cycle.called), resolutions=bare))
    late = f"intro-late-{cycle.policy_on(calendar.deadline).late}"
    website = write_website(programme, language)
    sentences.append(say(late, language, programme, website=website, deadline=deadline))
    return join_sentences(sentences, language)


def write_addressees(cycle: Cycle, form: str, language: Language) -> str:
    """Whom the note verbale goes to, by groups or, where there are none, by name.

    ``form`` is ``group`` (the missions, to which a note is written) or ``invited`` (those who are to answer).
    """
    addressees = cycle.addressees
    if not addressees.groups:
        named = write_list([write_state(one, language) for one in sort_states(addressees.also, language)], language)
        return say(f"{form}-named", language, cycle.programme, states=named)
    return write_list([say(f"{form}-{group}", language, cycle.programme) for group in addressees.groups], language)


def write_website(programme: Programme, language: Language, *, bare: bool = False) -> str:
    """The website of the office, with its address where the programme gives one."""
    if bare or not programme.website:
        return say("website-bare", language, programme)
    return say("website", language, programme, site=programme.website)
