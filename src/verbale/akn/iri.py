"""The IRIs of the guideline: a work, its expression in a language, its manifestation as a file, and what they speak of.

Source: AKN4UN guidelines, part 1, chapter 6. ``/akn/un/{class}/{subtype}/{actor}/{date}/{number}``, then ``eng@/``
for the expression, ``eng@.xml`` for the manifestation and ``/!main`` for the component.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from verbale.akn.namespaces import CODES, UNDETERMINED
from verbale.model.language import Language

UNKNOWN_DATE = "0001-01-01"
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # of each month; February in a leap year
_UNFIT = re.compile(r"[^A-Za-z0-9.()_-]+")

_WORK = r"/akn/[a-z]{2}/(?:[a-z][A-Za-z]*)(?:/[a-z][A-Za-z]*)?/[A-Za-z0-9-]+/\d{4}-\d\d-\d\d/[A-Za-z0-9.()_-]+"
_COMPONENT = r"/![A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)*"
_VERSION = r"[a-z]{3}@(?:\d{4}-\d\d-\d\d(?:;\d{4}-\d\d-\d\d)?)?"
WORK = re.compile(_WORK)
WORK_THIS = re.compile(_WORK + _COMPONENT)
EXPRESSION = re.compile(f"{_WORK}/{_VERSION}/")
EXPRESSION_THIS = re.compile(f"{_WORK}/{_VERSION}{_COMPONENT}")
MANIFESTATION = re.compile(rf"{_WORK}/{_VERSION}\.xml")
MANIFESTATION_THIS = re.compile(rf"{_WORK}/{_VERSION}{_COMPONENT}\.xml")
ONTOLOGY = re.compile(r"/akn/ontology/[a-z]+/[a-z]+/[A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Iris:
    """The six IRIs of one document, each the longer form of the one before."""

    work: str
    language: Language | None
    component: str = "main"

    @property
    def work_this(self) -> str:
        return f"{self.work}/!{self.component}"

    @property
    def expression(self) -> str:
        return f"{self.work}/{code_of(self.language)}@/"

    @property
    def expression_this(self) -> str:
        return f"{self.expression}!{self.component}"

    @property
    def manifestation(self) -> str:
        return f"{self.work}/{code_of(self.language)}@.xml"

    @property
    def manifestation_this(self) -> str:
        return f"{self.expression_this}.xml"


def work_iri(kind: str, subtype: str, actor: str, date: str | None, number: str) -> str:
    """The IRI of a work. ``number`` is as printed: slashes become dashes, spaces and brackets underscores."""
    return f"/akn/un/{kind}/{subtype}/{actor}/{day_of(date)}/{number_of(number)}"


def day_of(date: str | None) -> str:
    """A full date as the schema takes it; what is unknown or of reduced precision is the sentinel ``0001-01-01``."""
    match = _DATE.fullmatch(date) if date and date.isascii() else None
    if match is None or match[1] == "0000" or not 1 <= int(match[2]) <= 12:
        return UNKNOWN_DATE
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    last = 28 if month == 2 and not leap else _DAYS[month - 1]
    return date or UNKNOWN_DATE if 1 <= day <= last else UNKNOWN_DATE


def number_of(symbol: str) -> str:
    """``A/RES/76/53`` is ``76-53`` among the resolutions, ``A/77/123`` is ``A-77-123``, ``49/75[K]`` ``49-75_K``."""
    plain = symbol.replace("/", "-").replace(" ", "_").replace("[", "_").replace("]", "")
    return _UNFIT.sub("_", plain).strip("_") or "unnumbered"


def code_of(language: Language | None) -> str:
    """The code of ISO 639-2, ``und`` where the language is not known."""
    return CODES[language] if language else UNDETERMINED


def actor_of(symbol: str | None) -> tuple[str, str, str]:
    """The actor in IRIs, in the ontology and in English: ``un-ga``, ``generalAssembly``, ``General Assembly``."""
    organ = re.split(r"[/.(]", symbol, maxsplit=1)[0] if symbol else ""
    return _actors().get(organ, ("un", "unitedNations", "United Nations"))


@cache
def _actors() -> dict[str, tuple[str, str, str]]:
    table = (files("verbale.akn") / "data" / "actors.csv").read_text(encoding="utf-8")
    rows = (line.split(",") for line in table.splitlines()[1:])
    return {organ: (actor, concept, name) for organ, actor, concept, name, _source in rows}
