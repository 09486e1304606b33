"""A report with replies of Governments: sections, numbered paragraphs, replies one by one."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.lexicon.cues import is_cue
from verbale.model.document import Reply
from verbale.model.node import NodeKind
from verbale.structure.clean_text import CleanText, join_with
from verbale.structure.front import add_front, find_body
from verbale.structure.headers import Header, find_answered, find_header, find_reply_state
from verbale.structure.labels import SECTIONS, Label, LabelKind
from verbale.structure.outline import Outline
from verbale.structure.paragraphs import Unit
from verbale.structure.walker import Walker, could_head

_ANNEX_LINE = 40  # characters of the word for an annex with its number
_HEADER_LINES = 4  # lines under the name of a State: language, date, what is answered
_DOCTYPES = ("report_of_secretary_general", "report_by")
_AFTER_REPLIES = ("conclusions", "observations", "annex")


@dataclass(frozen=True, slots=True)
class _ReplyHead:
    """A reply's heading: how many paragraphs it takes up, and what they say."""

    state: str
    length: int
    header: Header
    answered: tuple[str, ...]


class ReportTree:
    """Grows the tree of a report from its paragraphs."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._walker = Walker(outline)
        self._main: list[tuple[LabelKind, int]] = []
        self._section = ""
        self._in_reply = False
        self._replies_section = False
        self.replies: list[Reply] = []

    def grow(self, units: list[Unit]) -> None:
        """Set every paragraph; nothing is refused."""
        start = self._find_start(units)
        add_front(self._outline, units[:start], _DOCTYPES)
        i = start
        while i < len(units):
            following = units[i + 1] if i + 1 < len(units) else None
            if head := self._find_reply(units, i):
                self._add_reply(units[i : i + head.length], head)
                i += head.length
                continue
            if label := self._find_section(units[i]):
                self._add_section(units[i], label)
            elif is_cue(units[i].text, "annex") and len(units[i].text) < _ANNEX_LINE and could_head(units[i]):
                self._add_annex(units[i])
            else:
                self._walker.feed(units[i], following)
            i += 1

    def _find_start(self, units: list[Unit]) -> int:
        body = find_body(units)
        reply = next((i for i in range(len(units)) if self._find_reply(units, i)), None)
        found = [place for place in (body, reply) if place is not None]
        return min(found) if found else 0

    def _find_section(self, unit: Unit) -> Label | None:
        """The label of a main section: it continues the series, unless a reply's own series goes on."""
        if not could_head(unit):
            return None
        sections = [label for label in unit.labels if label.kind in SECTIONS]
        for label in sections:
            known = [value for kind, value in self._main if kind is label.kind]
            if not known and self._main:
                continue
            goes_on = label.value == (known[-1] + 1 if known else 1)
            if goes_on and not self._belongs_to_reply(unit):
                return label
        return None

    def _belongs_to_reply(self, unit: Unit) -> bool:
        """Inside a reply a number that fits its own series is its own, unless the words are a report's."""
        if not self._in_reply or any(is_cue(unit.text, key) for key in _AFTER_REPLIES):
            return False
        return self._walker.find_subsection(unit) is not None

    def _add_section(self, unit: Unit, label: Label) -> None:
        self._main.append((label.kind, label.value))
        self._in_reply = False
        self._replies_section = is_cue(unit.text, "replies_section")
        self._section = self._outline.add(label.key, NodeKind.HEADING, unit, label=label)
        self._walker.enter(self._section, go_on=self._paragraphs_run_on())

    def _paragraphs_run_on(self) -> bool:
        """Numbers of paragraphs run through the sections of a report, but not out of a reply."""
        return not self._walker.scope.count(".") and self._walker.last_number > 0

    def _add_annex(self, unit: Unit) -> None:
        self._in_reply = False
        self._section = self._outline.add("annex", NodeKind.HEADING, unit)
        self._walker.enter(self._section)

    def _find_reply(self, units: list[Unit], i: int) -> _ReplyHead | None:
        """A State's name alone on its line, with the brackets that go with it, or in the replies' section."""
        name = units[i].text
        inline = None
        if "[" in name or "［" in name:
            inline = find_header(name[name.find("[") :] if "[" in name else name[name.find("［") :])
            name = name[: min(p for p in (name.find("["), name.find("［")) if p >= 0)].strip() if inline else name
        state = find_reply_state(name, self._outline.language)
        if state is None:
            return None
        language, date = (inline.language, inline.date) if inline else (None, None)
        answered: list[str] = []
        length = 1
        while length <= _HEADER_LINES and i + length < len(units):
            text = units[i + length].text
            if header := find_header(text):
                language, date = language or header.language, date or header.date
            elif found := find_answered(text):
                answered += found
            else:
                break
            length += 1
        bracketed = language is not None or (date is not None and length > 1)
        if not bracketed and not (self._replies_section and _stands_alone(units, i)):
            return None
        return _ReplyHead(state, length, Header(language, date), tuple(answered))

    def _add_reply(self, units: list[Unit], head: _ReplyHead) -> None:
        passage = CleanText("", ())
        for unit in units:
            passage = join_with(passage, unit.passage, " " if passage.text else "")
        scope = f"{self._section}.{head.state}" if self._section else head.state
        name = units[0].text.split("[")[0].strip()
        ref = self._outline.add_passage(
            scope, NodeKind.REPLY_HEADING, passage, label=name, parent=self._section, page=units[0].page
        )
        if head.header.language is None:
            self._outline.note("structure/reply-without-language", ref, "no original language is printed")
        if head.header.date is None:
            self._outline.note("structure/reply-without-date", ref, "no date is printed")
        self.replies.append(Reply(head.state, head.header.language, head.header.date, head.answered))
        self._in_reply = True
        self._walker.enter(ref)


def _stands_alone(units: list[Unit], i: int) -> bool:
    """Whether a State's name without brackets is set as a heading over a text."""
    following = units[i + 1] if i + 1 < len(units) else None
    return following is not None and could_head(units[i]) and len(following.text) > len(units[i].text)
