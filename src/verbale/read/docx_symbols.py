"""The characters that the symbol fonts print, by their code in the private use area.

Symbol: Adobe's encoding as Unicode maps it (ADOBE/symbol.txt). Wingdings: the signs that stand in
official documents, from the same consortium's list of its additions in version 7.0.
"""

from __future__ import annotations

_SYMBOL_LOW = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
_SYMBOL_HIGH = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\0〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
_SYMBOL = dict(enumerate(_SYMBOL_LOW, 0x20)) | {
    code: sign for code, sign in enumerate(_SYMBOL_HIGH, 0xA0) if sign != "\0"
}
_WINGDINGS = {
    0x22: "✂",
    0x28: "☎",
    0x2A: "✉",
    0x46: "☞",
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x73: "⬧",
    0x75: "◆",
    0x76: "❖",
    0x77: "⬥",
    0x9F: "•",
    0xA1: "○",
    0xA7: "▪",
    0xA8: "◻",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE8: "➔",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def find_symbol(code: int, font: str) -> str | None:
    """The character that ``code`` prints in the font, ``None`` where a private code of a font is not known."""
    if 0xD800 <= code <= 0xDFFF or not 0 < code <= 0x10FFFF:
        return "\ufffd"
    table = _FONTS.get(font.strip().casefold())
    if table is not None and (code < 0x100 or 0xF000 <= code <= 0xF0FF):
        return table.get(code & 0xFF)
    if 0xE000 <= code <= 0xF8FF:
        return None
    return chr(code)


def as_bullet(text: str) -> str:
    """A bullet as printed: signs from private codes of symbol fonts become a round bullet."""
    return "".join("•" if "\ue000" <= sign <= "\uf8ff" else sign for sign in text)
