"""The sections of a report: which are printed, under what numbers, and the table of contents before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from tests.desk.conftest import CYCLE
from tests.programmes.fields import cycle_file

from verbale.app.reading import read_tree
from verbale.compose.note_verbale import compose_note
from verbale.compose.outside_report import compose_addendum
from verbale.compose.replies import ReplyText
from verbale.compose.report import compose_report
from verbale.compose.tree_builder import UNSET
from verbale.desk.cases import Section
from verbale.desk.cycle import AddresseeGroup, Addressees, Cycle
from verbale.desk.cycle_file import cycle_toml, parse_cycle
from verbale.lexicon.han import HAN
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind
from verbale.model.programme import Observed, Programme, ReportSection, SectionCondition, SectionKind
from verbale.programmes.lookup import get_programme

SUBMITTED = date(2026, 7, 15)
EVERY = pytest.mark.parametrize("language", list(Language))
GHANA = ReplyText("GHA", Language.EN, "2026-04-21", (), (Node("1", NodeKind.PARAGRAPH, "Ghana repaired wells.", ()),))
UNION = replace(GHANA, state="EUE")
OWN = {
    Language.EN: "heading-outlook = Outlook\noutlook-1 = Much is left to do.\n"
    "heading-void = Void\nvoid-1 = Nobody wrote.\n"
    "meeting-ART_XIV_12 = Twelfth conference\nfigure-accessions = { $number } States had acceded as at { $date }.\n"
}


def cycle_of(programme: str = "general", **changes: object) -> Cycle:
    cycle = parse_cycle(cycle_file(programme, "web"))
    changed: Programme = replace(cycle.programme, **changes)  # type: ignore[arg-type]
    return replace(cycle, programme=changed)


def headings(document: Document) -> list[str]:
    return [f"{node.label} {node.text}" for node in document.nodes if node.kind is NodeKind.HEADING]


def report(cycle: Cycle, replies: Sequence[ReplyText], language: Language = Language.EN) -> Document:
    return compose_report(cycle, language, replies, SUBMITTED).document


def test_what_is_empty_is_not_printed_and_has_no_number() -> None:
    cycle = cycle_of()
    assert headings(report(cycle, [])) == ["I. Introduction"]
    assert headings(report(cycle, [UNION])) == [
        "I. Introduction",
        "II. Information received from international organizations",
    ]
    both = report(cycle, [UNION, GHANA])
    assert headings(both)[1:] == [
        "II. Information received from Governments",
        "III. Information received from international organizations",
    ]
    assert [reply.state for reply in both.replies] == ["GHA", "EUE"]
    assert "No reply had been received by 31 May 2026" in report(cycle, []).source.text
    assert "reproduced in sections II and III below" in both.source.text
    assert "reproduced in section II below" in report(cycle, [GHANA]).source.text


def test_a_programme_without_a_section_for_organisations_has_them_among_the_others() -> None:
    cycle = parse_cycle(CYCLE)
    sections = tuple(one for one in cycle.programme.sections if one.kind is not SectionKind.ORGANISATIONS)
    cycle = replace(cycle, programme=replace(cycle.programme, sections=sections))
    assert [one.state for one in report(cycle, [UNION, GHANA]).replies] == ["EUE", "GHA"]
    assert len(headings(report(cycle, [UNION, GHANA]))) == 3


def test_a_programme_has_sections_of_its_own_under_conditions() -> None:
    general = get_programme("general")
    words = {one: f"{text}\n{OWN.get(one, '')}" for one, text in general.words.items()}
    outlook = ReportSection(SectionKind.TEXT, "heading-outlook", SectionCondition.WITH_REPLIES, ("outlook-1",))
    void = ReportSection(SectionKind.TEXT, "heading-void", SectionCondition.WITHOUT_REPLIES, ("void-1",))
    cycle = cycle_of(words=words, sections=(general.sections[0], void, outlook, *general.sections[1:]))
    assert headings(report(cycle, [GHANA]))[1:] == ["II. Outlook", "III. Information received from Governments"]
    assert headings(report(cycle, [])) == ["I. Introduction", "II. Void"]
    assert "reproduced in section III below" in report(cycle, [GHANA]).source.text
    addendum = compose_addendum(cycle, "A/81/905/Add.1", Language.EN, [GHANA], SUBMITTED)
    assert headings(addendum) == ["III. Information received from Governments"]


def test_what_an_officer_put_in_is_printed_though_the_programme_has_no_such_section() -> None:
    written = [Node("II", NodeKind.HEADING, "Observations", (), label="II.", label_spans=UNSET)]
    cycle = cycle_of(sections=tuple(one for one in get_programme("general").sections if one.kind != "observations"))
    composed = compose_report(cycle, Language.EN, [GHANA], SUBMITTED, {Section.OBSERVATIONS: written}).document
    assert [one.split(".")[0] for one in headings(composed)] == ["I", "II", "III"]


def test_meetings_and_figures_are_observed_where_the_register_has_them() -> None:
    general = get_programme("general")
    words = {one: f"{text}\n{OWN.get(one, '')}" for one, text in general.words.items()}
    observed = Observed(meetings=("ART_XIV_12",), figures=("accessions",))
    cycle = replace(cycle_of(words=words, observed=observed), previous_report="")
    then = replace(cycle.calendar, observed_since=date(2021, 7, 14))
    composed = compose_report(replace(cycle, calendar=then), Language.EN, [], date(2022, 7, 1))
    items = [node.text for node in composed.document.nodes if node.kind is NodeKind.ITEM]
    assert items == [
        "Twelfth conference. Held from 23 to 24 September 2021.",
        "3 States had acceded as at 21 June 2022.",
    ]
    assert all(tie.sources for tie in composed.ties)
    later = replace(cycle.calendar, observed_since=date(2024, 1, 1))
    text = compose_report(replace(cycle, calendar=later), Language.EN, [], SUBMITTED).document.source.text
    assert "Twelfth conference" not in text


@EVERY
def test_a_long_report_has_a_table_of_contents(language: Language) -> None:
    long = report(cycle_of(contents_over=20), [GHANA, UNION], language)
    listed = [node.text for node in long.nodes if node.ref.startswith("contents.")]
    named = [node for node in long.nodes if node.kind in (NodeKind.HEADING, NodeKind.REPLY_HEADING)]
    assert len(listed) == len(named) == 5
    assert all((node.label or "") in text for node, text in zip(named, listed, strict=True))
    refs = [node.ref for node in long.nodes]
    assert refs.index("summary") < refs.index("contents") < refs.index("I")
    assert not any(node.ref.startswith("contents") for node in report(cycle_of(), [GHANA], language).nodes)
    assert long.coverage.unaccounted == 0


def test_all_languages_of_a_report_have_contents_or_none() -> None:
    sizes = []
    for language in Language:
        text = report(cycle_of(), [GHANA, UNION], language).source.text
        sizes.append(len(HAN.sub(" ", text).split()) + len(HAN.findall(text)) / 1.7)
    assert max(sizes) < 2 * min(sizes)


@EVERY
def test_a_note_is_read_as_a_note_and_says_where_to_answer(language: Language) -> None:
    for programme in ("general", "oceans", "human-rights", "ecosoc"):
        note = compose_note(cycle_of(programme), language)
        assert "10017" in note.source.text or "1211" in note.source.text
        assert read_tree(note.source.text.encode(), "note.txt").profile == "note-verbale"


@EVERY
def test_a_note_to_organizations_alone_does_not_speak_of_governments(language: Language) -> None:
    asked = {
        groups: compose_note(replace(cycle_of(), addressees=Addressees(groups, ())), language).source.text
        for groups in (
            (AddresseeGroup.ORGANISATIONS,),
            (AddresseeGroup.ALL_STATES,),
            (AddresseeGroup.ALL_STATES, AddresseeGroup.ORGANISATIONS),
        )
    }
    spoken_of = {
        Language.EN: "Government",
        Language.FR: "(?<!interg)ouvernement",
        Language.ES: "Gobierno",
        Language.RU: "правительств[^е]",
        Language.AR: "(?<!غير )الحكوم(?!ية)",
        Language.ZH: "(?<!间)政府(?!间)",
    }[language]
    assert [len(re.findall(spoken_of, text)) for text in asked.values()] == [0, 2, 2]


@EVERY
def test_states_that_are_named_are_addressed_by_name(language: Language) -> None:
    cycle = replace(cycle_of(), addressees=Addressees((), ("JPN", "CUB")))
    text = compose_note(cycle, language).source.text
    assert {"en": "Japan", "fr": "Japon", "es": "Japón", "ru": "Япония", "ar": "اليابان", "zh": "日本"}[
        language
    ] in text


def test_a_cycle_has_its_own_contact_agenda_titles_and_requests() -> None:
    file = cycle_file("general", "web").replace(
        'item = "a"',
        'item = "a"\nrequests = { en = "Requests the Secretary-General to report on “wells”;" }',
    )
    file += '\n[contact]\nemail = "wells@example.org"\n\n[agenda_titles]\nen = "Water"\n'
    cycle = parse_cycle(file)
    assert parse_cycle(cycle_toml(cycle)) == cycle
    note = compose_note(cycle, Language.EN).source.text
    assert "wells@example.org (email)" in note
    assert "10017" not in note
    assert (
        "In paragraph 9 of resolution 80/905, the General Assembly: “Requests the Secretary-General to report on "
        "‘wells’”." in note
    )
    composed = report(cycle, [])
    assert (
        "Paragraph 9 of resolution 80/905 reads as follows: “Requests the Secretary-General to report on ‘wells’”."
        in (composed.source.text)
    )
    assert [node.text for node in composed.nodes if node.kind is NodeKind.MASTHEAD][-1] == "Water"


def test_an_agenda_item_that_names_its_sub_items_is_not_doubled() -> None:
    cycle = parse_cycle(cycle_file("oceans", "web").replace('item = "a"', 'item = "b"'))
    composed = report(cycle, [])
    assert "Agenda item 18 (a) and (b)" in composed.source.text
    assert composed.facts.agenda_item == "18 (a) (b)"


@pytest.mark.parametrize(
    ("language", "request_", "quoted"),
    [
        (Language.EN, "Requests a report on “wells”;", "“Requests a report on ‘wells’”."),
        (
            Language.FR,
            "Prie de traiter de la question « Puits » ;",
            "«\u00a0Prie de traiter de la question “Puits”\u00a0».",
        ),
        (Language.RU, "просит доклад «Колодцы»;", "«просит доклад „Колодцы“»."),
        (Language.ZH, "请提交关于“水井”的报告；", "“请提交关于‘水井’的报告”。"),
    ],
)
def test_quotations_inside_a_request_have_the_inner_marks(language: Language, request_: str, quoted: str) -> None:
    cycle = cycle_of()
    asked = tuple(replace(one, requests={language.value: request_}) for one in cycle.mandates)
    assert quoted in report(replace(cycle, mandates=asked), [], language).source.text
