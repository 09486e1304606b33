"""Characters and runs of a Word document: escaped, in their language, script by script in their direction."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from verbale.model.language import Language
from verbale.render.directions import by_direction, runs_leftward
from verbale.render.selection import visible

_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_QUOTED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
# Code points that no XML document may hold.
_FORBIDDEN = re.compile("[\ufffe\uffff]")
# The width of a table, in twips, and its cells' margins: none, so that its text stands in line with the text around it.
TABLE_WIDTH = 9638
TABLE = (
    f'<w:tblW w:w="{TABLE_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
)
_TAGS = {
    Language.AR: "ar-SA",
    Language.ZH: "zh-CN",
    Language.EN: "en-GB",
    Language.FR: "fr-FR",
    Language.RU: "ru-RU",
    Language.ES: "es-ES",
}


def escaped(text: str) -> str:
    """Text between tags."""
    return _FORBIDDEN.sub("\ufffd", visible(text)).translate(_MARKUP)


def attribute(text: str) -> str:
    """Text between quotes."""
    return _FORBIDDEN.sub("\ufffd", visible(text)).translate(_QUOTED)


@cache
def language_tag(language: Language | None) -> str:
    """The tag of a language as Word names it, with the country that its proofing tools ask for."""
    return _TAGS[language or Language.EN]


@cache
def run_properties(language: Language | None, style: str = "", *, rtl: bool = False) -> str:
    """A run's ``w:rPr``: character style, script, language and direction."""
    inner = f'<w:rStyle w:val="{style}"/>' if style else ""
    if language is Language.ZH:
        inner += '<w:rFonts w:hint="eastAsia"/><w:lang w:val="en-GB" w:eastAsia="zh-CN"/>'
    elif rtl:
        inner += f'<w:rtl/><w:lang w:bidi="{language_tag(language)}"/>'
    else:
        inner += f'<w:lang w:val="{language_tag(language)}"/>'
    return f"<w:rPr>{inner}</w:rPr>"


@dataclass(frozen=True, slots=True)
class Script:
    """How the runs of one paragraph are set."""

    language: Language | None

    @property
    def rtl(self) -> bool:
        return self.language is not None and self.language.direction == "rtl"

    def of(self, text: str) -> Script:
        """The script of a paragraph: one without an Arabic letter runs from left to right wherever it stands."""
        return Script(Language.EN) if self.rtl and not runs_leftward(self.language, text) else self

    def runs(self, text: str, style: str = "") -> str:
        """The text as runs; in Arabic, words of other scripts are runs of their own from left to right."""
        if not self.rtl:
            return f'<w:r>{run_properties(self.language, style)}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'
        return "".join(
            f"<w:r>{run_properties(self.language if rtl else Language.EN, style, rtl=rtl)}"
            f'<w:t xml:space="preserve">{escaped(part)}</w:t></w:r>'
            for part, rtl in by_direction(text)
        )
