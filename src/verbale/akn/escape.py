"""Characters in XML: escaped where XML asks for it, and carried in an instruction where XML cannot hold them.

XML 1.0 has no form for most control characters. In text each stands as ``<?verbale-character 1f?>``, its number in
hexadecimal; in our own attributes as ``\\u{1f}``, the backslash itself as ``\\\\``.
"""

from __future__ import annotations

import re

INSTRUCTION = "verbale-character"
_BAD = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_IN_TEXT = re.compile(f"[&<>\r{_BAD}]")
_IN_ATTRIBUTE = re.compile(f'[&<>"\t\n\r{_BAD}]')
_IN_OWN = re.compile(f'[&<>"\t\n\r\\\\{_BAD}]')
_ESCAPED = re.compile(r"\\(?:\\|u\{([0-9a-f]+)\})")
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_CHAR = r"(?:[A-Za-z0-9\-._~!$&'()*+,;=@]|%[0-9A-Fa-f]{2})"
_TAIL = rf"(?:\?(?:{_CHAR}|[:/?])*)?(?:#(?:{_CHAR}|[:/?])*)?"
# RFC 3986: an address with its host, or a reference whose first step has no colon.
_SOUND = re.compile(
    rf"(?:[A-Za-z][A-Za-z0-9+.-]*://[A-Za-z0-9.-]+(?::\d{{1,5}})?(?:/(?:{_CHAR}|[:/])*)?"
    rf"|(?!//)(?:{_CHAR}*|{_CHAR}*/(?:{_CHAR}|[:/])*)){_TAIL}"
)
_NO_CHAR = re.compile(r"[^A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})")
_RESERVED = re.compile(r"[^A-Za-z0-9\-._~%]|%(?![0-9A-Fa-f]{2})")


def text(characters: str) -> str:
    """Characters as element content; nothing is lost."""
    return _IN_TEXT.sub(_text_form, characters) if _IN_TEXT.search(characters) else characters


def attribute(value: str) -> str:
    """A value between double quotes, as far as XML can hold it: what it cannot is U+FFFD."""
    return _IN_ATTRIBUTE.sub(_attribute_form, value) if _IN_ATTRIBUTE.search(value) else value


def own_attribute(value: str) -> str:
    """A value of an attribute in our own namespace; ``plain`` gives it back whole."""
    return _IN_OWN.sub(_own_form, value) if _IN_OWN.search(value) else value


def plain(value: str) -> str:
    """The value that ``own_attribute`` was given."""
    return _ESCAPED.sub(_unescaped, value) if "\\" in value else value


def uri(value: str) -> str:
    """A value where the schema asks for a URI reference: what has no place in one is percent-encoded as UTF-8.

    A fragment alone would point into the file that is written, where nothing answers to it: its sign is encoded too.
    """
    value = f"%23{value[1:]}" if value.startswith("#") else value
    if _SOUND.fullmatch(value):
        return value
    encoded = _NO_CHAR.sub(_percent, value)
    return encoded if _SOUND.fullmatch(encoded) else _RESERVED.sub(_percent, value)


def _text_form(match: re.Match[str]) -> str:
    char = match.group()
    return _NAMED.get(char) or f"<?{INSTRUCTION} {ord(char):x}?>"


def _attribute_form(match: re.Match[str]) -> str:
    return _NAMED.get(match.group(), "\ufffd")


def _own_form(match: re.Match[str]) -> str:
    char = match.group()
    return "\\\\" if char == "\\" else _NAMED.get(char) or f"\\u{{{ord(char):x}}}"


def _unescaped(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else "\\"


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match.group().encode("utf-8", "surrogatepass"))
