"""Documents made at random in United Nations form, in six languages, with notes and links in their trees."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from verbale.app.reading import read_tree
from verbale.lexicon.names import headings
from verbale.lexicon.phrases import find_organ_name, find_session_line, get_phrase
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.node import Link, Node, NodeKind, NoteMark
from verbale.model.source import Source
from verbale.model.span import Piece, Span

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
_STATES = {"ar": "كوبا", "en": "Cuba", "es": "Cuba", "fr": "Cuba", "ru": "Куба", "zh": "古巴"}
_ORIGINAL = {
    "ar": "[الأصل: بالإسبانية]",
    "en": "[Original: Spanish]",
    "es": "[Original: español]",
    "fr": "[Original : espagnol]",
    "ru": "[Подлинный текст на испанском языке]",
    "zh": "[原件：西班牙文]",
}
_LETTERS = {"ar": "أبجد", "en": "abcd", "es": "abcd", "fr": "abcd", "ru": "abcd", "zh": "abcd"}
_ROMANS = ("i", "ii", "iii", "iv")
_SECTIONS = {
    "ar": ("أولا -", "ثانيا -", "ثالثا -"),
    "zh": ("一、", "二、", "三、"),
    **dict.fromkeys(("en", "es", "fr", "ru"), ("I.", "II.", "III.")),
}


@dataclass(frozen=True, slots=True)
class Made:
    """A text made at random, with what it was made as."""

    language: Language
    profile: str
    text: str


@cache
def _words(language: Language) -> tuple[str, ...]:
    """Plain words of the language, out of the samples of this project."""
    text = re.sub(
        "[\u200b-\u200f\u202a-\u202e\u2066-\u2069]",
        "",
        (SAMPLES / "source" / "report" / f"{language.value}.txt").read_text("utf-8"),
    )
    if language is Language.ZH:
        return tuple(sorted({found[:4] for found in re.findall(r"[\u4e00-\u9fff]{4,}", text)}))
    found = {word for word in re.findall(r"(?<![\w'’-])[^\W\d_]{4,}(?![\w'’-])", text) if word[0].islower()}
    if language is Language.AR:
        found = set(re.findall(r"(?<!\w)[\u0621-\u064a]{4,}(?!\w)", text))
    return tuple(sorted(found))


class _Maker:
    """Draws the parts of one document."""

    def __init__(self, draw: st.DrawFn, language: Language) -> None:
        self.draw = draw
        self.language = language
        self.code = language.value
        self.stop, self.comma, self.pause = (
            ("。", "，", "；") if self.code == "zh" else (".", "،", "؛") if self.code == "ar" else (".", ",", ";")
        )

    def count(self, low: int, high: int) -> int:
        return self.draw(st.integers(low, high))

    def words(self, low: int, high: int) -> str:
        count = self.count(low, high)
        words = self.draw(st.lists(st.sampled_from(_words(self.language)), min_size=count, max_size=count))
        text = ("" if self.code == "zh" else " ").join(words)
        return text[:1].upper() + text[1:]

    def number(self, value: int) -> str:
        return f"{value} -" if self.code == "ar" else f"{value}."

    def letter(self, place: int) -> str:
        return self._bracketed(_LETTERS[self.code][place])

    def roman(self, place: int) -> str:
        return f"’{place + 1}‘" if self.code == "ar" else self._bracketed(_ROMANS[place])

    def _bracketed(self, sign: str) -> str:
        return f"{sign})" if self.code in ("fr", "es", "ru") else f"({sign})"

    def items(self) -> list[str]:
        """Letters, some with numerals or bullets beneath them."""
        lines = []
        for place in range(self.count(2, 4)):
            lines.append(f"{self.letter(place)} {self.words(5, 14)}{self.pause}")
            if self.draw(st.booleans()):
                lines += [f"{self.roman(at)} {self.words(4, 9)}{self.pause}" for at in range(self.count(2, 3))]
        return lines

    def numbered(self, first: int, end: str) -> list[str]:
        """Numbered paragraphs, some with items."""
        lines = []
        for value in range(first, first + self.count(1, 4)):
            lines.append(f"{self.number(value)} {self.words(12, 40)}{end}")
            if self.draw(st.booleans()):
                lines += self.items()
        return lines

    def masthead(self, symbol: str) -> list[str]:
        organ = find_organ_name("general_assembly", self.language) or ""
        session = find_session_line(76, self.language) or ""
        return [
            get_phrase("organisation", self.language),
            symbol,
            organ,
            get_phrase("distribution_general", self.language),
            session,
            get_phrase("agenda_item", self.language, item="99"),
        ]

    def resolution(self) -> list[str]:
        formula = sorted(headings("enacting_general_assembly", self.language))[0].rstrip(",،，")
        lines = [*self.masthead("A/RES/76/905"), sorted(headings("resolution_adopted", self.language))[0]]
        lines += [f"76/905. {self.words(4, 12)}", formula + self.comma]
        lines += [f"{self.words(12, 40)}{self.comma}" for _ in range(self.count(1, 5))]
        return lines + self.numbered(1, self.pause)

    def report(self) -> list[str]:
        doctype = sorted(headings("report_of_secretary_general", self.language))[0]
        lines = [*self.masthead("A/76/905"), self.words(4, 12), doctype]
        value = 1
        for section in _SECTIONS[self.code][: self.count(2, 3)]:
            paragraphs = self.numbered(value, self.stop)
            value += sum(line.startswith(tuple("123456789")) for line in paragraphs)
            lines += [f"{section} {self.words(1, 4)}", *paragraphs]
        lines += [_STATES[self.code], _ORIGINAL[self.code]]
        for _ in range(self.count(1, 3)):
            lines.append(f"{self.words(12, 30)}{self.stop}")
            if self.draw(st.booleans()):
                lines += [f"• {self.words(5, 12)}{self.pause}" for _ in range(self.count(1, 3))]
        return lines


@st.composite
def made_texts(draw: st.DrawFn) -> Made:
    """A resolution or a report, each paragraph on a line of its own with an empty line after it."""
    language = draw(st.sampled_from(list(Language)))
    profile = draw(st.sampled_from(("resolution", "report")))
    maker = _Maker(draw, language)
    lines = maker.resolution() if profile == "resolution" else maker.report()
    return Made(language, profile, "\n\n".join(lines) + "\n")


@st.composite
def made_documents(draw: st.DrawFn) -> Document:
    """The tree of a made text, with footnotes and links set into its longer paragraphs."""
    made = draw(made_texts())
    document = read_tree(made.text.encode("utf-8"), "made.txt", made.profile)
    running = [node for node in document.nodes if node.kind is not NodeKind.FURNITURE]
    nodes: list[Node] = []
    notes: list[Node] = []
    text = document.source.text
    for node in running:
        places = [match.start() for match in re.finditer(r"(?<=\w) (?=\w)", node.text)]
        if len(node.text) > 60 and len(places) > 4 and draw(st.booleans()):
            at = draw(st.sampled_from(places))
            number = str(len(notes) + 1)
            node = replace(node, notes=(NoteMark(at, Span(len(text), len(text) + len(number)), f"fn.{number}"),))
            words = f"A/{draw(st.integers(10, 80))}/{draw(st.integers(1, 900))}."
            text += f"{number} {words}\n"
            start = text.index(words, len(text) - len(words) - 1)
            piece = Piece(0, Span(start, start + len(words)))
            notes.append(Node(f"fn.{number}", NodeKind.FOOTNOTE, words, (piece,), label=number, label_spans=()))
        if len(places) > 4 and draw(st.booleans()):
            start = draw(st.sampled_from(places[:-1])) + 1
            end = next(place for place in places if place > start)
            node = replace(node, links=(Link(start, end, "https://undocs.org/A/RES/76/53?a=1&b=2"),))
        nodes.append(node)
    source = Source("made.txt", document.source.sha256, document.source.media_type, text)
    return replace(document, source=source, nodes=(*nodes, *notes))
