"""What the style sheet inside a page says of its classes: programs that export pages put all looks there."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.S)
_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]*)\}")
_CLASS = re.compile(r"(?:[a-z][a-z0-9]*)?\.([\w-]+)", re.I)
_LONGEST = 1_000_000  # characters of a style sheet that are looked at
_TELLING = re.compile(r"font-weight|font-style|vertical-align|text-decoration", re.I)


def class_styles(root: etree._Element) -> Mapping[str, str]:
    """The declarations of each class that a rule names alone; those of later rules follow."""
    found: dict[str, str] = {}
    for sheet in root.iter("style"):
        text = _COMMENT.sub("", "".join(map(str, sheet.itertext()))[:_LONGEST])
        for selectors, declarations in _RULE.findall(text):
            if not _TELLING.search(declarations):
                continue
            for selector in selectors.split(","):
                if (name := _CLASS.fullmatch(selector.strip())) is not None:
                    found[name[1]] = f"{found.get(name[1], '')};{declarations}"
    return found
