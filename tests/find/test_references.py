"""References inside a document: resolved, or told to be dangling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.find.passage import read_passages
from verbale.find.references import find_references
from verbale.find.setting import DocumentContext
from verbale.model.annotation import Annotation
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind

AR, ZH, EN, FR, RU, ES = Language.AR, Language.ZH, Language.EN, Language.FR, Language.RU, Language.ES


def document(text: str) -> list[Node]:
    """A small report: sections I and II, the second with A and B, an annex and notes; ``text`` is paragraph 3."""
    rows = [
        ("I", NodeKind.HEADING, "I.", "Introduction", ""),
        ("I.1", NodeKind.PARAGRAPH, "1.", "First.", "I"),
        ("I.1.a", NodeKind.ITEM, "(a)", "item", "I.1"),
        ("II", NodeKind.HEADING, "二.", "Views", ""),
        ("II.A", NodeKind.SUBHEADING, "A.", "Steps", "II"),
        ("II.2", NodeKind.PARAGRAPH, "2.", "Second.", "II.A"),
        ("II.3", NodeKind.PARAGRAPH, "3.", text, "II.A"),
        ("II.4", NodeKind.PARAGRAPH, "4.", "Fourth.", "II.A"),
        ("III", NodeKind.HEADING, "III.", "Replies", ""),
        ("annex", NodeKind.HEADING, None, "Annex", ""),
        ("fn.1", NodeKind.FOOTNOTE, "1", "A/79/1.", ""),
        ("fn.2", NodeKind.FOOTNOTE, "2", text, ""),
    ]
    return [Node(ref, kind, words, (), label=label, parent=parent) for ref, kind, label, words, parent in rows]


def found(text: str, language: Language) -> list[Annotation]:
    nodes = document(text)
    every = find_references(read_passages(nodes, DocumentContext(language, "report", None, 79, None)), nodes)
    return [one for one in every if one.ref == "II.3"]


@pytest.mark.parametrize(
    ("language", "text", "printed", "ref"),
    [
        (EN, "as set out in paragraph 1 above", "paragraph 1 above", "I.1"),
        (EN, "as set out in paragraph 1 (a) above", "paragraph 1 (a) above", "I.1.a"),
        (EN, "as set out in section II.A above", "section II.A above", "II.A"),
        (EN, "Replies are listed (see sect. III).", "see sect. III", "III"),
        (EN, "in the annex to the present report", "annex to the present report", "annex"),
        (EN, "as the preceding paragraph says", "the preceding paragraph", "II.2"),
        (FR, "visées au paragraphe 4 ci-dessous", "paragraphe 4 ci-dessous", "II.4"),
        (FR, "l’annexe à la présente résolution", "annexe à la présente résolution", "annex"),
        (ES, "en el párrafo 1 supra", "párrafo 1 supra", "I.1"),
        (ES, "véase la sección III", "véase la sección III", "III"),
        (RU, "в пункте 4 ниже", "пункте 4 ниже", "II.4"),
        (RU, "см. раздел III", "см. раздел III", "III"),
        (AR, "في الفقرة 1 أعلاه", "الفقرة 1 أعلاه", "I.1"),
        (ZH, "载于下文第三节", "下文第三节", "III"),
        (ZH, "如上文第 1 段所述", "上文第 1 段", "I.1"),
        (ZH, "上一段所述的条约", "上一段", "II.2"),
        (ZH, "见本报告附件", "本报告附件", "annex"),
    ],
)
def test_a_reference(language: Language, text: str, printed: str, ref: str) -> None:
    (one,) = found(text, language)
    assert (one.text, one.value["ref"]) == (printed, ref)
    assert "dangling" not in one.value


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (ZH, "其内容如上文第 1.A 节所述"),
        (EN, "see section 9.B above"),
        (RU, "в пункте 4 выше"),
        (AR, "الفقرة 77 أعلاه"),
    ],
)
def test_what_points_nowhere_dangles(language: Language, text: str) -> None:
    (one,) = found(text, language)
    assert one.value["ref"] is None
    assert one.value["dangling"] is True


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "paragraphs 1 and 2 above"),
        (RU, "в пунктах 1 и 2 выше"),
        (AR, "الفقرتين 1 و 2 أعلاه"),
        (ZH, "上文第1和2段"),
    ],
)
def test_each_of_a_list_is_one(language: Language, text: str) -> None:
    assert [(one.text, one.value["ref"]) for one in found(text, language)] == [("1", "I.1"), ("2", "II.2")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "in paragraph 3 of resolution 76/53"),
        (EN, "See paragraph 3 of resolution 76/53, over and above all"),
        (ZH, "在第 76/46 号决议第 22 段中，以下各国"),
        (FR, "au plus haut niveau"),
    ],
)
def test_no_reference(language: Language, text: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "Ibid., vol. 2."),
        (FR, "Ibid."),
        (ES, "Ibid."),
        (RU, "Там же."),
        (AR, "المرجع نفسه."),
        (ZH, "同上，第 3 段。"),
    ],
)
def test_ibid_is_the_note_before(language: Language, text: str) -> None:
    nodes = document(text)
    every = find_references(read_passages(nodes, DocumentContext(language, "report", None, 79, None)), nodes)
    assert [one.value for one in every if one.ref == "fn.2"] == [{"ref": "fn.1", "kind": "ibid"}]


@given(
    st.text(alphabet=st.one_of(st.characters(), st.sampled_from("上文第三节段 1.A(a)annexibid.see above")), max_size=80)
)
def test_any_text_gives_spans_that_hold(text: str) -> None:
    for language in Language:
        for one in found(text, language):
            assert one.text == text[one.start : one.end] != ""
