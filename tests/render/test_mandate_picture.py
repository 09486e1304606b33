"""The picture of mandates: every resolution and report of the chains, each a link, in the direction of writing."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from tests.render.made_pictures import SVG, links, parsed, texts

from verbale.model.language import Language
from verbale.register.mandates.chain import mandate_chain, mandate_topics
from verbale.render.mandate_picture import MandateColumn, MandateNode, mandate_picture

COLUMNS = (
    MandateColumn("ICJ", "Follow-up to the <opinion>", (
        MandateNode(76, "A/RES/76/53", "2021-12-06", "133-33-17", "A/77/123"),
        MandateNode(77, "A/RES/77/57", "2022-12-07"),
        MandateNode(73, "A/RES/73/64", "2018-12-05"),
    )),
    MandateColumn("ND", "Nuclear disarmament", (MandateNode(76, "A/RES/76/46", "2021-12-06", report="A/77/123"),)),
)  # fmt: skip


def drawn(columns: tuple[MandateColumn, ...] = COLUMNS, language: Language = Language.EN) -> ElementTree.Element:
    return parsed(mandate_picture(columns, language, title="Mandates", href=lambda symbol: f"/documents/{symbol}/?a&b"))


def place(root: ElementTree.Element, symbol: str) -> tuple[float, float]:
    """Where the circle of a resolution stands."""
    (link,) = (each for each in root.iter(f"{SVG}a") if each.get("href") == f"/documents/{symbol}/?a&b")
    circle = link.find(f"{SVG}circle")
    assert circle is not None
    return float(circle.get("cx", "")), float(circle.get("cy", ""))


def test_resolutions_and_reports_are_links_with_what_is_known() -> None:
    found = links(drawn())
    assert found["/documents/A/RES/76/53/?a&b"] == "A/RES/76/53 · 2021-12-06 · 133-33-17"
    assert found["/documents/A/RES/77/57/?a&b"] == "A/RES/77/57 · 2022-12-07"
    assert found["/documents/A/77/123/?a&b"] == "A/77/123"


def test_newest_on_top_and_one_row_a_session() -> None:
    root = drawn()
    newest, middle, oldest = (place(root, symbol)[1] for symbol in ("A/RES/77/57", "A/RES/76/53", "A/RES/73/64"))
    assert newest < middle < oldest
    assert place(root, "A/RES/76/46")[1] == middle
    assert {"77", "2022", "76", "73"} <= set(texts(root))


def test_a_gap_between_sessions_is_dashed() -> None:
    kinds = [each.get("class") for each in drawn().iter(f"{SVG}path")]
    assert kinds == ["chart-link", "chart-link chart-gap"]


@pytest.mark.parametrize("language", list(Language))
def test_the_first_subject_stands_where_writing_begins(language: Language) -> None:
    root = drawn(language=language)
    first, second = place(root, "A/RES/76/53")[0], place(root, "A/RES/76/46")[0]
    assert (first > second) is (language is Language.AR)
    anchors = {each.get("text-anchor") for each in root.iter(f"{SVG}text")}
    assert anchors == {"end" if language is Language.AR else "start"}


def test_chains_of_the_register_are_drawn_whole() -> None:
    columns = tuple(
        MandateColumn(topic, title, [
            MandateNode(each.session, symbol, report=each.value("report") or "")
            for each in mandate_chain(topic)
            if (symbol := each.value("resolution"))
        ])
        for topic, title in mandate_topics().items()
    )  # fmt: skip
    found = links(drawn(columns))
    symbols = {node.symbol for column in columns for node in column.nodes}
    assert len(symbols) > 80
    assert {f"/documents/{symbol}/?a&b" for symbol in symbols} <= set(found)


def test_nothing_held_is_an_empty_picture() -> None:
    assert links(drawn(())) == {}
