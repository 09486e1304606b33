"""The vocabularies: Akoma Ntoso 3.0 and our own namespace beside it."""

from __future__ import annotations

from lxml import etree

from verbale.model.language import Language

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN = "https://verbale.org/ns/akn/1"
UN = "http://un.org/akn4un"
XML = "http://www.w3.org/XML/1998/namespace"

# ISO 639-2 (terminology codes), as the guideline asks for in FRBRlanguage and in IRIs.
CODES = {
    Language.AR: "ara",
    Language.ZH: "zho",
    Language.EN: "eng",
    Language.FR: "fra",
    Language.RU: "rus",
    Language.ES: "spa",
}
LANGUAGES = {code: language for language, code in CODES.items()}
UNDETERMINED = "und"


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def own(name: str) -> str:
    """A name in our own namespace, as lxml writes it."""
    return f"{{{OWN}}}{name}"
