"""The markers that a browser prints before the items of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from verbale.lexicon.numbering import find_whole, format_number

_BULLETS = ("•", "◦", "▪")
_TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk-heavenly-stem": "ideographTraditional",
    "cjk-ideographic": "chineseCountingThousand",
    "simp-chinese-informal": "chineseCountingThousand",
    "hebrew": "hebrew1",
    "arabic-indic": "hindiNumbers",
    "none": "none",
}
_BULLET_STYLES = {"disc": "•", "circle": "◦", "square": "▪", "none": ""}
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]*)", re.I)


@dataclass(slots=True)
class ListState:
    """An open list: ``form`` of its numbers (empty for bullets), the next ``value``, and the ``step``."""

    form: str
    bullet: str
    value: int
    step: int
    depth: int


def open_list(element: etree._Element, outer: list[ListState]) -> ListState:
    """The state of a list that begins inside ``outer`` lists."""
    named = _declared_style(element)
    if element.tag != "ol":
        bullets = sum(1 for state in outer if not state.form)
        # Pages give a list whose signs the style sheet takes away the role of a list, for it is not heard as one else.
        usual = "" if element.get("role") == "list" else _BULLETS[min(bullets, len(_BULLETS) - 1)]
        bullet = _BULLET_STYLES.get(named, usual)
        return ListState("", bullet, 0, 0, len(outer))
    form = _STYLES.get(named) or _TYPES.get(element.get("type", ""), "decimal")
    reverse = element.get("reversed") is not None
    start = find_whole(element.get("start"))
    if start is None:
        start = sum(1 for _ in element.iterchildren("li")) if reverse else 1
    return ListState(form, "", start, -1 if reverse else 1, len(outer))


def next_marker(state: ListState, item: etree._Element) -> str:
    """The marker of the next item, empty where none is printed."""
    if not state.form:
        return _BULLET_STYLES.get(_declared_style(item), state.bullet)
    value = find_whole(item.get("value"))
    state.value = state.value if value is None else value
    number = format_number(state.value, _STYLES.get(_declared_style(item)) or state.form)
    state.value += state.step
    return f"{number}." if number else ""


def _declared_style(element: etree._Element) -> str:
    match = _STYLE.search(element.get("style", ""))
    words = match[1].lower().split() if match else []
    return next((word for word in words if word in _STYLES or word in _BULLET_STYLES), "")
