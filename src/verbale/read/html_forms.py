"""Forms of a web page: what was filled in, what was left unfilled."""

from __future__ import annotations

from lxml import etree

_BOXES = {True: "☒", False: "☐"}
_CHECKED = {"checkbox", "radio"}
_NO_WORDS = {"button", "file", "hidden", "image", "password", "reset", "submit"}


def field_words(element: etree._Element) -> tuple[list[str], str | None]:
    """The lines that an ``input``, ``select`` or ``textarea`` holds; where it holds none, its prompt.

    The prompt is ``None`` where nothing could be filled in.
    """
    kind = element.get("type", "text").strip().lower()
    if element.tag == "select":
        return _chosen(element), ""
    if element.tag == "textarea":
        lines = "".join(map(str, element.itertext())).strip().splitlines()
        return [line for line in lines if line.strip()], element.get("placeholder", "")
    if kind in _CHECKED:
        return [f"{_BOXES[element.get('checked') is not None]} "], None
    if kind in _NO_WORDS:
        return [], None
    value = element.get("value", "").strip()
    return ([value], None) if value else ([], element.get("placeholder", ""))


def _chosen(element: etree._Element) -> list[str]:
    """The entries chosen, in one line; without any a browser shows the first where one alone can be chosen."""
    entries = list(element.iter("option"))
    chosen = [entry for entry in entries if entry.get("selected") is not None]
    if not chosen and element.get("multiple") is None and element.get("size", "1") in ("0", "1"):
        chosen = entries[:1]
    words = (" ".join("".join(map(str, entry.itertext())).split()) or entry.get("label", "") for entry in chosen)
    # An entry without a value stands for none being chosen.
    said = [text for entry, text in zip(chosen, words, strict=True) if text and entry.get("value", text)]
    return ["; ".join(said)] if said else []
