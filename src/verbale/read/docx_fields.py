"""Fields and content controls of a DOCX: where they lead, what was filled in, what was left unfilled.

A check box is ☒ or ☐ whatever sign the form draws, a choice is the entry chosen. What a form says where nothing was
filled in is a prompt and no text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from lxml import etree

from verbale.model.finding import Severity
from verbale.read.docx_package import VAL, W, int_of, is_on
from verbale.read.draft import TextRun, quote
from verbale.read.symbol_fonts import find_symbol

BOXES = {True: "☒", False: "☐"}
_FIELD_WORD = re.compile(r'"([^"]*)"|(\S+)')
_MAX_CODE = 4096  # characters of the code of a field that are looked at
# Fields that print nothing: marks for indexes and tables, values that others use, questions that Word asks.
_SILENT = frozenset({"", "ADVANCE", "ASK", "FILLIN", "HYPERLINK", "PRIVATE", "RD", "SET", "TA", "TC", "XE"})
_UNMERGED = re.compile("«[^»]*»|<<[^>]*>>")
_FILLED_KINDS = frozenset({"comboBox", "date", "dropDownList"})
_CHECKED_NAMES = ("1", "true", "on")
_PARAGRAPH = W + "p"


@dataclass(slots=True)
class Field:
    """A field that is open: its code so far, and what stood in it that is not printed.

    ``form`` holds what was filled in, in forms of before 2007; the result begins at ``at`` of ``runs``.
    """

    outer_link: str
    form: etree._Element | None = None
    in_code: bool = True
    code: list[str] = field(default_factory=list)
    unprinted: list[str] = field(default_factory=list)
    runs: list[TextRun] | None = None
    at: int = 0


class FieldEnd(NamedTuple):
    """What a field comes to: words that its result lacks, whether a person filled it in, and what has to be told."""

    said: str = ""
    filled: bool = False
    rule: str = ""
    message: str = ""
    severity: Severity = Severity.NOTE


class Control(NamedTuple):
    """A content control: the state of a check box, else whether it was filled in or shows its own prompt."""

    content: etree._Element | None
    checked: bool | None
    filled: bool
    prompts: bool


def find_field_link(code: str) -> str:
    """The address in a ``HYPERLINK`` field code, empty for other fields. ``\\l`` gives a place in it."""
    words = _words_in(code)
    if not words or words[0].upper() != "HYPERLINK":
        return ""
    target = anchor = ""
    rest = iter(words[1:])
    for word in rest:
        if word == "\\l":
            anchor = "#" + next(rest, "")
        elif word in ("\\o", "\\t"):
            next(rest, "")
        elif not word.startswith("\\") and not target:
            target = word.replace("\\\\", "\\")
    return target + anchor


def _words_in(code: str) -> list[str]:
    return [quoted or bare for quoted, bare in _FIELD_WORD.findall(code[:_MAX_CODE])]


def end_field(code: str, form: etree._Element | None, result: str | None) -> FieldEnd:
    """What a field comes to whose ``result`` was read; ``None`` is a result of several paragraphs."""
    words = _words_in(code)
    name = words[0].upper() if words else ""
    if form is not None and (found := _end_form(form, result)) is not None:
        return found
    if name == "MACROBUTTON":
        return _unfilled(" ".join(words[2:]))
    if name == "MERGEFIELD" and result and _UNMERGED.fullmatch(result.strip()):
        return FieldEnd(
            "", False, "read/placeholder", f"A field was left unfilled: {quote(result)}", severity=Severity.WARNING
        )
    if result or result is None or name in _SILENT:
        return FieldEnd(filled=name == "FORMTEXT")
    if name == "SYMBOL" and (sign := _sign_of(words)):
        return FieldEnd(sign)
    if name == "FORMTEXT":
        return _unfilled("")
    return FieldEnd("", False, "read/empty-field", f"A field has no result to read: {quote(code)}")


def _end_form(form: etree._Element, result: str | None) -> FieldEnd | None:
    """A field of a form of before 2007."""
    box, choice, typed = form.find(W + "checkBox"), form.find(W + "ddList"), form.find(W + "textInput")
    if box is not None:
        state = box.find(W + "checked")
        state = box.find(W + "default") if state is None else state
        return FieldEnd("" if result else BOXES[state is not None and is_on(state)], True)
    if choice is not None:
        entries = [entry.get(VAL, "") for entry in choice.iterchildren(W + "listEntry")]
        chosen = int_of(choice.find(W + "result"))
        chosen = int_of(choice.find(W + "default")) if chosen is None else chosen
        said = entries[chosen or 0] if 0 <= (chosen or 0) < len(entries) else ""
        return FieldEnd("" if result else said, True)
    if typed is None or result is None:
        return None
    words = result.strip()
    default = typed.find(W + "default")
    if not words:
        return _unfilled("")
    if default is not None and words == default.get(VAL, "").strip():
        message = f"A field of a form still says what stood there before it was filled in: {quote(words)}"
        return FieldEnd("", True, "read/placeholder", message, Severity.WARNING)
    return FieldEnd("", True)


def _unfilled(prompt: str) -> FieldEnd:
    return FieldEnd("", False, *unfilled(prompt))


def unfilled(prompt: str) -> tuple[str, str, Severity]:
    """The finding of a field in which nothing was filled in: its rule, its words, its weight."""
    if not prompt.strip():
        return "read/placeholder", "A field of a form was left unfilled", Severity.WARNING
    message = f"A field of a form was left unfilled; its prompt is not text: {quote(prompt)}"
    return "read/placeholder", message, Severity.WARNING


def _sign_of(words: list[str]) -> str | None:
    """The sign of a ``SYMBOL`` field."""
    try:
        code = int(words[1], 0)
    except (IndexError, ValueError):
        return None
    font = next((after for word, after in pairwise(words) if word.lower() == "\\f"), "Symbol")
    return find_symbol(code, "" if "\\u" in words else font)


def control_of(element: etree._Element) -> Control:
    """What a ``w:sdt`` is and holds."""
    content, properties = element.find(W + "sdtContent"), element.find(W + "sdtPr")
    checked, filled, prompts = None, False, False
    for child in properties if properties is not None else ():
        name = etree.QName(child).localname
        if name == "checkbox":
            states = [state for mark in child.iterfind("{*}checked") for state in mark.attrib.values()]
            checked = any(state in _CHECKED_NAMES for state in states)
        elif name == "showingPlcHdr":
            prompts = is_on(child)
        elif name in _FILLED_KINDS:
            filled = True
    return Control(content, checked, filled, prompts)


def prompt_of(content: etree._Element | None) -> str:
    """The words that a content control shows where nothing was filled in."""
    if content is None:
        return ""
    return " ".join(filter(None, map(_text_of, content.iter(_PARAGRAPH)))) or _text_of(content)


def _text_of(element: etree._Element) -> str:
    return "".join(str(words) for words in element.itertext(W + "t"))
