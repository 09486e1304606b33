"""Titles printed with the number of a resolution, compared with the resolution at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from verbale.check.claim_context import ClaimContext, Sentence
from verbale.lexicon.folding import fold
from verbale.lexicon.tables import read_words
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.document import Document
from verbale.model.finding import Finding, Severity
from verbale.model.language import Language

_QUOTED = re.compile(
    '\u201c([^\u201c\u201d]+)\u201d|\u201d([^\u201c\u201d]+)\u201c|\u00ab([^\u00ab\u00bb]+)\u00bb|"([^"]+)"'
)
_LETTER = re.compile(r"[^\W\d_]")
_CHARACTER = re.compile(r"\w")
_CUT = re.compile(r"\u2026|\.\.\.")
_WORD_BEFORE = 24  # characters before a quotation in which the word for a title ends
_APART = 70  # characters between a number and its title
_JOINING = 8  # letters between them that are neither a date nor the word for a title


def find_title_faults(view: ClaimContext, known: Mapping[str, Document]) -> Iterator[Finding]:
    """Every title that is printed as that of a resolution at hand, in its language, and is another one.

    The beginning of a title is none: titles are shortened, and are set in one line with what follows them.
    """
    for sentence in view.sentences() if known else ():
        cited = sentence.of(AnnotationKind.CITATION)
        for quoted in _QUOTED.finditer(sentence.node.text, sentence.start, sentence.end):
            start, end = quoted.span(quoted.lastindex or 0)
            for one in cited:
                document = known.get(str(one.value["symbol"]))
                if document is None or document.language is not sentence.language or not document.facts.title:
                    continue
                printed, own = sentence.node.text[start:end], document.facts.title
                if (
                    _bare(own).startswith(_bare(printed))
                    or _CUT.search(printed)
                    or not _entitles(sentence, one, start, end)
                ):
                    continue
                message = f"{one.value['symbol']} is cited with the title “{printed}”. Its title is “{own}”."
                yield view.finding("references/title", Severity.WARNING, (one.ref, start, end), message, one)


def _bare(title: str) -> str:
    """The letters and figures of a title, without regard to case, marks and spaces."""
    return "".join(_CHARACTER.findall(fold(title)))


@cache
def _openers(language: Language) -> tuple[str, ...]:
    rows = read_words("treaty_context")
    return tuple(row["text"] for row in rows if row["kind"] == "title" and row["language"] == language)


def _entitles(sentence: Sentence, cited: Annotation, start: int, end: int) -> bool:
    """Whether a quotation is said to be the title of this citation: nothing but a date and that word join them."""
    text = sentence.node.text
    before = text[max(sentence.start, start - _WORD_BEFORE) : start - 1].rstrip()
    opener = next((word for word in _openers(sentence.language) if before.endswith(word)), None)
    if opener is None:
        return False
    low, high = (end + 1, cited.start) if cited.start >= end else (cited.end, start - 1)
    if not 0 <= high - low <= _APART:
        return False
    joint = text[low:high].replace(opener, "")
    for one in sentence.found:
        if low <= one.start and one.end <= high:
            if one.kind is not AnnotationKind.DATE:
                return False
            joint = joint.replace(one.text, "")
    return len(_LETTER.findall(joint)) <= _JOINING
