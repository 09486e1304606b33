"""Where what was found in a text leads to, and how sure it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verbale.app.cited_documents import cited_symbol, official_address
from verbale.lexicon.states import states
from verbale.lexicon.treaties import treaties
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.language import Language
from verbale.web.templatetags.written_words import state_name, treaty_name, written_date

_BESIDE = 80  # characters between a treaty and the date that is taken to go with it
_DAY = len("2022-06-21")
KIND_NAMES = {
    AnnotationKind.CITATION: gettext_lazy("Citation"),
    AnnotationKind.DATE: gettext_lazy("Date"),
    AnnotationKind.STATE: gettext_lazy("State"),
    AnnotationKind.TREATY: gettext_lazy("Treaty"),
    AnnotationKind.QUANTITY: gettext_lazy("Quantity"),
    AnnotationKind.REFERENCE: gettext_lazy("Reference within the document"),
}
_KEYS = {
    AnnotationKind.CITATION: "symbol",
    AnnotationKind.DATE: "start",
    AnnotationKind.STATE: "iso3",
    AnnotationKind.TREATY: "id",
    AnnotationKind.QUANTITY: "number",
    AnnotationKind.REFERENCE: "ref",
}


@dataclass(frozen=True, slots=True)
class FactLink:
    """What a page says of an annotation.

    ``url`` is empty where it leads nowhere, ``value`` its value in words, ``doubt`` why it is uncertain or empty,
    ``time`` the value of a date for programs.
    """

    url: str
    value: str
    doubt: str
    time: str = ""


def link_of(
    one: Annotation, beside: Sequence[Annotation], held: Collection[str], language: Language | None
) -> FactLink:
    """Where an annotation leads to.

    ``beside`` are all annotations of its unit, ``held`` the addresses of documents that the library has.
    """
    return FactLink(_url(one, beside, held, language), value_words(one), doubt_of(one), _time(one))


def _url(one: Annotation, beside: Sequence[Annotation], held: Collection[str], language: Language | None) -> str:
    value = one.value.get(_KEYS[one.kind])
    if not isinstance(value, str) or not value:
        return ""
    match one.kind:
        case AnnotationKind.CITATION:
            symbol = cited_symbol(one)
            return reverse("document-any", args=[symbol]) if symbol in held else official_address(symbol, language)
        case AnnotationKind.STATE:
            return reverse("state", args=[value]) if value in states() else ""
        case AnnotationKind.TREATY if value in treaties():
            day = _day_beside(one, beside)
            return reverse("treaty", args=[value]) + (f"?on={day}" if day else "")
        case AnnotationKind.REFERENCE:
            return "" if one.value.get("dangling") else f"#{value}"
        case _:
            return ""


def _day_beside(treaty: Annotation, beside: Sequence[Annotation]) -> str:
    """The day that stands nearest to a treaty in its unit, where one is near."""
    days = [
        (min(abs(date.start - treaty.end), abs(treaty.start - date.end)), str(day))
        for date in beside
        if date.kind is AnnotationKind.DATE
        if isinstance(day := date.value.get("end") or date.value.get("start"), str) and len(day) == _DAY
    ]
    return min((day for day in days if day[0] <= _BESIDE), default=(0, ""))[1]


def _time(one: Annotation) -> str:
    start = one.value.get("start") if one.kind is AnnotationKind.DATE else None
    return start if isinstance(start, str) else ""


def value_words(one: Annotation) -> str:
    """The value of an annotation in words of the interface; empty where it has none."""
    value: Mapping[str, object] = one.value
    main = value.get(_KEYS[one.kind])
    if main is None:
        return ""
    match one.kind:
        case AnnotationKind.STATE:
            return state_name(str(main))
        case AnnotationKind.TREATY:
            return treaty_name(str(main))
        case AnnotationKind.DATE:
            end = value.get("end")
            first, last = written_date(str(main)), written_date(str(end)) if end else ""
            return first if last in ("", first) else _("%(first)s to %(last)s") % {"first": first, "last": last}
        case AnnotationKind.QUANTITY:
            return " ".join(
                str(part) for part in (value.get("comparator"), main, value.get("unit")) if part is not None
            )
        case _:
            return str(main)


def doubt_of(one: Annotation) -> str:
    """Why an annotation is uncertain; empty where it is not."""
    candidates = one.value.get("candidates")
    if one.value.get(_KEYS[one.kind]) is None:
        if isinstance(candidates, Sequence) and not isinstance(candidates, str) and candidates:
            named = ", ".join(map(str, candidates))
            return _("may be one of %(candidates)s") % {"candidates": named}
        return _("could not be resolved")
    if one.value.get("dangling"):
        return _("leads to nothing in this document")
    if one.value.get("inferred"):
        return _("concluded from the words around it")
    return ""
