"""TMX 1.4b (LISA/GALA): passages with their translations, for any translator's tool."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from verbale import __version__
from verbale.errors import Damaged, NotADocument
from verbale.model.language import Language
from verbale.translation.markup import PARSER, begins_with, get_text, put_text
from verbale.translation.memory import Pair

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})
"""Elements that hold the markup of the tool that wrote the file."""
_HEADER = {
    "creationtool": "verbale",
    "creationtoolversion": __version__,
    "segtype": "paragraph",
    "o-tmf": "verbale",
    "adminlang": "en",
    "srclang": "*all*",
    "datatype": "plaintext",
}


def write_tmx(pairs: Iterable[Pair]) -> bytes:
    """The pairs as TMX in UTF-8, in the order given; the same pairs give the same bytes."""
    root = etree.Element("tmx", version="1.4")
    etree.SubElement(root, "header", _HEADER)
    body = etree.SubElement(root, "body")
    for number, pair in enumerate(pairs, start=1):
        unit = etree.SubElement(body, "tu", tuid=str(number))
        if pair.origin:
            etree.SubElement(unit, "prop", type="x-origin").text = pair.origin
        for language, text in ((pair.source_language, pair.source), (pair.target_language, pair.target)):
            variant = etree.SubElement(unit, "tuv")
            variant.set(_LANG, language.value)
            put_text(etree.SubElement(variant, "seg"), text, "ph", "x")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def read_tmx(data: bytes, name: str) -> tuple[Pair, ...]:
    """The pairs of a TMX file in official languages, from its source language into the others.

    That is the ``srclang`` of the unit or of the file; where it names none, the first variant of a unit. Codes of
    another tool's markup are left out. Raises ``NotADocument`` or ``Damaged``.
    """
    if not begins_with(data, b"<tmx"):
        raise NotADocument(name, "the bytes are no TMX", "export the memory as TMX 1.4")
    try:
        root = etree.fromstring(data, PARSER)
    except etree.XMLSyntaxError as error:
        raise Damaged(name, f"it cannot be read: {error}", "export the memory again") from error
    header = root.find("header")
    source = header.get("srclang", "") if header is not None else ""
    return tuple(pair for unit in root.iter("tu") for pair in _pairs(unit, unit.get("srclang", source)))


def _pairs(unit: etree._Element, source: str) -> Iterable[Pair]:
    said = []
    for variant in unit.iter("tuv"):
        code = (variant.get(_LANG) or variant.get("lang") or "")[:2].lower()
        segment = variant.find("seg")
        if code in set(Language) and segment is not None:
            said.append((Language(code), get_text(segment, "ph", "x", _CODES)))
    origin = unit.findtext("prop[@type='x-origin']") or ""
    wanted = source[:2].lower()
    first = next((one for one in said if one[0] == wanted), said[0] if said else None)
    for language, text in said:
        if first and language is not first[0]:
            yield Pair(first[0], language, first[1], text, origin)
