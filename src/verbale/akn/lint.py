"""What the schema does not look at: whether IRIs, identifiers, language codes and references are what they should be.

Source: AKN4UN guidelines, part 1, chapter 6; Akoma Ntoso naming convention, section 5; ISO 639-2.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import cast

from lxml import etree

from verbale.akn import iri
from verbale.akn.eid import PART, short_name
from verbale.akn.namespaces import AKN, local
from verbale.akn.parse import parse_xml
from verbale.errors import ReadFailed
from verbale.model.finding import Finding, Severity

_FORMS = {
    ("FRBRWork", "FRBRthis"): iri.WORK_THIS,
    ("FRBRWork", "FRBRuri"): iri.WORK,
    ("FRBRExpression", "FRBRthis"): iri.EXPRESSION_THIS,
    ("FRBRExpression", "FRBRuri"): iri.EXPRESSION,
    ("FRBRManifestation", "FRBRthis"): iri.MANIFESTATION_THIS,
    ("FRBRManifestation", "FRBRuri"): iri.MANIFESTATION,
}
# Codes that ISO 639-2 keeps for catalogues of libraries; documents have the other code of the same language.
_BIBLIOGRAPHIC = re.compile("alb|arm|baq|bur|chi|cze|dut|fre|geo|ger|gre|ice|mac|mao|may|per|rum|slo|tib|wel")
_REFERRING = ("href", "src", "refersTo", "source", "as", "by", "outcome", "dictionary", "placementBase")
_CODE = re.compile(r"[a-z]{3}")
_TERM = re.compile(r"[A-Za-z][\w.-]*")
_LONGEST = 160  # characters of a message of the schema


def lint_akn(data: bytes, name: str = "this file", *, elements: int = 2_000_000) -> list[Finding]:
    """Everything that is wrong with a file, the schema first. Never raises; empty when nothing is wrong.

    A finding's ``ref`` is the identifier of the element, or the number of its line where it has none.
    """
    try:
        root = parse_xml(data, name, elements)
    except ReadFailed as error:
        return [_wrong("akn/unreadable", error.reason, "")]
    schema = _load_schema()
    found = []
    if not schema.validate(root):
        # The stubs do not tell that a log is gone through entry by entry.
        log = cast(Iterable[etree._LogEntry], schema.error_log)
        found = [_wrong("akn/schema", entry.message[:_LONGEST], f"line {entry.line}") for entry in log]
    for check in (_iris, _ontology, _identifiers, _languages, _dangling):
        found += check(root)
    return found


def _wrong(rule: str, message: str, ref: str) -> Finding:
    return Finding(rule, Severity.ERROR, message, ref)


def _where(element: etree._Element) -> str:
    return element.get("eId") or f"line {element.sourceline}"


def _iris(root: etree._Element) -> Iterator[Finding]:
    """The six IRIs of each document have the form of the guideline, and each goes on from the one before."""
    for identification in root.iter(f"{{{AKN}}}identification"):
        work = ""
        for (level, name), form in _FORMS.items():
            element = identification.find(f"{{{AKN}}}{level}/{{{AKN}}}{name}")
            value = element.get("value", "") if element is not None else ""
            work = value if (level, name) == ("FRBRWork", "FRBRuri") else work
            if not form.fullmatch(value):
                yield _wrong("akn/iri", f"{level} has {name} {value!r}, which is no such IRI", _where(identification))
            elif level != "FRBRWork" and not value.startswith(f"{work}/"):
                yield _wrong("akn/iri", f"{value!r} is no version of the work {work!r}", _where(identification))


def _ontology(root: etree._Element) -> Iterator[Finding]:
    for element in root.iter():
        if local(element).startswith("TLC") and not iri.ONTOLOGY.fullmatch(element.get("href", "")):
            message = f"{element.get('href')!r} is no IRI of the ontology"
            yield _wrong("akn/iri", message, _where(element))


def _identifiers(root: etree._Element) -> Iterator[Finding]:
    """Each identifier once; its last part says the element; what stands before it is an element around it."""
    counted = Counter(element.get("eId") for element in root.iter(f"{{{AKN}}}*") if element.get("eId"))
    yield from (
        _wrong("akn/eid-twice", f"{name!r} stands {n} times", str(name)) for name, n in counted.items() if n > 1
    )
    for element in root.iter(f"{{{AKN}}}*"):
        name = element.get("eId")
        if name is None:
            continue
        kind = local(element)
        if kind.startswith("TLC"):
            if not _TERM.fullmatch(name):
                yield _wrong("akn/eid-form", f"{name!r} is no name", name)
            continue
        before, _, last = name.rpartition("__")
        part = PART.fullmatch(last)
        if part is None or part[1] != short_name(kind):
            yield _wrong("akn/eid-rule", f"{name!r} does not end as that of a {kind} does", name)
        elif before and before not in {around.get("eId") for around in element.iterancestors()}:
            yield _wrong("akn/eid-rule", f"no element around it is {before!r}", name)


def _languages(root: etree._Element) -> Iterator[Finding]:
    for element in root.iter(f"{{{AKN}}}FRBRlanguage", f"{{{AKN}}}FRBRtranslation"):
        code = str(element.get("language") or element.get("fromLanguage"))
        if not _CODE.fullmatch(code) or _BIBLIOGRAPHIC.fullmatch(code):
            yield _wrong("akn/language", f"{code!r} is no code of ISO 639-2 for documents", _where(element))


def _dangling(root: etree._Element) -> Iterator[Finding]:
    """What refers into the file refers to something."""
    known = {f"#{element.get('eId')}" for element in root.iter() if element.get("eId")}
    for element in root.iter(f"{{{AKN}}}*"):
        for name in _REFERRING:
            for target in str(element.get(name) or "").split():
                if target.startswith("#") and target not in known:
                    yield _wrong("akn/dangling", f"{name} refers to {target!r}, which is not here", _where(element))


@cache
def _load_schema() -> etree.XMLSchema:
    """The schema of Akoma Ntoso 3.0 as OASIS publishes it, from this package: ``akomantoso30.xsd`` and ``xml.xsd``."""
    return etree.XMLSchema(etree.parse(str(files("verbale.akn") / "data" / "akomantoso30.xsd")))
