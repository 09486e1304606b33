"""Pieces without a number that versions cut differently are worth a look; what a State says is never so."""

from __future__ import annotations

from verbale.app.reading import read_source
from verbale.concord.version_comparison import find_concordance
from verbale.model.concordance import Aspect, Concordance, DifferenceKind
from verbale.model.finding import Severity
from verbale.model.language import Language

HEAD = {
    Language.EN: ["1. Decides to meet in 2010.", "Annex"],
    Language.FR: ["1. Décide de se réunir en 2010.", "Annexe"],
}
ROWS = {
    Language.EN: [f"The matter of the meeting that was held on {day} May 2011." for day in (3, 5, 7, 9)],
    Language.FR: [f"La question de la réunion qui a été tenue le {day} mai 2011." for day in (3, 5, 7, 9)],
}


def compared(kept: int) -> Concordance:
    """The English rows beside the first ``kept`` French ones and the last."""
    documents = {}
    for language in (Language.EN, Language.FR):
        rows = ROWS[language] if language is Language.EN else [*ROWS[language][:kept], ROWS[language][-1]]
        page = "".join(f"<p>{row}</p>" for row in (*HEAD[language], *rows))
        documents[language] = read_source(f"<body>{page}</body>".encode(), f"{language}.html", "generic")
    return find_concordance(documents)


def severities(concordance: Concordance) -> list[Severity]:
    missing = (DifferenceKind.MISSING, DifferenceKind.ADDED)
    return [one.severity for one in concordance.differences if one.aspect is Aspect.PARAGRAPH and one.kind in missing]


def test_one_piece_that_is_missing_is_an_error() -> None:
    concordance = compared(2)
    assert severities(concordance) == [Severity.ERROR]
    assert not any("pieces without a number" in line for line in concordance.left_out)


def test_several_are_worth_a_look() -> None:
    concordance = compared(0)
    assert severities(concordance) == [Severity.WARNING] * 3
    assert any(line.startswith("3 pieces without a number") for line in concordance.left_out)


def test_in_a_report_with_replies_all_are_errors() -> None:
    def report(words: str, original: str) -> bytes:
        return (
            "Report of the Secretary-General\n\nIII. Replies received from Governments\n\nCuba\n\n"
            f"[Original: {original}]\n\n[10 May 2022]\n\n{words}\n"
        ).encode()

    said = [f"Cuba recalls its statement of {day} May 2011 on the matter." for day in (3, 5, 7, 9)]
    whole = read_source(report("\n\n".join(said), "Spanish"), "whole.txt", "report")
    short = read_source(report(said[0], "Spanish"), "short.txt", "report")
    concordance = find_concordance({Language.EN: whole, Language.FR: short})
    assert len(severities(concordance)) == 3
    assert set(severities(concordance)) == {Severity.ERROR}
