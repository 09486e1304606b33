"""Automatic numbering of paragraphs: the counters of ``numbering.xml`` run along with the reading."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from verbale.lexicon.numbering import format_number, is_known_format
from verbale.read.docx_package import VAL, W, int_of, is_on
from verbale.read.docx_styles import (
    ParagraphLook,
    RunLook,
    Style,
    Styles,
    get_paragraph_look,
    get_run_look,
)
from verbale.read.symbol_fonts import as_bullet

_LEVELS = 9  # of a list in Word
_LONGEST = 255  # characters of a level's text; Word takes no more
_PLACE = re.compile(r"%([1-9])")
_SUFFIX = {"tab": "\t", "space": " ", "nothing": ""}


class Level(NamedTuple):
    """One level of a list. ``restart`` is the level (from 1) whose use starts it anew, 0 for never."""

    start: int
    form: str
    text: str
    suffix: str
    legal: bool
    restart: int | None
    style: str
    paragraph: ParagraphLook
    run: RunLook


class PrintedNumber(NamedTuple):
    """A printed number: its characters, what parts it from the text, its level and its looks."""

    text: str
    suffix: str
    depth: int
    paragraph: ParagraphLook
    run: RunLook


@dataclass(slots=True)
class _List:
    """An instance of a list. ``group`` is the definition whose counters it shares with its siblings."""

    group: str
    levels: dict[int, Level]
    starts: dict[int, int]
    begun: set[int] = field(default_factory=set)


class ListCounters:
    """The lists of one document and where their counters stand."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, list[int | None]] = {}
        self.unknown_formats: set[str] = set()
        if root is not None:
            self._load(root, styles)

    def _load(self, root: etree._Element, styles: Styles) -> None:
        abstracts = {e.get(W + "abstractNumId", ""): e for e in root.iterchildren(W + "abstractNum")}
        links = {e.get(W + "numId", ""): _child_value(e, "abstractNumId") for e in root.iterchildren(W + "num")}
        levels: dict[str, dict[int, Level]] = {}
        for number in root.iterchildren(W + "num"):
            group = _child_value(number, "abstractNumId")
            style = _child_value(abstracts[group], "numStyleLink") if group in abstracts else ""
            if style:
                group = links.get(styles.numbering_of(style) or "", group)
            if group not in levels:
                levels[group] = _levels_of(abstracts.get(group))
            own = dict(levels[group])
            starts: dict[int, int] = {}
            for override in number.iterchildren(W + "lvlOverride"):
                depth = int_of(override, W + "ilvl")
                if depth is None or not 0 <= depth < _LEVELS:
                    continue
                level = override.find(W + "lvl")
                if level is not None:
                    own[depth] = _level_of(level)
                start = int_of(override.find(W + "startOverride"))
                if start is not None:
                    starts[depth] = start
            self._lists[number.get(W + "numId", "")] = _List(group, own, starts)

    def next_label(self, look: ParagraphLook, style: Style) -> PrintedNumber | None:
        """Count one paragraph and give the number it prints, ``None`` where it is in no list."""
        listed = self._lists.get(look.num_id or "")
        if listed is None:
            return None
        depth = self._depth_of(listed, look, style)
        level = listed.levels.get(depth)
        if level is None:
            return None
        counters = self._counters.setdefault(listed.group, [None] * _LEVELS)
        _advance(listed, counters, depth)
        text = as_bullet(level.text) if level.form == "bullet" else self._printed(listed, counters, level)
        return PrintedNumber(text, _SUFFIX.get(level.suffix, "\t"), depth, level.paragraph, level.run)

    def _depth_of(self, listed: _List, look: ParagraphLook, style: Style) -> int:
        """The level given, or the one that the list ties to the paragraph's style or its forebears."""
        if style.paragraph.num_id == look.num_id and look.depth == style.paragraph.depth:
            for name in style.lineage:
                for depth, level in listed.levels.items():
                    if level.style == name:
                        return depth
        return look.depth or 0

    def _printed(self, listed: _List, counters: list[int | None], level: Level) -> str:
        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = listed.levels.get(at)
            if other is None:
                return ""
            form = "decimal" if level.legal and other.form not in ("none", "bullet") else other.form
            if not is_known_format(form):
                self.unknown_formats.add(form)
            value = counters[at]
            return format_number(other.start if value is None else value, form)

        return _PLACE.sub(number, level.text)


def _advance(listed: _List, counters: list[int | None], depth: int) -> None:
    value = counters[depth]
    start = listed.starts.get(depth)
    if start is not None and depth not in listed.begun:
        counters[depth] = start
    elif value is None:
        counters[depth] = listed.levels[depth].start if start is None else start
    else:
        counters[depth] = value + 1
    listed.begun.add(depth)
    for lower in range(depth + 1, _LEVELS):
        restart = listed.levels[lower].restart if lower in listed.levels else None
        if restart is None or depth < restart:
            counters[lower] = None


def _child_value(element: etree._Element, tag: str) -> str:
    child = element.find(W + tag)
    return child.get(VAL, "") if child is not None else ""


def _levels_of(abstract: etree._Element | None) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for element in abstract.iterchildren(W + "lvl") if abstract is not None else ():
        depth = int_of(element, W + "ilvl")
        if depth is not None and 0 <= depth < _LEVELS:
            found[depth] = _level_of(element)
    return found


def _level_of(element: etree._Element) -> Level:
    legal = element.find(W + "isLgl")
    start = int_of(element.find(W + "start"))
    form = _child_value(element, "numFmt")
    if not form:
        # Formats newer than the standard stand in an alternative, their plain form beside them.
        inner = element.find(f".//{W}numFmt")
        form = inner.get(VAL, "decimal") if inner is not None else "decimal"
        custom = inner.get(W + "format", "") if inner is not None else ""
        form = "decimalZero" if form == "custom" and custom.startswith("01") else form
    return Level(
        start=0 if start is None else start,
        form=form,
        text=_child_value(element, "lvlText")[:_LONGEST],
        suffix=_child_value(element, "suff") or "tab",
        legal=legal is not None and is_on(legal),
        restart=int_of(element.find(W + "lvlRestart")),
        style=_child_value(element, "pStyle"),
        paragraph=get_paragraph_look(element.find(W + "pPr")),
        run=get_run_look(element.find(W + "rPr")),
    )
