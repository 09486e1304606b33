"""Bytes to an XML tree, with nothing that the bytes could make this machine do."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from verbale.akn.namespaces import AKN
from verbale.errors import Damaged, NotADocument, TooLarge

_ADVICE = "send the file as its publisher issued it, or the document as PDF or DOCX"


def parse_xml(data: bytes, name: str, elements: int) -> etree._Element:
    """The root element ``akomaNtoso``. At most ``elements`` elements; no entity, document type or network is followed.

    Raises ``Damaged`` where it is no well-formed XML, ``NotADocument`` where it is some other, ``TooLarge``.
    """
    tags = data.count(b"<")
    if tags > 2 * elements:
        raise TooLarge(name, f"{tags:,} XML tags, the limit is {2 * elements:,}", "split the document")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise Damaged(name, f"the XML is broken: {error}", _ADVICE) from error
    if root is None:
        raise Damaged(name, "the XML holds no element", _ADVICE)
    if root.getroottree().docinfo.internalDTD is not None:
        raise Damaged(name, "a document type with entities has no place in Akoma Ntoso", _ADVICE)
    if root.tag != f"{{{AKN}}}akomaNtoso":
        raise NotADocument(name, f"the XML is {root.tag!r}, not Akoma Ntoso 3.0", _ADVICE)
    return root


def children(element: etree._Element) -> Iterator[etree._Element]:
    """The child elements, without comments and instructions."""
    return (child for child in element if isinstance(child.tag, str))
