"""What a paragraph quotes stands in it, between its quotation marks."""

from __future__ import annotations

import pytest

from verbale.app.reading import read_tree

_AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_PARAGRAPH = "<paragraph><num>{num}</num><content><p>{words}</p></content></paragraph>"


def units(body: str) -> list[tuple[str, str, str]]:
    page = (
        f'<akomaNtoso xmlns="{_AKN}"><statement name="resolution"><mainBody>{body}</mainBody></statement></akomaNtoso>'
    )
    return [(node.ref, node.kind.value, node.printed) for node in read_tree(page.encode(), "a.xml").nodes]


@pytest.mark.parametrize(
    ("marks", "quoted", "said"),
    [
        ('startQuote="“" endQuote="”"', _PARAGRAPH.format(num="7.", words="Seven."), "“7. Seven.”"),
        (
            'startQuote="«" endQuote="»"',
            _PARAGRAPH.format(num="7.", words="Seven.") + _PARAGRAPH.format(num="8.", words="Eight."),
            "«7. Seven. 8. Eight.»",
        ),
        ('startQuote="“" endQuote="”"', "<p>“All of it”</p>", "“All of it”"),
        ("", "<p>All of it</p>", "All of it"),
    ],
)
def test_a_quoted_structure_is_one_piece_of_the_paragraph(marks: str, quoted: str, said: str) -> None:
    words = f"Replaces it by <mod><quotedStructure {marks}>{quoted}</quotedStructure></mod> at once."
    body = _PARAGRAPH.format(num="1.", words="Decides so.") + _PARAGRAPH.format(num="2.", words=words)
    assert units(body) == [
        ("1", "operative", "1. Decides so."),
        ("2", "operative", f"2. Replaces it by {said} at once."),
    ]


def test_a_quoted_text_has_its_marks() -> None:
    words = 'The word <quotedText startQuote="“" endQuote="”">sea</quotedText>, and no other.'
    assert units(_PARAGRAPH.format(num="1.", words=words))[0][2] == "1. The word “sea”, and no other."


def test_words_that_wrap_up_a_list_are_no_paragraph_of_their_own() -> None:
    body = (
        "<paragraph><num>1.</num><list><intro><p>Decides:</p></intro><point><num>(a)</num><content><p>to meet;</p>"
        "</content></point><wrapUp><p>and to report.</p></wrapUp></list></paragraph>"
    )
    assert units(body) == [
        ("1", "operative", "1. Decides:"),
        ("1.a", "item", "(a) to meet;"),
        ("1.1", "item", "and to report."),
    ]
