"""Notes and reports in six languages say the same, and are read again as they were composed."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import date
from importlib import resources

import pytest
from tests.desk.conftest import CYCLE

from verbale.app.reading import read_tree
from verbale.compose.corrigendum import Correction, compose_corrigendum
from verbale.compose.note_verbale import compose_note
from verbale.compose.replies import ReplyText
from verbale.compose.report import compose_report
from verbale.compose.tree_builder import UNSET, TreeBuilder
from verbale.compose.words import say
from verbale.desk.cases import Section
from verbale.desk.cycle import Cycle
from verbale.desk.cycle_file import parse_cycle
from verbale.errors import LexiconBroken
from verbale.find.annotate import find_annotations
from verbale.find.setting import setting_of
from verbale.lexicon.written import write_date
from verbale.model.annotation import AnnotationKind
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind, NoteMark
from verbale.model.policy import Consent, ReplyOrder
from verbale.model.span import Span
from verbale.programmes.lookup import get_programme

NUCLEAR = get_programme("nuclear-disarmament")
SUBMITTED = date(2022, 7, 8)
ANSWER = Node("1", NodeKind.PARAGRAPH, "The State has nothing to add.", (), label="1.", label_spans=UNSET)
REPLIES = [
    ReplyText("CUB", Language.ES, "2022-05-10", ("A/RES/76/53",), ()),
    ReplyText("CIV", Language.FR, "2022-06-14", ("A/RES/76/53",), (ANSWER,), on_web=True),
    ReplyText("DEU", Language.EN, "2022-05-31", ("A/RES/76/53",), (ANSWER, replace(ANSWER, ref="1.a", parent="1"))),
]
AGREEING = re.compile("count|placed|organ(_|$)|instrument|invited|addressees|number$")
CLOSING_MARKS = {**dict.fromkeys(Language, "”"), Language.FR: "»", Language.RU: "»", Language.AR: "“"}
EVERY = pytest.mark.parametrize("language", list(Language))


@pytest.fixture
def cycle() -> Cycle:
    return parse_cycle(CYCLE)


def observations(language: Language) -> list[Node]:
    leaves = TreeBuilder(language, NUCLEAR, number=4)
    leaves.paragraph(leaves.section(2, say("heading-observations", language)), "Nothing was observed.")
    return leaves.nodes


def report(cycle: Cycle, language: Language) -> Document:
    return compose_report(cycle, language, REPLIES, SUBMITTED, {Section.OBSERVATIONS: observations(language)}).document


def messages(language: Language) -> dict[str, set[str]]:
    """The names of the messages of a language, each with the values that go into it."""
    text = resources.files("verbale.compose").joinpath("data").joinpath(f"{language}.ftl").read_text("utf-8")
    found: dict[str, set[str]] = {}
    for entry in re.split(r"^(?=[a-z])", text, flags=re.M):
        if named := re.match(r"([\w-]+) =", entry):
            # The forms of names, and what agrees with a number or a gender, differ from language to language.
            found[named[1]] = {one for one in re.findall(r"\$(\w+)", entry) if not AGREEING.match(one)}
    return found


@EVERY
def test_every_language_has_every_message_with_the_same_values(language: Language) -> None:
    assert messages(language) == messages(Language.EN)


def test_a_message_or_a_value_that_is_missing_is_told() -> None:
    with pytest.raises(LexiconBroken, match="no message nothing"):
        say("nothing", Language.EN)
    with pytest.raises(LexiconBroken, match=r"reply-date: .*date"):
        say("reply-date", Language.EN)


@EVERY
def test_a_report_is_read_again_as_it_was_composed(cycle: Cycle, language: Language) -> None:
    composed = report(cycle, language)
    page = "".join(f"<p>{html.escape(node.printed)}</p>\n" for node in composed.nodes)
    again = read_tree(page.encode(), "report.html")
    assert again.profile == "report"
    assert [(reply.state, reply.original_language, reply.date) for reply in again.replies] == [
        (reply.state, reply.original_language, reply.date) for reply in composed.replies
    ]
    body = {node.ref: node.text for node in again.nodes if node.ref.startswith("I")}
    wanted = {node.ref: node.text for node in composed.nodes if re.match(r"I+\.\d+$", node.ref)}
    assert {ref: body.get(ref) for ref in wanted} == wanted


@EVERY
def test_a_report_says_the_same_in_every_language(cycle: Cycle, language: Language) -> None:
    def values(document: Document) -> list[tuple[str, str]]:
        found = find_annotations(document.nodes, setting_of(document))
        kinds = {AnnotationKind.CITATION: "symbol", AnnotationKind.DATE: "start"}
        body = {node.ref for node in document.nodes if re.match(r"I+\.\d+$", node.ref)}
        return sorted((a.ref, str(a.value[kinds[a.kind]])) for a in found if a.kind in kinds and a.ref in body)

    assert values(report(cycle, language)) == values(report(cycle, Language.EN))


@EVERY
def test_replies_stand_in_the_order_of_the_policy(cycle: Cycle, language: Language) -> None:
    assert [reply.state for reply in report(cycle, language).replies] == ["CIV", "CUB", "DEU"]
    own = replace(cycle, policies=tuple(replace(policy, order=ReplyOrder.OWN) for policy in cycle.policies))
    states = {reply.state for reply in report(own, language).replies}
    assert states == {"CIV", "CUB", "DEU"}
    came = replace(cycle, policies=tuple(replace(policy, order=ReplyOrder.RECEIVED) for policy in cycle.policies))
    assert [reply.state for reply in report(came, language).replies] == ["CUB", "CIV", "DEU"]
    if language is Language.FR:
        assert [reply.state for reply in report(own, language).replies] == ["DEU", "CIV", "CUB"]


@EVERY
def test_a_translation_that_is_awaited_is_said_to_be(cycle: Cycle, language: Language) -> None:
    nodes = {node.ref: node for node in report(cycle, language).nodes}
    spanish = say(f"language-{Language.ES}", language)
    assert nodes["III.CUB.1"].text == say("reply-pending", language, language=spanish)
    assert nodes["III.CIV.2"].text == say(
        "reply-on-web", language, NUCLEAR, website=say("website-bare", language, NUCLEAR)
    )
    assert nodes["III.DEU.1.a"].parent == "III.DEU.1"


@EVERY
def test_a_note_asks_about_what_is_called_and_quotes_only_what_it_has(cycle: Cycle, language: Language) -> None:
    note = compose_note(cycle, language)
    text = note.source.text
    assert "76/53" in text
    assert "76/46" not in text
    quoted = compose_note(cycle, language, {"A/RES/76/53": "Words of the paragraph."})
    said = [node.text for node in quoted.nodes if node.kind is NodeKind.PARAGRAPH][1]
    assert "Words of the paragraph" in said
    assert said.rstrip(".。").endswith(CLOSING_MARKS[language])
    assert len(quoted.nodes) == len(note.nodes) + 1
    assert read_tree(text.encode(), "note.txt").profile == "note-verbale"


@EVERY
def test_policies_change_the_words(cycle: Cycle, language: Language) -> None:
    old = replace(cycle, policies=cycle.policies[:1], previous_report="")
    deadline = write_date(str(cycle.calendar.deadline), language)
    assert say("note-late-addendum", language, deadline=deadline) in compose_note(old, language).source.text
    assert say("report-summary-first", language, NUCLEAR, replies=1) in report(old, language).source.text
    strict = replace(cycle, policies=(replace(cycle.policies[1], consent=Consent.WITH_CONSENT),))
    assert say("note-web-consent", language, NUCLEAR, organisations="no") in compose_note(strict, language).source.text
    nobody = compose_report(cycle, language, [], SUBMITTED).document
    assert nobody.replies == ()


@EVERY
def test_every_character_of_a_composed_document_is_accounted_for(cycle: Cycle, language: Language) -> None:
    document = report(cycle, language)
    assert document.coverage.unaccounted == 0
    for node in document.nodes:
        assert "".join(piece.span.slice(document.source.text) for piece in node.pieces) == node.text


def test_footnotes_of_letters_are_numbered_through(cycle: Cycle) -> None:
    def answer(state: str) -> ReplyText:
        mark = NoteMark(3, Span(0, 0), "fn.1")
        note = Node("fn.1", NodeKind.FOOTNOTE, f"Of {state}.", (), label="1", label_spans=UNSET)
        return ReplyText(state, Language.EN, "2022-05-10", (), (replace(ANSWER, notes=(mark,)), note))

    document = compose_report(cycle, Language.EN, [answer("QAT"), answer("CUB")], SUBMITTED).document
    nodes = {node.ref: node for node in document.nodes}
    assert [(nodes[f"fn.{n}"].label, nodes[f"fn.{n}"].text) for n in (1, 2)] == [("1", "Of CUB."), ("2", "Of QAT.")]
    assert nodes["III.QAT.1"].notes[0].ref == "fn.2"
    assert nodes["III.QAT.1"].notes[0].span.slice(document.source.text) == "2"


@EVERY
def test_a_corrigendum_names_its_places(cycle: Cycle, language: Language) -> None:
    issued = report(cycle, language)
    units = [
        *(node for node in issued.nodes if node.kind in (NodeKind.TITLE, NodeKind.SUMMARY)),
        *(node for node in issued.nodes if node.ref in ("I", "I.1", "III.CIV", "III.DEU.1")),
    ]
    corrections = [
        *(Correction(node, replace(node, text=f"{node.text} More.")) for node in units),
        *(Correction(None, replace(node, text="New."), node) for node in units),
    ]
    composed = compose_corrigendum(cycle, "A/77/9901/Corr.1", issued, corrections, SUBMITTED)
    places = [node.text for node in composed.nodes if node.kind is NodeKind.SUBHEADING]
    assert len(places) == len(set(places)) == 2 * len(units) == 12
    for place in places:
        assert not re.search(r"- ?(،|$)|[,(] ?(Para|Pár|Пункт)|(fter|près|pués|осле):? (P|S|T|Н|Р|R)", place), place


def test_a_corrigendum_puts_what_is_new_behind_what_it_follows(cycle: Cycle) -> None:
    issued = report(cycle, Language.RU)
    after = {
        ref: next(node for node in issued.nodes if node.ref == ref) for ref in ("I", "I.1", "III.CIV", "III.DEU.1")
    }
    corrections = [Correction(None, ANSWER, node) for node in after.values()]
    composed = compose_corrigendum(cycle, "A/77/9901/Corr.1", issued, corrections, SUBMITTED)
    assert [node.text for node in composed.nodes if node.kind is NodeKind.SUBHEADING] == [
        "После заголовка раздела I",
        "После пункта 1",
        "После следующего текста: Кот-д’Ивуар",
        "После пункта 1 (Германия)",
    ]
